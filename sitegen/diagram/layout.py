"""The one door to Graphviz, in process: DOT in, positions out.

The library is the one that the `pygraphviz` wheel carries, so that every machine lays out alike.
Graphviz keeps state and is not thread-safe: one context a process, one layout at a time.
"""

from __future__ import annotations

import atexit
import os
import re
import tempfile
import threading
from collections.abc import Callable
from functools import lru_cache
from typing import IO, Any, NamedTuple

from pygraphviz import graphviz as gv

from sitegen.diagram.dot import POINTS

_LOCK = threading.Lock()
_VERSION = re.compile(rb"graphviz version ([\w.~-]+)")


class LayoutError(ValueError):
    """Graphviz could not read or lay out a graph."""


class Positions(NamedTuple):
    """A layout in pixels, y downwards: its size, box centres by node name, and splines in DOT order.

    A spline is the tail's and the head's name and the control points of its cubic Bézier curves.
    """

    width: float
    height: float
    nodes: dict[str, tuple[float, float]]
    splines: list[tuple[str, str, list[tuple[float, float]]]]


class _Engine(NamedTuple):
    pid: int
    context: Any
    file: IO[bytes]


_engine: _Engine | None = None


def _this_process() -> _Engine:
    """The process's own context and scratch file; a forked child must not share its parent's file offset."""
    global _engine
    pid = os.getpid()
    if _engine is None or _engine.pid != pid:
        _engine = _Engine(pid, gv.gvContextWithBuiltins(), tempfile.TemporaryFile(buffering=0))  # noqa: SIM115
        atexit.register(_engine.file.close)
    return _engine


def render(dot: bytes, engine: bytes, form: bytes) -> bytes:
    """Graphviz's output for one graph in DOT; raises LayoutError, and leaves no trace of a graph that failed."""
    return laid_out(dot, lambda _: engine, form)


def laid_out(dot: bytes, prepare: Callable[[Any], bytes], form: bytes) -> bytes:
    """As `render`; `prepare` sees the graph as it was read, may change it, and names the engine."""
    with _LOCK:
        _, context, file = _this_process()
        file.seek(0)
        file.truncate()
        file.write(dot)
        file.seek(0)
        try:
            graph = gv.agread(file, None)
        except (ValueError, StopIteration) as error:
            raise LayoutError("the graph is not valid DOT") from error
        if graph is None:
            raise LayoutError("there is no graph")
        try:
            return _drawn(context, graph, prepare(graph), form)
        finally:
            gv.agclose(graph)


def _drawn(context: Any, graph: Any, engine: bytes, form: bytes) -> bytes:
    try:
        gv.gvLayout(context, graph, engine)
        try:
            answer = gv.gvRenderData(context, graph, form)
        finally:
            gv.gvFreeLayout(context, graph)
    except (ValueError, TypeError, RuntimeError, KeyError) as error:
        raise LayoutError("Graphviz could not lay out the graph") from error
    data = answer[1] if isinstance(answer, (list, tuple)) else answer
    if not isinstance(data, bytes):
        raise LayoutError("Graphviz gave no drawing")
    return data


def lay_out(dot: bytes, engine: bytes = b"dot") -> Positions:
    """The positions of a graph whose node names are plain words; the same DOT gives the same answer always."""
    return read_plain(render(dot, engine, b"plain").decode())


def read_plain(text: str) -> Positions:
    """Graphviz's `plain` format, which is in inches with y upwards, as positions in pixels."""
    nodes: dict[str, tuple[float, float]] = {}
    splines: list[tuple[str, str, list[tuple[float, float]]]] = []
    width = height = 0.0
    for line in text.split("\n"):
        kind, _, rest = line.partition(" ")
        if kind == "node":
            name, x, y, _ = rest.split(" ", 3)
            nodes[name] = (float(x) * POINTS, height - float(y) * POINTS)
        elif kind == "edge":
            cells = rest.split(" ")
            numbers = [float(c) * POINTS for c in cells[3 : 3 + 2 * int(cells[2])]]
            points = [(numbers[i], height - numbers[i + 1]) for i in range(0, len(numbers), 2)]
            splines.append((cells[0], cells[1], points))
        elif kind == "graph":
            _, w, h = rest.split(" ")
            width, height = float(w) * POINTS, float(h) * POINTS
    return Positions(width, height, nodes, splines)


@lru_cache(maxsize=1)
def graphviz_version() -> str:
    """The version of the Graphviz inside pygraphviz, such as `14.1.2`."""
    found = _VERSION.search(render(b"graph{}", b"dot", b"svg"))
    return found.group(1).decode() if found else "unknown"
