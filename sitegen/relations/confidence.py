"""How far an arrow can be trusted: what its pattern, the traits of its two names and its sentence earned on judged arrows.

The numbers stand in `data/confidence.toml`, which benchmarks/relations.py writes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from sitegen.once import Answers
from sitegen.relations import lexis
from sitegen.relations.arguments import Edge
from sitegen.relations.names.name import Name, folded
from sitegen.relations.names.symbols import has_ending

PRIOR = 0.8
"""The precision that a pattern without any example is given."""
WEIGHT = 6.0
"""How many examples the prior counts for."""
_NAME_WEIGHT = 4.0
"""How many examples speak for a trait before any is seen."""
_SHORT, _LONG = 80, 200
"""Characters: shorter sentences hold few clauses that can be mistaken for each other, longer ones many."""


class Judged(NamedTuple):
    """An arrow somebody judged: its pattern, the traits of its two names, whether it is right, how much it counts.

    `sentence` is the trait of its sentence, empty where that is not known.
    """

    pattern: str
    source: str
    target: str
    right: bool
    weight: float = 1.0
    sentence: str = ""


class Earned(NamedTuple):
    """Precision by pattern, and by trait of the name at either end and of the sentence the factors that raise or lower it."""

    patterns: Mapping[str, float]
    sources: Mapping[str, float]
    targets: Mapping[str, float]
    sentences: Mapping[str, float]
    threshold: float


def earn(judged: Iterable[Judged], threshold: float) -> Earned:
    """The confidences that judged arrows earn.

    A pattern's precision is drawn towards `PRIOR` as if it had `WEIGHT` examples of that precision, so
    that a pattern seen twice is not trusted fully; a trait's factor is drawn towards 1 likewise.
    """
    rows = list(judged)
    right: dict[str, float] = {}
    count: dict[str, float] = {}
    for row in rows:
        right[row.pattern] = right.get(row.pattern, 0) + row.weight * row.right
        count[row.pattern] = count.get(row.pattern, 0) + row.weight
    patterns = {p: (right[p] + PRIOR * WEIGHT) / (count[p] + WEIGHT) for p in sorted(count)}
    sources = _factors([(row.source, row) for row in rows], patterns)
    targets = _factors([(row.target, row) for row in rows], patterns)
    sentences = _factors([(row.sentence, row) for row in rows if row.sentence], patterns)
    return Earned(patterns, sources, targets, sentences, threshold)


def _factors(rows: list[tuple[str, Judged]], patterns: Mapping[str, float]) -> dict[str, float]:
    """For each trait how often its arrows are right, in shares of what their patterns promise."""
    seen: dict[str, float] = {}
    expected: dict[str, float] = {}
    for key, row in rows:
        seen[key] = seen.get(key, 0) + row.weight * row.right
        expected[key] = expected.get(key, 0) + row.weight * patterns[row.pattern]
    return {k: min(1.1, (seen[k] + _NAME_WEIGHT) / (expected[k] + _NAME_WEIGHT)) for k in sorted(seen)}


@cache
def shipped() -> Earned:
    """The confidences of the package's data, read once."""
    data = lexis.CONFIDENCE
    patterns, sources, targets, told = (data.get(name, {}) for name in ("patterns", "sources", "targets", "sentences"))
    return Earned(patterns, sources, targets, told, float(data["threshold"]))


def own_names(mentions: Iterable[str]) -> frozenset[str]:
    """The folded names of a figure's own tables."""
    names = set(map(folded, mentions))
    names.discard("")
    return frozenset(names)


def trait(text: str, kind: str) -> str:
    """What of a name tells how far its arrows can be trusted: how it was known, or that it is long or joined by a slash.

    A symbol with two words is seldom one name, unless the last says what it is ("B cell receptor"): something
    beside the name was taken for a part of it.
    """
    if kind not in ("shape", "cap"):
        return kind
    if text.count(" ") > 1:
        last = text.rpartition(" ")[2].lower()
        if last not in lexis.CLASSES and not has_ending(last) and " class " not in text:
            return "long"
    return "joint" if "/" in text else kind


def sentence_trait(length: int) -> str:
    """What a sentence's length tells of how far its arrows can be trusted."""
    return "short" if length < _SHORT else "long" if length >= _LONG else "middle"


class Trust:
    """How far the arrows of one caption can be trusted; each of its names is looked up once.

    A name of the figure's own tables (`mentions`, folded) counts as known; one that is known nowhere makes an arrow
    worthless.
    """

    __slots__ = ("_earned", "_sources", "_targets")

    def __init__(self, mentions: frozenset[str], lexicon: Mapping[str, str] | None, earned: Earned) -> None:
        def factor(name: Name, factors: Mapping[str, float]) -> float:
            text, kind = name
            if mentions or lexicon:
                kind = kind_of(text, kind, mentions, lexicon)
            if kind == "unknown":
                return 0.0
            if " " in text or "/" in text:
                kind = trait(text, kind)
            return 1.0 if kind == "table" else factors.get(kind, 0.9)

        self._earned = earned
        self._sources: Answers[Name, float] = Answers(lambda name: factor(name, earned.sources))
        self._targets: Answers[Name, float] = Answers(lambda name: factor(name, earned.targets))

    def of(self, edge: Edge, length: int) -> float:
        """The confidence of an arrow between 0 and 1: its pattern's, corrected for the weaker of its two names and its sentence.

        `length` is that of the sentence in characters.
        """
        earned = self._earned
        factor = min(1.1, self._sources[edge.source], self._targets[edge.target])
        factor *= earned.sentences.get(sentence_trait(length), 1.0)
        return round(min(0.99, earned.patterns.get(edge.pattern, PRIOR) * factor), 3)


def kind_of(text: str, kind: str, mentions: frozenset[str], lexicon: Mapping[str, str] | None) -> str:
    """How a name is known: `table` where the figure's tables or, for a name of doubt, the collection's hold it."""
    doubtful = kind in _DOUBTFUL
    if (mentions or (lexicon and doubtful)) and not (doubtful and text.lower() in lexis.PLAIN_ENGLISH):
        key = folded(text)
        if key in mentions:
            return "table"
        if doubtful and lexicon and (key in lexicon or (key[-1:] == "s" and key[:-1] in lexicon)):
            return "table"
    return kind


_DOUBTFUL = frozenset({"unknown", "opening", "ending", "long", "cap", "class"})
