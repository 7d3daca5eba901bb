"""Verbs that no table knows: "A flurbed B, increasing C" says of B that A did something to it, not that B increases C.

What an unknown verb does is not known, so it states no arrow; what follows it goes on from its subject.
"""

from __future__ import annotations

from sitegen.relations import lexis
from sitegen.relations.names.symbols import has_ending, shaped
from sitegen.relations.tokens.words import STRANGE, Token

_VERBAL = "?VBMH"
_WALL = (";", "S", "R", "T")
"""Tags at which a clause ends whatever stands around them."""


def tag_unknown_verbs(tokens: list[Token]) -> None:
    """Tag as verbs the strange words with an -ed or -s that are their clause's only one, between who acts and an object."""
    for i, token in enumerate(tokens):
        if token.marks & STRANGE and token.tag == "N" and _is_verb(tokens, i):
            tokens[i] = token.tagged("V")


def _is_verb(tokens: list[Token], i: int) -> bool:
    if not 0 < i < len(tokens) - 1:
        return False
    before, after = tokens[i - 1], tokens[i + 1]
    if before.tag == "A" and i > 1:
        before = tokens[i - 2]
    if after.tag != "D" and not (after.tag == "N" and _named(after)):
        return False
    if before.tag == "R":
        return True
    # what a process does so, nobody else need have done: "apoptosis flurbs B, leading to C"
    if before.tag != "N" or not (after.tag == "D" or shaped(before.text)):
        return False
    return not _verb_before(tokens, i) and not _verb_after(tokens, i)


def _named(token: Token) -> bool:
    """Whether a word is a symbol or a substance."""
    return shaped(token.text) or token.low in lexis.CHEMICALS or has_ending(token.low)


def _finite(token: Token) -> bool:
    """Whether a word is, or may be, a finite verb."""
    return token.tag in _VERBAL and (token.tag != "?" or "ing" not in lexis.KINDS[token.low])


def _verb_before(tokens: list[Token], i: int) -> bool:
    """Whether the clause has its verb before the word at `i`: "A activates HA flurbed B", not "When A is cut, B flurbed C"."""
    comma = False
    for j in range(i - 1, -1, -1):
        token = tokens[j]
        if token.tag in _WALL:
            return False
        comma = comma or token.tag == ","
        if _finite(token):
            return not (comma and any(t.tag == "S" for t in tokens[:j]))
    return False


def _verb_after(tokens: list[Token], i: int) -> bool:
    """Whether the clause has its verb after the word at `i`: "HA flurbed B and C activate D", but not "A flurbed B and cut C"."""
    for j in range(i + 1, len(tokens)):
        token = tokens[j]
        if token.tag == "," or token.tag in _WALL:
            return False
        if token.tag == "C" and j + 1 < len(tokens) and tokens[j + 1].tag in _VERBAL:
            return False
        if _finite(token):
            return True
    return False
