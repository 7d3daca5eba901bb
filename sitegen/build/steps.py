"""The two passes over a chunk, and the lists: module-level functions that any executor can run."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator
from functools import lru_cache

from jinja2 import Environment

from sitegen.build.drawing import dot_problems, draw_figure
from sitegen.build.markup import figure_jsonld, organism_jsonld
from sitegen.build.tasks import (
    LoadResult,
    LoadTask,
    OrganismsTask,
    PageTask,
    RedirectsTask,
    RenderResult,
    RenderTask,
    Shared,
    YearTask,
)
from sitegen.content.figures import load_figure
from sitegen.content.reader import MAX_TABLE, read_bytes
from sitegen.model.catalog import Surroundings
from sitegen.model.figure import Figure
from sitegen.model.routes import figure_path
from sitegen.model.summary import summarise
from sitegen.output import Output, output
from sitegen.pages.contexts import AliasContext
from sitegen.pages.environment import make_environment, render
from sitegen.pages.figure import figure_context
from sitegen.pages.listings import organism_pages, redirect_context, year_pages
from sitegen.problems import Problem, SiteError
from sitegen.publish.writer import write

_THEMES: dict[str, dict[str, str]] = {}


def load_chunk(task: LoadTask) -> LoadResult:
    """Reads and checks a chunk's figures; the sound ones go to the spool."""
    figures: list[Figure] = []
    problems: list[Problem] = []
    taxa: dict[str, str] = {}
    for ref in task.refs:
        figure, faults = load_figure(task.root, ref)
        problems.extend(faults)
        if figure is None:
            continue
        drawn = dot_problems(figure)
        problems.extend(drawn)
        if drawn:
            continue
        figures.append(figure)
        for gene in figure.genes:
            if gene.organism_id:
                taxa.setdefault(gene.organism, gene.organism_id)
    if task.spool is not None:
        with open(task.spool, "wb") as f:
            pickle.dump(figures, f, protocol=5)
    return LoadResult(tuple(map(summarise, figures)), tuple(problems), tuple(sorted(taxa.items())))


def make_pages(task: PageTask) -> RenderResult:
    """Renders and writes the pages of a task; a fault ends the task and is its result."""
    try:
        if isinstance(task, RenderTask):
            with open(task.spool, "rb") as f:
                figures: list[Figure] = pickle.load(f)
            outputs = _figure_outputs(task, figures)
            return RenderResult(tuple(write(task.shared.staging, outputs)), (), len(figures))
        return RenderResult(tuple(write(task.shared.staging, _list_outputs(task))), ())
    except SiteError as e:
        return RenderResult((), e.problems)


def _figure_outputs(task: RenderTask, figures: Iterable[Figure]) -> Iterator[Output]:
    shared = task.shared
    env = environment(shared)
    for figure in figures:
        around = task.surroundings.get(figure.figid)
        if around is not None:
            yield figure_page(shared, env, figure, around)
            if shared.site.config.publish.tables:
                yield from _tables(shared.root, figure)


def figure_page(shared: Shared, env: Environment, figure: Figure, around: Surroundings) -> Output:
    """A figure's page with its diagram and JSON-LD."""
    jsonld, name = figure_jsonld(shared.site, figure, around)
    drawing = draw_figure(figure)
    context = figure_context(shared.site, figure, around, drawing, jsonld, name)
    return render(env, "figure.html", figure_path(figure.figid), context)


def _tables(root: str, figure: Figure) -> Iterator[Output]:
    for file in figure.data_files:
        body = read_bytes(root, file.path, MAX_TABLE)
        if isinstance(body, Problem):
            raise SiteError([body])
        yield output(f"data/{file.path.rsplit('/', 1)[-1]}", body)


def _list_outputs(task: YearTask | OrganismsTask | RedirectsTask) -> Iterator[Output]:
    shared = task.shared
    site, env = shared.site, environment(shared)
    if isinstance(task, YearTask):
        for path, context in year_pages(site, task.year, task.figures):
            yield render(env, "list.html", path, context)
    elif isinstance(task, OrganismsTask):
        for entry in task.entries:
            for path, context in organism_pages(site, entry, organism_jsonld(site, entry)):
                yield render(env, "list.html", path, context)
    else:
        for redirect in task.redirects:
            page = redirect_context(site, redirect, task.summaries)
            yield render(env, "alias.html" if isinstance(page, AliasContext) else "redirect.html", redirect.path, page)


def environment(shared: Shared) -> Environment:
    """The template environment of a theme, compiled once in each process."""
    _THEMES.setdefault(shared.theme, shared.templates)
    return _environment(shared.theme)


@lru_cache(maxsize=4)
def _environment(theme: str) -> Environment:
    return make_environment(_THEMES[theme])
