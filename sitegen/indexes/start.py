"""The first file a browser loads: how many documents there are, and which file holds which terms."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sitegen.digest import canonical_json
from sitegen.indexes.documents import BLOCK, PER_DIRECTORY, years
from sitegen.indexes.shards import compress
from sitegen.indexes.table import TABLE
from sitegen.model.summary import Summary

FORMAT = 2


def start_file(
    figures: Sequence[Summary], version: str, terms: Sequence[tuple[int, Sequence[str]]],
    suggestions: Sequence[tuple[int, Sequence[str]]], images: Sequence[str],
) -> bytes:
    """The start file; `terms` and `suggestions` hold runs of files: the number that names them, and the bound of each."""
    value: dict[str, Any] = {
        "format": FORMAT,
        "version": version,
        "documents": len(figures),
        "block": BLOCK,
        "directory": PER_DIRECTORY,
        "table": TABLE,
        "years": years(figures),
        "terms": [[start, "\n".join(bounds)] for start, bounds in terms if bounds],
        "suggestions": [[start, "\n".join(bounds)] for start, bounds in suggestions if bounds],
        "images": list(images),
    }
    return compress(canonical_json(value).encode("utf-8", "replace"))
