"""Builds the site again when its content changes, and tells who is looking."""

from __future__ import annotations

import json
import posixpath
import threading
from dataclasses import dataclass
from pathlib import Path

from sitegen.build import run
from sitegen.build.progress import Quiet
from sitegen.build.report import Totals, place
from sitegen.content.discover import TABLE_KINDS
from sitegen.networks import SIDECARS
from sitegen.problems import Problem, in_order
from sitegen.publish.staging import Refused

AGAIN = "The site is built again when a file of the content is saved."


@dataclass(frozen=True, slots=True)
class State:
    """What a visitor sees: the number of the build, its problems, with paths as `sitegen check` tells them, and totals.

    Without totals the site is that of an earlier build.  `failure` says why there is no site, where that is no problem
    of the content: a full disk, for one.
    """

    number: int
    problems: tuple[Problem, ...]
    totals: Totals | None
    failure: str = ""

    @property
    def faults(self) -> tuple[Problem, ...]:
        """The problems that keep a figure, or the whole site, from being shown as it is now."""
        return tuple(p for p in in_order(self.problems) if p.severity == "error")

    def faults_of(self, figid: str) -> tuple[Problem, ...]:
        """The faults of a figure's own files: `<figid>.md`, its tables and its pathway files."""
        own = {figid + ending for ending in (".md", *(f"-{kind}.tsv" for kind in TABLE_KINDS), *SIDECARS)}
        return tuple(p for p in self.faults if p.path.rsplit("/", 1)[-1] in own)

    def message(self) -> str:
        """The state as JSON for the page: its number, its faults, and whether what is shown is of an earlier build."""
        faults = [{"place": place(p), "code": p.code, "message": p.message, "hint": p.advice} for p in self.faults]
        if self.failure:
            faults.insert(0, {"place": "sitegen serve", "code": "", "message": self.failure, "hint": AGAIN})
        return json.dumps({"build": self.number, "faults": faults, "old": self.totals is None})


class LiveSite:
    """A site in a directory of its own that is rebuilt on demand.

    Figures with a fault are left out; where nothing can be published the site before stays.
    """

    def __init__(self, content: str, out: Path, base_url: str, jobs: int, cache: str) -> None:
        self.content, self.out, self.base_url, self.jobs, self.cache = content, out, base_url, jobs, cache
        self._changed = threading.Condition()
        self._state = State(0, (), None)

    @property
    def state(self) -> State:
        """The newest state."""
        return self._state

    def rebuild(self) -> State:
        """Builds the site from the content as it is now.

        What ends a build ends no more than that: whoever writes gets the next one when the next file is saved.
        """
        number = self._state.number + 1
        try:
            outcome = run.build(self.content, str(self.out), base_url=self.base_url, jobs=self.jobs, keep_going=True,
                                cache=self.cache, progress=Quiet())
        except Exception as e:
            state = State(number, (), None, str(e) if isinstance(e, OSError | Refused) else f"{type(e).__name__}: {e}")
        else:
            problems = tuple(p._replace(path=posixpath.join(self.content, p.path)) for p in outcome.problems)
            state = State(number, problems, outcome.totals if outcome.published else None)
        with self._changed:
            self._state = state
            self._changed.notify_all()
        return state

    def wait(self, seen: int, seconds: float) -> State | None:
        """The state after build `seen`, or None where none came within so many seconds."""
        with self._changed:
            newer = self._changed.wait_for(lambda: self._state.number > seen, seconds)
            return self._state if newer else None
