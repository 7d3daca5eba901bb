"""One frozen dataclass a template: the whole of what a template may use.

Every field of a context is a variable of its template, and the other way round; a test compares the two.
Links are ready to print: relative to the page, percent-encoded.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from sitegen.pages.rows import (
    Bar,
    CaptionPart,
    Card,
    CollectionFile,
    Count,
    Download,
    EntityFigure,
    EntityRow,
    FigureRow,
    GeneGroup,
    GeneSetFiles,
    Identifier,
    Link,
    NavItem,
    RelationRow,
    YearBar,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What the frame around every page needs."""

    language: str
    site_title: str
    title: str
    """The page's own title, for `<title>`."""
    description: str
    """One or two sentences for search engines."""
    root: str
    """The way to the site's root, such as `../`; empty at the root itself."""
    canonical: str | None
    """The page's absolute address; None for pages that have none, such as 404."""
    policy: Markup
    """The Content-Security-Policy, safe between double quotes."""
    icon: str
    stylesheet: str
    script: str
    social_image: str | None
    """Absolute address of the picture that stands for the page where it is shared; None where a page shows no card."""
    has_search: bool
    """Whether the site has a search, at `search/`, a table of all figures, at `browse/`, and one of saved ones, at `saved/`."""
    has_gene_list: bool
    """Whether it has a page that ranks figures by a list of genes, at `enrichment/`."""
    nav: tuple[NavItem, ...]
    footer: tuple[NavItem, ...]
    jsonld: Markup | None
    """JSON-LD that is safe inside a script element."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureContext(Frame):
    """A figure's page."""

    figid: str
    heading: str
    label: str
    images: tuple[str, ...]
    """Image addresses in order of fallback."""
    alt: str
    caption: tuple[CaptionPart, ...]
    paper_title: str | None
    reference: str | None
    year: str | None
    year_href: str | None
    journal: str | None
    pmcid: str
    paper_href: str
    doi: Link | None
    pmc_figure_href: str | None
    links: tuple[Link, ...]
    """NDEx and WikiPathways, where known."""
    edit_href: str | None
    report_href: str | None
    same_paper: tuple[FigureRow, ...]
    organisms: tuple[Link, ...]
    gene_groups: tuple[GeneGroup, ...]
    chemicals: tuple[EntityRow, ...]
    diseases: tuple[EntityRow, ...]
    annotations: tuple[str, ...]
    diagram: Markup | None
    diagram_source: str
    """Where the diagram's relations come from, in a sentence."""
    legend: Markup | None
    relations: tuple[RelationRow, ...]
    downloads: tuple[Download, ...]
    data_name: str | None
    """The name of the figure's data, where it is not the heading."""
    data_license: str | None
    """Address of the licence of the figure's data."""
    data_terms: str | None
    """The licence in words, where the figure's file gives one that way."""
    note: Markup | None
    """The body of the figure's file, sanitised."""
    note_headed: bool
    """Whether that begins with a heading of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeContext(Frame):
    """The home page."""

    tagline: str
    figure_count: int
    paper_count: int
    organism_count: int
    mention_count: int
    years: tuple[YearBar, ...]
    organisms: tuple[Bar, ...]
    genes: tuple[Bar, ...]
    featured: tuple[Card, ...]
    release: str
    """Version and date of the data release, as far as the settings know them."""
    cite: Link | None
    """The paper to cite for the collection."""
    data_license: str
    manifest: str
    touch_icon: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexContext(Frame):
    """A list of lists: all organisms, all years."""

    heading: str
    lead: str
    unit: str
    entries: tuple[Count, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListContext(Frame):
    """One page of a list of figures: a year's or an organism's."""

    heading: str
    lead: str
    facts: tuple[Link, ...]
    note: Markup | None
    genes: tuple[Count, ...]
    """An organism's genes of most figures; `href` is empty where a gene has no page."""
    chart: Markup | None
    browse: str | None
    """The table of all figures, filtered to these; None where the site has none."""
    figures: tuple[FigureRow, ...]
    start: int
    total: int
    beyond: int
    """How many figures no page of the list holds: newest come first, and a list that nobody would read ends."""
    pages: tuple[NavItem, ...]
    previous_page: str | None
    next_page: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityContext(Frame):
    """A gene's, chemical's or disease's page."""

    kind: str
    heading: str
    lead: str
    identifiers: tuple[Identifier, ...]
    records: tuple[Link, ...]
    """A chemical's or disease's records in its vocabularies."""
    words: tuple[tuple[str, int], ...]
    """Other words under which a gene was drawn, each with its number of figures."""
    chart: Markup | None
    partners: tuple[Count, ...]
    """Genes drawn with it; `href` is empty where the gene has no page."""
    figures: tuple[EntityFigure, ...]
    total: int
    search_href: str | None
    """The search of its figures; None without a search, and in a large collection where the page lists them all."""
    highlight: str | None
    """What a figure that one goes on to is asked to highlight."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntitiesContext(Frame):
    """A list of genes, chemicals or diseases."""

    heading: str
    lead: str
    letters: tuple[NavItem, ...]
    entries: tuple[Count, ...]
    pages: tuple[NavItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DownloadsContext(Frame):
    """The files of the whole collection."""

    heading: str
    lead: str
    license: str
    """Address of the licence of the extracted data."""
    tables: tuple[CollectionFile, ...]
    sets: tuple[GeneSetFiles, ...]
    networks: tuple[CollectionFile, ...]
    """Archives of the diagrams that have relations."""
    example: str
    """Absolute address of one of the tables."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolContext(Frame):
    """A page whose content is made in the browser: search, browse, saved."""

    heading: str
    module: str
    """Its own module."""
    modules: tuple[str, ...]
    """Its own module and those that it imports, to be asked for early."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GeneListContext(ToolContext):
    """The page that ranks figures for a list of genes."""

    downloads: str | None
    """The page of the collection's files; None where the site has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StaticContext(Frame):
    """A page of prose."""

    heading: str
    body: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFoundContext(Frame):
    """The page for an address that is none."""

    heading: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RedirectContext:
    """An old address: one figure to go on to."""

    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AliasContext(Frame):
    """An old address that several figures claim."""

    heading: str
    figures: tuple[FigureRow, ...]


TEMPLATES: dict[str, type] = {
    "figure.html": FigureContext, "home.html": HomeContext, "index.html": IndexContext, "list.html": ListContext,
    "entity.html": EntityContext, "entities.html": EntitiesContext, "search.html": ToolContext, "browse.html": ToolContext,
    "enrichment.html": GeneListContext, "saved.html": ToolContext, "downloads.html": DownloadsContext,
    "page.html": StaticContext, "404.html": NotFoundContext, "redirect.html": RedirectContext, "alias.html": AliasContext,
}
