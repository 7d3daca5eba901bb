"""Each rule of the validator finds the fault it is for: a sound page, changed in one place."""

from __future__ import annotations

import copy
import hashlib
import json
from collections.abc import Callable
from typing import Any

import pytest

from sitegen.jsonld.context import Download
from sitegen.jsonld.embed import embed
from tests.jsonld.samples import BASE, CAPTION, FIGID, RICH, context, figure, figure_document
from tests.jsonld.validator import CONFORMS_TO, check_document, check_page

BODY = b"a\tb\n"
FILES = {f"data/{FIGID}-genes.tsv": BODY, f"figures/{FIGID}.html": b"", "": b"", "years/2019.html": b""}
DOCUMENT = figure_document(figure(), context(RICH, downloads=(
    Download("Gene mentions (TSV)", f"{BASE}data/{FIGID}-genes.tsv", "text/tab-separated-values", len(BODY),
             hashlib.sha256(BODY).hexdigest()),)))
Change = Callable[[dict[str, Any]], object]


def page(script: str, body: str = "") -> str:
    return f'<!doctype html><title>x</title><script type="application/ld+json">{script}</script>{body}'


def faults(html: str, visible: bool = False) -> list[str]:
    return check_page(html, base=BASE, exists=FILES.__contains__, read=FILES.get, visible=visible)


def test_the_unchanged_page_is_sound() -> None:
    assert faults(page(embed(DOCUMENT))) == []


@pytest.mark.parametrize(("rule", "html"), [
    ("V1", "<p>no script"),
    ("V1", page(embed(DOCUMENT)) + page(embed(DOCUMENT))),
    ("V1", page("{")),
    ("V1", page('{"@context":"https://schema.org/","@graph":[]}')),
    ("V1", page('{"@context":"http://schema.org","@graph":[{"@type":"Thing"}]}')),
    ("V1", page('{"@context":"https://schema.org/","@type":"Thing"}')),
    ("V1", page('{"@context":"https://schema.org/","@context":"https://schema.org/","@graph":[{"@type":"Thing"}]}')),
    ("V1", page('{"@context":"https://schema.org/","@graph":[{"@type":"PropertyValue","value":NaN}]}')),
    ("V13", page(json.dumps(DOCUMENT, ensure_ascii=False))),
    ("V13", page(embed(DOCUMENT).replace("heat", "heat&amp;"))),
    ("V13", page(embed(DOCUMENT).replace("\\u003c", "\u2028"))),
    ("V1", page(embed(DOCUMENT).replace("\\u003c", "</script><script type='application/ld+json'>"))),
])
def test_the_script(rule: str, html: str) -> None:
    assert rule in {f.split()[0] for f in faults(html)}


