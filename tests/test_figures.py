"""Figure files, key by key; missing values, repaired text, and where a collection's files stand."""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.content import repair
from sitegen.content.discover import SourceRef, discover
from sitegen.content.documents import parse_organism, parse_page
from sitegen.content.figures import KNOWN, REQUIRED, Table, load_figure, parse_figure
from sitegen.content.reader import Source
from sitegen.content.repair import repair_encoding, without_controls
from sitegen.content.schema import figure_schema
from sitegen.digest import digest
from sitegen.model.documents import OrganismNote, StaticPage
from sitegen.model.figure import Annotation, DataFile, Figure
from sitegen.model.missing import present, present_symbol
from sitegen.problems import Problem
from tests.broken_inputs import figure as sound
from tests.sites import build

BASE = {"figid": "PMC1__f1", "figtitle": "A title", "caption": "A acts on B.", "pmcid": "PMC1", "filename": "f1.jpg"}


def parse(extra: str = "", body: str = "", **changed: str) -> tuple[Figure | None, list[tuple[int, str]]]:
    front = "".join(f"{k}: {v}\n" for k, v in {**BASE, **changed}.items())
    figure, problems = parse_figure("figures/PMC1__f1.md", f"---\n{front}{extra}---\n{body}")
    return figure, [(p.line, p.code) for p in problems]


def good(extra: str = "", body: str = "", **changed: str) -> Figure:
    figure, problems = parse(extra, body, **changed)
    assert figure is not None and problems == []
    return figure


@pytest.mark.parametrize(("extra", "field", "value"), [
    ("", "title", "A title"), ("", "caption", "A acts on B."), ("", "filename", "f1.jpg"), ("", "figtype", None),
    ("figid_alias: PMC1__F1", "aliases", ("PMC1__F1",)), ("figid_alias: [PMC1__F1, PMC1__F2]", "aliases", ("PMC1__F1",
    "PMC1__F2")),
    ("figid_alias: ''", "aliases", ()), ("redirect_from: /figures/PMC1__F1", "redirects", ("/figures/PMC1__F1",)),
    ("redirect_from: [/a/, /b.html]", "redirects", ("/a/", "/b.html")), ("redirect_from: []", "redirects", ()),
    ("figlink: /pmc/articles/PMC1/figure/F1/", "figlink", "/pmc/articles/PMC1/figure/F1/"), ("figlink: NA", "figlink", None),
    ("number: Fig. 1", "number", "Fig. 1"), ("number: F7", "label", "Figure 7"),
    ("figtype: Scheme\nnumber: Scheme 2", "short_name", "Scheme 2 of PMC1"), ("number: Box A", "short_name", "Box A of PMC1"),
    ("figtype: Scheme\nnumber: Scheme 2", "label", "Scheme 2"), ("number: Box A", "label", "Box A"),
    ("figtype: Figure\nnumber: Scheme 2", "label", "Figure 2"), ("number: ''", "label", "Figure"),
    ("organisms: Homo sapiens, Danio rerio", "organisms", ("Homo sapiens", "Danio rerio")),
    ("organisms: Homo sapiens; Danio rerio", "organisms", ("Homo sapiens", "Danio rerio")),
    ("organisms: [Homo sapiens, NA, XXX, Homo sapiens]", "organisms", ("Homo sapiens",)), ("organisms: NA", "organisms", ()),
    ("organisms:\n- 'Hepatitis B virus, strain x'", "organisms", ("Hepatitis B virus, strain x",)),
    ("organisms_ner: [Mus musculus]", "organisms_ner", ("Mus musculus",)), ("automl_pathway: 0.98", "score", 0.98),
    ("pathway_score: 1", "score", 1.0), ("automl_pathway: NA\npathway_score: 0.5", "score", 0.5), ("automl_pathway: ''",
    "score", None),
    ("ndex: 1a2b3c4d-1111-2222-3333-444455556666", "ndex", "1a2b3c4d-1111-2222-3333-444455556666"), ("ndex: ''", "ndex", None),
    ("wpid: WP534", "wpid", "WP534"), ("wpid: NA", "wpid", None), ("pmc_ranked_result_index: 12", "score", None),
    ("annotations:\n- {type: PW, value: insulin, parent: NA}\n- {value: NA}", "annotations", (Annotation("PW",
    "insulin", None),)),
    ("annotations: []", "annotations", ()), ("schema-jsonld: {name: x, keywords: [no, 1E10]}", "given_jsonld",
                                             {"name": "x", "keywords": ["no", "1E10"]}),
    ("schema-jsonld: {name: x}\nseo: CreativeWork", "given_jsonld", {"name": "x"}),
    ("schema-jsonld: {name: CreativeWork, x: y}\nseo: CreativeWork", "given_jsonld", {"x": "y"}),
    ("layout: figure\ntitle: x", "title", "A title"),
])
def test_a_key(extra: str, field: str, value: object) -> None:
    assert getattr(good(extra + "\n" if extra else ""), field) == value


