"""The two passes over a chunk, and the lists: module-level functions that any executor can run."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from functools import lru_cache

from jinja2 import Environment

from sitegen.build.drawing import draw_dot, draw_figure
from sitegen.build.indexing import entity_contexts, has_rows, keep_rows, range_outputs, text_outputs
from sitegen.build.keys import key, sources_key
from sitegen.build.markup import figure_jsonld, markup_problems, organism_jsonld
from sitegen.build.relating import learn_names, lexicon_in, read_sidecars, relations_of
from sitegen.build.tasks import (
    EntitiesTask,
    FiguresTask,
    LoadResult,
    LoadTask,
    Made,
    OrganismsTask,
    PageResult,
    Pages,
    PageTask,
    Prepared,
    RangeTask,
    RedirectsTask,
    Shared,
    TextTask,
    UnpackTask,
    YearTask,
)
from sitegen.content.figures import Files, parse_files, read_files
from sitegen.content.reader import MAX_TABLE, read_bytes
from sitegen.digest import digest
from sitegen.indexes.register import figure_facts
from sitegen.model.catalog import Surroundings
from sitegen.model.figure import Figure
from sitegen.model.relation import Relation
from sitegen.model.routes import figure_path
from sitegen.model.summary import summarise
from sitegen.output import Output, output
from sitegen.pages.contexts import AliasContext
from sitegen.pages.environment import make_environment, render
from sitegen.pages.figure import figure_context
from sitegen.pages.listings import organism_pages, redirect_context, year_pages
from sitegen.problems import Problem, SiteError, errors
from sitegen.publish.writer import Receipt, receipt, write

Relations = dict[str, tuple[Relation, ...]]
_THEMES: dict[str, dict[str, str]] = {}


def load_chunk(task: LoadTask) -> LoadResult:
    """Reads and checks a chunk's figures, or takes the result for the same bytes from the cache."""
    files = [read_files(task.root, ref) for ref in task.refs]
    chunk = sources_key(_bytes(files))
    if task.cache is not None:
        known = task.cache.get("loaded", chunk)
        if known is not None and has_rows(task.cache, chunk):
            result: LoadResult = pickle.loads(known)
            return result
    result, prepared = _load(chunk, files)
    if task.cache is not None:
        task.cache.put("figures", chunk, pickle.dumps(prepared, protocol=5))
        keep_rows(task.cache, chunk, [p.figure for p in prepared])
        task.cache.put("loaded", chunk, pickle.dumps(result, protocol=5))
    return result


def _bytes(files: list[Files]) -> Iterator[tuple[str, bytes | None]]:
    for document, tables, sidecars in files:
        for path, body in (document, *((name, data) for _, name, data in tables), *sidecars):
            yield path, None if isinstance(body, Problem) else body


def _load(chunk: str, files: list[Files]) -> tuple[LoadResult, list[Prepared]]:
    found: list[Prepared] = []
    problems: list[Problem] = []
    taxa: dict[str, str] = {}
    for some in files:
        figure, faults = parse_files(some)
        problems.extend(faults)
        network, sidecar_faults = read_sidecars(some)
        problems.extend(sidecar_faults)
        if figure is None:
            continue
        curated = draw_dot(figure)
        undrawable = curated.problems if curated else ()
        problems += [*markup_problems(figure), *undrawable]
        if errors((*undrawable, *sidecar_faults)):
            continue
        found.append(Prepared(figure, network, curated))
        for gene in figure.genes:
            if gene.organism_id:
                taxa.setdefault(gene.organism, gene.organism_id)
    figures = [p.figure for p in found]
    result = LoadResult(chunk, len(files), tuple(map(summarise, figures)), tuple(problems), tuple(sorted(taxa.items())),
                        learn_names(figures), tuple(map(figure_facts, figures)))
    return result, found


def make_pages(task: PageTask) -> PageResult:
    """Renders and writes the pages of a task, or says what the cache holds of them; a fault is its result."""
    shared, pages = task.shared, task.pages
    relations, related = chunk_relations(shared, pages)
    name = key("pages", shared.digest, related, type(pages).__name__, repr(_depends(pages)))
    if not task.force:
        known = shared.cache.get("receipts", name)
        if known is not None:
            receipts, figures, made = pickle.loads(known)
            return PageResult(name, receipts, (), figures, made)
    try:
        outputs, made = _outputs(shared, pages, relations)
        written = tuple(write(shared.staging, outputs, shared.old))
    except SiteError as e:
        return PageResult(name, (), e.problems)
    figures = len(pages.surroundings) if isinstance(pages, FiguresTask) else 0
    shared.cache.put("pages", name, pickle.dumps(outputs, protocol=5))
    shared.cache.put("receipts", name, pickle.dumps((tuple(r._replace(stamp=0) for r in written), figures, made), protocol=5))
    return PageResult(name, written, (), figures, made)


