"""Arrows told by other words than a plain verb: a sentence, its arrows, and a near miss without any."""

from __future__ import annotations

RULES = [
    # rule, sentence, arrows, near miss
    (
        "through interaction with",
        "AKX2 activates FOX2 through its interaction with MEX3.",
        "AKX2 + FOX2; AKX2 0 MEX3",
        "AKX2 resembles FOX2 through its interaction with cells.",
    ),
    (
        "activated through association with",
        "FOX2 is activated through association with AKX2.",
        "AKX2 + FOX2",
        "FOX2 is seen through association with AKX2.",
    ),
    (
        "activation of A through its interaction with",
        "AKX2 inhibits FOX2.",
        "AKX2 - FOX2",
        "Activation of FOX2 through its interaction with MEX3.",
    ),
    (
        "via binding to",
        "AKX2 activates FOX2 via binding to MEX3.",
        "AKX2 + FOX2; AKX2 0 MEX3",
        "AKX2 resembles FOX2 via binding sites.",
    ),
    (
        "through a change of",
        "AKX2 induces FOX2 through MEX3 inhibition.",
        "AKX2 + FOX2; AKX2 - MEX3",
        "AKX2 resembles FOX2 through MEX3 cells.",
    ),
    (
        "a place before by",
        "Phosphorylation of FOX2 in the nucleus by AKX2 is fast.",
        "AKX2 0 FOX2",
        "Growth of FOX2 in the nucleus by AKX2 is fast.",
    ),
    (
        "by and what comes after it",
        "FOX2 activation in the cells by AKX2 and the subsequent vascular response is fast.",
        "AKX2 + FOX2",
        "FOX2 staining in the cells by AKX2 and the subsequent vascular response is fast.",
    ),
    ("by binding to DNA", "AKX2 activates FOX2 by binding to DNA.", "AKX2 + FOX2", "AKX2 acts by binding to DNA."),
    ("form a complex", "AKX2 and FOX2 form a complex.", "AKX2 0 FOX2", "AKX2 and FOX2 form homodimers."),
    ("known to be", "AKX2 is known to be an inhibitor of FOX2.", "AKX2 - FOX2", "AKX2 is known to be a part of FOX2."),
    (
        "upregulated during infection",
        "FOX2 is upregulated during MEX virus infection.",
        "MEX virus + FOX2",
        "FOX2 is upregulated during the night.",
    ),
    ("after treatment", "FOX2 is inhibited after MEX3 treatment.", "MEX3 - FOX2", "FOX2 is stained after MEX3 treatment."),
    (
        "targeted for phosphorylation by",
        "FOX2 is targeted for phosphorylation by AKX2, aided by MEX3.",
        "AKX2 0 FOX2",
        "FOX2 is targeted for phosphorylation in cells.",
    ),
    (
        "targeted for degradation by",
        "FOX2 is targeted for degradation by AKX2.",
        "AKX2 - FOX2",
        "FOX2 is targeted for degradation.",
    ),
    (
        "protects cells from",
        "AKX2 protects the cells from apoptosis.",
        "AKX2 - apoptosis",
        "AKX2 protects the cells from the outside.",
    ),
    ("protects a protein from", "AKX2 protects FOX2 from degradation.", "AKX2 + FOX2", "AKX2 hides FOX2 from degradation."),
    ("out of cells by", "FOX2 is transported out of cells by AKX2.", "AKX2 + FOX2", "FOX2 is taken out of cells with AKX2."),
    (
        "released from stores by",
        "Ca2+ is released from intracellular stores by IPX3.",
        "IPX3 + Ca2+",
        "Ca2+ is found in intracellular stores by IPX3.",
    ),
    (
        "condensation by an enzyme to form",
        "The first step is the condensation of glucose by phytoene synthase (PSX) to form phytoene.",
        "PSX 0 glucose; glucose 0 phytoene; PSX + phytoene",
        "The first step is the picture of glucose by the authors to form an idea.",
    ),
    (
        "conversion to one and further to another",
        "The conversion of glucose to pyruvate and further to lactate by LDX5 is slow.",
        "glucose 0 pyruvate; pyruvate 0 lactate; LDX5 + lactate",
        "The way of cells to the liver and further to the heart is slow.",
    ),
    (
        "undergoes oxidation by an enzyme to",
        "Retinol undergoes oxidation by ADX4 to retinal.",
        "Retinol 0 retinal; ADX4 + retinal",
        "Retinol undergoes tests by the authors.",
    ),
    (
        "phosphorylation of a substance to",
        "The pathway involves phosphorylation of glucose to galactose by HKX1.",
        "glucose 0 galactose; HKX1 + galactose",
        "The pathway involves pictures of glucose to galactose.",
    ),
    (
        "units of",
        "Two units of glucose are converted to maltose.",
        "glucose 0 maltose",
        "Two units of glucose are similar to maltose.",
    ),
]
