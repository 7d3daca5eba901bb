"""What crosses a process boundary: plain, frozen, picklable tasks and results.

A task holds all it needs, so it runs on any `concurrent.futures` executor that sees the same files.
"""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.config import Config
from sitegen.content.discover import SourceRef
from sitegen.model.catalog import OrganismEntry, Surroundings
from sitegen.model.routes import Redirect
from sitegen.model.summary import Summary
from sitegen.pages.frame import Site
from sitegen.problems import Problem
from sitegen.publish.writer import Receipt


@dataclass(frozen=True, slots=True)
class LoadTask:
    """A chunk of figures to read and check; the sound ones are kept in `spool` for the second pass."""

    root: str
    refs: tuple[SourceRef, ...]
    spool: str | None
    config: Config


@dataclass(frozen=True, slots=True)
class LoadResult:
    """The summaries of a chunk's sound figures, its problems, and the taxonomy ids its tables know."""

    summaries: tuple[Summary, ...]
    problems: tuple[Problem, ...]
    taxa: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Shared:
    """What every rendering task needs."""

    site: Site
    templates: dict[str, str]
    theme: str
    root: str
    staging: str


@dataclass(frozen=True, slots=True)
class RenderTask:
    """A chunk of figures to publish: its spool, and each figure's surroundings by figid."""

    shared: Shared
    spool: str
    surroundings: dict[str, Surroundings]


@dataclass(frozen=True, slots=True)
class YearTask:
    """A year's list pages."""

    shared: Shared
    year: str
    figures: tuple[Summary, ...]


@dataclass(frozen=True, slots=True)
class OrganismsTask:
    """Some organisms' list pages."""

    shared: Shared
    entries: tuple[OrganismEntry, ...]


@dataclass(frozen=True, slots=True)
class RedirectsTask:
    """Some old addresses, with the summaries of the figures they name."""

    shared: Shared
    redirects: tuple[Redirect, ...]
    summaries: dict[str, Summary]


PageTask = RenderTask | YearTask | OrganismsTask | RedirectsTask


@dataclass(frozen=True, slots=True)
class RenderResult:
    """The files a task wrote, and its problems."""

    receipts: tuple[Receipt, ...]
    problems: tuple[Problem, ...]
    figures: int = 0
