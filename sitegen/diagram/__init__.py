"""Diagrams: the entities of a figure and how they act on each other, as small accessible SVG.

A graph is made from a figure and its relations (`graph`), written as DOT (`dot`), laid out by Graphviz
(`layout`), placed on the page (`place`), its lines settled at their boxes (`ends`), and drawn (`svg`).  Only `layout`
knows Graphviz, and only `curated` and `sandbox`, for DOT that other people wrote, start a process.
"""

from __future__ import annotations

from sitegen.diagram.curated import Curated, draw_curated
from sitegen.diagram.graph import Edge, Graph, Node, figure_graph
from sitegen.diagram.layout import LayoutError, graphviz_version
from sitegen.diagram.style import diagram_css
from sitegen.diagram.svg import draw
from sitegen.diagram.words import LegendItem, description, legend, legend_html

__all__ = [
    "Curated", "Edge", "Graph", "LayoutError", "LegendItem", "Node", "description", "diagram_css", "draw", "draw_curated",
    "figure_graph", "graphviz_version", "legend", "legend_html",
]
