"""Mention tables: TSV text with one header line and no quoting becomes rows, or faults with their line."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from sys import intern
from typing import Any, NamedTuple

from sitegen.content.repair import without_controls
from sitegen.model.figure import ChemicalMention, DiseaseMention, GeneMention
from sitegen.model.ids import CHEBI, DOID, MESH, TAXON_ID, accession, is_gene_id
from sitegen.model.missing import present, present_symbol
from sitegen.once import once, once_of
from sitegen.places import place_of
from sitegen.problems import Problem

COLUMNS = {
    "genes": ("organism_id", "organism_name", "organism_group", "word", "match", "ncbigene_symbol", "ncbigene_id",
              "source", "count_direct", "count_synonym", "count_match"),
    "chemicals": ("word", "mesh", "match", "name", "chebi"),
    "diseases": ("word", "mesh", "match", "name", "doid"),
}
REQUIRED = {
    "genes": ("organism_name", "word", "ncbigene_symbol", "ncbigene_id"),
    "chemicals": ("word",),
    "diseases": ("word",),
}


MAX_ROWS = 10_000  # no reader follows so many, and no browser shows them soon
_MAX_LINES = 100_000
_MAX_COLUMNS = 1_000
_LONGEST = 80  # characters of a column's name that a problem shows
_MAX_ORGANISMS = 1_000  # of a table of genes: each has gene sets of its own
_DATE = re.compile(r"[0-9]{1,2}-(?:Mar|Apr|Sep|Sept|Oct|Dec)|(?:Mar|Apr|Sep|Sept|Oct|Dec)-[0-9]{2}")
"""What spreadsheets make of MARCH1, APR3, SEPT2, OCT4 and DEC1."""
_ZIP = "PK\x03\x04"


Row = tuple[int, list[str]]
"""A line's number and cells."""


class Lines(NamedTuple):
    """A table's header, where each known column stands in it, how many columns there are, and the lines after it."""

    header: str
    columns: dict[str, int]
    width: int
    lines: list[str]


def split_table(path: str, kind: str, text: str) -> tuple[Lines, tuple[Problem, ...]]:
    """A table's text as lines, none where the table cannot be read; the faults are those of the table and its header."""
    problems: list[Problem] = []
    if text.replace("\t", "").replace("\n", "").isprintable():  # what controls are is not
        clean = text
    else:
        clean = without_controls(text)
        if clean != text:
            at = next((i for i, (a, b) in enumerate(zip(text, clean, strict=False)) if a != b), len(clean))
            row, column = place_of(text, at)
            problems.append(Problem(path, row, column, "W204", "control characters left out"))
    if text.startswith(_ZIP):
        return _NONE, (Problem(path, 1, 1, "E302", "this is a spreadsheet, not a table of text",
                                       "Save it as text with a tab between cells."),)
    if not clean.strip():
        return _NONE, (*problems, Problem(path, 1, 1, "E302", "the table is empty", _columns_of(kind)))
    lines = _ends_of_lines(clean).split("\n")
    header = lines[0].split("\t")
    if len(header) > _MAX_COLUMNS:
        return _NONE, (*problems, Problem(path, 1, 1, "E104", f"more than {_MAX_COLUMNS:,} columns"))
    if len(lines) > _MAX_LINES:
        return _NONE, (*problems, Problem(path, _MAX_LINES + 1, 1, "E104", f"more than {_MAX_LINES:,} lines"))
    columns: dict[str, int] = {}
    for i, name in enumerate(header):
        name = name.strip()
        if name in columns:
            problems.append(Problem(path, 1, _column(header, i), "E304", f"column '{name[:_LONGEST]}' named twice"))
        elif name not in COLUMNS[kind]:
            near = difflib.get_close_matches(name.casefold(), COLUMNS[kind], n=1, cutoff=0.75)
            hint = f"Did you mean '{near[0]}'?" if near else ""
            problems.append(Problem(path, 1, _column(header, i), "W301", f"unknown column '{name[:_LONGEST]}'", hint))
        columns.setdefault(name, i)
    missing = [name for name in REQUIRED[kind] if name not in columns]
    if missing:
        other = next((mark for mark in ",;" if len(header) == 1 and mark in lines[0]), "")
        if other:
            return _NONE, (Problem(path, 1, 1, "E302", f"the columns are parted by '{other}', not by tabs",
                                   "Save it as text with a tab between cells."),)
        what = f"column{'' if len(missing) == 1 else 's'} {', '.join(missing)} missing"
        problems.append(Problem(path, 1, 1, "E302", what, _columns_of(kind)))
        return _NONE, tuple(problems)
    table = Lines(lines[0], columns, len(header), lines[1:])
    faults: list[Problem] = []
    if len(table.lines) > MAX_ROWS and len(rows := _rows_of(path, table, faults)) > MAX_ROWS:
        last = rows[MAX_ROWS][0]
        problems += [f for f in faults if f.line < last]
        return _NONE, (*problems, Problem(path, last, 1, "E104", f"more than {MAX_ROWS:,} rows"))
    return table, tuple(problems)


