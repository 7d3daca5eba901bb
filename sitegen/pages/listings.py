"""Home, index, list, static and redirect pages as contexts: pairs of output path and context."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import urlencode

from markupsafe import Markup

from sitegen.model import external
from sitegen.model.catalog import UNKNOWN_YEAR, Catalog, OrganismEntry
from sitegen.model.documents import StaticPage
from sitegen.model.routes import Redirect, figure_path, href, page_of, pages_of, root_of
from sitegen.model.summary import Summary
from sitegen.pages.assets import MANIFEST
from sitegen.pages.chart import year_chart
from sitegen.pages.contexts import (
    AliasContext,
    HomeContext,
    IndexContext,
    ListContext,
    NotFoundContext,
    RedirectContext,
    StaticContext,
)
from sitegen.pages.frame import Site, frame, link
from sitegen.pages.markdown import to_html
from sitegen.pages.rows import Bar, Card, Count, FigureRow, Link, NavItem, YearBar
from sitegen.pages.words import counted
from sitegen.text import shorten

_TITLE = 80  # characters of a title that a long list shows


_ALL_PAGES = 12


def home_context(
    site: Site, catalog: Catalog, jsonld: str, featured: Sequence[tuple[Summary, str]] = (), genes: Sequence[Count] = ()
) -> HomeContext:
    """The home page: the collection's numbers and the ways into it.

    `featured` are figures worth a first look, each with its diagram as inline SVG ('' for none); `genes` those in
    most figures, most first.
    """
    settings = site.config.site
    some = [o for o in catalog.organisms[:10] if o.figures]
    organisms = [Count(o.name, href(page_of("organisms", o.slug, 1)), len(o.figures)) for o in some]
    return HomeContext(
        **frame(site, "index.html", settings.title, settings.description, jsonld=jsonld),
        tagline=settings.tagline or settings.description,
        figure_count=len(catalog.figures),
        paper_count=len(catalog.by_paper),
        organism_count=sum(1 for o in catalog.organisms if o.figures),
        mention_count=sum(s.mentions for s in catalog.figures),
        years=_year_bars(catalog),
        organisms=bars(organisms),
        genes=bars(genes),
        featured=tuple(_card(summary, svg) for summary, svg in featured),
        release=", ".join(filter(None, (settings.version, settings.date))),
        cite=Link(settings.citation_title or settings.citation_doi, external.doi(settings.citation_doi))
        if settings.citation_doi else None,
        data_license=settings.license,
        manifest=href(MANIFEST),
        touch_icon=href(site.assets["assets/icon-180.png"]),
    )


def bars(counts: Sequence[Count]) -> tuple[Bar, ...]:
    """Counts with the length of their bars, the longest being 100 percent."""
    peak = max((c.figures for c in counts), default=1)
    return tuple(Bar(*c, _percent(c.figures, peak)) for c in counts)


def _percent(number: int, peak: int) -> int:
    return max(1, round(100 * number / peak))


def _year_bars(catalog: Catalog) -> tuple[YearBar, ...]:
    """One bar for each year from the first to the last, years without figures too; none where that is a century."""
    figures = {int(year): len(rows) for year, rows in catalog.years if year != UNKNOWN_YEAR}
    if not figures or max(figures) - min(figures) > 99:
        return ()
    peak = max(figures.values())
    return tuple(
        YearBar(str(y), href(page_of("years", str(y), 1)), figures[y], _percent(figures[y], peak)) if y in figures
        else YearBar(str(y), None, 0, 0)
        for y in range(min(figures), max(figures) + 1)
    )


def _card(summary: Summary, diagram: str) -> Card:
    row = figure_row(summary, "")
    return Card(row.title, row.href, row.label, row.pmcid, summary.year, Markup(diagram) if diagram else None)


def years_index(site: Site, catalog: Catalog) -> IndexContext:
    """The list of all years."""
    return IndexContext(
        **frame(site, "years/index.html", "Figures by year", f"Pathway figures of {site.config.site.title} by year."),
        heading="Figures by year",
        lead="Years in which the figures were published.",
        unit="figure",
        entries=tuple(Count(_year_name(year), f"{year}.html", len(rows)) for year, rows in catalog.years),
    )


def figures_index(site: Site, catalog: Catalog) -> IndexContext:
    """The page above all figures: their years."""
    return IndexContext(
        **frame(site, "figures/index.html", "All figures", f"All pathway figures of {site.config.site.title}."),
        heading="All figures",
        lead=f"{counted(len(catalog.figures), 'figure')}, by the year of their paper.",
        unit="figure",
        entries=tuple(Count(_year_name(year), f"../years/{year}.html", len(rows)) for year, rows in catalog.years),
    )


def organisms_index(site: Site, catalog: Catalog) -> IndexContext:
    """The list of all organisms, most figures first."""
    return IndexContext(
        **frame(site, "organisms/index.html", "Organisms", f"Organisms in the pathway figures of {site.config.site.title}."),
        heading="Organisms",
        lead="Organisms that the figures' papers are about.",
        unit="figure",
        entries=tuple(Count(o.name, f"{o.slug}.html", len(o.figures)) for o in catalog.organisms),
    )


def year_pages(site: Site, year: str, figures: Sequence[Summary]) -> Iterator[tuple[str, ListContext]]:
    """The pages of one year's figures."""
    heading = f"Figures of {year}" if year != UNKNOWN_YEAR else "Figures without a year"
    yield from _list_pages(site, "years", year, heading, figures, site.config.paging.years)


