"""Reads the content's files: bytes and text, with a problem where there is none."""

from __future__ import annotations

import os
from typing import NamedTuple

from sitegen.problems import Problem, not_utf8

MAX_DOCUMENT = 4 * 2**20
MAX_SIDECAR = 32 * 2**20
MAX_SETTINGS = 32 * 2**10


class Source(NamedTuple):
    """A file's text, without byte-order mark, and its size in bytes."""

    path: str
    text: str
    size: int


def read_bytes(root: str, path: str, limit: int) -> bytes | Problem:
    """The bytes of a file below `root`, or the problem that keeps them from being read."""
    try:
        with open(os.path.join(root, path), "rb") as f:
            data = f.read(limit + 1)
    except OSError as e:
        return Problem(path, 0, 0, "E102", f"cannot be read: {e.strerror or e}")
    if len(data) > limit:
        return Problem(path, 0, 0, "E104", f"larger than {f'{limit // 2**20} MB' if limit >= 2**20 else f'{limit // 2**10} kB'}")
    return data


def decode(path: str, data: bytes) -> Source | Problem:
    """The text of a file's bytes; the problem names the line and column of the first byte that is not UTF-8."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as e:
        return not_utf8(path, data, e.start)
    return Source(path, text.removeprefix("\ufeff"), len(data))


def read(root: str, path: str, limit: int = MAX_DOCUMENT) -> Source | Problem:
    """A file's text, or the problem that keeps it from being read."""
    data = read_bytes(root, path, limit)
    return data if isinstance(data, Problem) else decode(path, data)