@pytest.mark.parametrize(("extra", "field", "value"), [
    ("papertitle: P", "title", "P"), ("reftext: R", "reference", "R"), ("year: 2020", "year", "2020"), ("year: ''", "year", None),
    ("doi: 10.1038/s41586-020-2649-2", "doi", "10.1038/s41586-020-2649-2"), ("doi: .na.character", "doi", None),
    ("journal_title: J", "journal", "J"), ("journal_nlm_ta: J", "journal_abbreviation", "J"), ("publisher_name: P", "publisher",
    "P"),
    ("keywords: a | b |  | c", "keywords", ("a", "b", "c")), ("keywords: [a, b]", "keywords", ("a", "b")), ("", "pmcid", "PMC1"),
])
def test_a_key_of_the_paper(extra: str, field: str, value: object) -> None:
    assert getattr(good(extra + "\n" if extra else "").paper, field) == value


def test_control_characters_of_given_markup_are_left_out_and_told() -> None:
    """YAML can write them as escapes, and the name stands on the page."""
    figure, problems = parse('schema-jsonld: {name: "a\\0b", keywords: ["\\u202ec"], "\\ed": {e: "\\x7ff"}}\n')
    assert figure is not None and figure.given_jsonld == {"name": "ab", "keywords": ["c"], "d": {"e": "f"}}
    assert problems == [(7, "W204")]


def test_no_key_is_left_untested() -> None:
    text = Path(__file__).read_text(encoding="utf-8")
    elsewhere = {"genes", "chemicals", "diseases"}  # tests/test_tables.py
    assert [key for key in KNOWN if f"{key}:" not in text and f'"{key}"' not in text and key not in elsewhere] == []
    assert set(figure_schema()["properties"]) == set(KNOWN) and figure_schema()["required"] == list(REQUIRED)


@pytest.mark.parametrize("missing", ["NA", "''", ".na.character", "[]", "null", "", "~", '" "', "N/A"])
def test_missing_values_are_none(missing: str) -> None:
    keys = ("papertitle", "year", "ndex", "organisms", "keywords", "number", "figid_alias", "redirect_from")
    figure = good("".join(f"{key}: {missing}\n" for key in keys), figtitle=missing, caption=missing, filename=missing)
    assert (figure.title, figure.caption, figure.filename, figure.ndex, figure.number) == (None,) * 5
    assert (figure.organisms, figure.aliases, figure.redirects, figure.paper.keywords) == ((),) * 4
    assert figure.display_title == "Figure of PMC1"


def test_the_title_falls_back_to_the_paper_then_to_the_number() -> None:
    assert good("papertitle: The paper.\n", figtitle="NA").display_title == "The paper"
    assert good("number: F2\n", figtitle="NA").display_title == "Figure 2 of PMC1"


def test_texts_are_one_line() -> None:
    assert good(caption="|\n  one\n  two\n\n  three").caption == "one two three"
    assert good(caption='"thin\\u2009no-break\\u00a0space"').caption == "thin no-break space"


def test_interactions() -> None:
    figure = good("interactions:\n- {source: A, target: B, type: inhibition, evidence: A acts on B}\n"
                  "- {source: B, target: C, type: expression}\n- {source: B, target: C, type: binding, evidence: not there}\n")
    found = [(r.source, r.target, r.type, r.polarity, r.span, r.origin, r.confidence) for r in figure.interactions]
    assert found == [
        ("A", "B", "inhibition", "-", (0, 11), "curated", 1.0), ("B", "C", "expression", "+", None, "curated", 1.0),
        ("B", "C", "binding", "0", None, "curated", 1.0),
    ]


