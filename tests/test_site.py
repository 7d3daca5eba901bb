"""The site of the made-up collection: its bytes, its links, its addresses, what it holds of hostile text."""

from __future__ import annotations

import gzip
import json
import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest

from sitegen.build import chunks
from sitegen.content import discover
from tests.jsonld.validator import check_page
from tests.site_checker import broken_links, read_page, sitemap_addresses
from tests.sites import GOLDEN, MINI, ROOT, build, files, golden_files

BASE = "https://mini.example/repo/"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("mini") / "_site"
    outcome = build(MINI, out)
    assert outcome.published and [p.code for p in outcome.problems if p.severity == "error"] == []
    return out


@pytest.fixture(scope="module")
def site(built: Path) -> dict[str, bytes]:
    return files(built)


def test_the_pages_are_the_golden_ones(built: Path) -> None:
    """After a change that is meant: `make golden`, and look at `git diff`."""
    wanted = files(GOLDEN)
    made = golden_files(built)
    assert sorted(made) == sorted(wanted)
    for path, body in made.items():
        assert body.decode().splitlines() == wanted[path].decode().splitlines(), path
        assert body == wanted[path], path


def test_the_same_bytes_twice(site: dict[str, bytes], tmp_path: Path) -> None:
    build(MINI, tmp_path / "again")
    assert files(tmp_path / "again") == site


