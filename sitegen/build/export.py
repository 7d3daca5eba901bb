"""The story of an export: as a build, but of the files that hold the whole collection, and without a site."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator

from sitegen.build.cache import Cache
from sitegen.build.chunks import workers_for
from sitegen.build.downloads import figure_runs, part_tasks
from sitegen.build.load import load_chunks, publishable, read_setting
from sitegen.build.outcome import Outcome, outcome
from sitegen.build.pool import Pool, local_pool
from sitegen.build.progress import Progress
from sitegen.build.tasks import DownloadsTask, PartTask
from sitegen.build.work import Work
from sitegen.build.workers import make_part
from sitegen.content.discover import discover
from sitegen.exports.bulk import Part, whole
from sitegen.networks import SIDECARS
from sitegen.output import output
from sitegen.publish.staging import staging
from sitegen.publish.writer import Receipt, write


def export(
    content: str, out: str, *, base_url: str, jobs: int, keep_going: bool, cache: str | None, progress: Progress
) -> Outcome:
    """Writes a collection's tables and gene sets to a directory, which is replaced at the end as a site is.

    With `keep_going` figures with a fault are left out.  Raises `publish.staging.Refused` where the output
    directory cannot be used.
    """
    start = time.monotonic()
    inventory = discover(content, SIDECARS)
    content = os.path.abspath(content)
    with staging(out, content) as area, local_pool(workers_for(len(inventory.figures), jobs)) as pool:
        store = Cache(os.path.abspath(cache) if cache else os.path.join(area.scratch, "cache"))
        setting = read_setting(content, inventory, base_url)
        work = Work(content, setting, load_chunks(content, inventory, pool, progress, store), store)
        collection = work.collection
        figures = len(collection.catalog.figures)
        receipts: tuple[Receipt, ...] = ()
        if publishable(collection.problems, figures, keep_going):
            progress.stage("Exporting", figures)
            pages = DownloadsTask(work.keys, figure_runs(collection))
            tasks = part_tasks(pages, content, store, collection.lexicon, setting.config.site.base_url)
            files = whole(_parts(tasks, pool, progress)).files
            receipts = tuple(write(area.site, (output(f.name, f.body) for f in files)))
            if area.publish(receipts) and cache:
                store.prune()
    return outcome(figures, collection.problems, receipts, time.monotonic() - start)


def _parts(tasks: Iterator[PartTask], pool: Pool, progress: Progress) -> Iterator[Part]:
    for part in pool.run(make_part, tasks):
        yield part
        progress.advance(part.rows[0])
