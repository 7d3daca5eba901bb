"""What is lessened or needed, what feeds a cycle, who acts in lists: a sentence, its arrows, and a near one with its own."""

from __future__ import annotations

import pytest

from sitegen.relations import read_caption

RULES = [
    # rule, sentence, arrows, near sentence, its arrows
    (
        "reduced in response to, leading to",
        "FOX2 is reduced in response to AKX2, leading to necroptosis.",
        "AKX2 - FOX2; FOX2 - necroptosis",
        "FOX2 moves in response to AKX2, leading to necroptosis.",
        "FOX2 + necroptosis",
    ),
    (
        "inhibited due to, resulting in",
        "FOX2 is inhibited due to AKX2, resulting in necroptosis.",
        "AKX2 - FOX2; FOX2 - necroptosis",
        "FOX2 is shown due to its size, resulting in a picture.",
        "",
    ),
    ("lost", "FOX2 is lost, resulting in necroptosis.", "FOX2 - necroptosis", "FOX2 is found, resulting in a picture.", ""),
    ("lost, which", "FOX2 is lost, which leads to necroptosis.", "FOX2 - necroptosis", "FOX2 is lost, which is known.", ""),
    (
        "absent",
        "FOX2 is absent, resulting in necroptosis.",
        "FOX2 - necroptosis",
        "FOX2 is abundant, resulting in necroptosis.",
        "FOX2 + necroptosis",
    ),
    (
        "low, which",
        "FOX2 is low, which leads to necroptosis.",
        "FOX2 - necroptosis",
        "FOX2 is not low, which leads to necroptosis.",
        "FOX2 + necroptosis",
    ),
    (
        "not activated, leading to",
        "FOX2 is not activated, leading to necroptosis.",
        "FOX2 - necroptosis",
        "FOX2 is not converted to MEX3, leading to necroptosis.",
        "",
    ),
    (
        "not activated, which",
        "FOX2 cannot be activated, which leads to necroptosis.",
        "FOX2 - necroptosis",
        "Without mice, FOX2 is activated, which leads to necroptosis.",
        "FOX2 + necroptosis",
    ),
    (
        "not activated due to",
        "FOX2 cannot be activated due to AKX2.",
        "AKX2 - FOX2",
        "FOX2 cannot be activated in response to AKX2.",
        "",
    ),
    (
        "inhibited and leads to",
        "FOX2 is inhibited by AKX2 and leads to necroptosis.",
        "AKX2 - FOX2; FOX2 - necroptosis",
        "FOX2 is cut by AKX2 and leads to necroptosis.",
        "FOX2 + necroptosis",
    ),
    (
        "two causes of two",
        "FOX2 is inhibited due to AKX2, and MEX3 is activated due to KRX7.",
        "AKX2 - FOX2; KRX7 + MEX3",
        "FOX2 is shown due to AKX2, and MEX3 is drawn.",
        "",
    ),
    (
        "not capable of",
        "MEX3 is capable of activating FOX2.",
        "MEX3 + FOX2",
        "MEX3 is not capable of activating FOX2.",
        "",
    ),
    (
        "essential for, in passing",
        "Loss of FOX2, essential for mitosis, leads to necroptosis.",
        "FOX2 + mitosis; FOX2 - necroptosis",
        "FOX2, essential in mice, is there.",
        "",
    ),
    (
        "critical for, after an object",
        "AKX2 inhibits FOX2, critical for mitosis.",
        "AKX2 - FOX2; FOX2 + mitosis",
        "FOX2, critical in mice, is there.",
        "",
    ),
    (
        "a verb after an aside",
        "MEX3, an inhibitor of FOX2, slows mitosis.",
        "MEX3 - FOX2; MEX3 - mitosis",
        "MEX3, one of several slows.",
        "",
    ),
    (
        "a substrate for a cycle",
        "Oxaloacetate is a substrate for the TCA cycle.",
        "Oxaloacetate 0 TCA cycle",
        "FOX2 is a substrate of MEX3.",
        "MEX3 0 FOX2",
    ),
    (
        "a substrate for a chain by its short name",
        "FADH2 is a substrate for the electron transport chain (ETC).",
        "FADH2 0 ETC",
        "FADH2 is a substrate for the second (SEC).",
        "",
    ),
    (
        "effects against",
        "The protective effects of quercetin against fibrosis are known.",
        "quercetin - fibrosis",
        "The protective effects of quercetin are known.",
        "",
    ),
    (
        "one or more of",
        "FOX2 is activated by one or more of MEX3, KRX7, and AKX2.",
        "MEX3 + FOX2; KRX7 + FOX2; AKX2 + FOX2",
        "FOX2 is activated by one or more of them.",
        "",
    ),
    (
        "a substrate for a synthesis",
        "Farnesol is a substrate for retinol biosynthesis.",
        "Farnesol 0 retinol",
        "FOX2 is a substrate of autophagy.",
        "autophagy 0 FOX2",
    ),
    ("enters a cycle", "Citrate enters the TCA cycle.", "Citrate 0 TCA cycle", "FOX2 enters the cell cycle.", ""),
    ("flows into", "Citrate flows into glycolysis.", "Citrate 0 glycolysis", "FOX2 enters the nucleus.", ""),
    (
        "diverted to",
        "Glucose is diverted to sorbitol by MEX3.",
        "Glucose 0 sorbitol; MEX3 + sorbitol",
        "Glucose is diverted in mice.",
        "",
    ),
    ("powered by", "The TCA cycle is powered by valine.", "valine + TCA cycle", "The power of valine is known.", ""),
    ("a potassium ion", "KCX3 mediates K+ efflux.", "KCX3 + K+", "KCX3 mediates K efflux.", ""),
    ("a proton", "KCX3 mediates H+ efflux.", "KCX3 + H+", "KCX3 mediates C efflux.", ""),
    (
        "an enzyme with its letter",
        "MEX3 is inhibited, activating phospholipase C.",
        "MEX3 - phospholipase C",
        "MEX3 is inhibited, activating panel C.",
        "",
    ),
    (
        "an address",
        "MEX3 triggers FOX2-mediated mitosis Drawit.com.",
        "MEX3 + mitosis; FOX2 + mitosis",
        "Drawit.com triggers it.",
        "",
    ),
    (
        "pathway signaling",
        "MEX3 activates the FOX2 pathway signaling.",
        "MEX3 + FOX2",
        "MEX3 activates the pathway signaling.",
        "",
    ),
    (
        "cooperation between",
        "Cooperation between MEX3 and FOX2 leads to mitosis.",
        "MEX3 + mitosis; FOX2 + mitosis",
        "Cooperation between mice leads to mitosis.",
        "",
    ),
    (
        "interplay between",
        "The interplay between MEX3 and FOX2 leads to mitosis.",
        "MEX3 0 FOX2; MEX3 + mitosis; FOX2 + mitosis",
        "The interplay between mice is known.",
        "",
    ),
    (
        "capable of binding",
        "MEX3 and KRX7 are capable of binding to FOX2.",
        "MEX3 0 FOX2; KRX7 0 FOX2",
        "MEX3 is not capable of binding to FOX2.",
        "",
    ),
    (
        "a list of three after an opening phrase",
        "In hypoxia, MEX3, KRX7 and FOX2 promote mitosis.",
        "MEX3 + mitosis; KRX7 + mitosis; FOX2 + mitosis",
        "In hypoxia, MEX3, KRX7 and FOX2 are drawn.",
        "",
    ),
    (
        "a list of four after a noun of change",
        "Upon loss of AKX2, MEX3, KRX7, and FOX2 promote mitosis.",
        "MEX3 + mitosis; KRX7 + mitosis; FOX2 + mitosis",
        "Upon loss of AKX2, MEX3, and KRX7, FOX2 promotes mitosis.",
        "FOX2 + mitosis",
    ),
    (
        "a participle between",
        "In H. pylori infected treatments, MEX3 and FOX2 inhibited KRX7.",
        "MEX3 - KRX7; FOX2 - KRX7",
        "In IRX1 infected samples, mice and rats are drawn.",
        "",
    ),
    (
        "which together with",
        "AKX2 activates MEX3, which together with FOX2 promotes mitosis.",
        "AKX2 + MEX3; MEX3 + mitosis; FOX2 + mitosis",
        "MEX3, which together with FOX2 in mice.",
        "",
    ),
    (
        "activated to cleave",
        "AKX2 activates MEX3 to cleave FOX2.",
        "AKX2 + MEX3; MEX3 0 FOX2",
        "AKX2 activates MEX3 to promote mitosis.",
        "AKX2 + MEX3; AKX2 + mitosis",
    ),
    (
        "a base form after a plural and its participle",
        "MEX3 subunits released from KRX7 stimulate FOX2.",
        "MEX3 + FOX2",
        "MEX3 binds subunits released from KRX7 stimulate FOX2.",
        "",
    ),
]


def edges(text: str) -> set[str]:
    return {f"{r.source} {r.polarity} {r.target}" for r in read_caption(text)}


def told(arrows: str) -> set[str]:
    return set(arrows.split("; ")) if arrows else set()


@pytest.mark.parametrize(("sentence", "arrows"), [(s, a) for _, s, a, _, _ in RULES], ids=[r[0] for r in RULES])
def test_a_rule_reads_its_sentence(sentence: str, arrows: str) -> None:
    assert edges(sentence) == told(arrows)


@pytest.mark.parametrize(("near", "arrows"), [(n, a) for *_, n, a in RULES], ids=[r[0] for r in RULES])
def test_it_leaves_a_near_sentence_alone(near: str, arrows: str) -> None:
    assert edges(near) == told(arrows)
