"""The relations' table: read, written, read back; and evidence found in a caption again."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.model.relation import RELATION_TYPES, Origin, Relation
from sitegen.networks import SIDECARS, read_sidecar
from sitegen.networks.evidence import located
from sitegen.networks.relation_table import read_relation_table, write_relation_table
from sitegen.networks.source import clean

HEADER = "source\ttarget\ttype\tpolarity\thedged\tevidence\torigin\n"
names = st.text(min_size=1, max_size=30).map(clean).filter(bool)
relations_lists = st.lists(
    st.builds(
        Relation, names, names, st.sampled_from(RELATION_TYPES), st.sampled_from("+-0"), st.booleans(),
        st.none() | names.filter(lambda n: n != "NA"), st.sampled_from(get_args(Origin)), st.none(), st.just(1.0),
    ),
    max_size=8, unique=True,
)


def test_a_table():
    relations, problems = read_relation_table("x-relations.tsv", HEADER + (
        "IL-6\tSOCS3\texpression\t+\tno\tIL-6 induces SOCS3.\tcaption\n"
        "JNK\tIRS-1\tphosphorylation\t-\tyes\tNA\t\n"
        "\n"
        "LKB1\tAMPK\tActivation\t\t\t\t\r\n"
    ))
    assert problems == ()
    assert [tuple(r)[:7] for r in relations] == [
        ("IL-6", "SOCS3", "expression", "+", False, "IL-6 induces SOCS3.", "caption"),
        ("JNK", "IRS-1", "phosphorylation", "-", True, None, "table"),
        ("LKB1", "AMPK", "activation", "+", False, None, "table"),
    ]


def test_three_columns_are_enough_in_any_order():
    relations, problems = read_relation_table("x", "type\tsource\ttarget\ninhibition\tA\tB\n")
    assert problems == () and relations == (Relation("A", "B", "inhibition", "-", origin="table"),)


@pytest.mark.parametrize("text, found", [
    ("", [("E302", 1)]),
    ("source\ttarget\n", [("E302", 1)]),
    ("source\ttarget\ttype\tsource\tcolour\n", [("E304", 1), ("W301", 1)]),
    (HEADER + "A\tB\n", [("E301", 2)]),
    (HEADER + "A\t\tbinding\t0\tno\t\t\n", [("E309", 2)]),
    (HEADER + "A\tB\t\t0\tno\t\t\n", [("E309", 2)]),
    (HEADER + "A\tB\tkisses\t0\tno\t\t\n", [("E209", 2)]),
    (HEADER + "A\tB\tbinding\tplus\tperhaps\t\tdream\n", [("E310", 2), ("E310", 2), ("E310", 2)]),
])
def test_faults(text, found):
    relations, problems = read_relation_table("x", text)
    assert relations == () and [(p.code, p.line) for p in problems] == found


@given(relations_lists)
def test_what_is_written_is_read_back(relations):
    text = write_relation_table(relations)
    assert text.count("\n") == len(relations) + 1
    assert read_relation_table("x", text) == (tuple(relations), ())
    assert read_relation_table("x", text.encode()) == (tuple(relations), ())


@given(st.text(max_size=40), st.text(max_size=40))
def test_cells_never_hold_tabs_or_line_breaks(name, evidence):
    text = write_relation_table([Relation(name, "B", "other", evidence=evidence)])
    assert len(text.split("\n")) == 3 and text.split("\n")[1].count("\t") == 6


@given(st.text(max_size=200) | st.binary(max_size=200))
def test_any_file_is_read_without_an_exception(data):
    read_relation_table("x", data)
    read_relation_table("x", HEADER.encode() + data if isinstance(data, bytes) else HEADER + data)


def test_evidence_is_found_again():
    caption = "First.  IL-6\u00a0induces\n SOCS3. Last."
    (found,) = located([Relation("IL-6", "SOCS3", "expression", evidence="IL-6 induces SOCS3.")], caption)
    assert found.span is not None and caption[slice(*found.span)] == "IL-6\u00a0induces\n SOCS3."
    (lost,) = located([Relation("a", "b", "other", evidence="not in it")], caption)
    assert lost.span is None


@given(st.text(max_size=60), st.integers(0, 60), st.integers(1, 60))
def test_a_place_holds_its_evidence(caption, start, length):
    evidence = caption[start : start + length]
    (found,) = located([Relation("a", "b", "other", evidence=evidence)], caption)
    if found.span:
        assert clean(caption[slice(*found.span)], 99) == clean(evidence, 99)
    else:
        assert not clean(evidence)


def test_sidecars_are_told_by_their_ending():
    assert SIDECARS == (".sif", ".gpml", ".cx2", ".cx", "-relations.tsv")
    for name, data, origin in (
        ("PMC1__f1.sif", b"A inhibits B", "sif"),
        ("PMC1__f1.x-relations.tsv", b"source\ttarget\ttype\nA\tB\tinhibition\n", "table"),
        ("PMC1__f1.cx2", b'[{"CXVersion":"2.0"},{"nodes":[{"id":1,"v":{"name":"A"}},{"id":2,"v":{"name":"B"}}]},'
                         b'{"edges":[{"id":1,"s":1,"t":2,"v":{"interaction":"inhibition"}}]}]', "cx2"),
        ("PMC1__f1.cx", b'[{"nodes":[{"@id":1,"n":"A"},{"@id":2,"n":"B"}]},'
                        b'{"edges":[{"@id":3,"s":1,"t":2,"i":"inhibits"}]}]', "cx"),
    ):
        assert read_sidecar(name, data) == ((Relation("A", "B", "inhibition", "-", origin=origin),), ())
    assert read_sidecar("PMC1__f1.gpml", b"nonsense")[1][0].path == "PMC1__f1.gpml"
    with pytest.raises(ValueError, match="not a sidecar"):
        read_sidecar("PMC1__f1.png", b"")


def test_a_header_of_two_million_columns_is_read_once():
    """Where each column starts is known from the one before it: else this would take hours."""
    relations, problems = read_relation_table("x", "source\ttarget\ttype" + "\tx" * 2_000_000 + "\n")
    assert relations == () and len(problems) == 100
    assert [(p.code, p.column) for p in problems[:3]] == [("W301", 20), ("E304", 22), ("E304", 24)]


def test_faults_have_the_column_of_their_cell():
    header = "evidence\tsource\ttarget\ttype\tpolarity\n"
    _, problems = read_relation_table("x", header + "because\tA\tB\tkisses\t0\n" + "\tA\t\tbinding\t0\n")
    assert [(p.code, p.line, p.column) for p in problems] == [("E209", 2, 13), ("E309", 3, 4)]
