"""Bounds of prose, and that what stays within them is converted in good time."""

from __future__ import annotations

import pytest

from sitegen.content.prose import MAX_PROSE, clean_prose, prose_problems
from sitegen.pages.markdown import to_html


def told(text: str) -> list[tuple[int, str]]:
    return [(p.line, p.message) for p in prose_problems("pages/a.md", text, 10) if p.code == "E212"]


@pytest.mark.parametrize(("text", "line", "message"), [
    ("a" * (MAX_PROSE + 1), 10, "the text is longer than 200,000 characters"),
    ("a\n\n" + "[" * 1001, 12, "a paragraph has more than 1,000 brackets, backticks and underlines"),
    ("a\n\nb\n" + "c\n==\n" * 1001, 12, "a paragraph has more than 1,000 brackets, backticks and underlines"),
    ("a\n" * 20_001, 10, "the text has more than 20,000 lines"),
    ("a\n" + "<br>\n\n" * 5001, 11, "the text has more than 5,000 '<'"),
    ("\n" + "<![CDATA[\n\n" * 501, 11, "the text has more than 500 '<!'"),
    ("a\n" + "> " * 20 + "b", 11, "lists and quotations are nested more than twenty deep"),
    ("1. " * 25 + "b", 10, "lists and quotations are nested more than twenty deep"),
])
def test_what_is_no_prose(text: str, line: int, message: str) -> None:
    assert told(text) == [(line, message)]


@pytest.mark.parametrize("text", [
    "", "A sentence.", "> " * 19 + "b", "[a](b.html) " * 900, "\n\n".join(["[a](b.html) and `code`."] * 4000),
    "| a | b |\n|---|---|\n" + "| [x](y) | z |\n" * 990, "- a\n" * 20_000, "-" * 100_000,
])
def test_what_is(text: str) -> None:
    assert told(text) == []


def test_prose_below_a_drawing_counts_with_that_above_it() -> None:
    assert prose_problems("a.md", "a" * 10, 1, MAX_PROSE - 10) == () == prose_problems("a.md", "", 1, MAX_PROSE + 1)
    assert [p.code for p in prose_problems("a.md", "a" * 10, 1, MAX_PROSE - 9)] == ["E212"]


@pytest.mark.parametrize(("text", "clean", "places"), [
    ("a\tb\r\nc\n", "a\tb\r\nc", []), ("a\n b\x01c\x02\n", "a\n bc", [(11, 3)]), ("\u202ea [x](y\0)", "a [x](y)", [(10, 1)]),
    ("a\x85b\u2028c", "a\nb\u2028c", []), ("\ufeff", "", [(10, 1)]),
])
def test_characters_that_no_page_holds_are_left_out(text: str, clean: str, places: list[tuple[int, int]]) -> None:
    assert clean_prose(text) == clean
    assert [(p.line, p.column) for p in prose_problems("pages/a.md", text, 10) if p.code == "W204"] == places


@pytest.mark.parametrize("piece", ["[", "![", "![a](", "<a ", "`", "``a`", "a\n=\n", "[a][", "<", "*", "_", "a_"])
def test_the_worst_that_passes_is_converted(piece: str) -> None:
    text = piece * (1000 // sum(piece.count(c) for c in "[<`=*_"))
    assert told(text) == []
    assert to_html(text)


def test_what_is_nested_too_deeply_for_the_converter_is_shown_as_it_is() -> None:
    text = "a\n: <b>\n" * 900
    assert str(to_html(text)).startswith("<pre>a\n: &lt;b&gt;\n")
