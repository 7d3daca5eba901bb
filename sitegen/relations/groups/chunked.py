"""A sentence as chunks, and the questions about what stands where that rules of groups and of clauses ask."""

from __future__ import annotations

from collections.abc import Callable

from sitegen.relations import lexis
from sitegen.relations.phrases.phrase import Phrase, inside, interpret, opening
from sitegen.relations.tagging.chunks import Chunk
from sitegen.relations.tokens.words import Token

_NOTHING = [""] * 40
_LONGEST_LIST = 100
"""Chunks: nobody reads a longer list to its end."""
_THIRD = frozenset({"s"})


class Chunked:
    """The tokens and chunks of one sentence, with each noun phrase read when it is first asked for."""

    __slots__ = ("_phrases", "_short", "_texts", "chunks", "kind", "tokens", "word")

    def __init__(self, tokens: list[Token], chunks: list[Chunk]) -> None:
        self.tokens = tokens
        self.chunks = chunks
        self._phrases: list[Phrase | None] = [None] * len(chunks)
        self._texts = tuple([t.text for t in tokens])
        short = tuple([t.abbr for t in tokens])
        self._short = short if any(short) else ()
        # past either end there is nothing: index -1 and -2 meet the padding, and no rule looks further than it
        self.kind: Callable[[int], str] = [*[c.kind for c in chunks], *_NOTHING].__getitem__
        """The kind of chunk `k`, empty past the end."""
        self.word: Callable[[int], str] = [*[c.word for c in chunks], *_NOTHING].__getitem__
        """The word of chunk `k`, empty past the end."""

    def phrase(self, k: int) -> Phrase:
        """The reading of the noun phrase `k`."""
        found = self._phrases[k]
        if found is None:
            found = self._phrases[k] = self._read(self.chunks[k])
        return found

    def _read(self, chunk: Chunk) -> Phrase:
        low, high = chunk.low, chunk.high
        while low < high - 1 and self.tokens[low].tag == "D":
            low += 1
        texts, short = self._texts[low:high], self._short[low:high]
        if short and any(short):
            return interpret(texts, short, low == 0)
        return inside(texts) if low else opening(texts)

    def first(self, k: int) -> str:
        """The first word of chunk `k` as the tables know it."""
        return self.tokens[self.chunks[k].low].low

    def finite_at(self, k: int) -> bool:
        """Whether a finite verb group stands at `k`."""
        return self.kind(k) == "V" and self.chunks[k].form in ("fin", "ed")

    def third_person(self, k: int) -> bool:
        """Whether the verb at `k` says by its -s that its subject is one."""
        chunk = self.chunks[k]
        token = self.tokens[chunk.high - 1]
        return chunk.high - chunk.low == 1 and token.tag == "V" and lexis.KINDS[token.low] == _THIRD

    def heads_clause(self, k: int) -> bool:
        """Whether the noun phrase at `k`, or the list that it opens, stands before a finite verb."""
        j, end = k + 1, k + _LONGEST_LIST
        while j < end and self.kind(j) in ("P", "C") and self.kind(j + 1) == "N":
            if self.kind(j) == "C" and self.kind(j + 2) == "V" and self.third_person(j + 2):
                # "binds to A and B and C binds to D"
                return False
            j += 2
        if self.kind(j) == "," and self.kind(j + 1) == "V" and self.chunks[j + 1].form == "ed" and self.word(j + 2) == "by":
            # "A activates B and C, controlled by D, allows E"
            j += 4
            while self.kind(j) == "P" and self.kind(j + 1) == "N":
                j += 2
            return self.kind(j) == "," and self.finite_at(j + 1) and self.chunks[j + 1].form == "fin"
        return self.finite_at(j) and self.chunks[j].form == "fin"

    def list_ahead(self, k: int, leading: bool) -> bool:
        """Whether noun phrases and commas lead on to an "and" within the list; `leading` at a sentence's start."""
        for j in range(k, min(k + 24, len(self.chunks))):
            kind = self.kind(j)
            if kind == "C":
                return self.kind(j + 1) == "N" and (
                    leading or j - k > 1 or not (self.finite_at(j + 2) and self.kind(j - 1) != ",")
                )
            if kind == "N" or kind == ",":
                continue
            if kind == "P" and self.word(j) == "of":
                continue
            return False
        return all(self.kind(j) in ("N", ",") for j in range(k, len(self.chunks)))

    def ends_in_and(self, k: int) -> bool:
        """Whether an "and" joins a last member to the list after chunk `k`."""
        if self.word(k + 1) == "of":
            return False  # "A, an intermediate of B and C"
        for j in range(k + 1, min(k + 16, len(self.chunks))):
            kind = self.kind(j)
            if kind == "C" and self.kind(j + 1) == "N":
                return True
            if kind not in ("N", ",", "P"):
                return False
        return False

    def names_class(self, k: int, after: int) -> bool:
        """Whether the phrase at `k` is "the" and a class noun, named by the lone phrase at `after`."""
        return (
            self.kind(k) == "N"
            and self.first(k) in lexis.DEFINITE_WORDS
            and self.phrase(k).head in lexis.CLASS
            and self.kind(after + 1) not in ("C", "P")
            and bool(self.phrase(after).names)
        )

    def comes_later(self, k: int) -> bool:
        """Whether the phrase at `k` is told as what follows: "and ultimately B", "and subsequent B"."""
        low = self.chunks[k].low
        return self.tokens[low].low in lexis.LATER_WORDS or (low > 0 and self.tokens[low - 1].low in lexis.LATER_WORDS)
