"""The documents' lines in lists, as bytes from which a task reads those it shows."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import NamedTuple

from sitegen.indexes.block import Damaged
from sitegen.indexes.columns import pack_columns, unpack_columns
from sitegen.model.summary import Summary
from sitegen.text import shorten

_TITLE = 60


class Line(NamedTuple):
    """A figure in a long list: figid, title cut to a line, and year."""

    figid: str
    title: str
    year: str


class Roll(NamedTuple):
    """The lines of all documents, and their years, 0 for none."""

    years: array[int]
    starts: array[int]
    lines: bytes

    def line(self, document: int) -> Line:
        """The line of a document."""
        cells = self.lines[self.starts[document] : self.starts[document + 1]].decode("utf-8", "replace")
        figid, _, rest = cells.partition("\t")
        title, _, year = rest.partition("\t")
        return Line(figid, title, year)


def encode_roll(figures: Sequence[Summary]) -> bytes:
    """The bytes of the roll of documents."""
    starts = array("I", [0])
    lines = bytearray()
    for s in figures:
        cells = (s.figid, shorten(s.title, _TITLE), s.year or "")
        lines += "\t".join(c.replace("\t", " ") for c in cells).encode("utf-8", "replace")
        starts.append(len(lines))
    years = array("I", (int(s.year or 0) for s in figures))
    return pack_columns(years, starts, bytes(lines))


def decode_roll(data: bytes) -> Roll:
    """The roll of its bytes; raises Damaged where they are none."""
    years, starts, lines = unpack_columns(data, "IIb")
    if len(starts) != len(years) + 1:
        raise Damaged("the columns of the roll do not belong together")
    return Roll(years, starts, lines)
