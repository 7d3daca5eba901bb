"""What the names of arrows and interactions in other programs mean: data, and the rules that read it.

A value of None is an interaction without direction: no relation can be made of it without inventing one.
"""

from __future__ import annotations

import re

from sitegen.model.interaction import parse_interaction
from sitegen.model.relation import Polarity, RelationType

Meaning = tuple[RelationType, Polarity]

HEADS: dict[str, Meaning | None] = {
    # GPML 2021
    "undirected": None,
    "directed": ("other", "0"),  # says that there is a direction, not that it is an activation: that is Stimulation
    "conversion": ("conversion", "0"),
    "inhibition": ("inhibition", "-"),
    "catalysis": ("activation", "+"),
    "stimulation": ("activation", "+"),
    "binding": ("binding", "0"),
    "translocation": ("transport", "0"),
    "transcriptiontranslation": ("expression", "+"),
    # GPML 2013a: the basic arrows, then those of Molecular Interaction Maps
    "line": None,
    "none": None,
    "": None,
    "arrow": ("other", "0"),
    "tbar": ("inhibition", "-"),
    "mim-conversion": ("conversion", "0"),
    "mim-inhibition": ("inhibition", "-"),
    "mim-catalysis": ("activation", "+"),
    "mim-stimulation": ("activation", "+"),
    "mim-necessary-stimulation": ("activation", "+"),
    "mim-binding": ("binding", "0"),
    "mim-covalent-bond": ("binding", "0"),
    "mim-translocation": ("transport", "0"),
    "mim-transcription-translation": ("expression", "+"),
    "mim-modification": ("other", "0"),
    "mim-cleavage": ("other", "0"),
    "mim-gap": ("other", "0"),
    "mim-branching-left": ("conversion", "0"),
    "mim-branching-right": ("conversion", "0"),
    # drawn by older versions of PathVisio
    "receptor": ("binding", "0"),
    "receptorround": ("binding", "0"),
    "receptorsquare": ("binding", "0"),
    "ligandround": ("binding", "0"),
    "ligandsquare": ("binding", "0"),
}
"""ArrowHead of a GPML Point, in lower case."""

CATALYSIS = frozenset({"catalysis", "mim-catalysis"})

INTERACTIONS: dict[str, Meaning] = {
    # Cytoscape's two-letter codes
    "pp": ("binding", "0"), "pd": ("expression", "0"), "dp": ("expression", "0"), "rc": ("conversion", "0"),
    "cr": ("conversion", "0"), "pr": ("other", "0"), "gl": ("other", "0"), "pm": ("other", "0"), "mp": ("other", "0"),
    # arrows as characters, and the signs of logic models
    "->": ("other", "0"), "-->": ("other", "0"), "=>": ("other", "0"), "→": ("other", "0"),
    "-|": ("inhibition", "-"), "--|": ("inhibition", "-"), "|": ("inhibition", "-"), "⊣": ("inhibition", "-"),
    "1": ("activation", "+"), "+1": ("activation", "+"), "+": ("activation", "+"),
    "-1": ("inhibition", "-"), "-": ("inhibition", "-"), "0": ("other", "0"),
    # Pathway Commons' binary relations
    "controls-state-change-of": ("other", "0"), "controls-phosphorylation-of": ("phosphorylation", "0"),
    "controls-transport-of": ("transport", "0"), "controls-transport-of-chemical": ("transport", "0"),
    "controls-expression-of": ("expression", "0"), "controls-production-of": ("conversion", "+"),
    "consumption-controlled-by": ("other", "0"), "catalysis-precedes": ("other", "0"), "chemical-affects": ("other", "0"),
    "in-complex-with": ("binding", "0"), "interacts-with": ("binding", "0"), "neighbor-of": ("other", "0"),
    "reacts-with": ("binding", "0"), "used-to-produce": ("conversion", "0"),
    # KEGG and SIGNOR
    "indirect-effect": ("other", "0"), "state-change": ("other", "0"), "compound": ("other", "0"),
    "binding/association": ("binding", "0"), "dissociation": ("other", "0"), "form-complex": ("binding", "0"),
    "relocalization": ("transport", "0"),
}
"""`interaction` of an edge; spaces and underscores are hyphens here, capitals small."""

