"""How a build tells where it is: a bar on a terminal, plain lines elsewhere, nothing when quiet."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Protocol, TextIO

if TYPE_CHECKING:
    from rich.progress import TaskID


class Progress(Protocol):
    """Takes note of stages and of the figures done in them."""

    def stage(self, name: str, total: int) -> None:
        """A stage starts that will do `total` figures; 0 where it does not count them."""

    def advance(self, count: int) -> None:
        """Some more figures are done."""

    def close(self) -> None:
        """The work has ended, one way or the other."""


class Quiet:
    """Says nothing."""

    def stage(self, name: str, total: int) -> None:
        pass

    def advance(self, count: int) -> None:
        pass

    def close(self) -> None:
        pass


class Lines:
    """A line when a stage starts, and about every five seconds how far it is and how long it will take."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._name, self._total, self._done = "", 0, 0
        self._start = self._last = time.monotonic()

    def stage(self, name: str, total: int) -> None:
        self._name, self._total, self._done = name, total, 0
        self._start = self._last = time.monotonic()
        self._say(f"{name} {total:,} figures" if total else name)

    def advance(self, count: int) -> None:
        self._done += count
        now = time.monotonic()
        if now - self._last >= 5 and self._done < self._total:
            self._last = now
            rate = self._done / (now - self._start)
            left = (self._total - self._done) / rate if rate else 0
            self._say(f"{self._name} {self._done:,} of {self._total:,}, {rate:,.0f} a second, {left:.0f} s left")

    def close(self) -> None:
        self._stream.flush()

    def _say(self, line: str) -> None:
        self._stream.write(line + "\n")
        self._stream.flush()


class Terminal:
    """A bar with the rate and the time left."""

    def __init__(self, stream: TextIO) -> None:
        from rich.console import Console  # slow to load, and for terminals alone
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn
        from rich.progress import Progress as Bar

        self._bar = Bar(
            TextColumn("{task.description:<11}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TimeRemainingColumn(),
            console=Console(file=stream), transient=True,
        )
        self._task: TaskID | None = None
        self._bar.start()

    def stage(self, name: str, total: int) -> None:
        if self._task is not None:
            self._bar.remove_task(self._task)
        self._task = self._bar.add_task(name, total=total or None)

    def advance(self, count: int) -> None:
        if self._task is not None:
            self._bar.advance(self._task, count)

    def close(self) -> None:
        self._bar.stop()


def progress_for(stream: TextIO, quiet: bool) -> Progress:
    """The progress that suits a stream."""
    if quiet:
        return Quiet()
    return Terminal(stream) if stream.isatty() else Lines(stream)
