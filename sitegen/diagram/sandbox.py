"""DOT that someone else wrote, laid out in a process of its own: `python -m sitegen.diagram.sandbox < DOT`.

It writes one JSON object to standard output: `{"drawing": Graphviz's json}`, or `{"refused": why, "name": the
attribute, if it was one}`.  A graph that hangs, crashes or eats memory takes this process and no other with it.
"""

from __future__ import annotations

import contextlib
import json
import re
import sys
from typing import Any

from pygraphviz import graphviz as gv

from sitegen.diagram.escapes import expanded_address, expanded_label
from sitegen.diagram.fontmetrics import text_width
from sitegen.diagram.layout import LayoutError, laid_out
from sitegen.diagram.links import safe_link

MAX_NODES, MAX_EDGES = 400, 800
_MEMORY = 1 << 30  # bytes
_SECONDS = 8
ENGINES = frozenset(("dot", "neato", "fdp", "sfdp", "circo", "twopi", "osage", "patchwork"))
REFUSED = frozenset((
    "image", "imagepath", "shapefile", "fontpath", "stylesheet", "_background", "imagescale", "imagepos", "src",
))
_BOUNDS = {
    "width": 50, "height": 50, "peripheries": 8, "penwidth": 20, "fontsize": 96, "margin": 20, "pad": 20, "nodesep": 20,
    "ranksep": 20, "len": 20, "minlen": 50, "sides": 20, "arrowsize": 10, "weight": 1000, "labeldistance": 50,
    "sep": 100, "esep": 100, "k": 50, "nslimit": 100, "nslimit1": 100, "mclimit": 10, "searchsize": 100, "maxiter": 1000,
    "distortion": 100, "skew": 100,
}
"""The largest number that an attribute may have: no drawing needs more, and some of them cost time or bytes without end."""
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
_LINKS = frozenset((
    "url", "href", "headurl", "headhref", "tailurl", "tailhref", "labelurl", "labelhref", "edgeurl", "edgehref",
))
_IMAGE = re.compile(r"<\s*/?\s*img\b", re.IGNORECASE)
_PLAIN_SHAPES = frozenset(("", "box", "rect", "rectangle", "square", "ellipse", "oval", "circle", "plaintext", "none"))
_FONT = 14.0
_GRAPH, _NODE, _EDGE = 0, 1, 2


class Refused(Exception):
    """The graph asks for what is not drawn here; `name` is the attribute that asks for it."""

    def __init__(self, why: str, name: str = "") -> None:
        super().__init__(why)
        self.name = name


def check_attributes(graph: Any) -> None:
    """Refuse attributes that name files, numbers beyond reason, links that run scripts, and pictures in HTML labels."""
    for kind, members in ((_GRAPH, _graphs), (_NODE, _nodes), (_EDGE, _edges)):
        symbol = _next(graph, kind, None)
        while symbol is not None:
            name = _text(gv.agattrname(symbol))
            low = name.lower()
            if low in REFUSED:
                raise Refused(f"attribute '{name}' is not allowed", name)
            values = [_text(gv.agattrdefval(symbol)), *(_text(gv.agxget(member, symbol)) for member in members(graph))]
            if any(_IMAGE.search(value) for value in values):
                raise Refused("a label holds an image", name)
            if low in _BOUNDS:
                _check_bounds(name, values, _BOUNDS[low])
            if low in _LINKS:
                _write_out_links(kind, list(members(graph)), name, values[1:])
            symbol = _next(graph, kind, symbol)


def _check_bounds(name: str, values: list[str], most: int) -> None:
    for value in values:
        for number in _NUMBER.findall(value):
            if not -most <= float(number) <= most:
                raise Refused(f"{name} is {number[:20]}, and at most {most} here", name)


def _write_out_links(kind: int, members: list[Any], name: str, links: list[str]) -> None:
    """Puts in each link the names that its escapes stand for, since what it leads to shows only then, and looks at it."""
    for member, link in zip(members, links, strict=True):
        if not link:
            continue
        address = expanded_address(link, _names(kind, member)) if "\\" in link else link
        if not safe_link(address):
            raise Refused(f"the link in '{name}' is not an http address", name)
        if address != link:
            gv.agsafeset(member, name.encode(), address.encode(), b"")


