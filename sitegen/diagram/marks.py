"""Where the marks of arrows stand, such as `+p`: beside the line, on the side where more room is."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import hypot

from sitegen.diagram.heads import Point, middle
from sitegen.diagram.place import Box, Curve, Picture

_ACROSS, _UP = 10.0, 8.0  # pixels from an upright and from a level line to the middle of a mark
_HALF_WIDTH, _HALF_HEIGHT = 7.0, 4.0
_STEPS = 6  # points of a curve that are looked at
_BERNSTEIN = [((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3) for t in (i / _STEPS for i in range(1, _STEPS + 1))]
_BETTER = 1.0  # pixels: a side must have so much more room to be taken instead of the usual one


def mark_place(picture: Picture, curve: Curve) -> Point:
    """The middle of a curve's mark."""
    (x, y), (ux, uy) = middle(curve.points)
    nx, ny = -uy, ux
    if nx < -0.3 or (abs(nx) <= 0.3 and ny > 0):
        nx, ny = -nx, -ny  # usually at the right of the line, above a level one
    apart = _ACROSS * abs(nx) + _UP * abs(ny)
    usual, other = (x + nx * apart, y + ny * apart), (x - nx * apart, y - ny * apart)
    lines = [point for c in picture.curves if c is not curve for point in _along(c.points)]
    return other if _room(picture, lines, other) > _room(picture, lines, usual) + _BETTER else usual


def _room(picture: Picture, lines: Sequence[Point], place: Point) -> float:
    """The pixels between a mark and the nearest of the points on other lines, box or border."""
    x, y = place
    found = [x - _HALF_WIDTH, picture.width - x - _HALF_WIDTH]
    found += [_between(x, y, *_nearest(box, x, y)) for box in picture.boxes]
    found += [_between(x, y, px, py) for px, py in lines]
    return min(found)


def _nearest(box: Box, x: float, y: float) -> Point:
    return min(max(x, box.x), box.x + box.width), min(max(y, box.y), box.y + box.height)


def _between(x: float, y: float, px: float, py: float) -> float:
    return hypot(max(abs(px - x) - _HALF_WIDTH, 0), max(abs(py - y) - _HALF_HEIGHT, 0))


@lru_cache(maxsize=64)  # a picture's curves, which each of its marks looks at
def _along(points: Sequence[Point]) -> list[Point]:
    """Points on a curve, its end among them."""
    found = [points[0]]
    for i in range(0, len(points) - 1, 3):
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = points[i : i + 4]
        found += [(a * ax + b * bx + c * cx + d * dx, a * ay + b * by + c * cy + d * dy) for a, b, c, d in _BERNSTEIN]
    return found
