"""Brings a figure, its relations and its diagram together."""

from __future__ import annotations

from collections.abc import Callable

from sitegen.diagram import description, draw, figure_graph, legend_html
from sitegen.diagram.layout import LayoutError
from sitegen.diagram.words import verb
from sitegen.model.catalog import EntityPages
from sitegen.model.figure import Figure
from sitegen.model.participants import Participant
from sitegen.model.relation import Relation
from sitegen.pages.entities import gene_href
from sitegen.pages.figure import Drawing
from sitegen.problems import Problem
from sitegen.relations import read_caption

_MAX_RELATIONS = 120  # what no reader could follow, and no page could hold


def draw_figure(figure: Figure, relations: tuple[Relation, ...], pages: EntityPages) -> Drawing | None:
    """A figure's diagram with its legend and relations; None where the figure names nobody.

    Of relations beyond 120 the list shows all and the diagram the first.
    """
    graph = figure_graph(figure, relations[:_MAX_RELATIONS], address_of(pages))
    if not graph.nodes and not graph.others:
        return None
    words = description(graph)
    try:
        svg = draw(graph, ident="dg", title=f"Diagram of {figure.short_name}", description=words)
    except LayoutError:  # the list of relations stands without a picture
        svg = ""
    return Drawing(svg, legend_html(graph), relations, tuple(verb(r.type, r.polarity, r.hedged) for r in relations))


def address_of(pages: EntityPages) -> Callable[[Participant], str | None]:
    """Where a participant's box leads: its gene's page, or NCBI where it has none, or its place in the figure's own lists."""
    root = "../"

    def address(participant: Participant) -> str | None:
        if participant.kind == "gene" and participant.genes:
            return gene_href(root, pages, participant.genes[0].symbol, participant.genes[0].gene_id)
        if participant.genes:
            return "#genes"
        return "#chemicals" if participant.kind == "chemical" else "#diseases"

    return address


def relations_of(figure: Figure) -> tuple[Relation, ...]:
    """A figure's relations from the source that is trusted most: a curator's, else those its caption states."""
    if figure.interactions:
        return figure.interactions
    if not figure.caption:
        return ()
    return read_caption(figure.caption, mentions=_names(figure))


def _names(figure: Figure) -> tuple[str, ...]:
    """The words, matches, names and symbols of a figure's own tables."""
    names: dict[str, None] = {}
    for gene in figure.genes:
        names[gene.word] = None
        if gene.match:
            names[gene.match] = None
        if gene.symbol:
            names[gene.symbol] = None
    for chemical in figure.chemicals:
        names.update(dict.fromkeys(n for n in (chemical.word, chemical.match, chemical.name) if n))
    for disease in figure.diseases:
        names.update(dict.fromkeys(n for n in (disease.word, disease.match, disease.name) if n))
    return tuple(names)


def dot_problems(figure: Figure) -> tuple[Problem, ...]:
    """Why a figure's own DOT cannot be drawn."""
    return ()
