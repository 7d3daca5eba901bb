"""Which figures name which genes, chemicals and diseases: small enough for the whole collection to be held at once."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from sitegen.indexes.rows import gene_key
from sitegen.model.figure import Figure
from sitegen.model.routes import is_portable

MIN_FIGURES = 2
_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")
_LISTS = re.compile(r"(?i)index(-\d+)?|list")  # stand beside the pages
_MAX_STEM = 80


class Entity(NamedTuple):
    """A gene, chemical or disease as one figure names it; genes have no accessions of their own here."""

    key: str
    name: str
    mesh: str | None = None
    xref: str | None = None


class FigureFacts(NamedTuple):
    """What the collection's registers and filters need of a figure; genes are symbols."""

    journal: str
    genes: tuple[str, ...]
    chemicals: tuple[Entity, ...]
    diseases: tuple[Entity, ...]


class Entry(NamedTuple):
    """An entity of the whole collection: its key, the name most figures give it, its page's name, if it has one."""

    key: str
    name: str
    mesh: str | None
    xref: str | None
    stem: str | None
    figures: int


class Register:
    """Collects the entities of figures, in the order in which the figures are added."""

    def __init__(self) -> None:
        self._numbers: dict[Entity | str, int] = {}
        self._counts: list[int] = []
        self._members = array("I")
        self._starts = array("I", [0])

    def add(self, entities: Iterable[Entity | str]) -> None:
        """Adds the next figure; a gene is its symbol."""
        numbers, counts = self._numbers, self._counts
        for entity in entities:
            number = numbers.get(entity)
            if number is None:
                number = numbers[entity] = len(counts)
                counts.append(0)
            counts[number] += 1
            self._members.append(number)
        self._starts.append(len(self._members))

    def listing(self, order: Sequence[int]) -> Listing:
        """The entities by key, and the figures that name them; `order` holds places of figures, as documents are numbered."""
        spellings: dict[str, list[tuple[int, Entity]]] = {}
        named = [e if isinstance(e, Entity) else Entity(gene_key(e), e) for e in self._numbers]
        for entity, count in zip(named, self._counts, strict=True):
            spellings.setdefault(entity.key, []).append((-count, entity))
        keys = sorted(spellings)
        places = {key: i for i, key in enumerate(keys)}
        number_to_key = array("I", [places[e.key] for e in named])
        members = array("I")
        starts = array("I", [0])
        figures = [0] * len(keys)
        for place in order:
            mine = sorted({number_to_key[n] for n in self._members[self._starts[place] : self._starts[place + 1]]})
            for key in mine:
                figures[key] += 1
            members.extend(mine)
            starts.append(len(members))
        best = [min(spellings[key], key=lambda s: (s[0], s[1].name, s[1].mesh or "", s[1].xref or ""))[1] for key in keys]
        stems = page_stems([e.name if figures[i] >= MIN_FIGURES else None for i, e in enumerate(best)])
        entries = [Entry(k, e.name, e.mesh, e.xref, stem, n) for k, e, stem, n in zip(keys, best, stems, figures, strict=True)]
        return Listing(entries, members, starts)


class Listing(NamedTuple):
    """Entries sorted by key; `members[starts[d]:starts[d + 1]]` are the entries of document `d`."""

    entries: list[Entry]
    members: array[int]
    starts: array[int]

    def documents(self) -> tuple[array[int], array[int]]:
        """The same turned round: (documents, starts) by entry, documents ascending."""
        starts = array("I", bytes(4 * (len(self.entries) + 1)))
        total = 0
        for i, entry in enumerate(self.entries):
            starts[i] = total
            total += entry.figures
        starts[len(self.entries)] = total
        at = list(starts)
        documents = array("I", bytes(4 * total))
        for document, (a, b) in enumerate(pairwise(self.starts)):
            for entry_number in self.members[a:b]:
                documents[at[entry_number]] = document
                at[entry_number] += 1
        return documents, starts


def page_stems(names: Sequence[str | None]) -> list[str | None]:
    """A file name for each name, distinct on file systems that ignore case; None stays None.

    Letters, digits, `.`, `-` and `_` are kept and others become `_`; names that agree get `~2`, `~3` in their order,
    those of lists and those that Windows reserves a `_`.
    """
    taken: dict[str, int] = {}
    stems: list[str | None] = []
    for name in names:
        if name is None:
            stems.append(None)
            continue
        stem = _UNSAFE.sub("_", name)[:_MAX_STEM].strip("._") or "_"
        if _LISTS.fullmatch(stem) or not is_portable(f"{stem}.html"):
            head, dot, rest = stem.partition(".")  # Windows reserves `con.1`, too
            stem = f"{head}_{dot}{rest}"
        low = stem.casefold()
        taken[low] = taken.get(low, 0) + 1
        stems.append(stem if taken[low] == 1 else f"{stem}~{taken[low]}")
    return stems


def figure_facts(figure: Figure) -> FigureFacts:
    """The facts of a figure."""
    paper = figure.paper
    return FigureFacts(
        paper.journal or paper.journal_abbreviation or "",
        tuple(sorted({g.symbol for g in figure.genes if g.symbol})),
        _distinct(Entity(c.key, c.label, c.mesh, c.chebi) for c in figure.chemicals),
        _distinct(Entity(d.key, d.label, d.mesh, d.doid) for d in figure.diseases),
    )


def _distinct(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """One entity a key, sorted: the first of each."""
    first: dict[str, Entity] = {}
    for entity in entities:
        first.setdefault(entity.key, entity)
    return tuple(first[k] for k in sorted(first))
