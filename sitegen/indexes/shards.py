"""Postings as files: terms in order, each with the documents that hold it; see docs/search-index.md."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from deflate import zlib_compress

from sitegen.indexes.varint import gaps, text, varint

FIELD_SHIFT = 24
"""A posting in memory is `fields << 24 | document`."""
_DOCUMENT = (1 << FIELD_SHIFT) - 1
_MANY = 4_096  # documents from which on the shorter form is looked for
_TARGET = 26_000  # bytes of a shard before compression: it leaves about half
_LEVEL = 9
_LABEL, _PAGE, _STEM, _SYNONYMS = 1, 2, 4, 8
_ALONE = tuple(b"\1" + varint(fields) + b"\1" for fields in range(256))
"""What stands before the document where a term has one posting."""


class Gene(NamedTuple):
    """What a term that is a gene's symbol is shown as: the symbol, and its page's name, if it has one."""

    name: str
    stem: str | None


class Shard(NamedTuple):
    """A file of postings, and the shortest text that is after all terms before it and not after its own."""

    bound: str
    body: bytes


def compress(data: bytes) -> bytes:
    """The data as a zlib stream (RFC 1950), which browsers know as `deflate`.

    Python's own zlib is another library on another system, and writes other bytes there.
    """
    return bytes(zlib_compress(data, _LEVEL))


def shards(
    postings: Iterable[tuple[str, Sequence[int]]], genes: Mapping[str, Gene], synonyms: Mapping[str, Sequence[str]]
) -> Iterator[Shard]:
    """The shards of postings by ascending term, each term's sorted.

    `synonyms` maps a term to the terms of symbols it stands for.
    """
    dictionary: list[bytes] = []
    bodies: list[bytes] = []
    size = 0
    last = before = bound = ""
    for term, values in postings:
        body = encode_postings(values)
        if dictionary and size + len(body) > _TARGET:
            yield _shard(bound, dictionary, bodies)
            dictionary, bodies, size, before, last = [], [], 0, last, ""
        if not dictionary:
            bound = boundary(before, term)
        entry = _entry(last, term, len(body), genes.get(term), synonyms.get(term, ()))
        dictionary.append(entry)
        bodies.append(body)
        size += len(entry) + len(body)
        last = term
    if dictionary:
        yield _shard(bound, dictionary, bodies)


def encode_postings(ordered: Sequence[int]) -> bytes:
    """A term's postings: documents grouped by fields, or, where that is shorter, all documents and then each one's fields.

    They are sorted; what stands above the fields in them, as a term's number does, is left out.
    """
    if len(ordered) == 1:
        return _ALONE[ordered[0] >> FIELD_SHIFT & 255] + varint(ordered[0] & _DOCUMENT)
    groups = []
    start, end = 0, len(ordered)
    while start < end:
        first = ordered[start]
        upper = first >> FIELD_SHIFT
        stop = end if ordered[-1] >> FIELD_SHIFT == upper else bisect_left(ordered, (upper + 1) << FIELD_SHIFT, start)
        docs = ordered if stop - start == end else ordered[start:stop]
        groups.append(varint(upper & 255) + varint(stop - start) + varint(first & _DOCUMENT) + gaps(docs))
        start = stop
    grouped = varint(len(groups)) + b"".join(groups)
    if end < _MANY or len(groups) == 1:
        return grouped
    by_document = sorted([(v & _DOCUMENT, v >> FIELD_SHIFT & 255) for v in ordered])
    docs = [d for d, _ in by_document]
    listed = varint(0) + varint(end) + varint(docs[0]) + gaps(docs) + bytes([f for _, f in by_document])
    return min(grouped, listed, key=lambda body: len(compress(body)))


def _shard(bound: str, dictionary: Sequence[bytes], bodies: Sequence[bytes]) -> Shard:
    return Shard(bound, compress(varint(len(dictionary)) + b"".join(dictionary) + b"".join(bodies)))


def _entry(last: str, term: str, size: int, gene: Gene | None, synonyms: Sequence[str]) -> bytes:
    shared = _shared(last, term)
    flags = (_SYNONYMS if synonyms else 0) | (_LABEL if gene else 0)
    tail = b""
    if gene:
        tail = text(gene.name)
        if gene.stem is not None:
            flags |= _PAGE
            if gene.stem != gene.name:
                flags |= _STEM
                tail += text(gene.stem)
    if synonyms:
        tail += varint(len(synonyms)) + b"".join(map(text, synonyms))
    return varint(shared) + text(term[shared:]) + varint(size) + varint(flags) + tail


def _shared(a: str, b: str) -> int:
    """How many characters two texts start with together."""
    n = 0
    if a[:4] == b[:4] and len(a) > 3:
        n, a, b = 4, a[4:], b[4:]
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        n += 1
    return n


def boundary(before: str, term: str) -> str:
    """The shortest text that is after the term before and not after this one."""
    return term[: _shared(before, term) + 1] if before else term