@pytest.mark.parametrize(("first", "second", "evidence", "span"), [
    ("", "", None, None), ("A acts on B", "A acts on B", "A acts on B", (0, 11)), ("", "acts", "acts", (2, 6)),
    ("acts on", "A acts", "acts on … A acts", (2, 9)), ("acts", "as told", "acts … as told", None),
    ("as told", "acts", "as told … acts", None),
])
def test_an_interaction_that_is_given_twice_stands_once(
    first: str, second: str, evidence: str | None, span: tuple[int, int] | None
) -> None:
    rows = "".join(f"- {{source: A, target: B, type: binding, evidence: '{e}'}}\n" for e in (first, second))
    figure, problems = parse(f"interactions:\n{rows}- {{source: B, target: A, type: binding}}\n")
    assert figure is not None and problems == [(9, "W207")]
    assert [(r.source, r.evidence, r.span) for r in figure.interactions] == [("A", evidence, span), ("B", None, None)]


@pytest.mark.parametrize(("extra", "line", "column", "code"), [
    ("keywords:\n- a\n- [b]\n", 9, 3, "E205"), ("keywords: [a, {b: c}]\n", 7, 15, "E205"),
    ("annotations:\n- {value: a}\n-  b\n", 9, 4, "E205"), ("genes:\n- {entrez: 1, word: a}\n- {}\n", 9, 3, "E303"),
    ("keywords:\r\n- a\r\n-  [b]\r\n", 9, 4, "E205"),
    ("interactions: [{source: A, target: B, type: other}, []]\n", 7, 53, "E205"),
    ("figid_alias:\n- PMC1__F1\n-   'a\n  b'\n- x/y\n", 11, 3, "E210"), ("figid_alias:\n- ok\n- '*'\n", 9, 3, "W204"),
    ("redirect_from:\n  - /a\n  - b\n", 9, 5, "E211"), ("redirect_from: b\n", 7, 1, "E211"),
    ("organisms:\n- Homo sapiens\n- NF-Œ∫B virus\n", 9, 3, "W202"), ('organisms: [a, "b\\u202ec"]\n', 7, 16, "W204"),
])
def test_a_fault_of_an_item_stands_at_the_item(extra: str, line: int, column: int, code: str) -> None:
    front = "".join(f"{k}: {v}\n" for k, v in BASE.items())
    _, problems = parse_figure("figures/PMC1__f1.md", f"---\n{front}{extra}---\n")
    assert [(p.line, p.column, p.code) for p in problems] == [(line, column, code)]


@given(st.lists(st.sampled_from(["```", "~~~", "````", "dot", " ", "\n", "x", "graphviz", "\r\n"])).map("".join))
def test_the_dot_block_is_the_first_that_is_closed(body: str) -> None:
    fence = re.compile(r"^(`{3,}|~{3,})[ \t]*(?:dot|graphviz)[ \t]*\r?\n(.*?)^\1[ \t]*\r?$\n?", re.MULTILINE | re.DOTALL)
    found = fence.search(body)
    figure, problems = parse(body=body)
    assert figure is not None and {code for _, code in problems} <= {"W206"}
    assert figure.dot == (found.group(2) if found else None)
    assert figure.body == (body[: found.start()] + body[found.end() :] if found else body).strip()


def test_fences_without_end_are_read_in_one_pass() -> None:
    body = "".join(f"{'~' * (3 + n % 40)}dot\n" for n in range(6_000))
    figure, problems = parse(body=body)
    assert figure is not None and figure.dot is None and [code for _, code in problems] == ["W206"] * 20


def test_the_first_of_many_fences_that_has_an_end() -> None:
    openings = [f"{'`' * n}dot\n" for n in range(3, 30)]
    figure, _ = parse(body="".join(openings) + "`" * 20 + "\n")
    assert figure is not None and figure.dot == "".join(openings[18:])


