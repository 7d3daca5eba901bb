"""Parts in one block of bytes: a task reads those that it needs, and knows by their marks that they are as they were written.

A block starts with its seal, then the number of parts of each section, where each part starts, and its mark.
"""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import NamedTuple

ReadAt = Callable[[int, int], bytes]
"""Reads `length` bytes at an `offset` of a block, or fewer where it ends."""

MARK = 8
SECTIONS = 4
_SEAL = 16
_FIRST = _SEAL + 4 * SECTIONS
_USUAL = 6_000  # bytes that hold the head of most blocks: one look brings them
_MOST = 100_000  # parts of a block


class Damaged(ValueError):
    """The bytes are not those that were written."""


class Head(NamedTuple):
    """Where the parts of a block stand, each section's after those of the section before it, and their marks."""

    sections: Sequence[int]
    offsets: array[int]
    marks: bytes

    def marks_of(self, section: int) -> bytes:
        """The marks of a section's parts: `MARK` bytes each, by which it shows whether a part is the same as before."""
        return self.marks[self.sections[section] * MARK : self.sections[section + 1] * MARK]



def assemble(*sections: Sequence[bytes]) -> bytes:
    """The block of some sections of parts."""
    parts = [part for section in sections for part in section]
    start = _FIRST + 4 * (len(parts) + 1) + MARK * len(parts)
    offsets = array("I", accumulate(map(len, parts), initial=start))
    head = b"".join([array("I", map(len, sections)).tobytes(), offsets.tobytes(), *map(_mark, parts)])
    return b"".join([_seal(head), head, *parts])


def read_head(read: ReadAt) -> Head:
    """The head of a block; raises Damaged where it is not as it was written."""
    data = read(0, _USUAL)
    if len(data) < _FIRST:
        raise Damaged("it is too short")
    counts = array("I", data[_SEAL:_FIRST])
    number = sum(counts)
    if number > _MOST:
        raise Damaged("it has too many parts")
    marks = _FIRST + 4 * (number + 1)
    end = marks + MARK * number
    if end > len(data):
        data += read(len(data), end - len(data))
    if len(data) < end or _seal(data[_SEAL:end]) != data[:_SEAL]:
        raise Damaged("its head has another seal")
    return Head((0, *accumulate(counts)), array("I", data[_FIRST:marks]), data[marks:end])


def read_part(read: ReadAt, head: Head, section: int, number: int) -> bytes:
    """A part of a section; raises Damaged where it is not there, or not as it was written."""
    if not 0 <= number < head.sections[section + 1] - head.sections[section]:
        raise Damaged(f"it has no part {number}")
    at = head.sections[section] + number
    start, end = head.offsets[at], head.offsets[at + 1]
    body = read(start, end - start) if start < end else b""
    if _mark(body) != head.marks[at * MARK : at * MARK + MARK]:
        raise Damaged(f"part {number} has another mark")
    return body


def _mark(part: bytes) -> bytes:
    return hashlib.blake2b(part, digest_size=MARK).digest()


def _seal(head: bytes) -> bytes:
    return hashlib.blake2b(head, digest_size=_SEAL).digest()
