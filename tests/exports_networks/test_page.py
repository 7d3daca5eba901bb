"""The script in a real page in a real browser: its buttons, its files, and that they are those of Python."""

from __future__ import annotations

import json
import re
import shutil
from typing import Any
from xml.etree import ElementTree

import pytest

from sitegen.build.drawing import draw_figure, relations_graph
from sitegen.config import Config
from sitegen.diagram.graph import SEVERAL_GENES, KnownGene
from sitegen.diagram.style import diagram_css
from sitegen.exports.cx2 import cx2
from sitegen.exports.dot import dot
from sitegen.exports.gpml import gpml
from sitegen.exports.network import figure_network
from sitegen.exports.sif import sif
from sitegen.model.catalog import NO_PAGES, Surroundings
from sitegen.model.figure import ChemicalMention, DiseaseMention, Figure, GeneMention, Paper
from sitegen.model.participants import Kind
from sitegen.model.relation import Relation
from sitegen.networks.cx2 import read_cx2
from sitegen.pages.environment import make_environment, render
from sitegen.pages.figure import figure_context
from sitegen.pages.frame import Site
from sitegen.pages.rows import DataLicence
from sitegen.text import one_line

from .support import ROOT, SCRIPT

pytestmark = pytest.mark.browser
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
HUMAN, MOUSE = "Homo sapiens", "Mus musculus"
SVG = "{http://www.w3.org/2000/svg}"
CAPTION = "Frost activates KRX. KRX may inhibit NF-κB and AS\u00a0160 at \"low\" <doses> & more."
RELATIONS = (
    Relation("Frost", "KRX", "activation", "+", False, "Frost activates KRX.", "caption", (0, 20), 0.9),
    Relation("KRX", "NF-κB", "inhibition", "-", True, CAPTION[21:], "caption", (21, len(CAPTION)), 0.9),
    Relation("KRX", "AS 160", "phosphorylation", "-", True, CAPTION[21:], "caption", (21, len(CAPTION)), 0.9),
    Relation("AS160", "IL6", "conversion", "0", False, None, "caption"),
    Relation("Akt", "IL6", "activation", "+", False, None, "caption"),
)
ELSEWHERE: dict[str, KnownGene] = {"as160": KnownGene("TBC1D4", "https://site.example/genes/TBC1D4.html"), "akt": SEVERAL_GENES}
KINDS: dict[str, Kind] = {"as160": "gene", "akt": "family"}
FIGURE = Figure(
    "PMC0000001__f1", "figures/PMC0000001__f1.md", Paper("PMC0000001"), title="Frost & its <pathway>", caption=CAPTION,
    organisms=(HUMAN,),
    genes=(
        GeneMention("9606", HUMAN, "IL-6", "IL6", "IL6", "3569"), GeneMention("10090", MOUSE, "IL-6", "IL6", "Il6", "16193"),
        GeneMention("9606", HUMAN, "NFkB", "NFKB1", "NFKB1", "4790"), GeneMention("9606", HUMAN, "KRX", "KRX", "KRXA", "900001"),
        GeneMention("9606", HUMAN, "KRX", "KRX", "KRXB", "900002"), GeneMention("9606", HUMAN, "LOST", None, None, "900003"),
    ),
    chemicals=(ChemicalMention("glucose", "D005947", "glucose", "D-glucose", "4167"), ChemicalMention("Ca2+", "D002118")),
    diseases=(DiseaseMention("frostbite", "D005627", None, "Frostbite", "4440"),),
)


SITE = "https://pages.example/"


def page_html() -> str:
    """The figure's page by its own template."""
    templates = {p.name: p.read_text(encoding="utf-8") for p in (ROOT / "templates").glob("*.html")}
    assets = (ROOT / "templates" / "assets").iterdir()
    site = Site(Config(), {f"assets/{p.name}": f"assets/{p.name}" for p in assets}, ())
    drawing = draw_figure(FIGURE, RELATIONS, None, relations_graph(FIGURE, RELATIONS, NO_PAGES, ELSEWHERE))
    context = figure_context(site, FIGURE, Surroundings(False, ()), drawing, "{}", "Frost", DataLicence("https://a.example/"))
    html = render(make_environment(templates), "figure.html", "figures/PMC0000001__f1.html", context).body.decode()
    return re.sub(r"<(script|link) [^>]*>(?:</script>)?", "", html)  # what a page without a site cannot load


