"""Problems and numbers as text: what a user reads at the end."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterable
from typing import NamedTuple

from sitegen.problems import CODES, Problem, errors, in_order

_GITHUB_PAGES = 1_000_000_000
"""The most bytes that GitHub Pages says it publishes of a site."""


class Totals(NamedTuple):
    """What a build did."""

    figures: int
    pages: int
    files: int
    bytes: int
    seconds: float
    faults: int
    warnings: int


def as_text(problems: Iterable[Problem], content: str = "") -> str:
    """A line `path:line:column: CODE message` a problem and its hint below, sorted."""
    lines = []
    for p in in_order(problems):
        lines.append(f"{place(p, content)}: {p.code} {_one_line(p.message)}\n    {_one_line(p.advice)}\n")
    return "".join(lines)


def as_github(problems: Iterable[Problem], content: str = "") -> str:
    """Workflow commands that GitHub Actions shows as annotations at the problem's line."""
    lines = []
    for p in in_order(problems):
        where = f"file={_property(_path(p, content))}"
        if p.line:
            where += f",line={p.line},col={_column(p)}"
        text = _data(f"{p.message}\n{p.advice}")
        lines.append(f"::{p.severity} {where},title={_property(f'{p.code} {CODES[p.code].title}')}::{text}\n")
    return "".join(lines)


def as_json(problems: Iterable[Problem], content: str = "") -> str:
    """A JSON list of objects with path, line, column, code, severity, message and hint."""
    rows = [
        {"path": _path(p, content), "line": p.line, "column": _column(p), "code": p.code, "severity": p.severity,
         "message": p.message, "hint": p.advice}
        for p in in_order(problems)
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


FORMATS = {"text": as_text, "github": as_github, "json": as_json}


def count(problems: Iterable[Problem]) -> tuple[int, int]:
    """How many faults and how many warnings."""
    distinct = in_order(problems)
    faults = len(errors(distinct))
    return faults, len(distinct) - faults


def summary(totals: Totals) -> str:
    """The last line of a build."""
    size = totals.bytes / 1e6
    per_figure = f", {totals.bytes / totals.figures / 1000:.1f} kB a figure" if totals.figures else ""
    made = _counted(totals.pages, "page") if totals.pages else _counted(totals.files, "file")
    return (
        f"{_counted(totals.figures, 'figure')}, {made}, {size:.1f} MB{per_figure}, "
        f"{totals.seconds:.1f} s, {_counted(totals.faults, 'fault')}, {_counted(totals.warnings, 'warning')}"
    )


def too_large(totals: Totals) -> str:
    """What to know of a site that the most usual host does not take; empty of one that it does."""
    if totals.bytes <= _GITHUB_PAGES:
        return ""
    return "GitHub Pages publishes sites of up to 1 GB: use another host, or leave something out in `[publish]` of site.toml."


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _path(problem: Problem, content: str) -> str:
    return posixpath.join(content, problem.path) if content not in ("", ".") else problem.path


def place(problem: Problem, content: str = "") -> str:
    """`path:line:column` of a problem, or the path alone where that is all."""
    path = _one_line(_path(problem, content))
    return f"{path}:{problem.line}:{_column(problem)}" if problem.line else path


def _column(problem: Problem) -> int:
    """A column to go to: the first one of a line that is all that is known."""
    return max(1, problem.column) if problem.line else 0


def _one_line(text: str) -> str:
    """The text with what a terminal would obey, and what nobody would see, as escapes: a hostile file could hold them."""
    return "".join(c if c.isprintable() else " " if c in "\n\r" else ascii(c)[1:-1] for c in text)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


