"""Which arrows are shown: members of a list that fall on both sides of the threshold."""

from __future__ import annotations

import pytest

from sitegen.relations.arguments import Edge
from sitegen.relations.choice import Found, alike
from sitegen.relations.names.name import Name


def found(source: str, target: str, confidence: float, sign: int = 1, kind: str = "shape", pattern: str = "active") -> Found:
    return Found(Edge(Name(source, "shape"), Name(target, kind), "activation", sign, pattern), (0, 9), confidence)


def test_a_member_of_a_list_just_below_the_threshold_is_as_sure_as_the_surest() -> None:
    sure, short = found("AKX2", "FXO1", 0.8), found("NKX3", "FXO1", 0.71)
    assert [f.confidence for f in alike([sure, short], 0.72)] == [0.8, 0.8]


@pytest.mark.parametrize(
    "other",
    [
        found("NKX3", "FXO1", 0.6),
        found("NKX3", "FXO1", 0.71, sign=-1),
        found("NKX3", "FXO1", 0.71, pattern="relative"),
        found("NKX3", "BEX4", 0.71),
        found("AKX2", "apoptosis", 0.71, kind="process"),
        found("AKX2", "BEX4", 0.71, sign=0),
    ],
    ids=["far", "sign", "pattern", "ends", "process", "unsigned"],
)
def test_another_arrow_stays_below_the_threshold(other: Found) -> None:
    unsigned = found("AKX2", "FXO1", 0.8, sign=0)
    assert alike([found("AKX2", "FXO1", 0.8), unsigned, other], 0.72)[-1] == other
