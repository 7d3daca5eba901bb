"""Finds where the keys and values of a TOML text stand: the standard library's parser keeps no places.

What is TOML and what a value means is for `tomllib` alone; this module only tells where a key or value begins.  Of a
text that is not TOML it finds the places up to the fault.  A property test holds the two together.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Generator, Iterator
from functools import lru_cache
from typing import NamedTuple

from sitegen.places import Place, place_of

Path = tuple[str | int, ...]
"""Keys and, in lists, numbers from 0 that lead to a value."""

_DEEPEST = 100
_GAP = re.compile(r"(?:[ \t\n]++|#[^\n]*+)*+")
_BLANK = re.compile(r"[ \t]*")
_KEY = re.compile(r"""[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'""")
_DOT = re.compile(r"[ \t]*\.[ \t]*")
_TEXT = re.compile(r'"{3}(?:[^"\\]++|\\.|"{1,2}(?!"))*+"{3,5}|\'{3}.*?\'{3,5}|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'', re.DOTALL)
_WORD = re.compile(r"[^\s,\[\]{}#]+(?: [0-9][^\s,\[\]{}#]*)?")  # a date and its time may have a blank between them


class Places(NamedTuple):
    """Where each key stands, the innermost of a dotted one, and where each value begins."""

    keys: dict[Path, Place]
    values: dict[Path, Place]

    def key(self, *path: str | int) -> Place:
        """Where a key stands, or line 1 where it does not."""
        return self.keys.get(path, Place(1, 1))

    def value(self, *path: str | int) -> Place:
        """Where a value begins, or line 1 where there is none."""
        return self.values.get(path, Place(1, 1))


class _Found(NamedTuple):
    path: Path
    at: int
    is_key: bool


class _Lost(Exception):
    """The text is no TOML here, or nested without end."""


@lru_cache(maxsize=2)  # each fault of a text asks for one of them
def places(text: str) -> Places:
    """The places of a text's keys and values; of a table that several headers name, the first's."""
    text = text.replace("\r\n", "\n")
    found = Places({}, {})
    try:
        for path, at, is_key in _found(text):
            (found.keys if is_key else found.values).setdefault(path, place_of(text, at))
    except _Lost:
        pass
    return found


def begun(text: str, end: int) -> tuple[int, int]:
    """Where the last key before an offset of the text begins, and the last key or value; 0 where there is none."""
    key = last = 0
    try:
        for _, at, is_key in _found(text):
            if at >= end:
                break
            key, last = at if is_key else key, at
    except _Lost:
        pass
    return key, last


def _found(text: str) -> Iterator[_Found]:
    """Each key and value in the text's order."""
    table: Path = ()
    lists: dict[Path, int] = {}
    at = _end(_GAP, text, 0)
    while at < len(text):
        if text[at] == "[":
            several = text.startswith("[[", at)
            keys, at = _keys(text, _end(_BLANK, text, at + 1 + several))
            at = _end(_BLANK, text, at)
            _want(text, "]" * (1 + several), at)
            at += 1 + several
            table = ()
            for i, (key, start) in enumerate(keys):
                table = (*table, key)
                yield _Found(table, start, True)
                if several and i + 1 == len(keys):
                    lists[table] = lists.get(table, -1) + 1
                    yield _Found((*table, lists[table]), start, False)
                if table in lists:
                    table = (*table, lists[table])
        else:
            at = yield from _pair(text, at, table, 0)
        at = _end(_GAP, text, at)


def _pair(text: str, at: int, table: Path, depth: int) -> Generator[_Found, None, int]:
    """A key and its value; gives where they end."""
    keys, at = _keys(text, at)
    for key, start in keys:
        table = (*table, key)
        yield _Found(table, start, True)
    at = _end(_BLANK, text, at)
    _want(text, "=", at)
    return (yield from _value(text, _end(_BLANK, text, at + 1), table, depth))


def _value(text: str, at: int, path: Path, depth: int) -> Generator[_Found, None, int]:
    """A value and those in it; gives where it ends."""
    yield _Found(path, at, False)
    if depth > _DEEPEST:
        raise _Lost
    opening = text[at : at + 1]
    if opening == "[":
        at, number = _end(_GAP, text, at + 1), 0
        while text[at : at + 1] != "]":
            at = _end(_GAP, text, (yield from _value(text, at, (*path, number), depth + 1)))
            at, number = _comma(text, at, "]"), number + 1
        return at + 1
    if opening == "{":
        at = _end(_GAP, text, at + 1)
        while text[at : at + 1] != "}":
            at = _end(_GAP, text, (yield from _pair(text, at, path, depth + 1)))
            at = _comma(text, at, "}")
        return at + 1
    m = (_TEXT if opening in ("'", '"') else _WORD).match(text, at)
    if m is None:
        raise _Lost
    return m.end()


def _comma(text: str, at: int, closing: str) -> int:
    """Where the next item begins, or the closing bracket stands."""
    if text[at : at + 1] == ",":
        return _end(_GAP, text, at + 1)
    _want(text, closing, at)
    return at


def _keys(text: str, at: int) -> tuple[list[tuple[str, int]], int]:
    """The parts of a key, each with its place, and where it ends."""
    found = []
    while True:
        m = _KEY.match(text, at)
        if m is None:
            raise _Lost
        found.append((_plain(m.group()), at))
        if len(found) > _DEEPEST:
            raise _Lost
        dot = _DOT.match(text, m.end())
        if dot is None:
            return found, m.end()
        at = dot.end()


def _plain(key: str) -> str:
    if key[0] == "'":
        return key[1:-1]
    if key[0] != '"' or "\\" not in key:
        return key.strip('"')
    try:
        value: str = tomllib.loads(f"x = {key}")["x"]
    except tomllib.TOMLDecodeError:
        raise _Lost from None
    return value


def _want(text: str, mark: str, at: int) -> None:
    if not text.startswith(mark, at):
        raise _Lost


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    m = pattern.match(text, at)
    return m.end() if m else at
