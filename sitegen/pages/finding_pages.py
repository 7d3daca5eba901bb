"""The pages that work in the browser, search, table, gene list and saved figures, and how a browser learns of the search."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Any

from sitegen.config import PublishSettings
from sitegen.output import Output, output
from sitegen.pages.contexts import GeneListContext, ToolContext
from sitegen.pages.downloads import INDEX
from sitegen.pages.frame import Site, frame, link

_SEARCH, _GENE_LIST = ("assets/browse.js", "assets/saved.js", "assets/search.js"), ("assets/enrichment.js",)
_OTHERS = ("assets/mine.js", "assets/statements.js", "assets/suggest.js")
_SHORT, _LONG = 16, 1024  # OpenSearch 1.1's limits of ShortName and Description


def modules(publish: PublishSettings) -> tuple[str, ...]:
    """The modules of those of the pages that a site has."""
    return (_SEARCH if publish.search else ()) + (_GENE_LIST if publish.ranking else ())


def idle_modules(publish: PublishSettings) -> tuple[str, ...]:
    """The modules that no page of a site asks for: those of the pages that it has not, and others that go with
    the search."""
    return tuple(m for m in (*_SEARCH, *_GENE_LIST) if m not in modules(publish)) + (() if publish.search else _OTHERS)


def finding_pages(site: Site) -> Iterator[tuple[str, str, ToolContext]]:
    """Those of the pages that a site has: template, output path and context."""
    if site.config.publish.search:
        yield "search.html", "search/index.html", search_context(site)
        yield "browse.html", "browse/index.html", browse_context(site)
        yield "saved.html", "saved/index.html", saved_context(site)
    if site.config.publish.ranking:
        yield "enrichment.html", "enrichment/index.html", gene_list_context(site)


def search_context(site: Site) -> ToolContext:
    """The search page."""
    about = "Search published pathway figures by gene, word, organism, chemical, disease or year."
    return ToolContext(**_tool(site, "search", "Search", about))


def browse_context(site: Site) -> ToolContext:
    """The table of all figures."""
    about = "All pathway figures in one table that can be filtered, sorted and exported."
    return ToolContext(**_tool(site, "browse", "All figures", about))


def gene_list_context(site: Site) -> GeneListContext:
    """The page that ranks figures for a list of genes."""
    about = "Paste a list of genes and rank all pathway figures by it in your browser (over-representation analysis)."
    files = link("../", INDEX) if INDEX in dict(site.static_pages).values() else None
    return GeneListContext(**_tool(site, "enrichment", "Gene list", about, pictures=False), downloads=files)


def saved_context(site: Site) -> ToolContext:
    """The figures that a reader has saved."""
    about = "The figures that you saved: compare their genes, take references and tables along, share the list."
    return ToolContext(**_tool(site, "saved", "My figures", about))


def _tool(site: Site, name: str, heading: str, description: str, pictures: bool = True) -> dict[str, Any]:
    path, module = f"{name}/index.html", f"assets/{name}.js"
    return {
        **frame(site, path, heading, description, pictures=pictures),
        "heading": heading,
        "module": "../" + site.assets[module],
        "modules": tuple("../" + site.assets[other] for other in (module, *site.modules.get(module, ()))),
    }


def opensearch(site: Site) -> Output:
    """The OpenSearch 1.1 description, by which a browser adds the search."""
    settings = site.config.site
    described = escape(settings.description[:_LONG], quote=False)
    short = settings.title if len(settings.title) <= _SHORT else settings.title[:_SHORT].rsplit(" ", 1)[0]
    template = escape(site.address("search/index.html")) + "?q={searchTerms}"
    xml = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">'
        f"<ShortName>{escape(short, quote=False)}</ShortName><Description>{described}</Description>"
        f'<InputEncoding>UTF-8</InputEncoding><Url type="text/html" template="{template}"/>'
        "</OpenSearchDescription>\n"
    )
    return output("opensearch.xml", xml)
