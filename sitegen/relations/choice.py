"""Which of the arrows that patterns read are relations of the figure, and of which type."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from sitegen.model.relation import Polarity, Relation, RelationType
from sitegen.relations import confidence, lexis
from sitegen.relations.arguments import Edge
from sitegen.relations.names.name import folded

_SIGNS: dict[int, Polarity] = {1: "+", -1: "-", 0: "0"}
_TYPES: dict[tuple[RelationType, Polarity], RelationType] = {
    ("activation", "-"): "inhibition",
    ("inhibition", "+"): "activation",
    ("expression", "-"): "repression",
    ("repression", "+"): "expression",
}
"""The type of an arrow whose sign was turned by its nouns: "X activates the degradation of Y" is an inhibition."""
_REACTIONS = frozenset(
    {"conversion", "conversion by enzyme", "converted by", "converted to", "derived from", "noun from substrate"}
    | {"noun of A to B", "noun of A to B by enzyme"}
)
"""The patterns that state a reaction; elsewhere "produces Y" of a protein says that more of it is made."""


_THINGS = ("shape", "chemical", "ending", "index", "cap")
"""Kinds of names of molecules, not of what happens."""
_NEARLY = 0.97
"""How near to the threshold a member of a list has to be that stands by the surest one."""


class Found(NamedTuple):
    """An arrow with its evidence's place and how far it can be trusted, before any threshold."""

    edge: Edge
    span: tuple[int, int]
    confidence: float


def alike(found: list[Found], least: float) -> list[Found]:
    """The arrows, where a member of a list that falls just short of the threshold is as sure as the surest of its sentence."""
    short = [f for f in found if least * _NEARLY <= f.confidence < least and f.edge.sign and _joins_things(f.edge)]
    if not short:
        return found
    best: dict[tuple[object, ...], float] = {}
    for one in found:
        for key in _places(one):
            best[key] = max(best.get(key, 0.0), one.confidence)
    return [f._replace(confidence=max(best[key] for key in _places(f))) if f in short else f for f in found]


def _joins_things(edge: Edge) -> bool:
    return edge.source.kind in _THINGS and edge.target.kind in _THINGS


def _places(found: Found) -> list[tuple[object, ...]]:
    """What an arrow shares with others of its list: the sentence, an end, type, sign and pattern."""
    edge = found.edge
    return [(found.span, name, edge.type, edge.sign, edge.pattern) for name in (edge.source, edge.target)]


def chosen(caption: str, found: Iterable[Found], threshold: float | None = None) -> tuple[Relation, ...]:
    """The candidates at or above the threshold as relations; the same arrow said twice is kept where it is surest.

    An arrow without sign falls to one of the same ends with a sign; where one sentence gives both signs, neither is known.
    """
    least = confidence.shipped().threshold if threshold is None else threshold
    out: dict[tuple[str, str, str], Relation] = {}
    for edge, span, trust in alike(list(found), least):
        if trust < least or trust <= 0:
            continue
        source, target = edge.source.text, edge.target.text
        polarity = _SIGNS[edge.sign]
        key = (folded(source), folded(target), polarity)
        if key in out and out[key].confidence >= trust:
            continue
        evidence = caption[span[0] : span[1]]
        kind = _type(edge, polarity)
        out[key] = Relation(source, target, kind, polarity, edge.hedged, evidence, "caption", span, trust)
    for s, t in _contradicted(out):
        del out[s, t, "-"]
        out[s, t, "+"] = out[s, t, "+"]._replace(type="other", polarity="0")
    signed = {(s, t) for s, t, p in out if p != "0"}
    return tuple(r for (s, t, p), r in out.items() if p != "0" or (s, t) not in signed)


def _contradicted(out: Mapping[tuple[str, str, str], Relation]) -> set[tuple[str, str]]:
    """The ends to which one sentence gives both signs: one of them was misread, or both are so."""
    more = {(s, t): relation.span for (s, t, p), relation in out.items() if p == "+"}
    return {(s, t) for (s, t, p), relation in out.items() if p == "-" and more.get((s, t)) == relation.span}


def _type(edge: Edge, polarity: Polarity) -> RelationType:
    """The arrow's type under its final sign; "conversion" is kept for what a reaction makes."""
    if edge.type != "conversion" or polarity == "0" or edge.pattern in _REACTIONS:
        return _TYPES.get((edge.type, polarity), edge.type)
    if polarity == "-":
        return "inhibition"
    name = edge.target
    if name.kind in ("process", "bare"):
        return "activation"
    if name.text.rpartition(" ")[2] in lexis.ASSEMBLIES_NOUNS:
        return "conversion"  # what forms a complex does not express it
    return "expression" if name.kind == "shape" and name.text not in lexis.CHEMICAL_SYMBOLS else "conversion"
