"""The style sheet of diagrams and their legends, for light and dark pages.

Node classes: none gene, `f` family, `c` chemical, `i` disease, `p` process, `m` more; `q` the quiet group.
Edge classes, inside the inner `svg`: `u` up, `d` down, `n` no sign; `x` expression, `t` transport, `b` binding,
`c` conversion, `h` hedged.  For scripts: `on` marks an arrow.
A look is told by its shape as well as by its colour.
"""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import quote

from sitegen.diagram.graph import Edge
from sitegen.diagram.heads import edge_classes, edge_paths
from sitegen.model.relation import Polarity, RelationType

_LIGHT = {
    "text": "#1c2733", "small": "#52606d", "bg": "#fff",
    "gene": "#e9f1fb", "gene-line": "#3f6fa6", "family": "#f0ebfa", "family-line": "#7557ad",
    "chemical": "#e8f5ea", "chemical-line": "#3a7a49", "disease": "#fdeeea", "disease-line": "#a5523e",
    "rule": "#d3d9e0", "up": "#1a6e55", "down": "#b3362b", "none": "#5f6b77", "hit": "#a35c00",
}
_DARK = {
    "text": "#e6ebf0", "small": "#a7b3bf", "bg": "#14191f",
    "gene": "#1b2a3d", "gene-line": "#6f9bd1", "family": "#2a2340", "family-line": "#a58bdc",
    "chemical": "#1a2f20", "chemical-line": "#6fb37f", "disease": "#3a2320", "disease-line": "#d98b78",
    "rule": "#3a444f", "up": "#5fc3a0", "down": "#f08a7c", "none": "#9aa7b4", "hit": "#ffb454",
}
_RULES = """\
.dg,.dgd{display:block;max-width:100%;height:auto;margin-inline:auto;overflow:visible}
.dg text,.dgd text{font-family:Arial,Helvetica,"Liberation Sans",sans-serif;text-anchor:middle}
.dg text{font-size:12px;font-size-adjust:.519;fill:var(--dg-text)}
.dg text+text{font-size:10px;fill:var(--dg-small)}
.dg a,.dg>g,.dgl li{--dg-in:var(--dg-gene);--dg-line:var(--dg-gene-line)}
.dg .f,.dgl .f{--dg-in:var(--dg-family);--dg-line:var(--dg-family-line)}
.dg .c,.dgl .c{--dg-in:var(--dg-chemical);--dg-line:var(--dg-chemical-line)}
.dg .i,.dgl .i{--dg-in:var(--dg-disease);--dg-line:var(--dg-disease-line)}
.dg :not(defs)>rect,.dg use{fill:var(--dg-in);stroke:var(--dg-line);stroke-width:1.2}
.dg :not(defs)>rect{rx:4px}
.dg .c>rect{rx:12px}
.dg>path,.dg g path{fill:none;stroke:var(--dg-line);stroke-width:1.2}
.dg .p text,.dgl .p{font-style:italic}
.dg.w,.dgd.w{max-width:none}
.dgs{overflow-x:auto}
.dg a:hover,.dg a:focus-visible{--dg-line:var(--dg-hit)}
.dg a:focus-visible *{stroke-width:4}
.dg a:hover text,.dgd a:hover text,.dg .m text{text-decoration:underline}
.dg .q>path{stroke:var(--dg-rule)}
.dg .q text{font-size:11px;fill:var(--dg-line);text-anchor:start}
.dg svg .u,.dgl .u{--dg-line:var(--dg-up)}
.dg svg .d,.dgl .d{--dg-line:var(--dg-down)}
.dg svg .n,.dgl .n{--dg-line:var(--dg-none)}
.dg svg path{fill:none;stroke:var(--dg-line);stroke-width:1.5;stroke-linejoin:round}
.dg svg .u>path,.dg svg :is(.u,.b) path+path{fill:var(--dg-line)}
.dg svg .c path+path,.dg svg .c>path{fill:var(--dg-bg)}
.dg svg .b path+path{stroke-width:6;stroke-linecap:round}
.dg svg .x path{stroke-dasharray:5 3}
.dg svg .t path{stroke-dasharray:8 3 2 3}
.dg svg .h path{stroke-dasharray:.1 3.6;stroke-linecap:round;stroke-width:1.8}
.dg svg :is(.x,.t,.h) path+path{stroke-dasharray:none}
.dg svg text{font-size:10px;font-weight:700;fill:var(--dg-line);stroke:var(--dg-bg);stroke-width:3px;paint-order:stroke}
.dg svg .on{--dg-line:var(--dg-hit);stroke-width:2.5}
.dg svg .on path,.dg svg path.on{stroke-width:2.5}
.dgd{fill:none;stroke:var(--dg-none);stroke-width:1.2}
.dgd text{stroke:none}
.dgd text:not([font-size]){font-size:14px}
.dgd text:not([fill]){fill:var(--dg-text)}
.dgd .b{fill:var(--dg-none)}
.dgd .w{fill:var(--dg-bg)}
.dgd .k{fill:var(--dg-rule)}
.dgd .s{text-anchor:start}
.dgd .e{text-anchor:end}
.dgd text.o{fill:#16202a}
.dgd text.l{fill:#fff}
.dgl{display:flex;flex-wrap:wrap;gap:.2em 1.2em;justify-content:center;list-style:none;margin:.5em 0;padding:0;\
font-size:.8125rem}
.dgl li::before{content:"";display:inline-block;box-sizing:border-box;width:18px;height:12px;margin-right:.45em;\
background:var(--dg-in);border:1.2px solid var(--dg-line);border-radius:3px;vertical-align:-1px;forced-color-adjust:none}
.dgl .f::before{box-shadow:1px 1px 0 1px var(--dg-bg),2px 2px 0 1px var(--dg-line)}
.dgl .c::before{border-radius:6px}
.dgl .p::before,.dgl li:has(b)::before{display:none}
.dgl b{color:var(--dg-none)}
.dgl :is(.u,.d,.n)::before{width:34px;border:0;border-radius:0;background:var(--dg-line);\
mask:url(MASK) 0 var(--dg-y,0)}
"""
_SAMPLES: tuple[tuple[RelationType, Polarity, bool], ...] = (
    ("activation", "+", False), ("inhibition", "-", False), ("other", "0", False), ("binding", "0", False),
    ("conversion", "0", False), ("expression", "+", False), ("expression", "-", False), ("expression", "0", False),
    ("transport", "+", False), ("transport", "-", False), ("transport", "0", False), ("other", "0", True),
)


