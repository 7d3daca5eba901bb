"""How one entity of a figure acts on another, and who says so."""

from __future__ import annotations

from typing import Literal, NamedTuple, get_args

RelationType = Literal[
    "activation", "inhibition", "expression", "repression", "phosphorylation",
    "dephosphorylation", "binding", "conversion", "transport", "other",
]
RELATION_TYPES: tuple[RelationType, ...] = get_args(RelationType)
Polarity = Literal["+", "-", "0"]
POLARITY: dict[str, Polarity] = {"activation": "+", "expression": "+", "inhibition": "-", "repression": "-"}
"""The sign a type has of itself; every other type has none."""

Origin = Literal["curated", "dot", "sif", "gpml", "cx2", "cx", "table", "caption"]
DRAWN = 120
"""So many relations a diagram has at most: more no reader could follow, and no page could hold."""


class Relation(NamedTuple):
    """One arrow: source acts on target.

    `polarity` is the effect of more source on the target: `+`, `-`, or `0` where no sign is stated.
    `span` is the evidence's place in the figure's caption, as (start, end) offsets in characters;
    `confidence` is between 0 and 1, 1 for what a curator wrote.
    """

    source: str
    target: str
    type: RelationType
    polarity: Polarity = "0"
    hedged: bool = False
    evidence: str | None = None
    origin: Origin = "curated"
    span: tuple[int, int] | None = None
    confidence: float = 1.0