def organism_pages(
    site: Site, entry: OrganismEntry, jsonld: str | None, genes: Sequence[tuple[str, str | None, int]] = ()
) -> Iterator[tuple[str, ListContext]]:
    """The pages of one organism's newest figures; `genes` are those of most of them: name, page's name, figures."""
    facts = []
    note = entry.note
    if entry.taxon_id:
        facts.append(Link(f"NCBI Taxonomy {entry.taxon_id}", external.taxon(entry.taxon_id)))
    parts = [p for p in ((note.common, note.group) if note else ()) if p]
    yield from _list_pages(
        site, "organisms", entry.slug, entry.name, entry.figures, site.config.paging.organisms,
        most=site.config.paging.organism_pages, jsonld=jsonld,
        lead=" · ".join([*parts, counted(len(entry.figures), "figure")]), facts=tuple(facts), note=note.body if note else "",
        genes=tuple(Count(name, f"../genes/{stem}.html" if stem else "", n) for name, stem, n in genes),
        chart=year_chart(Counter(int(s.year) for s in entry.figures if s.year)),
        browse=f"../browse/?{urlencode({'organism': entry.name})}" if site.config.publish.search else None,
    )


def _list_pages(
    site: Site, directory: str, name: str, heading: str, figures: Sequence[Summary], size: int, *,
    most: int | None = None, lead: str = "", facts: tuple[Link, ...] = (), note: str = "",
    jsonld: str | None = None, genes: tuple[Count, ...] = (), chart: Markup | None = None,
    browse: str | None = None,
) -> Iterator[tuple[str, ListContext]]:
    paths = pages_of(directory, name, len(figures), size, most)
    names = [path.rsplit("/", 1)[1] for path in paths]
    description = f"{heading}: {counted(len(figures), 'pathway figure')}."
    for number, path in enumerate(paths, 1):
        root = root_of(path)
        rows = figures[(number - 1) * size : number * size]
        title = heading if number == 1 else f"{heading}, page {number}"
        yield path, ListContext(
            **frame(site, path, title, description, jsonld=jsonld if number == 1 else None, pictures=False),
            heading=heading,
            lead=lead or counted(len(figures), "figure"),
            facts=facts,
            note=to_html(note) if note and number == 1 else None,
            genes=genes if number == 1 else (),
            chart=chart if number == 1 else None,
            browse=browse,
            figures=tuple(figure_row(s, root, _TITLE) for s in rows),
            start=(number - 1) * size + 1,
            total=len(figures),
            beyond=max(0, len(figures) - len(paths) * size),
            pages=tuple(
                NavItem(str(n), names[n - 1], n == number) for n in page_numbers(number, len(paths))
            ) if len(paths) > 1 else (),
            previous_page=names[number - 2] if number > 1 else None,
            next_page=names[number] if number < len(paths) else None,
        )


def page_numbers(number: int, count: int) -> Sequence[int]:
    """The pages of a list that one of them links: all of a short list, else the first, the last, the next, and some far away.

    Links from each of a thousand pages to all the others would be most of their bytes, and nobody would read them.
    """
    if count <= _ALL_PAGES:
        return range(1, count + 1)
    near = {number + step for step in (-100, -10, -2, -1, 0, 1, 2, 10, 100)}
    return sorted({1, count} | {n for n in near if 1 <= n <= count})


def figure_row(summary: Summary, root: str, limit: int = 1000) -> FigureRow:
    """A figure as lists show it, its title cut at so many characters."""
    return FigureRow(shorten(summary.title, limit), root + href(figure_path(summary.figid)), summary.label, summary.pmcid)


def static_context(site: Site, path: str, page: StaticPage) -> StaticContext:
    """A page of prose."""
    body = to_html(page.body)
    description = page.description or f"{page.title} – {site.config.site.title}"
    return StaticContext(**frame(site, path, page.title, description), heading=page.title, body=body)


def not_found_context(site: Site) -> NotFoundContext:
    """The page a host serves for an unknown address, at any depth."""
    return NotFoundContext(**frame(site, "404.html", "Page not found", "There is no page at this address.", canonical=False),
                           heading="Page not found")


def redirect_context(site: Site, redirect: Redirect, titles: Mapping[str, Summary]) -> RedirectContext | AliasContext:
    """The page at an old address: it goes on to its figure or another page, or lists the figures that claim it."""
    target = redirect.page or (figure_path(redirect.figids[0]) if len(redirect.figids) == 1 else "")
    if target:
        return RedirectContext(href=_relative(redirect.path, target))
    root = root_of(redirect.path)
    old = redirect.path.rsplit("/", 1)[-1].removesuffix(".html")
    return AliasContext(
        **frame(site, redirect.path, old, f"Figures that were published as {old}."),
        heading=old,
        figures=tuple(figure_row(titles[f], root) for f in redirect.figids),
    )


def _relative(path: str, target: str) -> str:
    """The shortest link from one output path to another."""
    here, there = path.rsplit("/", 1)[0] if "/" in path else "", target.rsplit("/", 1)
    return href(there[1]) if here == there[0] else link(root_of(path), target)


def _year_name(year: str) -> str:
    return year if year != UNKNOWN_YEAR else "Without a year"
