"""The index of an invented collection, read as its documentation describes it."""

from __future__ import annotations

import base64
import csv
import io
import json
import re
import subprocess
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parent))

from invented import write_collection
from reader import Index

from sitegen.build.progress import Quiet
from sitegen.build.run import build
from sitegen.indexes.documents import rank_file
from sitegen.indexes.genesets import IDS, identifier_files
from sitegen.indexes.shards import Gene, encode_postings, shards
from sitegen.indexes.table import TABLE, table_files
from sitegen.indexes.tokens import term as term_of
from sitegen.model.summary import Summary
from tests.programs import node

FIGURES = 230
GENE, WORD, TITLE, CAPTION, PAPER, CHEMICAL, DISEASE, ID = 1, 2, 4, 8, 16, 32, 64, 128


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Path]]:
    root = tmp_path_factory.mktemp("index")
    content = write_collection(root / "content", FIGURES)
    outcome = build(str(content), str(root / "site"), base_url="", jobs=2, keep_going=False, cache=None, progress=Quiet())
    assert outcome.published, outcome.problems
    yield content, root / "site"


@pytest.fixture(scope="module")
def index(built: tuple[Path, Path]) -> Index:
    return Index(built[1] / "search")


def _with(content: Path, kind: str, pattern: str) -> set[str]:
    suffix = f"-{kind}.tsv"
    return {
        p.name.removesuffix(suffix)
        for p in content.glob(f"data/*{suffix}")
        if re.search(pattern, p.read_text(encoding="utf-8"), re.M)
    }


def _captions(content: Path, pattern: str) -> set[str]:
    return {p.stem for p in content.glob("figures/*.md") if re.search(pattern, p.read_text(encoding="utf-8"))}


def test_every_figure_is_a_document_once(built: tuple[Path, Path], index: Index) -> None:
    figids = [index.row(d)[0] for d in range(index.start["documents"])]
    assert sorted(figids) == sorted(p.stem for p in built[0].glob("figures/*.md"))


def test_years_are_ranges_newest_first(built: tuple[Path, Path], index: Index) -> None:
    years = index.start["years"]
    assert [y for y, _ in years] == sorted((y for y, _ in years), reverse=True)
    ends = [first for _, first in years[1:]] + [FIGURES]
    for (year, first), end in zip(years, ends, strict=True):
        for document in range(first, end):
            text = (built[0] / "figures" / f"{index.row(document)[0]}.md").read_text(encoding="utf-8")
            assert f"year: '{year or ''}'" in text


def test_a_symbol_is_found_in_every_organism(built: tuple[Path, Path], index: Index) -> None:
    found = index.figids("slc2a4")
    assert {f for f, fields in found.items() if fields & GENE} == _with(built[0], "genes", r"\t(?i:SLC2A4)\t")
    entry = index.term("slc2a4")
    assert entry is not None and entry["gene"] == "SLC2A4" and entry["page"] == "SLC2A4"


def test_a_synonym_names_its_gene_and_a_family_does_not(index: Index) -> None:
    glut4, nfkb = index.term("glut4"), index.term("nfkb")
    assert glut4 is not None and glut4["synonyms"] == ["slc2a4"]
    assert nfkb is not None and nfkb["synonyms"] == []


def test_a_gene_id_is_that_gene_of_that_organism(built: tuple[Path, Path], index: Index) -> None:
    assert set(index.figids("#000000006517")) == _with(built[0], "genes", r"\t6517\t")
    mouse = 6517 * 13 + 10090
    assert set(index.figids(f"#{mouse:012d}")) == _with(built[0], "genes", rf"\t{mouse}\t")


