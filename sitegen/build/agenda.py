"""What a build has to make of a collection: known from the last build as long as no figure's facts changed.

Titles, years, organisms and tables decide which pages there are and what they link; a caption or a relation
changes its own figure's page and some files of the index.  So the agenda of a collection is kept under the
digest of those facts.  Each item says what its task's key depends on, and the tasks themselves are read only
where one has to run.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple, get_args

from sitegen.build.cache import Cache
from sitegen.build.keys import key, pages_key
from sitegen.build.known import SCRATCH, known_related, scratch_entry
from sitegen.build.mending import Lost
from sitegen.build.packing import Damaged, pack, unpack
from sitegen.build.rowfiles import STATEMENTS, Marks
from sitegen.build.shapes import fits
from sitegen.build.stems import links_digest, stems_of
from sitegen.build.tasks import (
    DownloadsTask,
    EntitiesTask,
    FiguresTask,
    IdentifiersTask,
    Pages,
    PageTask,
    RangeTask,
    SetsTask,
    Shared,
    StatementsTask,
    TextTask,
    with_keys,
)
from sitegen.digest import digest
from sitegen.indexes.block import MARK
from sitegen.indexes.block import Damaged as Unsound
from sitegen.indexes.ranges import WORDS_FROM
from sitegen.model.catalog import candidates
from sitegen.model.summary import Summary
from sitegen.problems import CODES, Problem

if TYPE_CHECKING:
    from sitegen.build.finding import Finding
    from sitegen.build.index_frame import IndexFrame
    from sitegen.build.load import Collection

_SEGMENT = 2**20  # bytes of tasks that are kept together
TERMS, GENES, TEXTS, SETS = "terms", "genes", "texts", "sets"


class Item(NamedTuple):
    """A task: its kind, the digest of what it depends on beside the chunks' files, and which parts of those it reads.

    Figures are of the chunk `number`; other tasks read the parts `start` to `end` of a section of each chunk, or,
    of texts, `places`: pairs of a chunk's number and a place in it.
    """

    kind: str
    base: str
    number: int = -1
    section: str = ""
    start: int = 0
    end: int = 0
    places: bytes = b""


class Agenda(NamedTuple):
    """Everything that is to be made: problems of the content, number of figures, keys in the cache, and the tasks' items.

    `wanted` are the figures that the home page may show, `sights` the chunk and figids of each; `places` say
    where each task is: its segment in the cache, and the start and end there.
    """

    problems: tuple[Problem, ...]
    figures: int
    lexicon: str
    scratch: str
    items: tuple[Item, ...]
    wanted: tuple[Summary, ...]
    sights: tuple[tuple[int, tuple[str, ...]], ...]
    places: tuple[tuple[int, int, int], ...]

    def name(self, item: Item, shared: Shared, keys: Sequence[str], marks: Sequence[Marks]) -> str:
        """The key of an item's pages, statements aside; '' where it needs relations that are not known."""
        if item.kind == FiguresTask.__name__:
            chunk = keys[item.number]
            related = known_related(shared.cache, chunk, shared.lexicon)
            if related is None:
                return ""
            try:
                links = links_digest(stems_of(shared.cache, shared.scratch, related.symbols))
            except (Lost, Unsound):  # the task finds that out, too, and it is mended
                return ""
            return pages_key(shared.digests[item.kind], item.kind, item.base, chunk, related.digest, links)
        if item.kind == DownloadsTask.__name__:
            read_by = [known_related(shared.cache, chunk, shared.lexicon) for chunk in keys]
            known = [related.digest for related in read_by if related is not None]
            if len(known) < len(read_by):
                return ""
            return pages_key(shared.digests[item.kind], item.kind, item.base, *keys, *known)
        if item.section == TEXTS:
            places = array("I", item.places)
            pairs = zip(places[::2], places[1::2], strict=True)
            read = blake2b(b"".join([marks[c].texts[p * MARK : (p + 1) * MARK] for c, p in pairs]))
        elif item.section:
            read = blake2b(b"".join([getattr(m, item.section)[item.start * MARK : item.end * MARK] for m in marks]))
        else:
            return pages_key(shared.digests[item.kind], item.kind, item.base)
        return pages_key(shared.digests[item.kind], item.kind, item.base, read.hexdigest())


def statements_name(item: Item, shared: Shared, marks: Sequence[bytes]) -> str:
    """The key of an item's statements; `marks` are those of what each chunk says."""
    read = blake2b(b"".join([some[item.start * MARK : item.end * MARK] for some in marks]))
    return pages_key(shared.digests[item.kind], item.kind, item.base, read.hexdigest())


class Tasks:
    """The tasks of an agenda: read from the cache when the first is asked for, made anew where the cache has lost them."""

    def __init__(
        self, cache: Cache, name: str, places: Sequence[tuple[int, int, int]], remake: Callable[[], Iterable[Pages]]
    ) -> None:
        self._cache, self._name, self._places, self._remake = cache, name, places, remake
        self._segment: tuple[int, bytes] = (-1, b"")

    def task(self, number: int, shared: Shared, item: Item, keys: tuple[str, ...], name: str) -> PageTask:
        """The numbered task, with the chunks' keys as they are now."""
        segment, start, end = self._places[number]
        if segment != self._segment[0]:
            self._segment = segment, self._cache.get("tasks", _segment(self._name, segment)) or b""
        body = self._segment[1]
        pages = _task(body[start:end], item) or self._remade[number]
        return PageTask(shared, with_keys(pages, keys), item.base, name)

    @cached_property
    def _remade(self) -> list[Pages]:
        return list(self._remake())


