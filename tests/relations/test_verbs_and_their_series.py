"""Verbs that no table knows, and series of verbs: a sentence, its arrows, and a near miss without any."""

from __future__ import annotations

import pytest

from sitegen.relations import read_caption

RULES = [
    # rule, sentence, arrows, near miss
    (
        "an unknown verb before V-ing",
        "GAX1 flurbed MEX3, thereby increasing FOX2.",
        "GAX1 + FOX2",
        "GAX1 flurbed MEX3, thereby resembling FOX2.",
    ),
    ("an unknown verb with -s", "GAX1 flurbs MEX3, reducing FOX2.", "GAX1 - FOX2", "GAX1 flurbs MEX3."),
    ("an unknown verb before a noun", "GAX1 flurbed the MEX3 gene, raising FOX2.", "GAX1 + FOX2", "GAX1 flurbed the MEX3 gene."),
    (
        "an unknown verb and V-ing",
        "GAX1 flurbed MEX3 inducing FOX2.",
        "GAX1 + FOX2",
        "GAX1 flurbed MEX3 resembling FOX2.",
    ),
    ("an unknown verb and by V-ing", "GAX1 flurbed MEX3 by blocking FOX2.", "GAX1 - FOX2", "GAX1 flurbed MEX3 by FOX2."),
    ("an unknown verb and to V", "GAX1 flurbs MEX3 to activate FOX2.", "GAX1 + FOX2", "GAX1 flurbs MEX3 to resemble FOX2."),
    (
        "an unknown verb and another",
        "GAX1 flurbed MEX3 and activated FOX2.",
        "GAX1 + FOX2",
        "GAX1 flurbed MEX3 and resembled FOX2.",
    ),
    (
        "an unknown verb after which",
        "GAX1, which flurbed MEX3, activates FOX2.",
        "GAX1 + FOX2",
        "GAX1, which flurbed MEX3, resembles FOX2.",
    ),
    (
        "no unknown verb where there is another",
        "HAX flurbed MEX3 activates FOX2.",
        "MEX3 + FOX2",
        "HAX flurbed MEX3 resembles FOX2.",
    ),
    (
        "an unknown verb after a clause",
        "When RAX4 is active, GAX1 flurbed MEX3, increasing FOX2.",
        "GAX1 + FOX2",
        "When RAX4 is active, GAX1 flurbed MEX3, resembling FOX2.",
    ),
    (
        "none after another",
        "GAX1 activates HAX flurbed MEX3 and inhibits FOX2.",
        "GAX1 + MEX3; GAX1 - FOX2",
        "GAX1 resembles HAX flurbed MEX3.",
    ),
    (
        "no verb with -s where there is another",
        "The HAX intermediaries MEX3 and AKX2 activate FOX2.",
        "MEX3 + FOX2; AKX2 + FOX2",
        "The HAX intermediaries MEX3 and AKX2 resemble FOX2.",
    ),
    ("a sponge", "HX19 acts as a sponge for miR-32.", "HX19 - miR-32", "HX19 acts as a scaffold for miR-32."),
    ("sponging", "HX19 sponged miR-32, raising FOX2.", "HX19 - miR-32; miR-32 - FOX2; HX19 + FOX2", "HX19 showed miR-32."),
    ("an inducer for", "AKX2 is an inducer for MEX3.", "AKX2 + MEX3", "AKX2 is no inducer for MEX3."),
    (
        "respectively before the participle",
        "MEX3 and FOX2 can be respectively activated by AKX2 and GAX1.",
        "AKX2 + MEX3; GAX1 + FOX2",
        "MEX3 and FOX2 can be respectively activated by AKX2, RAX and GAX1.",
    ),
    (
        "respectively after it",
        "MEX3 and FOX2 are inhibited respectively by AKX2 and GAX1.",
        "AKX2 - MEX3; GAX1 - FOX2",
        "MEX3 and FOX2 are inhibited respectively by AKX2, RAX and GAX1.",
    ),
    (
        "respectively before the verb",
        "MEX3 and FOX2 respectively activate AKX2 and GAX1.",
        "MEX3 + AKX2; FOX2 + GAX1",
        "MEX3 and FOX2 respectively activate AKX2, RAX and GAX1.",
    ),
    (
        "one who does both",
        "MEX3 and FOX2 are respectively activated by AKX2.",
        "AKX2 + MEX3; AKX2 + FOX2",
        "MEX3 and FOX2 are respectively resembled by AKX2.",
    ),
    (
        "what each is converted to",
        "Glucose and serine are oxidized to lactate and glycine, respectively.",
        "Glucose 0 lactate; serine 0 glycine",
        "Glucose and serine are oxidized to lactate, NADH and glycine, respectively.",
    ),
    (
        "a series of past verbs",
        "GAX1 increased MEX3, suppressed FOX2, promoted apoptosis and caused necrosis.",
        "GAX1 + MEX3; GAX1 - FOX2; GAX1 + apoptosis; GAX1 + necrosis",
        "GAX1 resembled MEX3, resembled FOX2 and showed necrosis.",
    ),
    (
        "a series after an unknown verb",
        "GAX1 flurbed MEX3, suppressed FOX2 and caused necrosis.",
        "GAX1 - FOX2; GAX1 + necrosis",
        "GAX1 flurbed MEX3, suppressed FOX2.",
    ),
    (
        "no series after a passive",
        "GAX1 is raised by MEX3, reduced FOX2 and increased AKX2.",
        "MEX3 + GAX1",
        "GAX1 is known by MEX3, reduced FOX2 and increased AKX2.",
    ),
    (
        "no series without its and",
        "GAX1 raised MEX3, suppressed by FOX2.",
        "GAX1 + MEX3; FOX2 - MEX3",
        "GAX1 resembled MEX3, showed FOX2.",
    ),
    (
        "a series past a which",
        "GAX1 disrupted MEX3, which binds RAX4, suppressed FOX2 and increased AKX2.",
        "GAX1 - MEX3; MEX3 0 RAX4; GAX1 - FOX2; GAX1 + AKX2",
        "GAX1 showed MEX3, which resembles RAX4, and resembled FOX2.",
    ),
    (
        "a series of a which",
        "GAX1 raised MEX3, which suppressed FOX2 and increased AKX2.",
        "GAX1 + MEX3; MEX3 - FOX2; MEX3 + AKX2",
        "GAX1 resembled MEX3, which resembled FOX2.",
    ),
    (
        "a substance that is made",
        "Glycogen is formed by GAX1 to form MEX3.",
        "GAX1 + Glycogen; GAX1 + MEX3",
        "Glycogen is formed to form MEX3.",
    ),
    (
        "who is catalyzed is not seen",
        "GAX1 is known to form MEX3 and catalyzed by AKX2.",
        "GAX1 + MEX3",
        "GAX1 is known to resemble MEX3 and catalyzed by AKX2.",
    ),
    (
        "binding of DNA",
        "AKX2 increases MEX3 levels, DNA binding, and activity.",
        "AKX2 + MEX3",
        "AKX2 increases DNA binding.",
    ),
    (
        "a short name before a process",
        "Endoplasmic reticulum (ER) stress-mediated induction of MEX3 is strong.",
        "ER stress + MEX3",
        "Endoplasmic reticulum (ER) stress-like induction of MEX3 is strong.",
    ),
    ("a cell beside a short name", "AKX2 sustains MEX3 of XA Mφ.", "AKX2 + MEX3", "AKX2 sustains XA Mφ."),
    ("the former", "AKX2 can bind to the former MEX3.", "AKX2 0 MEX3", "AKX2 can bind to the former."),
    ("helps in", "AKX2 helps in the activation of MEX3.", "AKX2 + MEX3", "AKX2 helps in the study of MEX3."),
    ("consumed", "NADX is consumed by GAX1.", "GAX1 - NADX", "NADX is resembled by GAX1."),
    ("a coordinator", "AKX2 functions as a coordinator of MEX3.", "AKX2 0 MEX3", "AKX2 functions as a picture of MEX3."),
    (
        "transporters of both",
        "AKX2 raises glucose and lactate transporters.",
        "AKX2 + glucose transporters; AKX2 + lactate transporters",
        "AKX2 resembles glucose and lactate transporters.",
    ),
    (
        "a key enzyme",
        "GAX1 is a key enzyme for capsidiol production.",
        "GAX1 + capsidiol",
        "GAX1 is not a key enzyme for capsidiol production.",
    ),
    ("a slash apart", "The RAX3 /MEX3 pathway is lost.", "RAX3 + MEX3", "The RAX3 / MEX3 ratio is lost."),
    (
        "levels of what was cleaved",
        "AKX2 raised MEX3 and cleaved CASX3 levels.",
        "AKX2 + MEX3; AKX2 + CASX3",
        "AKX2 resembled MEX3 and cleaved CASX3 levels.",
    ),
]


