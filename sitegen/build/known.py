"""What the cache knows of earlier builds: looked up without the modules that could make it.

A build with nothing to make imports neither Graphviz nor the reader of captions nor templates' compiler.
"""

from __future__ import annotations

import marshal
from typing import TYPE_CHECKING, NamedTuple

from sitegen.build.keys import key
from sitegen.build.tasks import PageResult

if TYPE_CHECKING:
    from sitegen.build.cache import Cache
    from sitegen.build.tasks import LoadResult

MARK = 8
ROWS = "rows"
_MARKS = "marks"


class Marks(NamedTuple):
    """Digests of the parts of a chunk's rows, `MARK` bytes each: of ranges of terms, ranges of genes, and texts."""

    terms: bytes
    genes: bytes
    texts: bytes


def is_kept(cache: Cache, chunk: str) -> bool:
    """Whether the cache has what a chunk gave, and its rows for the index."""
    return cache.has("loaded", chunk) and cache.has(ROWS, chunk) and cache.has(_MARKS, chunk)


def known_result(cache: Cache, chunk: str) -> LoadResult | None:
    """What a chunk gave."""
    result: LoadResult | None = cache.known("loaded", chunk)
    return result


def keep_marks(cache: Cache, chunk: str, marks: Marks) -> None:
    """Keeps the marks of a chunk's rows, by which a task knows whether its parts are the same as before."""
    cache.put(_MARKS, chunk, marshal.dumps(tuple(marks)))


def known_marks(cache: Cache, chunk: str) -> Marks | None:
    """The marks of a chunk's rows."""
    body = cache.get(_MARKS, chunk)
    return None if body is None else Marks(*marshal.loads(body))


def relations_key(chunk: str, lexicon: str) -> str:
    """The key of a chunk's relations, read with the lexicon of that key."""
    return key("relations", chunk, lexicon)


def known_related(cache: Cache, chunk: str, lexicon: str) -> str | None:
    """The digest of a chunk's relations, where they were read before."""
    body = cache.get("related", relations_key(chunk, lexicon))
    return None if body is None else body.decode()


def known_pages(cache: Cache, name: str) -> PageResult | None:
    """What a task came to in an earlier build."""
    known = cache.known("receipts", name)
    if known is None:
        return None
    receipts, figures, made = known
    return PageResult(name, receipts, (), figures, made)
