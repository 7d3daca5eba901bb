"""A word by itself: the form under which the tables know it, its tag before its neighbours are seen, and its marks.

A collection says the same words again and again: each is looked up once, and stands in memory once for all captions.
So a token is never changed; another one takes its place.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from sitegen.once import Answers, once
from sitegen.relations import lexis
from sitegen.relations.names.symbols import has_ending

TELLS, JOINED, DRAWN, PHRASED, UNSURE, BRACKETED, COLON, STEERING, GENUS, NUMBERED, STRANGE = (1 << n for n in range(11))
"""The marks: a word that a pattern starts from, or what may be joined names; the latter; a word of drawing keys; a word
that can begin a phrase read as one word, or an arrow; a word whose tag depends on what stands around it; a bracket;
a colon; a word that denies, doubts or claims ("not", "may", "responsible"); a genus with its full stop ("H."); a number
that may be a name's ("caspase-8 and -9"); a word with -ed or -s that no table knows, which may be a verb."""


class Token:
    """One word of a sentence: its text, that text as the tables know it, its tag (see `tagging`), its marks, and the
    short name in brackets after it."""

    __slots__ = ("abbr", "low", "marks", "tag", "text")

    def __init__(self, text: str, low: str, tag: str, marks: int, abbr: str = "") -> None:
        self.text = text
        self.low = low
        self.tag = tag
        self.marks = marks
        self.abbr = abbr

    def __repr__(self) -> str:
        return f"{self.text}/{self.tag}"

    def tagged(self, tag: str) -> Token:
        """The same word under another tag."""
        return Token(self.text, self.low, tag, self.marks, self.abbr) if self.abbr else _tagged((self.text, tag))

    def called(self, abbr: str) -> Token:
        """The same word with a short name after it."""
        return Token(self.text, self.low, self.tag, self.marks, abbr)


def _word(text: str) -> Token:
    low = text.lower()
    if not low.isascii():
        low = lowered(text)
    marks = marked().get(low, 0)
    if len(text) < 5 and MEMBER.fullmatch(text) is not None:
        marks |= NUMBERED
    tag = _first_tag(text, low)
    if low[-1:] in "ds" and tag == "N" and _is_strange(text):
        marks |= STRANGE
    return Token(text, low, tag, marks)


def _is_strange(text: str) -> bool:
    """Whether a word has a verb's ending, and no table tells that it is none: "flurbed", "flurbs"."""
    if not (len(text) > 4 and text.isascii() and text.isalpha() and text.islower()) or text in lexis.NO_VERBS:
        return False
    if text[-1] == "d":
        return text[-2] == "e"
    stem = text[:-1]
    return stem[-1] not in "sui" and stem not in lexis.NO_VERBS and not has_ending(stem)


MEMBER = re.compile(r"[-–‐]?\d{1,3}[a-zA-Z]?|[-–‐][α-ωA-Z]\d{0,2}|[A-Z]\d")
"""The number of another member of a family: the 3 of "caspase-8 and -3", the 2 of "ERK1 and 2", the E1 of "cyclins D1 and E1"."""

WORDS = Answers(_word)
"""Each word under the tag that it has by itself; `?` for what may be a verb."""
word_of = WORDS.__getitem__


def word(text: str, tag: str = "") -> Token:
    """A word under a given tag, or under the one that it has by itself."""
    return _tagged((text, tag)) if tag else word_of(text)


@once
def _tagged(word: tuple[str, str]) -> Token:
    text, tag = word
    token = word_of(text)
    return token if token.tag == tag else Token(text, token.low, tag, token.marks)


@cache
def marked() -> Mapping[str, int]:
    """The marks of the words that have any."""
    marks: dict[str, int] = {}
    for mark, words in (
        (TELLS, lexis.TRIGGERS),
        (DRAWN, lexis.ABOUT_DRAWING),
        (PHRASED, lexis.MARKS),
        (UNSURE, lexis.UNSURE),
        (BRACKETED, "()[]{}"),
        (COLON, ":"),
        (STEERING, lexis.STEERING),
    ):
        for low in words:
            marks[low] = marks.get(low, 0) | mark
    return marks


def lowered(text: str) -> str:
    """A word as the tables know it: small letters, one kind of hyphen."""
    low = text.lower()
    return low if low.isascii() else low.replace("‐", "-").replace("‑", "-")


def _first_tag(text: str, low: str) -> str:
    if text in ",;:":
        return "," if text == "," else ";"
    tag: str = lexis.TAGS.get(low, "")
    if tag and (text == low or (text[1:] == low[1:] and len(text) > 2)):
        return tag
    if low in lexis.FORMS and (text == low or text[1:] == low[1:] or not (text.isupper() or text[:-1].isupper())):
        return "?"
    if len(low) > 4 and low.endswith("ly") and low not in lexis.NOT_ADVERBS:
        return "A"
    return "N"
