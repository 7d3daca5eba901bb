"""GPML, 2013a and 2021, on an invented pathway of 42 nodes, and what each rule says on its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.networks.gpml import read_gpml
from sitegen.networks.gpml_xml import MAX_DEPTH
from sitegen.networks.source import MAX_BYTES

DATA = Path(__file__).parent / "data"
FROST = """
FROSTIN            | FRZR1                 | binding (0)
FROSTIN            | FRZR2                 | binding (0)
FRZR1              | KRXA:KRXB:KRXG        | activation (+)
FRZR2              | KRXA:KRXB:KRXG        | activation (+)
KRXA:KRXB:KRXG     | STAVE3                | phosphorylation (0)
STAVE3             | COLD1                 | expression (+)
STAVE3             | COLD2                 | expression (+)
miR-9001           | COLD2                 | repression (-)
IKAL               | STAVE3                | inhibition (-)
PHOX2              | STAVE3                | activation (+)
GLYZ               | glyzose-6-P           | conversion (0)
HKZ                | glyzose-6-P           | conversion (+)
ATP                | glyzose-6-P           | conversion (0)
GLYZ               | ADP                   | conversion (0)
lactin             | glyzose-6-P           | inhibition (-)
glyzose-6-P        | trehalin              | conversion (0)
TRZ1               | trehalin              | conversion (+)
trehalin           | lactin                | conversion (0)
lactin             | trehalin              | conversion (0)
LDZ                | lactin                | conversion (+)
LDZ                | trehalin              | conversion (+)
SOZ1               | RASZ                  | activation (+)
RASZ               | MAPZK                 | other (0)
MAPZK              | MAPZ1                 | activation (+)
MAPZK              | MAPZ2                 | activation (+)
MAPZ1              | STAVE5/6 dimer        | activation (+)
MAPZ2              | STAVE5/6 dimer        | activation (+)
STAVE5/6 dimer     | HSBP9                 | expression (+)
Ca2+               | CALZ                  | binding (0)
CALZ               | Membrane leak         | inhibition (-)
AQZ4               | glycerol              | transport (0)
STAVE3             | Nucleus               | transport (0)
UBZ3               | PTZ1                  | other (0)
resverin           | SIRZ1                 | activation (+)
NADH               | SIRZ1                 | activation (+)
SIRZ1              | PGCZ                  | other (0)
PGCZ               | Cold & shock response | other (0)
IKBZ               | NFZB                  | inhibition (-)
NFZB               | IKBZ                  | expression (+)
RASZ               | RASZ                  | activation (+)
MAPZ2              | MAPZ1                 | activation (+)
"""
NAMESPACE = {"2013a": "http://pathvisio.org/GPML/2013a", "2021": "http://pathvisio.org/GPML/2021"}


def said(relations):
    return [(r.source, r.target, f"{r.type} ({r.polarity})") for r in relations]


def small(body: str, version: str = "2021") -> str:
    return f'<Pathway xmlns="{NAMESPACE[version]}" title="t">\n{body}\n</Pathway>'


def node(ident: str, label: str, group: str = "", kind: str = "Protein") -> str:
    member = f' groupRef="{group}"' if group else ""
    return f'<DataNode elementId="{ident}" textLabel="{label}" type="{kind}"{member}/>'


def line(start: str, end: str, head: str, *, back: str = "Undirected", anchor: str = "", ident: str = "i", more: str = "") -> str:
    anchors = f'<Anchor elementId="{anchor}" position="0.5"/>' if anchor else ""
    return (
        f'<Interaction elementId="{ident}"><Waypoints><Point elementId="x" arrowHead="{back}" elementRef="{start}"/>'
        f'<Point elementId="y" arrowHead="{head}" elementRef="{end}"/>{anchors}</Waypoints>{more}</Interaction>'
    )


A_B = node("a", "A") + node("b", "B") + node("c", "C")


@pytest.mark.parametrize(("version", "headless", "loose"), [("2013a", 382, 389), ("2021", 389, 396)])
def test_a_whole_pathway(version, headless, loose):
    path = f"frost-{version}.gpml"
    relations, problems = read_gpml(path, (DATA / path).read_bytes())
    assert said(relations) == [tuple(cell.strip() for cell in row.split("|")) for row in FROST.strip().split("\n")]
    assert {r.origin for r in relations} == {"gpml"}
    assert [r.evidence for r in relations if r.evidence] == ["Seen in frozen cells only."]
    assert [(p.path, p.line, p.code) for p in problems] == [(path, headless, "W304"), (path, loose, "W304")]
    assert "1 line " in problems[0].message and "2 lines " in problems[1].message


@pytest.mark.parametrize("head, expected", [
    ("Directed", "other (0)"), ("Stimulation", "activation (+)"), ("Inhibition", "inhibition (-)"),
    ("Catalysis", "activation (+)"), ("Binding", "binding (0)"), ("Conversion", "conversion (0)"),
    ("Translocation", "transport (0)"), ("TranscriptionTranslation", "expression (+)"), ("Arrow", "other (0)"),
    ("TBar", "inhibition (-)"), ("mim-necessary-stimulation", "activation (+)"), ("mim-covalent-bond", "binding (0)"),
    ("mim-cleavage", "other (0)"), ("MIM-INHIBITION", "inhibition (-)"), ("a-head-of-tomorrow", "other (0)"),
])
def test_arrowheads(head, expected):
    relations, problems = read_gpml("x.gpml", small(A_B + line("a", "b", head)))
    assert said(relations) == [("A", "B", expected)] and not problems


@pytest.mark.parametrize("head", ["Undirected", "Line", ""])
def test_a_line_without_a_head_is_left_out_and_said_so(head):
    relations, problems = read_gpml("x.gpml", small(A_B + "\n" + line("a", "b", head)))
    assert relations == () and [(p.code, p.line) for p in problems] == [("W304", 3)]


@pytest.mark.parametrize("reaction, actor, expected", [
    ("Conversion", "Catalysis", "conversion (+)"),
    ("Conversion", "Stimulation", "activation (+)"),
    ("Conversion", "Inhibition", "inhibition (-)"),
    ("Conversion", "Conversion", "conversion (0)"),
    ("Conversion", "Directed", "other (0)"),
    ("Inhibition", "Inhibition", "activation (+)"),
    ("Inhibition", "Stimulation", "inhibition (-)"),
    ("Stimulation", "Catalysis", "activation (+)"),
    ("Stimulation", "Inhibition", "inhibition (-)"),
    ("TranscriptionTranslation", "Stimulation", "expression (+)"),
    ("TranscriptionTranslation", "Inhibition", "repression (-)"),
    ("Binding", "Catalysis", "binding (+)"),
    ("Translocation", "Catalysis", "transport (+)"),
])
def test_acting_on_a_reaction(reaction, actor, expected):
    body = A_B + line("a", "b", reaction, anchor="n") + line("c", "n", actor, ident="j")
    relations, _ = read_gpml("x.gpml", small(body))
    assert said(relations)[1:] == [("C", "B", expected)]


def test_acting_on_a_line_without_a_head_says_nothing():
    relations, problems = read_gpml("x.gpml", small(A_B + line("a", "b", "Undirected", anchor="n") + line("c", "n", "Catalysis")))
    assert relations == () and len(problems) == 2


def test_a_branch_comes_from_what_the_reaction_comes_from():
    relations, _ = read_gpml("x.gpml", small(A_B + line("a", "b", "Stimulation", anchor="n") + line("n", "c", "Inhibition")))
    assert said(relations) == [("A", "B", "activation (+)"), ("A", "C", "inhibition (-)")]
    relations, _ = read_gpml("x.gpml", small(A_B + line("a", "b", "Binding", anchor="n") + line("n", "c", "Stimulation")))
    assert said(relations)[1:] == [("A", "C", "activation (+)"), ("B", "C", "activation (+)")]


def test_lines_anchored_in_a_ring_end():
    body = A_B + line("a", "m", "Stimulation", anchor="n") + line("b", "n", "Stimulation", anchor="m")
    relations, problems = read_gpml("x.gpml", small(body))
    assert relations == () and problems[0].code == "W304"


def test_a_chain_of_anchors():
    body = A_B + node("d", "D") + line("a", "b", "Conversion", anchor="n") + line("c", "n", "Catalysis", anchor="o")
    relations, _ = read_gpml("x.gpml", small(body + line("d", "o", "Inhibition")))
    assert said(relations)[1:] == [("C", "B", "conversion (+)"), ("D", "B", "inhibition (-)")]


def test_groups():
    members = node("d", "D", "g") + node("e", "E", "g")
    for kind, expected in (("Group", ["D", "E"]), ("Analog", ["D", "E"]), ("Complex", ["D:E"])):
        group = f'<Group elementId="g" type="{kind}"/>'
        relations, _ = read_gpml("x.gpml", small(A_B + members + line("g", "a", "Binding") + group))
        assert [r.source for r in relations] == expected
    named = '<Group elementId="g" type="Complex" textLabel="DE"/>'
    relations, _ = read_gpml("x.gpml", small(A_B + members + line("g", "a", "Binding") + named))
    assert [r.source for r in relations] == ["DE"]


def test_a_large_group_with_a_name_stands_for_itself():
    members = "".join(node(f"m{i}", f"M{i}", "g") for i in range(13))
    for label, count in (('textLabel="Histones" ', 1), ("", 13)):
        group = f'<Group elementId="g" {label}/>'
        relations, _ = read_gpml("x.gpml", small(A_B + members + line("a", "g", "Inhibition") + group))
        assert len(relations) == count


def test_groups_in_a_ring_end():
    body = A_B + node("d", "D", "g") + '<Group elementId="g" groupRef="h"/><Group elementId="h" groupRef="g"/>'
    relations, _ = read_gpml("x.gpml", small(body + line("a", "h", "Inhibition")))
    assert said(relations) == [("A", "D", "inhibition (-)")]


def test_our_own_note_on_a_line_counts_before_its_head():
    note = '<Property key="relation" value="dephosphorylation(-)?"/>'
    relations, _ = read_gpml("x.gpml", small(A_B + line("a", "b", "Directed", more=note)))
    assert said(relations) == [("A", "B", "dephosphorylation (-)")] and relations[0].hedged


def test_names_hold_no_control_characters_and_stay_short():
    body = node("a", "A&#9;\u202e\u0085 b" + "x" * 500) + node("b", "B") + line("a", "b", "Binding")
    (relation,), _ = read_gpml("x.gpml", small(body))
    assert relation.source.startswith("A bxxx") and len(relation.source) <= 200


BOMB = '<!DOCTYPE p [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE p [<!ENTITY x SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize("text, code, line_number", [
    (BOMB + small(node("a", "&b;")), "E308", 1),
    ("\n" + OUTSIDE + small(node("a", "&x;")), "E308", 2),
    ('<?xml version="1.0"?>\n\n<!DOCTYPE Pathway SYSTEM "http://localhost/x.dtd">' + small(""), "E308", 3),
    (small("&undeclared;"), "E305", 2),
    (small("<DataNode"), "E305", 3),
    (small("<DataNode/>\n</Wrong>"), "E305", 3),
    (small("\x01"), "E305", 2),
    ("", "E305", 1),
    ("SIF\tand\tnot XML", "E305", 1),
    ("<svg/>", "E307", 1),
    ('<Pathway xmlns="http://genmapp.org/GPML/2010a"/>', "E307", 1),
    (small("<a>" * MAX_DEPTH), "E306", 2),
    (small("<a>" * 100_000), "E306", 2),
    (small("<a/>" * 300_000), "E306", 2),
    ('<?xml version="1.0" encoding="no-such-code"?><Pathway/>', "E307", 1),
    (b'<?xml version="1.0" encoding="no-such-code"?><Pathway/>', "E305", 1),
    (b"\xff\xfe\x00", "E305", 1),
    (b'<Pathway xmlns="http://pathvisio.org/GPML/2021">\n\xc3(</Pathway>', "E305", 2),
    (b"x" * (MAX_BYTES + 1), "E306", 0),
    ("\ud800", "E101", 0),
])
def test_faults(text, code, line_number):
    relations, (problem,) = read_gpml("x.gpml", text)
    assert relations == () and (problem.code, problem.line) == (code, line_number)


def test_utf_16_is_xml_too():
    text = '<?xml version="1.0" encoding="utf-16"?>' + small(A_B + line("a", "b", "Binding"))
    relations, _ = read_gpml("x.gpml", text.encode("utf-16"))
    assert said(relations) == [("A", "B", "binding (0)")]


def test_too_many_relations_stop_the_reading():
    sides = "".join(node(f"{g}{i}", f"{g}{i}", g) for g in ("s", "t") for i in range(3000))
    body = sides + '<Group elementId="s"/><Group elementId="t"/>' + line("s", "t", "Inhibition")
    relations, (problem,) = read_gpml("x.gpml", small(body))
    assert len(relations) == 5000 and problem.code == "E306"
