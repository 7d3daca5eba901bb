"""A figure's page in use: its layout, picture, tools, and the arrows that answer to their sentences."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page, Request

from tests.browser_design.collection import ALIAS, BARE, BIG, DRAWN, HEDGED, SAMPLE
from tests.browser_design.conftest import PICTURE, Visitor

pytestmark = pytest.mark.browser
FIGURE = f"figures/{SAMPLE}.html"
CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}
_SHIFT = """new Promise(done => { let sum = 0;
    new PerformanceObserver(l => { for (const e of l.getEntries()) if (!e.hadRecentInput) sum += e.value; })
      .observe({type: 'layout-shift', buffered: true});
    setTimeout(() => done(sum), 700); })"""


def box(page: Page, selector: str) -> dict[str, float]:
    found = page.locator(selector).first.bounding_box()
    assert found is not None, selector
    return {**found, "right": found["x"] + found["width"], "bottom": found["y"] + found["height"]}


def loaded(page: Page) -> None:
    """Waits for the picture; the page's policy lets no text be run, so the page cannot be asked to wait."""
    for _ in range(100):
        if page.locator("figure img").evaluate("i => i.complete && i.naturalWidth > 0"):
            return
        page.wait_for_timeout(50)
    raise AssertionError("the picture did not come")


def test_at_1280_picture_and_diagram_stand_side_by_side_on_the_first_screen(visitor: Visitor) -> None:
    page = visitor.open(FIGURE)
    picture, diagram, caption = box(page, "figure img"), box(page, ".dgs"), box(page, "figcaption")
    assert picture["right"] <= diagram["x"]
    assert picture["bottom"] <= 900
    assert diagram["bottom"] <= 900
    assert caption["y"] < 900
    assert page.locator("figcaption").evaluate("e => e.scrollHeight <= e.clientHeight + 1"), "the caption is cut"


def test_the_picture_does_not_follow_a_reader_onto_a_wide_diagram_below_it(visitor: Visitor) -> None:
    page = visitor.open(FIGURE)
    page.wait_for_selector(".column #use")
    page.locator("svg.dg").first.evaluate("e => e.classList.add('w')")
    page.locator(".diagram").evaluate("e => scrollTo(0, e.getBoundingClientRect().top + scrollY)")
    assert box(page, ".column")["bottom"] <= box(page, ".diagram")["y"]


@pytest.mark.parametrize("visitor", [{"viewport": {"width": 390, "height": 844}}], indirect=True)
def test_at_390_one_column_in_order(visitor: Visitor) -> None:
    page = visitor.open(FIGURE)
    tops = [box(page, s)["y"] for s in ("h1", "figure img", "figcaption", ".diagram", ".facts", "#use", "#relations", "#genes")]
    assert tops == sorted(tops)
    assert all(box(page, s)["right"] <= 390 for s in ("figure", ".diagram", ".facts", ".genes"))


@pytest.mark.parametrize("visitor", [{"viewport": {"width": 390, "height": 844}}], indirect=True)
def test_at_390_links_and_keyboard_go_down_the_page(visitor: Visitor) -> None:
    page = visitor.open(FIGURE)
    links = page.locator(".sections a").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    assert links == ["#main", "#diagram", "#paper", "#use", "#relations", "#genes"]
    assert [box(page, s)["y"] for s in links] == sorted(box(page, s)["y"] for s in links)
    stops = page.locator("article :is(a, button)").evaluate_all(
        "all => all.filter(e => !e.closest('.sections, svg')).map(e => e.getBoundingClientRect().bottom)")
    assert all(later > earlier - 40 for earlier, later in pairwise(stops))
    page.set_viewport_size({"width": 1280, "height": 900})
    page.wait_for_selector(".column #use")
    page.set_viewport_size({"width": 390, "height": 844})
    page.wait_for_selector(".facts + .use #use")


@pytest.mark.parametrize("visitor", [{"viewport": {"width": w, "height": 800}} for w in (320, 390, 1280)], indirect=True)
@pytest.mark.parametrize(
    "path", ["", FIGURE, f"figures/{BIG}.html", f"figures/{BARE}.html", "years/2018.html", "404.html", f"figures/{ALIAS}.html"])
def test_no_page_scrolls_sideways(visitor: Visitor, path: str) -> None:
    page = visitor.open(path)
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


