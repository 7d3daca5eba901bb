"""The story of an export: as a build, but of the files that hold the whole collection, and without a site."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from functools import partial

from sitegen.build.chunks import workers_for
from sitegen.build.downloads import figure_runs, part_tasks
from sitegen.build.load import collect, load_chunks, publishable, read_setting
from sitegen.build.mending import Mending, Runs
from sitegen.build.outcome import Outcome, outcome
from sitegen.build.pool import local_pool
from sitegen.build.progress import Progress
from sitegen.build.store import store, with_cache
from sitegen.build.tasks import DownloadsTask, PartTask
from sitegen.build.workers import make_part
from sitegen.content.discover import discover
from sitegen.exports.bulk import Part, whole
from sitegen.model.routes import HOME
from sitegen.networks import SIDECARS
from sitegen.output import output
from sitegen.problems import Problem, SiteError
from sitegen.publish.staging import staging
from sitegen.publish.writer import Receipt, write


def export(
    content: str, out: str, *, base_url: str, jobs: int, keep_going: bool, cache: str | None, progress: Progress
) -> Outcome:
    """Writes a collection's tables and gene sets to a directory, which is replaced at the end as a site is.

    With `keep_going` figures with a fault are left out.  Raises `publish.staging.Refused` where the output
    directory cannot be used.
    """
    return with_cache(partial(_export, content, out, base_url, jobs, keep_going, progress), cache)


def _export(
    content: str, out: str, base_url: str, jobs: int, keep_going: bool, progress: Progress, cache: str | None
) -> Outcome:
    start = time.monotonic()
    inventory = discover(content, SIDECARS)
    content = os.path.abspath(content)
    with staging(out, content) as area, local_pool(workers_for(len(inventory.figures), jobs)) as pool:
        area.refuse_other(HOME, False, "a site")
        kept = store(cache, area)
        setting = read_setting(content, inventory, base_url)
        problems: list[Problem] = []
        receipts: tuple[Receipt, ...] = ()
        figures = 0
        try:
            chunks = load_chunks(content, inventory, pool, progress, kept.cache)
            collection = collect(content, setting, chunks, kept.cache)
            mending = Mending(pool, partial(collect, content, setting, chunks, kept.cache))  # it keeps the lexicon
            problems.extend(collection.problems)
            figures = len(collection.catalog.figures)
            if publishable(problems, figures, keep_going):
                progress.stage("Exporting", figures)
                pages = DownloadsTask(tuple(one.chunk.key for one in chunks), figure_runs(collection))
                tasks = part_tasks(pages, content, kept.cache, collection.lexicon, setting.config.site.base_url)
                files = whole(_parts(tasks, mending, progress)).files
                receipts = tuple(write(area.site, (output(f.name, f.body) for f in files)))
        except SiteError as e:
            problems.extend(e.problems)
        if receipts and area.publish(receipts) and kept.stays:
            kept.cache.prune()
    return outcome(figures, problems, receipts, time.monotonic() - start, kept.refused)


def _parts(tasks: Iterator[PartTask], pool: Runs, progress: Progress) -> Iterator[Part]:
    for part in pool.run(make_part, tasks):
        yield part
        progress.advance(part.rows[0])
