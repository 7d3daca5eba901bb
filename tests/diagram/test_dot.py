"""DOT for the layout."""

from __future__ import annotations

from sitegen.diagram.dot import relations_dot
from sitegen.diagram.graph import Edge


def test_the_layouts_dot_has_sizes_and_no_text() -> None:
    edges = (Edge(0, 1, "activation", "+", False, (0,)), Edge(1, 0, "activation", "+", False, (1,)))
    assert relations_dot([(72, 24), (36, 38)], edges, (1, 2), sideways=False).decode() == (
        "digraph {\n\tgraph [nodesep=.18 ranksep=.36]\n"
        '\tnode [fixedsize=true label="" shape=box]\n\tnode [height=0.3333]\n\tedge [dir=none]\n'
        "\t0 [width=1]\n\t1 [height=0.5278 width=0.5]\n\t0 -> 1\n\t1 -> 0 [minlen=2 weight=0]\n}\n"
    )
