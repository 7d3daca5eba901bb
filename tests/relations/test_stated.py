"""Rules of the reader by what they are about: each reads its sentence, and nothing in a near miss."""

from __future__ import annotations

import pytest

from sitegen.relations import read_caption
from tests.relations import (
    antecedents_and_lists,
    appositions,
    circumstances,
    conversions,
    less_of_a_cause_and_what_feeds_a_cycle,
    lists_before_verbs_and_later_members,
    names_and_lists,
    other_words,
    parts_and_examples,
    pointing_back,
    signs_and_steps,
    told_names,
    verbs_and_their_series,
)

RULES = [
    *antecedents_and_lists.RULES,
    *appositions.RULES,
    *circumstances.RULES,
    *conversions.RULES,
    *less_of_a_cause_and_what_feeds_a_cycle.RULES,
    *lists_before_verbs_and_later_members.RULES,
    *names_and_lists.RULES,
    *other_words.RULES,
    *parts_and_examples.RULES,
    *pointing_back.RULES,
    *signs_and_steps.RULES,
    *told_names.RULES,
    *verbs_and_their_series.RULES,
]
"""Name, sentence, its arrows, a near miss, and the arrows that that states, where it states some."""


def edges(text: str) -> set[str]:
    return {f"{r.source} {r.polarity} {r.target}" for r in read_caption(text)}


def told(arrows: str) -> set[str]:
    return set(arrows.split("; ")) if arrows else set()


@pytest.mark.parametrize(("sentence", "arrows"), [r[1:3] for r in RULES], ids=[r[0] for r in RULES])
def test_a_rule_reads_its_sentence(sentence: str, arrows: str) -> None:
    assert edges(sentence) == told(arrows)


@pytest.mark.parametrize(("near_miss", "arrows"), [(*r[3:], "")[:2] for r in RULES], ids=[r[0] for r in RULES])
def test_a_near_miss_states_nothing_of_it(near_miss: str, arrows: str) -> None:
    assert edges(near_miss) == told(arrows)
