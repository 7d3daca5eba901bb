"""Walks a content directory, in either layout, to the files that make up the collection."""

from __future__ import annotations

import os
import stat
from collections.abc import Container, Iterator, Mapping
from typing import NamedTuple

from sitegen.problems import Problem

TABLE_KINDS = ("genes", "chemicals", "diseases")
PICTURES = tuple(ending for name in ("png", "jpg", "jpeg", "gif", "webp", "svg") for ending in (f".{name}", f".{name.upper()}"))
_SHEETS = (".csv", ".ods", ".txt", ".xls", ".xlsx")
_AS_TSV = "Save a table as text with a tab between cells, in UTF-8, and name it <figid>-genes.tsv or the like."
_NOT_PAGES = frozenset({"readme", "changelog", "contributing", "license", "code_of_conduct"})


class SourceRef(NamedTuple):
    """One figure's files: paths below the content directory; `tables` holds (kind, path).

    `sidecars` are its pathway and network files, in the order of the endings that `discover` was given; `barred`
    are tables and sidecars that may not be opened, with the fault of each: without them the figure is not whole.
    """

    figid: str
    path: str
    tables: tuple[tuple[str, str], ...] = ()
    sidecars: tuple[str, ...] = ()
    barred: tuple[tuple[str, Problem], ...] = ()


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

    listed: dict[str, list[os.DirEntry[str]]] = {}

    def entries(directory: str) -> list[os.DirEntry[str]]:
        if directory not in listed:
            listed[directory] = _entries(root, real_root, directory, problems)
        return listed[directory]

    def found(directory: str, *endings: str) -> dict[str, Problem | None]:
        return dict(sorted(_files(entries(directory), real_root, directory, endings, problems)))

    def names(directory: str, *endings: str) -> list[str]:
        return [name for name, fault in found(directory, *endings).items() if fault is None]

    data_files = found(f"{mark}data", ".tsv", *sidecar_endings)
    data_names = list(data_files)
    barred = {f"{mark}data/{name}": fault for name, fault in data_files.items() if fault is not None}
    sidecars = _sidecars(data_names, sidecar_endings)
    table_names = [n for n in data_names if n.endswith(".tsv") and not n.endswith(sidecar_endings or ("/",))]
    tables = _tables(table_names)
    known = {name for kinds in tables.values() for name in kinds.values()}
    problems.extend(
        Problem(f"{mark}data/{name}", 0, 0, "W302", f"{name} is not named as a table is")
        for name in table_names if name not in known
    )
    stems = dict.fromkeys(
        name[:-3] for name in names(f"{mark}figures", ".md") if name[:-3].lower() not in _NOT_PAGES
    )
    figures = tuple(
        _without(barred, SourceRef(stem, f"{mark}figures/{stem}.md", _tables_of(stem, tables, f"{mark}data/", stems),
                                   _sidecars_of(stem, sidecars, f"{mark}data/", stems)))
        for stem in stems
    )
    problems.extend(
        Problem(f"{mark}data/{name}", 0, 0, "W302", f"no figure has the table {name}")
        for kinds in (*tables.values(), *sidecars.values()) for name in kinds.values()
    )
    for directory, endings in ((f"{mark}figures", (".md",)), (f"{mark}data", (".tsv", *sidecar_endings)),
                               (f"{mark}organisms", (".md",)), ("pages", (".md", *PICTURES))):
        problems.extend(_unread(entries(directory), directory, endings))
    if not jekyll and os.path.isdir(os.path.join(root, "_figures")):
        problems.append(Problem("_figures", 0, 0, "W103", "not read, as there is a directory figures"))
    if not figures and not any(p.severity == "error" for p in problems):
        problems.append(Problem(f"{mark}figures", 0, 0, "E403", "no figures found"))
    beside = names("pages", ".md", *PICTURES)
    pages, pictures = ([f"pages/{n}" for n in beside if n.endswith(".md") is text] for text in (True, False))
    if jekyll:
        pages += [n for n in names("", ".md") if n[:-3].lower() not in _NOT_PAGES]
    if os.path.isdir(os.path.join(root, "site.toml")):
        problems.append(Problem("site.toml", 0, 0, "W103", "a directory here is not read"))
    organisms = tuple(f"{mark}organisms/{n}" for n in names(f"{mark}organisms", ".md"))
    settings = "site.toml" if "site.toml" in names("", "site.toml") else None
    return Inventory(figures, organisms, tuple(pages), settings, tuple(problems), tuple(pictures))


