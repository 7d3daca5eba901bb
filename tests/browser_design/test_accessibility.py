"""Every kind of page in light and dark, wide and narrow: axe-core finds nothing, and the keyboard reaches everything."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.browser_design.collection import ALIAS, BARE, BIG, DRAWN, HEDGED, SAMPLE
from tests.browser_design.conftest import Visitor

pytestmark = pytest.mark.browser

AXE = Path(__file__).resolve().parents[1] / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PAGES = (
    "", "404.html", "about.html", "figures/", "genes/", "genes/AKT1.html", "search/", "browse/", "enrichment/", "saved/",
    "downloads/", "years/", "years/2018.html", "organisms/", "organisms/homo_sapiens.html",
    *(f"figures/{f}.html" for f in (SAMPLE, BIG, BARE, HEDGED, DRAWN, ALIAS)),
)
WIDTHS = [pytest.param({"viewport": {"width": width, "height": 900}}, id=str(width)) for width in (1280, 390)]


def violations(page: Page) -> list[str]:
    """What axe-core finds on a page as it stands, in the dark and in the light, each with the element it is about."""
    assert AXE.is_file(), "the tests need axe-core: run `npm ci --prefix tests`, as `make test` does"
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    return [f"{scheme}: {fault}" for scheme in ("dark", "light") for fault in _violations(page, scheme)]


def _violations(page: Page, scheme: Literal["dark", "light"]) -> list[str]:
    page.emulate_media(color_scheme=scheme)  # the page follows, and need not be loaded again
    found: dict[str, Any] = page.evaluate(
        "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})", TAGS)
    return [f"{v['id']}: {n['html'][:160]}" for v in found["violations"] for n in v["nodes"]]


@pytest.mark.parametrize("visitor", WIDTHS, indirect=True)
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(visitor: Visitor, path: str) -> None:
    assert violations(visitor.open(path)) == []


@pytest.mark.parametrize("visitor", WIDTHS, indirect=True)
def test_axe_finds_nothing_on_a_figures_page_in_use(visitor: Visitor) -> None:
    page = visitor.open(f"figures/{SAMPLE}.html")
    page.locator(".chip").first.click()
    page.locator("details:not([open]) summary").first.click()
    page.get_by_role("button", name="Copy link").click()
    assert violations(page) == []
    page.locator("figure img").click()
    assert violations(page) == []


@pytest.mark.parametrize("visitor", WIDTHS, indirect=True)
def test_axe_finds_nothing_among_results_with_filters(visitor: Visitor) -> None:
    page = visitor.open("search/?q=receptor&organism=Homo+sapiens&organism=Mus+musculus")
    page.wait_for_selector("#filters :checked", state="attached")
    assert violations(page) == []


@pytest.mark.parametrize("visitor", WIDTHS, indirect=True)
def test_axe_finds_nothing_among_figures_ranked_by_a_gene_list(visitor: Visitor) -> None:
    page = visitor.open("enrichment/#genes=TP53,MDM2,AKT1,AKT2,AKT3,MTOR,nobody&background=TP53,MDM2,AKT1,AKT2,AKT3&least=1")
    page.wait_for_selector("#hits tr")
    assert page.locator("#names li").count() == 2
    assert violations(page) == []
    assert visitor.asked == visitor.said == []


def test_axe_is_awake(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content("<!doctype html><title>x</title><style>@media (prefers-color-scheme: dark) { p { color: #eee } }</style>"
                     "<img src=x><p>White on white")
    found = [" ".join(fault.split(" ")[:2]) for fault in violations(page)]
    assert {"dark: image-alt:", "light: image-alt:"} <= set(found)
    assert [fault for fault in found if "contrast" in fault] == ["dark: color-contrast:"]
    page.close()


@pytest.mark.parametrize("path", ["", "figures/", f"figures/{SAMPLE}.html", "404.html"])
def test_one_h1_and_headings_that_skip_no_level(visitor: Visitor, path: str) -> None:
    levels = visitor.open(path).evaluate("[...document.querySelectorAll('h1,h2,h3,h4')].map(h => +h.tagName[1])")
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_first_stop_is_the_skip_link_and_it_skips(visitor: Visitor) -> None:
    page = visitor.open(f"figures/{SAMPLE}.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to content"
    assert page.locator(".skip").bounding_box()["x"] >= 0  # type: ignore[index]
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


@pytest.mark.parametrize("visitor", [{"reduced_motion": "reduce"}], indirect=True)
def test_every_stop_of_the_keyboard_is_seen(visitor: Visitor) -> None:
    """Each element that has the focus has an outline and a size, and none stays under the bar of sections.

    Without motion: while a page scrolls smoothly to an element, that may pass below the bar.
    """
    page = visitor.open(f"figures/{SAMPLE}.html")
    seen = 0
    for _ in range(60):
        page.keyboard.press("Tab")
        state = page.evaluate(
            """() => { const e = document.activeElement, r = e.getBoundingClientRect(), s = getComputedStyle(e);
            const bar = document.querySelector('.sections').getBoundingClientRect();
            return {tag: e.tagName, outline: s.outlineStyle, box: r.width * r.height > 0, body: e === document.body,
              hidden: !e.closest('.sections') && r.bottom <= bar.bottom && r.top >= bar.top && bar.top <= 0}; }""")
        if state["body"]:
            break
        seen += 1
        assert state["outline"] != "none", state
        assert state["box"], state
        assert not state["hidden"], state
    assert seen > 30


@pytest.mark.parametrize("visitor", [{"reduced_motion": "reduce"}], indirect=True)
def test_nothing_moves_where_the_reader_wants_rest(visitor: Visitor) -> None:
    page = visitor.open(f"figures/{SAMPLE}.html")
    moving = page.evaluate("""[...document.querySelectorAll('*')].filter(e => { const s = getComputedStyle(e);
        return parseFloat(s.transitionDuration) > 0 || s.animationName !== 'none' || s.scrollBehavior === 'smooth'; }).length""")
    assert moving == 0


@pytest.mark.parametrize("visitor", [{"forced_colors": "active"}], indirect=True)
def test_forced_colours_leave_the_marks(visitor: Visitor) -> None:
    page = visitor.open(f"figures/{SAMPLE}.html")
    page.locator(".chip").first.click()
    assert page.locator("li.on").evaluate("e => getComputedStyle(e).outlineStyle") == "solid"


@pytest.mark.parametrize("visitor", [{"forced_colors": "active"}], indirect=True)
def test_forced_colours_leave_the_legend_its_arrows(visitor: Visitor) -> None:
    """What a mask cuts out of a background is not seen where the background is that of the page."""
    page = visitor.open(f"figures/{SAMPLE}.html")
    arrow = page.locator(".dgl .u").first.evaluate("e => getComputedStyle(e, '::before').backgroundColor")
    assert arrow == page.locator(".dgs svg svg .u path:not(.reach)").first.evaluate("e => getComputedStyle(e).stroke")


def test_the_keyboard_stops_at_nothing_in_the_picture(visitor: Visitor) -> None:
    """A part of a drawing has no name to read out; the links beside it and the list of relations have."""
    page = visitor.open(f"figures/{SAMPLE}.html")
    parts = "[...document.querySelectorAll('[role=img] *')]"
    assert page.evaluate(f"{parts}.length") > 20
    assert page.evaluate(f"{parts}.filter(e => (e.focus(), document.activeElement === e)).length") == 0


@pytest.mark.parametrize("visitor", [{"viewport": {"width": w, "height": 900}} for w in (390, 1280)], indirect=True)
def test_a_drawing_without_links_is_a_stop_of_the_keyboard_where_it_is_cut_off(visitor: Visitor) -> None:
    drawing = visitor.open(f"figures/{DRAWN}.html").locator(".dgs")
    cut = drawing.evaluate("e => e.scrollWidth > e.clientWidth")
    assert drawing.evaluate("e => e.tabIndex") == (0 if cut else -1)
    assert cut == (drawing.evaluate("e => e.ownerDocument.documentElement.clientWidth") == 390)


def test_the_relations_are_read_out(visitor: Visitor) -> None:
    page = visitor.open(f"figures/{SAMPLE}.html")
    tree = page.locator(".diagram").aria_snapshot()
    assert "Diagram of Figure 7" in tree
    image = page.locator(".dgs svg svg")
    assert image.get_attribute("role") == "img"
    said = page.locator(f"#{image.get_attribute('aria-describedby')}")
    assert "LKB1 activates AMPK" in said.inner_text()


def test_buttons_are_large_enough_to_hit(visitor: Visitor) -> None:
    """WCAG 2.2, 2.5.8: at least 24 by 24 pixels."""
    page = visitor.open(f"figures/{SAMPLE}.html")
    small = page.evaluate("""[...document.querySelectorAll('button, .button, select')]
        .map(e => [e.textContent, e.getBoundingClientRect()])
        .filter(([, r]) => r.width < 24 || r.height < 24).map(([t]) => t)""")
    assert small == []
