"""Figures seen together: routes, old addresses, the catalog, participants."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.model import external
from sitegen.model.catalog import Neighbour, Surroundings, build_catalog, note_clashes
from sitegen.model.documents import OrganismNote
from sitegen.model.figure import ChemicalMention, DiseaseMention, Figure, GeneMention, Paper
from sitegen.model.ids import (
    CHEBI,
    DOI,
    DOID,
    FIGID,
    FIGLINK,
    GENE_ID,
    MESH,
    NDEX,
    PMCID,
    TAXON_ID,
    WIKIPATHWAYS,
    YEAR,
    accession,
    is_gene_id,
)
from sitegen.model.participants import Participant, by_name, by_organism, participant_of, participants
from sitegen.model.routes import (
    Moved,
    Redirect,
    figure_clashes,
    is_portable,
    moved_pages,
    organism_slug,
    page_clashes,
    page_of,
    pages_of,
    redirect_path,
    redirects,
    root_of,
)
from sitegen.model.summary import Summary


def summary(
    figid: str, year: str | None = "2020", title: str = "", organisms: tuple[str, ...] = (), aliases: tuple[str, ...] = (),
    old: tuple[str, ...] = (),
) -> Summary:
    pmcid = figid.split("__")[0]
    return Summary(figid, f"figures/{figid}.md", title or figid, "Figure 1", pmcid, year, organisms, aliases, old, 0, 0, False)


# ids


@pytest.mark.parametrize(("pattern", "good", "bad"), [
    (PMCID, ["PMC1", "PMC10028837"], ["PMC0", "PMC", "pmc1", "PMC1 ", "PMC12345678901", "PMC1٣"]),
    (FIGID, ["PMC1__a.b-c_d", "A"], ["", "_a", ".a", "a b", "a/b", "a+b", "é"]),
    (DOI, ["10.1038/s41586-020-2649-2", "10.1000/(x)1;2"], ["doi:10.1/x", "10.1038/", "10.1038/a b", "11.1/x", "10.1038/<x>"]),
    (YEAR, ["1999", "2024"], ["1399", "2100", "20", "20244", "19 9"]),
    (GENE_ID, ["1", "207"], ["0", "01", "1.0", "-1", "", "1e3"]), (TAXON_ID, ["9606"], ["0", "x", ""]),
    (NDEX, ["1a2b3c4d-1111-2222-3333-444455556666"], ["1a2b3c4d", "1a2b3c4d-1111-2222-3333-44445555666g"]),
    (WIKIPATHWAYS, ["WP1", "WP5346"], ["wp1", "WP0", "WP", "WP1234567"]),
    (FIGLINK, ["/pmc/articles/PMC1/figure/F1/"], ["https://x/", "/pmc/articles/PMC1", "//x", "/pmc/articles/PMC1/?q=<x>"]),
])
def test_what_is_an_identifier(pattern: object, good: list[str], bad: list[str]) -> None:
    assert [t for t in good if accession(pattern, t) is None] == []  # type: ignore[arg-type]
    assert [t for t in bad if pattern.fullmatch(t)] == []  # type: ignore[attr-defined]


@given(st.text(max_size=14) | st.text("0123456789٣²", max_size=14) | st.from_regex(GENE_ID, fullmatch=True))
def test_a_gene_id_is_what_its_pattern_says(text: str) -> None:
    assert is_gene_id(text) == (GENE_ID.fullmatch(text) is not None)


@pytest.mark.parametrize("text", ["1٣", "1²", "1\N{FULLWIDTH DIGIT TWO}", ""])
def test_digits_of_other_scripts_are_none_of_a_gene_id(text: str) -> None:
    assert not is_gene_id(text)


def test_accessions_lose_their_prefix() -> None:
    assert (accession(MESH, "mesh:D005947"), accession(CHEBI, "CHEBI:4167")) == ("D005947", "4167")
    assert (accession(DOID, "doid:9351"), accession(DOID, "9351")) == ("9351", "9351")
    assert accession(MESH, None) is None and accession(CHEBI, "mesh:D1") is None


@given(st.text())
def test_addresses_on_other_sites_are_percent_encoded(text: str) -> None:
    if any(0xD800 <= ord(c) < 0xE000 for c in text):
        return
    for make in (external.gene, external.taxon, external.mesh, external.chebi, external.doid, external.doi, external.paper,
                 external.ndex, external.wikipathways, external.figure_at_pmc):
        address = make(text)
        assert address.startswith("https://") and address.isascii()
        assert not set(address) & set(" \"'<>\\^`{|}\n#?")


# routes


def test_paths() -> None:
    assert (root_of("index.html"), root_of("figures/a.html"), root_of("a/b/c.html")) == ("", "../", "../../")
    assert [page_of("years", "2020", n) for n in (1, 2)] == ["years/2020.html", "years/2020-2.html"]
    assert pages_of("years", "2020", 0, 2) == ["years/2020.html"]
    assert pages_of("years", "2020", 5, 2) == ["years/2020.html", "years/2020-2.html", "years/2020-3.html"]


@pytest.mark.parametrize(("name", "slug"), [
    ("Homo sapiens", "homo_sapiens"), ("homo  Sapiens", "homo_sapiens"), ("SARS-CoV-2", "sars_cov_2"), ("Köln virus",
    "koln_virus"),
])
def test_slugs_of_organisms(name: str, slug: str) -> None:
    assert organism_slug(name) == slug


@pytest.mark.parametrize("names", [("日本", "日本脳炎"), ("index", "Index!"), ("con", "aux"), ("x" * 300, "x" * 300 + "y")])
def test_odd_names_of_organisms_have_pages_of_their_own(names: tuple[str, str]) -> None:
    slugs = [organism_slug(n) for n in names]
    assert len(set(slugs)) == 2 and "index" not in slugs and all(is_portable(f"organisms/{s}-99.html") for s in slugs)


@given(st.text())
def test_the_page_of_any_organism_can_be_written(name: str) -> None:
    assert is_portable(f"organisms/{organism_slug(name)}.html") and is_portable(f"organisms/{organism_slug(name)}-999.html")
    assert organism_slug(name) != "index"


@pytest.mark.parametrize(("old", "path"), [
    ("/figures/PMC1__F7", "figures/PMC1__F7.html"), ("/a/b/", "a/b/index.html"), ("/a.html", "a.html"), ("/a.htm", "a.htm"),
    ("/v1.2", "v1.2.html"),
])
def test_where_the_page_of_an_old_address_stands(old: str, path: str) -> None:
    assert redirect_path(old) == path


def test_old_addresses() -> None:
    rows = [
        summary("PMC1__a", aliases=("PMC1__F1",), old=("/figures/PMC1__F1", "/old/")),
        summary("PMC2__a", aliases=("PMC2__F1", "PMC2__a")), summary("PMC2__b", aliases=("PMC2__f1",)),
        summary("PMC3__a", aliases=("PMC1__a",), old=("/about",)),
    ]
    rows[0] = rows[0]._replace(redirects=(*rows[0].redirects, "/Genes/X"))
    found, problems = redirects(rows, ["about.html"])
    assert found == (
        Redirect("figures/PMC1__F1.html", ("PMC1__a",)), Redirect("figures/PMC2__F1.html", ("PMC2__a", "PMC2__b")),
        Redirect("old/index.html", ("PMC1__a",)),
    )
    assert [(p.path, p.code, p.message) for p in problems] == [
        ("figures/PMC1__a.md", "W402", "Genes/X.html is in a directory of the site's own"),
        ("figures/PMC3__a.md", "W402", "about.html is a page of the site"),
        ("figures/PMC3__a.md", "W402", "figures/PMC1__a.html is the page of figures/PMC1__a.md"),
        ("figures/PMC2__a.md", "W401", "figures/PMC2__F1.html is claimed by 2 figures: PMC2__a, PMC2__b"),
    ]


@given(st.permutations([summary(f"PMC{n}__a", aliases=("X", f"F{n % 2}"), old=("/x/y",)) for n in range(1, 5)]))
def test_the_order_of_figures_does_not_matter(rows: list[Summary]) -> None:
    found, problems = redirects(rows)
    again, others = redirects(sorted(rows))
    assert found == again and sorted(problems) == sorted(others)
    assert build_catalog(rows) == build_catalog(sorted(rows))


def test_old_addresses_of_other_pages() -> None:
    moved = [
        Moved("organisms/mus.html", "organisms/Mus.md", ("/organisms/Mus", "/mouse", "/organisms/rattus", "/genes/mus")),
        Moved("about.html", "pages/about.md", ("/mouse.html", "/before/")),
    ]
    found, problems = moved_pages(moved, ["organisms/rattus.html"])
    assert found == (Redirect("mouse.html", (), "organisms/mus.html"), Redirect("before/index.html", (), "about.html"))
    assert [(p.path, p.code, p.message) for p in problems] == [
        ("organisms/Mus.md", "W402", "organisms/rattus.html is a page of the site"),
        ("organisms/Mus.md", "W402", "genes/mus.html is in a directory of the site's own"),
        ("pages/about.md", "W402", "mouse.html is a page of the site"),
    ]


def test_figures_that_claim_one_page() -> None:
    rows = [summary("PMC1__F1"), summary("PMC1__f1"), summary("PMC2__f1")]
    assert [(p.path, p.code) for p in figure_clashes(rows)] == [("figures/PMC1__f1.md", "E401")]


def test_pages_that_claim_one_address() -> None:
    problems = page_clashes([("a.html", "pages/a.md"), ("A.html", "pages/A.md"), ("index.html",
        "pages/index.md")], ["index.html"])
    assert [(p.path, p.code) for p in problems] == [("pages/A.md", "E402"), ("pages/index.md", "E402")]


# catalog


def test_the_catalog_folds_by_paper_year_and_organism() -> None:
    rows = [
        summary("PMC1__b", "2019", "Same", ("Homo sapiens", "Mus musculus")), summary("PMC1__a", "2020", "same",
            ("homo sapiens",)),
        summary("PMC2__a", None, "Other", ("Homo sapiens",)), summary("PMC3__a", "2020", "Third"),
    ]
    catalog = build_catalog(rows, [OrganismNote("o", "Danio rerio", ncbi="7955")], {"Mus musculus": "10090"})
    assert [s.figid for s in catalog.figures] == ["PMC1__a", "PMC1__b", "PMC2__a", "PMC3__a"]
    assert [(y, [s.figid for s in r]) for y, r in catalog.years] == [
        ("2020", ["PMC1__a", "PMC3__a"]), ("2019", ["PMC1__b"]), ("unknown", ["PMC2__a"]),
    ]
    assert [(e.slug, e.name, [s.figid for s in e.figures], e.taxon_id) for e in catalog.organisms] == [
        ("homo_sapiens", "Homo sapiens", ["PMC1__a", "PMC1__b", "PMC2__a"], None), ("mus_musculus",
        "Mus musculus", ["PMC1__b"], "10090"),
        ("danio_rerio", "Danio rerio", [], "7955"),
    ]
    assert catalog.surroundings(catalog.figures[0]) == Surroundings(True, (Neighbour("PMC1__b", "Same", "Figure 1"),))
    assert catalog.surroundings(catalog.figures[3]) == Surroundings(False, ())


def test_a_figure_is_told_the_taxa_of_curators_notes() -> None:
    """And not those that other figures' tables know: they would change with each of these."""
    rows = [summary("PMC1__a", "2020", "A", ("danio  Rerio", "Mus musculus", "Bos taurus"))]
    notes = [OrganismNote("o", "Danio rerio", ncbi="7955"), OrganismNote("p", "Bos taurus")]
    catalog = build_catalog(rows, iter(notes), {"Mus musculus": "10090"})
    assert catalog.surroundings(catalog.figures[0]) == Surroundings(False, (), taxa=(("danio  Rerio", "7955"),))
    assert [(e.name, e.taxon_id) for e in catalog.organisms] == [
        ("Bos taurus", None), ("Danio rerio", "7955"), ("Mus musculus", "10090"),
    ]


