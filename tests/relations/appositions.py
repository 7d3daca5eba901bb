"""What stands beside a name, or after "is", and says what it is: a sentence, its arrows, and a near miss without any."""

from __future__ import annotations

RULES = [
    # rule, sentence, arrows, near miss
    (
        "an inhibitor of",
        "AKX2 induces SERPX1, an inhibitor of both PLAX and PLATX.",
        "AKX2 + SERPX1; SERPX1 - PLAX; SERPX1 - PLATX",
        "SERPX1, an enzyme of PLAX.",
    ),
    ("a B inhibitor", "MEX3, a GAX2 inhibitor, blocks AKX2.", "MEX3 - GAX2; MEX3 - AKX2", "MEX3, a GAX2 gene, is there."),
    ("is a B agonist", "AEX is a CBX1 agonist.", "AEX + CBX1", "AEX resembles a CBX1 agonist."),
    ("a B target", "AKX2 induces the LEX1 gene, a direct SMX4 target.", "AKX2 + LEX1; SMX4 0 LEX1", "LEX1 is a drug target."),
    (
        "the B target gene",
        "AKX2 represses the BCX6 target gene DUX6.",
        "AKX2 - DUX6; BCX6 0 DUX6",
        "AKX2 is the drug target gene DUX6.",
    ),
    (
        "target genes of",
        "AKX2 and FOX2 are target genes of MEX3.",
        "MEX3 0 AKX2; MEX3 0 FOX2",
        "AKX2 and FOX2 are marker genes of MEX3.",
    ),
    ("an effector of", "AKX2 acts as a downstream effector of MEX3.", "MEX3 0 AKX2", "AKX2 acts as a neighbour of MEX3."),
    ("a determinant of", "AKX2 is a major determinant of apoptosis.", "AKX2 0 apoptosis", "AKX2 is a major part of apoptosis."),
    ("what an adaptor is", "AKX2 inhibits the SHX1 adaptor.", "AKX2 - SHX1", "AKX2 is near the SHX1 adaptor."),
    (
        "forms trimers with",
        "AKX2 forms trimers with MEX3 and FOX2.",
        "AKX2 0 MEX3; AKX2 0 FOX2",
        "AKX2 forms trimers in MEX3 cells.",
    ),
    (
        "two that bind",
        "AKX2 and MEX3 interact to activate FOX2.",
        "AKX2 0 MEX3; AKX2 + FOX2; MEX3 + FOX2",
        "AKX2, MEX3 and FOX2 do not interact.",
    ),
    ("one that binds", "AKX2 inhibits FOX2.", "AKX2 - FOX2", "P-STX, and in particular P-STX3, dimerizes."),
    ("its receptor", "AKX2 binds to the AKX2 receptor.", "AKX2 0 AKX2 receptor", "AKX2 activates the AKX2 receptor."),
    ("recruited to", "AKX2 is recruited to MEX3.", "AKX2 0 MEX3", "AKX2 is recruited to lead to loss of cells."),
    (
        "the B inhibitor (A)",
        "The PIX3 inhibitor (LY2940) reduces AKX2.",
        "LY2940 - PIX3; LY2940 - AKX2",
        "The PIX3 gene (LY2940) and AKX2.",
    ),
    ("acts upstream of", "AKX2 acts upstream of MEX3.", "AKX2 0 MEX3", "AKX2 acts near MEX3."),
    ("is downstream of", "FOX2 activates AKX2, which is downstream of MEX3.", "FOX2 + AKX2; MEX3 0 AKX2", "AKX2 is beside MEX3."),
    (
        "an unnamed cascade",
        "AKX2 activates a kinase cascade that leads to MEX3 activation.",
        "AKX2 + MEX3",
        "AKX2 activates a kinase cascade that is near MEX3.",
    ),
    ("permits influx", "AKX2 permits Ca2+ influx.", "AKX2 + Ca2+", "AKX2 permits a test."),
    ("resists", "AKX2 resists apoptosis.", "AKX2 - apoptosis", "AKX2 resists."),
]
