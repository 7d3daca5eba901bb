"""What Safari does otherwise than Chromium, played in Chromium."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

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
    other.wait_for_function(f"{PAPER} === '{DARK}'", timeout=10_000)


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
    page.wait_for_function("[...document.querySelectorAll('[type=search]')].every(f => f.autocomplete === 'off')")
    for field in fields.all():
        assert [field.get_attribute(name) for name in ("autocapitalize", "autocorrect", "spellcheck")] == ["off", "off", "false"]
