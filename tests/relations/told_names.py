"""Names of common words that an adjective or class tells, and what stands around them: a sentence, its arrows, a near miss."""

from __future__ import annotations

RULES = [
    # rule, sentence, arrows, near miss
    (
        "an adjective tells which pathway",
        "AKX2 activates the apoptotic pathway and FXO1 establishes an antiviral state.",
        "AKX2 + apoptotic pathway; FXO1 + antiviral state",
        "AKX2 activates the major pathway and FXO1 establishes a new state.",
    ),
    (
        "an adjective tells which proteins",
        "FXO1 induces pro-inflammatory molecules and blocks mitochondrial function.",
        "FXO1 + pro-inflammatory molecules; FXO1 - mitochondrial function",
        "FXO1 produces the corresponding antiviral proteins.",
    ),
    ("a process with a word before it", "AKX2 drives mitotic exit.", "AKX2 + mitotic exit", "AKX2 drives the exit."),
    (
        "activation of cells with a dash",
        "AKX2 inhibits T-cell activation.",
        "AKX2 - T-cell activation",
        "AKX2 inhibits resting T-cells.",
    ),
    (
        "a class that is drawn as one thing",
        "AKX2 increases cytokine release, and FXO1 is activated by growth factors.",
        "AKX2 + cytokine; growth factors + FXO1",
        "AKX2 increases factor release, and FXO1 is activated by other factors.",
    ),
    (
        "the virus before its protein",
        "HCV NS5X activates AKX2, and FXO1 inhibits the GPCR CXR1.",
        "NS5X + AKX2; FXO1 - CXR1",
        "HCV AKX2 was there.",
    ),
    (
        "gene expression alone",
        "AKX2 regulates gene expression and FXO1 inhibits translation.",
        "AKX2 0 gene expression; FXO1 - translation",
        "AKX2 regulates its transcription and restricts the gene expression in the second pathway.",
    ),
    (
        "gene expression does nothing",
        "AKX2 induces gene expression to promote apoptosis.",
        "AKX2 + gene expression; AKX2 + apoptosis",
        "Gene expression of cells to promote apoptosis.",
    ),
    (
        "more nouns of change",
        "Over-activation of AKX2 increases FXO1, and dimerisation of NKX3 with BEX4 was seen.",
        "AKX2 + FXO1; NKX3 0 BEX4",
        "Over-activation of cells increases the fibres.",
    ),
    (
        "binding to has its own pattern",
        "AKX2 binding to FXO1 increases NKX3.",
        "AKX2 0 FXO1; FXO1 + NKX3",
        "AKX2 binds to the FXO1 binding site.",
    ),
    (
        "only the name before it binds",
        "Loss of BEX4 and AKX2 binding to FXO1 were seen.",
        "AKX2 0 FXO1",
        "Loss of BEX4 and the binding of cells were seen.",
    ),
    (
        "examples after what is said of the class",
        "AKX2 inhibits enzymes involved in growth, including FXO1 and NKX3.",
        "AKX2 - FXO1; AKX2 - NKX3",
        "AKX2 inhibits enzymes involved in several processes, including FXO1 and NKX3.",
    ),
    (
        "examples after where the class is",
        "AKX2 induces genes in the lipogenic pathway, such as FXO1 and NKX3.",
        "AKX2 + FXO1; AKX2 + NKX3",
        "AKX2 induces genes in several cells, such as neurons and platelets.",
    ),
    (
        "a complex of two",
        "The complex of AKX2 and FXO1 activates NKX3.",
        "AKX2 + NKX3; FXO1 + NKX3",
        "The complex of cells and fibres activates NKX3.",
    ),
    (
        "by scavenging a substance",
        "AKX2 increases FXO1 by scavenging superoxide.",
        "AKX2 + FXO1; AKX2 - superoxide",
        "AKX2 acts by scavenging pathways.",
    ),
    (
        "reduced translocation into a place",
        "AKX2 reduces FXO1 translocation into the nucleus.",
        "AKX2 - FXO1",
        "AKX2 lies near FXO1 translocation into the nucleus.",
    ),
    (
        "a sign before the last two of a list",
        "AKX2 leads to a reduction in FXO1, decreased NKX3 and BEX4 levels.",
        "AKX2 - FXO1; AKX2 - NKX3; AKX2 - BEX4",
        "There is a reduction in FXO1, decreased NKX3 and BEX4 levels.",
    ),
    (
        "a past tense far from the first",
        "AKX2 decreased the expression of FXO1, NKX3 and BEX4 to exert some small effect, and inhibited apoptosis in neurons.",
        "AKX2 - FXO1; AKX2 - NKX3; AKX2 - BEX4; AKX2 - apoptosis",
        "AKX2 was near the sites of FXO1, NKX3 and BEX4, and inhibited neurons.",
    ),
    ("thereafter", "Thereafter, AKX2 activates FXO1.", "AKX2 + FXO1", "Thereafter, AKX2 and FXO1 rest."),
    ("as shown in", "As shown in B, AKX2 activates FXO1.", "AKX2 + FXO1", "AKX2 shown in red activates FXO1."),
    (
        "what is shown at the end",
        "The phosphorylation of FXO1 by AKX2 is shown.",
        "AKX2 0 FXO1",
        "The phosphorylation of FXO1 by AKX2 is shown in red.",
    ),
    (
        "dehydrated to",
        "Sorbitol is dehydrated to fructose by AKX2, and hydrogen is oxidized to water.",
        "Sorbitol 0 fructose; AKX2 + fructose; hydrogen 0 water",
        "Sorbitol is kept near fructose by AKX2.",
    ),
]
