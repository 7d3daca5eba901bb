"""The picture as SVG inside HTML: small, without colours of its own, each node a link.

The markup, and why it is as it is:

- `role="img"` tells a screen reader to announce the drawing by its title and description and to pass over
  what is in it.  Links in it would be lost to some readers, and WCAG checkers refuse them.  So the image is an
  inner `<svg role="img">` with title, description and arrows, and the links stand beside it in the outer `<svg>`,
  in reading order, as links that everyone can reach.
- Colours, fonts and dashes are in the style sheet (`style.py`), so they follow light and dark mode.
- HTML, not XML: attribute values without quotes where HTML allows it.  Coordinates are whole pixels, paths relative.
- The boxes of a map are all alike: drawn once for each kind and repeated by `<use>`.
- `data-r` holds the indexes of the relations that an arrow stands for, for scripts that tie it to its sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from sitegen.diagram.graph import CLASSES, Graph
from sitegen.diagram.heads import edge_classes, edge_paths, middle
from sitegen.diagram.place import LINE, Box, Curve, Picture, place

_TITLE_SYMBOLS = 16
WIDEST = 640  # pixels: a wider picture keeps its size, and its frame scrolls
_NOT_BARE = frozenset(" \t\n\r\f\"'=<>`")


def attribute(name: str, value: str) -> str:
    """` name=value`, quoted only where HTML needs it."""
    if not value or not _NOT_BARE.isdisjoint(value):
        return f' {name}="{escape(value)}"'
    return f" {name}={value.replace('&', '&amp;')}"


def text(value: str) -> str:
    """Text content, escaped."""
    return escape(value, quote=False)


def draw(graph: Graph, *, ident: str, title: str, description: str) -> str:
    """The graph as an inline `<svg>`; '' where there is nothing to draw.

    `ident` starts the ids in it and must be unique on the page; `title` and `description` are plain text.
    Raises LayoutError where Graphviz fails.
    """
    if not graph.nodes and not graph.others:
        return ""
    return draw_picture(place(graph), ident=ident, title=title, description=description)


def draw_picture(picture: Picture, *, ident: str, title: str, description: str) -> str:
    """A placed picture as an inline `<svg>`."""
    out = [
        opening("dg", picture.width, picture.height),
        image(ident, title, description, _curves(picture.curves)),
    ]
    boxes = sorted(picture.boxes, key=lambda b: (b.y, b.x))
    out += [_box(b, _shape(b)) for b in boxes]
    if picture.cards:
        out.append(_cards(picture, ident))
    out.append("</svg>")
    return "".join(out)


def opening(name: str, width: int, height: int) -> str:
    """The outer element's start tag; a wide picture has the class `w` too."""
    names = name if width <= WIDEST else f"{name} w"
    return f'<svg{attribute("class", names)} width={width} viewBox="0 0 {width} {height}">'


def image(ident: str, title: str, description: str, content: str) -> str:
    """The drawing itself as one image with a name and a description."""
    return (
        f'<svg role="img" aria-labelledby="{ident}t {ident}d"><title id={ident}t>{text(title)}</title>'
        f"<desc id={ident}d>{text(description)}</desc>{content}</svg>"
    )


def _shape(box: Box) -> str:
    x, y, w, h = box.x, box.y, box.width, box.height
    if box.node.kind == "process":
        return ""
    behind = f'<path d="M{x + 4} {y + h + 3}h{w - 1}V{y + 4}"/>' if box.node.kind == "family" else ""
    rx = h // 2 if box.node.kind == "chemical" else 4
    return f"{behind}<rect x={x} y={y} width={w} height={h} rx={rx} />"


def _box(box: Box, shape: str, *, hint: bool = True) -> str:
    """A node: its shape and text, a link where it leads somewhere, and if asked what the text does not show."""
    node = box.node
    title = _hint(box) if hint else ""
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
    """What the box does not show: the whole word where it is cut, the genes that a word stands for."""
    node = box.node
    cut = "…" in "".join(box.lines) and "…" not in node.label
    names = node.symbols
    if len(names) == 1 and (names[0] == box.small or names[0].casefold() == node.label.casefold()):
        names = ()
    if not names:
        return f"<title>{text(node.label)}</title>" if cut else ""
    listed = ", ".join(names[:_TITLE_SYMBOLS]) + (" …" if len(names) > _TITLE_SYMBOLS else "")
    return f"<title>{text(node.label)}: {text(listed)}</title>"


def _curves(curves: Sequence[Curve]) -> str:
    """The arrows, those of one look in one group."""
    groups: dict[str, list[str]] = {}
    for curve in curves:
        groups.setdefault(edge_classes(curve.edge), []).append(_curve(curve))
    return "".join(f"<g{attribute('class', names)}>{''.join(found)}</g>" for names, found in groups.items())


def _curve(curve: Curve) -> str:
    hook = attribute("data-r", " ".join(map(str, curve.edge.relations)))
    line, head = edge_paths(curve.edge, curve.points)
    mark = ""
    if curve.edge.mark:
        x, y = middle(curve.points)
        mark = f"<text x={round(x)} y={round(y) + 3}>{curve.edge.mark}</text>"
    if not head and not mark:
        return f'<path{hook} d="{line}"/>'
    tip = f'<path d="{head}"/>' if head else ""
    return f'<g{hook}><path d="{line}"/>{tip}{mark}</g>'


def _cards(picture: Picture, ident: str) -> str:
    """The participants' map: boxes of one size, or the quiet group under the relations, without boxes."""
    cards = picture.cards
    if picture.rule:
        words = "".join(_box(card, "", hint=False) for card in cards)
        heading = f"<text x=4 y={picture.rule + 15}>Also in the figure</text>"
        return f'<g class=q><path d="M4 {picture.rule}h{picture.width - 8}"/>{heading}{words}</g>'
    width, height = cards[0].width, cards[0].height
    kinds = dict.fromkeys(c.node.kind for c in cards if c.node.kind != "more")
    shapes = []
    for kind in kinds:
        rect = f"width={width} height={height} rx={height // 2 if kind == 'chemical' else 4} />"
        if kind == "family":
            shapes.append(f"<g id={ident}f><rect x=3 y=3 {rect}<rect {rect}</g>")
        else:
            shapes.append(f"<rect id={ident}{_letter(kind)} {rect}")
    out = [f"<defs>{''.join(shapes)}</defs>"]
    for card in cards:
        shown = card.node.kind in kinds
        out.append(_box(card, f"<use href=#{ident}{_letter(card.node.kind)} x={card.x} y={card.y} />" * shown))
    return "".join(out)


def _letter(kind: str) -> str:
    return CLASSES[kind] or "g"

