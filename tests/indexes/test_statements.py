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
    Told,
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
    """What figures say, by name."""
    return {name: told.statements for name, told in gather(parts(*figures), GENES, 50).items()}


def test_an_arrow_is_a_statement_of_both_its_genes() -> None:
    assert said([Arrow(IL6, STAT3, PROMOTES, False, 3)]) == {
        "IL6": [Statement(PROMOTES, False, "gene", "STAT3", {40: Said(False, 3)})],
        "STAT3": [Statement(PROMOTES, True, "gene", "IL6", {40: Said(False, 3)})],
    }


def test_of_a_family_each_gene_that_has_a_page() -> None:
    found = said([Arrow(AMPK, SLEEP, INHIBITS, False, 0)])
    assert found == {"PRKAA1": [Statement(INHIBITS, False, "process", "sleep", {40: Said(False, 0)})]}
    assert said([Arrow(IL6, AMPK, ACTS_ON, False, 0)])["IL6"][0][2:4] == ("family", "AMPK")


def test_a_word_for_more_than_twelve_genes_is_no_statement_of_them() -> None:
    for size, genes in ((12, ["PRKAA1"]), (13, [])):
        word = End("kinases", "family", ("PRKAA1", *(f"K{i}" for i in range(size - 1))))
        assert [*said([Arrow(word, SLEEP, PROMOTES, False, 0)])] == genes


def test_who_binds_has_no_direction_and_who_acts_on_itself_says_it_once() -> None:
    found = said([Arrow(IL6, STAT3, BINDS, False, 0), Arrow(STAT3, STAT3, PROMOTES, False, 1)])
    assert [(s.verb, s.received, s.name) for s in found["STAT3"]] == [(PROMOTES, False, "STAT3"), (BINDS, False, "IL6")]
    assert [(s.verb, s.received, s.name) for s in found["IL6"]] == [(BINDS, False, "STAT3")]


def test_figures_that_say_the_same_are_counted_together_under_the_commonest_name() -> None:
    arrows = [[Arrow(IL6, End(name, kind), PROMOTES, False, 0)] for name, kind in
              (("NF-kB", "process"), ("NFκB", "family"), ("NF-kB", "process"))]
    assert said(*arrows)["IL6"] == [Statement(PROMOTES, False, "process", "NF-kB", dict.fromkeys((20, 30, 40), Said(False, 0)))]


def test_statements_of_most_figures_come_first() -> None:
    other = Arrow(IL6, GLUCOSE, INHIBITS, False, 1)
    found = said([Arrow(IL6, STAT3, PROMOTES, False, 0), other], [other])
    assert [(s.name, s.kind) for s in found["IL6"]] == [("glucose", "chemical"), ("STAT3", "gene")]


def test_what_is_said_plainly_goes_before_what_is_hedged() -> None:
    plain, hedged = Arrow(IL6, STAT3, PROMOTES, False, 7), Arrow(IL6, STAT3, PROMOTES, True, 2)
    assert said([hedged, plain])["IL6"][0].documents == {40: Said(False, 7)}
    assert said([hedged])["IL6"][0].documents == {40: Said(True, 2)}


def test_figures_that_are_not_published_say_nothing() -> None:
    assert gather(parts([], [Arrow(IL6, STAT3, PROMOTES, False, 0)]), GENES, 30) == {}


def test_genes_are_in_the_file_that_their_name_is_looked_for_in() -> None:
    long = [Statement(PROMOTES, False, "process", "x" * 40_000, {0: Said(False, 0)})]
    some = {gene.name: Told("gene", long) for gene in GENES.values()}
    assert [file.bound for file in statement_files(some, GENES)] == ["con", "i", "p", "s"]
    assert list(statement_files({}, GENES)) == []


def test_what_is_no_gene_has_statements_where_several_figures_say_something() -> None:
    first, second = Arrow(IL6, SLEEP, INHIBITS, False, 0), Arrow(GLUCOSE, End("Sleep", "disease"), PROMOTES, True, 4)
    assert [*said([first])] == ["IL6"]
    assert [*said([first, first])] == ["IL6"]
    found = gather(parts([first], [second], [first]), GENES, 50)
    assert {name: told.kind for name, told in found.items()} == {"IL6": "gene", "sleep": "process"}
    assert found["sleep"].statements == [
        Statement(INHIBITS, True, "gene", "IL6", {20: Said(False, 0), 40: Said(False, 0)}),
        Statement(PROMOTES, True, "chemical", "glucose", {30: Said(True, 4)}),
    ]


def test_a_family_has_statements_beside_its_genes_but_no_name_has_that_of_a_gene_s_page() -> None:
    stat, two = End("STAT-3", "process"), Arrow(AMPK, SLEEP, INHIBITS, False, 0)
    assert {*said([two], [two])} == {"PRKAA1", "AMPK", "sleep"}
    assert [*said([Arrow(stat, SLEEP, PROMOTES, False, 0)], [Arrow(stat, SLEEP, PROMOTES, False, 0)])] == ["sleep"]


def test_the_spellings_of_a_name_that_are_looked_for_as_one_are_one() -> None:
    arrows = [[Arrow(IL6, End(name, "process"), PROMOTES, False, 0)] for name in ("NF-κB", "NFkB", "NF-κB")]
    assert said(*arrows)["NF-κB"] == [Statement(PROMOTES, True, "gene", "IL6", dict.fromkeys((20, 30, 40), Said(False, 0)))]


@pytest.mark.parametrize("columns", [
    (["xIL6"], b"\0", ["gSTAT3"], b"\0", b"\0"),
    (["gIL6"], b"\0\0", ["gSTAT3"], b"\0", b"\0"), (["gIL6"], b"\x0f\x10"[1:], ["gSTAT3"], b"\0", b"\0"),
    (["gIL6"], b"\0", [""], b"\0", b"\0"), (["gIL6"], b"\0", ["xSTAT3"], b"\0", b"\0"),
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
