"""DOT for the layout and DOT for other programs."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from sitegen.diagram import dot_source, figure_graph
from sitegen.diagram.dot import relations_dot
from sitegen.diagram.graph import Edge, Graph
from sitegen.diagram.layout import render
from sitegen.model.relation import Relation
from tests.diagram.shapes import chain, figure, gene, graphs, link


def test_the_layouts_dot_has_sizes_and_no_text() -> None:
    edges = (Edge(0, 1, "activation", "+", False, (0,)), Edge(1, 0, "activation", "+", False, (1,)))
    assert relations_dot([(72, 24), (36, 38)], edges, (1, 2), sideways=False).decode() == (
        "digraph {\n\tgraph [nodesep=.18 ranksep=.36]\n"
        '\tnode [fixedsize=true label="" shape=box]\n\tnode [height=0.3333]\n\tedge [dir=none]\n'
        "\t0 [width=1]\n\t1 [height=0.5278 width=0.5]\n\t0 -> 1\n\t1 -> 0 [minlen=2 weight=0]\n}\n"
    )


def test_the_exported_dot_has_labels_links_and_heads() -> None:
    fig = figure(gene("IL-6", "IL6", "3569"), gene("AKT", "AKT1", "207"))
    relations = (*chain("IL-6", "x"), Relation("x", "IL-6", "repression"))
    assert dot_source(figure_graph(fig, relations, link)) == (
        "digraph figure {\n\tnode [fontname=Helvetica fontsize=12]\n"
        '\tn0 [label="IL-6" URL="../genes/IL6.html" shape=box tooltip=IL6]\n'
        "\tn1 [label=x shape=plaintext]\n\tn0 -> n1 [arrowhead=normal]\n\tn1 -> n0 [arrowhead=tee style=dashed]\n"
        '\to0 [label=AKT URL="../genes/AKT1.html" shape=box tooltip=AKT1]\n}\n'
    )


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(graphs())
def test_any_exported_dot_is_one_that_graphviz_reads(graph: Graph) -> None:
    source = dot_source(graph).replace("\0", "").encode("utf-8", "replace")
    assert render(source, b"osage", b"plain").startswith(b"graph 1 ")