def test_an_empty_catalog() -> None:
    catalog = build_catalog([])
    assert (catalog.figures, catalog.years, catalog.organisms) == ((), (), ())


# participants


def gene(word: str, symbol: str | None, gene_id: str, organism: str = "Homo sapiens") -> GeneMention:
    return GeneMention(None, organism, word, word, symbol, gene_id)


def make(genes: tuple[GeneMention, ...], organisms: tuple[str, ...] = (), chemicals: tuple[ChemicalMention, ...] = (),
         diseases: tuple[DiseaseMention, ...] = ()) -> Figure:
    return Figure("PMC1__a", "p", Paper("PMC1"), organisms=organisms, genes=genes, chemicals=chemicals, diseases=diseases)


def test_genes_by_organism_and_word() -> None:
    figure = make((
        gene("(IL-6", "IL6", "1"), gene("AMPK", "PRKAA1", "2"), gene("AMPK", "PRKAA2", "3"), gene("IL6", "Il6", "4",
            "Mus musculus"),
        gene("il 6", "IL6", "1"), gene("IL6", "il6", "5", "Danio rerio"),
    ), ("Danio rerio", "Homo sapiens"))
    groups = by_organism(figure)
    assert [(g.organism, g.in_paper, g.count) for g in groups] == [("Danio rerio", True, 1), ("Homo sapiens", True, 3),
        ("Mus musculus", False, 1)]
    assert [(w, [x.gene_id for x in genes]) for w, genes in groups[1].words] == [("IL-6", ["1"]), ("AMPK", ["2", "3"])]


