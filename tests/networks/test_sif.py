"""SIF: fields, tabs and spaces, what interactions mean, and faults with their line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.model.interaction import interaction, parse_interaction
from sitegen.model.relation import RELATION_TYPES, Relation
from sitegen.networks.arrows import interaction_meaning
from sitegen.networks.sif import read_sif
from sitegen.networks.source import MAX_FAULTS


def ends(text: str | bytes) -> list[tuple[str, str, str, str]]:
    relations, problems = read_sif("x.sif", text)
    assert problems == ()
    return [(r.source, r.type, r.polarity, r.target) for r in relations]


def test_several_targets_and_lone_nodes():
    assert ends("node1 activates node2\nnode2 inhibits node3 node4\n\nnode0\n") == [
        ("node1", "activation", "+", "node2"), ("node2", "inhibition", "-", "node3"), ("node2", "inhibition", "-", "node4"),
    ]


def test_a_tab_anywhere_makes_spaces_part_of_names():
    assert ends("TGF beta\tphosphorylates\tSmad 2\nlone node with spaces\n") == [("TGF beta", "phosphorylation", "0", "Smad 2")]
    assert ends("a  pp   b\n") == [("a", "binding", "0", "b")]
    assert ends("a\tpp\tdephosphorylates\n") == [("a", "binding", "0", "dephosphorylates")], "tabs leave no doubt"


@pytest.mark.parametrize("text, line, said", [
    ("DLL1 activates NOTCH1\nNOTCH 1 inhibits HES 1\n", 2, "1 line left out: a relation stands where a name would"),
    ("FZD\tinhibits\tGSK3B\nWnt activates FZD\nDLL1 activates NOTCH1\n", 2,
     "2 lines left out: a relation in words without the tabs that part it"),
    ("a pp b\nWnt,activates,FZD\n", 2, "1 line left out: a relation in words without the tabs that part it"),
])
def test_a_name_with_spaces_is_not_cut_in_two_in_silence(text: str, line: int, said: str) -> None:
    relations, (problem,) = read_sif("x.sif", text)
    assert len(relations) == 1
    assert (problem.line, problem.code, problem.message) == (line, "W304", said)
    assert problem.advice == "Names that hold spaces need tabs: source, tab, relation, tab, target."


def test_duplicates_count_once_and_ends_of_lines_are_of_any_kind():
    text = b"\xef\xbb\xbfa\tpp\tb\r\na\tpp\tb\rc\tpd\td\t\r\n"
    assert ends(text) == [("a", "binding", "0", "b"), ("c", "expression", "0", "d")]


@pytest.mark.parametrize("word, expected", [
    ("activation", ("activation", "+", False)),
    ("phosphorylation(+)?", ("phosphorylation", "+", True)),
    ("Inhibits", ("inhibition", "-", False)),
    ("-|", ("inhibition", "-", False)),
    ("-1", ("inhibition", "-", False)),
    ("controls-phosphorylation-of", ("phosphorylation", "0", False)),
    ("in-complex-with", ("binding", "0", False)),
    ("down_regulates activity", ("inhibition", "-", False)),
    ("up-regulates quantity by expression", ("expression", "+", False)),
    ("inhibits expression of", ("repression", "-", False)),
    ("upstream of", ("other", "0", False)),
    ("inactivates", ("inhibition", "-", False)),
    ("dephosphorylates", ("dephosphorylation", "0", False)),
    ("activates/inhibits", ("other", "0", False)),
    ("mim-conversion", ("conversion", "0", False)),
    ("regulates", ("other", "0", False)),
    ("does not inhibit", None),
    ("bel:directlyDecreases", ("inhibition", "-", False)),
    ("interactsWith", ("binding", "0", False)),
    ("causesNoChange", None),
    ("Undirected", None),
])
def test_meanings(word, expected):
    assert interaction_meaning(word) == expected


@pytest.mark.parametrize("text, code, line", [
    ("a pp b\nc pp\n", "E309", 2),
    ("a\tpp\tb\n\tpp\tb\n", "E309", 2),
    ("a\t\tb\n", "E309", 1),
    (b"a pp b\nc pp \xff\n", "E101", 2),
])
def test_faults(text, code, line):
    _, (problem,) = read_sif("x.sif", text)
    assert (problem.code, problem.line, problem.path) == (code, line, "x.sif")


def test_no_direction_no_relation():
    relations, (problem,) = read_sif("x.sif", "a\tpp\tb\na\tundirected\tc\nd\tundirected\te\n")
    assert len(relations) == 1 and (problem.code, problem.line) == ("W304", 2) and problem.message.startswith("2 lines")
    assert problem.advice == "Write an interaction that says what the source does to the target."


def test_a_file_of_faults_gives_a_bounded_number():
    assert len(read_sif("x.sif", "a b\n" * 100_000)[1]) == MAX_FAULTS


@given(st.text(max_size=200) | st.binary(max_size=200))
def test_any_file_is_read_without_an_exception(data):
    relations, problems = read_sif("x.sif", data)
    for r in relations:
        assert r.source.strip() and r.target.strip() and not {"\t", "\n"} & set(r.source + r.target)
    assert all(p.line >= 0 for p in problems)


@given(st.sampled_from(RELATION_TYPES), st.sampled_from("+-0"), st.booleans())
def test_the_word_of_a_relation_is_read_back(kind, polarity, hedged):
    assert parse_interaction(interaction(Relation("a", "b", kind, polarity, hedged))) == (kind, polarity, hedged)


@given(st.text(max_size=60))
def test_any_word_has_a_meaning_or_none(word):
    assert interaction_meaning(word) is None or interaction_meaning(word)[0] in RELATION_TYPES
