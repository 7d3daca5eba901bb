"""Parts played, examples, and what noun phrases and lists hold: a sentence, its arrows, and a near miss without any."""

from __future__ import annotations

RULES = [
    # rule, sentence, arrows, near miss
    (
        "involved in",
        "AKX2 is involved in the degradation of FOX2.",
        "AKX2 - FOX2",
        "AKX2 is not involved in the degradation of FOX2.",
    ),
    ("a role in", "AKX2 plays a key role in the activation of FOX2.", "AKX2 + FOX2", "AKX2 plays a key role in FOX2 cells."),
    ("participates in", "AKX2 participates in the removal of ROS.", "AKX2 - ROS", "AKX2 participates in the study of ROS."),
    (
        "factors that act include",
        "Host factors that promote apoptosis include AKX2 and MEX3.",
        "AKX2 + apoptosis; MEX3 + apoptosis",
        "Host cells that show apoptosis include AKX2 and MEX3.",
    ),
    (
        "inhibitors include",
        "Inhibitors of FOX2 include AKX2 and MEX3.",
        "AKX2 - FOX2; MEX3 - FOX2",
        "Cells of FOX2 mice include AKX2 and MEX3.",
    ),
    ("targets include", "Targets of AKX2 include FOX2.", "AKX2 0 FOX2", "Parts of AKX2 include FOX2."),
    ("agonist and ligand at once", "AKX2 is an agonist/ligand of FOX2.", "AKX2 + FOX2", "AKX2 is a friend/neighbour of FOX2."),
    ("an amplifier of", "AKX2 acts as an amplifier of FOX2.", "AKX2 + FOX2", "AKX2 acts as a neighbour of FOX2."),
    ("behaves as", "AKX2 behaves as an inhibitor of FOX2.", "AKX2 - FOX2", "AKX2 behaves as a part of FOX2."),
    ("a dampening effect", "AKX2 has a dampening effect on FOX2.", "AKX2 - FOX2", "AKX2 has a known effect on FOX2."),
    (
        "not only but also",
        "AKX2 activates not only FOX2 but also MEX3.",
        "AKX2 + FOX2; AKX2 + MEX3",
        "AKX2 resembles not only FOX2 but also MEX3.",
    ),
    (
        "not only, which, but also",
        "AKX2 activates not only FOX2, which inhibits MEX3, but also PAX7.",
        "AKX2 + FOX2; FOX2 - MEX3",
        "AKX2 resembles not only FOX2, which is like MEX3, but also PAX7.",
    ),
    (
        "two objects and a second verb",
        "AKX2 activates MEX3, FOX2 and inhibits PAX7.",
        "AKX2 + MEX3; AKX2 + FOX2; AKX2 - PAX7",
        "AKX2 resembles MEX3, FOX2 and contains PAX7.",
    ),
    (
        "a list before produced by",
        "AKX2 activates MEX3, FOX2 and PAX7 produced by the cells.",
        "AKX2 + MEX3; AKX2 + FOX2; AKX2 + PAX7",
        "AKX2 resembles MEX3, FOX2 and PAX7 produced by the cells.",
    ),
    (
        "activated by one and another by a second",
        "FOX2 is activated by AKX2 and MEX3 by PAX7.",
        "AKX2 + FOX2; PAX7 + MEX3",
        "FOX2 is surrounded by AKX2 and MEX3 by PAX7.",
    ),
    (
        "activation of one by A and of another by B",
        "AKX2 acts through activation of VEX3 by GFX1 and VEX2 by GFX4.",
        "GFX1 + VEX3; GFX4 + VEX2",
        "AKX2 acts through a picture of VEX3 by GFX1 and VEX2 by GFX4.",
    ),
    (
        "or in another place by",
        "AKX2 is degraded in the cytosol by MEX3 or in the nucleus by FOX2.",
        "MEX3 - AKX2; FOX2 - AKX2",
        "AKX2 is found in the cytosol by MEX3 or in the nucleus by FOX2.",
    ),
    (
        "a comma before or by",
        "AKX2 can be inhibited by MEX3 and PAX7, or by FOX2.",
        "MEX3 - AKX2; PAX7 - AKX2; FOX2 - AKX2",
        "AKX2 can be surrounded by MEX3 and PAX7, or by FOX2.",
    ),
    (
        "through two nouns of change",
        "AKX2 acts through inactivation of MEX3 and activation of FOX2.",
        "AKX2 - MEX3; AKX2 + FOX2",
        "AKX2 acts through pictures of MEX3 and colours of FOX2.",
    ),
    (
        "and consequently, a noun",
        "AKX2 leads to activation of MEX3 and consequently, degradation of FOX2.",
        "AKX2 + MEX3; AKX2 - FOX2",
        "AKX2 resembles MEX3 and consequently, FOX2.",
    ),
    (
        "pathway activation",
        "AKX2 induces Notch pathway activation.",
        "AKX2 + Notch",
        "AKX2 resembles Notch pathway activation.",
    ),
    ("two changes at once", "AKX2 promotes the phosphorylation/degradation of FOX2.", "AKX2 - FOX2", "AKX2 resembles FOX2/MEX3."),
    (
        "opposite changes at once",
        "AKX2 promotes the activation/inhibition of FOX2.",
        "AKX2 0 FOX2",
        "AKX2 resembles the activation/inhibition of FOX2.",
    ),
    ("the A GTPase", "The TEX1 GTPase activates FOX2.", "TEX1 + FOX2", "The TEX1 GTPase resembles FOX2."),
    (
        "de novo in a phrase",
        "AKX2 leads to elevated de novo lipogenesis.",
        "AKX2 + lipogenesis",
        "AKX2 resembles elevated de novo lipogenesis.",
    ),
    ("stores of", "AKX2 depletes cellular GSH stores.", "AKX2 - GSH", "AKX2 is near cellular GSH stores."),
    ("a process with a word before it", "AKX2 promotes viral egress.", "AKX2 + viral egress", "AKX2 promotes egress."),
    ("macropinocytosis", "AKX2 promotes macropinocytosis.", "AKX2 + macropinocytosis", "AKX2 promotes the idea."),
    ("membrane bound", "Membrane bound PIP3 activates AKX2.", "PIP3 + AKX2", "Membrane bound PIP3 resembles AKX2."),
]
