"""Given markup is kept where it is valid and repaired where it is known to be broken."""

from __future__ import annotations

from typing import Any

import pytest

from sitegen.jsonld.given import CODE, Given, Note, distinct, read_given
from sitegen.jsonld.naming import base_name
from sitegen.problems import CODES
from tests.jsonld.samples import BASE, FIGID, GIVEN, figure


def reading(raw: dict[str, Any]) -> tuple[Given, tuple[Note, ...]]:
    return read_given(figure(given_jsonld=raw), BASE)


def test_what_every_public_figure_holds_needs_no_note() -> None:
    given, notes = reading(GIVEN)
    assert notes == ()
    assert given.license == "https://creativecommons.org/publicdomain/zero/1.0/"
    assert given.creators == ({"@type": "Organization", "name": "WikiPathways"},)
    assert given.same_as == GIVEN["@id"]
    assert list(distinct(given.keywords)) == ["HEAT1", "Chb2", "chb2", "no", "sugar"]
    assert given.rest == {}


def test_nothing_given_is_nothing_wrong() -> None:
    assert reading({}) == (Given(None, None, (), (), None, {}), ())


@pytest.mark.parametrize("name", ["CreativeWork", "creativework", "DATASET", "Thing", "NA", ".na.character", "", " "])
def test_a_class_or_nothing_is_no_name(name: str) -> None:
    assert base_name(figure(given_jsonld={"name": name})) == base_name(figure(given_jsonld={}))


def test_a_name_is_kept_trimmed() -> None:
    assert base_name(figure(given_jsonld={"name": "  Heat and\n sugar "})) == "Heat and sugar"


@pytest.mark.parametrize(("text", "expected"), [
    ("CC0", "https://creativecommons.org/publicdomain/zero/1.0/"),
    ("cc0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
    ("CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
    ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
    ("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"),
    ("CC BY-NC-SA 3.0", "https://creativecommons.org/licenses/by-nc-sa/3.0/"),
    ("https://example.org/licence/2.0/", "https://example.org/licence/2.0/"),
    (".na.character", None),
    ({"@type": "CreativeWork", "name": "House rules"}, {"@type": "CreativeWork", "name": "House rules"}),
    ({"@type": "CreativeWork"}, None),
])
def test_licences(text: Any, expected: Any) -> None:
    given, notes = reading({"license": text})
    assert given.license == expected
    assert notes == ()


def test_another_licence_becomes_a_named_work_with_a_note() -> None:
    given, notes = reading({"license": "ask the author"})
    assert given.license == {"@type": "CreativeWork", "name": "ask the author"}
    assert [n.key for n in notes] == ["license"]


@pytest.mark.parametrize(("address", "expected"), [
    (f"{BASE}figures/{FIGID}.html", None),
    (f"{BASE}figures/{FIGID}.html#dataset", None),
    (f"{BASE}old/{FIGID}", f"{BASE}old/{FIGID}"),
    ("https://other.example.net/x", "https://other.example.net/x"),
    ("not an address", None),
    ("javascript:alert(1)", None),
    ("http://localhost:4000/figures/PMC1__f1.html", None),
    ("NA", None),
])
def test_a_foreign_id_becomes_same_as(address: str, expected: str | None) -> None:
    assert reading({"@id": address})[0].same_as == expected


def test_another_type_becomes_dataset_with_a_note() -> None:
    note = Note("@type", "ImageObject became Dataset, the type of a figure's data")
    assert reading({"@type": "ImageObject"})[1] == (note,)


@pytest.mark.parametrize(("value", "expected"), [
    ("A group", ({"@type": "Organization", "name": "A group"},)),
    ({"name": "A group"}, ({"@type": "Organization", "name": "A group"},)),
    ({"@type": "Person", "name": "Ann Other", "url": "https://a.example/"},
     ({"@type": "Person", "name": "Ann Other", "url": "https://a.example/"},)),
    ([{"@type": "Person", "name": "Ann Other"}, {"@type": "Person", "name": "Ann Other"}],
     ({"@type": "Person", "name": "Ann Other"},)),
    ("NA", ()), (None, ()),
])
def test_creators(value: Any, expected: Any) -> None:
    given, notes = reading({"creator": value})
    assert given.creators == expected
    assert notes == ()


@pytest.mark.parametrize("value", [{"@type": "Organization"}, {"@type": "Thing", "name": "x"}, {"name": "NA"}])
def test_a_creator_without_a_name_is_dropped_with_a_note(value: Any) -> None:
    given, notes = reading({"creator": value})
    assert given.creators == ()
    assert [n.key for n in notes] == ["creator"]


def test_keywords_in_one_string_are_split() -> None:
    assert list(distinct(reading({"keywords": "b, a,NA,, b "})[0].keywords)) == ["b", "a"]


def test_symbols_of_two_organisms_differ_in_letter_case_alone() -> None:
    symbols = ["Hk2", "Pkm", "HK2", " Hk2", "PKM", "HK2"]
    assert list(distinct(symbols)) == ["Hk2", "Pkm", "HK2", "PKM"]


@pytest.mark.parametrize(("key", "value", "expected"), [
    ("version", "2", "2"),
    ("inLanguage", "en", "en"),
    ("isAccessibleForFree", "true", True),
    ("dateModified", "2021-03-04", "2021-03-04"),
    ("funder", {"@type": "Organization", "name": "A fund"}, {"@type": "Organization", "name": "A fund"}),
    ("isPartOf", {"@id": "https://a.example/set"}, "https://a.example/set"),
    ("temporalCoverage", "2019", "2019"),
    ("about", ["heat", {"@type": "DefinedTerm", "name": "Heat", "termCode": "H1"}, "NA"],
     [{"@type": "DefinedTerm", "name": "Heat", "termCode": "H1"}]),
])
def test_further_valid_properties_are_kept(key: str, value: Any, expected: Any) -> None:
    given, _ = reading({key: value})
    assert given.rest == {key: expected}


@pytest.mark.parametrize(("key", "value"), [
    ("colour", "red"),
    ("taxonomicRange", "Homo sapiens"),
    ("catalog", {"@type": "DataCatalog", "name": "superseded"}),
    ("dateModified", "last week"),
    ("dateModified", "٢٠٢١-٠٣-٠٤"),
    ("isAccessibleForFree", "maybe"),
    ("publisher", "plain text"),
    ("publisher", {"@type": "Place", "name": "Somewhere"}),
    ("isPartOf", "javascript:alert(1)"),
    ("author", {"@type": "Dragon", "name": "x"}),
])
def test_the_rest_is_dropped_with_a_note(key: str, value: Any) -> None:
    given, notes = reading({key: value})
    assert given.rest == {}
    assert [n.key for n in notes] == [key]


@pytest.mark.parametrize(
    "value", ["", "NA", "N/A", "NULL", "NaN", ".na.character", [], ["NA"], {"@type": "Organization", "name": "NA"}, None])
def test_missing_values_vanish_without_a_note(value: Any) -> None:
    assert reading({"funder": value}) == (Given(None, None, (), (), None, {}), ())


def test_a_deep_nest_is_not_followed_for_ever() -> None:
    node: dict[str, Any] = {"@type": "CreativeWork", "name": "core"}
    for _ in range(200):
        node = {"@type": "CreativeWork", "name": "shell", "isPartOf": node}
    given, notes = reading({"isPartOf": node})
    assert str(given.rest).count("shell") <= 5
    assert [n.key for n in notes] == ["isPartOf"]


def test_the_notes_have_a_code() -> None:
    assert CODES[CODE].severity == "warning"
