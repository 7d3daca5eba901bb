"""Networks as CX2, the exchange format of Cytoscape and NDEx.

After the specification and the visual styles at cytoscape.org/cx/cx2.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from sitegen.exports.network import Network, Place, positions
from sitegen.model.relation import Polarity
from sitegen.text import one_line

_ARROWS: dict[Polarity, str] = {"+": "triangle", "-": "tee", "0": "arrow"}


def cx2(net: Network, given: Mapping[int, Place] | None = None) -> str:
    """The network as CX2 2.0, which Cytoscape and NDEx open.

    Nodes carry their record as `represents` and their NCBI Gene ids, edges type, sign, hedging and evidence;
    signs are drawn as arrow, bar and open head.  `given` are places of nodes in pixels.
    """
    spots = positions(net.nodes, given)
    nodes: list[dict[str, Any]] = []
    for i, n in enumerate(net.nodes):
        v: dict[str, Any] = {"n": n.label}
        if n.curie:
            v["r"] = n.curie
        v["type"] = n.kind
        if n.genes:
            v["ncbigene"] = list(n.genes)
        nodes.append({"id": i, "x": spots[i][0], "y": spots[i][1], "v": v})
    edges: list[dict[str, Any]] = []
    for i, e in enumerate(net.edges):
        r = e.relation
        v = {"name": f"{net.nodes[e.source].label} ({r.type}) {net.nodes[e.target].label}", "i": r.type, "polarity": r.polarity,
             "hedged": r.hedged}
        if r.evidence:
            v["evidence"] = one_line(r.evidence)
        edges.append({"id": i, "s": e.source, "t": e.target, "v": v})
    about = {"name": net.title or net.ident, "figure": net.ident}
    if net.organism:
        about["organism"] = net.organism
    aspects: list[tuple[str, list[Any]]] = [
        ("attributeDeclarations", [_declarations(about)]), ("networkAttributes", [about]), ("nodes", nodes), ("edges", edges),
        ("visualProperties", [_STYLE]),
    ]
    aspects = [(name, items) for name, items in aspects if items]
    document: list[dict[str, Any]] = [
        {"CXVersion": "2.0", "hasFragments": False},
        {"metaData": [{"elementCount": len(items), "name": name} for name, items in aspects]},
        *({name: items} for name, items in aspects),
        {"status": [{"error": "", "success": True}]},
    ]
    return "[\n" + ",\n".join(json.dumps(part, ensure_ascii=False, separators=(",", ":")) for part in document) + "\n]\n"


def _declarations(about: Mapping[str, str]) -> dict[str, Any]:
    text = {"d": "string"}
    return {
        "networkAttributes": {name: text for name in about},
        "nodes": {"name": {"d": "string", "a": "n"}, "represents": {"d": "string", "a": "r"}, "type": text,
                  "ncbigene": {"d": "list_of_string"}},
        "edges": {"name": text, "interaction": {"d": "string", "a": "i"}, "polarity": text, "hedged": {"d": "boolean"},
                  "evidence": text},
    }


def _discrete(attribute: str, type: str, pairs: Mapping[Any, str]) -> dict[str, Any]:
    return {"type": "DISCRETE", "definition": {"attribute": attribute, "type": type,
                                               "map": [{"v": v, "vp": vp} for v, vp in pairs.items()]}}


_STYLE = {
    "default": {"network": {"NETWORK_BACKGROUND_COLOR": "#FFFFFF"},
                "node": {"NODE_SHAPE": "round-rectangle", "NODE_WIDTH": 90, "NODE_HEIGHT": 28, "NODE_BACKGROUND_COLOR": "#FFFFFF",
                         "NODE_BORDER_WIDTH": 1},
                "edge": {"EDGE_TARGET_ARROW_SHAPE": "arrow", "EDGE_WIDTH": 1.5, "EDGE_LINE_COLOR": "#555555"}},
    "nodeMapping": {"NODE_LABEL": {"type": "PASSTHROUGH", "definition": {"attribute": "name", "type": "string"}}},
    "edgeMapping": {"EDGE_TARGET_ARROW_SHAPE": _discrete("polarity", "string", _ARROWS),
                    "EDGE_LINE_STYLE": _discrete("hedged", "boolean", {True: "dashed"})},
}
