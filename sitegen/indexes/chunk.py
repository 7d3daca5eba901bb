"""A chunk's rows between the passes: one block of bytes, from which each later task reads only its part.

The block holds, by range of terms, postings and synonyms; by range of gene keys, what gene pages
need; and each figure's text.  It is scratch: written and read by the same build of the same program.
"""

from __future__ import annotations

import marshal
from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from sitegen.indexes.ranges import ID_BOUNDS, PAIR_RANGES, PAIRS_FROM, WORDS_FROM, word_range
from sitegen.indexes.rows import FigureRows, gene_key

ReadAt = Callable[[int, int], bytes]
"""Reads `length` bytes at an `offset` of a block."""

Synonyms = dict[tuple[str, str], int]
"""(term of a word, symbol) -> number of figures."""

_PREFIX = 4
_PLACE = 8
_LOW = 16
_PLAIN = 0
"""The form of marshal in which equal values in equal order are equal bytes, whatever else holds on to their texts: a
part that did not change is told by its bytes."""


class WordPart(NamedTuple):
    """Words of one range: postings are `place << 8 | fields`, place being the figure's place in the chunk."""

    postings: dict[str, list[int]]
    synonyms: Synonyms


class GenePart(NamedTuple):
    """Genes of one range of keys: (symbol, gene id, organism's id, organism) and (key, word), with figures."""

    identifiers: dict[tuple[str, str, str | None, str], int]
    words: dict[tuple[str, str], int]


class Head(NamedTuple):
    """Where the parts of a block stand: offsets from its start, one more than there are parts."""

    terms: tuple[int, ...]
    genes: tuple[int, ...]
    texts: tuple[int, ...]


def encode_chunk(rows: Sequence[FigureRows]) -> bytes:
    """The block of a chunk's figures, at most 256 of them."""
    ids: list[int] = []
    pairs: list[int] = []
    for place, row in enumerate(rows):
        low = place << _PLACE
        ids += [gene_id << _LOW | low | 1 for gene_id in row.gene_ids]
        pairs += [code << _LOW | low | bits for code, bits in row.pairs.items()]
    parts = [
        *_cut(array("Q", sorted(ids)), [b << _LOW for b in ID_BOUNDS]),
        *_words(rows),
        *_cut(array("I", sorted(pairs)), [(n << 32) // PAIR_RANGES for n in range(1, PAIR_RANGES)]),
    ]
    return _assemble(parts, _genes(rows), [row.text for row in rows])


def _cut(values: array[int], bounds: Iterable[int]) -> list[bytes]:
    edges = [0, *(bisect_left(values, b) for b in bounds), len(values)]
    return [values[a:b].tobytes() for a, b in pairwise(edges)]


def _words(rows: Sequence[FigureRows]) -> list[bytes]:
    postings: defaultdict[str, list[int]] = defaultdict(list)
    synonyms: Counter[tuple[str, str]] = Counter()
    for place, row in enumerate(rows):
        low = place << _PLACE
        for t, bits in row.terms.items():
            postings[t].append(low | bits)
        synonyms.update(row.synonyms)
    parts: list[tuple[dict[str, list[int]], Synonyms]] = [({}, {}) for _ in range(PAIRS_FROM - WORDS_FROM)]
    for t, values in postings.items():
        parts[word_range(t) - WORDS_FROM][0][t] = values
    for pair, n in synonyms.items():
        parts[word_range(pair[0]) - WORDS_FROM][1][pair] = n
    return [marshal.dumps(tuple(dict(sorted(p.items())) for p in both), _PLAIN) for both in parts]


def _genes(rows: Iterable[FigureRows]) -> list[bytes]:
    identifiers: Counter[tuple[str | None, str, str | None, str]] = Counter()
    words: Counter[tuple[str, str]] = Counter()
    for row in rows:
        identifiers.update(row.genes)
        words.update(row.words)
    parts: list[tuple[dict[tuple[str | None, ...], int], dict[tuple[str, str], int]]] = [
        ({}, {}) for _ in range(PAIRS_FROM - WORDS_FROM)
    ]
    for gene, n in identifiers.items():
        if gene[0]:
            parts[_gene_range(gene[0])][0][gene] = n
    for word, n in words.items():
        parts[_gene_range(word[0])][1][word] = n
    return [marshal.dumps(tuple(dict(sorted(p.items(), key=_by_text)) for p in both), _PLAIN) for both in parts]


@lru_cache(maxsize=65536)
def _gene_range(symbol: str) -> int:
    return word_range(gene_key(symbol)) - WORDS_FROM


def _by_text(row: tuple[tuple[str | None, ...], int]) -> tuple[str, ...]:
    return tuple(text or "" for text in row[0])


def _assemble(*sections: Sequence[bytes]) -> bytes:
    offsets = []
    at = 0
    for section in sections:
        starts = [at]
        for part in section:
            at += len(part)
            starts.append(at)
        offsets.append(starts)
    head = marshal.dumps(offsets)
    return b"".join([len(head).to_bytes(_PREFIX, "big"), head, *(p for s in sections for p in s)])


def read_head(read: ReadAt) -> Head:
    """The head of a block."""
    size = int.from_bytes(read(0, _PREFIX), "big")
    start = _PREFIX + size
    return Head(*(tuple(start + at for at in starts) for starts in marshal.loads(read(_PREFIX, size))))


def read_numbers(read: ReadAt, head: Head, number: int) -> array[int]:
    """The postings of a range of gene ids or pairs: `value << 16 | place << 8 | fields`, sorted."""
    values = array("Q" if number < WORDS_FROM else "I")
    values.frombytes(_part(read, head.terms, number))
    return values


def read_words(read: ReadAt, head: Head, number: int) -> WordPart:
    """The postings and synonyms of a range of words."""
    return WordPart(*marshal.loads(_part(read, head.terms, number)))


def read_genes(read: ReadAt, head: Head, number: int) -> GenePart:
    """What the chunk says of the gene keys of a range of words."""
    return GenePart(*marshal.loads(_part(read, head.genes, number - WORDS_FROM)))


def read_text(read: ReadAt, head: Head, place: int) -> bytes:
    """The text row of the figure at a place in the chunk."""
    return _part(read, head.texts, place)


def _part(read: ReadAt, offsets: Sequence[int], number: int) -> bytes:
    return read(offsets[number], offsets[number + 1] - offsets[number])
