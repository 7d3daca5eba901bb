"""What needs the whole catalog: lists, home, static pages, sitemap."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sitegen.build.chunks import runs
from sitegen.build.downloads import figure_runs
from sitegen.build.finding import KINDS, Finding
from sitegen.build.load import Collection
from sitegen.build.markup import home_jsonld
from sitegen.build.steps import environment
from sitegen.build.tasks import (
    DownloadsTask,
    FiguresTask,
    IdentifiersTask,
    OrganismsTask,
    Pages,
    RangeTask,
    RedirectsTask,
    SetsTask,
    Shared,
    StatementsTask,
    TextTask,
    YearTask,
)
from sitegen.config import PublishSettings
from sitegen.exports.llms import Numbers, llms
from sitegen.exports.sitemap import robots, sitemap
from sitegen.indexes.register import Entry
from sitegen.model.routes import href
from sitegen.model.summary import Summary
from sitegen.output import Output
from sitegen.pages.assets import manifest
from sitegen.pages.downloads import DIRECTORY, INDEX
from sitegen.pages.entities import entity_lists, entity_path
from sitegen.pages.environment import render
from sitegen.pages.finding_pages import finding_pages, opensearch
from sitegen.pages.listings import (
    figures_index,
    home_context,
    not_found_context,
    organisms_index,
    static_context,
    years_index,
)
from sitegen.pages.rows import Count

_REDIRECTS = 500
_ORGANISMS = 40
_GENES = 10  # on the home page


def page_tasks(collection: Collection, finding: Finding) -> Iterator[Pages]:
    """All tasks; those of figures and of the index have no keys of chunks yet."""
    catalog = collection.catalog
    by_id = {s.figid: s for s in catalog.figures}
    # as lists show them
    rows = {s.figid: s._replace(organisms=(), aliases=(), redirects=(), own_name="") for s in catalog.figures}
    for number, chunk in enumerate(collection.chunks):
        pages = finding.pages(chunk)
        around = {f: catalog.surroundings(by_id[f])._replace(pages=pages[f]) for f in chunk.figids if f in by_id}
        yield FiguresTask(number, "", chunk.refs, around)
    for year, figures in catalog.years:
        yield YearTask(year, tuple(rows[s.figid] for s in figures))
    for entries in runs(catalog.organisms, _ORGANISMS):
        shown = tuple(replace(e, figures=tuple(rows[s.figid] for s in e.figures)) for e in entries)
        yield OrganismsTask(shown, tuple(finding.top_genes(e) for e in entries))
    if collection.config.publish.redirects:
        for some in runs(collection.redirects, _REDIRECTS):
            yield RedirectsTask(some, {f: rows[f] for r in some for f in r.figids})
    if collection.config.publish.bulk and catalog.figures:
        yield DownloadsTask((), figure_runs(collection))
    yield from (task for task in finding.tasks() if _is_wanted(task, collection.config.publish))


def _is_wanted(task: Pages, publish: PublishSettings) -> bool:
    """Whether the site has what a task makes: the index is for the search, the genes' part of it for the list of genes."""
    if isinstance(task, SetsTask | IdentifiersTask):
        return publish.ranking
    return publish.search or not isinstance(task, RangeTask | TextTask | StatementsTask)


def sitewide_outputs(
    collection: Collection, entities: Mapping[str, Sequence[Entry]], shared: Shared, written: Sequence[str],
    featured: Sequence[tuple[Summary, str]],
) -> Iterator[Output]:
    """Home, indexes, static pages, 404, manifest, sitemap, robots.txt and llms.txt.

    `entities` are the genes, chemicals and diseases, `written` the paths written before, `featured` the home
    page's figures with their diagrams.
    """
    catalog, pages = collection.catalog, collection.pages
    site, env = shared.site, environment(shared)
    made = []
    files = [p for p in written if p.startswith(f"{DIRECTORY}/") and p != INDEX]
    markup = home_jsonld(site, catalog, len(entities["genes"]), files)
    for template, path, context in (
        ("home.html", "index.html", home_context(site, catalog, markup, featured, _most_drawn(entities["genes"]))),
        ("index.html", "figures/index.html", figures_index(site, catalog)),
        ("index.html", "years/index.html", years_index(site, catalog)),
        ("index.html", "organisms/index.html", organisms_index(site, catalog)),
        *(("entities.html", path, context) for kind in KINDS
          for path, context in entity_lists(site, kind, entities[kind])),
        *finding_pages(site),
        *(("page.html", f"{p.name}.html", static_context(site, f"{p.name}.html", p)) for p in pages),
    ):
        made.append(path)
        yield render(env, template, path, context)
    yield render(env, "404.html", "404.html", not_found_context(site))
    yield manifest(site.config, site.assets)
    old = {r.path for r in collection.redirects}
    listed = [p for p in (*written, *made) if p.endswith(".html") and p not in old]
    yield from sitemap(site.config.site.base, listed, site.config.site.date)
    if site.config.publish.search:
        yield opensearch(site)
    yield robots(site.config.site.base)
    numbers = Numbers(len(catalog.figures), len(catalog.by_paper), len(entities["genes"]))
    yield llms(site.config, numbers, files)


def _most_drawn(genes: Sequence[Entry]) -> list[Count]:
    """The genes of most figures, with their pages."""
    best = sorted((e for e in genes if e.stem), key=lambda e: (-e.figures, e.key))[:_GENES]
    return [Count(e.name, href(entity_path("genes", e.stem or "")), e.figures) for e in best]