@pytest.mark.parametrize(("body", "dot", "line", "rest"), [
    ("```dot\ndigraph { a -> b }\n```\n", "digraph { a -> b }\n", 9, ""),
    ("above\n\n~~~ graphviz\ndigraph {}\n~~~\nbelow\n", "digraph {}\n", 11, "above\n\nbelow"),
    ("````dot\n```\n````\n", "```\n", 9, ""), ("```python\nx\n```\n", None, 0, "```python\nx\n```"),
    ("no block\n", None, 0, "no block"),
])
def test_the_dot_block(body: str, dot: str | None, line: int, rest: str) -> None:
    figure = good(body=body)
    assert (figure.dot, figure.body) == (dot, rest)
    if dot is not None:
        assert figure.dot_line == line


@pytest.mark.parametrize(("body", "dot", "places"), [
    ("```dot\nnot closed\n", None, [(8, 1)]), ("x\n ~~~Dot\n a\n ~~~\n", None, [(9, 2)]), ("```dot x\na\n```\n", None, [(8, 1)]),
    ("```{.dot}\na\n```\n", None, [(8, 1)]), ("```dot\na\n```\n\n~~~graphviz\nb\n~~~\n```dot\n", "a\n", [(12, 1), (15, 1)]),
    ("```dotted\na\n```\n``` x dot\na\n```\n", None, []),
])
def test_a_dot_block_that_is_not_drawn_is_told(body: str, dot: str | None, places: list[tuple[int, int]]) -> None:
    front = "".join(f"{k}: {v}\n" for k, v in BASE.items())
    figure, problems = parse_figure("figures/PMC1__f1.md", f"---\n{front}---\n{body}")
    assert figure is not None and figure.dot == dot
    assert [(p.line, p.column) for p in problems] == places and {p.code for p in problems} <= {"W206"}


@pytest.mark.parametrize("old", ["/figures/PMC2584126__F7", "/a", "/a/b/", "/a.b-c_d~e", "/figures/PMC1__F1.html"])
def test_redirects_that_can_be_served(old: str) -> None:
    assert good(f"redirect_from: {old}\n").redirects == (old,)


@pytest.mark.parametrize("old", [
    "https://evil.example/", "//evil.example", "/..", "/a/../b", "/.hidden", "/.git/config", "a", "/a b", "/a?b", "/a#b",
    "/%2e%2e/", "/a//b",
    "/a\\\\b", "/sitemap.xml/a", "/x.html/y", "/con", "/" + "a" * 300, "/", "/javascript:alert(1)",
])
def test_redirects_that_cannot(old: str) -> None:
    assert parse(f'redirect_from: "{old}"\n')[1] == [(7, "E211")]


def test_ids_too_long_for_a_file_name_are_told_before_they_are_written() -> None:
    figid = "PMC1__" + "x" * 246
    text = sound(figid)
    assert [p.code for p in parse_figure(f"figures/{figid}.md", text)[1]] == ["E210"]
    assert parse(f"figid_alias: {'x' * 260}\n")[1] == [(7, "W204")]
    assert parse("figid_alias: [con, x., 'a b']\n")[0] is not None


@given(st.text(), st.text())
def test_no_text_makes_the_reader_fail(front: str, body: str) -> None:
    figure, problems = parse_figure("figures/PMC1__f1.md", f"---\nfigid: PMC1__f1\n{front}\n---\n{body}")
    assert figure is not None or any(p.severity == "error" for p in problems)


# missing and repaired


@pytest.mark.parametrize("text", ["", " ", "NA", "N/A", "[]", "NULL", "NaN", "nan", ".na.character", ".na", ".na.real", " NA\t"])
def test_what_is_missing(text: str) -> None:
    assert present(text) is None


@pytest.mark.parametrize("text", ["na", "null", "none", "0", "-", "NA+", "NAD", "n/a", "False"])
def test_what_is_not(text: str) -> None:
    assert present(text) == text and present(None) is None and present_symbol(None) is None


@pytest.mark.parametrize(("broken", "mended"), [
    ("NF-Œ∫B", "NF-κB"), ("TGF-Œ≤", "TGF-β"), ("Œ±-Synuclein", "α-Synuclein"), ("Œ≥", "γ"), ("Œî", "Δ"), ("¬µm", "µm"), ("‚Üí",
    "→"),
    ("‚Üë", "↑"), ("‚Äì", "–"), ("NF-Îº", "NF-κ"), ("Î±", "α"), ("â€“", "–"), ("Ã©", "é"), ("Â°C", "°C"),
    ("Î±Î²", "αβ"), ("Î±é", "αé"), ("Â±–5", "±–5"), ("âˆ’Î±", "−α"),
])
def test_mis_decoded_text_is_mended(broken: str, mended: str) -> None:
    assert repair_encoding(broken) == mended


