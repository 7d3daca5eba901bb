"""The pages that work in the browser, search and browse, and how a browser learns of the search."""

from __future__ import annotations

from html import escape

from sitegen.output import Output, output
from sitegen.pages.contexts import ToolContext
from sitegen.pages.frame import Site, frame

MODULES = ("assets/browse.js", "assets/search.js")
"""The modules of these pages."""
_SHORT, _LONG = 16, 1024  # OpenSearch 1.1's limits of ShortName and Description


def search_context(site: Site) -> ToolContext:
    """The search page."""
    return _tool(site, "search", "Search", "Search published pathway figures by gene, word, organism, chemical, disease or year.")


def browse_context(site: Site) -> ToolContext:
    """The table of all figures."""
    return _tool(site, "browse", "All figures", "All pathway figures in one table that can be filtered, sorted and exported.")


def _tool(site: Site, name: str, heading: str, description: str) -> ToolContext:
    path, module = f"{name}/index.html", f"assets/{name}.js"
    return ToolContext(
        **frame(site, path, heading, description),
        heading=heading,
        module="../" + site.assets[module],
        modules=tuple("../" + site.assets[other] for other in (module, *site.modules.get(module, ()))),
    )


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
