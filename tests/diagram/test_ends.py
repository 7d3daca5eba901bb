"""The ends of lines at boxes: heads beside each other, in the order in which the lines come, and no bar under a box."""

from __future__ import annotations

from itertools import pairwise
from math import hypot

from sitegen.diagram.curves import points_on
from sitegen.diagram.ends import settled
from sitegen.diagram.graph import Edge
from sitegen.diagram.heads import HALF_BAR, Point, edge_paths
from tests.diagram.shapes import points

BOX = (0.0, 100.0, 120.0, 124.0)
FAR = (500.0, 500.0, 540.0, 524.0)


def line(start: Point, end: Point) -> list[Point]:
    (ax, ay), (bx, by) = start, end
    return [(ax + (bx - ax) * k / 3, ay + (by - ay) * k / 3) for k in range(4)]


def act(source: int, target: int, polarity: str = "+") -> Edge:
    kind = {"+": "activation", "-": "inhibition", "0": "binding"}[polarity]
    return Edge(source, target, kind, polarity, False, ())  # type: ignore[arg-type]


def test_heads_that_meet_are_set_beside_each_other_in_the_order_of_their_lines() -> None:
    starts = [(90.0, 40.0), (30.0, 40.0), (60.0, 40.0)]
    rects = [BOX, *((x, y - 24, x + 20, y) for x, y in starts)]
    edges = [act(k + 1, 0) for k in range(3)]
    found = settled(edges, [line(start, (60.0, 100.0)) for start in starts], rects)
    assert [points[0] for points in found] == starts
    ends = [points[-1] for points in found]
    assert {y for _, y in ends} == {100.0}
    right, left, middle = (x for x, _ in ends)
    assert middle == 60
    assert left <= middle - 7 and right >= middle + 7


def test_heads_that_have_room_and_lines_that_leave_stay_where_they_are() -> None:
    rects = [BOX, FAR, FAR, FAR]
    arriving = [line((20.0, 40.0), (40.0, 100.0)), line((100.0, 40.0), (80.0, 100.0))]
    assert settled([act(1, 0), act(2, 0)], arriving, rects) == arriving
    leaving = [line((60.0, 124.0), (40.0, 180.0)), line((60.0, 124.0), (62.0, 180.0))]
    assert settled([act(0, 1), act(0, 2)], leaving, rects) == leaving


def test_a_head_keeps_off_a_line_that_leaves() -> None:
    lines = [line((60.0, 40.0), (60.0, 100.0)), line((60.0, 100.0), (62.0, 40.0))]
    (arriving, leaving) = settled([act(1, 0), act(0, 2)], lines, [BOX, FAR, FAR])
    assert abs(arriving[-1][0] - leaving[0][0]) >= 5


def test_many_heads_stay_on_their_side_and_do_not_go_far() -> None:
    edges = [act(k + 1, 0) for k in range(30)]
    lines = [line((4.0 * k, 40.0), (60.0, 100.0)) for k in range(30)]
    for box, low, high in (((40.0, 100.0, 80.0, 124.0), 40, 80), ((-900.0, 100.0, 1000.0, 124.0), 40, 80)):
        ends = [points[-1][0] for points in settled(edges, lines, [box] + [FAR] * 30)]
        assert low < ends[0] and ends[-1] < high
        assert all(a <= b for a, b in pairwise(ends))


def test_a_line_that_would_run_through_a_box_stays_where_it_was() -> None:
    starts = [(50.0, 0.0), (60.0, 0.0), (70.0, 0.0)]
    edges = [act(k + 1, 0) for k in range(3)]
    lines = [line(start, (60.0, 100.0)) for start in starts]
    wall = (40.0, 82.0, 54.0, 94.0)
    assert not any(wall[0] < x < wall[2] and wall[1] < y < wall[3] for points in lines for x, y in points_on(points))
    alone = settled(edges, lines, [BOX, FAR, FAR, FAR])
    assert any(wall[0] < x < wall[2] and wall[1] < y < wall[3] for x, y in points_on(alone[0]))
    assert settled(edges, lines, [BOX, FAR, FAR, FAR, wall])[0] == lines[0]


def test_a_bar_of_a_slanting_line_is_not_under_its_box() -> None:
    for start in ((-40.0, 40.0), (160.0, 50.0), (60.0, 40.0)):
        edge, end = act(1, 0, "-"), (60.0, 100.0)
        (found,) = settled([edge], [line(start, end)], [BOX, FAR])
        bar = points(edge_paths(edge, found)[0])[1]
        assert all(y <= BOX[1] + 0.2 for _, y in bar)
        assert min(BOX[1] - y for _, y in bar) < 3.5
        (ax, ay), (bx, by) = bar
        assert abs(hypot(ax - bx, ay - by) - 2 * HALF_BAR) < 0.3
    (straight,) = settled([act(1, 0, "-")], [line((60.0, 40.0), (60.0, 100.0))], [BOX, FAR])
    assert straight == line((60.0, 40.0), (60.0, 100.0))


def test_a_loop_of_a_box_to_itself_stays() -> None:
    loop = [(120.0, 106.0), (134.0, 104.0), (134.0, 120.0), (120.0, 118.0)]
    assert settled([act(0, 0), act(1, 0)], [loop, line((200.0, 112.0), (120.0, 112.0))], [BOX, FAR])[0] == loop
