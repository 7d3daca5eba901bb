"""Python and the page's script write the same bytes on the same cases."""

from __future__ import annotations

import gzip
from typing import Any

import pytest
from hypothesis import Phase, settings
from hypothesis import given as draws
from hypothesis import strategies as st

from sitegen.exports.cx2 import cx2
from sitegen.exports.dot import dot
from sitegen.exports.gpml import gpml
from sitegen.exports.sif import sif
from sitegen.model.relation import RELATION_TYPES
from sitegen.text import fold_name

from .support import CASES, SCRIPT, given, python_network, run_script


@pytest.fixture(scope="module")
def scripted() -> dict[str, dict[str, Any]]:
    return dict(zip(CASES, run_script(list(CASES.values())), strict=True))


@pytest.mark.parametrize("name", CASES)
def test_the_same_network(name, scripted):
    net, other = python_network(CASES[name]), scripted[name]["net"]
    assert [n._asdict() | {"genes": list(n.genes), "xref": list(n.xref) if n.xref else None} for n in net.nodes] == other["nodes"]
    assert [(e.source, e.target) for e in net.edges] == [(e["source"], e["target"]) for e in other["edges"]]
    assert (net.ident, net.title, net.organism) == (other["ident"], other["title"], other["organism"])


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("form", ["sif", "dot", "cx2", "gpml"])
def test_the_same_file(name, form, scripted):
    net, places = python_network(CASES[name]), given(CASES[name])
    made = {"sif": sif(net), "dot": dot(net), "cx2": cx2(net, places), "gpml": gpml(net, places)}[form]
    assert made == scripted[name][form]


# What names are written with; Python folds the case of a few letters more (ß is ss) than a browser lowers.
LETTERS = "".join(chr(c) for c in (*range(0x100), *range(0x391, 0x3CA), *range(0x2010, 0x2030)))
texts = st.text(alphabet=LETTERS.replace("ß", "") + "→↑⊣²™😀\u202e\ufeff" + "aAα- \t\"\\<&" * 20, max_size=12)
relations = st.tuples(texts, texts, st.sampled_from(RELATION_TYPES), st.sampled_from("+-0"), st.booleans(), st.none() | texts)
cases = st.fixed_dictionaries({
    "ident": st.just("PMC1__f1"), "title": texts, "organism": texts, "relations": st.lists(relations.map(list), max_size=12),
    "people": st.lists(st.fixed_dictionaries({
        "label": texts, "kind": st.sampled_from(["gene", "family"]), "names": st.lists(texts, max_size=2),
        "genes": st.lists(st.tuples(st.sampled_from(["H", "M"]), st.integers(1, 9999).map(str), texts), max_size=3),
    }), max_size=5),
    "elsewhere": st.dictionaries(texts.map(fold_name), st.sampled_from(["gene", "family"]), max_size=6),
    "given": st.dictionaries(st.integers(0, 3).map(str), st.tuples(st.integers(-50, 500), st.integers(-50, 500)), max_size=2),
})


@settings(max_examples=20, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])  # each starts Node: no shrinking
@draws(st.lists(cases, min_size=12, max_size=12))
def test_the_same_files_for_any_network(some):
    for case, other in zip(some, run_script(some), strict=True):
        net = python_network(case)
        places = {i: p for i, p in given(case).items() if i < len(net.nodes)}
        if len(places) < len(case["given"]):
            continue
        assert (sif(net), dot(net)) == (other["sif"], other["dot"])
        assert (cx2(net, places), gpml(net, places)) == (other["cx2"], other["gpml"])


def test_the_script_is_small():
    assert len(gzip.compress(SCRIPT.read_bytes(), 9, mtime=0)) <= 6200
