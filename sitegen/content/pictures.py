"""Pictures beside the static pages: published beside them, under their own names."""

from __future__ import annotations

from sitegen.content.reader import read_bytes
from sitegen.model.routes import is_portable
from sitegen.output import Output, output
from sitegen.problems import Problem

_MOST = 8 * 2**20


def picture_path(path: str) -> str:
    """Where the picture of a content's path stands on the site: at the root, as the pages do."""
    return path.rpartition("/")[2]


def picture_fault(root: str, path: str) -> Problem | None:
    """What keeps a picture from being published: its name, its size, or that it cannot be read."""
    if not is_portable(picture_path(path)):
        return Problem(path, 0, 0, "E210", f"'{picture_path(path)[:80]}' cannot be a file name everywhere", "Rename the file.")
    data = read_bytes(root, path, _MOST)
    return data if isinstance(data, Problem) else None


def read_picture(root: str, path: str) -> Output | Problem:
    """A picture as it is published."""
    data = read_bytes(root, path, _MOST)
    return data if isinstance(data, Problem) else output(picture_path(path), data)
