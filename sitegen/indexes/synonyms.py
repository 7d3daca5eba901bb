"""Words that mean a gene without being its symbol: `GLUT4` for SLC2A4."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from sitegen.indexes.tokens import term

_MOST = 6


class Synonym(NamedTuple):
    """A gene that a word stands for: its symbol as most figures spell it, and in how many figures it does."""

    symbol: str
    figures: int


def synonym_table(counts: Mapping[tuple[str, str], int]) -> dict[str, list[Synonym]]:
    """For each word's term the genes it stands for, those of most figures first.

    `counts` holds (term of a word, symbol) -> figures; symbols that differ in spelling alone are one gene.
    """
    found: dict[str, dict[str, list[tuple[int, str]]]] = {}
    for (word, symbol), n in counts.items():
        found.setdefault(word, {}).setdefault(term(symbol), []).append((n, symbol))
    return {
        word: sorted(
            (Synonym(min(rows, key=_commonest)[1], sum(n for n, _ in rows)) for rows in genes.values()), key=_order
        )[:_MOST]
        for word, genes in found.items()
    }


def _commonest(row: tuple[int, str]) -> tuple[int, str]:
    return -row[0], row[1]


def _order(synonym: Synonym) -> tuple[int, str]:
    return -synonym.figures, synonym.symbol
