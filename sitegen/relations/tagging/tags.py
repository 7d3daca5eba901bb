"""Which words of a sentence are verbs, nouns and small words.

Tags: N noun or adjective, V verb, D determiner, P preposition, K cause ("in response to"), C coordinator, R relative,
S subordinator, B be, H have or do, M modal, X not, A adverb, J pronoun, T infinitive to, E "such as", `,` `;` `>`.
"""

from __future__ import annotations

from sitegen.relations import lexis
from sitegen.relations.names.symbols import has_ending, shaped, spelled_out
from sitegen.relations.tokens.words import BRACKETED, COLON, UNSURE, Token

NOMINAL = frozenset("ND")
_SO = frozenset({"thereby", "thus", "hence"})
_SERVES = frozenset({"works", "functions"})
_THIRD = frozenset({"s"})
_OUTCOMES = frozenset({"lead", "result"})
_MAKING = frozenset({"converting", "forming", "generating", "oxidizing", "oxidising", "producing", "reducing", "synthesizing"})
_MEANS = frozenset({"pathway", "pathways", "machinery", "system", "systems", "network", "networks", "cascade", "cascades"}) | {
    "function",
    "functions",
    "activity",
    "activities",
    "property",
    "properties",
    "capacity",
    "enzyme",
    "enzymes",
}
"""After a participle these make one name of it and the word before it."""
_BEARING = frozenset({"containing", "encoding", "bearing", "expressing"})
_OF_KIND = frozenset({"related", "associated"})
_DEEDS = frozenset({"silencing", "targeting", "scavenging"})
"""Nouns of change that open a clause as verbs: "Silencing FOX2 reduces growth"."""
_OFTEN_VERBS = frozenset({"form", "increase", "decrease", "block", "cause", "control"})


def tag(tokens: list[Token], marks: int) -> None:
    """Give every token its tag, verbs last, from their neighbours; `marks` are those of the sentence's runs."""
    if tokens and tokens[0].tag == "N" and tokens[0].low in lexis.TAGS and tokens[0].text != "NO":
        tokens[0] = tokens[0].tagged(lexis.TAGS[tokens[0].low])
    if marks & UNSURE:
        _that_and_to(tokens)
    for i, token in enumerate(tokens) if marks & (BRACKETED | COLON) else ():
        if token.abbr and i > 1:
            _spell_out(tokens, i)
        elif token.text == ":" and i and tokens[i - 1].low in lexis.LISTED and any(t.tag in "?VB" for t in tokens[:i]):
            # "activates two components: A and B"
            tokens[i] = token.tagged("E")
    for i in [i for i, token in enumerate(tokens) if token.tag == "?"]:
        tokens[i] = tokens[i].tagged("V" if _is_verb(tokens, i) else "N")


def _spell_out(tokens: list[Token], i: int) -> None:
    """The words that the short name after token `i` spells out are no verbs: "Interferon stimulated genes (ISGs)"."""
    low = max(0, i - 7)
    start = spelled_out([t.low for t in tokens[low : i + 1]], tokens[i].abbr)
    if start >= 0:
        tokens[low + start : i + 1] = [token.tagged("N") for token in tokens[low + start : i + 1]]


def without_denied(tokens: list[Token]) -> list[Token]:
    """The tagged tokens without what "but not" rules out: "A, but not B, activates C", "basal but not apical A"."""
    low = [t.low for t in tokens]
    if "but" not in low or low[low.index("but") + 1 :][:1] not in (["not"], ["never"]):
        return tokens
    out: list[Token] = []
    i, n = 0, len(tokens)
    while i < n:
        if tokens[i].low == "but" and i + 2 < n and tokens[i + 1].tag == "X" and tokens[i + 2].tag in "ND" and out:
            j = i + 2
            while j < n and tokens[j].tag in "ND":
                j += 1
            described = out[-1].text[:1].islower() or len(out) == 1 or out[-2].tag == "D"
            if j - i > 3 and described and tokens[i + 2].text.islower() and tokens[i + 2].low.endswith(lexis.ADJECTIVAL):
                j = i + 3
            i = j
            continue
        out.append(tokens[i])
        i += 1
    return out


