"""The story of a build: discover, load, fold, check, render, publish, report."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sitegen.build.plan import CHUNK, chunks
from sitegen.build.pool import Pool, local_pool
from sitegen.build.progress import Progress
from sitegen.build.report import Totals, count
from sitegen.build.sitewide import list_tasks, sitewide_outputs
from sitegen.build.steps import load_chunk, make_pages
from sitegen.build.tasks import LoadResult, LoadTask, PageTask, RenderTask, Shared
from sitegen.config import Config, parse_config, with_base_url
from sitegen.content.discover import Inventory, SourceRef, discover
from sitegen.content.documents import load_organism, load_page
from sitegen.content.reader import read
from sitegen.content.theme import read_theme
from sitegen.model.catalog import Catalog, build_catalog
from sitegen.model.documents import OrganismNote, StaticPage
from sitegen.model.routes import RESERVED_PAGES, Redirect, figure_clashes, page_clashes, redirects
from sitegen.model.summary import Summary
from sitegen.output import Output
from sitegen.pages.assets import fingerprint
from sitegen.pages.frame import Site
from sitegen.problems import Problem, SiteError, errors, in_order
from sitegen.publish.staging import Staging, staging
from sitegen.publish.writer import Receipt, write

_FEW = 3 * CHUNK  # below this a second process costs more than it saves


@dataclass(frozen=True, slots=True)
class Collection:
    """A content directory, loaded and checked: the sound figures and every problem."""

    config: Config
    catalog: Catalog
    pages: tuple[StaticPage, ...]
    redirects: tuple[Redirect, ...]
    spools: tuple[tuple[str, tuple[str, ...]], ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a build ended."""

    problems: tuple[Problem, ...]
    totals: Totals
    published: bool


def check(content: str, jobs: int, progress: Progress) -> tuple[Problem, ...]:
    """Every problem of a content directory, sorted; nothing is written.

    Raises nothing for what the content holds: a fault is a value.
    """
    inventory = discover(content)
    with local_pool(_workers(inventory, jobs)) as pool:
        return load(content, inventory, pool, progress, None, "").problems


def build(content: str, out: str, *, base_url: str, jobs: int, keep_going: bool, progress: Progress) -> Outcome:
    """Builds a site: the old one is replaced at the end, and only where no fault forbids it.

    With `keep_going` figures with a fault are left out and the others published.
    Raises `publish.staging.Refused` where the output directory cannot be used.
    """
    start = time.monotonic()
    inventory = discover(content)
    with staging(out, content) as area, local_pool(_workers(inventory, jobs)) as pool:
        collection = load(content, inventory, pool, progress, area.scratch, base_url)
        receipts: list[Receipt] = []
        problems = list(collection.problems)
        published = _may_publish(collection, keep_going)
        if published:
            for result in render(content, collection, area, pool, progress):
                receipts.extend(result[0])
                problems.extend(result[1])
            published = not errors(problems[len(collection.problems):])
        if published:
            progress.stage("Publishing", 0)
            area.publish(receipts)
    faults, warnings = count(problems)
    html = sum(1 for r in receipts if r.path.endswith(".html"))
    totals = Totals(len(collection.catalog.figures) if published else 0, html if published else 0, len(receipts),
                    sum(r.size for r in receipts) if published else 0, time.monotonic() - start, faults, warnings)
    return Outcome(in_order(problems), totals, published)


def load(
    content: str, inventory: Inventory, pool: Pool, progress: Progress, scratch: str | None, base_url: str
) -> Collection:
    """Pass one: reads and checks everything, and folds the summaries into the catalog."""
    problems = list(inventory.problems)
    config = _settings(content, inventory, base_url, problems)
    notes = _documents(load_organism, content, inventory.organisms, problems)
    pages = _documents(load_page, content, inventory.pages, problems)
    summaries: list[Summary] = []
    spools: list[tuple[str, tuple[str, ...]]] = []
    taxa: dict[str, str] = {}
    progress.stage("Reading", len(inventory.figures))
    tasks = _load_tasks(content, inventory.figures, scratch, config)
    for number, result in enumerate(pool.run(load_chunk, tasks)):
        _fold(result, summaries, problems, taxa)
        if scratch is not None:
            spools.append((_spool(scratch, number), tuple(s.figid for s in result.summaries)))
        progress.advance(min(CHUNK, len(inventory.figures) - number * CHUNK))
    clashes = figure_clashes(summaries)
    problems.extend(clashes)
    clashing = {p.path for p in clashes}
    sound = [s for s in summaries if s.path not in clashing]
    old_addresses, alias_problems = redirects(sound)
    problems.extend(alias_problems)
    catalog = build_catalog(sound, notes, taxa)
    page_paths = {f"{p.name}.html": p.path for p in pages}
    taken = [f"{name}.html" for name in RESERVED_PAGES]
    problems.extend(page_clashes({f"{p.name}.html#{i}" if f"{p.name}.html" not in page_paths else f"{p.name}.html": p.path
                                  for i, p in enumerate(pages)}, taken))
    return Collection(config, catalog, tuple(pages), old_addresses, tuple(spools), in_order(problems))


