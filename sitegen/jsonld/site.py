"""The markup of the pages around the figures: home page, a page of a gene, a chemical, a disease, an organism.

These pages are few beside the figures', so nothing is left out for size; a page lists the newest
`MAX_FIGURES` of its figures at most, as WebPage stubs (a stub Dataset would have to be a whole one).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.jsonld import nodes
from sitegen.jsonld.context import Download, Link, Site
from sitegen.jsonld.figure import TECHNIQUES
from sitegen.jsonld.nodes import Node
from sitegen.model import external

MAX_FIGURES = 50
_SPECIES = re.compile(r"[A-Z][a-z]+ ([a-z-]+)")
_NO_SPECIES = frozenset(("virus", "phage", "sp", "bacterium", "metagenome", "vector", "group", "complex"))
_TOPICS = ["pathway figure", "optical character recognition", "gene set"]


@dataclass(frozen=True, slots=True)
class Counts:
    """The collection's numbers, as far as the build knows them; 0 where it does not."""

    figures: int = 0
    papers: int = 0
    genes: int = 0


@dataclass(frozen=True, slots=True)
class GeneEntry:
    """One NCBI gene on a gene page: `figures` are the pages that mention it, newest first."""

    gene_id: str
    symbol: str
    organism: str
    organism_id: str | None
    figures: tuple[Link, ...] = ()


def home_document(site: Site, *, counts: Counts | None = None, downloads: Sequence[Download] = (),
                  search: str | None = None) -> Node:
    """The home page: the site, its catalogue and the whole collection's data as one dataset.

    `downloads` are files for the whole collection; `search` is the absolute address of a search page
    that answers `?q=`, None where there is none.
    """
    counts = counts or Counts()
    by = {"@id": site.publisher_id}
    website: Node = {"@type": "WebSite", "@id": site.base_url + "#website", "name": site.name, "url": site.base_url,
                     "inLanguage": site.language, "publisher": by}
    if search:
        website["potentialAction"] = {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": search + "?q={search_term_string}"},
            "query-input": "required name=search_term_string",
        }
    graph = [website, _catalog(site, counts, downloads)]
    if site.citation:
        graph.append(nodes.article(site.citation))
    graph.append(nodes.organization(site.creator, site.creator_id))
    graph.append(nodes.organization(nodes.publisher(site), site.publisher_id))
    return nodes.document(graph)


def _catalog(site: Site, counts: Counts, downloads: Sequence[Download]) -> Node:
    numbers = _numbers(counts)
    about = site.description or (
        "Catalogue of published pathway figures with the genes, chemicals and diseases that optical character "
        "recognition found in them")
    node: Node = {
        "@type": "DataCatalog", "@id": site.catalog_id, nodes.CONFORMS_TO: nodes.profile(nodes.CATALOG_PROFILE),
        "name": site.name, "description": f"{about.rstrip('.')}{numbers}.", "url": site.base_url, "keywords": _TOPICS,
        "license": site.license, "isAccessibleForFree": True,
        "provider": nodes.organization(nodes.publisher(site), site.publisher_id),
    }
    if site.citation:
        node["citation"] = {"@id": nodes.article(site.citation)["@id"]}
    node["dataset"] = _corpus(site, numbers, downloads)
    return node


def _corpus(site: Site, numbers: str, downloads: Sequence[Download]) -> Node:
    node: Node = {
        "@type": "Dataset", "@id": site.corpus_id, nodes.CONFORMS_TO: nodes.profile(nodes.DATASET_PROFILE),
        "name": f"{site.name} corpus",
        "description": "Gene, chemical and disease mentions from every figure on this site, with one row for each "
                       f"mention{numbers}.",
        "identifier": site.corpus_id, "url": site.base_url, "license": site.license, "isAccessibleForFree": True,
        "keywords": _TOPICS[::2], "creator": {"@id": site.creator_id}, "publisher": {"@id": site.publisher_id},
    }
    if site.released:
        node["datePublished"] = site.released
    if site.version:
        node["version"] = site.version
    node["includedInDataCatalog"] = {"@id": site.catalog_id}
    if site.citation:
        node["citation"] = {"@id": nodes.article(site.citation)["@id"]}
    node["measurementTechnique"] = list(TECHNIQUES)
    node["variableMeasured"] = ["gene mentions", "chemical mentions", "disease mentions"]
    if downloads:
        node["distribution"] = [nodes.download(d) for d in downloads]
    return node


