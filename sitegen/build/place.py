"""Puts a build's files in place: what was rendered stands there, the rest is linked or unpacked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

from sitegen.build.pool import Pool
from sitegen.build.steps import unpack_pages
from sitegen.build.tasks import PageResult, PageTask, UnpackTask
from sitegen.output import Output
from sitegen.problems import Problem, SiteError
from sitegen.publish.staging import Staging
from sitegen.publish.writer import Receipt, receipt, write


class Rest(NamedTuple):
    """Pages that no task makes: their receipts, and the pages themselves for one who has to write them."""

    receipts: tuple[Receipt, ...]
    outputs: Callable[[], list[Output]]


class Tasks(Protocol):
    """A build's tasks by number."""

    def __getitem__(self, number: int) -> PageTask:
        """The numbered task."""


def place(
    area: Staging, results: Sequence[PageResult], tasks: Tasks, outputs: Sequence[Output], rest: Rest, pool: Pool
) -> tuple[tuple[Receipt, ...], Sequence[Problem]]:
    """The receipts of the whole site, every file of it below the staging directory.

    A file that the site already has is linked from there; one that only the cache has is unpacked.
    Where the site that stands is the one wanted, file by file, nothing is touched at all.
    """
    previous = area.previous
    pending = [receipt(o) for o in outputs]
    wanted = [*(r for result in results for r in result.receipts), *pending, *rest.receipts]
    if len(wanted) == len(previous.manifest):
        stamps = [0 if r.stamp else previous.holds(r) for r in wanted]
        if all(stamps):
            return tuple(r._replace(stamp=s) for r, s in zip(wanted, stamps, strict=True)), ()
    receipts: list[Receipt] = []
    unpack: list[UnpackTask] = []
    for number, result in enumerate(results):
        missing = []
        for r in result.receipts:
            taken = r if r.stamp else area.take(r)
            if taken is None:
                missing.append(r.path)
            else:
                receipts.append(taken)
        if missing:
            unpack.append(UnpackTask(tasks[number], result.key, frozenset(missing)))
    others = [(r, area.take(r)) for r in rest.receipts]
    receipts.extend(taken for _, taken in others if taken is not None)
    lost = {r.path for r, taken in others if taken is None}
    problems: list[Problem] = []
    for result in pool.run(unpack_pages, unpack):
        receipts.extend(result.receipts)
        problems.extend(result.problems)
    try:
        receipts.extend(write(area.site, outputs, previous.place))
        if lost:
            receipts.extend(write(area.site, (o for o in rest.outputs() if o.path in lost)))
    except SiteError as e:
        problems.extend(e.problems)
    return tuple(sorted(receipts)), problems
