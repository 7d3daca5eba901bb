"""The word lists of `data/`, each file read once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

SIGN = {"+": 1, "-": -1, "0": 0}


@cache
def data_file(name: str) -> dict[str, Any]:
    """A data file as it stands."""
    return tomllib.loads((files("sitegen.relations") / "data" / name).read_text(encoding="utf-8"))


def words(name: str, *path: str) -> list[str]:
    """One list of a data file, by the names of the tables that hold it."""
    found: Any = data_file(name)
    for key in path:
        found = found[key]
    return list(found)


def word_set(name: str, *path: str) -> frozenset[str]:
    """One list of a data file, where its order says nothing."""
    return frozenset(words(name, *path))
