"""The picture: nothing overlaps, arrows end at their target, chains run one way."""

from __future__ import annotations

from math import hypot

from hypothesis import HealthCheck, given, settings

from sitegen.diagram import figure_graph
from sitegen.diagram.fontmetrics import text_width
from sitegen.diagram.graph import Edge, Graph
from sitegen.diagram.heads import BAR_GAP, HALF_BAR, edge_paths, head_of
from sitegen.diagram.marks import mark_places
from sitegen.diagram.place import _ASIDE, PAGE, Box, _Stack, _width, place
from sitegen.diagram.ranks import parts, ranks
from tests.diagram.shapes import arrow, chain, figure, gene, graphs, link, points

FAR = 4.5  # pixels between a box and a line that ends at it, a T-bar's gap and rounding included

FAR_BAR = 7.5  # a bar across a slanting line reaches the box with one of its ends alone


def distance(x: float, y: float, box: Box) -> float:
    """From a point to a box; 0 inside."""
    return hypot(max(box.x - x, 0, x - box.x - box.width), max(box.y - y, 0, y - box.y - box.height))


def overlap(a: Box, b: Box) -> bool:
    return a.x < b.x + b.width and b.x < a.x + a.width and a.y < b.y + b.height and b.y < a.y + a.height


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(graphs())
def test_any_graph_is_drawn_without_overlaps_and_with_every_end_at_its_box(graph: Graph) -> None:
    picture = place(graph)
    boxes = (*picture.boxes, *picture.cards)
    assert [b.node for b in picture.boxes] == list(graph.nodes)
    assert [b.node for b in picture.cards] == list(graph.others)
    for i, a in enumerate(boxes):
        assert a.x >= 0 and a.y >= 0 and a.x + a.width <= picture.width and a.y + a.height <= picture.height
        assert not any(overlap(a, b) for b in boxes[i + 1 :])
    for card in picture.cards:
        assert card.y > picture.rule
    assert [c.edge for c in picture.curves] == list(graph.edges)
    for curve in picture.curves:
        line, head = edge_paths(curve.edge, curve.points)
        source, target = picture.boxes[curve.edge.source], picture.boxes[curve.edge.target]
        ends = points(line)
        assert distance(*ends[0][0], source) <= FAR
        if head_of(curve.edge) in ("arrow", "hollow"):
            assert min(distance(*p, target) for p in points(head)[0]) <= 2.5
        elif head_of(curve.edge) == "bar":
            assert distance(*ends[0][-1], target) <= FAR_BAR
        else:
            assert distance(*ends[0][-1], target) <= FAR
        for x, y in (p for path in ends for p in path):
            assert -1 <= x <= picture.width + 1 and -1 <= y <= picture.height + 1


def test_a_bar_stands_at_the_target_across_the_line() -> None:
    for source, target in (((10.0, 0.0), (10.0, 60.0)), ((0.0, 5.0), (80.0, 5.0)), ((0.0, 0.0), (30.0, 40.0))):
        thirds = [(source[0] + (target[0] - source[0]) * k / 3, source[1] + (target[1] - source[1]) * k / 3)
                  for k in range(4)]
        line, head = edge_paths(Edge(0, 1, "inhibition", "-", False, ()), thirds)
        assert head == ""
        _, bar = points(line)
        (ax, ay), (bx, by) = bar
        middle = ((ax + bx) / 2, (ay + by) / 2)
        assert abs(hypot(middle[0] - target[0], middle[1] - target[1]) - BAR_GAP) < 0.3
        assert hypot(middle[0] - source[0], middle[1] - source[1]) > 40
        assert abs(hypot(ax - bx, ay - by) - 2 * HALF_BAR) < 0.3
        across = (ax - bx) * (target[0] - source[0]) + (ay - by) * (target[1] - source[1])
        assert abs(across) < 15


def test_an_arrowhead_points_at_the_target() -> None:
    line, head = edge_paths(Edge(0, 1, "activation", "+", False, ()), [(10, 0), (10, 10), (10, 20), (10, 40)])
    assert (line, head) == ("M10 0v32", "M6.5 31l3.5 8 3.5-8z")


def test_a_line_without_sign_to_show_has_dots_at_both_ends_for_binding() -> None:
    line, head = edge_paths(Edge(0, 1, "binding", "0", False, ()), [(0, 0), (10, 0), (20, 0), (40, 0)])
    assert (line, head) == ("M3 0h34", "M3 0h0M37 0h0")


