"""Brings a figure, its relations and its diagram together."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from sitegen.diagram import description, draw, figure_graph, legend_html
from sitegen.diagram.curated import Curated, draw_curated
from sitegen.diagram.graph import LISTS, SEVERAL_GENES, Graph, KnownGene
from sitegen.diagram.layout import LayoutError
from sitegen.diagram.words import tells, verb
from sitegen.model.catalog import EntityPages
from sitegen.model.figure import Figure
from sitegen.model.participants import Participant
from sitegen.model.relation import DRAWN, Relation
from sitegen.pages.entities import entity_path, gene_href
from sitegen.pages.figure import RELATIONS_ID, Drawing, Verb
from sitegen.relations.lexicon import SEVERAL

_NONE: Mapping[str, KnownGene] = {}


def relations_graph(
    figure: Figure, relations: tuple[Relation, ...], pages: EntityPages | None = None,
    elsewhere: Mapping[str, KnownGene] = _NONE,
) -> Graph:
    """The graph of a figure's first 120 relations; without `pages` it has no links.

    `elsewhere` are the genes, by folded name, that only other figures' tables know.
    """
    href = None if pages is None else address_of(pages)
    return figure_graph(figure, relations[:DRAWN], href, elsewhere=elsewhere)


def draw_figure(
    figure: Figure, relations: tuple[Relation, ...], curated: Curated | None, graph: Graph
) -> Drawing | None:
    """A figure's diagram with its legend and relations; None where the figure names nobody.

    Of relations beyond those that `graph` shows the list has all.
    """
    if curated is not None:
        return Drawing(curated.svg, "", (), (), from_dot=True)
    if not graph.nodes and not graph.others:
        return None
    try:
        words = ("", RELATIONS_ID) if relations else (description(graph), "")
        svg = draw(graph, title=_title(figure), description=words[0], described_by=words[1])
    except LayoutError:  # the list of relations stands without a picture
        svg = ""
    return Drawing(svg, legend_html(graph), relations, tuple(
        Verb(verb(r.source, r.type, r.polarity, r.hedged), tells(r.type, r.polarity)) for r in relations
    ))


def draw_thumbnail(figure: Figure, relations: tuple[Relation, ...], elsewhere: Mapping[str, KnownGene] = _NONE) -> str:
    """A figure's diagram as a picture without links; '' where there is nothing to draw."""
    graph = relations_graph(figure, relations, elsewhere=elsewhere)
    if graph.nodes:
        graph = replace(graph, others=())  # who has no part in the relations is not missed in a small picture
    if not graph.nodes and not graph.others:
        return ""
    try:
        return draw(graph, title=_title(figure), description="", ident=f"t{figure.figid}-")
    except LayoutError:
        return ""


def draw_dot(dot: str, path: str, line: int, figure: Figure | None) -> Curated:
    """The drawing of a `dot` block at that line of a file, with what is wrong with it.

    A figure that cannot be published for other reasons is None: its block may have faults of its own.
    """
    return draw_curated(dot, path=path, line=line, title=_title(figure) if figure else "")


def _title(figure: Figure) -> str:
    return f"Diagram of {figure.label}"


def genes_elsewhere(symbols: Mapping[str, str], stems: Mapping[str, str]) -> dict[str, KnownGene]:
    """Genes that other figures' tables know, by folded name; `stems` are the names of their pages, by symbol."""
    return {
        name: SEVERAL_GENES if symbol == SEVERAL else KnownGene(symbol, _page_of(stems.get(symbol)))
        for name, symbol in symbols.items()
    }


def _page_of(stem: str | None) -> str | None:
    return f"../{entity_path('genes', stem)}" if stem else None


def address_of(pages: EntityPages) -> Callable[[Participant], str | None]:
    """Where a participant's box leads: its gene's page, or NCBI where it has none, or its place in the figure's own lists."""
    root = "../"

    def address(participant: Participant) -> str | None:
        if participant.kind == "gene" and participant.genes:
            gene = participant.genes[0]
            return gene_href(root, pages.genes.get(gene.symbol) if gene.symbol else None, gene.gene_id)
        return LISTS[participant.kind]

    return address
