"""A figure's relations and participants as a network: what every exporter writes.

The page's own script makes the same networks and the same files from what the page holds
(`templates/assets/export.js`); a change here is one there, and a test compares the two.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sitegen.model.figure import Figure
from sitegen.model.participants import Kind, Participant, by_name, participant_of, participants
from sitegen.model.relation import Relation
from sitegen.text import one_line

Place = tuple[int, int]
_NOBODY: Mapping[str, Kind] = {}
ROW = 90
MARGIN = 60


class Node(NamedTuple):
    """An entity: `genes` are NCBI Gene ids of one organism, the figure's own where it has the gene.

    `xref` is the entity's record as (source, identifier), sources named as in identifiers.org; a family, which is
    several genes, has none.  A name that is in no table of the figure has none either, and the kind `process` where
    no other figure's table has it.
    """

    label: str
    kind: Kind | str
    genes: tuple[str, ...] = ()
    xref: tuple[str, str] | None = None

    @property
    def curie(self) -> str:
        """The record as a compact identifier, such as `ncbigene:3569` or `CHEBI:15377`; may be empty."""
        if self.xref is None:
            return ""
        return self.xref[1] if ":" in self.xref[1] else ":".join(self.xref)

    @property
    def width(self) -> int:
        """The width in pixels of a box that holds the label."""
        return min(max(8 * len(self.label) + 20, 80), 240)


class Edge(NamedTuple):
    """A relation between two nodes by index."""

    source: int
    target: int
    relation: Relation


class Network(NamedTuple):
    """Nodes with relations, in the order of the relations, then those without; labels are distinct."""

    ident: str
    title: str
    organism: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def figure_network(figure: Figure, relations: Sequence[Relation], elsewhere: Mapping[str, Kind] = _NOBODY) -> Network:
    """The network of a figure: `relations` and every participant of its tables."""
    organism = figure.organisms[0] if figure.organisms else ""
    return network(figure.figid, figure.display_title, organism, relations, participants(figure), elsewhere)


def network(
    ident: str, title: str, organism: str, relations: Sequence[Relation], people: Sequence[Participant] = (),
    elsewhere: Mapping[str, Kind] = _NOBODY,
) -> Network:
    """The network of relations; an end is the participant that has its name, else a node of its own.

    `elsewhere` says by folded name what other figures' tables know such a node as.
    Names are compared folded (`fold_name`), as the diagram does, and a node is labelled as its first relation
    spells it.
    """
    known = by_name(people)
    nodes: list[Node] = []
    places: dict[int | str, int] = {}

    def place(end: str) -> int:
        label = one_line(end) or "?"
        key = participant_of(label, known)
        if key not in places:
            places[key] = len(nodes)
            nodes.append(_node(people[key], label) if isinstance(key, int) else Node(label, elsewhere.get(key, "process")))
        return places[key]

    edges = [Edge(place(r.source), place(r.target), r) for r in relations]
    labels = {n.label for n in nodes}
    for i, person in enumerate(people):
        label = one_line(person.label) or "?"
        if i not in places and label not in labels:
            labels.add(label)
            nodes.append(_node(person, label))
    return Network(ident, one_line(title), one_line(organism), tuple(nodes), tuple(edges))


def _node(person: Participant, label: str) -> Node:
    if person.kind == "chemical":
        xref = ("chebi", f"CHEBI:{person.xref}") if person.xref else _mesh(person)
        return Node(label, "chemical", (), xref)
    if person.kind == "disease":
        xref = ("doid", f"DOID:{person.xref}") if person.xref else _mesh(person)
        return Node(label, "disease", (), xref)
    first = person.genes[0].organism if person.genes else ""
    genes = tuple(dict.fromkeys(g.gene_id for g in person.genes if g.organism == first))
    return Node(label, person.kind, genes, ("ncbigene", genes[0]) if person.kind == "gene" and genes else None)


def _mesh(person: Participant) -> tuple[str, str] | None:
    return ("mesh", person.mesh) if person.mesh else None


def positions(nodes: Sequence[Node], given: Mapping[int, Place] | None = None) -> tuple[Place, ...]:
    """The centre of each node in pixels: as given, the others in a grid below."""
    known = given or {}
    rest = [i for i in range(len(nodes)) if i not in known]
    columns = math.isqrt(max(len(rest) - 1, 0)) + 1  # the square root, rounded up
    widest = max((nodes[i].width for i in rest), default=80)
    top = max([MARGIN - ROW, *(y for _, y in known.values())]) + ROW
    grid = {
        i: (MARGIN + widest // 2 + (k % columns) * (widest + MARGIN), top + (k // columns) * ROW) for k, i in enumerate(rest)
    }
    return tuple(known[i] if i in known else grid[i] for i in range(len(nodes)))