def test_what_is_mended_once_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    """A text of mis-decoded characters alone asks for each of them once."""
    asked: list[str] = []
    known = repair._fixed.__wrapped__

    @cache
    def counting(text: str) -> str:
        asked.append(text)
        return known(text)

    monkeypatch.setattr(repair, "_fixed", counting)
    assert repair_encoding("Î±Î²" * 50_000) == "αβ" * 50_000
    assert asked == ["Î±", "Î²"]


@pytest.mark.parametrize("text", ["NF-κB", "α→β", "Œuvre", "OEuvre", "naïve café", "Þórr", "√2", "10 µm", "¬x", "Île", "Ïé",
    "日本", "ascii", "‚quoted‘"])
def test_sound_text_is_left_alone(text: str) -> None:
    assert repair_encoding(text) == text


@given(st.text())
def test_repairing_twice_changes_nothing_more_on_plain_text(text: str) -> None:
    assert without_controls(without_controls(text)) == without_controls(text)
    repair_encoding(text)


def test_controls_and_direction_marks_go() -> None:
    assert without_controls("a\ufdd0b\U0001fffec\U0010ffffd") == "abcd"
    assert without_controls("a\x00b\x1bc\u202ed\u2066e\ufefff\ud800g\uffffh\ti\n") == "abcdefgh\ti\n"


# discover


def lay(root: Path, *paths: str) -> Path:
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text("x")
    return root


def test_our_layout(tmp_path: Path) -> None:
    lay(tmp_path, "figures/PMC2__b.md", "figures/PMC1__a.md", "figures/.hidden.md", "figures/notes.txt", "figures/sub/PMC3__c.md",
        "data/PMC1__a-genes.tsv", "data/PMC1__a-diseases.tsv", "organisms/x.md", "pages/about.md", "site.toml", "README.md",
        "other/x.md")
    found = discover(str(tmp_path))
    assert found.figures == (
        SourceRef("PMC1__a", "figures/PMC1__a.md", (("genes", "data/PMC1__a-genes.tsv"), ("diseases",
            "data/PMC1__a-diseases.tsv"))),
        SourceRef("PMC2__b", "figures/PMC2__b.md"),
    )
    assert (found.organisms, found.pages, found.settings) == (("organisms/x.md",), ("pages/about.md",), "site.toml")
    assert [(p.path, p.code) for p in found.problems] == [("figures/notes.txt", "W103"), ("figures/sub", "W103")]
    (tmp_path / "site.toml").unlink()
    (tmp_path / "site.toml").mkdir()
    found = discover(str(tmp_path))
    assert found.settings is None and ("site.toml", "W103") in [(p.path, p.code) for p in found.problems]


def test_the_layout_of_a_pfocr_checkout(tmp_path: Path) -> None:
    lay(tmp_path, "_figures/PMC1__a.md", "_data/PMC1__a-genes.tsv", "_organisms/x.md", "about.md", "README.md", "LICENSE.md",
        "_config.yml",
        "index.html", "figures.html")
    found = discover(str(tmp_path))
    assert found.figures == (SourceRef("PMC1__a", "_figures/PMC1__a.md", (("genes", "_data/PMC1__a-genes.tsv"),)),)
    assert (found.organisms, found.pages, found.settings) == (("_organisms/x.md",), ("about.md",), None)


def test_data_names_with_underscores_for_dots(tmp_path: Path) -> None:
    lay(tmp_path, "figures/PMC1__a.b-c.1.md", "data/PMC1__a_b-c_1-genes.tsv", "data/PMC1__a.b-c.1-chemicals.tsv",
        "figures/PMC2__a_b.md",
        "data/PMC2__a_b-genes.tsv")
    tables = {ref.figid: ref.tables for ref in discover(str(tmp_path)).figures}
    assert tables == {
        "PMC1__a.b-c.1": (("genes", "data/PMC1__a_b-c_1-genes.tsv"), ("chemicals", "data/PMC1__a.b-c.1-chemicals.tsv")),
        "PMC2__a_b": (("genes", "data/PMC2__a_b-genes.tsv"),),
    }


