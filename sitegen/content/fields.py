"""Reads the keys of a front matter into checked values, gathering every fault on the way."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import islice

from sitegen.content.frontmatter import Block, Value, item_places
from sitegen.content.repair import repair_encoding, without_controls
from sitegen.content.tables import MAX_ROWS
from sitegen.model.missing import present
from sitegen.places import Place
from sitegen.problems import MOST_TOLD, Problem
from sitegen.text import squeeze

MAX_ITEMS = 1000  # of a list of texts: each organism's page names all that its figures name
_LONGEST = 80  # characters of an unknown key that a warning shows
_PLACEHOLDERS = frozenset({"XXX", "xxx"})


class Fields:
    """The keys of one block of one file; problems met while reading them are in `problems`.

    `yaml` is the text of a file's whole front matter, from which the places of lists' items are known.
    """

    def __init__(self, path: str, block: Block, problems: list[Problem], yaml: str = "") -> None:
        self.path, self.block, self.problems, self._yaml = path, block, problems, yaml

    def report(
        self, key: str, code: str, message: str, hint: str = "", place: Place | None = None, item: int | None = None
    ) -> None:
        """Adds a problem at a key, or at line 1 where the key is absent; `item` is the number of the list's item that has it."""
        line, column = place or self.place(key, item)
        self.problems.append(Problem(self.path, line, column, code, message, hint))

    def place(self, key: str, item: int | None = None) -> Place:
        """Where a key stands, or that item of its list."""
        return self.block.place(key) if item is None else self._items[key][item]

    @cached_property
    def _items(self) -> Mapping[str, Sequence[Place]]:
        return item_places(self._yaml)

    def require(self, keys: Iterable[str]) -> None:
        """One fault for each of the keys that the block has not."""
        for key in keys:
            if key not in self.block.items:
                self.report(key, "E204", f"required key '{key}' is missing", place=Place(1, 1))

    def warn_unknown(self, known: Iterable[str], bare: str = "") -> None:
        """One warning for each key that is not known, with the one it resembles; `bare` is the hint where it has no value."""
        names = list(known)
        unknown = (key for key in self.block.items if key not in names)
        for key in islice(unknown, MOST_TOLD):
            near = difflib.get_close_matches(key[:_LONGEST], names, n=1, cutoff=0.75)
            hint = f"Did you mean '{near[0]}'?" if near else "" if self.block.items[key] else bare
            self.report(key, "W201", f"unknown key '{key[:_LONGEST]}'", hint)

    def text(self, key: str) -> str | None:
        """A text on one line, mis-decoded characters repaired; None where it is missing."""
        value = self.block.items.get(key)
        if value is None:
            return None
        if isinstance(value, tuple) and not value:
            return None
        if not isinstance(value, str):
            self.report(key, "E205", f"'{key}' is a text, not a {_shape(value)}")
            return None
        return self._clean(key, value)

    def texts(self, key: str, separator: str | None = None) -> tuple[str, ...]:
        """A list of distinct texts; where `separator` is given, a single text is split at its characters."""
        return tuple(self.numbered_texts(key, separator))

    def numbered_texts(self, key: str, separator: str | None = None) -> Mapping[str, int | None]:
        """As `texts`, each with the number of its item, by which `report` finds its place."""
        value = self.block.items.get(key)
        if value is None:
            return {}
        if isinstance(value, Block):
            self.report(key, "E205", f"'{key}' is a list, not a mapping")
            return {}
        if isinstance(value, str):
            parts = re.split(f"[{re.escape(separator)}]", value, maxsplit=MAX_ITEMS) if separator else [value]
            if len(parts) > MAX_ITEMS:
                self.report(key, "E205", f"more than {MAX_ITEMS} items in '{key}'")
                return {}
            values: Iterable[tuple[int | None, Value]] = ((None, part) for part in parts)
        else:
            if len(value) > MAX_ITEMS:
                self.report(key, "E205", f"more than {MAX_ITEMS} items in '{key}'", item=MAX_ITEMS)
                return {}
            values = enumerate(value)
        kept: dict[str, int | None] = {}
        for number, item in values:
            if not isinstance(item, str):
                self.report(key, "E205", f"'{key}' is a list of texts; it holds a {_shape(item)}", item=number)
            elif (text := self._clean(key, item, number)) and text not in _PLACEHOLDERS:
                kept.setdefault(text, number)
        return kept

    def blocks(self, key: str, form: str = "") -> tuple[Block, ...]:
        """A list of mappings, as the tables and relations in a front matter are; `form` is the hint that shows one."""
        value = self.block.items.get(key)
        if value is None or (isinstance(value, str) and present(value) is None):
            return ()
        if not isinstance(value, tuple):
            self.report(key, "E205", f"'{key}' is a list of mappings, not a {_shape(value)}", form)
            return ()
        if len(value) > MAX_ROWS:
            self.report(key, "E205", f"more than {MAX_ROWS:,} items in '{key}'", item=MAX_ROWS)
            return ()
        found = []
        for number, item in enumerate(value):
            if isinstance(item, Block):
                found.append(item)
            elif not (isinstance(item, str) and present(item) is None):
                self.report(key, "E205", f"'{key}' is a list of mappings; it holds a {_shape(item)}", form, item=number)
        return tuple(found)

    def start(self, key: str, block: Block) -> Place:
        """Where one of a list's mappings begins: with its first key, or where it stands if it has none."""
        if block.places:
            return next(iter(block.places.values()))
        items = self.block.items[key]
        assert isinstance(items, tuple)
        return next(p for p, item in zip(self._items[key], items, strict=True) if item is block)

    def matching(self, key: str, pattern: re.Pattern[str], what: str) -> str | None:
        """A text that the whole pattern fits; another one is left out with a warning."""
        text = self.text(key)
        if text is None or pattern.fullmatch(text):
            return text
        self.report(key, "W204", f"'{text[:60]}' is not {what}; left out")
        return None

    def _clean(self, key: str, value: str, item: int | None = None) -> str | None:
        text = present(squeeze(value))
        if text is None or (text.isascii() and text.isprintable()):
            return text
        repaired = repair_encoding(text)
        if repaired != text:
            self.report(key, "W202", f"mis-decoded characters in '{key}' repaired", item=item)
        clean = without_controls(repaired)
        if clean != repaired:
            self.report(key, "W204", f"control characters in '{key}' left out", item=item)
        return present(clean)


def _shape(value: Value) -> str:
    return "text" if isinstance(value, str) else "list" if isinstance(value, tuple) else "mapping"
