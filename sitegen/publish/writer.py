"""Writes outputs below a staging directory."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Literal, NamedTuple

from sitegen.digest import digest
from sitegen.output import Output, check_path
from sitegen.problems import Problem, SiteError


class Receipt(NamedTuple):
    """A file of the site: path below its root, length in bytes, SHA-256.

    `stamp` is the time of writing in nanoseconds, by which a later build knows that nobody touched
    the file since; 0 while the file is not yet in place.
    """

    path: str
    size: int
    digest: str
    stamp: int = 0


def receipt(item: Output) -> Receipt:
    """The receipt of an output that is not yet in place."""
    return Receipt(item.path, len(item.body), digest(item.body))


def write(staging: str, outputs: Iterable[Output], old: str | None = None) -> list[Receipt]:
    """Writes outputs below `staging`, each once; raises SiteError where two claim one path.

    A file that stands below `old` with the same bytes is linked, not written again.
    """
    receipts = []
    made: set[str] = set()
    for item in outputs:
        path, body = item
        check_path(path)
        target = os.path.join(staging, path)
        directory = os.path.dirname(target)
        if directory not in made:
            os.makedirs(directory, exist_ok=True)
            made.add(directory)
        if old is None or not _link_equal(os.path.join(old, path), target, body):
            try:
                _put(target, "xb", body)
            except FileExistsError:
                _write_again(path, target, body)
        receipts.append(Receipt(path, len(body), digest(body), os.stat(target).st_mtime_ns))
    return receipts


def _write_again(path: str, target: str, body: bytes) -> None:
    """Writes a file that stands there already: a task is run again where the machine it ran on was lost.

    What that machine left is the file or its beginning; anything else is another page's.
    """
    with open(target, "rb") as f:
        left = f.read()
    if not body.startswith(left):
        raise SiteError([Problem(path, 0, 0, "E402", f"{path} is written twice")])
    if left != body:
        temporary = f"{target}.{os.getpid()}"
        _put(temporary, "wb", body)
        os.replace(temporary, target)


def _put(target: str, mode: Literal["xb", "wb"], body: bytes) -> None:
    """Writes a file whole: a system writes less than it is given where a disk is nearly full, and says why the next time."""
    with open(target, mode, buffering=0) as f:
        written = f.write(body)
        while written < len(body):
            written += f.write(body[written:])


def _link_equal(source: str, target: str, body: bytes) -> bool:
    try:
        if os.path.getsize(source) != len(body):
            return False
        with open(source, "rb") as f:
            if f.read() != body:
                return False
        os.link(source, target)
    except FileExistsError:
        return False  # the writing reports it
    except OSError:
        return False
    return True
