"""Reads the templates and assets that the pages are made from: the built-in ones, and a theme's over them."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

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

    `own` says whether a collection's own templates are among them.
    """

    templates: dict[str, str]
    assets: dict[str, bytes]
    digest: str
    own: bool = False


def read_theme(root: Path = BUILT_IN) -> Theme:
    """The theme in a directory: `*.html` and `*.xml` are templates, `assets/` everything else."""
    templates, assets, problems = _read(root, "")
    if problems:
        raise OSError(problems[0].message)
    return _theme(templates, assets, False)


def overridden(theme: Theme, content: str, directory: str) -> tuple[Theme, tuple[Problem, ...]]:
    """The theme with the templates and assets of `directory`, below the content, in the place of its own.

    A template that was replaced is still there under `built-in/`, to extend or include.  Links that
    lead out of the content and files that cannot be read are faults.
    """
    root = os.path.realpath(content)
    place = os.path.realpath(os.path.join(root, directory))
    if os.path.commonpath((root, place)) != root or place == root:
        return theme, (Problem("site.toml", 1, 1, "E503", f"[theme] directory: {directory} is not inside the content"),)
    if not os.path.isdir(place):
        return theme, (Problem("site.toml", 1, 1, "E503", f"[theme] directory: there is no directory {directory}"),)
    templates, assets, problems = _read(Path(place), os.path.relpath(place, root).replace(os.sep, "/") + "/")
    kept = {PREFIX + name: source for name, source in theme.templates.items()}
    return _theme({**theme.templates, **kept, **templates}, {**theme.assets, **assets}, True), tuple(problems)


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
            if os.path.commonpath((real_root, os.path.realpath(path))) != real_root:
                problems.append(Problem(shown + name, 0, 0, "E103", f"{file} links outside the theme"))
            elif name.startswith("assets/") or name.endswith((".html", ".xml")):
                _keep(path, name, shown, templates, assets, problems)
    return templates, assets, problems


def _keep(
    path: Path, name: str, shown: str, templates: dict[str, str], assets: dict[str, bytes], problems: list[Problem]
) -> None:
    try:
        body = path.read_bytes()
    except OSError as e:
        problems.append(Problem(shown + name, 0, 0, "E102", f"cannot be read: {e.strerror}"))
        return
    if len(body) > _MAX_ASSET:
        problems.append(Problem(shown + name, 0, 0, "E104", f"larger than {_MAX_ASSET // 2**20} MB"))
    elif name.startswith("assets/"):
        assets[name] = body
    else:
        try:
            templates[name] = body.decode("utf-8")
        except UnicodeDecodeError as e:
            line = body.count(b"\n", 0, e.start) + 1
            problems.append(Problem(shown + name, line, 1, "E101", f"byte 0x{body[e.start]:02x} is not UTF-8"))


def _theme(templates: dict[str, str], assets: dict[str, bytes], own: bool) -> Theme:
    parts = [p for name in sorted(templates) for p in (name, templates[name])]
    parts += [p for name in sorted(assets) for p in (name, digest(assets[name]))]
    return Theme(templates, assets, digest(str(own), *parts), own)
