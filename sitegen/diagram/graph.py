"""From a figure and its relations to the graph that is drawn: which boxes, which arrows, in which order."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from sitegen.model.figure import Figure
from sitegen.model.participants import Participant, by_name, participant_of, participants
from sitegen.model.relation import Polarity, Relation, RelationType
from sitegen.text import fold_name, one_line

NodeKind = Literal["gene", "family", "chemical", "disease", "process", "more"]
KINDS: tuple[NodeKind, ...] = ("gene", "family", "chemical", "disease", "process", "more")
CLASSES: Mapping[str, str] = {"gene": "", "family": "f", "chemical": "c", "disease": "i", "process": "p", "more": "m"}
"""The class of a node's element."""
MAP_LIMIT = 40
QUIET_LIMIT = 10
LISTS: Mapping[str, str] = {"gene": "#genes", "family": "#genes", "chemical": "#chemicals", "disease": "#diseases"}
"""Where on a figure's page the participants of a kind are listed."""
_KIND_ORDER: Mapping[str, int] = {"gene": 0, "family": 0, "chemical": 1, "disease": 2}
_MARKS: tuple[RelationType, ...] = ("phosphorylation", "dephosphorylation", "other")


class Node(NamedTuple):
    """A box: its text, what it stands for (gene symbols), and where it leads; `href` may be None."""

    label: str
    kind: NodeKind
    href: str | None = None
    symbols: tuple[str, ...] = ()


class KnownGene(NamedTuple):
    """What a name stands for that no table of the figure has: a gene's symbol, None for several genes, and its address."""

    symbol: str | None
    href: str | None = None


SEVERAL_GENES = KnownGene(None)


class Edge(NamedTuple):
    """An arrow between two nodes by index; `relations` are the indexes of the relations it stands for."""

    source: int
    target: int
    type: RelationType
    polarity: Polarity
    hedged: bool
    relations: tuple[int, ...]
    mark: Literal["", "+p", "−p"] = ""


@dataclass(frozen=True, slots=True)
class Graph:
    """What is drawn: `nodes` with `edges` between them, and `others`, which take no part in a relation.

    Without relations `nodes` is empty and `others` is the map of the figure's participants.  `hidden` is
    the number of participants that are counted by a last box and not drawn; `list_href` is where the page lists
    the others, or None.
    """

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    others: tuple[Node, ...] = ()
    hidden: int = 0
    list_href: str | None = None

    @property
    def is_map(self) -> bool:
        """Whether this is a map of participants, without relations."""
        return not self.nodes


def symbols(participant: Participant) -> tuple[str, ...]:
    """The genes a word stands for, one spelling a symbol: that of the first organism, which is the figure's own."""
    first: dict[str, str] = {}
    for gene in participant.genes:
        first.setdefault(gene.label.casefold(), gene.label)
    return tuple(first.values())


def figure_graph(
    figure: Figure,
    relations: Sequence[Relation],
    href: Callable[[Participant], str | None] | None,
    elsewhere: Mapping[str, KnownGene] | None = None,
) -> Graph:
    """The graph of a figure: its relations, and beside them the participants that none of them names.

    `href` gives a participant's address, relative to the page, or None; without it nothing is linked.  An end of a
    relation that is in no mention table of the figure is a gene where `elsewhere` has its folded name, else plain text.
    Relations with the same ends and the same sign are one arrow, which keeps the indexes of all of them.
    """
    people = participants(figure)
    names = by_name(people)
    nodes: list[Node] = []
    places: dict[int | str, int] = {}

    def place(end: str) -> int:
        label = one_line(end)
        key = participant_of(label, names)
        gene = elsewhere.get(key) if elsewhere and isinstance(key, str) else None
        if gene and gene.symbol:
            folded = fold_name(gene.symbol)
            key = names.get(folded, f"gene {folded}")
        if key not in places:
            places[key] = len(nodes)
            if isinstance(key, int):
                person = people[key]
                nodes.append(Node(label or person.label, person.kind, href and href(person), symbols(person)))
            else:
                nodes.append(_stranger(label or "?", gene, linked=href is not None))
        return places[key]

    ends = [(place(r.source), place(r.target)) for r in relations]
    edges = _merged(relations, ends)
    rest = [p for i, p in enumerate(people) if i not in places]
    rest.sort(key=lambda p: (_KIND_ORDER[p.kind], p.label.casefold(), p.label))
    limit = QUIET_LIMIT if nodes else MAP_LIMIT
    hidden = max(len(rest) - limit + 1, 0) if len(rest) > limit else 0
    shown = rest[: limit - 1] if hidden else rest
    others = [Node(one_line(p.label) or "?", p.kind, href and href(p), symbols(p)) for p in shown]
    list_href = LISTS[rest[0].kind] if href and rest else None
    if hidden:
        others.append(Node(f"+ {hidden} more", "more", list_href))
    return Graph(tuple(nodes), edges, tuple(others), hidden, list_href)


def _stranger(label: str, gene: KnownGene | None, *, linked: bool) -> Node:
    """The box of a name that no table of the figure has."""
    if gene is None:
        return Node(label, "process")
    return Node(label, "gene" if gene.symbol else "family", gene.href if linked else None, (gene.symbol,) if gene.symbol else ())


def _merged(relations: Sequence[Relation], ends: Sequence[tuple[int, int]]) -> tuple[Edge, ...]:
    """One edge for the relations that say the same, in the order of the first of them."""
    signs = [r.polarity for r in relations]
    signed: dict[tuple[int, int], str] = {}
    for pair, sign in zip(ends, signs, strict=True):
        if sign != "0":
            signed.setdefault(pair, sign)
    groups: dict[tuple[int, int, str], list[int]] = {}
    for i, ((source, target), sign) in enumerate(zip(ends, signs, strict=True)):
        key: str = sign
        if sign == "0":
            # A bare phosphorylation says how a signed relation of the same two works: one arrow, marked.
            kind = relations[i].type
            key = signed.get((source, target), kind) if kind in _MARKS else kind
            if kind == "binding" and (target, source, key) in groups:
                source, target = target, source
        groups.setdefault((source, target, key), []).append(i)
    edges = []
    for (source, target, key), indexes in groups.items():
        first = next((i for i in indexes if signs[i] == key), indexes[0])
        kinds = {relations[i].type for i in indexes}
        mark: Literal["", "+p", "−p"] = ""
        if "phosphorylation" in kinds:
            mark = "+p"
        elif "dephosphorylation" in kinds:
            mark = "−p"
        hedged = all(relations[i].hedged for i in indexes)
        edges.append(Edge(source, target, relations[first].type, signs[first], hedged, tuple(indexes), mark))
    return tuple(edges)
