"""What a build wrote: the list by which a later build knows its own files."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Set

from sitegen.publish.writer import Receipt


def write_manifest(path: str, receipts: Iterable[Receipt]) -> None:
    """Writes the sorted list of published files, replacing the old one at once."""
    lines = "".join([f"{r.digest}\t{r.size}\t{r.stamp}\t{r.path}\n" for r in sorted(receipts)])
    temporary = f"{path}.{os.getpid()}"
    with open(temporary, "w", encoding="utf-8", newline="\n") as f:
        f.write(lines)
    os.replace(temporary, path)


def read_manifest(path: str) -> dict[str, Receipt]:
    """The published files by path; empty where there is no manifest, or none that can be read."""
    try:
        with open(path, encoding="utf-8", newline="\n") as f:
            rows = [line.split("\t", 3) for line in f.read().split("\n")[:-1]]
        return {name: Receipt(name, int(size), digest, int(stamp)) for digest, size, stamp, name in rows}
    except (OSError, ValueError):
        return {}


def strangers(site: str, known: Iterable[str], limit: int = 3) -> list[str]:
    """Files and empty directories below a site's root that its manifest does not name, at most `limit` of them."""
    names = known if isinstance(known, Set | Mapping) else set(known)
    found: list[str] = []
    for directory, directories, files in os.walk(site):
        directories.sort()
        here = os.path.relpath(directory, site)
        prefix = "" if here == "." else here.replace(os.sep, "/") + "/"
        links = [d for d in directories if os.path.islink(os.path.join(directory, d))]
        empty = [prefix] if prefix and not directories and not files else []
        unknown = [path for name in (*files, *links) if (path := prefix + name) not in names]
        found += [*sorted(unknown), *empty]
        if len(found) >= limit:
            return found[:limit]
    return found
