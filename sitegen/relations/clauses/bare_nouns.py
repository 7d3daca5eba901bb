"""Nouns of change that are an object by themselves: "A inhibits translation", "A regulates gene expression"."""

from __future__ import annotations

from sitegen.relations import lexis
from sitegen.relations.arguments import Arg
from sitegen.relations.clauses.walk import Walk
from sitegen.relations.names.name import Name
from sitegen.relations.names.symbols import shaped


def bare_expression(walk: Walk, k: int) -> list[Arg]:
    """What the phrase at chunk `k`, an object of which nothing hangs on a small word, names where it is no name's expression."""
    at, phrase = walk.at, walk.at.phrase(k)
    name = " ".join(phrase.whole.lower().split()[-2:])
    if name not in lexis.EXPRESSING_NOUNS:
        return []
    joined = at.kind(k + 1) == "C" and not (at.kind(k + 2) == "N" and at.heads_clause(k + 2))
    if phrase.agents or joined or at.first(k) in lexis.OWNERS_WORDS or any(map(shaped, phrase.whole.split())):
        return []
    if at.first(k) == "the" and at.kind(k + 1) == "P":
        return []  # "the gene expression in the B pathway"
    return [Arg(Name(name, "bare"), phrase.sign)]
