"""Figures, relations and hand-read SVG paths for these tests; all data are invented."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from hypothesis import strategies as st

from sitegen.diagram.graph import Edge, Graph, Node
from sitegen.model.figure import ChemicalMention, DiseaseMention, Figure, GeneMention, Paper
from sitegen.model.participants import Participant
from sitegen.model.relation import POLARITY, RELATION_TYPES, Relation

_TOKEN = re.compile(r"[MmLlHhVvCcZz]|-?(?:\d+\.?\d*|\.\d+)")


def gene(word: str, symbol: str | None, ident: str, organism: str = "Homo sapiens") -> GeneMention:
    return GeneMention("9606", organism, word, word, symbol, ident)


def figure(*genes: GeneMention, chemicals: Sequence[str] = (), diseases: Sequence[str] = ()) -> Figure:
    return Figure(
        "PMC1__F1", "figures/PMC1__F1.md", Paper("PMC1"), organisms=("Homo sapiens",), genes=genes,
        chemicals=tuple(ChemicalMention(c, "D000001") for c in chemicals),
        diseases=tuple(DiseaseMention(d, "D000002") for d in diseases),
    )


def link(person: Participant) -> str | None:
    return f"../genes/{person.genes[0].symbol}.html" if person.genes else None


def arrow(source: str, target: str, type_: str, polarity: str | None = None, hedged: bool = False) -> Relation:
    """A relation as a curator states it: with the sign that its type has, where no other is given."""
    sign = polarity or POLARITY.get(type_, "0")
    return Relation(source, target, type_, sign, hedged)  # type: ignore[arg-type]


def chain(*names: str, type_: str = "activation") -> tuple[Relation, ...]:
    return tuple(arrow(a, b, type_) for a, b in pairwise(names))


def points(path: str) -> list[list[tuple[float, float]]]:
    """The subpaths of SVG path data, each as the points that its commands end at."""
    tokens = _TOKEN.findall(path)
    out: list[list[tuple[float, float]]] = []
    x = y = 0.0
    i = 0
    command = ""

    def number() -> float:
        nonlocal i
        i += 1
        return float(tokens[i - 1])

    while i < len(tokens):
        if tokens[i].isalpha():
            command = tokens[i]
            i += 1
        if command in "zZ":
            out[-1].append(out[-1][0])
            continue
        if command == "M":
            x, y = number(), number()
            out.append([])
        elif command == "l":
            x, y = x + number(), y + number()
        elif command == "h":
            x += number()
        elif command == "v":
            y += number()
        elif command == "c":
            for _ in range(4):
                number()
            x, y = x + number(), y + number()
        else:
            raise AssertionError(f"unexpected command {command}")
        out[-1].append((x, y))
    return out


LABELS = st.one_of(
    st.sampled_from(["IL-6", "NF-κB", "p38", "<b>x</b>", 'a"b\\', "x" * 300, "لاعب", "a\nb", "&amp;", "'", "→", " "]),
    st.text(max_size=40),
)


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    """Any graph that `figure_graph` could make."""
    count = draw(st.integers(1, 14))
    kinds = st.sampled_from(["gene", "family", "chemical", "disease", "process"])
    links = st.sampled_from([None, "../x.html", 'a b"<&'])
    nodes = tuple(Node(draw(LABELS) or "?", draw(kinds), draw(links)) for _ in range(count))
    ends = draw(st.lists(st.tuples(st.integers(0, count - 1), st.integers(0, count - 1)), max_size=22))
    edges = []
    seen = set()
    for k, (a, b) in enumerate(ends):
        type_ = draw(st.sampled_from(RELATION_TYPES))
        sign = draw(st.sampled_from(["+", "-", "0"]))
        if (a, b, sign) in seen:
            continue
        seen.add((a, b, sign))
        mark = "+p" if type_ == "phosphorylation" else ""
        edges.append(Edge(a, b, type_, sign, draw(st.booleans()), (k,), mark))
    others = tuple(Node(draw(LABELS) or "?", draw(kinds), "x.html") for _ in range(draw(st.integers(0, 9))))
    return Graph(nodes, tuple(edges), others)
