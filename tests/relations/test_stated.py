"""Rules of the reader by what they are about: each reads its sentence, and nothing in a near miss."""

from __future__ import annotations

import pytest

from sitegen.relations import read_caption
from tests.relations import (
    appositions,
    circumstances,
    conversions,
    names_and_lists,
    other_words,
    parts_and_examples,
    pointing_back,
    told_names,
)

RULES = [
    *appositions.RULES,
    *circumstances.RULES,
    *conversions.RULES,
    *names_and_lists.RULES,
    *other_words.RULES,
    *parts_and_examples.RULES,
    *pointing_back.RULES,
    *told_names.RULES,
]


def edges(text: str) -> set[str]:
    return {f"{r.source} {r.polarity} {r.target}" for r in read_caption(text)}


@pytest.mark.parametrize(("sentence", "arrows"), [(s, a) for _, s, a, _ in RULES], ids=[r[0] for r in RULES])
def test_a_rule_reads_its_sentence(sentence: str, arrows: str) -> None:
    assert edges(sentence) == set(arrows.split("; "))


@pytest.mark.parametrize("near_miss", [r[3] for r in RULES], ids=[r[0] for r in RULES])
def test_a_near_miss_states_nothing(near_miss: str) -> None:
    assert edges(near_miss) == set()
