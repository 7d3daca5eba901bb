"""A chunk's rows between the passes: one block of bytes, from which each later task reads only its part.

The block holds, by range of terms, postings and synonyms; by range of gene keys, what gene pages
need; each figure's text; and the gene sets and genes of all.  A part that did not change is the same bytes,
and has the same mark.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, count, pairwise
from sys import byteorder
from typing import NamedTuple

from sitegen.indexes.block import Damaged, Head, ReadAt, assemble, read_part
from sitegen.indexes.columns import pack_columns, unpack_columns
from sitegen.indexes.genesets import (
    Identifier,
    SetsPart,
    decode_identifiers,
    decode_sets,
    encode_identifiers,
    encode_sets,
)
from sitegen.indexes.ranges import ID_BOUNDS, PAIR_RANGES, PAIRS_FROM, WORDS_FROM, word_range
from sitegen.indexes.rows import FigureRows, gene_key
from sitegen.once import once

_Gene = tuple[str | None, str, str | None, str]  # symbol, gene id, organism's id, organism
Synonyms = dict[tuple[str, str], int]
"""(term of a word, symbol) -> number of figures."""

TERMS, GENES, TEXTS, SETS = range(4)
"""The sections of a block."""
PLACES = 256
"""Figures that a chunk can have."""

_PLACE = 8
_LOW = 16
_RANGE = (2**16 // PAIR_RANGES).bit_length() - 1  # bits of a pair's code below those that say its range
_IN_RANGE = (1 << _RANGE) - 1


class WordPart(NamedTuple):
    """Words of one range in order, how many postings each has, and of all postings the figure's place and the fields.

    A place is the figure's in the chunk; it is below `PLACES` whatever the bytes are.
    """

    terms: list[str]
    counts: array[int]
    places: bytes
    fields: bytes
    synonyms: Synonyms


class NumberPart(NamedTuple):
    """The postings of one range of gene ids or pairs, ascending: each one's value, the figure's place, and the fields."""

    values: list[int]
    places: bytes
    fields: bytes


class GenePart(NamedTuple):
    """Genes of one range of keys: (symbol, gene id, organism's id, organism) and (key, word), with figures."""

    identifiers: dict[tuple[str, str, str | None, str], int]
    words: dict[tuple[str, str], int]


def encode_chunk(rows: Sequence[FigureRows]) -> bytes:
    """The block of a chunk's figures, at most 256 of them."""
    ids: list[int] = []
    pairs: list[list[int]] = [[] for _ in range(PAIR_RANGES)]
    for place, row in enumerate(rows):
        low = place << _PLACE
        ids += [gene_id << _LOW | low | 1 for gene_id in row.gene_ids]
        for code, bits in row.pairs.items():
            pairs[code >> _RANGE].append((code & _IN_RANGE) << _LOW | low | bits)
    parts = [*_cut(array("Q", sorted(ids)), [b << _LOW for b in ID_BOUNDS]), *_words(rows), *map(_pair_part, count(), pairs)]
    genes = Counter(chain.from_iterable(row.genes for row in rows))
    words = Counter(chain.from_iterable(row.words for row in rows))
    known = [gene for gene in genes if gene[0]]
    return assemble(parts, _genes(genes, words), [row.text for row in rows], [encode_sets(rows), encode_identifiers(known)])


def _cut(values: array[int], bounds: Iterable[int]) -> list[bytes]:
    edges = [0, *(bisect_left(values, b) for b in bounds), len(values)]
    return [values[a:b].tobytes() for a, b in pairwise(edges)]


def _pair_part(number: int, found: list[int]) -> bytes:
    """A range of pairs, sorted while they are counted from its first: so small, numbers are compared much faster."""
    first = number << _RANGE << _LOW
    return array("I", [first + v for v in sorted(found)]).tobytes()


def _words(rows: Sequence[FigureRows]) -> list[bytes]:
    postings: defaultdict[str, list[int]] = defaultdict(list)
    synonyms: Counter[tuple[str, str]] = Counter()
    for place, row in enumerate(rows):
        low = place << _PLACE
        for t, bits in row.terms.items():
            postings[t].append(low | bits)
        synonyms.update(row.synonyms)
    parts: list[tuple[list[str], Synonyms]] = [([], {}) for _ in range(PAIRS_FROM - WORDS_FROM)]
    for t in sorted(postings):
        parts[word_range(t) - WORDS_FROM][0].append(t)
    for pair in sorted(synonyms):
        parts[word_range(pair[0]) - WORDS_FROM][1][pair] = synonyms[pair]
    return [_word_part([postings[t] for t in found], found, pairs) for found, pairs in parts]


def _word_part(postings: list[list[int]], found: list[str], synonyms: Synonyms) -> bytes:
    numbers = array("I", [len(found), *map(len, postings), *synonyms.values()])
    return pack_columns(numbers, array("H", chain.from_iterable(postings)), [*found, *chain(*zip(*synonyms, strict=True))])


def _genes(genes: Mapping[_Gene, int], words: Mapping[tuple[str, str], int]) -> list[bytes]:
    """The parts of genes; what is in one stands in the order of the figures and their tables."""
    parts: list[tuple[list[tuple[_Gene, int]], list[tuple[tuple[str, str], int]]]] = [
        ([], []) for _ in range(PAIRS_FROM - WORDS_FROM)
    ]
    for gene in genes.items():
        if symbol := gene[0][0]:
            parts[_gene_range(symbol)][0].append(gene)
    for word in words.items():
        parts[_gene_range(word[0][0])][1].append(word)
    return [_gene_part(*part) for part in parts]


def _gene_part(genes: list[tuple[_Gene, int]], words: list[tuple[tuple[str, str], int]]) -> bytes:
    numbers = array("I", [len(genes), *(n for _, n in genes), *(n for _, n in words)])
    cells = chain(*zip(*(gene for gene, _ in genes), strict=True), *zip(*(word for word, _ in words), strict=True))
    return pack_columns(numbers, [cell or "" for cell in cells])


@once
def _gene_range(symbol: str) -> int:
    return word_range(gene_key(symbol)) - WORDS_FROM


def read_numbers(read: ReadAt, head: Head, number: int) -> NumberPart:
    """The postings of a range of gene ids or pairs."""
    body = read_part(read, head, TERMS, number)
    try:
        numbers = array("Q" if number < WORDS_FROM else "I", body)
    except ValueError as e:
        raise Damaged(str(e)) from None
    return NumberPart([n >> _LOW for n in numbers], *_places_and_fields(body, numbers.itemsize))


def read_words(read: ReadAt, head: Head, number: int) -> WordPart:
    """The postings and synonyms of a range of words."""
    numbers, postings, texts = unpack_columns(read_part(read, head, TERMS, number), "Ibt")
    end = numbers[0] if numbers else -1
    pairs = len(numbers) - 1 - end
    counts = numbers[1 : end + 1]
    if pairs < 0 or len(texts) != end + 2 * pairs or 2 * sum(counts) != len(postings):
        raise Damaged("the columns of words do not belong together")
    synonyms = dict(zip(zip(texts[end : end + pairs], texts[end + pairs :], strict=True), numbers[end + 1 :], strict=True))
    return WordPart(texts[:end], counts, *_places_and_fields(postings, 2), synonyms)


def _places_and_fields(postings: bytes, size: int) -> tuple[bytes, bytes]:
    """The second lowest and the lowest byte of each number: cut out as bytes, not worked out one by one."""
    low, high = (0, 1) if byteorder == "little" else (size - 1, size - 2)
    return postings[high::size], postings[low::size]


def read_genes(read: ReadAt, head: Head, number: int) -> GenePart:
    """What the chunk says of the gene keys of a range of words."""
    numbers, texts = unpack_columns(read_part(read, head, GENES, number - WORDS_FROM), "It")
    n = numbers[0] if numbers else -1
    words = len(numbers) - 1 - n
    if words < 0 or len(texts) != 4 * n + 2 * words:
        raise Damaged("the columns of genes do not belong together")
    symbols, gene_ids, taxa, organisms = (texts[i * n : i * n + n] for i in range(4))
    identifiers = zip(symbols, gene_ids, [t or None for t in taxa], organisms, strict=True)
    drawn = zip(texts[4 * n : 4 * n + words], texts[4 * n + words :], strict=True)
    return GenePart(dict(zip(identifiers, numbers[1:], strict=False)), dict(zip(drawn, numbers[n + 1 :], strict=True)))


def read_text(read: ReadAt, head: Head, place: int) -> bytes:
    """The text row of the figure at a place in the chunk."""
    return read_part(read, head, TEXTS, place)


def read_sets(read: ReadAt, head: Head) -> SetsPart:
    """The gene sets of the chunk's figures."""
    return decode_sets(read_part(read, head, SETS, 0))


def read_identifiers(read: ReadAt, head: Head) -> Iterator[Identifier]:
    """All genes of the chunk's figures."""
    return decode_identifiers(read_part(read, head, SETS, 1))
