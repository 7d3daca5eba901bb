"""`sitegen relations --write`: tables for a curator, beside the figures and nowhere else; the pages stay as they were."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from sitegen.build import relation_tables
from sitegen.build.relation_tables import write_relation_tables
from sitegen.cli import commands
from tests import sites

CAPTION = "Insulin activates AKT.  AKT inhibits\u00a0AS160, and LKB1 may phosphorylate AMPK."
TABLE = "data/PMC1__f1-relations.tsv"


def write_figure(content: Path, figid: str = "PMC1__f1", caption: str = CAPTION) -> None:
    place = content / f"figures/{figid}.md"
    place.parent.mkdir(parents=True, exist_ok=True)
    (content / "data").mkdir(exist_ok=True)
    pmcid = figid.split("__")[0]
    place.write_text(f"---\nfigid: {figid}\nfigtitle: A pathway\ncaption: {caption}\npmcid: {pmcid}\nfilename: a.jpg\n---\n")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    place = tmp_path / "content"
    write_figure(place)
    return place


def told(content: Path) -> tuple[int, list[tuple[str, str]]]:
    written, problems = write_relation_tables(str(content))
    return written, [(p.path, p.code) for p in problems]


def test_a_table_is_written_once(content: Path) -> None:
    assert told(content) == (1, [])
    table = (content / TABLE).read_bytes()
    assert [row.split("\t")[:3] for row in table.decode().splitlines()[1:]] == [
        ["Insulin", "AKT", "activation"], ["AKT", "AS160", "inhibition"], ["LKB1", "AMPK", "phosphorylation"]]
    (content / TABLE).write_text("source\ttarget\ttype\n")
    assert told(content) == (0, [])
    assert (content / TABLE).read_text() == "source\ttarget\ttype\n"


def test_a_second_run_says_why_it_wrote_nothing(content: Path) -> None:
    said = [CliRunner().invoke(commands, ["relations", "--write", str(content)], standalone_mode=False).stderr for _ in range(2)]
    assert [lines.splitlines()[-1] for lines in said] == [
        "1 table written", "0 tables written: figures that have relations keep them, and the other captions state none"]


def test_a_directory_of_data_that_leads_out_is_left_alone(content: Path, tmp_path: Path) -> None:
    (content / "data").rmdir()
    (tmp_path / "outside").mkdir()
    (content / "data").symlink_to("../outside")
    assert told(content) == (0, [("data", "E103")])
    assert list((tmp_path / "outside").iterdir()) == []
    (tmp_path / "outside").rmdir()
    assert told(content) == (0, [("data", "E102"), ("data", "E103")]), "it cannot be read, and nothing is written outside"
    assert not (tmp_path / "outside").exists()


def test_a_link_that_stands_where_a_table_would_is_not_followed(content: Path, tmp_path: Path) -> None:
    (content / TABLE).symlink_to(tmp_path / "elsewhere.tsv")
    assert told(content)[0] == 0
    assert not (tmp_path / "elsewhere.tsv").exists()


def test_a_file_where_the_directory_should_be(content: Path) -> None:
    (content / "data").rmdir()
    (content / "data").write_text("")
    written, found = told(content)
    assert written == 0 and set(found) == {("data", "E102")}


def test_the_other_layout_has_its_own_directory(content: Path) -> None:
    (content / "figures").rename(content / "_figures")
    (content / "data").rmdir()
    assert told(content) == (1, [])
    assert [p.name for p in (content / "_data").iterdir()] == ["PMC1__f1-relations.tsv"]


@pytest.mark.parametrize("name", ["PMC1__f1.gpml", "PMC1__f1.cx2"])
def test_a_figure_whose_pathway_file_is_broken_gets_no_table(content: Path, name: str) -> None:
    (content / "data" / name).write_text("<broken")
    assert told(content) == (0, [(f"data/{name}", "E305")])
    assert not (content / TABLE).exists()


def test_a_name_too_long_for_a_table_is_told(content: Path) -> None:
    figid = "PMC2__" + "a" * 242
    write_figure(content, figid)
    assert told(content) == (1, [(f"figures/{figid}.md", "E210")])


def test_half_a_table_does_not_stay(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(relation_tables, "write_relation_table", lambda relations: "half\ud800")
    with pytest.raises(UnicodeEncodeError):
        write_relation_tables(str(content))
    assert list((content / "data").iterdir()) == []


def test_only_what_tables_are_made_of_is_kept_in_memory(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Bodies and tables of figures can be large; a caption and names are not."""
    import gc

    from sitegen.model.figure import Figure

    for number in range(2, 12):
        write_figure(content, f"PMC{number}__f1")
    most = 0
    real = relation_tables.told

    def counted(*given):  # type: ignore[no-untyped-def]
        nonlocal most
        most = max(most, sum(isinstance(o, Figure) for o in gc.get_objects()))
        return real(*given)

    monkeypatch.setattr(relation_tables, "told", counted)
    before = sum(isinstance(o, Figure) for o in gc.get_objects())
    assert told(content) == (11, [])
    assert most <= before + 2


def page_parts(site: Path, figid: str) -> tuple[str, str, str]:
    """A page's caption with its marks, its list of relations and its diagram."""
    page = (site / f"figures/{figid}.html").read_text(encoding="utf-8")
    caption = re.search(r"<figcaption.*?</figcaption>", page, re.DOTALL)
    relations = re.search(r"<ol class=relations id=rs>.*?</ol>", page, re.DOTALL)
    diagram = re.search(r"<svg class=\"?dg.*?</svg>.*?</svg>", page, re.DOTALL)
    assert caption and relations and diagram
    return caption[0], relations[0], diagram[0]


def test_a_page_is_the_same_when_its_relations_stand_in_a_table(content: Path, tmp_path: Path) -> None:
    sites.build(content, tmp_path / "before")
    before = page_parts(tmp_path / "before", "PMC1__f1")
    assert "href=#e" in before[1]
    assert told(content)[0] == 1
    sites.build(content, tmp_path / "after")
    assert page_parts(tmp_path / "after", "PMC1__f1") == before


def test_all_pages_of_a_collection_are_the_same_but_for_their_tables(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(sites.ROOT / "content", content)
    sites.build(content, tmp_path / "before")
    written, _ = write_relation_tables(str(content))
    assert written
    sites.build(content, tmp_path / "after")
    before, after = sites.files(tmp_path / "before"), sites.files(tmp_path / "after")
    assert before.keys() == after.keys()
    assert [path for path in before if path.startswith("figures/") and before[path] != after[path]] == []


def test_half_a_surrogate_pair_is_printed_as_it_was_said() -> None:
    line = r'{"figid": "PMC1__f1\ud800", "caption": "\udc00AKT\ud800 activates AS160."}' + "\n"
    result = CliRunner().invoke(commands, ["relations", "-"], input=line, standalone_mode=False)
    assert result.exception is None
    assert json.loads(result.stdout)["figid"] == "PMC1__f1\ud800"
