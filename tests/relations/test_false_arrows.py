"""Arrows that captions do not state: a sentence, and a near one to which its rule does not apply, with theirs."""

from __future__ import annotations

import pytest

from sitegen.relations import read_caption


def edges(text: str) -> set[str]:
    return {f"{r.source} {r.polarity} {r.target}" for r in read_caption(text, threshold=0.0)}


RULES = [
    # rule, sentence, arrows, near sentence, its arrows
    (
        "reactive before oxygen species",
        "Reactive Oxygen species inhibit FOX9.",
        "Reactive Oxygen species - FOX9",
        "Reactive astrocytes inhibit FOX9.",
        "",
    ),
    (
        "extracellular matrix",
        "MTX3 reduces extracellular matrix accumulation.",
        "MTX3 - extracellular matrix accumulation",
        "MTX3 reduces extracellular KRX7.",
        "MTX3 - KRX7",
    ),
    (
        "alternative splicing",
        "Alternative splicing generates sMTX3.",
        "Alternative splicing + sMTX3",
        "Alternative KRX7 activates MTX3.",
        "KRX7 + MTX3",
    ),
    ("acyl CoA", "MTX3 activates acyl CoA.", "MTX3 + acyl CoA", "MTX3 activates excess CoA.", "MTX3 + CoA"),
    (
        "Greek letter before a number",
        "Activation of the β 2MR increases KRX7.",
        "β 2MR + KRX7",
        "Activation of the 2MR increases KRX7.",
        "2MR + KRX7",
    ),
    (
        "lone Greek letter, decoded wrongly",
        "KRX7 induces IFX-Œ± and Œ≤.",
        "KRX7 + IFX-Œ±",
        "KRX7 induces IFX-Œ± and Œ≤-catenin.",
        "KRX7 + IFX-Œ±; KRX7 + Œ≤-catenin",
    ),
    (
        "place on what stands before",
        "MTX3 cleaves sphingoid base 1-phosphates.",
        "MTX3 0 sphingoid base 1-phosphates",
        "MTX3 cleaves FOX9.",
        "MTX3 0 FOX9",
    ),
    (
        "receptor tyrosine kinase",
        "KRX7 activates Receptor Tyrosine Kinase signaling.",
        "KRX7 + Receptor Tyrosine Kinase",
        "KRX7 activates tyrosine MTX3.",
        "KRX7 + MTX3",
    ),
    (
        "soluble form by its short name",
        "Injury increases soluble uMTX (suMTX).",
        "Injury + suMTX",
        "Injury increases soluble uMTX.",
        "Injury + uMTX",
    ),
    (
        "G proteins",
        "KRX7 activates heterotrimeric G proteins.",
        "KRX7 + G proteins",
        "KRX7 activates the MTX3 proteins.",
        "KRX7 + MTX3",
    ),
    (
        "G proteins with a short name",
        "KRX7 activates a G protein (Gq).",
        "KRX7 + G protein",
        "KRX7 activates a protein (MTX3).",
        "KRX7 + MTX3",
    ),
    ("bracket that begins a name", "(R)-2HG activates FOX9.", "(R)-2HG + FOX9", "(R) KRX7 activates FOX9.", "KRX7 + FOX9"),
    (
        "class and its number",
        "KRX7 induces Class I and FOX9.",
        "KRX7 + FOX9",
        "KRX7 induces type I IFX and FOX9.",
        "KRX7 + type I IFX; KRX7 + FOX9",
    ),
    ("plural and numbers", "MTX3 is activated by SKXs 1 and 2.", "SKX1 + MTX3", "MTX3 is activated by SKX 1.", "SKX 1 + MTX3"),
    (
        "motifs are no names",
        "KRX7 phosphorylates the ITAMs of MTX3.",
        "KRX7 0 MTX3",
        "KRX7 phosphorylates the MTX3.",
        "KRX7 0 MTX3",
    ),
    (
        "residues by their number",
        "KRX7 phosphorylates tyrosine residues Y694 and Y699 of MTX3.",
        "KRX7 0 MTX3",
        "KRX7 phosphorylates S100A4 and MTX3.",
        "KRX7 0 S100A4; KRX7 0 MTX3",
    ),
    (
        "deubiquitination",
        "KRX7 promotes MTX3 deubiquitination.",
        "KRX7 0 MTX3",
        "KRX7 promotes cell cycle progression.",
        "KRX7 + cell cycle progression",
    ),
    ("cells after a dash", "Here AHX-Treg activates FOX9.", "", "Here AHX-TRE1 activates FOX9.", "AHX-TRE1 + FOX9"),
    ("signaling of nobody", "Oncogenic signaling activates FOX9.", "", "Insulin signaling activates FOX9.", "Insulin + FOX9"),
    (
        "complexes that only an adjective tells",
        "A mechanosensory complex activates FOX9.",
        "",
        "The destruction complex activates FOX9.",
        "destruction complex + FOX9",
    ),
    ("bare enzymes", "The lyase activates FOX9.", "", "The aldolase activates FOX9.", "aldolase + FOX9"),
    ("protection", "KRX7 results in protection.", "", "KRX7 results in cell protection.", "KRX7 + cell protection"),
    (
        "inhibitor resistance",
        "KRX7 causes MEX inhibitor resistance.",
        "KRX7 + MEX inhibitor resistance",
        "The MEX inhibitor MXB3 blocks KRX7.",
        "MXB3 - KRX7; MXB3 - MEX",
    ),
    (
        "missing repression",
        "The missing repression of FOX9 due to KRX7.",
        "KRX7 + FOX9",
        "The repression of FOX9 due to KRX7.",
        "KRX7 - FOX9",
    ),
    (
        "class before a substance",
        "KRX7 produces the isothiocyanate sulforaphane.",
        "KRX7 + sulforaphane",
        "KRX7 produces the allyl sulforaphane.",
        "KRX7 + allyl sulforaphane",
    ),
    (
        "two names of one thing in a chain",
        "The RAX-ERK/MAPK pathway activates FOX9.",
        "ERK/MAPK + FOX9; RAX + ERK/MAPK",
        "The RAX-ERK/RSX pathway activates FOX9.",
        "RSX + FOX9; RAX + ERK; ERK + RSX",
    ),
    (
        "ligands that stand for each other",
        "The insulin/IGF-1/PIX3 pathway.",
        "insulin/IGF-1 + PIX3",
        "The insulin/PIX3 pathway.",
        "insulin + PIX3",
    ),
    (
        "steps in their known order",
        "KRX7 activates the ERK/MEK pathway.",
        "KRX7 + MEK; MEK + ERK",
        "KRX7 activates the MEK/ERK pathway.",
        "KRX7 + MEK; MEK + ERK",
    ),
    (
        "unknown order stays",
        "KRX7 activates the GAX1/FOX9 pathway.",
        "KRX7 + GAX1; GAX1 + FOX9",
        "KRX7 resembles the GAX1/FOX9 genes.",
        "",
    ),
    (
        "slash inside a dash chain",
        "The EGX-Rac1/Cdc42-PAX pathway.",
        "EGX + Rac1/Cdc42; Rac1/Cdc42 + PAX",
        "The EGX/Rac1/PAX pathway.",
        "EGX + Rac1; Rac1 + PAX",
    ),
    (
        "guard of a pathway",
        "KRX7 activates the Keap1/NRX2 pathway.",
        "KRX7 + NRX2; Keap1 0 NRX2",
        "KRX7 activates Keap1.",
        "KRX7 + Keap1",
    ),
    (
        "names that begin with c-",
        "KRX7 represses the c-Fos/c-FLIP pathway.",
        "KRX7 - c-Fos; c-Fos + c-FLIP",
        "KRX7 represses the Fos/FosB pathway.",
        "KRX7 - Fos/FosB",
    ),
    ("steps of microRNAs", "The H19/let-7 axis.", "H19 0 let-7", "The TGX/miR-21 axis.", "TGX + miR-21"),
    ("step of a microRNA to its target", "The miR-495/PHLX pathway.", "miR-495 0 PHLX", "The GAX1/PHLX pathway.", "GAX1 + PHLX"),
    (
        "MAPK after a chain",
        "KRX7 activates the RAX-MEX MAPK cascade.",
        "KRX7 + RAX; RAX + MEX MAPK",
        "KRX7 activates p38 MAPK.",
        "KRX7 + p38 MAPK",
    ),
    ("acyl carrier", "Acyl-ACX signaling.", "", "GAX-ACX signaling.", "GAX + ACX"),
    ("family and member", "TLX4 initiates TLX signaling.", "", "RAX initiates RAXSF1 signaling.", "RAX + RAXSF1"),
    ("family, bound", "LPX binds to LPX1.", "LPX 0 LPX1", "LPX binds to LPX.", ""),
    ("joined with a dot", "KRX7 activates KRX7·TCX4.", "", "KRX7 activates TCX4.", "KRX7 + TCX4"),
    (
        "back into its own chain",
        "The PKX/CRX pathway is augmented by CRX.",
        "PKX + CRX",
        "The PKX/CRX pathway is augmented by FOX9.",
        "FOX9 + PKX; PKX + CRX",
    ),
    (
        "glued pathway",
        "KRX7 activates PIX3-AKX-MTXpathway.",
        "KRX7 + PIX3; PIX3 + AKX; AKX + MTX",
        "KRX7 activates PIX3-AKX-MTX.",
        "KRX7 + PIX3-AKX-MTX",
    ),
    (
        "interaction of joined names",
        "KRX7 promotes the GAX1-FOX9 interaction.",
        "KRX7 + GAX1; KRX7 + FOX9; GAX1 0 FOX9",
        "KRX7 promotes TGF-beta interaction with FOX9.",
        "KRX7 + TGF-beta; TGF-beta 0 FOX9",
    ),
    (
        "binding of joined names acts",
        "AGX2-ATX1 binding activates FOX9.",
        "AGX2 + FOX9; ATX1 + FOX9; AGX2 0 ATX1",
        "The AGX2-ATX1 complex activates FOX9.",
        "AGX2-ATX1 complex + FOX9",
    ),
    ("it is unclear if", "It is unclear if KRX7 activates FOX9.", "", "It is clear that KRX7 activates FOX9.", "KRX7 + FOX9"),
    (
        "it is not known how",
        "It is not known how KRX7 activates FOX9.",
        "",
        "It is known how KRX7 activates FOX9.",
        "KRX7 + FOX9",
    ),
    ("how A acts is unknown", "How KRX7 activates FOX9 is unknown.", "", "How KRX7 activates FOX9.", "KRX7 + FOX9"),
    (
        "list of infinitives after a passive",
        "FOX9 is inhibited by KRX7 to reduce lipolysis, and induce apoptosis.",
        "KRX7 - FOX9; KRX7 - lipolysis; KRX7 + apoptosis",
        "FOX9 is activated by KRX7 to reduce lipolysis, and induce apoptosis.",
        "KRX7 + FOX9; KRX7 - lipolysis; KRX7 + apoptosis",
    ),
    (
        "list of infinitives of who is allowed",
        "KRX7 allows GAX1 to bind MTX3 and activate FOX9.",
        "KRX7 + GAX1; GAX1 0 MTX3; GAX1 + FOX9",
        "KRX7 allows GAX1 to bind MTX3 and activates FOX9.",
        "KRX7 + GAX1; GAX1 0 MTX3; KRX7 + FOX9",
    ),
    (
        "to V after which is",
        "KRX7 targets SMX7, which is a negative regulator of FOX9, to promote lipolysis.",
        "KRX7 0 SMX7; SMX7 - FOX9; KRX7 + lipolysis",
        "KRX7 targets SMX7, which binds FOX9 to promote lipolysis.",
        "KRX7 0 SMX7; SMX7 0 FOX9; SMX7 + lipolysis",
    ),
    (
        "converted, and a clause",
        "KRX7 cleaves GAX1 into MTX3 and FOX9 is incorporated into RISC.",
        "GAX1 0 MTX3; KRX7 + MTX3",
        "KRX7 cleaves GAX1 into MTX3 and FOX9.",
        "GAX1 0 MTX3; GAX1 0 FOX9; KRX7 + MTX3; KRX7 + FOX9",
    ),
    (
        "two conversions",
        "KRX7 converts GAX1 to MTX3 and PTX5 converts MTX3 to FOX9.",
        "GAX1 0 MTX3; KRX7 + MTX3; MTX3 0 FOX9; PTX5 + FOX9",
        "KRX7 converts GAX1 to MTX3 and FOX9.",
        "GAX1 0 MTX3; GAX1 0 FOX9; KRX7 + MTX3; KRX7 + FOX9",
    ),
    (
        "rather than",
        "KRX7 blocks TNX release rather than inducing FOX9.",
        "KRX7 - TNX",
        "KRX7 blocks TNX release by inducing FOX9.",
        "KRX7 - TNX; KRX7 + FOX9",
    ),
    (
        "effect blocked",
        "KRX7 blocks the effect of MTX3 on FOX9.",
        "",
        "KRX7 blocks the inhibitory effect of MTX3 on FOX9.",
        "KRX7 + FOX9; MTX3 - FOX9",
    ),
    (
        "its own activity",
        "KRX7 binds MTX3 to repress its GAX activity.",
        "KRX7 0 MTX3",
        "KRX7 binds MTX3 to repress GAX activity.",
        "KRX7 0 MTX3; KRX7 - GAX",
    ),
    (
        "needed for an effect",
        "KRX7 is essential for the effect of MTX3 on FOX9.",
        "KRX7 0 FOX9",
        "KRX7 is essential for the activation of MTX3.",
        "KRX7 + MTX3",
    ),
    (
        "effect that depends",
        "The effect of BMX signaling is dependent on WNX.",
        "",
        "BMX signaling is dependent on WNX.",
        "WNX + BMX",
    ),
    (
        "mediates dependent signaling",
        "ABX-dependent signaling is mediated by NAX.",
        "",
        "ABX signaling is mediated by NAX.",
        "NAX + ABX",
    ),
    (
        "inhibits, which reduces",
        "KRX7 inhibits FOX9, which reduces MTX3.",
        "KRX7 - FOX9",
        "KRX7 activates FOX9, which reduces MTX3.",
        "KRX7 + FOX9; FOX9 - MTX3",
    ),
    (
        "which depends, of nothing named",
        "KRX7 leads to changes, which depend on FOX9.",
        "",
        "KRX7 leads to lipolysis, which depends on FOX9.",
        "KRX7 + lipolysis; FOX9 + lipolysis",
    ),
    (
        "it, where something moved to",
        "KRX7 causes translocation of MTX3 to the nucleus, where it activates FOX9.",
        "KRX7 + MTX3; MTX3 + FOX9",
        "KRX7 binds MTX3 in the nucleus, where it activates FOX9.",
        "KRX7 0 MTX3; KRX7 + FOX9",
    ),
    (
        "pathways mediated by",
        "Import mediated by KRX7, and export pathways mediated by FOX9.",
        "",
        "Import of KRX7 mediated by FOX9.",
        "FOX9 + KRX7",
    ),
]


def told(arrows: str) -> set[str]:
    return {arrow for arrow in arrows.split("; ") if arrow}


@pytest.mark.parametrize(("rule", "sentence", "arrows", "near", "near_arrows"), RULES, ids=[r[0] for r in RULES])
def test_what_is_stated_and_no_more(rule: str, sentence: str, arrows: str, near: str, near_arrows: str) -> None:
    assert edges(sentence) == told(arrows), rule
    assert edges(near) == told(near_arrows), rule


def test_no_rule_is_told_twice() -> None:
    assert len({rule for rule, *_ in RULES}) == len(RULES)
