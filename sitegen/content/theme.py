"""Reads the templates and assets that the pages are made from."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from sitegen.digest import digest

_PACKAGE = Path(__file__).resolve().parent.parent
BUILT_IN = next(p for p in (_PACKAGE / "templates", _PACKAGE.parent / "templates") if p.is_dir())
"""The templates in the wheel, or beside the package in a checkout."""


@dataclass(frozen=True, slots=True)
class Theme:
    """Template sources by name, asset bytes by path, and the digest of them all."""

    templates: dict[str, str]
    assets: dict[str, bytes]
    digest: str


def read_theme(root: Path = BUILT_IN) -> Theme:
    """The theme in a directory: `*.html` and `*.xml` are templates, `assets/` everything else."""
    templates: dict[str, str] = {}
    assets: dict[str, bytes] = {}
    for directory, names, files in os.walk(root):
        names.sort()
        for file in sorted(files):
            path = Path(directory, file)
            name = path.relative_to(root).as_posix()
            if name.startswith("assets/"):
                assets[name] = path.read_bytes()
            elif name.endswith((".html", ".xml", ".txt")):
                templates[name] = path.read_text(encoding="utf-8")
    parts = [p for name in sorted(templates) for p in (name, templates[name])]
    parts += [p for name in sorted(assets) for p in (name, digest(assets[name]))]
    return Theme(templates, assets, digest(*parts))
