"""What the cache knows of earlier builds: looked up without the modules that could make it.

A build with nothing to make imports neither Graphviz nor the reader of captions nor templates' compiler.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitegen.build.keys import key
from sitegen.build.rowfiles import ROWS
from sitegen.build.tasks import PageResult

if TYPE_CHECKING:
    from sitegen.build.cache import Cache
    from sitegen.build.tasks import LoadResult

SCRATCH = ("numbers", "starts", "roll", "genes", "chemicals", "diseases")
"""What tasks need of all documents, an entry each."""


def is_kept(cache: Cache, chunk: str) -> bool:
    """Whether the cache has what a chunk gave, and its rows for the index."""
    return cache.has("loaded", chunk) and cache.has(ROWS, chunk)


def known_result(cache: Cache, chunk: str) -> LoadResult | None:
    """What a chunk gave."""
    result: LoadResult | None = cache.known("loaded", chunk)
    return result


def scratch_entry(scratch: str, name: str) -> str:
    """The key of one of the entries of all documents."""
    return f"{scratch}-{name}"


def relations_key(chunk: str, lexicon: str) -> str:
    """The key of a chunk's relations, read with the lexicon of that key."""
    return key("relations", chunk, lexicon)


def known_related(cache: Cache, chunk: str, lexicon: str) -> str | None:
    """The digest of a chunk's relations, where they were read before."""
    body = cache.get("related", relations_key(chunk, lexicon))
    return None if body is None else body.decode("ascii", "replace")


def known_pages(cache: Cache, name: str) -> PageResult | None:
    """What a task came to in an earlier build."""
    known = cache.known("receipts", name)
    if known is None:
        return None
    receipts, figures, made = known
    return PageResult(name, receipts, (), figures, made)
