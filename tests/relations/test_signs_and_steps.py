"""Signs that another word said, "itself", "it" of nobody, abilities, numbered steps: a sentence, its arrows, a near miss."""

from __future__ import annotations

import pytest

from sitegen.relations import read_caption
from sitegen.relations.arguments import Edge
from sitegen.relations.choice import Found, alike
from sitegen.relations.names.name import Name

RULES = [
    # rule, sentence, arrows, near miss
    (
        "its recognition says no sign",
        "AKX2 phosphorylates FXO1, leading to its recognition and degradation.",
        "AKX2 - FXO1",
        "AKX2 was there, leading to its recognition and degradation.",
    ),
    (
        "its ubiquitination says no sign either",
        "AKX2 phosphorylates FXO1, leading to its recruitment, ubiquitination and breakdown.",
        "AKX2 - FXO1",
        "AKX2 moves, leading to its recruitment, ubiquitination and breakdown.",
    ),
    (
        "what another noun is of",
        "AKX2 methylates FXO1, causing its ubiquitination and activation of NKX3.",
        "AKX2 0 FXO1; AKX2 + NKX3; FXO1 + NKX3",
        "AKX2 migrates, causing its ubiquitination and activation of cells.",
    ),
    (
        "a change without a sign leads to one with a sign",
        "AKX2 binds FXO1, promoting its ubiquitination, leading to inhibition of NKX3.",
        "AKX2 0 FXO1; FXO1 0 NKX3; AKX2 - NKX3",
        "The cell divides, promoting its ubiquitination, leading to inhibition of growth.",
    ),
    (
        "a name itself",
        "AKX2 itself activates FXO1 and blocks NKX3.",
        "AKX2 + FXO1; AKX2 - NKX3",
        "AKX2 binds itself.",
    ),
    (
        "itself as an object",
        "AKX2 phosphorylates itself and activates FXO1.",
        "AKX2 + FXO1",
        "The cells activate themselves and divide.",
    ),
    (
        "it is important to",
        "AKX2 inhibits FXO1, and it is important to activate NKX3.",
        "AKX2 - FXO1",
        "AKX2 is expressed, and it is necessary to inhibit FXO1.",
    ),
    (
        "it is able to",
        "AKX2 is expressed, and it is able to inhibit FXO1.",
        "AKX2 - FXO1",
        "AKX2 is expressed. It is possible to inhibit FXO1.",
    ),
    (
        "who changes an ability leads on",
        "AKX2 reduces the ability of FXO1 to bind NKX3, leading to apoptosis.",
        "AKX2 - FXO1; FXO1 0 NKX3; FXO1 - apoptosis; AKX2 + apoptosis",
        "The ability of cells to bind the matrix was seen, leading to apoptosis.",
    ),
    (
        "what cells are able to do",
        "AKX2 decreased the capability of macrophages to release FXO1, leading to downregulation of NKX3.",
        "AKX2 - NKX3",
        "The cells have the capability of macrophages to release FXO1, leading to downregulation of NKX3.",
    ),
    (
        "a list goes on after an ability",
        "AKX2 inhibits FXO1 by reducing the ability of NKX3 to bind BEX4 and increasing apoptosis.",
        "AKX2 - FXO1; AKX2 - NKX3; NKX3 0 BEX4; AKX2 + apoptosis",
        "The cells grow by reducing the ability of other cells to bind and increasing apoptosis.",
    ),
    (
        "an ability as a subject",
        "The ability of AKX2 to bind FXO1 is inhibited by NKX3.",
        "AKX2 0 FXO1; NKX3 - AKX2",
        "The ability of cells to divide is inhibited by stress of the cells.",
    ),
    (
        "two relatives in a subject",
        "AKX2 that binds FXO1 that is phosphorylated activates NKX3.",
        "AKX2 0 FXO1; AKX2 + NKX3",
        "Cells that contain FXO1 that is phosphorylated are killed by AKX2.",
    ),
    (
        "a step's number begins a sentence",
        "(1) AKX2 activates the FXO1 protein (2) Curcumin inhibits NKX3 (3) Apoptosis is induced by BEX4.",
        "AKX2 + FXO1; Curcumin - NKX3; BEX4 + Apoptosis",
        "The first (1) Curcumin and (3) Quercetin of AKX2.",
    ),
    (
        "a number that no other one precedes",
        "AKX2 activates the hepatic (2) Quercetin and FXO1.",
        "AKX2 + FXO1; AKX2 + Quercetin",
        "The hepatic (2) Quercetin and FXO1.",
    ),
    (
        "a repair is less of what is repaired",
        "AKX2 promotes the repair of DNA damage and resolution of inflammation.",
        "AKX2 - DNA damage; AKX2 - inflammation",
        "The repair of DNA damage and resolution of inflammation need time.",
    ),
    (
        "what is repaired gets less",
        "DNA damage is repaired by AKX2 and FXO1 repairs the nuclear DSB.",
        "AKX2 - DNA damage; FXO1 - DSB",
        "DNA damage is repaired by the cells.",
    ),
    ("the repair of a thing", "AKX2 promotes DNA repair.", "AKX2 + DNA repair", "The cells promote the repair."),
    (
        "a small word after a passive verb",
        "AKX2 is turned off by FXO1, and NKX3 is taken up by BEX4.",
        "FXO1 - AKX2; BEX4 + NKX3",
        "AKX2 is turned off by the user, and NKX3 is taken up by cells.",
    ),
    (
        "a preposition before by",
        "AKX2 is acted upon by FXO1 and bound to by NKX3.",
        "FXO1 0 AKX2; NKX3 0 AKX2",
        "AKX2 is acted upon in FXO1.",
    ),
    (
        "turned on",
        "AKX2 is turned on by FXO1.",
        "FXO1 + AKX2",
        "AKX2 is turned on in FXO1.",
    ),
    (
        "bioreduced",
        "Toluquinone is bioreduced to hydroquinone by AKX2.",
        "Toluquinone 0 hydroquinone; AKX2 + hydroquinone",
        "Toluquinone is bioreduced in the cells.",
    ),
    (
        "while without a subject",
        "AKX2 activates FXO1, while reduces NKX3.",
        "AKX2 + FXO1; AKX2 - NKX3",
        "AKX2 was there, while cells reduces NKX3.",
    ),
    (
        "because of a name",
        "Because of AKX2, FXO1 is inhibited.",
        "AKX2 - FXO1",
        "Because of the heat, FXO1 is inhibited.",
    ),
    (
        "due to less of a name",
        "Due to loss of AKX2, FXO1 is reduced.",
        "AKX2 + FXO1",
        "Due to loss of time, FXO1 is reduced.",
    ),
    (
        "nouns that leave a name as it is",
        "AKX2 decreases the half-life of FXO1 and reduces the severity and duration of inflammation.",
        "AKX2 - FXO1; AKX2 - inflammation",
        "AKX2 decreases the half-life and the severity.",
    ),
    (
        "introduction of a name",
        "The introduction of AKX2 results in FXO1 expression.",
        "AKX2 + FXO1",
        "The introduction of the method results in FXO1 expression.",
    ),
    (
        "what adjectives do not name",
        "AKX2 disturbs the redox balance.",
        "AKX2 - redox balance",
        "AKX2 maintains a dynamic balance.",
    ),
    (
        "cells with a short name",
        "Glucose activates AKX2.",
        "Glucose + AKX2",
        "Glucose activates GEnCs.",
    ),
    (
        "a number that counts",
        "FXO1 and FXO2 are induced by AKX2.",
        "AKX2 + FXO1; AKX2 + FXO2",
        "Genes of FXO-1 and 35 that are genes induced by cells of AKX2.",
    ),
    (
        "another gene is meant",
        "In addition to genes induced by AKX2, the kinase FXO1 that activates NKX3 is found.",
        "FXO1 + NKX3",
        "In addition to two genes that are induced by AKX2, the only gene that depends on FXO1 is known.",
    ),
    (
        "what is no substance turns into nothing",
        "AKX2 evokes superoxide formation, which is converted to peroxide.",
        "AKX2 + superoxide; superoxide 0 peroxide",
        "Cells evoke a wave through the TCA cycle, which is converted to peroxide.",
    ),
    (
        "which after what is inhibited",
        "AKX2 is an inhibitor of FXO1, which activates NKX3.",
        "AKX2 - FXO1; FXO1 + NKX3",
        "AKX2 is an inhibitor, which is known.",
    ),
    (
        "a metabolite",
        "AKX2 is a metabolite of retinol, which is taken up by FXO1.",
        "retinol 0 AKX2; FXO1 + retinol",
        "AKX2 is a metabolite, which is taken up by cells.",
    ),
    (
        "less of one and more of another",
        "AKX2 leads to loss of FXO1, elevated NKX3, and apoptosis.",
        "AKX2 - FXO1; AKX2 + NKX3; AKX2 + apoptosis",
        "The heat leads to loss of FXO1, elevated NKX3, and apoptosis.",
    ),
    (
        "which after a modification",
        "AKX2 catalyzes the polyubiquitination of FXO1, which activates NKX3.",
        "AKX2 0 FXO1; FXO1 + NKX3",
        "The cell catalyzes the polyubiquitination of proteins, which activates NKX3.",
    ),
    (
        "which after less of a modification",
        "AKX2 decreases the methylation of FXO1, which is mediated by NKX3.",
        "AKX2 0 FXO1; NKX3 0 FXO1",
        "The methylation of FXO1 takes time.",
    ),
    (
        "what comes of a means",
        "AKX2 grows by inhibiting FXO1, leading to NKX3 expression.",
        "AKX2 - FXO1; AKX2 + NKX3; FXO1 - NKX3",
        "The tissue grows by inhibiting cells, leading to NKX3 expression.",
    ),
    (
        "what may not come of a means",
        "AKX2 grows by targeting FXO1, thereby promoting NKX3 expression.",
        "AKX2 0 FXO1; AKX2 + NKX3",
        "The tissue grows by targeting cells, thereby promoting NKX3 expression.",
    ),
    (
        "a class with its number",
        "AKX2 inhibits MHC class II expression and binds MHC class I/II.",
        "AKX2 - MHC class II; AKX2 0 MHC class I/II",
        "AKX2 inhibits class II.",
    ),
    (
        "several target",
        "AKX2 and FXO1 target NKX3 to activate BEX4.",
        "AKX2 0 NKX3; FXO1 0 NKX3; AKX2 + BEX4; FXO1 + BEX4",
        "AKX2 and FXO1 target genes of cells.",
    ),
    (
        "a target is a noun beside another verb",
        "AKX2 and the FXO1 target NKX3 inhibit BEX4.",
        "AKX2 - BEX4; NKX3 - BEX4; FXO1 0 NKX3",
        "Scheme of AKX2 and FXO1 target NKX3.",
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


def found(source: str, target: str, confidence: float, sign: int = 1, kind: str = "shape", pattern: str = "active") -> Found:
    return Found(Edge(Name(source, "shape"), Name(target, kind), "activation", sign, pattern), (0, 9), confidence)


def test_a_member_of_a_list_just_below_the_threshold_is_as_sure_as_the_surest() -> None:
    sure, short = found("AKX2", "FXO1", 0.8), found("NKX3", "FXO1", 0.71)
    assert [f.confidence for f in alike([sure, short], 0.72)] == [0.8, 0.8]


@pytest.mark.parametrize(
    "other",
    [
        found("NKX3", "FXO1", 0.6),
        found("NKX3", "FXO1", 0.71, sign=-1),
        found("NKX3", "FXO1", 0.71, pattern="relative"),
        found("NKX3", "BEX4", 0.71),
        found("AKX2", "apoptosis", 0.71, kind="process"),
        found("AKX2", "BEX4", 0.71, sign=0),
    ],
    ids=["far", "sign", "pattern", "ends", "process", "unsigned"],
)
def test_another_arrow_stays_below_the_threshold(other: Found) -> None:
    unsigned = found("AKX2", "FXO1", 0.8, sign=0)
    assert alike([found("AKX2", "FXO1", 0.8), unsigned, other], 0.72)[-1] == other
