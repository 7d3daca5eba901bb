"""The sample collection in `content/`: complete, consistent, and written in our own words.

Read with PyYAML alone, so that a fault of the program's own loader cannot hide a fault of the collection.
"""

from __future__ import annotations

import csv
import gzip
import hashlib
import json
import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from sitegen.model.relation import RELATION_TYPES
from sitegen.text import fold_name, slug

ROOT = Path(__file__).resolve().parents[2]
CONTENT = ROOT / "content"
FIGURES = sorted((CONTENT / "figures").glob("*.md"))
SEED = "PMC2584126__zdb0120855210007"
REQUIRED = (
    "figid", "figtitle", "organisms", "pmcid", "filename", "figlink", "number", "caption", "papertitle",
    "reftext", "year", "doi", "figid_alias", "figtype", "redirect_from",
)
HEADERS = {
    "genes": "organism_id organism_name organism_group word match ncbigene_symbol ncbigene_id source "
             "count_direct count_synonym count_match",
    "chemicals": "word mesh match name chebi",
    "diseases": "word mesh match name doid",
}
FORMS = {
    "organism_id": r"[1-9]\d*", "ncbigene_id": r"[1-9]\d*", "mesh": r"NA|mesh:[CD]\d{6,9}",
    "chebi": r"NA|chebi:[1-9]\d*", "doid": r"NA|doid:\d+",
    "source": r"ncbigene_symbol|ncbigene_synonym|famplex_relations",
    "count_direct": r"NA|\d+", "count_synonym": r"NA|\d+", "count_match": r"NA|\d+", "word": r".*\S.*",
}
WINDOW = 9  # words in a row that two captions must not share

SHARED = Path(os.environ.get("SITEGEN_SHARED") or ROOT.parent / "shared")
CORPUS = SHARED / "corpus" / "figures.tsv.gz"
"""The texts and tables that the sample's facts come from, which the project does not hold; some machines have them."""
ORIGIN = Path(__file__).with_name("origin.json")
"""By figure, the digests of its facts as the corpus has them, and of the caption that was compared with the corpus' texts.

`python -m tests.content_samples.test_samples` writes it anew where the corpus is.
"""


def front_matter(path: Path) -> dict[str, Any]:
    """A figure's front matter with every scalar as text."""
    _, front, _ = path.read_text(encoding="utf-8").split("---\n", 2)
    data = yaml.load(front, Loader=yaml.BaseLoader)
    assert isinstance(data, dict)
    return data


def body(path: Path) -> str:
    return path.read_text(encoding="utf-8").split("---\n", 2)[2]


def table(figid: str, kind: str) -> list[dict[str, str]]:
    """The rows of a figure's TSV file; none if it has no such file."""
    path = CONTENT / "data" / f"{figid}-{kind}.tsv"
    if not path.is_file():
        return []
    header, *lines = path.read_text(encoding="utf-8").removesuffix("\n").split("\n")
    return [dict(zip(header.split("\t"), line.split("\t"), strict=True)) for line in lines]


def gene_rows(figure: dict[str, Any]) -> list[dict[str, str]]:
    """Gene rows of either generation, with the TSV's column names."""
    inline = [
        {
            "word": row["word"], "match": row["symbol"], "ncbigene_symbol": row["hgnc_symbol"],
            "ncbigene_id": row["entrez"],
        }
        for row in figure.get("genes", [])
    ]
    return inline + table(figure["figid"], "genes")


def names(figure: dict[str, Any]) -> set[str]:
    """Folded names under which the figure's tables know an entity."""
    found = [n for row in gene_rows(figure) for n in (row["word"], row["match"], row["ncbigene_symbol"])]
    for kind in ("chemicals", "diseases"):
        found += [n for row in table(figure["figid"], kind) for n in (row["word"], row["match"], row["name"])]
        found += [row["word"] for row in figure.get(kind, [])]
    return {fold_name(name) for name in found if name != "NA"}


def sentences(text: str) -> set[str]:
    return {s.strip() for s in re.split(r"(?<=[.!?])\s+(?=[A-ZΑ-Ωα-ω])", text)}


