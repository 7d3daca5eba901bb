"""Pass two: renders every page, or takes it from the cache or the site that stands."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sitegen.build.agenda import statements_name
from sitegen.build.cache import Cache
from sitegen.build.featured import featured
from sitegen.build.keys import key
from sitegen.build.known import known_outputs, known_pages, known_statements
from sitegen.build.mending import Mending, Runs
from sitegen.build.place import Rest, place
from sitegen.build.pool import Pool
from sitegen.build.progress import Progress
from sitegen.build.rowfiles import STATEMENTS, Marks, known_marks, statement_marks
from sitegen.build.tasks import SITEWIDE_TEMPLATES, TEMPLATES, FiguresTask, Made, PageResult, PageTask, Shared
from sitegen.build.theming import at_home, look_of, template_faults
from sitegen.build.work import Work
from sitegen.build.workers import make_pages, state
from sitegen.config import Config
from sitegen.content.pictures import read_picture
from sitegen.content.theme import Theme
from sitegen.digest import digest
from sitegen.indexes.block import SECTIONS
from sitegen.jsonld.context import SMALL_COLLECTION
from sitegen.output import Output
from sitegen.pages.assets import fingerprint, imported, shortened, squeezed, with_settings, without
from sitegen.pages.downloads import INDEX
from sitegen.pages.finding_pages import idle_modules, modules
from sitegen.pages.frame import Site
from sitegen.problems import Problem, SiteError, errors
from sitegen.publish.staging import Staging
from sitegen.publish.writer import Receipt, receipt

_REST = "rest"
_SHEETS = ("assets/site.css", "assets/search.css")
_SET = ("assets/figure.js", "assets/saved.js")


def render_site(
    work: Work, area: Staging, workers: Pool, progress: Progress
) -> tuple[tuple[Receipt, ...], Sequence[Problem]]:
    """The receipts of the whole site, every file of it in place; or no receipts, and what is wrong with the templates."""
    pool = Mending(workers, lambda: work.mend(workers))
    config = work.setting.config
    theme, faults = look_of(work.content, config)
    if errors(faults):
        return (), (*faults, *template_faults(theme, config))
    dressed, faults = _dressed(theme, config, work.cache)
    if dressed is None:
        return (), faults
    read = [read_picture(work.content, path) for path in work.setting.pictures]
    gone = tuple(p for p in read if isinstance(p, Problem))
    if gone:
        return (), gone
    pictures = [p for p in read if isinstance(p, Output)]
    assets, names = fingerprint(_assets(theme, dressed.style, config))
    shared = _shared(work, theme, dressed, names, area)
    progress.stage("Writing", work.agenda.figures)
    tasks, results = _pages(work, shared, pool, progress)
    problems = [p for r in results for p in r.problems]
    if problems:
        return (), at_home(theme, problems)
    try:
        index = work.frame.outputs(results, config.images.urls) if config.publish.search else ()
        outputs = [*assets, *pictures, *index]
        rest = _rest(work, shared, results, pool)
        if work.is_new:
            workers.rest()  # all is written, and putting it in place takes memory of its own
        return place(area, results, tasks, outputs, rest, pool)
    except SiteError as e:
        return (), at_home(theme, e.problems)


def _assets(theme: Theme, style: bytes, config: Config) -> dict[str, bytes]:
    """The theme's assets as they are published: one style sheet, and scripts with the settings that they need."""
    assets = {path: body for path, body in theme.assets.items() if path not in _SHEETS}
    assets = without(assets, idle_modules(config.publish))
    scripts = {path: with_settings(assets[path], config) for path in _SET if path in assets}
    return {**assets, "assets/site.css": style, **scripts}


class _Dressed(NamedTuple):
    """What follows from a theme: its style sheet as it is published, and the digest of the templates of each kind of task."""

    style: bytes
    closures: dict[str, str]


def _dressed(theme: Theme, config: Config, cache: Cache) -> tuple[_Dressed | None, tuple[Problem, ...]]:
    """What follows from a theme; or none, and the faults of its templates, which the settings may have a part in."""
    name = key("dressed", theme.digest, repr(config) if theme.own_templates else "")
    known = cache.known("dressed", name, _Dressed)
    if known is not None:
        return known, ()
    faults = template_faults(theme, config)
    if faults:
        return None, faults
    from sitegen.diagram import diagram_css
    from sitegen.pages.environment import closure, make_environment

    scripts = b"\n".join(body for path, body in theme.assets.items() if path.endswith(".js")).decode(errors="replace")
    style = shortened(squeezed("".join(theme.assets[sheet].decode() for sheet in _SHEETS) + diagram_css()), scripts)
    env = make_environment(theme.templates)
    used = {**{kind.__name__: names for kind, names in TEMPLATES.items()}, _REST: SITEWIDE_TEMPLATES}
    made = _Dressed(style.encode(), {kind: closure(env, theme.templates, *names) for kind, names in used.items() if names})
    cache.keep("dressed", name, made)
    return made, ()


