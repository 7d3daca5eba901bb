"""Knows files that nobody touched without reading them: by size, times and inode, as make and git do."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import NamedTuple

from sitegen.content.discover import SourceRef
from sitegen.digest import digest


class Stamp(NamedTuple):
    """What the file system says of some figures' files: a digest of it, and when one was last changed (ns since 1970)."""

    digest: str
    newest: int


def stamp(root: str, refs: Sequence[SourceRef]) -> Stamp | None:
    """The stamp of some figures' files below `root`; None where one of them cannot be looked at.

    It holds the time of the inode's last change, which no program can set: a file that was edited and
    given its old time back has another stamp.
    """
    seen: list[tuple[str, int, int, int, int]] = []
    newest = 0
    prefix = os.path.join(root, "")
    try:
        for ref in refs:
            for path in (ref.path, *(path for _, path in ref.tables), *ref.sidecars):
                s = os.stat(prefix + path)
                seen.append((path, s.st_size, s.st_mtime_ns, s.st_ctime_ns, s.st_ino))
                newest = max(newest, s.st_mtime_ns, s.st_ctime_ns)
            seen += [(f"{path}: {fault.message}", -1, 0, 0, 0) for path, fault in ref.barred]
    except OSError:
        return None
    return Stamp(digest(repr(seen)), newest)
