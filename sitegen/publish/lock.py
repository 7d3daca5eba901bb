"""Keeps two builds from one output directory; the kernel lets go of the lock when a build is killed."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


class Locked(Exception):
    """Another build holds the lock."""


@contextlib.contextmanager
def lock(path: str) -> Iterator[None]:
    """Holds the lock at `path` while the block runs; raises Locked at once where another process holds it."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o666)
    try:
        try:
            if sys.platform == "win32":
                msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
            else:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise Locked from None
        yield
    finally:
        os.close(descriptor)