def _near(tokens: list[Token], i: int, step: int) -> Token | None:
    """The next token that is no adverb."""
    i += step
    while 0 <= i < len(tokens):
        if tokens[i].tag != "A":
            return tokens[i]
        i += step
    return None


def _that_and_to(tokens: list[Token]) -> None:
    for i, token in enumerate(tokens):
        if not token.marks & UNSURE:
            continue
        if token.low == "that":
            before = tokens[i - 1].tag if i else ""
            after = _near(tokens, i, 1)
            tokens[i] = token.tagged(
                "R" if before in ("N", ",") and after is not None and after.tag in ("?", "M", "B", "H", "X") else "S"
            )
            if before == "N" and after is not None and after.tag == "?" and _kinds(after) <= {"base"}:
                tokens[i] = token.tagged("R")
        elif token.low in lexis.RESIDUES and i + 1 < len(tokens) and tokens[i + 1].low in ("phosphorylated", "phosphorylates"):
            tokens[i] = token.tagged("A")  # "is tyrosine phosphorylated"
        elif token.low == "less" and i + 1 < len(tokens) and _is_amount(tokens[i + 1]):
            tokens[i] = token.tagged("N")
        elif token.low == "one" and i + 1 < len(tokens) and tokens[i + 1].tag == "N":
            tokens[i] = token.tagged("D")
        elif (token.low == "so" and i and tokens[i - 1].tag == "C") or (
            token.low == "then"
            and i
            and (
                tokens[i - 1].tag in "MBHR"
                or (tokens[i - 1].tag == "?" and tokens[i + 1 : i + 2] and tokens[i + 1].low == "to")
                or _before_first_verb(tokens, i)
            )
        ):
            tokens[i] = token.tagged("A")
        elif token.low == "to":
            after = _near(tokens, i, 1)
            if after is None:
                continue
            if after.tag == "B" or (after.tag == "?" and "base" in _kinds(after) and not _noun_after_to(tokens, i, after)):
                tokens[i] = token.tagged("T")
        elif token.low == "both" and i + 1 < len(tokens) and tokens[i + 1].tag == "P" and i and tokens[i - 1].tag in "?VB":
            tokens[i] = token.tagged("A")
        elif token.low in lexis.DEMONSTRATIVES and token.tag == "D":
            after = _near(tokens, i, 1)
            if (
                after is None
                or after.tag in "BMHX"
                or (after.tag == "?" and _kinds(after) <= {"s", "base"} and after.low not in lexis.NOUN_TOO)
            ):
                tokens[i] = token.tagged("J")


def _is_amount(token: Token) -> bool:
    """Whether there can be less of what a word names: "less degradation", "less FOX2", but not "less active"."""
    return token.tag == "N" and (
        token.low in lexis.EFFECTS or token.low in lexis.PROCESSES or shaped(token.text) or has_ending(token.low)
    )


def _before_first_verb(tokens: list[Token], i: int) -> bool:
    """Whether "then" at `i` stands between a subject and its verb: no verb between it and the last comma."""
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if after is None or after.tag != "?" or tokens[i - 1].tag != "N" or not _kinds(after) & {"s", "ed"}:
        return False
    for token in reversed(tokens[:i]):
        if token.tag in (",", ";", "S"):
            return True
        if token.tag in "?BMH":
            return False
    return True


def _noun_after_to(tokens: list[Token], i: int, after: Token) -> bool:
    """Whether "to" is a preposition: "leads to increase in X", "binding to target genes"."""
    if after.low not in lexis.NOUN_TOO:
        return False
    index = tokens.index(after, i)
    follows = tokens[index + 1] if index + 1 < len(tokens) else None
    if follows is None or follows.tag in (",", ";", "P", "C"):
        return follows is None or after.low != "signal" or not _particle(after, follows)
    before = tokens[i - 1].low if i else ""
    forms = lexis.FORMS.get(before, ())
    return (any("to" in s.prepositions for f in forms for s in lexis.SENSES[f.verb]) and follows.tag not in ("D", "N")) or (
        after.low == "target" and follows.low in ("genes", "gene", "proteins", "cells")
    )


def _kinds(token: Token) -> frozenset[str]:
    return lexis.KINDS[token.low]


