"""From a figure and relations to nodes and edges."""

from __future__ import annotations

from sitegen.diagram import figure_graph
from sitegen.diagram.graph import MAP_LIMIT, QUIET_LIMIT, SEVERAL_GENES, Edge, KnownGene, Node
from sitegen.diagram.heads import edge_classes
from sitegen.model.participants import participants
from sitegen.model.relation import Relation
from tests.diagram.shapes import arrow, chain, figure, gene, link

AMPK = (gene("AMPK", "PRKAA1", "5562"), gene("AMPK", "PRKAA2", "5563"))


def test_an_end_finds_its_participant_by_word_match_or_symbol_however_it_is_spelt() -> None:
    fig = figure(gene("GLUT4", "SLC2A4", "6517"), gene("(IL-6)", "IL6", "3569"))
    graph = figure_graph(fig, (arrow("il 6", "SLC2A4", "transport"), arrow("IL6", "Glut-4", "activation")), link)
    assert graph.nodes == (
        Node("il 6", "gene", "../genes/IL6.html", ("IL6",)),
        Node("SLC2A4", "gene", "../genes/SLC2A4.html", ("SLC2A4",)),
    )
    assert graph.others == ()


def test_an_end_of_no_table_is_a_plain_box_without_link() -> None:
    graph = figure_graph(figure(*AMPK), (arrow("AMPK", "autophagy", "activation"),), link)
    assert graph.nodes == (
        Node("AMPK", "family", "../genes/PRKAA1.html", ("PRKAA1", "PRKAA2")), Node("autophagy", "process"),
    )


def test_relations_of_the_same_ends_and_sign_are_one_edge_that_keeps_their_indexes() -> None:
    relations = (
        arrow("A", "B", "activation", "+", hedged=True), arrow("A", "B", "inhibition", "-"),
        arrow("A", "B", "expression", "+"), arrow("B", "A", "activation", "+"),
    )
    assert figure_graph(figure(), relations, link).edges == (
        Edge(0, 1, "activation", "+", False, (0, 2)), Edge(0, 1, "inhibition", "-", False, (1,)),
        Edge(1, 0, "activation", "+", False, (3,)),
    )


def test_an_edge_is_hedged_only_if_all_its_relations_are() -> None:
    relations = (arrow("A", "B", "activation", "+", True), arrow("A", "B", "activation", "+", True))
    assert figure_graph(figure(), relations, link).edges[0].hedged


def test_a_sign_that_is_not_stated_is_not_drawn() -> None:
    """A mutation of RAS that activates GLUT1 says nothing of more RAS: an arrow, and neither a green one nor a T-bar."""
    graph = figure_graph(figure(), (Relation("A", "B", "inhibition"), Relation("C", "D", "activation")), link)
    assert [e.polarity for e in graph.edges] == ["0", "0"]
    assert [edge_classes(e) for e in graph.edges] == ["n", "n"]


def test_a_bare_phosphorylation_marks_the_signed_arrow_of_the_same_two() -> None:
    relations = (arrow("JNK", "IRS-1", "phosphorylation"), arrow("JNK", "IRS-1", "inhibition", "-"))
    assert figure_graph(figure(), relations, link).edges == (Edge(0, 1, "inhibition", "-", False, (0, 1), "+p"),)


def test_binding_has_no_direction() -> None:
    graph = figure_graph(figure(), (arrow("A", "B", "binding"), arrow("B", "A", "binding")), link)
    assert graph.edges == (Edge(0, 1, "binding", "0", False, (0, 1)),)


def test_several_of_a_word_are_that_word() -> None:
    fig = figure(gene("MAPK", "MAPK1", "5594"))
    graph = figure_graph(fig, chain("RAFs", "MAPKs") + chain("MAPK", "apoptosis"), link)
    own = link(participants(fig)[0])
    assert graph.nodes == (Node("RAFs", "process"), Node("MAPKs", "gene", own, ("MAPK1",)), Node("apoptosis", "process"))
    assert [(e.source, e.target) for e in graph.edges] == [(0, 1), (1, 2)]


