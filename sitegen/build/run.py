"""The story of a build: discover, load, fold, check, render, publish, report."""

from __future__ import annotations

import os
import time
from functools import partial

from sitegen.build.chunks import workers_for
from sitegen.build.cluster import cluster_pool
from sitegen.build.load import check_content, load_chunks, publishable, read_setting
from sitegen.build.outcome import Outcome, outcome
from sitegen.build.pool import local_pool
from sitegen.build.progress import Progress
from sitegen.build.rendering import render_site
from sitegen.build.store import store, with_cache
from sitegen.build.theming import theme_problems
from sitegen.build.work import Work
from sitegen.build.workers import read_relations
from sitegen.content.discover import discover
from sitegen.model.routes import HOME
from sitegen.networks import SIDECARS
from sitegen.problems import Problem, SiteError, errors
from sitegen.publish.staging import staging
from sitegen.publish.writer import Receipt

_MANY = 40_000
"""Figures of a collection whose pages are made by workers of their own: what others learned in reading would fill memory."""


def check(content: str, jobs: int, progress: Progress) -> tuple[Problem, ...]:
    """Every problem of a content directory, sorted; nothing is written."""
    inventory = discover(content, SIDECARS)
    with local_pool(workers_for(len(inventory.figures), jobs)) as pool:
        return check_content(content, inventory, pool, progress)


def build(
    content: str, out: str, *, base_url: str, jobs: int, keep_going: bool, cache: str | None, progress: Progress,
    scheduler: str = "",
) -> Outcome:
    """Builds a site: the old one is replaced at the end, and only where no fault forbids it.

    With `keep_going` figures with a fault are left out and the others published.  `cache` is the
    directory of the cache, None for none, as is one that cannot be written; `scheduler` the address of a
    Dask cluster to work on.  Raises `publish.staging.Refused` where the output directory cannot be used,
    `cluster.NoCluster` where the cluster cannot.
    """
    return with_cache(partial(_build, content, out, base_url, jobs, keep_going, progress, scheduler), cache)


def _build(
    content: str, out: str, base_url: str, jobs: int, keep_going: bool, progress: Progress, scheduler: str, cache: str | None
) -> Outcome:
    start = time.monotonic()
    inventory = discover(content, SIDECARS)
    content = os.path.abspath(content)
    workers = cluster_pool(scheduler) if scheduler else local_pool(workers_for(len(inventory.figures), jobs))
    with staging(out, content) as area, workers as pool:
        area.refuse_other(HOME, True, "an export")
        kept = store(cache, area)
        setting = read_setting(content, inventory, base_url)
        problems: list[Problem] = []
        receipts: tuple[Receipt, ...] = ()
        figures = 0
        try:
            work = Work(content, setting, load_chunks(content, inventory, pool, progress, kept.cache), kept.cache)
            if work.is_new:
                pool.ahead(read_relations, work.relations_tasks())
            problems.extend(work.agenda.problems)
            figures = work.agenda.figures
            if work.is_new and figures > _MANY:
                progress.stage("Reading captions", 0)
                pool.rest()
            if publishable(problems, figures, keep_going):
                receipts, faults = render_site(work, area, pool, progress)
                problems.extend(faults)
                if errors(faults):
                    receipts = ()
            else:
                problems.extend(theme_problems(content, setting.config))
        except SiteError as e:
            receipts = ()
            problems.extend(e.problems)
        pool.rest(wait=False)  # they end while this process goes on
        if receipts:
            progress.stage("Publishing", 0)
            if area.publish(receipts) and kept.stays:
                kept.cache.prune()
    return outcome(figures, problems, receipts, time.monotonic() - start, kept.refused)