def main(node: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = node["@graph"][0]
    return found


def put(*path: Any) -> Change:
    """A change that sets the value at the path's end, below the main node."""
    *steps, key, value = path

    def change(document: dict[str, Any]) -> None:
        node: Any = main(document)
        for step in steps:
            node = node[step]
        node[key] = value

    return change


def drop(key: str) -> Change:
    return lambda document: main(document).pop(key)


def crumbs(document: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = document["@graph"][-1]["itemListElement"]
    return found


def keys_last(document: dict[str, Any]) -> None:
    node = main(document)
    node["@type"] = node.pop("@type")


MUTATIONS: list[tuple[str, Change]] = [
    ("V2", put("@type", "DataSet")),
    ("V2", put("colour", "red")),
    ("V2", put("catalog", {"@type": "DataCatalog", "name": "superseded"})),
    ("V3", put("taxonomicRange", {"@type": "Taxon", "name": "Homo sapiens"})),
    ("V3", put("isBasedOn", 0, "termCode", "x")),
    ("V4", put("isAccessibleForFree", "true")),
    ("V4", put("publisher", "A press")),
    ("V4", put("publisher", {"@type": "Place", "name": "Somewhere"})),
    ("V4", put("citation", [{"@id": f"{BASE}#creator"}])),
    ("V4", put("variableMeasured", 0, "name", 7)),
    ("V4", put("image", "a picture")),
    ("V4", put("keywords", ["a", {"@type": "DefinedTerm", "name": "b"}])),
    *(("V5", drop(key)) for key in ("@id", "name", "description", "identifier", "url", "keywords", "license")),
    ("V5", put(CONFORMS_TO, "@id", "https://bioschemas.org/profiles/Dataset/1.1-DRAFT")),
    ("V5", put(CONFORMS_TO, {"@id": "https://bioschemas.org/profiles/Dataset/1.0-RELEASE"})),
    ("V5", put(CONFORMS_TO, "@id", "https://bioschemas.org/profiles/Gene/1.0-RELEASE")),
    ("V5", put("identifier", {"@type": "PropertyValue", "value": FIGID})),
    ("V6", put("@id", f"figures/{FIGID}.html#dataset")),
    ("V6", put("url", f"{BASE}figures/other.html")),
    ("V6", put("url", "https://elsewhere.example/")),
    ("V6", put("url", "http://localhost:4000/figures/x.html")),
    ("V6", put("sameAs", "https://a.example/b c")),
    ("V6", put("isBasedOn", 0, "contentUrl", "/bin/gr2.jpg")),
    ("V6", put("image", {"@id": f"{BASE}#nothing"})),
    ("V6", put("isBasedOn", 1, {"name": "a node without a type"})),
    ("V6", put("citation", 1, "@id", "https://identifiers.org/pmc:PMC1234567")),
    ("V7", put("name", "CreativeWork")),
    ("V7", put("name", "creativework")),
    ("V7", put("name", " Heat")),
    ("V7", put("about", 0, "name", "NA")),
    ("V7", put("isBasedOn", 0, "name", "ImageObject")),
    ("V7", put("citation", 0, "name", "Review")),
    ("V8", put("description", "x" * 49)),
    ("V8", put("description", "x" * 5001)),
    ("V8", put("description", "x" + " " * 60 + "y")),
    ("V8", put("description", f"{CAPTION}  ")),
    ("V9", put("alternateName", [".na.character"])),
    ("V9", put("alternateName", "")),
    ("V9", put("alternateName", [])),
    ("V9", put("alternateName", None)),
    ("V9", put("keywords", ["a", "NA"])),
    ("V9", put("keywords", ["a", "a"])),
    ("V9", lambda document: main(document)["mentions"].append(copy.deepcopy(main(document)["mentions"][0]))),
    ("V9", lambda document: main(document)["distribution"].append(copy.deepcopy(main(document)["distribution"][0]))),
    ("V10", put("license", "CC0")),
    ("V10", put("license", "https://creativecommons.org/licenses/by/")),
    ("V10", put("license", {"@type": "CreativeWork", "url": "https://a.example/"})),
    ("V10", put("isBasedOn", 0, "license", "https://creativecommons.org/licenses/by/4.0/")),
    ("V10", put("citation", 0, "license", "https://creativecommons.org/licenses/by/4.0/")),
    ("V11", put("distribution", 0, "contentUrl", f"{BASE}data/none.tsv")),
    ("V11", put("distribution", 0, "contentSize", "5 B")),
    ("V11", put("distribution", 0, "sha256", "0" * 64)),
    ("V11", put("distribution", 0, "encodingFormat", "text/csv")),
    ("V12", lambda document: crumbs(document)[0].update(position="1")),
    ("V12", lambda document: crumbs(document)[0].update(position=2)),
    ("V12", lambda document: crumbs(document)[1].pop("item")),
    ("V12", lambda document: crumbs(document)[2].update(item=BASE)),
    ("V12", put("datePublished", "2019-1-1")),
    ("V12", put("citation", 0, "datePublished", "in 2019")),
    ("V14", lambda document: document["@graph"].reverse()),
    ("V14", keys_last),
    ("V14", lambda document: document["@graph"].__setitem__(slice(1, 1), [
        {"@type": "Taxon", "@id": f"https://identifiers.org/taxonomy:{n}", "name": "x"} for n in (20, 3)])),
]


@pytest.mark.parametrize(("rule", "change"), MUTATIONS, ids=[f"{i}-{rule}" for i, (rule, _) in enumerate(MUTATIONS)])
def test_a_changed_document(rule: str, change: Change) -> None:
    document = copy.deepcopy(DOCUMENT)
    change(document)
    assert rule in {f.split()[0] for f in faults(page(embed(document)))}


def test_positions_that_are_booleans_are_no_integers() -> None:
    document = copy.deepcopy(DOCUMENT)
    crumbs(document)[0]["position"] = True
    assert faults(page(embed(document))) != []


def test_a_page_shows_what_its_markup_says() -> None:
    links = (f'<h1>Heat and the <i>sugar</i> channel</h1><p>How heat moves a channel.</p>'
             f'<a href="https://creativecommons.org/publicdomain/zero/1.0/">CC0</a>'
             f'<a href="../data/{FIGID}-genes.tsv">genes</a>')
    assert faults(page(embed(DOCUMENT), links), visible=True) == []
    for text in ("sugar", "How heat", "zero/1.0", "-genes"):
        found = faults(page(embed(DOCUMENT), links.replace(text, "x")), visible=True)
        assert [f.split()[0] for f in found] == ["V15"], text


def test_a_parsed_document_can_be_checked_alone() -> None:
    assert check_document(json.loads(embed(DOCUMENT)), base=BASE, exists=FILES.__contains__) == []
    assert check_document([], base=BASE, exists=FILES.__contains__) != []
