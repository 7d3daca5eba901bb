"""Bounds of prose: a text that only looks like Markdown, and would keep the converter busy for minutes, is a fault."""

from __future__ import annotations

import re
from typing import NamedTuple

from sitegen.problems import Problem

MAX_PROSE = 200_000
_MOST = 1000  # the converter's time grows with the square of the marks in a block of lines
_MOST_TAGS = 5000  # raw HTML is not bounded by blank lines
_MOST_DECLARATIONS = 500
_MARK = re.compile(r"[\[<`]|^[=-]+[ \t]*$", re.MULTILINE)
_BLOCK = re.compile(r"\n[ \t]*\n")
_DEEP = re.compile(r"^(?:[ \t]*+(?:[>*+-]|\d{1,9}\.)[ \t]++){20}", re.MULTILINE)


class _Tangle(NamedTuple):
    at: int
    what: str


def prose_problems(path: str, text: str, line: int) -> tuple[Problem, ...]:
    """A fault where a Markdown text, which starts at a line of the file, is none that can be converted in good time."""
    found = _tangle(text)
    if found is None:
        return ()
    return (Problem(path, line + text.count("\n", 0, found.at), 1, "E212", found.what),)


def _tangle(text: str) -> _Tangle | None:
    if len(text) > MAX_PROSE:
        return _Tangle(0, f"the text is longer than {MAX_PROSE:,} characters")
    if len(text) <= _MOST and not _DEEP.search(text):
        return None
    for mark, most in (("<", _MOST_TAGS), ("<!", _MOST_DECLARATIONS)):
        if text.count(mark) > most:
            return _Tangle(text.find(mark), f"the text has more than {most:,} '{mark}'")
    deep = _DEEP.search(text)
    if deep:
        return _Tangle(deep.start(), "lists and quotations are nested more than twenty deep")
    start = 0
    for block in (*_BLOCK.finditer(text), None):
        end = block.start() if block else len(text)
        if end - start > _MOST and sum(1 for _ in _MARK.finditer(text, start, end)) > _MOST:
            return _Tangle(start, f"a paragraph has more than {_MOST:,} brackets, backticks and underlines")
        start = block.end() if block else end
    return None
