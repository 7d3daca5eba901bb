"""Sitemaps and reports: text for other programs."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET

import pytest

from sitegen.build.report import Totals, as_github, as_json, as_text, count, summary, too_large
from sitegen.config import Config, PublishSettings, SiteSettings
from sitegen.exports.llms import Numbers, llms
from sitegen.exports.sitemap import MAX_URLS, robots, sitemap
from sitegen.problems import CODES, Problem, SiteError, errors, in_order

SPACE = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


@pytest.mark.parametrize(("pages", "sizes"), [(0, []), (1, [1]), (3, [3]), (4, [3, 1]), (6, [3, 3]), (7, [3, 3, 1])])
def test_a_sitemap_has_parts_of_at_most_the_limit(pages: int, sizes: list[int]) -> None:
    index, *parts = sitemap("https://a.b/c/", [f"figures/{n}.html" for n in range(pages)] * 2, limit=3)
    assert [p.path for p in parts] == [f"sitemap-{n}.xml" for n in range(1, len(sizes) + 1)]
    assert [len(ET.fromstring(p.body).findall("s:url", SPACE)) for p in parts] == sizes
    named = [e.text for e in ET.fromstring(index.body).findall("s:sitemap/s:loc", SPACE)]
    assert index.path == "sitemap.xml" and named == [f"https://a.b/c/{p.path}" for p in parts]


def test_addresses_in_a_sitemap_are_encoded_and_dated() -> None:
    index, part = sitemap("https://a.b/", ["x&y.html", "index.html", "genes/index.html", "é.html"], "2024-02-29")
    tree = ET.fromstring(part.body)
    assert [e.text for e in tree.findall("s:url/s:loc", SPACE)] == [
        "https://a.b/genes/", "https://a.b/", "https://a.b/x&y.html", "https://a.b/%C3%A9.html",
    ]
    assert tree.findall("s:url/s:lastmod", SPACE) == []
    assert [e.text for e in ET.fromstring(index.body).findall("s:sitemap/s:lastmod", SPACE)] == ["2024-02-29"]


def test_the_limit_is_that_of_the_protocol() -> None:
    assert MAX_URLS == 50_000
    _, first, second = sitemap("https://a.b/", [f"{n}.html" for n in range(50_001)])
    assert len(re.findall(rb"<loc>", first.body)) == 50_000 and len(first.body) < 50 * 2**20
    assert len(re.findall(rb"<loc>", second.body)) == 1


def test_robots() -> None:
    assert robots("https://a.b/c/").body == b"User-agent: *\nAllow: /\n\nSitemap: https://a.b/c/sitemap.xml\n"


def test_llms_txt_leads_to_the_files_that_hold_everything() -> None:
    config = Config(site=SiteSettings(
        title="Pathways  of\nnobody", description="Invented.", base_url="https://a.b/c/", license="https://l.org/x"))
    files = ["downloads/figures.tsv.gz", *(f"downloads/o{n}.symbols.gmt" for n in range(9)), "downloads/networks.sif.tar.gz"]
    text = llms(config, Numbers(1, 1, 1234), files).body.decode()
    lines = text.split("\n")
    assert lines[:4] == ["# Pathways of nobody", "", "> Invented.", ""]
    assert lines[4].startswith("1 figure of 1 paper, with 1,234 genes. The data are free to use under https://l.org/x;")
    for line in (
        "- [figures.tsv.gz](https://a.b/c/downloads/figures.tsv.gz): a row for each figure",
        "- [networks.sif.tar.gz](https://a.b/c/downloads/networks.sif.tar.gz): "
        "the diagrams that show relations, as SIF, for Cytoscape",
        "- [downloads](https://a.b/c/downloads/): a page of all files, with their columns",
        "- [genes](https://a.b/c/genes/): a page for each gene in at least two figures",
    ):
        assert line in lines
    assert text.count(".gmt)") == 6


def test_llms_txt_of_a_site_without_downloads_and_search() -> None:
    text = llms(Config(publish=PublishSettings(search=False)), Numbers(2, 1, 0), []).body.decode()
    assert "2 figures of 1 paper, with 0 genes" in text
    assert "downloads" not in text and "search/" not in text and "https://example.org/sitemap.xml" in text


# reports


ONE = Problem("figures/a.md", 3, 2, "E203", "duplicate key 'a', first on line 2")
TWO = Problem("figures/b,c:d.md", 0, 0, "W501", "100%\nof it", "Line one.\r\nLine two.")


def test_text() -> None:
    assert as_text([TWO, ONE, ONE], "content") == (
        "content/figures/a.md:3:2: E203 duplicate key 'a', first on line 2\n    Keep one of the two.\n"
        "content/figures/b,c:d.md: W501 100% of it\n    Line one.  Line two.\n"
    )
    assert as_text([], "x") == ""


def test_terminal_controls_do_not_reach_the_terminal() -> None:
    hostile = Problem("figures/\x1b[2Ja\n.md", 1, 1, "E206", "figid '\x1b]0;x\x07\u202e' is not", "\x9b31m")
    assert all(c.isprintable() or c == "\n" for c in as_text([hostile]))
    assert len(as_text([hostile]).splitlines()) == 2


def test_github_annotations_are_escaped() -> None:
    assert as_github([TWO, ONE], "content") == (
        "::error file=content/figures/a.md,line=3,col=2,title=E203 duplicate key::"
        "duplicate key 'a', first on line 2%0AKeep one of the two.\n"
        "::warning file=content/figures/b%2Cc%3Ad.md,title=W501 no base_url::100%25%0Aof it%0ALine one.%0D%0ALine two.\n"
    )
    injected = as_github([Problem("a\n::error::x", 1, 1, "E203", "x\n::set-output name=a::b")])
    assert len(injected.splitlines()) == 1


def test_json() -> None:
    rows = json.loads(as_json([TWO, ONE], "."))
    assert rows == [
        {"path": "figures/a.md", "line": 3, "column": 2, "code": "E203", "severity": "error",
         "message": "duplicate key 'a', first on line 2", "hint": "Keep one of the two."},
        {"path": "figures/b,c:d.md", "line": 0, "column": 0, "code": "W501", "severity": "warning", "message": "100%\nof it",
         "hint": "Line one.\r\nLine two."},
    ]
    assert json.loads(as_json([])) == []


def test_the_last_line_of_a_build() -> None:
    one = summary(Totals(1, 2, 3, 4_500_000, 1.25, 1, 0))
    assert one == "1 figure, 2 pages, 4.5 MB, 4500.0 kB a figure, 1.2 s, 1 fault, 0 warnings"
    files = summary(Totals(2, 0, 13, 4_000, 0.5, 0, 0))
    assert files == "2 figures, 13 files, 0.0 MB, 2.0 kB a figure, 0.5 s, 0 faults, 0 warnings"
    assert summary(Totals(0, 0, 0, 0, 0.0, 2, 1)) == "0 figures, 0 files, 0.0 MB, 0.0 s, 2 faults, 1 warning"


def test_a_site_that_github_pages_does_not_take() -> None:
    assert too_large(Totals(1, 2, 3, 1_000_000_000, 1.25, 0, 0)) == ""
    assert too_large(Totals(1, 2, 3, 1_000_000_001, 1.25, 0, 0)).startswith("GitHub Pages publishes sites of up to 1 GB:")


def test_problems_are_sorted_and_counted_once() -> None:
    assert in_order([TWO, ONE, ONE, TWO]) == (ONE, TWO) and count([ONE, ONE, TWO]) == (1, 1)
    assert errors([TWO, ONE]) == (ONE,) and SiteError([ONE]).problems == (ONE,)


def test_codes_say_how_bad_they_are() -> None:
    for code, (severity, title, hint) in CODES.items():
        assert re.fullmatch(r"[EW]\d{3}", code) and severity == {"E": "error", "W": "warning"}[code[0]]
        assert title and hint and not title.endswith(".")
