"""The files of the whole collection: rows, gene sets, and that their bytes are gzip and the same on any day."""

from __future__ import annotations

import gzip
import io
import tarfile
import zlib
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sitegen.exports.bulk import CHEMICALS, DISEASES, FIGURES, GENES, RELATIONS, TABLES, Whole, part, whole
from sitegen.exports.network import figure_network
from sitegen.model.figure import ChemicalMention, DiseaseMention, Figure, GeneMention, Paper
from sitegen.model.relation import Relation

ONE = Figure(
    "PMC1__a", "figures/PMC1__a.md", Paper("PMC1", "A paper.", "A. Author. J Arrows. 2020.", "2020", "10.5555/a", "J Arrows"),
    title="One", number="F1", organisms=("Homo sapiens", "Mus musculus"),
    genes=(
        GeneMention("9606", "Homo sapiens", "(AMPK)", "AMPK", "PRKAA1", "5562", "famplex"),
        GeneMention("9606", "Homo sapiens", "(AMPK)", "AMPK", "PRKAA2", "5563", "famplex"),
        GeneMention("9606", "Homo sapiens", "ampk", "AMPK", "PRKAA1", "5562", "famplex"),
        GeneMention("9606", "Homo sapiens", "lost", None, None, "77"),
        GeneMention("10090", "Mus musculus", "Il6", "IL6", "Il6", "16193"),
    ),
    chemicals=(ChemicalMention("glucose", "D005947", "Glucose", None, "4167"),),
    diseases=(DiseaseMention("odd"),),
)
TWO = Figure("PMC2__b", "figures/PMC2__b.md", Paper("PMC2"),
             genes=(GeneMention(None, "mus musculus", "x", None, "Il6", "16193"),))
ARROWS = (Relation("A", "B", "inhibition", "-", True, "A may\tinhibit\nB."), Relation("B", "C", "binding", origin="sif"))


def table(files: Whole, name: str) -> list[list[str]]:
    body = next(file.body for t, file in files.tables if t.name == name)
    return [line.split("\t") for line in gzip.decompress(body).decode().splitlines()]


def made(*figures: tuple[Figure, tuple[Relation, ...]], base: str = "https://a.example/x/") -> Whole:
    return whole([part([figure], base, {}) for figure in figures])


def test_a_row_for_each_figure() -> None:
    assert table(made((ONE, ()), (TWO, ())), "figures") == [
        list(FIGURES.columns),
        ["PMC1__a", "One", "F1", "PMC1", "10.5555/a", "2020", "J Arrows", "Homo sapiens|Mus musculus", "A paper.",
         "A. Author. J Arrows. 2020.", "https://a.example/x/figures/PMC1__a.html"],
        ["PMC2__b", "Figure of PMC2", "", "PMC2", "", "", "", "", "", "", "https://a.example/x/figures/PMC2__b.html"],
    ]
    assert table(made((TWO, ()), base=""), "figures")[1][-1] == "", "a site without an address has none to tell"


def test_a_row_for_each_mention() -> None:
    files = made((ONE, ()))
    assert table(files, "genes")[:2] == [
        list(GENES.columns), ["PMC1__a", "9606", "Homo sapiens", "(AMPK)", "AMPK", "PRKAA1", "5562", "famplex"]]
    assert table(files, "genes")[4] == ["PMC1__a", "9606", "Homo sapiens", "lost", "", "", "77", ""]
    assert table(files, "chemicals") == [
        list(CHEMICALS.columns), ["PMC1__a", "glucose", "mesh:D005947", "Glucose", "", "chebi:4167"]]
    assert table(files, "diseases") == [list(DISEASES.columns), ["PMC1__a", "odd", "", "", "", ""]]


def test_a_row_for_each_relation_and_no_cell_breaks_one() -> None:
    assert table(made((ONE, ARROWS)), "relations") == [
        list(RELATIONS.columns),
        ["PMC1__a", "A", "B", "inhibition", "-", "yes", "A may inhibit B.", "curated"],
        ["PMC1__a", "B", "C", "binding", "0", "no", "", "sif"],
    ]


def test_a_table_without_rows_is_left_out() -> None:
    assert [t.name for t, _ in made((TWO, ())).tables] == ["figures", "genes"]
    assert whole([]) == Whole((), (), ())


def test_gene_sets_hold_each_gene_once_and_stand_by_organism() -> None:
    human, mouse = sorted(made((ONE, ()), (TWO, ())).sets, key=lambda s: s.organism)
    assert (human.organism, human.symbols.name, human.ids.name) == (
        "Homo sapiens", "homo_sapiens.symbols.gmt", "homo_sapiens.ncbigene.gmt")
    assert human.symbols.body == b"PMC1__a\tOne\tPRKAA1\tPRKAA2\n"
    assert human.ids.body == b"PMC1__a\tOne\t5562\t5563\t77\n"
    assert mouse.symbols.body == b"PMC1__a\tOne\tIl6\nPMC2__b\tFigure of PMC2\tIl6\n", "an organism by any spelling"
    assert (mouse.ids.rows, human.ids.rows) == (2, 1)


def test_the_organism_of_most_sets_comes_first() -> None:
    assert [s.organism for s in made((ONE, ()), (TWO, ())).sets] == ["Mus musculus", "Homo sapiens"]


def test_networks_stand_in_archives_of_files_without_time_or_owner() -> None:
    files = made((ONE, ARROWS), (TWO, ()), (replace(TWO, figid="PMC3__" + "c" * 150), ARROWS))
    for form, file in files.archives:
        with tarfile.open(fileobj=io.BytesIO(file.body)) as archive:
            members = archive.getmembers()
            assert [m.name for m in members] == [f"PMC1__a.{form.ending}", f"PMC3__{'c' * 150}.{form.ending}"]
            assert {(m.mtime, m.uid, m.gid, m.mode, m.uname, m.isreg()) for m in members} == {(0, 0, 0, 0o644, "", True)}
            body = archive.extractfile(members[0])
            assert body is not None and body.read().decode() == form.write(figure_network(ONE, ARROWS))
        assert (file.name, file.rows) == (f"networks.{form.ending}.tar.gz", 2)
    assert [f.ending for f, _ in files.archives] == ["sif", "cx2", "gpml", "dot"]


def test_each_figure_stands_alike_whatever_it_is_read_with() -> None:
    apart, together = made((ONE, ARROWS), (TWO, ())), whole([part([(ONE, ARROWS), (TWO, ())], "https://a.example/x/", {})])
    for t in TABLES:
        assert table(apart, t.name) == table(together, t.name)
    assert apart.sets == together.sets


def test_a_file_knows_no_time() -> None:
    body = made((ONE, ())).files[0].body
    assert body[:3] == b"\x1f\x8b\x08" and body[4:8] == bytes(4), "RFC 1952: no time of modification"
    assert body == made((ONE, ())).files[0].body


@given(st.text(), st.text(), st.text())
def test_any_text_stays_in_its_cell(title: str, word: str, evidence: str) -> None:
    figure = replace(ONE, title=title, genes=(GeneMention(None, word, word, word, word, "1"),))
    files = made((figure, (Relation(word, title, "other", evidence=evidence),)))
    for t, file in files.tables:
        packed, text = file.body, b""
        while packed:  # member after member, as gunzip reads them
            one = zlib.decompressobj(31)
            text += one.decompress(packed)
            packed = one.unused_data
        rows = text.decode().split("\n")
        assert rows.pop() == "" and len(rows) == file.rows + 1
        assert {row.count("\t") for row in rows} == {len(t.columns) - 1}
    for sets in files.sets:
        assert sets.ids.body.decode().count("\n") == 1
