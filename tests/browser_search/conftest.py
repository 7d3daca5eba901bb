"""A served site of as many invented figures as a public collection has, and a browser on it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from benchmarks.served import served
from sitegen.publish.lock import Locked, lock
from tests.invented import write_collection
from tests.sites import build

FIGURES = 3134
Open = Callable[..., Page]


@pytest.fixture(scope="session")
def collection(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A directory with `content` and the `site` built of it, once in a run of the tests, whatever the number of workers."""
    base = tmp_path_factory.getbasetemp()
    root = (base if worker_id == "master" else base.parent) / "visited"
    root.mkdir(exist_ok=True)
    while not (root / "done").exists():
        try:
            with lock(str(root / "lock")):
                if not (root / "done").exists():
                    outcome = build(write_collection(root / "content", FIGURES), root / "site", jobs=2)
                    assert outcome.published, outcome.problems
                    (root / "done").touch()
        except Locked:
            time.sleep(0.2)
    return root


@pytest.fixture(scope="session")
def content(collection: Path) -> Path:
    return collection / "content"


@pytest.fixture(scope="session")
def site(collection: Path) -> Iterator[str]:
    with served(collection / "site") as address:
        yield address


def _context(browser: Browser, **options: object) -> BrowserContext:
    # the tests' own waiting needs `eval`, which the pages' policy forbids; one test obeys the policy
    options = {"viewport": {"width": 1280, "height": 900}, "bypass_csp": True, **options}
    context = browser.new_context(**options)  # type: ignore[arg-type]
    context.set_default_timeout(60_000)  # the machine may be busy with other tests
    return context


@pytest.fixture
def visit(browser: Browser) -> Iterator[Open]:
    """Opens a page for a visitor who was never here, with the options of a browser context."""
    contexts = []

    def opened(**options: object) -> Page:
        contexts.append(_context(browser, **options))
        return contexts[-1].new_page()

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def visitor(browser: Browser) -> Iterator[BrowserContext]:
    """A visitor who comes back from test to test: what they have loaded is not loaded again."""
    context = _context(browser)
    yield context
    context.close()


@pytest.fixture
def page(visitor: BrowserContext) -> Iterator[Page]:
    """A page that must not throw."""
    page = visitor.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    page.close()
    assert errors == []


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the sample collection's site."""
    root = tmp_path_factory.mktemp("sample")
    assert build(Path(__file__).parents[2] / "content", root).published
    with served(root) as address:
        yield address
