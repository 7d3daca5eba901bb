"""Terms in order, cut into ranges: each can be sorted and written by itself, in bounded memory.

The order is that of the terms as texts: gene ids (`#` and twelve digits), words, pairs of words (`~` and
four hexadecimal digits).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

ID_BOUNDS: tuple[int, ...] = (2_500, 5_500, 8_000, 14_000, 18_000, 30_000, 83_000, 200_000, 400_000, 900_000, 5_000_000)
WORD_BOUNDS: tuple[str, ...] = (
    "1", "a", "ac", "ai", "an", "ar", "b", "be", "br", "c", "cb", "ce", "ci", "co", "cr", "d", "de", "dn", "e", "em", "ep", "f",
    "fi", "g", "gl", "h", "hi", "i", "il", "in", "is", "k", "l", "li", "m", "me", "mi", "my", "n", "ne", "o", "p", "pe", "pi",
    "pmc3", "pmc5", "pmc7", "pmca", "pr", "q", "r", "re", "ri", "s", "se", "si", "so", "sp", "st", "t", "th", "tn", "tr", "u",
    "w", "x",
)
PAIR_RANGES = 64
WORDS_FROM = len(ID_BOUNDS) + 1
PAIRS_FROM = WORDS_FROM + len(WORD_BOUNDS) + 1
COUNT = PAIRS_FROM + PAIR_RANGES
_PER_TASK = 200


def word_range(term: str) -> int:
    """The number of the range that a word's term is in."""
    return WORDS_FROM + bisect_right(WORD_BOUNDS, term)


def spans(figures: int, ranges: int = COUNT) -> Sequence[tuple[int, int]]:
    """Ranges grouped into tasks, as half-open intervals: few for a small collection, one a range for a large one."""
    tasks = max(1, min(ranges, figures // _PER_TASK))
    edges = [ranges * i // tasks for i in range(tasks + 1)]
    return list(pairwise(edges))
