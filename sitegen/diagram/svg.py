"""The picture as SVG inside HTML: small, without colours of its own, each node a link.

The markup, and why it is as it is:

- `role="img"` tells a screen reader to announce the drawing by its title and description, which may be an element
  of the page, and to pass over what is in it.  Links in it would be lost to some readers, and WCAG checkers refuse
  them.  So the image is an
  inner `<svg role="img">` with title, description and arrows, and the links stand beside it in the outer `<svg>`,
  in reading order, as links that everyone can reach.
- Colours, fonts and dashes are in the style sheet (`style.py`), so they follow light and dark mode.
- HTML, not XML: attribute values without quotes where HTML allows it.  Coordinates are whole pixels, paths relative.
- The cards of a map are all alike: drawn once for each shape and repeated by `<use>`.  What stands behind families
  is one path for all of them; corners are in the style sheet.
- `data-r` holds the indexes of the relations that an arrow stands for, for scripts that tie it to its sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from sitegen.diagram.graph import CLASSES, Graph
from sitegen.diagram.heads import Point, edge_classes, edge_paths
from sitegen.diagram.marks import mark_places
from sitegen.diagram.place import LINE, MARGIN, QUIET_LEAD, Box, Curve, Picture, place

WIDEST = 640  # pixels: a wider picture keeps its size, and its frame scrolls
_LARGE = 440  # pixels: a wider one would be too small to read on a phone, where its frame scrolls
_SEGMENT = re.compile(r"M\d+ \d+[vhl][-\d. ]+")
_NOT_BARE = frozenset(" \t\n\r\f\"'=<>`")


def attribute(name: str, value: str) -> str:
    """` name=value`, quoted only where HTML needs it."""
    if not value or not _NOT_BARE.isdisjoint(value):
        return f' {name}="{escape(value)}"'
    return f" {name}={value.replace('&', '&amp;')}"


def text(value: str) -> str:
    """Text content, escaped."""
    return escape(value, quote=False)


def draw(graph: Graph, *, title: str, description: str, described_by: str = "", ident: str = "dg") -> str:
    """The graph as an inline `<svg>`; '' where there is nothing to draw.

    `title` and `description` are plain text; `described_by` is the id of the element of the page that says it all
    instead of the description; `ident` starts the ids in it and must be unique on the page.
    Raises LayoutError where Graphviz fails.
    """
    if not graph.nodes and not graph.others:
        return ""
    return draw_picture(place(graph), title=title, description=description, described_by=described_by, ident=ident)


def draw_picture(
    picture: Picture, *, title: str, description: str, described_by: str = "", ident: str = "dg"
) -> str:
    """A placed picture as an inline `<svg>`."""
    boxes = sorted(picture.boxes, key=lambda b: (b.y, b.x))
    cards = () if picture.rule else picture.cards
    out = [
        opening("dg", picture.width, picture.height),
        image(title, description, _curves(picture), described_by),
        _shapes(cards, ident),
        _behind([*boxes, *cards]),
    ]
    out += [_box(b, _rect(b)) for b in boxes]
    out += [_box(c, f"<use href=#{ident}{_round(c)} x={c.x} y={c.y} />" if c.node.kind != "more" else "") for c in cards]
    if picture.rule:
        out.append(_quiet(picture))
    out.append("</svg>")
    return "".join(out)


def _shapes(cards: Sequence[Box], ident: str) -> str:
    """The shapes that a map's cards repeat."""
    found = {_round(c): c for c in cards if c.node.kind != "more"}
    shapes = (
        f"<rect id={ident}{name} width={c.width} height={c.height} rx={c.height // 2 if name else 4} />"
        for name, c in found.items()
    )
    return f"<defs>{''.join(shapes)}</defs>" if found else ""


def _round(card: Box) -> str:
    return "c" if card.node.kind == "chemical" else ""


def opening(name: str, width: int, height: int) -> str:
    """The outer element's start tag; a wide picture has the class `w` too, one too wide for a phone `l`."""
    names = name + (" w" if width > WIDEST else " l" if width > _LARGE else "")
    return f'<svg{attribute("class", names)} width={width} viewBox="0 0 {width} {height}">'


