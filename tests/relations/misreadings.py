"""Arrows that long captions do not state: a sentence with its arrows, and a near one with its own."""

from __future__ import annotations

RULES = [
    # rule, sentence, arrows, near sentence, its arrows
    (
        "two names of one kinase after a chain",
        "AKX2 activates the PI3K-PKB/AKT pathway.",
        "AKX2 + PI3K; PI3K + PKB/AKT",
        "AKX2 activates the PI3K-AKT/MTX3 pathway.",
        "AKX2 + PI3K; PI3K + AKT; AKT + MTX3",
    ),
    (
        "a heterodimer is no chain",
        "AKX2 activates the PPARα-RXR pathway.",
        "AKX2 + PPARα-RXR",
        "AKX2 activates the PPARα-MTX3 pathway.",
        "AKX2 + PPARα; PPARα + MTX3",
    ),
    (
        "a worm's protein and its mammalian one",
        "AKX2 activates the PMK-1/p38 MAPK pathway.",
        "AKX2 + PMK-1/p38 MAPK",
        "AKX2 activates the PMK-1/FOX9 pathway.",
        "AKX2 + PMK-1; PMK-1 + FOX9",
    ),
    ("a place by its short name", "AKX2 affects the TAL.", "", "AKX2 affects the FOX9 gene.", "AKX2 0 FOX9"),
    (
        "a short name that spells out -inducing",
        "AKX2 requires a proliferation-inducing ligand (APXIL).",
        "APXIL + AKX2",
        "AKX2 requires an apoptosis-inducing ligand, FOX9.",
        "FOX9 + AKX2",
    ),
    (
        "a short name that spells out activated",
        "FOX9-β activated kinase (FAK1) binds MTX3.",
        "FAK1 0 MTX3",
        "FOX9 activates a kinase (FAK1) of MTX3.",
        "FOX9 + FAK1",
    ),
    (
        "a short name with its number after the words",
        "AKX2 inhibits interferon stimulated gene 15 (ISG15).",
        "AKX2 - ISG15",
        "AKX2 inhibits MTX3 (ISG15).",
        "AKX2 - MTX3",
    ),
    (
        "a short name before its number",
        "AKX2 binds FOX9-activated kinases (FAK) 1 and 2.",
        "AKX2 0 FAK1; AKX2 0 FAK2",
        "AKX2 binds FOX9 (red) and MTX3.",
        "AKX2 0 FOX9; AKX2 0 MTX3",
    ),
    (
        "a complex named by what it does",
        "AKX2 activates the death-inducing signaling complex.",
        "AKX2 + death-inducing signaling complex",
        "AKX2 activates the death-inducing FOX9.",
        "AKX2 + FOX9; FOX9 + death",
    ),
    (
        "a panel's letter without a blank",
        "AKX2 blocks cell division.C) Mitosis is driven by MTX3.",
        "AKX2 - cell division; MTX3 + Mitosis",
        "AKX2 activates FOX9.2B).",
        "AKX2 + FOX9.2B",
    ),
    (
        "a sentence that begins small",
        "AKX2 is present in the new germ cell. transient expression of FOX9 leads to MTX3.",
        "FOX9 + MTX3",
        "AKX2 of Escherichia spp. activates MTX3.",
        "AKX2 + MTX3",
    ),
]
