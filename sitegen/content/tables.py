"""Mention tables: TSV text with one header line and no quoting becomes rows, or faults with their line."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from sys import intern
from typing import NamedTuple

from sitegen.content.repair import without_controls
from sitegen.model.figure import ChemicalMention, DiseaseMention, GeneMention
from sitegen.model.ids import CHEBI, DOID, MESH, TAXON_ID, accession, is_gene_id
from sitegen.model.missing import present, present_symbol
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


MAX_ROWS = 20_000  # no reader follows so many, and no browser shows them soon
_ZIP = "PK\x03\x04"


class Lines(NamedTuple):
    """The data lines of a table, each with its number, and where each known column stands."""

    columns: dict[str, int]
    rows: list[tuple[int, list[str]]]


def split_table(path: str, kind: str, text: str) -> tuple[Lines, tuple[Problem, ...]]:
    """A table's text as cells, with a fault for each row whose cells do not match its header."""
    problems: list[Problem] = []
    if text.isascii() and text.replace("\t", "").replace("\n", "").isprintable():
        clean = text
    else:
        clean = without_controls(text)
        if clean != text:
            at = next((i for i, (a, b) in enumerate(zip(text, clean, strict=False)) if a != b), len(clean))
            row, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
            problems.append(Problem(path, row, column, "W204", "control characters left out"))
    if text.startswith(_ZIP):
        return Lines({}, []), (Problem(path, 1, 1, "E302", "this is a spreadsheet, not a table of text",
                                       "Save it as text with a tab between cells."),)
    if not clean.strip():
        return Lines({}, []), (*problems, Problem(path, 1, 1, "E302", "the table is empty", _columns_of(kind)))
    lines = _ends_of_lines(clean).split("\n")
    header = lines[0].split("\t")
    columns: dict[str, int] = {}
    for i, name in enumerate(header):
        name = name.strip()
        column = len("\t".join(header[:i])) + (2 if i else 1)
        if name in columns:
            problems.append(Problem(path, 1, column, "E304", f"column '{name}' named twice"))
        elif name not in COLUMNS[kind]:
            near = difflib.get_close_matches(name.casefold(), COLUMNS[kind], n=1, cutoff=0.75)
            hint = f"Did you mean '{near[0]}'?" if near else ""
            problems.append(Problem(path, 1, column, "W301", f"unknown column '{name}'", hint))
        columns.setdefault(name, i)
    missing = [name for name in REQUIRED[kind] if name not in columns]
    if missing:
        problems.append(Problem(path, 1, 1, "E302", f"column {', '.join(missing)} missing", _columns_of(kind)))
        return Lines(columns, []), tuple(problems)
    width = len(header)
    rows: list[tuple[int, list[str]]] = []
    for number, line in enumerate(lines[1:], 2):
        cells = line.split("\t")
        if len(cells) == width:
            if len(rows) == MAX_ROWS:
                problems.append(Problem(path, number, 1, "E104", f"more than {MAX_ROWS:,} rows"))
                return Lines(columns, []), tuple(problems)
            rows.append((number, cells))
        elif line.strip():
            problems.append(Problem(path, number, 1, "E301", f"{len(cells)} cells where the header has {width}"))
    return Lines(columns, rows), tuple(problems)


def _columns_of(kind: str) -> str:
    return f"Columns of a {kind} table: {', '.join(COLUMNS[kind])}; needed are {', '.join(REQUIRED[kind])}."


def _ends_of_lines(text: str) -> str:
    """The text with line feeds alone: Windows ends lines with two characters, and old programs with the other one."""
    text = text.replace("\r\n", "\n")
    return text if "\n" in text else text.replace("\r", "\n")


