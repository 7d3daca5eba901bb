"""The little of a figure that other pages need: what a worker sends back to the parent."""

from __future__ import annotations

from typing import NamedTuple

from sitegen.model.figure import Figure


class Summary(NamedTuple):
    """A figure in a list: identifiers, title, year, organisms and how many genes stand in it."""

    figid: str
    path: str
    title: str
    label: str
    pmcid: str
    year: str | None
    organisms: tuple[str, ...]
    aliases: tuple[str, ...]
    redirects: tuple[str, ...]
    genes: int
    mentions: int
    curated: bool


def summarise(figure: Figure) -> Summary:
    """The summary of a figure; `genes` counts distinct NCBI Gene ids, `mentions` table rows."""
    return Summary(
        figid=figure.figid,
        path=figure.path,
        title=figure.display_title,
        label=figure.label,
        pmcid=figure.paper.pmcid,
        year=figure.paper.year,
        organisms=figure.organisms,
        aliases=figure.aliases,
        redirects=figure.redirects,
        genes=len({g.gene_id for g in figure.genes}),
        mentions=len(figure.genes) + len(figure.chemicals) + len(figure.diseases),
        curated=bool(figure.interactions or figure.dot),
    )
