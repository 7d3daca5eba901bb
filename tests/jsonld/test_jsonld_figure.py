"""A figure's document: what is in it at every size, and that every size is valid."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.jsonld.context import PFOCR_PAPER, Download, Party, Site
from sitegen.jsonld.embed import embed
from sitegen.jsonld.figure import figure_markup
from sitegen.jsonld.naming import base_name
from sitegen.model.figure import GeneMention, Paper
from tests.jsonld.samples import BASE, CAPTION, FIGID, GIVEN, RICH, SITE, context, figure, figure_document
from tests.jsonld.validator import check_document

PAGE = f"{BASE}figures/{FIGID}.html"
TARGETS = (0, 1500, 1700, 1900, 2000, 2300, 2600, 3000, 4000, 5000, 100_000)


def dataset(document: dict[str, Any]) -> dict[str, Any]:
    """The main node."""
    node: dict[str, Any] = document["@graph"][0]
    return node


def faults(document: dict[str, Any]) -> list[str]:
    """What the validator says of it once it has been written and read."""
    return check_document(json.loads(embed(document)), base=BASE, exists=lambda _: True)


def test_a_rich_document_as_a_whole() -> None:
    document = figure_document(figure(), context(RICH))
    paper = "https://identifiers.org/pmc:PMC1234567"
    assert document == {"@context": "https://schema.org/", "@graph": [
        {
            "@type": "Dataset", "@id": f"{PAGE}#dataset",
            "http://purl.org/dc/terms/conformsTo":
                {"@type": "CreativeWork", "@id": "https://bioschemas.org/profiles/Dataset/1.0-RELEASE"},
            "name": "Heat and the sugar channel", "alternateName": ["PMC1234567__F2"], "description": CAPTION,
            "identifier": {"@type": "PropertyValue", "name": "PFOCR figure ID", "value": FIGID},
            "url": PAGE, "mainEntityOfPage": PAGE, "sameAs": f"https://old.example.net/figures/{FIGID}.html",
            "license": "https://creativecommons.org/publicdomain/zero/1.0/", "isAccessibleForFree": True,
            "keywords": ["HEAT1", "Chb2", "chb2", "no", "sugar"],
            "creator": {"@type": "Organization", "@id": f"{BASE}#creator", "name": "WikiPathways"},
            "publisher": {"@type": "Organization", "@id": f"{BASE}#publisher", "name": "Figure Garden"},
            "includedInDataCatalog": {"@type": "DataCatalog", "@id": f"{BASE}#catalog", "name": "Figure Garden"},
            "isPartOf": f"{BASE}#corpus",
            "isBasedOn": [
                {
                    "@type": "ImageObject", "@id": f"{PAGE}#figure",
                    "contentUrl": "https://europepmc.org/articles/PMC1234567/bin/gr2.v1.jpg",
                    "creditText": "Ann Other, et al. J Invent. 2019;1:2-3.", "encodingFormat": "image/jpeg",
                    "sameAs": "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC1234567/figure/F2/",
                    "subjectOf": [
                        {"@type": "CreativeWork", "name": "NDEx network of this figure",
                         "url": "https://www.ndexbio.org/viewer/networks/00000000-dec7-11ea-99da-0ac135e8bacf"},
                        {"@type": "CreativeWork", "name": "WikiPathways pathway WP1",
                         "url": "https://www.wikipathways.org/instance/WP1"},
                    ],
                    "isPartOf": {"@id": paper}, "representativeOfPage": True,
                    "name": "Figure 2: Heat and the sugar channel",
                },
                {"@id": paper},
            ],
            "citation": [
                {
                    "@type": "ScholarlyArticle", "@id": paper, "name": "How heat moves a channel",
                    "identifier": ["pmc:PMC1234567", "doi:10.5555/invented.1"], "datePublished": "2019",
                    "url": "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC1234567",
                    "sameAs": "https://doi.org/10.5555/invented.1",
                    "isPartOf": {"@type": "Periodical", "name": "Journal of Invented Results",
                                 "alternateName": "J Invent"},
                    "publisher": {"@type": "Organization", "name": "Example Press"},
                    "keywords": ["heat", "channels"],
                },
                {
                    "@type": "ScholarlyArticle", "@id": f"https://doi.org/{PFOCR_PAPER.doi}", "name": PFOCR_PAPER.name,
                    "identifier": [f"doi:{PFOCR_PAPER.doi}"], "url": f"https://doi.org/{PFOCR_PAPER.doi}",
                    "datePublished": "2020-11-09",
                },
            ],
            "image": {"@id": f"{PAGE}#figure"},
            "measurementTechnique": ["optical character recognition", "named entity recognition"],
            "variableMeasured": [
                {"@type": "PropertyValue", "name": "NCBI genes mentioned", "value": 4},
                {"@type": "PropertyValue", "name": "pathway figure classifier score", "value": 0.91,
                 "minValue": 0, "maxValue": 1},
            ],
            "about": [
                {"@type": "Taxon", "@id": "https://identifiers.org/taxonomy:10090", "name": "Mus musculus"},
                {"@type": "Taxon", "@id": "https://identifiers.org/taxonomy:9606", "name": "Homo sapiens"},
                {"@type": "Taxon", "name": "Invented beetle"},
            ],
            "mentions": [
                {"@type": "Gene", "@id": "https://identifiers.org/ncbigene:101", "identifier": "ncbigene:101",
                 "name": "HEAT1", "taxonomicRange": {"@id": "https://identifiers.org/taxonomy:9606"}},
                {"@type": "Gene", "@id": "https://identifiers.org/ncbigene:102", "identifier": "ncbigene:102",
                 "name": "CHB2", "taxonomicRange": {"@id": "https://identifiers.org/taxonomy:9606"}},
                {"@type": "Gene", "@id": "https://identifiers.org/ncbigene:2102", "identifier": "ncbigene:2102",
                 "name": "Chb2", "taxonomicRange": {"@id": "https://identifiers.org/taxonomy:10090"}},
                {"@type": "DefinedTerm", "@id": "https://identifiers.org/mesh:D000001", "name": "Sugar",
                 "termCode": "D000001", "inDefinedTermSet": "https://bioregistry.io/mesh",
                 "sameAs": "https://identifiers.org/CHEBI:17"},
                {"@type": "DefinedTerm", "@id": "https://identifiers.org/mesh:D000002", "name": "chill",
                 "termCode": "D000002", "inDefinedTermSet": "https://bioregistry.io/mesh",
                 "sameAs": "https://identifiers.org/DOID:42"},
            ],
            "distribution": [{
                "@type": "DataDownload", "contentUrl": f"{BASE}data/{FIGID}-genes.tsv",
                "encodingFormat": "text/tab-separated-values", "name": "Gene mentions (TSV)", "contentSize": "5 B",
            }],
        },
        {"@type": "BreadcrumbList", "itemListElement": [
            {"@type": "ListItem", "position": 1, "name": "Home", "item": BASE},
            {"@type": "ListItem", "position": 2, "name": "2019", "item": f"{BASE}years/2019.html"},
            {"@type": "ListItem", "position": 3, "name": "Figure 2"},
        ]},
    ]}


@pytest.mark.parametrize("target", TARGETS)
def test_every_size_is_valid_and_within_its_target(target: int) -> None:
    document = figure_document(figure(), context(replace(SITE, target_bytes=target)))
    assert faults(document) == []
    required = len(embed(figure_document(figure(), context(replace(SITE, target_bytes=0)))).encode())
    assert len(embed(document).encode()) <= max(target, required)


def test_what_is_never_left_out() -> None:
    node = dataset(figure_document(figure(), context(replace(SITE, target_bytes=0))))
    assert list(node) == ["@type", "@id", "http://purl.org/dc/terms/conformsTo", "name", "description", "identifier",
                          "url", "license", "keywords", "creator", "isBasedOn", "citation"]
    assert list(node["isBasedOn"][0]) == ["@type", "contentUrl", "creditText"]
    assert list(node["citation"][0]) == ["@type", "@id", "name", "identifier"]


def test_more_room_never_says_less() -> None:
    sizes = [len(embed(figure_document(figure(), context(replace(SITE, target_bytes=t))))) for t in TARGETS]
    assert sizes == sorted(sizes)
    assert len(set(sizes)) > 6


def test_a_long_description_gives_way_and_comes_back() -> None:
    text = "The kinase meets its channel. " * 60
    lean, rich = (dataset(figure_document(figure(caption=text, given_jsonld={}), context(s))) for s in (SITE, RICH))
    assert 100 <= len(lean["description"]) <= 240
    assert lean["description"].endswith("channel.…")
    assert rich["description"] == text.strip()


def test_the_same_figure_gives_the_same_bytes() -> None:
    assert embed(figure_document(figure(), context())) == embed(figure_document(figure(), context()))


@pytest.mark.parametrize(("changes", "expected"), [
    ({}, "Heat and the sugar channel"),
    ({"given_jsonld": {"name": " Given  name "}}, "Given name"),
    ({"given_jsonld": {"name": "NA"}, "title": None}, "How heat moves a channel"),
    ({"given_jsonld": {"name": "N/A", "license": "N/A", "creator": "NULL"}}, "Heat and the sugar channel"),
    ({"title": "Review"}, "How heat moves a channel"),
    ({"title": None, "paper": Paper("PMC5")}, "Figure 2 of PMC5"),
    ({"title": None, "paper": Paper("PMC5", "Thing.")}, "Figure 2 of PMC5"),
])
def test_the_name(changes: dict[str, Any], expected: str) -> None:
    assert base_name(figure(**changes)) == expected
    markup = figure_markup(figure(**changes), context())
    assert markup.name == expected == dataset(markup.document)["name"]
    assert faults(markup.document) == []


def test_namesakes_are_told_apart() -> None:
    markup = figure_markup(figure(), context(name_repeats=True))
    assert markup.name == "Heat and the sugar channel (Figure 2, PMC1234567)"
    nameless = figure_markup(figure(title=None, given_jsonld={}, paper=Paper("PMC5")), context(name_repeats=True))
    assert nameless.name == f"Figure 2 of PMC5 ({figure().figid})"
    twin = figure_markup(figure(), context(name_repeats=True, number_repeats=True))
    assert twin.name == f"Heat and the sugar channel ({figure().figid})"
    unnumbered = figure_markup(figure(number=None), context(name_repeats=True))
    assert unnumbered.name == f"Heat and the sugar channel ({figure().figid})"


@pytest.mark.parametrize(("keywords", "expected"), [
    ([], ["Mus musculus", "Homo sapiens", "Invented beetle", "pathway figure"]),
    (["NA", ".na.character"], ["Mus musculus", "Homo sapiens", "Invented beetle", "pathway figure"]),
    (["no", "on", "1E10", "2001-01-01"], ["no", "on", "1E10", "2001-01-01"]),
    (["nan", "NULL", "N/A", "[]"], ["nan", "NULL", "N/A"]),
    ([f"g{i}" for i in range(30)], [f"g{i}" for i in range(30)]),
    (["Hk2", "HK2", "Hk2"], ["Hk2", "HK2"]),
])
def test_keywords(keywords: list[str], expected: list[str]) -> None:
    assert dataset(figure_document(figure(given_jsonld={"keywords": keywords}), context(RICH)))["keywords"] == expected


def test_mentions_are_capped_distinct_and_named() -> None:
    genes = tuple(GeneMention("9606", "Homo sapiens", f"W{i}", None, None if i == 3 else f"G{i}", str(100 + i // 2))
                  for i in range(60))
    node = dataset(figure_document(figure(genes=genes), context(replace(RICH, max_mentions=7))))
    assert [m["@id"].rpartition(":")[2] for m in node["mentions"]] == ["100", "101", "102", "103", "104", "105", "106"]
    assert "mentions" not in dataset(figure_document(figure(), context(replace(RICH, max_mentions=0))))


def test_organisms_of_genes_alone_follow_by_number() -> None:
    genes = tuple(GeneMention(t, o, "W", None, "G", str(i)) for i, (t, o) in enumerate(
        (("10116", "Rattus norvegicus"), ("7955", "Danio rerio"), ("9606", "Homo sapiens")), 1))
    document = figure_document(figure(genes=genes, organisms=("Homo sapiens",)), context(RICH))
    assert [n["@id"] for n in document["@graph"] if n["@type"] == "Taxon"] == [
        "https://identifiers.org/taxonomy:7955", "https://identifiers.org/taxonomy:10116"]
    assert faults(document) == []


def test_nothing_known_but_the_identifiers_is_enough() -> None:
    bare = figure(paper=Paper("PMC1"), figid="PMC1__a", title=None, caption=None, number=None, filename=None,
                  figlink=None, aliases=(), organisms=(), score=None, ndex=None, wpid=None, given_jsonld={}, genes=(),
                  chemicals=(), diseases=())
    for site in (SITE, RICH):
        document = figure_document(bare, context(site, downloads=(), trail=()))
        assert faults(document) == []
        assert dataset(document)["keywords"] == ["pathway figure"]
        assert dataset(document)["citation"][0]["name"] == "PMC1"


def test_given_properties_are_kept_beside_ours() -> None:
    raw = {**GIVEN, "citation": {"@type": "CreativeWork", "name": "A second source"}, "version": "3",
           "about": [{"@type": "DefinedTerm", "name": "Heat shock"}], "colour": "red",
           "publisher": {"@type": "Organization", "name": "A publisher"}}
    for site in (replace(SITE, target_bytes=0), SITE, RICH):
        markup = figure_markup(figure(given_jsonld=raw), context(site))
        node = dataset(markup.document)
        assert node["citation"][-1] == {"@type": "CreativeWork", "name": "A second source"}
        assert node["version"] == "3"
        assert node["about"][-1] == {"@type": "DefinedTerm", "name": "Heat shock"}
        assert node["publisher"] == {"@type": "Organization", "name": "A publisher"}
        assert [n.key for n in markup.notes] == ["colour"]
        assert faults(markup.document) == []


def test_several_creators_have_addresses_of_their_own() -> None:
    raw = {"creator": [{"@type": "Person", "name": "Ann Other"}, "WikiPathways"]}
    assert dataset(figure_document(figure(given_jsonld=raw), context()))["creator"] == [
        {"@type": "Person", "@id": f"{BASE}#by-ann_other", "name": "Ann Other"},
        {"@type": "Organization", "@id": f"{BASE}#creator", "name": "WikiPathways"},
    ]


def test_configured_values() -> None:
    site = replace(RICH, license="https://example.org/licence/1.0/", creator=Party("A lab"), released="2023-05-01",
                   version="2023", publisher=Party("A press", "https://press.example/"), citation=None,
                   images=("https://img.example/{pmcid}/{filename}",))
    node = dataset(figure_document(figure(given_jsonld={}, filename="a b?.PNG"), context(site)))
    assert node["license"] == "https://example.org/licence/1.0/"
    assert node["creator"]["name"] == "A lab"
    assert node["publisher"] == {"@type": "Organization", "@id": f"{BASE}#publisher", "name": "A press"}
    assert (node["datePublished"], node["version"]) == ("2023-05-01", "2023")
    assert len(node["citation"]) == 1
    assert node["isBasedOn"][0]["contentUrl"] == "https://img.example/PMC1234567/a%20b%3F.PNG"
    assert node["isBasedOn"][0]["encodingFormat"] == "image/png"


def test_the_licence_of_the_data_is_not_said_of_picture_or_paper() -> None:
    node = dataset(figure_document(figure(), context(RICH)))
    assert "license" not in node["isBasedOn"][0]
    assert "license" not in node["citation"][0]


def test_the_caption_stands_once() -> None:
    assert embed(figure_document(figure(), context(RICH))).count("wears the channel") == 1
    other = figure(given_jsonld={"description": "Another text of the curator that is long enough to be kept here."})
    assert dataset(figure_document(other, context(RICH)))["isBasedOn"][0]["caption"] == CAPTION


@pytest.mark.parametrize("text", ["</script><script>alert(1)</script> " * 3, "<!-- " * 20, "]]> & &amp; \u2028 " * 9])
def test_hostile_texts_are_only_texts(text: str) -> None:
    hostile = figure(title=text, caption=text, organisms=(text,), aliases=(text,), given_jsonld={"keywords": [text]},
                     paper=Paper("PMC1234567", text, text, "2019", None, text, text, text, (text,)),
                     genes=(GeneMention("9606", text, text, text, text, "1"),))
    for site in (SITE, RICH):
        document = figure_document(hostile, context(site))
        assert not set("<>&\u2028") & set(embed(document))
        assert faults(document) == []


@settings(max_examples=150, deadline=None)
@given(title=st.text(max_size=60), caption=st.text(max_size=300), keywords=st.lists(st.text(max_size=12), max_size=12),
       target=st.integers(0, 6000), reference=st.text(max_size=40), symbol=st.text(max_size=8))
def test_any_text_at_any_size_is_valid(title: str, caption: str, keywords: list[str], target: int, reference: str,
                                       symbol: str) -> None:
    raw = {"keywords": keywords, "name": title, "description": caption}
    one = figure(title=title, caption=caption, given_jsonld=raw,
                 paper=Paper("PMC1234567", title, reference, "2019", reference, title, reference, symbol, (symbol,)),
                 genes=(GeneMention("9606", "Homo sapiens", symbol, None, symbol, "1"),), aliases=(title,),
                 organisms=(title, symbol))
    document = figure_document(one, context(replace(SITE, target_bytes=target)))
    assert faults(document) == []


@pytest.mark.parametrize("address", ["https://a.example", "a.example/", "//a.example/"])
def test_a_site_has_an_absolute_address(address: str) -> None:
    with pytest.raises(ValueError):
        Site(address, "x")


def test_a_second_download_needs_room() -> None:
    files = tuple(Download(kind, f"{BASE}data/{FIGID}-{kind}.tsv", "text/tab-separated-values")
                  for kind in ("genes", "chemicals"))
    assert len(dataset(figure_document(figure(), context(RICH, downloads=files)))["distribution"]) == 2
    assert "distribution" not in dataset(figure_document(figure(), context(RICH, downloads=())))
