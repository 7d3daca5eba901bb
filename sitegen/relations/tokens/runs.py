"""A run of characters between blanks: its tokens, and the marks of a sentence with it."""

from __future__ import annotations

import re
from typing import NamedTuple

from sitegen.once import Answers
from sitegen.relations import lexis
from sitegen.relations.tokens.words import (
    BRACKETED,
    COLON,
    DRAWN,
    GENUS,
    JOINED,
    NUMBERED,
    PHRASED,
    STEERING,
    TELLS,
    UNSURE,
    Token,
    marked,
    word,
    word_of,
)

_CHARS = r"[^\s,;:()\[\]{}→⟶➔⇒⊣←⇄↔?!“”—‚\"]"
_WORD = re.compile(
    rf"{_CHARS}+(?:(?:(?<=[\dα-ω]),(?=[\dα-ω])|(?<=Na),(?=K)|\([^\s()]{{1,10}}\)|(?<=\w):(?=\w)|\[[a-z]{{1,2}}\](?=\w)|‚Ä[^î]){_CHARS}*)*|‚Äî|[,;:()\[\]{{}}?!→⟶➔⇒⊣←⇄↔—]"
)
PLAIN_WORD = re.compile(r"[^\s,;:()\[\]=.“”\"]+(?:\.(?=\w)[^\s,;:()\[\]=.“”\"]+)*")
"""A word without what writing puts around it."""
_CONCENTRATION = re.compile(r"\[(\w{2,6}[+−-]?)\][a-z]{1,4}([,.;:]?)")
"""The concentration of an ion: "[Ca2+]i"."""
_BRACKETED = re.compile(r"(\(?)([^\W_]+)(\)?)([,;:]?)\.?(?<![,;:]\.)")
_STEREO = re.compile(r"\(\d{0,2}[RSEZ]\)-\w")
"""What begins a substance's name with how it is turned."""
_QUOTES = re.compile("‚?Ä[ùôúò]")
"""Quotes that were decoded wrongly."""
_JOINS = re.compile("[-/‐‑–→⊣]")
"""What can join two names or a name and "-induced"."""

_OF_WORDS = TELLS | DRAWN
_OF_TOKENS = PHRASED | UNSURE | BRACKETED | COLON | STEERING | NUMBERED


class Run(NamedTuple):
    """What stands between two blanks: its tokens, without the full stop, and its marks."""

    tokens: tuple[Token, ...]
    marks: int


def _run(text: str) -> Run:
    """What stands between two blanks taken apart; one capital with a full stop is marked, as it may be a genus."""
    last = text[-1]
    stem = text[:-1] if last in ",.;:" else text
    plain = stem.isalnum()
    if not plain and not stem.replace("-", "").isalnum():
        found = _with_marks(text)
    else:
        token = word_of(stem)
        found = Run((token,), token.marks if plain else token.marks | TELLS | JOINED)
        if last in ",;:":
            mark = word_of(last)
            found = Run((token, mark), found.marks | mark.marks)
    genus = last == "." and len(text) == 2 and text[0].isupper()
    return Run(found.tokens, found.marks | GENUS) if genus else found


RUNS: Answers[str, Run] = Answers(_run)
"""What stands between two blanks, taken apart."""


def _with_marks(text: str) -> Run:
    """A run with more than letters, digits and hyphens: brackets and commas are tokens of their own."""
    if text[0] == "[":
        text = _CONCENTRATION.sub(r"\1\2", text)
    bracketed = _BRACKETED.fullmatch(text)
    if bracketed is not None:
        # most such runs: "(FOX2),"
        parts = [word_of(part) for part in bracketed.groups() if part]
        marks = 0
        for token in parts:
            marks |= token.marks
        return Run(tuple(parts), marks)
    known = marked()
    tokens = _apart(text)
    marks = TELLS | JOINED if _JOINS.search(text) is not None else 0
    for low in PLAIN_WORD.findall(text.lower()):
        if low in known:
            marks |= known[low] & _OF_WORDS
    for token in tokens:
        marks |= token.marks & _OF_TOKENS
    return Run(tokens, marks)


def _apart(text: str) -> tuple[Token, ...]:
    """The words, brackets and marks of a run."""
    found = _WORD.findall(text)
    if text[0] == "(" and len(found) > 3 and _STEREO.match(text):
        found[:4] = ["".join(found[:4])]  # "(R)-2HG"
    return tuple([word(part) for part in map(_bare, found) if part])


def _bare(part: str) -> str:
    """A word without the quotes, stars and full stops around it; empty for a full stop alone."""
    if len(part) == 1 and part in "()[]{},;:":
        return part
    if part[0] in "*†‡‘'" and len(part) > 2 and part[1].isalpha():
        part = part[1:]
    if part[-1] in ".'’*" and len(part) > 1:
        part = part.rstrip(".'’*…")
        if not part:
            return ""
    elif part in ".?!…‥·":
        return ""
    if part in ("—", "‚Äî", "−", "–"):
        return ","
    if part.endswith(lexis.ADDRESSES_ENDINGS):
        return ""
    if part[:1] in "‚Ä" or part[-3:-1] == "‚Ä":
        part = _QUOTES.sub("", part)
        if not part:
            return ""
    if part[-1] == ")" and len(part) > 2 and "(" in part:
        # "receptor(s)"
        stem = part[: part.index("(")]
        if len(stem) > 5 and stem.islower() and stem.isalpha():
            return stem
    return part
