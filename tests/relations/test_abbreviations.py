"""Short names that a caption gives for long ones."""

from __future__ import annotations

import pytest

from sitegen.relations import read_caption
from sitegen.relations.abbreviations import short_names


def arrows(caption: str) -> list[tuple[str, str, str]]:
    return [(r.source, r.target, r.polarity) for r in read_caption(caption)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("interleukin-6 (IL-6)", {"interleukin6": "IL-6"}),
        ("IL-6 (interleukin-6)", {"interleukin6": "IL-6"}),
        ("the tumor necrosis factor (TNF)", {"tumornecrosisfactor": "TNF"}),
        ("nuclear factor kappa B (NF-κB)", {"nuclearfactorkb": "NF-κB"}),
        ("phosphatase and tensin homolog (PTEN)", {"phosphataseandtensinhomolog": "PTEN"}),
        ("the pentose phosphate pathway (PPP)", {"pentosephosphatepathway": "PPP"}),
        ("Toll-like receptors (TLRs; red)", {"tolllikereceptors": "TLRs"}),
        # near misses: another name, a word of the name, a number, a letter inside a word, a list, a whole clause
        ("salviol (CYP71BE52)", {}),
        ("basal-like (Basal)", {}),
        ("intracellular signaling (II)", {}),
        ("retinoid signaling (RA)", {}),
        ("interleukins, fats (IL-6)", {}),
        ("the insulin receptor (green)", {}),
        ("TNF (a tumor necrosis factor)", {}),
    ],
)
def test_short_names(text: str, expected: dict[str, str]) -> None:
    assert short_names(text) == expected


def test_a_name_written_out_is_its_short_name_throughout_a_caption() -> None:
    caption = "Interleukin-6 activates PTX9. FOX2 inhibits interleukin-6 (IL-6). Interleukin-7 activates ADX4."
    assert arrows(caption) == [("IL-6", "PTX9", "+"), ("FOX2", "IL-6", "-"), ("Interleukin-7", "ADX4", "+")]


def test_the_short_name_may_stand_before_the_bracket() -> None:
    caption = "IL-6 (interleukin-6) activates PTX9. Interleukin-6 inhibits FOX2."
    assert arrows(caption) == [("IL-6", "PTX9", "+"), ("IL-6", "FOX2", "-")]


def test_an_arrow_from_a_name_to_its_short_name_is_none() -> None:
    assert arrows("IL-6 inhibits FOX2 (forkhead 2). Interleukin-6 (IL-6) activates interleukin-6.") == [("IL-6", "FOX2", "-")]


@pytest.mark.parametrize(("text", "cells"), [
    ("{} (PEM) differ. PEM induce MEX3.", "Peritoneal macrophages"),
    ("{} (PTM) differ. PTM induce MEX3.", "Peritoneal tissue Mφ"),
    ("{} (HC) differ. HC induce MEX3.", "Hepatocytes"), ("{} (KAF) differ. KAF induce MEX3.", "Keloid-associated fibroblasts"),
])
def test_a_short_name_of_cells_is_none(text: str, cells: str) -> None:
    short = text.split("(")[1].split(")")[0]
    assert arrows(text.format(cells)) == []
    assert arrows(text.format("The ligands")) == [(short, "MEX3", "+")]
