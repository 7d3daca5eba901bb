"""A curator's DOT: drawn as it is, or refused with its line."""

from __future__ import annotations

import re
from html import unescape
from typing import Any
from urllib.parse import unquote

import pytest
from bs4 import BeautifulSoup

from sitegen.diagram import Curated, draw_curated
from sitegen.diagram.layout import laid_out, render
from sitegen.diagram.links import safe_link
from sitegen.diagram.sandbox import _edges, _get, prepare
from tests.diagram.test_svg import parsed

GOOD = """digraph {
  node [shape=box]
  a [label="Insulin\\nreceptor" style=filled fillcolor=lightyellow URL="https://example.org/?a=1&b=2"]
  b [shape=record label="x|{y|z}"]
  a -> b [label=activates color=red style=dashed]
  subgraph cluster_1 { label="Nucleus"; c -> d [arrowhead=tee] }
  e [label=<<b>bold</b> <i>word</i>> shape=ellipse]
  "NF-κB <p65> & co" -> e
}
"""


def curated(dot: str, seconds: float = 20.0) -> Curated:
    return draw_curated(dot, path="figures/PMC1__F1.md", line=30, title="Drawn", seconds=seconds)


@pytest.fixture(scope="module")
def good() -> Curated:
    return curated(GOOD)


def test_shapes_labels_clusters_and_colours_are_drawn(good: Curated) -> None:
    assert good.problems == ()
    page = parsed(good.svg)
    assert [t.text for t in page.find_all("text")] == [
        "Nucleus", "activates", "Insulin", "receptor", "x", "y", "z", "c", "d", "bold", "word", "NF-κB <p65> & co",
    ]
    assert page.select_one("a")["href"] == "https://example.org/?a=1&b=2"
    assert "fill=#ffffe0" in good.svg and "stroke=#ff0000" in good.svg
    assert page.select_one('svg.dgd > svg[role="img"] > title').text == "Drawn"


def test_what_has_no_colour_takes_the_pages(good: Curated) -> None:
    assert set(re.findall(r"(?:fill|stroke)=(#\w+)", good.svg)) == {"#ffffe0", "#ff0000"}
    on_yellow = parsed(good.svg).find("text", string="Insulin")
    assert on_yellow["class"] == ["o"]


def test_it_is_told_in_words(good: Curated) -> None:
    assert good.words == "Insulin receptor → x y z (activates); c → d; NF-κB <p65> & co → bold word."


def test_the_same_dot_has_the_same_bytes(good: Curated) -> None:
    assert curated(GOOD) == good


LINKED = r"""digraph "The graph" {
  node [URL="https://x.example/?g=\G&term=\N&l=\L&e=\E|\T|\H&b=\\z\q"]
  edge [URL="https://e.example/\E/\T/\H/\G/\L/\N"]
  "TNF alpha"; b [label="one\n\N"]; c [label=<<b>x</b>>]; d [label=""]; e [label="\L\G"]
  b:n -> c [label="ab\E"]
  c -> d
  subgraph cluster_1 { URL="https://c.example/\G/\L" label="nu"; e }
}"""


def test_escapes_in_addresses_stand_for_what_graphviz_makes_of_them() -> None:
    """But for what no address can hold, which Graphviz leaves as it is."""
    theirs = re.findall(r'href="(https://x[^"]*)"', render(LINKED.encode(), b"dot", b"svg").decode())
    ours = [a["href"] for a in parsed(curated(LINKED).svg).select("a")]
    assert ours[0].startswith("https://x.example/?g=The%20graph&term=TNF%20alpha&l=TNF%20alpha&")
    assert [unquote(a) for a in ours] == [unescape(a) for a in theirs]


def test_an_edge_s_address_names_its_ends() -> None:
    links = []

    def prepared(graph: Any) -> bytes:
        engine = prepare(graph)
        links.extend(_get(edge, "URL") for edge in _edges(graph))
        return engine

    laid_out(LINKED.encode(), prepared, b"json")
    theirs = re.findall(r'href="(https://e[^"]*)"', render(LINKED.encode(), b"dot", b"svg").decode())
    assert {unquote(a) for a in links} == {unescape(a) for a in theirs}


def test_a_name_is_looked_at_where_it_stands_in_an_address() -> None:
    assert curated(r'digraph { node [URL="\N"]; "https://example.org/a b" }').problems == ()
    for dot in (r'digraph { node [URL="\N"]; "javascript:alert(1)" }', r'digraph { a [URL="\L" label="java\Nscript:x"] }',
                r'digraph { node [URL="java\N"]; "script:x" }', r'digraph "data" { a [URL="\G:text/html,x"] }'):
        (problem,) = curated(dot).problems
        assert problem.message == "dot block cannot be drawn: the link in 'URL' is not an http address"


