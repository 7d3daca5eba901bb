"""Graphviz's drawing operations (its `json` output) as SVG in the manner of the other diagrams.

What the author coloured keeps its colour; what he left black, white or grey takes the page's colours, so that it
follows light and dark mode.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from sitegen.diagram.heads import numbers
from sitegen.diagram.links import safe_link
from sitegen.diagram.svg import attribute, image, opening, text
from sitegen.text import one_line

_COLOUR = re.compile(r"#[0-9a-f]{6}(?:[0-9a-f]{2})?")
_WIDTH = re.compile(r"setlinewidth\((\d{1,2}(?:\.\d{1,2})?)\)")
_PENS = {"#000000": ""}
_FILLS = {"#000000": " class=b", "#ffffff": " class=w", "#d3d3d3": " class=k"}
_PARTS = ("_draw_", "_tdraw_", "_hdraw_", "_ldraw_", "_tldraw_", "_hldraw_")
_DASHES = {"dashed": " stroke-dasharray=5,3", "dotted": " stroke-dasharray=1,3"}
_ANCHORS = {"l": "s", "r": "e"}
_LOWER = 2  # pixels: Graphviz sets text lower, as it knows no font here


class _Pen(NamedTuple):
    """The state that Graphviz's operations change."""

    line: str = ""
    fill: str = ""
    dash: str = ""
    width: str = ""
    size: float = 14.0
    font: int = 0
    colour: str = "#000000"


def draw_xdot(drawing: Mapping[str, Any], *, title: str, description: str) -> str:
    """A graph laid out by Graphviz as an inline `<svg>`; raises ValueError where the JSON is not Graphviz's."""
    left, bottom, right, top = (float(n) for n in str(drawing["bb"]).split(","))
    width, height = round(right - left) + 8, round(top - bottom) + 8
    brush = _Brush(4 - left, top + 4)
    objects = drawing.get("objects", ())
    clusters = [o for o in objects if "nodes" in o or str(o.get("name", "")).startswith("cluster")]
    nodes = [o for o in objects if "pos" in o]
    under = "".join(brush.item(o) for o in ({"_ldraw_": drawing.get("_ldraw_", ())}, *clusters))
    under += "".join(brush.item(e) for e in drawing.get("edges", ()))
    over = "".join(brush.linked(o) for o in nodes)
    return f"{opening('dgd', width, height)}{image(title, description, under)}{over}</svg>"


def xdot_words(drawing: Mapping[str, Any], limit: int = 320) -> str:
    """The graph in words: its arrows, with their labels, then the nodes that have none."""
    objects = {o["_gvid"]: o for o in drawing.get("objects", ()) if "pos" in o}
    names = {i: _label(o) for i, o in objects.items()}
    joined: set[Any] = set()
    clauses = []
    for edge in drawing.get("edges", ()):
        joined |= {edge["tail"], edge["head"]}
        word = _label({"_ldraw_": edge.get("_ldraw_", ()), "name": " "})
        arrow = "→" if drawing.get("directed") else "–"
        how = f" ({word})" if word != "?" else ""
        clauses.append(f"{names.get(edge['tail'], '?')} {arrow} {names.get(edge['head'], '?')}{how}")
    clauses += [name for i, name in names.items() if i not in joined]
    shown: list[str] = []
    for clause in clauses:
        if shown and sum(map(len, shown)) + len(clause) > limit:
            break
        shown.append(clause)
    more = len(clauses) - len(shown)
    return "; ".join(shown) + (f"; and {more} more" if more else "") + "." if shown else ""


def _label(item: Mapping[str, Any]) -> str:
    """The text that stands in a box, its lines as one; its name where there is none."""
    lines = (str(op["text"]) for op in item.get("_ldraw_", ()) if op["op"] == "T")
    return one_line(" ".join(lines)) or one_line(str(item.get("name", ""))) or "?"


