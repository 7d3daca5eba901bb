"""A graph in words."""

from __future__ import annotations

import pytest

from sitegen.diagram import description, figure_graph, legend, legend_html
from sitegen.diagram.words import tells, verb
from sitegen.model.relation import POLARITY, RELATION_TYPES, Polarity, RelationType
from tests.diagram.shapes import arrow, chain, figure, gene, link


def test_relations_become_clauses_that_share_their_subject() -> None:
    relations = (
        arrow("IL-6", "LKB1", "activation"), arrow("IL-6", "AMPK", "activation"),
        arrow("JNK", "IRS-1", "inhibition"), arrow("SOCS3", "IRS-1", "repression", hedged=True),
        arrow("A", "B", "binding"), arrow("glucose", "G6P", "conversion"),
        arrow("PTP1B", "IRS-1", "dephosphorylation", "-"), arrow("IL-6", "GLUT4", "transport", "+"),
    )
    fig = figure(gene("AKT", "AKT1", "207"), chemicals=["ATP"])
    assert description(figure_graph(fig, relations, link)) == (
        "IL-6 activates LKB1 and AMPK; JNK inhibits IRS-1; SOCS3 may repress IRS-1; A binds B; "
        "glucose is converted to G6P; PTP1B dephosphorylates and inhibits IRS-1; "
        "IL-6 promotes the transport of GLUT4. Also in the figure: AKT and ATP."
    )


def test_a_long_description_says_how_much_it_leaves_out() -> None:
    relations = [arrow(f"SOURCE{i}", f"TARGET{i}", "activation") for i in range(40)]
    words = description(figure_graph(figure(), relations, link))
    told = words.count("activates")
    assert 5 < told < 20
    assert words.endswith(f"; and {40 - told} more.")


def test_a_map_counts_its_words_which_are_read_out_as_links() -> None:
    genes = [gene(f"GENE{i:02}", f"GENE{i:02}", str(i + 1)) for i in range(60)]
    assert description(figure_graph(figure(*genes[:2]), (), link)) == "2 words of the figure, each a link."
    assert description(figure_graph(figure(*genes[:1]), (), link)) == "1 word of the figure, each a link."
    assert description(figure_graph(figure(*genes), (), link)) == "60 words of the figure, each a link."


def test_a_verb_tells_where_it_is_one_word_that_begins_as_the_type() -> None:
    told = {(t, s) for t in RELATION_TYPES for s in ("+", "-", "0") if tells(t, s)}
    assert told == {
        ("activation", "+"), ("inhibition", "-"), ("repression", "-"), ("phosphorylation", "0"), ("dephosphorylation", "0"),
        ("binding", "0"),
    }


def test_every_type_and_sign_has_words() -> None:
    for type_ in RELATION_TYPES:
        for sign in ("+", "-", "0"):
            graph = figure_graph(figure(), (arrow("A", "B", type_, sign),), link)
            words = description(graph)
            assert words.startswith("A ") and words.endswith(" B.") and len(words) > 7
            hedged = (arrow("A", "B", type_, sign, hedged=True),)
            assert description(figure_graph(figure(), hedged, link)).startswith("A may ")


def test_the_legend_has_what_occurs_and_no_more() -> None:
    relations = (arrow("IL-6", "B", "activation", hedged=True), arrow("JNK", "B", "phosphorylation", "-"))
    graph = figure_graph(figure(gene("IL-6", "IL6", "1"), chemicals=["ATP"]), relations, link)
    assert [(i.kind, i.classes) for i in legend(graph)] == [
        ("edge", "u"), ("edge", "d"), ("edge", "n h"), ("mark", "+p"), ("node", "gene"), ("node", "process"),
    ]
    assert legend_html(graph) == (
        '<ul class=dgl><li class=u>activates, promotes<li class=d>inhibits, acts against'
        '<li class="n h">stated with reserve (may)<li><b>+p</b> phosphorylates'
        "<li>gene<li class=p>other</ul>"
    )


def test_one_look_needs_no_legend() -> None:
    assert legend_html(figure_graph(figure(gene("A", "A", "1")), (), link)) == ""
    assert legend(figure_graph(figure(), chain("A", "B"), link))


@pytest.mark.parametrize(("source", "type_", "hedged", "words"), [
    ("LXR agonists", "repression", False, "repress"), ("Akt", "repression", False, "represses"),
    ("ROS", "activation", False, "activates"),
    ("apoptosis", "activation", False, "activates"), ("diabetes", "activation", False, "activates"),
    ("oxidative stress", "activation", False, "activates"), ("fatty acids", "activation", True, "may activate"),
    ("amino acids", "conversion", False, "are converted to"), ("PI3Ks", "activation", False, "activates"),
])
def test_a_plural_has_the_verb_of_a_plural(source: str, type_: RelationType, hedged: bool, words: str) -> None:
    polarity: Polarity = POLARITY.get(type_, "0")
    assert verb(source, type_, polarity, hedged) == words
