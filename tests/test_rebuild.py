"""A rebuild makes the bytes of a cold build, whatever was edited, and reads and renders little more than that."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zlib
from collections import Counter
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from sitegen.build import chunks, finding, run, seen, steps
from sitegen.build.cache import Cache
from sitegen.build.tasks import PageResult, PageTask
from sitegen.content.discover import discover
from sitegen.content.reader import MAX_DOCUMENT
from tests.invented import write_collection
from tests.sites import ROOT, build, files

Edit = Callable[[Path], None]


@pytest.fixture(autouse=True)
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chunks, "SMALLEST", 4)
    monkeypatch.setattr(chunks, "LARGEST", 9)
    monkeypatch.setattr(seen, "_SETTLED", -(10**12))  # a test edits and builds within one tick of the clock


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How many tasks of each kind were run since the counter was cleared."""
    counted: Counter[str] = Counter()

    def spy(task: PageTask, real: Callable[[PageTask], PageResult] = steps.make_pages) -> PageResult:
        counted[type(task.pages).__name__] += 1
        return real(task)

    monkeypatch.setattr(steps, "make_pages", spy)
    return counted


def figure(content: Path, number: int) -> Path:
    return sorted((content / "figures").iterdir())[number]


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def caption(content: Path) -> None:
    replace(figure(content, 5), 'caption: "A drawing', 'caption: "IL-6 inhibits TP53. A redrawing')


def title(content: Path) -> None:
    replace(figure(content, 9), 'figtitle: "', 'figtitle: "Anew: ')


def table(content: Path) -> None:
    path = sorted((content / "data").glob("*-genes.tsv"))[7]
    with path.open("a", encoding="utf-8") as f:
        f.write("9606\tHomo sapiens\tx\tNEW-1\tNEW1\tNEWG1\t990001\tx\t1\t1\t1\n")


def known_elsewhere(content: Path) -> None:
    replace(figure(content, 14), 'caption: "', 'caption: "TP53 inhibits NEWG1. ')


def known_twice(content: Path) -> None:
    path = sorted((content / "data").glob("*-genes.tsv"))[20]
    with path.open("a", encoding="utf-8") as f:
        f.write("9606\tHomo sapiens\tx\tNEW-1\tNEW1\tNEWG1\t990001\tx\t1\t1\t1\n")


def figure_goes(content: Path) -> None:
    figure(content, 11).unlink()


def figure_comes(content: Path) -> None:
    path = figure(content, 0)
    text = path.read_text(encoding="utf-8").replace(path.stem, "PMC9000001__jda-new")
    text = text.replace("pmcid: PMC7000000", "pmcid: PMC9000001")
    (content / "figures/PMC9000001__jda-new.md").write_text(text, encoding="utf-8")


def sidecar(content: Path) -> None:
    (content / "data" / f"{figure(content, 4).stem}.sif").write_text("IL6\tactivates\tTP53\n", encoding="utf-8")


def settings(content: Path) -> None:
    replace(content / "site.toml", "Invented Figures", "Figures of Another Name")


def page(content: Path) -> None:
    (content / "pages").mkdir(exist_ok=True)
    (content / "pages/about.md").write_text("---\ntitle: About\n---\n# About\n\nInvented.\n", encoding="utf-8")


def template(content: Path) -> None:
    (content / "theme").mkdir(exist_ok=True)
    (content / "theme/redirect.html").write_text("<!doctype html><title>Elsewhere</title><p><a href={{ href | q }}>Go</a>\n")
    (content / "site.toml").write_text((content / "site.toml").read_text() + '[theme]\ndirectory = "theme"\n')


@lru_cache
def cold(*edits: Edit) -> dict[str, bytes]:
    """The site of twenty invented figures, after edits, as a build without a cache makes it."""
    with TemporaryDirectory() as root:
        content = write_collection(Path(root, "content"), 20)
        for edit in edits:
            edit(content)
        assert build(content, Path(root, "site")).published
        return files(Path(root, "site"))


EDITS: tuple[Edit, ...] = (
    caption, title, table, known_elsewhere, known_twice, sidecar, figure_goes, figure_comes, settings, page, template,
    figure_goes,
)


def test_edit_after_edit_the_bytes_of_a_cold_build(tmp_path: Path) -> None:
    content = write_collection(tmp_path / "content", 40)
    for number, edit in enumerate((lambda _: None, *EDITS)):
        edit(content)
        build(content, tmp_path / "site", cache=tmp_path / "cache")
        build(content, tmp_path / f"cold{number}")
        assert files(tmp_path / "site") == files(tmp_path / f"cold{number}"), edit


def test_a_large_collection_is_made_by_workers_that_did_not_read_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = write_collection(tmp_path / "content", 40)
    build(content, tmp_path / "one")
    monkeypatch.setattr(run, "_MANY", 30)
    build(content, tmp_path / "two", jobs=2)
    assert files(tmp_path / "one") == files(tmp_path / "two")


