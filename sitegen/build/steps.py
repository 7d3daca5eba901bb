"""Pass two over a chunk, and the lists: module-level functions that any executor can run."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from jinja2 import Environment

from sitegen.build.changed import table_problem
from sitegen.build.chunk_relations import NOTHING, Related, chunk_relations, related_of
from sitegen.build.downloads import keep_part, listed, part_key, part_of, part_tasks
from sitegen.build.drawing import draw_figure, genes_elsewhere, relations_graph
from sitegen.build.indexing import entity_contexts, identifier_outputs, range_outputs, sets_output, text_outputs
from sitegen.build.keys import key, pages_key
from sitegen.build.known import known_outputs, known_pages, statements_key
from sitegen.build.markup import figure_jsonld, organism_jsonld
from sitegen.build.reading import prepared_figures
from sitegen.build.statements import arrows_of, keep_statements, statement_outputs
from sitegen.build.stems import links_digest, stems_of
from sitegen.build.tasks import (
    ChunkSource,
    DownloadsTask,
    EntitiesTask,
    FiguresTask,
    IdentifiersTask,
    Made,
    OrganismsTask,
    PageResult,
    Pages,
    PageTask,
    PartTask,
    Prepared,
    RangeTask,
    RedirectsTask,
    SetsTask,
    Shared,
    StatementsTask,
    TextTask,
    UnpackTask,
    YearTask,
)
from sitegen.content.reader import MAX_DOCUMENT, read_bytes
from sitegen.exports.bulk import whole
from sitegen.indexes.statements import Arrow
from sitegen.model.figure import Figure
from sitegen.model.routes import figure_path
from sitegen.output import Output, output
from sitegen.pages.contexts import AliasContext
from sitegen.pages.downloads import DIRECTORY, INDEX
from sitegen.pages.environment import make_environment, render
from sitegen.pages.figure import Drawing, figure_context
from sitegen.pages.listings import organism_pages, redirect_context, year_pages
from sitegen.pages.rows import DataLicence
from sitegen.problems import Problem, SiteError
from sitegen.publish.writer import write

_THEMES: dict[str, dict[str, str]] = {}


def make_pages(task: PageTask) -> PageResult:
    """Renders and writes the pages of a task, or says what the cache holds of them; a fault is its result."""
    shared, pages, name = task.shared, task.pages, task.key
    told = _UNTOLD
    try:
        if isinstance(pages, FiguresTask):
            told = _told(shared, pages)
            name = pages_key(shared.digests[FiguresTask.__name__], FiguresTask.__name__, task.base, pages.chunk,
                             told.related.digest, told.links)
        elif isinstance(pages, DownloadsTask):
            read = [related_of(p.source, shared.lexicon) for p in _parts(shared, pages)]
            name = pages_key(shared.digests[DownloadsTask.__name__], DownloadsTask.__name__, task.base, *pages.chunks, *read)
        if name != task.key and (known := known_pages(shared.cache, name)) is not None:
            return known
        outputs, made = _outputs(task, told)
        written = tuple(write(shared.staging, outputs, shared.old))
    except SiteError as e:
        return PageResult(name, (), e.problems)
    figures = len(pages.surroundings) if isinstance(pages, FiguresTask) else 0
    shared.cache.keep("pages", name, outputs)
    shared.cache.keep("receipts", name, (tuple(r._replace(stamp=0) for r in written), figures, made))
    return PageResult(name, written, (), figures, made)


def unpack_pages(task: UnpackTask) -> PageResult:
    """Puts cached pages in place; where the cache has lost them they are made anew."""
    shared, pages = task.task.shared, task.task.pages
    outputs = known_outputs(shared.cache, task.key)
    try:
        if outputs is None:
            told = _told(shared, pages) if isinstance(pages, FiguresTask) else _UNTOLD
            outputs = _outputs(task.task, told)[0]
        return PageResult(task.key, tuple(write(shared.staging, (o for o in outputs if o.path in task.paths))), ())
    except SiteError as e:
        return PageResult(task.key, (), e.problems)


class _Told(NamedTuple):
    """What a chunk's figures say: their relations, and the names of pages of genes that these name, by symbol."""

    related: Related
    stems: dict[str, str]

    @property
    def links(self) -> str:
        """The digest of the pages' names."""
        return links_digest(self.stems)


_UNTOLD = _Told(NOTHING, {})


def _told(shared: Shared, pages: FiguresTask) -> _Told:
    related = chunk_relations(source_of(shared, pages), shared.lexicon)
    return _Told(related, stems_of(shared.cache, shared.scratch, related.symbols))


def _outputs(task: PageTask, told: _Told) -> tuple[list[Output], Made]:
    shared, pages = task.shared, task.pages
    if isinstance(pages, FiguresTask):
        drawn: list[str] = []
        return list(_figure_outputs(task, pages, told, drawn)), Made(tuple(drawn))
    if isinstance(pages, DownloadsTask):
        return list(_download_outputs(shared, pages)), Made()
    if isinstance(pages, RangeTask):
        return range_outputs(shared.cache, pages)
    if isinstance(pages, SetsTask):
        return [sets_output(shared.cache, pages)], Made()
    if isinstance(pages, IdentifiersTask):
        return list(identifier_outputs(shared.cache, pages)), Made()
    if isinstance(pages, TextTask):
        return list(text_outputs(shared.cache, pages)), Made()
    if isinstance(pages, StatementsTask):
        return statement_outputs(shared.cache, pages)
    return list(_list_outputs(shared, pages)), Made()


