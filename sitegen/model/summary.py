"""The little of a figure that other pages need: what a worker sends back to the parent."""

from __future__ import annotations

from typing import NamedTuple

from sitegen.model.figure import Figure


class Summary(NamedTuple):
    """A figure in a list: identifiers, title, year, organisms and how many genes stand in it.

    `own_name` is the name that its data go by, where that is not its title.
    """

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
    own_name: str = ""

    @property
    def name(self) -> str:
        """The name that the figure's data go by: pages tell namesakes apart."""
        return self.own_name or self.title


def summarise(figure: Figure, name: str = "") -> Summary:
    """The summary of a figure that goes by a name; `genes` counts distinct NCBI Gene ids, `mentions` table rows."""
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
        own_name=name if name != figure.display_title else "",
    )