def test_names_that_other_figures_tables_know_are_genes() -> None:
    elsewhere = {"p53": KnownGene("TP53", "../genes/TP53.html"), "tp53": KnownGene("TP53", "../genes/TP53.html"),
                 "akt": SEVERAL_GENES, "hdmx": KnownGene("MDM2", "../genes/MDM2.html")}
    relations = chain("p53", "Akt") + chain("TP53", "apoptosis") + chain("HDM2", "p53")
    fig = figure(gene("HDM2", "MDM2", "4193"))
    graph = figure_graph(fig, relations, link, elsewhere=elsewhere)
    assert graph.nodes == (
        Node("p53", "gene", "../genes/TP53.html", ("TP53",)), Node("Akt", "family"), Node("apoptosis", "process"),
        Node("HDM2", "gene", link(participants(fig)[0]), ("MDM2",)),
    )
    assert [(e.source, e.target) for e in graph.edges] == [(0, 1), (0, 2), (3, 0)]
    # a synonym that only the collection knows is the figure's own gene where that has the symbol
    assert [n.label for n in figure_graph(fig, (arrow("HDMX", "HDM2", "binding"),), link, elsewhere=elsewhere).nodes] == ["HDMX"]
    assert {n.href for n in figure_graph(fig, relations, None, elsewhere=elsewhere).nodes} == {None}


def test_participants_without_relations_stand_beside_genes_first_then_by_name() -> None:
    fig = figure(gene("p38", "MAPK14", "1432"), *AMPK, gene("TNF", "TNF", "7124"), chemicals=["ATP"], diseases=["Cold"])
    graph = figure_graph(fig, chain("TNF", "apoptosis"), link)
    assert [n.label for n in graph.others] == ["AMPK", "p38", "ATP", "Cold"]
    assert not graph.is_map


def test_without_relations_the_participants_are_the_map() -> None:
    graph = figure_graph(figure(*AMPK, chemicals=["ATP"]), (), link)
    assert graph.is_map
    assert [(n.label, n.kind, n.symbols) for n in graph.others] == [
        ("AMPK", "family", ("PRKAA1", "PRKAA2")), ("ATP", "chemical", ()),
    ]


def test_symbols_that_differ_by_case_are_one_and_the_papers_organism_spells_it() -> None:
    fig = figure(gene("IL-6", "Il6", "16193", "Mus musculus"), gene("IL-6", "IL6", "3569"))
    assert figure_graph(fig, (), link).others[0].symbols == ("IL6",)


def test_many_participants_end_in_a_box_that_counts_the_rest() -> None:
    fig = figure(*(gene(f"GENE{i:03}", f"GENE{i:03}", str(i + 1)) for i in range(100)))
    lone = figure_graph(fig, (), link)
    assert len(lone.others) == MAP_LIMIT
    assert lone.others[-1] == Node(f"+ {100 - MAP_LIMIT + 1} more", "more", "#genes")
    assert lone.hidden == 100 - MAP_LIMIT + 1
    beside = figure_graph(fig, chain("GENE000", "x"), link)
    assert len(beside.others) == QUIET_LIMIT
    assert beside.hidden == 99 - QUIET_LIMIT + 1


def test_the_rest_leads_to_the_list_it_stands_in_and_nowhere_in_a_picture_without_links() -> None:
    fig = figure(chemicals=[f"Chemical {i}" for i in range(100)])
    assert figure_graph(fig, (), link).others[-1].href == "#chemicals"
    bare = figure_graph(fig, (), None)
    assert {n.href for n in bare.others} == {None} and bare.list_href is None


def test_exactly_as_many_as_fit_are_all_shown() -> None:
    fig = figure(*(gene(f"G{i}", f"G{i}", str(i + 1)) for i in range(MAP_LIMIT)))
    graph = figure_graph(fig, (), link)
    assert (len(graph.others), graph.hidden, graph.others[-1].kind) == (MAP_LIMIT, 0, "gene")


def test_labels_lose_what_no_page_may_hold() -> None:
    graph = figure_graph(figure(), (arrow("A\x00\u202eB\n C", "\ud800", "activation"),), link)
    assert [n.label for n in graph.nodes] == ["AB C", "?"]