def test_two_figures_do_not_share_an_underscored_table(tmp_path: Path) -> None:
    lay(tmp_path, "figures/PMC1__a.b.md", "figures/PMC1__a_b.md", "data/PMC1__a_b-genes.tsv", "data/PMC1__a.b-genes.tsv")
    tables = {ref.figid: ref.tables for ref in discover(str(tmp_path)).figures}
    assert tables == {
        "PMC1__a.b": (("genes", "data/PMC1__a.b-genes.tsv"),), "PMC1__a_b": (("genes", "data/PMC1__a_b-genes.tsv"),),
    }


def test_links_inside_are_followed_and_links_outside_are_faults(tmp_path: Path) -> None:
    outside = lay(tmp_path / "outside", "secret.md", "dir/PMC9__x.md")
    root = lay(tmp_path / "in", "figures/PMC1__a.md", "real/PMC2__b.md")
    (root / "figures/PMC2__b.md").symlink_to("../real/PMC2__b.md")
    (root / "figures/PMC3__c.md").symlink_to(outside / "secret.md")
    (root / "figures/PMC4__d.md").symlink_to("../../outside/secret.md")
    (root / "pages").symlink_to(outside / "dir", target_is_directory=True)
    (root / "figures/PMC5__e.md").symlink_to("/dev/null")
    os.mkfifo(root / "figures/PMC6__f.md")
    found = discover(str(root))
    assert [ref.figid for ref in found.figures] == ["PMC1__a", "PMC2__b"]
    assert sorted((p.path, p.code) for p in found.problems) == [
        ("figures/PMC3__c.md", "E103"), ("figures/PMC4__d.md", "E103"), ("figures/PMC5__e.md", "E103"), ("figures/PMC6__f.md",
        "E102"),
        ("pages", "E103"),
    ]


def test_a_file_name_that_is_not_utf8_is_a_fault(tmp_path: Path) -> None:
    lay(tmp_path, "figures/PMC1__a.md")
    name = os.fsencode(tmp_path) + b"/figures/PMC2__\xff.md"
    Path(os.fsdecode(name)).write_text("x")
    found = discover(str(tmp_path))
    assert [p.code for p in found.problems] == ["E101"] and found.problems[0].path.isascii()


def test_a_figure_is_loaded_with_its_tables_and_every_fault_of_both(tmp_path: Path) -> None:
    lay(tmp_path, "figures/PMC1__a.md", "data/PMC1__a-genes.tsv")
    (tmp_path / "figures/PMC1__a.md").write_text(sound("PMC1__a"))
    table = "organism_name\tword\tncbigene_symbol\tncbigene_id\nHomo sapiens\tA\tA\t1\n"
    (tmp_path / "data/PMC1__a-genes.tsv").write_text(table)
    (ref,) = discover(str(tmp_path)).figures
    figure, problems = load_figure(str(tmp_path), ref)
    assert figure is not None and problems == ()
    assert figure.data_files == (DataFile("data/PMC1__a-genes.tsv", "genes", 66, 1, digest(table)),)
    (tmp_path / "figures/PMC1__a.md").write_bytes(b"\xff")
    (tmp_path / "data/PMC1__a-genes.tsv").write_bytes(b"word\n\xff")
    figure, problems = load_figure(str(tmp_path), ref)
    assert figure is None and [(p.path, p.line, p.code) for p in problems] == [
        ("figures/PMC1__a.md", 1, "E101"), ("data/PMC1__a-genes.tsv", 2, "E101"),
    ]


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    lay(tmp_path, "figures/PMC1__a.md")
    (tmp_path / "figures/PMC1__a.md").write_bytes(b"\xef\xbb\xbf" + sound("PMC1__a").replace("\n", "\r\n").encode())
    figure, problems = load_figure(str(tmp_path), discover(str(tmp_path)).figures[0])
    assert figure is not None and problems == () and figure.caption == "A receptor acts on a kinase."


# documents


