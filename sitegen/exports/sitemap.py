"""Sitemaps after sitemaps.org 0.9, and robots.txt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from sitegen.model.routes import href
from sitegen.output import Output, output

MAX_URLS = 50_000
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def sitemap(base: str, paths: Iterable[str], date: str = "", limit: int = MAX_URLS) -> tuple[Output, ...]:
    """`sitemap.xml`, an index, and its parts of at most `limit` addresses, in sorted order.

    `date` is the data's release date (YYYY-MM-DD), empty where there is none: never the build's.  It stands once
    for each part, as it is the same for all its addresses.
    """
    addresses = [base + href(path) for path in sorted(set(paths))]
    changed = f"<lastmod>{escape(date, quote=False)}</lastmod>" if date else ""
    parts = [_part(addresses[i : i + limit], n) for n, i in enumerate(range(0, len(addresses), limit), 1)]
    entries = "".join(f"<sitemap><loc>{escape(base + p.path, quote=False)}</loc>{changed}</sitemap>\n" for p in parts)
    return (output("sitemap.xml", f"{_HEAD}<sitemapindex {_NAMESPACE}>\n{entries}</sitemapindex>\n"), *parts)


def _part(addresses: Sequence[str], number: int) -> Output:
    rows = "".join(f"<url><loc>{escape(a, quote=False)}</loc></url>\n" for a in addresses)
    return output(f"sitemap-{number}.xml", f"{_HEAD}<urlset {_NAMESPACE}>\n{rows}</urlset>\n")


def robots(base: str) -> Output:
    """`robots.txt`: everything may be read, and the sitemap stands here."""
    return output("robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {base}sitemap.xml\n")
