"""A lexicon learned from the mention tables of a whole collection: which words name something."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from sitegen.relations import lexis
from sitegen.text import fold_name, tidy_word


@dataclass(slots=True)
class Lexicon:
    """Folded names with their labels, filled a chunk at a time.

    `labels` maps a folded name to the first label it was seen with in alphabetical order, so that the
    order of chunks does not matter.
    """

    labels: dict[str, str] = field(default_factory=dict)

    def add(self, names: tuple[str, ...]) -> None:
        """Take in one row of a table: its label first (a symbol, or the name of a chemical), then its other names."""
        label = next((n for n in names if n), "")
        for name in names:
            key = _key(name)
            if key and (key not in self.labels or label < self.labels[key]):
                self.labels[key] = label

    def take(self, labels: Mapping[str, str]) -> None:
        """Take in another lexicon's labels; the result is the same either way round."""
        mine = self.labels
        for key, label in labels.items():
            if key not in mine or label < mine[key]:
                mine[key] = label

    def merge(self, other: Lexicon) -> Lexicon:
        """Both lexicons as one; the result is the same either way round."""
        merged = Lexicon(dict(self.labels))
        merged.take(other.labels)
        return merged

    def mapping(self) -> Mapping[str, str]:
        """The lexicon as `read_caption` takes it, in the order of the names."""
        return dict(sorted(self.labels.items()))


def learn(mentions: Iterable[tuple[str, ...]]) -> Lexicon:
    """The lexicon of a chunk of table rows, each (label, other name, …).

    Words that are also plain English (`was`, `impact`, `rest`, `sun`), that steer a sentence, or that are
    shorter than three letters and digits are left out: a symbol such as `REST` is known in a caption by
    its capitals.
    """
    lexicon = Lexicon()
    seen: set[tuple[str, ...]] = set()
    for names in mentions:
        if names not in seen:
            seen.add(names)
            lexicon.add(names)
    return lexicon


@lru_cache(maxsize=65536)
def _key(name: str) -> str:
    """A name as the lexicon knows it, empty where it tells nothing."""
    return fold_name(tidy_word(name)) if name and _tells(name) else ""


def _tells(name: str) -> bool:
    low = tidy_word(name).lower()
    if len(low) < 3 or not any(c.isalpha() for c in low):
        return False
    return not (low in lexis.PLAIN_ENGLISH or (len(low) > 4 and low.rstrip("s") in lexis.PLAIN_ENGLISH))
