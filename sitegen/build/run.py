"""The story of a build: discover, load, fold, check, render, publish, report."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.build.cache import Cache
from sitegen.build.cluster import cluster_pool
from sitegen.build.featured import featured
from sitegen.build.finding import find
from sitegen.build.keys import key
from sitegen.build.load import Collection, load
from sitegen.build.place import place
from sitegen.build.plan import USUAL
from sitegen.build.pool import Pool, local_pool
from sitegen.build.progress import Progress
from sitegen.build.report import Totals, count
from sitegen.build.sitewide import page_tasks, sitewide_outputs
from sitegen.build.steps import make_pages
from sitegen.build.tasks import PageTask, Shared
from sitegen.content.discover import Inventory, discover
from sitegen.content.theme import Theme, overridden, read_theme
from sitegen.diagram import diagram_css
from sitegen.jsonld.context import SMALL_COLLECTION
from sitegen.networks import SIDECARS
from sitegen.output import Output
from sitegen.pages.assets import fingerprint, squeezed, with_settings
from sitegen.pages.frame import Site
from sitegen.problems import Problem, SiteError, errors, in_order
from sitegen.publish.staging import Staging, staging
from sitegen.publish.writer import Receipt

_FEW = 3 * USUAL  # below this a second process costs more than it saves


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a build ended."""

    problems: tuple[Problem, ...]
    totals: Totals
    published: bool


def check(content: str, jobs: int, progress: Progress) -> tuple[Problem, ...]:
    """Every problem of a content directory, sorted; nothing is written."""
    inventory = discover(content, SIDECARS)
    with local_pool(_workers(inventory, jobs)) as pool:
        return load(content, inventory, "", pool, progress, None).problems


def build(
    content: str, out: str, *, base_url: str, jobs: int, keep_going: bool, cache: str | None, progress: Progress,
    scheduler: str = "",
) -> Outcome:
    """Builds a site: the old one is replaced at the end, and only where no fault forbids it.

    With `keep_going` figures with a fault are left out and the others published.  `cache` is the
    directory of the cache, None for none; `scheduler` the address of a Dask cluster to work on.  Raises
    `publish.staging.Refused` where the output directory cannot be used, `cluster.NoCluster` where the
    cluster cannot.
    """
    start = time.monotonic()
    inventory = discover(content, SIDECARS)
    content = os.path.abspath(content)
    workers = cluster_pool(scheduler) if scheduler else local_pool(_workers(inventory, jobs))
    with staging(out, content) as area, workers as pool:
        store = Cache(os.path.abspath(cache) if cache else os.path.join(area.scratch, "cache"))
        collection = load(content, inventory, base_url, pool, progress, store)
        problems = list(collection.problems)
        receipts: tuple[Receipt, ...] = ()
        if collection.publishable(keep_going):
            receipts, faults = _render(content, collection, area, store, pool, progress)
            problems.extend(faults)
            if errors(faults):
                receipts = ()
            else:
                progress.stage("Publishing", 0)
                area.publish(receipts)
        if cache:
            store.prune()
    return _outcome(collection, problems, receipts, time.monotonic() - start)


def _render(
    content: str, collection: Collection, area: Staging, cache: Cache, pool: Pool, progress: Progress
) -> tuple[tuple[Receipt, ...], Sequence[Problem]]:
    """Pass two: renders every page, or takes it from the cache or the site that stands."""
    theme, faults = _theme(content, collection)
    if errors(faults):
        return (), faults
    style = squeezed(theme.assets["assets/site.css"].decode() + diagram_css()).encode()
    script = with_settings(theme.assets["assets/figure.js"], collection.config)
    assets, names = fingerprint({**theme.assets, "assets/site.css": style, "assets/figure.js": script})
    shared = _shared(content, collection, theme, names, area, cache)
    finding = find(collection, area.scratch)
    tasks = [PageTask(shared, pages) for pages in page_tasks(collection, finding, shared)]
    progress.stage("Writing", len(collection.catalog.figures))
    results = []
    problems: list[Problem] = []
    for result in pool.run(make_pages, tasks):
        results.append(result)
        problems.extend(result.problems)
        progress.advance(result.figures)
    written = [r.path for result in results for r in result.receipts]
    try:
        shown = featured(collection, shared, pool)
        outputs: list[Output] = [*assets, *sitewide_outputs(collection, finding, shared, written, shown)]
        outputs += finding.outputs(results, collection.config.images.urls)
    except SiteError as e:
        return (), [*problems, *e.problems]
    if problems:
        return (), problems
    return place(area, tasks, results, outputs, pool)


def _theme(content: str, collection: Collection) -> tuple[Theme, tuple[Problem, ...]]:
    theme = read_theme()
    directory = collection.config.theme.directory
    return overridden(theme, content, directory) if directory else (theme, ())


def _shared(content: str, collection: Collection, theme: Theme, names: dict[str, str], area: Staging, cache: Cache) -> Shared:
    static = tuple((p.title, f"{p.name}.html") for p in collection.pages)
    site = Site(collection.config, names, static, len(collection.catalog.figures) > SMALL_COLLECTION)
    old = area.place if os.path.isdir(area.place) else None
    name = key("shared", theme.digest, repr(site))
    return Shared(site, theme.templates, theme.digest, theme.own, content, area.site, old, cache,
                  collection.lexicon, name)


def _outcome(collection: Collection, problems: Sequence[Problem], receipts: Sequence[Receipt], seconds: float) -> Outcome:
    faults, warnings = count(problems)
    pages = sum(1 for r in receipts if r.path.endswith(".html"))
    totals = Totals(len(collection.catalog.figures) if receipts else 0, pages, len(receipts), sum(r.size for r in receipts),
                    seconds, faults, warnings)
    return Outcome(in_order(problems), totals, bool(receipts))


def _workers(inventory: Inventory, jobs: int) -> int:
    return 1 if len(inventory.figures) < _FEW else jobs
