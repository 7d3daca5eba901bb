"""Writes a made-up collection of as many figures as asked, in the shape and sizes of the public one.

    python -m benchmarks.corpus 20000 OUT

Sizes follow the release of 2023 (91,117 figures of 78,173 papers; 48 to 54 gene rows and 2.3 chemical rows a
figure; captions with a median of 700 characters; a dot in 13 % of the ids).  The words are invented; gene
symbols and ids are real for some 650 well-known genes and made up for the long tail of the others.
The same number, seed and layout give the same bytes, and the first figures of a larger collection are those of
a smaller one.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import random
import re
from bisect import bisect
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from json.encoder import encode_basestring
from pathlib import Path
from typing import NamedTuple

from benchmarks.prose import Prose
from benchmarks.vocabulary import (
    CHEMICALS,
    DISEASES,
    DOTTED,
    GENE_HEAD,
    GREEK,
    JOURNALS,
    NA,
    ORGANISMS,
    RARE,
    STEMS,
    TAIL_STEMS,
)

Chance = Callable[[], float]
"""A number from 0 up to 1, as `random.Random.random` gives it."""

_HERE = Path(__file__).parent
_CHUNK = 500
_UNSAFE = (": ", " #", "\n", "\t", '"', "'", "`")
_YAML_WORDS = frozenset(("yes", "no", "true", "false", "null", "on", "off", "y", "n"))
_SPLIT_HYPHEN = re.compile(r"(?<=[A-Z]{2})(?=\d)")


class Files(NamedTuple):
    """One figure: its id, its page's text and its tables (kind, text), which an empty text leaves out."""

    figid: str
    page: str
    tables: tuple[tuple[str, str], ...]


class Gene(NamedTuple):
    """A word's human genes as (symbol, id), what a caption calls it, and the lexicon that knows it."""

    word: str
    name: str
    members: tuple[tuple[str, int], ...]
    source: str


def _lines(file: str) -> list[list[str]]:
    return [line.split() for line in (_HERE / file).read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]


@lru_cache(maxsize=1)
def _vocabulary() -> tuple[list[Gene], list[Gene], list[float], list[float]]:
    """Genes, the best known first, and families; and the running sums of how often each is drawn."""
    ids = {symbol: int(gene) for symbol, gene in _lines("symbols.txt")}
    genes = [
        Gene(s, GREEK.get(s) or (_SPLIT_HYPHEN.sub("-", s, count=1) if i % 3 == 0 else s), ((s, ids[s]),), "ncbigene_symbol")
        for i, s in enumerate(ids)
    ]
    families = [
        Gene(f, GREEK.get(f, f), tuple((m, ids[m]) for m in members), "famplex_relations")
        for f, *members in _lines("families.txt")
    ]
    return (
        genes,
        families,
        list(accumulate(1 / (i + 12) for i in range(len(genes)))),
        list(accumulate(1 / (i + 6) for i in range(len(families)))),
    )


def figures(first: int, count: int, seed: int = 1) -> Iterator[Files]:
    """`count` figures from number `first`, which starts a chunk, each as its files' texts."""
    rng = random.Random(f"{seed} {first}")
    chance, prose = rng.random, Prose(rng)
    known, families, weights, family_weights = _vocabulary()
    number_in_paper, pmcid, paper = 0, "", ("", "", "")
    for i in range(first, first + count):
        size = min(300, max(1, int(rng.lognormvariate(2.38, 0.95)))) if chance() > 0.05 else 0
        genes = [_draw(chance, known, weights, families, family_weights) for _ in range(size)]
        names = [g.name for g in genes[:12]] or ["insulin", "AMPK", "mTOR"]
        if not number_in_paper or chance() > 0.142:
            number_in_paper, pmcid = 0, f"PMC{2_000_000 + i * 97 + int(chance() * 90)}"
            year = "" if chance() < 0.01 else str(2023 - int(chance() ** 2.2 * 29))
            paper = (
                prose.paper(names) if chance() > 0.01 else NA,
                year,
                f"Author{i % 977} A, et al. J Invent Pathw. {year};{i % 99}:{i % 9999}.",
            )
        number_in_paper += 1
        yield _figure(i, chance, prose, genes, names, pmcid, number_in_paper, paper)


def _draw(chance: Chance, known: list[Gene], weights: list[float], families: list[Gene], family_weights: list[float]) -> Gene:
    dice = chance()
    if dice < 0.17:
        return families[bisect(family_weights, chance() * family_weights[-1])]
    if dice < 0.62:
        return known[bisect(weights, chance() * weights[-1])]
    n = int(chance() ** 2 * 15_000)
    symbol = f"{TAIL_STEMS[n % 20]}{n // 20 + 1}"
    return Gene(symbol, symbol, ((symbol, 5_000_000 + n),), "ncbigene_synonym")