class _NamedTasks:
    """The agenda's tasks, each with the key of its pages; those of statements have none before `names` has it."""

    def __init__(self, work: Work, shared: Shared) -> None:
        self._work, self._shared = work, shared
        self.names: list[str] = []
        self.blocks: tuple[str, ...] = ()

    def __getitem__(self, number: int) -> PageTask:
        work = self._work
        item = work.agenda.items[number]
        keys = self.blocks if item.section == STATEMENTS else work.keys
        return work.tasks.task(number, self._shared, item, keys, self.names[number])


def _pages(work: Work, shared: Shared, pool: Runs, progress: Progress) -> tuple[_NamedTasks, list[PageResult]]:
    """What each task of the agenda comes to, in order; those that the cache knows do not run.

    The tasks of statements are the last, and wait for the figures' pages: what these draw is what the figures say.
    """
    marks = [known_marks(work.cache, chunk) or _no_marks(chunk) for chunk in work.keys]
    tasks = _NamedTasks(work, shared)
    last = [item for item in work.agenda.items if item.section == STATEMENTS]
    first = work.agenda.items[: len(work.agenda.items) - len(last)]
    tasks.names += [work.agenda.name(item, shared, work.keys, marks) for item in first]
    results = _results(work, tasks, 0, pool, progress)
    if last and not any(r.problems for r in results):
        tasks.blocks = tuple(_blocks(work, pool))
        said = [statement_marks(work.cache, name) or b"" for name in tasks.blocks]
        tasks.names += [statements_name(item, shared, said) for item in last]
        results += _results(work, tasks, len(first), pool, progress)
    return tasks, results


def _results(work: Work, tasks: _NamedTasks, first: int, pool: Runs, progress: Progress) -> list[PageResult]:
    """What the tasks that have a name come to, from the numbered one on."""
    found = [known_pages(work.cache, name) if name else None for name in tasks.names[first:]]
    progress.advance(sum(r.figures for r in found if r is not None))
    made = pool.run(make_pages, (tasks[i] for i, r in enumerate(found, first) if r is None))
    results = []
    for known in found:
        result = known or next(made)
        if known is None:
            progress.advance(result.figures)
        results.append(result)
    return results


def _blocks(work: Work, pool: Runs) -> Iterator[str]:
    """The names of what each chunk says; what no page's making left in the cache is made."""
    found = [known_statements(work.cache, chunk, work.agenda.lexicon) for chunk in work.keys]
    lost = [one for one, name in zip(work.chunks, found, strict=True) if name is None]
    made = pool.run(state, work.relations_of(lost))
    for name in found:
        yield next(made) if name is None else name


def _no_marks(chunk: str) -> Marks:
    """Marks of a chunk that the cache has lost: made of its key, they agree with none that any task saw."""
    return Marks(*[chunk.encode() * 256] * SECTIONS)


def _rest(work: Work, shared: Shared, results: Sequence[PageResult], pool: Runs) -> Rest:
    """Home, lists of lists, static pages and sitemaps: known where nothing changed that they show."""
    sights = [(FiguresTask(i, work.keys[i], work.chunks[i].refs, {}), figids) for i, figids in work.agenda.sights]
    shown = featured(work.agenda.wanted, sights, shared, pool)
    written = [r.path for result in results for r in result.receipts]
    name = key("rest", shared.digests[_REST], work.name, repr(shown), digest("\n".join(written)))

    def make() -> list[Output]:
        known = known_outputs(work.cache, name)
        if known is not None:
            return known
        from sitegen.build.sitewide import sitewide_outputs

        return list(sitewide_outputs(work.overview, work.listed, shared, written, shown))

    known = known_pages(work.cache, name)
    if known is not None:
        return Rest(known.receipts, make)
    outputs = make()
    receipts = tuple(receipt(o) for o in outputs)
    work.cache.keep("pages", name, outputs)
    work.cache.keep("receipts", name, (receipts, 0, Made()))
    return Rest(receipts, lambda: outputs)


def _shared(work: Work, theme: Theme, dressed: _Dressed, names: dict[str, str], area: Staging) -> Shared:
    config = work.setting.config
    files = (("Downloads", INDEX),) if config.publish.bulk and work.agenda.figures else ()
    static = (*files, *((p.title, f"{p.name}.html") for p in work.setting.pages))
    needed = {path: imported(path, theme.assets) for path in modules(config.publish)}
    site = Site(config, names, static, work.agenda.figures > SMALL_COLLECTION, needed)
    shown = repr(site)
    digests = {kind.__name__: "" for kind in TEMPLATES}
    digests |= {kind: key("shared", templates, shown) for kind, templates in dressed.closures.items()}
    return Shared(
        site, theme.templates, theme.digest, theme.own_templates, work.content, area.site,
        area.place if os.path.isdir(area.place) else None, work.cache, work.agenda.lexicon, work.agenda.scratch,
        digests=digests,
        setting=key("setting", repr(config), str(site.large)),
    )
