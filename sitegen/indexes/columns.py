"""Columns of numbers and texts as bytes and back, with nothing in them that could be run.

Python's marshal and pickle do more than give values back where somebody else wrote the bytes.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import Any

from sitegen.indexes.block import Damaged

_USUAL = "\n"


def pack_columns(*columns: array[int] | bytes | Sequence[str]) -> bytes:
    """Some columns as bytes: equal values are equal bytes."""
    bodies = [c.tobytes() if isinstance(c, array) else c if isinstance(c, bytes) else _joined(c) for c in columns]
    return b"".join([array("I", map(len, bodies)).tobytes(), *bodies])


def unpack_columns(data: bytes, kinds: str) -> list[Any]:
    """The columns of bytes, a letter a column: the type code of an array, `b` for bytes or `t` for texts.

    Raises Damaged where the bytes hold no such columns.
    """
    at = 4 * len(kinds)
    found: list[Any] = []
    try:
        lengths = array("I", data[:at])
        if at + sum(lengths) != len(data) or len(lengths) != len(kinds):
            raise Damaged("the columns have other lengths")
        for kind, length in zip(kinds, lengths, strict=True):
            body = data[at : at + length]
            at += length
            found.append(body if kind == "b" else _parted(body) if kind == "t" else array(kind, body))
    except ValueError as e:
        raise Damaged(str(e)) from None
    return found


def _joined(texts: Sequence[str]) -> bytes:
    """The texts, each behind a character that none of them holds."""
    if not texts:
        return b""
    between = _USUAL
    joined = between.join(texts)
    if joined.count(between) >= len(texts):
        between = next(c for c in map(chr, range(0xE000, 0xF900)) if c not in joined)
        joined = between.join(texts)
    return (between + joined).encode("utf-8", "surrogatepass")


def _parted(body: bytes) -> list[str]:
    text = body.decode("utf-8", "surrogatepass")
    return text.split(text[0])[1:] if text else []