def render(
    content: str, collection: Collection, area: Staging, pool: Pool, progress: Progress
) -> Iterator[tuple[tuple[Receipt, ...], tuple[Problem, ...]]]:
    """Pass two: renders and writes every page; yields receipts and problems."""
    theme = read_theme()
    assets, names = fingerprint(theme.assets)
    static = tuple((p.title, f"{p.name}.html") for p in collection.pages)
    shared = Shared(Site(collection.config, names, static), theme.templates, theme.digest, content, area.site)
    yield tuple(write(area.site, assets)), ()
    paths = [a.path for a in assets]
    progress.stage("Writing", len(collection.catalog.figures))
    tasks = [*_render_tasks(collection, shared), *list_tasks(collection.catalog, collection.redirects, shared)]
    for result in pool.run(make_pages, tasks):
        paths.extend(r.path for r in result.receipts)
        yield result.receipts, result.problems
        progress.advance(result.figures)
    outputs: Iterator[Output] = sitewide_outputs(collection.catalog, collection.pages, collection.redirects, shared, paths)
    try:
        yield tuple(write(area.site, outputs)), ()
    except SiteError as e:
        yield (), e.problems


def _workers(inventory: Inventory, jobs: int) -> int:
    return 1 if len(inventory.figures) < _FEW else jobs


def _may_publish(collection: Collection, keep_going: bool) -> bool:
    faults = errors(collection.problems)
    if not faults:
        return True
    # a fault of the settings or of no figure at all concerns every page
    whole = any(p.code.startswith("E5") and p.code not in ("E504", "E505") for p in faults)
    return keep_going and not whole and bool(collection.catalog.figures)


def _settings(content: str, inventory: Inventory, base_url: str, problems: list[Problem]) -> Config:
    config = Config()
    if inventory.settings:
        source = read(content, inventory.settings)
        if isinstance(source, Problem):
            problems.append(source)
        else:
            config, faults = parse_config(source.text, inventory.settings)
            problems.extend(faults)
    if base_url:
        config, fault = with_base_url(config, base_url)
        if fault:
            raise ValueError(fault)
    if not config.site.base_url:
        problems.append(Problem("site.toml", 0, 0, "W501", "no base_url is set"))
    if not config.site.publisher:
        config = replace(config, site=replace(config.site, publisher=config.site.title))
    return config


def _documents(loader, content: str, paths: tuple[str, ...], problems: list[Problem]) -> list:  # type: ignore[no-untyped-def,type-arg]
    found = []
    for path in paths:
        value, faults = loader(content, path)
        problems.extend(faults)
        if value is not None:
            found.append(value)
    return found


def _load_tasks(content: str, refs: tuple[SourceRef, ...], scratch: str | None, config: Config) -> Iterator[LoadTask]:
    for number, chunk in enumerate(chunks(refs)):
        yield LoadTask(content, chunk, _spool(scratch, number) if scratch is not None else None, config)


def _spool(scratch: str, number: int) -> str:
    return os.path.join(scratch, f"{number:06d}")


def _fold(result: LoadResult, summaries: list[Summary], problems: list[Problem], taxa: dict[str, str]) -> None:
    summaries.extend(result.summaries)
    problems.extend(result.problems)
    for name, taxon in result.taxa:
        taxa.setdefault(name, taxon)


def _render_tasks(collection: Collection, shared: Shared) -> Iterator[PageTask]:
    catalog = collection.catalog
    by_id = {s.figid: s for s in catalog.figures}
    for spool, figids in collection.spools:
        yield RenderTask(shared, spool, {f: catalog.surroundings(by_id[f]) for f in figids if f in by_id})


__all__ = ["Collection", "OrganismNote", "Outcome", "build", "check"]
