"""What a YAML parser's error means to one who wrote the file: place, message and hint in a curator's words.

libyaml and PyYAML's own parser word their errors differently; a mistake is known by a piece of either.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import yaml

from sitegen.places import Place

_QUOTE = "Quote the whole value. Within single quotes, one is written twice."


class Mistake(NamedTuple):
    """A mistake in YAML; `hint` is '' where nothing better than its code's hint is known."""

    place: Place
    message: str
    hint: str = ""


class _Seen(NamedTuple):
    """Where a parser stopped: the line there, the 0-based column, and where what it was reading began."""

    line: str
    column: int
    place: Place
    start: Place

    @property
    def begins_line(self) -> bool:
        return not self.line[: self.column].strip()

    @property
    def character(self) -> str:
        return self.line[self.column : self.column + 1]


def mistake(error: yaml.MarkedYAMLError, text: str) -> Mistake:
    """The mistake that a parser of `text` stumbled over.

    The first line of `text` is line 1.  An error that no rule knows is told in the parser's own words.
    """
    at = error.problem_mark or error.context_mark
    start = error.context_mark or at
    if at is None or start is None:
        return Mistake(Place(1, 1), error.problem or error.context or "not valid YAML")
    lines = text.split("\n")
    line = lines[at.line] if at.line < len(lines) else ""
    seen = _Seen(line, at.column, Place(at.line + 1, at.column + 1), Place(start.line + 1, start.column + 1))
    words = f"{error.problem or ''} {error.context or ''}"
    for piece, tell in _MISTAKES:
        if piece in words:
            return tell(seen)
    return Mistake(seen.place, error.problem or error.context or "not valid YAML")


def _unclosed_quote(seen: _Seen) -> Mistake:
    return Mistake(seen.start, "the quotation mark is not closed", "Close the text with the quotation mark that opens it.")


def _unclosed(bracket: str, what: str, close: str, hint: str) -> Callable[[_Seen], Mistake]:
    def tell(seen: _Seen) -> Mistake:
        message = f"the {what} that '{bracket}' opens on line {seen.start.line} lacks a comma or its '{close}' here"
        return Mistake(seen.place, message, hint)

    return tell


def _tab(seen: _Seen) -> Mistake:
    return Mistake(seen.place, "a tab indents the line", "Indent with spaces: YAML allows no tab there.")


def _first_character(seen: _Seen) -> Mistake:
    if seen.character == "\t":
        return _tab(seen)
    return Mistake(seen.place, f"a value cannot start with '{seen.character}'", _QUOTE)


def _mark(seen: _Seen) -> Mistake:
    return Mistake(seen.start, "a value cannot start with '&', '*' or '!'", _QUOTE)


def _colon(seen: _Seen) -> Mistake:
    if ":" in seen.line[: seen.column]:
        return Mistake(seen.place, "a second ': ' in one line", _QUOTE)
    return Mistake(seen.place, "this key continues the text of the line above",
                   "Start the key in the column of the other keys; end the line above with a colon, or quote its value.")


def _question(seen: _Seen) -> Mistake:
    return Mistake(seen.place, "a value cannot start with '? '", _QUOTE)


def _dash(seen: _Seen) -> Mistake:
    return Mistake(seen.place, "a value cannot start with '- '", "Start a list on the next line, or quote the whole value.")


def _out_of_place(seen: _Seen) -> Mistake:
    if not seen.begins_line:
        return Mistake(seen.place, "text after the end of a value",
                       "Close the quotation mark that was opened above, or quote the whole value: "
                       "a quoted part or a bracket ends it. Within single quotes, one is written twice.")
    return _indentation(seen)


def _indentation(seen: _Seen) -> Mistake:
    return Mistake(seen.place, "the line fits no line above it",
                   "Keys of one block start in one column; the items of a list start with '- ' in one column.")


def _no_colon(seen: _Seen) -> Mistake:
    return Mistake(seen.start, "no ': ' follows the key",
                   "Between key and value stand a colon and a space; the further lines of a text are indented.")


def _no_value(seen: _Seen) -> Mistake:
    return Mistake(seen.place, f"'{seen.character}' where a value is expected", _QUOTE)


def _escape(seen: _Seen) -> Mistake:
    return Mistake(seen.place, "within double quotes this backslash stands for no character",
                   "Write the backslash twice, or put the text in single quotes.")


def _block_text(seen: _Seen) -> Mistake:
    return Mistake(seen.place, "text on the line of '|' or '>'", "Start the text on the next line, indented.")


_MISTAKES: tuple[tuple[str, Callable[[_Seen], Mistake]], ...] = (
    ("end of stream while scanning a quoted", _unclosed_quote),
    ("',' or ']'", _unclosed("[", "list", "]", "Close the list with ']'; quote an item that holds a comma or ': '.")),
    ("',' or '}'", _unclosed("{", "mapping", "}", "Close it with '}'; quote a text that holds a comma or ': '.")),
    ("tab character", _tab),
    ("cannot start any token", _first_character),
    ("mapping values are not allowed", _colon),
    ("mapping keys are not allowed", _question),
    ("sequence entries are not allowed", _dash),
    ("while scanning a simple key", _no_colon),
    ("unknown escape character", _escape),
    ("escape code", _escape),
    ("while scanning a block scalar", _block_text),
    ("while scanning an a", _mark),
    (" a tag", _mark),
    ("expected node content", _no_value),
    ("expected the node content", _no_value),
    ("expected key", _out_of_place),
    ("<block end>", _out_of_place),
    ("'-' indicator", _indentation),
    ("<document start>", _indentation),
)
"""What tells a mistake, by a piece of a parser's words; the first that fits."""
