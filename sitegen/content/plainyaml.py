"""Reads the plain YAML that figure files are made of, without a YAML parser and several times as fast.

What it takes: block mappings and lists, plain and quoted scalars.  Of anything else (anchors, tags, flow
collections, block scalars, comments, escapes, tabs, blank lines in a scalar, duplicate keys, a doubtful indent)
it takes nothing at all, and a YAML parser reads the text.  A property test holds the two together.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from sitegen.content.block import Block, Value
from sitegen.places import Place

_MOST = 20_000
"""Lines: a longer text may have more values than the parser takes."""
_DEEPEST = 20
"""Columns of indentation: deeper text is the parser's, which bounds what it takes."""

_ENTRY = re.compile(r"( *)([A-Za-z_][A-Za-z0-9_-]{0,80}|'@[a-z]{1,20}'):(?: +(?=[^ ])(.*))?")
_NOT_PLAIN = re.compile("[^\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_START = re.compile("[A-Za-z0-9(./+_$^;~<=\\\\\xa1-\uffff\U00010000-\U0010ffff]")
_SINGLE = re.compile(r"'[^']*(?:''[^']*)*'")
_DOUBLE = re.compile(r'"[^"\\]*(?:\\["\\][^"\\]*)*"')
_ESCAPED = re.compile(r'\\(["\\])')


class _Doubt(Exception):
    """The text may hold what this module does not read."""


class _Lines(NamedTuple):
    lines: list[str]
    indents: list[int]


def read_plain(text: str, first_line: int) -> Block | None:
    """The mapping that a YAML text holds, or None where a YAML parser has to read it; `first_line` is its first line's number."""
    if not text.replace("\n", "").isprintable() and _NOT_PLAIN.search(text) is not None:
        return None
    lines = text.split("\n")
    while lines and not lines[-1]:
        lines.pop()
    if not lines or len(lines) > _MOST:
        return None
    indents = [len(line) - len(line.lstrip(" ")) for line in lines]
    try:
        found, end = _mapping(_Lines(lines, indents), 0, 0, first_line)
    except _Doubt:
        return None
    return found if end == len(lines) else None


def _mapping(source: _Lines, at: int, indent: int, first_line: int) -> tuple[Block, int]:
    lines, indents = source
    if indent > _DEEPEST:
        raise _Doubt
    items: dict[str, Value] = {}
    places: dict[str, Place] = {}
    count = len(lines)
    while at < count and indents[at] == indent:
        m = _ENTRY.fullmatch(lines[at])
        if m is None:
            raise _Doubt
        key, rest = m.group(2), m.group(3)
        if key[0] == "'":
            key = key[1:-1]
        if key in items:
            raise _Doubt
        places[key] = Place(at + first_line, indent + 1)
        value: Value
        if rest is not None:
            value, at = _scalar(source, at, rest, indent)
            if not indent and value in ("~", "null") and rest[0] not in "'\"":
                raise _Doubt
        elif at + 1 < count and lines[at + 1].startswith("- ", indents[at + 1]) and indents[at + 1] >= indent:
            value, at = _list(source, at + 1, indents[at + 1])
        elif at + 1 < count and indents[at + 1] > indent:
            value, at = _mapping(source, at + 1, indents[at + 1], first_line)
        else:
            value, at = "", at + 1
        items[key] = value
    if at < count and indents[at] > indent:
        raise _Doubt
    return Block(items, places), at


def _list(source: _Lines, at: int, indent: int) -> tuple[tuple[Value, ...], int]:
    lines, indents = source
    found: list[Value] = []
    count = len(lines)
    while at < count and indents[at] == indent and lines[at].startswith("- ", indent):
        rest = lines[at][indent + 2 :]
        if rest.isalnum() and (at + 1 == count or (lines[at + 1] and indents[at + 1] <= indent)):
            found.append(rest)  # as nearly all are
            at += 1
        else:
            value, at = _scalar(source, at, rest, indent)
            found.append(value)
    if at < count and indents[at] > indent:
        raise _Doubt
    return tuple(found), at


def _scalar(source: _Lines, at: int, rest: str, indent: int) -> tuple[Value, int]:
    """The scalar that starts with `rest` on line `at`, and the line after it; its further lines stand deeper than `indent`."""
    lines, indents = source
    end, count = at + 1, len(lines)
    while end < count and indents[end] > indent:
        end += 1
    more = [line.strip(" ") for line in lines[at + 1 : end]]
    if "" in more or (end < count and not lines[end]):
        raise _Doubt  # a blank line is a line end in a scalar
    text = " ".join((rest.strip(" "), *more)) if more else rest.strip(" ")
    if not text:
        raise _Doubt
    first = text[0]
    if first == "'":
        if _SINGLE.fullmatch(text) is None:
            raise _Doubt
        return text[1:-1].replace("''", "'"), end
    if first == '"':
        if _DOUBLE.fullmatch(text) is None or (more and "\\" in text):
            raise _Doubt
        return _ESCAPED.sub(r"\1", text[1:-1]), end
    if text == "[]" and not more:
        return (), end
    if _START.match(text) is None or ": " in text or " #" in text or text[-1] == ":":
        raise _Doubt
    for line in more:
        if line[0] in "#-?:":
            raise _Doubt
    return text, end
