"""`sitegen serve` as who writes sees it: the page in a browser says what is wrong, and comes back when it is mended."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from sitegen.serve.server import Server
from tests.serve.test_serve import FIGURE, live

__all__ = ["live"]  # a fixture

pytestmark = pytest.mark.browser
PANEL = '[role="alert"][aria-label="Faults in the content"]'


@pytest.fixture
def page(browser: Browser, live: tuple[Path, Server, list[str]]) -> Iterator[Page]:
    context = browser.new_context(base_url=live[1].live.base_url)
    context.route("**/*", lambda r: r.continue_() if r.request.url.startswith("http://localhost") else r.abort())
    page = context.new_page()
    page.set_default_timeout(30_000)
    expect.set_options(timeout=30_000)
    yield page
    context.close()


def test_a_figure_is_edited_broken_mended_and_renamed(live: tuple[Path, Server, list[str]], page: Page) -> None:
    content, _, _ = live
    path = content / "figures/PMC1__f1.md"
    page.goto("figures/PMC1__f1.html")
    expect(page.locator("h1")).to_have_text("First")
    path.write_text(FIGURE.format(title="Second"), encoding="utf-8")
    expect(page.locator("h1")).to_have_text("Second")
    path.write_text(FIGURE.format(title="[Second"), encoding="utf-8")
    expect(page.locator("#faults code")).to_have_text(f"{path}:4:8")
    page.goto("figures/PMC2__f1.html")
    expect(page.locator(f"{PANEL} code")).to_have_text(f"{path}:4:8")
    expect(page.locator(f"{PANEL} strong")).to_have_text("1 fault in the content")
    page.goto("figures/PMC1__f1.html")
    path.write_text(FIGURE.format(title="Third"), encoding="utf-8")
    expect(page.locator("h1")).to_have_text("Third")
    expect(page.locator(PANEL)).to_have_count(0)
    path.rename(content / "figures/PMC1__f2.md")
    expect(page.locator("h1")).to_have_text("Page not found")
    expect(page.locator(f"{PANEL} code")).to_have_text(f"{content}/figures/PMC1__f2.md:2:1")
    (content / "figures/PMC1__f2.md").write_text(FIGURE.format(title="Fourth").replace("__f1", "__f2"), encoding="utf-8")
    expect(page.locator(PANEL)).to_have_count(0)
    page.goto("figures/PMC1__f2.html")
    expect(page.locator("h1")).to_have_text("Fourth")


@pytest.mark.parametrize("address", [
    "", "figures/PMC1__f1.html", "search/", "browse/", "organisms/", "genes/", "downloads/", "enrichment/", "saved/", "nowhere",
])
def test_every_page_says_that_the_settings_are_wrong_and_recovers(
    address: str, live: tuple[Path, Server, list[str]], page: Page
) -> None:
    content, _, _ = live
    page.goto(address)
    (content / "site.toml").write_text("[site]\ntitle = 'a\n", encoding="utf-8")
    told = page.locator(f"{PANEL} code, #faults code")
    expect(told).to_have_text(f"{content}/site.toml:2:9")
    if address != "nowhere":
        expect(page.locator(f"{PANEL} strong")).to_have_text("1 fault in the content: this is the site as it was before")
    (content / "site.toml").write_text("[site]\ntitle = 'Mended'\n", encoding="utf-8")
    expect(page.locator("body")).to_contain_text("Mended")
    expect(told).to_have_count(0)
