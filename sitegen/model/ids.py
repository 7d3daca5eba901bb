"""Identifiers and what is a valid one."""

from __future__ import annotations

import re

PMCID = re.compile(r"PMC[1-9][0-9]{0,9}")
FIGID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
DOI = re.compile(r"10\.[0-9]{2,9}/[^\s<>\"]+")
YEAR = re.compile(r"(1[5-9]|20)[0-9][0-9]")
GENE_ID = re.compile(r"[1-9][0-9]{0,11}")
TAXON_ID = re.compile(r"[1-9][0-9]{0,9}")
MESH = re.compile(r"(?:mesh:)?([A-Z][0-9]{6,9})")
CHEBI = re.compile(r"(?i:chebi:)?([1-9][0-9]{0,8})")
DOID = re.compile(r"(?i:doid:)?([0-9]{1,8})")
NDEX = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
WIKIPATHWAYS = re.compile(r"WP[1-9][0-9]{0,5}")
FIGLINK = re.compile(r"/pmc/articles/PMC[0-9]+/[A-Za-z0-9._/%-]*")
FILENAME = re.compile(r"[^\x00-\x1f\x7f/\\]{1,200}")


def is_gene_id(value: str) -> bool:
    """Whether the whole value has `GENE_ID`'s form; the same answer in a third of the time."""
    return value.isascii() and value.isdecimal() and len(value) <= 12 and "1" <= value[0] <= "9"


def accession(pattern: re.Pattern[str], value: str | None) -> str | None:
    """The identifier without its prefix where the whole value is one, else None."""
    if value is None:
        return None
    m = pattern.fullmatch(value.strip())
    if m is None:
        return None
    return m.group(1) if m.re.groups and m.group(1) is not None else m.group(0)
