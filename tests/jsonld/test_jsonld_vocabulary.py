"""The shipped extract is what schema.org says, and says it of the right classes."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.jsonld import schema_org
from sitegen.jsonld.vocabulary import ANCESTORS, PROPERTIES, fit, is_class_name, is_url
from sitegen.model.missing import is_missing
from tests.jsonld.extract_vocabulary import module
from tests.jsonld.vocabulary import vocabulary


def test_the_extract_is_up_to_date() -> None:
    assert Path(schema_org.__file__).read_text(encoding="utf-8") == module()


def test_the_extract_names_its_licence() -> None:
    assert "creativecommons.org/licenses/by-sa/3.0" in (schema_org.__doc__ or "")


def test_all_properties_of_a_dataset_are_there() -> None:
    full = vocabulary()
    line = full.ancestors("Dataset")
    expected = {p for p, domains in full.domains.items() if domains & line and p not in full.superseded}
    assert {p for p, known in PROPERTIES.items() if known.domains & ANCESTORS["Dataset"]} == expected
    assert len(expected) > 120


def test_every_class_is_known_by_name() -> None:
    assert {c for c in vocabulary().classes if not is_class_name(c.upper())} == set()
    assert not is_class_name("Heat and the sugar channel")


@pytest.mark.parametrize(("text", "missing"), [
    ("", True), (" NA ", True), (".na.character", True), (".na.real", True), ("[]", True),
    ("N/A", True), ("NULL", True), ("NaN", True), ("NAD", False), ("na", False), ("0", False), ("none", False),
])
def test_missing(text: str, missing: bool) -> None:
    assert is_missing(text) is missing


@pytest.mark.parametrize(("text", "url"), [
    ("https://a.example/b?c=d#e", True), ("http://a.example", True), ("CC0", False), ("//a.example", False),
    ("https://a.example/b c", False), ("https://a.example/\nb", False), ("javascript:alert(1)", False),
    ("https://a.example/<b>", False), ("ftp://a.example/", False), ("http://localhost:4000/figures/PMC1__f1.html", False),
    ("http://LOCALHOST", False), ("https://127.0.0.1/x", False), ("http://0.0.0.0:8000/", False), ("http://[::1]:80/", False),
    ("http://me@localhost/", False), ("https://localhost.example/", True), ("https://a.example/localhost", True),
    ("https://127.example/", True),
])
def test_urls(text: str, url: bool) -> None:
    assert is_url(text) is url


def test_a_list_holds_what_says_the_same_once() -> None:
    node = {"@type": "Person", "name": "a", "url": "https://a.example/"}
    kept, reason = fit("Dataset", "author", [node, dict(reversed(node.items())), {"@type": "Person", "name": "b"}, node])
    assert (kept, reason) == ([node, {"@type": "Person", "name": "b"}], "")
