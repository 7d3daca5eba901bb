"""Writes outputs below a staging directory."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import NamedTuple

from sitegen.digest import digest
from sitegen.output import Output, check_path
from sitegen.problems import Problem, SiteError


class Receipt(NamedTuple):
    """A file that was written: its path below the site's root, length in bytes and SHA-256."""

    path: str
    size: int
    digest: str


def write(staging: str, outputs: Iterable[Output]) -> list[Receipt]:
    """Writes outputs below `staging`, each once; raises SiteError where two claim one path."""
    receipts = []
    made: set[str] = set()
    for path, body in outputs:
        check_path(path)
        target = os.path.join(staging, path)
        directory = os.path.dirname(target)
        if directory not in made:
            os.makedirs(directory, exist_ok=True)
            made.add(directory)
        try:
            with open(target, "xb", buffering=0) as f:
                f.write(body)
        except FileExistsError:
            raise SiteError([Problem(path, 0, 0, "E402", f"{path} is written twice")]) from None
        receipts.append(Receipt(path, len(body), digest(body)))
    return receipts
