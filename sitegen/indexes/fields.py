"""Where in a figure a term stands: one bit a field, so that a term's place is a small number."""

from __future__ import annotations

GENE = 1
"""Symbol of a gene in the figure's gene table; or, for a `#` term, its NCBI Gene id."""
WORD = 2
"""A word that OCR read in the picture and took for a gene, or the synonym it became."""
TITLE = 4
CAPTION = 8
PAPER = 16
"""Title and keywords of the paper."""
CHEMICAL = 32
DISEASE = 64
ID = 128
"""The figure's own identifiers: figid old and new, PMCID, DOI, WikiPathways id."""


def telling(fields: int) -> int:
    """The fields worth keeping of a term: of title, caption and paper the first that holds it, and a gene's or the title alone.

    Where a stronger place is known the weaker ones do not change a figure's rank, and each costs bytes.
    """
    if fields & TITLE:
        return fields & ~(CAPTION | PAPER)
    if fields & GENE:
        return fields & ~(CAPTION | PAPER)
    return fields & ~PAPER if fields & CAPTION else fields


TELLING = tuple(map(telling, range(256)))
"""`telling` of each value."""
