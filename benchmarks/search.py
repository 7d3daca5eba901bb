"""Measures the search of a built site in a real browser: bytes, requests, time, and whether it finds what it should.

    python -m benchmarks.search --figures 3134
    python -m benchmarks.search --content CONTENT --site SITE

Without `--content` a made-up collection is written, without `--site` the collection is built.
Each query is asked on a page of its own with an empty cache, from a local server that sends text compressed and keeps
connections open, as hosts of static sites do; the bytes are those on the wire.  `start` is everything the search page loads
before it has a query; `query` is what the query loads beyond it.  `first` is the time from the query's entry into the open
page to its first result, `shared` that from the opening of an address with the query in it.  `found` compares the first ten
results with what the figures' own files say; `-` stands where they hold nothing to find and nothing was found.  `browse` is
what the table of all figures loads until it can be sorted by title and exported with all its columns; `gene list` what the
page of that name loads to rank all figures for the genes of most of them, how long that takes from the opening of an address with
the list, and how long once more with the gene sets at hand; `gene page` what the page of the gene of most figures loads of the
index for what figures say of it, and when that stands.
"""

from __future__ import annotations

import argparse
import gzip
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ClassVar, NamedTuple
from urllib.parse import quote, urlsplit

from playwright.sync_api import Browser, sync_playwright

from benchmarks.corpus import write_corpus
from benchmarks.machine import load, machine, versions
from benchmarks.served import Handler, served
from sitegen.content.discover import discover
from sitegen.content.figures import load_figure
from sitegen.indexes.tokens import sequence, term, terms
from sitegen.model.figure import Figure