_NONE = Lines("", {}, 0, [])


def _column(cells: list[str], place: int) -> int:
    """The column of the line in which a cell starts."""
    return len("\t".join(cells[:place])) + (2 if place else 1)


def _cells_of(path: str, number: int, line: str, width: int, problems: list[Problem]) -> list[str]:
    """The cells of a line; none, and a fault, where they do not match the header."""
    cells = line.split("\t")
    if len(cells) == width:
        return cells
    if line.strip():
        problems.append(Problem(path, number, 1, "E301", f"{len(cells)} cells where the header has {width}"))
    return []


def _rows_of(path: str, lines: Lines, problems: list[Problem]) -> list[Row]:
    """The rows of a table, with a fault for each line whose cells do not match its header."""
    cut = ((number, _cells_of(path, number, line, lines.width, problems)) for number, line in enumerate(lines.lines, 2))
    return [row for row in cut if row[1]]


def _columns_of(kind: str) -> str:
    return f"Columns of a {kind} table: {', '.join(COLUMNS[kind])}; needed are {', '.join(REQUIRED[kind])}."


def _ends_of_lines(text: str) -> str:
    """The text with line feeds alone: Windows ends lines with two characters, and old programs with the other one."""
    text = text.replace("\r\n", "\n")
    return text if "\n" in text else text.replace("\r", "\n")


def parse_genes(path: str, text: str) -> tuple[tuple[GeneMention, ...], tuple[Problem, ...]]:
    """The rows of a genes' table and its faults; a symbol that R lost (`NA`) is None."""
    lines, faults = split_table(path, "genes", text)
    if not lines.lines:
        return (), faults
    problems, rows = list(faults), []
    places = _Places(*map(lines.columns.get, _READ))
    known, tail = _known_rows(lines.header), _tail(lines, places)
    cut: list[Row] = []
    for number, line in enumerate(lines.lines, 2):
        ends = line.endswith(tail)
        mention = known.get(line.removesuffix(tail)) if ends else None
        if mention is None:
            cells = _cells_of(path, number, line, lines.width, problems)
            if not cells:
                continue
            cut.append((number, cells))
            mention = _mention(path, number, cells, places, problems)
            if mention is None:
                continue
            if ends and len(known) < _MOST_KNOWN and (mention.organism_id or places.organism_id is None) and not (
                _DATE.fullmatch(cells[places.symbol].strip())
            ):
                known[line.removesuffix(tail)] = mention
        rows.append(mention)
    problems += _no_accessions(path, lines.columns, cut, {"organism_id": TAXON_ID})
    problems += _dates(path, cut, places.symbol)
    if len(rows) > _MAX_ORGANISMS < len({mention.organism for mention in rows}):
        problems.append(Problem(path, 1, 1, "E104", f"more than {_MAX_ORGANISMS:,} organisms"))
    return tuple(rows), tuple(problems)


class _Places(NamedTuple):
    """Where the columns stand that a row of genes is read from; those that a table may lack can be None."""

    organism_id: int | None
    organism: Any
    word: Any
    match: int | None
    symbol: Any
    gene_id: Any
    source: int | None


_READ = ("organism_id", "organism_name", "word", "match", "ncbigene_symbol", "ncbigene_id", "source")
_MOST_KNOWN = 8_192


@lru_cache(maxsize=4)
def _known_rows(header: str) -> dict[str, GeneMention]:
    """Sound rows of tables with that header, by the text of the cells that are read: table after table repeats them."""
    return {}


def _tail(lines: Lines, places: _Places) -> str:
    """What stands in the first line after the last cell that is read: counts, which most often the whole table shares.

    A line break, with which no line ends, where it is not certain.
    """
    unread = lines.width - 1 - max(place for place in places if place is not None)
    first = lines.lines[0]
    tail = first[len(first.rsplit("\t", unread)[0]) :] if unread else ""
    return tail if tail.count("\t") == unread else "\n"