def _without(barred: Mapping[str, Problem], ref: SourceRef) -> SourceRef:
    """The figure's files that may be opened, and beside them those that may not."""
    if not barred:
        return ref
    paths = [path for path in (*(path for _, path in ref.tables), *ref.sidecars) if path in barred]
    if not paths:
        return ref
    return SourceRef(
        ref.figid, ref.path, tuple(t for t in ref.tables if t[1] not in barred),
        tuple(path for path in ref.sidecars if path not in barred), tuple((path, barred[path]) for path in paths),
    )


def _unread(entries: list[os.DirEntry[str]], directory: str, endings: tuple[str, ...]) -> Iterator[Problem]:
    """A warning for each thing in a directory of the collection that no step reads."""
    rest = [e for e in entries if not (e.name.endswith(endings) and e.is_file(follow_symlinks=False))]
    for entry in sorted(rest, key=lambda e: e.name):
        name = entry.name
        if name.startswith(".") or name[: name.rfind(".")].lower() in _NOT_PAGES or name.lower() in _NOT_PAGES:
            continue
        shown = name.encode("utf-8", "backslashreplace").decode()
        if _is_directory(entry):
            yield Problem(f"{directory}/{shown}", 0, 0, "W103", "a directory here is not read")
        elif not name.endswith(endings):
            *most, last = (e for e in endings if e.startswith(".") and e.islower())
            wanted = f"{', '.join(most)} or {last}" if most else last
            hint = _AS_TSV if directory.endswith("data") and name.lower().endswith(_SHEETS) else ""
            yield Problem(f"{directory}/{shown}", 0, 0, "W103", f"not read: its name does not end with {wanted}", hint)


def _is_directory(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads in a circle
        return False


def _entries(root: str, real_root: str, directory: str, problems: list[Problem]) -> list[os.DirEntry[str]]:
    """What stands in a directory of the content, if it is there and may be read."""
    place = os.path.join(root, directory) if directory else root
    if os.path.islink(place) and not _inside(real_root, place):
        problems.append(Problem(directory, 0, 0, "E103", f"{directory} links outside the content directory"))
        return []
    try:
        return list(os.scandir(place))
    except OSError as e:
        if not isinstance(e, FileNotFoundError) or os.path.islink(place):  # what is linked is wanted
            problems.append(Problem(directory or ".", 0, 0, "E102", f"directory cannot be read: {e.strerror}"))
        return []


def _files(
    entries: list[os.DirEntry[str]], real_root: str, directory: str, endings: tuple[str, ...], problems: list[Problem]
) -> Iterator[tuple[str, Problem | None]]:
    """The names of a directory's files with one of the endings, each with the fault that bars it from being opened."""
    for entry in entries:
        name = entry.name
        if not name.endswith(endings) or name.startswith("."):
            continue
        if name.isascii() and entry.is_file(follow_symlinks=False):  # as nearly all are
            yield name, None
            continue
        path = f"{directory}/{name}" if directory else name
        try:
            name.encode("utf-8")
        except UnicodeEncodeError:
            problems.append(Problem(ascii(path)[1:-1], 0, 0, "E101", "file name is not UTF-8"))
            continue
        fault = _fault(real_root, path, entry)
        if fault is not None:
            problems.append(fault)
            yield name, fault
        elif not _is_directory(entry):
            yield name, None


def _fault(real_root: str, path: str, entry: os.DirEntry[str]) -> Problem | None:
    if entry.is_symlink() and not _inside(real_root, entry.path):
        return Problem(path, 0, 0, "E103", f"{entry.name} links outside the content directory")
    try:
        regular = entry.is_file() or entry.is_dir()
    except OSError as e:
        return Problem(path, 0, 0, "E102", f"cannot be read: {e.strerror}")
    return None if regular else Problem(path, 0, 0, "E102", "not a regular file")


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
        if not name.endswith(endings):
            continue
        ending = next((e for e in endings if name.endswith(e) and len(name) > len(e)), None)
        if ending is not None:
            found.setdefault(name.removesuffix(ending), {})[ending] = name
    return found


def _sidecars_of(
    stem: str, sidecars: dict[str, dict[str, str]], directory: str, stems: Container[str]
) -> tuple[str, ...]:
    """Takes a figure's sidecars out of `sidecars`; `_` may stand for `.` in their names too."""
    if not sidecars:
        return ()
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
