"""How deep and how wide a graph is, before it is laid out: pure arithmetic on its edges."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

from sitegen.diagram.graph import Edge


def parts(count: int, edges: Sequence[Edge]) -> list[list[int]]:
    """The nodes of each part that no edge joins to another, in the order of their first nodes."""
    root = list(range(count))

    def find(i: int) -> int:
        while root[i] != i:
            root[i] = root[root[i]]
            i = root[i]
        return i

    for edge in edges:
        a, b = find(edge.source), find(edge.target)
        if a != b:
            root[max(a, b)] = min(a, b)
    groups: dict[int, list[int]] = {}
    for i in range(count):
        groups.setdefault(find(i), []).append(i)
    return list(groups.values())


def ranks(count: int, edges: Sequence[Edge], lengths: Sequence[int] = ()) -> list[int]:
    """Each node's row, 0 at the top: the longest way down to it, edges that close a cycle left out.

    `lengths` are the rows that each edge spans at least, 1 where not given.  A node that nothing acts on stands
    right above what it acts on.
    """
    out: list[list[tuple[int, int]]] = [[] for _ in range(count)]
    entered = [False] * count
    for k, edge in enumerate(edges):
        if edge.source != edge.target:
            out[edge.source].append((edge.target, lengths[k] if lengths else 1))
            entered[edge.target] = True
    state = [0] * count  # 0 not seen, 1 on the way down to here, 2 done
    done: list[int] = []
    kept: list[list[tuple[int, int]]] = [[] for _ in range(count)]
    for start in range(count):
        if state[start]:
            continue
        state[start] = 1
        stack = [(start, iter(out[start]))]
        while stack:
            node, rest = stack[-1]
            for target, length in rest:
                if state[target] != 1:
                    kept[node].append((target, length))
                    if not state[target]:
                        state[target] = 1
                        stack.append((target, iter(out[target])))
                        break
            else:
                state[node] = 2
                done.append(node)
                stack.pop()
    rank = [0] * count
    for node in reversed(done):
        for target, length in kept[node]:
            rank[target] = max(rank[target], rank[node] + length)
    for node in range(count):
        if kept[node] and not entered[node]:
            rank[node] = min(rank[target] - length for target, length in kept[node])
    return rank


_BETWEEN = 42  # pixels between two boxes in a line drawn sideways, where Graphviz often needs a rank more
_FANS = (0.9, 0.6, 0.4)  # of the page: the width of a fan's rows, the widest that fits is taken


class Plan(NamedTuple):
    """How a graph is best laid out: from left to right or downwards, the rows that each edge spans, and about how
    wide it becomes.
    """

    sideways: bool
    lengths: tuple[int, ...]
    width: int


def plan(sizes: Sequence[tuple[int, int]], edges: Sequence[Edge], groups: Sequence[Sequence[int]], page: int) -> Plan:
    """The layout that fits the page: downwards if it can, else sideways, else downwards with its fans in two rows or
    more, whichever is narrowest.  Widths are estimates in pixels.
    """
    once = (1,) * len(edges)
    down, across = _width(sizes, edges, groups, once)
    if down <= page:
        return Plan(False, once, down)
    if across <= page:
        return Plan(True, once, across)
    lengths, fanned = once, down
    for share in _FANS:
        spread = _fanned(sizes, edges, page * share)
        if spread != lengths:
            lengths = spread
            fanned, _ = _width(sizes, edges, groups, lengths)
            if fanned <= page:
                break
    if fanned <= min(across, down):
        return Plan(False, lengths, fanned)
    return Plan(across < down, once, min(across, down))


def _width(
    sizes: Sequence[tuple[int, int]], edges: Sequence[Edge], groups: Sequence[Sequence[int]], lengths: Sequence[int]
) -> tuple[int, int]:
    """The width of the widest part, drawn downwards and drawn sideways."""
    rank = ranks(len(sizes), edges, lengths)
    passing: dict[int, list[int]] = {}  # the rows that an edge passes on its way, by source
    for edge in edges:
        low, high = sorted((rank[edge.source], rank[edge.target]))
        if high > low + 1:
            passing.setdefault(edge.source, []).extend(range(low + 1, high))
    down = across = 0
    for group in groups:
        rows: dict[int, list[int]] = {}
        for i in group:
            rows.setdefault(rank[i], []).append(sizes[i][0])
            for row in passing.get(i, ()):
                rows.setdefault(row, []).append(0)
        down = max(down, max(sum(row) + 13 * (len(row) - 1) for row in rows.values()))
        across = max(across, sum(max(row) for row in rows.values()) + _BETWEEN * (len(rows) - 1))
    return down, across


def _fanned(sizes: Sequence[tuple[int, int]], edges: Sequence[Edge], width: float) -> tuple[int, ...]:
    """Edge lengths that spread the ends of a fan, nodes with one edge alone, over rows of about this width."""
    degree = [0] * len(sizes)
    for edge in edges:
        degree[edge.source] += 1
        degree[edge.target] += 1
    fans: dict[tuple[int, bool], list[int]] = {}
    for k, edge in enumerate(edges):
        if degree[edge.target] == 1:
            fans.setdefault((edge.source, True), []).append(k)
        elif degree[edge.source] == 1:
            fans.setdefault((edge.target, False), []).append(k)
    lengths = [1] * len(edges)
    for (_, down), fan in fans.items():
        total = sum(sizes[edges[k].target if down else edges[k].source][0] + 13 for k in fan)
        rows = min(ceil(total / width), len(fan))
        for i, k in enumerate(fan):
            lengths[k] = 1 + i % rows
    return tuple(lengths)
