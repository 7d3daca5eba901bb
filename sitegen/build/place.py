"""Puts a build's files in place: what was rendered stands there, the rest is linked or unpacked."""

from __future__ import annotations

from collections.abc import Sequence

from sitegen.build.pool import Pool
from sitegen.build.steps import unpack_pages
from sitegen.build.tasks import PageResult, PageTask, UnpackTask
from sitegen.output import Output
from sitegen.problems import Problem, SiteError
from sitegen.publish.staging import Staging
from sitegen.publish.writer import Receipt, receipt, write


def place(
    area: Staging, tasks: Sequence[PageTask], results: Sequence[PageResult], outputs: Sequence[Output], pool: Pool
) -> tuple[tuple[Receipt, ...], Sequence[Problem]]:
    """The receipts of the whole site, every file of it below the staging directory.

    A file that the site already has is linked from there; one that only the cache has is unpacked.
    Where the site that stands is the one wanted, file by file, nothing is touched at all.
    """
    previous = area.previous()
    pending = [receipt(o) for o in outputs]
    wanted = [*(r for result in results for r in result.receipts), *pending]
    if len(wanted) == len(previous.manifest):
        stamps = [0 if r.stamp else previous.holds(r) for r in wanted]
        if all(stamps):
            return tuple(r._replace(stamp=s) for r, s in zip(wanted, stamps, strict=True)), ()
    receipts: list[Receipt] = []
    unpack: list[UnpackTask] = []
    for task, result in zip(tasks, results, strict=True):
        missing = []
        for r in result.receipts:
            taken = r if r.stamp else previous.take(r, area.site)
            if taken is None:
                missing.append(r.path)
            else:
                receipts.append(taken)
        if missing:
            unpack.append(UnpackTask(task, result.key, frozenset(missing)))
    problems: list[Problem] = []
    for result in pool.run(unpack_pages, unpack):
        receipts.extend(result.receipts)
        problems.extend(result.problems)
    try:
        receipts.extend(write(area.site, outputs, previous.place))
    except SiteError as e:
        problems.extend(e.problems)
    return tuple(sorted(receipts)), problems
