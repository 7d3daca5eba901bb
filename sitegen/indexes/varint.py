"""Numbers as few bytes: seven bits a byte, the lowest first, the eighth bit set on all but the last (LEB128)."""

from __future__ import annotations

from collections.abc import Sequence


def varint(number: int) -> bytes:
    """A number from 0 up."""
    if number < 128:
        return bytes((number,))
    out = bytearray()
    while number > 127:
        out.append(number & 127 | 128)
        number >>= 7
    out.append(number)
    return bytes(out)


def deltas(ascending: Sequence[int]) -> bytes:
    """Ascending numbers as the first and the distances between neighbours."""
    gaps = [ascending[0], *map(int.__sub__, ascending[1:], ascending)]
    if max(gaps) < 128:
        return bytes(gaps)
    out = bytearray()
    for gap in gaps:
        while gap > 127:
            out.append(gap & 127 | 128)
            gap >>= 7
        out.append(gap)
    return bytes(out)


def text(value: str) -> bytes:
    """A text: its length in UTF-8 bytes, then these; what UTF-8 cannot hold becomes `?`."""
    data = value.encode("utf-8", "replace")
    return varint(len(data)) + data
