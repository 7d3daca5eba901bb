"""Mention tables inside the front matter, as figure files of the older generation hold them."""

from __future__ import annotations

from sitegen.content.fields import Fields
from sitegen.content.repair import without_controls
from sitegen.model.figure import ChemicalMention, DiseaseMention, GeneMention
from sitegen.model.ids import CHEBI, DOID, MESH, accession, is_gene_id
from sitegen.model.missing import present_symbol

# the older tables hold HGNC symbols, which are human genes' names
_ORGANISM_ID, _ORGANISM = "9606", "Homo sapiens"


def inline_genes(fields: Fields) -> tuple[GeneMention, ...]:
    """The rows of `genes:`, which have the keys word, symbol, source, hgnc_symbol and entrez."""
    rows: dict[GeneMention, None] = {}
    for block in fields.blocks("genes"):
        inner = Fields(fields.path, block, fields.problems)
        written = {key: value for key, value in block.items.items() if isinstance(value, str)}
        values = {key: without_controls(value) for key, value in written.items()}
        for key in written:
            if values[key] != written[key]:
                inner.report(key, "W204", f"control characters in '{key}' left out")
        symbol, word = present_symbol(values.get("hgnc_symbol")), present_symbol(values.get("word"))
        match = present_symbol(values.get("symbol"))
        gene = (inner.text("entrez") or "").removesuffix(".0")
        if not is_gene_id(gene):
            inner.report("entrez", "E303", f"'{gene[:40]}' is not an NCBI Gene id",
                         place=block.places.get("entrez", fields.start("genes", block)))
            continue
        row = GeneMention(_ORGANISM_ID, _ORGANISM, word or match or symbol or gene, match, symbol, gene, inner.text("source"))
        rows[row] = None
    return tuple(rows)


def inline_chemicals(fields: Fields) -> tuple[ChemicalMention, ...]:
    """The rows of `chemicals:`, which have the keys word, source and identifier."""
    return tuple(dict.fromkeys(
        ChemicalMention(word, accession(MESH, identifier), None, None, accession(CHEBI, identifier))
        for word, identifier in _words(fields, "chemicals")
    ))


def inline_diseases(fields: Fields) -> tuple[DiseaseMention, ...]:
    """The rows of `diseases:`, which have the keys word, source and identifier."""
    return tuple(dict.fromkeys(
        DiseaseMention(word, accession(MESH, identifier), None, None, accession(DOID, identifier))
        for word, identifier in _words(fields, "diseases")
    ))


def _words(fields: Fields, key: str) -> list[tuple[str, str | None]]:
    found = []
    for block in fields.blocks(key):
        inner = Fields(fields.path, block, fields.problems)
        word = inner.text("word")
        if word:
            identifier = inner.text("identifier")
            prefixed = identifier is not None and ":" in identifier
            source = (inner.text("source") or "").casefold()
            if identifier and not prefixed and source in ("chebi", "doid", "mesh"):
                identifier = f"{source}:{identifier}"
            found.append((word, identifier))
    return found