@pytest.mark.parametrize(("text", "note"), [
    ("---\nlatin: Homo sapiens\ncommon: human\nncbi: 9606\ngroup: Primates\n---\nPeople.\n",
     OrganismNote("organisms/homo_sapiens.md", "Homo sapiens", "human", "9606", "Primates", "People.")),
    ("---\ntitle: Homo sapiens\n---\n", OrganismNote("organisms/homo_sapiens.md", "Homo sapiens")),
    ("---\n---\n", OrganismNote("organisms/homo_sapiens.md", "Homo sapiens")),
    ("---\nimage: http://example.org/a.png\nredirect_from: [/man, /organisms/man.html]\n---\n",
     OrganismNote("organisms/homo_sapiens.md", "Homo sapiens", redirects=("/man", "/organisms/man.html"))),
    ("---\nlatin: Homo\n---\n", OrganismNote("organisms/homo_sapiens.md", "Homo", redirects=("/organisms/homo_sapiens",))),
])
def test_organisms(text: str, note: OrganismNote) -> None:
    assert parse_organism("organisms/homo_sapiens.md", text) == (note, ())


@pytest.mark.parametrize(("path", "text", "page"), [
    ("pages/about.md", "---\ntitle: About\ndescription: D\n---\nText.\n", StaticPage("pages/about.md", "about", "About", "D",
    "Text.")),
    ("about.md", "# Head\n\nText.", StaticPage("about.md", "about", "Head", None, "\nText.")),
    ("pages/how_to use.md", "Text.", StaticPage("pages/how_to use.md", "how-to-use", "How to use", None, "Text.")),
    ("pages/日本.md", "", StaticPage("pages/日本.md", "page", "日本", None, "")),
    ("pages/a.md", "---\ntitle: NA\nlayout: page\n---\n", StaticPage("pages/a.md", "a", "A", None, "")),
    ("pages/a.md", "---\nredirect_from: /b/\n---\n", StaticPage("pages/a.md", "a", "A", None, "", ("/b/",))),
    ("pages/Old_Name.md", "", StaticPage("pages/Old_Name.md", "old-name", "Old name", None, "", ("/Old_Name",))),
])
def test_static_pages(path: str, text: str, page: StaticPage) -> None:
    assert parse_page(path, text) == (page, ())


@pytest.mark.parametrize("name", ["con", "NUL", "com1", "x" * 252])
def test_a_page_whose_name_no_file_system_keeps(name: str) -> None:
    _, problems = parse_page(f"pages/{name}.md", "Text.")
    assert [p.code for p in problems] == ["E210"]


def test_a_page_with_broken_front_matter_is_a_fault() -> None:
    assert parse_page("pages/a.md", "---\na: b: c\n---\n") == (
        None, (Problem("pages/a.md", 2, 5, "E202", "a second ': ' in one line",
                       "Quote the whole value. Within single quotes, one is written twice."),),
    )


@pytest.mark.parametrize("name", ["PMC1__a-genes.tsv", "PMC1__a.sif"])
@pytest.mark.parametrize("kind", ["circle", "outside", "pipe", "nothing"])
def test_a_figure_whose_file_may_not_be_opened_is_not_whole(name: str, kind: str, tmp_path: Path) -> None:
    content = tmp_path / "content"
    for figid in ("PMC1__a", "PMC2__b"):
        (content / "figures").mkdir(parents=True, exist_ok=True)
        (content / f"figures/{figid}.md").write_text(sound(figid))
    bad = content / "data" / name
    bad.parent.mkdir()
    (tmp_path / "secret").write_text("secret")
    if kind == "pipe":
        os.mkfifo(bad)
    else:
        bad.symlink_to({"circle": bad.name, "outside": tmp_path / "secret", "nothing": "gone"}[kind])
    outcome = build(content, tmp_path / "site", keep_going=True)
    faults = [(p.path, p.code) for p in outcome.problems if p.severity == "error"]
    assert faults == [(f"data/{name}", "E103" if kind == "outside" else "E102")]
    assert sorted(p.name for p in (tmp_path / "site/figures").iterdir()) == ["PMC2__b.html", "index.html"]


