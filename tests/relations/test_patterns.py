"""Each pattern: a sentence, its arrows, and a near miss that states none."""

from __future__ import annotations

import pytest

from sitegen.relations import read_caption
from sitegen.relations.reader import candidates


def edges(text: str) -> set[tuple[str, str, str]]:
    return {(r.source, r.polarity, r.target) for r in read_caption(text, threshold=0.0)}


def arrows(text: str) -> set[tuple[str, str, str]]:
    out = set()
    for line in text.split(";"):
        for mark in (" +> ", " -> ", " 0> "):
            if mark in line:
                a, b = line.split(mark)
                out.add((a.strip(), mark.strip()[0], b.strip()))
    return out


PATTERNS = [
    # pattern, sentence, arrows, near miss
    (
        "active: activation",
        "In hepatocytes, FOX9 activates GADD7.",
        "FOX9 +> GADD7",
        "In hepatocytes, FOX9 resembles GADD7.",
    ),
    (
        "active: inhibition",
        "ZIP3 strongly suppresses TOR9 signaling.",
        "ZIP3 -> TOR9",
        "ZIP3 does not suppress TOR9 signaling.",
    ),
    ("active: binding", "RAB99 interacts with SNX88 at the membrane.", "RAB99 0> SNX88", "RAB99 and SNX88 are shown."),
    (
        "active: regulation",
        "NRG7 regulates synaptic plasticity.",
        "NRG7 0> synaptic plasticity",
        "Synaptic plasticity changes with NRG7 and age.",
    ),
    ("active: regulation", "NRG7 negatively regulates TAF77.", "NRG7 -> TAF77", "NRG7 never regulates TAF77."),
    ("active: repression", "REV5 represses HDX2.", "REV5 -> HDX2", "REV5 fails to repress HDX2."),
    ("active: phosphorylation", "CKX1 phosphorylates STB4.", "CKX1 0> STB4", "CKX1 is unable to phosphorylate STB4."),
    ("active: production", "GTX1 produces lactate.", "GTX1 +> lactate", "Muscle produces lactate."),
    ("active: requirement", "Myogenesis requires PAX77.", "PAX77 +> Myogenesis", "Myogenesis follows PAX77 staining."),
    (
        "coordinated verb",
        "AKX2 phosphorylates and inactivates FXO1.",
        "AKX2 -> FXO1",
        "AKX2, FXO1 and inactive controls.",
    ),
    (
        "coordinated verb",
        "ABC7 activates DEF8 and inhibits GHI9.",
        "ABC7 +> DEF8; ABC7 -> GHI9",
        "ABC7, DEF8 and GHI9 are kinases.",
    ),
    (
        "lists",
        "IL-99 and TNX1 inhibit SMX2 and SMX3.",
        "IL-99 -> SMX2; IL-99 -> SMX3; TNX1 -> SMX2; TNX1 -> SMX3",
        "IL-99 and TNX1, SMX2 and SMX3.",
    ),
    (
        "respectively",
        "PTX5 and PTX6 activate RHX1 and RHX2, respectively.",
        "PTX5 +> RHX1; PTX6 +> RHX2",
        "PTX5 and PTX6 are RHX1 and RHX2, respectively.",
    ),
    (
        "examples",
        "LXT2 increases cytokines such as IL-77 and IL-78.",
        "LXT2 +> IL-77; LXT2 +> IL-78",
        "Cytokines such as IL-77 and IL-78.",
    ),
    ("to V", "PKX3 recruits ADP7 to activate RAX4.", "PKX3 0> ADP7; PKX3 +> RAX4", "PKX3 moves to the nucleus."),
    (
        "by V-ing",
        "SIX1 protects neurons by inhibiting CASP77.",
        "SIX1 -> CASP77",
        "SIX1 was measured by counting cells.",
    ),
    (
        "object, V-ing",
        "WNX4 inhibits GSX5, reducing TAX6.",
        "WNX4 -> GSX5; GSX5 +> TAX6; WNX4 -> TAX6",
        "WNX4, GSX5 and remaining TAX6.",
    ),
    (
        "relative",
        "MYX2 activates CDX4, which inhibits RBX1.",
        "MYX2 +> CDX4; CDX4 -> RBX1",
        "CDX4, which was found in RBX1 mice, declined.",
    ),
    ("object to V", "SHX1 allows SMX8 to activate GLX3.", "SHX1 +> SMX8; SMX8 +> GLX3", "SHX1 allows cells to divide."),
    ("passive", "JNX2 is activated by MKX7.", "MKX7 +> JNX2", "JNX2 is not activated by MKX7."),
    (
        "passive",
        "JNX2 is induced by MKX7 and repressed by DUX1.",
        "MKX7 +> JNX2; DUX1 -> JNX2",
        "JNX2 is represented by a circle and MKX7 by a box.",
    ),
    (
        "reduced passive",
        "Apoptosis triggered by FASX9 needs energy.",
        "FASX9 +> Apoptosis",
        "Apoptosis described by others and FASX9.",
    ),
    ("passive by V-ing", "ERX1 is activated by blocking DUX2.", "DUX2 -> ERX1", "ERX1 is found by sorting DUX2 cells."),
    ("gerund", "Inhibiting PDX4 reduces fibrosis.", "PDX4 +> fibrosis", "Staining PDX4 in fibrosis."),
    (
        "converted to",
        "Xylulose is converted to ribulose by XKS7.",
        "Xylulose 0> ribulose; XKS7 +> ribulose",
        "Xylulose is compared to ribulose.",
    ),
    (
        "conversion",
        "DBX1 converts dopamine to norepinephrine.",
        "dopamine 0> norepinephrine; DBX1 +> norepinephrine",
        "DBX1, dopamine and norepinephrine.",
    ),
    (
        "noun of A to B",
        "XOX3 catalyzes the conversion of tyrosine to dopamine.",
        "tyrosine 0> dopamine; XOX3 +> dopamine",
        "The ratio of tyrosine to dopamine.",
    ),
    (
        "derived from",
        "Retinaldehyde is derived from carotene.",
        "carotene 0> Retinaldehyde",
        "Retinaldehyde is far from carotene.",
    ),
    ("noun by agent", "Phosphorylation of IRX1 by JNX1 declines.", "JNX1 0> IRX1", "Phosphorylation of IRX1 by day 3."),
    ("noun of agent", "PTX7 inhibition of AKX1 is rapid.", "PTX7 -> AKX1", "The inhibition of AKX1 is rapid."),
    (
        "name-induced",
        "Our model of LPX-induced inflammation.",
        "LPX +> inflammation",
        "Our model of LPX-independent inflammation.",
    ),
    (
        "name-induced",
        "IL-44-mediated suppression of STX6 matters.",
        "IL-44 -> STX6",
        "IL-44-deficient and STX6-negative cells matter.",
    ),
    (
        "effect of A on B",
        "The inhibitory effect of TGX1 on proliferation is lost.",
        "TGX1 -> proliferation",
        "The effect of the day on the night.",
    ),
    (
        "required for",
        "PGX2 is essential for adipogenesis.",
        "PGX2 +> adipogenesis",
        "PGX2 is not essential for adipogenesis.",
    ),
    ("is an agent of", "KPX1 is an inhibitor of NRX2.", "KPX1 -> NRX2", "KPX1 is a neighbour of NRX2."),
    ("appositive", "KPX1, an inhibitor of NRX2, declines.", "KPX1 -> NRX2", "KPX1, a relative of NRX2, declines."),
    (
        "inhibitor by name",
        "The MEX1 inhibitor U99 reduces other factors.",
        "U99 -> MEX1",
        "The MEX1 box U99 reduces the figure.",
    ),
    (
        "in response to",
        "JNX8 is phosphorylated in response to UVX.",
        "UVX +> JNX8",
        "JNX8 is phosphorylated in summer.",
    ),
    ("chain", "The LKX1/AMX2/ASX3 pathway.", "LKX1 +> AMX2; AMX2 +> ASX3", "The LKX1/AMX2/ASX3 genes."),
    ("chain", "The RAX-MEX-ERX cascade.", "RAX +> MEX; MEX +> ERX", "The IL-6 cascade."),
    ("chain", "ILX6 activates the LKX1/AMX2 pathway.", "ILX6 +> LKX1; LKX1 +> AMX2", "ILX6 and LKX1/AMX2 mice."),
    (
        "arrow",
        "Order of events: ABX1 → CDX2 → EFX3.",
        "ABX1 +> CDX2; CDX2 +> EFX3",
        "Order of events: ABX1, CDX2, EFX3.",
    ),
    ("arrow", "Order of events: ABX1 ⊣ CDX2.", "ABX1 -> CDX2", "Order of events: ABX1 ↔ CDX2."),
    ("sign of nouns", "Loss of PTX9 causes obesity.", "PTX9 -> obesity", "Loss of weight causes concern."),
    ("sign of nouns", "Reduced SIRX1 inhibits autophagy.", "SIRX1 +> autophagy", "Reduced light inhibits the camera."),
    ("sign of nouns", "PTX9 leads to decreased FOX2 expression.", "PTX9 -> FOX2", "PTX9 leads nowhere near FOX2."),
    ("sign of nouns", "KRX1 promotes degradation of IKX2.", "KRX1 -> IKX2", "KRX1 and degradation of IKX2."),
    ("sign of nouns", "JNX inhibitors reduce steatosis.", "JNX +> steatosis", "JNX inhibitors and steatosis."),
    (
        "it",
        "SOX7 enters the nucleus, where it activates NKX2.",
        "SOX7 +> NKX2",
        "SOX7 enters the nucleus, where NKX2 is.",
    ),
    (
        "listed V-ing",
        "DRX1 acts in three ways: inhibiting PLX2; activating PLX3.",
        "DRX1 -> PLX2; DRX1 +> PLX3",
        "DRX1 has three ways: PLX2; PLX3.",
    ),
    ("noun V-ing", "RIX3 binding to RIX1 is early.", "RIX3 0> RIX1", "RIX3 and RIX1 bodies are early."),
    (
        "noun from substrate",
        "Production of taurine from cysteine.",
        "cysteine 0> taurine",
        "Distance of taurine from cysteine.",
    ),
    (
        "conversion by enzyme",
        "GALX turns: GALX metabolizes galactose into glucose.",
        "galactose 0> glucose; GALX +> glucose",
        "GALX enters into glucose.",
    ),
    (
        "agent, V-ing",
        "TFX2 is activated by LPX7, leading to apoptosis.",
        "LPX7 +> TFX2; TFX2 +> apoptosis; LPX7 +> apoptosis",
        "TFX2 is not activated by LPX7.",
    ),
    (
        "patient, V-ing",
        "TFX2 is phosphorylated, resulting in apoptosis.",
        "TFX2 +> apoptosis",
        "TFX2 is phosphorylated, resembling apoptosis.",
    ),
    (
        "by noun of Y",
        "RNX99 inhibits SMX3 by phosphorylation of TAB77.",
        "RNX99 -> SMX3; RNX99 0> TAB77",
        "RNX99, SMX3 and phosphorylation sites.",
    ),
    (
        "clause, which",
        "FOX2 moves to the nucleus, which activates KDX2.",
        "FOX2 +> KDX2",
        "FOX2 moves to the nucleus, which holds KDX2.",
    ),
    ("in V-ing", "SFX3 acts in inhibiting JKX1.", "SFX3 -> JKX1", "SFX3 acts in JKX1 cells."),
    (
        "passive via",
        "MTX5 is activated through RHX1.",
        "RHX1 +> MTX5",
        "MTX5 is seen through RHX1.",
    ),
    (
        "this",
        "DRX9 activates PAX3. This promotes fibrosis.",
        "DRX9 +> PAX3; PAX3 +> fibrosis",
        "DRX9 and PAX3 differ. This complex promotes itself.",
    ),
    (
        "gerund",
        "Injecting ILX9 stimulates WNX1.",
        "ILX9 +> WNX1",
        "Injecting ILX9 resembles WNX1.",
    ),
    (
        "under control of",
        "SPX1 and UPX1 are under the control of OCX4.",
        "OCX4 0> SPX1; OCX4 0> UPX1",
        "SPX1 and UPX1 are under OCX4.",
    ),
    (
        "is an agent of",
        "OCX4 acts as a potent inducer of NOX2.",
        "OCX4 +> NOX2",
        "OCX4 acts as a potent relative of NOX2.",
    ),
    (
        "is an agent of",
        "IRX2 has been described as a negative regulator of IRX1.",
        "IRX2 -> IRX1",
        "IRX2 has not been described as a negative regulator of IRX1.",
    ),
    (
        "list of clauses",
        "WEX1 inhibits CDX2, CDX25 activates CDX2, and MDX2 and MDX4 inhibit PFX3.",
        "WEX1 -> CDX2; CDX25 +> CDX2; MDX2 -> PFX3; MDX4 -> PFX3",
        "WEX1, CDX2, CDX25, and MDX2 and MDX4.",
    ),
    (
        "two verbs at odds",
        "ILX-66 can help and hinder the action of insulin.",
        "ILX-66 0> insulin",
        "ILX-66 and the action of insulin.",
    ),
    (
        "vague subject",
        "Once bound, ILX9 and the occupied receptors meet; MKX4 phosphorylates IRX1.",
        "MKX4 0> IRX1",
        "Then the occupied receptors phosphorylate IRX1.",
    ),
    (
        "this complex",
        "AKX1 binds BKX2.",
        "AKX1 0> BKX2",
        "This complex activates NFX1.",
    ),
    (
        "denied, and then",
        "ABX1 activates DEX2 and will result in apoptosis.",
        "ABX1 +> DEX2; ABX1 +> apoptosis",
        "Repair of ABX1 cannot be completed and will result in apoptosis.",
    ),
    (
        "one name of two symbols",
        "p38 MAPK activates IRX4.",
        "p38 MAPK +> IRX4",
        "TLX4 MYX88 activates IRX4.",
    ),
    (
        "a brake within a chain",
        "EGX1 activates the PI9K/PTEN/AKX pathway.",
        "EGX1 +> PI9K; PI9K 0> PTEN; PTEN 0> AKX",
        "EGX1 and PI9K/PTEN/AKX.",
    ),
    (
        "chain with numbers",
        "The GLX-1R-ERX1/2-HDX6 pathway.",
        "GLX-1R +> ERX1/2; ERX1/2 +> HDX6",
        "The IL-66 pathway and the IL-66 axis.",
    ),
    (
        "two nouns with agents",
        "RAX9 promotes FOX3 by promoting the activation of JAX2 by ILX2 and the activation of SMX by TGX-β.",
        "RAX9 +> FOX3; RAX9 +> JAX2; RAX9 +> SMX; ILX2 +> JAX2; TGX-β +> SMX",
        "RAX9, JAX2 by ILX2 and SMX by TGX-β.",
    ),
    (
        "list of participles",
        "ESX1 acts by improving cell growth, reducing DNX5 and suppressing senescence.",
        "ESX1 +> cell growth; ESX1 -> DNX5; ESX1 -> senescence",
        "ESX1 acts by day 5, 6 and 7.",
    ),
    (
        "name-induced",
        "Oxidative stress-induced autophagy and cell death.",
        "oxidative stress +> autophagy; oxidative stress +> cell death",
        "Oxidative stress and autophagy and cell death.",
    ),
    (
        "while V-ing",
        "PTX5 stimulates SMX1 while inhibiting CDX2.",
        "PTX5 +> SMX1; PTX5 -> CDX2",
        "PTX5 stays while SMX1 and CDX2 leave.",
    ),
    (
        "but not",
        "PTX5, but not PTX6, activates CDX2.",
        "PTX5 +> CDX2",
        "PTX5 does not activate CDX2.",
    ),
    (
        "not only",
        "LOX5 not only inhibits YAX2 but also activates TEX4.",
        "LOX5 -> YAX2; LOX5 +> TEX4",
        "LOX5 inhibits neither.",
    ),
    (
        "inhibitory phosphorylation",
        "The inhibitory phosphorylation of FOX9 by AKX1 prevents apoptosis.",
        "AKX1 -> FOX9; FOX9 +> apoptosis",
        "The inhibitory sites of FOX9 and AKX1.",
    ),
    (
        "class and its name",
        "EGX1 activates the small GTPase, RAX2.",
        "EGX1 +> RAX2",
        "EGX1 activates the small GTPase.",
    ),
    (
        "which, singular",
        "NKX1 increases TNX2 and IFX3, which up-regulates FAX4.",
        "NKX1 +> TNX2; NKX1 +> IFX3; IFX3 +> FAX4",
        "NKX1, TNX2 and IFX3, which resembles FAX4.",
    ),
    (
        "an ailment that improves",
        "LEX1 improves intestinal inflammation.",
        "LEX1 -> intestinal inflammation",
        "LEX1 and intestinal inflammation.",
    ),
    (
        "two ends after a preposition",
        "GSX3 depletion leads to an increase in HDX9 and to reactivation of EVX1.",
        "GSX3 -> HDX9; GSX3 -> EVX1",
        "GSX3 depletion follows HDX9 and EVX1.",
    ),
    (
        "of which it is able",
        "Here we show the ability of FOX3 to activate GAX1.",
        "FOX3 +> GAX1",
        "Here we show the ability of FOX3 and GAX1.",
    ),
]