STEMS: tuple[tuple[str, Meaning], ...] = (
    ("dephosphorylat", ("dephosphorylation", "0")),
    ("phosphorylat", ("phosphorylation", "0")),
    ("inactivat", ("inhibition", "-")), ("inhibit", ("inhibition", "-")), ("suppress", ("inhibition", "-")),
    ("block", ("inhibition", "-")), ("antagoni", ("inhibition", "-")), ("negative", ("inhibition", "-")),
    ("decreas", ("inhibition", "-")), ("reduc", ("inhibition", "-")), ("degrad", ("inhibition", "-")),
    ("downreg", ("inhibition", "-")), ("repress", ("repression", "-")), ("silenc", ("repression", "-")),
    ("activat", ("activation", "+")), ("stimulat", ("activation", "+")), ("promot", ("activation", "+")),
    ("enhanc", ("activation", "+")), ("induc", ("activation", "+")), ("positive", ("activation", "+")),
    ("increas", ("activation", "+")), ("agonis", ("activation", "+")), ("upreg", ("activation", "+")),
    ("catalys", ("activation", "+")), ("catalyz", ("activation", "+")),
    ("express", ("expression", "+")), ("transcri", ("expression", "+")),
    ("bind", ("binding", "0")), ("bound", ("binding", "0")), ("complex", ("binding", "0")),
    ("conver", ("conversion", "0")), ("metaboli", ("conversion", "0")),
    ("transport", ("transport", "0")), ("transloc", ("transport", "0")), ("secret", ("transport", "0")),
)
"""The beginnings of words that tell what an interaction in free words means; the first that a word fits counts."""

WORDS: dict[str, Meaning] = {"up": ("activation", "+"), "down": ("inhibition", "-")}
"""Whole words that count: `up-regulates`, but not `upstream of`."""

VERBS = frozenset({
    "activates", "binds", "blocks", "catalyses", "catalyzes", "converts", "decreases", "degrades", "dephosphorylates",
    "downregulates", "enhances", "inactivates", "increases", "induces", "inhibits", "phosphorylates", "promotes", "reduces",
    "regulates", "represses", "silences", "stimulates", "suppresses", "transports", "upregulates",
})
"""Words that name a relation and nothing else: where a name would stand, something before them was cut in two."""

SILENT = "left out: their interaction states no direction, or is negated"
"""Why nothing is said by an edge whose interaction means None, for a warning; `SILENT_HINT` is its hint."""
SILENT_HINT = "Write an interaction that says what the source does to the target."

_GAP = re.compile(r"[\s_]+")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_WORDS = re.compile(r"[a-z]+")
_NEGATED = frozenset({"no", "not", "without", "non"})
_GENE_LEVEL = frozenset({"expression", "repression"})


def head_meaning(head: str) -> Meaning | None:
    """What a GPML arrowhead says; None where it states no direction.  An unknown head is an unsigned arrow."""
    return HEADS.get(head.strip().casefold(), ("other", "0"))


def interaction_meaning(word: str) -> tuple[RelationType, Polarity, bool] | None:
    """Type, polarity and hedging of an edge's `interaction`; None where it is negated or states no direction.

    Our own words come first (`phosphorylation(+)?`), then the lists above, then the stems of the words in it;
    an interaction in unknown words is `other` without a sign.
    """
    word = word.strip()
    own = parse_interaction(word)
    if own is not None:
        return own
    key = _GAP.sub("-", word.casefold())
    if key and key in HEADS:
        head = HEADS[key]
        return (*head, False) if head else None
    parted = _GAP.sub("-", _HUMP.sub("-", word).casefold())  # BEL's `directlyIncreases`, `causesNoChange`
    for known in (key, parted):
        if known in INTERACTIONS:
            return (*INTERACTIONS[known], False)
    words = _WORDS.findall(parted)
    if not _NEGATED.isdisjoint(words):
        return None
    found = [meaning for meaning in map(_stem, words) if meaning is not None]
    if not found:
        return "other", "0", False
    signs = {sign for _, sign in found if sign != "0"}
    kind, sign = found[0]
    if any(t in _GENE_LEVEL for t, _ in found):  # "inhibits expression of", "up-regulates by transcription"
        minus = "-" in signs
        return ("repression", "-", False) if minus else ("expression", "+", False)
    if len(signs) > 1:
        return "other", "0", False
    return kind, sign, False


def _stem(word: str) -> Meaning | None:
    return WORDS.get(word) or next((meaning for stem, meaning in STEMS if word.startswith(stem)), None)
