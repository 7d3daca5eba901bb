"""Networks as SIF, Cytoscape's simple interaction format."""

from __future__ import annotations

from sitegen.exports.network import Network
from sitegen.model.interaction import interaction


def sif(net: Network) -> str:
    """The network in Cytoscape's simple interaction format, fields divided by tabs.

    The relation is the word of `model.interaction`, which names sign and hedging too; evidence has no place in
    the format.  A tab ends a line where the file would have none, so that names keep their spaces.
    """
    lines = dict.fromkeys(
        f"{net.nodes[e.source].label}\t{interaction(e.relation)}\t{net.nodes[e.target].label}" for e in net.edges
    )
    used = {i for e in net.edges for i in (e.source, e.target)}
    end = "" if lines else "\t"
    lone = [n.label + end for i, n in enumerate(net.nodes) if i not in used]
    return "".join(f"{line}\n" for line in (*lines, *lone))
