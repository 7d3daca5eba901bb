"""Rules of names and clauses: a sentence, its arrows, and a near miss that states none of them."""

from __future__ import annotations

import pytest

from sitegen.relations import read_caption


def edges(text: str) -> set[str]:
    return {f"{r.source} {r.polarity} {r.target}" for r in read_caption(text, threshold=0.0)}


RULES = [
    # rule, sentence, arrows, near miss
    (
        "verbs in a row",
        "MTX3 regulates GAX1, decreases FOX9, increases TNX2.",
        "MTX3 0 GAX1; MTX3 - FOX9; MTX3 + TNX2",
        "In MTX3, decreases, increases and GAX1 vary.",
    ),
    (
        "enzyme after its name",
        "Loss of the DGX enzyme reduces FOX9 levels.",
        "DGX + FOX9",
        "Loss of the enzyme reduces FOX9 levels.",
    ),
    ("Roman number", "Then ANX II activates RMX channels.", "ANX II + RMX channels", "Then phase II follows RMX channels."),
    ("answer to a symbol", "FOX9 triggers the RNXi response.", "FOX9 + RNXi response", "FOX9 triggers the response."),
    ("pathway known by a capital", "FOX9 inhibits Notch signaling.", "FOX9 - Notch", "FOX9 inhibits various signaling."),
    ("letter before a dash", "FOX9 activates cyclin D-CDX6.", "FOX9 + cyclin D-CDX6", "FOX9 and cyclin D-CDX6."),
    (
        "place in a protein",
        "FOX9 leads to phosphorylation of GAX1 at S535, which recruits TNX2.",
        "FOX9 0 GAX1; GAX1 0 TNX2",
        "FOX9 is at S535.",
    ),
    (
        "short name that spells out",
        "FOX9 promotes interferon-stimulated genes (ISGs).",
        "FOX9 + ISGs",
        "FOX9, interferon-stimulated genes (ISGs).",
    ),
    (
        "short name across of",
        "FOX9 inhibits the suppressor of cytokine signaling (SOCS).",
        "FOX9 - SOCS",
        "FOX9, suppressor of cytokine signaling (SOCS).",
    ),
    ("name in brackets that is another", "FOX9 produces salvinol (CYX71BE52).", "FOX9 + salvinol", "FOX9, salvinol (CYX71BE52)."),
    (
        "single letter beside a name",
        "Viral proteins (NPX and Z) inhibit FOX9.",
        "NPX - FOX9",
        "Viral proteins (NPX and Z) of FOX9.",
    ),
    ("exposure to", "Exposure to ZNX1 causes activation of GAX1.", "ZNX1 + GAX1", "Exposure to light is above GAX1."),
    (
        "exposure of cells to",
        "Exposure of PX3 cells to DIX2 triggers the release of cytochrome c.",
        "DIX2 + cytochrome c",
        "Exposure of PX3 cells to air is common.",
    ),
    ("infection with", "Infection with IBX2 triggers TLX3.", "IBX2 + TLX3", "Infection with age is above TLX3."),
    ("precursor for", "FPX2 is the precursor for artemisol.", "FPX2 0 artemisol", "FPX2 is the figure for artemisol."),
    (
        "agent before product",
        "Asiatol is converted by UGX1 to asiaticoside.",
        "Asiatol 0 asiaticoside; UGX1 + asiaticoside",
        "Asiatol and UGX1 to asiaticoside.",
    ),
    (
        "second reaction without its verb",
        "GAX2 is converted to GAX3 by KAX1 and GAX3 to GAX9 by GOX4.",
        "GAX2 0 GAX3; KAX1 + GAX3; GAX3 0 GAX9; GOX4 + GAX9",
        "GAX2 is above GAX3 and GAX9.",
    ),
    (
        "agent and next clause",
        "GAX2 is activated by KAX1 and FOX9 inhibits TNX2.",
        "KAX1 + GAX2; FOX9 - TNX2",
        "GAX2 and KAX1 and FOX9.",
    ),
    (
        "mediator of an effect",
        "The stimulatory effect of ANX2 on RMX1 is mediated via ATX2.",
        "ANX2 + RMX1; ATX2 + RMX1",
        "The effect of ANX2 on RMX1 is unknown.",
    ),
    (
        "effects are no entity",
        "The effects of FGX23 are seen; KLX1 activates GAX1.",
        "KLX1 + GAX1",
        "KLX1 mediates the effects of FGX23.",
    ),
    (
        "signals through a chain",
        "Signals through MEX-ERX1/2-TOX enhance FOX9.",
        "MEX + ERX1/2; ERX1/2 + TOX; TOX + FOX9",
        "Signals through the figure resemble FOX9.",
    ),
    (
        "nameless thing mediated by",
        "The signal mediated by RSX1 facilitates cell proliferation.",
        "RSX1 + cell proliferation",
        "The signal of RSX1 precedes cell proliferation.",
    ),
    (
        "raised thing acts on",
        "FOX9 allows BAX3 to accumulate, resulting in activation of GAX1.",
        "FOX9 + BAX3; BAX3 + GAX1",
        "FOX9 lets BAX3 and GAX1.",
    ),
    ("sign of an answer", "GAX1 is inhibited in response to UVX2.", "UVX2 - GAX1", "GAX1 is seen in summer, UVX2."),
    ("after a cause", "Upon SHX1 stimulation, GAX1 is activated.", "SHX1 + GAX1", "Upon the wall, GAX1 is activated."),
    (
        "which leads to, of an inhibition",
        "ILX10 inhibits JAX2, which leads to reduced IRX1 production.",
        "ILX10 - JAX2; JAX2 + IRX1",
        "ILX10 resembles JAX2, which leads the list with IRX1.",
    ),
    (
        "interaction of two",
        "This involves the interaction of IKX2 and DDX3.",
        "IKX2 0 DDX3",
        "This involves the list of IKX2 and DDX3.",
    ),
    ("opposed effect", "The anti-TGX effect of LPX1 is strong.", "LPX1 - TGX", "The anti-TGX figure of LPX1 is strong."),
    (
        "predicate after its noun",
        "GAX1 binds FOX9 responsible for apoptosis.",
        "GAX1 0 FOX9; FOX9 + apoptosis",
        "GAX1, FOX9, responsible and apoptosis.",
    ),
    (
        "possessor of an activity",
        "ANX2 may activate MTX3 protein's kinase activity.",
        "ANX2 + MTX3",
        "ANX2 protein's kinase activity.",
    ),
    ("there is", "Here there is activation of IRX4, inducing TAX1.", "IRX4 + TAX1", "Here there is IRX4 beside TAX1."),
    (
        "then between subject and verb",
        "When GAX1 is low, the PAX3 then activates FOX9.",
        "PAX3 + FOX9",
        "When GAX1 is low, the PAX3 then FOX9.",
    ),
    ("what holds names is not them", "The box containing FOX9 and TNX2 promotes BAX3.", "", "The box containing FOX9 and TNX2."),
    ("reduced in", "CALX1 is reduced in colitis.", "", "CALX1 in colitis."),
    ("species", "Then F. nucleatum dampens TLX4.", "F. nucleatum - TLX4", "Then F. nucleatum and TLX4."),
    ("species before its protein", "In it, S. cerevisiae GAX4 activates TNX2.", "GAX4 + TNX2", "S. cerevisiae GAX4 and TNX2."),
    ("class before its member", "FOX9 activates the GTPase Rhex.", "FOX9 + Rhex", "FOX9 and the GTPase Rhex."),
    ("state before a dash", "JAX2 activates inactive-STX5 dimers.", "JAX2 + STX5", "JAX2 and inactive-STX5 dimers."),
    ("both by", "BRX2 is activated both by RAX1 and RAP7.", "RAX1 + BRX2; RAP7 + BRX2", "BRX2 is above both, RAX1 and RAP7."),
    (
        "list after a colon",
        "FOX9 activates two components: NHX1 and HCX2.",
        "FOX9 + NHX1; FOX9 + HCX2",
        "FOX9, two components: NHX1 and HCX2.",
    ),
    ("mechanism in doing", "Mechanisms of FOX9 in suppressing TLX4.", "FOX9 - TLX4", "Mechanisms of FOX9 in TLX4."),
    ("for degradation", "GAX1 targets FOX9 for degradation.", "GAX1 - FOX9", "GAX1 and FOX9 for degradation."),
    (
        "what is not done",
        "Then GAX1 is unable to inhibit FOX9, leading to TNX2 activation.",
        "",
        "GAX1 is unable to inhibit FOX9.",
    ),
    ("an effect without direction", "FOX9 has effects on GAX1.", "", "Effects of FOX9 on GAX1."),
    ("tumor suppressors", "FOX9 serves as a tumor suppressor.", "", "FOX9, a tumor suppressor."),
    ("targets of X are not X", "FOX9 inhibits many targets of GAX1.", "", "Many targets of GAX1."),
    (
        "lower-case symbol after a full stop",
        "The end is near. p53 activates GAX1.",
        "p53 + GAX1",
        "The end is near. p53 and GAX1.",
    ),
    ("another hyphen", "FOX9 up‐regulates GAX1.", "FOX9 + GAX1", "FOX9 ‐ GAX1."),
    (
        "inhibitors of two",
        "EGX1 and MEX2 inhibitors induce apoptosis.",
        "EGX1 - apoptosis; MEX2 - apoptosis",
        "EGX1 and MEX2 inhibitors.",
    ),
    (
        "a drug and an inhibitor",
        "AMX2, CDX4 inhibitors and statins induce apoptosis.",
        "AMX2 + apoptosis; CDX4 - apoptosis; statins + apoptosis",
        "AMX2, CDX4 inhibitors.",
    ),
    ("indirect question", "FOX9 is above. It is unknown which part of NSX1 binds PIX2.", "", "It is unknown which part of NSX1."),
    ("number in a circle", "FOX9 activates GAX1➁.", "FOX9 + GAX1", "FOX9 and GAX1➁."),
    ("bracket in a word", "B[a]P activates GAX1.", "B[a]P + GAX1", "B[a]P and GAX1."),
    (
        "product and next clause",
        "Pyruvate is transformed into acetyl-CoA and FOX9 binds GAX1.",
        "Pyruvate 0 acetyl-CoA; FOX9 0 GAX1",
        "Pyruvate and acetyl-CoA.",
    ),
    ("verb in two words", "FOX9 down regulates GAX1.", "FOX9 - GAX1", "FOX9 down to GAX1."),
    ("ubiquitin ligases", "The RNX8 E3 ubiquitin ligases inhibit GAX1.", "RNX8 - GAX1", "The RNX8 E3 ubiquitin ligases of GAX1."),
    ("symbol that opens", "Cer formation activates GAX1.", "Cer + GAX1", "The formation of GAX1."),
    ("growth inhibition", "FOX9 contributes to the growth inhibition of CRX.", "FOX9 - growth", "The growth inhibition of CRX."),
    ("types of a class", "Type I and type III IFNX activate GAX1.", "type III IFNX + GAX1", "Type I and type III GAX1."),
    ("verb within a name", "FOX9 enables active GSX3 phosphorylate CTX1.", "", "Active GSX3 in CTX1."),
    (
        "class and its members",
        "FOX9 activates glutamine transporters, SLX1 and SLX5.",
        "FOX9 + SLX1; FOX9 + SLX5",
        "FOX9, glutamine transporters, SLX1.",
    ),
    (
        "means at a level",
        "ILX6 impairs FOX9 signaling at the level of IRX1 by serine phosphorylation by JNX1.",
        "ILX6 - FOX9; ILX6 - IRX1; JNX1 - IRX1",
        "At the level of IRX1, JNX1 is seen.",
    ),
    (
        "a description",
        "FLX11, a cell wall adhesin that is required for growth, is regulated by PKX2.",
        "FLX11 + growth; PKX2 0 FLX11",
        "FLX11, a cell wall adhesin.",
    ),
    ("a part by its name", "The UBX domain binds LCX3.", "", "The UBX domain and LCX3."),
    ("nuclear factor", "FOX9 activates nuclear factor-κB.", "FOX9 + nuclear factor-κB", "FOX9 and nuclear factor-κB."),
    (
        "pathways leading to",
        "ILX8 inhibits TLX-dependent signaling pathways leading to MAX1 activation.",
        "ILX8 - TLX; TLX + MAX1",
        "ILX8 and pathways without MAX1.",
    ),
    ("recruited thing", "FOX9 increases the recruitment of IKX2 to MAX4.", "FOX9 + IKX2; IKX2 0 MAX4", "FOX9 is next to MAX4."),
    ("no longer", "GAX1 can no longer recognize FOX9.", "", "GAX1 and FOX9 no longer."),
    (
        "end of a protein",
        "The NSX1 C-terminal effector domain binds TRX3.",
        "NSX1 0 TRX3",
        "The NSX1 C-terminal effector domain.",
    ),
    (
        "shows how",
        "The scheme shows how PX53 suppresses glycolysis.",
        "PX53 - glycolysis",
        "The scheme shows PX53 and glycolysis.",
    ),
    (
        "less of it, which lowers",
        "CPX4 downregulates MLX1, which decreases TGX2 levels.",
        "CPX4 - MLX1; MLX1 + TGX2",
        "CPX4, which decreases in MLX1.",
    ),
    (
        "less of it, which blocks",
        "CPX4 downregulates MLX1, which blocks TGX2.",
        "CPX4 - MLX1",
        "CPX4 beside MLX1, which blocks.",
    ),
    (
        "inhibited, which inhibits",
        "CPX4 downregulates MLX1, which inhibits TGX2.",
        "CPX4 - MLX1; MLX1 - TGX2",
        "CPX4 beside MLX1, which inhibits.",
    ),
    (
        "signals via",
        "TLX3 signals via MYX88, and TLX4 signals via TRX1.",
        "TLX3 + MYX88; TLX4 + TRX1",
        "TLX3 and its signals via MYX88 vary.",
    ),
    ("said in passing", "FOX9, once activated, inhibits MAX1.", "FOX9 - MAX1", "FOX9, once activated, and MAX1."),
    (
        "after treatment",
        "FOX9 is activated after treatment with MAX1.",
        "MAX1 + FOX9",
        "FOX9 was stained after treatment with MAX1.",
    ),
    (
        "broken down to",
        "The degradation of DAX4 leads to HVX2.",
        "DAX4 0 HVX2",
        "The degradation of DAX4 and HVX2.",
    ),
    ("broken down, a process", "Degradation of FOX9 leads to apoptosis.", "FOX9 - apoptosis", "Degradation of FOX9, apoptosis."),
    ("numbered sentence", "Fourth, FOX9 inhibits MAX1.", "FOX9 - MAX1", "Fourth, FOX9 and MAX1."),
    ("enzyme named by what it makes", "FOX9 activates GAX1.", "FOX9 + GAX1", "FOX9 reducing hydrogenase and GAX1."),
    ("in response to, first", "In response to ILX6, STX3 is activated.", "ILX6 + STX3", "In response to light, STX3 is seen."),
]


@pytest.mark.parametrize(("rule", "sentence", "expected", "miss"), RULES, ids=[r[0] for r in RULES])
def test_rule(rule: str, sentence: str, expected: str, miss: str) -> None:
    assert edges(sentence) == {e for e in expected.split("; ") if e}, rule
    assert not edges(miss), rule
