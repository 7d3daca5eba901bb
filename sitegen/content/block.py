"""Front matter as values: text, lists and mappings, each key with its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Union

from sitegen.places import Place

Value = Union[str, "tuple[Value, ...]", "Block"]
"""Text, a list, or a mapping: the three shapes that front matter has."""


@dataclass(frozen=True, slots=True)
class Block:
    """A mapping with the place of each key; `items` keeps the file's order."""

    items: Mapping[str, Value] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)

    def place(self, key: str) -> Place:
        """Where a key stands, or line 1 where it does not."""
        return self.places.get(key, Place(1, 1))
