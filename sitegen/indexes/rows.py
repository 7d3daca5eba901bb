"""What one figure gives the search index: its terms with their fields, its genes, and a row of text."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from operator import itemgetter
from typing import NamedTuple, TypeVar

from sitegen.digest import canonical_json
from sitegen.indexes import fields
from sitegen.indexes.tokens import analyse, term, terms
from sitegen.model.figure import Figure
from sitegen.once import once, once_of
from sitegen.text import tidy_word

MAX_CAPTION = 4000
Key = TypeVar("Key", str, int)
_NAMES = itemgetter(2, 3, 4)  # word, match, symbol
_NOTHING = {""}
_IDENTIFIER = itemgetter(4, 5, 0, 1)  # symbol, gene id, organism's id and name


class FigureRows(NamedTuple):
    """A figure as the index takes it in.

    `terms` maps a term to the bits of `fields`, `pairs` a code of two neighbouring words to such bits;
    `gene_ids` are NCBI Gene ids.  `synonyms` holds (term of a word, the symbol that it alone stands for); `genes` (symbol, gene
    id, organism's id, organism) and `words` (key of a gene, word it was drawn as), each once, in the table's order; `boxes` what
    each drawn word stands for: sorted keys, mostly one.
    """

    terms: dict[str, int]
    pairs: dict[int, int]
    gene_ids: list[int]
    synonyms: set[tuple[str, str]]
    genes: Collection[tuple[str | None, str, str | None, str]]
    words: Collection[tuple[str, str]]
    boxes: set[tuple[str, ...]]
    text: bytes


def figure_rows(figure: Figure) -> FigureRows:
    """The rows of a figure."""
    found: dict[str, int] = {}
    pairs: dict[int, int] = {}
    paper = figure.paper
    for text, bit in (  # the longest first: the first one's terms are taken in at once
        (figure.caption, fields.CAPTION), (figure.display_title, fields.TITLE),
        (paper.title if paper.title != figure.title else None, fields.PAPER),
    ):
        if text:
            words, codes = analyse(text)
            _mark(found, words, bit)
            _mark(pairs, codes, bit)
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
    synonyms, drawn, boxes = _genes(figure, found)
    genes = tuple(dict.fromkeys(map(_IDENTIFIER, figure.genes)))
    gene_ids = list(map(int, {g[1] for g in genes}))
    found = dict(zip(found, map(fields.TELLING.__getitem__, found.values()), strict=True))
    return FigureRows(found, pairs, gene_ids, synonyms, genes, drawn, boxes, _text(figure))


def gene_key(symbol: str) -> str:
    """The key of a gene page: symbols that differ only in case share it."""
    return symbol.casefold()


def _mark(found: dict[Key, int], keys: Iterable[Key], bit: int) -> None:
    if not found:
        found.update(dict.fromkeys(keys, bit))
        return
    for key in keys:
        found[key] = found.get(key, 0) | bit


def _add(found: dict[str, int], name: str, bit: int) -> None:
    t = term(name)
    if t:
        found[t] = found.get(t, 0) | bit


def _entity(found: dict[str, int], bit: int, names: Iterable[str | None], ids: Iterable[str | None]) -> None:
    for name in names:
        if name:
            for t in _name_terms(name):
                found[t] = found.get(t, 0) | bit
    for accession in ids:
        if accession:
            _add(found, accession, bit)


@once_of(16_384)
def _name_terms(name: str) -> tuple[str, ...]:
    """The terms of a name: its own, and those of its words."""
    return tuple(t for t in {term(name), *terms(name)} if t)


def _genes(
    figure: Figure, found: dict[str, int]
) -> tuple[set[tuple[str, str]], Collection[tuple[str, str]], set[tuple[str, ...]]]:
    """Synonyms, drawn words and boxes of a figure's genes; their terms are added on the way.

    A word that stands for several genes of one organism is a family: no synonym of its members.
    """
    if not figure.genes:
        return set(), (), set()
    first: dict[tuple[str, str], str] = {}
    families = set()
    for _, organism, word, _, _, gene_id, _ in figure.genes:
        if first.setdefault((word, organism), gene_id) != gene_id:
            families.add(word)
    named = tuple(dict.fromkeys(map(_NAMES, figure.genes)))
    words, matches, symbols, drawn = zip(*map(_mention, named), strict=True)
    _mark(found, {*words, *matches} - _NOTHING, fields.WORD)
    _mark(found, set(symbols) - _NOTHING, fields.GENE)
    synonyms: dict[tuple[str, str], str] = {}
    meant: dict[str, list[str]] = {}
    for (word, _, symbol), word_term, symbol_term, drawn_as in zip(named, words, symbols, drawn, strict=True):
        if word_term != symbol_term and word not in families and word_term and symbol_term and symbol:
            pair = (word_term, symbol_term)
            synonyms[pair] = min(symbol, synonyms.get(pair, symbol))
        if drawn_as:
            meant.setdefault(word, []).append(drawn_as[0])
    boxes = {tuple(sorted(set(keys))) for keys in meant.values()}
    return {(word, symbol) for (word, _), symbol in synonyms.items()}, dict.fromkeys(filter(None, drawn)).keys(), boxes


@once
def _mention(named: tuple[str, str | None, str | None]) -> tuple[str, str, str, tuple[str, str] | None]:
    """The terms of a word, of what it became where that is another, and of its gene's symbol; and how the gene was drawn."""
    word, match, symbol = named
    other = term(match) if match and match != symbol and match != word else ""
    if not symbol:
        return term(word), other, "", None
    return term(word), other, term(symbol), (gene_key(symbol), tidy_word(word))


def _text(figure: Figure) -> bytes:
    """The row that a result is shown from: a JSON list, see docs/search-index.md."""
    paper = figure.paper
    row = [
        figure.figid, figure.display_title, figure.label, figure.filename or "", (figure.caption or "")[:MAX_CAPTION],
        paper.title if paper.title and paper.title != figure.title else "",
    ]
    return canonical_json(row).encode("utf-8", "replace")
