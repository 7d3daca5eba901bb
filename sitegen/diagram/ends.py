"""Where lines meet their boxes: heads beside each other and not upon each other, and none of them under a box.

Graphviz aims every line at the middle of a box, so that the heads of several lie upon each other.  Here each end
moves along its side of the box, as little as gives every head its room.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from math import hypot
from typing import NamedTuple

from sitegen.diagram.curves import points_on
from sitegen.diagram.graph import Edge
from sitegen.diagram.heads import BAR_GAP, HALF_ARROW, HALF_BAR, Point, head_of, shortened, tangent

Rect = tuple[float, float, float, float]  # left, top, right, bottom

_LINE = 1.0  # pixels on either side of a line's middle that are its own
_AIR = 1.0  # pixels between two heads
_MOST_BACK = 10  # pixels that a T-bar is drawn back at most, and no more than a third of its line
_CORNER = 3.0  # pixels between a corner of a box and an end
_LOOK = 24.0  # pixels before a box where lines are looked at to tell in which order they come
_MOST = 16.0  # pixels that the outermost ends move at most to make room
_NEAR = 0.5  # pixels: a smaller move is none


class _End(NamedTuple):
    """An end of a line at a side of a box.

    `at` is its place along the side, `order` where the line comes from, `half` the half of the room that it needs.
    """

    line: int
    last: bool
    at: float
    order: float
    half: float


def settled(edges: Sequence[Edge], lines: Sequence[Sequence[Point]], rects: Sequence[Rect]) -> list[list[Point]]:
    """The lines as they are drawn between the boxes: with their heads beside each other, and with T-bars that no box covers."""
    found = _spread(edges, lines, rects)
    for number, edge in enumerate(edges):
        if found[number] != lines[number] and _meets(edge, found[number], rects):
            found[number] = list(lines[number])
        if head_of(edge) == "bar":
            found[number] = _bared(found[number], rects[edge.target])
    return found


def _meets(edge: Edge, points: Sequence[Point], rects: Sequence[Rect]) -> bool:
    """Whether a line runs through a box that is none of its ends."""
    xs, ys = zip(*points, strict=True)  # a curve stays between its points
    left, right, top, bottom = min(xs), max(xs), min(ys), max(ys)
    near = [r for i, r in enumerate(rects) if r[0] < right and left < r[2] and r[1] < bottom and top < r[3]
            and i != edge.source and i != edge.target]
    return bool(near) and any(r[0] < x < r[2] and r[1] < y < r[3] for x, y in points_on(points) for r in near)


def _bared(points: list[Point], rect: Rect) -> list[Point]:
    """A line that ends at a T-bar, drawn back until the bar across it lies before the box with both its ends."""
    (x, y), (ux, uy) = points[-1], tangent(points)
    left, top, right, bottom = rect
    most = min(_MOST_BACK, int(hypot(x - points[0][0], y - points[0][1]) / 3))
    for back in range(most):
        cx, cy = x - ux * (BAR_GAP + back), y - uy * (BAR_GAP + back)
        ends = ((cx + side * uy, cy - side * ux) for side in (-HALF_BAR, HALF_BAR))
        if not any(left < ex < right and top < ey < bottom for ex, ey in ends):
            return shortened(points, back) if back else points
    return shortened(points, most)


def _spread(edges: Sequence[Edge], lines: Sequence[Sequence[Point]], rects: Sequence[Rect]) -> list[list[Point]]:
    """The lines, their ends moved along the sides of their boxes so that heads do not lie upon each other or other lines."""
    moved = [list(points) for points in lines]
    sides: dict[tuple[int, int], list[_End]] = {}
    degree = Counter(node for edge in edges for node in (edge.source, edge.target))
    for number, (edge, points) in enumerate(zip(edges, moved, strict=True)):
        if edge.source == edge.target:
            continue
        for node, last in ((edge.source, False), (edge.target, True)):
            if degree[node] > 1:  # else nothing else ends here
                side, end = _end(edge, number, points, rects[node], last)
                sides.setdefault((node, side), []).append(end)
    for (node, side), ends in sides.items():
        if len(ends) > 1 and any(end.half > _LINE for end in ends):
            level = side % 2
            rect = rects[node]
            ends.sort(key=lambda end: (end.order, end.line))
            for end, place in zip(ends, _places(ends, rect[1 - level], rect[3 - level]), strict=True):
                if abs(place - end.at) > _NEAR:
                    _shift(moved[end.line], place - end.at, level=bool(level), last=end.last)
    return moved


def _end(edge: Edge, number: int, points: Sequence[Point], rect: Rect, last: bool) -> tuple[int, _End]:
    """The side of the box that a line ends at, 0 left, 1 top, 2 right, 3 bottom, and its end there."""
    inward = points if last else points[::-1]
    ux, uy = tangent(inward)
    x, y = inward[-1]
    off = [abs(x - rect[0]) - ux, abs(y - rect[1]) - uy, abs(x - rect[2]) + ux, abs(y - rect[3]) + uy]
    side = off.index(min(off))
    at, along, down = (x, ux, uy) if side % 2 else (y, uy, ux)
    steep = max(abs(down), 0.1)
    half = _half(edge, last)
    return side, _End(number, last, at, at - along / steep * _LOOK, half)


def _half(edge: Edge, last: bool) -> float:
    head = head_of(edge)
    if head == "dots":
        return 3.0
    if not last:
        return _LINE
    return HALF_BAR if head == "bar" else HALF_ARROW


def _places(ends: Sequence[_End], low: float, high: float) -> list[float]:
    """Places along a side from `low` to `high`, in the order of the ends, each as near to where it was as the others let it.

    Neighbours whose rooms meet are moved together, around the middle of where they were.
    """
    steps = [0.0]
    for a, b in pairwise(ends):
        apart = 0.0 if max(a.half, b.half) == _LINE else a.half + b.half + _AIR
        steps.append(steps[-1] + apart)
    low, high = low + _CORNER, high - _CORNER
    wanted = max(end.at for end in ends) - min(end.at for end in ends) + 2 * _MOST
    squeeze = min(1.0, max(min(high - low, wanted), 0.0) / steps[-1]) if steps[-1] else 1.0
    offsets = [step * squeeze for step in steps]
    blocks: list[tuple[float, int]] = []  # the mean of what its ends want less their offsets, and how many they are
    for end, offset in zip(ends, offsets, strict=True):
        mean, count = end.at - offset, 1
        while blocks and blocks[-1][0] > mean:
            before, number = blocks.pop()
            mean, count = (before * number + mean * count) / (number + count), number + count
        blocks.append((mean, count))
    starts = [min(max(mean, low), high - offsets[-1]) for mean, count in blocks for _ in range(count)]
    return [start + offset for start, offset in zip(starts, offsets, strict=True)]


def _shift(points: list[Point], by: float, *, level: bool, last: bool) -> None:
    """Moves an end of a line along its side: of a single curve less and less towards the other end, which stays."""
    parts = (1.0, 2 / 3, 1 / 3) if len(points) == 4 else (1.0, 1.0)
    for back, part in enumerate(parts):
        i = -1 - back if last else back
        x, y = points[i]
        points[i] = (x + by * part, y) if level else (x, y + by * part)
