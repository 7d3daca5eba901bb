"""Addresses on other sites, all in this one table."""

from __future__ import annotations

from urllib.parse import quote

GENE = "https://www.ncbi.nlm.nih.gov/gene/"
TAXON = "https://www.ncbi.nlm.nih.gov/datasets/taxonomy/"
MESH = "https://id.nlm.nih.gov/mesh/"
CHEBI = "https://bioregistry.io/chebi:"
DOID = "https://bioregistry.io/doid:"
DOI = "https://doi.org/"
CC0 = "https://creativecommons.org/publicdomain/zero/1.0/"
NCBI = "https://www.ncbi.nlm.nih.gov"
PAPER = "https://www.ncbi.nlm.nih.gov/pmc/articles/"
NDEX = "https://www.ndexbio.org/viewer/networks/"
WIKIPATHWAYS = "https://www.wikipathways.org/instance/"
IMAGES = (
    "https://europepmc.org/articles/{pmcid}/bin/{filename}",
    "https://europepmc.org/api/fulltextRepo?pmcId={pmcid}&type=FILE&fileName={filename}&mimeType=image/jpg",
)


def is_outgoing(address: str) -> bool:
    """Whether a link to it leaves the site: pages link to their own by relative addresses alone."""
    return address.startswith(("https://", "http://", "//"))


def gene(gene_id: str) -> str:
    """The NCBI Gene page of a gene id."""
    return GENE + (gene_id if gene_id.isascii() and gene_id.isalnum() else quote(gene_id, safe=""))


def taxon(taxon_id: str) -> str:
    """The NCBI Taxonomy page of a taxon id."""
    return TAXON + quote(taxon_id, safe="") + "/"


def mesh(accession: str) -> str:
    """The MeSH record of an accession such as D005947."""
    return MESH + quote(accession, safe="")


def chebi(accession: str) -> str:
    """The ChEBI record of an accession such as 4167."""
    return CHEBI + quote(accession, safe="")


def doid(accession: str) -> str:
    """The Disease Ontology record of an accession such as 9351."""
    return DOID + quote(accession, safe="")


def doi(name: str) -> str:
    """The resolver's address of a DOI."""
    return DOI + quote(name, safe="/:;()._-")


def paper(pmcid: str) -> str:
    """The article at PubMed Central."""
    return PAPER + quote(pmcid, safe="")


def figure_at_pmc(figlink: str) -> str:
    """The figure's own page at PubMed Central, from a checked `figlink` path."""
    return NCBI + quote(figlink, safe="/%")


def ndex(uuid: str) -> str:
    """The NDEx viewer of a network."""
    return NDEX + quote(uuid, safe="")


def wikipathways(wpid: str) -> str:
    """The WikiPathways page of a pathway such as WP534."""
    return WIKIPATHWAYS + quote(wpid, safe="")


def image(template: str, pmcid: str, filename: str) -> str:
    """An image address from a template with `{pmcid}` and `{filename}`, both percent-encoded."""
    return template.replace("{pmcid}", quote(pmcid, safe="")).replace("{filename}", quote(filename, safe=""))
