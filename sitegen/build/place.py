"""Puts a build's files in place: what was rendered stands there, the rest is linked or unpacked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

from sitegen.build.mending import Runs
from sitegen.build.tasks import PageResult, PageTask, UnpackTask
from sitegen.build.workers import unpack_pages
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
    area: Staging, results: Sequence[PageResult], tasks: Tasks, outputs: Sequence[Output], rest: Rest, pool: Runs
) -> tuple[tuple[Receipt, ...], Sequence[Problem]]:
    """The receipts of the whole site, every file of it below the staging directory.

    A file that the site already has is linked from there; one that only the cache has is unpacked.
    Where the site that stands is the one wanted, file by file, nothing is touched at all.
    """
    previous = area.previous
    pending = [receipt(o) for o in outputs]
    written = [r for result in results for r in result.receipts if r.stamp]
    wanted = [r for result in results for r in result.receipts if not r.stamp]
    if not written and len(wanted) + len(pending) + len(rest.receipts) == len(previous.manifest):
        standing = list(previous.standing([*wanted, *pending, *rest.receipts], previous.place))
        if None not in standing:
            return tuple(r for r in standing if r), ()
    taken = area.take([*wanted, *rest.receipts])
    receipts = [*written, *(r for r in taken if r)]
    missing = {r.path for r, got in zip((*wanted, *rest.receipts), taken, strict=True) if got is None}
    unpack: list[UnpackTask] = []
    for number, result in enumerate(results if missing else ()):
        lost = missing.intersection(r.path for r in result.receipts)
        if lost:
            unpack.append(UnpackTask(tasks[number], result.key, frozenset(lost)))
    lost = missing.intersection(r.path for r in rest.receipts)
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
