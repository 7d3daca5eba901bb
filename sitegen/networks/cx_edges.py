"""What CX and CX2 share: nodes and edges by number become relations."""

from __future__ import annotations

from typing import Any, NamedTuple

from sitegen.model.relation import Polarity
from sitegen.networks.arrows import SILENT, SILENT_HINT, interaction_meaning
from sitegen.networks.aspects import Malformed
from sitegen.networks.source import Reading, clean, names_in
from sitegen.places import place_of

_SIGNS: dict[str, Polarity] = {"+": "+", "-": "-", "0": "0"}
NAMES = ("name", "shared name", "represents")
"""The attributes that a node's name is taken from, in this order."""
INTERACTION = ("interaction", "shared interaction", "EndArrow")
"""Those that an edge's interaction is taken from; networks of WikiPathways have the arrowhead of GPML alone."""
FACTS = frozenset({*INTERACTION, "polarity", "hedged", "evidence"})
"""The attributes of an edge that make its relation."""
_LONGEST = 10_000  # more than any name or evidence keeps; a declared default is read again for each node or edge
_NAMELESS = "left out: a node at an end has no name"
_NAME = "Give the nodes at both ends a name."

NodeId = int | str


class EdgeRow(NamedTuple):
    """An edge as the file has it; `facts` are those of `FACTS` that it has, `place` its offset in the text."""

    source: NodeId
    target: NodeId
    facts: dict[str, Any]
    place: int


def identifier(value: object, what: str, place: int) -> NodeId:
    """A node's number; some writers put it in quotes.  Raises Malformed."""
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise Malformed(place, f"{what} is missing or no number")
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 20:
        return int(value)
    return value


def record(value: object, aspect: str, place: int) -> dict[str, Any]:
    """An element that must be an object.  Raises Malformed."""
    if not isinstance(value, dict):
        raise Malformed(place, f"an element of '{aspect}' is not an object")
    return value


def text_of(value: object) -> str:
    """An attribute as text: the first of a list; '' where it is neither text nor number."""
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, str):
        return value[:_LONGEST]
    return str(value) if isinstance(value, int | float) else ""


def add_edges(reading: Reading, text: str, names: dict[NodeId, str], edges: list[EdgeRow]) -> None:
    """The relations of edges, in their order; a fault for an edge whose end is no node of the file."""
    line, counted = 1, 0
    for edge in edges:
        if edge.place >= counted:  # in file order, so counting goes on from the last edge
            line += text.count("\n", counted, edge.place)
            counted = edge.place
        else:
            line, counted = place_of(text, edge.place).line, edge.place
        _add(reading, line, names, edge)
        if reading.full:
            return


def _add(reading: Reading, line: int, names: dict[NodeId, str], edge: EdgeRow) -> None:
    for end in (edge.source, edge.target):
        if end not in names:
            reading.fault(line, "E309", f"an edge names node {names_in(str(end))}, which the file does not hold")
            return
    source, target = names[edge.source], names[edge.target]
    if not source or not target:
        reading.leave_out(_NAMELESS, line, _NAME)
        return
    word = next((word for name in INTERACTION if (word := text_of(edge.facts.get(name)))), "")
    meaning = interaction_meaning(word) if word.strip() else ("other", "0", False)
    if meaning is None:
        reading.leave_out(SILENT, line, SILENT_HINT)
        return
    kind, sign, hedged = meaning
    stated = _SIGNS.get(text_of(edge.facts.get("polarity")).strip())
    said = edge.facts.get("hedged")
    hedged = hedged or said is True or text_of(said).strip().casefold() == "true"
    reading.add(source, target, kind, stated or sign, hedged=hedged,
                evidence=text_of(edge.facts.get("evidence")) or None, line=line)


def named(*candidates: object) -> str:
    """The first of a node's names that is not empty, cleaned; '' where there is none."""
    return next((name for c in candidates if (name := clean(text_of(c)))), "")
