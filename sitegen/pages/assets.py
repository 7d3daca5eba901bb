"""Assets under names that hold a digest of their content, so that a browser may keep them for ever."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sitegen.digest import digest
from sitegen.output import Output, output

_MODULE = re.compile(rb'"\./([\w.-]+\.js)"')


def fingerprint(assets: Mapping[str, bytes]) -> tuple[tuple[Output, ...], dict[str, str]]:
    """The assets to write, and the published path of each asset's own path.

    `assets/site.css` is published as `assets/site.<8 characters of its SHA-256>.css`.  Where a module names
    another one as `"./other.js"`, it is given that one's published name; so modules must not import in a ring.
    """
    written: list[Output] = []
    names: dict[str, str] = {}

    def publish(path: str) -> str:
        if path not in names:
            body = assets[path]
            if path.endswith(".js"):
                body = _MODULE.sub(lambda m: _renamed(m, path), body)
            stem, dot, ending = path.rpartition(".")
            names[path] = f"{stem}.{digest(body)[:8]}{dot}{ending}"
            written.append(output(names[path], body))
        return names[path]

    def _renamed(m: re.Match[bytes], path: str) -> bytes:
        other = f"{path.rpartition('/')[0]}/{m.group(1).decode()}"
        return b'"./' + publish(other).rpartition("/")[2].encode() + b'"' if other in assets else m.group(0)

    for path in sorted(assets):
        publish(path)
    return tuple(written), names
