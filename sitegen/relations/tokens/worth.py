"""Sentences that say nothing about biology: drawing keys, abbreviation lists, measurements."""

from __future__ import annotations

import re
from string import ascii_uppercase, digits

from sitegen.relations import lexis
from sitegen.relations.names.naming import may_name
from sitegen.relations.tokens.runs import PLAIN_WORD
from sitegen.relations.tokens.sentence import Sentence
from sitegen.relations.tokens.words import DRAWN, JOINED, TELLS

_MEANS = re.compile(r"[^\s,;:=]{1,14}[,:=] [a-zA-Z0-9α-ω]")

_BRACKETS = re.compile(r"\([^()]*\)")
_PLUS_MINUS, _MANGLED_ALPHA = "±", "œ±"
"""A sign of a measurement, and how α begins to look that was decoded wrongly."""
_SHORT = re.compile(r"[A-Z0-9][\w/‐–-]{1,11}")
_FIRST = frozenset(ascii_uppercase + digits)
"""What a short name begins with."""


def worth_reading(sentence: Sentence, known: frozenset[str] | None = None) -> bool:
    """Whether a sentence may state a relation: it has a word that a pattern starts from, is not about the
    drawing or a measurement, and is not a list of abbreviations."""
    text, _, marks = sentence
    if not marks & TELLS:
        return False
    # with a lexicon (`known` is None) any word may be a name; else two words have to look like one
    if known is not None and not marks & JOINED and not _names_two(text, known):
        return False
    folded = text.lower()
    if marks & DRAWN and _explains(folded):
        return False
    for mark in lexis.MEASUREMENT:
        if mark in folded and not (mark == _PLUS_MINUS and folded.count(mark) == folded.count(_MANGLED_ALPHA)):
            return False
    return not _lists(text)


def _names_two(text: str, known: frozenset[str]) -> bool:
    """Whether two words may be names."""
    count = 0
    for word in PLAIN_WORD.findall(text):
        if may_name(word) or word.lower() in known:
            count += 1
            if count == 2:
                return True
    return False


def _explains(folded: str) -> bool:
    """Whether the sentence is about the drawing; in brackets it may be."""
    low = PLAIN_WORD.findall(_BRACKETS.sub(" ", folded) if "(" in folded else folded)
    for i, word in enumerate(low):
        if word in lexis.DRAWING:
            return True
        if (
            word in lexis.DRAWING_VERBS
            and not (i + 1 < len(low) and low[i + 1] in lexis.REPORTING_WORDS)
            and not (word in lexis.FOUND_FORMS and "to" in low[i + 1 : i + 2])
            and not (word in lexis.SHOWN_FORMS and _in_passing(low, i))
            and not (word in lexis.STRIKING_FORMS and low[i - 1 : i] == ["a"])
        ):
            return True
    return False


def _in_passing(low: list[str], i: int) -> bool:
    """Whether "shown" at `i` only adds where: "as shown in B", "the phosphorylation of A by B is shown"."""
    return i > 0 and (low[i - 1] in lexis.BEFORE_SHOWN_WORDS or (i == len(low) - 1 and low[i - 1] in lexis.AUXILIARY_FORMS))


def _lists(text: str) -> bool:
    """Whether the sentence is a list of short names and what they mean."""
    if text.count(";") + text.count("=") + text.count(",") < 2:
        return False
    parts = text.rstrip(".").split(";")
    if len(parts) > 2 and sum(_MEANS.match(p.strip()) is not None for p in parts) >= 2:
        return True
    if text.count(" = ") >= 2:
        return True
    if text.count("), ") >= 5 and text.count("), ") * 3 >= text.count(", ") * 2:
        return True
    parts = [p for part in parts for p in part.split(",")]
    if len(parts) < 3:
        return False
    least = max(3, (len(parts) * 7 + 9) // 10)
    if sum(p.lstrip()[:1] in _FIRST for p in parts) < least:
        return False
    return sum(_means(p.split()) for p in parts) >= least


def _means(words: list[str]) -> bool:
    """Whether the words are a short name and its expansion, without a verb between them."""
    return (
        1 < len(words) < 10
        and _SHORT.fullmatch(words[0]) is not None
        and sum(c.isupper() for c in words[0]) > 1
        and not any(w in lexis.TAGS or (w.endswith("s") and w in lexis.FORMS) for w in words[1:3])
    )
