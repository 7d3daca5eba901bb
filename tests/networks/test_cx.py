"""CX 1 and CX2: aspects, names, attributes, and faults with their line."""

from __future__ import annotations

import json
import time
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.networks.cx import read_cx
from sitegen.networks.cx2 import read_cx2

CX2 = """[
{"CXVersion": "2.0", "hasFragments": true},
{"metaData": [{"name": "nodes", "elementCount": 4}]},
{"attributeDeclarations": [{
  "networkAttributes": {"name": {"d": "string"}},
  "nodes": {"name": {"d": "string", "a": "n"}, "represents": {"d": "string", "a": "r"}},
  "edges": {"interaction": {"d": "string", "a": "i", "v": "inhibits"}, "evidence": {"d": "string"}, "hedged": {"d": "boolean"}}
}]},
{"networkAttributes": [{"name": "invented"}]},
{"nodes": [{"id": 0, "x": 1.5, "y": 2, "v": {"n": "TNFZ"}}, {"id": 1, "v": {"name": "NFZB"}}]},
{"edges": [
  {"id": 0, "s": 0, "t": 1, "v": {"i": "activates", "evidence": "TNFZ may activate NFZB.", "hedged": true}},
  {"id": 1, "s": 2, "t": 1}
]},
{"nodes": [{"id": 2, "v": {"r": "IKBZ"}}, {"id": 3}]},
{"edges": [{"id": 2, "s": 0, "t": 3, "v": {"i": "activates"}},
  {"id": 3, "s": 1, "t": 0, "v": {"i": "phosphorylation", "polarity": "-"}}]},
{"visualProperties": [{"default": {"edge": {"EDGE_TARGET_ARROW_SHAPE": "triangle"}}}]},
{"status": [{"error": "", "success": true}]}
]"""
CX = """[
{"numberVerification": [{"longNumber": 281474976710655}]},
{"metaData": [{"name": "nodes", "version": "1.0", "elementCount": 3}]},
{"edgeAttributes": [{"po": 11, "n": "polarity", "v": "-"},
  {"po": [10, 11], "n": "evidence", "v": ["As drawn.", "Twice."], "d": "list_of_string"}]},
{"nodes": [{"@id": 1, "n": "TNFZ"}, {"@id": 2, "n": "NFZB", "r": "HGNC:NFZB"}]},
{"edges": [{"@id": 10, "s": 1, "t": 2, "i": "controls-state-change-of"}, {"@id": 11, "s": 3, "t": 1, "i": "phosphorylation"}]},
{"nodes": [{"@id": 3}]},
{"nodeAttributes": [{"po": 3, "n": "name", "v": "IKBZ"}, {"po": 1, "n": "alias", "v": ["x"], "d": "list_of_string"}]},
{"cartesianLayout": [{"node": 1, "x": 1, "y": 2}]},
{"status": [{"error": "", "success": true}]}
]"""


def test_cx2():
    relations, problems = read_cx2("x.cx2", CX2)
    assert [tuple(r)[:7] for r in relations] == [
        ("TNFZ", "NFZB", "activation", "+", True, "TNFZ may activate NFZB.", "cx2"),
        ("IKBZ", "NFZB", "inhibition", "-", False, None, "cx2"),
        ("NFZB", "TNFZ", "phosphorylation", "-", False, None, "cx2"),
    ]
    assert [(p.code, p.line, p.advice) for p in problems] == [("W304", 16, "Give the nodes at both ends a name.")]


def test_the_arrowheads_of_networks_that_were_made_of_gpml_count():
    edges = ('{"s":0,"t":1,"v":{"EndArrow":"mim-inhibition"}}', '{"s":1,"t":0,"v":{"EndArrow":"Line"}}')
    nodes = '{"id":0,"v":{"name":"A"}},{"id":1,"v":{"name":"B"}}'
    relations, (problem,) = read_cx2("x.cx2", f'{HEAD}{{"nodes":[{nodes}]}},{{"edges":[{",".join(edges)}]}}]')
    assert [(r.source, r.target, r.type, r.polarity) for r in relations] == [("A", "B", "inhibition", "-")]
    assert problem.message == "1 line left out: their interaction states no direction, or is negated"


def test_cx():
    relations, problems = read_cx("x.cx", CX.encode())
    assert [tuple(r)[:7] for r in relations] == [
        ("TNFZ", "NFZB", "other", "0", False, "As drawn.", "cx"),
        ("IKBZ", "TNFZ", "phosphorylation", "-", False, "As drawn.", "cx"),
    ]
    assert problems == ()


HEAD = '[{"CXVersion":"2.0"},\n'


