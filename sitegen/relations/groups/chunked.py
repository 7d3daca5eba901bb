"""A sentence as chunks, and the questions about what stands where that rules of groups and of clauses ask."""

from __future__ import annotations

from collections.abc import Callable

from sitegen.relations import lexis
from sitegen.relations.phrases.phrase import Phrase, inside, interpret, opening, opens_otherwise
from sitegen.relations.tagging.chunks import Chunk
from sitegen.relations.tokens.words import Token

_NOTHING = [""] * 40
_LONGEST_LIST = 100
"""Chunks: nobody reads a longer list to its end."""
_THIRD = frozenset({"s"})
_NO_PHRASE = Phrase()


class Chunked:
    """The tokens, chunks and noun phrases of one sentence."""

    __slots__ = ("chunks", "kind", "phrase", "tokens", "word")

    def __init__(self, tokens: list[Token], chunks: list[Chunk]) -> None:
        self.tokens = tokens
        self.chunks = chunks
        kinds, words = [c.kind for c in chunks], [c.word for c in chunks]
        # past either end there is nothing: index -1 and -2 meet the padding, and no rule looks further than it
        kinds += _NOTHING
        words += _NOTHING
        self.kind: Callable[[int], str] = kinds.__getitem__
        """The kind of chunk `k`, empty past the end."""
        self.word: Callable[[int], str] = words.__getitem__
        """The word of chunk `k`, empty past the end."""
        self.phrase: Callable[[int], Phrase] = _phrases(tokens, chunks).__getitem__
        """The reading of the noun phrase `k`."""

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
        return chunk.high - chunk.low == 1 and token.tag == "V" and lexis.KINDS.get(token.low) == _THIRD

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
        if self.kind(j) == ",":
            j = self._after_aside(j)
        return self.finite_at(j) and self.chunks[j].form == "fin"

    def joins_head(self, k: int) -> bool:
        """Whether a finite verb after a comma is said of the nouns at `k`, which a "which" with its clause may follow.

        "A, which activates B, or C, inhibits D", "A, which activates B, and C, which activates D, inhibit E".
        """
        j = self._over_nouns(k)
        if self.kind(j) == "," and self.kind(j + 1) == "R" and self.kind(j + 2) == "V":
            j = self._over_nouns(j + 3)
        j += self.kind(j) == ","
        if not self.finite_at(j) or self.chunks[j].form != "fin":
            return False
        # "A, directly or indirectly inhibits B", but not "A and inhibits B"
        return self.kind(j - 1) == "," or (self.kind(j - 1) == "C" and self.tokens[self.chunks[j - 1].low - 1].tag == "A")

    def _over_nouns(self, k: int) -> int:
        """The chunk after the noun phrases from `k` on that small words and commas join."""
        while self.kind(k) in ("N", "P", "C") or (self.kind(k) == "," and self.kind(k + 1) in ("N", "C")):
            k += 1
        return k

    def closes_relative(self, low: int, k: int) -> bool:
        """Whether the noun phrase at `k`, after a comma and an "and", ends the "which" whose verb has its object at `low`.

        It does where what "which" is said of still waits for its verb.
        """
        j = low - 2 - (self.kind(low - 1) == "P")
        if self.kind(j) != "R" or not self.joins_head(k):
            return False
        while j > 0 and self.kind(j - 1) in ("N", ",", "C", "P", "E", "R"):
            j -= 1
        return j == 0 or self.kind(j - 1) in ("S", ";")

    def _after_aside(self, j: int) -> int:
        """What comes after the noun phrases between the comma at `j` and the next one: "and B, a kinase of C, activates"."""
        place = j + 1 + (self.kind(j + 1) == "C")
        if self.kind(place) != "N":
            return j
        place += 1
        while self.kind(place) == "P" and self.kind(place + 1) == "N":
            place += 2
        if self.kind(place) != ",":
            return j
        place += 1
        return place + (self.kind(place) == "N" and self.phrase(place).hollow)

    def list_ahead(self, k: int, leading: bool, fronted: bool = False) -> bool:
        """Whether noun phrases and commas lead on to an "and" within the list.

        `leading` where the list is a clause's subject, `fronted` where it stands before that: "Upon loss of A, B, C, and D act".
        """
        for j in range(k, min(k + 24, len(self.chunks))):
            kind = self.kind(j)
            if kind == "C":
                return self.kind(j + 1) == "N" and not (fronted and self._opens_clause(j + 2)) and (
                    leading or j - k > 1 or not (self._opens_clause(j + 2) and self.kind(j - 1) != ",")
                )
            if kind == "N" or kind == ",":
                continue
            if kind == "P" and self.word(j) == "of":
                continue
            return False
        return all(self.kind(j) in ("N", ",") for j in range(k, len(self.chunks)))

    def _opens_clause(self, k: int) -> bool:
        """Whether a finite verb stands at `k`, and no participle with its agent: "A, B and C produced by D"."""
        return self.finite_at(k) and not (self.chunks[k].form == "ed" and self.word(k + 1) == "by")

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

    def examples_after(self, k: int) -> int:
        """Where examples of the class before chunk `k` begin after what is said of it: "enzymes involved in A, including B".

        0 where none do.
        """
        before = self.phrase(k - 1)
        if before.head not in lexis.LISTED or before.names:
            return 0
        j = k
        if self.kind(j) == "V":
            chunk = self.chunks[j]
            if chunk.form != "ed" or self.tokens[chunk.high - 1].low not in lexis.OF_CLASS_FORMS:
                return 0
            j += 1
        if self.kind(j) != "P":
            return 0
        while self.kind(j) in ("P", "C") and self.kind(j + 1) == "N":
            j += 2
        if j == k or self.kind(j - 1) != "N" or self.phrase(j - 1).head in lexis.LISTED:
            return 0
        j += self.kind(j) == ","
        return j if self.kind(j) == "E" else 0

    def comes_later(self, k: int) -> bool:
        """Whether the phrase at `k` is told as what follows: "and ultimately B", "and subsequent B"."""
        low = self.chunks[k].low
        before = low - 1 - (low > 1 and self.tokens[low - 1].tag == ",")
        low += self.tokens[low].tag == "D" and low + 1 < self.chunks[k].high
        return self.tokens[low].low in lexis.LATER_WORDS or (before >= 0 and self.tokens[before].low in lexis.LATER_WORDS)


def _phrases(tokens: list[Token], chunks: list[Chunk]) -> list[Phrase]:
    """The readings of the noun phrases at their places, and nothing at those of other chunks."""
    texts = tuple([t.text for t in tokens])
    short = tuple([t.abbr for t in tokens])
    named = any(short)
    found = [_NO_PHRASE] * len(chunks)
    for k, chunk in enumerate(chunks):
        if chunk.kind == "N":
            low, high = chunk.low, chunk.high
            while low < high - 1 and tokens[low].tag == "D":
                low += 1
            if named and any(short[low:high]):
                found[k] = interpret(texts[low:high], short[low:high], low == 0)
            else:
                found[k] = opening(texts[low:high]) if low == 0 and opens_otherwise(texts[0]) else inside(texts[low:high])
    return found
