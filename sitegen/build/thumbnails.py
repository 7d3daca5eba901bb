"""Small diagrams for the home page, drawn by the workers and kept in the cache."""

from __future__ import annotations

from sitegen.build.chunk_relations import chunk_relations
from sitegen.build.drawing import draw_thumbnail, genes_elsewhere
from sitegen.build.featured import FeaturedTask, Thumbnail, thumbnails_key
from sitegen.build.reading import prepared_figures
from sitegen.build.steps import source_of


def draw_featured(task: FeaturedTask) -> tuple[Thumbnail, ...]:
    """The thumbnails of some figures, from the cache where it has them."""
    shared = task.shared
    source = source_of(shared, task.chunk)
    related = chunk_relations(source, shared.lexicon)
    name = thumbnails_key(task, related.digest)
    known = shared.cache.known("thumbnails", name, tuple[Thumbnail, ...])
    if known is not None:
        return known
    drawn = []
    genes = genes_elsewhere(related.genes, {})
    for figure, _, curated in prepared_figures(source):
        if figure.figid in task.figids and curated is None:
            found = related.relations.get(figure.figid, ())
            drawn.append(Thumbnail(figure.figid, draw_thumbnail(figure, found, genes), len(found)))
    shared.cache.keep("thumbnails", name, tuple(drawn))
    return tuple(drawn)
