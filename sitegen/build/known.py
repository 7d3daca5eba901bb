"""What the cache knows of earlier builds: looked up without the modules that could make it.

A build with nothing to make imports neither Graphviz nor the reader of captions nor templates' compiler.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sitegen.build.keys import key
from sitegen.build.rowfiles import ROWS, STATEMENTS
from sitegen.build.tasks import LoadResult, Made, PageResult
from sitegen.output import Output, check_path
from sitegen.problems import CODES
from sitegen.publish.writer import Receipt

if TYPE_CHECKING:
    from sitegen.build.cache import Cache

SCRATCH = ("numbers", "starts", "roll", "genes", "chemicals", "diseases", "stems")
"""What tasks need of all documents, an entry each."""


def is_kept(cache: Cache, chunk: str) -> bool:
    """Whether the cache has what a chunk gave, and its rows for the index."""
    return cache.has("loaded", chunk) and cache.has(ROWS, chunk)


def known_result(cache: Cache, chunk: str) -> LoadResult | None:
    """What a chunk gave."""
    result = cache.known("loaded", chunk, LoadResult)
    if result is None or result.key != chunk or len(result.facts) != len(result.summaries):
        return None
    return result if all(p.code in CODES for p in result.problems) else None


def scratch_entry(scratch: str, name: str) -> str:
    """The key of one of the entries of all documents."""
    return f"{scratch}-{name}"


def relations_key(chunk: str, lexicon: str) -> str:
    """The key of a chunk's relations, read with the lexicon of that key."""
    return key("relations", chunk, lexicon)


class RelatedDigest(NamedTuple):
    """The digest of a chunk's relations, and the symbols of the genes in them that only the collection knows."""

    digest: str
    symbols: tuple[str, ...]


def keep_related(cache: Cache, name: str, related: RelatedDigest) -> None:
    """Keeps what is looked up of a chunk's relations to know whether its pages are made."""
    cache.put("related", name, "\n".join((related.digest, *related.symbols)).encode("utf-8", "replace"))


def statements_key(chunk: str, related: str) -> str:
    """The key of what a chunk's figures say of genes; `related` is the digest of their relations."""
    return key("statements", chunk, related)


def known_related(cache: Cache, chunk: str, lexicon: str) -> RelatedDigest | None:
    """The digest of a chunk's relations, where they were read before."""
    body = cache.get("related", relations_key(chunk, lexicon))
    if body is None:
        return None
    digest, *symbols = body.decode("utf-8", "replace").split("\n")
    return RelatedDigest(digest, tuple(symbols))


def known_statements(cache: Cache, chunk: str, lexicon: str) -> str | None:
    """The name of what a chunk's figures say, where the cache has it."""
    related = known_related(cache, chunk, lexicon)
    name = statements_key(chunk, related.digest) if related else ""
    return name if name and cache.has(STATEMENTS, name) else None


def known_pages(cache: Cache, name: str) -> PageResult | None:
    """What a task came to in an earlier build."""
    known = cache.known("receipts", name, tuple[tuple[Receipt, ...], int, Made])
    if known is None:
        return None
    receipts, figures, made = known
    return None if any(r.stamp for r in receipts) else PageResult(name, receipts, (), figures, made)


def known_outputs(cache: Cache, name: str) -> list[Output] | None:
    """The files that a task made in an earlier build."""
    outputs = cache.known("pages", name, list[Output])
    try:
        for path, _ in outputs or ():
            check_path(path)
    except ValueError:
        return None
    return outputs
