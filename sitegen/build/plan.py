"""Cuts the collection into chunks: the unit of parallel work."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

Item = TypeVar("Item")

CHUNK = 64


def chunks(items: Sequence[Item], size: int = CHUNK) -> Iterator[tuple[Item, ...]]:
    """The items in runs of `size`, in order."""
    for start in range(0, len(items), size):
        yield tuple(items[start : start + size])