def _particle(token: Token, after: Token | None) -> bool:
    return after is not None and any(
        after.low in s.prepositions or after.low in s.tail[:1] for f in lexis.FORMS[token.low] for s in lexis.SENSES[f.verb]
    )


def _is_verb(tokens: list[Token], i: int) -> bool:
    token = tokens[i]
    kinds = lexis.KINDS[token.low]
    before, after = _near(tokens, i, -1), _near(tokens, i, 1)
    b = before.tag if before else ""
    a = after.tag if after else ""
    noun_too = token.low in lexis.NOUN_TOO or (kinds == {"s"} and any(f.verb in lexis.NOUN_TOO for f in lexis.FORMS[token.low]))
    nominal_next = a in ("D", "N", "?", "J")
    if "ing" in kinds:
        if a == "P" and after is not None and after.low == "of":
            return False
        if b == "B":
            return True
        if b == "D":
            return False
        if token.low in lexis.TRANSPARENT and a != "D":
            return False
        effect = token.low in lexis.EFFECTS
        if effect and token.low in _DEEDS and b in ("", "S", ";") and after is not None and a == "N" and shaped(after.text):
            return True
        if effect and nominal_next and i > 0 and tokens[i - 1].low in _SO:
            return True
        if effect and token.low == "binding" and b == "P" and before is not None and before.low == "by" and _bound(after):
            return True
        if effect and not (_particle(token, after) and b in ("N", ",")) and a not in ("D",):
            return False
        if b == "V" and token.low in ("leading", "resulting") and _particle(token, after):
            return True
        if b in ("P", ",", ";", "C", "S", "R", "K") or (i > 0 and tokens[i - 1].tag == "A"):
            return nominal_next or _particle(token, after) or (a in ("T", "P", "C", "S") and b in (",", "P"))
        if b == "N" and a == "N" and token.low in _BEARING and i > 1 and tokens[i - 2].tag == "D" and _class_next(tokens, i):
            return False
        if b == "N" and a == "N" and after is not None and after.low in _MEANS and not _particle(token, after):
            # "a glucose sensing pathway"
            return False
        if b == "N" and before is not None and before.low in lexis.DROPPED and i > 1 and tokens[i - 2].tag == "D":
            return False
        if b == "N" and token.low in _MAKING and after is not None and after.low.endswith(("ase", "enzyme")):
            return False  # "F420 reducing hydrogenase" is an enzyme's name
        if b == "N":
            return (
                nominal_next
                or _particle(token, after)
                or (
                    a == "P"
                    and token.low not in lexis.NOUN_TOO
                    and (token.low == "acting" or not lexis.SENSES[lexis.FORMS[token.low][0].verb])
                )
            )
        return i == 0 and nominal_next
    if "ed" in kinds and not (kinds & {"base"} and b in ("T", "M")):
        if b in ("B", "H"):
            return True
        if a == "P" and after is not None and after.low == "by":
            return True
        if after is not None and after.low == "of" and token.low in lexis.NOUN_TOO:
            return False
        if b in ("D", "P", "K", "E", "T") or (b == "V" and before is not None and a == "N" and not before.low.endswith("ed")):
            return False
        if b in ("N", "R", "J"):
            if a in ("D", "J", "P", "T", "K", "S", "A", ",") or after is None:
                return True
            described = token.low in lexis.SUFFIXES or token.low in _OF_KIND
            if described and b == "N" and a == "N" and tokens[i - 1].tag == "N" and _governed(tokens, i):
                # "A attenuates B induced C"
                return False
            if a in ("N", "?"):
                return before is not None and not (token.low in lexis.SIGNED and before.low in lexis.DROPPED)
            return a == "C" and i + 2 < len(tokens) and tokens[i + 2].tag in ("?", "V")
        if b == "C":
            j = i - 2
            earlier = tokens[j] if j >= 0 else None
            verbal = any(t.tag == "V" and t.low.endswith("ed") for t in tokens[max(0, i - 12) : i])
            return bool(earlier and verbal and a in ("D", "N", "P", "?")) and not (
                earlier is not None and earlier.tag == "N" and not verbal
            )
        if b == ",":
            return a in ("P", "T", "D")
        return False
    if b in ("T", "M", "X") or (b == "H" and "base" in kinds and before is not None and before.low in ("do", "does", "did")):
        return True
    if "s" in kinds:
        if b in ("D", "P", "K", "E"):
            return False
        if not noun_too or (after is None and b == "N" and not any(t.tag in "VBM" for t in tokens[:i])):
            return not (b == "" and i == 0)
        if b in ("N", "R", "J", "C", "A", ","):
            if b == "N" and before is not None and before.low in lexis.BEFORE:
                return False
            if (
                b == ","
                and not any(t.tag == "R" or (t.tag == "V" and lexis.KINDS[t.low] == _THIRD) for t in tokens[:i])
                and not _after_aside(tokens, i)
            ):
                # "A regulates B, decreases C": only after a verb of the same form
                return False
            return (
                a in ("D", "N", "?", "J", "T")
                or _particle(token, after)
                or (token.low in _SERVES and after is not None and after.low == "as")
            )
        return False
    # base form
    if noun_too and i and tokens[i - 1].low in _SO and nominal_next and any(t.tag in "VM" for t in tokens[:i]):
        return True  # "A inhibits B and thus limit C"
    if b in ("R", "J"):
        return True
    if b == "C":
        if token.low in _OUTCOMES and _particle(token, after) and any(t.tag in "VM" for t in tokens[:i]):
            return True
        return ((nominal_next or a == "P") and any(t.tag == "V" for t in tokens[:i]) and not noun_too) or (
            noun_too and (a == "D" or (a == "N" and token.low in _OFTEN_VERBS)) and any(t.tag in "TM" for t in tokens[:i])
        )
    if b == "N" and before is not None and i > 0:
        if before.low in lexis.BEFORE:
            return False
        plural = (
            before.text[-1:] == "s"
            or before.text[-1:].isupper()
            or before.text[-1:].isdigit()
            or any(t.tag == "C" for t in tokens[max(0, i - 6) : i])
            or tokens[i - 1].tag == "A"
            or (i > 3 and tokens[i - 2].low == "of" and tokens[i - 3].low[-1:] == "s")
        )
        if token.low in _OUTCOMES and _particle(token, after):
            return True
        if noun_too:
            return (plural and (a == "D" or (after is not None and after.low == "with" and _particle(token, after)))) or (
                a in ("N", "?")
                and token.low not in ("complex", "signal", "target")
                and (
                    before.text[-1:] == "s"
                    or (token.low in _OFTEN_VERBS and any(t.tag == "C" for t in tokens[max(0, i - 6) : i]))
                )
            )
        acts = nominal_next or _particle(token, after) or a in ("T", "P", "S") or (a == "C" and token.low.endswith("ize"))
        return ((plural and acts) or a == "D") and not _governed(tokens, i)
    if b == "A" or b == ",":
        return not noun_too and i > 2 and (nominal_next or (after is not None and after.low == "as" and b == ","))
    return False


