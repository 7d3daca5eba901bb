"""What the picture mentions, as nodes: genes, chemicals, diseases and the organisms they belong to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sitegen.jsonld.nodes import IDENTIFIERS, Node, taxon, taxon_id, term
from sitegen.model.figure import ChemicalMention, DiseaseMention, Figure, GeneMention
from sitegen.model.ids import is_gene_id
from sitegen.model.missing import is_missing, present_symbol


def genes(figure: Figure) -> Iterator[GeneMention]:
    """The first mention of each NCBI gene that has a symbol, in table order."""
    seen: set[str] = set()
    for gene in figure.genes:
        if gene.symbol and gene.gene_id not in seen and is_gene_id(gene.gene_id) and present_symbol(gene.symbol):
            seen.add(gene.gene_id)
            yield gene


def gene_node(gene: GeneMention) -> Node:
    """A gene by its NCBI Gene id and symbol."""
    return {"@type": "Gene", "@id": f"{IDENTIFIERS}ncbigene:{gene.gene_id}", "name": (gene.symbol or "").strip()}


def mentions(figure: Figure) -> Iterator[Node]:
    """Each distinct gene, then each distinct MeSH term of the chemicals and diseases, in table order."""
    yield from map(gene_node, genes(figure))
    rows: list[ChemicalMention | DiseaseMention] = [*figure.chemicals, *figure.diseases]
    seen: set[str] = set()
    for row in rows:
        if row.mesh and row.mesh not in seen:
            name = next((n for n in (row.name, row.match, row.word) if n and not is_missing(n)), None)
            if name is not None:
                seen.add(row.mesh)
                yield (term(name, row.mesh, chebi=row.chebi) if isinstance(row, ChemicalMention)
                       else term(name, row.mesh, doid=row.doid))


def about(figure: Figure, taxa: Iterable[tuple[str, str]] = ()) -> list[Node]:
    """The paper's organisms in given order, each a Taxon, identified where `taxa` or the gene table know its id."""
    known = {**dict(taxa), **{g.organism: g.organism_id for g in figure.genes if g.organism_id}}
    found: dict[str, Node] = {}
    for name in figure.organisms:
        if not is_missing(name):
            node = taxon(name, known.get(name))
            found.setdefault(node.get("@id", name), node)
    return list(found.values())


def add_ranges(figure: Figure, dataset: Node) -> tuple[list[Node], list[Node]]:
    """The mentioned genes again with identifier and organism, and the organisms that `about` does not define.

    Organisms come by their number, so that each reference meets exactly one node.
    """
    table = {f"{IDENTIFIERS}ncbigene:{g.gene_id}": g for g in genes(figure)}
    defined = {n["@id"] for n in dataset.get("about", ()) if "@id" in n}
    needed: dict[str, Node] = {}
    nodes: list[Node] = []
    for node in dataset.get("mentions", ()):
        gene = table.get(node["@id"])
        if gene is not None:
            node = {"@type": "Gene", "@id": node["@id"], "identifier": f"ncbigene:{gene.gene_id}", "name": node["name"]}
            if gene.organism_id and not is_missing(gene.organism):
                node["taxonomicRange"] = {"@id": taxon_id(gene.organism_id)}
                if taxon_id(gene.organism_id) not in defined:
                    needed.setdefault(gene.organism_id, taxon(gene.organism, gene.organism_id))
        nodes.append(node)
    return nodes, [needed[number] for number in sorted(needed, key=int)]
