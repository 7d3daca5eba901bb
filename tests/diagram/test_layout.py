"""Graphviz in process: the same bytes alone, in any batch and in any process; a bad graph costs no other."""

from __future__ import annotations

import multiprocessing
import random
from concurrent.futures import ProcessPoolExecutor

import pytest

from sitegen.diagram import LayoutError, description, figure_graph, graphviz_version, svg
from sitegen.diagram.dot import grid_dot, relations_dot
from sitegen.diagram.graph import Edge, Graph
from sitegen.diagram.layout import lay_out, render
from sitegen.model.relation import RELATION_TYPES
from tests.diagram.batches import Order, draw_many
from tests.diagram.shapes import arrow, figure, gene, link


def orders(count: int = 24) -> list[Order]:
    choice = random.Random(7)
    found = []
    for k in range(count):
        names = [f"GENE{k}{chr(65 + i)}" for i in range(choice.randint(2, 12))]
        relations = [
            arrow(*choice.sample(names, 2), choice.choice(RELATION_TYPES)) for _ in range(choice.randint(0, 14))
        ]
        graph = figure_graph(figure(*(gene(n, n, str(i + 1)) for i, n in enumerate(names))), relations, link)
        found.append(Order(graph, f"Figure {k}", description(graph)))
    return found


def test_a_drawing_has_the_same_bytes_alone_in_a_batch_and_in_a_shuffled_batch() -> None:
    asked = orders()
    alone = [draw_many([order])[0] for order in asked]
    assert draw_many(asked) == alone
    shuffled = list(range(len(asked)))
    random.Random(3).shuffle(shuffled)
    assert draw_many([asked[i] for i in shuffled]) == [alone[i] for i in shuffled]
    assert len({d.svg for d in alone}) == len(asked)


@pytest.mark.parametrize("method", sorted({"spawn", "fork"}.intersection(multiprocessing.get_all_start_methods())))
def test_a_drawing_has_the_same_bytes_in_other_processes(method: str) -> None:
    asked = orders(8)
    here = draw_many(asked)
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context(method)) as pool:
        there = list(pool.map(draw_many, [asked[:4], asked[4:], asked]))
    assert there == [here[:4], here[4:], here]


def test_bad_dot_is_an_error_and_the_next_graph_is_drawn() -> None:
    good = grid_dot(3, 2, (84, 36), 6)
    before = lay_out(good, b"osage")
    for bad in (b"digraph{ a -> ", b"", b"\0", b"\xff\xfe{"):
        with pytest.raises(LayoutError):
            render(bad, b"dot", b"plain")
    assert lay_out(good, b"osage") == before


def test_one_failing_graph_costs_none_of_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = orders(3)
    good = draw_many(asked)
    real = svg.draw

    def sometimes(graph: Graph, **words: str) -> str:
        if graph is asked[1].graph:
            raise LayoutError("it is malformed")
        return real(graph, **words)

    monkeypatch.setattr(svg, "draw", sometimes)
    assert draw_many(asked) == [good[0], ("", "it is malformed"), good[2]]


def test_positions_are_pixels_with_y_downwards_in_rows() -> None:
    grid = lay_out(grid_dot(5, 2, (84, 36), 6), b"osage").nodes
    rows = [round(grid[str(i)][1]) for i in range(5)]
    assert rows[0] == rows[1] < rows[2] == rows[3] < rows[4]
    assert round(grid["1"][0] - grid["0"][0]) == 90


def test_two_edges_of_the_same_ends_are_two_splines_in_order() -> None:
    edges = [Edge(0, 1, "activation", "+", False, (0,)), Edge(0, 1, "inhibition", "-", False, (1,))]
    splines = lay_out(relations_dot([(60, 24), (60, 24)], edges, (1, 1), sideways=False)).splines
    assert [(s[0], s[1]) for s in splines] == [("0", "1"), ("0", "1")]
    assert splines[0][2] != splines[1][2]


def test_the_version_is_that_of_the_library() -> None:
    major, *_ = graphviz_version().split(".")
    assert int(major) >= 2