@pytest.mark.parametrize("visitor", [{"viewport": {"width": w, "height": 900}} for w in (390, 1280)], indirect=True)
@pytest.mark.parametrize("path", ["", FIGURE, f"figures/{BIG}.html", f"figures/{BARE}.html", f"figures/{HEDGED}.html"])
def test_nothing_jumps_while_a_slow_picture_loads(visitor: Visitor, path: str) -> None:
    page = visitor.context.new_page()

    def slow(route: object) -> None:
        page.wait_for_timeout(300)
        route.fulfill(body=PICTURE, content_type="image/svg+xml")  # type: ignore[attr-defined]

    page.route("https://europepmc.org/**", slow)
    page.goto(visitor.address + path)
    assert page.evaluate(_SHIFT) <= 0.02


@pytest.mark.parametrize("visitor", [{"pictures": "second"}], indirect=True)
def test_a_picture_falls_back_to_its_next_address(visitor: Visitor) -> None:
    page = visitor.open(FIGURE)
    loaded(page)
    assert visitor.asked == [
        "https://europepmc.org/articles/PMC2584126/bin/zdb0120855210007.jpg",
        "https://europepmc.org/api/fulltextRepo?pmcId=PMC2584126&type=FILE&fileName=zdb0120855210007.jpg&mimeType=image/jpg",
    ]


@pytest.mark.parametrize("visitor", [{"pictures": "none"}], indirect=True)
def test_at_last_a_card_leads_to_pmc(visitor: Visitor) -> None:
    page = visitor.open(FIGURE)
    link = page.locator(".lost a")
    link.wait_for()
    assert (link.get_attribute("href") or "").endswith("//www.ncbi.nlm.nih.gov/pmc/articles/PMC2584126/figure/f7/")
    assert page.locator("figure img").count() == 0


def test_the_picture_opens_large_and_closes_by_the_keyboard(visitor: Visitor) -> None:
    page = visitor.open(FIGURE)
    loaded(page)
    page.locator("figure > a").focus()
    page.keyboard.press("Enter")
    assert page.locator("dialog[open] img").is_visible()
    page.keyboard.press("Escape")
    page.wait_for_selector("dialog", state="detached")
    assert page.evaluate("document.activeElement.matches('figure > a')")


def test_a_row_marks_its_arrow_and_sentence_by_the_keyboard(visitor: Visitor) -> None:
    page = visitor.open(FIGURE)
    row = page.locator("li[data-r]", has_text="AMPK activates AS160")
    number = row.get_attribute("data-r")
    row.locator(".chip").focus()
    on = page.evaluate("[...document.querySelectorAll('[data-r].on')].map(e => [e.tagName.toLowerCase(), e.dataset.r])")
    assert {tag for tag, _ in on} == {"li", "span", "path"}
    assert all(number in numbers.split() for _, numbers in on)
    page.keyboard.press("Enter")
    row.locator(".chip").blur()
    assert row.locator(".chip").get_attribute("aria-pressed") == "true"
    assert page.locator("span.on").count() == 1
    page.locator(".chip").last.focus()
    page.keyboard.press("Escape")
    page.locator(".chip").last.blur()
    assert page.locator(".on").count() == 0


def test_pointing_at_an_arrow_marks_its_sentence_and_row(visitor: Visitor) -> None:
    page = visitor.open(FIGURE)
    x, y = page.locator(".dgs .reach").nth(3).evaluate(
        "p => { const at = p.getPointAtLength(p.getTotalLength() / 2).matrixTransform(p.getScreenCTM()); return [at.x, at.y]; }")
    page.mouse.move(x, y)
    marked = page.locator("span.on").inner_text()
    assert page.locator("li.on").count() == 1
    assert marked
    page.mouse.move(1, 1)
    assert page.locator(".on").count() == 0


def test_pointing_at_a_sentence_marks_its_arrows(visitor: Visitor) -> None:
    page = visitor.open(FIGURE)
    page.locator("#caption span[data-r]").nth(1).hover()
    assert page.locator("li.on").count() >= 3
    assert page.locator(".dgs .on").count() >= 3


@pytest.mark.parametrize("visitor", [{"java_script_enabled": False}], indirect=True)
def test_a_verb_leads_to_its_sentence_without_scripts(visitor: Visitor) -> None:
    page = visitor.open(FIGURE)
    page.locator("#rs li", has_text="SP600125").locator("a").click()
    target = page.locator("#caption span:target")
    assert "SP600125 inhibits JNK" in target.inner_text()
    assert target.evaluate("e => getComputedStyle(e).backgroundColor") != "rgba(0, 0, 0, 0)"


