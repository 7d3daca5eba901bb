"""The reader of captions: sentences, their arrows, and how far each arrow can be trusted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from sitegen.model.relation import Polarity, Relation, RelationType
from sitegen.relations import confidence, lexis
from sitegen.relations.abbreviations import short_names
from sitegen.relations.arguments import Edge
from sitegen.relations.clauses.clauses import read
from sitegen.relations.clauses.walk import Memory
from sitegen.relations.names.name import Name
from sitegen.relations.names.symbols import DASH
from sitegen.relations.tagging.chunks import chunks, states
from sitegen.relations.tagging.tags import tag, without_denied
from sitegen.relations.tokens.clean import clean
from sitegen.relations.tokens.sentence import sentence
from sitegen.relations.tokens.sentences import sentences
from sitegen.relations.tokens.worth import worth_reading
from sitegen.text import fold_name

_SIGNS: dict[int, Polarity] = {1: "+", -1: "-", 0: "0"}
_TYPES: dict[tuple[RelationType, Polarity], RelationType] = {
    ("activation", "-"): "inhibition",
    ("inhibition", "+"): "activation",
    ("expression", "-"): "repression",
    ("repression", "+"): "expression",
}
"""The type of an arrow whose sign was turned by its nouns: "X activates the degradation of Y" is an inhibition."""
_REACTIONS = frozenset(
    {"conversion", "conversion by enzyme", "converted by", "converted to", "derived from", "noun from substrate"}
    | {"noun of A to B", "noun of A to B by enzyme"}
)
"""The patterns that state a reaction; elsewhere "produces Y" of a protein says that more of it is made."""

_SPELLED = re.compile("[a-z]{4}")
"""What a long name has and a short one seldom."""


class Found(NamedTuple):
    """An arrow with its evidence's place and the pattern that read it, before any threshold."""

    edge: Edge
    span: tuple[int, int]
    confidence: float


_MOST_OF_A_SENTENCE, _MOST_OF_A_CAPTION = 200, 1000
"""Arrows: a sentence with more is a table of names, and no figure draws so many."""


def read_caption(
    caption: str,
    *,
    mentions: Iterable[str] = (),
    lexicon: Mapping[str, str] | None = None,
    threshold: float | None = None,
) -> tuple[Relation, ...]:
    """The relations that a caption states, in the order of the text, one for each source, target and sign.

    `mentions` are the words, matches and symbols of the figure's own tables, `lexicon` the folded names
    of the whole collection (see `lexicon.learn`).  A relation below `threshold` (the site's own where
    None) is left out; 0 gives all that the patterns read.  Names are the caption's own words.
    """
    return chosen(caption, candidates(caption, mentions=mentions, lexicon=lexicon), threshold)


def chosen(caption: str, found: Iterable[Found], threshold: float | None = None) -> tuple[Relation, ...]:
    """The candidates at or above the threshold as relations; the same arrow said twice is kept where it is surest.

    An arrow without sign falls to one of the same ends with a sign.
    """
    least = confidence.shipped().threshold if threshold is None else threshold
    out: dict[tuple[str, str, str], Relation] = {}
    for edge, span, trust in found:
        if trust < least or trust <= 0:
            continue
        polarity = _SIGNS[edge.sign]
        key = (fold_name(edge.source.text), fold_name(edge.target.text), polarity)
        if key in out and out[key].confidence >= trust:
            continue
        out[key] = Relation(
            edge.source.text,
            edge.target.text,
            _type(edge, polarity),
            polarity,
            edge.hedged,
            caption[span[0] : span[1]],
            "caption",
            span,
            trust,
        )
    signed = {(s, t) for s, t, p in out if p != "0"}
    return tuple(r for (s, t, p), r in out.items() if p != "0" or (s, t) not in signed)


def _type(edge: Edge, polarity: Polarity) -> RelationType:
    """The arrow's type under its final sign; "conversion" is kept for what a reaction makes."""
    if edge.type != "conversion" or polarity == "0" or edge.pattern in _REACTIONS:
        return _TYPES.get((edge.type, polarity), edge.type)
    if polarity == "-":
        return "inhibition"
    name = edge.target
    if name.kind in ("process", "bare"):
        return "activation"
    if name.text.rpartition(" ")[2] in lexis.ASSEMBLIES_NOUNS:
        return "conversion"  # what forms a complex does not express it
    return "expression" if name.kind == "shape" and name.text not in lexis.CHEMICAL_SYMBOLS else "conversion"


def candidates(
    caption: str,
    *,
    mentions: Iterable[str] = (),
    lexicon: Mapping[str, str] | None = None,
) -> list[Found]:
    """Every arrow that a pattern reads in the caption, with the confidence that the pattern has earned."""
    mentions = tuple(mentions)
    own: frozenset[str] | None = None
    plain = None if lexicon else frozenset([m.lower() for m in mentions])
    memory = Memory()
    earned = confidence.shipped()
    out: list[Found] = []
    for start, end in sentences(caption):
        raw = sentence(caption[start:end])
        if not worth_reading(raw, plain):
            continue
        tokens = clean(raw)
        if not tokens:
            continue
        tag(tokens, raw.marks)
        tokens = without_denied(tokens)
        found = chunks(tokens)
        if not states(tokens, found):
            memory.subject = memory.object = []
            continue
        edges = read(tokens, found, memory)
        if len(edges) > _MOST_OF_A_SENTENCE:
            continue
        for edge in edges:
            a, b = edge.source.text, edge.target.text
            if fold_name(a) == fold_name(b) or ((a in b or b in a) and _one_holds(a, b)):
                continue
            if own is None:
                own = confidence.own_names(mentions)
            out.append(Found(edge, (start, end), confidence.of(edge, own, lexicon, earned)))
        if len(out) > _MOST_OF_A_CAPTION:
            break
    if memory.chains:
        out = [_at_chain(found, memory.chains) for found in out]
    if "(" in caption and any(_SPELLED.search(f.edge.source.text) or _SPELLED.search(f.edge.target.text) for f in out):
        short = short_names(caption)
        if short:
            out = [_shortened(found, short) for found in out]
            out = [f for f in out if fold_name(f.edge.source.text) != fold_name(f.edge.target.text)]
    return out


def _one_holds(a: str, b: str) -> bool:
    """Whether one name joins the other one to a third: no arrow leads from A to "A-B".

    "A-reductase" is no such name.
    """
    if len(a) < len(b):
        a, b = b, a
    if " " in a or len(a) == len(b):
        return False
    parts = DASH.split(a)
    return b in a.split("/") or (b in parts and not (parts[-1].islower() and len(parts[-1]) > 2))


def _shortened(found: Found, short: Mapping[str, str]) -> Found:
    """An arrow under the short names that the caption gives: interleukin-6 is IL-6 in all of a caption that says so once."""
    source, target = found.edge.source, found.edge.target
    a, b = short.get(fold_name(source.text), source.text), short.get(fold_name(target.text), target.text)
    if a == source.text and b == target.text:
        return found
    return found._replace(edge=found.edge._replace(source=source._replace(text=a), target=target._replace(text=b)))


def _at_chain(found: Found, chains: Mapping[str, tuple[str, ...]]) -> Found:
    """An arrow to "A/B" where the caption calls A/B a pathway ends at A; one from it starts at B."""
    edge = found.edge
    if edge.source.text in chains:
        edge = edge._replace(source=Name(chains[edge.source.text][-1], "chain"))
    if edge.target.text in chains:
        edge = edge._replace(target=Name(chains[edge.target.text][0], "chain"))
    return found if edge is found.edge else found._replace(edge=edge)
