"""A cache that is damaged, lost, unwritable or behind the files costs a build time, never its bytes."""

from __future__ import annotations

import os
import random
import resource
import shutil
import subprocess
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from io import FileIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from sitegen.build import chunks, export, keys, relating, rendering, rowfiles
from sitegen.build.cache import Cache
from sitegen.build.load import Collection
from sitegen.build.outcome import Outcome
from sitegen.build.progress import Quiet
from sitegen.build.work import Work
from sitegen.diagram import curated
from sitegen.indexes.block import assemble
from sitegen.indexes.chunk import PLACES
from sitegen.indexes.ranges import PAIRS_FROM
from tests.invented import write_collection
from tests.sites import build, files
from tests.test_cli import sitegen
from tests.test_rebuild import caption, cold, figure, replace, small_chunks

__all__ = ["small_chunks"]  # a fixture that each test here uses, too

LONG_AGO = 10**18  # nanoseconds: 2001


def entries(cache: Path, kind: str) -> list[Path]:
    return sorted(p for p in Path(Cache(str(cache)).path(kind, "ab")).parent.rglob("*") if p.is_file())


def while_it_renders(monkeypatch: pytest.MonkeyPatch, act: Callable[[], None]) -> None:
    """Does something once, when everything is read and nothing is rendered."""
    real, acted = rendering._pages, []

    def pages(work: Work, *others: Any) -> Any:
        if not acted:
            acted.append(True)
            act()
        return real(work, *others)

    monkeypatch.setattr(rendering, "_pages", pages)


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("kind", ["rows", "scratch", "lexicon", "figures", "told", "loaded", "tasks", "statements"])
def test_entries_that_go_while_a_build_runs_are_made_again(
    kind: str, jobs: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = write_collection(tmp_path / "content", 20)
    monkeypatch.setattr(chunks, "_FEW", 1)
    with monkeypatch.context() as patch:
        while_it_renders(patch, lambda: [p.unlink() for p in entries(tmp_path / "cache", kind)] and None)
        assert build(content, tmp_path / "site", cache=tmp_path / "cache", jobs=jobs).published
    assert files(tmp_path / "site") == cold()


@pytest.mark.parametrize("kind", ["rows", "scratch", "statements"])
@pytest.mark.parametrize("damage", ["cut", "empty", "start", "middle"])
def test_damage_of_any_sort_is_seen(kind: str, damage: str, tmp_path: Path) -> None:
    content = write_collection(tmp_path / "content", 20)
    build(content, tmp_path / "site", cache=tmp_path / "cache")
    for path in entries(tmp_path / "cache", kind):
        body = bytearray(path.read_bytes())
        if damage == "cut":
            del body[len(body) // 2 :]
        elif damage == "empty":
            body.clear()
        else:
            body[5 if damage == "start" else len(body) // 2] ^= 1
        path.write_bytes(body)
    caption(content)
    shutil.rmtree(tmp_path / "site")
    shutil.rmtree(tmp_path / ".site.sitegen")
    for path in (*entries(tmp_path / "cache", "pages"), *entries(tmp_path / "cache", "receipts")):
        path.unlink()  # every task reads what is damaged
    assert build(content, tmp_path / "site", cache=tmp_path / "cache").published
    assert files(tmp_path / "site") == cold(caption)


def test_made_up_entries_under_their_seals_are_made_again(tmp_path: Path) -> None:
    content = write_collection(tmp_path / "content", 20)
    build(content, tmp_path / "site", cache=tmp_path / "cache")
    for path in entries(tmp_path / "cache", "rows"):
        path.write_bytes(assemble([b"\1"] * PAIRS_FROM, [b"\1"] * PAIRS_FROM, [b"\1"] * PLACES))
    for path in entries(tmp_path / "cache", "scratch"):
        Cache(str(tmp_path / "cache")).put("scratch", path.name, b"\1")
    for path in (*entries(tmp_path / "cache", "pages"), *entries(tmp_path / "cache", "receipts")):
        path.unlink()
    build(content, tmp_path / "site", cache=tmp_path / "cache")
    assert files(tmp_path / "site") == cold()


def test_captions_are_not_read_without_the_lexicon(tmp_path: Path) -> None:
    content = write_collection(tmp_path / "content", 20)
    replace(figure(content, 3), 'caption: "', 'caption: "Florbadil inhibits zumbex. ')
    with next((content / "data").glob("*-chemicals.tsv")).open("a", encoding="utf-8") as f:
        f.writelines(f"{name}\tmesh:D00000{i}\t{name}\t{name}\tNA\n" for i, name in enumerate(("florbadil", "zumbex")))
    build(content, tmp_path / "site", cache=tmp_path / "cache")
    for path in entries(tmp_path / "cache", "lexicon"):
        path.write_bytes(path.read_bytes()[:-3] + b"xyz")
    for kind in ("relations", "related", "pages", "receipts", "drawn"):
        for path in entries(tmp_path / "cache", kind):
            path.unlink()
    build(content, tmp_path / "site", cache=tmp_path / "cache")
    build(content, tmp_path / "cold")
    assert files(tmp_path / "site") == files(tmp_path / "cold")


def test_what_a_build_uses_counts_as_used(tmp_path: Path) -> None:
    content = write_collection(tmp_path / "content", 20)
    build(content, tmp_path / "site", cache=tmp_path / "cache")
    used = [p for kind in ("rows", "scratch", "loaded", "lexicon", "agenda") for p in entries(tmp_path / "cache", kind)]
    for path in used:
        os.utime(path, ns=(LONG_AGO, LONG_AGO))
    build(content, tmp_path / "site", cache=tmp_path / "cache")
    assert [p for p in used if p.stat().st_mtime_ns == LONG_AGO] == []


@pytest.mark.parametrize("directory", ["file/cache", "file"])
def test_a_cache_that_cannot_be_written_is_none(directory: str, tmp_path: Path) -> None:
    content = write_collection(tmp_path / "content", 20)
    (tmp_path / "file").write_text("mine")
    outcome = build(content, tmp_path / "site", cache=tmp_path / directory)
    assert outcome.published and outcome.forgotten
    assert files(tmp_path / "site") == cold() and (tmp_path / "file").read_text() == "mine"
    for command in ("build", "export"):
        said = sitegen(command, "content", "--out", command, "--cache", directory, cwd=tmp_path)
        assert said.returncode == 0 and "the cache cannot be written" in said.stderr
    assert "cache" not in sitegen("build", "content", "--out", "other", cwd=tmp_path).stderr


def test_a_cache_on_a_full_disk_cannot_be_written(tmp_path: Path) -> None:
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    try:  # empty files can be made, as on a full disk
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, limits[1]))
        assert not Cache(str(tmp_path)).is_writable()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert Cache(str(tmp_path)).is_writable() and not [p for p in tmp_path.rglob("*") if p.is_file()]


def test_a_cache_that_keeps_nothing_any_more_is_done_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_collection(tmp_path / "content", 20)
    wanted = cold()

    def full() -> None:
        shutil.rmtree(tmp_path / "cache")
        (tmp_path / "cache").write_text("")

    while_it_renders(monkeypatch, full)
    said = sitegen("build", "content", "--out", "site", "--cache", "cache", cwd=tmp_path)
    assert said.returncode == 0 and "the cache cannot be written, and keeps nothing for the next build" in said.stderr
    assert files(tmp_path / "site") == wanted


# files that change while a build runs


def test_a_table_that_is_saved_between_reading_and_rendering(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = write_collection(tmp_path / "content", 20)
    table = sorted((content / "data").glob("*-genes.tsv"))[7]
    before = table.read_bytes()
    with monkeypatch.context() as patch:
        while_it_renders(patch, lambda: table.write_bytes(before + before.splitlines(keepends=True)[1]) and None)
        outcome = build(content, tmp_path / "site", cache=tmp_path / "cache")
    assert [(p.path, p.code) for p in outcome.problems] == [(f"data/{table.name}", "E105")] and not outcome.published
    build(content, tmp_path / "new", cache=tmp_path / "cache")
    build(content, tmp_path / "new_cold")
    assert files(tmp_path / "new") == files(tmp_path / "new_cold")
    table.write_bytes(before)
    build(content, tmp_path / "old", cache=tmp_path / "cache")
    assert files(tmp_path / "old")[f"data/{table.name}"] == before


@pytest.mark.parametrize("lost", [("figures",), ("figures", "told"), ("rows",), ("loaded", "scratch")])
def test_a_figure_that_is_saved_while_a_build_has_to_read_it_again(
    lost: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = write_collection(tmp_path / "content", 20)
    before = figure(content, 5).read_bytes()

    def act() -> None:
        caption(content)
        for kind in lost:
            for path in entries(tmp_path / "cache", kind):
                path.unlink()

    with monkeypatch.context() as patch:
        while_it_renders(patch, act)
        outcome = build(content, tmp_path / "site", cache=tmp_path / "cache")
    assert "E105" in {p.code for p in outcome.problems} and not outcome.published
    figure(content, 5).write_bytes(before)
    build(content, tmp_path / "site", cache=tmp_path / "cache")
    assert files(tmp_path / "site") == cold()


@pytest.mark.parametrize("saved", [False, True])
def test_an_export_goes_on_or_says_what_was_saved(saved: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = write_collection(tmp_path / "content", 20)

    def write(out: str, cache: Path | None) -> Outcome:
        return export.export(str(content), str(tmp_path / out), base_url="", jobs=1, keep_going=False,
                             cache=str(cache) if cache else None, progress=Quiet())

    def act(collection: Collection, real: Callable[[Collection], Any] = export.figure_runs) -> Any:
        for kind in ("lexicon", "told", "figures"):
            for path in entries(tmp_path / "cache", kind):
                path.unlink()
        if saved:
            caption(content)
        return real(collection)

    with monkeypatch.context() as patch:
        patch.setattr(export, "figure_runs", act)
        relating.lexicon_in.cache_clear()
        outcome = write("files", tmp_path / "cache")
    assert outcome.published != saved and ("E105" in {p.code for p in outcome.problems}) == saved
    write("files", tmp_path / "cache")
    write("cold", None)
    assert files(tmp_path / "files") == files(tmp_path / "cold")


# what depends on more than the files


@pytest.mark.parametrize("end", ["clock", "processor", "memory"])
def test_a_drawing_that_ran_out_of_time_is_drawn_again(end: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = write_collection(tmp_path / "content", 20)
    path = figure(content, 5)
    path.write_text(path.read_text(encoding="utf-8") + "```dot\ndigraph { a -> b }\n```\n", encoding="utf-8")
    build(content, tmp_path / "cold")

    def slow(*given: Any, **_: Any) -> subprocess.CompletedProcess[bytes]:
        if end == "clock":
            raise subprocess.TimeoutExpired("dot", 10)
        return subprocess.CompletedProcess(given, -24 if end == "processor" else -9, b"", b"")

    with monkeypatch.context() as patch:
        patch.setattr(curated.subprocess, "run", slow)
        outcome = build(content, tmp_path / "site", cache=tmp_path / "cache", keep_going=True)
    assert [p.code for p in outcome.problems] == ["E505"] and outcome.published
    assert build(content, tmp_path / "site", cache=tmp_path / "cache").problems == ()
    assert files(tmp_path / "site") == files(tmp_path / "cold")
    for path in entries(tmp_path / "cache", "rows"):  # a chunk that was kept whole, and is read again in haste
        path.unlink()
    with monkeypatch.context() as patch:
        patch.setattr(curated.subprocess, "run", slow)
        build(content, tmp_path / "site", cache=tmp_path / "cache", keep_going=True)
    assert build(content, tmp_path / "site", cache=tmp_path / "cache").problems == ()
    assert files(tmp_path / "site") == files(tmp_path / "cold")


RECORD = """pygraphviz-2.0.4.dist-info/INSTALLER,sha256=zuuu,4
pygraphviz.libs/libgvc-ae99f8ab.so.7.0.9,sha256=t0-q,1156385
pygraphviz/_graphviz.cp311-win_amd64.pyd,sha256=bilg,472041
pygraphviz/.dylibs/libcgraph.8.dylib,sha256=aAb0,209673
pygraphviz/agraph.py,sha256=WsA8,84000
pygraphviz/__pycache__/agraph.cpython-311.pyc,,
"""


@pytest.mark.parametrize(("old", "new", "counts"), [
    ("t0-q", "t0-r", True), ("bilg", "bilh", True), ("aAb0", "aAb1", True), ("zuuu", "zuuv", False),
    ("311.pyc", "311.opt-1.pyc", False),
])
def test_a_key_holds_graphviz_by_its_libraries(old: str, new: str, counts: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    found = []
    for record in (RECORD, RECORD.replace(old, new)):
        monkeypatch.setattr(keys, "distribution", lambda _, text=record: SimpleNamespace(read_text=lambda _: text))
        keys.code_version.cache_clear()
        found.append(keys.key("x"))
    monkeypatch.undo()
    keys.code_version.cache_clear()
    assert (found[0] != found[1]) == counts
    assert any("libgvc" in line for line in keys._graphviz()), "the wheel names them otherwise"


def test_what_is_cleared_is_entries_alone(tmp_path: Path) -> None:
    """The directory that is named may be another: with `v1` of somebody's interface in it, for one."""
    cache = Cache(str(tmp_path))
    cache.put("pages", "ab" * 32, b"body")
    cache.put("scratch", f"{'cd' * 32}-roll", b"body")
    for path in ("v1/pages/ab/" + "ab" * 32, "v2/api/schema.json", "v4/pages/notes.txt", "other/" + "ab" * 32):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(b"x")
    cache.clear()
    left = sorted(p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*") if p.is_file())
    assert left == ["other/" + "ab" * 32, "v2/api/schema.json", "v4/pages/notes.txt"]
    assert not (tmp_path / "v1").exists()


def test_threads_share_a_cache(tmp_path: Path) -> None:
    """A worker of a Dask cluster runs tasks in several threads, and two of them may keep the same entry."""
    cache = Cache(str(tmp_path))
    bodies = [bytes(random.Random(i).choices(b"abcdefgh ", k=50_000)) for i in range(4)]

    def keep(number: int) -> bool:
        key = f"{number % 4:064d}"
        cache.put("pages", key, bodies[number % 4])
        return cache.get("pages", key) == bodies[number % 4]

    with ThreadPoolExecutor(8) as threads:
        assert all(threads.map(keep, range(400)))
    assert {p.name for p in entries(tmp_path, "pages")} == {f"{number:064d}" for number in range(4)}


def test_few_files_are_open_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    now: list[Path] = []
    most = []

    class Counted(FileIO):
        def __init__(self, path: str) -> None:
            super().__init__(path)
            now.append(Path(path))
            most.append(len(now))

        def close(self) -> None:
            if not self.closed:
                now.pop()
            super().close()

    monkeypatch.setattr(rowfiles, "FileIO", Counted)
    content = write_collection(tmp_path / "content", 40)
    build(content, tmp_path / "site")
    assert len(most) > 40 and max(most) == 1 and not now
