"""Single letters, small numbers, and names that are written as two words: on the sample collection."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser
HEPATITIS = "PMC6212953__viruses-10-00538-g001"
INTERLEUKIN = "PMC2584126__zdb0120855210007"
INTERFERON = "PMC5435544__nihms848053f4a"


def _found(page: Page, sample: str, query: str) -> list[str]:
    page.goto(f"{sample}search/?q={quote(query)}&show=100")
    page.wait_for_function("document.querySelector('#count').textContent !== ''")
    links: list[str] = page.eval_on_selector_all("#results h2 a", "as => as.map(a => a.pathname)")
    return [path.rsplit("/", 1)[1].removesuffix(".html") for path in links]


@pytest.mark.parametrize(("query", "figid"), [
    ("hepatitis C", HEPATITIS), ("hepatitis-c", HEPATITIS), ("hepatitis C virus", HEPATITIS), ('"hepatitis C"', HEPATITIS),
    ("interleukin 6", INTERLEUKIN), ("il 6", INTERLEUKIN), ("interleukin-6", INTERLEUKIN), ("type I", INTERFERON),
    ("type I interferon", INTERFERON), ("c jun", "PMC5904768__OMCL2018-6918797.005"), ("nf kappa b", HEPATITIS),
])
def test_a_short_word_keeps_what_its_neighbours_find(page: Page, sample: str, query: str, figid: str) -> None:
    assert figid in _found(page, sample, query)[:3]


@pytest.mark.parametrize("query", [
    "hepatitis C virus", "hepatitis c-virus", "interleukin 6", "receptor for type I interferon", "nf kappa b"])
def test_results_do_not_vanish_while_one_types(page: Page, sample: str, query: str) -> None:
    beginnings = [query[:n] for n in range(3, len(query) + 1)]
    assert [b for b in beginnings if not _found(page, sample, b)] == []


def test_a_short_word_that_stands_nowhere_is_passed_over(page: Page, sample: str) -> None:
    hepatitis = _found(page, sample, "hepatitis ")
    for query in ("hepatitis E v", "hepatitis 7", "hepatitis 42 ", "v hepatitis", "hepatitis a"):
        assert _found(page, sample, query) == hepatitis, query
    assert _found(page, sample, "hepatitis 142") == _found(page, sample, "hepatitis xyzzy") == []


def test_two_words_are_marked_as_one_name(page: Page, sample: str) -> None:
    assert _found(page, sample, "interleukin 6")[0] == INTERLEUKIN
    page.wait_for_selector("#results mark")
    marked = [text.casefold() for text in page.locator("#results li:first-child mark").all_inner_texts()]
    assert "interleukin-6" in marked
    assert "interleukin 6" in page.inner_text("#results li:first-child .why")


def test_a_small_number_is_wanted_where_a_figure_has_it(page: Page, sample: str) -> None:
    assert set(_found(page, sample, "interleukin 6")) <= set(_found(page, sample, "interleukin "))
    alone = _found(page, sample, "6")
    assert alone == _found(page, sample, "6 ")
