"""Adding values to nodes while there is room for them, in bytes."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import Any

from sitegen.jsonld.embed import size
from sitegen.jsonld.nodes import Node

SMALLEST = 16
"""Bytes below which nothing is tried any more."""


class Budget:
    """The bytes that are left; each method adds what fits and leaves the rest out."""

    def __init__(self, left: int) -> None:
        self.left = left

    def put(self, node: Node, key: str, value: Any) -> None:
        """Sets a property that the node does not have, where the value is not missing and fits."""
        if self.left < SMALLEST or value is None or value == [] or key in node:
            return
        if self.take(size(value) + len(key) + 4):
            node[key] = value

    def put_all(self, node: Node, values: Iterable[tuple[str, Any]]) -> None:
        """Sets each of these properties that fits."""
        if self.left < SMALLEST:
            return
        for key, value in values:
            self.put(node, key, value)

    def fill(self, node: Node, key: str, values: Iterable[Any], upto: int | None = None) -> None:
        """Appends to a list property the values it does not hold yet, in order, up to the first that does not fit."""
        if self.left < SMALLEST:
            return
        held = node.get(key)
        for value in islice(values, len(held or ()), upto):
            if not self.take(size(value) + (1 if held else len(key) + 6)):
                return
            if held is None:
                held = node[key] = []
            held.append(value)

    def take(self, cost: int) -> bool:
        """Whether that many bytes were left; they are spent then."""
        if cost > self.left:
            return False
        self.left -= cost
        return True
