"""What "which", "that" and "to V" point back to, where a list or a clause ends: a sentence with its arrows, a near miss."""

from __future__ import annotations

import pytest

from sitegen.relations import lexis, read_caption

RULES = [
    # rule, sentence, arrows, near miss
    (
        "what is required to do something does it",
        "AKX2 activates FXO1 required to maintain MEX3.",
        "AKX2 + FXO1; FXO1 + MEX3",
        "AKX2 recruits the factors required to maintain MEX3.",
    ),
    (
        "which with a verb in the singular means the last of two",
        "AKX2 activates FXO1 and MEX3, which inhibits PTX4.",
        "AKX2 + FXO1; AKX2 + MEX3; MEX3 - PTX4",
        "Cells in mice and in FXO1, which is red.",
    ),
    (
        "which with a verb in the singular means an unnamed last one",
        "AKX2 binds FXO1 through MEX3 and its own domain, which inhibits PTX4.",
        "AKX2 0 FXO1",
        "Of MEX3 and the kinase, which inhibits PTX4, little is left.",
    ),
    (
        "that means what contains a name, or the name",
        "AKX2 activates FXO1 and another kinase containing MEX3 that inhibits PTX4.",
        "AKX2 + FXO1",
        "A kinase containing MEX3 that inhibits PTX4.",
    ),
    (
        "what may come of a lessening is not said of the thing",
        "AKX2 lowers FXO1 which may lead to apoptosis.",
        "AKX2 - FXO1",
        "The cells lower it which may lead to apoptosis.",
    ),
    (
        "what can come of the thing is",
        "AKX2 lowers FXO1 which can lead to apoptosis.",
        "AKX2 - FXO1; FXO1 + apoptosis",
        "AKX2 is lower which can lead nowhere.",
    ),
    (
        "an or after a which belongs to the head",
        "AKX2 and AKX3, which inhibit FXO1, or MEX3, suppress PTX4.",
        "AKX2 - FXO1; AKX3 - FXO1; AKX2 - PTX4; AKX3 - PTX4; MEX3 - PTX4",
        "Cells, which lack FXO1, or MEX3, suppress it.",
    ),
    (
        "two heads with a which each",
        "AKX2, which inhibits FXO1, and MEX3, which activates FXO5, suppress PTX4.",
        "AKX2 - FXO1; MEX3 + FXO5; AKX2 - PTX4; MEX3 - PTX4",
        "Cells, which lack FXO1, and mice, which lack FXO5, suppress it.",
    ),
    (
        "a list after which stays one where the verb goes on with and",
        "AKX2, which inhibits FXO1, and MEX3 and suppresses PTX4.",
        "AKX2 - FXO1; AKX2 - MEX3; AKX2 - PTX4",
        "Cells, which lack FXO1, and MEX3 and suppress it.",
    ),
    (
        "a clause of its own after which",
        "AKX2, which inhibits FXO1, and MEX3 suppresses PTX4.",
        "AKX2 - FXO1; MEX3 - PTX4",
        "AKX2, which is red, and MEX3 and its form.",
    ),
    (
        "polymerization is said of what polymerizes",
        "Polymerization of FXO1 activates MEX3.",
        "FXO1 + MEX3",
        "Polymerization activates MEX3.",
    ),
    (
        "depolymerization is a loss",
        "Depolymerization of FXO1 activates MEX3.",
        "FXO1 - MEX3",
        "Depolymerization activates MEX3.",
    ),
    (
        "polymerization of a common substance is a name",
        "AKX2 induces actin polymerization.",
        "AKX2 + actin polymerization",
        "AKX2 induces polymerization.",
    ),
    (
        "after which begins a clause",
        "FXO1 is degraded by AKX2, after which MEX3 activates PTX4.",
        "AKX2 - FXO1; MEX3 + PTX4",
        "After which of the MEX3 forms does it move?",
    ),
    (
        "a name spelled out in capitals has a short one",
        "MEX3 activates LONGIFOLIA (LO), and LO activates PTX4.",
        "MEX3 + LO; LO + PTX4",
        "Increased LONGIFOLIA (LO) accumulation promotes LO.",
    ),
    (
        "what is reversed had a sign before",
        "FXO1-induced apoptosis is reversed by MEX3.",
        "FXO1 + apoptosis; MEX3 - apoptosis",
        "In the absence of AKX2, the FXO1 pathway is reversed upon MEX3 treatment.",
    ),
    (
        "what is buffered does nothing",
        "AKX2 buffers calcium levels, allowing MEX3 to degrade PTX4.",
        "AKX2 + MEX3; MEX3 - PTX4",
        "Cells in calcium buffers, allowing growth.",
    ),
    (
        "products of a fermentation are no chain",
        "AKX2 inhibits the acetone-butanol-ethanol fermentation pathway.",
        "AKX2 - acetone-butanol-ethanol",
        "The acetone-butanol-ethanol fermentation pathway.",
    ),
    (
        "a receptor by what it is for in a list",
        "MEX3 activates FXO1 and receptor for apical kinase entry (RAKE).",
        "MEX3 + FXO1; MEX3 + RAKE",
        "MEX3 activates the ligand for apical kinases (AK) of cells.",
    ),
    (
        "substances in brackets are members of their class",
        "MEX3 secretes organic acids (malate and succinate).",
        "MEX3 + malate; MEX3 + succinate",
        "MEX3 secretes acids (weak and strong).",
    ),
    (
        "what cells reduce with is a name",
        "MEX3 and FXO1 generate reducing power.",
        "MEX3 + reducing power; FXO1 + reducing power",
        "MEX3 and FXO1 generate power.",
    ),
    (
        "all of which is each of a list",
        "AKX2 activates FXO1 and MEX3, both of which inhibit PTX4.",
        "AKX2 + FXO1; AKX2 + MEX3; FXO1 - PTX4; MEX3 - PTX4",
        "Cells and mice, both of which lack PTX4 and FXO1.",
    ),
    (
        "one of which has a subject of its own",
        "AKX2 activates FXO1, one of which MEX3 contributes to activation of PTX4.",
        "AKX2 + FXO1; MEX3 + PTX4",
        "FXO1 and MEX3, one of which inhibits PTX4.",
    ),
    (
        "and then to goes on with what is made",
        "AKX2 converts glucose to FXO1 and then to MEX3.",
        "glucose 0 FXO1; AKX2 + FXO1; FXO1 0 MEX3; AKX2 + MEX3",
        "Glucose moves to FXO1 and then to MEX3.",
    ),
    (
        "and then to with who makes it",
        "Glucose is converted to FXO1 and then to MEX3 by AKX2.",
        "Glucose 0 FXO1; FXO1 0 MEX3; AKX2 + MEX3",
        "Glucose is left to FXO1 and then to MEX3.",
    ),
    (
        "what is fixed into something turns into it",
        "CO2 is fixed into malate by AKX2.",
        "CO2 0 malate; AKX2 + malate",
        "The FXO1 and MEX3 cells were fixed in ethanol.",
    ),
    (
        "a loss of two that results in something",
        "AKX2 induces loss of FXO1 and MEX3 that results in apoptosis.",
        "AKX2 - FXO1; AKX2 - MEX3; FXO1 - apoptosis; MEX3 - apoptosis",
        "Loss of cells and mice that results in apoptosis.",
    ),
    (
        "what results from something comes of it",
        "Apoptosis resulting from loss of FXO1 is blocked by MEX3.",
        "FXO1 - Apoptosis; MEX3 - Apoptosis",
        "The FXO1 and MEX3 networks resulting from the search are large.",
    ),
    (
        "substances in a short name are no chain",
        "The octanol-butanol-ethanol (OBE) pathway is induced by MEX3.",
        "MEX3 + OBE",
        "The Octanol-Butanol-Ethanol (OBE) pathway.",
    ),
    (
        "proteins in a short name are",
        "The PIX3-AKX1-MEX3 (PAM) pathway.",
        "PIX3 + AKX1; AKX1 + MEX3",
        "The PIX3 (P) and MEX3 (M) cells.",
    ),
    (
        "the enzymes of a list are its members",
        "MEX3 raises the antioxidant enzymes of SODX, PODX, and AKX2.",
        "MEX3 + SODX; MEX3 + PODX; MEX3 + AKX2",
        "MEX3 raises the enzymes of the FXO1 pathway.",
    ),
    (
        "what something results in does something",
        "MEX3 results in FXO1 binding to PTX4.",
        "MEX3 + FXO1; FXO1 0 PTX4",
        "Cells grow in the FXO1 cortex binding to PTX4.",
    ),
    (
        "a marked change is in no drawing",
        "Loss of FXO1 causes a marked reduction of MEX3.",
        "FXO1 + MEX3",
        "FXO1 and the marked MEX3 activate PTX4.",
    ),
    (
        "drugs by their class and what is fixed are names",
        "FXO1 induces antibiotics, sugars and nitrogen fixation.",
        "FXO1 + sugars; FXO1 + antibiotics; FXO1 + nitrogen fixation",
        "FXO1 and MEX3 induce mediators and fixation.",
    ),
    (
        "a panel's letter before a symbol begins a sentence",
        "(A) The cells move to the target genes (B) MEX3 activates PTX4.",
        "MEX3 + PTX4",
        "(A) The cells move to the genes of (B) MEX3 and PTX4.",
    ),
]


def edges(text: str) -> set[str]:
    return {f"{r.source} {r.polarity} {r.target}" for r in read_caption(text)}


@pytest.mark.parametrize(("sentence", "arrows"), [(s, a) for _, s, a, _ in RULES], ids=[r[0] for r in RULES])
def test_a_rule_reads_its_sentence(sentence: str, arrows: str) -> None:
    assert edges(sentence) == set(arrows.split("; "))


@pytest.mark.parametrize("near_miss", [r[3] for r in RULES], ids=[r[0] for r in RULES])
def test_a_near_miss_states_nothing(near_miss: str) -> None:
    assert edges(near_miss) == set()


def test_no_form_with_s_is_a_base_form_too() -> None:
    assert [text for text, kinds in lexis.KINDS.items() if {"base", "s"} <= kinds] == []