def image(title: str, description: str, content: str, described_by: str = "") -> str:
    """The drawing itself as one image with a name and a description, its own or an element's of the page."""
    start = f"<svg role=img aria-describedby={described_by}>" if described_by else "<svg role=img>"
    own = "" if described_by or not description else f"<desc>{text(description)}</desc>"
    return f"{start}<title>{text(title)}</title>{own}{content}</svg>"


def _rect(box: Box) -> str:
    if box.node.kind == "process":
        return ""
    return f"<rect x={box.x} y={box.y} width={box.width} height={box.height} />"


def _behind(boxes: Sequence[Box]) -> str:
    """The edges of what stands behind families, as one path."""
    data = "".join(f"M{b.x + 4} {b.y + b.height + 3}h{b.width - 1}V{b.y + 4}" for b in boxes if b.node.kind == "family")
    return f'<path class=f d="{data}"/>' if data else ""


def _box(box: Box, shape: str) -> str:
    """A node: its shape and text, a link where it leads somewhere, and the whole word where the text is cut."""
    node = box.node
    title = _hint(box)
    centre = box.x + box.width // 2
    if box.small:
        words = f"<text x={centre} y={box.y + 16}>{text(box.lines[0])}</text>" \
                f"<text x={centre} y={box.y + 29}>{text(box.small)}</text>"
    else:
        baseline = box.y + (box.height - LINE * (len(box.lines) - 1)) // 2 + 4
        words = f"<text x={centre} y={baseline}>{text(box.lines[0])}"
        for line in box.lines[1:]:
            words += f"<tspan x={centre} dy={LINE}>{text(line)}</tspan>"
        words += "</text>"
    kind = CLASSES[node.kind]
    start = f" class={kind}" if kind else ""
    if node.href is None:
        return f"<g{start}>{title}{shape}{words}</g>"
    return f"<a{start}{attribute('href', node.href)}>{title}{shape}{words}</a>"


def _hint(box: Box) -> str:
    cut = "…" in "".join(box.lines) and "…" not in box.node.label
    return f"<title>{text(box.node.label)}</title>" if cut else ""


def _curves(picture: Picture) -> str:
    """The arrows, those of one look in one group."""
    groups: dict[str, list[str]] = {}
    marks = mark_places(picture)
    for number, curve in enumerate(picture.curves):
        groups.setdefault(edge_classes(curve.edge), []).append(_curve(curve, marks.get(number)))
    return "".join(f"<g{attribute('class', names)}>{''.join(found)}</g>" for names, found in groups.items())


def _curve(curve: Curve, mark_at: Point | None) -> str:
    hook = attribute("data-r", " ".join(map(str, curve.edge.relations)))
    line, head = edge_paths(curve.edge, curve.points)
    mark = ""
    if mark_at is not None:
        x, y = mark_at
        mark = f"<text x={round(x)} y={round(y) + 3}>{curve.edge.mark}</text>"
    if not head and not mark:
        return f'<path{hook} d="{line}"/>'
    if not mark and edge_classes(curve.edge) in ("u", "n c") and _SEGMENT.fullmatch(line):
        return f'<path{hook} d="{line}{head}"/>'  # a straight line has nothing to fill, so the head's filling does no harm
    tip = f'<path d="{head}"/>' if head else ""
    return f'<g{hook}><path d="{line}"/>{tip}{mark}</g>'


def _quiet(picture: Picture) -> str:
    """The participants without relations, as lines of words; all are one link to their list.

    A link a word would be too small to press on a phone, and take more bytes than many a drawing.
    """
    lines: dict[int, list[str]] = {}
    for card in picture.cards:
        lines.setdefault(card.y, []).append(card.lines[0])
    out, last = f'<path d="M{MARGIN} {picture.rule}h{picture.width - 2 * MARGIN}"/>', max(lines)
    for y, words in lines.items():
        start = QUIET_LEAD if y == picture.cards[0].y else ""
        out += f"<text x={MARGIN} y={y + 12}>{start}{text(', '.join(words))}{',' * (y != last)}</text>"
    if picture.list_href is None:
        return f"<g class=q>{out}</g>"
    return f"<a class=q{attribute('href', picture.list_href)}>{out}</a>"
