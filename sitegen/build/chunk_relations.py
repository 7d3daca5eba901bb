"""The relations of a chunk's figures: read from their captions once, and kept."""

from __future__ import annotations

from typing import NamedTuple

from sitegen.build.known import RelatedDigest, keep_related, known_related, relations_key
from sitegen.build.reading import told_by
from sitegen.build.relating import known_genes, lexicon_in, relations_of
from sitegen.build.tasks import ChunkSource, RelationsTask
from sitegen.digest import digest
from sitegen.model.relation import Relation
from sitegen.relations.lexicon import SEVERAL

Relations = dict[str, tuple[Relation, ...]]


class Related(NamedTuple):
    """The relations of a chunk's figures by figid, and by folded name the genes that only the collection knows their ends as."""

    relations: Relations
    genes: dict[str, str]
    digest: str

    @property
    def symbols(self) -> tuple[str, ...]:
        """Of those genes the symbols."""
        return tuple(sorted({s for s in self.genes.values() if s != SEVERAL}))


NOTHING = Related({}, {}, "")


def read_relations(task: RelationsTask) -> None:
    """Reads a chunk's captions ahead of the pages that show their relations."""
    related_of(task.source, task.lexicon)


def related_of(source: ChunkSource, lexicon: str) -> str:
    """The digest of a chunk's relations; they are read where no build has read them before."""
    known = known_related(source.cache, source.chunk, lexicon)
    return chunk_relations(source, lexicon).digest if known is None else known.digest


def chunk_relations(source: ChunkSource, lexicon: str) -> Related:
    """The relations of a chunk's figures; `lexicon` is its key.

    They have a cache entry of their own: a change of the collection's lexicon reads the captions again,
    and pages are made anew only where that finds other relations, or other genes in them.
    """
    name = relations_key(source.chunk, lexicon)
    known = source.cache.known("relations", name, Related)
    if known is not None:
        return known
    symbols = lexicon_in(source.cache, lexicon)
    relations: Relations = {}
    genes: dict[str, str] = {}
    for told in told_by(source):
        found = relations[told.figid] = relations_of(told, symbols)
        genes |= known_genes(found, told.names, symbols)
    shown = {figid: tuple(map(tuple, some)) for figid, some in relations.items()}  # as tuples they are written faster
    related = Related(relations, genes, digest(repr((shown, genes))))
    source.cache.keep("relations", name, related)
    keep_related(source.cache, name, RelatedDigest(related.digest, related.symbols))
    return related
