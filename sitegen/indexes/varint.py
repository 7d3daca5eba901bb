"""Numbers as few bytes: seven bits a byte, the lowest first, the eighth bit set on all but the last (LEB128)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, pairwise
from operator import sub

_KNOWN = 16_384
_SHORT: tuple[bytes, ...] = tuple(bytes((n,)) if n < 128 else bytes((n & 127 | 128, n >> 7)) for n in range(_KNOWN))


def varint(number: int) -> bytes:
    """A number from 0 up."""
    if number < _KNOWN:
        return _SHORT[number]
    out = bytearray()
    while number > 127:
        out.append(number & 127 | 128)
        number >>= 7
    out.append(number)
    return bytes(out)


def zigzag(number: int) -> bytes:
    """A number that may be negative: twice it, or twice its negative less one."""
    return varint(2 * number if number >= 0 else -2 * number - 1)


def steps(numbers: Iterable[int]) -> bytes:
    """Numbers in any order, each as its distance from the one before it, the first from 0."""
    return b"".join([zigzag(b - a) for a, b in pairwise(chain((0,), numbers))])


def gaps(ascending: Sequence[int]) -> bytes:
    """The distances of ascending numbers, each from the one before it."""
    found = list(map(sub, ascending[1:], ascending))
    if not found:
        return b""
    largest = max(found)
    if largest < 128:
        return bytes(found)
    return b"".join(map(_SHORT.__getitem__ if largest < _KNOWN else varint, found))


def text(value: str) -> bytes:
    """A text: its length in UTF-8 bytes, then these; what UTF-8 cannot hold becomes `?`."""
    data = value.encode("utf-8", "replace")
    return varint(len(data)) + data
