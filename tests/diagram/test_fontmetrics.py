"""Widths of text from the table of Helvetica."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sitegen.diagram.fontmetrics import fit, text_width, wrap


def test_widths_are_those_of_helvetica() -> None:
    assert text_width("IL-6", 1000) == 278 + 556 + 333 + 556
    assert text_width("Wnt", 1000) == 944 + 556 + 278
    assert text_width("NF-κB", 1000) == 722 + 611 + 333 + 500 + 667


def test_an_accent_adds_nothing_and_a_wide_character_takes_a_full_em() -> None:
    assert text_width("e\u0301", 1000) == text_width("é", 1000) == text_width("e", 1000)
    assert text_width("漢", 1000) == 1000


def test_a_text_is_cut_with_an_ellipsis_only_where_it_must_be() -> None:
    assert fit("IL-6", 40) == "IL-6"
    assert fit("Tumour necrosis factor", 60) == "Tumour…"


def test_lines_break_at_blanks_hyphens_slashes_and_colons_and_are_even() -> None:
    assert wrap("GLUT4", 108) == ("GLUT4",)
    assert wrap("LRP-frizzled receptor complex", 108) == ("LRP-frizzled", "receptor complex")
    assert wrap("base excision repair", 84, 3) == ("base excision", "repair")
    assert wrap("KRXA:KRXB:KRXC:KRXD", 84) == ("KRXA:KRXB:", "KRXC:KRXD")
    assert wrap("x" * 80, 60) == ("xxxxxxxx…",)


@given(st.text(max_size=300), st.integers(30, 200), st.integers(1, 4))
def test_no_line_is_wider_than_asked(text: str, width: int, most: int) -> None:
    lines = wrap(text, width, most)
    assert 1 <= len(lines) <= most
    assert all(text_width(line) <= width for line in lines)
