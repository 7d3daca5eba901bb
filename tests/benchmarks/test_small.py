"""A small case of the measurements, so that they run when they are wanted."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from benchmarks import machine, search_index
from benchmarks.compare import compare, rows
from benchmarks.corpus import figures, folded, scalar, write_corpus
from benchmarks.measure import Failed, run
from benchmarks.profile_build import STAGES, Clock
from benchmarks.search import expected, queries
from benchmarks.search_index import Measured
from benchmarks.table import markdown, plain
from sitegen.content.discover import discover
from sitegen.content.figures import load_figure
from sitegen.content.frontmatter import parse_document

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
    peers = ("hugo",) if machine.hugo() else ()
    found = compare(60, 1, 0, peers, tmp_path, CHECKOUT, jobs=1)
    ours = found["sitegen", 60]
    assert ours.same is True
    assert set(ours.runs) == {"cold", "unchanged", "caption", "template"}
    assert all(r.wall > 0 for runs in ours.runs.values() for r in runs)
    assert ours.files > 120  # a page and an old address each
    table = rows(found, 60, 0)
    assert "| a rebuild's bytes | those of a cold build |" in markdown(
        ("", "sitegen", "Hugo", None, "ratio", "target", ""), table
    )
    assert re.search(r"cold build of 60 figures +\d+\.\d\d s", plain(("", "sitegen", "Hugo", None, "ratio", "target", ""), table))
    if peers:
        assert found["Hugo", 60].files > 120
        assert table[0].ratio is not None


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


def test_queries_know_what_they_should_find(tmp_path: Path) -> None:
    write_corpus(12, tmp_path, jobs=1)
    asked = queries(str(tmp_path))
    wanted = dict(zip((q for q, _ in asked), expected(str(tmp_path), asked), strict=True))
    figids = sorted(f.figid for f in figures(0, 12))
    (figid,) = [q for q in wanted if q in figids]
    assert wanted[figid] == {figid}
    assert wanted[figid.partition("__")[0]] == {f for f in figids if f.startswith(figid.partition("__")[0] + "__")}
