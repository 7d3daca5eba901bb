"""Goes on where the cache loses entries while a build runs: they are made again, and so is what missed them."""

from __future__ import annotations

import errno
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Protocol, TypeVar

from sitegen.indexes.block import Damaged

Task = TypeVar("Task")
Result = TypeVar("Result")

_TRIES = 3


class Lost(Exception):
    """The cache has no sound entry of those that a task cannot make by itself."""


class Unkept(OSError):
    """The cache does not keep what is made again, as on a disk that has filled."""


class Runs(Protocol):
    """What runs tasks: a pool, or one that mends."""

    def run(self, function: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[Result]:
        """The results of a module-level function over tasks, in the tasks' order."""


class Mending:
    """Runs tasks on a pool; where one misses what the cache has lost, that is made by `mend` and the task runs again."""

    def __init__(self, pool: Runs, mend: Callable[[], object]) -> None:
        self._pool, self._mend = pool, mend
        self._mended = 0

    def run(self, function: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[Result]:
        """As `Pool.run`; raises Unkept where the cache does not keep what is made again."""
        waiting: deque[tuple[Task, int]] = deque()

        def noted() -> Iterator[Task]:
            for task in tasks:
                waiting.append((task, self._mended))
                yield task

        for result in self._pool.run(partial(attempt, function), noted()):
            yield self._made(function, *waiting.popleft(), result)

    def _made(self, function: Callable[[Task], Result], task: Task, begun: int, result: Result | Lost) -> Result:
        for _ in range(_TRIES):
            if not isinstance(result, Lost):
                return result
            if begun == self._mended:  # else it missed what was made again since it began
                self._mend()
                self._mended += 1
            begun = self._mended
            result = next(self._pool.run(partial(attempt, function), [task]))
        if isinstance(result, Lost):
            raise Unkept(errno.EIO, f"it does not keep what a build needs ({result})", "the cache")
        return result


def attempt(function: Callable[[Task], Result], task: Task) -> Result | Lost:
    """What a function makes of a task, or what it missed in the cache."""
    try:
        return function(task)
    except (Lost, Damaged) as e:
        return Lost(str(e))