def test_dashes_do_not_reach_the_head() -> None:
    straight = [(0.0, 0.0), (10.0, 0.0), (20.0, 0.0), (40.0, 0.0)]
    assert edge_paths(Edge(0, 1, "repression", "-", False, ()), straight)[1]
    assert edge_paths(Edge(0, 1, "inhibition", "-", True, ()), straight)[1]
    assert not edge_paths(Edge(0, 1, "inhibition", "-", False, ()), straight)[1]


def test_a_chain_runs_down() -> None:
    graph = figure_graph(figure(), chain("IL-6", "LKB1", "AMPK", "AS160", "GLUT4"), link)
    tops = [b.y for b in place(graph).boxes]
    assert tops == sorted(tops) and len(set(tops)) == 5


def test_a_chain_runs_down_even_if_its_relations_come_in_another_order() -> None:
    relations = (arrow("C", "D", "activation"), arrow("B", "C", "inhibition"), arrow("A", "B", "binding"))
    place_of = {b.node.label: b.y for b in place(figure_graph(figure(), relations, link)).boxes}
    assert place_of["A"] < place_of["B"] < place_of["C"] < place_of["D"]


def test_a_feedback_does_not_turn_the_chain() -> None:
    relations = (*chain("A", "B", "C", "D"), arrow("D", "A", "inhibition"))
    tops = [b.y for b in place(figure_graph(figure(), relations, link)).boxes]
    assert tops == sorted(tops) and len(set(tops)) == 4


def test_a_wide_fan_runs_from_left_to_right_within_a_phones_width() -> None:
    relations = tuple(arrow("NICD", f"TARGET{i}", "expression") for i in range(14))
    picture = place(figure_graph(figure(), relations, link))
    source, *targets = picture.boxes
    assert picture.width <= PAGE
    assert all(t.x > source.x + source.width for t in targets)


def test_the_columns_of_a_high_fan_stand_apart_as_far_as_the_page_has_room() -> None:
    high = tuple(arrow("NICD", f"TARGET{i}", "expression") for i in range(14))
    source, *targets = place(figure_graph(figure(), high, link)).boxes
    assert min(t.x for t in targets) - source.x - source.width > 80
    long = (*high, *chain("TARGET0", "STEP1", "STEP2"))
    picture = place(figure_graph(figure(), long, link))
    source, *targets = picture.boxes
    assert 25 <= min(t.x for t in targets) - source.x - source.width < 80
    assert picture.width <= PAGE


def test_many_small_parts_wrap_into_lines() -> None:
    relations = tuple(arrow(f"SOURCE{i}", f"TARGET{i}", "activation") for i in range(20))
    picture = place(figure_graph(figure(), relations, link))
    assert picture.width <= PAGE
    assert len({b.y for b in picture.boxes}) > 4


def test_a_long_chain_with_wide_fans_stays_legible() -> None:
    relations = tuple(arrow(f"KINASE{i}", f"KINASE{i + 1}", "activation") for i in range(8))
    relations += tuple(arrow("KINASE0", f"SUBSTRATE{i}", "activation") for i in range(12))
    assert place(figure_graph(figure(), relations, link)).width <= 1.5 * PAGE


def test_forty_five_entities_fit_a_picture_that_a_phone_can_show() -> None:
    relations = tuple(arrow(f"GENE{i // 2}", f"GENE{i + 1}", "activation") for i in range(44))
    graph = figure_graph(figure(), relations, link)
    assert len(graph.nodes) == 45
    assert place(graph).width <= 2 * PAGE


def test_cards_of_a_map_are_alike_stand_in_rows_and_hold_their_text() -> None:
    fig = figure(
        *(gene(f"GENE{i}", f"GENE{i}", str(i + 1)) for i in range(9)),
        gene("AMPK", "PRKAA1", "100"), gene("AMPK", "PRKAA2", "101"), chemicals=["Hydrogen peroxide solution"],
    )
    cards = place(figure_graph(fig, (), link)).cards
    assert len({(c.width, c.height) for c in cards}) == 1
    assert len({c.x for c in cards}) == 4
    assert [(c.y, c.x) for c in cards] == sorted((c.y, c.x) for c in cards)
    assert all(text_width(line) <= c.width for c in cards for line in c.lines)
    assert cards[0].small == "PRKAA1 +1"
    assert cards[-1].lines == ("Hydrogen", "peroxide s…")


def test_ranks_count_the_longest_way_down() -> None:
    edges = [Edge(a, b, "activation", "+", False, ()) for a, b in ((0, 1), (1, 2), (0, 2), (2, 0), (3, 2), (4, 4))]
    assert ranks(5, edges) == [0, 1, 2, 1, 0]
    assert parts(5, edges) == [[0, 1, 2, 3], [4]]


