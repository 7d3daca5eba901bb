"""Pages of genes, chemicals and diseases: who they are, and the figures that show them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol
from urllib.parse import quote

from sitegen.model import external
from sitegen.model.routes import figure_path, href, page_of, root_of
from sitegen.pages.chart import year_chart
from sitegen.pages.contexts import EntitiesContext, EntityContext
from sitegen.pages.frame import Site, frame
from sitegen.pages.rows import Count, EntityFigure, Identifier, Link, NavItem
from sitegen.pages.words import counted

FIGURES = 50
"""Figures on an entity's page; the search goes on from there."""
_LEAN_FIGURES = 5
"""The same in a large collection."""
_WORDS = 12
PARTNERS = 8
"""Genes that are often drawn with an entity."""
_FEW, _FEW_PARTNERS = 3, 5
"""In so few figures many genes tie: on a page of a large collection a few of them do."""
_PER_LIST = 500
_READABLE = ":"  # stands as it is in a query
_ONE = {"genes": "gene", "chemicals": "chemical", "diseases": "disease"}
_OTHER = "other"


class GeneDetails(NamedTuple):
    """A gene's identifiers (organism, gene id, organism's id, figures) and words (word, figures), most figures first."""

    identifiers: tuple[tuple[str, str, str | None, int], ...]
    words: tuple[tuple[str, int], ...]


class Named(Protocol):
    """What a page needs of an entry of a register."""

    @property
    def name(self) -> str: ...
    @property
    def mesh(self) -> str | None: ...
    @property
    def xref(self) -> str | None: ...
    @property
    def stem(self) -> str | None: ...
    @property
    def figures(self) -> int: ...


class Line(Protocol):
    """A figure in a list."""

    @property
    def figid(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def year(self) -> str: ...


class Lines(Protocol):
    """The lines of all documents, by number, and their years, 0 for none."""

    @property
    def years(self) -> Sequence[int]: ...
    def line(self, document: int, /) -> Line: ...


def entity_path(kind: str, stem: str) -> str:
    """Where the page of a gene, chemical or disease stands."""
    return f"{kind}/{stem}.html"


def gene_href(root: str, stem: str | None, gene_id: str) -> str:
    """Where a gene of a figure leads: to its identifier on the page of that name, else to NCBI."""
    return f"{root}genes/{stem}.html#{gene_id}" if stem else external.gene(gene_id)


def entity_page(
    site: Site, kind: str, entry: Named, documents: Sequence[int], lines: Lines,
    partners: Sequence[tuple[str, str | None, int]], details: GeneDetails | None,
    jsonld: str | None = None,
) -> tuple[str, EntityContext]:
    """Path and context of an entity's page; `documents` are those that name it, newest first."""
    path = entity_path(kind, entry.stem or "")
    root = root_of(path)
    years = Counter(map(lines.years.__getitem__, documents))
    years.pop(0, None)
    one = _ONE[kind]
    quoted = f'{one}:"{entry.name}"' if not entry.name.isalnum() else f"{one}:{entry.name}"
    words = [w for w in details.words if w[0] != entry.name][:_WORDS] if details else []
    description = f"{entry.name} in {counted(len(documents), 'published pathway figure')}."
    shown = _FEW_PARTNERS if site.large and len(documents) <= _FEW else PARTNERS
    listed = _listed(site, len(documents))
    beside = "" if kind == "genes" else f"{root}genes/"
    return path, EntityContext(
        **frame(site, path, entry.name, description, jsonld=jsonld, pictures=False),
        kind=kind,
        heading=entry.name,
        lead=counted(len(documents), "figure"),
        identifiers=tuple(_identifiers(details)) if details else (),
        records=_records(kind, entry),
        words=tuple(words),
        chart=year_chart(years),
        partners=tuple(
            Count(name, f"{beside}{stem}.html" if stem else "", n) for name, stem, n in partners[:shown]
        ),
        figures=tuple(_figure(lines.line(d), root) for d in documents[:listed]),
        total=len(documents),
        search_href=None if not site.config.publish.search or (site.large and len(documents) <= listed)
        else f"{root}search/?q={quote(quoted, safe=_READABLE)}",
        highlight=entry.name if kind == "genes" else None,
    )


def _identifiers(details: GeneDetails) -> Iterator[Identifier]:
    seen: set[str] = set()
    for organism, gene_id, _, n in details.identifiers:
        yield Identifier(gene_id, organism, external.gene(gene_id), n, gene_id not in seen)
        seen.add(gene_id)


def _listed(site: Site, figures: int) -> int:
    """How many of its figures an entity's page lists; without a search to go on, a small collection's page lists them all."""
    if site.config.publish.search:
        return _LEAN_FIGURES if site.large else FIGURES
    return FIGURES if site.large else figures


def _records(kind: str, entry: Named) -> tuple[Link, ...]:
    other = external.chebi if kind == "chemicals" else external.doid
    name = "ChEBI" if kind == "chemicals" else "DOID"
    found = []
    if entry.mesh:
        found.append(Link(f"MeSH {entry.mesh}", external.mesh(entry.mesh)))
    if entry.xref:
        found.append(Link(f"{name} {entry.xref}", other(entry.xref)))
    return tuple(found)


def _figure(line: Line, root: str) -> EntityFigure:
    return EntityFigure(line.title, root + href(figure_path(line.figid)), line.year)


def entity_lists(site: Site, kind: str, entries: Sequence[Named]) -> Iterator[tuple[str, EntitiesContext]]:
    """The index of all pages of a kind and a list by first letter, with the entities that have a page."""
    letters: dict[str, list[Named]] = {}
    for entry in sorted((e for e in entries if e.stem), key=lambda e: (e.name.casefold(), e.name)):
        first = entry.name[0].casefold()
        letters.setdefault(first if first.isascii() and first.isalnum() else _OTHER, []).append(entry)
    heading = kind.capitalize()
    total = sum(map(len, letters.values()))
    top = sorted((e for rows in letters.values() for e in rows), key=lambda e: (-e.figures, e.name))[:60]
    lead = f"{counted(total, _ONE[kind])} that stand in at least two figures. Those in most figures, and all by first letter."
    index = f"{kind}/index.html"
    yield index, _list(site, kind, index, heading, lead, top, letters, "")
    for letter, rows in letters.items():
        pages = -(-len(rows) // _PER_LIST)
        for number in range(pages):
            some = rows[number * _PER_LIST : (number + 1) * _PER_LIST]
            path = page_of(f"{kind}/list", letter, number + 1)
            title = f"{heading}: {letter.upper()}" + (f", page {number + 1}" if number else "")
            span = f"{some[0].name} to {some[-1].name}"
            yield path, _list(site, kind, path, title, span, some, letters, letter, pages, number + 1)


def _list(
    site: Site, kind: str, path: str, title: str, lead: str, rows: Sequence[Named], letters: dict[str, list[Named]], letter: str,
    pages: int = 1, number: int = 1,
) -> EntitiesContext:
    root = root_of(path)
    return EntitiesContext(
        **frame(site, path, title, f"{title} in the pathway figures of {site.config.site.title}.", pictures=False),
        heading=title,
        lead=lead,
        letters=tuple(NavItem(name.upper() if name != _OTHER else "…", root + page_of(f"{kind}/list", name, 1), name == letter)
                      for name in sorted(letters)),
        entries=tuple(Count(e.name, root + entity_path(kind, e.stem or ""), e.figures) for e in rows),
        pages=tuple(NavItem(str(n), root + page_of(f"{kind}/list", letter, n), n == number) for n in range(1, pages + 1))
        if pages > 1 else (),
    )
