"""What every page does in a browser: the theme, what it asks for and keeps, and the ways into the collection."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.browser_design.collection import ALIAS, BIG, SAMPLE
from tests.browser_design.conftest import Visitor

pytestmark = pytest.mark.browser
PAPER = "getComputedStyle(document.body).backgroundColor"
LIGHT, DARK = "rgb(250, 249, 246)", "rgb(19, 23, 26)"


@pytest.mark.parametrize(
    ("visitor", "colour"), [({"color_scheme": "light"}, LIGHT), ({"color_scheme": "dark"}, DARK)], indirect=["visitor"])
def test_the_theme_follows_the_system(visitor: Visitor, colour: str) -> None:
    page = visitor.open()
    assert page.evaluate(PAPER) == colour
    assert page.get_by_role("button", name="Dark theme").get_attribute("aria-pressed") == ("true" if colour == DARK else "false")


@pytest.mark.parametrize("visitor", [{"color_scheme": "light"}], indirect=True)
def test_the_readers_choice_wins_and_is_kept(visitor: Visitor) -> None:
    page = visitor.open()
    page.get_by_role("button", name="Dark theme").click()
    assert page.evaluate(PAPER) == DARK
    page.goto(visitor.address + f"figures/{SAMPLE}.html", wait_until="commit")
    page.wait_for_selector("body")
    assert page.evaluate(PAPER) == DARK
    assert page.evaluate("getComputedStyle(document.querySelector('figure > a')).backgroundColor") == "rgb(255, 255, 255)"
    page.get_by_role("button", name="Dark theme").click()
    assert page.evaluate("localStorage.length") == 0


@pytest.mark.parametrize("visitor", [{"color_scheme": "dark"}], indirect=True)
def test_the_diagram_follows_the_choice(visitor: Visitor) -> None:
    page = visitor.open(f"figures/{SAMPLE}.html")
    fill = "getComputedStyle(document.querySelector('.dg text')).fill"
    dark = page.evaluate(fill)
    page.get_by_role("button", name="Dark theme").click()
    assert page.evaluate(fill) != dark


@pytest.mark.parametrize("path", [
    "", "404.html", "about.html", "organisms/", f"figures/{SAMPLE}.html", f"figures/{BIG}.html", f"figures/{ALIAS}.html"])
def test_a_page_asks_for_its_picture_alone_and_keeps_no_cookie(visitor: Visitor, path: str) -> None:
    page = visitor.open(path)
    page.wait_for_load_state("networkidle")
    assert all(url.startswith("https://europepmc.org/") for url in visitor.asked)
    assert len(visitor.asked) == (1 if path.startswith("figures/") and ALIAS not in path else 0)
    assert visitor.context.cookies() == []
    assert visitor.said == []  # no violation of the policy, no fault


def test_the_policy_forbids_what_a_page_does_not_use(visitor: Visitor) -> None:
    page = visitor.open(f"figures/{SAMPLE}.html")
    page.evaluate("""() => { const s = document.createElement('script'); s.textContent = 'window.broken = 1';
        document.body.append(s);
        const i = new Image(); i.src = 'https://elsewhere.example/x.png'; document.body.append(i);
        document.body.setAttribute('onclick', 'window.broken = 1'); document.body.click(); }""")
    page.wait_for_timeout(200)
    assert page.evaluate("window.broken") is None
    assert not any("elsewhere" in url for url in visitor.asked)
    assert len([w for w in visitor.said if "Content Security Policy" in w]) >= 2


def test_home_searches_first(visitor: Visitor) -> None:
    page = visitor.open()
    form = page.locator("main form")
    assert form.evaluate("f => [f.getAttribute('action'), f.method]") == ["search/", "get"]
    box = form.locator("input[name=q]").bounding_box()
    assert box is not None
    assert box["y"] < 400


def test_home_shows_the_collection(visitor: Visitor) -> None:
    page = visitor.open()
    assert page.locator(".numbers dd").first.inner_text() == "24"
    heights = page.locator(".bars a svg").evaluate_all("all => all.map(e => e.getBoundingClientRect().height)")
    assert max(heights) > 100
    assert min(heights) >= 2
    assert page.get_by_role("link", name="2018").get_attribute("href") == "years/2018.html"
    assert page.locator(".rows li").first.inner_text().startswith("Homo sapiens")
    cards = page.locator(".cards li")
    assert cards.count() == 6
    assert page.locator(".cards svg.dg").count() == 6
    assert page.locator(".cards svg a").count() == 0
    cards.first.click()
    page.wait_for_url("**/figures/*.html")


@pytest.mark.parametrize("visitor", [{"viewport": {"width": w, "height": 844}} for w in (320, 390)], indirect=True)
def test_the_whole_menu_is_seen_on_a_phone(visitor: Visitor) -> None:
    page = visitor.open()
    assert page.locator("header nav").evaluate("n => n.scrollWidth - n.clientWidth") <= 0
    rights = page.locator("header nav a").evaluate_all("all => all.map(a => a.getBoundingClientRect().right)")
    assert max(rights) <= page.evaluate("innerWidth")


@pytest.mark.parametrize("visitor", [{"viewport": {"width": 390, "height": 844}}], indirect=True)
def test_no_title_of_a_card_is_broken_within_a_name(visitor: Visitor) -> None:
    page = visitor.open()
    names = page.locator(".cards a span")
    assert names.count() > 0
    assert names.evaluate_all("all => all.filter(e => e.getClientRects().length > 1).length") == 0


@pytest.mark.parametrize("visitor", [{"java_script_enabled": False}], indirect=True)
@pytest.mark.parametrize(
    "path", ["", "404.html", "search/", "browse/", "enrichment/", "saved/", "about.html", "genes/", f"figures/{SAMPLE}.html"])
def test_without_scripts_no_search_box_and_ways_in(visitor: Visitor, path: str) -> None:
    page = visitor.open(path)
    assert page.locator("form.find").count() > 0
    assert not any(box.is_visible() for box in page.locator("form.find").all())
    if path in ("", "search/", "browse/", "enrichment/", "saved/"):
        assert "needs JavaScript" in page.inner_text("main")
    for name in ("Genes", "Organisms", "Years"):
        assert page.locator("header nav").get_by_role("link", name=name).is_visible()


def test_the_icon_and_the_manifest_are_there(visitor: Visitor, site: Path) -> None:
    page = visitor.open()
    for selector in ("link[rel=icon]", "link[rel=manifest]", "link[rel=apple-touch-icon]"):
        address = page.locator(selector).evaluate("e => e.href")
        assert page.request.get(address).ok, selector
    shared = page.locator("meta[property='og:image']").get_attribute("content") or ""
    assert (site / shared.removeprefix("https://pages.example/repo/")).read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"


def test_the_style_sheet_is_small(site: Path) -> None:
    sheet, = site.glob("**/*.css")  # one for all pages
    assert len(sheet.read_bytes()) <= 20_000


def test_every_custom_property_that_is_used_is_set(site: Path) -> None:
    css = next(site.glob("assets/site.*.css")).read_text()
    used, given = set(re.findall(r"var\((--[\w-]+)\)", css)), set(re.findall(r"[{;](--[\w-]+):", css))
    assert used - given == {"--columns", "--width"}  # those the table's script sets
