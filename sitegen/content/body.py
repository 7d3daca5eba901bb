"""A figure's body: prose around the one fenced `dot` block that is drawn."""

from __future__ import annotations

import re
from typing import NamedTuple

from sitegen.content.frontmatter import Document
from sitegen.places import place_of
from sitegen.problems import Problem

_OPENING = re.compile(r"^(`{3,}|~{3,})[ \t]*(?:dot|graphviz)[ \t]*\r?\n", re.MULTILINE)
_CLOSING = re.compile(r"^(`{3,}|~{3,})[ \t]*\r?$\n?", re.MULTILINE)
_LIKE_ONE = re.compile(r"^[ \t]*(?:`{3,}|~{3,})[ \t]*[{.]*(?:dot|graphviz)\b[^`\n]*$", re.MULTILINE | re.IGNORECASE)
_ENOUGH = 20  # warnings of one file


class Body(NamedTuple):
    """A body around its first `dot` block that is closed, each part with the line where it starts."""

    before: str
    before_line: int
    dot: str | None = None
    dot_line: int = 0
    after: str = ""
    after_line: int = 0


def read_body(document: Document) -> Body:
    """The parts of a figure's body."""
    body, first = document.body, document.body_line
    openings = list(_OPENING.finditer(body))
    last = {m.group(1): m.start() for m in _CLOSING.finditer(body)} if openings else {}
    for opening in openings:
        fence, start = opening.group(1), opening.end()
        if last.get(fence, -1) < start:
            continue
        closing = next(m for m in _CLOSING.finditer(body, start) if m.group(1) == fence)
        dot_line, after_line = (first + body.count("\n", 0, at) for at in (start, closing.end()))
        return Body(body[: opening.start()], first, body[start : closing.start()], dot_line, body[closing.end() :], after_line)
    return Body(body, first)


def undrawn_blocks(path: str, body: Body) -> list[Problem]:
    """A warning for each block that looks like one to be drawn and stays text: a figure has one drawing."""
    problems = []
    for text, line in ((body.before, body.before_line), (body.after, body.after_line)):
        for m in _LIKE_ONE.finditer(text):
            why = ("it has no end, or its first line is not the fence and the word dot alone" if body.dot is None
                   else f"the figure's drawing is that of line {body.dot_line - 1}")
            at = m.end() - len(m.group().lstrip())
            place = place_of(text, at, line)
            problems.append(Problem(path, *place, "W206", f"this dot block is not drawn: {why}"))
            if len(problems) == _ENOUGH:
                return problems
    return problems
