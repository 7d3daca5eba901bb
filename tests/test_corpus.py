"""The seed, and hundreds of figures in both layouts: the project's own, and real ones where a machine has them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.invented import write_collection
from tests.site_checker import broken_links, read_page
from tests.sites import ROOT, build, files

SHARED = Path(os.environ.get("SITEGEN_SHARED") or ROOT.parent / "shared")
WRITER = SHARED / "corpus/make_corpus.py"
SEED = "PMC2584126__zdb0120855210007"
NUMBER = 200  # enough for two processes
BASE = "https://example.net/"
# the sample's seed and an invented collection everywhere; the seed and figures of the shared corpus where it is
SEEDS = [ROOT / "content", *[SHARED / "seed"] * WRITER.is_file()]
WRITERS = ["invented", *["corpus"] * WRITER.is_file()]


@pytest.fixture(scope="module", params=SEEDS, ids=lambda path: path.name)
def source(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


@pytest.fixture(scope="module")
def seed(source: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    place = tmp_path_factory.mktemp("seed")
    for name in (f"figures/{SEED}.md", f"data/{SEED}-genes.tsv"):
        (place / "content" / name).parent.mkdir(parents=True)
        shutil.copy(source / name, place / "content" / name)
    outcome = build(place / "content", place / "site", base_url=BASE)
    assert [p for p in outcome.problems if p.severity == "error"] == []
    return files(place / "site")


def test_the_page_of_the_seed(seed: dict[str, bytes], source: Path) -> None:
    page = BeautifulSoup(seed[f"figures/{SEED}.html"], "html5lib")
    text = (source / "figures" / f"{SEED}.md").read_text(encoding="utf-8")
    caption = page.find("figcaption")
    assert caption is not None
    words = " ".join(text.split("caption:")[1].split("\n")[0].split())[:60].strip("'\" >|-")
    assert words[:40] in " ".join(caption.get_text().split())
    groups = page.select("section.genes details")
    assert len(groups) == 4
    rows = (source / "data" / f"{SEED}-genes.tsv").read_text(encoding="utf-8").splitlines()[1:]
    assert len(rows) == 51
    cells = [row.split("\t") for row in rows]
    linked = {(g.summary.b.get_text(), a["href"].rsplit("/", 1)[-1]) for g in groups for a in g.select("li a")}
    assert linked == {(c[1], c[6]) for c in cells}
    assert page.find("svg") is not None


def test_the_old_address_of_the_seed(seed: dict[str, bytes]) -> None:
    old = read_page(seed["figures/PMC2584126__F7.html"])
    assert old.refresh == f"{SEED}.html"
    assert broken_links(seed, BASE) == []


def corpus(writer: str, directory: Path, *, jekyll: bool) -> Path:
    """A collection of `NUMBER` figures in either layout."""
    if writer == "corpus":
        command = [sys.executable, str(WRITER), str(NUMBER), str(directory), *["--jekyll"] * jekyll]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        return directory
    write_collection(directory, NUMBER)
    for name in ("figures", "data") if jekyll else ():
        (directory / name).rename(directory / f"_{name}")
    return directory


@pytest.mark.parametrize("writer", WRITERS)
def test_both_layouts_give_the_same_pages(writer: str, tmp_path: Path) -> None:
    """But for the places of the files, of which `[source]` names none here; and one process or two make no difference."""
    sites = []
    for name in ("ours", "pfocr"):
        content = corpus(writer, tmp_path / name, jekyll=name == "pfocr")
        outcome = build(content, tmp_path / f"{name}-site", base_url=BASE, jobs=2)
        assert [p for p in outcome.problems if p.severity == "error"] == []
        assert outcome.totals.figures == NUMBER
        sites.append(files(tmp_path / f"{name}-site"))
    assert sites[0].keys() == sites[1].keys()
    assert [path for path in sites[0] if sites[0][path] != sites[1][path]] == []
    build(tmp_path / "ours", tmp_path / "one", base_url=BASE, jobs=1)
    assert files(tmp_path / "one") == sites[0]
    assert broken_links(sites[0], BASE) == []
