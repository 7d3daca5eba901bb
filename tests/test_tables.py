"""Mention tables: TSV files and tables inside the front matter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.content.figures import parse_figure
from sitegen.content.repair import without_controls
from sitegen.content.tables import COLUMNS, _known_rows, parse_chemicals, parse_diseases, parse_genes
from sitegen.model.figure import ChemicalMention, DiseaseMention, GeneMention
from sitegen.model.missing import present
from sitegen.problems import Problem

HEADER = "\t".join(COLUMNS["genes"]) + "\n"


def codes(problems: tuple[Problem, ...]) -> list[tuple[int, int, str]]:
    return [(p.line, p.column, p.code) for p in problems]


def test_a_gene_row() -> None:
    rows, problems = parse_genes(
        "t.tsv", HEADER + "9606\tHomo sapiens\tPrimates\t(IL-6R)\tIL6R\tIL6R\t3570\tncbigene_symbol\t1\t0\t1\n"
    )
    assert problems == ()
    assert rows == (GeneMention("9606", "Homo sapiens", "(IL-6R)", "IL6R", "IL6R", "3570", "ncbigene_symbol"),)


def test_more_rows_than_any_figure_has_are_a_fault() -> None:
    header = "organism_name\tword\tncbigene_symbol\tncbigene_id\n"
    text = header + "Homo sapiens\tw\tS\t1\n" * 10_000
    assert parse_genes("g.tsv", text)[1] == () and parse_genes("g.tsv", text + "\n")[1] == ()
    rows, (problem,) = parse_genes("g.tsv", text + "Homo sapiens\tw\tS\t1\n")
    assert rows == () and (problem.line, problem.code, problem.message) == (10_002, "E104", "more than 10,000 rows")


@pytest.mark.parametrize(("text", "line", "message"), [
    ("organism_name\tword\tncbigene_symbol\tncbigene_id\n" + "\n" * 100_000, 100_001, "more than 100,000 lines"),
    ("\t".join(f"c{i}" for i in range(1_001)), 1, "more than 1,000 columns"),
    ("organism_name\tword\tncbigene_symbol\tncbigene_id\n" + "".join(f"O{i}\tw\tS\t1\n" for i in range(1_001)), 1,
     "more than 1,000 organisms"),
])
def test_a_table_without_end_is_a_fault(text: str, line: int, message: str) -> None:
    problems = parse_genes("g.tsv", text)[1]
    assert [(p.line, p.code, p.message) for p in problems] == [(line, "E104", message)]


def test_a_name_without_end_is_told_by_its_beginning() -> None:
    header = "word\t" + "x" * 5000 + "\t" + "x" * 5000
    problems = parse_chemicals("c.tsv", header + "\n")[1]
    assert [(p.column, p.code, p.message) for p in problems] == [
        (6, "W301", f"unknown column '{'x' * 80}'"), (5007, "E304", f"column '{'x' * 80}' named twice"),
    ]


@pytest.mark.parametrize("mark", [",", ";"])
def test_a_table_without_tabs_is_told_what_parts_its_columns(mark: str) -> None:
    rows = ("organism_name", "word", "ncbigene_symbol", "ncbigene_id"), ("Homo sapiens", "AKT", "AKT1", "207")
    (problem,) = parse_genes("g.tsv", "\n".join(map(mark.join, rows)))[1]
    assert (problem.code, problem.message) == ("E302", f"the columns are parted by '{mark}', not by tabs")


@pytest.mark.parametrize("symbol", ["no", "NaN", "nan", "null", "1E10", "2001-01-01", "on", "T", "F", "N/A"])
def test_odd_symbols_are_symbols(symbol: str) -> None:
    rows, _ = parse_genes("t.tsv", HEADER + f"9606\tHomo sapiens\tP\t{symbol}\t{symbol}\t{symbol}\t1\ts\t1\t0\t1\n")
    assert rows[0].symbol == symbol and rows[0].label == symbol and rows[0].word == symbol


@pytest.mark.parametrize("missing", ["NA", "", ".na.character", " NA ", "[]"])
def test_a_symbol_that_r_lost_is_shown_by_its_id(missing: str) -> None:
    rows, problems = parse_genes("t.tsv", HEADER + f"NA\tHomo sapiens\tP\tAMPK\tNA\t{missing}\t5563\tNA\tNA\tNA\tNA\n")
    assert problems == ()
    assert rows == (GeneMention(None, "Homo sapiens", "AMPK", None, None, "5563", None),)
    assert rows[0].label == "gene 5563"


@pytest.mark.parametrize(("cells", "word"), [
    ("NA\tAKT\tAKT1\t207", "AKT"), ("NA\tNA\tAKT1\t207", "AKT1"), ("NA\tNA\tNA\t207", "207"), ("\t\t\t207", "207"),
])
def test_a_lost_word_is_shown_by_what_is_left(cells: str, word: str) -> None:
    rows, _ = parse_genes("t.tsv", f"organism_name\tword\tmatch\tncbigene_symbol\tncbigene_id\nHomo sapiens\t{cells}\n")
    assert rows[0].word == word


def test_columns_in_any_order_and_only_the_needed_ones() -> None:
    rows, problems = parse_genes("t.tsv", "ncbigene_id\tword\torganism_name\tncbigene_symbol\n207\tAKT\tMus musculus\tAkt1\n")
    assert problems == ()
    assert rows == (GeneMention(None, "Mus musculus", "AKT", None, "Akt1", "207", None),)


@pytest.mark.parametrize("text", [HEADER.rstrip("\n"), HEADER, HEADER + "\n\n", HEADER.replace("\n", "\r\n") + "\r\n"])
def test_a_table_without_rows(text: str) -> None:
    assert parse_genes("t.tsv", text) == ((), ())


def test_windows_line_ends() -> None:
    rows, problems = parse_chemicals("t.tsv",
        "word\tmesh\tmatch\tname\tchebi\r\nGlucose\tmesh:D005947\tGlucose\tglucose\tchebi:4167\r\n")
    assert problems == ()
    assert rows == (ChemicalMention("Glucose", "D005947", "Glucose", "glucose", "4167"),)


@pytest.mark.parametrize(("mesh", "chebi", "accessions"), [
    ("mesh:D005947", "chebi:4167", ("D005947", "4167")), ("D005947", "4167", ("D005947", "4167")), ("NA", "NA", (None, None)),
    ("mesh:C047902", "CHEBI:4167", ("C047902", "4167")), ("mesh:<b>", "chebi:0", (None, None)), ("MESH:D1", "x", (None, None)),
])
def test_accessions_lose_their_prefix_and_odd_ones_are_none(
    mesh: str, chebi: str, accessions: tuple[str | None, str | None]
) -> None:
    rows, problems = parse_chemicals("t.tsv", f"word\tmesh\tmatch\tname\tchebi\nX\t{mesh}\tNA\tNA\t{chebi}\n")
    assert (rows[0].mesh, rows[0].chebi) == accessions
    assert [p.code for p in problems] == ["W204" for given, read in zip((mesh, chebi), accessions, strict=True)
                                          if read is None and given != "NA"]


def test_a_disease_row_and_equal_rows_once() -> None:
    row = "Obesity\tmesh:D009765\tObesity\tobesity\tdoid:9970\n"
    rows, problems = parse_diseases("t.tsv", "word\tmesh\tmatch\tname\tdoid\n" + row + row)
    assert problems == () and rows == (DiseaseMention("Obesity", "D009765", "Obesity", "obesity", "9970"),)


def test_each_fault_has_its_line_and_column_and_the_other_rows_are_read() -> None:
    good = "9606\tHomo sapiens\tP\tAKT\tAKT\tAKT1\t207\ts\t1\t0\t1\n"
    rows, problems = parse_genes("t.tsv", HEADER + good + "a\tb\n" + good.replace("207",
        "AKT1") + good.rstrip("\n") + "\t\n" + good)
    assert codes(problems) == [(3, 1, "E301"), (4, 34, "E303"), (5, 1, "E301")]
    assert len(rows) == 2


GENE_ROW = ["9606", "Homo sapiens", "P", "AKT", "AKT", "AKT1", "207", "s", "1", "0", "1"]


def test_a_date_is_told_in_each_table_that_has_it() -> None:
    table = HEADER + "9606\tHomo sapiens\tP\tSEPT2\tSEPT2\t2-Sep\t4735\ts\t1\t0\t1\n"
    told = [codes(parse_genes(name, table)[1]) for name in ("a.tsv", "b.tsv")]
    assert told == [[(2, 33, "W305")], [(2, 33, "W305")]]


CELL = st.tuples(st.integers(0, 10), st.sampled_from(["", "NA", "x", "3", "9606\t", "2-Sep"]))


@given(st.lists(st.lists(CELL, max_size=2), max_size=6), st.integers(0, 12))
def test_a_row_that_is_known_from_another_table_has_its_faults(changes: list[list[tuple[int, str]]], end: int) -> None:
    """Rows, some with other cells or too many, read when no row is known, and again; a line may end early."""
    parse_genes("t.tsv", HEADER + "\t".join(GENE_ROW) + "\n")
    rows = [GENE_ROW.copy() for _ in changes]
    for row, cells in zip(rows, changes, strict=True):
        for place, cell in cells:
            row[place] = cell
    table = HEADER + "\n".join(["\t".join(GENE_ROW[:end]), *map("\t".join, rows)])
    known = parse_genes("t.tsv", table)
    _known_rows.cache_clear()
    assert parse_genes("t.tsv", table) == known


@pytest.mark.parametrize("gene", ["", "0", "007", "-1", "1.0", "1e5", "AKT1", "NA", "1 2", "²", "١", "9" * 13])
def test_what_is_no_gene_id(gene: str) -> None:
    _, problems = parse_genes("t.tsv", f"organism_name\tword\tncbigene_symbol\tncbigene_id\nHomo sapiens\tA\tA\t{gene}\n")
    assert codes(problems) == [(2, 18, "E303")]


LEFT_OUT = "control characters left out"  # said once, at the first of them
CELL = st.text(st.sampled_from(list("ab1207 NA.\r\x0b\x0c\x85\u2028\x07")), max_size=6)
TABLE = st.lists(st.lists(CELL, min_size=3, max_size=6).map("\t".join), max_size=12).map("\n".join)


@pytest.mark.parametrize(("text", "code", "message"), [
    ("", "E302", "the table is empty"), ("\n \n", "E302", "the table is empty"),
    ("PK\x03\x04\x14\x00", "E302", "this is a spreadsheet, not a table of text"),
    ("word\tname\nA\x07B\tx\n", "W204", LEFT_OUT),
])
def test_one_clear_fault_for_what_is_no_table(text: str, code: str, message: str) -> None:
    _, problems = parse_chemicals("t.tsv", text)
    assert [(p.code, p.message) for p in problems] == [(code, message)]
    assert problems[0].line == (2 if code == "W204" else 1) and problems[0].column == (2 if code == "W204" else 1)


def test_lines_that_end_as_old_programs_end_them() -> None:
    rows, problems = parse_chemicals("t.tsv", "word\tmesh\rglucose\tmesh:D005947\r")
    assert [(c.word, c.mesh) for c in rows] == [("glucose", "D005947")] and problems == ()


@pytest.mark.parametrize(("name", "hint"), [
    ("Word", "Did you mean 'word'?"), ("NCBIGene_ID", ""), ("chebl", "Did you mean 'chebi'?"),
])
def test_a_misspelt_column_is_told_what_it_resembles(name: str, hint: str) -> None:
    _, problems = parse_chemicals("t.tsv", f"word\t{name}\nA\tb\n")
    assert [(p.code, p.column, p.hint) for p in problems] == [("W301", 6, hint)]


def test_a_row_of_empty_cells_is_no_row() -> None:
    """Spreadsheets save some below a table."""
    table = "organism_name\tword\tncbigene_symbol\tncbigene_id\nHomo sapiens\tAKT\tAKT1\t207\n\t\t \t\n"
    genes, problems = parse_genes("t.tsv", table)
    assert ([g.gene_id for g in genes], problems) == (["207"], ())


@pytest.mark.parametrize("symbol, told", [("2-Sep", True), ("Mar-01", True), ("1-Dec", True), ("H1-0", False), ("SEPT2", False)])
def test_a_date_that_was_a_symbol_is_told_at_its_cell(symbol: str, told: bool) -> None:
    table = f"organism_name\tword\tncbigene_symbol\tncbigene_id\nHomo sapiens\tx\t{symbol}\t1\n"
    genes, problems = parse_genes("t.tsv", table)
    assert [g.symbol for g in genes] == [symbol]
    assert [(p.code, p.line, p.column) for p in problems] == [("W305", 2, 16)] * told


@given(TABLE | st.text())
def test_no_row_is_lost_silently(rows: str) -> None:
    """Each line that is not blank becomes a gene or a fault, and nothing raises."""
    text = "organism_name\tword\tncbigene_symbol\tncbigene_id\n" + rows
    genes, problems = parse_genes("t.tsv", text)
    told = [p for p in problems if p.line > 1 and p.message != LEFT_OUT and p.code != "W305"]
    lines = without_controls(text).replace("\r\n", "\n").split("\n")[1:]
    blank = [line for line in lines if not line.strip()]
    assert len(genes) + len(told) == len(lines) - len(blank)


@given(st.lists(st.lists(CELL, min_size=1, max_size=3).map("\t".join), max_size=12).map("\n".join))
def test_no_chemical_is_lost_silently(rows: str) -> None:
    text = "word\tname\n" + rows
    chemicals, problems = parse_chemicals("t.tsv", text)
    cells = [line.split("\t") for line in without_controls(text).replace("\r\n", "\n").split("\n")[1:]]
    words = {present(c[0]) or present(c[1]) for c in cells if len(c) == 2} - {None}
    assert {c.word for c in chemicals} == words
    told = {p.line for p in problems if p.line > 1 and p.message != LEFT_OUT}
    assert told == {n for n, c in enumerate(cells, 2) if len(c) != 2 and "\t".join(c).strip()} | {
        n for n, c in enumerate(cells, 2) if len(c) == 2 and "".join(c).strip() and not (present(c[0]) or present(c[1]))
    }


@given(st.text())
def test_any_text_is_read_or_told(text: str) -> None:
    for parse in (parse_genes, parse_chemicals, parse_diseases):
        rows, problems = parse("t.tsv", text)
        assert rows == () or not any(p.code == "E302" for p in problems)
        assert all(p.line >= 1 and p.column >= 1 for p in problems)


# inline


INLINE = """---
figid: PMC1__f1
figtitle: A
caption: B
pmcid: PMC1
filename: a.jpg
genes:
- {word: AKT, symbol: AKT1, source: hgnc_symbol, hgnc_symbol: AKT1, entrez: 207}
- {word: on, symbol: on, source: hgnc_symbol, hgnc_symbol: no, entrez: 5.0}
- {word: AKT, symbol: AKT1, source: hgnc_symbol, hgnc_symbol: AKT1, entrez: 207}
- {word: NA, symbol: NA, source: NA, hgnc_symbol: NA, entrez: "12"}
chemicals:
- {word: Glucose, source: MeSH, identifier: D005947}
- {word: Glucose, source: ChEBI, identifier: 4167}
- {word: Water, source: other, identifier: x}
- {word: NA, source: NA, identifier: NA}
diseases:
- {word: Obesity, source: MESH, identifier: "mesh:D009765"}
- {word: Fever, source: DOID, identifier: 1}
---
"""


def test_inline_tables() -> None:
    figure, problems = parse_figure("figures/PMC1__f1.md", INLINE)
    assert problems == () and figure is not None
    assert figure.genes == (
        GeneMention("9606", "Homo sapiens", "AKT", "AKT1", "AKT1", "207", "hgnc_symbol"),
        GeneMention("9606", "Homo sapiens", "on", "on", "no", "5", "hgnc_symbol"),
        GeneMention("9606", "Homo sapiens", "12", None, None, "12", None),
    )
    assert figure.chemicals == (
        ChemicalMention("Glucose", "D005947", None, None, None), ChemicalMention("Glucose", None, None, None, "4167"),
        ChemicalMention("Water", None, None, None, None),
    )
    assert figure.diseases == (DiseaseMention("Obesity", "D009765"), DiseaseMention("Fever", doid="1"))


def test_control_characters_of_an_inline_table_are_left_out_and_told() -> None:
    row = 'genes:\n- {word: "A\\0\\u202eKT", hgnc_symbol: "AK\\eT1", entrez: 207}\n'
    figure, problems = parse_figure("figures/PMC1__f1.md", INLINE.partition("genes:")[0] + row + "---\n")
    assert figure is not None and [(g.word, g.symbol) for g in figure.genes] == [("AKT", "AKT1")]
    assert [(p.column, p.code, p.message) for p in problems] == [
        (4, "W204", "control characters in 'word' left out"), (25, "W204", "control characters in 'hgnc_symbol' left out"),
    ]


@pytest.mark.parametrize("value", ["[]", "''", "NA", ".na.character", "null", ""])
def test_missing_inline_tables(value: str) -> None:
    text = f"---\nfigid: PMC1__f1\nfigtitle: A\ncaption: B\npmcid: PMC1\nfilename: a\ngenes: {value}\nannotations: {value}\n---\n"
    figure, problems = parse_figure("figures/PMC1__f1.md", text)
    assert problems == () and figure is not None and figure.genes == () and figure.annotations == ()


def test_what_is_no_accession_is_left_out_and_told_once() -> None:
    rows, problems = parse_chemicals("t.tsv", "word\tmesh\tchebi\nA\tx:1\tNA\nB\tx:1\tchebi:7\nC\tNA\tjavascript:1\n")
    assert [(c.word, c.mesh, c.chebi) for c in rows] == [("A", None, None), ("B", None, "7"), ("C", None, None)]
    assert [(p.line, p.column, p.code, p.message) for p in problems] == [
        (2, 3, "W204", "'x:1' is no mesh; left out"), (4, 6, "W204", "'javascript:1' is no chebi; left out"),
    ]
    table = "organism_id\torganism_name\tword\tncbigene_symbol\tncbigene_id\nhuman\tHomo sapiens\tA\tA\t1\n"
    _, problems = parse_genes("t.tsv", table)
    assert [(p.line, p.column, p.code) for p in problems] == [(2, 1, "W204")]
