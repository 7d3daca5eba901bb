"""How far an arrow can be trusted: what its pattern and the kinds of its two names earned on a gold set.

The numbers stand in `data/confidence.toml`, which benchmarks/relations.py writes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from sitegen.relations import lexis
from sitegen.relations.args import Edge
from sitegen.text import fold_name

PRIOR = 0.7
"""The precision that a pattern without any example is given."""
WEIGHT = 4.0
"""How many examples the prior counts for."""


class Earned(NamedTuple):
    """Precision by pattern, and by kind of name the factor by which it raises or lowers that."""

    patterns: Mapping[str, float]
    names: Mapping[str, float]
    threshold: float


def earn(judged: Iterable[tuple[str, str, str, bool]], threshold: float) -> Earned:
    """The confidences that judged arrows earn: each is (pattern, source's kind, target's kind, whether it is right).

    A pattern's precision is drawn towards `PRIOR` as if it had `WEIGHT` examples of that precision, so
    that a pattern seen twice is not trusted fully; a kind's factor is drawn towards 1 likewise.
    """
    rows = list(judged)
    right: dict[str, float] = {}
    count: dict[str, float] = {}
    for pattern, _, _, ok in rows:
        right[pattern] = right.get(pattern, 0) + ok
        count[pattern] = count.get(pattern, 0) + 1
    patterns = {p: (right[p] + PRIOR * WEIGHT) / (count[p] + WEIGHT) for p in sorted(count)}
    seen: dict[str, float] = {}
    expected: dict[str, float] = {}
    for pattern, a, b, ok in rows:
        for kind in {a, b}:
            seen[kind] = seen.get(kind, 0) + ok
            expected[kind] = expected.get(kind, 0) + patterns[pattern]
    names = {k: min(1.1, (seen[k] + WEIGHT) / (expected[k] + WEIGHT)) for k in sorted(seen)}
    return Earned(patterns, names, threshold)


@cache
def shipped() -> Earned:
    """The confidences of the package's data, read once."""
    data = lexis.CONFIDENCE
    return Earned(data.get("patterns", {}), data.get("names", {}), float(data["threshold"]))


def own_names(mentions: Iterable[str]) -> frozenset[str]:
    """The folded names of a figure's own tables."""
    names = set(map(fold_name, mentions))
    names.discard("")
    return frozenset(names)


def of(edge: Edge, mentions: frozenset[str], lexicon: Mapping[str, str] | None, earned: Earned) -> float:
    """The confidence of an arrow between 0 and 1: its pattern's, corrected for the weaker of its two names.

    A name of the figure's own tables counts as known; one that is known nowhere makes the arrow worthless.
    """
    factor = 1.1
    for name in (edge.source, edge.target):
        kind = kind_of(name.text, name.kind, mentions, lexicon)
        if kind == "unknown":
            return 0.0
        factor = min(factor, 1.0 if kind == "table" else earned.names.get(kind, 0.9))
    return round(min(0.99, earned.patterns.get(edge.pattern, PRIOR) * factor), 3)


def kind_of(text: str, kind: str, mentions: frozenset[str], lexicon: Mapping[str, str] | None) -> str:
    """How a name is known: `table` where the figure's tables or, for a name of doubt, the collection's hold it."""
    doubtful = kind in _DOUBTFUL
    if (mentions or (lexicon and doubtful)) and not (doubtful and text.lower() in lexis.PLAIN_ENGLISH):
        key = fold_name(text)
        if key in mentions:
            return "table"
        if doubtful and lexicon and (key in lexicon or (key[-1:] == "s" and key[:-1] in lexicon)):
            return "table"
    return kind


_DOUBTFUL = frozenset({"unknown", "opening", "ending", "long", "cap", "class"})
