"""What crosses a process boundary: plain, frozen, picklable tasks and results.

A task holds all it needs, so it runs on any `concurrent.futures` executor that sees the same files.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from sitegen.indexes.ranges import word_range

if TYPE_CHECKING:  # a build with nothing to make needs the tasks, and nothing of what they work with
    from sitegen.build.cache import Cache
    from sitegen.content.discover import SourceRef
    from sitegen.diagram.curated import Curated
    from sitegen.indexes.register import Entry, FigureFacts
    from sitegen.indexes.shards import Gene
    from sitegen.indexes.suggest import Suggestion
    from sitegen.model.catalog import OrganismEntry, Surroundings
    from sitegen.model.figure import Figure
    from sitegen.model.relation import Relation
    from sitegen.model.routes import Redirect
    from sitegen.model.summary import Summary
    from sitegen.pages.frame import Site
    from sitegen.problems import Problem
    from sitegen.publish.writer import Receipt


@dataclass(frozen=True, slots=True)
class LoadTask:
    """A chunk of figures to read and check; with a cache the sound ones are kept there for the second pass."""

    root: str
    refs: tuple[SourceRef, ...]
    cache: Cache | None


@dataclass(frozen=True, slots=True)
class ChunkSource:
    """Where a chunk's figures are: in the cache under the key `chunk`, else in their files."""

    root: str
    refs: tuple[SourceRef, ...]
    chunk: str
    cache: Cache


@dataclass(frozen=True, slots=True)
class RelationsTask:
    """A chunk whose captions are to be read with the lexicon of that key."""

    source: ChunkSource
    lexicon: str


@dataclass(frozen=True, slots=True)
class PartTask:
    """What some figures of a chunk give the files of the whole collection; `base` is the site's address, or empty."""

    source: ChunkSource
    lexicon: str
    figids: tuple[str, ...]
    base: str


class Prepared(NamedTuple):
    """A sound figure as the second pass takes it: with its sidecars' relations and its curator's drawing."""

    figure: Figure
    network: tuple[Relation, ...] = ()
    curated: Curated | None = None


@dataclass(frozen=True, slots=True)
class LoadResult:
    """A chunk's summaries, problems, the taxonomy ids and names its tables know; `key` names its figures in the cache.

    `fold` is the digest of all that the collection takes of the chunk: everything here but `key`, and its files' names.
    What is not `lasting` may be another the next time: a drawing ran out of time.
    """

    key: str
    size: int
    fold: str
    summaries: tuple[Summary, ...]
    problems: tuple[Problem, ...]
    taxa: tuple[tuple[str, str], ...]
    names: Mapping[str, str]
    facts: tuple[FigureFacts, ...] = ()
    lasting: bool = True


@dataclass(frozen=True, slots=True)
class Shared:
    """What every rendering task needs.

    `digests` say of each kind of task all that its pages depend on of this: settings, assets' names, and the
    templates that the kind renders.

    `lexicon` and `scratch` are the keys of the collection's lexicon and of what tasks need of all documents, `setting`
    the digest of what diagrams and JSON-LD need, which knows nothing of templates and assets.
    """

    site: Site
    templates: dict[str, str]
    theme: str
    own_templates: tuple[str, ...]
    root: str
    staging: str
    old: str | None
    cache: Cache
    lexicon: str
    scratch: str
    digests: Mapping[str, str]
    setting: str


@dataclass(frozen=True, slots=True)
class FiguresTask:
    """A chunk of figures to publish: its key in the cache, and each figure's surroundings by figid.

    A task as the agenda keeps it has no keys of chunks: `with_keys` puts in those of the content as it is now.
    """

    number: int
    chunk: str
    refs: tuple[SourceRef, ...]
    surroundings: dict[str, Surroundings]


@dataclass(frozen=True, slots=True)
class YearTask:
    """A year's list pages."""

    year: str
    figures: tuple[Summary, ...]


@dataclass(frozen=True, slots=True)
class OrganismsTask:
    """Some organisms' list pages, each with the genes of most of its figures: name, page's name, figures."""

    entries: tuple[OrganismEntry, ...]
    genes: tuple[tuple[tuple[str, str | None, int], ...], ...]


@dataclass(frozen=True, slots=True)
class RedirectsTask:
    """Some old addresses, with the summaries of the figures they name."""

    redirects: tuple[Redirect, ...]
    summaries: dict[str, Summary]


