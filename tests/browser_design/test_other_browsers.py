"""What Safari and Firefox do otherwise than Chromium, and what older browsers lack, played in Chromium."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser_design.collection import SAMPLE
from tests.browser_design.conftest import Visitor

pytestmark = pytest.mark.browser
FIGURE = f"figures/{SAMPLE}.html"
PAPER = "getComputedStyle(document.body).backgroundColor"
LIGHT, DARK = "rgb(250, 249, 246)", "rgb(19, 23, 26)"
_ZOOMED_LENGTHS = """(() => {
  const real = window.getComputedStyle;
  window.getComputedStyle = (el) => {
    const look = real(el), drawing = el.closest(".dg"), zoom = drawing ? real(drawing).zoom : 1;
    return new Proxy(look, { get: (_, name) =>
      (["font-size", "stroke-width"].includes(name) ? `${parseFloat(look[name]) / zoom}px` : look[name]) });
  };
})()"""
_NO_INDEX = "delete window.DecompressionStream"
_NO_SIZE = "Object.defineProperty(URLSearchParams.prototype, 'size', { get: () => undefined })"
_NO_HAS = """for (const way of ["querySelector", "querySelectorAll", "closest", "matches"]) {
  const real = Element.prototype[way];
  Element.prototype[way] = function (selector) {
    if (selector.includes(":has(")) throw new DOMException(selector, "SyntaxError");
    return real.call(this, selector);
  };
}"""
_COLOURS = """() => ["body", "header", ".kicker", ".kicker a", ".sections", ".sections button", ".diagram", ".dg rect",
  ".dg text", ".dg svg path", ".dgl .f", ".relations li", ".chip", ".facts dt"].flatMap((selector) => {
    const look = getComputedStyle(document.querySelector(selector));
    return ["color", "backgroundColor", "borderTopColor", "fill", "stroke"].map((name) => `${selector} ${name} ${look[name]}`);
  })"""
_COUNT_REVOKED = "window.revoked = 0; URL.revokeObjectURL = () => { revoked++; }"


def _drawing(page: Page) -> str:
    with page.expect_download() as download:
        page.get_by_role("button", name="SVG", exact=True).click()
    return download.value.path().read_text(encoding="utf-8")


def test_a_drawing_is_saved_in_its_own_size_where_computed_lengths_are_divided_by_the_zoom(visitor: Visitor) -> None:
    page = visitor.open(FIGURE)
    assert page.locator(".dg").evaluate("d => getComputedStyle(d).zoom") == "1.2"
    saved = _drawing(page)
    assert 'font-size="12px"' in saved and 'stroke-width="1.5px"' in saved
    visitor.context.add_init_script(_ZOOMED_LENGTHS)
    page = visitor.open(FIGURE)
    assert page.evaluate("getComputedStyle(document.querySelector('.dg a text'))['font-size']") == "10px"
    assert _drawing(page) == saved
    assert page.locator(".dg").evaluate("d => getComputedStyle(d).zoom") == "1.2"


@pytest.mark.parametrize("name", ["SVG", "Save RIS"])
def test_a_file_waits_for_a_reader_who_is_asked_whether_to_save_it(visitor: Visitor, name: str) -> None:
    visitor.context.add_init_script(_COUNT_REVOKED)
    page = visitor.open(FIGURE)
    page.clock.install()
    with page.expect_download():
        page.get_by_role("button", name=name, exact=True).click()
    page.clock.run_for(120_000)
    assert page.evaluate("revoked") == 0
    page.clock.run_for(600_000)
    assert page.evaluate("revoked") == 1


@pytest.mark.parametrize("visitor", [{"color_scheme": "light"}], indirect=True)
def test_who_comes_back_to_a_page_as_it_was_left_finds_the_theme_chosen_since(visitor: Visitor) -> None:
    page = visitor.open()
    back = "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))"
    for chosen, colour, pressed in (("dark", DARK, "true"), (None, LIGHT, "false")):
        page.evaluate("c => (c ? localStorage.setItem('theme', c) : localStorage.removeItem('theme'))", chosen)
        page.evaluate(back)
        assert page.evaluate(PAPER) == colour
        assert page.get_by_role("button", name="Dark theme").get_attribute("aria-pressed") == pressed


@pytest.mark.parametrize("visitor", [{"color_scheme": "light"}], indirect=True)
def test_a_theme_that_could_not_be_kept_is_not_lost_on_the_way_back(visitor: Visitor) -> None:
    visitor.context.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new DOMException(); } })")
    page = visitor.open()
    page.get_by_role("button", name="Dark theme").click()
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    assert page.evaluate(PAPER) == DARK


@pytest.mark.parametrize("visitor", [{"color_scheme": "light"}], indirect=True)
def test_other_tabs_follow_the_theme(visitor: Visitor) -> None:
    page, other = visitor.open(), visitor.open("genes/")
    page.get_by_role("button", name="Dark theme").click()
    expect(other.get_by_role("button", name="Dark theme")).to_have_attribute("aria-pressed", "true")
    assert other.evaluate(PAPER) == DARK


@pytest.mark.parametrize("visitor", [{"has_touch": True, "viewport": {"width": 390, "height": 844}}], indirect=True)
def test_a_finger_that_moves_the_suggestions_takes_none(visitor: Visitor) -> None:
    page = visitor.open()
    page.locator("#q").tap()
    page.locator("#q").type("ak")
    option = page.locator("[role=option]").first
    option.wait_for()
    option.dispatch_event("pointerdown", {"pointerType": "touch", "bubbles": True})
    option.dispatch_event("pointercancel", {"pointerType": "touch", "bubbles": True})
    assert option.is_visible()
    assert page.input_value("#q") == "ak"
    option.tap()
    page.wait_for_url("**/search/?q=gene*")


@pytest.mark.parametrize("path", ["", "search/", "browse/", "enrichment/", FIGURE])
def test_no_phone_corrects_a_gene(visitor: Visitor, path: str) -> None:
    page = visitor.open(path)
    fields = page.locator("input[type=search], textarea")
    assert fields.count() > 0
    for field in fields.all():
        for name, value in (("autocapitalize", "off"), ("autocorrect", "off"), ("spellcheck", "false")):
            expect(field).to_have_attribute(name, value)


def _without_light_dark(visitor: Visitor) -> None:
    """The site to a browser that knows no `light-dark()`: all that is said of it is said of a function that is none."""
    def answer(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, body=response.text().replace("light-dark", "light-darx"))

    for name in ("*.css", "site.*.js"):
        visitor.context.route(f"**/assets/{name}", answer)


@pytest.mark.parametrize("visitor", [{"color_scheme": scheme} for scheme in ("light", "dark")], indirect=True)
def test_older_browsers_show_the_same_colours(visitor: Visitor) -> None:
    page = visitor.open(FIGURE)
    first = page.evaluate(_COLOURS)
    page.get_by_role("button", name="Dark theme").click()
    second = page.evaluate(_COLOURS)
    page.evaluate("localStorage.clear()")
    _without_light_dark(visitor)
    page = visitor.open(FIGURE)
    assert page.evaluate("CSS.supports('color', 'light-darx(red, red)')") is False
    assert page.evaluate(_COLOURS) == first != second
    page.get_by_role("button", name="Dark theme").click()
    assert page.evaluate(_COLOURS) == second
    page.get_by_role("button", name="Dark theme").click()
    dark = page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    page.emulate_media(color_scheme="light" if dark else "dark")
    expect(page.get_by_role("button", name="Dark theme")).to_have_attribute("aria-pressed", "false" if dark else "true")
    assert page.evaluate(_COLOURS) == second


@pytest.mark.parametrize("visitor", [{"color_scheme": "dark"}], indirect=True)
def test_older_browsers_print_light_colours(visitor: Visitor) -> None:
    _without_light_dark(visitor)
    page = visitor.open(FIGURE)
    fill = "getComputedStyle(document.querySelector('.dg a text')).fill"
    on_screen = page.evaluate(fill)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate(fill) == "rgb(28, 39, 51)" != on_screen
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate(fill) == on_screen


@pytest.mark.parametrize(("path", "place", "ways"), [
    ("search/", "#count", ("gene", "chemical", "disease", "organism", "year")), ("search/?q=AKT", "#count", ("gene", "year")),
    ("browse/", "#count", ("gene", "organism", "year")), ("enrichment/#genes=AKT1", "#told", ("downloads",)),
])
def test_a_browser_that_cannot_read_the_index_is_told_other_ways(
    visitor: Visitor, path: str, place: str, ways: tuple[str, ...],
) -> None:
    visitor.context.add_init_script(_NO_INDEX)
    page = visitor.open(path)
    told = page.locator(place)
    expect(told).to_contain_text("cannot be read by this browser, which is too old. Without it, ")
    for name in ways:
        assert page.request.get(told.get_by_role("link", name=name, exact=True).evaluate("a => a.href")).ok
    assert told.get_by_role("button").count() == 0
    assert not page.locator("#table:visible, #filter:visible").count()
    assert visitor.said == []


def test_a_browser_that_cannot_read_the_index_shows_figures_and_genes_as_they_are(visitor: Visitor) -> None:
    visitor.context.add_init_script(_NO_INDEX)
    page = visitor.open(FIGURE)
    page.keyboard.press("/")
    page.keyboard.type("ak")
    page.wait_for_timeout(300)
    assert page.locator("[role=option]").count() == 0
    page = visitor.open("genes/AKT1.html")
    page.wait_for_load_state("networkidle")
    assert page.locator("main .figs li").count() > 1
    assert visitor.said == []


def test_the_address_holds_the_query_where_its_parameters_cannot_be_counted(visitor: Visitor) -> None:
    visitor.context.add_init_script(_NO_SIZE)
    page = visitor.open("search/")
    page.locator("main form.find input").fill("AKT")
    page.wait_for_url("**/search/?q=AKT")
    page.locator("main form.find input").fill("")
    page.wait_for_url("**/search/")
    page = visitor.open("browse/")
    page.get_by_role("button", name="Title").click()
    page.wait_for_url("**/browse/?sort=title")


def test_a_figure_has_its_tools_where_selectors_know_no_has(visitor: Visitor) -> None:
    visitor.context.add_init_script(_NO_HAS)
    page = visitor.open(FIGURE)
    assert page.locator(".exports button").count() == 5
    assert page.locator(".facts cite a").count() == 1
    assert visitor.said == []


@pytest.mark.parametrize("visitor", [{"viewport": {"width": 390, "height": 844}}], indirect=True)
@pytest.mark.parametrize("path", ["", "genes/", "search/?q=AKT", "browse/", "enrichment/", f"saved/#figures={SAMPLE}", FIGURE])
def test_no_field_is_so_small_that_an_iphone_enlarges_the_page_for_it(visitor: Visitor, path: str) -> None:
    page = visitor.open(path)
    page.wait_for_load_state("networkidle")
    fields = page.locator("input:not([type=checkbox]), select, textarea")
    sizes = fields.evaluate_all(
        "all => all.filter(f => f.checkVisibility()).map(f => [f.name || f.id, getComputedStyle(f).fontSize])")
    assert len(sizes) > 0
    assert [field for field in sizes if float(field[1].removesuffix("px")) < 16] == []


def test_a_box_with_the_focus_is_seen_without_an_outline(visitor: Visitor) -> None:
    page = visitor.open(FIGURE)
    box = page.locator(".dg a:has(rect)").first
    width = "a => getComputedStyle(a.querySelector('rect')).strokeWidth"
    assert box.evaluate(width) == "1.2px"
    box.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    assert box.evaluate("a => a === document.activeElement")
    assert box.evaluate(width) == "4px"


def test_the_arrow_of_a_link_is_text_and_no_picture(visitor: Visitor) -> None:
    page = visitor.open(FIGURE)
    content = page.locator(".genes li a[rel]").first.evaluate("a => getComputedStyle(a, '::after').content")
    assert content.startswith('"\u2197\ufe0e"')


def test_paper_has_lines_blocks_and_floats_alone(visitor: Visitor) -> None:
    """All part these between pages; WebKit and Firefox cut through rows of a grid, WebKit through flexible boxes, too."""
    page = visitor.open(FIGURE)
    page.emulate_media(media="print")
    display = "e => getComputedStyle(e).display"
    assert page.locator("body").evaluate(display) == "block"
    assert page.locator(".look").evaluate(display) == "flow-root"
    assert page.locator(".look > .column").evaluate("e => getComputedStyle(e).float") == "left"
    assert {e.evaluate("e => getComputedStyle(e).breakInside") for e in page.locator(".diagram, .facts").all()} == {"avoid"}
    assert {e.evaluate(display) for e in page.locator(".relations, .relations li").all()} == {"block", "list-item"}
    genes = page.locator(".genes details:first-of-type :is(ul, li)")
    assert {e.evaluate(display) for e in genes.all()} == {"block", "inline"}


@pytest.mark.parametrize("visitor", [{"viewport": {"width": 1400, "height": 900}}], indirect=True)  # a wide sheet
def test_a_diagram_stands_on_paper_beside_the_caption_or_a_wide_one_below(visitor: Visitor) -> None:
    page = visitor.open(FIGURE)
    page.emulate_media(media="print")
    edges = "e => { const b = e.getBoundingClientRect(); return [b.left, b.right, b.top, b.bottom]; }"
    column, diagram = page.locator(".look > .column"), page.locator(".look > .diagram")
    (_, right, top, _), (left, _, upper, _) = column.evaluate(edges), diagram.evaluate(edges)
    assert right < left and top == upper
    page.locator("svg.dg").evaluate("d => d.classList.add('w')")
    (first, _, _, bottom), (left, _, upper, _) = column.evaluate(edges), diagram.evaluate(edges)
    assert first == left and bottom <= upper


def test_paper_shows_the_charts_though_browsers_leave_backgrounds_out(visitor: Visitor) -> None:
    page = visitor.open()
    page.emulate_media(media="print")
    bars = page.locator(".bars svg, .rows svg")
    assert bars.count() > 0
    assert set(bars.evaluate_all("all => all.map(e => getComputedStyle(e).printColorAdjust)")) == {"exact"}


@pytest.mark.parametrize("visitor", [{"viewport": {"width": 800, "height": 300}}], indirect=True)
def test_the_way_on_from_the_search_box_leads_past_suggestions_that_scroll(visitor: Visitor) -> None:
    page = visitor.open("genes/")
    field = page.locator("header input[type=search]")
    field.click()
    field.press_sequentially("a")
    page.locator("[role=option]").first.wait_for()
    assert page.locator(".suggest").evaluate("l => l.scrollHeight > l.clientHeight")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Dark theme")).to_be_focused()


@pytest.mark.parametrize("visitor", [{"viewport": {"width": 390, "height": 844}}], indirect=True)
def test_a_drawing_that_scrolls_has_a_name_for_browsers_that_make_it_a_stop(visitor: Visitor) -> None:
    page = visitor.open(FIGURE)
    assert page.get_by_role("group", name="Diagram").count() == 0
    visitor.context.add_init_script(
        "addEventListener('DOMContentLoaded', () => { document.querySelector('svg.dg').style.minWidth = '900px'; })")
    page = visitor.open(FIGURE)
    assert page.locator(".dgs a").count() > 0
    expect(page.get_by_role("group", name="Diagram")).to_have_attribute("class", "dgs")
    assert page.locator(".dgs").get_attribute("tabindex") is None


@pytest.mark.parametrize("visitor", [{"viewport": {"width": 390, "height": 844}}], indirect=True)
def test_every_year_can_be_reached_on_a_phone_the_newest_first(visitor: Visitor) -> None:
    page = visitor.open()
    chart, years = page.locator(".bars.many"), page.locator(".bars.many li a")
    place = "a => { const b = a.getBoundingClientRect(); return b.left >= 0 && b.right <= innerWidth; }"
    expect(chart).to_have_attribute("tabindex", "-1")
    assert years.last.evaluate(place) and not years.first.evaluate(place)
    years.first.focus()
    assert years.first.evaluate(place)
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_found_words_are_read_on_the_colour_that_the_system_marks_with(site: Path) -> None:
    """Firefox keeps a colour that is said to be inherited: white words on yellow."""
    sheet = next(site.glob("assets/site.*.css")).read_text(encoding="utf-8")
    forced = re.findall(r"@media ?\(forced-colors:active\)\{((?:[^{}]*\{[^{}]*\})*)\}", sheet)
    assert any("main mark{color:MarkText}" in rules for rules in forced)