def parse_genes(path: str, text: str) -> tuple[tuple[GeneMention, ...], tuple[Problem, ...]]:
    """The rows of a genes' table and its faults; a symbol that R lost (`NA`) is None."""
    lines, faults = split_table(path, "genes", text)
    problems, rows = list(faults), []
    at = lines.columns.get
    organism_id, match, source = at("organism_id"), at("match"), at("source")
    if lines.rows:
        organism, word = lines.columns["organism_name"], lines.columns["word"]
        symbol, gene_id = lines.columns["ncbigene_symbol"], lines.columns["ncbigene_id"]
    for number, cells in lines.rows:
        gene = cells[gene_id].strip()
        if not is_gene_id(gene):
            column = len("\t".join(cells[:gene_id])) + (2 if gene_id else 1)
            problems.append(Problem(path, number, column, "E303", f"'{gene[:40]}' is not an NCBI Gene id"))
            continue
        name = _symbol(cells[symbol])
        found = _present(cells[match]) if match is not None else None
        rows.append(GeneMention(
            _taxon(cells[organism_id]) if organism_id is not None else None,
            _present(cells[organism]) or "unknown organism",
            _symbol(cells[word]) or found or name or gene,
            found, name, gene,
            _present(cells[source]) if source is not None else None,
        ))
    problems += _no_accessions(path, lines, {"organism_id": TAXON_ID})
    return tuple(rows), tuple(problems)


def _no_accessions(path: str, lines: Lines, columns: Mapping[str, re.Pattern[str]]) -> Iterator[Problem]:
    """A warning for each value of an identifier's column that is none, at the first row that has it."""
    for name, pattern in columns.items():
        at = lines.columns.get(name)
        if at is None:
            continue
        first = {cells[at]: (number, cells) for number, cells in reversed(lines.rows)}
        for value, (number, cells) in first.items():
            if present(value) is not None and accession(pattern, value) is None:
                column = len("\t".join(cells[:at])) + (2 if at else 1)
                yield Problem(path, number, column, "W204", f"'{value.strip()[:40]}' is no {name}; left out")


@lru_cache(maxsize=16384)
def _present(cell: str) -> str | None:
    """`present`, kept for the words, organisms and lexicons that table after table repeats."""
    text = present(cell)
    return intern(text) if text else text


@lru_cache(maxsize=16384)
def _symbol(cell: str) -> str | None:
    return present_symbol(cell)


@lru_cache(maxsize=1024)
def _taxon(cell: str) -> str | None:
    return accession(TAXON_ID, cell)


def parse_chemicals(path: str, text: str) -> tuple[tuple[ChemicalMention, ...], tuple[Problem, ...]]:
    """The rows of a chemicals' table, each once, and its faults."""
    lines, faults = split_table(path, "chemicals", text)
    problems = list(faults)
    rows = dict.fromkeys(
        ChemicalMention(word, accession(MESH, mesh), match, name, accession(CHEBI, chebi))
        for word, mesh, match, name, chebi in _cells(path, lines, "chemicals", problems)
    )
    problems += _no_accessions(path, lines, {"mesh": MESH, "chebi": CHEBI})
    return tuple(rows), tuple(problems)


def parse_diseases(path: str, text: str) -> tuple[tuple[DiseaseMention, ...], tuple[Problem, ...]]:
    """The rows of a diseases' table, each once, and its faults."""
    lines, faults = split_table(path, "diseases", text)
    problems = list(faults)
    rows = dict.fromkeys(
        DiseaseMention(word, accession(MESH, mesh), match, name, accession(DOID, doid))
        for word, mesh, match, name, doid in _cells(path, lines, "diseases", problems)
    )
    problems += _no_accessions(path, lines, {"mesh": MESH, "doid": DOID})
    return tuple(rows), tuple(problems)


def _cells(
    path: str, lines: Lines, kind: str, problems: list[Problem]
) -> Iterator[tuple[str, str | None, str | None, str | None, str | None]]:
    places = [lines.columns.get(name) for name in COLUMNS[kind]]
    for number, cells in lines.rows:
        word, mesh, match, name, other = (present(cells[i]) if i is not None else None for i in places)
        shown = word or match or name
        if shown:
            yield shown, mesh, match, name, other
        else:
            problems.append(Problem(path, number, 1, "W204", "a row without a word left out"))