def _names(kind: int, member: Any) -> dict[str, str]:
    """What the escapes of a graph, node or edge stand for, by letter; those that it has not stay as they are."""
    whole = ""
    if kind == _EDGE:
        graph = gv.agraphof(gv.agtail(member))
        tail, head = (_text(gv.agnameof(end)) for end in (gv.agtail(member), gv.aghead(member)))
        arrow = "->" if gv.agisdirected(graph) else "--"
        found = {"G": _text(gv.agnameof(gv.agroot(graph))), "E": f"{tail}{arrow}{head}", "T": tail, "H": head}
        ports = (f":{port}" if port else "" for port in (_get(member, "tailport"), _get(member, "headport")))
        whole = f"{tail}{next(ports)}{arrow}{head}{next(ports)}"
    elif kind == _NODE:
        found = {"G": _text(gv.agnameof(gv.agraphof(member))), "N": _text(gv.agnameof(member)), "E": ""}
    else:
        found = {"G": _text(gv.agnameof(member))}
    label = _get(member, "label", "\\N" if kind == _NODE else "")
    if label or kind == _NODE:
        found["L"] = expanded_label(label, found)
    return found | {"E": whole} if whole else found  # labels name an edge without its ports


def _next(graph: Any, kind: int, symbol: Any) -> Any:
    with contextlib.suppress(StopIteration, KeyError):
        return gv.agnxtattr(graph, kind, symbol)
    return None


def _walk(first: Any, following: Any) -> Any:
    with contextlib.suppress(StopIteration, KeyError):
        item = first()
        while item is not None:
            yield item
            item = following(item)


def _graphs(graph: Any) -> Any:
    yield graph
    for sub in _walk(lambda: gv.agfstsubg(graph), gv.agnxtsubg):
        yield from _graphs(sub)


def _nodes(graph: Any) -> Any:
    yield from _walk(lambda: gv.agfstnode(graph), lambda n: gv.agnxtnode(graph, n))


def _edges(graph: Any) -> Any:
    for node in _nodes(graph):
        yield from _walk(lambda node=node: gv.agfstout(graph, node), lambda e: gv.agnxtout(graph, e))


def _get(item: Any, name: str, default: str = "") -> str:
    """An attribute's value; the default where the graph does not declare it."""
    with contextlib.suppress(KeyError):
        return _text(gv.agget(item, name.encode()))
    return default


def _text(value: Any) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value or "")


def size_nodes(graph: Any) -> None:
    """Size nodes of plain shape from the project's own font table, so that every machine draws them alike."""
    for node in list(_nodes(graph)):
        label = _get(node, "label") or "\\N"
        shape = _get(node, "shape")
        if shape not in _PLAIN_SHAPES or _get(node, "width") or _get(node, "fixedsize") or label.startswith("<"):
            continue
        with contextlib.suppress(ValueError):
            size = float(_get(node, "fontsize") or _FONT)
            lines = re.split(r"\\[nlr]|\n", label.replace("\\N", _text(gv.agnameof(node))))
            width = max(text_width(line, size) for line in lines) + 16
            height = len(lines) * size * 1.2 + 10
            if shape in ("", "ellipse", "oval", "circle"):
                width, height = width * 1.15, height * 1.15
            if shape in ("circle", "square"):
                width = height = max(width, height)
            gv.agsafeset(node, b"width", f"{width / 72:.3f}".encode(), b"")
            gv.agsafeset(node, b"height", f"{height / 72:.3f}".encode(), b"")
            gv.agsafeset(node, b"fixedsize", b"true", b"")


def prepare(graph: Any) -> bytes:
    """Check a graph that was read and make it ready; returns the engine to lay it out with."""
    if gv.agnnodes(graph) > MAX_NODES or gv.agnedges(graph) > MAX_EDGES:
        raise Refused(f"more than {MAX_NODES} nodes or {MAX_EDGES} edges")
    check_attributes(graph)
    engine = _get(graph, "layout") or "dot"
    if engine not in ENGINES:
        raise Refused(f"unknown layout '{engine}'", "layout")
    size_nodes(graph)
    return engine.encode("ascii")


def _limit() -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS + 1))  # SIGXCPU, which says why, then SIGKILL
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> int:
    """Read DOT from standard input and write the answer."""
    _limit()
    dot = sys.stdin.buffer.read()
    answer: dict[str, Any]
    try:
        answer = {"drawing": json.loads(laid_out(dot, prepare, b"json"))}
    except Refused as error:
        answer = {"refused": str(error), "name": error.name}
    except LayoutError as error:
        answer = {"refused": str(error), "name": ""}
    sys.stdout.write(json.dumps(answer))
    return 0


if __name__ == "__main__":
    sys.exit(main())
