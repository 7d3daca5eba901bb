"""Finds what follows the first graph of a DOT text: Graphviz reads a graph and looks no further."""

from __future__ import annotations

import re

_TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+"|//[^\n]*|/\*.*?\*/|^#[^\n]*|[<{}]', re.DOTALL | re.MULTILINE)
_HTML = re.compile(r"<!--.*?-->|[<>]", re.DOTALL)
_NOTHING = re.compile(r"(?:[\s;]++|//[^\n]*|/\*.*?\*/|^#[^\n]*)*+", re.DOTALL | re.MULTILINE)


def remainder(dot: str) -> int | None:
    """Where text begins that is not of the first graph of a sound DOT, and no comment; None where there is none."""
    depth, at = 0, 0
    while token := _TOKEN.search(dot, at):
        at = token.end()
        if token.group() == "<":
            at = _end_of_html(dot, token.start())
        elif token.group() in "{}":
            depth += 1 if token.group() == "{" else -1
            if depth == 0:
                at = _skipped(dot, at)
                return at if at < len(dot) else None
    return None


def _end_of_html(dot: str, at: int) -> int:
    depth = 0
    for m in _HTML.finditer(dot, at):
        depth += {"<": 1, ">": -1}.get(m.group(), 0)
        if depth == 0:
            return m.end()
    return len(dot)


def _skipped(dot: str, at: int) -> int:
    m = _NOTHING.match(dot, at)
    return m.end() if m else at