def test_of_many_problems_of_a_file_the_first_are_told_and_faults_before_warnings() -> None:
    warnings = "".join(f"key{n}: x\n" for n in range(300))
    _, problems = parse(warnings + "year: 1\n" * 51)
    assert len(problems) == 100 and problems[:50] == [(n, "E203") for n in range(308, 358)]
    assert problems[50:] == [(n, "W201") for n in range(7, 57)]
    assert parse(warnings)[0] is not None
    rows = "word\tncbigene_id\tncbigene_symbol\torganism_name\n" + "x\n" * 300
    table = Table("genes", Source("data/PMC1__f1-genes.tsv", rows, len(rows)))
    text = sound("PMC1__f1").replace("---\n", "---\nyear: no\n", 1)
    figure, told = parse_figure("figures/PMC1__f1.md", text, [table])
    assert figure is None and [p.code for p in told] == ["E301"] * 100 + ["W204"]


def test_more_organisms_than_any_figure_has_are_a_fault() -> None:
    rows = "".join(f"- a{n}\n" for n in range(1001))
    assert len(good(f"organisms:\n{rows[:-8]}\n").organisms) == 1000
    assert parse(f"organisms:\n{rows}")[1] == [(1008, "E205")]
    assert parse(f"organisms: a{', a' * 1000}\n")[1] == [(7, "E205")]
    assert parse("annotations:\n" + "- {value: a}\n" * 10_001)[1] == [(10_008, "E205")]


def test_more_interactions_than_anybody_can_follow_are_a_fault() -> None:
    rows = "".join(f"- {{source: A{n}, target: B, type: activation}}\n" for n in range(1001))
    assert parse(f"interactions:\n{rows}")[1] == [(1008, "E205")]


def test_an_interaction_with_noradrenaline_is_told_what_na_stands_for(tmp_path: Path) -> None:
    text = sound("PMC1__a").replace("---\n", "---\ninteractions: [{source: AKT1, target: NA, type: activation}]\n", 1)
    _, problems = parse_figure("figures/PMC1__a.md", text)
    assert [p.message for p in problems] == ["an interaction needs 'target'; 'NA' stands for a missing value"]


@pytest.mark.parametrize(("figid", "message"), [
    ("CON", "figid 'CON' cannot be a file name everywhere"), ("a" * 252, f"figid '{'a' * 80}' is too long"),
])
def test_why_a_figid_is_none(figid: str, message: str) -> None:
    _, problems = parse_figure(f"figures/{figid}.md", sound(figid))
    assert message in [p.message for p in problems]


def test_a_data_directory_that_may_not_be_opened_concerns_every_figure(tmp_path: Path) -> None:
    (tmp_path / "content/figures").mkdir(parents=True)
    (tmp_path / "content/figures/PMC1__a.md").write_text(sound("PMC1__a"))
    (tmp_path / "content/data").symlink_to(tmp_path)
    assert not build(tmp_path / "content", tmp_path / "site", keep_going=True).published


def test_faults_of_a_dot_block_and_of_addresses_are_told_beside_others(tmp_path: Path) -> None:
    for figid in ("PMC1__a", "PMC1__A", "PMC2__b"):
        (tmp_path / "content/figures").mkdir(parents=True, exist_ok=True)
        text = sound(figid).replace("---\n", "---\nnumber: [a]\n", 1) + "\n```dot\ndigraph { a -> \n```\n"
        (tmp_path / f"content/figures/{figid}.md").write_text(text)
    outcome = build(tmp_path / "content", tmp_path / "site")
    assert [(p.path.split("/")[1], p.code) for p in outcome.problems if p.severity == "error"] == [
        ("PMC1__A.md", "E205"), ("PMC1__A.md", "E505"), ("PMC1__a.md", "E401"), ("PMC1__a.md", "E205"), ("PMC1__a.md", "E505"),
        ("PMC2__b.md", "E205"), ("PMC2__b.md", "E505"),
    ]


def test_of_two_pages_of_one_address_the_first_is_published(tmp_path: Path) -> None:
    (tmp_path / "content/figures").mkdir(parents=True)
    (tmp_path / "content/figures/PMC1__a.md").write_text(sound("PMC1__a"))
    (tmp_path / "content/pages").mkdir()
    for name in ("About", "about"):
        (tmp_path / f"content/pages/{name}.md").write_text(f"# {name}\n\nText.\n")
    outcome = build(tmp_path / "content", tmp_path / "site", keep_going=True)
    assert [(p.path, p.code) for p in outcome.problems if p.severity == "error"] == [("pages/about.md", "E402")]
    assert "<h1>About</h1>" in (tmp_path / "site/about.html").read_text()