def _figure(
    i: int,
    chance: Chance,
    prose: Prose,
    genes: list[Gene],
    names: list[str],
    pmcid: str,
    number: int,
    paper: tuple[str, str, str],
) -> Files:
    stem = DOTTED if chance() < 0.127 else STEMS
    stem_name = stem[int(chance() * len(stem))].format(n=i, k=number)
    figid = f"{pmcid}__{stem_name}"
    organisms = [ORGANISMS[0]] if chance() < 0.8 else []
    for _ in range((0, 0, 1, 2)[int(chance() * 4)]):
        other = ORGANISMS[1 + int(chance() ** 1.6 * 11)]
        if other not in organisms:
            organisms.append(other)
    listed = [o[1] for o in organisms] or ["Mus musculus"]
    if chance() < 0.1:
        listed.append(RARE[int(chance() ** 3 * len(RARE))])
    if chance() < 0.002:
        listed = ["NA"] if chance() < 0.5 else ["XXX"]
    in_tables = organisms or [ORGANISMS[1]]
    if chance() < 0.35:
        other = ORGANISMS[1 + int(chance() * 3)]
        in_tables = in_tables if other in in_tables else [*in_tables, other]
    rows, symbols = _gene_rows(chance, genes, in_tables)
    chemicals = [CHEMICALS[int(chance() * 9)] for _ in range((0, 0, 0, 1, 3, 4, 8)[int(chance() * 7)])]
    diseases = [DISEASES[int(chance() * 5)] for _ in range(1 if chance() < 0.27 else 0)]
    keywords = [*symbols, *dict.fromkeys(c[0] for c in chemicals), *(d[0] for d in diseases)] or [NA]
    caption = folded("caption", prose.caption(names))
    journal = JOURNALS[int(chance() * 5)]
    title, year = NA if chance() < 0.016 else prose.title(names), paper[1]
    lines = [
        f"---\nfigid: {figid}",
        folded("figtitle", title),
        ("organisms: " + scalar(", ".join(listed))) if chance() < 0.02 else "organisms:\n" + "\n".join("- " + o for o in listed),
        f"pmcid: {pmcid}\nfilename: {stem_name}.jpg\nfiglink: /pmc/articles/{pmcid}/figure/f{number}/",
        f"number: {('F', 'F', 'Fig. ', 'Scheme ')[i % 4]}{number}",
        caption,
        folded("papertitle", paper[0]),
        folded("reftext", paper[2]),
        f"year: '{year}'\ndoi: {NA if chance() < 0.3 else f'10.5555/example.{i}'}",
        f"journal_title: {journal[0]}\njournal_nlm_ta: {journal[1]}\npublisher_name: {journal[2]}",
        f"keywords: {NA if chance() < 0.4 else 'signaling | metabolism | review'}\nautoml_pathway: {0.5 + chance() / 2:.7f}",
        f"figid_alias: {pmcid}__F{number}\nfigtype: Figure",
        "organisms_ner:\n" + "\n".join("- " + o[1] for o in in_tables[:3]),
        f"redirect_from: /figures/{pmcid}__F{number}",
        "ndex: " + (f"{int(chance() * 2**32):08x}-dec7-11ea-99da-0ac135e8bacf" if chance() < 0.5 else "''"),
        *([f"wpid: WP{int(chance() * 5000) + 1}"] if chance() < 0.01 else ()),
        "seo: CreativeWork\nschema-jsonld:\n  '@context': https://schema.org/",
        f"  '@id': https://pfocr.wikipathways.org/figures/{figid}.html\n  '@type': Dataset",
        "  description" + caption.removeprefix("caption").replace("\n", "\n  "),
        "  license: CC0\n  name: CreativeWork\n  creator:\n    '@type': Organization\n    name: WikiPathways\n  keywords:",
        "".join(map(_item, keywords)) + "---\n",
    ]
    chemical_rows = "".join(
        f"{w}\t{m if m == 'NA' else 'mesh:' + m}\t{a}\t{n}\t{c if c == 'NA' else 'chebi:' + c}\n" for w, m, a, n, c in chemicals
    )
    disease_rows = "".join(
        f"{w}\t{m if m == 'NA' else 'mesh:' + m}\t{a}\t{n}\t{c if c == 'NA' else 'doid:' + c}\n" for w, m, a, n, c in diseases
    )
    return Files(
        figid,
        "\n".join(lines),
        (
            ("genes", rows and GENE_HEAD + rows),
            ("chemicals", chemical_rows and "word\tmesh\tmatch\tname\tchebi\n" + chemical_rows),
            ("diseases", disease_rows and "word\tmesh\tmatch\tname\tdoid\n" + disease_rows),
        ),
    )


def _gene_rows(chance: Chance, genes: list[Gene], organisms: Sequence[tuple[str, str, str]]) -> tuple[str, list[str]]:
    """The genes' table without its header, and the distinct symbols in it."""
    words = []
    for gene in dict.fromkeys(genes):
        dice = chance()
        word = (
            gene.name
            if dice < 0.7
            else gene.word
            if dice < 0.82
            else f"({gene.word})"
            if dice < 0.89
            else f"{gene.word},"
            if dice < 0.94
            else gene.word.capitalize()
        )
        words.append((word, gene))
    rows: list[str] = []
    symbols: dict[str, None] = {}
    for taxon, name, group in organisms:
        head = f"{taxon}\t{name}\t{group}\t"
        for word, gene in words:
            start, end = f"{head}{word}\t{gene.word}\t", f"\t{gene.source}\t2\t11\t12\n"
            for symbol, cells in _members(gene.members, taxon):
                if taxon != "9606" and chance() < 0.4:
                    continue
                symbols[symbol] = None
                rows.append(start + cells + end)
    if chance() < 0.001 * len(rows):
        lost = int(chance() * len(rows))  # R lost this symbol
        parts = rows[lost].split("\t")
        rows[lost] = "\t".join([*parts[:5], "NA", *parts[6:]])
    return "".join(rows), list(symbols)


