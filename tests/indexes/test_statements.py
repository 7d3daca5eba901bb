"""What arrows say of genes: who has a statement, what is one, and in what order."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.indexes.block import Damaged, assemble, read_head
from sitegen.indexes.columns import pack_columns
from sitegen.indexes.shards import Gene
from sitegen.indexes.statements import (
    ACTS_ON,
    BINDS,
    INHIBITS,
    PROMOTES,
    RANGES,
    Arrow,
    End,
    Part,
    Said,
    Statement,
    encode_statements,
    gather,
    read_statements,
    statement_files,
)

IL6, STAT3 = End("IL-6", "gene", ("Il6",)), End("Stat3", "gene", ("Stat3",))
AMPK = End("AMPK", "family", ("PRKAA1", "PRKAA2"))
SLEEP, GLUCOSE = End("sleep", "process"), End("glucose", "chemical")
GENES = {name.casefold(): Gene(name, stem) for name, stem in (
    ("IL6", "IL6"), ("STAT3", "STAT3"), ("CON", "CON_"), ("PRKAA1", "PRKAA1"))}
DOCUMENTS = [40, 30, 20]


def parts(*figures: list[Arrow]) -> list[tuple[Part, list[int]]]:
    block = encode_statements(enumerate(figures))
    read = lambda offset, length: block[offset : offset + length]  # noqa: E731
    found = [read_statements(read, read_head(read), number) for number in range(RANGES)]
    return [(part, DOCUMENTS) for part in found if part is not None]


def said(*figures: list[Arrow]) -> dict[str, list[Statement]]:
    return gather(parts(*figures), GENES, 50)


def test_an_arrow_is_a_statement_of_both_its_genes() -> None:
    assert said([Arrow(IL6, STAT3, PROMOTES, False, 3)]) == {
        "il6": [Statement(PROMOTES, False, "gene", "STAT3", {40: Said(False, 3)})],
        "stat3": [Statement(PROMOTES, True, "gene", "IL6", {40: Said(False, 3)})],
    }


def test_of_a_family_each_gene_that_has_a_page() -> None:
    found = said([Arrow(AMPK, SLEEP, INHIBITS, False, 0)])
    assert found == {"prkaa1": [Statement(INHIBITS, False, "process", "sleep", {40: Said(False, 0)})]}
    assert said([Arrow(IL6, AMPK, ACTS_ON, False, 0)])["il6"][0][2:4] == ("family", "AMPK")


def test_a_word_for_more_than_twelve_genes_is_no_statement_of_them() -> None:
    for size, genes in ((12, ["prkaa1"]), (13, [])):
        word = End("kinases", "family", ("PRKAA1", *(f"K{i}" for i in range(size - 1))))
        assert [*said([Arrow(word, SLEEP, PROMOTES, False, 0)])] == genes


def test_who_binds_has_no_direction_and_who_acts_on_itself_says_it_once() -> None:
    found = said([Arrow(IL6, STAT3, BINDS, False, 0), Arrow(STAT3, STAT3, PROMOTES, False, 1)])
    assert [(s.verb, s.received, s.name) for s in found["stat3"]] == [(PROMOTES, False, "STAT3"), (BINDS, False, "IL6")]
    assert [(s.verb, s.received, s.name) for s in found["il6"]] == [(BINDS, False, "STAT3")]


def test_figures_that_say_the_same_are_counted_together_under_the_commonest_name() -> None:
    arrows = [[Arrow(IL6, End(name, kind), PROMOTES, False, 0)] for name, kind in
              (("NF-kB", "process"), ("NFκB", "family"), ("NF-kB", "process"))]
    assert said(*arrows)["il6"] == [Statement(PROMOTES, False, "process", "NF-kB", dict.fromkeys((20, 30, 40), Said(False, 0)))]


def test_statements_of_most_figures_come_first() -> None:
    other = Arrow(IL6, GLUCOSE, INHIBITS, False, 1)
    found = said([Arrow(IL6, STAT3, PROMOTES, False, 0), other], [other])
    assert [(s.name, s.kind) for s in found["il6"]] == [("glucose", "chemical"), ("STAT3", "gene")]


def test_what_is_said_plainly_goes_before_what_is_hedged() -> None:
    plain, hedged = Arrow(IL6, STAT3, PROMOTES, False, 7), Arrow(IL6, STAT3, PROMOTES, True, 2)
    assert said([hedged, plain])["il6"][0].documents == {40: Said(False, 7)}
    assert said([hedged])["il6"][0].documents == {40: Said(True, 2)}


def test_figures_that_are_not_published_say_nothing() -> None:
    assert gather(parts([], [Arrow(IL6, STAT3, PROMOTES, False, 0)]), GENES, 30) == {}


def test_genes_are_in_the_file_that_their_name_is_looked_for_in() -> None:
    some = {key: [Statement(PROMOTES, False, "process", "x" * 40_000, {0: Said(False, 0)})] for key in GENES}
    assert [file.bound for file in statement_files(some, GENES)] == ["con", "i", "p", "s"]
    assert list(statement_files({}, GENES)) == []


@pytest.mark.parametrize("columns", [
    (["IL6"], b"\0\0", ["gSTAT3"], b"\0", b"\0"), (["IL6"], b"\x0f\x10"[1:], ["gSTAT3"], b"\0", b"\0"),
    (["IL6"], b"\0", [""], b"\0", b"\0"), (["IL6"], b"\0", ["xSTAT3"], b"\0", b"\0"),
])
def test_columns_that_do_not_fit_are_damage(columns: tuple[list[str], bytes, list[str], bytes, bytes]) -> None:
    block = assemble([pack_columns(*columns)], (), (), ())
    read = lambda offset, length: block[offset : offset + length]  # noqa: E731
    with pytest.raises(Damaged):
        read_statements(read, read_head(read), 0)


@given(st.binary(max_size=80))
def test_bytes_that_somebody_made_up_do_nothing_else(body: bytes) -> None:
    block = assemble([body], (), (), ())
    read = lambda offset, length: block[offset : offset + length]  # noqa: E731
    with contextlib.suppress(Damaged):
        part = read_statements(read, read_head(read), 0)
        if part is not None:
            gather([(part, [0] * 256)], GENES, 1)