def test_a_mark_stands_beside_its_line_and_on_no_box() -> None:
    relations = (arrow("A", "T", "phosphorylation"), arrow("B", "T", "phosphorylation"), arrow("C", "T", "inhibition"))
    picture = place(figure_graph(figure(), relations, link))
    marks = mark_places(picture)
    assert len(marks) == 2
    for number, (x, y) in marks.items():
        curve = picture.curves[number]
        assert all(distance(x + dx, y, box) > 0 for box in picture.boxes for dx in (-6, 6))
        line = points(edge_paths(curve.edge, curve.points)[0])[0]
        (ax, ay), (bx, by) = line[0], line[-1]
        apart = abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / hypot(bx - ax, by - ay)
        assert 6 < apart < 14


def test_a_mark_goes_where_more_room_is() -> None:
    alone = place(figure_graph(figure(), (arrow("A", "T", "phosphorylation"),), link))
    (curve,) = alone.curves
    assert mark_places(alone)[0][0] > curve.points[0][0]
    (box, *_) = alone.boxes
    wall = box._replace(x=round(curve.points[0][0]) + 4, y=0, width=20, height=alone.height)
    crowded = alone._replace(boxes=(*alone.boxes, wall), width=alone.width + 40)
    assert mark_places(crowded)[0][0] < curve.points[0][0]


def test_a_mark_lies_on_no_other_line_and_on_no_other_mark() -> None:
    relations = (
        *(arrow("PA", name, "repression") for name in ("IGF-1R", "PI3K", "catenin", "Bcl2")),
        arrow("PA", "Akt", "phosphorylation"), arrow("PA", "GSK3B", "phosphorylation"),
        *(arrow(name, "T", "phosphorylation") for name in ("A", "B", "C")),
    )
    picture = place(figure_graph(figure(), relations, link))
    marks = mark_places(picture)
    assert len(marks) == 5
    for number, (x, y) in marks.items():
        assert all(abs(x - px) > 7 or abs(y - py) > 4 for curve in picture.curves for px, py in sampled(curve.points)), number
        assert all(abs(x - mx) >= 14 or abs(y - my) >= 8 for other, (mx, my) in marks.items() if other != number), number


def test_a_mark_without_room_beside_its_line_stands_upon_it() -> None:
    relations = tuple(arrow(f"KA{i}", f"S{j}", "phosphorylation") for i in range(2) for j in range(4))
    picture = place(figure_graph(figure(), relations, link))
    marks = mark_places(picture)
    own = [number for number, (x, y) in marks.items()
           if any(abs(x - px) < 1 and abs(y - py) < 1 for px, py in sampled(picture.curves[number].points))]
    assert own and len(own) < len(marks) / 2
    for number in own:
        x, y = marks[number]
        others = [curve for curve in picture.curves if curve is not picture.curves[number]]
        assert all(abs(x - px) > 7 or abs(y - py) > 4 for curve in others for px, py in sampled(curve.points))
    assert all(abs(x - mx) >= 14 or abs(y - my) >= 8 for a, (x, y) in marks.items() for b, (mx, my) in marks.items() if a != b)


def sampled(points: tuple[tuple[float, float], ...]) -> list[tuple[float, float]]:
    """Close points of cubic curves."""
    found = []
    for i in range(0, len(points) - 1, 3):
        a, b, c, d = points[i : i + 4]
        found += [tuple((1 - t) ** 3 * a[k] + 3 * t * (1 - t) ** 2 * b[k] + 3 * t * t * (1 - t) * c[k] + t**3 * d[k]
                        for k in (0, 1)) for t in (n / 100 for n in range(101))]
    return found  # type: ignore[return-value]


def test_a_lines_width_is_the_same_on_every_python() -> None:
    """Python before 3.12 makes 181.99999999999997 of these with `sum`, and newer ones 182."""
    assert _width([_Stack([i], wide, 40) for i, wide in enumerate((69.1, 77.3, 35.6))]) == 182 + 2 * _ASIDE


def test_a_short_part_goes_below_another_beside_a_long_chain() -> None:
    relations = (*chain("A", "B", "C", "D", "E"), *chain("F-long-name", "G-long-name"), *chain("H-long-name", "I-long-name"),
                 *chain("J-long-name", "K-long-name"), *chain("L", "M"))
    picture = place(figure_graph(figure(), relations, link))
    tops = {b.node.label: b.y for b in picture.boxes}
    lefts = {b.node.label: b.x for b in picture.boxes}
    assert tops["L"] > tops["G-long-name"]
    assert lefts["L"] > lefts["A"]
    assert picture.height == place(figure_graph(figure(), chain("A", "B", "C", "D", "E"), link)).height