def test_the_same_bytes_with_two_processes_and_other_chunks(
    site: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Chunks are cut by the content alone; the index's name and the members of packed tables are made from them."""
    monkeypatch.setattr(chunks, "_FEW", 1)
    build(MINI, tmp_path / "two", jobs=2)
    assert files(tmp_path / "two") == site
    monkeypatch.setattr(chunks, "SMALLEST", 1)
    monkeypatch.setattr(chunks, "LARGEST", 3)
    for jobs in (1, 2):
        build(MINI, tmp_path / f"chunks{jobs}", jobs=jobs)
    small = files(tmp_path / "chunks2")
    assert files(tmp_path / "chunks1") == small
    packed = {path for path in site if path.endswith(".gz")}
    assert {path for path in site if site[path] != small.get(path)} <= {"search/start.bin", "downloads/index.html", *packed}
    assert packed and all(gzip.decompress(site[path]) == gzip.decompress(small[path]) for path in packed)


def test_the_same_bytes_in_any_order_of_the_directory(
    site: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.scandir

    class Backwards:
        def __init__(self, path: Any) -> None:
            with real(path) as entries:
                self.entries = iter(sorted(entries, key=lambda e: e.name, reverse=True))

        def __iter__(self) -> Iterator[Any]:
            return self.entries

        def __next__(self) -> Any:
            return next(self.entries)

        def close(self) -> None:
            pass

        def __enter__(self) -> Backwards:
            return self

        def __exit__(self, *_: object) -> None:
            pass

    monkeypatch.setattr(discover.os, "scandir", Backwards)
    build(MINI, tmp_path / "backwards")
    assert files(tmp_path / "backwards") == site


def test_the_same_bytes_with_a_cache_cold_and_warm(site: dict[str, bytes], tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    build(MINI, tmp_path / "cold", cache=cache)
    build(MINI, tmp_path / "warm", cache=cache)
    assert any(p.is_file() for p in cache.rglob("*"))
    assert files(tmp_path / "cold") == files(tmp_path / "warm") == site


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def markup_faults(site: dict[str, bytes], base: str) -> dict[str, list[str]]:
    """What the validator says of each page that has JSON-LD."""
    def exists(path: str) -> bool:
        return (f"{path}index.html" if path.endswith("/") or not path else path) in site

    pages = {path: body.decode() for path, body in site.items() if path.endswith(".html") and b"application/ld+json" in body}
    assert {path.split("/")[0] for path in pages} >= {"diseases", "figures", "genes", "index.html", "organisms"}
    return {f"{base}{path}": check_page(html, base=base, exists=exists, read=site.get, visible=True)
            for path, html in pages.items()}


def test_the_markup_of_every_page_is_valid_and_shown(site: dict[str, bytes], tmp_path: Path) -> None:
    found = markup_faults(site, BASE)
    sample = "https://sample.example/"
    build(ROOT / "content", tmp_path / "sample", base_url=sample)
    found |= markup_faults(files(tmp_path / "sample"), sample)
    assert {path: faults for path, faults in found.items() if faults} == {}


def test_a_page_shows_the_licence_and_the_name_that_the_figure_gives_its_data(tmp_path: Path) -> None:
    given = "schema-jsonld: {name: Data of one, license: CC BY 4.0}\n"
    for number, more in ((1, given), (2, ""), (3, "")):
        put(tmp_path / f"content/figures/PMC{number}__f1.md", f"---\nfigid: PMC{number}__f1\nfigtitle: The same title\n"
            f"caption: A acts on B.\npmcid: PMC{number}\nfilename: f1.jpg\nnumber: F1\n{more}organisms: Danio rerio\n---\n")
    put(tmp_path / "content/organisms/danio_rerio.md", "---\nlatin: Danio rerio\nncbi: 7955\n---\n")
    build(tmp_path / "content", tmp_path / "site", base_url=BASE)
    site = files(tmp_path / "site")
    for number, licence, name in ((1, "https://creativecommons.org/licenses/by/4.0/", "Data of one"),
                                  (2, "https://creativecommons.org/publicdomain/zero/1.0/", "The same title (Figure 1, PMC2)")):
        html = site[f"figures/PMC{number}__f1.html"].decode()
        markup = json.loads(html.split("<script type=application/ld+json>")[1].split("</script>")[0])["@graph"][0]
        assert (markup["license"], markup["name"]) == (licence, name)
        assert markup["about"] == [{"@type": "Taxon", "@id": "https://identifiers.org/taxonomy:7955", "name": "Danio rerio"}]
        assert check_page(html, base=BASE, exists=lambda _: True, visible=True) == []


def test_every_link_leads_somewhere(site: dict[str, bytes]) -> None:
    assert broken_links(site, BASE) == []


@pytest.mark.parametrize("base", ["https://example.net/", "https://name.github.io/repo/", "http://localhost:8000/a/b/"])
def test_links_work_at_the_root_and_under_a_path(base: str, tmp_path: Path) -> None:
    build(ROOT / "content", tmp_path / "site", base_url=base)
    found = files(tmp_path / "site")
    assert broken_links(found, base) == []
    not_found = read_page(found["404.html"])
    path = base.split("/", 3)[3]
    assert all(link.startswith(f"/{path}") for tag, link in not_found.links if "://" not in link and not link.startswith("#"))


def test_the_link_checker_sees_broken_links(site: dict[str, bytes]) -> None:
    page = site["index.html"] + b"<a href=figures/nothing.html>x</a><a href=about.html#nowhere>y</a><a href=javascript:z>z</a>"
    found = broken_links({**site, "index.html": page}, BASE)
    assert found == [
        "index.html: <a> figures/nothing.html leads to figures/nothing.html, which was not written",
        "index.html: about.html#nowhere names an id that about.html has not",
        "index.html: javascript:z has the scheme javascript",
    ]


def test_every_page_has_the_canonical_address_it_stands_at(site: dict[str, bytes]) -> None:
    moved = {p for p, body in site.items() if p.endswith(".html") and read_page(body).refresh}
    for path, body in site.items():
        if not path.endswith(".html") or path == "404.html" or path in moved:
            continue
        own = path.removesuffix("index.html") if path.endswith("index.html") else path
        assert read_page(body).canonical == BASE + own, path
    assert read_page(site["404.html"]).canonical is None


def test_the_sitemap_lists_each_page_once_and_no_old_address(site: dict[str, bytes]) -> None:
    listed = sitemap_addresses(site)
    assert len(listed) == len(set(listed))
    wanted = {
        BASE + (p.removesuffix("index.html") if p.endswith("index.html") else p) for p, body in site.items()
        if p.endswith(".html") and p != "404.html" and b"noindex" not in body and b"http-equiv=refresh" not in body
    }
    assert set(listed) == wanted
    assert site["robots.txt"].decode().endswith(f"Sitemap: {BASE}sitemap.xml\n")


def test_old_addresses_lead_to_their_figures(site: dict[str, bytes]) -> None:
    for old, link, figure in (
        ("figures/PMC9000001__F1.html", "PMC9000001__alpha-g001.html", "PMC9000001__alpha-g001"),
        ("figures/PMC9000006__F3.html", "PMC9000006__dot.html", "PMC9000006__dot"),
        ("old/path/index.html", "../../figures/PMC9000006__dot.html", "PMC9000006__dot"),
    ):
        page = read_page(site[old])
        assert page.refresh == link
        assert urljoin(BASE + old, page.refresh) == f"{BASE}figures/{figure}.html"
    several = read_page(site["figures/PMC9000004__F1.html"])
    assert several.refresh is None
    assert {link for _, link in several.links} >= {"../figures/PMC9000004__d1.html", "../figures/PMC9000004__d2.html"}
    assert b"<title>About this collection" in site["about.html"]


def test_no_id_stands_twice_on_a_page(site: dict[str, bytes]) -> None:
    for path, body in site.items():
        if path.endswith(".html"):
            assert [i for i, n in Counter(read_page(body).ids).items() if n > 1] == [], path


def test_no_two_figures_go_by_one_name(tmp_path: Path) -> None:
    """Two of one title, as the paper's is, and two that their files give one name."""
    figures = tmp_path / "content" / "figures"
    figures.mkdir(parents=True)
    for number, (title, name) in enumerate((("Heat", ""), ("heat", ""), ("Cold", "Winter"), ("Ice", "winter"), ("Rain", "")), 1):
        given = f"schema-jsonld:\n  name: {name}\n" if name else ""
        (figures / f"PMC{number}__f1.md").write_text(
            f"---\nfigid: PMC{number}__f1\nfigtitle: {title}\ncaption: A\npmcid: PMC{number}\nfilename: f.jpg\n{given}---\n",
            encoding="utf-8",
        )
    build(tmp_path / "content", tmp_path / "out")
    pages = [page.read_text(encoding="utf-8") for page in sorted((tmp_path / "out" / "figures").glob("PMC*.html"))]
    assert [page.partition("<title>")[2].partition(" · ")[0] for page in pages] == [
        "Heat (PMC1__f1)", "heat (PMC2__f1)", "Winter (PMC3__f1)", "winter (PMC4__f1)", "Rain",
    ]


def test_hostile_text_is_nothing_but_text(site: dict[str, bytes]) -> None:
    """No element, handler or script comes from a figure file."""
    known = read_page(site["figures/PMC9000001__alpha-g001.html"])
    older = read_page(site["figures/PMC9000001__alpha-g002.html"])
    hostile = read_page(site["figures/PMC9000002__beta.2020.03.003-f0001.html"])
    assert hostile.handlers == []
    assert hostile.tags <= known.tags | older.tags - {"pre", "code"}
    assert len(hostile.scripts) == len(known.scripts) == 1
    for path, body in site.items():
        if path.endswith(".html"):
            page = read_page(body)
            assert page.handlers == [], path
            for script in page.scripts:
                json.loads(script)
            assert not any("javascript:" in link for _, link in page.links), path


def test_missing_values_never_show(site: dict[str, bytes]) -> None:
    for path, body in site.items():
        if path.endswith(".html"):
            for mark in (b".na.character", b">NA<", b">None<", b"None ", b'"NA"', b"nan"):
                assert mark not in body.replace(b"finance", b""), (path, mark)
    empty = site["figures/PMC9000005__empty.html"].decode()
    assert "<h1>Figure of PMC9000005</h1>" in empty and "no caption" in empty and "<img" not in empty


def test_every_figure_is_reached_without_a_script(site: dict[str, bytes]) -> None:
    """From the home page, over links alone."""
    pages = {p: read_page(b) for p, b in site.items() if p.endswith(".html")}
    seen, todo = {"index.html"}, ["index.html"]
    while todo:
        here = todo.pop()
        for tag, link in pages[here].links:
            if tag == "a" and "://" not in link:
                target = os.path.normpath(os.path.join(os.path.dirname(here), link.split("#")[0].split("?")[0])).lstrip("./")
                for file in (target, f"{target}/index.html".lstrip("/")):
                    if file in pages and file not in seen:
                        seen.add(file)
                        todo.append(file)
    assert {p for p in pages if p.startswith("figures/PMC") and not pages[p].refresh} - {"figures/PMC9000004__F1.html"} <= seen


def test_data_names_are_those_of_the_files(site: dict[str, bytes]) -> None:
    for path in sorted((MINI / "data").glob("*.tsv")):
        assert site[f"data/{path.name}"] == path.read_bytes()
    page = site["figures/PMC9000002__beta.2020.03.003-f0001.html"].decode()
    assert "../data/PMC9000002__beta_2020_03_003-f0001-genes.tsv" in page
