"""Where everything stands in the picture, in whole pixels: boxes from Graphviz's layout, made to fit a phone.

Parts of a graph that no edge joins are laid out by Graphviz beside each other, however many they are; here each
is moved as it is, line by line, so that the picture stays narrow.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil, fsum, inf
from typing import NamedTuple

from sitegen.diagram.dot import COLUMNS_APART, grid_dot, relations_dot
from sitegen.diagram.ends import settled
from sitegen.diagram.fontmetrics import FONT_SIZE, fit, text_width, wrap
from sitegen.diagram.graph import Edge, Graph, Node
from sitegen.diagram.layout import lay_out
from sitegen.diagram.ranks import Plan, parts, plan

Point = tuple[float, float]
PAGE = 362  # pixels: about the width of a column on a phone
LINE = 14
SMALL = 10
QUIET_SIZE = 11
_LABEL, _NARROW_LABEL = (108, 2), (84, 3)  # a label's pixels and lines, and where the picture would be too wide
MARGIN = 4
_GAP = 6
_ASIDE, _DOWN = 20, 22  # pixels between parts
_NARROW, _WIDE = 66, 84
_ONE_LINE = 24
QUIET_LEAD = "Also in the figure: "
"""What the quiet group begins with."""
_QUIET, _QUIET_STEP = 16, 20
_WIDEST_WORD = 150
_SLOPE = 0.4  # of the height of a column: how far it stands from the next, where the page has room
_FARTHEST = 90.0


class Box(NamedTuple):
    """A node's rectangle, left and top first, its lines of text and the small line under them."""

    node: Node
    x: int
    y: int
    width: int
    height: int
    lines: tuple[str, ...]
    small: str = ""


class Curve(NamedTuple):
    """An edge's cubic Bézier curves, from the source's border to the target's."""

    edge: Edge
    points: tuple[Point, ...]


class Picture(NamedTuple):
    """All that is drawn, and the size of it.

    `rule` is the height of the line above the quiet group, 0 for none; `list_href` is where that group leads.
    """

    width: int
    height: int
    boxes: tuple[Box, ...]
    curves: tuple[Curve, ...]
    cards: tuple[Box, ...]
    rule: int = 0
    list_href: str | None = None


class _Frame(NamedTuple):
    """The smallest rectangle around a part's boxes and curves."""

    left: float
    top: float
    right: float
    bottom: float


class _Laid(NamedTuple):
    """A layout: the middles of the boxes, the lines, and the frame of each part."""

    centres: list[Point]
    lines: list[list[Point]]
    frames: list[_Frame]


def place(graph: Graph) -> Picture:
    """The picture of a graph; raises LayoutError where Graphviz fails."""
    if graph.is_map:
        return _map(graph.others)
    width, height, boxes, curves = _relations(graph)
    if not graph.others:
        return Picture(width, height, boxes, curves, ())
    rule = height + 8
    cards = _words(graph.others, max(width, PAGE), rule + 5)
    total = max(width, *(c.x + c.width + MARGIN for c in cards))
    shift = (total - width) // 2
    if shift:
        boxes = tuple(b._replace(x=b.x + shift) for b in boxes)
        curves = tuple(Curve(c.edge, tuple((x + shift, y) for x, y in c.points)) for c in curves)
    return Picture(total, cards[-1].y + _QUIET + MARGIN, boxes, curves, cards, rule, graph.list_href)


