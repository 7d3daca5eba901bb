"""How deep and how wide a graph is, before it is laid out: pure arithmetic on its edges."""

from __future__ import annotations

from collections.abc import Sequence

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


def ranks(count: int, edges: Sequence[Edge]) -> list[int]:
    """Each node's distance from the top: the longest way down to it, edges that close a cycle left out."""
    out: list[list[int]] = [[] for _ in range(count)]
    for edge in edges:
        if edge.source != edge.target:
            out[edge.source].append(edge.target)
    state = [0] * count  # 0 not seen, 1 on the way down to here, 2 done
    done: list[int] = []
    kept: list[list[int]] = [[] for _ in range(count)]
    for start in range(count):
        if state[start]:
            continue
        state[start] = 1
        stack = [(start, iter(out[start]))]
        while stack:
            node, rest = stack[-1]
            for target in rest:
                if state[target] != 1:
                    kept[node].append(target)
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
        for target in kept[node]:
            rank[target] = max(rank[target], rank[node] + 1)
    return rank


def fits_sideways(
    sizes: Sequence[tuple[int, int]], edges: Sequence[Edge], groups: Sequence[Sequence[int]], page: int
) -> bool:
    """Whether arrows had better run from left to right: downwards the picture would be wider than the page,
    and sideways it is narrower.
    """
    rank = ranks(len(sizes), edges)
    down = across = 0
    for group in groups:
        rows: dict[int, list[int]] = {}
        for i in group:
            rows.setdefault(rank[i], []).append(sizes[i][0])
        down = max(down, *(sum(row) + 13 * (len(row) - 1) for row in rows.values()))
        across = max(across, sum(max(row) for row in rows.values()) + 30 * (len(rows) - 1))
    return down > page and across < down
