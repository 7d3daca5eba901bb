"""Runs a command and says how long it took, what processor time and how much memory all its processes used."""

from __future__ import annotations

import os
import resource
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

_REST = 0.1  # seconds between two looks at the memory, or longer: looking takes at most a hundredth of the time


class Run(NamedTuple):
    """One run: seconds of wall and processor time, and the largest sum of its processes' memory in bytes.

    Memory is the proportional set size (pages that processes share are counted once), sampled; 0 where the
    system does not tell it.
    """

    wall: float
    cpu: float
    memory: int


class Failed(Exception):
    """A command that ended with another code than 0; holds what it said."""


def run(command: Sequence[str], *, cwd: Path, env: Mapping[str, str] | None = None) -> Run:
    """Runs a command to its end; raises Failed where its code is not 0."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=cwd, env={**os.environ, **(env or {})}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    watch = _Watch(process.pid)
    watch.start()
    said, _ = process.communicate()
    wall = time.perf_counter() - start
    watch.stop()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if process.returncode:
        raise Failed(f"{' '.join(map(str, command))} ended with {process.returncode}:\n{said.decode(errors='replace')[-4000:]}")
    return Run(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, watch.peak)


class _Watch(threading.Thread):
    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid, self.peak, self._done = pid, 0, threading.Event()

    def run(self) -> None:
        while not self._done.is_set():
            start = time.perf_counter()
            self.peak = max(self.peak, sum(map(_memory, _family(self.pid))))
            self._done.wait(max(_REST, 100 * (time.perf_counter() - start)))

    def stop(self) -> None:
        self._done.set()
        self.join()


def _family(pid: int) -> list[int]:
    """A process and all that descend from it."""
    found, queue = [], [pid]
    while queue:
        parent = queue.pop()
        found.append(parent)
        try:
            for thread in os.listdir(f"/proc/{parent}/task"):
                with open(f"/proc/{parent}/task/{thread}/children", encoding="ascii") as f:
                    queue.extend(map(int, f.read().split()))
        except OSError:  # it has ended, or there is no /proc
            continue
    return found


def _memory(pid: int) -> int:
    try:
        with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as f:
            for line in f:
                if line.startswith("Pss:"):
                    return int(line.split()[1]) * 1024
    except OSError:
        pass
    return 0
