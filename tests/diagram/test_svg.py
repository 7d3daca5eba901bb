"""The markup: valid, small, linked, described, and without any colour of its own."""

from __future__ import annotations

import re

import html5lib
import pytest
from bs4 import BeautifulSoup
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sitegen.diagram import description, draw, figure_graph
from sitegen.diagram.fontmetrics import fit
from sitegen.diagram.graph import Graph
from sitegen.diagram.svg import WIDEST, opening
from sitegen.text import one_line
from tests.diagram.shapes import arrow, chain, figure, gene, graphs, link


def parsed(svg: str) -> BeautifulSoup:
    """The SVG as a browser reads it; fails where the HTML parser finds an error in it."""
    parser = html5lib.HTMLParser()
    parser.parse(f"<!doctype html><title>x</title>{svg}")
    assert parser.errors == []
    return BeautifulSoup(svg, "html5lib")


def drawn(graph: Graph) -> str:
    return draw(graph, title="Relations", description=description(graph))


SEED = (
    arrow("IL-6", "LKB1", "activation"), arrow("LKB1", "AMPK", "activation"),
    arrow("AMPK", "AS160", "activation"), arrow("AS160", "GLUT4", "transport", "+"),
    arrow("JNK", "IRS-1", "inhibition"), arrow("PTP1B", "IRS-1", "dephosphorylation", "-"),
    arrow("SOCS3", "IRS-1", "inhibition", hedged=True), arrow("LXR", "PTP1B", "repression"),
)


def test_the_picture_is_one_image_with_title_and_description() -> None:
    page = parsed(drawn(figure_graph(figure(), SEED, link)))
    image = page.select_one('svg.dg svg[role="img"]')
    assert image is not None
    title, text = image.find_all(recursive=False)[:2]
    assert (title.name, title.text) == ("title", "Relations")
    assert (text.name, text.text[:48]) == ("desc", "IL-6 activates LKB1; LKB1 activates AMPK; AMPK a")


def test_a_list_of_the_page_can_say_it_instead() -> None:
    svg = draw(figure_graph(figure(), SEED, link), title="Relations", description="-", described_by="rs")
    image = parsed(svg).select_one('svg.dg svg[role="img"]')
    assert image is not None
    assert (image["aria-describedby"], image.find("title").text, image.find("desc")) == ("rs", "Relations", None)


def test_links_stand_outside_the_image_so_that_readers_do_not_lose_them() -> None:
    fig = figure(gene("IL-6", "IL6", "3569"), gene("LKB1", "STK11", "6794"))
    page = parsed(drawn(figure_graph(fig, SEED, link)))
    assert [(a["href"], a.find("text").text) for a in page.select("svg.dg > a")] == [
        ("../genes/IL6.html", "IL-6"), ("../genes/STK11.html", "LKB1"),
    ]
    assert page.select('svg[role="img"] a') == []
    assert page.select("a title") == []


def test_a_word_that_is_cut_is_told_whole() -> None:
    name = "a very long name of a protein that nobody could put into a box"
    page = parsed(drawn(figure_graph(figure(gene(name, "LONG", "1")), (arrow(name, "B", "activation"),), link)))
    assert [t.text for t in page.select("svg.dg > a > title")] == [name]


def test_every_arrow_names_its_relations() -> None:
    relations = (*chain("A", "B", "C"), arrow("A", "B", "activation"), arrow("C", "D", "inhibition"))
    page = parsed(drawn(figure_graph(figure(), relations, link)))
    assert [e["data-r"] for e in page.select("[data-r]")] == ["0 2", "1", "3"]


def test_each_look_has_its_class() -> None:
    page = parsed(drawn(figure_graph(figure(), SEED, link)))
    assert [(g.get("class"), len(g.select("[data-r]"))) for g in page.select('svg[role="img"] > g')] == [
        (["u"], 3), (["u", "t"], 1), (["d"], 2), (["d", "h"], 1), (["d", "x"], 1),
    ]