def _task(body: bytes, item: Item) -> Pages | None:
    """The task that bytes hold, where it is the one that the item was made of."""
    try:
        pages: Pages = unpack(body)
    except Damaged:
        return None
    return pages if fits(pages, Pages) and _item(pages) == item else None


def _segment(name: str, number: int) -> str:
    return key("tasks", name, str(number))


def agenda_key(setting: object, folds: Iterable[str]) -> str:
    """The key of a collection's agenda."""
    return key("agenda", repr(setting), *folds)


def known_agenda(cache: Cache, name: str, chunks: int) -> Agenda | None:
    """The agenda of a collection of so many chunks that an earlier build had; None where not all that its tasks need is kept."""
    agenda = cache.known("agenda", name, Agenda)
    if agenda is None or not _holds_together(agenda, chunks):
        return None
    whole = all([cache.has("scratch", scratch_entry(agenda.scratch, name)) for name in SCRATCH])
    whole = cache.has("lexicon", agenda.lexicon) and whole
    return agenda if whole else None


def _holds_together(agenda: Agenda, chunks: int) -> bool:
    """Whether an agenda names no chunk, no kind of task and no kind of problem that there is not."""
    kinds = {kind.__name__ for kind in get_args(Pages)}
    numbers = {0, *(number for number, _ in agenda.sights)}
    for item in agenda.items:
        if item.kind not in kinds or item.section not in ("", STATEMENTS, *Marks._fields) or len(item.places) % 8:
            return False
        if item.kind == FiguresTask.__name__:
            numbers.add(item.number)
        numbers.update(array("I", item.places)[::2])
    numbered = min(numbers) >= 0 and max(numbers) < max(chunks, 1)
    return numbered and len(agenda.items) == len(agenda.places) and all(p.code in CODES for p in agenda.problems)


def make_agenda(cache: Cache, name: str, collection: Collection, finding: Finding, tasks: Iterable[Pages]) -> Agenda:
    """The agenda of a collection, kept for later builds with its tasks."""
    items: list[Item] = []
    places: list[tuple[int, int, int]] = []
    segment = bytearray()
    number = 0
    for pages in tasks:
        items.append(_item(pages))
        start = len(segment)
        segment += pack(pages)
        places.append((number, start, len(segment)))
        if len(segment) > _SEGMENT:
            cache.put("tasks", _segment(name, number), bytes(segment))
            segment.clear()
            number += 1
    cache.put("tasks", _segment(name, number), bytes(segment))
    wanted = tuple(candidates(collection.catalog))
    figids = {s.figid for s in wanted}
    sights = ((i, tuple(f for f in chunk.figids if f in figids)) for i, chunk in enumerate(collection.chunks))
    agenda = Agenda(collection.problems, len(collection.catalog.figures), collection.lexicon, finding.scratch, tuple(items),
                    wanted, tuple(s for s in sights if s[1]), tuple(places))
    cache.keep("agenda", name, agenda)
    return agenda


def _item(pages: Pages) -> Item:
    kind, base = type(pages).__name__, digest(repr(_without_numbers(pages)))
    if isinstance(pages, FiguresTask):
        return Item(kind, base, pages.number)
    if isinstance(pages, RangeTask):
        return Item(kind, base, -1, TERMS, pages.start, pages.end)
    if isinstance(pages, SetsTask):
        return Item(kind, base, -1, SETS, 0, 1)
    if isinstance(pages, IdentifiersTask):
        return Item(kind, base, -1, SETS, 1, 2)
    if isinstance(pages, TextTask):
        return Item(kind, base, -1, TEXTS, places=array("I", [n for place in pages.places for n in place]).tobytes())
    if isinstance(pages, StatementsTask):
        return Item(kind, base, -1, STATEMENTS, pages.start, pages.end)
    if isinstance(pages, EntitiesTask) and pages.kind == "genes":
        return Item(kind, base, -1, GENES, pages.ranges.start - WORDS_FROM, pages.ranges.stop - WORDS_FROM)
    return Item(kind, base)


def _without_numbers(pages: Pages) -> Pages:
    """A task without the numbers of chunks: a figure that comes may give those after it others, and their pages are the same.

    Text rows are told by their marks.
    """
    if isinstance(pages, FiguresTask):
        return replace(pages, number=-1)
    return replace(pages, places=()) if isinstance(pages, TextTask) else pages


def keep_frame(cache: Cache, name: str, frame: IndexFrame) -> None:
    """Keeps the part of the index's files that concerns all documents."""
    cache.keep("frame", name, frame)


def known_frame(cache: Cache, name: str) -> IndexFrame | None:
    """That part, from the cache."""
    from sitegen.build.index_frame import IndexFrame

    return cache.known("frame", name, IndexFrame)
