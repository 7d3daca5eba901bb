"""Runs tasks on processes and hands back their results in the order of the tasks."""

from __future__ import annotations

import contextlib
import errno
import gc
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent import futures
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from functools import cached_property
from importlib import import_module
from multiprocessing.connection import wait
from typing import TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")

_FEW = 2
_PATIENCE = 5.0  # seconds that a worker has to end when it is told to
_AHEAD = 3  # tasks handed out per worker: none waits for work
_WAITING = 32  # results per worker that may wait for their turn behind a task that takes longer than others


class Pool:
    """A number of workers, started when the first task comes; one worker runs the same code in this process."""

    def __init__(self, start: Callable[[], Executor] | None, jobs: int) -> None:
        self._start = start
        self._jobs = jobs

    @cached_property
    def _executor(self) -> Executor | None:
        return None if self._start is None else self._start()

    def rest(self, wait: bool = True) -> None:
        """Ends the workers; a task that comes later starts others.  Who waits has the memory back that they took."""
        executor = self.__dict__.pop("_executor", None)
        if executor is not None:
            executor.shutdown(wait)

    def _submit(self, function: Callable[..., Result], *given: object) -> Future[Result]:
        assert self._executor is not None
        with _uninterrupted(), _no_worker_lost():
            return self._executor.submit(function, *given)

    def run(self, function: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[Result]:
        """The results of a module-level function over tasks, in the tasks' order.

        Tasks are taken from the iterable as workers become free, so that a long list of them is never in memory.
        """
        pending: deque[Future[Result]] = deque()
        running: set[Future[Result]] = set()
        for task in tasks:  # no task, no worker
            if self._executor is None:
                yield function(task)
                continue
            future = self._submit(function, task)
            pending.append(future)
            running.add(future)
            while len(running) >= self._jobs * _AHEAD:
                running = futures.wait(running, return_when=futures.FIRST_COMPLETED).not_done
            while pending and (pending[0].done() or len(pending) >= self._jobs * _WAITING):
                yield _result(pending.popleft())
        while pending:
            yield _result(pending.popleft())

    def start(self, module: str) -> None:
        """Lets workers start, if none has, and import a module that tasks to come need, while this process is busy.

        One is left out, whose core this process works on; it starts when there are tasks for it.
        """
        if "_executor" not in self.__dict__ and self._executor is not None:
            for _ in range(self._jobs - 1):
                self._submit(import_module, module)

    def run_few(self, function: Callable[[Task], Result], tasks: Sequence[Task]) -> Iterator[Result]:
        """As `run`; one or two tasks run here, as they would wait for workers to start."""
        return self.run(function, tasks) if len(tasks) > _FEW else map(function, tasks)

    def ahead(self, function: Callable[[Task], object], tasks: Iterable[Task]) -> None:
        """Lets the workers do what later tasks would have to, while this process is busy; one worker has nothing of it."""
        if self._executor is not None:
            for task in tasks:
                self._submit(function, task)


def _result(future: Future[Result]) -> Result:
    with _no_worker_lost():
        return future.result()


@contextlib.contextmanager
def _no_worker_lost() -> Iterator[None]:
    """Says it in words, as a failure of the machine, where a worker is gone: most often the system took it for its memory."""
    try:
        yield
    except BrokenExecutor:
        raise OSError(errno.ENOMEM, "a worker was killed, perhaps because memory ran out: fewer --jobs need less") from None


@contextlib.contextmanager
def local_pool(jobs: int) -> Iterator[Pool]:
    """A pool of `jobs` processes on this machine; leaving it by an exception stops them at once."""
    if jobs <= 1:
        yield Pool(None, 1)
        return
    started: list[ProcessPoolExecutor] = []

    def start() -> Executor:
        context = multiprocessing.get_context("spawn")
        started.append(ProcessPoolExecutor(jobs, mp_context=context, initializer=_start_worker))
        return started[-1]

    try:
        yield Pool(start, jobs)
    except BaseException:
        workers = multiprocessing.active_children()
        for process in workers:
            process.terminate()
        for process in workers:
            process.join(_PATIENCE)
            process.kill()  # one that a busy machine did not let end
            process.join()
        for executor in started:
            executor.shutdown(wait=False, cancel_futures=True)  # an interrupt may have left a lock held that it would wait for
        raise
    for executor in started:
        executor.shutdown()


@contextlib.contextmanager
def _uninterrupted() -> Iterator[None]:
    """Keeps Ctrl-C back: a worker that is started meanwhile does not see it before it knows what to do with it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def collect_seldom() -> None:
    """Lets the garbage collector look at what a task made only now and then: figures and pages hold no cycles."""
    gc.freeze()
    gc.set_threshold(500_000, 20, 20)  # more than a chunk's figures and pages are, which go without it


def _start_worker() -> None:
    """A worker ends at once on Ctrl-C, where its parent does not ignore it, and with its parent however that one ends."""
    collect_seldom()
    if signal.getsignal(signal.SIGINT) != signal.SIG_IGN:  # as a build in a shell's background was started
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    parent = multiprocessing.parent_process()
    if parent is not None:
        sentinel = parent.sentinel

        def watch() -> None:
            wait([sentinel])
            os._exit(1)

        threading.Thread(target=watch, daemon=True).start()
