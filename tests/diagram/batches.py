"""Many drawings in one process, as a worker makes them; what processes are given and give back is here."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from sitegen.diagram import svg
from sitegen.diagram.graph import Graph
from sitegen.diagram.layout import LayoutError


class Order(NamedTuple):
    """A graph to draw, with the words around it."""

    graph: Graph
    title: str
    description: str


class Drawing(NamedTuple):
    """An inline SVG, or why there is none."""

    svg: str
    fault: str = ""


def draw_many(orders: Iterable[Order]) -> list[Drawing]:
    """The drawings in the order asked for; each has the bytes it would have alone."""
    out = []
    for order in orders:
        try:
            out.append(Drawing(svg.draw(order.graph, title=order.title, description=order.description)))
        except LayoutError as error:
            out.append(Drawing("", str(error)))
    return out