def opened(browser: Any, scheme: str = "light", script: bool = True) -> Any:
    page = browser.new_context(color_scheme=scheme, bypass_csp=True).new_page()
    page.route(f"{SITE}assets/*", lambda route: route.fulfill(path=SCRIPT.parent / route.request.url.rsplit("/", 1)[1]))
    page.route(f"{SITE}figures/*", lambda route: route.fulfill(body=page_html(), content_type="text/html; charset=utf-8"))
    page.goto(f"{SITE}figures/PMC0000001__f1.html")
    style = "".join(p.read_text(encoding="utf-8") for p in sorted((ROOT / "templates" / "assets").glob("*.css")))
    page.add_style_tag(content=style + diagram_css())
    if script:
        page.add_script_tag(url=f"{SITE}assets/{SCRIPT.name}", type="module")
        page.wait_for_selector("p.exports")
    return page


def downloaded(page: Any, name: str) -> tuple[str, str]:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=name, exact=True).click()
    with open(waiting.value.path(), encoding="utf-8", newline="") as file:
        return waiting.value.suggested_filename, file.read()


def test_without_script_there_are_no_buttons(browser):
    assert opened(browser, script=False).query_selector("p.exports, button") is None


def test_the_files_are_those_of_python(browser):
    page = opened(browser)
    assert [b.inner_text() for b in page.query_selector_all("p.exports button")] == ["SVG", "DOT", "SIF", "CX2", "GPML"]
    net = figure_network(FIGURE, RELATIONS, KINDS)
    assert downloaded(page, "SIF") == ("PMC0000001__f1.sif", sif(net))
    assert downloaded(page, "DOT") == ("PMC0000001__f1.dot", dot(net))
    name, text = downloaded(page, "CX2")
    spots = {n["id"]: (n["x"], n["y"]) for part in json.loads(text) for n in part.get("nodes", ())}
    assert name == "PMC0000001__f1.cx2" and text == cx2(net, spots)
    assert downloaded(page, "GPML") == ("PMC0000001__f1.gpml", gpml(net, spots))
    assert [r[:6] for r in read_cx2("x", text)[0]] == [
        (*(net.nodes[i].label for i in e[:2]), *e.relation[2:5], one_line(e.relation.evidence or "") or None)
        for e in net.edges
    ]
    tops = [spots[i][1] for i in (0, 1, 2)]
    assert tops[0] < tops[1] < tops[2], "the nodes of relations stand as they are drawn"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_drawing_stands_alone(browser, scheme):
    page = opened(browser, scheme)
    name, text = downloaded(page, "SVG")
    assert name == "PMC0000001__f1.svg"
    root = ElementTree.fromstring(text)
    assert root.tag == f"{SVG}svg" and int(root.get("width")) > 0
    assert "var(" not in text and not any(key in e.attrib for e in root.iter() for key in ("class", "data-r"))
    back = root[0].get("fill")
    assert back.startswith("rgb(")
    brightness = sum(map(int, re.findall(r"\d+", back)[:3]))
    ink = next(e.get("fill") for e in root.iter(f"{SVG}text") if e.get("fill"))
    assert (brightness > 600) == (sum(map(int, re.findall(r"\d+", ink)[:3])) < 300), f"{ink} on {back}"
    places = ("https://www.ncbi.nlm.nih.gov/gene/", "https://site.example/", f"{SITE}figures/PMC0000001__f1.html#")
    assert all(e.get("href").startswith(places) for e in root.iter(f"{SVG}a"))
    alone = browser.new_page()
    alone.set_content("<img>")
    size = alone.evaluate(
        "text => new Promise((ok, no) => { const i = document.images[0]; i.onload = () => ok(i.naturalWidth); i.onerror = no;"
        " i.src = URL.createObjectURL(new Blob([text], {type: 'image/svg+xml'})); })", text)
    assert size == int(root.get("width"))
