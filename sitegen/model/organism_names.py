"""Names of organisms: what the best known are commonly called, and which of a collection's names may be misspelt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher

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
    return tuple(_doubt(o, meant) for o in doubted if (meant := called.get(o.slug) or _meant(o.name, known.values())))


def _is_known(organism: OrganismEntry) -> bool:
    return organism.note is not None or organism.taxon_id is not None


def _doubt(organism: OrganismEntry, meant: str) -> Problem:
    number = len(organism.figures)
    what = f"'{organism.name[:80]}', of {number} figure{'' if number == 1 else 's'}, is an organism of its own"
    return Problem(min(s.path for s in organism.figures), 1, 1, "W405", what, f"Did you mean '{meant}'?")


def _meant(name: str, known: Iterable[str]) -> str:
    """The first of the known names that has as many words as a name, each the same or nearly so; empty where none has."""
    words = name.casefold().split()
    return next((one for one in sorted(known) if _alike(words, one.casefold().split())), "")


def _alike(words: list[str], others: list[str]) -> bool:
    return len(words) == len(others) > 1 and all(a == b or _nearly(a, b) for a, b in zip(words, others, strict=True))


def _nearly(word: str, other: str) -> bool:
    return abs(len(word) - len(other)) < 3 and SequenceMatcher(None, word, other).ratio() >= _ALIKE
