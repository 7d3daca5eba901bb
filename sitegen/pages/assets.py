"""Assets under names that hold a digest of their content, so that a browser may keep them for ever."""

from __future__ import annotations

from collections.abc import Mapping

from sitegen.digest import digest
from sitegen.output import Output, output


def fingerprint(assets: Mapping[str, bytes]) -> tuple[tuple[Output, ...], dict[str, str]]:
    """The assets to write, and the published path of each asset's own path.

    `assets/site.css` is published as `assets/site.<8 characters of its SHA-256>.css`.
    """
    written = []
    names = {}
    for path, body in sorted(assets.items()):
        stem, dot, ending = path.rpartition(".")
        names[path] = f"{stem}.{digest(body)[:8]}{dot}{ending}"
        written.append(output(names[path], body))
    return tuple(written), names
