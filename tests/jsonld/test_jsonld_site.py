"""The markup of home, gene and organism pages."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from sitegen.jsonld.context import Download, Link
from sitegen.jsonld.embed import embed
from sitegen.jsonld.nodes import term
from sitegen.jsonld.site import (
    MAX_FIGURES,
    Counts,
    GeneEntry,
    gene_document,
    home_document,
    organism_document,
    term_document,
)
from tests.jsonld.samples import BASE, SITE
from tests.jsonld.validator import check_document

HOME = Link("Home", BASE)
FIGURES = tuple(Link(f"Figure {i}", f"{BASE}figures/PMC{i}__a.html") for i in range(1, 60))


def faults(document: dict[str, Any]) -> list[str]:
    """What the validator says of it once it has been written and read."""
    return check_document(json.loads(embed(document)), base=BASE, exists=lambda _: True)


def test_home_page() -> None:
    files = (Download("Gene sets (GMT)", f"{BASE}downloads/all.gmt", "text/plain", 12, "0" * 64),)
    document = home_document(replace(SITE, released="2023-05-01", version="2023"), downloads=files,
                             counts=Counts(3134, 1, 0), search=f"{BASE}search/")
    assert faults(document) == []
    website, catalog, paper, creator, publisher = document["@graph"]
    assert [n["@type"] for n in document["@graph"]] == ["WebSite", "DataCatalog", "ScholarlyArticle", "Organization",
                                                       "Organization"]
    assert website["potentialAction"]["target"]["urlTemplate"] == f"{BASE}search/?q={{search_term_string}}"
    assert catalog["description"].endswith(": 3,134 figures, 1 paper.")
    corpus = catalog["dataset"]
    assert corpus["@id"] == f"{BASE}#corpus"
    assert corpus["identifier"] == f"{BASE}#corpus"
    assert (corpus["datePublished"], corpus["version"]) == ("2023-05-01", "2023")
    assert corpus["distribution"] == [{
        "@type": "DataDownload", "name": "Gene sets (GMT)", "contentUrl": f"{BASE}downloads/all.gmt",
        "encodingFormat": "text/plain", "contentSize": "12 B", "sha256": "0" * 64}]
    assert catalog["citation"] == {"@id": paper["@id"]} == corpus["citation"]
    assert (creator["name"], publisher["name"]) == ("WikiPathways", "Figure Garden")


def test_home_page_of_which_little_is_known() -> None:
    document = home_document(replace(SITE, citation=None, description="Figures of an invented field."))
    assert faults(document) == []
    assert "potentialAction" not in document["@graph"][0]
    assert document["@graph"][1]["description"] == "Figures of an invented field."
    assert "distribution" not in document["@graph"][1]["dataset"]
    assert "ScholarlyArticle" not in [n["@type"] for n in document["@graph"]]


def test_gene_page_of_a_symbol_that_organisms_share() -> None:
    page = f"{BASE}genes/CHB2.html"
    document = gene_document(page, "CHB2", (
        GeneEntry("102", "CHB2", "Homo sapiens", "9606", FIGURES[:1]),
        GeneEntry("103", "CHB2", "Homo sapiens", "9606", FIGURES),
        GeneEntry("900", "CHB2", "Invented beetle", None),
    ), (HOME, Link("Genes", f"{BASE}genes/index.html")))
    assert faults(document) == []
    one, two, three, trail = document["@graph"]
    assert one == {
        "@type": "Gene", "@id": "https://identifiers.org/ncbigene:102",
        "http://purl.org/dc/terms/conformsTo":
            {"@type": "CreativeWork", "@id": "https://bioschemas.org/profiles/Gene/1.0-RELEASE"},
        "identifier": "ncbigene:102", "name": "CHB2",
        "description": "Homo sapiens gene CHB2, mentioned in pathway figures indexed on this site.",
        "url": "https://www.ncbi.nlm.nih.gov/gene/102", "mainEntityOfPage": page,
        "taxonomicRange": {"@type": "Taxon", "@id": "https://identifiers.org/taxonomy:9606", "name": "Homo sapiens"},
        "subjectOf": [{"@type": "WebPage", "@id": FIGURES[0].url, "name": "Figure 1", "url": FIGURES[0].url}],
    }
    assert len(two["subjectOf"]) == MAX_FIGURES == 50
    assert two["taxonomicRange"] == {"@id": "https://identifiers.org/taxonomy:9606"}
    assert three["taxonomicRange"] == {"@type": "Taxon", "name": "Invented beetle"}
    assert "subjectOf" not in three
    assert [i["name"] for i in trail["itemListElement"]] == ["Home", "Genes", "CHB2"]


def test_organism_page() -> None:
    page = f"{BASE}organisms/rattus_norvegicus.html"
    document = organism_document(page, "Rattus norvegicus", "10116", FIGURES[:1], (HOME,))
    assert faults(document) == []
    assert document["@graph"][0] == {
        "@type": "Taxon", "@id": "https://identifiers.org/taxonomy:10116",
        "http://purl.org/dc/terms/conformsTo":
            {"@type": "CreativeWork", "@id": "https://bioschemas.org/profiles/Taxon/1.0-RELEASE"},
        "identifier": {"@type": "PropertyValue", "name": "NCBI Taxonomy ID",
                       "propertyID": "https://bioregistry.io/ncbitaxon", "value": "10116"},
        "name": "Rattus norvegicus",
        "taxonRank": ["species", "http://rs.tdwg.org/ontology/voc/TaxonRank#Species"], "url": page,
        "mainEntityOfPage": page, "sameAs": ["https://www.ncbi.nlm.nih.gov/datasets/taxonomy/10116/"],
        "subjectOf": [{"@type": "WebPage", "@id": FIGURES[0].url, "name": "Figure 1", "url": FIGURES[0].url}],
    }


@pytest.mark.parametrize(("name", "ranked"), [
    ("Homo sapiens", True), ("Arabis alpina", True), ("Influenza virus", False), ("Lambda phage", False),
    ("Bacillus sp", False), ("Saccharomyces cerevisiae S288C", False), ("Escherichia", False), ("HIV-1", False),
    ("mouse brain", False), ("Cloning vector", False), ("Anopheles complex", False),
])
def test_a_rank_is_said_of_two_word_names_alone(name: str, ranked: bool) -> None:
    for number in ("1", None):
        document = organism_document(f"{BASE}organisms/x.html", name, number)
        assert faults(document) == []
        node = document["@graph"][0]
        assert ("taxonRank" in node) is ranked
        assert ("http://purl.org/dc/terms/conformsTo" in node) is ranked


def test_an_organism_without_an_id_is_identified_by_its_page() -> None:
    node = organism_document(f"{BASE}organisms/x.html", "Invented beetle", None)["@graph"][0]
    assert node["@id"] == f"{BASE}organisms/x.html#taxon"
    assert "identifier" not in node
    assert "sameAs" not in node


@pytest.mark.parametrize(("given", "same"), [
    ({"chebi": "4167"}, {"sameAs": "https://identifiers.org/CHEBI:4167"}),
    ({"doid": "9351"}, {"sameAs": "https://identifiers.org/DOID:9351"}), ({}, {}),
])
def test_a_chemical_or_disease_page(given: dict[str, str], same: dict[str, str]) -> None:
    page = f"{BASE}chemicals/Glucose.html"
    document = term_document(page, term("Glucose", "D005947", **given), FIGURES[:1], (HOME,))
    assert faults(document) == []
    node, trail = document["@graph"]
    assert node == {
        "@type": "DefinedTerm", "@id": "https://identifiers.org/mesh:D005947", "name": "Glucose", "termCode": "D005947",
        "inDefinedTermSet": "https://bioregistry.io/mesh", **same, "mainEntityOfPage": page,
        "subjectOf": [{"@type": "WebPage", "@id": FIGURES[0].url, "name": "Figure 1", "url": FIGURES[0].url}],
    }
    assert [i["name"] for i in trail["itemListElement"]] == ["Home", "Glucose"]
