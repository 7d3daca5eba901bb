"""Networks as GPML 2021, the format of WikiPathways and PathVisio (GPML2021.xsd of libGPML)."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from sitegen.exports.network import MARGIN, Network, Node, Place, positions
from sitegen.model.interaction import interaction
from sitegen.model.relation import Relation
from sitegen.text import one_line

_HEIGHT = 24
_TYPES = {"gene": "GeneProduct", "family": "GeneProduct", "chemical": "Metabolite", "disease": "Disease"}
_HEADS = {"conversion": "Conversion", "binding": "Binding", "transport": "Translocation",
          "expression": "TranscriptionTranslation"}


def gpml(net: Network, given: Mapping[int, Place] | None = None) -> str:
    """The network as GPML 2021, a start for drawing in PathVisio.

    A gene's Xref is its NCBI Gene id; a word for several genes has none, its ids are in a comment.  A line says
    its type, sign and hedging in a property `relation` and its evidence in a comment; `given` are places in pixels.
    """
    spots = positions(net.nodes, given)
    right = max([0, *(x + n.width // 2 for (x, _), n in zip(spots, net.nodes, strict=True))]) + MARGIN
    bottom = max([0, *(y for _, y in spots)]) + MARGIN
    organism = f' organism="{_xml(net.organism)}"' if net.organism else ""
    out = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<Pathway xmlns="http://pathvisio.org/GPML/2021" title="{_xml(net.title or net.ident)}"{organism}'
        f' source="{_xml(net.ident)}">',
        f'<Graphics boardWidth="{right}" boardHeight="{bottom}"/>',
        "<DataNodes>",
        *(_data_node(i, n, spots[i]) for i, n in enumerate(net.nodes)),
        "</DataNodes>",
        "<Interactions>",
        *(_line(i, net.nodes, spots, e.source, e.target, e.relation) for i, e in enumerate(net.edges)),
        "</Interactions>",
        "</Pathway>",
    ]
    return "\n".join(out) + "\n"


def _data_node(i: int, n: Node, spot: Place) -> str:
    xref = f'<Xref identifier="{_xml(n.xref[1])}" dataSource="{n.xref[0]}"/>' if n.xref else ""
    genes = f'<Comment source="NCBI Gene">{" ".join(n.genes)}</Comment>' if n.kind == "family" and n.genes else ""
    return (
        f'<DataNode elementId="n{i}" textLabel="{_xml(n.label)}" type="{_TYPES.get(n.kind, "Undefined")}">{xref}'
        f'<Graphics centerX="{spot[0]}" centerY="{spot[1]}" width="{n.width}" height="{_HEIGHT}"/>{genes}</DataNode>'
    )


def _line(i: int, nodes: tuple[Node, ...], spots: tuple[Place, ...], source: int, target: int, r: Relation) -> str:
    (ax, ay), (bx, by) = _ports(spots[source], spots[target])
    style = "Dashed" if r.hedged else "Solid"
    comment = f'<Comment source="evidence">{escape(one_line(r.evidence), quote=False)}</Comment>' if r.evidence else ""

    def point(letter: str, node: int, head: str, x: int, y: int) -> str:
        px, py = spots[node][0] + x * nodes[node].width // 2, spots[node][1] + y * _HEIGHT // 2
        return (f'<Point elementId="e{i}{letter}" arrowHead="{head}" x="{px}" y="{py}" elementRef="n{node}" '
                f'relX="{x}" relY="{y}"/>')

    return (
        f'<Interaction elementId="e{i}"><Waypoints>{point("a", source, "Undirected", ax, ay)}'
        f'{point("b", target, _head(r), bx, by)}'
        f'</Waypoints><Graphics lineStyle="{style}"/>{comment}<Property key="relation" value="{interaction(r)}"/></Interaction>'
    )


def _ports(a: Place, b: Place) -> tuple[Place, Place]:
    """The sides of two boxes, relative to their centres, that a line from one to the other joins."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    if dx == dy == 0:
        return (1, 0), (0, -1)
    if abs(dy) >= abs(dx) // 2 and dy:
        side = 1 if dy > 0 else -1
        return (0, side), (0, -side)
    side = 1 if dx > 0 else -1
    return (side, 0), (-side, 0)


def _head(r: Relation) -> str:
    if r.polarity == "-":
        return "Inhibition"
    if r.type == "conversion" and r.polarity == "+":
        return "Catalysis"
    return _HEADS.get(r.type) or ("Stimulation" if r.polarity == "+" else "Directed")


def _xml(text: str) -> str:
    return escape(text, quote=False).replace('"', "&quot;")