def unpack_pages(task: UnpackTask) -> PageResult:
    """Puts cached pages in place; where the cache has lost them they are made anew."""
    shared = task.task.shared
    body = shared.cache.get("pages", task.key)
    try:
        outputs: list[Output] = (
            pickle.loads(body) if body is not None
            else _outputs(shared, task.task.pages, chunk_relations(shared, task.task.pages)[0])[0]
        )
        return PageResult(task.key, tuple(write(shared.staging, (o for o in outputs if o.path in task.paths))), ())
    except SiteError as e:
        return PageResult(task.key, (), e.problems)


def receipts_of(outputs: list[Output]) -> tuple[Receipt, ...]:
    """The receipts of outputs that are not yet in place."""
    return tuple(map(receipt, outputs))


def _depends(pages: Pages) -> object:
    """All that a task's pages depend on beside what is shared."""
    return (pages.chunk, pages.surroundings) if isinstance(pages, FiguresTask) else pages


def _outputs(shared: Shared, pages: Pages, relations: Relations) -> tuple[list[Output], Made]:
    if isinstance(pages, FiguresTask):
        drawn: list[str] = []
        return list(_figure_outputs(shared, pages, relations, drawn)), Made(tuple(drawn))
    if isinstance(pages, RangeTask):
        return range_outputs(shared.cache, pages)
    if isinstance(pages, TextTask):
        return list(text_outputs(shared.cache, pages)), Made()
    return list(_list_outputs(shared, pages)), Made()


def chunk_relations(shared: Shared, pages: Pages) -> tuple[Relations, str]:
    """The relations of a chunk's figures by figid, and their digest; none for lists.

    They have a cache entry of their own: a change of the collection's lexicon reads the captions again,
    and pages are made anew only where that finds other relations.
    """
    if not isinstance(pages, FiguresTask):
        return {}, ""
    name = key("relations", pages.chunk, shared.lexicon)
    body = shared.cache.get("relations", name)
    if body is None:
        lexicon = lexicon_in(shared.cache, shared.lexicon)
        found = {p.figure.figid: relations_of(p.figure, p.network, lexicon) for p in prepared_figures(shared, pages)}
        body = pickle.dumps(found, protocol=5)
        shared.cache.put("relations", name, body)
    relations: Relations = pickle.loads(body)
    return relations, digest(repr(relations))


def prepared_figures(shared: Shared, task: FiguresTask) -> list[Prepared]:
    """A chunk's figures, from the cache or else from their files."""
    body = shared.cache.get("figures", task.chunk)
    if body is not None:
        prepared: list[Prepared] = pickle.loads(body)
        return prepared
    return _load(task.chunk, [read_files(shared.root, ref) for ref in task.refs])[1]


def _figure_outputs(shared: Shared, task: FiguresTask, relations: Relations, drawn: list[str]) -> Iterator[Output]:
    """A chunk's pages and tables; `drawn` receives the figures whose relations are known."""
    env = environment(shared)
    for prepared in prepared_figures(shared, task):
        figure = prepared.figure
        around = task.surroundings.get(figure.figid)
        if around is not None:
            known = relations.get(figure.figid, ())
            if known or figure.dot is not None:
                drawn.append(figure.figid)
            yield figure_page(shared, env, prepared, around, known)
            if shared.site.config.publish.tables:
                yield from _tables(shared.root, figure)


def figure_page(
    shared: Shared, env: Environment, prepared: Prepared, around: Surroundings, relations: tuple[Relation, ...]
) -> Output:
    """A figure's page with its diagram and JSON-LD."""
    figure = prepared.figure
    jsonld, name = figure_jsonld(shared.site, figure, around)
    drawing = draw_figure(figure, relations, prepared.curated, around.pages)
    context = figure_context(shared.site, figure, around, drawing, jsonld, name)
    return render(env, "figure.html", figure_path(figure.figid), context)


def _tables(root: str, figure: Figure) -> Iterator[Output]:
    for file in figure.data_files:
        body = read_bytes(root, file.path, MAX_TABLE)
        if isinstance(body, Problem):
            raise SiteError([body])
        yield output(f"data/{file.path.rsplit('/', 1)[-1]}", body)


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
    return _environment(shared.theme, shared.own_theme)


@lru_cache(maxsize=4)
def _environment(theme: str, own: bool) -> Environment:
    return make_environment(_THEMES[theme], sandboxed=own)