def test_fields_say_where_a_word_stands(built: tuple[Path, Path], index: Index) -> None:
    found = index.figids("glucose")
    assert {f for f, fields in found.items() if fields & CHEMICAL} == _with(built[0], "chemicals", r"D005947")
    resistance = index.figids("resistance")
    assert {f for f, v in resistance.items() if v & TITLE} == _captions(built[0], r'figtitle: "Insulin resistance')
    assert {v & (TITLE | CAPTION | PAPER) for v in resistance.values()} == {TITLE}
    assert {v & (TITLE | CAPTION | PAPER) for v in index.figids("dashed").values()} == {CAPTION}
    assert {v & (TITLE | CAPTION | PAPER) for v in index.figids("known").values()} == {PAPER}
    assert {f for f, v in index.figids("diabetesmellitus").items() if v & DISEASE} == _with(built[0], "diseases", "D003920")


def test_identifiers_old_and_new_are_found(built: tuple[Path, Path], index: Index) -> None:
    figid = sorted(p.stem for p in built[0].glob("figures/*.md"))[17]
    text = (built[0] / "figures" / f"{figid}.md").read_text(encoding="utf-8")
    alias, doi = re.search(r"figid_alias: (\S+)", text)[1], re.search(r"doi: (\S+)", text)[1]  # type: ignore[index]
    for name in (figid, alias, doi, figid.split("__")[0]):
        term = re.sub(r"[^a-z0-9]", "", name.lower())
        assert index.figids(term).get(figid, 0) & ID, name


def test_pairs_of_words_find_phrases(built: tuple[Path, Path], index: Index) -> None:
    code = (zlib.crc32(b"iron") * 0x9E3779B1 % 2**32 ^ zlib.crc32(b"storage")) >> 16
    assert _captions(built[0], r"iron storage") <= set(index.figids(f"~{code:04x}"))


def _values(count: int) -> list[int]:
    """Postings of documents 0, 2, 4 …, in one of eight fields without a rule."""
    return [(1 << (zlib.crc32(b"%d" % d) & 7)) << 24 | 2 * d for d in range(count)]


def test_few_postings_are_grouped_by_fields() -> None:
    assert encode_postings([4 << 24 | 2, 4 << 24 | 4, 8 << 24 | 0, 8 << 24 | 300]) == b"\x02\x04\x02\x02\x02\x08\x02\x00\xac\x02"


def test_many_postings_are_listed_where_that_is_shorter() -> None:
    body = encode_postings(sorted(_values(6_000)))
    assert body[:3] == b"\x00\xf0\x2e" and body[3:6_003] == b"\x00" + b"\x02" * 5_999
    assert body[6_003:] == bytes(v >> 24 for v in _values(6_000))


def test_the_browser_reads_both_forms() -> None:
    postings = [("few", sorted(_values(9))), ("many", sorted(_values(6_000)))]
    made = list(shards(postings, {"few": Gene("FEW", "F_")}, {"many": ["few"]}))
    module = (Path(__file__).parents[2] / "templates" / "assets" / "store.js").as_uri()
    script = f"""
import {{ shard }} from {json.dumps(module)};
import {{ inflateSync }} from "node:zlib";
const out = [];
for (const file of {json.dumps([base64.b64encode(s.body).decode() for s in made])})
  for (const e of shard(new Uint8Array(inflateSync(Buffer.from(file, "base64")))).values())
    out.push([e.term, e.gene ?? null, e.stem ?? null, e.synonyms ?? [],
      e.read().flatMap(([f, ds]) => [...ds].map((d) => f * 2 ** 24 + d)).sort((a, b) => a - b)]);
console.log(JSON.stringify(out));"""
    done = subprocess.run([node(), "--input-type=module", "-e", script], capture_output=True, text=True, timeout=60, check=True)
    assert json.loads(done.stdout) == [
        ["few", "FEW", "F_", [], sorted(_values(9))], ["many", None, None, ["few"], sorted(_values(6_000))],
    ]


