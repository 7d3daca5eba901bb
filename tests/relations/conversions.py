"""Conversions told by other words than "converted": a sentence, its arrows, and a near miss without any."""

from __future__ import annotations

RULES = [
    # rule, sentence, arrows, near miss
    ("turns into", "Squalene spontaneously oxidizes to lanosterol.", "Squalene 0 lanosterol", "Squalene moves to lanosterol."),
    ("derives from", "GPX4 derives from pyruvate.", "pyruvate 0 GPX4", "GPX4 derives from muscle."),
    ("what does not arise from a substance", "AKX2 inhibits FOX2.", "AKX2 - FOX2", "Cancer arises from AKX2."),
    (
        "metabolized by E producing",
        "Glutamate is metabolized by GPX2 producing alanine.",
        "GPX2 0 Glutamate; Glutamate 0 alanine; GPX2 + alanine",
        "Glutamate is known in GPX2 producing cells.",
    ),
    (
        "a product beside another one",
        "Glucose is converted to pyruvate, generating lactate.",
        "Glucose 0 pyruvate; Glucose + lactate",
        "Glucose is known, generating tissue.",
    ),
    (
        "hydrolyzes to produce",
        "CYX1 hydrolyzes AKX2 to produce MEX3.",
        "CYX1 0 AKX2; CYX1 + MEX3; AKX2 0 MEX3",
        "CYX1 resembles AKX2 to a degree.",
    ),
    (
        "phosphorylates to produce",
        "CYX1 phosphorylates AKX2 to produce lactate.",
        "CYX1 0 AKX2; CYX1 + lactate",
        "CYX1 is phosphorylated.",
    ),
    (
        "catalyzes the cyclization to form",
        "CYX1 catalyzes the cyclization of GGPX to form CPX4.",
        "CYX1 0 GGPX; CYX1 + CPX4; GGPX 0 CPX4",
        "CYX1 and the cyclization.",
    ),
    (
        "via an enzyme",
        "The pathway converts glucosamine to glutamate via the enzyme GFX2.",
        "glucosamine 0 glutamate; GFX2 + glutamate",
        "The pathway goes via the enzyme GFX2.",
    ),
    ("cleavage into", "Cleavage of AKX2 into MEX3 is needed.", "AKX2 0 MEX3", "Cleavage of AKX2 into pieces is needed."),
    (
        "what acts into nothing",
        "MEX3 is hydrolyzed by the action of AKX2 into adenosine.",
        "MEX3 0 adenosine; AKX2 0 adenosine",
        "The action of AKX2 into adenosine.",
    ),
    (
        "condensation of two",
        "Condensation of IPX1 and DMX2 produces GPX4.",
        "IPX1 0 GPX4; DMX2 0 GPX4",
        "Condensation of cells produces tissue.",
    ),
    (
        "undergoes",
        "Lupeol undergoes hydroxylation by CYX1 to produce PPX3.",
        "CYX1 0 Lupeol; Lupeol 0 PPX3; CYX1 + PPX3",
        "Lupeol undergoes hydroxylation.",
    ),
    (
        "undergoes into",
        "Lupeol undergoes hydroxylation into PPX3 by CYX1.",
        "Lupeol 0 PPX3; CYX1 + PPX3",
        "Lupeol undergoes PPX3.",
    ),
    (
        "a step catalyzed by",
        "Glucose is converted to lactate, a step catalyzed by LDX2.",
        "Glucose 0 lactate; LDX2 + lactate",
        "Glucose and lactate, a step catalyzed by cells.",
    ),
    (
        "broken down",
        "Citrate is broken down into oxaloacetate by ACX2.",
        "Citrate 0 oxaloacetate; ACX2 + oxaloacetate",
        "Citrate is broken by hand.",
    ),
    ("translated into", "VPX RNA is translated into MEX3.", "VPX 0 MEX3", "VPX RNA is seen in MEX3."),
]