def test_no_colour_font_or_style_is_in_the_markup() -> None:
    svg = drawn(figure_graph(figure(gene("IL-6", "IL6", "1"), chemicals=["ATP"]), SEED, link))
    assert re.findall(r"\b(?:style|fill|stroke|font-\w+|color)\s*=", svg) == []


def test_a_map_repeats_one_shape_for_each_outline() -> None:
    fig = figure(gene("AMPK", "PRKAA1", "1"), gene("AMPK", "PRKAA2", "2"), gene("p53", "TP53", "3"), chemicals=["ATP"])
    page = parsed(draw(figure_graph(fig, (), link), title="Participants", description="-"))
    assert [u["href"] for u in page.select("use")] == ["#dg", "#dg", "#dgc"]
    assert [(s["id"], s["rx"]) for s in page.select("defs > *")] == [("dg", "4"), ("dgc", "18")]
    assert len(page.select_one("svg.dg > path.f")["d"].split("M")) == 2
    assert [t.text for t in page.select("svg.dg > a text, svg.dg > g text")] == [
        "AMPK", "PRKAA1 +1", "p53", "TP53", "ATP",
    ]


def test_nothing_to_draw_is_nothing() -> None:
    assert drawn(figure_graph(figure(), (), link)) == ""


def test_fourteen_nodes_take_at_most_four_and_a_half_kilobytes() -> None:
    names = [
        "IL-6", "LKB1", "AMPK", "AS160", "GLUT4", "JNK", "SOCS3", "PTP1B", "IRS-1", "LXR", "AKT", "PI3K", "mTOR", "S6K",
    ]
    fig = figure(*(gene(n, f"SYMBOL{i}", str(i + 1)) for i, n in enumerate(names)))
    pairs = [(i, (i * 5 + 3) % 14) for i in range(14)] + [(0, 9)]
    types = ["activation", "inhibition", "expression", "phosphorylation", "transport"]
    relations = [arrow(names[a], names[b], types[i % 5]) for i, (a, b) in enumerate(pairs)]
    graph = figure_graph(fig, relations, link)
    assert (len(graph.nodes), len(graph.edges)) == (14, 15)
    assert len(drawn(graph).encode()) <= 4500


def test_a_wide_picture_says_so() -> None:
    assert opening("dg", 440, 90) == '<svg class=dg width=440 viewBox="0 0 440 90">'
    assert opening("dg", 441, 90) == '<svg class="dg l" width=441 viewBox="0 0 441 90">'
    assert opening("dg", WIDEST, 90) == '<svg class="dg l" width=640 viewBox="0 0 640 90">'
    assert opening("dg", WIDEST + 1, 90) == '<svg class="dg w" width=641 viewBox="0 0 641 90">'


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(graphs(), st.text(max_size=30))
def test_any_text_stays_text(graph: Graph, title: str) -> None:
    clean_graph = Graph(
        tuple(n._replace(label=one_line(n.label) or "?") for n in graph.nodes), graph.edges,
        tuple(n._replace(label=one_line(n.label) or "?") for n in graph.others),
    )
    svg = draw(clean_graph, title=one_line(title), description=description(clean_graph))
    page = parsed(svg)
    assert {e.name for e in page.find("svg").find_all()} <= {
        "svg", "title", "desc", "g", "a", "path", "rect", "text", "tspan", "defs", "use",
    }
    assert not [k for e in page.find_all() for k in e.attrs if k.startswith("on")]
    assert {a["href"] for a in page.find_all("a")} <= {"../x.html", 'a b"<&', "x.html"}
    assert page.find("svg").find("title").text == one_line(title)


@pytest.mark.parametrize("label", ["</svg><script>alert(1)</script>", "&lt;", "a<b>c", "x & y"])
def test_a_label_is_shown_as_it_is(label: str) -> None:
    svg = drawn(figure_graph(figure(), (arrow(label, "B", "activation"),), link))
    page = parsed(svg)
    assert page.find("script") is None
    assert "".join(t.text for t in page.select("svg.dg > g")[0].find_all("text")).startswith(fit(label, 108)[:8])
    assert svg.count("<script") == 0
