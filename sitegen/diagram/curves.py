"""Points on lines, which are cubic Bézier curves one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import fsum, hypot

from sitegen.diagram.heads import Point

STEP = 4.0
"""Pixels between the points of a line that are looked at."""


def points_on(points: Sequence[Point]) -> list[Point]:
    """Points on a line, close to each other, its end among them."""
    found = [points[0]]
    for i in range(0, len(points) - 1, 3):
        piece = points[i : i + 4]
        steps = max(1, round(fsum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(piece)) / STEP))
        found += [at(piece, step / steps) for step in range(1, steps + 1)]
    return found


def at(piece: Sequence[Point], t: float) -> Point:
    """The point of one curve at a part of it, from 0 at its start to 1 at its end."""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = piece
    a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
    return a * ax + b * bx + c * cx + d * dx, a * ay + b * by + c * cy + d * dy
