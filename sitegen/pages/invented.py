"""Pages of two invented figures, to try a theme's templates on: one figure has everything, the other what it must have.

Both are sound, as any figure of a collection may be, and go the way of its own: a template that fails here fails there.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from sitegen.config import PagingSettings
from sitegen.model.catalog import Surroundings, build_catalog
from sitegen.model.documents import OrganismNote, StaticPage
from sitegen.model.figure import Annotation, ChemicalMention, DataFile, DiseaseMention, Figure, GeneMention, Paper
from sitegen.model.relation import Relation
from sitegen.model.routes import Redirect
from sitegen.model.summary import Summary, summarise
from sitegen.pages.downloads import INDEX, downloads_page
from sitegen.pages.entities import GeneDetails, entity_lists, entity_page
from sitegen.pages.figure import Drawing, Verb, figure_context
from sitegen.pages.finding_pages import finding_pages
from sitegen.pages.frame import Site
from sitegen.pages.listings import (
    figures_index,
    home_context,
    not_found_context,
    organism_pages,
    organisms_index,
    redirect_context,
    static_context,
    year_pages,
    years_index,
)
from sitegen.pages.rows import CollectionFile, Count, DataLicence, GeneSetFiles, NavItem

_CAPTION = "Insulin activates AKT, which may inhibit AS160 in diabetes."
_SVG = "<svg xmlns='http://www.w3.org/2000/svg'/>"
_FULL = Figure(
    "PMC1__f1", "figures/PMC1__f1.md",
    Paper("PMC1", "A paper", "A. Author. 2020.", "2020", "10.5555/1", "A journal", "A j", "A publisher", ("insulin",)),
    "How insulin acts", _CAPTION, "F1", "Figure", "f1.jpg", "/pmc/articles/PMC1/figure/f1/",
    organisms=("Homo sapiens",), ndex="00000000-0000-0000-0000-000000000000", wpid="WP1",
    annotations=(Annotation("Pathway Ontology", "insulin signaling pathway"),),
    genes=(
        GeneMention("9606", "Homo sapiens", "AKT", "AKT", "AKT1", "207"),
        GeneMention("10090", "Mus musculus", "AKT", "AKT", None, "11651"),
    ),
    chemicals=(ChemicalMention("glucose", "D005947", "glucose", "Glucose", "4167"), ChemicalMention("glc")),
    diseases=(DiseaseMention("diabetes", "D003920", "diabetes", "Diabetes Mellitus", "9351"), DiseaseMention("DM")),
    body="A note with *emphasis*.", data_files=(DataFile("data/PMC1__f1-genes.tsv", "genes", 100, 2),),
)
_BARE = Figure("PMC2__f1", "figures/PMC2__f1.md", Paper("PMC2"))
_RELATIONS = (
    Relation("insulin", "AKT", "activation", "+", False, "Insulin activates AKT", "curated", (0, 21)),
    Relation("AKT", "AS160", "inhibition", "-", True, "as the text says"),
)
_DRAWING = Drawing(_SVG, "<p>Legend</p>", _RELATIONS, (Verb("activates", True), Verb("may inhibit", False)))
_FILE = CollectionFile("figures.tsv.gz", "figures.tsv.gz", "a row a figure", ("figid", "title"), 2, "1.2 kB")


class Trial(NamedTuple):
    """A page to try: its template, its context, and what page it is, in words or by its path."""

    template: str
    context: Any
    page: str


class _Line(NamedTuple):
    figid: str
    title: str
    year: str


class _Entry(NamedTuple):
    name: str
    mesh: str | None
    xref: str | None
    stem: str | None = "one"
    figures: int = 2


class _Lines:
    """Two documents, one without a year."""

    years: Sequence[int] = array("H", (2020, 0))

    def line(self, document: int, /) -> _Line:
        return (_Line("PMC1__f1", "How insulin acts", "2020"), _Line("PMC2__f1", "Figure of PMC2", ""))[document]


def trials(site: Site) -> Iterator[Trial]:
    """A page or two of every template, as the settings of a site would have them."""
    rows = (summarise(_FULL), summarise(_BARE))
    yield from _figures(site, rows)
    yield from _lists(site, rows)
    yield from _entities(site)
    for template, path, context in finding_pages(site):
        yield Trial(template, context, path)
    yield Trial("downloads.html", downloads_page(site, (_FILE,), (GeneSetFiles("Homo sapiens", _FILE, _FILE),), (_FILE,)), INDEX)
    yield Trial("page.html", static_context(site, "about.html", StaticPage("pages/about.md", "about", "About", None, "Words.")),
                "a page of prose")
    yield Trial("404.html", not_found_context(site), "404.html")


def _figures(site: Site, rows: tuple[Summary, Summary]) -> Iterator[Trial]:
    around = build_catalog([rows[0], rows[0]._replace(figid="PMC1__f2")]).surroundings(rows[0])
    licence = DataLicence("https://a.example/1.0/", "Theirs.")
    full = figure_context(site, _FULL, around, _DRAWING, "{}", "How insulin acts (Figure 1, PMC1)", licence)
    bare = figure_context(site, _BARE, Surroundings(False, ()), None, "{}", "Figure of PMC2", DataLicence(None, "Ask."))
    yield Trial("figure.html", full, "a figure that has everything")
    yield Trial("figure.html", bare, "a figure that has only what it must have")
    titles = {row.figid: row for row in rows}
    one, several = Redirect("figures/PMC1__F1.html", (rows[0].figid,)), Redirect("figures/F1.html", tuple(titles))
    yield Trial("redirect.html", redirect_context(site, one, titles), "an old address")
    yield Trial("alias.html", redirect_context(site, several, titles), "an old address of several figures")


def _lists(site: Site, rows: tuple[Summary, Summary]) -> Iterator[Trial]:
    note = OrganismNote("organisms/homo_sapiens.md", "Homo sapiens", "human", "9606", "mammals", "Words.")
    catalog = build_catalog(rows, (note,))
    genes = (("AKT1", "AKT1", 2), ("XYZ", None, 2))
    home = home_context(site, catalog, "{}", ((rows[0], _SVG), (rows[1], "")), (Count("AKT1", "genes/AKT1.html", 2),))
    yield Trial("home.html", home, "index.html")
    yield Trial("index.html", figures_index(site, catalog), "figures/index.html")
    yield Trial("index.html", years_index(site, catalog), "years/index.html")
    yield Trial("index.html", organisms_index(site, catalog), "organisms/index.html")
    for year, figures in catalog.years:
        for _, context in year_pages(site, year, figures):
            yield Trial("list.html", context, "a year's list")
    for entry in catalog.organisms:
        for _, context in organism_pages(site, entry, "{}", genes):
            yield Trial("list.html", context, "an organism's list")
    paged = replace(site, config=replace(site.config, paging=PagingSettings(organisms=1, organism_pages=2)))
    for _, context in organism_pages(paged, replace(catalog.organisms[0], figures=(rows[0],) * 3), "{}", genes):
        yield Trial("list.html", context, "a list of several pages")


def _entities(site: Site) -> Iterator[Trial]:
    gene, chemical = _Entry("AKT1", None, None), _Entry("Glucose", "D005947", "4167")
    details = GeneDetails((("Homo sapiens", "207", "9606", 2),), (("AKT", 2), ("PKB", 1)))
    partners = (("INS", "INS", 2), ("XYZ", None, 1))
    yield Trial("entity.html", entity_page(site, "genes", gene, (0, 1), _Lines(), partners, details, "{}")[1], "a gene")
    yield Trial("entity.html", entity_page(site, "chemicals", chemical, (1,), _Lines(), (), None)[1], "a chemical")
    for kind, entry in (("genes", gene), ("chemicals", chemical)):
        for _, context in entity_lists(site, kind, (entry,)):
            yield Trial("entities.html", context, f"a list of {kind}")
    pages = (NavItem("1", "a.html", True), NavItem("2", "a-2.html", False))
    yield Trial("entities.html", replace(context, pages=pages), "a list of several pages")