@pytest.mark.parametrize("visitor", [CLIPBOARD], indirect=True)
def test_citations_are_copied_and_said(visitor: Visitor) -> None:
    page = visitor.open(FIGURE)

    def copied(name: str) -> str:
        page.get_by_role("button", name=name, exact=True).click()
        page.locator(".status", has_text="Copied").wait_for()
        page.evaluate("document.querySelector('.status').textContent = ''")
        return str(page.evaluate("navigator.clipboard.readText()"))

    assert copied("Copy text") == (
        "Dual role of IL-6 in modulating insulin sensitivity in skeletal muscle. Figure 7 in: Dual Role of Interleukin-6 in "
        "Regulating Insulin Sensitivity in Murine Skeletal Muscle. Iria Nieto-Vazquez, et al. Diabetes. 2008 "
        "Dec;57(12):3211-3221. "
        f"Redrawn at Pathway Figures, https://pages.example/repo/figures/{SAMPLE}.html"
    )
    assert copied("Copy BibTeX").startswith(f"@misc{{{SAMPLE},\n  title = {{{{Dual role")
    assert copied("Copy link") == f"https://pages.example/repo/figures/{SAMPLE}.html"
    card = copied("Copy card (HTML)")
    assert card.startswith(f'<figure><a href="https://pages.example/repo/figures/{SAMPLE}.html"><img ')
    assert copied("Copy symbols").splitlines()[0] == "Nr1h3"
    root = ElementTree.fromstring(copied("Copy GPML for PathVisio").split("\n", 1)[1])
    assert root.tag == "{http://pathvisio.org/GPML/2013a}Pathway"
    assert len(root.findall("{*}DataNode")) == 12


def test_citations_and_tables_are_saved(visitor: Visitor) -> None:
    page = visitor.open(FIGURE)

    def saved(name: str) -> tuple[str, str]:
        with page.expect_download() as download:
            page.get_by_role("button", name=name, exact=True).click()
        return download.value.suggested_filename, download.value.path().read_text(encoding="utf-8")

    name, ris = saved("Save RIS")
    assert name == f"{SAMPLE}.ris"
    assert ris.startswith("TY  - FIGURE\n") or ris.startswith("TY  - FIGURE\r\n")
    name, csl = saved("Save CSL-JSON")
    assert json.loads(csl)[0]["type"] == "figure"
    name, tsv = saved("Genes (TSV)")
    rows = [line.split("\t") for line in tsv.splitlines()]
    assert name == f"{SAMPLE}-genes.tsv"
    assert rows[0] == ["organism", "word", "symbol", "ncbigene_id"]
    assert rows[1] == ["Mus musculus", "LXR", "Nr1h3", "22259"]
    assert len(rows) == 52
    name, svg = saved("SVG")
    assert ElementTree.fromstring(svg).tag == "{http://www.w3.org/2000/svg}svg"
    assert "data-reach" not in svg
    assert "aria-describedby" not in svg  # of the page, not of the file


def test_genes_of_the_chosen_organism_are_sent_on(visitor: Visitor) -> None:
    page = visitor.open(FIGURE)
    names = page.locator(".send .button").all_inner_texts()
    assert names == ["g:Profiler", "STRING", "NDEx iQuery"]
    page.locator("#organism").select_option(label="Homo sapiens (23)")
    assert page.locator(".send .button").all_inner_texts() == ["g:Profiler", "STRING", "NDEx iQuery", "Drugst.One"]
    address = page.get_by_role("link", name="STRING").get_attribute("href") or ""
    assert address.startswith("https://string-db.org/cgi/network?identifiers=NR1H2%0dNR1H3%0d")
    assert address.endswith("&species=9606")
    sent: list[Request] = []
    page.context.on("request", lambda r: sent.append(r) if "maayanlab" in r.url else None)
    with page.context.expect_page():
        page.get_by_role("button", name="Enrichr").click()
    page.wait_for_timeout(300)
    assert [(r.method, r.url) for r in sent] == [("POST", "https://maayanlab.cloud/Enrichr/enrich")]
    body = sent[0].post_data_buffer or b""
    assert b"NR1H2\r\nNR1H3\r\n" in body
    assert f"{SAMPLE} Homo sapiens".encode() in body


def test_a_long_list_says_how_much_of_it_is_sent(visitor: Visitor) -> None:
    page = visitor.open(f"figures/{BIG}.html")
    assert "Drugst.One (first 100)" in page.locator(".send .button").all_inner_texts()
    address = page.get_by_role("link", name=re.compile("Drugst")).get_attribute("href") or ""
    assert len(re.findall(r"BIG\d+", address)) == 100


