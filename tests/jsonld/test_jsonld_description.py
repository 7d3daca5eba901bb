"""A description has 50 to 5,000 characters, whatever the caption."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.jsonld.description import cut, describe
from sitegen.model.figure import Paper
from tests.jsonld.samples import CAPTION, figure

FACTS = 'Genes, chemicals and diseases read from Figure 2 of "How heat moves a channel" (PMC1234567).'


@pytest.mark.parametrize(("caption", "given_text", "expected"), [
    (CAPTION, None, CAPTION),
    (CAPTION, "short", CAPTION),
    (None, CAPTION, CAPTION),
    (None, None, FACTS),
    (".", None, FACTS),
    ("NA", None, FACTS),
    (".na.character", None, FACTS),
    ("Heat pathway", None, f"Heat pathway. {FACTS}"),
    ("Heat  pathway?", None, f"Heat pathway? {FACTS}"),
    ("x" * 49, None, f"{'x' * 49}. {FACTS}"),
    ("x" * 50, None, "x" * 50),
    ("cells where p < 0.05 and q > 0.1, each <b>bold</b> one", None,
     "cells where p < 0.05 and q > 0.1, each <b>bold</b> one"),
])
def test_the_source_of_a_description(caption: str | None, given_text: str | None, expected: str) -> None:
    assert describe(figure(caption=caption), given_text) == expected


def test_without_a_paper_title_the_pmcid_says_where() -> None:
    text = describe(figure(caption=None, number=None, paper=Paper("PMC1")), None)
    assert text == "Genes, chemicals and diseases read from Figure of PMC1."
    assert len(text) >= 50


def test_a_given_text_of_5000_is_kept_and_one_of_5001_is_not() -> None:
    assert describe(figure(caption=CAPTION), "y" * 5000) == "y" * 5000
    assert describe(figure(caption=CAPTION), "y" * 5001) == CAPTION


@pytest.mark.parametrize(("text", "limit", "expected"), [
    ("One two. Three four. Five", 24, "One two. Three four.…"),
    ("One two. Three four. Five", 21, "One two. Three four.…"),
    ("One two. Three four. Five", 20, "One two.…"),
    ("One two three four", 12, "One two…"),
    ("One two. Three", 14, "One two. Three"),
    ("See Fig. 2 and Ann et al. 2010 for more of it", 34, "See Fig. 2 and Ann et al. 2010…"),
    ("abcdefghij", 5, "abcd…"),
])
def test_cut_ends_with_a_sentence_or_a_word(text: str, limit: int, expected: str) -> None:
    assert cut(text, limit, 3) == expected


def test_a_caption_of_9000_is_cut_after_a_sentence() -> None:
    sentence = "The kinase meets its channel. "
    text = describe(figure(caption=sentence * 300), None)
    assert 4970 < len(text) <= 5000
    assert text.endswith("The kinase meets its channel.…")


@given(st.text(), st.text())
def test_the_length_always_holds(caption: str, given_text: str) -> None:
    text = describe(figure(caption=caption), given_text)
    assert 50 <= len(text) <= 5000


@given(st.text(alphabet="aB1. !?()", max_size=400), st.integers(60, 200))
def test_cut_never_exceeds_its_limit(text: str, limit: int) -> None:
    assert len(cut(text, limit)) <= limit


@pytest.mark.parametrize("text", ["." * 200_000, "a. " * 70_000, ")" * 200_000, "." + ")" * 200_000])
def test_hostile_punctuation_is_cut_at_once(text: str) -> None:
    start = time.process_time()
    cut(text, 5000)
    assert time.process_time() - start < 0.5
