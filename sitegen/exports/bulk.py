"""The whole collection's data as files for other programs: tables of figures, mentions and relations, and gene sets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from deflate import gzip_compress

from sitegen.exports.archives import END, FORMATS, Format, entries
from sitegen.model.figure import Figure
from sitegen.model.participants import Kind
from sitegen.model.relation import Relation
from sitegen.model.routes import figure_path, href, organism_slug
from sitegen.text import one_line

_LEVEL = 9

Row = Sequence[str | None]


class Table(NamedTuple):
    """A file of one row a figure, a mention or a relation; `name` is that of the file without its endings."""

    name: str
    about: str
    columns: tuple[str, ...]

    @property
    def file(self) -> str:
        """The file's name."""
        return f"{self.name}.tsv.gz"


FIGURES = Table("figures", "a row for each figure", (
    "figid", "title", "number", "pmcid", "doi", "year", "journal", "organisms", "papertitle", "reference", "url"))
GENES = Table("genes", "a row for each gene that a word in a figure stands for", (
    "figid", "organism_id", "organism_name", "word", "match", "ncbigene_symbol", "ncbigene_id", "source"))
CHEMICALS = Table("chemicals", "a row for each chemical in a figure", ("figid", "word", "mesh", "match", "name", "chebi"))
DISEASES = Table("diseases", "a row for each disease in a figure", ("figid", "word", "mesh", "match", "name", "doid"))
RELATIONS = Table("relations", "a row for each arrow of a diagram, with the sentence that says so", (
    "figid", "source", "target", "type", "polarity", "hedged", "evidence", "origin"))
TABLES = (FIGURES, GENES, CHEMICALS, DISEASES, RELATIONS)


class GeneSets(NamedTuple):
    """The gene sets of some figures in one organism: lines of GMT with symbols and with NCBI Gene ids."""

    organism: str
    symbols: str
    ids: str


class Part(NamedTuple):
    """What some figures give the files: of each table and archive a gzip member and its rows or files, and gene sets."""

    members: tuple[bytes, ...]
    rows: tuple[int, ...]
    sets: tuple[GeneSets, ...]
    archives: tuple[bytes, ...]
    networks: int


class File(NamedTuple):
    """A file of the collection: its name, its bytes, and how many rows, gene sets or networks it has."""

    name: str
    body: bytes
    rows: int


class Sets(NamedTuple):
    """The two files of an organism's gene sets."""

    organism: str
    symbols: File
    ids: File


class Whole(NamedTuple):
    """All files of a collection: its tables that have rows, its gene sets, those of most figures first, and its networks."""

    tables: tuple[tuple[Table, File], ...]
    sets: tuple[Sets, ...]
    archives: tuple[tuple[Format, File], ...]

    @property
    def files(self) -> tuple[File, ...]:
        """Every file, once."""
        return (*(file for _, file in self.tables), *(file for s in self.sets for file in (s.symbols, s.ids)),
                *(file for _, file in self.archives))


def part(figures: Iterable[tuple[Figure, Sequence[Relation]]], base: str, elsewhere: Mapping[str, Kind]) -> Part:
    """What some figures give the files; `base` is the site's address, empty where it has none yet.

    `elsewhere` says by folded name what their relations' ends are that other figures' tables know.
    """
    some = list(figures)
    rows: list[list[str]] = [[] for _ in TABLES]
    for figure, relations in some:
        for lines, made in zip(rows, _ROWS, strict=True):
            lines += [_line(row) for row in made(figure, relations, base)]
    members = tuple(_packed("".join(lines)) if lines else b"" for lines in rows)
    found = [b"".join(files) for files in entries(some, elsewhere)]
    return Part(members, tuple(map(len, rows)), tuple(_gene_sets([figure for figure, _ in some])),
                tuple(_gzip(body) if body else b"" for body in found), sum(1 for _, relations in some if relations))