def _mention(path: str, number: int, cells: list[str], places: _Places, problems: list[Problem]) -> GeneMention | None:
    """The gene of a row; None, and a fault, where it has no id."""
    organism_id, organism, word, match, symbol, gene_id, source = places
    gene = cells[gene_id].strip()
    if not is_gene_id(gene):
        if not any(map(str.strip, cells)):
            return None  # programs write such rows below a table
        problems.append(Problem(path, number, _column(cells, gene_id), "E303", f"'{gene[:40]}' is not an NCBI Gene id"))
        return None
    name = _symbol(cells[symbol])
    found = _present(cells[match]) if match is not None else None
    return GeneMention(
        _taxon(cells[organism_id]) if organism_id is not None else None,
        _present(cells[organism]) or "unknown organism",
        _symbol(cells[word]) or found or name or gene,
        found, name, gene,
        _present(cells[source]) if source is not None else None,
    )


def _no_accessions(
    path: str, columns: Mapping[str, int], rows: list[Row], patterns: Mapping[str, re.Pattern[str]]
) -> Iterator[Problem]:
    """A warning for each value of an identifier's column that is none, at the first row that has it."""
    for name, pattern in patterns.items():
        at = columns.get(name)
        if at is None:
            continue
        first = {cells[at]: (number, cells) for number, cells in reversed(rows)}
        for value, (number, cells) in first.items():
            if present(value) is not None and accession(pattern, value) is None:
                yield Problem(path, number, _column(cells, at), "W204", f"'{value.strip()[:40]}' is no {name}; left out")


def _dates(path: str, rows: list[Row], at: int) -> Iterator[Problem]:
    """A warning for each symbol that a spreadsheet took for a date, `2-Sep` for SEPT2, at the first row that has it."""
    first = {cells[at]: (number, cells) for number, cells in reversed(rows)}
    for value, (number, cells) in first.items():
        if _DATE.fullmatch(value.strip()):
            shown = f"'{value.strip()}' is a date that a spreadsheet made of a symbol"
            yield Problem(path, number, _column(cells, at), "W305", shown)


@once_of(16_384)
def _present(cell: str) -> str | None:
    """`present`, kept for the words, organisms and lexicons that table after table repeats."""
    text = present(cell)
    return intern(text) if text else text


@once_of(16_384)
def _symbol(cell: str) -> str | None:
    return present_symbol(cell)


@once
def _taxon(cell: str) -> str | None:
    return accession(TAXON_ID, cell)


def parse_chemicals(path: str, text: str) -> tuple[tuple[ChemicalMention, ...], tuple[Problem, ...]]:
    """The rows of a chemicals' table, each once, and its faults."""
    lines, faults = split_table(path, "chemicals", text)
    problems = list(faults)
    found = _rows_of(path, lines, problems)
    rows = dict.fromkeys(
        ChemicalMention(word, accession(MESH, mesh), match, name, accession(CHEBI, chebi))
        for word, mesh, match, name, chebi in _cells(path, lines.columns, found, "chemicals", problems)
    )
    problems += _no_accessions(path, lines.columns, found, {"mesh": MESH, "chebi": CHEBI})
    return tuple(rows), tuple(problems)


def parse_diseases(path: str, text: str) -> tuple[tuple[DiseaseMention, ...], tuple[Problem, ...]]:
    """The rows of a diseases' table, each once, and its faults."""
    lines, faults = split_table(path, "diseases", text)
    problems = list(faults)
    found = _rows_of(path, lines, problems)
    rows = dict.fromkeys(
        DiseaseMention(word, accession(MESH, mesh), match, name, accession(DOID, doid))
        for word, mesh, match, name, doid in _cells(path, lines.columns, found, "diseases", problems)
    )
    problems += _no_accessions(path, lines.columns, found, {"mesh": MESH, "doid": DOID})
    return tuple(rows), tuple(problems)


def _cells(
    path: str, columns: Mapping[str, int], rows: list[Row], kind: str, problems: list[Problem]
) -> Iterator[tuple[str, str | None, str | None, str | None, str | None]]:
    places = [columns.get(name) for name in COLUMNS[kind]]
    for number, cells in rows:
        word, mesh, match, name, other = (present(cells[i]) if i is not None else None for i in places)
        shown = word or match or name
        if shown:
            yield shown, mesh, match, name, other
        elif any(map(str.strip, cells)):
            problems.append(Problem(path, number, 1, "W204", "a row without a word left out"))
