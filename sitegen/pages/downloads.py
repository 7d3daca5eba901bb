"""The page of the files that hold the whole collection."""

from __future__ import annotations

from collections.abc import Sequence

from sitegen.pages.contexts import DownloadsContext
from sitegen.pages.frame import Site, frame
from sitegen.pages.rows import CollectionFile, GeneSetFiles

DIRECTORY = "downloads"
INDEX = f"{DIRECTORY}/index.html"
_UNITS = ("bytes", "kB", "MB", "GB")


def downloads_page(
    site: Site, tables: Sequence[CollectionFile], sets: Sequence[GeneSetFiles], networks: Sequence[CollectionFile]
) -> DownloadsContext:
    """The page of the collection's tables, gene sets and networks."""
    title = site.config.site.title
    return DownloadsContext(
        **frame(site, INDEX, "Downloads", f"All genes, chemicals, diseases and relations of {title} as files.", pictures=False),
        heading="Downloads",
        lead="The whole collection as files: tables for R, Python or a database, gene sets for enrichment, the diagrams "
             "as networks.",
        license=site.config.site.license,
        tables=tuple(tables),
        sets=tuple(sets),
        networks=tuple(networks),
        example=site.address(f"{DIRECTORY}/{tables[0].name}"),
    )


def in_words(size: int) -> str:
    """A file's size as people read it: `812 bytes`, `4.1 kB`, `12 MB`, in steps of 1,000."""
    number, unit = float(size), 0
    while number >= 999.5 and unit < len(_UNITS) - 1:
        number, unit = number / 1000, unit + 1
    return f"{number:.1f} {_UNITS[unit]}" if unit and number < 9.95 else f"{number:.0f} {_UNITS[unit]}"
