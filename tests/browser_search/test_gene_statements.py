"""A gene's page in a real browser: what the captions of all figures say of the gene, with the sentences."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
SAID = "#relations ~ table"


@lru_cache
def _sentences(content: Path) -> dict[str, list[tuple[str, str, str]]]:
    """Of each figure its caption's sentences of two drawn words and a verb."""
    found = {}
    for path in content.glob("figures/*.md"):
        text = path.read_text(encoding="utf-8").split("caption: ", 1)[1].split("\n", 1)[0]
        found[path.stem] = re.findall(r"(\S+) (raises|lowers|splits|moves|binds) (\S+) in ", text)
    return found


def _figures(content: Path, source: str, verb: str, target: str) -> set[str]:
    return {f for f, some in _sentences(content).items() if (source, verb, target) in some}


def _open(page: Page, site: str, gene: str = "TP53") -> None:
    page.goto(f"{site}genes/{gene}.html")
    page.wait_for_selector(SAID)


def test_a_gene_says_who_acts_on_it_and_the_sentences_that_say_so(page: Page, site: str, content: Path) -> None:
    _open(page, site)
    line = page.locator(f"{SAID} tr", has_text=re.compile("^Promoted\\sby"))
    first = line.locator("button").first
    name, count = re.fullmatch(r"(\w+) \((\d+)\)", first.inner_text()).groups()  # type: ignore[union-attr]
    drawn = {"SLC2A4": "GLUT4", "IL6": "IL-6", "TGFB1": "TGF-β", "H1-0": "H1.0"}.get(name, name.replace("QRX", "Q"))
    wanted = _figures(content, drawn, "raises", "p53")
    assert len(wanted) == int(count) > 1
    first.click()
    page.wait_for_function(f"document.querySelectorAll('.relations q').length === {min(int(count), 10)}")
    shown = page.locator(f"{SAID} .relations li")
    assert all(f"{drawn} raises p53 in" in text for text in shown.locator("q").all_inner_texts())
    found = {a.rsplit("/", 1)[1].split(".html")[0] for a in shown.locator("a").evaluate_all("as => as.map(a => a.href)")}
    assert found <= wanted
    shown.locator("a").first.click()
    page.wait_for_selector(".highlighted")
    assert page.inner_text(".highlighted").startswith("2 of 2 genes highlighted")


def test_a_statement_opens_and_closes_by_keyboard_alone(page: Page, site: str) -> None:
    _open(page, site)
    first, second = (page.locator(f"{SAID} button").nth(i) for i in (0, 1))
    first.focus()
    page.keyboard.press("Enter")
    assert first.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert (first.get_attribute("aria-expanded"), second.get_attribute("aria-expanded")) == ("false", "true")
    assert page.locator(f"{SAID} h3").count() == 1
    page.keyboard.press("Enter")
    assert page.locator(f"{SAID} h3").count() == 0 and second.get_attribute("aria-expanded") == "false"


def test_what_does_not_fit_waits_behind_a_button(page: Page, site: str) -> None:
    _open(page, site)
    line = page.locator(f"{SAID} tr", has_text=re.compile("^Binds"))
    others = line.get_by_text(re.compile(r"^\d+ more$"))
    more = int(others.inner_text().split()[0])
    others.focus()
    page.keyboard.press("Enter")
    assert line.locator("button").count() == 12 + more
    assert page.evaluate("document.activeElement.parentElement.children[12] === document.activeElement")


def test_all_statements_are_saved_as_a_table(page: Page, site: str, content: Path) -> None:
    _open(page, site)
    with page.expect_download() as download:
        page.get_by_text("Save as TSV").click()
    assert download.value.suggested_filename == "TP53-relations.tsv"
    with Path(download.value.path()).open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    given = {"promotes": "raises", "inhibits": "lowers"}
    for source, target in (("IL6", "TP53"), ("TP53", "IL6")):
        words = [{"IL6": "IL-6", "TP53": "p53"}[gene] for gene in (source, target)]
        for relation, verb in given.items():
            found = {r["figid"] for r in rows if (r["source"], r["relation"], r["target"]) == (source, relation, target)}
            assert found == _figures(content, words[0], verb, words[1])
    assert len(rows) > 300 and {r["hedged"] for r in rows} == {"no"}
    assert all(r["url"] == f"{site}figures/{r['figid']}.html" for r in rows)


def test_a_page_without_the_index_is_what_it_was(visit: Open, site: str) -> None:
    page = visit()
    page.route("**/search/**", lambda route: route.abort())
    page.goto(f"{site}genes/TP53.html")
    page.wait_for_load_state("networkidle")
    assert page.locator("#relations").count() == 0 and page.locator("ol.figs li").count() > 0


def test_chemicals_have_none(page: Page, site: str) -> None:
    page.goto(f"{site}chemicals/Glucose.html")
    page.wait_for_load_state("networkidle")
    assert page.locator("#relations").count() == 0
