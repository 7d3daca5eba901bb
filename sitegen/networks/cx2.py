"""CX2, the Cytoscape exchange format 2: what NDEx and Cytoscape write today.

After the specification at cytoscape.org/cx/cx2: a list that starts with a descriptor; `attributeDeclarations` give
attributes short names and default values; nodes and edges have numbers, edges `s` and `t`, both attributes in `v`.
"""

from __future__ import annotations

from typing import Any

from sitegen.model.relation import Relation
from sitegen.networks.aspects import Element, Malformed, elements
from sitegen.networks.cx_edges import FACTS, NAMES, EdgeRow, NodeId, add_edges, identifier, named, record
from sitegen.networks.source import Reading, decoded, names_in
from sitegen.places import place_of
from sitegen.problems import Problem

# not `numberVerification`: it is there for programs that cannot hold every whole number, and Python can
_WANTED = frozenset({"CXVersion", "attributeDeclarations", "nodes", "edges", "status"})


class _Attributes:
    """The attributes of nodes or of edges that are read, and what is declared of them: short names and defaults.

    Of the others nothing is kept: a file can declare thousands, with a default for each of its edges.
    """

    def __init__(self, used: frozenset[str]) -> None:
        self.used = used
        self.full: dict[str, str] = {}
        self.defaults: dict[str, Any] = {}

    def declare(self, given: object) -> None:
        if isinstance(given, dict):
            for name, how in given.items():
                if isinstance(how, dict):
                    short = how.get("a")
                    if isinstance(short, str) and not self.used.isdisjoint((name, short)):
                        self.full[short] = name
                    if "v" in how and name in self.used:
                        self.defaults[name] = how["v"]

    def read(self, given: object) -> dict[str, Any]:
        read = dict(self.defaults)
        if isinstance(given, dict):
            for name, value in given.items():
                full = self.full.get(name) or name
                if full in self.used:
                    read[full] = value
        return read


def read_cx2(path: str, data: bytes | str) -> tuple[tuple[Relation, ...], tuple[Problem, ...]]:
    """The relations of a CX2 file and its faults, in the order of its edges."""
    text = decoded(path, data)
    if isinstance(text, Problem):
        return (), (text,)
    reading = Reading(path, "cx2")
    names: dict[NodeId, str] = {}
    edges: list[EdgeRow] = []
    try:
        _collect(text, names, edges)
    except Malformed as e:
        line, column = place_of(text, e.place)
        reading.fault(line, e.code, e.message, column=column)
        return reading.result()
    add_edges(reading, text, names, edges)
    return reading.result()


def _collect(text: str, names: dict[NodeId, str], edges: list[EdgeRow]) -> None:
    of_nodes, of_edges = _Attributes(frozenset(NAMES)), _Attributes(FACTS)
    version = False
    for element in elements(text, _WANTED):
        aspect, value, place = element
        if aspect == "CXVersion":
            _check_version(element)
            version = True
        elif not version:
            raise Malformed(place, "no CXVersion at its start; a CX 1 file is named .cx", "E307")
        elif aspect == "attributeDeclarations":
            declared = record(value, aspect, place)
            of_nodes.declare(declared.get("nodes"))
            of_edges.declare(declared.get("edges"))
        elif aspect == "nodes":
            node = record(value, aspect, place)
            v = of_nodes.read(node.get("v"))
            number = identifier(node.get("id"), "a node's id", place)
            names[number] = named(*map(v.get, NAMES))
        elif aspect == "edges":
            edge = record(value, aspect, place)
            source, target = identifier(edge.get("s"), "an edge's s", place), identifier(edge.get("t"), "an edge's t", place)
            edges.append(EdgeRow(source, target, of_edges.read(edge.get("v")), place))
        elif aspect == "status":
            check_status(element)
    if not version:
        raise Malformed(0, "no CXVersion at its start", "E307")


def _check_version(element: Element) -> None:
    if not str(element.value).startswith("2"):
        raise Malformed(element.place, f"CX version {names_in(str(element.value))} is not 2", "E307")


def check_status(element: Element) -> None:
    """Raises Malformed where the writer of the file says that writing it failed."""
    if isinstance(element.value, dict) and element.value.get("success") is False:
        raise Malformed(element.place, f"its writer failed: {names_in(str(element.value.get('error', '')))}")
