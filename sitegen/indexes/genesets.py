"""The gene sets of all figures in one file, by which a browser ranks figures for a list of genes; see docs/search-index.md.

A figure is a set of boxes: what one drawn word stands for, mostly one gene, and all of a family's where the word names
a family.  Genes are those of gene pages: symbols that differ in case alone are one.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import NamedTuple

from sitegen.indexes.block import Damaged
from sitegen.indexes.columns import pack_columns, unpack_columns
from sitegen.indexes.rows import FigureRows, gene_key
from sitegen.indexes.shards import compress
from sitegen.indexes.varint import gaps, steps, text, varint

IDS = 8_192
"""Gene ids in one file."""

Box = tuple[int, ...]
"""The numbers of the genes that a drawn word stands for, ascending."""
Identifier = tuple[str, str, str]
"""A gene's symbol, its NCBI Gene id and its organism."""


class SetsPart(NamedTuple):
    """The boxes of a chunk's figures: box `i` holds the next `sizes[i]` of `members`, figure `i` the next `counts[i]` of `boxes`.

    Members are places in `keys`.
    """

    keys: list[str]
    sizes: array[int]
    members: array[int]
    counts: array[int]
    boxes: array[int]


class GeneSets(NamedTuple):
    """All boxes in the order of their first figure, and the places there of each document's boxes."""

    boxes: list[Box]
    documents: list[Sequence[int]]


def encode_sets(rows: Sequence[FigureRows]) -> bytes:
    """What a chunk's figures give the file of sets."""
    ordered = sorted(set[tuple[str, ...]]().union(*(row.boxes for row in rows)))
    keys = sorted(set(chain.from_iterable(ordered)))
    numbers = {key: i for i, key in enumerate(keys)}
    places = {box: i for i, box in enumerate(ordered)}
    return pack_columns(
        keys, array("I", map(len, ordered)), array("I", map(numbers.__getitem__, chain.from_iterable(ordered))),
        array("I", [len(row.boxes) for row in rows]),
        array("I", [place for row in rows for place in sorted([places[box] for box in row.boxes])]),
    )


def encode_identifiers(genes: Sequence[tuple[str | None, str, str | None, str]]) -> bytes:
    """What a chunk's genes (symbol, gene id, organism's id, organism) give the files of identifiers."""
    organisms = sorted({g[3] for g in genes})
    places = {organism: i for i, organism in enumerate(organisms)}
    of = array("I", [places[g[3]] for g in genes])
    return pack_columns(organisms, of, [g[0] or "" for g in genes], [g[1] for g in genes])


def decode_identifiers(data: bytes) -> Iterator[Identifier]:
    """The genes of a chunk, from their bytes; raises Damaged where they are none."""
    organisms, of, symbols, ids = unpack_columns(data, "tItt")
    if not len(symbols) == len(ids) == len(of) or max(of, default=-1) >= len(organisms):
        raise Damaged("the columns of identifiers do not belong together")
    return zip(symbols, ids, map(organisms.__getitem__, of), strict=True)


def decode_sets(data: bytes) -> SetsPart:
    """What a chunk gives the file, from its bytes; raises Damaged where they are none."""
    part = SetsPart(*unpack_columns(data, "tIIII"))
    if (
        sum(part.sizes) != len(part.members) or sum(part.counts) != len(part.boxes)
        or 0 in part.sizes or max(part.members, default=-1) >= len(part.keys) or max(part.boxes, default=-1) >= len(part.sizes)
    ):
        raise Damaged("the columns of gene sets do not belong together")
    return part


def gather(parts: Iterable[tuple[SetsPart, Sequence[int]]], names: Sequence[str], documents: int) -> GeneSets:
    """The sets of all chunks: each part with its figures' documents, where `documents` and above is none.

    `names` are those of all genes, by key.
    """
    genes = _by_key(names)
    known: dict[Box, int] = {}
    found: list[Sequence[int]] = [()] * documents
    for part, mine in parts:
        numbers = [genes.get(key, -1) for key in part.keys]
        members = map(numbers.__getitem__, part.members)
        places = [known.setdefault(tuple(sorted(islice(members, size))), len(known)) for size in part.sizes]
        boxes = map(places.__getitem__, part.boxes)
        for document, count in zip(mine, part.counts, strict=False):
            some = list(islice(boxes, count))
            if document < documents:
                found[document] = some
    return GeneSets(list(known), found)


def sets_file(sets: GeneSets, names: Sequence[str]) -> bytes:
    """The file of sets: the genes' names, the boxes, those of most figures first, and the boxes of each document."""
    counts = Counter(chain.from_iterable(sets.documents))
    order = sorted(counts, key=lambda place: (-counts[place], sets.boxes[place]))
    boxes = [sets.boxes[place] for place in order]
    if any(box[0] < 0 for box in boxes):
        raise Damaged("a figure has a gene that the register does not know")
    ranks = {place: rank for rank, place in enumerate(order)}
    return compress(b"".join((
        varint(len(names)), text("\n".join(name.replace("\n", " ") for name in names)),
        varint(len(boxes)), *(varint(len(box)) for box in boxes), steps([box[0] for box in boxes]), *map(gaps, boxes),
        varint(len(sets.documents)), *(varint(len(mine)) for mine in sets.documents),
        *(_ascending(sorted([ranks[place] for place in mine])) for mine in sets.documents if mine),
    )))


def identifier_files(
    identifiers: Iterable[Identifier], names: Sequence[str], organisms: Sequence[str]
) -> Iterator[tuple[str, bytes]]:
    """The files of identifiers, with their names: the genes' organisms, then gene ids with their genes, `IDS` a file.

    Of `organisms` those that have a gene are told, in this order.
    """
    genes = _by_key(names)
    rows = sorted((int(gene_id), genes[key], organism) for symbol, gene_id, organism in identifiers
                  if (key := gene_key(symbol)) in genes)
    files = [rows[start : start + IDS] for start in range(0, len(rows), IDS)]
    of: list[set[str]] = [set() for _ in names]
    for _, gene, organism in rows:
        of[gene].add(organism)
    bounds = (varint(some[0][0]) for some in files)
    yield "genes", compress(b"".join((varint(len(files)), *bounds, *_organisms(of, organisms))))
    for number, some in enumerate(files):
        ids = steps([gene_id for gene_id, _, _ in some])
        yield f"ids-{number}", compress(varint(len(some)) + ids + b"".join([varint(gene) for _, gene, _ in some]))


def _organisms(of: Sequence[set[str]], organisms: Sequence[str]) -> Iterator[bytes]:
    """The organisms, the sets of them that genes are of, and each gene's set."""
    known = set[str]().union(*of)
    listed = [organism for organism in organisms if organism in known]
    places = {organism: i for i, organism in enumerate(listed)}
    sets = [tuple(sorted(places[o] for o in mine if o in places)) for mine in of]
    common = Counter(sets)
    numbers = {some: i for i, some in enumerate(sorted(common, key=lambda some: (-common[some], some)))}
    yield varint(len(listed))
    yield from map(text, listed)
    yield varint(len(numbers))
    yield from (varint(len(some)) + b"".join(map(varint, some)) for some in numbers)
    yield varint(len(sets))
    yield from (varint(numbers[some]) for some in sets)


def _by_key(names: Sequence[str]) -> dict[str, int]:
    return {gene_key(name): i for i, name in enumerate(names)}


def _ascending(numbers: Sequence[int]) -> bytes:
    return varint(numbers[0]) + gaps(numbers)

