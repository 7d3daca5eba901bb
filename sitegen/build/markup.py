"""Brings settings, figures and JSON-LD together."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from sitegen.config import Config
from sitegen.jsonld.context import LEAN, RICH, Download, FigureContext, Link, Party, Work
from sitegen.jsonld.context import Site as Markup
from sitegen.jsonld.embed import embed
from sitegen.jsonld.figure import figure_markup
from sitegen.jsonld.given import CODE, read_given
from sitegen.jsonld.nodes import term
from sitegen.jsonld.site import MAX_FIGURES, Counts, GeneEntry, gene_document, home_document, organism_document, term_document
from sitegen.model.catalog import Catalog, OrganismEntry, Surroundings
from sitegen.model.figure import Figure
from sitegen.model.routes import figure_path, page_of
from sitegen.pages.entities import GeneDetails, Lines, Named, entity_path
from sitegen.pages.figure import source_address
from sitegen.pages.frame import Site
from sitegen.pages.rows import DataLicence
from sitegen.problems import MOST_TOLD, Problem

_TSV = "text/tab-separated-values"
_LONGEST = 80  # characters of a key that a warning shows
_GZIP = "application/gzip"


@lru_cache(maxsize=4)
def markup_site(config: Config, large: bool) -> Markup:
    """The settings as the markup takes them."""
    site = config.site
    return Markup(
        base_url=site.base,
        name=site.title,
        description=site.description,
        language=site.language,
        license=site.license,
        creator=Party(site.creator or site.publisher or site.title, site.creator_url or None),
        publisher=Party(site.publisher or site.title, site.publisher_url or site.base),
        images=config.images.urls,
        target_bytes=LEAN if large else RICH,
        max_mentions=config.publish.max_mentions,
        released=site.date or None,
        version=site.version or None,
        citation=Work(site.citation_title or site.citation_doi, site.citation_doi, site.citation_date or None)
        if site.citation_doi else None,
    )


def figure_jsonld(site: Site, figure: Figure, around: Surroundings) -> tuple[str, str, DataLicence]:
    """The JSON-LD of a figure's page, safe inside a script element, and its name and its licence, which the page must show."""
    config = site.config
    context = FigureContext(
        markup_site(config, site.large), around.name_repeats, any(n.label == figure.label for n in around.same_paper),
        _downloads(site, figure),
        trail=(Link("Home", site.address("index.html")), Link("Figures", site.address("figures/index.html"))),
        taxa=around.taxa,
    )
    made = figure_markup(figure, context)
    given = made.license
    licence = DataLicence(given) if isinstance(given, str) else DataLicence(given.get("url"), given["name"])
    return embed(made.document), made.name, licence


def _downloads(site: Site, figure: Figure) -> tuple[Download, ...]:
    config = site.config
    found = []
    for file in figure.data_files:
        name = file.path.rsplit("/", 1)[-1]
        address = site.address(f"data/{name}") if config.publish.tables else source_address(config.source.raw, file.path)
        if address:
            found.append(Download(f"{file.kind.capitalize()[:-1]} mentions (TSV)", address, _TSV, file.size))
    return tuple(found)


def markup_problems(figure: Figure) -> tuple[Problem, ...]:
    """A warning for each value of the figure's `schema-jsonld` that is dropped or changed, so many as anybody reads."""
    notes = read_given(figure, "https://example.org/")[1][:MOST_TOLD]
    return tuple(
        Problem(figure.path, figure.jsonld_line, 1, CODE, f"schema-jsonld {n.key[:_LONGEST]}: {n.message}") for n in notes
    )


def organism_jsonld(site: Site, entry: OrganismEntry) -> str:
    """The JSON-LD of an organism's page."""
    page = site.address(page_of("organisms", entry.slug, 1))
    figures = [Link(s.title, site.address(figure_path(s.figid))) for s in entry.figures[:10]]
    trail = (Link("Home", site.address("index.html")), Link("Organisms", site.address("organisms/index.html")))
    return embed(organism_document(page, entry.name, entry.taxon_id, figures, trail))


def entity_jsonld(
    site: Site, kind: str, entry: Named, documents: Sequence[int], lines: Lines, details: GeneDetails | None
) -> str | None:
    """The JSON-LD of a gene's, chemical's or disease's page; None in a large collection, whose pages are too many for it."""
    if site.large:
        return None
    page = site.address(entity_path(kind, entry.stem or ""))
    shown = map(lines.line, documents[:MAX_FIGURES])
    figures = [Link(line.title, site.address(figure_path(line.figid))) for line in shown]
    trail = (Link("Home", site.address("index.html")), Link(kind.capitalize(), site.address(f"{kind}/index.html")))
    if details is not None:
        # figures are known of the symbol: of a gene that shares it with others they say nothing
        only = tuple(figures) if len(details.identifiers) == 1 else ()
        genes = [GeneEntry(number, entry.name, organism, taxon, only) for organism, number, taxon, _ in details.identifiers]
        return embed(gene_document(page, entry.name, genes, trail))
    if entry.mesh is None:
        return None
    other = {"chebi" if kind == "chemicals" else "doid": entry.xref}
    return embed(term_document(page, term(entry.name, entry.mesh, **other), figures, trail))


def home_jsonld(site: Site, catalog: Catalog, genes: int, files: Sequence[str] = ()) -> str:
    """The JSON-LD of the home page; `genes` are symbols, `files` the paths of those that hold the whole collection."""
    counts = Counts(figures=len(catalog.figures), papers=len(catalog.by_paper), genes=genes)
    search = site.address("search/index.html") if site.config.publish.search else None
    downloads = [
        Download(path.rsplit("/", 1)[1], site.address(path), _GZIP if path.endswith(".gz") else "text/plain")
        for path in files
    ]
    return embed(home_document(markup_site(site.config, site.large), counts=counts, search=search, downloads=downloads))


