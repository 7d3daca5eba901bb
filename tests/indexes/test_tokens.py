"""How text becomes terms: the shared cases, in Python and in the browser's module, and what must hold of any text."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.indexes.tokens import _COMPOUND, MAX_TERM, _compounds, analyse, pair_codes, plain, sequence, term, terms
from sitegen.text import fold_name
from tests.programs import node

HERE = Path(__file__).parent
CASES = json.loads((HERE / "cases.json").read_text(encoding="utf-8"))
MODULE = HERE.parents[1] / "templates" / "assets" / "tokens.js"
_NAMES = st.text("ILTGFnkb6κβαγ -()/1ß_.", max_size=14)


@pytest.mark.parametrize(("text", "expected"), CASES["term"])
def test_a_name_is_one_term(text: str, expected: str) -> None:
    assert term(text) == expected


@pytest.mark.parametrize(("text", "expected"), CASES["terms"])
def test_a_text_is_found_under_its_terms(text: str, expected: list[str]) -> None:
    assert sorted(terms(text)) == expected


@pytest.mark.parametrize(("text", "expected"), CASES["sequence"])
def test_words_keep_their_order(text: str, expected: list[str]) -> None:
    assert sequence(text) == expected


@pytest.mark.parametrize(("words", "expected"), CASES["pairs"])
def test_neighbours_have_a_code(words: list[str], expected: list[int]) -> None:
    assert pair_codes(words) == expected


def test_the_spellings_of_one_gene_agree() -> None:
    for spellings in (
        ("IL6", "IL-6", "il 6", "Il6"),
        ("NFkB", "NF-κB", "NF-kappa B", "nf kappa b"),
        ("TGFb", "TGF-β", "TGF-beta"),
    ):
        assert len({term(s) for s in spellings}) == 1
        shared = set.intersection(*(terms(f"the {s} pathway") for s in spellings))
        assert term(spellings[0]) in shared


@given(st.text(max_size=60))
def test_terms_are_lower_case_letters_and_digits(text: str) -> None:
    for t in terms(text) | {term(text)}:
        assert t == "" or t.isalnum(), t
        assert len(t) <= MAX_TERM
        assert term(t) in (t, term(plain(t)))


@given(_NAMES)
def test_names_that_the_site_folds_to_one_are_one_term(name: str) -> None:
    assert term(fold_name(name)) == term(name)


@given(st.text(st.sampled_from("ab1- _.\t\x1fé\u2013"), max_size=30))
def test_words_are_the_same_whichever_way_they_are_found(text: str) -> None:
    assert _compounds(text) == _COMPOUND.findall(text)


@given(st.text(max_size=80))
def test_a_phrase_has_the_pairs_of_its_text(text: str) -> None:
    assert set(pair_codes(sequence(text))) == analyse(text)[1]


def test_a_long_text_takes_no_longer_a_word() -> None:
    words = terms("il 6 " * 20_000 + "a-" * 20_000 + "(" * 20_000)
    assert "il6" in words


def _in_node(script: str) -> str:
    done = subprocess.run([node(), "--input-type=module", "-e", script], capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_browser_module_agrees_on_every_case() -> None:
    script = f"""
import {{ pairCodes, sequence, term, terms }} from {json.dumps(MODULE.as_uri())};
const cases = {json.dumps(CASES)};
console.log(JSON.stringify({{
  term: cases.term.map(([t]) => term(t)), terms: cases.terms.map(([t]) => [...terms(t)].sort()),
  sequence: cases.sequence.map(([t]) => sequence(t)), pairs: cases.pairs.map(([w]) => pairCodes(w)),
}}));"""
    assert json.loads(_in_node(script)) == {kind: [expected for _, expected in rows] for kind, rows in CASES.items()}


def test_the_browser_module_folds_every_letter_alike() -> None:
    """All letters and digits of the Basic Multilingual Plane that both know; the two follow different Unicode versions."""
    points = [c for c in range(0x250) if chr(c).isalnum()]
    points += [
        c
        for low, high in ((0x370, 0x400), (0x1E00, 0x2000), (0x2070, 0x2150), (0xFB00, 0xFB07), (0xFF00, 0xFFDD))
        for c in range(low, high)
        if chr(c).isalnum()
    ]
    script = f"""
import {{ term }} from {json.dumps(MODULE.as_uri())};
console.log(JSON.stringify({json.dumps(points)}.map((c) => term("x" + String.fromCodePoint(c) + "y"))));"""
    theirs = json.loads(_in_node(script))
    ours = [term(f"x{chr(c)}y") for c in points]
    assert [(hex(c), a, b) for c, a, b in zip(points, ours, theirs, strict=True) if a != b] == []
