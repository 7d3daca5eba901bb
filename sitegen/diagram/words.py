"""A graph in words: the text alternative, the legend, and one relation as a clause."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sitegen.diagram.graph import CLASSES, Edge, Graph
from sitegen.diagram.heads import edge_classes
from sitegen.model.relation import Polarity

# (type, polarity) -> what the source does: third person, and after "may".
_VERBS: Mapping[tuple[str, str], tuple[str, str]] = {
    ("activation", "+"): ("activates", "activate"),
    ("inhibition", "-"): ("inhibits", "inhibit"),
    ("expression", "+"): ("raises the expression of", "raise the expression of"),
    ("expression", "-"): ("lowers the expression of", "lower the expression of"),
    ("expression", "0"): ("acts on the expression of", "act on the expression of"),
    ("repression", "-"): ("represses", "repress"),
    ("phosphorylation", "0"): ("phosphorylates", "phosphorylate"),
    ("phosphorylation", "+"): ("phosphorylates and activates", "phosphorylate and activate"),
    ("phosphorylation", "-"): ("phosphorylates and inhibits", "phosphorylate and inhibit"),
    ("dephosphorylation", "0"): ("dephosphorylates", "dephosphorylate"),
    ("dephosphorylation", "+"): ("dephosphorylates and activates", "dephosphorylate and activate"),
    ("dephosphorylation", "-"): ("dephosphorylates and inhibits", "dephosphorylate and inhibit"),
    ("binding", "0"): ("binds", "bind"),
    ("binding", "+"): ("binds and activates", "bind and activate"),
    ("binding", "-"): ("binds and inhibits", "bind and inhibit"),
    ("conversion", "0"): ("is converted to", "be converted to"),
    ("conversion", "+"): ("promotes the formation of", "promote the formation of"),
    ("conversion", "-"): ("limits the formation of", "limit the formation of"),
    ("transport", "0"): ("acts on the transport of", "act on the transport of"),
    ("transport", "+"): ("promotes the transport of", "promote the transport of"),
    ("transport", "-"): ("limits the transport of", "limit the transport of"),
}
_BY_SIGN: Mapping[str, tuple[str, str]] = {
    "+": ("promotes", "promote"), "-": ("acts against", "act against"), "0": ("acts on", "act on"),
}
_LOOKS: Mapping[str, str] = {
    "u": "activates, promotes", "d": "inhibits, acts against", "n": "acts on", "n b": "binds",
    "n c": "is converted to", "u x": "raises expression", "d x": "lowers expression", "n x": "acts on expression",
    "u t": "promotes transport", "d t": "limits transport", "n t": "acts on transport",
}
_KINDS: Mapping[str, str] = {
    "gene": "gene", "family": "family of genes", "chemical": "chemical", "disease": "disease",
    "process": "other",
}
_ARE = re.compile(r"^be\b")
_SINGULAR = frozenset({"diabetes", "herpes", "rabies", "series", "species"})
_LENGTH = 320
_NAMES = 12


class LegendItem(NamedTuple):
    """One line of a legend: `kind` is edge, mark or node, `classes` what the drawing's element has."""

    kind: str
    classes: str
    words: str


def verb(source: str, type_: str, polarity: Polarity, hedged: bool) -> str:
    """What a source of that name does to a target: `activates`, `may activate`, or `activate` where the name is a plural."""
    third, plain = _VERBS.get((type_, polarity)) or _BY_SIGN[polarity]
    if hedged:
        return f"may {plain}"
    return _ARE.sub("are", plain) if _is_plural(source) else third


def _is_plural(name: str) -> bool:
    """Whether a name ends with an English plural, such as `LXR agonists`: symbols and `apoptosis` do not."""
    word = name.rpartition(" ")[2].rpartition("-")[2]
    return (word.isalpha() and word.islower() and len(word) > 3 and word.endswith("s")
            and not word.endswith(("ss", "us", "is", "ics")) and word not in _SINGULAR)


def _edge_verb(graph: Graph, edge: Edge) -> str:
    return verb(graph.nodes[edge.source].label, edge.type, edge.polarity, edge.hedged)


def tells(type_: str, polarity: Polarity) -> bool:
    """Whether a relation's verb says its type and polarity: it is one word and begins as the type does, as `activates`.

    A script that reads the page's list goes by the same rule.
    """
    word = verb("", type_, polarity, False)
    return " " not in word and word[:4] == type_[:4]


def description(graph: Graph) -> str:
    """The graph in words, as the image's text alternative; a long one ends by saying how much it leaves out.

    It is plain text.  The page's list of relations is the full alternative.
    """
    if graph.is_map:
        return _map_words(graph)
    clauses: dict[tuple[int, str], list[str]] = {}
    for edge in graph.edges:
        clauses.setdefault((edge.source, _edge_verb(graph, edge)), []).append(graph.nodes[edge.target].label)
    sentences: list[str] = []
    used = left = 0
    for (source, word), targets in clauses.items():
        clause = f"{graph.nodes[source].label} {word} {_listed(targets)}"
        if left or (sentences and used + len(clause) > _LENGTH):
            left += len(targets)
            continue
        sentences.append(clause)
        used += len(clause) + 2
    text = "; ".join(sentences)
    if left:
        text += f"; and {left} more"
    text += "."
    if graph.others:
        text += f" Also in the figure: {_names(graph)}."
    return text


def _map_words(graph: Graph) -> str:
    """A map's links are read out one by one: what they are together is all there is to add."""
    number = sum(n.kind != "more" for n in graph.others) + graph.hidden
    return f"{number} word{'' if number == 1 else 's'} of the figure, each a link." if number else "Nothing is named."


def _names(graph: Graph) -> str:
    labels = [n.label for n in graph.others if n.kind != "more"]
    left = graph.hidden + max(len(labels) - _NAMES, 0)
    if left == 1 and not graph.hidden:
        left = 0
    shown = labels if not left else labels[:_NAMES]
    return f"{', '.join(shown)} and {left} more" if left else _listed(shown)


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def legend(graph: Graph) -> tuple[LegendItem, ...]:
    """The looks that occur in a graph's drawing, arrows first, and what each means."""
    found: dict[str, None] = {}
    marks: dict[str, None] = {}
    hedged = False
    for edge in graph.edges:
        classes = edge_classes(edge)
        if edge.hedged:
            hedged = True
            classes = classes.removesuffix(" h")
        found[classes] = None
        if edge.mark:
            marks[edge.mark] = None
    items = [LegendItem("edge", c, words) for c, words in _LOOKS.items() if c in found]
    if hedged:
        items.append(LegendItem("edge", "n h", "stated with reserve (may)"))
    items += [
        LegendItem("mark", m, "phosphorylates" if m == "+p" else "dephosphorylates") for m in ("+p", "−p") if m in marks
    ]
    kinds = {n.kind for n in graph.nodes or graph.others}  # beside relations the others are words alone
    items += [LegendItem("node", k, words) for k, words in _KINDS.items() if k in kinds]
    return tuple(items)


def legend_html(graph: Graph) -> str:
    """The legend as `<ul class=dgl>`, whose samples the style sheet draws; '' where one look needs no legend."""
    items = legend(graph)
    if len(items) < 2:
        return ""
    out = []
    for item in items:
        if item.kind == "mark":
            out.append(f"<li><b>{item.classes}</b> {item.words}")
        else:
            names = CLASSES[item.classes] if item.kind == "node" else item.classes
            start = f' class="{names}"' if " " in names else f" class={names}" if names else ""
            out.append(f"<li{start}>{item.words}")
    return f"<ul class=dgl>{''.join(out)}</ul>"
