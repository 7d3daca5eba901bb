"""A tagged sentence as chunks: noun phrases, verb groups, small words."""

from __future__ import annotations

import re

from sitegen.relations import lexis
from sitegen.relations.tagging.verb_groups import PARTICIPLE, Verb, verb_end, verb_group
from sitegen.relations.tokens.words import STEERING, Token

_OPPOSED = re.compile("anti-").match
_JOINED = re.compile(r"\w{2}(?:[-‐–—−]|‚Ä.)\w{2}|\w/\w{2}")


class Chunk:
    """A piece of a sentence: noun phrase (`N`), verb group (`V`) or a small word under its own tag."""

    __slots__ = ("high", "kind", "low", "negated", "word")
    verb = ""
    form = ""
    passive = False
    hedged = False
    base = False
    sign = 0

    def __init__(self, kind: str, low: int, high: int, word: str = "", negated: bool = False) -> None:
        self.kind = kind
        self.low = low
        self.high = high
        self.word = word
        self.negated = negated

    def __repr__(self) -> str:
        return f"{self.kind}[{self.low}:{self.high} {self.word or self.verb} {self.form}{'p' if self.passive else ''}]"


class VerbChunk(Chunk):
    """A verb group: its verb in the base form, and what its auxiliaries and adverbs say of it."""

    __slots__ = ("base", "form", "hedged", "passive", "sign", "verb")

    def __init__(self, low: int, high: int, verb: Verb) -> None:
        self.kind = "V"
        self.low = low
        self.high = high
        self.word = ""
        self.verb, self.form, self.passive, self.negated, self.hedged, self.base, self.sign = verb


def chunks(tokens: list[Token]) -> list[Chunk]:
    """The sentence's pieces in order; adverbs fall away but leave their negation, doubt or sign on the next verb."""
    out: list[Chunk] = []
    i, n = 0, len(tokens)
    negated = hedged = False
    sign = 0
    while i < n:
        token = tokens[i]
        kind = token.tag
        if token.marks & STEERING:
            hedged = hedged or token.low in lexis.HEDGES
            negated = negated or (token.low in lexis.NEGATORS and not (token.low == "no" and kind in "ND"))
        if kind == "N" or kind == "D":
            j, doubted = _noun_end(tokens, i)
            hedged = hedged or doubted
            out.append(Chunk("N", i, j, "", kind == "D" and token.low == "no"))
            i = j
            if i < n and tokens[i].tag == "N":
                i += 1
                out.append(VerbChunk(j, i, PARTICIPLE))
        elif kind in "BHMXVT":
            j = verb_end(tokens, i)
            chunk = VerbChunk(i, j, verb_group(tuple(tokens[i:j])))
            chunk.negated = chunk.negated or negated
            chunk.hedged = chunk.hedged or hedged
            chunk.sign = chunk.sign or sign
            out.append(chunk)
            negated = hedged = False
            sign = 0
            i = j
        elif kind == "A":
            sign = lexis.ADVERB_SIGNS.get(token.low, sign)
            i = _after_adverb(tokens, i + 1, out)
        else:
            negated = negated and kind != ";" and kind != "S"
            i += 1
            out.append(Chunk(kind, i - 1, i, token.low))
    return out


def _after_adverb(tokens: list[Token], i: int, out: list[Chunk]) -> int:
    """Where to go on after an adverb; commas around it fall away with it: "which, in turn, activates"."""
    if i + 1 < len(tokens) and tokens[i].tag == "," and out and out[-1].kind == "," and tokens[i + 1].tag in "VBMHXA":
        i += 1
        if not any(t.low.endswith("ing") for t in tokens[i : i + 2]):
            out.pop()
    elif i + 1 < len(tokens) and tokens[i].tag == "," and len(out) > 1 and out[-1].kind == "," and out[-2].kind == "C":
        # "A and, subsequently, B"
        i += 1
        out.pop()
    elif i + 1 < len(tokens) and tokens[i].tag == "," and out and out[-1].kind == "C" and tokens[i + 1].tag in "ND":
        # "A and subsequently, B"
        i += 1
    return i


def _noun_end(tokens: list[Token], i: int) -> tuple[int, bool]:
    """Where the noun phrase at `i` ends, and whether a word past its first one doubts."""
    j, n = i + 1, len(tokens)
    hedged = False
    while j < n:
        part = tokens[j]
        tag = part.tag
        if tag != "N" and (tag not in "DA" or not _belongs(tokens, j, part)):
            break
        if part.marks & STEERING:
            hedged = hedged or part.low in lexis.HEDGES
            if part.low in lexis.PREDICATES and j + 1 < n and tokens[j + 1].low == "for":
                # "the factor responsible for Y": a predicate after its noun
                break
        j += 1
    return j, hedged


def _belongs(tokens: list[Token], j: int, part: Token) -> bool:
    """Whether a determiner or adverb belongs to the noun phrase before it: "all the", "the highly active"."""
    if part.tag == "D":
        return tokens[j - 1].tag == "D"
    return part.low not in lexis.LINKING_WORDS and j + 1 < len(tokens) and tokens[j + 1].tag == "N"


def states(tokens: list[Token], found: list[Chunk]) -> bool:
    """Whether the parts of a sentence can state a relation: a telling verb, a noun of change, a chain, an arrow."""
    copula = False
    for chunk in found:
        kind = chunk.kind
        if kind == "V":
            verb = chunk.verb
            if lexis.SENSES.get(verb) or verb in lexis.STATING or verb in lexis.TELLING_VERBS:
                return True
            copula = copula or verb == "be" or not verb
        elif kind == "P":
            if chunk.word in lexis.ATTACHING_WORDS and chunk.low and tokens[chunk.low - 1].low in lexis.CHANGE:
                return True
        elif kind in ">K":
            return True
    return (copula and _predicates(tokens)) or _names_state(tokens)


def _predicates(tokens: list[Token]) -> bool:
    """Whether "is" can state something with a word of the sentence: "is an inhibitor of", "is an anti-A antibody"."""
    low = [t.low for t in tokens]
    return not lexis.PREDICATIVE.isdisjoint(low) or any(map(_OPPOSED, low))


def _names_state(tokens: list[Token]) -> bool:
    """Whether a noun of the sentence can state something by itself: "the A inhibitor B", "the A/B pathway", "A-induced B"."""
    chained = any(t.low in lexis.CHAIN for t in tokens)
    for t in tokens:
        if t.tag == "N":
            if t.low in lexis.AGENTS or (chained and _JOINED.search(t.text)):
                return True
            if "-" in t.text and t.low.rsplit("-", 1)[1] in lexis.SUFFIXES:
                return True
    return False
