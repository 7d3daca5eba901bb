"""Networks in DOT, the language of Graphviz."""

from __future__ import annotations

from sitegen.exports.network import Network
from sitegen.model import external
from sitegen.text import one_line

_HEADS = {"binding": "dot", "conversion": "onormal"}
_SHAPES = {"gene": "box", "family": "box3d", "chemical": "ellipse", "disease": "octagon"}


def dot(net: Network) -> str:
    """The network in Graphviz' DOT language."""
    out = [f"digraph {_quoted(net.ident)} {{", f"  graph [label={_quoted(net.title)}, rankdir=TB];"]
    out.append('  node [fontname="Helvetica"];')
    for i, n in enumerate(net.nodes):
        link = f", URL={_quoted(external.gene(n.xref[1]))}" if n.xref and n.xref[0] == "ncbigene" else ""
        out.append(f"  n{i} [label={_quoted(n.label)}, shape={_SHAPES.get(n.kind, 'plaintext')}{link}];")
    for e in net.edges:
        r = e.relation
        head = {"+": "normal", "-": "tee"}.get(r.polarity) or _HEADS.get(r.type, "vee")
        dashed = ", style=dashed" if r.hedged else ""
        tip = f", tooltip={_quoted(one_line(r.evidence))}" if r.evidence else ""
        out.append(f"  n{e.source} -> n{e.target} [arrowhead={head}, class={_quoted(r.type)}{dashed}{tip}];")
    return "\n".join((*out, "}")) + "\n"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
