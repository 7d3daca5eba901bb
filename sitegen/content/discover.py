"""Walks a content directory, in either layout, to the files that make up the collection."""

from __future__ import annotations

import os
import stat
from collections.abc import Container, Iterator
from typing import NamedTuple

from sitegen.problems import Problem

TABLE_KINDS = ("genes", "chemicals", "diseases")
PICTURES = tuple(ending for name in ("png", "jpg", "jpeg", "gif", "webp", "svg") for ending in (f".{name}", f".{name.upper()}"))
_NOT_PAGES = frozenset({"readme", "changelog", "contributing", "license", "code_of_conduct"})


class SourceRef(NamedTuple):
    """One figure's files: paths below the content directory; `tables` holds (kind, path).

    `sidecars` are its pathway and network files, in the order of the endings that `discover` was given.
    """

    figid: str
    path: str
    tables: tuple[tuple[str, str], ...] = ()
    sidecars: tuple[str, ...] = ()


class Inventory(NamedTuple):
    """Everything a content directory holds, each list sorted."""

    figures: tuple[SourceRef, ...]
    organisms: tuple[str, ...]
    pages: tuple[str, ...]
    settings: str | None
    problems: tuple[Problem, ...]
    pictures: tuple[str, ...] = ()


def discover(root: str, sidecar_endings: tuple[str, ...] = ()) -> Inventory:
    """The files of a collection in `root`, in sorted order whatever the file system's order is.

    A file in the data directory named `<figid><ending>`, with one of the endings, is the figure's sidecar.

    A PFOCR checkout (`_figures`, `_data`, `_organisms`, pages at the root) is told by its `_figures`
    directory.  Links that lead out of `root` are faults; other links are followed.
    """
    problems: list[Problem] = []
    real_root = os.path.realpath(root)
    jekyll = not os.path.isdir(os.path.join(root, "figures")) and os.path.isdir(os.path.join(root, "_figures"))
    mark = "_" if jekyll else ""

    def names(directory: str, *endings: str) -> list[str]:
        return sorted(_files(root, real_root, directory, endings, problems))

    data_names = names(f"{mark}data", ".tsv", *sidecar_endings)
    sidecars = _sidecars(data_names, sidecar_endings)
    table_names = [n for n in data_names if n.endswith(".tsv") and not n.endswith(sidecar_endings or ("/",))]
    tables = _tables(table_names)
    known = {name for kinds in tables.values() for name in kinds.values()}
    problems.extend(
        Problem(f"{mark}data/{name}", 0, 0, "W302", f"{name} is not named as a table is")
        for name in table_names if name not in known
    )
    stems = dict.fromkeys(name[:-3] for name in names(f"{mark}figures", ".md"))
    figures = tuple(
        SourceRef(stem, f"{mark}figures/{stem}.md", _tables_of(stem, tables, f"{mark}data/", stems),
                  _sidecars_of(stem, sidecars, f"{mark}data/", stems))
        for stem in stems
    )
    problems.extend(
        Problem(f"{mark}data/{name}", 0, 0, "W302", f"no figure has the table {name}")
        for kinds in (*tables.values(), *sidecars.values()) for name in kinds.values()
    )
    if not figures and not any(p.severity == "error" for p in problems):
        problems.append(Problem(f"{mark}figures", 0, 0, "E403", "no figures found"))
    beside = names("pages", ".md", *PICTURES)
    pages, pictures = ([f"pages/{n}" for n in beside if n.endswith(".md") is text] for text in (True, False))
    if jekyll:
        pages += [n for n in names("", ".md") if n[:-3].lower() not in _NOT_PAGES]
    organisms = tuple(f"{mark}organisms/{n}" for n in names(f"{mark}organisms", ".md"))
    settings = "site.toml" if "site.toml" in names("", "site.toml") else None
    return Inventory(figures, organisms, tuple(pages), settings, tuple(problems), tuple(pictures))


def _files(root: str, real_root: str, directory: str, endings: tuple[str, ...], problems: list[Problem]) -> Iterator[str]:
    place = os.path.join(root, directory) if directory else root
    if os.path.islink(place) and not _inside(real_root, place):
        problems.append(Problem(directory, 0, 0, "E103", f"{directory} links outside the content directory"))
        return
    try:
        entries = list(os.scandir(place))
    except FileNotFoundError:
        return
    except OSError as e:
        problems.append(Problem(directory or ".", 0, 0, "E102", f"directory cannot be read: {e.strerror}"))
        return
    for entry in entries:
        name = entry.name
        if not name.endswith(endings) or name.startswith((".", "._")):
            continue
        path = f"{directory}/{name}" if directory else name
        try:
            name.encode("utf-8")
        except UnicodeEncodeError:
            problems.append(Problem(ascii(path)[1:-1], 0, 0, "E101", "file name is not UTF-8"))
            continue
        if entry.is_symlink() and not _inside(real_root, entry.path):
            problems.append(Problem(path, 0, 0, "E103", f"{name} links outside the content directory"))
        elif not entry.is_file():
            if not entry.is_dir():
                problems.append(Problem(path, 0, 0, "E102", "not a regular file"))
        else:
            yield name


def _inside(real_root: str, path: str) -> bool:
    real = os.path.realpath(path)
    try:
        mode = os.stat(real).st_mode
    except OSError:
        return True  # a dangling link names no file: it is reported where it is read
    return (stat.S_ISREG(mode) or stat.S_ISDIR(mode)) and os.path.commonpath((real_root, real)) == real_root


def _tables(names: list[str]) -> dict[str, dict[str, str]]:
    """Stem -> kind -> file name, of the files that are named as mention tables are."""
    tables: dict[str, dict[str, str]] = {}
    for name in names:
        stem, _, kind = name[:-4].rpartition("-")
        if stem and kind in TABLE_KINDS:
            tables.setdefault(stem, {})[kind] = name
    return tables


def _sidecars(names: list[str], endings: tuple[str, ...]) -> dict[str, dict[str, str]]:
    """Stem -> ending -> file name, of the files with one of the endings."""
    found: dict[str, dict[str, str]] = {}
    for name in names:
        ending = next((e for e in endings if name.endswith(e) and len(name) > len(e)), None)
        if ending is not None:
            found.setdefault(name.removesuffix(ending), {})[ending] = name
    return found


def _sidecars_of(
    stem: str, sidecars: dict[str, dict[str, str]], directory: str, stems: Container[str]
) -> tuple[str, ...]:
    """Takes a figure's sidecars out of `sidecars`; `_` may stand for `.` in their names too."""
    found = sidecars.pop(stem, {})
    other = stem.replace(".", "_")
    if other != stem and other not in stems:
        found = {**sidecars.pop(other, {}), **found}
    return tuple(directory + found[ending] for ending in sorted(found))


def _tables_of(
    stem: str, tables: dict[str, dict[str, str]], directory: str, stems: Container[str]
) -> tuple[tuple[str, str], ...]:
    """Takes a figure's tables out of `tables`; some releases write `_` for `.` in their names.

    A name that is another figure's own, one of `stems`, is left to that one.
    """
    found = tables.pop(stem, {})
    other = stem.replace(".", "_")
    if other != stem and other not in stems:
        for kind, name in tables.pop(other, {}).items():
            found.setdefault(kind, name)
    return tuple((kind, directory + found[kind]) for kind in TABLE_KINDS if kind in found)
