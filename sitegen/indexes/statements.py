"""What the figures' relations say of each gene, over the whole collection: what a gene's page shows; see docs/search-index.md.

A figure's arrow is a statement of each gene that one of its ends stands for: `AMPK inhibits mTOR` is one of PRKAA1,
of PRKAA2 and of MTOR.  The other end is the gene where it stands for one, else the name that is drawn.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from sitegen.indexes.block import Damaged, Head, ReadAt, assemble, read_part
from sitegen.indexes.columns import pack_columns, unpack_columns
from sitegen.indexes.ranges import PAIRS_FROM, WORDS_FROM, word_range
from sitegen.indexes.rows import gene_key
from sitegen.indexes.shards import Gene, Shard, boundary, compress
from sitegen.indexes.tokens import term
from sitegen.indexes.varint import text, varint
from sitegen.once import once
from sitegen.text import fold_name

PROMOTES, INHIBITS, ACTS_ON, BINDS = range(4)
"""What an arrow does, whatever its kind."""
RANGES = PAIRS_FROM - WORDS_FROM
"""The ranges of genes, those of words."""
KINDS = ("gene", "family", "chemical", "disease", "process")
"""What an end may be."""

_HEDGED, _RECEIVED, _VERB = 1, 2, 2  # a code: two flags, and the verb above them
_CODES = BINDS << _VERB | _RECEIVED | _HEDGED
_LAST = 255  # the place of a relation is one byte: diagrams show fewer
_FAMILY = 12  # genes of a word, at most, that each have its statements
_LETTERS = {kind: kind[0] for kind in KINDS}
_KINDS = {letter: kind for kind, letter in _LETTERS.items()}
_GENE = _LETTERS["gene"]
_NO_PAGE, _PAGE, _OTHER_PAGE = range(3)  # of genes
_NUMBERS = {kind: i + _OTHER_PAGE for i, kind in enumerate(KINDS) if kind != "gene"}
_TARGET = 60_000  # bytes of a file before compression: it leaves less than half


class End(NamedTuple):
    """An end of an arrow: its text, one of `KINDS`, and the genes it stands for."""

    name: str
    kind: str
    symbols: tuple[str, ...] = ()


class Arrow(NamedTuple):
    """An arrow of a diagram; `verb` is one of the four above, `relation` the place of its relation in the figure's list."""

    source: End
    target: End
    verb: int
    hedged: bool
    relation: int


class Part(NamedTuple):
    """What a chunk says of the genes of one range: each statement's symbol, code, other end, figure's place, and relation."""

    symbols: list[str]
    codes: bytes
    others: list[str]
    places: bytes
    relations: bytes


class Said(NamedTuple):
    """Where a figure says something: whether it is hedged, and which of the figure's relations it is."""

    hedged: bool
    relation: int


class Statement(NamedTuple):
    """What some documents say of a gene: `received` where it is the target, `kind` and `name` are those of the other end."""

    verb: int
    received: bool
    kind: str
    name: str
    documents: dict[int, Said]


def encode_statements(figures: Iterable[tuple[int, Sequence[Arrow]]]) -> bytes:
    """The block of a chunk's figures, each with its place in it: what they say of the genes of each range."""
    parts: list[list[tuple[str, int, str, int, int]]] = [[] for _ in range(RANGES)]
    for place, arrows in figures:
        for arrow in arrows:
            for symbol, code, other in _rows(arrow):
                parts[_range_of(symbol)].append((symbol, code, other, place, min(arrow.relation, _LAST)))
    return assemble([_part(rows) for rows in parts], (), (), ())


def _rows(arrow: Arrow) -> Iterator[tuple[str, int, str]]:
    """The statements of an arrow: the symbol, the code, and the other end."""
    source, target, verb, hedged, _ = arrow
    code = verb << _VERB | (_HEDGED if hedged else 0)
    for symbol in _genes(source):
        yield symbol, code, _other(target)
    if source != target:  # what acts on itself says so once
        received = code if verb == BINDS else code | _RECEIVED
        for symbol in _genes(target):
            yield symbol, received, _other(source)


def _genes(end: End) -> Sequence[str]:
    return end.symbols if len(end.symbols) <= _FAMILY else ()


def _other(end: End) -> str:
    return _GENE + end.symbols[0] if len(end.symbols) == 1 else _LETTERS[end.kind] + end.name


@once
def _range_of(symbol: str) -> int:
    return word_range(term(symbol)) - WORDS_FROM


def _part(rows: Sequence[tuple[str, int, str, int, int]]) -> bytes:
    if not rows:
        return b""
    symbols, codes, others, places, relations = zip(*rows, strict=True)
    return pack_columns(symbols, bytes(codes), others, bytes(places), bytes(relations))