@lru_cache(maxsize=100_000)
def _members(members: tuple[tuple[str, int], ...], taxon: str) -> tuple[tuple[str, str], ...]:
    """The genes of one organism for some human ones, each as its symbol and the cells `symbol id`."""
    if taxon == "9606":
        return tuple((s, f"{s}\t{n}") for s, n in members)
    case = str.lower if taxon == "7955" else str.capitalize
    return tuple((case(s), f"{case(s)}\t{n * 13 % 9_999_991 + int(taxon) % 97}") for s, n in members)


@lru_cache(maxsize=100_000)
def _item(keyword: str) -> str:
    return f"  - {scalar(keyword)}\n"


def scalar(text: str) -> str:
    """A YAML scalar: plain where that is safe, else double-quoted."""
    start = text[:1]
    if not (start.isalpha() and start.isascii()) or text[-1] == ":" or text.lower() in _YAML_WORDS:
        return encode_basestring(text)
    for mark in _UNSAFE:
        if mark in text:
            return encode_basestring(text)
    return text


def folded(key: str, text: str) -> str:
    """`key: text`, a plain scalar folded near 80 columns."""
    plain = scalar(text)
    if len(plain) < 76 or plain[0] == '"':
        return f"{key}: {plain}"
    lines, start = [f"{key}:"], 0
    width = 82 - len(key)
    while len(plain) - start > width:
        cut = plain.rfind(" ", start, start + width)
        if cut <= start or plain[cut + 1] in "#-:?":
            break
        lines.append(plain[start:cut])
        start, width = cut + 1, 80
    lines.append(plain[start:])
    return lines[0] + " " + "\n  ".join(lines[1:])


def write_corpus(count: int, out: Path, seed: int = 1, jekyll: bool = False, jobs: int = 0) -> None:
    """Writes a content directory of `count` figures with organisms, a page and settings (tables are linked, not published).

    `jobs` processes work at it (0: one a core); their number changes no byte.
    """
    mark = "_" if jekyll else ""
    for name in ("figures", "data", "organisms"):
        (out / f"{mark}{name}").mkdir(parents=True, exist_ok=True)
    for taxon, latin, group in ORGANISMS:
        name = latin.lower().replace(" ", "_")
        _write(f"{out}/{mark}organisms/{name}.md", f"---\nlatin: {latin}\nncbi: '{taxon}'\ngroup: {group}\ntitle: {latin}\n---\n")
    about = out / ("about.md" if jekyll else "pages/about.md")
    about.parent.mkdir(exist_ok=True)
    _write(str(about), "---\ntitle: About\n---\nA made-up collection for measurements.\n")
    _write(
        f"{out}/site.toml",
        '[site]\ntitle = "Invented pathway figures"\nbase_url = "https://example.org/bench/"\ndate = "2024-01-01"\n\n'
        '[source]\nraw = "https://example.org/raw/{path}"\n\n[publish]\ntables = false\n',
    )
    tasks = [(first, min(_CHUNK, count - first), seed, str(out), mark) for first in range(0, count, _CHUNK)]
    jobs = min(jobs or os.cpu_count() or 1, len(tasks))
    if jobs <= 1:
        for task in tasks:
            _write_chunk(task)
    else:
        with multiprocessing.get_context("spawn").Pool(jobs) as pool:
            pool.map(_write_chunk, tasks, chunksize=1)


def _write_chunk(task: tuple[int, int, int, str, str]) -> None:
    first, count, seed, out, mark = task
    pages, data = f"{out}/{mark}figures/", f"{out}/{mark}data/"
    for figure in figures(first, count, seed):
        _write(f"{pages}{figure.figid}.md", figure.page)
        stem = figure.figid
        if "." in stem and int.from_bytes(stem[-9:-4].encode(), "big") % 10 == 0:
            stem = stem.replace(".", "_")  # as some releases do
        for kind, text in figure.tables:
            if text:
                _write(f"{data}{stem}-{kind}.tsv", text)


def _write(path: str, text: str) -> None:
    with open(path, "wb", buffering=0) as f:
        f.write(text.encode("utf-8"))


def main() -> None:
    """Writes a collection to a directory."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int, help="number of figures")
    parser.add_argument("out", type=Path, help="directory to write to")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jekyll", action="store_true", help="write the layout of a PFOCR checkout (_figures, _data)")
    parser.add_argument("--jobs", type=int, default=0, help="processes; default: one a core")
    given = parser.parse_args()
    write_corpus(given.count, given.out, given.seed, given.jekyll, given.jobs)


if __name__ == "__main__":
    main()