class _Brush:
    """Turns operations into elements, with the drawing's origin moved to the upper left corner."""

    def __init__(self, dx: float, top: float) -> None:
        self.dx = dx
        self.top = top

    def linked(self, item: Mapping[str, Any]) -> str:
        """A node: a link where it has a safe address."""
        body = self.item(item)
        url = one_line(str(item.get("URL") or item.get("href") or ""))
        if url and safe_link(url):
            return f"<a{attribute('href', url)}>{body}</a>"
        return f"<g>{body}</g>"

    def item(self, item: Mapping[str, Any]) -> str:
        """All that Graphviz draws for a node, an edge or a cluster."""
        out: list[str] = []
        ground = ""
        for part in _PARTS:
            pen = _Pen()
            for op in item.get(part, ()):
                kind = op["op"]
                pen = _changed(pen, kind, op)
                if kind == "T":
                    out.append(self._text(pen, op, ground))
                elif kind in "eEpPbBL":
                    out.append(self._shape(pen, kind, op))
                    if kind in "EPB" and part == "_draw_":
                        ground = pen.fill
        return "".join(out)

    def _point(self, point: Sequence[float]) -> tuple[int, int]:
        return round(float(point[0]) + self.dx), round(self.top - float(point[1]))

    def _shape(self, pen: _Pen, kind: str, op: Mapping[str, Any]) -> str:
        fill = ""
        if kind in "EPB" and pen.fill:
            fill = _FILLS.get(pen.fill) or f" fill={pen.fill}"
        look = _PENS.get(pen.line, f" stroke={pen.line}" if pen.line else "") + fill + pen.dash + pen.width
        if kind in "eE":
            x, y, rx, ry = op["rect"]
            cx, cy = self._point((x, y))
            return f"<ellipse cx={cx} cy={cy} rx={round(rx)} ry={round(ry)}{look} />"
        points = [self._point(p) for p in op["points"]]
        letter = {"b": "c", "B": "c"}.get(kind, "l")
        step = 3 if letter == "c" else 1
        x, y = points[0]
        data = f"M{x} {y}"
        for i in range(1, len(points), step):
            group = points[i : i + step]
            data += letter + numbers([n for px, py in group for n in (px - x, py - y)])
            x, y = group[-1]
        close = "z" if kind in "pP" else ""
        return f'<path{look} d="{data}{close}"/>'

    def _text(self, pen: _Pen, op: Mapping[str, Any], ground: str) -> str:
        words = one_line(str(op["text"]))
        if not words:
            return ""
        x, y = self._point(op["pt"])
        classes = [_ANCHORS[op["align"]]] if op.get("align") in _ANCHORS else []
        look = ""
        if pen.colour != "#000000":
            look = f" fill={pen.colour}"
        elif ground not in ("", "#ffffff", "#d3d3d3", "none"):
            classes.append("o" if _is_light(ground) else "l")
        if classes:
            look += attribute("class", " ".join(classes))
        if pen.size != 14:
            look += f" font-size={pen.size:g}"
        if pen.font & 1:
            look += " font-weight=700"
        if pen.font & 2:
            look += " font-style=italic"
        return f"<text x={x} y={y - _LOWER}{look}>{text(words)}</text>"


def _changed(pen: _Pen, kind: str, op: Mapping[str, Any]) -> _Pen:
    if kind == "c":
        return pen._replace(line=_colour(op), colour=_colour(op))
    if kind == "C":
        return pen._replace(fill=_colour(op))
    if kind == "F":
        return pen._replace(size=min(max(float(op["size"]), 4.0), 96.0))
    if kind == "t":
        return pen._replace(font=int(op["fontchar"]))
    if kind == "S":
        style = str(op["style"])
        width = _WIDTH.fullmatch(style)
        if width is not None:
            return pen._replace(width=f" stroke-width={float(width.group(1)):g}")
        return pen._replace(dash=_DASHES.get(style, ""))
    return pen


def _colour(op: Mapping[str, Any]) -> str:
    """A colour as `#rrggbb`, `none` where it is transparent; of a gradient its first colour."""
    stops: Iterable[Mapping[str, Any]] = op.get("stops", ())
    value = next((str(s["color"]) for s in stops), str(op.get("color", "#000000"))).lower()
    if _COLOUR.fullmatch(value) is None:
        return "#000000"
    if value.endswith("00") and len(value) == 9:
        return "none"
    return value[:7]


def _is_light(colour: str) -> bool:
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return 299 * red + 587 * green + 114 * blue > 140_000
