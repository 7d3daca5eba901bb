"""What the search answers: the browser's modules, run by Node on the index of a small collection."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.programs import node
from tests.sites import build

ASSETS = Path(__file__).parents[2] / "templates" / "assets"
Ask = Callable[[str], set[str]]
FIGURES = {
    "PMC1000001__f1": "Akt and cyclin D1 drive the cycle of T cells.",
    "PMC1000002__f2": "PI3K/Akt signalling, and cyclin-D1 in T-cells.",
    "PMC1000003__f3": "The PI3K-Akt pathway forms 2-C-methyl-d-erythritol-4-phosphate cyclically.",
    "PMC1000004__f4": "Sour citric drinks; an acid. Each of 204 samples.",
    "PMC1000005__f5": "Protein, insulin resistance. Жук.",
    "PMC1000006__f6": "Resistance to proteases and insulin.",
}
GENES = "organism_id\torganism_name\tword\tncbigene_symbol\tncbigene_id\n9606\tHomo sapiens\tЕННADH\tADH4\t204\n"
CHEMICALS = "word\tmesh\tmatch\tname\tchebi\nCitric acid\tmesh:D019343\tNA\tNA\tNA\n"


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    """The figures that a query finds, each by the number at the end of its id."""
    root = tmp_path_factory.mktemp("answers")
    for name in ("figures", "data"):
        (root / "content" / name).mkdir(parents=True)
    for number, (figid, caption) in enumerate(FIGURES.items(), 1):
        (root / "content" / "figures" / f"{figid}.md").write_text(
            f"---\nfigid: {figid}\nfigtitle: Drawing {'ABCDEF'[number - 1]}\n"
            f"pmcid: {figid[:10]}\nfilename: f.jpg\ncaption: '{caption}'\ndoi: 10.5555/example.{number}\n---\n", encoding="utf-8")
    (root / "content" / "data" / "PMC1000006__f6-genes.tsv").write_text(GENES, encoding="utf-8")
    (root / "content" / "data" / "PMC1000006__f6-chemicals.tsv").write_text(CHEMICALS, encoding="utf-8")
    assert build(root / "content", root / "site").published

    def found(query: str) -> set[str]:
        script = f"""
import fs from "fs";
import {{ search, useIndex }} from {json.dumps((ASSETS / "engine.js").as_uri())};
import {{ rows }} from {json.dumps((ASSETS / "store.js").as_uri())};
globalThis.fetch = async (path) => new Response(fs.readFileSync(path.split("?")[0]));
await useIndex({json.dumps(f"{root}/site/search/")});
console.log(JSON.stringify((await rows((await search({json.dumps(query)})).documents)).map((row) => row.figid)));"""
        done = subprocess.run(
            [node(), "--input-type=module", "-e", script], capture_output=True, text=True, timeout=120, check=False)
        assert done.returncode == 0, done.stderr
        return {figid[-1] for figid in json.loads(done.stdout)}

    return found


@pytest.mark.parametrize(("query", "figures"), [
    ("cyclin-D1 ", "12"), ("cyclin D1 ", "12"), ("T-cells ", "12"), ("PI3K-Akt ", "23"), ("PI3K Akt ", "23"),
])
def test_a_hyphen_finds_what_is_written_with_a_space_or_a_slash(ask: Ask, query: str, figures: str) -> None:
    assert ask(query) == set(figures)


@pytest.mark.parametrize("query", ["phosphate ", '"4-phosphate"', '"erythritol 4 phosphate"', "erythritol-4-phosphate "])
def test_each_word_of_a_long_name_is_found(ask: Ask, query: str) -> None:
    assert ask(query) == {"3"}


@pytest.mark.parametrize("query", ['"citric acid"', '"Citric-Acid"', '"PMC1000006__f6"', '"10.5555/example.6"'])
def test_a_name_in_quotation_marks_is_found_in_the_tables(ask: Ask, query: str) -> None:
    assert ask(query) == {"6"}


@pytest.mark.parametrize("query", [
    '"insulin resistance"', "“insulin resistance”", "„insulin resistance“", "«insulin resistance»",
])
def test_quotation_marks_of_any_kind_hold_a_phrase(ask: Ask, query: str) -> None:
    assert ask(query) == {"5"}


@pytest.mark.parametrize("query", [
    "10.5555/example.5", "doi:10.5555/example.5", "DOI: 10.5555/example.5", "https://doi.org/10.5555/example.5",
    "http://dx.doi.org/10.5555/example.5", "PMC1000005", "PMC 1000005", "PMCID: PMC1000005", "pmcid:pmc1000005",
    "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC1000005/", "https://pmc.ncbi.nlm.nih.gov/articles/PMC1000005/figure/f1/",
    "https://example.org/x/figures/PMC1000005__f5.html?genes=TP53", "insulin https://doi.org/10.5555/example.5",
])
def test_an_identifier_is_known_with_what_is_copied_with_it(ask: Ask, query: str) -> None:
    assert ask(query) == {"5"}


@pytest.mark.parametrize(("query", "figures"), [
    ("ncbigene:204", "6"), ("GeneID:204", "6"), ("entrez:204", "6"), ("gene:204", "6"), ("204", "46"), ("ncbigene:205", ""),
])
def test_a_gene_id_that_says_so_is_no_number_of_a_text(ask: Ask, query: str, figures: str) -> None:
    assert ask(query) == set(figures)


@pytest.mark.parametrize(("query", "figures"), [("ЕННADH ", "6"), ("gene:ЕННadh ", "6"), ("жук ", "5"), ("жу*", "5")])
def test_names_in_other_scripts_are_found(ask: Ask, query: str, figures: str) -> None:
    assert ask(query) == set(figures)


def test_words_of_other_scripts_stand_before_pairs() -> None:
    script = f"""
import {{ deflateSync }} from "zlib";
import {{ lookup, lookupPrefix, open }} from {json.dumps((ASSETS / "store.js").as_uri())};
const asked = [], start = {{ version: "1", terms: [[0, "\\nb\\nx\\nж\\n~0000\\n~8000"]], suggestions: [], statements: [] }};
globalThis.fetch = async (path) => {{
  if (path.startsWith("start")) return new Response(deflateSync(JSON.stringify(start)));
  asked.push(path.match(/(\\d)\\.bin/)[1]);
  return new Response(deflateSync(Buffer.from([0])));
}};
await open("");
for (const term of ["a", "c", "zz", "еннadh", "~1234", "~8000"]) await lookup(term);
await lookupPrefix("ж");
console.log(asked.join(""));"""
    done = subprocess.run(
        [node(), "--input-type=module", "-e", script], capture_output=True, text=True, timeout=120, check=False)
    assert done.stdout == "012453\n", done.stderr
