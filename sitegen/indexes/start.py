"""The first file a browser loads: how many documents there are, and which file holds which terms."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sitegen.digest import canonical_json
from sitegen.indexes.documents import BLOCK, PER_DIRECTORY
from sitegen.indexes.shards import compress
from sitegen.indexes.table import TABLE

FORMAT = 3


def start_file(
    documents: int, years: Sequence[tuple[int, int]], version: str, terms: Sequence[tuple[int, Sequence[str]]],
    suggestions: Sequence[tuple[int, Sequence[str]]], statements: Sequence[tuple[int, Sequence[str]]], images: Sequence[str],
) -> bytes:
    """The start file.

    `years` hold each year and its first document, `terms`, `suggestions` and `statements` runs of files: the number
    that names them, and the bound of each.
    """
    value: dict[str, Any] = {
        "format": FORMAT,
        "version": version,
        "documents": documents,
        "block": BLOCK,
        "directory": PER_DIRECTORY,
        "table": TABLE,
        "years": [list(y) for y in years],
        "terms": _runs(terms),
        "suggestions": _runs(suggestions),
        "statements": _runs(statements),
        "images": list(images),
    }
    return compress(canonical_json(value).encode("utf-8", "replace"))


def _runs(runs: Sequence[tuple[int, Sequence[str]]]) -> list[list[Any]]:
    return [[start, "\n".join(bounds)] for start, bounds in runs if bounds]