@lru_cache(maxsize=1)
def diagram_css() -> str:
    """The rules for diagrams (`.dg`) and legends (`.dgl`).

    Colours are the custom properties `--dg-*`, each with a value for light and one for dark; the page's `color-scheme`
    decides between them.
    """
    rules = _RULES.replace("MASK", f'"data:image/svg+xml,{quote(_samples(), safe=_SAFE)}"')
    colours = ";".join(f"--dg-{name}:light-dark({light},{_DARK[name]})" for name, light in _LIGHT.items())
    looks = [edge_classes(_edge(*sample)).replace(" ", ".") for sample in _SAMPLES]
    rows = "".join(f".dgl .{look}{{--dg-y:-{_ROW * i}px}}\n" for i, look in enumerate(looks) if i)
    return f":root{{{colours}}}\n{rules}{rows}@media print{{.dg a{{text-decoration:none}}}}\n"


def _edge(type_: RelationType, polarity: Polarity, hedged: bool) -> Edge:
    return Edge(0, 1, type_, polarity, hedged, ())


def _samples() -> str:
    """The legend's arrows, one below the other: the drawing's own lines and heads, as a mask that a colour shows through.

    What is drawn alike is one path.
    """
    paths: dict[str, str] = {}
    for i, sample in enumerate(_SAMPLES):
        y = _ROW * i + _ROW // 2
        edge = _edge(*sample)
        line, head = edge_paths(edge, ((2, y), (10, y), (20, y), (32, y)))
        names = edge_classes(edge)
        for look, path in ((_DASHES.get(names[2:], ""), line), (_tip(names), head)):
            paths[look] = paths.get(look, "") + path
    drawn = "".join(f"<path d='{path}'{look}/>" for look, path in paths.items())
    return (f"<svg xmlns='http://www.w3.org/2000/svg' width='34' height='{_ROW * len(_SAMPLES)}' fill='none' stroke='red' "
            f"stroke-width='1.5'>{drawn}</svg>")


_ROW = 12  # pixels of a legend's row
_DASHES = {"x": " stroke-dasharray='5 3'", "t": " stroke-dasharray='8 3 2 3'",
           "h": " stroke-dasharray='.1 3.6' stroke-linecap='round'"}
_SAFE = " ='/:,.-+<>"


def _tip(names: str) -> str:
    if names.endswith(" b"):
        return " stroke-width='6' stroke-linecap='round'"
    return " fill='red'" if names.startswith("u") else ""
