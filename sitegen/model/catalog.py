"""The collection seen whole: a fold of summaries by paper, organism and year, in a fixed order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from sitegen.model.documents import OrganismNote
from sitegen.model.routes import organism_slug, page_clashes, page_of
from sitegen.model.summary import Summary
from sitegen.problems import Problem
from sitegen.text import squeeze

UNKNOWN_YEAR = "unknown"


class Neighbour(NamedTuple):
    """Another figure as a figure's page links it."""

    figid: str
    title: str
    label: str


class EntityPages(NamedTuple):
    """The names of pages of genes by symbol, and of chemicals and diseases by key, as far as a figure's page links them."""

    genes: Mapping[str, str]
    chemicals: Mapping[str, str]
    diseases: Mapping[str, str]


NO_PAGES = EntityPages({}, {}, {})


class Surroundings(NamedTuple):
    """What a figure's page needs of the rest of the collection."""

    name_repeats: bool
    same_paper: tuple[Neighbour, ...]
    pages: EntityPages = NO_PAGES
    taxa: tuple[tuple[str, str], ...] = ()
    """The figure's organisms whose NCBI Taxonomy id a curator's note gives, each with it."""


@dataclass(frozen=True, slots=True)
class OrganismEntry:
    """An organism with its figures, newest first, and the curator's note on it."""

    slug: str
    name: str
    figures: tuple[Summary, ...]
    note: OrganismNote | None = None
    taxon_id: str | None = None


@dataclass(frozen=True, slots=True)
class Catalog:
    """Every figure's summary, and the same by year and by organism; lists are newest first."""

    figures: tuple[Summary, ...]
    years: tuple[tuple[str, tuple[Summary, ...]], ...]
    organisms: tuple[OrganismEntry, ...]
    by_paper: Mapping[str, tuple[Summary, ...]]
    repeated_names: frozenset[str]

    noted_taxa: Mapping[str, str]
    """NCBI Taxonomy ids that curators' notes give, by the organism's slug."""

    def surroundings(self, summary: Summary) -> Surroundings:
        """The slice of the catalog that one figure's page depends on."""
        noted = self.noted_taxa
        return Surroundings(
            summary.name.casefold() in self.repeated_names,
            tuple(Neighbour(s.figid, s.title, s.label) for s in self.by_paper[summary.pmcid] if s.figid != summary.figid),
            taxa=tuple((o, noted[slug]) for o in summary.organisms if (slug := organism_slug(o)) in noted) if noted else (),
        )


def build_catalog(
    summaries: Iterable[Summary], notes: Iterable[OrganismNote] = (), taxa: Mapping[str, str] | None = None
) -> Catalog:
    """The catalog of a collection; `taxa` gives the NCBI taxonomy ids that its gene tables know.

    Of two notes on one organism, which `note_clashes` tells, the first counts.
    """
    figures = tuple(sorted(summaries, key=lambda s: s.figid))
    newest = sorted(figures, key=_newest)
    years: dict[str, list[Summary]] = {}
    papers: dict[str, list[Summary]] = {}
    for s in newest:
        years.setdefault(s.year or UNKNOWN_YEAR, []).append(s)
    for s in figures:
        papers.setdefault(s.pmcid, []).append(s)
    names = Counter(s.name.casefold() for s in figures)
    known: dict[str, OrganismNote] = {}
    for note in notes:
        known.setdefault(organism_slug(note.latin), note)
    return Catalog(
        figures=figures,
        years=tuple((year, tuple(rows)) for year, rows in sorted(years.items(), key=lambda item: _year_order(item[0]))),
        organisms=_organisms(newest, known, taxa or {}),
        by_paper={pmcid: tuple(rows) for pmcid, rows in papers.items()},
        repeated_names=frozenset(name for name, n in names.items() if n > 1),
        noted_taxa={slug: note.ncbi for slug, note in known.items() if note.ncbi},
    )


def note_clashes(notes: Iterable[OrganismNote]) -> tuple[Problem, ...]:
    """A fault for each note on an organism that another one is about; names that differ only in case are one."""
    own = ((page_of("organisms", organism_slug(note.latin), 1), note.path) for note in notes)
    return tuple(p._replace(hint="Keep one file for an organism, or correct `latin`.") for p in page_clashes(own, ()))


def _organisms(
    newest: list[Summary], known: Mapping[str, OrganismNote], taxa: Mapping[str, str]
) -> tuple[OrganismEntry, ...]:
    members: dict[str, dict[str, Summary]] = {}
    spellings: dict[str, Counter[str]] = {}
    for s in newest:
        for name in s.organisms:
            key = organism_slug(name)
            members.setdefault(key, {})[s.figid] = s
            spellings.setdefault(key, Counter())[squeeze(name)] += 1
    entries = []
    for key in sorted(members.keys() | known.keys()):
        note = known.get(key)
        names = spellings.get(key, Counter())
        name = note.latin if note else min(names, key=lambda n: (-names[n], n))
        taxon = note.ncbi if note and note.ncbi else next((taxa[n] for n in sorted(names) if n in taxa), None)
        entries.append(OrganismEntry(key, name, tuple(members.get(key, {}).values()), note, taxon))
    return tuple(sorted(entries, key=lambda e: (-len(e.figures), e.slug)))


def _newest(summary: Summary) -> tuple[int, str]:
    return (-int(summary.year) if summary.year else 0, summary.figid)


def _year_order(year: str) -> int:
    return -int(year) if year != UNKNOWN_YEAR else 1


def candidates(catalog: Catalog, number: int = 18) -> list[Summary]:
    """Figures that may be worth a first look, one of a paper, each under a name of its own.

    Those a curator drew come first, then those whose number of genes is neither small nor large.
    """
    ranked = sorted(
        (s for s in catalog.figures if s.name.casefold() not in catalog.repeated_names),
        key=lambda s: (not s.curated, abs(s.genes - 20), s.figid),
    )
    best: dict[str, Summary] = {}
    for s in ranked:
        best.setdefault(s.pmcid, s)
    return list(best.values())[:number]
