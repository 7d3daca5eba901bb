"""One file of the site: what every producer returns and the publisher writes."""

from __future__ import annotations

import re
from typing import NamedTuple

_SEGMENT = re.compile(r"[^\x00-\x1f\x7f\\/:*?\"<>|]+")
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")
# names of letters, digits and `_~-.` that neither start nor end with a dot: a path of these, as nearly all are, is looked at once
_USUAL_NAME = r"(?!(?i:con|prn|aux|nul|com\d|lpt\d)(?:[./]|\Z))[\w~-][\w.~-]*(?<!\.)"
_USUAL = re.compile(rf"(?:{_USUAL_NAME}/)*{_USUAL_NAME}", re.ASCII)
_LONGEST = 255


class Output(NamedTuple):
    """A path below the site's root, with `/` between its parts, and the bytes that stand there."""

    path: str
    body: bytes


def output(path: str, body: bytes | str) -> Output:
    """An Output whose path is safe on every file system; raises ValueError for any other path.

    Refused are absolute paths, `.` and `..`, backslashes, control characters and names that
    Windows reserves.  Text is encoded as UTF-8.
    """
    check_path(path)
    return Output(path, body.encode("utf-8") if isinstance(body, str) else body)


def check_path(path: str) -> None:
    """Raises ValueError unless the path is relative, stays below the root and is portable."""
    if len(path) <= _LONGEST and _USUAL.fullmatch(path):
        return
    for part in path.split("/"):
        if part in ("", ".", "..") or not _SEGMENT.fullmatch(part) or _RESERVED.fullmatch(part) or part.endswith((" ", ".")):
            raise ValueError(f"not a safe output path: {path!r}")
        if len(part.encode("utf-8")) > _LONGEST:
            raise ValueError(f"name too long for a file system: {path!r}")
