"""What earlier builds saw of a content's files: chunks whose files nobody touched since are not read again."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sitegen.build.cache import Cache
from sitegen.build.keys import key
from sitegen.content.discover import SourceRef
from sitegen.content.stamps import Stamp, stamp

_SETTLED = 2 * 10**9
"""Nanoseconds after which a file system gives a changed file another time for certain."""


class ChunkKey(NamedTuple):
    """A chunk as the cache knows it: the key of its files' bytes, and the digest of what the collection's fold takes of it."""

    key: str
    fold: str


class Seen:
    """The chunks of a content directory by their files' stamps."""

    def __init__(self, cache: Cache, content: str) -> None:
        self._cache, self._content = cache, content
        self._entry = key("seen", os.path.realpath(content))
        self._start = time.time_ns()
        self._known = cache.known("seen", self._entry, dict[str, ChunkKey]) or {}

    def look(self, refs: Sequence[SourceRef]) -> tuple[Stamp | None, ChunkKey | None]:
        """The stamp of a chunk's files, and the chunk, where its files are those that were seen before."""
        now = stamp(self._content, refs)
        return now, self._known.get(now.digest) if now else None

    def keep(self, chunks: Iterable[tuple[Stamp | None, ChunkKey]]) -> None:
        """Remembers the chunks of this build for the next one.

        Files that were changed a moment before they were looked at could be changed again within the
        same tick of the clock: they are read again.
        """
        settled = self._start - _SETTLED
        known = {s.digest: chunk for s, chunk in chunks if s is not None and s.newest < settled}
        if known != self._known:
            self._cache.keep("seen", self._entry, known)