def test_participants_are_words() -> None:
    figure = make(
        (gene("AMPK", "PRKAA1", "2"), gene("AMPK", "PRKAA2", "3"), gene("p53", "TP53", "7"), gene("P53", "Trp53", "8",
        "Mus musculus")),
        ("Homo sapiens",), (ChemicalMention("Glucose", "D1", "Glucose", "glucose", "2"), ChemicalMention("p53")),
        (DiseaseMention("Fever"),),
    )
    found = participants(figure)
    assert [(p.label, p.kind) for p in found] == [("AMPK", "family"), ("p53", "gene"), ("Glucose", "chemical"), ("Fever",
        "disease")]
    assert found[0].names == {"ampk"} and found[1].names == {"p53", "tp53", "trp53"}
    assert [g.gene_id for g in found[1].genes] == ["7", "8"] and (found[2].mesh, found[2].xref) == ("D1", "2")


def test_of_two_notes_on_one_organism_the_first_counts_and_both_are_named() -> None:
    notes = [OrganismNote("organisms/a.md", "Homo sapiens", "first"), OrganismNote("organisms/b.md", "homo  Sapiens", "second"),
             OrganismNote("organisms/c.md", "Mus musculus")]
    (problem,) = note_clashes(notes)
    assert (problem.path, problem.code) == ("organisms/b.md", "E402") and "organisms/a.md" in problem.message
    assert [(e.name, e.note.path if e.note else "") for e in build_catalog([], notes).organisms] == [
        ("Homo sapiens", "organisms/a.md"), ("Mus musculus", "organisms/c.md")]


@pytest.mark.parametrize(("end", "number"), [
    ("NF-κB", 0), ("nfkb", 0), ("NFKB1", 0), ("MAPK", 1), ("MAPKs", 1), ("RAFs", 2),
    ("mapks", "mapks"), ("apoptosis", "apoptosis"), ("*", "*"),
])
def test_an_end_of_a_relation_is_the_participant_that_it_names(end: str, number: int | str) -> None:
    people = [Participant("NFkB", "gene", frozenset({"nfkb", "nfkb1"})), Participant("MAPK", "family", frozenset({"mapk"})),
              Participant("RAFs", "family", frozenset({"rafs"})), Participant("MAPK", "gene", frozenset({"mapk"}))]
    assert participant_of(end, by_name(people)) == number
