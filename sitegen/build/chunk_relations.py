"""The relations of a chunk's figures: read from their captions once, and kept."""

from __future__ import annotations

from sitegen.build.known import known_related, relations_key
from sitegen.build.reading import told_by
from sitegen.build.relating import lexicon_in, relations_of
from sitegen.build.tasks import ChunkSource, RelationsTask
from sitegen.digest import digest
from sitegen.model.relation import Relation

Relations = dict[str, tuple[Relation, ...]]


def read_relations(task: RelationsTask) -> None:
    """Reads a chunk's captions ahead of the pages that show their relations."""
    related_of(task.source, task.lexicon)


def related_of(source: ChunkSource, lexicon: str) -> str:
    """The digest of a chunk's relations; they are read where no build has read them before."""
    known = known_related(source.cache, source.chunk, lexicon)
    return chunk_relations(source, lexicon)[1] if known is None else known


def chunk_relations(source: ChunkSource, lexicon: str) -> tuple[Relations, str]:
    """The relations of a chunk's figures by figid, and their digest; `lexicon` is its key.

    They have a cache entry of their own: a change of the collection's lexicon reads the captions again,
    and pages are made anew only where that finds other relations.
    """
    name = relations_key(source.chunk, lexicon)
    known = source.cache.known("relations", name, tuple[Relations, str])
    if known is not None:
        return known
    labels = lexicon_in(source.cache, lexicon)
    found = {told.figid: relations_of(told, labels) for told in told_by(source)}
    related = digest(repr({figid: tuple(map(tuple, some)) for figid, some in found.items()}))  # as tuples they are written faster
    source.cache.keep("relations", name, (found, related))
    source.cache.put("related", name, related.encode())
    return found, related
