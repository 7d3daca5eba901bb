"""JSON in aspects, as CX and CX2 are: a list of objects whose values are lists, read element by element.

The standard parser gives no places for what it has read, and a fault needs its line; so the outer two levels are
walked here and each element is decoded by itself, at the parser's own speed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

_DECODER = json.JSONDecoder()
_SPACE = re.compile(r"[ \t\r\n]*")


class Element(NamedTuple):
    """An element of an aspect, or the whole value where it is no list, and where it starts in the text."""

    aspect: str
    value: Any
    place: int


class Malformed(Exception):
    """The text is not JSON, or not a list of objects; `code` is the problem's code, `place` an offset."""

    def __init__(self, place: int, message: str, code: str = "E305") -> None:
        super().__init__(message)
        self.place, self.message, self.code = place, message, code


def elements(text: str, wanted: frozenset[str]) -> Iterator[Element]:
    """The elements of the wanted aspects in the order of the text.  Raises Malformed."""
    at = _expect(text, _space(text, 0), "[", "a CX file is a list")
    at = _space(text, at)
    while not text.startswith("]", at):
        at = _expect(text, at, "{", "an aspect is an object")
        at = _space(text, at)
        while not text.startswith("}", at):
            name, at = _value(text, at)
            if not isinstance(name, str):
                raise Malformed(at, "an aspect's name is not a string")
            at = _space(text, _expect(text, _space(text, at), ":", "':' is missing"))
            if name in wanted and text.startswith("[", at):
                at = _space(text, at + 1)
                while not text.startswith("]", at):
                    start = at
                    value, at = _value(text, at)
                    yield Element(name, value, start)
                    at = _comma(text, at, "]")
                at += 1
            else:
                start = at
                value, at = _value(text, at)
                if name in wanted:
                    yield Element(name, value, start)
            at = _comma(text, at, "}")
        at = _comma(text, at + 1, "]")
    if _space(text, at + 1) != len(text):
        raise Malformed(at + 1, "text follows the end of the list")


def _space(text: str, at: int) -> int:
    m = _SPACE.match(text, at)
    return m.end() if m else at


def _expect(text: str, at: int, sign: str, message: str) -> int:
    if not text.startswith(sign, at):
        raise Malformed(at, message)
    return at + 1


def _comma(text: str, at: int, end: str) -> int:
    """Past a comma, or at the closing bracket."""
    at = _space(text, at)
    if text.startswith(end, at):
        return at
    at = _space(text, _expect(text, at, ",", f"',' or '{end}' is missing"))
    if text.startswith(end, at):
        raise Malformed(at, f"',' before '{end}'")
    return at


def _value(text: str, at: int) -> tuple[Any, int]:
    try:
        return _DECODER.raw_decode(text, at)
    except json.JSONDecodeError as e:
        raise Malformed(e.pos, f"not JSON: {e.msg}") from None
    except RecursionError:
        raise Malformed(at, "nested too deeply", "E306") from None
    except ValueError:  # a number of thousands of digits
        raise Malformed(at, "a number is too long") from None
