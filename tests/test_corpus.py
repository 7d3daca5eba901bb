"""Real figures, where a machine has them: the seed, and some hundreds of the corpus in both layouts."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.site_checker import broken_links, read_page
from tests.sites import ROOT, build, files

SHARED = Path(os.environ.get("SITEGEN_SHARED") or ROOT.parent / "shared")
WRITER = SHARED / "corpus/make_corpus.py"
SEED = "PMC2584126__zdb0120855210007"
NUMBER = 200  # enough for two processes
BASE = "https://example.net/"

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not WRITER.is_file(), reason="no shared corpus beside the project and SITEGEN_SHARED does not name one"),
]


@pytest.fixture(scope="module")
def seed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    out = tmp_path_factory.mktemp("seed") / "site"
    outcome = build(SHARED / "seed", out, base_url=BASE)
    assert [p for p in outcome.problems if p.severity == "error"] == []
    return files(out)


def test_the_page_of_the_seed(seed: dict[str, bytes]) -> None:
    page = BeautifulSoup(seed[f"figures/{SEED}.html"], "html5lib")
    source = (SHARED / "seed/figures" / f"{SEED}.md").read_text(encoding="utf-8")
    caption = page.find("figcaption")
    assert caption is not None
    words = " ".join(source.split("caption:")[1].split("\n")[0].split())[:60].strip("'\" >|-")
    assert words[:40] in " ".join(caption.get_text().split())
    groups = page.select("section.genes details")
    assert len(groups) == 4
    rows = (SHARED / "seed/data" / f"{SEED}-genes.tsv").read_text(encoding="utf-8").splitlines()[1:]
    assert len(rows) == 51
    cells = [row.split("\t") for row in rows]
    linked = {(g.summary.b.get_text(), a["href"].rsplit("/", 1)[-1]) for g in groups for a in g.select("dd a")}
    assert linked == {(c[1], c[6]) for c in cells}
    assert page.find("svg") is not None


def test_the_old_address_of_the_seed(seed: dict[str, bytes]) -> None:
    old = read_page(seed["figures/PMC2584126__F7.html"])
    assert old.refresh == f"{SEED}.html" and old.canonical == f"{BASE}figures/{SEED}.html"
    assert broken_links(seed, BASE) == []


def corpus(directory: Path, *options: str) -> Path:
    command = [sys.executable, str(WRITER), str(NUMBER), str(directory), *options]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return directory


def test_both_layouts_give_the_same_pages(tmp_path: Path) -> None:
    """But for the places of the files, of which `[source]` names none here; and one process or two make no difference."""
    sites = []
    for name, options in (("ours", ()), ("pfocr", ("--jekyll",))):
        content = corpus(tmp_path / name, *options)
        outcome = build(content, tmp_path / f"{name}-site", base_url=BASE, jobs=2)
        assert [p for p in outcome.problems if p.severity == "error"] == []
        assert outcome.totals.figures == NUMBER
        sites.append(files(tmp_path / f"{name}-site"))
    assert sites[0].keys() == sites[1].keys()
    assert [path for path in sites[0] if sites[0][path] != sites[1][path]] == []
    build(tmp_path / "ours", tmp_path / "one", base_url=BASE, jobs=1)
    assert files(tmp_path / "one") == sites[0]
    assert broken_links(sites[0], BASE) == []
