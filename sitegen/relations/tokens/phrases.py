"""Several words that are read as one: "in response to", "such as", "nuclear factor-κB"; arrows."""

from __future__ import annotations

from sitegen.relations import lexis
from sitegen.relations.tokens.words import PHRASED, Token, word


def join_phrases(tokens: list[Token]) -> list[Token]:
    """Several words that are read as one ("in response to") joined, and arrows tagged."""
    marked = [i for i, token in enumerate(tokens) if token.marks & PHRASED and _may_begin(tokens, i)]
    if not marked:
        return tokens
    out: list[Token] = []
    i = 0
    for at in marked:
        if at >= i:
            out += tokens[i:at]
            token, i = _joined(tokens, at)
            out.append(token)
    out += tokens[i:]
    return out


def _may_begin(tokens: list[Token], i: int) -> bool:
    """Whether the word after `i` goes on with a phrase that the word at `i` begins, or need not."""
    following = lexis.FOLLOWING[tokens[i].low]
    return not following or (i + 1 < len(tokens) and tokens[i + 1].low in following)


def _joined(tokens: list[Token], at: int) -> tuple[Token, int]:
    """The phrase or arrow at `at` as one token, or the word itself, and what comes after it."""
    token = tokens[at]
    if token.text in lexis.ARROWS:
        return token.tagged(">"), at + 1
    for parts, tag in lexis.PHRASES[token.low]:
        found = tokens[at : at + len(parts)]
        if tuple([t.low for t in found]) == parts:
            joined, short = word(" ".join([t.text for t in found]), tag), found[-1].abbr
            return joined.called(short) if short else joined, at + len(parts)
    return token, at + 1