def _map(nodes: Sequence[Node]) -> Picture:
    """The participants without relations: cards of one size, row by row."""
    if not nodes:
        return Picture(0, 0, (), (), ())
    narrow = [_card(n, _NARROW) for n in nodes]
    width = _NARROW if all(len(a) == 1 and "…" not in a[0] + b for a, b in narrow) else _WIDE
    texts = narrow if width == _NARROW else [_card(n, _WIDE) for n in nodes]
    height = 36 if any(small or len(lines) > 1 for lines, small in texts) else _ONE_LINE
    columns = min((PAGE - 2 * MARGIN + _GAP) // (width + _GAP), len(nodes))
    cards = _cards(nodes, texts, columns, (width, height), MARGIN)
    return Picture(2 * MARGIN + columns * (width + _GAP) - _GAP, cards[-1].y + height + MARGIN, (), (), cards)


def _words(nodes: Sequence[Node], width: int, top: int) -> tuple[Box, ...]:
    """The quiet group: words one after the other, after its lead, in lines as wide as the picture.

    Widths are rounded up: the words flow in the browser, and must not outgrow the picture where its font is wider.
    """
    x, y = MARGIN + _quiet_width(QUIET_LEAD), top
    boxes: list[Box] = []
    for node in nodes:
        word = fit(node.label, _WIDEST_WORD, QUIET_SIZE)
        wide = _quiet_width(word + ", ")
        if boxes and x + wide > width - MARGIN:
            x, y = MARGIN, y + _QUIET_STEP
        boxes.append(Box(node, x, y, wide, _QUIET, (word,)))
        x += wide
    return tuple(boxes)


def _quiet_width(word: str) -> int:
    return ceil(text_width(word, QUIET_SIZE) * 1.05)


def _card(node: Node, width: int) -> tuple[tuple[str, ...], str]:
    """A card's text: the word, and under it the gene it stands for where that is another name."""
    below = ""
    if node.symbols:
        if len(node.symbols) > 1:
            more = f" +{len(node.symbols) - 1}"
            below = fit(node.symbols[0], width - 8 - text_width(more, SMALL), SMALL) + more
        elif node.symbols[0].casefold() != node.label.casefold():
            below = fit(node.symbols[0], width - 8, SMALL)
    if below:
        return (fit(node.label, width - 10, FONT_SIZE),), below
    return wrap(node.label, width - 10), ""


def _cards(
    nodes: Sequence[Node], texts: Sequence[tuple[tuple[str, ...], str]], columns: int, size: tuple[int, int], top: int
) -> tuple[Box, ...]:
    corners = _grid(len(nodes), columns, size)
    return tuple(
        Box(node, MARGIN + x, top + y, *size, lines, small)
        for node, (lines, small), (x, y) in zip(nodes, texts, corners, strict=True)
    )


@lru_cache(maxsize=512)
def _grid(count: int, columns: int, size: tuple[int, int]) -> tuple[tuple[int, int], ...]:
    """The upper left corners of a grid's boxes, as Graphviz packs them; few grids differ, so they are kept."""
    found = lay_out(grid_dot(count, columns, size, _GAP), b"osage").nodes
    return tuple((round(x - size[0] / 2), round(y - size[1] / 2)) for x, y in (found[str(i)] for i in range(count)))


def _relations(graph: Graph) -> tuple[int, int, tuple[Box, ...], tuple[Curve, ...]]:
    """The size, boxes and curves of the nodes with relations; if they fit, no wider than a phone."""
    groups = parts(len(graph.nodes), graph.edges)
    texts, sizes = _texts(graph, *_LABEL)
    planned = plan(sizes, graph.edges, groups, PAGE)
    if planned.width > PAGE:
        narrow, smaller = _texts(graph, *_NARROW_LABEL)
        again = plan(smaller, graph.edges, groups, PAGE)
        if again.width < planned.width:
            texts, sizes, planned = narrow, smaller, again
    laid = _laid(graph.edges, sizes, groups, planned)
    if planned.sideways:
        apart = _columns_apart(laid.centres, groups, laid.frames)
        if apart > COLUMNS_APART:
            wider = _laid(graph.edges, sizes, groups, planned, apart)
            laid = wider if _fits(wider.frames) else laid
    width, height, moves = _shelves(laid.frames)
    part_of = _part_of(groups)
    boxes = []
    for i, (node, (x, y), (w, h)) in enumerate(zip(graph.nodes, laid.centres, sizes, strict=True)):
        dx, dy = moves[part_of[i]]
        boxes.append(Box(node, round(x + dx - w / 2), round(y + dy - h / 2), w, h, texts[i]))
    rects = [(b.x, b.y, b.x + b.width, b.y + b.height) for b in boxes]
    moved = []
    for edge, points in zip(graph.edges, laid.lines, strict=True):
        dx, dy = moves[part_of[edge.source]]
        moved.append([(x + dx, y + dy) for x, y in points])
    lines = settled(graph.edges, moved, rects)
    curves = tuple(Curve(e, tuple(points)) for e, points in zip(graph.edges, lines, strict=True))
    return width, height, tuple(boxes), curves


def _laid(
    edges: Sequence[Edge], sizes: Sequence[tuple[int, int]], groups: Sequence[Sequence[int]], planned: Plan,
    apart: int = COLUMNS_APART,
) -> _Laid:
    """The graph as Graphviz lays it out, and the frame of each part."""
    dot = relations_dot(sizes, edges, planned.lengths, sideways=planned.sideways, apart=apart)
    layout = lay_out(dot)
    centres = [layout.nodes[str(i)] for i in range(len(sizes))]
    lines = _in_order(edges, layout.splines)
    part_of = _part_of(groups)
    outlines: list[list[Point]] = [[] for _ in groups]
    for i, (x, y) in enumerate(centres):
        w, h = sizes[i]
        outlines[part_of[i]] += ((x - w / 2, y - h / 2), (x + w / 2, y + h / 2))
    for edge, points in zip(edges, lines, strict=True):
        outlines[part_of[edge.source]] += points
    return _Laid(centres, lines, [_frame(outline) for outline in outlines])


def _part_of(groups: Sequence[Sequence[int]]) -> dict[int, int]:
    """The number of each node's part."""
    return {node: k for k, group in enumerate(groups) for node in group}


def _columns_apart(centres: Sequence[Point], groups: Sequence[Sequence[int]], frames: Sequence[_Frame]) -> int:
    """How far columns stand from each other where lines to a high column are not to be steep, as far as the page has room."""
    room, wanted = inf, 0.0
    for group, frame in zip(groups, frames, strict=True):
        gaps = len({round(centres[i][0]) for i in group}) - 1
        if gaps:
            room = min(room, COLUMNS_APART + (PAGE - 2 * MARGIN - frame.right + frame.left) / gaps)
            ys = [centres[i][1] for i in group]
            wanted = max(wanted, _SLOPE * (max(ys) - min(ys)))
    return int(min(room, wanted, _FARTHEST))


def _fits(frames: Sequence[_Frame]) -> bool:
    return all(frame.right - frame.left <= PAGE - 2 * MARGIN for frame in frames)


def _texts(graph: Graph, width: int, most: int) -> tuple[list[tuple[str, ...]], list[tuple[int, int]]]:
    """Each node's lines of text, at most this wide and this many, and the size of its box."""
    texts = [wrap(n.label, width, most) for n in graph.nodes]
    return texts, [_size(node, lines) for node, lines in zip(graph.nodes, texts, strict=True)]


def _size(node: Node, lines: Sequence[str]) -> tuple[int, int]:
    """A box's width, an even number, and height in pixels; plain text needs less air than a box."""
    padding, height = (3, 20) if node.kind == "process" else (8, _ONE_LINE)
    return max(32, 2 * ceil(max(map(text_width, lines)) / 2 + padding)), height + LINE * (len(lines) - 1)


def _in_order(edges: Sequence[Edge], splines: Sequence[tuple[str, str, list[Point]]]) -> list[list[Point]]:
    """Graphviz's splines in the order of the edges; it writes them by tail, parallel ones in the order given."""
    found: dict[tuple[int, int], list[list[Point]]] = {}
    for tail, head, points in splines:
        found.setdefault((int(tail), int(head)), []).append(points)
    return [found[e.source, e.target].pop(0) for e in edges]


@dataclass(slots=True)
class _Stack:
    """Parts one below the other, as wide as the first."""

    parts: list[int]
    width: float
    height: float


def _frame(points: Sequence[Point]) -> _Frame:
    xs = [x for x, _ in points]
    ys = [y for _, y in points]
    return _Frame(min(xs), min(ys), max(xs), max(ys))


def _shelves(frames: Sequence[_Frame]) -> tuple[int, int, list[Point]]:
    """The picture's size and each part's move: parts side by side in lines, lines centred.

    A part goes below another one of its line where the line is high enough for both.
    """
    sizes = [(f.right - f.left, f.bottom - f.top) for f in frames]
    room = max(PAGE - 2 * MARGIN, *(wide for wide, _ in sizes))
    lines: list[list[_Stack]] = []
    for i, (wide, high) in enumerate(sizes):
        line = lines[-1] if lines else []
        most = max((s.height for s in line), default=0.0)
        below = next((s for s in line if wide <= s.width and s.height + _DOWN + high <= most), None)
        if below:
            below.parts.append(i)
            below.height += _DOWN + high
        elif line and _width(line) + _ASIDE + wide <= room:
            line.append(_Stack([i], wide, high))
        else:
            lines.append([_Stack([i], wide, high)])
    full = max(map(_width, lines))
    moves: list[Point] = [(0.0, 0.0)] * len(frames)
    top = float(MARGIN)
    for line in lines:
        x = MARGIN + (full - _width(line)) / 2
        for stack in line:
            y = top
            for i in stack.parts:
                moves[i] = (x + (stack.width - sizes[i][0]) / 2 - frames[i].left, y - frames[i].top)
                y += sizes[i][1] + _DOWN
            x += stack.width + _ASIDE
        top += max(s.height for s in line) + _DOWN
    return round(full) + 2 * MARGIN, round(top) - _DOWN + MARGIN, moves


def _width(line: Sequence[_Stack]) -> float:
    return fsum(s.width for s in line) + _ASIDE * (len(line) - 1)  # Python's `sum` rounds in another way from 3.12 on
