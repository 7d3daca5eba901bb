"""The reader's word lists: no word twice in one, and none that no caption could hold."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sitegen.relations import lexis

DATA = Path(__file__).resolve().parents[2] / "sitegen/relations/data"
LISTS = sorted(p.name for p in DATA.glob("*.toml") if p.name != "confidence.toml")


def lists(value: Any, path: str = "") -> Iterator[tuple[str, list[str]]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from lists(inner, f"{path}.{key}".strip("."))
    elif isinstance(value, list) and all(isinstance(word, str) for word in value):
        yield path, value


@pytest.mark.parametrize("name", LISTS)
def test_a_list_has_each_word_once_and_none_in_vain(name: str) -> None:
    with open(DATA / name, "rb") as f:
        found = dict(lists(tomllib.load(f)))
    assert found or name == "english.toml"
    for path, words in found.items():
        if not path.startswith("irregular."):  # the forms of a verb stand in order, and may be the same
            assert [word for word, n in Counter(words).items() if n > 1] == [], path
        assert [word for word in words if "_" in word] == [], path


def test_no_form_with_s_is_a_base_form_too() -> None:
    assert [text for text, kinds in lexis.KINDS.items() if {"base", "s"} <= kinds] == []
