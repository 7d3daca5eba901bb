"""A noun phrase while it is read: its words, and what has been found out of them so far."""

from __future__ import annotations

from typing import NamedTuple

from sitegen.relations import lexis
from sitegen.relations.lexis import Effect
from sitegen.relations.names.name import Name
from sitegen.relations.names.naming import short_symbol


class Agent(NamedTuple):
    """A name that acts on the phrase: `LPS` of "LPS-induced apoptosis"."""

    name: Name
    effect: Effect


class Parts:
    """The words that are left of a phrase, as they stand (`texts`) and as the tables know them (`low`), and what others said.

    `short` are the short names after them; `all_low` and `whole` the phrase as it was.  `end` is where the nouns after the
    name begin, `core` what is left without them.  `signed` says that a word before the name tells its sign, `altered`
    that one says it is another, `chain_word` that one after it makes a chain of it; `head` is the last word.
    """

    __slots__ = (
        "agents", "all_low", "altered", "bearer", "chain_word", "core", "core_low", "effect", "end", "head", "low", "name", "on",
        "opens", "short", "sign", "signed", "texts", "unsigned", "whole", "words",
    )  # fmt: skip

    def __init__(self, words: tuple[str, ...], low: list[str], short: tuple[str, ...], opens: bool) -> None:
        self.words = words
        self.texts = list(words)
        self.low = low
        self.all_low = low[:]
        self.whole = " ".join(words)
        self.short = short
        self.opens = opens
        self.sign = 1
        self.signed = False
        self.unsigned = self.altered = False
        self.agents: list[Agent] = []
        self.on: tuple[Agent, ...] = ()
        self.bearer: Effect | None = None
        self.effect: Effect | None = None
        self.chain_word = False
        self.head = ""
        self.end = 0
        self.core: list[str] = []
        self.core_low: list[str] = []
        self.name: Name | None = None
        if opens and self._begins_small():
            self.texts[0] = low[0]

    def _begins_small(self) -> bool:
        """Whether the first word has its capital from the sentence alone."""
        first = self.words[0]
        if first != "NO" and self.low[0] in lexis.TAGS:
            return True
        if (any(map(str.isdigit, first)) or ". " in first) and first.rpartition("-")[2] in lexis.SUFFIXES:
            return False  # "Ca2+-dependent", "H. pylori-induced"
        return first[:1].isupper() and first[1:].islower() and not short_symbol(first)

    def turn(self, effect: Effect) -> None:
        """A noun of change over the name: the outermost one is kept, and each that lessens turns the sign."""
        if self.effect is None:
            self.effect = effect
        if effect.sign < 0:
            self.sign = -self.sign
        self.unsigned = self.unsigned or effect.group in BARE

    def start_at(self, i: int) -> None:
        """Leave the first words out."""
        self.short = self.short[i:]
        if i:
            self.texts, self.low = self.texts[i:], self.low[i:]
            self.opens = False


BARE = frozenset({"conversion", "regulation", "phosphorylation", "dephosphorylation"})
"""Groups of nouns that say that something is done to a name, not to what end."""
