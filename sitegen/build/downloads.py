"""The collection's data as files: what each chunk gives them is made beside its pages and kept, and then joined."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sitegen.build.cache import Cache
from sitegen.build.chunk_relations import Related, chunk_relations, related_of
from sitegen.build.keys import key
from sitegen.build.load import Collection
from sitegen.build.reading import prepared_figures
from sitegen.build.tasks import ChunkSource, DownloadsTask, PartTask, Prepared
from sitegen.content.discover import SourceRef
from sitegen.exports.bulk import File, Part, Whole, part
from sitegen.pages.contexts import DownloadsContext
from sitegen.pages.downloads import downloads_page, in_words
from sitegen.pages.frame import Site
from sitegen.pages.rows import CollectionFile, GeneSetFiles
from sitegen.relations.lexicon import SEVERAL


def part_key(chunk: str, related: str, figids: Sequence[str], base: str) -> str:
    """The key of what a chunk's figures give the files."""
    return key("part", chunk, related, "\n".join(figids), base)


def keep_part(cache: Cache, name: str, figures: Sequence[Prepared], related: Related, base: str) -> Part:
    """What some figures give the files, kept for the task that joins them."""
    told = ((p.figure, related.relations.get(p.figure.figid, ())) for p in figures)
    made = part(told, base, {name: "family" if symbol == SEVERAL else "gene" for name, symbol in related.genes.items()})
    cache.keep("part", name, made)
    return made


def part_of(task: PartTask) -> Part:
    """What a chunk's figures give the files, from the cache or made."""
    name = part_key(task.source.chunk, related_of(task.source, task.lexicon), task.figids, task.base)
    known = task.source.cache.known("part", name, Part)
    if known is not None:
        return known
    related = chunk_relations(task.source, task.lexicon)
    wanted = set(task.figids)
    figures = [p for p in prepared_figures(task.source) if p.figure.figid in wanted]
    return keep_part(task.source.cache, name, figures, related, task.base)


def part_tasks(pages: DownloadsTask, root: str, cache: Cache, lexicon: str, base: str) -> Iterator[PartTask]:
    """What the files are joined of, a task a chunk; `base` is the site's address, or empty."""
    for chunk, (refs, figids) in zip(pages.chunks, pages.runs, strict=True):
        yield PartTask(ChunkSource(root, refs, chunk, cache), lexicon, figids, base)


def figure_runs(collection: Collection) -> tuple[tuple[tuple[SourceRef, ...], tuple[str, ...]], ...]:
    """The files and the sound figures' ids of each chunk."""
    sound = {s.figid for s in collection.catalog.figures}
    return tuple((c.refs, tuple(f for f in c.figids if f in sound)) for c in collection.chunks)


def listed(site: Site, files: Whole) -> DownloadsContext:
    """The page that lists the files."""
    tables = [_shown(file, table.about, table.columns) for table, file in files.tables]
    sets = [GeneSetFiles(s.organism, _shown(s.symbols), _shown(s.ids)) for s in files.sets]
    networks = [_shown(file, form.about) for form, file in files.archives]
    return downloads_page(site, tables, sets, networks)


def _shown(file: File, about: str = "", columns: tuple[str, ...] = ()) -> CollectionFile:
    return CollectionFile(file.name, file.name, about, columns, file.rows, in_words(len(file.body)))