def test_filters_agree_with_the_figures(built: tuple[Path, Path], index: Index) -> None:
    organisms = index.json("f/organisms.bin")
    sets = [s for s, n in zip(organisms["runs"][::2], organisms["runs"][1::2], strict=True) for _ in range(n)]
    journals = index.json("f/journals.bin")
    named = [j for j, n in zip(journals["runs"][::2], journals["runs"][1::2], strict=True) for _ in range(n)]
    genes, ranks = index.counts(), index.ranks()
    assert len(sets) == len(named) == len(genes) == FIGURES and sorted(ranks) == list(range(FIGURES))
    assert sum(index.json("f/diagrams.bin")) == FIGURES
    for document in range(0, FIGURES, 7):
        text = (built[0] / "figures" / f"{index.row(document)[0]}.md").read_text(encoding="utf-8")
        for place in organisms["sets"][sets[document]]:
            assert f"- {organisms['names'][place]}\n" in text
        assert f"journal_title: {journals['names'][named[document]] or '.na.character'}\n" in text
    titles = [index.row(d)[1].casefold() for d in sorted(range(FIGURES), key=ranks.__getitem__)]
    assert titles == sorted(titles)


def test_the_table_holds_every_document(index: Index) -> None:
    assert [index.row(d)[:3] for d in range(FIGURES)] == [list(row) for row in index.table(0)]


