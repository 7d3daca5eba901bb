"""A lexicon learned from the mention tables of a whole collection: which words name something, and which a gene."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sitegen.once import once
from sitegen.relations import lexis
from sitegen.text import fold_name, tidy_word

SEVERAL = "*"
"""What stands for the genes of a name that several have: a family, or a synonym of more than one."""


@dataclass(slots=True)
class Lexicon:
    """Folded names, filled a chunk at a time, with the symbol of the gene that each stands for.

    The symbol is `SEVERAL` where tables give a name several genes, and empty where it names no gene; of spellings that differ
    by case the first in alphabetical order is kept.  So the order of chunks does not matter.
    """

    symbols: dict[str, str] = field(default_factory=dict)

    def add(self, names: Iterable[str | None], symbol: str = "") -> None:
        """Take in the names in one row of a table, and the symbol of the gene that they stand for."""
        for name in names:
            key = _key(name) if name else ""
            if key:
                known = self.symbols.get(key)
                if known != symbol:
                    self.symbols[key] = symbol if known is None else _joined(known, symbol)

    def take(self, symbols: Mapping[str, str]) -> None:
        """Take in another lexicon's names; the result is the same either way round."""
        mine = self.symbols
        for key, symbol in symbols.items():
            known = mine.get(key)
            if known != symbol:
                mine[key] = symbol if known is None else _joined(known, symbol)

    def merge(self, other: Lexicon) -> Lexicon:
        """Both lexicons as one; the result is the same either way round."""
        merged = Lexicon(dict(self.symbols))
        merged.take(other.symbols)
        return merged

    def mapping(self) -> Mapping[str, str]:
        """The lexicon as `read_caption` takes it, in the order of the names."""
        return dict(sorted(self.symbols.items()))


def _joined(symbol: str, other: str) -> str:
    """What a name stands for that two rows of tables give these symbols."""
    if not symbol or not other:
        return symbol or other
    return min(symbol, other) if symbol.casefold() == other.casefold() else SEVERAL


def learn(genes: Iterable[tuple[str | None, ...]], others: Iterable[tuple[str | None, ...]] = ()) -> Lexicon:
    """The lexicon of rows of tables: of genes, each with its symbol first, and of chemicals and diseases.

    Words that are also plain English (`was`, `impact`, `rest`, `sun`), that steer a sentence, or that are
    shorter than three letters and digits are left out: a symbol such as `REST` is known in a caption by
    its capitals.
    """
    lexicon = Lexicon()
    for names in dict.fromkeys(genes):
        lexicon.add(dict.fromkeys(names), names[0] or "")  # a symbol is most often its own match and word, too
    for names in dict.fromkeys(others):
        lexicon.add(dict.fromkeys(names))
    return lexicon


@once
def _key(name: str) -> str:
    """A name as the lexicon knows it, empty where it tells nothing."""
    return fold_name(tidy_word(name)) if name and _tells(name) else ""


def _tells(name: str) -> bool:
    low = tidy_word(name).lower()
    if len(low) < 3 or not any(c.isalpha() for c in low):
        return False
    return not (low in lexis.PLAIN_ENGLISH or (len(low) > 4 and low.rstrip("s") in lexis.PLAIN_ENGLISH))
