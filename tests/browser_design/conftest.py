"""A built site behind a local server, and a browser that reaches nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route

from benchmarks.served import served
from tests.browser_design.collection import make_collection
from tests.sites import build

PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="640"><rect width="900" height="640" fill="#fff"/></svg>'


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The directory of the built site, which stands under a path as on a project's page."""
    root = tmp_path_factory.mktemp("design")
    outcome = build(make_collection(root / "content"), root / "www" / "repo", base_url="https://pages.example/repo/")
    assert outcome.published, outcome.problems
    return root / "www" / "repo"


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    with served(site.parent) as root:
        yield f"{root}repo/"


@dataclass
class Visitor:
    """A reader with a browser of their own; `asked` are requests to other hosts, `said` what the console said."""

    context: BrowserContext
    address: str
    pictures: str = "whole"
    asked: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def open(self, path: str = "") -> Page:
        page = self.context.new_page()
        page.on("console", lambda m: self.said.append(m.text))
        page.on("pageerror", lambda e: self.said.append(str(e)))
        page.goto(self.address + path)
        if page.locator(".theme").count() and page.locator("article.figure").count():  # not without scripts
            page.wait_for_selector(".sections", timeout=10_000)
        return page

    def answer(self, route: Route) -> None:
        url = route.request.url
        if url.startswith(("http://127.0.0.1", "blob:", "data:")):
            route.continue_()
            return
        self.asked.append(url)
        good = self.pictures == "whole" or (self.pictures == "second" and "fulltextRepo" in url)
        if "europepmc.org" in url and good:
            route.fulfill(body=PICTURE, content_type="image/svg+xml")
        else:
            route.abort()


@pytest.fixture
def visitor(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Visitor]:
    """A visitor; parametrize it indirectly with options of a browser context, and `pictures` = whole, second or none."""
    options = dict(getattr(request, "param", {}))
    pictures = options.pop("pictures", "whole")
    context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
    made = Visitor(context, address, pictures)
    context.route("**/*", made.answer)
    yield made
    context.close()