def _gene_rows(content: Path, figid: str) -> list[dict[str, str]]:
    with (content / "data" / f"{figid}-genes.tsv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def test_gene_sets_are_what_the_figures_words_stand_for(built: tuple[Path, Path], index: Index) -> None:
    names, documents = index.gene_sets()
    assert names == sorted(names, key=str.casefold) and len({n.casefold() for n in names}) == len(names)
    assert len(documents) == FIGURES
    for document, boxes in enumerate(documents):
        words: dict[str, set[str]] = {}
        for row in _gene_rows(built[0], index.row(document)[0]):
            words.setdefault(row["word"], set()).add(row["ncbigene_symbol"].casefold())
        assert {frozenset(names[g].casefold() for g in box) for box in boxes} == set(map(frozenset, words.values()))
    assert {"NFKB1", "RELA"} in [{names[g] for g in box} for boxes in documents for box in boxes]


def test_gene_ids_and_organisms_are_those_of_the_tables(built: tuple[Path, Path], index: Index) -> None:
    names, _ = index.gene_sets()
    ids, organisms = index.gene_ids()
    figids = [path.name.removesuffix("-genes.tsv") for path in built[0].glob("data/*-genes.tsv")]
    rows = [row for figid in figids for row in _gene_rows(built[0], figid)]
    wanted: dict[int, set[str]] = {}
    of: dict[str, set[str]] = {}
    for row in rows:
        wanted.setdefault(int(row["ncbigene_id"]), set()).add(row["ncbigene_symbol"].casefold())
        of.setdefault(row["ncbigene_symbol"].casefold(), set()).add(row["organism_name"])
    assert {i: {names[g].casefold() for g in genes} for i, genes in ids.items()} == wanted
    assert {name.casefold(): set(mine) for name, mine in zip(names, organisms, strict=True)} == of


def test_ids_of_many_genes_stand_in_several_files(tmp_path: Path) -> None:
    names = [f"G{n:05d}" for n in range(IDS + 2)]
    identifiers = {(name.lower(), str(9 * n + 1), "Homo sapiens" if n % 2 else "Mus musculus") for n, name in enumerate(names)}
    identifiers.add(("of no figure", "5", "Homo sapiens"))
    (tmp_path / "g").mkdir()
    for name, body in identifier_files(identifiers, names, ["Mus musculus", "Bubo bubo", "Homo sapiens"]):
        (tmp_path / "g" / f"{name}.bin").write_bytes(body)
    (tmp_path / "start.bin").write_bytes(zlib.compress(b'{"terms": []}'))
    ids, organisms = Index(tmp_path).gene_ids()
    assert ids == {9 * n + 1: [n] for n in range(IDS + 2)}
    assert organisms == [["Homo sapiens"] if n % 2 else ["Mus musculus"] for n in range(IDS + 2)]
    assert len(list((tmp_path / "g").iterdir())) == 3


def _figures(count: int) -> list[Summary]:
    titles = ["Wnt in the gut", "Wnt  in bone", " TNF-α", "", "in\tthe gut", "Wnt in the gut"]
    figids = ["PMC{0}__f{0}", "PMC1__g{0}.A", "PMC0__{0}", "odd {0}", "PMC007__{0}", "PMC{0}__ f"]
    return [
        Summary(figids[i % 6].format(i), "", titles[i % 6], f"F{i % 7}" if i % 5 else "", "", "2020", (), (), (), 0, 0, False)
        for i in range(count)
    ]


@pytest.mark.parametrize("count", [1, 6, 4 * TABLE + 1])
def test_rows_of_the_table_are_read_as_they_were(tmp_path: Path, count: int) -> None:
    figures = _figures(count)
    wanted = [(s.figid, s.title, s.label) for s in figures]
    made = dict(table_files(figures))
    (tmp_path / "b").mkdir()
    for name, body in made.items():
        (tmp_path / "b" / f"{name}.bin").write_bytes(body)
    (tmp_path / "start.bin").write_bytes(zlib.compress(json.dumps({"documents": count, "terms": []}).encode()))
    index = Index(tmp_path)
    assert [row for n in range(len(made) - 1) for row in index.table(n)] == wanted
    assert bool(index.json("b/words.bin")) == (count > TABLE)
    module = (Path(__file__).parents[2] / "templates" / "assets" / "store.js").as_uri()
    script = f"""
import {{ tableRows }} from {json.dumps(module)};
import {{ inflateSync }} from "node:zlib";
import {{ readFileSync }} from "node:fs";
const read = (name) => new Uint8Array(inflateSync(readFileSync({json.dumps(str(tmp_path))} + `/b/${{name}}.bin`)));
const words = JSON.parse(new TextDecoder().decode(read("words"))), out = [];
for (let n = 0; n < {len(made) - 1}; n++) {{
  const [figids, titles, labels] = tableRows(read(n), words);
  figids.forEach((figid, i) => out.push([figid, titles[i], labels[i]]));
}}
console.log(JSON.stringify(out));"""
    done = subprocess.run([node(), "--input-type=module", "-e", script], capture_output=True, text=True, timeout=60, check=True)
    assert [tuple(row) for row in json.loads(done.stdout)] == wanted


@pytest.mark.parametrize("count", [1, 2, 256, 257, 70_000])
def test_ranks_take_as_many_bytes_as_they_need(tmp_path: Path, count: int) -> None:
    ranks = [(d * 7919) % count for d in range(count)]
    body = rank_file(ranks)
    assert len(zlib.decompress(body)) == count * (1 if count <= 256 else 2 if count <= 65_536 else 3)
    (tmp_path / "f").mkdir()
    (tmp_path / "f" / "titles.bin").write_bytes(body)
    (tmp_path / "start.bin").write_bytes(zlib.compress(json.dumps({"documents": count, "terms": []}).encode()))
    assert Index(tmp_path).ranks() == ranks


def _said_on_pages(content: Path, site: Path) -> dict[tuple[str, int, bool, str], set[str]]:
    """From the figures' pages and tables: (gene, or `=` and another name; verb, received, other end) -> figids."""
    found: dict[tuple[str, int, bool, str], set[str]] = {}
    for path in (site / "figures").glob("PMC*.html"):
        page = BeautifulSoup(path.read_text(encoding="utf-8"), "html5lib")
        words: dict[str, set[str]] = {}
        table = content / "data" / f"{path.stem}-genes.tsv"
        if not table.exists():
            continue  # a redirect
        for row in csv.DictReader(io.StringIO(table.read_text(encoding="utf-8")), delimiter="\t", quoting=csv.QUOTE_NONE):
            words.setdefault(row["word"], set()).add(row["ncbigene_symbol"].casefold())
        for li in page.select("ol.relations > li"):
            verb = li.find(["a", "b"])
            source, target = (str(li.contents[i]).split("<")[0].strip() for i in (0, 2))
            number = {"activates": 0, "inhibits": 1, "binds": 3}.get(verb.get_text(), 2)  # type: ignore[union-attr]
            for end, other, received in ((source, target, False), (target, source, number != 3)):
                genes, own = words.get(other, set()), words.get(end, set())
                for name in own if len(own) == 1 else {*own, f"={end}"}:
                    key = name, number, received, next(iter(genes)) if len(genes) == 1 else other
                    found.setdefault(key, set()).add(path.stem)
    return found


def test_statements_are_what_the_pages_say(built: tuple[Path, Path], index: Index) -> None:
    said = index.statements()
    figids = [index.row(d)[0] for d in range(index.start["documents"])]
    found = {
        (
            name.casefold() if kind == "gene" else f"={name}", s["verb"], s["received"],
            s["other"].casefold() if s["kind"] == "gene" else s["other"],
        ): {figids[d] for d in s["said"]}
        for name, (kind, some) in said.items() for s in some
    }
    wanted = _said_on_pages(*built)
    figures: dict[str, set[str]] = {}
    for key, some in wanted.items():
        figures.setdefault(key[0], set()).update(some)
    assert found == {key: some for key, some in wanted.items() if key[0][0] != "=" or len(figures[key[0]]) > 1}
    assert {kind for kind, _ in said.values()} == {"gene", "family"}
    assert len(found) > 500 and {s["page"] for _, some in said.values() for s in some if s["other"] == "CON"} == {"CON_"}
    for _, some in said.values():
        assert [len(s["said"]) for s in some] == sorted((len(s["said"]) for s in some), reverse=True)


def test_statements_name_the_relation_of_the_page(built: tuple[Path, Path], index: Index) -> None:
    for statement in index.statements()["TP53"][1]:
        for document, (hedged, relation) in statement["said"].items():
            page = BeautifulSoup((built[1] / f"figures/{index.row(document)[0]}.html").read_text(encoding="utf-8"), "html5lib")
            row = page.select("ol.relations > li")[relation].get_text()
            assert not hedged and "p53" in row.split()


def test_bounds_lead_to_every_gene_with_statements(index: Index) -> None:
    files = [(bound, f"{run}-{i}") for run, bounds in index.start["statements"] for i, bound in enumerate(bounds.split("\n"))]
    assert [b for b, _ in files] == sorted(b for b, _ in files)
    for name in index.statements():
        file = max(f for f in files if f[0] <= term_of(name))[1]
        assert name.encode() in index.bytes(f"r/{file}.bin")


def test_bounds_lead_to_every_term(index: Index) -> None:
    assert [b for b, _ in index.files] == sorted(b for b, _ in index.files)
    for _, file in index.files:
        for term in index.file(file):
            assert index.term(term) is not None, term


def test_suggestions_say_how_many_figures(built: tuple[Path, Path], index: Index) -> None:
    rows = [
        r
        for run, bounds in index.start["suggestions"]
        for i in range(len(bounds.split("\n")))
        for r in index.json(f"s/{run}-{i}.bin")
    ]
    assert ["tp53", "TP53", "g", len(_with(built[0], "genes", r"\t(?i:TP53)\t"))] in rows
    assert ["glut4", "SLC2A4", "s", len(_with(built[0], "genes", r"\tGLUT4\t"))] in rows
    assert index.json("s/hot.bin") == sorted(index.json("s/hot.bin"))


def test_the_same_input_gives_the_same_bytes_with_any_number_of_workers(built: tuple[Path, Path], tmp_path: Path) -> None:
    outcome = build(str(built[0]), str(tmp_path / "site"), base_url="", jobs=1, keep_going=False, cache=None, progress=Quiet())
    assert outcome.published
    for part in ("search", "genes", "chemicals", "diseases"):
        first = {p.relative_to(built[1]): p.read_bytes() for p in (built[1] / part).rglob("*") if p.is_file()}
        second = {p.relative_to(tmp_path / "site"): p.read_bytes() for p in (tmp_path / "site" / part).rglob("*") if p.is_file()}
        assert first == second
