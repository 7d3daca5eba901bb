"""What the figures' relations say of each gene and of all else that several draw, over the whole collection.

A figure's arrow is a statement of each gene that one of its ends stands for: `AMPK inhibits mTOR` is one of PRKAA1,
of PRKAA2 and of MTOR; and of the name that is drawn where that is not one gene: of AMPK.  The other end is the gene where it
stands for one, else the name that is drawn.  docs/search-index.md has the files.
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
"""The ranges of what has statements, those of words."""
KINDS = ("gene", "family", "chemical", "disease", "process")
"""What an end may be."""

_HEDGED, _RECEIVED, _VERB = 1, 2, 2  # a code: two flags, and the verb above them
_CODES = BINDS << _VERB | _RECEIVED | _HEDGED
_LAST = 255  # the place of a relation is one byte: diagrams show fewer
_FAMILY = 12  # genes of a word, at most, that each have its statements
_SEVERAL = 2  # figures, at least, that say something of what is no gene: what one says the search finds there
_LETTERS = {kind: kind[0] for kind in KINDS}
_KINDS = {letter: kind for kind, letter in _LETTERS.items()}
_GENE = _LETTERS["gene"]
_NAME, _OTHER = "=", "-"  # how keys of other names begin: of those with statements, and of the other ends
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
    """What a chunk says of the names of one range: of each statement whose it is, its code, other end, figure and relation."""

    subjects: list[str]
    codes: bytes
    others: list[str]
    places: bytes
    relations: bytes


class Said(NamedTuple):
    """Where a figure says something: whether it is hedged, and which of the figure's relations it is."""

    hedged: bool
    relation: int


class Statement(NamedTuple):
    """What some documents say of a name: `received` where it is the target, `kind` and `name` are those of the other end."""

    verb: int
    received: bool
    kind: str
    name: str
    documents: dict[int, Said]


class Told(NamedTuple):
    """What is said of a name, which is of one of `KINDS`."""

    kind: str
    statements: list[Statement]


def encode_statements(figures: Iterable[tuple[int, Sequence[Arrow]]]) -> bytes:
    """The block of a chunk's figures, each with its place in it: what they say of the names of each range."""
    parts: list[list[tuple[str, int, str, int, int]]] = [[] for _ in range(RANGES)]
    for place, arrows in figures:
        for arrow in arrows:
            for subject, code, other in _rows(arrow):
                parts[_range_of(subject)].append((subject, code, other, place, min(arrow.relation, _LAST)))
    return assemble([_part(rows) for rows in parts], (), (), ())


def _rows(arrow: Arrow) -> Iterator[tuple[str, int, str]]:
    """The statements of an arrow: whose each is, the code, and the other end."""
    source, target, verb, hedged, _ = arrow
    code = verb << _VERB | (_HEDGED if hedged else 0)
    for subject in _subjects(source):
        yield subject, code, _other(target)
    if source != target:  # what acts on itself says so once
        received = code if verb == BINDS else code | _RECEIVED
        for subject in _subjects(target):
            yield subject, received, _other(source)


def _subjects(end: End) -> list[str]:
    """Whom an end's arrows are statements of: the genes it stands for, and its name where it is not one gene."""
    genes = [_GENE + symbol for symbol in end.symbols] if len(end.symbols) <= _FAMILY else []
    return genes if end.kind == "gene" else [*genes, _LETTERS[end.kind] + end.name]


def _other(end: End) -> str:
    return _GENE + end.symbols[0] if len(end.symbols) == 1 else _LETTERS[end.kind] + end.name


@once
def _range_of(subject: str) -> int:
    return word_range(term(subject[1:])) - WORDS_FROM


def _part(rows: Sequence[tuple[str, int, str, int, int]]) -> bytes:
    if not rows:
        return b""
    subjects, codes, others, places, relations = zip(*rows, strict=True)
    return pack_columns(subjects, bytes(codes), others, bytes(places), bytes(relations))


def read_statements(read: ReadAt, head: Head, number: int) -> Part | None:
    """What a chunk says of the names of a range, counted from 0; None where that is nothing."""
    body = read_part(read, head, 0, number)
    if not body:
        return None
    part = Part(*unpack_columns(body, "tbtbb"))
    if len({len(column) for column in part}) != 1 or max(part.codes, default=0) > _CODES:
        raise Damaged("the columns of statements do not belong together")
    if not all(name[:1] in _KINDS for name in (*part.subjects, *part.others)):
        raise Damaged("a statement is of nothing")
    return part


def gather(
    parts: Iterable[tuple[Part, Sequence[int]]], genes: Mapping[str, Gene], documents: int
) -> dict[str, Told]:
    """What is said of each name, most figures first: of each part with its figures' documents.

    Genes have some if they have a page, other names if several figures say something of them and no gene's page has such
    a name.  `genes` are those with a page, by key; a document from `documents` on is none.
    """
    found: dict[tuple[str, int, str], dict[int, Said]] = {}
    spellings: dict[str, Counter[str]] = {}
    for part, mine in parts:
        for subject, code, other, place, relation in zip(*part, strict=True):
            key, document = _subject_of(subject), mine[place]
            if document >= documents or (key[0] == _GENE and key[1:] not in genes):
                continue
            name = _key_of(other)
            spellings.setdefault(name, Counter())[other] += 1
            if key[0] != _GENE:
                spellings.setdefault(key, Counter())[subject] += 1
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
    taken = {term(gene.name) for gene in genes.values()}
    told: dict[str, Told] = {}
    for key, statements in result.items():
        if key[0] == _GENE:
            told[genes[key[1:]].name] = Told("gene", statements)
        elif key[1:] not in taken and _is_said_by_several(statements):
            name = _commonest(spellings[key])
            told[name[1:]] = Told(_KINDS[name[0]], statements)
    return told


def _is_said_by_several(statements: Iterable[Statement]) -> bool:
    return len({document for s in statements for document in s.documents}) >= _SEVERAL


@once
def _subject_of(subject: str) -> str:
    """Whose statements are gathered as one: a gene's by its key, those of other names by the term they are looked for under."""
    return _GENE + gene_key(subject[1:]) if subject[0] == _GENE else _NAME + term(subject[1:])


@once
def _key_of(other: str) -> str:
    """What is one: genes by their key, other names as figures fold them, whatever they stand for."""
    if other[0] == _GENE:
        return _GENE + gene_key(other[1:])
    return _OTHER + (fold_name(other[1:]) or other[1:])


def _named(key: str, spellings: Counter[str], genes: Mapping[str, Gene]) -> tuple[str, str]:
    """The kind and name of an end: as most figures have them, a gene with a page as the page does."""
    best = _commonest(spellings)
    kind = _KINDS[best[0]]
    gene = genes.get(key[1:]) if kind == "gene" else None
    return kind, gene.name if gene else best[1:]


def _commonest(spellings: Counter[str]) -> str:
    return min(spellings, key=lambda s: (-spellings[s], s))


def statement_files(told: Mapping[str, Told], genes: Mapping[str, Gene]) -> Iterator[Shard]:
    """The files of what is said of some names, by the names' terms."""
    bodies: list[bytes] = []
    size = 0
    last = before = bound = ""
    for name_term, name in sorted((term(name), name) for name in told):
        body = _entry(name, told[name], genes)
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


def _entry(name: str, told: Told, genes: Mapping[str, Gene]) -> bytes:
    body = varint(len(told.statements)) + b"".join([_statement(s, genes) for s in told.statements])
    return text(name) + varint(_NUMBERS.get(told.kind, _PAGE)) + varint(len(body)) + body


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
