"""Names with a number, names of ions and processes, and lists that share a word: a sentence, its arrows, and a near miss."""

from __future__ import annotations

import pytest

from sitegen.relations import read_caption


def edges(text: str) -> set[str]:
    return {f"{r.source} {r.polarity} {r.target}" for r in read_caption(text)}


RULES = [
    # rule, sentence, arrows, near miss
    (
        "an enzyme's number",
        "FOX2 activates caspase 8, which activates caspase 3.",
        "FOX2 + caspase 8; caspase 8 + caspase 3",
        "FOX2 was there in phase 8, which activates case 3.",
    ),
    (
        "an enzyme's number before a suffix",
        "AKX2 triggers caspase 8-mediated caspase 3 activation.",
        "AKX2 + caspase 3; caspase 8 + caspase 3",
        "AKX2 triggers day 8-mediated responses.",
    ),
    ("two numbers", "ERK 1/2 increases AKX2 expression.", "ERK 1/2 + AKX2", "Day 1/2 increases AKX2 expression."),
    (
        "type I of a name",
        "AKX2 inhibits type I IFX and IL-6.",
        "AKX2 - type I IFX; AKX2 - IL-6",
        "AKX2 inhibits type I cells.",
    ),
    (
        "a dash shares the name",
        "FOX2 activates caspase-9 and -3.",
        "FOX2 + caspase-9; FOX2 + caspase-3",
        "FOX2 is at caspase-9 and -3.",
    ),
    (
        "a Greek letter shares the name",
        "FOX2 binds IFX-λ1, -λ2, and -λ3.",
        "FOX2 0 IFX-λ1; FOX2 0 IFX-λ2; FOX2 0 IFX-λ3",
        "FOX2 and IFX-λ1, -λ2, and -λ3.",
    ),
    ("a number shares the name", "FOX2 activates ERX1 and 2.", "FOX2 + ERX1; FOX2 + ERX2", "FOX2 is near ERX1 and 2."),
    ("a number of days", "FOX2 activates ERX1 and 2 days of growth.", "FOX2 + ERX1", "FOX2 lasts 1 and 2 days."),
    (
        "numbers after a plural",
        "AKX2 activates caspases 3, 7 and 9.",
        "AKX2 + caspase 3; AKX2 + caspase 7; AKX2 + caspase 9",
        "AKX2 activates cases 3, 7 and 9.",
    ),
    (
        "letters after a plural",
        "AKX2 activates cyclins D1 and E1.",
        "AKX2 + cyclin D1; AKX2 + cyclin E1",
        "AKX2 and cyclins D1 and E1.",
    ),
    ("two names beside each other", "AKX2 activates FOX2 and E2.", "AKX2 + FOX2; AKX2 + E2", "FOX2 and E2."),
    (
        "a plural with dashes",
        "Caspases-3, -6 and -7 cause apoptosis.",
        "Caspase-3 + apoptosis; Caspase-6 + apoptosis; Caspase-7 + apoptosis",
        "Days -3, -6 and -7 cause apoptosis.",
    ),
    (
        "an ion's concentration",
        "AKX2 leads to an increase in [Ca2+]i, which inhibits FOX2.",
        "AKX2 + Ca2+; Ca2+ - FOX2",
        "AKX2 leads to an increase in [12], which inhibits FOX2.",
    ),
    ("G proteins", "PTX blocks Gi.", "PTX - Gi", "PTX blocks It."),
    ("drug resistance", "AKX2 induces drug resistance.", "AKX2 + drug resistance", "AKX2 induces drugs."),
    ("vaso-occlusion", "Vaso-occlusion activates AKX2.", "Vaso-occlusion + AKX2", "Occlusion activates it."),
    ("less by shutdown", "AKX2 causes shutdown of FOX2.", "AKX2 - FOX2", "AKX2 and the shutdown."),
    (
        "an adverb between commas",
        "FOX2 activates AKX2 and, subsequently, MEX3.",
        "FOX2 + AKX2; FOX2 + MEX3",
        "FOX2, AKX2 and, subsequently, MEX3.",
    ),
    (
        "a bacterium acts",
        "H. pylori-induced AKX2 expression is reduced by FOX2.",
        "FOX2 - AKX2; H. pylori + AKX2",
        "H. pylori-infected AKX2 cells.",
    ),
    (
        "a cascade of MAPX",
        "AKX2 activates the Rax-MEX-ERX MAPK cascade.",
        "AKX2 + Rax; Rax + MEX; MEX + ERX",
        "The Rax-MEX-ERX MAPK gene.",
    ),
    (
        "long names with a slash",
        "FOX2 activates the phosphatide kinase (PIX3)/protein kinase B (AKX2) pathway.",
        "FOX2 + PIX3; PIX3 + AKX2",
        "The phosphatide kinase (PIX3)/protein kinase B (AKX2) gene.",
    ),
    (
        "a chain after a short name",
        "FOX2 activates the phosphatide kinase (PIX3)/AKX2/TORX pathway.",
        "FOX2 + PIX3; PIX3 + AKX2; AKX2 + TORX",
        "The kinase one (PIX3) and the other (YAX) pathways.",
    ),
    (
        "an activation acts",
        "AKX2 inhibits MEX3 activation-mediated apoptosis.",
        "AKX2 - apoptosis; MEX3 + apoptosis",
        "AKX2 and cell activation-mediated parts.",
    ),
    (
        "abbreviations glued to a sentence",
        "AKX2 activates MEX3.Abbreviations: MEX3, a gene; AKX2, a kinase; FOX2, a factor.",
        "AKX2 + MEX3",
        "Abbreviations: MEX3, a gene; AKX2, a kinase; FOX2, a factor.",
    ),
    (
        "aspects of",
        "AKX2 regulates crucial aspects of cell migration.",
        "AKX2 0 cell migration",
        "AKX2 regulates crucial aspects.",
    ),
    ("ions", "Ca2+ ions trigger PLX2 activation.", "Ca2+ + PLX2", "Ca2+ ions and PLX2 activation."),
    (
        "of A and of B",
        "AKX2 inhibits activation of the MTX1 pathway and of FOX2.",
        "AKX2 - MTX1; AKX2 - FOX2",
        "Parts of the MTX1 pathway and of FOX2.",
    ),
    (
        "a verb without its -s",
        "The MEX3 receptor phosphorylate FOX2, which is known.",
        "MEX3 receptor 0 FOX2",
        "The MEX3 receptor phosphorylate pool.",
    ),
    (
        "to a lesser extent",
        "AKX2 is inhibited by MEX3, PLX1 and, to a lesser extent, FOX2.",
        "MEX3 - AKX2; PLX1 - AKX2; FOX2 - AKX2",
        "MEX3, PLX1 and, to a lesser extent, FOX2.",
    ),
    (
        "in company",
        "Together with AKX2 and MEX3, FOX2 activates STX5.",
        "AKX2 + STX5; MEX3 + STX5; FOX2 + STX5",
        "Together with AKX2 and MEX3, FOX2 is there.",
    ),
    (
        "all of a list",
        "AKX2, MEX3 and FOX2 all lead to STX5 activation.",
        "AKX2 + STX5; MEX3 + STX5; FOX2 + STX5",
        "AKX2, MEX3 and FOX2 all led by STX5.",
    ),
    (
        "by A and also by B",
        "FOX2 is induced by AKX2 and indirectly by MEX3 and PLX1.",
        "AKX2 + FOX2; MEX3 + FOX2; PLX1 + FOX2",
        "FOX2 is by AKX2 and indirectly by MEX3 and PLX1.",
    ),
    ("kinases like A", "AKX2 activates kinases like MEX3 and FOX2.", "AKX2 + MEX3; AKX2 + FOX2", "AKX2 acts like MEX3 and FOX2."),
    (
        "pathways involving A",
        "AKX2 activates a range of signalling pathways involving MEX3, JNX1 and FOX2.",
        "AKX2 + MEX3; AKX2 + JNX1; AKX2 + FOX2",
        "AKX2 activates cells involving MEX3, JNX1 and FOX2.",
    ),
    (
        "a complex comprising A",
        "FOX2 is inhibited by an endocytic complex comprising AKX2 and MEX3.",
        "AKX2 - FOX2; MEX3 - FOX2",
        "FOX2 forms a complex comprising AKX2 and MEX3.",
    ),
    (
        "a common name in brackets",
        "AKX2 induces markers (FOX2 and synaptotagmin).",
        "AKX2 + FOX2; AKX2 + synaptotagmin",
        "AKX2 induces markers (upper and lower).",
    ),
    (
        "what comes later is not lost",
        "Loss of FOX2 and, subsequently, MEX3 inhibits apoptosis.",
        "FOX2 + apoptosis; MEX3 - apoptosis",
        "Loss of FOX2 and, subsequently, MEX3.",
    ),
]


@pytest.mark.parametrize(("sentence", "arrows"), [(s, a) for _, s, a, _ in RULES], ids=[r[0] for r in RULES])
def test_a_rule_reads_its_sentence(sentence: str, arrows: str) -> None:
    assert edges(sentence) == set(arrows.split("; "))


@pytest.mark.parametrize("near_miss", [r[3] for r in RULES], ids=[r[0] for r in RULES])
def test_a_near_miss_states_nothing(near_miss: str) -> None:
    assert edges(near_miss) == set()