@pytest.mark.parametrize(
    ("pattern", "sentence", "expected", "miss"), PATTERNS, ids=[f"{i}-{p[0]}" for i, p in enumerate(PATTERNS)]
)
def test_pattern(pattern: str, sentence: str, expected: str, miss: str) -> None:
    assert arrows(expected) <= edges(sentence), pattern
    wrong = {(a, b) for a, _, b in edges(sentence)} - {(a, b) for a, _, b in arrows(expected)}
    assert not wrong, pattern
    assert not edges(miss), pattern


@pytest.mark.parametrize(
    "sentence",
    [
        "Red arrows indicate that activated JNX1 and blue boxes represent inhibition of TAX2 by GSX3.",
        "Arrows represent activation of JNX1 by MKX4.",
        "MKX4, mitogen kinase 4 activates; JNX1, Jun kinase induced by stress; TAX2, tau.",
        "JNX1 = Jun kinase; MKX4 = a kinase that activates JNX1.",
        "Data are means; MKX4 increased JNX1 (n = 4, p < 0.05).",
        "MKX4 independently of JNX1.",
        "Neither growth nor age.",
        "",
        "....",
        "((((((",
    ],
)
def test_no_relation(sentence: str) -> None:
    assert not edges(sentence)


def test_what_a_relation_keeps() -> None:
    text = "Overview. ILX9 may reduce PTX1 expression by day 2. The end."
    (relation,) = read_caption(text, threshold=0.0)
    assert (relation.source, relation.target, relation.type, relation.polarity) == ("ILX9", "PTX1", "repression", "-")
    assert relation.hedged
    assert relation.origin == "caption"
    assert relation.span is not None
    assert text[slice(*relation.span)] == relation.evidence == "ILX9 may reduce PTX1 expression by day 2."
    assert 0 < relation.confidence < 1


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("SPX125 acts by producing inhibition of JNX1.", "inhibition"),
        ("SPX125 blocks the production of ILX9.", "inhibition"),
        ("SPX125 promotes the production of ILX9.", "expression"),
        ("SPX125 promotes the production of ROS.", "conversion"),
        ("SPX125 promotes the formation of plaques and memory formation.", "activation"),
        ("SPX125 represses the expression of ILX9.", "repression"),
        ("SPX125 triggers the release of ILX9.", "transport"),
    ],
)
def test_types_fit_what_is_made(sentence: str, expected: str) -> None:
    assert expected in {r.type for r in read_caption(sentence, threshold=0.0)}