def _after_aside(tokens: list[Token], i: int) -> bool:
    """Whether a name between two commas stands before `i`, and no verb before that: "the FOX2 inhibitor, MXB3, slows"."""
    for j in range(i - 2, max(0, i - 6), -1):
        if tokens[j].tag == ",":
            return tokens[j - 1].tag == "N" and i - j > 1 and not any(t.tag in "VBM" for t in tokens[:j])
        if tokens[j].tag not in "ND":
            return False
    return False


def _class_next(tokens: list[Token], i: int) -> bool:
    """Whether a class noun and a symbol follow: "the CARX containing adaptor protein IPX1" is IPX1."""
    return any(
        t.low in lexis.CLASS and after.tag == "N" and shaped(after.text)
        for t, after in zip(tokens[i + 1 : i + 4], tokens[i + 2 : i + 5], strict=False)
    )


def _bound(after: Token | None) -> bool:
    """Whether what follows "by binding" is what is bound."""
    return after is not None and (after.tag == "D" or after.low in ("to", "with") or (after.tag == "N" and shaped(after.text)))


def _governed(tokens: list[Token], i: int) -> bool:
    """Whether the noun before `i` is already the object of a verb of its clause: "A controls the B flow"."""
    for token in reversed(tokens[:i]):
        if token.tag in (",", ";", "C", "R", "S", "T"):
            return False
        if token.tag == "V":
            return "ing" not in _kinds(token)
    return False