def _numbers(counts: Counts) -> str:
    numbers = ((counts.figures, "figure"), (counts.papers, "paper"), (counts.genes, "gene"))
    parts = [f"{n:,} {word}{'' if n == 1 else 's'}" for n, word in numbers if n]
    return ": " + ", ".join(parts) if parts else ""


def gene_document(page: str, symbol: str, genes: Sequence[GeneEntry], trail: Sequence[Link] = ()) -> Node:
    """A gene page, at the absolute address `page`: one Gene a NCBI id, since organisms share symbols."""
    graph: list[Node] = []
    taxa: set[str] = set()
    for gene in genes:
        curie = f"ncbigene:{gene.gene_id}"
        node: Node = {
            "@type": "Gene", "@id": nodes.IDENTIFIERS + curie, nodes.CONFORMS_TO: nodes.profile(nodes.GENE_PROFILE),
            "identifier": curie, "name": gene.symbol,
            "description": f"{gene.organism} gene {gene.symbol}, mentioned in pathway figures indexed on this site.",
            "url": external.gene(gene.gene_id), "mainEntityOfPage": page,
            "taxonomicRange": _range(gene, taxa),
        }
        graph.append(node | _shown_in(gene.figures))
    return _with_trail(graph, trail, symbol)


def _range(gene: GeneEntry, taxa: set[str]) -> Node:
    if gene.organism_id in taxa:
        return {"@id": nodes.taxon_id(gene.organism_id or "")}
    if gene.organism_id:
        taxa.add(gene.organism_id)
    return nodes.taxon(gene.organism, gene.organism_id)


def organism_document(page: str, name: str, taxon_id: str | None, figures: Sequence[Link] = (),
                      trail: Sequence[Link] = ()) -> Node:
    """An organism's page, at the absolute address `page`; `taxon_id` is its NCBI Taxonomy id, where known.

    The profile asks for a rank, and the data holds none: `species` is said of a two-word Latin name
    alone, and without a rank the node does not claim the profile.
    """
    node: Node = {"@type": "Taxon", "@id": nodes.taxon_id(taxon_id) if taxon_id else page + "#taxon"}
    species = _SPECIES.fullmatch(name)
    ranked = species is not None and species[1] not in _NO_SPECIES
    if ranked:
        node[nodes.CONFORMS_TO] = nodes.profile(nodes.TAXON_PROFILE)
    if taxon_id:
        node["identifier"] = {"@type": "PropertyValue", "name": "NCBI Taxonomy ID",
                              "propertyID": "https://bioregistry.io/ncbitaxon", "value": taxon_id}
    node["name"] = name
    if ranked:
        node["taxonRank"] = ["species", "http://rs.tdwg.org/ontology/voc/TaxonRank#Species"]
    node |= {"url": page, "mainEntityOfPage": page}
    if taxon_id:
        node["sameAs"] = [external.taxon(taxon_id)]
    return _with_trail([node | _shown_in(figures)], trail, name)


def term_document(page: str, term: Node, figures: Sequence[Link] = (), trail: Sequence[Link] = ()) -> Node:
    """A chemical's or disease's page, at the absolute address `page`; `term` is the node of its vocabulary's entry."""
    return _with_trail([term | {"mainEntityOfPage": page} | _shown_in(figures)], trail, term["name"])


def _with_trail(graph: list[Node], trail: Sequence[Link], name: str) -> Node:
    return nodes.document([*graph, nodes.breadcrumb(trail, name)] if trail else graph)


def _shown_in(figures: Sequence[Link]) -> Node:
    stubs = [{"@type": "WebPage", "@id": f.url, "name": f.name, "url": f.url} for f in figures[:MAX_FIGURES]]
    return {"subjectOf": stubs} if stubs else {}


