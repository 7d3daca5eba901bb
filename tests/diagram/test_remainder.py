"""What follows the first graph of a DOT text is found, whatever the graph holds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.diagram import draw_curated
from sitegen.diagram.remainder import remainder

GRAPHS = [
    "digraph { a -> b }", 'strict graph "}" { "a\\"}" -- b [label="{\\\\"] }', "digraph {\n# }\n a // }\n /* } \n */ -> b }",
    "digraph { subgraph cluster_1 { a } -> { b c } }", "digraph { a [label=<<b>}</b> } <i>\"</i>>] }", "graph { /* a */ }",
    'digraph { a [label="it\'s"] }', "digraph { node [shape=record label=\"{a|{b}}\"]; a }",
]
NOTHING = ["", " ", "\n", ";", "// x }\n", "/* digraph {\n} */", "\n# }\n"]


@pytest.mark.parametrize("graph", GRAPHS)
def test_each_of_them_is_drawn(graph: str) -> None:
    curated = draw_curated(graph + "\n", path="f", line=1, title="", seconds=60)
    assert curated.problems == () or "empty" in curated.problems[0].message


@given(st.sampled_from(GRAPHS), st.lists(st.sampled_from(NOTHING)).map("".join), st.sampled_from([*GRAPHS, "}", "x", "->", '"']))
def test_what_follows_is_found_where_it_begins(graph: str, nothing: str, rest: str) -> None:
    assert remainder(graph + nothing) is None
    assert remainder(graph + nothing + rest) == len(graph + nothing)


@given(st.text(st.sampled_from(list("{}<>\"\\/*#\n a-!;"))))
def test_any_text_has_an_answer(text: str) -> None:
    at = remainder(text)
    assert at is None or 0 < at < len(text)


def test_a_second_graph_is_told_and_the_first_is_drawn() -> None:
    two = draw_curated("digraph { a -> b }\n  digraph { c }\n", path="f", line=30, title="", seconds=60)
    assert [tuple(p)[1:4] for p in two.problems] == [(31, 3, "W206")]
    assert two.svg == draw_curated("digraph { a -> b }\n", path="f", line=30, title="", seconds=60).svg
