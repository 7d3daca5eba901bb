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
