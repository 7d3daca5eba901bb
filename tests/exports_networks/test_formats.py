"""What the files say: literal lines, the formats' own rules, and that our readers get the same relations back."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree

import pygraphviz
import pytest
from hypothesis import given as draws
from hypothesis import strategies as st

from sitegen.exports.cx2 import cx2
from sitegen.exports.dot import dot
from sitegen.exports.gpml import gpml
from sitegen.exports.network import figure_network, network
from sitegen.exports.sif import sif
from sitegen.model.figure import ChemicalMention, Figure, GeneMention, Paper
from sitegen.model.relation import RELATION_TYPES, Relation
from sitegen.networks.cx2 import read_cx2
from sitegen.networks.gpml import read_gpml
from sitegen.networks.sif import read_sif
from sitegen.networks.source import clean
from sitegen.text import fold_name

from .support import CASES, given, python_network

NAMESPACE = "{http://pathvisio.org/GPML/2021}"
HEADS = {"Undirected", "Directed", "Conversion", "Inhibition", "Catalysis", "Stimulation", "Binding", "Translocation",
         "TranscriptionTranslation"}
SEEDLIKE = python_network(CASES["seedlike"])
nets = pytest.mark.parametrize("name", CASES)


def test_a_figure_as_a_network():
    human, mouse = "Homo sapiens", "Mus musculus"
    figure = Figure(
        "PMC1__f1", "figures/PMC1__f1.md", Paper("PMC1"), title="A figure", organisms=(human,),
        genes=(GeneMention("10090", mouse, "IL6", "IL6", "Il6", "16193"),
               GeneMention("9606", human, "(IL-6)", "IL6", "IL6", "3569"),
               GeneMention("9606", human, "AMPK", "AMPK", "PRKAA1", "5562"),
               GeneMention("9606", human, "AMPK", "AMPK", "PRKAA2", "5563")),
        chemicals=(ChemicalMention("Ca2+", "D002118"),),
    )
    net = figure_network(figure, [Relation("il 6", "JAK", "activation", "+")])
    assert [(n.label, n.kind, n.genes, n.curie) for n in net.nodes] == [
        ("il 6", "gene", ("3569",), "ncbigene:3569"), ("JAK", "process", (), ""),
        ("AMPK", "family", ("5562", "5563"), ""), ("Ca2+", "chemical", (), "mesh:D002118"),
    ]
    assert (net.ident, net.title, net.organism) == ("PMC1__f1", "A figure", human)


def test_sif():
    assert sif(SEEDLIKE).split("\n") == [
        "IL6\tactivation\tAMPK", "AMPK\tphosphorylation\tAS160", "IL6\tphosphorylation(+)?\tAMPK", "SP600125\tinhibition?\tNFkB",
        "AS160\tother\tAS160", "glucose\tconversion\tglucose-6-P", "hexokinase\tconversion(+)\tglucose-6-P",
        "AS160\ttransport(-)\tglucose uptake", "NFkB\texpression\tSOCS3-like protein with quite a long name indeed",
        "x\trepression\ty", "x\tbinding\tAMPK", "y\tdephosphorylation(-)\tx", "Ca2+", "diabetes", "SOCS3", "",
    ]
    assert sif(python_network(CASES["no relations"])) == "heat shock protein\t\nB\t\n"


def test_dot():
    text = dot(SEEDLIKE)
    assert '  n0 [label="IL6", shape=box, URL="https://www.ncbi.nlm.nih.gov/gene/3569"];' in text
    assert '  n1 [label="AMPK", shape=box3d];' in text
    assert '  n3 -> n4 [arrowhead=tee, class="inhibition", style=dashed, tooltip="SP600125 may inhibit NF-κB."];' in text


@nets
def test_graphviz_reads_the_dot(name):
    net = python_network(CASES[name])
    graph = pygraphviz.AGraph(string=dot(net))
    assert graph.number_of_nodes() == len(net.nodes) and graph.number_of_edges() <= len(net.edges)
    for i, node in enumerate(net.nodes):
        assert graph.get_node(f"n{i}").attr["label"].replace("\\\\", "\\") == node.label
    graph.close()


@nets
def test_cx2_keeps_the_specification(name):
    net = python_network(CASES[name])
    document = json.loads(cx2(net, given(CASES[name])))
    assert document[0] == {"CXVersion": "2.0", "hasFragments": False}
    assert document[-1] == {"status": [{"error": "", "success": True}]}
    aspects = {key: value for part in document[2:-1] for key, value in part.items()}
    assert document[1]["metaData"] == [{"elementCount": len(v), "name": k} for k, v in aspects.items()]
    declared = aspects["attributeDeclarations"][0]
    kinds = {"string": str, "boolean": bool, "list_of_string": list}
    short = {kind: {how.get("a", name): how["d"] for name, how in declared[kind].items()} for kind in ("nodes", "edges")}
    ids = {n["id"] for n in aspects.get("nodes", ())}
    assert len(ids) == len(net.nodes)
    for kind in ("nodes", "edges"):
        for element in aspects.get(kind, ()):
            assert isinstance(element["id"], int)
            assert all(isinstance(value, kinds[short[kind][key]]) for key, value in element["v"].items())
    assert all({e["s"], e["t"]} <= ids for e in aspects.get("edges", ()))
    assert set(aspects["networkAttributes"][0]) == set(declared["networkAttributes"])
    for mapping in aspects["visualProperties"][0]["edgeMapping"].values():
        assert mapping["definition"]["attribute"] in declared["edges"]


def test_cx2_nodes_and_edges():
    aspects = {k: v for part in json.loads(cx2(SEEDLIKE, {0: (7, 9)})) for k, v in part.items()}
    assert aspects["nodes"][0] == {"id": 0, "x": 7, "y": 9, "v": {
        "n": "IL6", "r": "ncbigene:3569", "type": "gene", "ncbigene": ["3569"]}}
    assert aspects["nodes"][1]["v"] == {"n": "AMPK", "type": "family", "ncbigene": ["5562", "5563"]}
    assert aspects["edges"][3] == {"id": 3, "s": 3, "t": 4, "v": {
        "name": "SP600125 (inhibition) NFkB", "i": "inhibition", "polarity": "-", "hedged": True,
        "evidence": "SP600125 may inhibit NF-κB.",
    }}


@nets
def test_gpml_keeps_the_schema(name):
    """The rules of GPML2021.xsd that a writer can break: required attributes, ids, references, order, values."""
    root = ElementTree.fromstring(gpml(python_network(CASES[name]), given(CASES[name])))
    assert root.tag == f"{NAMESPACE}Pathway" and root.get("title")
    assert [child.tag.removeprefix(NAMESPACE) for child in root] == ["Graphics", "DataNodes", "Interactions"]
    ids = [e.get("elementId") for e in root.iter() if e.get("elementId") is not None]
    assert len(ids) == len(set(ids)) and all(re.fullmatch(r"[a-z][a-z0-9]*", i) for i in ids)
    order = ["Xref", "States", "Waypoints", "Graphics", "Comment", "Property"]
    for element in (*root[1], *root[2]):
        places = [order.index(child.tag.removeprefix(NAMESPACE)) for child in element]
        assert places == sorted(places)
    for node in root[1]:
        assert node.get("textLabel") and node.get("type") in ("GeneProduct", "Metabolite", "Disease", "Undefined")
        graphics = node.find(f"{NAMESPACE}Graphics")
        assert graphics is not None and {"centerX", "centerY", "width", "height"} == set(graphics.keys())
        for xref in node.findall(f"{NAMESPACE}Xref"):
            assert xref.get("identifier") and xref.get("dataSource") in ("ncbigene", "chebi", "mesh", "doid")
    for interaction in root[2]:
        points = interaction.findall(f"{NAMESPACE}Waypoints/{NAMESPACE}Point")
        assert len(points) == 2
        for point in points:
            assert point.get("arrowHead") in HEADS and point.get("elementRef") in ids
            assert float(point.get("x")) == int(point.get("x"))


def test_gpml_nodes_and_lines():
    text = gpml(SEEDLIKE, given(CASES["seedlike"]))
    assert ('<DataNode elementId="n0" textLabel="IL6" type="GeneProduct"><Xref identifier="3569" dataSource="ncbigene"/>'
            '<Graphics centerX="120" centerY="90" width="80" height="24"/></DataNode>') in text
    assert ('<DataNode elementId="n1" textLabel="AMPK" type="GeneProduct">'
            '<Graphics centerX="300" centerY="90" width="80" height="24"/>'
            '<Comment source="NCBI Gene">5562 5563</Comment></DataNode>') in text
    assert ('<Interaction elementId="e0"><Waypoints>'
            '<Point elementId="e0a" arrowHead="Undirected" x="160" y="90" elementRef="n0" relX="1" relY="0"/>'
            '<Point elementId="e0b" arrowHead="Stimulation" x="260" y="90" elementRef="n1" relX="-1" relY="0"/></Waypoints>'
            '<Graphics lineStyle="Solid"/><Comment source="evidence">IL-6 activates AMPK.</Comment>'
            '<Property key="relation" value="activation"/></Interaction>') in text


def test_the_grid_holds_no_two_boxes_on_one_another():
    net = network("P", "", "", [Relation(f"protein {i}", f"name that is long {i * 7}", "other") for i in range(40)])
    root = ElementTree.fromstring(gpml(net))
    boxes = [{k: int(v) for k, v in g.attrib.items()} for g in root.iter(f"{NAMESPACE}Graphics") if "centerX" in g.attrib]
    assert len(boxes) == 80
    for i, a in enumerate(boxes):
        for b in boxes[:i]:
            assert abs(a["centerX"] - b["centerX"]) >= (a["width"] + b["width"]) // 2 or abs(a["centerY"] - b["centerY"]) >= 24


names = st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20).map(clean).filter(bool)
relations = st.lists(
    st.builds(Relation, names, names, st.sampled_from(RELATION_TYPES), st.sampled_from("+-0"), st.booleans(),
              st.none() | names, st.just("curated"), st.none(), st.just(1.0)),
    max_size=8,
)


def same_names(relations_: list[Relation]) -> list[Relation]:
    """Each name as it is first spelt, as one node has one label."""
    first: dict[str, str] = {}
    spell = lambda n: first.setdefault(fold_name(n) or n, n)  # noqa: E731
    return list(dict.fromkeys(r._replace(source=spell(r.source), target=spell(r.target)) for r in relations_))


@draws(relations)
def test_what_is_exported_is_read_back(some):
    expected = same_names(some)
    net = network("PMC1__f1", "title", "", some)
    for read, text, origin in ((read_cx2, cx2(net), "cx2"), (read_gpml, gpml(net), "gpml")):
        assert read("x", text) == (tuple(r._replace(origin=origin) for r in expected), ())
    bare = dict.fromkeys(r._replace(origin="sif", evidence=None) for r in expected)
    assert read_sif("x", sif(net)) == (tuple(bare), ())