@pytest.mark.parametrize("text, code, line", [
    ("", "E305", 1),
    ("{}", "E305", 1),
    ("[]", "E307", 1),
    ("[1]", "E305", 1),
    ('[{"nodes":[]}]', "E307", 1),
    ('[{"nodes":[{"@id":1}]}]', "E307", 1),
    ('[{"CXVersion":"3.0"}]', "E307", 1),
    (HEAD + '{"nodes":[{"id":1}\n{"id":2}]}]', "E305", 3),
    (HEAD + '{"nodes":[{"id":1},\n]}]', "E305", 3),
    (HEAD + '{"nodes":[{"id":1}]}', "E305", 2),
    (HEAD + '{"nodes":[\n1]}]', "E305", 3),
    (HEAD + '{"nodes":[\n\n{"id":true}]}]', "E305", 4),
    (HEAD + '{"edges":[{"s":1}]}]', "E305", 2),
    (HEAD + '{"nodes":[{"id":1}]},\n{"edges":[\n{"id":5,"s":1,"t":7}]}]', "E309", 4),
    (HEAD + '{"nodes":' + "[" * 100_000, "E306", 2),
    (HEAD + '{"opaque":' + '{"a":' * 100_000, "E306", 2),
    (HEAD + '{"nodes":[{"id":' + "9" * 5000 + "}]}]", "E305", 2),
    (HEAD + '{"status":[{"error":"disk full","success":false}]}]', "E305", 2),
    (HEAD + "{}]\nmore", "E305", 2),
    (b'[{"CXVersion":"\xff"}]', "E101", 1),
])
def test_cx2_faults(text, code, line):
    relations, (problem,) = read_cx2("x.cx2", text)
    assert relations == () and (problem.code, problem.line) == (code, line)


@pytest.mark.parametrize("text, code, line", [
    (HEAD + "{}]", "E307", 1),
    ("[]", "E307", 1),
    ('[{"nodes":[{"id":1}]}]', "E305", 1),
    ('[{"nodes":[{"@id":1,"n":"a"}]},\n{"edges":[{"@id":2,"s":1,"t":3,"i":"x"}]}]', "E309", 2),
    ('[{"edges":[{"@id":[],"s":1,"t":3}]}]', "E305", 1),
    ('[{"edgeAttributes":[{"po":[[]],"n":"evidence"}]}]', "E305", 1),
])
def test_cx_faults(text, code, line):
    relations, (problem,) = read_cx("x.cx", text)
    assert relations == () and (problem.code, problem.line) == (code, line)


def test_an_attribute_whose_name_is_a_list_is_passed_over():
    assert read_cx("x.cx", '[{"edgeAttributes":[{"po":1,"n":[],"v":"x"}]}]') == ((), ())


def test_half_a_surrogate_pair_in_a_name_does_not_reach_a_page():
    nodes = r'{"nodes":[{"id":1,"v":{"name":"A\ud800\u0000\u202e"}},{"id":"2","v":{"name":"B\n2"}}]}'
    text = HEAD + nodes + ',{"edges":[{"id":1,"s":"1","t":2}]}]'
    ((source, target, *_),), problems = read_cx2("x.cx2", text)
    assert (source, target, problems) == ("A", "B 2", ())


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(
        st.sampled_from(["CXVersion", "nodes", "edges", "v", "s", "t", "id", "@id", "po", "n", "i", "name", "a", "status",
                         "attributeDeclarations", "edgeAttributes"]), inner, max_size=4),
    max_leaves=30,
)


@given(JSON)
def test_any_json_is_read_without_an_exception(value):
    text = json.dumps(value)
    for read in (read_cx, read_cx2):
        assert all(p.code in ("E305", "E307", "E309", "W304") for p in read("x", text)[1])
    read_cx2("x", HEAD + "".join(json.dumps({k: value}) + "," for k in ("nodes", "edges", "attributeDeclarations"))[:-1] + "]")


@given(st.text(alphabet='[]{}",:0123456789 \nabc\\', max_size=60))
def test_any_text_is_read_without_an_exception(text):
    read_cx("x", text)
    read_cx2("x", HEAD + text)


def test_declared_attributes_that_nothing_reads_cost_no_edge_memory():
    """A file of 400 kB once took two gigabytes: each edge had a copy of each default."""
    declared = {f"a{i}": {"d": "integer", "v": 0} for i in range(10_000)}
    nodes = [{"id": 1, "v": {"name": "TNFZ"}}, {"id": 2, "v": {"name": "NFZB"}}]
    text = json.dumps([
        {"CXVersion": "2.0"}, {"attributeDeclarations": [{"nodes": declared, "edges": declared}]},
        {"nodes": nodes}, {"edges": [{"s": 1, "t": 2}] * 5_000},
    ])
    tracemalloc.start()
    try:
        relations, problems = read_cx2("x.cx2", text)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(relations) == 1 and problems == ()
    assert most < 20_000_000


def test_a_long_default_is_not_read_whole_for_each_edge():
    declared = {"evidence": {"v": "said " * 200_000}}
    edges = [{"s": 1, "t": 2}, {"s": 2, "t": 1}] * 2_000
    nodes = [{"id": 1, "v": {"name": "TNFZ"}}, {"id": 2, "v": {"name": "NFZB"}}]
    head = [{"CXVersion": "2.0"}, {"attributeDeclarations": [{"edges": declared}]}]
    start = time.process_time()
    relations, problems = read_cx2("x.cx2", json.dumps([*head, {"nodes": nodes}, {"edges": edges}]))
    assert time.process_time() - start < 10
    assert len(relations) == 2 and problems == () and (relations[0].evidence or "").startswith("said said")


def test_a_short_name_that_another_attribute_has_is_not_read_for_it():
    nodes = '{"nodes":[{"id":1,"v":{"name":"short","n":"TNFZ"}},{"id":2,"v":{"n":"NFZB"}}]}'
    declared = '{"attributeDeclarations":[{"nodes":{"label":{"a":"name"},"name":{"a":"n"}}}]}'
    (relation,), problems = read_cx2("x.cx2", HEAD + declared + "," + nodes + ',{"edges":[{"s":1,"t":2}]}]')
    assert (relation.source, relation.target, problems) == ("TNFZ", "NFZB", ())
