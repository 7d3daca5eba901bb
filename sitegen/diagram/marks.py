"""Where the marks of arrows stand, such as `+p`: beside the line, on the side where more room is.

In the middle of the line where that is free, else nearer to one of its ends.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import hypot

from sitegen.diagram.curves import STEP, at, points_on
from sitegen.diagram.heads import Point, middle
from sitegen.diagram.place import Box, Curve, Picture

_ACROSS, _UP = 10.0, 8.0  # pixels from an upright and from a level line to the middle of a mark
_HALF_WIDTH, _HALF_HEIGHT = 7.0, 4.0
_BETTER = 1.0  # pixels: a side must have so much more room to be taken instead of the usual one
_REACH = 24.0  # pixels from a line to what its mark can meet
_FAR = 1e9
_ENOUGH = 2.0  # pixels around a mark
_ELSEWHERE = (0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74, 0.2, 0.8)  # parts of a line, its middle first


def mark_places(picture: Picture) -> dict[int, Point]:
    """The middle of each mark, by the number of its curve; a later one keeps off the earlier ones."""
    found: dict[int, Point] = {}
    for number, curve in enumerate(picture.curves):
        if curve.edge.mark:
            found[number] = _place(picture, curve, [*found.values()])
    return found


def _place(picture: Picture, curve: Curve, marks: Sequence[Point]) -> Point:
    own = _along(curve.points)
    others = [point for c in picture.curves if c is not curve for point in _along(c.points)]
    near = _near(others, own)

    def free(foot: Point, place: Point) -> float:
        lines = _touching(near, place) + _touching(own, place)
        room = min(_room(picture, lines, place), _apart(marks, place), _ENOUGH)
        return room / 2 if any(_strays(foot, place, point) for point in near) else room

    foot, along = middle(curve.points)
    usual, other = _sides(foot, along)
    best = other if _room(picture, others, other) > _room(picture, others, usual) + _BETTER else usual
    most = free(foot, best)
    for part in _ELSEWHERE:
        foot, along = _part(curve.points, part)
        for place in _sides(foot, along):
            if most >= _ENOUGH:
                return best
            room = free(foot, place)
            if room > most:
                best, most = place, room
    return best if most > 0 else _upon(picture, curve, near, marks) or best


def _upon(picture: Picture, curve: Curve, near: Sequence[Point], marks: Sequence[Point]) -> Point | None:
    """A place upon the line itself that is free of all else, for a mark that has none beside it; None where there is none."""
    for part in (0.5, *_ELSEWHERE):
        place, _ = _part(curve.points, part)
        if min(_room(picture, _touching(near, place), place), _apart(marks, place)) > 0:
            return place
    return None


def _strays(foot: Point, place: Point, other: Point) -> bool:
    """Whether a point of another line is between a mark and its own line, so that the mark would seem to be the other's."""
    (ux, uy), (ox, oy) = (place[0] - foot[0], place[1] - foot[1]), (other[0] - foot[0], other[1] - foot[1])
    length = hypot(ux, uy)
    along, across = (ox * ux + oy * uy) / length, abs(ox * uy - oy * ux) / length
    return 0 < along < length and across < STEP


def _sides(point: Point, along: Point) -> tuple[Point, Point]:
    """The places beside a point of a line with this direction: usually at its right, above a level one; and the other."""
    (x, y), (ux, uy) = point, along
    nx, ny = -uy, ux
    if nx < -0.3 or (abs(nx) <= 0.3 and ny > 0):
        nx, ny = -nx, -ny
    apart = _ACROSS * abs(nx) + _UP * abs(ny)
    return (x + nx * apart, y + ny * apart), (x - nx * apart, y - ny * apart)


def _near(points: Iterable[Point], line: Sequence[Point]) -> list[Point]:
    """Those of the points that a mark of the line could meet: all others are too far away to matter to it."""
    left, right = min(x for x, _ in line) - _REACH, max(x for x, _ in line) + _REACH
    top, bottom = min(y for _, y in line) - _REACH, max(y for _, y in line) + _REACH
    return [(x, y) for x, y in points if left < x < right and top < y < bottom]


def _room(picture: Picture, lines: Iterable[Point], place: Point) -> float:
    """The pixels between a mark and the nearest of the points on lines, box or border."""
    x, y = place
    boxes = (_nearest(box, x, y) for box in picture.boxes)
    return min(x - _HALF_WIDTH, picture.width - x - _HALF_WIDTH, _clear(lines, place), _clear(boxes, place))


def _touching(points: Iterable[Point], place: Point) -> list[Point]:
    """Those of the points that leave a mark less room than is enough."""
    x, y = place
    left, right = x - _HALF_WIDTH - _ENOUGH, x + _HALF_WIDTH + _ENOUGH
    top, bottom = y - _HALF_HEIGHT - _ENOUGH, y + _HALF_HEIGHT + _ENOUGH
    return [(px, py) for px, py in points if left < px < right and top < py < bottom]


def _clear(points: Iterable[Point], place: Point) -> float:
    """The pixels between a mark and the nearest of some points."""
    x, y = place
    least = _FAR
    for px, py in points:
        across, up = abs(px - x) - _HALF_WIDTH, abs(py - y) - _HALF_HEIGHT
        if across < 0:
            across = 0.0
        if up < 0:
            up = 0.0
        if across < least and up < least:  # else it is no nearer than the nearest yet
            least = min(least, hypot(across, up))
    return least


def _apart(marks: Iterable[Point], place: Point) -> float:
    """The pixels between a mark and the nearest of others."""
    x, y = place
    return min((hypot(max(abs(mx - x) - 2 * _HALF_WIDTH, 0), max(abs(my - y) - 2 * _HALF_HEIGHT, 0)) for mx, my in marks),
               default=_ENOUGH)


def _nearest(box: Box, x: float, y: float) -> Point:
    return min(max(x, box.x), box.x + box.width), min(max(y, box.y), box.y + box.height)


_along = lru_cache(maxsize=64)(points_on)  # a picture's curves, which each of its marks looks at


def _part(points: Sequence[Point], part: float) -> tuple[Point, Point]:
    """The point at a part of a curve, from 0 at its start to 1 at its end, and the direction, of length 1, that it has there."""
    count = (len(points) - 1) // 3
    number = min(int(part * count), count - 1)
    piece, t = points[3 * number : 3 * number + 4], part * count - number
    (ax, ay), (bx, by) = at(piece, t - 0.05), at(piece, t + 0.05)
    length = hypot(bx - ax, by - ay)
    return at(piece, t), ((bx - ax) / length, (by - ay) / length) if length > 0.01 else (0.0, 1.0)
