"""Problems of prose: a text that only looks like Markdown, and would keep the converter busy for minutes, is a fault.

The addresses of its pictures and links are problems, too, until somebody who knows the whole site judges them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from sitegen.content.repair import first_control, without_controls
from sitegen.places import place_of
from sitegen.problems import Problem

MAX_PROSE = 200_000
_MOST_LINES = 20_000
_MOST = 1000  # the converter's time grows with the square of the marks in a block of lines
_MOST_TAGS = 5000  # raw HTML is not bounded by blank lines
_MOST_DECLARATIONS = 500
_MARK = re.compile(r"[\[<`]|^[=-]+[ \t]*$", re.MULTILINE)
_BLOCK = re.compile(r"\n[ \t]*\n")
_DEEP = re.compile(r"^(?:[ \t]*+(?:[>*+-]|\d{1,9}\.)[ \t]++){20}", re.MULTILINE)


SUSPICIONS = frozenset({"W403", "W404"})
"""A picture, a link: the message of such a problem is the bare address until `build.addresses` judges it."""
_FENCED = re.compile(r"^ {0,3}(`{3,}|~{3,})[^\n]*\n.*?(?:^ {0,3}\1[`~]*[ \t]*$|\Z)", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"(`{1,3})[^`\n]{1,500}\1")
_WRITTEN = re.compile(r"(!?)\[[^\[\]]{0,300}\]\([ \t]*<?([^\s()<>]{1,2000})|\)\]\([ \t]*<?([^\s()<>]{1,2000})")
_REFERENCE = re.compile(r"^ {0,3}\[[^\[\]\n]{1,300}\]:[ \t]*<?([^\s<>]{1,2000})", re.MULTILINE)
_TAG = re.compile(r"<(img|a)\b[^<>]{0,1000}?\b(?:src|href)[ \t]*=[ \t]*[\"']?([^\s\"'<>]{1,2000})", re.IGNORECASE)


class _Tangle(NamedTuple):
    at: int
    what: str


def prose_problems(path: str, text: str, line: int, before: int = 0) -> tuple[Problem, ...]:
    """What is wrong with a Markdown text, which starts at a line of the file, `before` characters of prose above it.

    A fault where it is none that can be converted in good time; else a suspicion for each address in it, and a
    warning at the first of the characters that no page may hold, which `clean_prose` leaves out.
    """
    found = _tangle(text, before)
    if found is not None:
        return (Problem(path, place_of(text, found.at, line).line, 1, "E212", found.what),)
    control = first_control(text)
    left_out = [] if control is None else [(control, "W204", "control characters left out")]
    told = (*left_out, *_addresses(text))
    ends = [m.start() for m in re.finditer("\n", text)] if told else []
    problems = []
    for at, code, said in told:
        above = bisect_left(ends, at)
        problems.append(Problem(path, line + above, at - (ends[above - 1] if above else -1), code, said))
    return tuple(problems)


def clean_prose(text: str) -> str:
    """The text as pages may hold it, on the lines that it has."""
    return without_controls(text.replace("\x85", "\n")).strip()


def _addresses(text: str) -> Iterator[tuple[int, str, str]]:
    """Where the addresses of pictures and links begin, outside of code, and what they are."""
    if "](" not in text and "]:" not in text and "<" not in text:
        return
    for code in (_FENCED, _CODE):
        text = code.sub(lambda m: re.sub(r"[^\n]", " ", m.group()), text)
    for m in _WRITTEN.finditer(text):
        group = 2 if m[2] else 3
        yield m.start(group), "W403" if m[1] else "W404", m[group]
    for m in _REFERENCE.finditer(text):
        yield m.start(1), "W404", m[1]
    for m in _TAG.finditer(text):
        yield m.start(2), "W403" if m[1].lower() == "img" else "W404", m[2]


def _tangle(text: str, before: int) -> _Tangle | None:
    if before + len(text) > MAX_PROSE and text:
        return _Tangle(0, f"the text is longer than {MAX_PROSE:,} characters")
    if text.count("\n") > _MOST_LINES:
        return _Tangle(0, f"the text has more than {_MOST_LINES:,} lines")
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