def edges(text: str) -> set[str]:
    return {f"{r.source} {r.polarity} {r.target}" for r in read_caption(text)}


@pytest.mark.parametrize(("sentence", "arrows"), [(s, a) for _, s, a, _ in RULES], ids=[r[0] for r in RULES])
def test_a_rule_reads_its_sentence(sentence: str, arrows: str) -> None:
    assert edges(sentence) == set(arrows.split("; "))


@pytest.mark.parametrize("near_miss", [r[3] for r in RULES], ids=[r[0] for r in RULES])
def test_a_rule_reads_nothing_in_its_near_miss(near_miss: str) -> None:
    assert edges(near_miss) == set()


@pytest.mark.parametrize(
    ("sentence", "cells"),
    [
        ("{} (PEM) differ. PEM induce MEX3.", "Peritoneal macrophages"),
        ("{} (PTM) differ. PTM induce MEX3.", "Peritoneal tissue Mφ"),
        ("{} (HC) differ. HC induce MEX3.", "Hepatocytes"),
        ("{} (KAF) differ. KAF induce MEX3.", "Keloid-associated fibroblasts"),
    ],
)
def test_a_short_name_of_cells_is_none(sentence: str, cells: str) -> None:
    short = sentence.split("(")[1].split(")")[0]
    assert edges(sentence.format(cells)) == set()
    assert edges(sentence.format("The ligands")) == {f"{short} + MEX3"}