def source_of(shared: Shared, pages: FiguresTask) -> ChunkSource:
    """Where a task's figures are."""
    return ChunkSource(shared.root, pages.refs, pages.chunk, shared.cache)


def _figure_outputs(task: PageTask, pages: FiguresTask, told: _Told, shown: list[str]) -> Iterator[Output]:
    """A chunk's pages and tables; `shown` receives the figures whose relations are known."""
    shared, relations = task.shared, told.related.relations
    env = environment(shared)
    prepared_all = prepared_figures(source_of(shared, pages))
    figures = [p for p in prepared_all if p.figure.figid in pages.surroundings]
    if shared.site.config.publish.bulk:
        base = shared.site.config.site.base_url
        name = part_key(pages.chunk, told.related.digest, tuple(pages.surroundings), base)
        if not shared.cache.has("part", name):  # an edited template leaves it as it is
            keep_part(shared.cache, name, figures, told.related, base)
    arrows: dict[str, tuple[Arrow, ...]] = {}
    found = _drawn(task, pages, figures, told, arrows)
    if arrows and shared.site.config.publish.search:
        keep_statements(shared.cache, statements_key(pages.chunk, told.related.digest), prepared_all, told.related, arrows)
    for prepared, drawn in zip(figures, found, strict=True):
        figure = prepared.figure
        if relations.get(figure.figid) or figure.dot is not None:
            shown.append(figure.figid)
        context = figure_context(shared.site, figure, pages.surroundings[figure.figid], *drawn)
        yield render(env, "figure.html", figure_path(figure.figid), context, figure.path)
        if shared.site.config.publish.tables:
            yield from _tables(shared.root, figure)


class _Drawn(NamedTuple):
    """What of a figure's page does not come from templates: diagram, JSON-LD, and name and licence that this gives the figure."""

    drawing: Drawing | None
    jsonld: str
    name: str
    licence: DataLicence


def _drawn(
    task: PageTask, pages: FiguresTask, figures: list[Prepared], told: _Told, arrows: dict[str, tuple[Arrow, ...]]
) -> list[_Drawn]:
    """The diagrams and JSON-LD of a chunk's figures; an edited template leaves them as they are.

    `arrows` receives those of the diagrams that are drawn, by figid.
    """
    shared = task.shared
    name = key("drawn", shared.setting, pages.chunk, told.related.digest, told.links, task.base)
    known = shared.cache.known("drawn", name, list[_Drawn])
    if known is not None and len(known) == len(figures):
        return known
    found = []
    genes = genes_elsewhere(told.related.genes, told.stems)
    for figure, _, curated in figures:
        around = pages.surroundings[figure.figid]
        relations = told.related.relations.get(figure.figid, ())
        graph = relations_graph(figure, relations, around.pages, genes)
        arrows[figure.figid] = arrows_of(graph)
        drawing = draw_figure(figure, relations, curated, graph)
        found.append(_Drawn(drawing, *figure_jsonld(shared.site, figure, around)))
    shared.cache.keep("drawn", name, found)
    return found


def _tables(root: str, figure: Figure) -> Iterator[Output]:
    for file in figure.data_files:
        body = read_bytes(root, file.path, MAX_DOCUMENT)
        if isinstance(body, Problem):
            raise SiteError([body])
        if (fault := table_problem(file, body)) is not None:
            raise SiteError([fault])
        yield output(f"data/{file.path.rsplit('/', 1)[-1]}", body)


def _parts(shared: Shared, pages: DownloadsTask) -> Iterator[PartTask]:
    return part_tasks(pages, shared.root, shared.cache, shared.lexicon, shared.site.config.site.base_url)


def _download_outputs(shared: Shared, pages: DownloadsTask) -> Iterator[Output]:
    files = whole(map(part_of, _parts(shared, pages)))
    yield render(environment(shared), "downloads.html", INDEX, listed(shared.site, files))
    for file in files.files:
        yield output(f"{DIRECTORY}/{file.name}", file.body)


def _list_outputs(shared: Shared, task: Pages) -> Iterator[Output]:
    site, env = shared.site, environment(shared)
    if isinstance(task, YearTask):
        for path, context in year_pages(site, task.year, task.figures):
            yield render(env, "list.html", path, context)
    elif isinstance(task, OrganismsTask):
        for entry, genes in zip(task.entries, task.genes, strict=True):
            for path, context in organism_pages(site, entry, organism_jsonld(site, entry), genes):
                yield render(env, "list.html", path, context)
    elif isinstance(task, EntitiesTask):
        for path, entity in entity_contexts(shared, task):
            yield render(env, "entity.html", path, entity)
    elif isinstance(task, RedirectsTask):
        for redirect in task.redirects:
            page = redirect_context(site, redirect, task.summaries)
            yield render(env, "alias.html" if isinstance(page, AliasContext) else "redirect.html", redirect.path, page)


def environment(shared: Shared) -> Environment:
    """The template environment of a theme, compiled once in each process."""
    _THEMES.setdefault(shared.theme, shared.templates)
    return _environment(shared.theme, shared.own_templates)


@lru_cache(maxsize=4)
def _environment(theme: str, own: tuple[str, ...]) -> Environment:
    return make_environment(_THEMES[theme], own)