@pytest.mark.parametrize(("dot", "line", "message"), [
    ("digraph {\n  a -> \n  -> b\n}", 32, "syntax error near '->'"),
    ('digraph {\n  a [image="x.png"]\n}', 31, "attribute 'image' is not allowed"),
    ('digraph {\n\n  node [shapefile="x.svg"]; a }', 32, "attribute 'shapefile' is not allowed"),
    ('digraph { imagepath="/"; a }', 30, "attribute 'imagepath' is not allowed"),
    ('digraph { fontpath="/"; a }', 30, "attribute 'fontpath' is not allowed"),
    ('digraph { stylesheet="https://example.org/x.css"; a }', 30, "attribute 'stylesheet' is not allowed"),
    ('digraph { subgraph cluster_1 { href="data:text/html,x"; a } }', 30, "the link in 'href' is not an http address"),
    ('digraph { a [URL="JavaScript:alert(1)"] }', 30, "the link in 'URL' is not an http address"),
    ('digraph { a -> b [headURL="java\tscript:alert(1)"] }', 30, "the link in 'headURL' is not an http address"),
    ('digraph { a [label=<<TABLE><TR><TD><IMG SRC="x.png"/></TD></TR></TABLE>>] }', 30, "a label holds an image"),
    ('digraph { layout=nop; a }', 30, "unknown layout 'nop'"),
    ("digraph { a\0 }", 30, "it holds a NUL character"),
    ('digraph {\n a [label="x\x01"] }', 31, "it holds the character U+0001"),
    ("digraph " + "{" * 30_000, 30, "it has more than 5,000 braces"),
    ("digraph { }", 30, "it is empty"),
    ("", 30, "the graph is not valid DOT"),
    ("digraph {" + ";".join(f"n{i}" for i in range(401)) + "}", 30, "more than 400 nodes or 800 edges"),
    ("//" + "x" * 70_000, 30, "it is larger than 64 kB"),
])
def test_what_cannot_be_drawn_is_a_problem_at_its_line(dot: str, line: int, message: str) -> None:
    done = curated(dot)
    assert done.svg == ""
    assert [tuple(p[:5]) for p in done.problems] == [
        ("figures/PMC1__F1.md", line, 0, "E505", f"dot block cannot be drawn: {message}")
    ]


def test_a_graph_that_eats_memory_or_time_is_stopped() -> None:
    hungry = curated("digraph { a [peripheries=100000000] }")
    assert hungry.svg == "" and hungry.problems[0].code == "E505"
    edges = ";".join(f"n{i}->n{(i * 37 + k) % 300}" for i in range(300) for k in (1, 7))
    slow = curated(f"digraph {{{edges}}}", seconds=0.3)
    assert slow.svg == "" and "takes longer than 0.3 seconds" in slow.problems[0].message


def test_links_are_http_or_relative() -> None:
    for url in ("https://example.org", "HTTP://x", "../genes/A.html", "#genes", "mailto:a@b.org", "A.html", "?q=1"):
        assert safe_link(url)
    for url in ("javascript:alert(1)", " java\nscript:x", "data:text/html,x", "file:///etc", "vbscript:x", "x:y"):
        assert not safe_link(url)


def test_text_in_a_drawing_is_escaped() -> None:
    done = curated('graph { a [label="</text><script>alert(1)</script>"] }')
    page = BeautifulSoup(done.svg, "html5lib")
    assert page.find("script") is None
    assert page.select_one("svg.dgd > g text").text == "</text><script>alert(1)</script>"


@pytest.mark.parametrize(("line", "why"), [
    ("b [peripheries=100000]", "peripheries is 100000, and at most 8 here"),
    ("b [width=100000000000]", "width is 100000000000, and at most 50 here"),
    ('node [penwidth="1e9"]', "penwidth is 1e9, and at most 20 here"),
    ('graph [nslimit="1e9"]', "nslimit is 1e9, and at most 100 here"),
    ('graph [pad="1,99"]', "pad is 99, and at most 20 here"),
])
def test_numbers_beyond_reason_are_refused_at_their_line(line: str, why: str) -> None:
    refused = curated(f"digraph {{\n  a -> b\n  {line}\n}}\n")
    assert refused.svg == "" and [(p.line, p.message) for p in refused.problems] == [(32, f"dot block cannot be drawn: {why}")]


def test_a_picture_too_large_for_a_page_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sitegen.diagram.curated.MAX_SVG", 1000)
    refused = curated(GOOD)
    assert refused.svg == "" and refused.problems[0].message == "dot block cannot be drawn: its picture is larger than 1 kB"