def whole(parts: Iterable[Part]) -> Whole:
    """The files of a collection from what its figures give, in their order.

    A table is a gzip file (RFC 1952) of several members, the first of them its line of columns; an archive's last is its end.
    """
    bodies = [bytearray(_packed(_line(table.columns))) for table in TABLES]
    rows = [0] * len(TABLES)
    sets: dict[str, list[GeneSets]] = {}
    archives = [bytearray() for _ in FORMATS]
    networks = 0
    for one in parts:
        for i, member in enumerate(one.members):
            bodies[i] += member
            rows[i] += one.rows[i]
        for archive, member in zip(archives, one.archives, strict=True):
            archive += member
        networks += one.networks
        for found in one.sets:
            sets.setdefault(organism_slug(found.organism), []).append(found)
    tables = tuple((t, File(t.file, bytes(b), n)) for t, b, n in zip(TABLES, bodies, rows, strict=True) if n)
    organisms = [_sets(name, found) for name, found in sets.items()]
    packed = tuple((f, File(f.file, bytes(b) + _gzip(END), networks)) for f, b in zip(FORMATS, archives, strict=True) if b)
    return Whole(tables, tuple(sorted(organisms, key=lambda s: (-s.ids.rows, s.organism))), packed)


def _sets(name: str, found: Sequence[GeneSets]) -> Sets:
    symbols, ids = "".join(s.symbols for s in found), "".join(s.ids for s in found)
    return Sets(found[0].organism, _gmt(f"{name}.symbols.gmt", symbols), _gmt(f"{name}.ncbigene.gmt", ids))


def _gmt(name: str, text: str) -> File:
    return File(name, text.encode("utf-8", "replace"), text.count("\n"))


def _packed(text: str) -> bytes:
    return _gzip(text.encode("utf-8", "replace"))


def _gzip(body: bytes) -> bytes:
    """Bytes as a gzip member: the same on every system, which Python's own zlib would not give."""
    return bytes(gzip_compress(body, _LEVEL))


def _line(row: Row) -> str:
    """A line of a table; no cell holds a tab or a line break, and a missing value is an empty cell."""
    return "\t".join([one_line(cell) if cell else "" for cell in row]) + "\n"


def _figure_rows(figure: Figure, _: Sequence[Relation], base: str) -> Iterator[Row]:
    paper = figure.paper
    address = base + href(figure_path(figure.figid)) if base else None
    yield (figure.figid, figure.display_title, figure.number, paper.pmcid, paper.doi, paper.year, paper.journal,
           "|".join(figure.organisms), paper.title, paper.reference, address)


def _gene_rows(figure: Figure, *_: object) -> Iterator[Row]:
    for g in figure.genes:
        yield figure.figid, g.organism_id, g.organism, g.word, g.match, g.symbol, g.gene_id, g.source


def _chemical_rows(figure: Figure, *_: object) -> Iterator[Row]:
    for c in figure.chemicals:
        yield figure.figid, c.word, _curie("mesh", c.mesh), c.match, c.name, _curie("chebi", c.chebi)


def _disease_rows(figure: Figure, *_: object) -> Iterator[Row]:
    for d in figure.diseases:
        yield figure.figid, d.word, _curie("mesh", d.mesh), d.match, d.name, _curie("doid", d.doid)


def _relation_rows(figure: Figure, relations: Sequence[Relation], _: str) -> Iterator[Row]:
    for r in relations:
        yield (figure.figid, r.source, r.target, r.type, r.polarity, "yes" if r.hedged else "no", r.evidence, r.origin)


_ROWS: tuple[Callable[[Figure, Sequence[Relation], str], Iterator[Row]], ...] = (
    _figure_rows, _gene_rows, _chemical_rows, _disease_rows, _relation_rows)


def _curie(prefix: str, accession: str | None) -> str | None:
    return f"{prefix}:{accession}" if accession else None


def _gene_sets(figures: Sequence[Figure]) -> Iterator[GeneSets]:
    """The gene sets of some figures, organism by organism: a figure's genes of an organism, each once."""
    found: dict[str, tuple[list[str], list[str]]] = {}
    for figure in figures:
        genes: dict[str, tuple[dict[str, None], dict[str, None]]] = {}
        for g in figure.genes:
            symbols, ids = genes.setdefault(g.organism, ({}, {}))
            if g.symbol:
                symbols[g.symbol] = None
            ids[g.gene_id] = None
        for organism, two in genes.items():
            lines = found.setdefault(organism, ([], []))
            for column, names in zip(lines, two, strict=True):
                if names:
                    column.append(_line((figure.figid, figure.display_title, *names)))
    for organism, (by_symbol, by_id) in found.items():
        yield GeneSets(organism, "".join(by_symbol), "".join(by_id))
