"""Settings that every test shares."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# the same examples on every machine and every day; SITEGEN_HYPOTHESIS=search looks for new ones
settings.register_profile("fixed", derandomize=True, deadline=None, max_examples=150, database=None)
settings.register_profile("search", deadline=None, max_examples=5000)
settings.load_profile(os.environ.get("SITEGEN_HYPOTHESIS", "fixed"))

# no test reaches another host; asking Playwright about each request would slow a page with many of them
_NOWHERE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost"




def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Says what real figures the tests had besides the project's own."""
    shared = Path(os.environ.get("SITEGEN_SHARED") or Path(__file__).parents[2] / "shared")
    there = (shared / "corpus" / "make_corpus.py").is_file()
    told = shared if there else "none here; its tests ran on the sample, an invented collection and recorded digests"
    terminalreporter.write_line(f"shared corpus: {told}")


@pytest.fixture(scope="session")  # Playwright runs once in a process
def browser() -> Iterator[Browser]:
    """Debian's Chromium, or the one that SITEGEN_CHROMIUM names."""
    from playwright.sync_api import sync_playwright

    names = ("chromium", "chromium-browser", "google-chrome")
    path = os.environ.get("SITEGEN_CHROMIUM") or next((found for n in names if (found := shutil.which(n))), None)
    assert path, "these tests need Chromium: scripts/system-packages installs it, SITEGEN_CHROMIUM names another"
    with sync_playwright() as p:
        arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", _NOWHERE]
        running = p.chromium.launch(executable_path=path, args=arguments)
        yield running
        running.close()
