"""CX 1, the older exchange format of NDEx and Cytoscape: nodes, edges, and attributes in aspects of their own.

After the specification at cytoscape.org/cx: nodes `@id`, `n` (name), `r` (represents); edges `@id`, `s`, `t`, `i`
(interaction); `nodeAttributes` and `edgeAttributes` with `po` (whose), `n` and `v`.  Aspects come in any order and
in pieces.
"""

from __future__ import annotations

from typing import Any

from sitegen.model.relation import Relation
from sitegen.networks.aspects import Malformed, elements
from sitegen.networks.cx2 import check_status
from sitegen.networks.cx_edges import FACTS, EdgeRow, NodeId, add_edges, identifier, named, record, text_of
from sitegen.networks.source import Reading, decoded
from sitegen.places import place_of
from sitegen.problems import Problem

_WANTED = frozenset({"CXVersion", "nodes", "edges", "nodeAttributes", "edgeAttributes", "status"})


def read_cx(path: str, data: bytes | str) -> tuple[tuple[Relation, ...], tuple[Problem, ...]]:
    """The relations of a CX file and its faults, in the order of its edges."""
    text = decoded(path, data)
    if isinstance(text, Problem):
        return (), (text,)
    reading = Reading(path, "cx")
    names: dict[NodeId, str] = {}
    try:
        edges = _collect(text, names)
    except Malformed as e:
        line, column = place_of(text, e.place)
        reading.fault(line, e.code, e.message, column=column)
        return reading.result()
    add_edges(reading, text, names, edges)
    return reading.result()


def _collect(text: str, names: dict[NodeId, str]) -> list[EdgeRow]:
    edges: list[EdgeRow] = []
    known: dict[NodeId, dict[str, Any]] = {}
    given_names: dict[NodeId, str] = {}
    seen = False
    for element in elements(text, _WANTED):
        aspect, value, place = element
        if aspect == "CXVersion":
            raise Malformed(place, "CX2 and not CX 1: name the file .cx2", "E307")
        if aspect == "status":
            check_status(element)
            continue
        seen = True
        row = record(value, aspect, place)
        if aspect == "nodes":
            names[identifier(row.get("@id"), "a node's @id", place)] = named(row.get("n"), row.get("r"))
        elif aspect == "edges":
            source, target = identifier(row.get("s"), "an edge's s", place), identifier(row.get("t"), "an edge's t", place)
            facts = known.setdefault(identifier(row.get("@id", f"edge {place}"), "an edge's @id", place), {})
            facts.setdefault("interaction", row.get("i"))
            edges.append(EdgeRow(source, target, facts, place))
        elif aspect == "edgeAttributes":
            name = text_of(row.get("n"))
            if name in FACTS:
                for owner in _owners(row, place):
                    facts = known.setdefault(owner, {})
                    if facts.get(name) is None:
                        facts[name] = row.get("v")
        elif row.get("n") in ("name", "shared name"):
            for owner in _owners(row, place):
                given_names.setdefault(owner, named(row.get("v")))
    if not seen:
        raise Malformed(0, "no nodes and no edges", "E307")
    for owner, name in given_names.items():
        if owner in names:
            names[owner] = names[owner] or name
    return edges


def _owners(row: dict[str, Any], place: int) -> list[NodeId]:
    owners = row.get("po")
    return [identifier(o, "an attribute's po", place) for o in (owners if isinstance(owners, list) else [owners])]
