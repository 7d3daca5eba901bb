"""A content directory and what there is to make of it, each part worked out when something asks for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

from sitegen.build.agenda import Agenda, Tasks, agenda_key, keep_frame, known_agenda, known_frame, make_agenda
from sitegen.build.cache import Cache
from sitegen.build.known import SCRATCH, known_statements, scratch_entry
from sitegen.build.load import Collection, Loaded, Setting, collect, load_again
from sitegen.build.mending import Runs, attempt
from sitegen.build.rowfiles import ROWS, STATEMENTS, are_whole
from sitegen.build.tasks import ChunkSource, Pages, RelationsTask
from sitegen.build.workers import state

if TYPE_CHECKING:
    from sitegen.build.finding import Finding
    from sitegen.build.index_frame import IndexFrame
    from sitegen.indexes.register import Entry


class Work:
    """A content directory, loaded; what an earlier build knew of it is not worked out again."""

    def __init__(self, content: str, setting: Setting, chunks: Sequence[Loaded], cache: Cache) -> None:
        self.content, self.setting, self.chunks, self.cache = content, setting, chunks, cache
        self.keys = tuple(one.chunk.key for one in chunks)
        self.name = agenda_key(setting, (one.chunk.fold for one in chunks))

    @cached_property
    def _known(self) -> Agenda | None:
        return known_agenda(self.cache, self.name, len(self.chunks))

    @property
    def is_new(self) -> bool:
        """Whether no earlier build had the same to make."""
        return self._known is None

    def relations_tasks(self) -> Iterator[RelationsTask]:
        """The reading of all captions."""
        return self._relations_of(self.chunks, self.collection.lexicon)

    def relations_of(self, chunks: Sequence[Loaded]) -> Iterator[RelationsTask]:
        """The relations of some chunks."""
        return self._relations_of(chunks, self.agenda.lexicon)

    def _relations_of(self, chunks: Sequence[Loaded], lexicon: str) -> Iterator[RelationsTask]:
        for one in chunks:
            yield RelationsTask(ChunkSource(self.content, one.refs, one.chunk.key, self.cache), lexicon)

    @cached_property
    def agenda(self) -> Agenda:
        """What is to be made."""
        if self._known is not None:
            return self._known
        made = make_agenda(self.cache, self.name, self.collection, self.finding, self._page_tasks())
        keep_frame(self.cache, self.name, self.finding.frame())
        # the little that lists of lists need stays; the facts of all figures go: they would wait in memory for nothing
        _ = self.overview, self.listed
        del self.collection, self.finding
        return made

    @cached_property
    def tasks(self) -> Tasks:
        """The tasks that make it."""
        return Tasks(self.cache, self.name, self.agenda.places, self._page_tasks)

    @cached_property
    def collection(self) -> Collection:
        """The collection, folded."""
        return collect(self.content, self.setting, self.chunks, self.cache)

    @cached_property
    def finding(self) -> Finding:
        """The collection as the index sees it."""
        from sitegen.build.finding import find  # here and below: not for a build that makes what the last one made

        return find(self.collection, self.cache)

    @cached_property
    def overview(self) -> Collection:
        """The collection without its figures' facts."""
        return replace(self.collection, chunks=())

    @cached_property
    def listed(self) -> Mapping[str, Sequence[Entry]]:
        """The genes, chemicals and diseases of the collection."""
        return {kind: listing.entries for kind, listing in self.finding.listings.items()}

    @cached_property
    def frame(self) -> IndexFrame:
        """What the index's files on all documents hold."""
        return known_frame(self.cache, self.name) or self.finding.frame()

    def mend(self, pool: Runs) -> None:
        """Makes again, from the files, what tasks need and the cache has lost: rows, statements, the lexicon, all documents.

        Raises SiteError where the files are not those that were read before.
        """
        agenda, cache = self.agenda, self.cache
        lost = [one for one in self.chunks if not are_whole(cache, one.chunk.key)]
        whole = [cache.get("scratch", scratch_entry(agenda.scratch, name)) for name in SCRATCH]
        unfolded = None in whole or cache.known("lexicon", agenda.lexicon, dict[str, str]) is None
        said = [known_statements(cache, one.chunk.key, agenda.lexicon) for one in self.chunks]
        damaged = {name for name in said if name and not are_whole(cache, name, STATEMENTS)}
        if not lost and not unfolded and not damaged:  # all of it has its seal, and is no result of sitegen's
            lost, unfolded = list(self.chunks), True
        for one in lost:
            cache.drop(ROWS, one.chunk.key)
        load_again(self.content, lost, pool, cache)
        if unfolded:
            from sitegen.build.finding import find

            find(collect(self.content, self.setting, self.chunks, cache), cache)  # both keep what they make
        unsaid = [one for one, name in zip(self.chunks, said, strict=True) if name is None or name in damaged]
        for _ in pool.run(partial(attempt, state), self.relations_of(unsaid)):
            pass  # one that misses what the cache does not keep is missed again by the task that needs it

    def _page_tasks(self) -> Iterator[Pages]:
        from sitegen.build.sitewide import page_tasks

        return page_tasks(self.collection, self.finding)
