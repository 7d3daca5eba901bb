"""Where something stands in a text: line and column."""

from __future__ import annotations

from typing import NamedTuple


class Place(NamedTuple):
    """Line and column, both from 1."""

    line: int
    column: int


def place_of(text: str, at: int, first: int = 1) -> Place:
    """The place of an offset in a text whose first line is the line `first` of its file."""
    return Place(first + text.count("\n", 0, at), at - text.rfind("\n", 0, at))
