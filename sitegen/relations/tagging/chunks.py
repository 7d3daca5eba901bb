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


class _Chunker:
    """The chunks so far, with the negation, doubt and sign that wait for the next verb."""

    __slots__ = ("hedged", "negated", "out", "sign", "tokens")

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.out: list[Chunk] = []
        self.negated = False
        self.hedged = False
        self.sign = 0

    def run(self) -> list[Chunk]:
        """All chunks of the sentence."""
        tokens, out = self.tokens, self.out
        i, n = 0, len(tokens)
        while i < n:
            token = tokens[i]
            kind = token.tag
            if token.marks & STEERING:
                self._steer(token)
            if kind == "N" or kind == "D":
                i = self._nouns(i, token)
            elif kind in "BHMXVT":
                i = self._verbs(i)
            elif kind == "A":
                i = self._adverb(i, token)
            else:
                if kind in (";", "S"):
                    self.negated = False
                i += 1
                out.append(Chunk(kind, i - 1, i, token.low))
        return out

    def _steer(self, token: Token) -> None:
        """What a word that denies or doubts leaves for the next verb; "no" before a noun is about that."""
        self.hedged = self.hedged or token.low in lexis.HEDGES
        self.negated = self.negated or (token.low in lexis.NEGATORS and not (token.low == "no" and token.tag in "ND"))

    def _adverb(self, i: int, token: Token) -> int:
        """Adverbs fall away, and so does what stands between commas: "which, in turn, activates"."""
        tokens, out = self.tokens, self.out
        self.sign = lexis.ADVERB_SIGNS.get(token.low, self.sign)
        i += 1
        if i + 1 < len(tokens) and tokens[i].tag == "," and out and out[-1].kind == "," and tokens[i + 1].tag in "VBMHXA":
            i += 1
            if not any(t.low.endswith("ing") for t in tokens[i : i + 2]):
                out.pop()
        return i

    def _verbs(self, i: int) -> int:
        tokens = self.tokens
        j = verb_end(tokens, i)
        chunk = VerbChunk(i, j, verb_group(tuple(tokens[i:j])))
        chunk.negated = chunk.negated or self.negated
        chunk.hedged = chunk.hedged or self.hedged
        chunk.sign = chunk.sign or self.sign
        self.negated = self.hedged = False
        self.sign = 0
        self.out.append(chunk)
        return j

    def _nouns(self, i: int, first: Token) -> int:
        tokens, out = self.tokens, self.out
        n = len(tokens)
        j = i + 1
        while j < n:
            part = tokens[j]
            tag = part.tag
            if tag != "N" and (tag not in "DA" or not self._belongs(j, part)):
                break
            if part.marks & STEERING:
                self.hedged = self.hedged or part.low in lexis.HEDGES
                if part.low in lexis.PREDICATES and j + 1 < n and tokens[j + 1].low == "for":
                    # "the factor responsible for Y": a predicate after its noun
                    break
            j += 1
        out.append(Chunk("N", i, j, "", first.low == "no" and first.tag == "D"))
        if j < n and tokens[j].tag == "N":
            out.append(VerbChunk(j, j + 1, PARTICIPLE))
            j += 1
        return j

    def _belongs(self, j: int, part: Token) -> bool:
        """Whether a determiner or adverb belongs to the noun phrase before it: "all the", "the highly active"."""
        if part.tag == "D":
            return self.tokens[j - 1].tag == "D"
        if part.low in lexis.LINKING_WORDS:
            return False
        return j + 1 < len(self.tokens) and self.tokens[j + 1].tag == "N"


def chunks(tokens: list[Token]) -> list[Chunk]:
    """The sentence's pieces in order; adverbs fall away but leave their negation, doubt or sign on the next verb."""
    return _Chunker(tokens).run()


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