def test_nothing_changed_and_nothing_runs(tmp_path: Path, made: Counter[str]) -> None:
    content = write_collection(tmp_path / "content", 40)
    build(content, tmp_path / "site", cache=tmp_path / "cache")
    assert made["FiguresTask"] > 4

    def looks() -> dict[Path, tuple[int, int, int]]:
        return {p: (s.st_ino, s.st_mtime_ns, s.st_ctime_ns) for p in (tmp_path / "site").rglob("*") for s in [p.stat()]}

    before = looks()
    made.clear()
    build(content, tmp_path / "site", cache=tmp_path / "cache")
    assert not made
    assert looks() == before


def test_a_caption_makes_its_own_chunk_and_few_files_of_the_index(tmp_path: Path, made: Counter[str]) -> None:
    content = write_collection(tmp_path / "content", 40)
    build(content, tmp_path / "site", cache=tmp_path / "cache")
    made.clear()
    caption(content)
    build(content, tmp_path / "site", cache=tmp_path / "cache")
    assert made["FiguresTask"] == 1 and set(made) <= {"FiguresTask", "RangeTask", "TextTask", "DownloadsTask", "StatementsTask"}


def test_a_gene_that_gets_a_page_is_linked_where_captions_name_it(tmp_path: Path, made: Counter[str]) -> None:
    content = write_collection(tmp_path / "content", 40)
    table(content)
    known_elsewhere(content)
    page = tmp_path / "site" / "figures" / f"{figure(content, 14).stem}.html"

    def box() -> str:
        build(content, tmp_path / "site", cache=tmp_path / "cache")
        return page.read_text(encoding="utf-8").split(">NEWG1</text>")[0].rsplit("<rect", 1)[0].rsplit("<", 1)[1]

    assert box() == "g>"  # it is known as a gene, and stands in too few figures for a page
    known_twice(content)
    assert box() == "a href=../genes/NEWG1.html>"
    made.clear()
    build(content, tmp_path / "site", cache=tmp_path / "cache")
    assert not made


def test_a_template_makes_the_pages_that_it_shapes(tmp_path: Path, made: Counter[str]) -> None:
    content = write_collection(tmp_path / "content", 40)
    (content / "theme").mkdir()
    shutil.copy(ROOT / "templates/figure.html", content / "theme/figure.html")
    settings = content / "site.toml"
    settings.write_text(settings.read_text(encoding="utf-8") + '[theme]\ndirectory = "theme"\n', encoding="utf-8")
    build(content, tmp_path / "site", cache=tmp_path / "cache")
    made.clear()
    replace(content / "theme/figure.html", "<article class=figure>", "<article class=figure data-edited>")
    build(content, tmp_path / "site", cache=tmp_path / "cache")
    assert set(made) == {"FiguresTask"}
    build(content, tmp_path / "cold")
    assert files(tmp_path / "site") == files(tmp_path / "cold")


def test_an_edit_that_keeps_size_and_time_is_seen(tmp_path: Path) -> None:
    content = write_collection(tmp_path / "content", 12)
    build(content, tmp_path / "site", cache=tmp_path / "cache")
    path = figure(content, 3)
    times = path.stat()
    replace(path, "A drawing of", "A picture of")
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert (path.stat().st_size, path.stat().st_mtime_ns) == (times.st_size, times.st_mtime_ns)
    build(content, tmp_path / "site", cache=tmp_path / "cache")
    assert "A picture of" in (tmp_path / f"site/figures/{path.stem}.html").read_text(encoding="utf-8")


def test_why_a_file_cannot_be_read_is_told_anew(tmp_path: Path) -> None:
    content = write_collection(tmp_path / "content", 8)
    table = content / "data" / f"{figure(content, 3).stem}-genes.tsv"

    def told() -> list[str]:
        found = build(content, tmp_path / "site", cache=tmp_path / "cache", keep_going=True).problems
        return [p.message for p in found if p.path.startswith("data/")]

    table.write_bytes(b"w" * (MAX_DOCUMENT + 1))
    assert told() == ["larger than 4 MB"]
    table.unlink()
    table.symlink_to("nowhere")
    assert told() == ["not a regular file"]
    table.unlink()
    (tmp_path / "elsewhere.tsv").write_text("")
    table.symlink_to(tmp_path / "elsewhere.tsv")
    assert told() == [f"{table.name} links outside the content directory"]


@pytest.mark.parametrize("kind", ["agenda", "tasks", "frame", "scratch", "rows", "loaded", "related", "relations",
                                  "figures", "drawn", "pages", "receipts", "seen", "lexicon", "thumbnails", "part",
                                  "statements"])