def windows(text: str) -> Iterator[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return zip(*(words[i:] for i in range(WINDOW)), strict=False)


@cache
def shared_table(name: str) -> list[dict[str, str]]:
    with gzip.open(SHARED / "corpus" / name, "rt", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


figures = pytest.mark.parametrize("path", FIGURES, ids=lambda path: path.stem)


def test_collection_is_large_enough() -> None:
    fronts = {path.stem: front_matter(path) for path in FIGURES}
    assert len(fronts) >= 15
    assert sum(bool(f.get("interactions")) for f in fronts.values()) >= 8
    assert sum("```dot\n" in body(path) for path in FIGURES) == 1
    assert sum("genes" in f for f in fronts.values()) == 1, "one figure of the older generation, tables inline"
    assert "interactions" not in fronts[SEED], "the seed's diagram comes from its caption"
    assert sum(bool(table(figid, "chemicals")) for figid in fronts) >= 3
    assert sum(bool(table(figid, "diseases")) for figid in fronts) >= 3


@figures
def test_front_matter(path: Path) -> None:
    figure = front_matter(path)
    assert figure["figid"] == path.stem
    assert [key for key in REQUIRED if key not in figure] == []
    assert figure["figid"] == f"{figure['pmcid']}__{Path(figure['filename']).stem}"
    assert re.fullmatch(r"PMC[1-9]\d*", figure["pmcid"])
    assert re.fullmatch(r"(19|20)\d\d|", figure["year"])
    assert re.fullmatch(r"10\.\d{4,9}/\S+|\.na\.character", figure["doi"])
    assert not figure["doi"].startswith("10.5555/"), "that prefix is for invented DOIs"
    assert figure["figlink"].startswith(f"/pmc/articles/{figure['pmcid']}/figure/")
    assert figure["redirect_from"] == f"/figures/{figure['figid_alias']}"
    number = "".join(c for c in figure["number"] if c.isdigit())
    assert figure["figid_alias"] == f"{figure['pmcid']}__F{number}"
    if "schema-jsonld" in figure:
        assert figure["schema-jsonld"]["description"] == figure["caption"]


def test_aliases_are_unique() -> None:
    aliases = [front_matter(path)["figid_alias"] for path in FIGURES]
    assert len(set(aliases)) == len(aliases)


@figures
def test_caption_is_a_short_paragraph(path: Path) -> None:
    caption = front_matter(path)["caption"]
    assert 200 <= len(caption) <= 1000
    assert 2 <= len(sentences(caption)) <= 5


@figures
def test_figure_has_gene_rows(path: Path) -> None:
    rows = gene_rows(front_matter(path))
    assert rows
    assert all(re.fullmatch(r"[1-9]\d*", row["ncbigene_id"]) for row in rows)


@figures
def test_interactions(path: Path) -> None:
    figure = front_matter(path)
    known, caption = names(figure), "".join(map(fold_name, figure["caption"].split()))
    relations = figure.get("interactions", [])
    assert len({(r["source"], r["target"], r["type"]) for r in relations}) == len(relations)
    assert not relations or 5 <= len(relations) <= 14
    ends = set()
    for relation in relations:
        assert relation["type"] in RELATION_TYPES
        assert relation["evidence"] in sentences(figure["caption"])
        for end in (relation["source"], relation["target"]):
            ends.add(fold_name(end))
            assert fold_name(end) in known or fold_name(end) in caption, f"{end} is in no table and not in the caption"
            assert fold_name(end) in fold_name(relation["evidence"]), f"the evidence does not name {end}"
    assert 2 * len(ends & known) >= len(ends), "most boxes of the diagram should be links"


@pytest.mark.parametrize("path", sorted((CONTENT / "data").iterdir()), ids=lambda path: path.name)
def test_table(path: Path) -> None:
    figid, _, kind = path.stem.rpartition("-")
    assert (CONTENT / "figures" / f"{figid}.md").is_file(), "a table without its figure"
    text = path.read_text(encoding="utf-8")
    assert text.endswith("\n") and not text.endswith("\n\n") and "\r" not in text
    header, *lines = text.removesuffix("\n").split("\n")
    assert header.split("\t") == HEADERS[kind].split()
    assert lines and len(set(lines)) == len(lines)
    for line in lines:
        assert line.count("\t") == header.count("\t"), line
        for column, cell in zip(header.split("\t"), line.split("\t"), strict=True):
            assert re.fullmatch(FORMS.get(column, r".+"), cell), f"{column}: {cell!r}"


def test_organism_files() -> None:
    named = {row["organism_name"] for path in FIGURES for row in table(path.stem, "genes")}
    described = set()
    for path in sorted((CONTENT / "organisms").glob("*.md")):
        organism = front_matter(path)
        assert set(organism) == {"title", "common", "latin", "ncbi", "group"}
        assert path.stem == slug(organism["latin"])
        assert re.fullmatch(r"[1-9]\d*", organism["ncbi"])
        assert len(body(path).strip()) > 60
        described.add(organism["latin"])
    assert named <= described
    ids = {row["organism_name"]: row["organism_id"] for path in FIGURES for row in table(path.stem, "genes")}
    for path in (CONTENT / "organisms").glob("*.md"):
        organism = front_matter(path)
        assert ids.get(organism["latin"], organism["ncbi"]) == organism["ncbi"]


@pytest.mark.parametrize("name", ["about", "help"])
def test_page(name: str) -> None:
    path = CONTENT / "pages" / f"{name}.md"
    assert front_matter(path)["title"]
    assert len(body(path).split()) > 200


def digest(value: object) -> str:
    return hashlib.sha256(json.dumps(value, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:20]


def facts(path: Path) -> dict[str, object]:
    """What a figure of the sample has in common with the one it was taken from."""
    figure = front_matter(path)
    rows = sorted({(r["word"], r["match"], r["ncbigene_symbol"], r["ncbigene_id"]) for r in gene_rows(figure)})
    return {"genes": rows, "paper": {key: figure[key] for key in ("figtitle", "papertitle", "pmcid", "filename", "year")}}


def facts_of_the_corpus(path: Path) -> dict[str, object]:
    """The same, from the corpus; the seed is no part of it and lies beside it."""
    figure = front_matter(path)
    if path.stem == SEED:
        header, *lines = (SHARED / "seed/data" / f"{SEED}-genes.tsv").read_text(encoding="utf-8").splitlines()
        table_rows = [dict(zip(header.split("\t"), line.split("\t"), strict=True)) for line in lines]
        rows = {(r["word"], r["match"], r["ncbigene_symbol"], r["ncbigene_id"]) for r in table_rows}
        paper = front_matter(SHARED / "seed/figures" / f"{SEED}.md")
    else:
        corpus_id = f"{path.stem}{Path(figure['filename']).suffix}"
        rows = {
            (row["word"], row["symbol"], row["hgnc_symbol"], row["entrez"].split(".")[0])
            for row in shared_table("genes.tsv.gz") if row["figid"] == corpus_id
        }
        (paper,) = [row for row in shared_table("figures.tsv.gz") if row["figid"] == corpus_id]
    known = {key: paper[key] for key in ("figtitle", "papertitle", "pmcid", "filename")}
    return {"genes": sorted(rows), "paper": {**known, "year": paper["year"].split(".")[0]}}


def borrowed(caption: str) -> list[tuple[str, str]]:
    """What a caption has word by word from the corpus' captions, with the figures that have it."""
    return [(" ".join(w), _theirs()[w]) for w in windows(caption) if w in _theirs()]


@cache
def _theirs() -> dict[tuple[str, ...], str]:
    theirs = {window: row["figid"] for row in shared_table("figures.tsv.gz") for window in windows(row["caption"])}
    for path in (SHARED / "seed" / "figures").glob("*.md"):
        theirs |= dict.fromkeys(windows(front_matter(path)["caption"]), path.stem)
    for path in (SHARED / "captions").glob("*.jsonl"):
        for line in path.read_text(encoding="utf-8").splitlines():
            theirs |= dict.fromkeys(windows(json.loads(line)["caption"]), path.stem)
    assert len(theirs) > 100_000
    return theirs


@figures
def test_facts_are_those_of_the_corpus(path: Path) -> None:
    recorded = json.loads(ORIGIN.read_text(encoding="utf-8"))[path.stem]
    assert {key: digest(value) for key, value in facts(path).items()} == {key: recorded[key] for key in ("genes", "paper")}
    if CORPUS.is_file():
        assert facts(path) == facts_of_the_corpus(path)


@figures
def test_no_caption_borrows_from_the_corpus(path: Path) -> None:
    caption = front_matter(path)["caption"]
    if CORPUS.is_file():
        assert borrowed(caption) == []
    recorded = json.loads(ORIGIN.read_text(encoding="utf-8"))[path.stem]["caption"]
    assert digest(caption) == recorded, "a new caption is to be compared with the corpus: see ORIGIN"


if __name__ == "__main__":
    made = {}
    for origin in FIGURES:
        assert not borrowed(front_matter(origin)["caption"]), origin.stem
        of = {key: digest(value) for key, value in facts_of_the_corpus(origin).items()}
        made[origin.stem] = {**of, "caption": digest(front_matter(origin)["caption"])}
    ORIGIN.write_text(json.dumps(made, indent=1) + "\n", encoding="utf-8")
