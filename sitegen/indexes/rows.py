"""What one figure gives the search index: its terms with their fields, its genes, and a row of text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from operator import itemgetter
from typing import NamedTuple

from sitegen.digest import canonical_json
from sitegen.indexes import fields
from sitegen.indexes.tokens import analyse, term, terms
from sitegen.model.figure import Figure
from sitegen.text import tidy_word

MAX_CAPTION = 4000
_MENTION = itemgetter(2, 3, 4)  # word, match, symbol
_MEANING = itemgetter(2, 1, 5)  # word, organism, gene id
_IDENTIFIER = itemgetter(4, 5, 0, 1)  # symbol, gene id, organism's id and name


class FigureRows(NamedTuple):
    """A figure as the index takes it in.

    `terms` maps a term to the bits of `fields`, `pairs` a code of two neighbouring words to such bits;
    `gene_ids` are NCBI Gene ids.  `synonyms` holds (term of a word, the symbol that it alone stands for); `genes` (symbol, gene
    id, organism's id, organism); `words` (key of a gene, word it was drawn as).
    """

    terms: dict[str, int]
    pairs: dict[int, int]
    gene_ids: list[int]
    synonyms: set[tuple[str, str]]
    genes: set[tuple[str | None, str, str | None, str]]
    words: set[tuple[str, str]]
    text: bytes


def figure_rows(figure: Figure) -> FigureRows:
    """The rows of a figure."""
    found: dict[str, int] = {}
    pairs: dict[int, int] = {}
    paper = figure.paper
    for text, bit in (
        (figure.display_title, fields.TITLE), (figure.caption, fields.CAPTION),
        (paper.title if paper.title != figure.title else None, fields.PAPER),
    ):
        if text:
            words, codes = analyse(text)
            for t in words:
                found[t] = found.get(t, 0) | bit
            for code in codes:
                pairs[code] = pairs.get(code, 0) | bit
    for keyword in paper.keywords:
        for t in terms(keyword):
            found[t] = found.get(t, 0) | fields.PAPER
    for name in (figure.figid, paper.pmcid, paper.doi, figure.wpid, *figure.aliases):
        if name:
            _add(found, name, fields.ID)
    for c in set(figure.chemicals):
        _entity(found, fields.CHEMICAL, c[:1] + c[2:4], (c.mesh and "mesh" + c.mesh, c.chebi and "chebi" + c.chebi))
    for d in set(figure.diseases):
        _entity(found, fields.DISEASE, d[:1] + d[2:4], (d.mesh and "mesh" + d.mesh, d.doid and "doid" + d.doid))
    synonyms, drawn = _genes(figure, found)
    genes = set(map(_IDENTIFIER, figure.genes))
    gene_ids = [int(i) for i in {g[1] for g in genes}]
    found = {t: fields.TELLING[bits] for t, bits in found.items()}
    return FigureRows(found, pairs, gene_ids, synonyms, genes, drawn, _text(figure))


def gene_key(symbol: str) -> str:
    """The key of a gene page: symbols that differ only in case share it."""
    return symbol.casefold()


def _add(found: dict[str, int], name: str, bit: int) -> None:
    t = term(name)
    if t:
        found[t] = found.get(t, 0) | bit


def _entity(found: dict[str, int], bit: int, names: Iterable[str | None], ids: Iterable[str | None]) -> None:
    for name in names:
        if name:
            _add(found, name, bit)
            for t in terms(name):
                found[t] = found.get(t, 0) | bit
    for accession in ids:
        if accession:
            _add(found, accession, bit)


def _genes(figure: Figure, found: dict[str, int]) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """Synonyms and drawn words of a figure's genes; their terms are added on the way.

    A word that stands for several genes of one organism is a family: no synonym of its members.
    """
    members = Counter((word, organism) for word, organism, _ in set(map(_MEANING, figure.genes)))
    families = {word for (word, _), n in members.items() if n > 1}
    synonyms: dict[tuple[str, str], str] = {}
    drawn: set[tuple[str, str]] = set()
    for word, match, symbol in set(map(_MENTION, figure.genes)):
        word_term = term(word)
        if word_term:
            found[word_term] = found.get(word_term, 0) | fields.WORD
        if match and match != symbol and match != word:
            _add(found, match, fields.WORD)
        if symbol:
            symbol_term = term(symbol)
            if symbol_term:
                found[symbol_term] = found.get(symbol_term, 0) | fields.GENE
                if word_term != symbol_term and word_term and word not in families:
                    pair = (word_term, symbol_term)
                    synonyms[pair] = min(symbol, synonyms.get(pair, symbol))
            drawn.add((symbol.casefold(), tidy_word(word)))
    return {(word, symbol) for (word, _), symbol in synonyms.items()}, drawn


def _text(figure: Figure) -> bytes:
    """The row that a result is shown from: a JSON list, see docs/search-index.md."""
    number = f"{figure.figtype} {figure.digits}" if figure.digits else (figure.number or figure.figtype)
    paper = figure.paper
    row = [
        figure.figid, figure.display_title, number, figure.filename or "", (figure.caption or "")[:MAX_CAPTION],
        paper.title if paper.title and paper.title != figure.title else "",
    ]
    return canonical_json(row).encode("utf-8", "replace")
