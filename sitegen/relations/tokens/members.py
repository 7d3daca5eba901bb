"""Numbers that share the name before them: "caspase-8 and -9", "ERK1 and 2", "IFN-λ1, -λ2 and -λ3", "caspases 3 and 7"."""

from __future__ import annotations

import re

from sitegen.relations import lexis
from sitegen.relations.names.symbols import has_ending
from sitegen.relations.tokens.words import NUMBERED, Token, word

_STEM = re.compile(r"(.*[^\W\d_])([-–‐]?)\d{1,3}[a-zA-Z]?")
"""A name that ends in its number: what stands before that, and the dash between them."""
_DASHED = re.compile(r"(.*\w)[-–‐][^\W_]{1,3}")
_DASHES = "-–‐"
_MANY = 2  # digits of a number that may count things


def share_stems(tokens: list[Token]) -> None:
    """Give each number of such a list the name that stands before the first one."""
    for i in [i for i, token in enumerate(tokens) if token.marks & NUMBERED]:
        if i > 2 and tokens[i - 1].tag == "C" and _ends(tokens, i + 1):
            _share(tokens, i - 1)


def _ends(tokens: list[Token], k: int) -> bool:
    """Whether the number before `k` counts nothing: "ERK1 and 2 days" is no ERK2."""
    if k >= len(tokens) or tokens[k].tag not in "ND":
        # "MEX1 and 35 that are cut", "35 of them"
        return k >= len(tokens) or len(tokens[k - 1].text) < _MANY or tokens[k].low not in lexis.COUNTED_WORDS
    low = tokens[k].low
    return tokens[k - 1].text[0] in _DASHES or low in lexis.EFFECTS or low in lexis.TRANSPARENT


def _share(tokens: list[Token], i: int) -> None:
    """Complete the members of the list that ends after the "and" at `i`."""
    first = i - 1 - (tokens[i - 1].text == ",")
    places = [i + 1]
    while first > 1 and tokens[first].marks & NUMBERED and tokens[first - 1].text == ",":
        places.append(first)
        first -= 2
    last = tokens[i + 1].text[0]
    stem = _stem(tokens, first, last in _DASHES, last.isalpha())
    if stem:
        if stem[-2:-1] == "s" and stem[:-2].endswith(lexis.ENZYMES_ENDINGS):
            # "caspases-3 and -7"
            tokens[first] = word(stem[:-2] + tokens[first].text[len(stem) - 1 :], "N")
            stem = stem[:-2] + stem[-1]
        for k in places:
            tokens[k] = word(stem + tokens[k].text.lstrip(_DASHES), "N")


def _stem(tokens: list[Token], k: int, dashed: bool, lettered: bool) -> str:
    """What the numbers after `k` share, with what parts it from a number; empty where nothing does."""
    text = tokens[k].text
    if tokens[k].marks & NUMBERED:
        return _of_words(tokens, k)
    if lettered:
        return ""  # "FOX2 and E2"
    if dashed:
        found = _DASHED.fullmatch(text)
        return found[1] + "-" if found else ""
    found = _STEM.fullmatch(text)
    return found[1] + found[2] if found and (found[2] or any(map(str.isupper, text))) else ""


def _of_words(tokens: list[Token], k: int) -> str:
    """What the number or letter at `k` is of, in the singular from now on: "caspases 3 and 7"; empty for other words."""
    one = tokens[k - 1].text.removesuffix("s")
    low, member = one.lower(), tokens[k].text
    if member.isdigit():
        named = low.endswith(lexis.ENZYMES_ENDINGS) and low not in lexis.NOT_NAMES
    else:
        named = member[0].isalpha() and one != tokens[k - 1].text and has_ending(low)
    if not named:
        return ""
    tokens[k - 1] = word(one, "N")
    return one + " "