@dataclass(frozen=True, slots=True)
class RangeTask:
    """Postings and suggestions of the ranges `start` to `end`: all chunks, genes by term, and names to suggest.

    `scratch` is the key under which the documents' numbers, the roll and the registers are in the cache.
    """

    scratch: str
    chunks: tuple[str, ...]
    start: int
    end: int
    genes: Mapping[str, Gene]
    names: tuple[Suggestion, ...]


@dataclass(frozen=True, slots=True)
class SetsTask:
    """The gene sets of all figures."""

    scratch: str
    chunks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IdentifiersTask:
    """The ids and organisms of all genes; `organisms` are those that a list can be meant for, in order."""

    scratch: str
    chunks: tuple[str, ...]
    organisms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StatementsTask:
    """What all figures' relations say of the genes of the ranges `start` to `end`; `blocks` name what the chunks say."""

    scratch: str
    blocks: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TextTask:
    """Files of text rows from the numbered one on: of each document the number of its chunk and its place in it."""

    chunks: tuple[str, ...]
    first: int
    places: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class EntitiesTask:
    """Pages of some genes, chemicals or diseases, each with its number in the register."""

    kind: str
    scratch: str
    chunks: tuple[str, ...]
    entries: tuple[tuple[int, Entry], ...]

    @property
    def ranges(self) -> range:
        """The ranges of the index's words that its names are in."""
        names = [entry.key for _, entry in self.entries]
        return range(word_range(min(names)), word_range(max(names)) + 1)


@dataclass(frozen=True, slots=True)
class DownloadsTask:
    """The files of the whole collection and their page; `runs` are the files and the sound figures' ids of each chunk."""

    chunks: tuple[str, ...]
    runs: tuple[tuple[tuple[SourceRef, ...], tuple[str, ...]], ...]


Pages = (
    FiguresTask | YearTask | OrganismsTask | RedirectsTask | RangeTask | SetsTask | IdentifiersTask | TextTask | EntitiesTask
    | DownloadsTask | StatementsTask
)


TEMPLATES: Mapping[type, tuple[str, ...]] = {
    FiguresTask: ("figure.html",), YearTask: ("list.html",), OrganismsTask: ("list.html",), EntitiesTask: ("entity.html",),
    RedirectsTask: ("redirect.html", "alias.html"), DownloadsTask: ("downloads.html",),
    RangeTask: (), SetsTask: (), IdentifiersTask: (), TextTask: (), StatementsTask: (),  # what scripts read is no page
}
"""The templates that each kind of task renders."""
SITEWIDE_TEMPLATES = (
    "home.html", "index.html", "entities.html", "search.html", "browse.html", "enrichment.html", "saved.html", "page.html",
    "404.html",
)
"""Those of the pages that no task makes."""


class RangeExtra(NamedTuple):
    """What a range task tells the start file: its first range, the bounds of its files, and its names of most figures."""

    start: int
    bounds: tuple[str, ...]
    suggestions: tuple[str, ...]
    hot: tuple[Suggestion, ...]


class StatementsExtra(NamedTuple):
    """What a task of statements tells the start file: its first range, and the bounds of its files."""

    start: int
    bounds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Made:
    """What a task's pages come to beside files: figures whose diagram shows relations, or what it tells the start file."""

    drawn: tuple[str, ...] = ()
    ranges: RangeExtra | None = None
    statements: StatementsExtra | None = None


def with_keys(pages: Pages, keys: tuple[str, ...]) -> Pages:
    """The task with the keys of the collection's chunks, or of what they say, in order."""
    if isinstance(pages, StatementsTask):
        return replace(pages, blocks=keys)
    if isinstance(pages, FiguresTask):
        return replace(pages, chunk=keys[pages.number])
    if isinstance(pages, EntitiesTask) and pages.kind != "genes":
        return pages
    if isinstance(pages, RangeTask | SetsTask | IdentifiersTask | TextTask | EntitiesTask | DownloadsTask):
        return replace(pages, chunks=keys)
    return pages


@dataclass(frozen=True, slots=True)
class PageTask:
    """Pages to make, with their key in the cache; that of figures whose relations are not known yet is ''.

    `base` is the part of the key that does not change with what stands in the chunks' files.
    """

    shared: Shared
    pages: Pages
    base: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class UnpackTask:
    """Cached pages to put in place, because no site stands that has them."""

    task: PageTask
    key: str
    paths: frozenset[str]


@dataclass(frozen=True, slots=True)
class PageResult:
    """The files of a task and its problems; files without a stamp are in the cache under `key`, not yet in place."""

    key: str
    receipts: tuple[Receipt, ...]
    problems: tuple[Problem, ...]
    figures: int = 0
    made: Made = Made()