def read_statements(read: ReadAt, head: Head, number: int) -> Part | None:
    """What a chunk says of the genes of a range, counted from 0; None where that is nothing."""
    body = read_part(read, head, 0, number)
    if not body:
        return None
    part = Part(*unpack_columns(body, "tbtbb"))
    if len({len(column) for column in part}) != 1 or max(part.codes, default=0) > _CODES:
        raise Damaged("the columns of statements do not belong together")
    if not all(other[:1] in _KINDS for other in part.others):
        raise Damaged("a statement is of nothing")
    return part


def gather(
    parts: Iterable[tuple[Part, Sequence[int]]], genes: Mapping[str, Gene], documents: int
) -> dict[str, list[Statement]]:
    """The statements of genes by key, those of most figures first: of each part with its figures' documents.

    `genes` are those that have a page, by key; a document from `documents` on is none.
    """
    found: dict[tuple[str, int, str], dict[int, Said]] = {}
    spellings: dict[str, Counter[str]] = {}
    for part, mine in parts:
        for symbol, code, other, place, relation in zip(*part, strict=True):
            key, document = gene_key(symbol), mine[place]
            if key not in genes or document >= documents:
                continue
            name = _key_of(other)
            spellings.setdefault(name, Counter())[other] += 1
            here = Said(bool(code & _HEDGED), relation)
            said = found.setdefault((key, code & ~_HEDGED, name), {})
            said[document] = min(here, said.get(document, here))  # what is plainly said goes before what is hedged
    result: dict[str, list[Statement]] = {}
    for (key, code, name), said in found.items():
        kind, label = _named(name, spellings[name], genes)
        result.setdefault(key, []).append(
            Statement(code >> _VERB, bool(code & _RECEIVED), kind, label, dict(sorted(said.items())))
        )
    for statements in result.values():
        statements.sort(key=lambda s: (-len(s.documents), s.verb, s.received, s.name, s.kind))
    return result


@once
def _key_of(other: str) -> str:
    """What is one: genes by their key, other names as figures fold them, whatever they stand for."""
    if other[0] == _GENE:
        return _GENE + gene_key(other[1:])
    return "-" + (fold_name(other[1:]) or other[1:])


def _named(key: str, spellings: Counter[str], genes: Mapping[str, Gene]) -> tuple[str, str]:
    """The kind and name of an end: as most figures have them, a gene with a page as the page does."""
    best = min(spellings, key=lambda s: (-spellings[s], s))
    kind = _KINDS[best[0]]
    gene = genes.get(key[1:]) if kind == "gene" else None
    return kind, gene.name if gene else best[1:]


def statement_files(statements: Mapping[str, Sequence[Statement]], genes: Mapping[str, Gene]) -> Iterator[Shard]:
    """The files of some genes' statements, by their names' terms."""
    bodies: list[bytes] = []
    size = 0
    last = before = bound = ""
    for name_term, key in sorted((term(genes[key].name), key) for key in statements):
        body = _gene(genes[key].name, statements[key], genes)
        if bodies and size + len(body) > _TARGET and name_term != last:
            yield Shard(bound, compress(varint(len(bodies)) + b"".join(bodies)))
            bodies, size, before = [], 0, last
        if not bodies:
            bound = boundary(before, name_term)
        bodies.append(body)
        size += len(body)
        last = name_term
    if bodies:
        yield Shard(bound, compress(varint(len(bodies)) + b"".join(bodies)))


def _gene(name: str, statements: Sequence[Statement], genes: Mapping[str, Gene]) -> bytes:
    body = varint(len(statements)) + b"".join([_statement(s, genes) for s in statements])
    return text(name) + varint(len(body)) + body


def _statement(statement: Statement, genes: Mapping[str, Gene]) -> bytes:
    kind, page = _kind(statement, genes)
    found = [varint(2 * statement.verb + statement.received), varint(kind), text(statement.name), page]
    found.append(varint(len(statement.documents)))
    last = 0
    for document, said in statement.documents.items():
        found += [varint(2 * (document - last) + said.hedged), varint(said.relation)]
        last = document
    return b"".join(found)


def _kind(statement: Statement, genes: Mapping[str, Gene]) -> tuple[int, bytes]:
    """The number of an end's kind, and the name of its page where that is not its own."""
    if statement.kind != "gene":
        return _NUMBERS[statement.kind], b""
    gene = genes.get(gene_key(statement.name))
    if gene is None or gene.stem is None:
        return _NO_PAGE, b""
    return (_PAGE, b"") if gene.stem == gene.name else (_OTHER_PAGE, text(gene.stem))