def test_limits_of_two_by_respectively_are_inhibitions() -> None:
    text = (
        "LXQ agonists and SPX125 overcome such failure by producing downregulation of SOX3 and PTX1 expression "
        "and inhibition of JNX1, respectively."
    )
    found = {(r.source, r.target): r.type for r in read_caption(text)}
    assert found[("SPX125", "JNX1")] == "inhibition"
    assert found[("LXQ agonists", "SOX3")] == found[("LXQ agonists", "PTX1")] == "repression"
    assert ("SPX125", "SOX3") not in found


def test_short_name_in_brackets_is_the_name() -> None:
    assert edges("Tyrosine hydroxylase (TYX) activates interferon beta (IFNX).") == {("TYX", "+", "IFNX")}


def test_mangled_greek_is_kept() -> None:
    assert ("NF-Œ∫B", "+", "IL-1Œ≤") in edges("NF-Œ∫B activates IL-1Œ≤.")


def test_a_sign_wins_over_none() -> None:
    assert edges("AKX2 regulates FXO1. AKX2 inhibits FXO1.") == {("AKX2", "-", "FXO1")}


def test_unknown_names_need_a_table() -> None:
    text = "Florbadil activates zumbex."
    assert not edges(text)
    known = read_caption(text, mentions=["Florbadil", "zumbex"], threshold=0.0)
    assert [(r.source, r.target) for r in known] == [("Florbadil", "zumbex")]
    learned = read_caption(text, lexicon={"florbadil": "Florbadil", "zumbex": "ZBX"}, threshold=0.0)
    assert [(r.source, r.target) for r in learned] == [("Florbadil", "zumbex")]


def test_threshold_leaves_out_what_is_doubtful() -> None:
    text = "AKX2 inhibits FXO1."
    assert read_caption(text)
    assert not read_caption(text, threshold=1.0)


def test_the_patterns_tested_are_the_ones_that_read() -> None:
    found = {f.edge.pattern for _, sentence, _, _ in PATTERNS for f in candidates(sentence)}
    assert {"active: activation", "relative", "chain", "passive", "to V", "converted to", "name-induced"} <= found