def test_a_cache_that_lost_a_kind_of_entry_costs_time_alone(kind: str, tmp_path: Path) -> None:
    content = write_collection(tmp_path / "content", 20)
    build(content, tmp_path / "site", cache=tmp_path / "cache")
    lost = Path(Cache(str(tmp_path / "cache")).path(kind, "ab")).parent
    assert lost.is_dir(), "the kind has another name now"
    shutil.rmtree(lost)
    caption(content)
    build(content, tmp_path / "site", cache=tmp_path / "cache")
    assert files(tmp_path / "site") == cold(caption)


@pytest.mark.parametrize("kind", ["agenda", "tasks", "frame", "scratch", "rows", "loaded", "related", "relations", "figures",
                                  "drawn", "pages", "receipts", "seen", "lexicon", "part", "statements"])
def test_a_cache_of_damaged_entries_costs_time_alone(kind: str, tmp_path: Path) -> None:
    content = write_collection(tmp_path / "content", 20)
    build(content, tmp_path / "site", cache=tmp_path / "cache")
    for path in Path(Cache(str(tmp_path / "cache")).path(kind, "ab")).parent.rglob("*"):
        if path.is_file():
            path.write_bytes(path.read_bytes()[:-3] + b"xyz")
    caption(content)
    shutil.rmtree(tmp_path / "site")
    build(content, tmp_path / "site", cache=tmp_path / "cache")
    assert files(tmp_path / "site") == cold(caption)


def test_a_build_with_nothing_to_make_brings_nothing_that_makes(tmp_path: Path) -> None:
    """It starts no worker either: what it did not import here, no other process imported for it."""
    content, out = tmp_path / "content", tmp_path / "site"
    shutil.copytree(ROOT / "tests/mini", content)
    settled = f"from sitegen.build import seen\nseen._SETTLED = {seen._SETTLED}\n"
    build = f"{settled}from sitegen.cli import main\ntry: main(['build', {str(content)!r}, '--out', {str(out)!r}, '--quiet'])\n" \
            "except SystemExit as e: assert not e.code, e.code\n"
    heavy = ("jinja2", "pygraphviz", "sitegen.relations", "sitegen.build.steps")
    told = f"import sys\nprint([n for n in {heavy} if n in sys.modules])"
    first, second = (
        subprocess.run([sys.executable, "-c", build + told], capture_output=True, text=True, check=True).stdout for _ in range(2)
    )
    assert first == f"{list(heavy)}\n"
    assert second == "[]\n"


def test_a_figure_that_parts_a_chunk_makes_its_two_parts(
    tmp_path: Path, made: Counter[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chunks, "USUAL", 16)
    monkeypatch.setattr(chunks, "LARGEST", 99)
    content = write_collection(tmp_path / "content", 80)

    def cut() -> list[tuple[str, ...]]:
        return [tuple(ref.figid for ref in refs) for refs in chunks.figure_chunks(discover(str(content)).figures)]

    before = cut()
    build(content, tmp_path / "site", cache=tmp_path / "cache")
    assert made["FiguresTask"] == len(before)
    parted = next(i for i, figids in enumerate(before) if len(figids) > 9)
    text = figure(content, 0).read_text(encoding="utf-8")
    stem = figure(content, 0).stem
    pmcid = f"PMC{int(before[parted][5][3:10])}"  # in the chunk's middle
    new = next(f for k in range(999) if zlib.crc32((f := f"{pmcid}__a{k}").encode()) % 12 == 0)
    new_text = text.replace(stem, new).replace("pmcid: PMC7000000", f"pmcid: {pmcid}").replace('figtitle: "', 'figtitle: "New: ')
    (content / f"figures/{new}.md").write_text(new_text, encoding="utf-8")
    after = cut()
    assert len(after) == len(before) + 1 and set(before) - set(after) == {before[parted]}
    made.clear()
    build(content, tmp_path / "site", cache=tmp_path / "cache")
    assert made["FiguresTask"] == 2
    build(content, tmp_path / "cold")
    assert files(tmp_path / "site") == files(tmp_path / "cold")


def test_texts_of_documents_before_a_new_one_stay(tmp_path: Path, made: Counter[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding, "_TEXT_FILES", 1)
    content = write_collection(tmp_path / "content", 80)
    build(content, tmp_path / "site", cache=tmp_path / "cache")
    assert made["TextTask"] == 10
    made.clear()
    text = figure(content, 0).read_text(encoding="utf-8").replace(figure(content, 0).stem, "PMC7000000__a")
    (content / "figures/PMC7000000__a.md").write_text(text.replace("year: ''", "year: '1950'"), encoding="utf-8")
    build(content, tmp_path / "site", cache=tmp_path / "cache")
    assert made["TextTask"] <= 2
    build(content, tmp_path / "cold")
    assert files(tmp_path / "site") == files(tmp_path / "cold")
