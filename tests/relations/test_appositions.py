"""What stands beside a name and says what it is: a sentence, its arrows, and a near miss without any."""

from __future__ import annotations

import pytest

from sitegen.relations import read_caption


def edges(text: str) -> set[str]:
    return {f"{r.source} {r.polarity} {r.target}" for r in read_caption(text)}


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
]


@pytest.mark.parametrize(("sentence", "arrows"), [(s, a) for _, s, a, _ in RULES], ids=[r[0] for r in RULES])
def test_a_rule_reads_its_sentence(sentence: str, arrows: str) -> None:
    assert edges(sentence) == set(arrows.split("; "))


@pytest.mark.parametrize("near_miss", [r[3] for r in RULES], ids=[r[0] for r in RULES])
def test_a_near_miss_states_nothing(near_miss: str) -> None:
    assert edges(near_miss) == set()
