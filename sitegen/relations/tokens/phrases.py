"""Several words that are read as one: "in response to", "such as", "nuclear factor-κB"; arrows."""

from __future__ import annotations

from sitegen.relations import lexis
from sitegen.relations.tokens.words import PHRASED, Token, word


def join_phrases(tokens: list[Token]) -> list[Token]:
    """Several words that are read as one ("in response to") joined, and arrows tagged."""
    starts = lexis.PHRASES
    following = lexis.FOLLOWING
    low = [t.low for t in tokens]
    low.append("")
    marked = [
        i
        for i, token in enumerate(tokens)
        if token.marks & PHRASED and (not following[token.low] or low[i + 1] in following[token.low])
    ]
    if not marked:
        return tokens
    out: list[Token] = []
    i, n = 0, len(tokens)
    for at in marked:
        if at < i:
            continue
        out.extend(tokens[i:at])
        i = at + 1
        token = tokens[at]
        if token.text in lexis.ARROWS:
            token = token.tagged(">")
        else:
            for parts, tag in starts[token.low]:
                j = at + len(parts)
                if j <= n and tuple(low[at:j]) == parts:
                    token = word(" ".join([t.text for t in tokens[at:j]]), tag)
                    i = j
                    break
        out.append(token)
    out.extend(tokens[i:])
    return out
