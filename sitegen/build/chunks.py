"""Cuts the collection into chunks: the unit of parallel work and of the cache."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from typing import TypeVar

from sitegen.content.discover import SourceRef

Item = TypeVar("Item")

SMALLEST, USUAL, LARGEST = 24, 64, 128
_FEW = 3 * USUAL  # figures below which a second process costs more than it saves


def figure_chunks(refs: Sequence[SourceRef]) -> Iterator[tuple[SourceRef, ...]]:
    """The figures in runs of about 64, in order.

    A run ends after a figid whose checksum says so, not after a number of figures: a figure that
    comes or goes changes its own run and leaves the others, and their cached results, as they were.
    """
    start = 0
    for end, ref in enumerate(refs, 1):
        length = end - start
        if length >= LARGEST or (length >= SMALLEST and zlib.crc32(ref.figid.encode()) % (USUAL - SMALLEST) == 0):
            yield tuple(refs[start:end])
            start = end
    if start < len(refs):
        yield tuple(refs[start:])


def runs(items: Sequence[Item], size: int) -> Iterator[tuple[Item, ...]]:
    """The items in runs of `size`, in order."""
    for start in range(0, len(items), size):
        yield tuple(items[start : start + size])


def workers_for(figures: int, jobs: int) -> int:
    """How many of `jobs` processes are worth starting for so many figures."""
    return 1 if figures < _FEW else jobs
