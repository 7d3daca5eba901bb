"""Files that somebody saved while a build was at work on them: what is kept under a key is made of that key's bytes."""

from __future__ import annotations

from collections.abc import Sequence

from sitegen.content.discover import SourceRef
from sitegen.digest import digest
from sitegen.model.figure import DataFile
from sitegen.problems import Problem

_CODE = "E105"


def changed(refs: Sequence[SourceRef]) -> Problem:
    """The problem of some figures of whose files one has other bytes than the build has read."""
    others = f" or one up to {refs[-1].path}" if len(refs) > 1 else ""
    return Problem(refs[0].path, 0, 0, _CODE, f"this figure{others} was saved while the build ran")


def table_problem(file: DataFile, body: bytes) -> Problem | None:
    """The problem of a table that has other bytes than the build has read; None where they are the same."""
    return None if digest(body) == file.digest else Problem(file.path, 0, 0, _CODE, "this table was saved while the build ran")
