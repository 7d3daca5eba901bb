"""Relations and numbers in words."""

from __future__ import annotations

from collections.abc import Sequence

from sitegen.model.relation import DRAWN, Relation

_SOURCES = {
    "curated": "Relations as a curator entered them.",
    "dot": "Drawn by a curator.",
    "sif": "Relations from a Cytoscape SIF file.",
    "gpml": "Relations from a WikiPathways GPML file.",
    "cx2": "Relations from an NDEx CX2 network.",
    "cx": "Relations from an NDEx CX network.",
    "table": "Relations from a table of relations.",
    "caption": "Read from the caption by a program; each verb below leads to its sentence.",
}
PARTICIPANTS = "Words in the figure and their genes; no relations are known."


def source_sentence(relations: Sequence[Relation], has_dot: bool) -> str:
    """Where a diagram's relations come from, in a sentence, and in another that it does not have all of them."""
    if has_dot:
        return _SOURCES["dot"]
    if not relations:
        return PARTICIPANTS
    rest = f" Drawn are the first {DRAWN} of {thousands(len(relations))}." if len(relations) > DRAWN else ""
    return _SOURCES[relations[0].origin] + rest


def counted(number: int, singular: str, plural: str | None = None) -> str:
    """`1 figure`, `2 figures`."""
    return f"{thousands(number)} {singular if number == 1 else plural or singular + 's'}"


def thousands(number: int) -> str:
    """A number with narrow spaces between its thousands."""
    return str(number) if -1000 < number < 1000 else f"{number:,}".replace(",", "\u202f")
