"""A tagged sentence as items: noun phrases, verb groups, small words."""

from __future__ import annotations

import re
from typing import NamedTuple

from sitegen.relations import lexis
from sitegen.relations.once import once
from sitegen.relations.tokens.words import STEERING, Token


class Item:
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


class Verb(NamedTuple):
    """What a verb group says by itself."""

    verb: str = ""
    form: str = ""
    passive: bool = False
    negated: bool = False
    hedged: bool = False
    base: bool = False
    sign: int = 0


class VerbItem(Item):
    """A verb group: its verb in the base form, and what its auxiliaries and adverbs say of it."""

    __slots__ = ("base", "form", "hedged", "passive", "sign", "verb")

    def __init__(self, low: int, high: int, verb: Verb) -> None:
        self.kind = "V"
        self.low = low
        self.high = high
        self.word = ""
        self.verb, self.form, self.passive, self.negated, self.hedged, self.base, self.sign = verb


_PARTICIPLE = Verb(form="ed")


def items(tokens: list[Token]) -> list[Item]:
    """The sentence's pieces in order; adverbs fall away but leave their negation, doubt or sign on the next verb."""
    out: list[Item] = []
    i, n = 0, len(tokens)
    negated = hedged = False
    sign = 0
    while i < n:
        token = tokens[i]
        kind = token.tag
        if token.marks & STEERING:
            hedged = hedged or token.low in lexis.HEDGES
            negated = negated or (token.low in lexis.NEGATORS and not (token.low == "no" and kind in "ND"))
        if kind == "A":
            sign = lexis.ADVERB_SIGNS.get(token.low, sign)
            i += 1
            if i + 1 < n and tokens[i].tag == "," and out and out[-1].kind == "," and tokens[i + 1].tag in "VBMHXA":
                # "which, in turn, activates": what stands between commas is not there
                i += 1
                if not any(t.low.endswith("ing") for t in tokens[i : i + 2]):
                    out.pop()
            continue
        if kind in "BHMXVT":
            j = _verb_end(tokens, i)
            item = VerbItem(i, j, _verb_group(tuple(tokens[i:j])))
            item.negated = item.negated or negated
            item.hedged = item.hedged or hedged
            item.sign = item.sign or sign
            negated = hedged = False
            sign = 0
            out.append(item)
            i = j
            continue
        if kind in "ND":
            j = i + 1
            while j < n:
                part = tokens[j]
                if part.tag != "N" and not (
                    (part.tag == "D" and tokens[j - 1].tag == "D")
                    or (part.tag == "A" and j + 1 < n and tokens[j + 1].tag == "N" and part.low not in _LINKING)
                ):
                    break
                if part.marks & STEERING:
                    hedged = hedged or part.low in lexis.HEDGES
                    if part.low in lexis.PREDICATES and j + 1 < n and tokens[j + 1].low == "for":
                        # "the factor responsible for Y": a predicate after its noun
                        break
                j += 1
            out.append(Item("N", i, j, "", kind == "D" and token.low == "no"))
            i = j
            if i < n and tokens[i].tag == "N":
                out.append(VerbItem(i, i + 1, _PARTICIPLE))
                i += 1
            continue
        if kind in (";", "S"):
            negated = False
        out.append(Item(kind, i, i + 1, token.low))
        i += 1
    return out


def _verb_end(tokens: list[Token], i: int) -> int:
    j = i
    while j < len(tokens):
        kind = tokens[j].tag
        if kind == "V":
            return j + 1
        if kind in "BHMXAT" and (kind != "T" or j == i):
            j += 1
            continue
        break
    while j > i + 1 and tokens[j - 1].tag == "A":
        j -= 1
    return max(j, i + 1)


@once
def _verb_group(group: tuple[Token, ...]) -> Verb:
    last = group[-1]
    first = group[0].tag
    sign = 0
    for t in group if len(group) > 1 else ():
        if t.tag == "A":
            sign = lexis.ADVERB_SIGNS.get(t.low, sign)
    negated = any(t.low in lexis.NEGATORS for t in group)
    hedged = any(t.low in lexis.HEDGES for t in group)
    infinitive = any(t.tag == "T" for t in group)
    if last.tag != "V":
        form = "ing" if last.low in ("having", "being") else "inf" if infinitive else "fin"
        return Verb("be" if last.tag == "B" else "", form, False, negated, hedged, False, sign)
    forms = lexis.FORMS[last.low]
    kinds = lexis.KINDS[last.low]
    passive = False
    nearest = next((t for t in reversed(group[:-1]) if t.tag in "BHMT"), None)
    if nearest is not None and nearest.tag == "B" and "ed" in kinds:
        passive = True
        lone = sum(t.tag in "BHM" for t in group[:-1]) == 1
        form = "inf" if infinitive else ("ing" if nearest.low == "being" and lone else "fin")
    elif infinitive:
        form = "inf"
    elif first in "BHM":
        form = "fin"
    elif "ing" in kinds:
        form = "ing"
    elif "ed" in kinds and "s" not in kinds:
        form = "ed"
    else:
        form = "fin"
    kind = "ed" if passive or form == "ed" else "ing" if "ing" in kinds else forms[0].kind
    verb = next((f.verb for f in forms if f.kind == kind), forms[0].verb)
    return Verb(verb, form, passive, negated, hedged, len(group) == 1 and kinds == {"base"}, sign)


def states(tokens: list[Token], found: list[Item]) -> bool:
    """Whether the parts of a sentence can state a relation: a telling verb, a noun of change, a chain, an arrow."""
    copula = False
    for item in found:
        if item.kind == "V":
            if lexis.SENSES.get(item.verb) or item.verb == "derive" or item.verb in _SERVING:
                return True
            copula = copula or item.verb == "be" or not item.verb
        elif item.kind == "P":
            if item.word in _ATTACHING and item.low and tokens[item.low - 1].low in lexis.CHANGE:
                return True
        elif item.kind in ">K":
            return True
    if copula:
        low = [t.low for t in tokens]
        if not lexis.PREDICATIVE.isdisjoint(low) or any(map(_OPPOSED, low)):
            return True
    chained = any(t.low in lexis.CHAIN for t in tokens)
    for t in tokens:
        if t.tag == "N":
            if t.low in lexis.AGENTS or (chained and _JOINED.search(t.text)):
                return True
            if "-" in t.text and t.low.rsplit("-", 1)[1] in lexis.SUFFIXES:
                return True
    return False


_LINKING = frozenset({"then", "thereby", "thus", "also", "hence"})
_OPPOSED = re.compile("anti-").match
_SERVING = frozenset({"act", "serve", "function", "work", "describe", "identify", "know", "consider", "characterize", "report"})
_ATTACHING = frozenset({"of", "by", "in", "on", "to", "with", "between", "from", "over", "upon"})
_JOINED = re.compile(r"\w{2}(?:[-‐–—−]|‚Ä.)\w{2}|\w/\w{2}")
