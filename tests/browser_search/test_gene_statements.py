"""What the captions of all figures say of a gene, and of what is no gene, with the sentences: on pages and in the search."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import pytest
from playwright.sync_api import Page

from benchmarks.served import served
from tests.sites import build

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


def _drawn(symbol: str) -> str:
    """The word under which captions have a gene."""
    words = {"SLC2A4": "GLUT4", "IL6": "IL-6", "TGFB1": "TGF-β", "H1-0": "H1.0", "TP53": "p53"}
    return words.get(symbol, symbol.replace("QRX", "Q"))


def _open(page: Page, site: str, gene: str = "TP53") -> None:
    page.goto(f"{site}genes/{gene}.html")
    page.wait_for_selector(SAID)


def test_a_gene_says_who_acts_on_it_and_the_sentences_that_say_so(page: Page, site: str, content: Path) -> None:
    _open(page, site)
    line = page.locator(f"{SAID} tr", has_text=re.compile("^Promoted\\sby"))
    first = line.locator("button").first
    name, count = re.fullmatch(r"(\w+) \((\d+)\)", first.inner_text()).groups()  # type: ignore[union-attr]
    drawn = _drawn(name)
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


def test_a_chemical_of_which_no_figure_says_anything_has_none(page: Page, site: str) -> None:
    page.goto(f"{site}chemicals/Glucose.html")
    page.wait_for_load_state("networkidle")
    assert page.locator("#relations").count() == 0


def test_a_chemical_s_page_says_what_acts_on_it_and_what_it_does(page: Page, tmp_path: Path) -> None:
    for i, caption in enumerate(["Glucose activates MTOR.", "INS lowers glucose. Glucose may activate MTOR."], 1):
        figure = tmp_path / f"content/figures/PMC{i}__f1.md"
        table = tmp_path / f"content/data/PMC{i}__f1-chemicals.tsv"
        for path, text in (
            (figure, f"---\nfigid: PMC{i}__f1\nfigtitle: T{i}\ncaption: {caption}\npmcid: PMC{i}\nfilename: f.jpg\n---\n"),
            (table, "word\tmesh\tmatch\tname\tchebi\nglucose\tmesh:D005947\tNA\tGlucose\tNA\n"),
        ):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    assert build(tmp_path / "content", tmp_path / "site").published
    with served(tmp_path / "site") as address:
        page.goto(f"{address}chemicals/Glucose.html")
        page.wait_for_selector(SAID)
        assert page.inner_text("#relations").casefold() == "what figures say of glucose"
        lines = [line.split() for line in page.locator(f"{SAID} tr").all_inner_texts()]
        assert lines == [["Inhibited", "by", "INS", "(1)"], ["Promotes", "MTOR", "(2)"]]
        page.get_by_role("button", name="MTOR (2)").click()
        page.wait_for_function("document.querySelectorAll('.relations q').length === 2")
        assert page.locator(f"{SAID} h3 a").get_attribute("href") == "../search/?q=MTOR"


def test_the_search_for_a_name_offers_what_figures_say_of_it(page: Page, site: str, content: Path) -> None:
    page.goto(f"{site}search/?q=nfkb")  # a word for two genes
    offer = page.get_by_role("button", name="What figures say of nfkb")
    offer.focus()
    page.keyboard.press("Enter")
    line = page.locator(f"{SAID} tr", has_text=re.compile("^Promoted"))
    line.wait_for()
    assert page.inner_text("#relations") == "What figures say of NF-κB"
    assert offer.get_attribute("aria-expanded") == "true"
    told = map(re.compile(r"(\w+) \((\d+)\)").fullmatch, line.locator("button").all_inner_texts())
    name, count = next(m for m in told if m).groups()
    assert len(_figures(content, _drawn(name), "raises", "NF-κB")) == int(count) > 1
    page.keyboard.press("Enter")
    assert offer.get_attribute("aria-expanded") == "false" and page.locator("#said").is_hidden()


@pytest.mark.parametrize(("query", "offered"), [
    ("gene:TP53", True), ('"p53"', True), ("TP53 -IL6", False), ("TP53 gene:IL6", False), ("year:2015", False), ("zzzqqq", False),
    ("PMC2970000", False), ("organism:mouse", False),
])
def test_it_is_offered_for_one_name(page: Page, site: str, query: str, offered: bool) -> None:
    page.goto(f"{site}search/?q={query.replace(chr(34), '%22')}")
    page.wait_for_load_state("networkidle")
    assert page.locator("#say").is_visible() is offered
    page.goto(f"{site}search/")
    page.wait_for_load_state("networkidle")
    assert page.locator("#say").is_hidden()


def test_a_word_for_one_gene_tells_what_figures_say_of_the_gene(page: Page, site: str) -> None:
    page.goto(f"{site}search/?q=p53")
    page.locator("#say").click()
    page.locator(SAID).wait_for()
    assert page.inner_text("#relations") == "What figures say of TP53"


def test_nothing_said_and_an_index_that_cannot_be_read_are_told(page: Page, site: str) -> None:
    page.goto(f"{site}search/?q=dashed")
    page.locator("#say").click()
    page.get_by_text("No relation of dashed was read in a caption, or given.").wait_for()
    page.goto(f"{site}search/?q=TP53")
    page.route("**/search/r/**", lambda route: route.abort())
    page.locator("#say").click()
    page.get_by_text("The index could not be read").wait_for()
    page.unroute("**/search/r/**")
    page.get_by_role("button", name="Try again").click()
    page.locator(SAID).wait_for()


def test_another_query_closes_what_was_said_of_the_first(page: Page, site: str) -> None:
    page.goto(f"{site}search/?q=TP53")
    page.locator("#say").click()
    page.locator(SAID).wait_for()
    page.locator("main form.find input").fill("IL6")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="What figures say of IL6").wait_for()
    assert page.locator("#said").is_hidden() and page.locator("#say").get_attribute("aria-expanded") == "false"
