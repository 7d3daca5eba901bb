"""The reader of captions: sentences, their arrows, and how far each arrow can be trusted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from sitegen.model.relation import Polarity, Relation
from sitegen.relations import confidence, lexis
from sitegen.relations.clauses import Memory, read
from sitegen.relations.filters import explains_drawing
from sitegen.relations.groups import Edge
from sitegen.relations.tagging import items, tag
from sitegen.relations.tokens import clean, sentences
from sitegen.text import fold_name

_SIGNS: dict[int, Polarity] = {1: "+", -1: "-", 0: "0"}
_NO_NAMES: frozenset[str] = frozenset()


class Found(NamedTuple):
    """An arrow with its evidence's place and the pattern that read it, before any threshold."""

    edge: Edge
    span: tuple[int, int]
    confidence: float


def read_caption(
    caption: str, *, mentions: Iterable[str] = (), lexicon: Mapping[str, str] | None = None, threshold: float | None = None,
) -> tuple[Relation, ...]:
    """The relations that a caption states, in the order of the text, one for each source, target and sign.

    `mentions` are the words, matches and symbols of the figure's own tables, `lexicon` the folded names
    of the whole collection (see `lexicon.learn`).  A relation below `threshold` (the site's own where
    None) is left out; 0 gives all that the patterns read.  Names are the caption's own words.
    """
    least = confidence.THRESHOLD if threshold is None else threshold
    out: dict[tuple[str, str, str], Relation] = {}
    for found in candidates(caption, mentions=mentions, lexicon=lexicon):
        if found.confidence < least:
            continue
        edge = found.edge
        polarity = _SIGNS[edge.sign]
        key = (fold_name(edge.source.text), fold_name(edge.target.text), polarity)
        if key in out and out[key].confidence >= found.confidence:
            continue
        start, end = found.span
        type_ = edge.type
        if type_ == "activation" and polarity == "-":
            type_ = "inhibition"
        elif type_ == "inhibition" and polarity == "+":
            type_ = "activation"
        elif type_ == "expression" and polarity == "-":
            type_ = "repression"
        elif type_ == "repression" and polarity == "+":
            type_ = "expression"
        out[key] = Relation(edge.source.text, edge.target.text, type_, polarity, edge.hedged, caption[start:end], "caption",
                            found.span, found.confidence)
    signed = {(s, t) for s, t, p in out if p != "0"}
    return tuple(r for (s, t, p), r in out.items() if p != "0" or (s, t) not in signed)


def candidates(
    caption: str, *, mentions: Iterable[str] = (), lexicon: Mapping[str, str] | None = None,
) -> list[Found]:
    """Every arrow that a pattern reads in the caption, with the confidence that the pattern has earned."""
    own = frozenset(fold_name(m) for m in mentions) - {""} or _NO_NAMES
    memory = Memory()
    out: list[Found] = []
    for start, end, raw in sentences(caption):
        tokens = clean(raw)
        if len(tokens) < 3 and not any("/" in t.text or "-" in t.text for t in tokens):
            continue
        if explains_drawing(tokens, caption[start:end]):
            continue
        if not any(t.low in lexis.TRIGGERS or t.tag == ">" or "-" in t.text or "/" in t.text or "–" in t.text for t in tokens):
            continue
        tag(tokens)
        for edge in read(tokens, items(tokens), memory):
            if fold_name(edge.source.text) == fold_name(edge.target.text):
                continue
            out.append(Found(edge, (start, end), confidence.of(edge, own, lexicon)))
    return out


__all__ = ["Found", "cache", "candidates", "lexis", "read_caption"]
