"""The files of the whole collection on its site, and as `sitegen export` writes them."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

import pytest

from sitegen.build.export import export
from sitegen.build.outcome import Outcome
from sitegen.build.progress import Quiet
from sitegen.pages.downloads import in_words
from sitegen.publish.staging import Refused
from tests.invented import write_collection
from tests.sites import MINI, build, files


def written(content: Path, out: Path, **given: bool) -> Outcome:
    return export(str(content), str(out), base_url="", jobs=1, cache=None, progress=Quiet(), **{"keep_going": False, **given})


def downloads(site: Path) -> dict[str, bytes]:
    return {p.removeprefix("downloads/"): body for p, body in files(site).items() if p.startswith("downloads/")}


def test_a_site_has_its_collection_as_files(tmp_path: Path) -> None:
    build(MINI, tmp_path / "site")
    found = downloads(tmp_path / "site")
    page = found.pop("index.html").decode()
    assert set(re.findall(r"<a href=([\w.]+) download>", page)) == set(found)
    rows = gzip.decompress(found["figures.tsv.gz"]).decode().splitlines()
    pages = {p.stem for p in (tmp_path / "site/figures").glob("*.html")}
    assert {row.split("\t")[0] for row in rows[1:]} <= pages and len(rows) == 9
    home = (tmp_path / "site/index.html").read_text(encoding="utf-8")
    assert "<a href=downloads/>Downloads</a>" in home
    graph = json.loads(re.findall(r"<script type=application/ld\+json>(.*?)</script>", home)[0])["@graph"]
    listed = next(n for n in graph if n["@type"] == "DataCatalog")["dataset"]["distribution"]
    assert {d["contentUrl"].rsplit("/", 1)[1] for d in listed} == set(found)
    assert {d["encodingFormat"] for d in listed} == {"application/gzip", "text/plain"}


@pytest.mark.parametrize("setting", ["tables = false", "downloads = false"])
def test_a_collection_can_go_without(setting: str, tmp_path: Path) -> None:
    content = write_collection(tmp_path / "content", 6)
    with (content / "site.toml").open("a", encoding="utf-8") as f:
        f.write(f"[publish]\n{setting}\n")
    build(content, tmp_path / "site")
    assert not downloads(tmp_path / "site")
    assert "downloads/" not in (tmp_path / "site/index.html").read_text(encoding="utf-8")


def test_an_export_has_the_files_of_the_site(tmp_path: Path) -> None:
    content = write_collection(tmp_path / "content", 60)
    build(content, tmp_path / "site")
    outcome = written(content, tmp_path / "export")
    expected = downloads(tmp_path / "site")
    del expected["index.html"]
    assert files(tmp_path / "export") == expected
    assert (outcome.totals.figures, outcome.totals.files, outcome.published) == (60, len(expected), True)


def test_an_export_of_faults_writes_nothing_or_what_is_sound(tmp_path: Path) -> None:
    content = write_collection(tmp_path / "content", 6)
    figure = sorted((content / "figures").iterdir())[2]
    figure.write_text(figure.read_text(encoding="utf-8").replace("pmcid:", "pmcid: x\npmcid:", 1), encoding="utf-8")
    assert not written(content, tmp_path / "export").published
    assert not (tmp_path / "export").exists()
    assert written(content, tmp_path / "export", keep_going=True).totals.figures == 5
    rows = gzip.decompress((tmp_path / "export/figures.tsv.gz").read_bytes()).decode().splitlines()
    assert len(rows) == 6 and figure.stem not in {row.split("\t")[0] for row in rows}


def test_an_export_empties_no_directory_of_somebody_else(tmp_path: Path) -> None:
    (tmp_path / "export").mkdir()
    (tmp_path / "export/thesis.txt").write_text("mine")
    with pytest.raises(Refused):
        written(MINI, tmp_path / "export")
    assert files(tmp_path / "export") == {"thesis.txt": b"mine"}


@pytest.mark.parametrize(("size", "words"), [
    (0, "0 bytes"), (999, "999 bytes"), (1000, "1.0 kB"), (4090, "4.1 kB"), (9949, "9.9 kB"), (9951, "10 kB"), (12_345, "12 kB"),
    (999_499, "999 kB"), (999_500, "1.0 MB"), (38_000_000, "38 MB"), (2_500_000_000_000, "2500 GB"),
])
def test_sizes_in_words(size: int, words: str) -> None:
    assert in_words(size) == words
