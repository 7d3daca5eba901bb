"""Relations and numbers in words."""

from __future__ import annotations

from collections.abc import Sequence

from sitegen.model.relation import Relation

VERBS = {
    "activation": "activates", "inhibition": "inhibits", "expression": "induces expression of", "repression": "represses",
    "phosphorylation": "phosphorylates", "dephosphorylation": "dephosphorylates", "binding": "binds",
    "conversion": "is converted to", "transport": "moves", "other": "acts on",
}
_HEDGED = {
    "activation": "may activate", "inhibition": "may inhibit", "expression": "may induce expression of",
    "repression": "may repress", "phosphorylation": "may phosphorylate", "dephosphorylation": "may dephosphorylate",
    "binding": "may bind", "conversion": "may be converted to", "transport": "may move", "other": "may act on",
}
_SOURCES = {
    "curated": "Relations as a curator entered them.",
    "dot": "Drawn by a curator.",
    "sif": "Relations from a Cytoscape SIF file.",
    "gpml": "Relations from a WikiPathways GPML file.",
    "cx2": "Relations from an NDEx CX2 network.",
    "cx": "Relations from an NDEx CX network.",
    "table": "Relations from a table of relations.",
    "caption": "Relations read from the caption by a program; each is shown with the sentence that says so.",
}
PARTICIPANTS = "The words read in the figure and the genes they stand for; no relations are known."


def verb(relation: Relation) -> str:
    """What the source does to the target, as a verb phrase; a signed type without a verb of its own names its sign."""
    if relation.type in ("other", "transport", "phosphorylation", "dephosphorylation") and relation.polarity != "0":
        sign = "activates" if relation.polarity == "+" else "inhibits"
        if relation.type == "other":
            return ("may " + sign.removesuffix("s")) if relation.hedged else sign
    return (_HEDGED if relation.hedged else VERBS)[relation.type]


def source_sentence(relations: Sequence[Relation], has_dot: bool) -> str:
    """Where a diagram's relations come from, in a sentence."""
    if has_dot:
        return _SOURCES["dot"]
    return _SOURCES[relations[0].origin] if relations else PARTICIPANTS


def counted(number: int, singular: str, plural: str | None = None) -> str:
    """`1 figure`, `2 figures`."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}".replace(",", "\u202f")
