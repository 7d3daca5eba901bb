"""Small nodes that several pages share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sitegen.jsonld.context import Download, Link, Party, Site, Work
from sitegen.model import external

CONTEXT = "https://schema.org/"
IDENTIFIERS = "https://identifiers.org/"
CONFORMS_TO = "http://purl.org/dc/terms/conformsTo"
PROFILES = "https://bioschemas.org/profiles/"
DATASET_PROFILE = PROFILES + "Dataset/1.0-RELEASE"
CATALOG_PROFILE = PROFILES + "DataCatalog/0.3-RELEASE-2019_07_01"
GENE_PROFILE = PROFILES + "Gene/1.0-RELEASE"
TAXON_PROFILE = PROFILES + "Taxon/1.0-RELEASE"

Node = dict[str, Any]


def document(nodes: Sequence[Node]) -> Node:
    """A page's JSON-LD document of these nodes."""
    return {"@context": CONTEXT, "@graph": list(nodes)}


def profile(address: str) -> Node:
    """The value of `conformsTo`: a typed node, since an untyped one reads as any Thing."""
    return {"@type": "CreativeWork", "@id": address}


def taxon_id(number: str) -> str:
    """The identifier of an organism by its NCBI Taxonomy id."""
    return f"{IDENTIFIERS}taxonomy:{number}"


def taxon(name: str, number: str | None) -> Node:
    """An organism, identified where its NCBI Taxonomy id is known."""
    name = " ".join(name.split())
    return {"@type": "Taxon", "@id": taxon_id(number), "name": name} if number else {"@type": "Taxon", "name": name}


def term(name: str, mesh: str, *, chebi: str | None = None, doid: str | None = None) -> Node:
    """A chemical or disease by its MeSH accession, and as ChEBI or the Disease Ontology knows it."""
    node: Node = {"@type": "DefinedTerm", "@id": f"{IDENTIFIERS}mesh:{mesh}", "name": " ".join(name.split()),
                  "termCode": mesh, "inDefinedTermSet": "https://bioregistry.io/mesh"}
    if chebi or doid:
        node["sameAs"] = f"{IDENTIFIERS}CHEBI:{chebi}" if chebi else f"{IDENTIFIERS}DOID:{doid}"
    return node


def organization(party: Party, address: str) -> Node:
    """An organisation as a node of its own."""
    node = {"@type": "Organization", "@id": address, "name": party.name}
    if party.url:
        node["url"] = party.url
    return node


def publisher(site: Site) -> Party:
    """Who publishes the site: the configured organisation, else the site by its own name."""
    return site.publisher or Party(site.name, site.base_url)


def article(work: Work) -> Node:
    """The article that describes the collection."""
    address = external.doi(work.doi)
    node = {"@type": "ScholarlyArticle", "@id": address, "name": work.name, "identifier": [f"doi:{work.doi}"],
            "url": address}
    if work.date:
        node["datePublished"] = work.date
    return node


def download(file: Download) -> Node:
    """A file to fetch; its size in bytes as `3935 B`."""
    node = {"@type": "DataDownload", "name": file.name, "contentUrl": file.url, "encodingFormat": file.encoding_format}
    if file.size is not None:
        node["contentSize"] = f"{file.size} B"
    if file.sha256:
        node["sha256"] = file.sha256
    return node


def breadcrumb(trail: Sequence[Link], last: str) -> Node:
    """The way from the home page to this one; the last item is this page and has no address."""
    items: list[Node] = [
        {"@type": "ListItem", "position": i, "name": link.name, "item": link.url} for i, link in enumerate(trail, 1)
    ]
    items.append({"@type": "ListItem", "position": len(items) + 1, "name": last})
    return {"@type": "BreadcrumbList", "itemListElement": items}
