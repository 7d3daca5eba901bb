"""Lists up to the next verb, what a first member says of later ones, what is denied: a sentence, its arrows, a near miss."""

from __future__ import annotations

RULES = [
    # rule, sentence, arrows, near miss
    (
        "a list without an and goes on to the next verb",
        "AKX2 blocks FXO1, MEX3, RAX5 and induces PTX4.",
        "AKX2 - FXO1; AKX2 - MEX3; AKX2 - RAX5; AKX2 + PTX4",
        "FXO1, MEX3, RAX5 and cells grow.",
    ),
    (
        "a comma may stand before that verb's and",
        "AKX2 blocks FXO1, MEX3, RAX5, and induces PTX4.",
        "AKX2 - FXO1; AKX2 - MEX3; AKX2 - RAX5; AKX2 + PTX4",
        "Of FXO1, MEX3, RAX5, and of PTX4 little is left.",
    ),
    (
        "what has an article is no member of it",
        "AKX2 blocks FXO1, the kinase MEX3, and induces PTX4.",
        "AKX2 - FXO1; AKX2 + PTX4",
        "The kinase FXO1, the kinase MEX3, and others divide.",
    ),
    (
        "a that in the plural is said of the whole list",
        "Its targets include AKX2, FXO1, MEX3 that inhibit PTX4.",
        "AKX2 - PTX4; FXO1 - PTX4; MEX3 - PTX4",
        "Its targets include AKX2, FXO1, MEX3 that grow.",
    ),
    (
        "a that in the singular is said of the last one",
        "Its targets include AKX2, FXO1, MEX3 that inhibits PTX4.",
        "MEX3 - PTX4",
        "Its targets include AKX2, FXO1, MEX3 that grows.",
    ),
    (
        "after reduced the expression of the next may be reduced, too",
        "AKX2 causes reduced secretion of FXO1 and the expression of MEX3.",
        "AKX2 - FXO1",
        "Reduced secretion of cells and the expression of MEX3.",
    ),
    (
        "so may it after a decrease in something",
        "AKX2 causes a decrease in the secretion of FXO1 and the expression of MEX3.",
        "AKX2 - FXO1",
        "A decrease in the secretion of cells and the expression of MEX3.",
    ),
    (
        "what its own noun or adjective tells stays told",
        "AKX2 causes reduced secretion of FXO1, the loss of RAX5 and increased expression of MEX3.",
        "AKX2 - FXO1; AKX2 - RAX5; AKX2 + MEX3",
        "Reduced secretion, the loss of RAX5 and increased expression of MEX3.",
    ),
    (
        "upregulation is told, too",
        "AKX2 causes reduced secretion of FXO1 and the upregulation of MEX3.",
        "AKX2 - FXO1; AKX2 + MEX3",
        "Reduced secretion of FXO1 and the upregulation of MEX3.",
    ),
    (
        "what comes of a denied deed is denied",
        "AKX2 inhibits FXO1, which does not act in the processing of MEX3 leading to the release of PTX4.",
        "AKX2 - FXO1",
        "FXO1 does not end in the processing of MEX3 resulting in the release of PTX4.",
    ),
    (
        "not so what another thing does",
        "AKX2 does not act on the FXO1 phosphorylating MEX3.",
        "FXO1 0 MEX3",
        "AKX2 does not act on the FXO1 resulting in loss of MEX3.",
    ),
    (
        "cleaved products of a thing are no more of it",
        "AKX2 binds FXO1, resulting in the cleaved FXO1 products.",
        "AKX2 0 FXO1",
        "AKX2 results in FXO1 degradation fragments.",
    ),
    (
        "a gene's product is its protein",
        "AKX2 induces FXO1 gene products.",
        "AKX2 + FXO1",
        "AKX2 induces truncated FXO1 products.",
    ),
    (
        "what a name is belongs to it in a chain",
        "AKX2 activates the RAX-GTPases-FXO1 pathway.",
        "AKX2 + RAX-GTPases; RAX-GTPases + FXO1",
        "The RAX-GTPases are lost.",
    ),
    (
        "according to a database",
        "According to KEGG, AKX2 activates FXO1.",
        "AKX2 + FXO1",
        "AKX2 activates FXO1 in the map of KEGG.",
    ),
    (
        "the levels of something increase",
        "AKX2 blocks FXO1, and the levels of MEX3 increase to induce PTX4.",
        "AKX2 - FXO1; MEX3 + PTX4",
        "The levels of MEX3 increase to survive.",
    ),
    (
        "what is carried through something",
        "AKX2 is taken up via FXO1, and RAX5 is imported through MEX3.",
        "FXO1 + AKX2; MEX3 + RAX5",
        "AKX2 is taken up through the membrane.",
    ),
    (
        "a step of a synthesis",
        "AKX2 catalyzes the first step in lactate biosynthesis and FXO1 catalyzes the last steps of heme synthesis.",
        "AKX2 + lactate; FXO1 + heme",
        "AKX2 catalyzes the first step of the pathway.",
    ),
    (
        "junctions and droplets are names",
        "AKX2 disrupts tight junctions and raises the number of lipid droplets.",
        "AKX2 - tight junctions; AKX2 + lipid droplets",
        "AKX2 disrupts the droplets and raises the number of junctions.",
    ),
    (
        "a plural verb is said of no place",
        "AKX2 induces FXO1 and RAX5 in Hxt, which are blocked by MEX3.",
        "AKX2 + FXO1; AKX2 + RAX5",
        "FXO1 and RAX5 in THX-1, which were blocked by MEX3.",
    ),
    (
        "one in the singular may be",
        "AKX2 releases FXO1 from RAX5, which is blocked by MEX3.",
        "AKX2 + FXO1; MEX3 - RAX5",
        "FXO1 and PTX4 from RAX5, which are blocked by MEX3.",
    ),
    (
        "they increase it",
        "High levels of MEX3 increase apoptosis.",
        "MEX3 + apoptosis",
        "An apoptosis of MEX3 increase, and grow.",
    ),
]
