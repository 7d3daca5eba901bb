"""A sentence as it stands, taken apart into tokens."""

from __future__ import annotations

import re
from typing import NamedTuple

from sitegen.once import Answers
from sitegen.relations import lexis
from sitegen.relations.tokens.runs import Run, run
from sitegen.relations.tokens.words import GENUS, JOINED, TELLS, WORDS, Token, word, word_of

_CIRCLED = re.compile("[\u2460-\u24ff\u2776-\u2793]")
"""Numbers in circles, which point into the drawing."""
_GLUED = re.compile(r"(?<=[A-Z0-9])(pathways?)\b")
"""A word that lost the blank before it: "MTORpathway"."""
_MAX_TOKENS = 400
"""A sentence longer than this is a table or a list; the rest of it is left out."""


class Sentence(NamedTuple):
    """A sentence as it stands: its text, its raw tokens and their marks together."""

    text: str
    tokens: list[Token]
    marks: int


def sentence(text: str) -> Sentence:
    """A sentence taken apart: brackets and commas are tokens of their own, the full stop is none."""
    if not text.isascii():
        text = _CIRCLED.sub(" ", text)
    if "pathway" in text and text.count("pathway") != text.count(" pathway"):
        text = _GLUED.sub(r" \1", text)
    parts = text.split()
    tokens: list[Token] = []
    add = tokens.append
    marks = 0
    words, runs = WORDS, _RUNS  # asked by index: this is done for each word of a collection
    for part in parts:
        if part.isalnum():
            token = words[part]
            marks |= token.marks
            add(token)
        else:
            found, told = runs[part]
            marks |= told
            tokens += found
    if marks & GENUS or len(tokens) > _MAX_TOKENS:
        return _with_species(text, parts)
    return Sentence(text, tokens, marks)


def _take(part: str, tokens: list[Token]) -> int:
    """Take a run that is no mere word apart, and return its marks."""
    last = part[-1]
    stem = part[:-1] if last in ",.;:" else part
    plain = stem.isalnum()
    if not plain and not stem.replace("-", "").isalnum():
        found, marks = run(part)
        tokens += found
    else:
        token = word_of(stem)
        tokens.append(token)
        marks = token.marks if plain else token.marks | TELLS | JOINED
        if last in ",;:":
            token = word_of(last)
            tokens.append(token)
            marks |= token.marks
    if last == "." and len(part) == 2 and part[0].isupper():
        marks |= GENUS
    return marks


def _run(part: str) -> Run:
    """A run that is no mere word, taken apart."""
    tokens: list[Token] = []
    marks = _take(part, tokens)
    return Run(tuple(tokens), marks)


_RUNS = Answers(_run)
"""What each such run consists of."""


def _with_species(text: str, parts: list[str]) -> Sentence:
    """The same where a genus may need the word after it, or where there are too many tokens."""
    tokens: list[Token] = []
    marks = 0
    genus = -1
    for part in parts:
        if len(tokens) >= _MAX_TOKENS:
            break
        told = _take(part, tokens)
        marks |= told
        if genus >= 0:
            _join_species(tokens, genus)
        genus = len(tokens) - 1 if told & GENUS else -1
    return Sentence(text, tokens[:_MAX_TOKENS], marks)


def _join_species(found: list[Token], genus: int) -> None:
    """The two words of "H. pylori" as one name."""
    if genus + 1 < len(found):
        first, second = found[genus], found[genus + 1]
        text = second.text
        epithet, _, suffix = text.partition("-")
        named = epithet.isalpha() and len(epithet) > 3 and epithet.endswith(lexis.EPITHETS)
        if text.islower() and named and (not suffix or suffix in lexis.SUFFIXES):
            found[genus : genus + 2] = [word(f"{first.text}. {text}")]
