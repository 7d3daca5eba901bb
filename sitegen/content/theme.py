"""Reads the templates and assets that the pages are made from: the built-in ones, and a theme's over them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sitegen.content.reader import decode, read_bytes
from sitegen.digest import digest
from sitegen.problems import Problem

_PACKAGE = Path(__file__).resolve().parent.parent
BUILT_IN = next(p for p in (_PACKAGE / "templates", _PACKAGE.parent / "templates") if p.is_dir())
"""The templates in the wheel, or beside the package in a checkout."""
PREFIX = "built-in/"
_MAX_ASSET = 8 * 2**20


@dataclass(frozen=True, slots=True)
class Theme:
    """Template sources by name, asset bytes by path, and the digest of them all.

    `places` has the file in the content of each template and asset that is the collection's.
    """

    templates: dict[str, str]
    assets: dict[str, bytes]
    digest: str
    places: Mapping[str, str] = field(default_factory=dict)

    @property
    def own_templates(self) -> tuple[str, ...]:
        """The names of the templates that are the collection's."""
        return tuple(name for name in self.templates if name in self.places)


def read_theme(root: Path = BUILT_IN) -> Theme:
    """The theme in a directory: `*.html` and `*.xml` are templates, `assets/` everything else."""
    templates, assets, problems = _read(root, "")
    if problems:
        raise OSError(problems[0].message)
    return _theme(templates, assets, {})


def overridden(theme: Theme, content: str, directory: str) -> tuple[Theme, tuple[Problem, ...]]:
    """The theme with the templates and assets of `directory`, below the content, in the place of its own.

    A template that was replaced is still there under `built-in/`, to extend or include.  Links that
    lead out of the content and files that cannot be read, or are not the text they should be, are faults; one of the
    setting itself is at `site.toml`, without a line.
    """
    root = os.path.realpath(content)
    place = os.path.realpath(os.path.join(root, directory))
    if os.path.commonpath((root, place)) != root or place == root:
        return theme, (Problem("site.toml", 0, 0, "E503", f"[theme] directory: {directory} is not inside the content"),)
    if not os.path.isdir(place):
        return theme, (Problem("site.toml", 0, 0, "E503", f"[theme] directory: there is no directory {directory}"),)
    shown = os.path.relpath(place, root).replace(os.sep, "/") + "/"
    templates, assets, problems = _read(Path(place), shown)
    kept = {PREFIX + name: source for name, source in theme.templates.items()}
    places = {name: shown + name for name in (*templates, *assets)}
    return _theme({**theme.templates, **kept, **templates}, {**theme.assets, **assets}, places), tuple(problems)


def _read(root: Path, shown: str) -> tuple[dict[str, str], dict[str, bytes], list[Problem]]:
    templates: dict[str, str] = {}
    assets: dict[str, bytes] = {}
    problems: list[Problem] = []
    real_root = os.path.realpath(root)
    for directory, names, files in os.walk(root):
        names[:] = sorted(n for n in names if not n.startswith((".", "__")))
        for file in sorted(files):
            path = Path(directory, file)
            name = path.relative_to(root).as_posix()
            if file.startswith("."):
                continue
            if not _is_text(name):
                problems.append(Problem(ascii(shown + name)[1:-1], 0, 0, "E101", "file name is not UTF-8"))
            elif os.path.commonpath((real_root, os.path.realpath(path))) != real_root:
                problems.append(Problem(shown + name, 0, 0, "E103", f"{file} links outside the theme"))
            elif name.startswith("assets/") or name.endswith((".html", ".xml")):
                problem = _keep(root, name, templates, assets)
                if problem is not None:
                    problems.append(problem._replace(path=shown + name))
    return templates, assets, problems


def _is_text(name: str) -> bool:
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _keep(root: Path, name: str, templates: dict[str, str], assets: dict[str, bytes]) -> Problem | None:
    """Takes a file in, or says what is wrong with it."""
    if not (root / name).is_file() and (root / name).exists():
        return Problem(name, 0, 0, "E102", "not a regular file")  # to read a pipe would be to wait for ever
    body = read_bytes(str(root), name, _MAX_ASSET)
    if isinstance(body, Problem):
        return body
    asset = name.startswith("assets/")
    if not asset or name.endswith((".css", ".js")):
        text = decode(name, body)
        if isinstance(text, Problem):
            return text
        if not asset:
            templates[name] = body.decode("utf-8")
    if asset:
        assets[name] = body
    return None


def _theme(templates: dict[str, str], assets: dict[str, bytes], places: Mapping[str, str]) -> Theme:
    parts = [p for name in sorted(templates) for p in (name, templates[name])]
    parts += [p for name in sorted(assets) for p in (name, digest(assets[name]))]
    return Theme(templates, assets, digest(*sorted(places), "", *parts), places)
