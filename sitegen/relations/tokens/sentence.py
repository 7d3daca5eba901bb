"""A sentence as it stands, taken apart into tokens."""

from __future__ import annotations

import re
from typing import NamedTuple

from sitegen.relations import lexis
from sitegen.relations.tokens.runs import RUNS
from sitegen.relations.tokens.words import GENUS, WORDS, Token, word

_CIRCLED = re.compile("[\u2460-\u24ff\u2776-\u2793]")
"""Numbers in circles, which point into the drawing."""
_GLUED = re.compile(r"(?<=[A-Z0-9])(pathways?)\b")
"""A word that lost the blank before it: "MTORpathway"."""
_APART = re.compile(r"(?<=[A-Z0-9α-ω]) /(?=[A-Za-z0-9])")
"""A slash between two symbols with a blank before it: "HX19 /miR-21"."""
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
    if " /" in text:
        text = _APART.sub("/", text)
    parts = text.split()
    tokens: list[Token] = []
    add = tokens.append
    marks = 0
    words, runs = WORDS, RUNS  # asked by index: this is done for each word of a collection
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


def _with_species(text: str, parts: list[str]) -> Sentence:
    """The same where a genus may need the word after it, or where there are too many tokens."""
    tokens: list[Token] = []
    marks = 0
    genus = -1
    for part in parts:
        if len(tokens) >= _MAX_TOKENS:
            break
        found, told = RUNS[part]
        tokens += found
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
