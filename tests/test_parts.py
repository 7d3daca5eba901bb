"""Parts that a collection leaves out: they are not written, and nothing of the rest leads to them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sitegen.pages.assets import without
from tests.invented import write_collection
from tests.site_checker import broken_links, read_page, sitemap_addresses
from tests.sites import build, files

BASE = "https://example.org/x/"
SEARCH = ("search/", "browse/", "saved/", "opensearch.xml", "assets/search.", "assets/browse.", "assets/engine.",
          "assets/suggest.", "assets/query.", "assets/store.", "assets/excerpt.", "assets/statements.", "assets/saved.",
          "assets/mine.", "assets/papers.", "assets/fetched.", "assets/gathered.", "assets/sharing.")
GENE_LIST = ("enrichment/", "search/g/", "assets/enrichment.", "assets/genesets.", "assets/chance.")


def content_with(root: Path, settings: str, figures: int = 120) -> Path:
    content = write_collection(root / "content", figures)
    with (content / "site.toml").open("a", encoding="utf-8") as f:
        f.write(f"[publish]\n{settings}\n")
    return content


def site_with(root: Path, settings: str) -> dict[str, bytes]:
    outcome = build(content_with(root, settings), root / "site", cache=root / "cache")
    assert outcome.published
    return files(root / "site")


def named(site: dict[str, bytes], parts: tuple[str, ...]) -> list[str]:
    """The files of some parts, and the links that lead to them."""
    found = [path for path in site if path.startswith(parts)]
    for path, body in site.items():
        if path.endswith(".html"):
            found += [link for _, link in read_page(body).links if link.lstrip("./").startswith(parts)]
    return found + [a for a in sitemap_addresses(site) if a.removeprefix(BASE).startswith(parts)]


def markup(site: dict[str, bytes]) -> str:
    home = site["index.html"].decode()
    return json.dumps(json.loads(home.split("<script type=application/ld+json>")[1].split("</script>")[0]))


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return site_with(tmp_path_factory.mktemp("whole"), "search = true\ngene_list = true")


def test_a_site_has_all_parts(whole: dict[str, bytes]) -> None:
    for part in (*SEARCH, *GENE_LIST):
        assert named(whole, (part,)), part
    assert "SearchAction" in markup(whole) and "role=search" in whole["404.html"].decode()


def test_a_site_without_gene_list(whole: dict[str, bytes], tmp_path: Path) -> None:
    site = site_with(tmp_path, "gene_list = false")
    assert named(site, GENE_LIST) == [] and named(site, SEARCH)
    assert broken_links(site, BASE) == []
    gone = {path for path in whole if path.startswith(GENE_LIST)}
    versioned = ("assets/", "search/")  # names and bytes of files that name others by their digest
    assert {p for p in whole if not p.startswith(versioned)} - gone == {p for p in site if not p.startswith(versioned)}


def test_a_site_without_search(whole: dict[str, bytes], tmp_path: Path) -> None:
    site = site_with(tmp_path, "search = false")
    assert named(site, (*SEARCH, *GENE_LIST)) == []
    assert broken_links(site, BASE) == []
    assert "SearchAction" not in markup(site)
    pages = {path: body.decode() for path, body in site.items() if path.endswith(".html")}
    assert [path for path, page in pages.items() if "role=search" in page or "opensearch" in page] == []
    assert "figures/" in [link for _, link in read_page(site["index.html"]).links]
    assert set(whole) >= {path for path in site if not path.startswith("assets/")}


def test_every_figure_of_a_gene_is_listed_where_there_is_no_search(tmp_path: Path) -> None:
    build(content_with(tmp_path, "search = false", 360), tmp_path / "site")
    pages = {p.name: p.read_text(encoding="utf-8") for p in (tmp_path / "site/genes").glob("*.html") if p.name != "index.html"}
    said = {name: int(page.split("<p class=lead>")[1].split(" ")[0]) for name, page in pages.items()}
    assert said == {name: page.count("<li><a href=../figures/PMC") for name, page in pages.items()}
    assert max(said.values()) > 50


def test_a_switch_between_builds_leaves_nothing_behind(tmp_path: Path) -> None:
    content = content_with(tmp_path, "search = true", 12)
    settings = (content / "site.toml").read_text(encoding="utf-8")
    for text in ("search = false", "gene_list = false", "search = true"):
        (content / "site.toml").write_text(settings.replace("search = true", text), encoding="utf-8")
        build(content, tmp_path / "site", cache=tmp_path / "cache")
        build(content, tmp_path / "cold")
        assert files(tmp_path / "site") == files(tmp_path / "cold"), text


@pytest.mark.parametrize(("setting", "told"), [
    ("search = true", []), ("search = false", ["browse/", "enrichment/", "opensearch.xml", "saved/", "search/?q=a"]),
    ("gene_list = false", ["enrichment/"]),
])
def test_a_link_of_prose_to_a_part_that_is_not_there_is_told(setting: str, told: list[str], tmp_path: Path) -> None:
    content = content_with(tmp_path, setting, 2)
    (content / "pages").mkdir()
    (content / "pages/about.md").write_text(
        "# About\n\n[a](search/?q=a) [b](browse/) [c](enrichment/) [d](opensearch.xml) [e](genes/) [f](index.html) [g](saved/)\n",
        encoding="utf-8")
    problems = build(content, tmp_path / "site").problems
    assert sorted(p.message.split("'")[1] for p in problems if p.code == "W404") == told


def test_assets_that_only_idle_ones_name_go_with_them() -> None:
    assets = {"assets/a.js": b'import "./b.js"; import "./c.js";', "assets/b.js": b'import "./d.js";', "assets/c.js": b"",
              "assets/d.js": b"", "assets/e.js": b'import "./c.js";', "assets/own.png": b""}
    assert sorted(without(assets, ("assets/a.js",))) == ["assets/c.js", "assets/e.js", "assets/own.png"]
    assert without(assets, ()) == assets