def test_previous_and_next_follow_the_list_one_came_from(visitor: Visitor) -> None:
    page = visitor.open("organisms/homo_sapiens.html")
    links = page.locator(".figs li > a")
    second, third = (links.nth(i).evaluate("a => a.pathname") for i in (1, 2))
    links.nth(1).click()
    page.wait_for_selector(".steps")
    assert page.locator(".steps a").nth(1).inner_text().startswith("2 of ")
    page.get_by_role("link", name="Next figure in Homo sapiens").click()
    page.wait_for_selector(".steps")
    assert page.evaluate("location.pathname") == third
    page.get_by_role("link", name="Previous figure in Homo sapiens").click()
    page.wait_for_selector(".steps")
    assert page.evaluate("location.pathname") == second


def test_the_bar_of_sections_stays_in_sight_and_leads_to_each(visitor: Visitor) -> None:
    page = visitor.open(FIGURE)
    page.get_by_role("navigation", name="On this page").get_by_role("link", name="Genes").click()
    page.wait_for_timeout(900)
    assert box(page, ".sections")["y"] == 0
    assert box(page, "#genes")["y"] >= box(page, ".sections")["bottom"]
    assert page.locator(".sections a").all_inner_texts() == ["Figure", "Diagram", "Paper", "Cite and share", "Relations", "Genes"]


@pytest.mark.parametrize("visitor", [{"java_script_enabled": False}], indirect=True)
def test_without_scripts_all_that_matters_can_be_read(visitor: Visitor) -> None:
    page = visitor.open(FIGURE)
    text = page.locator("main").inner_text()
    assert "LXR agonists act against this" in text
    assert "AMPK activates AS160" in text
    assert "Iria Nieto-Vazquez, et al. Diabetes. 2008" in text
    assert "Prkaa2" in text
    assert page.locator(".dgs svg").first.is_visible()
    assert page.locator("figure > a[href*='PMC2584126']").count() == 1
    assert page.locator("button").count() == 0
    gap = box(page, ".look")["y"] - box(page, "h1")["bottom"]
    assert gap < 30


def test_a_sheet_of_paper_holds_the_facts(visitor: Visitor) -> None:
    page = visitor.open(FIGURE)
    pdf = page.pdf(format="A4", print_background=True)
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", pdf)) <= 2
    page.emulate_media(media="print")
    unwanted = (".sections", ".use h2", ".use button", ".send", "body > header nav", ".theme", ".chip")
    assert not any(page.locator(s).first.is_visible() for s in unwanted)
    assert page.locator("figcaption").is_visible()
    assert page.locator(".use a:visible").all_inner_texts() == [f"https://pages.example/repo/{FIGURE}"]


def test_the_title_of_the_paper_leads_to_it(visitor: Visitor) -> None:
    page = visitor.open(FIGURE)
    title = page.locator(".facts").get_by_role("link", name="Dual Role of Interleukin-6 in Regulating")
    assert title.get_attribute("href") == page.get_by_role("link", name="PMC2584126", exact=True).get_attribute("href")


def test_genes_that_lead_off_the_site_are_marked(visitor: Visitor) -> None:
    page = visitor.open(FIGURE)
    marked = page.locator(".genes li a").evaluate_all(
        "all => all.map(a => [a.href.startsWith('http://127.0.0.1'), getComputedStyle(a, '::after').content.includes('\u2197')])")
    assert {(here, mark) for here, mark in marked} == {(True, False), (False, True)}


def test_notes_that_begin_with_a_heading_have_no_other(visitor: Visitor) -> None:
    page = visitor.open(f"figures/{DRAWN}.html")
    assert page.locator(".prose h2").all_inner_texts() == ["On the steps"]
    assert page.locator(".sections a").last.inner_text() == "On the steps"


def test_text_of_a_caption_stays_text(visitor: Visitor) -> None:
    page = visitor.open(f"figures/{HEDGED}.html")
    assert "<b>No tag</b> & no trouble." in page.locator("figcaption").inner_text()
    assert page.locator("figcaption b").count() == 0


def test_a_figure_with_nothing_still_leads_on(visitor: Visitor) -> None:
    page = visitor.open(f"figures/{BARE}.html")
    assert "The figure has no caption." in page.locator("figcaption").inner_text()
    assert page.locator(".lost a").is_visible()
    assert visitor.said == []
