"""Graph -> DOT for the layout, with node sizes fixed and no text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import graphviz

from sitegen.diagram.graph import Edge

POINTS = 72
COLUMNS_APART = 30
"""Pixels between two columns of a graph drawn sideways, at least."""
# Text is never laid out by Graphviz: an empty label keeps it away from the machine's fonts.
_BOXES = "\tnode [fixedsize=true label=\"\" shape=box]\n"
_DIRECTIONS = "\tedge [dir=none]\n"


def _source(head: Iterable[str], lines: Iterable[str], directed: bool = True) -> bytes:
    """The graph's text, braces and all, as the `graphviz` package puts it."""
    make = graphviz.Digraph if directed else graphviz.Graph
    graph = make()
    graph.body += head
    graph.body += lines
    return str(graph.source).encode("ascii")


def relations_dot(
    sizes: Sequence[tuple[int, int]], edges: Sequence[Edge], lengths: Sequence[int], *, sideways: bool, apart: int = COLUMNS_APART
) -> bytes:
    """Strictly sized boxes, (width, height) in pixels, and the edges between them, for the engine `dot`.

    `lengths` are the rows that each edge spans at least: one of more than a row may bend, which keeps fans narrow.
    `sideways` makes arrows run from left to right instead of downwards, in columns that are `apart` pixels from each other.
    """
    direction = f"rankdir=LR nodesep=.14 ranksep={apart / POINTS:.3g}" if sideways else "nodesep=.18 ranksep=.36"
    usual = sizes[0][1]  # most boxes are as high as the first, and DOT that is short is read fast
    lines = [
        f"\t{i} [{'' if h == usual else f'height={h / POINTS:.4g} '}width={w / POINTS:.4g}]\n"
        for i, (w, h) in enumerate(sizes)
    ]
    lines += [
        f"\t{e.source} -> {e.target}\n" if n == 1 else f"\t{e.source} -> {e.target} [minlen={n} weight=0]\n"
        for e, n in zip(edges, lengths, strict=True)
    ]
    height = f"\tnode [height={usual / POINTS:.4g}]\n"
    return _source((f"\tgraph [{direction}]\n", _BOXES, height, _DIRECTIONS), lines)


def grid_dot(count: int, columns: int, size: tuple[int, int], gap: int) -> bytes:
    """`count` boxes of one size in pixels, row by row in `columns`, for the engine `osage`."""
    head = (
        f'\tgraph [pack={gap} packmode="array_i{columns}"]\n', _BOXES,
        f"\tnode [height={size[1] / POINTS:.4g} width={size[0] / POINTS:.4g}]\n",
    )
    return _source(head, [f"\t{i}\n" for i in range(count)], directed=False)
