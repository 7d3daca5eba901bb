"""Series of past verbs: "A raised B, lowered C, blocked D and caused E"."""

from __future__ import annotations

from sitegen.relations import lexis
from sitegen.relations.tokens.words import STRANGE, Token

_AUXILIARY = ("B", "H", "M", "T", "X")
_GOES_ON = ("N", "D", "P", "A", "C")
_LONGEST = 40
"""Words in which a series has to end."""


def in_series(tokens: list[Token], i: int) -> bool:
    """Whether the form with -ed after a comma at `i` goes on a past verb before, and an "and V-ed" closes the series."""
    return _is_ended(tokens, i) and _is_begun(tokens, i)


def _is_begun(tokens: list[Token], i: int) -> bool:
    """Whether a past verb stands before, or one before a "which" that goes on in the present: "A cut B, which is C, raised D"."""
    present = False
    for j in range(i - 2, 0, -1):
        tag = tokens[j].tag
        if tag == "V":
            if _is_past(tokens[j]):
                return tokens[j - 1].tag not in _AUXILIARY and tokens[j + 1].low != "by" and not present
            if tokens[j].low.endswith("ing"):
                return False
            present = True
        elif tag == "R":
            present = False
        elif tag in (";", "S") or tag in _AUXILIARY:
            return False
    return False


def _is_ended(tokens: list[Token], i: int) -> bool:
    """Whether verbs with -ed follow after commas, the last one after an "and"."""
    for j in range(i + 1, min(i + _LONGEST, len(tokens) - 2)):
        tag, after = tokens[j].tag, tokens[j + 1]
        if tag == "C" and _is_past(after):
            return tokens[j + 2].tag in ("N", "D", "?")
        if tag == "," and not (_is_past(after) or after.tag == "C"):
            return False
        if tag not in _GOES_ON and tag != "," and not _is_past(tokens[j]):
            return False
    return False


def _is_past(token: Token) -> bool:
    """Whether a word is, or may be, a form with -ed."""
    return token.tag in ("?", "V") and ("ed" in lexis.KINDS.get(token.low, ()) or token.marks & STRANGE > 0)