CHECKOUT = Path(__file__).resolve().parent.parent
Test = Callable[[Figure], bool]
_TEXT = (".html", ".css", ".js", ".xml", ".txt")
# other hosts are out of reach; asking Playwright about each request would take longer than the requests
ARGUMENTS = (
    "--no-sandbox", "--disable-gpu", "--disable-background-networking",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
_FIRST = """addEventListener("DOMContentLoaded", () => {
    const count = document.querySelector("#count");
    new MutationObserver(() => { window.first ??= performance.now(); }).observe(count, { childList: true });
});"""


_SAID = """addEventListener("DOMContentLoaded", () => {
    const observer = new MutationObserver(() => { if (document.querySelector("#relations")) window.said ??= performance.now(); });
    observer.observe(document.querySelector("main"), { childList: true });
});"""


def gene(symbol: str) -> Test:
    """Figures that list a gene, in any organism."""
    return lambda f: any(term(g.symbol or "") == term(symbol) for g in f.genes)


def drawn(word: str, symbol: str) -> Test:
    """Figures that list a gene or were drawn with a synonym of it."""
    return lambda f: gene(symbol)(f) or any(term(g.word) == term(word) for g in f.genes)


def title(words: str) -> Test:
    """Figures with all the words in title, caption or gene list."""
    wanted = terms(words)
    return lambda f: wanted <= _all(f)


def phrase(words: str) -> Test:
    """Figures with the words side by side."""
    wanted = " ".join(sequence(words))
    known = max(wanted.split(), key=len)  # a single letter is no term
    return lambda f: known in _all(f) and any(f" {wanted} " in words for words in _sentences(f))


def _sentences(f: Figure) -> tuple[str, ...]:
    return tuple(f" {' '.join(sequence(t or ''))} " for t in (f.title, f.caption, f.paper.title))


_LAST: dict[str, frozenset[str]] = {}


def _all(f: Figure) -> frozenset[str]:
    """The terms of a figure; several queries ask for them."""
    if f.figid not in _LAST:
        _LAST.clear()
        _LAST[f.figid] = _terms(f)
    return _LAST[f.figid]


def _terms(f: Figure) -> frozenset[str]:
    found = terms(" ; ".join((f.display_title, f.caption or "", f.paper.title or "", *f.paper.keywords)))
    for g in f.genes:
        found |= {term(g.symbol or ""), term(g.word), term(g.match or "")}
    for c in (*f.chemicals, *f.diseases):
        for name in (c.word, c.match, c.name):
            found |= {term(name or "")} | terms(name or "")
    return frozenset(found)


def year(first: int, last: int) -> Test:
    """Figures of these years."""
    return lambda f: first <= int(f.paper.year or 0) <= last


def organism(name: str) -> Test:
    """Figures of an organism."""
    return lambda f: name in f.organisms


def both(*tests: Test) -> Test:
    """Figures that pass all tests."""
    return lambda f: all(t(f) for t in tests)


def either(*tests: Test) -> Test:
    """Figures that pass one of the tests."""
    return lambda f: any(t(f) for t in tests)


def no(test: Test) -> Test:
    """Figures that fail a test."""
    return lambda f: not test(f)


QUERIES: tuple[tuple[str, Test], ...] = (
    ("TP53", drawn("TP53", "TP53")),
    ("GLUT4", drawn("GLUT4", "SLC2A4")),
    ("IL6", drawn("IL6", "IL6")),
    ("il 6", drawn("IL6", "IL6")),
    ("NF-kappa B", title("nfkb")),
    ("TGF-β", title("tgfb")),
    ("mTOR", drawn("MTOR", "MTOR")),
    ("gene:GSK3B", gene("GSK3B")),
    ("6517", lambda f: any(g.gene_id == "6517" for g in f.genes)),
    ("ncbigene:1956", lambda f: any(g.gene_id == "1956" for g in f.genes)),
    ("insulin signaling pathway", either(title("insulin signaling pathway"), both(gene("INS"), title("signaling pathway")))),
    ("apoptosis", title("apoptosis")),
    ("wnt signaling", title("wnt signaling")),
    ("cell cycle", title("cell cycle")),
    ("B cells", phrase("B cells")),
    ("oxidative stress Nrf2", title("oxidative stress nrf2")),
    ("autophagy mTOR AMPK", title("autophagy mtor ampk")),
    ('"insulin resistance"', phrase("insulin resistance")),
    ('"epithelial mesenchymal transition"', phrase("epithelial mesenchymal transition")),
    ("mtor -akt", both(title("mtor"), no(title("akt")))),
    ("p53 year:2015..2018", both(title("p53"), year(2015, 2018))),
    ("wnt organism:mouse", both(title("wnt"), organism("Mus musculus"))),
    ("year:2012 apoptosis", both(title("apoptosis"), year(2012, 2012))),
    ("chemical:glucose", lambda f: any("glucose" in term(f"{c.word}{c.match}{c.name}") for c in f.chemicals)),
    ("disease:obesity", lambda f: any("obesity" in term(f"{d.word}{d.match}{d.name}") for d in f.diseases)),
    ('journal:"PLoS ONE" kinase', both(title("kinase"), lambda f: f.paper.journal == "PLoS ONE")),
    ("neuroinflam", lambda f: any(t.startswith("neuroinflam") for t in _all(f))),
    ("plant hormone signal transduction", title("plant hormone signal transduction")),
    ("toll-like receptor", title("toll-like receptor")),
)


def queries(content: str) -> tuple[tuple[str, Test], ...]:
    """The queries, and two for identifiers of a figure in the middle of the collection."""
    refs = discover(content).figures
    figid = refs[len(refs) // 2].figid
    pmcid = figid.partition("__")[0]
    return (*QUERIES, (pmcid, lambda f: f.paper.pmcid == pmcid), (figid, lambda f: f.figid == figid))


class Measured(NamedTuple):
    """One query."""

    query: str
    results: str
    start: int
    loaded: int
    requests: int
    first: float
    shared: float
    found: str


class _Counting(Handler):
    """Sends text compressed, and notes what it sent."""

    sent: ClassVar[list[tuple[str, int]]] = []

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if path.is_dir():
            path /= "index.html"
        if not path.is_file():
            self.send_error(404)
            return
        body = path.read_bytes()
        self.send_response(200)
        if path.suffix in _TEXT:
            body = gzip.compress(body, 6, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        self.sent.append((self.path, len(body)))


def expected(content: str, asked: Sequence[tuple[str, Test]]) -> list[set[str]]:
    """For each query the figures that it should find."""
    found: list[set[str]] = [set() for _ in asked]
    for ref in discover(content).figures:
        figure, _ = load_figure(content, ref)
        if figure is not None:
            for wanted, (_, test) in zip(found, asked, strict=True):
                if test(figure):
                    wanted.add(figure.figid)
    return found


def ask(browser: Browser, base: str, query: str, wanted: set[str]) -> Measured:
    """Asks one query on a page of its own, and then by its address on another."""
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    _Counting.sent.clear()
    page.goto(base + "search/")
    page.wait_for_function("document.querySelector('#count').textContent !== ''")
    page.wait_for_load_state("networkidle")
    start = sum(n for _, n in _Counting.sent)
    before = len(_Counting.sent)
    first = page.evaluate(
        """query => new Promise(done => {
            const input = document.querySelector('main form.find input'), t = performance.now();
            new MutationObserver(() => {
                if (!/Type to/.test(document.querySelector('#count').textContent)) done(performance.now() - t);
            }).observe(document.querySelector('#count'), { childList: true });
            input.value = query;
            input.form.requestSubmit();
        })""",
        query,
    )
    page.wait_for_load_state("networkidle")
    time.sleep(0.1)
    links = page.eval_on_selector_all("#results h2 a", "as => as.map(a => a.href)")
    figids = [urlsplit(u).path.rsplit("/", 1)[1].removesuffix(".html") for u in links]
    count = page.inner_text("#count")
    loaded = _Counting.sent[before:]
    context.close()
    shared = arrive(browser, base, query)
    good = all(f in wanted for f in figids) and len(figids) == min(10, len(wanted))
    said = ("yes" if wanted else "-") if good else "NO"
    found = re.fullmatch(r"([\d\u202f]+) figures?", count)  # else the words of a search that found nothing
    results = re.sub(r"\D", "", found[1]) if found else "0"
    return Measured(query, results, start, sum(n for _, n in loaded), len(loaded), first, shared, said)


def arrive(browser: Browser, base: str, query: str) -> float:
    """Milliseconds from the opening of an address with a query to its first result."""
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    page.add_init_script(_FIRST)
    page.goto(f"{base}search/?q={quote(query)}")
    page.wait_for_function("window.first")
    first: float = page.evaluate("window.first")
    context.close()
    return first


def browse(browser: Browser, base: str) -> tuple[int, int, list[float]]:
    """What the table of all figures loads until it shows rows, and in all; and the times between frames while it is scrolled."""
    context = browser.new_context(bypass_csp=True, accept_downloads=True)
    page = context.new_page()
    _Counting.sent.clear()
    page.goto(base + "browse/")
    page.wait_for_selector(".body .row a")
    page.wait_for_load_state("networkidle")
    start = sum(n for _, n in _Counting.sent)
    frames = page.evaluate(
        """() => new Promise(done => {
            const table = document.querySelector('#table'), step = Math.min(table.scrollHeight / 120, 600);
            const times = [];
            const frame = (now) => {
                times.push(now);
                table.scrollTop += step;
                if (times.length < 121) requestAnimationFrame(frame);
                else done(times.slice(1).map((t, i) => t - times[i]).sort((a, b) => a - b));
            };
            requestAnimationFrame(frame);
        })"""
    )
    page.locator("summary", has_text="Columns").click()
    hidden = page.locator("#columns input:not([disabled]):not(:checked)")
    while hidden.count():
        hidden.first.check()
    page.locator("summary", has_text="Columns").click()  # the open list covers the head of the table
    page.get_by_role("button", name="Title").click()
    page.wait_for_selector("[aria-sort=ascending]")
    with page.expect_download(timeout=120_000) as download:
        page.click("#export")
    lines = Path(download.value.path()).read_text(encoding="utf-8").count("\n")
    if lines - 1 != int(re.sub(r"\D", "", page.inner_text("#count"))):
        raise SystemExit(f"the export holds {lines - 1} figures, the table {page.inner_text('#count')}")
    total = sum(n for _, n in _Counting.sent)
    context.close()
    return start, total, frames


def gene_list(browser: Browser, base: str, names: Sequence[str]) -> tuple[int, float, float]:
    """What the gene list page loads to rank all figures, and how long that takes at first and once more."""
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    _Counting.sent.clear()
    page.goto(f"{base}enrichment/#genes={quote(','.join(names))}")
    page.wait_for_selector("#hits tr")
    first: float = page.evaluate("performance.now()")
    page.wait_for_load_state("networkidle")
    loaded = sum(n for path, n in _Counting.sent if "/search/" in path)
    again: float = page.evaluate(
        """() => new Promise(done => {
            const start = performance.now();
            new MutationObserver(() => document.querySelector('#hits tr') && done(performance.now() - start))
                .observe(document.querySelector('#hits'), { childList: true });
            document.querySelector('#words').click();
        })"""
    )
    context.close()
    return loaded, first, again


def gene_page(browser: Browser, base: str, name: str) -> tuple[int, float | None]:
    """What a gene's page loads of the index, and when it says what figures say; None where they say nothing."""
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    page.add_init_script(_SAID)
    _Counting.sent.clear()
    page.goto(f"{base}genes/{quote(name)}.html")
    page.wait_for_load_state("networkidle")
    loaded = sum(n for path, n in _Counting.sent if "/search/" in path)
    said: float | None = page.evaluate("window.said ?? null")
    context.close()
    return loaded, said


def common_genes(site: str) -> list[str]:
    """The genes of most figures, as the site's index of genes lists them."""
    return re.findall(r"<li><a href=[^>]*>([^<]+)</a>", Path(site, "genes", "index.html").read_text(encoding="utf-8"))


def measure(content: str, site: str, browser: Browser, asked: Sequence[tuple[str, Test]], out: Callable[[str], object]) -> None:
    """Writes a line a query, the worst of all, and the table of all figures."""
    answers = expected(content, asked)
    files = [p for p in Path(site, "search").rglob("*.bin")]
    out(f"index: {sum(p.stat().st_size for p in files) / 1e6:.1f} MB in {len(files)} files\n")
    out(
        f"{'query':40} {'results':>7} {'wanted':>6} {'start kB':>8} {'query kB':>8} {'requests':>8} {'first ms':>8} "
        f"{'shared ms':>9} found\n"
    )
    rows = []
    with served(site, _Counting) as base:
        ask(browser, base, "warm", set())
        for (query, _), wanted in zip(asked, answers, strict=True):
            m = ask(browser, base, query, wanted)
            rows.append(m)
            out(
                f"{m.query:40} {m.results:>7} {len(wanted):>6} {m.start / 1e3:8.1f} {m.loaded / 1e3:8.1f} "
                f"{m.requests:8} {m.first:8.0f} {m.shared:9.0f} {m.found}\n"
            )
        for name, of in (("median", statistics.median), ("worst", max)):
            out(
                f"{name:40} {'':7} {'':6} {of(m.start for m in rows) / 1e3:8.1f} {of(m.loaded for m in rows) / 1e3:8.1f} "
                f"{of(m.requests for m in rows):8.0f} {of(m.first for m in rows):8.0f} {of(m.shared for m in rows):9.0f}"
                + (f" {sum(m.found == 'yes' for m in rows)} of {sum(m.found != '-' for m in rows)}\n" if of is max else "\n")
            )
        out(f"{'targets':40} {'':7} {'':6} {60:8.1f} {200:8.1f} {'':8} {300:8}\n")
        start, total, frames = browse(browser, base)
        loaded, first, again = gene_list(browser, base, common_genes(site))
        of_gene, said = gene_page(browser, base, common_genes(site)[0])
    out(f"browse: {start / 1e3:.1f} kB at first, {total / 1e6:.2f} MB for all of it (at most 3 MB for 91,117 figures); "
        f"while scrolling half the frames within {frames[60]:.0f} ms, 95 in 100 within {frames[114]:.0f} ms\n")
    out(f"gene list: {loaded / 1e6:.2f} MB, figures ranked after {first:.0f} ms, once more in {again:.0f} ms\n")
    out(f"gene page: {of_gene / 1e3:.1f} kB of the index, " + (f"said after {said:.0f} ms\n" if said else "nothing said\n"))


def main() -> None:
    """Makes what is not there, and measures it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--figures", type=int, default=3134, help="figures of the made-up collection")
    parser.add_argument("--content", help="a content directory in its place")
    parser.add_argument("--site", help="the site that was built of it")
    parser.add_argument("--chromium", default=shutil.which("chromium") or "chromium")
    given = parser.parse_args()
    before = load()
    with tempfile.TemporaryDirectory() as work:
        content, site = given.content or f"{work}/content", given.site or f"{work}/site"
        if not given.content:
            write_corpus(given.figures, Path(content))
        if not given.site:
            subprocess.run([sys.executable, "-m", "sitegen", "build", content, "--out", site, "--no-cache", "--quiet"],
                           cwd=CHECKOUT, check=True)
        with sync_playwright() as p:
            browser = p.chromium.launch(executable_path=given.chromium, args=list(ARGUMENTS))
            measure(content, site, browser, queries(content), sys.stdout.write)
            browser.close()
    told = ", ".join(f"{name} {number}" for name, number in versions(CHECKOUT, ()).items())
    sys.stdout.write(f"{told}.\n{machine()}; {before}.\n")


if __name__ == "__main__":
    main()
