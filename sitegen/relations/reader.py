"""The reader of captions: sentences, their arrows, and how far each arrow can be trusted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sitegen.model.relation import Relation
from sitegen.relations import confidence
from sitegen.relations.arguments import Edge
from sitegen.relations.choice import Found, chosen
from sitegen.relations.clauses.clauses import read
from sitegen.relations.clauses.walk import Memory
from sitegen.relations.renaming import at_chains, is_loop, under_short_names, without_cells
from sitegen.relations.tagging.chunks import chunks, states
from sitegen.relations.tagging.tags import tag, without_denied
from sitegen.relations.tokens.clean import clean
from sitegen.relations.tokens.sentence import sentence
from sitegen.relations.tokens.sentences import sentences
from sitegen.relations.tokens.words import STEERING
from sitegen.relations.tokens.worth import worth_reading

__all__ = ["Found", "candidates", "chosen", "read_caption"]

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


def candidates(
    caption: str,
    *,
    mentions: Iterable[str] = (),
    lexicon: Mapping[str, str] | None = None,
) -> list[Found]:
    """Every arrow that a pattern reads in the caption, with the confidence that the pattern has earned."""
    mentions = tuple(mentions)
    known = None if lexicon else frozenset([m.lower() for m in mentions])
    trust: confidence.Trust | None = None
    memory = Memory()
    out: list[Found] = []
    for span in sentences(caption):
        edges = _edges(caption[span[0] : span[1]], known, memory)
        if not edges or len(edges) > _MOST_OF_A_SENTENCE:
            continue
        if trust is None:
            trust = confidence.Trust(confidence.own_names(mentions), lexicon, confidence.shipped())
        length = span[1] - span[0]
        out += [Found(edge, span, trust.of(edge, length)) for edge in edges if not is_loop(edge)]
        if len(out) > _MOST_OF_A_CAPTION:
            break
    return under_short_names(caption, without_cells(caption, at_chains(out, memory.chains)))


def _edges(text: str, known: frozenset[str] | None, memory: Memory) -> list[Edge]:
    """The arrows of one sentence; `known` are names of the figure's tables where no lexicon tells names."""
    raw = sentence(text)
    if not worth_reading(raw, known):
        memory.subject = memory.object = []
        return []
    tokens = clean(raw)
    tag(tokens, raw.marks)
    if raw.marks & STEERING:
        tokens = without_denied(tokens)
    found = chunks(tokens)
    if states(tokens, found):
        return read(tokens, found, memory)
    if tokens:
        memory.subject = memory.object = []
    return []
