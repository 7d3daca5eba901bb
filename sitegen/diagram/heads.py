"""Lines and arrowheads: splines from Graphviz as short relative SVG paths.

The end of a line is drawn here and not by SVG markers: a head per look would cost every page its definition, and a
head drawn as a path takes the line's colour everywhere and prints, copies and exports with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot

from sitegen.diagram.graph import Edge
from sitegen.once import once

Point = tuple[float, float]
ARROW, HALF_ARROW = 8.0, 3.5
HALF_BAR, BAR_GAP = 6.0, 3.0
_TIP_GAP, _DOT_GAP = 1.0, 3.0
_FLAT = 0.9


def head_of(edge: Edge) -> str:
    """What stands at the target's end: arrow, bar, dots (both ends), hollow (arrowhead) or vee."""
    if edge.polarity == "+":
        return "arrow"
    if edge.polarity == "-":
        return "bar"
    return {"binding": "dots", "conversion": "hollow"}.get(edge.type, "vee")


def edge_classes(edge: Edge) -> str:
    """The classes of an edge's look: its sign (u, d, n), then x dashed, t transport, b binding, c conversion,
    h hedged.
    """
    names = {"+": "u", "-": "d", "0": "n"}[edge.polarity]
    if edge.polarity == "0" and edge.type in ("binding", "conversion"):
        names += " b" if edge.type == "binding" else " c"
    if edge.hedged:
        return names + " h"
    if edge.type in ("expression", "repression"):
        return names + " x"
    return names + " t" if edge.type == "transport" else names


def edge_paths(edge: Edge, points: Sequence[Point]) -> tuple[str, str]:
    """The path of the line and that of the head; the head is in the line's own path where both are drawn alike."""
    head = head_of(edge)
    ux, uy = tangent(points)
    ex, ey = points[-1]
    if head == "dots":
        apart = shortened(shortened(points, _DOT_GAP)[::-1], _DOT_GAP)[::-1]
        return curve(apart), f"{_move(*apart[0])}h0{_move(*apart[-1])}h0"
    if head == "bar":
        ex, ey = ex - ux * BAR_GAP, ey - uy * BAR_GAP
        bar = _fine("M", ex - uy * HALF_BAR, ey + ux * HALF_BAR) + _stroke(2 * uy * HALF_BAR, -2 * ux * HALF_BAR)
        line = curve(shortened(points, BAR_GAP))
        dashed = len(edge_classes(edge)) > 1
        return (line, bar) if dashed else (line + bar, "")
    ex, ey = ex - ux * _TIP_GAP, ey - uy * _TIP_GAP
    bx, by = ex - ux * ARROW, ey - uy * ARROW
    wing = _fine("M", bx - uy * HALF_ARROW, by + ux * HALF_ARROW) + _fine(
        "l", ux * ARROW + uy * HALF_ARROW, uy * ARROW - ux * HALF_ARROW,
        -ux * ARROW + uy * HALF_ARROW, -uy * ARROW - ux * HALF_ARROW,
    )
    if head == "vee":
        line, tip = curve(shortened(points, _TIP_GAP)), wing
        return (line, tip) if len(edge_classes(edge)) > 1 else (line + tip, "")
    return curve(shortened(points, _TIP_GAP + ARROW - 1)), wing + "z"


def tangent(points: Sequence[Point]) -> Point:
    """The direction, of length 1, in which a curve reaches its end."""
    ex, ey = points[-1]
    for x, y in reversed(points[:-1]):
        length = hypot(ex - x, ey - y)
        if length > 0.5:
            return (ex - x) / length, (ey - y) / length
    return 0.0, 1.0


def shortened(points: Sequence[Point], by: float) -> list[Point]:
    """A curve with its end drawn back along its direction, by some pixels."""
    ux, uy = tangent(points)
    moved = list(points)
    for i in (-1, -2):
        moved[i] = (moved[i][0] - ux * by, moved[i][1] - uy * by)
    if len(points) == 4 and hypot(points[-1][0] - points[0][0], points[-1][1] - points[0][1]) < 2 * by:
        moved[-2] = moved[-1]
    return moved


def curve(points: Sequence[Point]) -> str:
    """The path data of cubic Bézier curves in whole pixels; straight where the eye sees no bend."""
    x, y = round(points[0][0]), round(points[0][1])
    out = [f"M{x} {y}"]
    if _is_straight(points):
        points = (points[0], points[0], points[-1], points[-1])
    for i in range(1, len(points) - 2, 3):
        flat = _is_straight(points[i - 1 : i + 3])
        ends = [(round(a) - x, round(b) - y) for a, b in (points[i + 2 : i + 3] if flat else points[i : i + 3])]
        if not flat:
            out.append("c" + numbers([n for point in ends for n in point]))
        elif ends[0][0] == 0:
            out.append(f"v{ends[0][1]}")
        elif ends[0][1] == 0:
            out.append(f"h{ends[0][0]}")
        else:
            out.append("l" + numbers(ends[0]))
        x, y = x + ends[-1][0], y + ends[-1][1]
    return "".join(out)


def _is_straight(points: Sequence[Point]) -> bool:
    (ax, ay), (bx, by) = points[0], points[-1]
    length = hypot(bx - ax, by - ay)
    if length < 0.5:
        return all(hypot(x - ax, y - ay) < _FLAT for x, y in points)
    return all(abs((x - ax) * (by - ay) - (y - ay) * (bx - ax)) <= _FLAT * length for x, y in points[1:-1])


def middle(points: Sequence[Point]) -> tuple[Point, Point]:
    """The point half way along the curve's control points, and the direction, of length 1, that it has there."""
    k = (len(points) - 1) // 3
    i = 3 * (k // 2)
    if k % 2 == 0:
        place, (ax, ay), (bx, by) = points[i], points[i - 1], points[i + 1]
        along = bx - ax, by - ay
    else:
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = points[i : i + 4]
        place = (ax + 3 * bx + 3 * cx + dx) / 8, (ay + 3 * by + 3 * cy + dy) / 8
        along = dx - ax + cx - bx, dy - ay + cy - by
    length = hypot(*along)
    return place, (along[0] / length, along[1] / length) if length > 0.5 else (0.0, 1.0)


def _move(x: float, y: float) -> str:
    return f"M{round(x)} {round(y)}"


def _fine(letter: str, *values: float) -> str:
    """A command with one decimal, for the few pixels of a head."""
    return letter + _joined([_digits(round(v, 1)) for v in values])


def _stroke(x: float, y: float) -> str:
    """A short straight line, from where the pen is."""
    if abs(y) < 0.05:
        return _fine("h", x)
    return _fine("v", y) if abs(x) < 0.05 else _fine("l", x, y)


def numbers(values: Sequence[float]) -> str:
    """Numbers with the least that SVG needs between them."""
    return _joined([_digits(v) for v in values])


def _joined(numerals: Sequence[str]) -> str:
    return " ".join(numerals).replace(" -", "-")


@once  # pictures are small, and their numbers few
def _digits(value: float) -> str:
    """A number's shortest numeral: without a naught before the point, or after it."""
    if value == int(value):
        return str(int(value))
    return str(value).replace("0.", ".", 1) if abs(value) < 1 else str(value)
