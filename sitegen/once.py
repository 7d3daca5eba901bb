"""What was found out about a word, name or number once, and need not be found out again."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

MOST = 65536
"""How many answers are kept of a question; of one whose answers are large it should be fewer."""


class Answers(dict[K, V]):
    """The answers of a function so far; forgotten where they are too many.  A key that is asked for first is worked out."""

    __slots__ = ("_find", "_most")

    def __init__(self, find: Callable[[K], V], most: int = MOST) -> None:
        super().__init__()
        self._find, self._most = find, most

    def __missing__(self, key: K) -> V:
        if len(self) >= self._most:
            self.clear()
        answer = self[key] = self._find(key)
        return answer


def once(find: Callable[[K], V]) -> Callable[[K], V]:
    """A function of one argument that is asked about each word of every caption: it works an answer out once.

    A dictionary answers faster than `functools.lru_cache`, which also keeps the order of the questions.
    """
    return Answers(find).__getitem__


def once_of(most: int) -> Callable[[Callable[[K], V]], Callable[[K], V]]:
    """As `once`, of a function of which so many answers are kept."""
    return lambda find: Answers(find, most).__getitem__
