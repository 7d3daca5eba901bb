"""Names of organisms: what the best known are commonly called, and which of a collection's names may be misspelt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from functools import lru_cache

from sitegen.model.catalog import Catalog, OrganismEntry
from sitegen.problems import Problem
from sitegen.text import slug

COMMON: Mapping[str, tuple[str, ...]] = {
    "homo_sapiens": ("human",), "mus_musculus": ("mouse", "mice"), "rattus_norvegicus": ("rat",), "danio_rerio": ("zebrafish",),
    "drosophila_melanogaster": ("fly", "fruit fly"), "caenorhabditis_elegans": ("worm", "c. elegans"),
    "arabidopsis_thaliana": ("thale cress", "arabidopsis"), "saccharomyces_cerevisiae": ("yeast",),
    "saccharomyces_cerevisiae_s288c": ("yeast",), "gallus_gallus": ("chicken",), "bos_taurus": ("cow", "cattle"),
    "sus_scrofa": ("pig",), "equus_caballus": ("horse",), "escherichia_coli": ("e. coli",),
}
"""What organisms are commonly called, by slug."""
_ALIKE = 0.85
"""Of two words: `sapeins` and `sapiens` are more alike, other species of a genus less."""


def doubtful_organisms(catalog: Catalog) -> tuple[Problem, ...]:
    """A warning for each organism of figures that is spelt nearly as a known one is, or called by its common name.

    Known are those with a curator's note, those whose taxonomy id a table gives, and the best known.
    """
    known = {s: s.replace("_", " ").capitalize() for s in COMMON if s.count("_") == 1}
    known.update((o.slug, o.name) for o in catalog.organisms if _is_known(o))
    called = {slug(name): known[s] for s, names in COMMON.items() if s in known for name in names}
    called.update((slug(o.note.common), o.name) for o in catalog.organisms if o.note and o.note.common)
    doubted = (o for o in catalog.organisms if o.figures and o.slug not in known)
    spelt = _Spelt(known.values())
    return tuple(_doubt(o, meant) for o in doubted if (meant := called.get(o.slug) or spelt.meant(o.name)))


def _is_known(organism: OrganismEntry) -> bool:
    return organism.note is not None or organism.taxon_id is not None


def _doubt(organism: OrganismEntry, meant: str) -> Problem:
    number = len(organism.figures)
    what = f"'{organism.name[:80]}', of {number} figure{'' if number == 1 else 's'}, is an organism of its own"
    return Problem(min(s.path for s in organism.figures), 1, 1, "W405", what, f"Did you mean '{meant}'?")


class _Spelt:
    """The known names by their first words, as a collection has thousands of names, but fewer genera."""

    def __init__(self, known: Iterable[str]) -> None:
        self._names: dict[str, list[tuple[str, list[str]]]] = {}
        self._near: dict[str, list[str]] = {}
        for name in sorted(known):
            first, *others = name.casefold().split()
            self._names.setdefault(first, []).append((name, others))

    def meant(self, name: str) -> str:
        """The first of the known names that has as many words as a name, each the same or nearly so; empty where none has."""
        first, *others = name.casefold().split()
        if not others:
            return ""
        if first not in self._near:
            self._near[first] = [one for one in self._names if _alike(first, one)]
        found = (one for near in self._near[first] for one, words in self._names[near]
                 if len(words) == len(others) and all(map(_alike, others, words)))
        return min(found, default="")


def _alike(word: str, other: str) -> bool:
    """Whether two words are the same or nearly so."""
    if word == other or abs(len(word) - len(other)) > 2:
        return word == other
    if len(_letters(word) ^ _letters(other)) > (1 - _ALIKE) * (len(word) + len(other)):
        return False  # so many letters have no partner, and this is seen sooner
    return SequenceMatcher(None, word, other).ratio() >= _ALIKE


@lru_cache(maxsize=8192)
def _letters(word: str) -> frozenset[str]:
    return frozenset(word)
