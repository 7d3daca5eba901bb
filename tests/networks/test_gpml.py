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


def test_a_branch_needs_no_product_of_the_reaction():
    body = A_B + line("a", "", "Stimulation", anchor="n") + line("n", "c", "Inhibition", ident="j")
    relations, (problem,) = read_gpml("x.gpml", small(body))
    assert said(relations) == [("A", "C", "inhibition (-)")]
    assert problem.message == "1 line left out: an end is attached to nothing that has a name"


def test_acting_on_a_reaction_needs_none_that_it_comes_from():
    body = A_B + line("", "b", "Conversion", anchor="n") + line("c", "n", "Catalysis", ident="j")
    relations, problems = read_gpml("x.gpml", small(body))
    assert said(relations) == [("C", "B", "conversion (+)")] and len(problems) == 1


@pytest.mark.parametrize("start, end, expected", [("a", "b", ["A", "B"]), ("a", "", ["A"]), ("", "", [])])
def test_a_branch_of_a_line_without_a_head_comes_from_the_nodes_that_it_joins(start, end, expected):
    relations, _ = read_gpml("x.gpml", small(A_B + line(start, end, "Undirected", anchor="n") + line("n", "c", "Stimulation")))
    assert [(r.source, r.target) for r in relations] == [(source, "C") for source in expected]


def test_a_trunk_that_branches_off_a_reaction_comes_from_where_it_begins():
    trunk = line("n", "", "Undirected", anchor="m", ident="j") + line("m", "c", "Stimulation", ident="k")
    relations, _ = read_gpml("x.gpml", small(A_B + line("a", "b", "Stimulation", anchor="n") + trunk))
    assert said(relations)[1:] == [("A", "C", "activation (+)")]


def test_a_loose_end_is_attached_to_no_anchor_or_state_without_an_id():
    anchored = line("a", "b", "Stimulation", more='<Graphics><Anchor Position="0.5"/></Graphics>')
    body = A_B + anchored + '<State GraphRef="c" TextLabel="P"/>' + line("", "c", "Inhibition") + line("a", "", "Inhibition")
    relations, (problem,) = read_gpml("x.gpml", small(body))
    assert said(relations) == [("A", "B", "activation (+)")] and problem.message.startswith("2 lines left out: an end is")


def test_why_a_line_with_two_ends_says_nothing():
    body = A_B + node("d", "A") + line("a", "d", "Translocation")
    body += line("a", "b", "Undirected", anchor="n", ident="j") + line("c", "n", "Catalysis", ident="k")
    relations, problems = read_gpml("x.gpml", small(body))
    assert relations == () and [p.message for p in problems] == [
        "1 line left out: both ends have the same name",
        "1 line left out: without an arrowhead they state no direction",
        "1 line left out: they are attached to a line of which an end or the direction is not known",
    ]


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


@pytest.mark.parametrize("style, expected", [("Group", ["D", "E"]), ("Complex", ["D:E"])])
def test_members_of_a_group_need_no_id(style, expected):
    members = '<DataNode TextLabel="D" GroupRef="g"/><DataNode TextLabel="E" GroupRef="g"/>'
    body = A_B + members + f'<Group GroupId="g" GraphId="h" Style="{style}"/>' + line("h", "a", "Binding")
    relations, _ = read_gpml("x.gpml", small(body))
    assert [r.source for r in relations] == expected


def test_a_large_group_with_a_name_stands_for_itself():
    members = "".join(node(f"m{i}", f"M{i}", "g") for i in range(13))
    for label, count in (('textLabel="Histones" ', 1), ("", 13)):
        group = f'<Group elementId="g" {label}/>'
        relations, _ = read_gpml("x.gpml", small(A_B + members + line("a", "g", "Inhibition") + group))
        assert len(relations) == count


@pytest.mark.parametrize("size, count", [(12, 144), (13, 0)])
def test_a_line_between_crowds_says_nothing(size, count):
    sides = "".join(node(f"{g}{i}", f"{g}{i}", g) for g in ("s", "t") for i in range(size))
    body = A_B + sides + '<Group elementId="s"/><Group elementId="t"/>' + line("s", "t", "Inhibition")
    relations, problems = read_gpml("x.gpml", small(body))
    assert len(relations) == count
    assert [p.message for p in problems] == ["1 line left out: they join groups with too many members"] * (not count)


def test_lines_that_meet_again_and_again_say_each_thing_once():
    body = A_B + line("a", "b", "Directed", back="Directed", anchor="n0")
    body += "".join(line(f"n{i}", f"n{i}", "Directed", back="Directed", anchor=f"n{i + 1}") for i in range(2000))
    relations, problems = read_gpml("x.gpml", small(body))
    assert len(relations) == 4 and not problems


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
    members = "".join(node(f"t{i}", f"T{i}", "t") for i in range(100)) + '<Group elementId="t"/>'
    body = members + "".join(node(f"s{i}", f"S{i}") + line(f"s{i}", "t", "Inhibition", ident=f"i{i}") for i in range(51))
    relations, (problem,) = read_gpml("x.gpml", small(body))
    assert len(relations) == 5000 and problem.code == "E306"
