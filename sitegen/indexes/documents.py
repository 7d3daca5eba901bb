"""Documents: figures in the order in which the index numbers them, their filters, and the rows that results are shown from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from sitegen.digest import canonical_json
from sitegen.indexes.shards import compress
from sitegen.indexes.varint import varint
from sitegen.model.organism_names import COMMON
from sitegen.model.routes import organism_slug
from sitegen.model.summary import Summary

BLOCK = 8
"""Documents whose text rows stand in one file."""
PER_DIRECTORY = 256
"""Files of text rows in one directory."""


class Ordered(NamedTuple):
    """The documents: figures in the index's order, and what filters need, in the same order."""

    figures: tuple[Summary, ...]
    places: tuple[int, ...]
    journals: tuple[str, ...]


def in_index_order(figures: Sequence[Summary], journals: Sequence[str]) -> Ordered:
    """Figures newest first; within a year those of the same organisms and of the same journal stand together.

    So a year is a range of documents, and the filters by organism and journal are long runs.  A figure's
    place is its place in `figures`.
    """
    sets = [_organism_set(s) for s in figures]
    common = Counter(sets)
    order = sorted(
        range(len(figures)),
        key=lambda i: (-int(figures[i].year or 0), -common[sets[i]], sets[i], journals[i], figures[i].figid),
    )
    return Ordered(tuple(figures[i] for i in order), tuple(order), tuple(journals[i] for i in order))


def _organism_set(summary: Summary) -> tuple[str, ...]:
    return tuple(sorted({organism_slug(o) for o in summary.organisms}))


def years(figures: Sequence[Summary]) -> list[list[int]]:
    """Each year and its first document, 0 for figures without a year."""
    found: list[list[int]] = []
    for document, summary in enumerate(figures):
        year = int(summary.year or 0)
        if not found or found[-1][0] != year:
            found.append([year, document])
    return found


def organism_file(figures: Sequence[Summary], names: Mapping[str, str], other: Mapping[str, Sequence[str]]) -> bytes:
    """Organisms of the documents: names by number of figures, sets of them, and runs of (set, length).

    `names` gives the name of an organism's slug, `other` more names and its taxon id.
    """
    counts = Counter(slug for s in figures for slug in _organism_set(s))
    slugs = sorted(counts, key=lambda slug: (-counts[slug], slug))
    numbers = {slug: i for i, slug in enumerate(slugs)}
    sets: dict[tuple[int, ...], int] = {}
    members = (sets.setdefault(tuple(sorted(numbers[o] for o in _organism_set(s))), len(sets)) for s in figures)
    runs = _runs(members)
    also = [[*COMMON.get(s, ()), *other.get(s, ())] for s in slugs]
    return _json({"names": [names.get(s, s) for s in slugs], "also": also, "sets": list(map(list, sets)), "runs": runs})


def journal_file(journals: Sequence[str]) -> bytes:
    """Journals of the documents: names by number of figures, and runs of (journal, length)."""
    counts = Counter(journals)
    names = sorted(counts, key=lambda name: (-counts[name], name))
    numbers = {name: i for i, name in enumerate(names)}
    return _json({"names": names, "runs": _runs(numbers[j] for j in journals)})


def flag_file(flags: Iterable[bool]) -> bytes:
    """A yes or no of each document: lengths of runs, the first of documents with no."""
    runs: list[int] = []
    current = False
    length = 0
    for flag in flags:
        if flag != current:
            runs.append(length)
            current, length = flag, 0
        length += 1
    return _json([*runs, length])


def count_file(counts: Iterable[int]) -> bytes:
    """A small number of each document."""
    return compress(b"".join(map(varint, counts)))


def rank_file(ranks: Sequence[int]) -> bytes:
    """A number below that of all documents for each: the lowest byte of each, then the next of each, and so on."""
    planes = range(0, max(len(ranks) - 1, 1).bit_length(), 8)
    return compress(b"".join(bytes(r >> shift & 255 for r in ranks) for shift in planes))


def title_ranks(figures: Sequence[Summary]) -> list[int]:
    """The place of each document when all are sorted by title."""
    order = sorted(range(len(figures)), key=lambda i: (figures[i].title.casefold(), i))
    ranks = [0] * len(order)
    for rank, document in enumerate(order):
        ranks[document] = rank
    return ranks


def block_file(rows: Sequence[bytes]) -> bytes:
    """A file of text rows, each already JSON."""
    return compress(b"[" + b",\n".join(rows) + b"]")


def block_path(number: int) -> str:
    """Where the numbered file of text rows stands below the index's directory."""
    return f"d/{number // PER_DIRECTORY}/{number}.bin"


def _runs(values: Iterable[int]) -> list[int]:
    return [n for value, group in groupby(values) for n in (value, sum(1 for _ in group))]


def _json(value: Any) -> bytes:
    return compress(canonical_json(value).encode("utf-8", "replace"))
