"""The gene list page: figures ranked in a real browser, against the same test worked out from the tables with whole numbers."""

from __future__ import annotations

import csv
import math
from collections.abc import Callable, Iterable
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
NAMES = ("SLC2A4", "tp53", "QRX1", "QRX2", "QRX3", "IL-6", "Su(var)3-9")
GENES = {"slc2a4", "tp53", "qrx1", "qrx2", "qrx3", "il6", "su(var)3-9"}


@lru_cache
def _sets(content: Path) -> dict[str, dict[str, set[str]]]:
    """Of each figure the genes of each word, as keys of gene pages."""
    found: dict[str, dict[str, set[str]]] = {}
    for path in content.glob("data/*-genes.tsv"):
        words = found.setdefault(path.name.removesuffix("-genes.tsv"), {})
        with path.open(encoding="utf-8") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                words.setdefault(row["word"], set()).add(row["ncbigene_symbol"].casefold())
    return found


@lru_cache
def _genes(content: Path) -> dict[str, set[str]]:
    return {figid: set().union(*words.values()) for figid, words in _sets(content).items()}


@lru_cache
def _tail(k: int, size: int, n: int, all_genes: int) -> Fraction:
    drawn = range(k, min(size, n) + 1)
    return Fraction(sum(math.comb(size, i) * math.comb(all_genes - size, n - i) for i in drawn), math.comb(all_genes, n))


def _ranked(
    content: Path, wanted: Iterable[str], universe: set[str], least: int, but: str = "",
) -> dict[str, tuple[int, int, float, float]]:
    """By figure, all but one: overlap, size, p and q."""
    wanted = set(wanted) & universe
    sizes = {f: genes & universe for f, genes in _genes(content).items() if len(genes & universe) >= least and f != but}
    n = len(wanted)
    ps = sorted(((float(_tail(len(g & wanted), len(g), n, len(universe))), f) for f, g in sizes.items()), reverse=True)
    found, q = {}, 1.0
    for rank, (p, figid) in zip(range(len(ps), 0, -1), ps, strict=True):
        q = min(q, p * len(ps) / rank)
        if len(sizes[figid] & wanted) >= least:
            found[figid] = (len(sizes[figid] & wanted), len(sizes[figid]), p, q)
    return found


def _open(page: Page, site: str, **state: str) -> None:
    page.goto("about:blank")
    page.goto(f"{site}enrichment/#" + "&".join(f"{key}={quote(value)}" for key, value in state.items()))
    page.wait_for_function("/\\d+ of /.test(document.querySelector('#told').textContent)")


def _saved(page: Page) -> list[dict[str, str]]:
    with page.expect_download() as download:
        page.click("#save")
    with Path(download.value.path()).open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def _agrees(rows: list[dict[str, str]], wanted: dict[str, tuple[int, int, float, float]]) -> None:
    assert {r["figid"]: (int(r["overlap"]), int(r["size"])) for r in rows} == {f: row[:2] for f, row in wanted.items()}
    for row in rows:
        p, q = wanted[row["figid"]][2:]
        assert float(row["p"]) == pytest.approx(p, rel=1e-5) and float(row["q"]) == pytest.approx(q, rel=1e-5)
    ps = [float(r["p"]) for r in rows]
    assert ps == sorted(ps)


def test_all_figures_are_ranked_as_whole_numbers_rank_them(page: Page, site: str, content: Path) -> None:
    everything = set().union(*_genes(content).values())
    _open(page, site, genes=",".join(NAMES), organism="")
    wanted = _ranked(content, GENES, everything, 2)
    assert len(wanted) > 100
    rows = _saved(page)
    _agrees(rows, wanted)
    assert all({g.casefold() for g in r["genes"].split(" ")} == _genes(content)[r["figid"]] & GENES for r in rows)
    assert rows[0]["url"] == f"{site}figures/{rows[0]['figid']}.html" and rows[0]["title"] and rows[0]["year"].isdigit()
    told = page.inner_text("#told")
    assert told.startswith(f"7 of 7 names known: 7 of the {len(everything)} genes of the background. {len(wanted)} figures hold")


def test_a_background_of_ones_own(page: Page, site: str, content: Path) -> None:
    ground = {f"qrx{n}" for n in range(12)} | {"tp53"}
    _open(page, site, genes=",".join(NAMES), background="\n".join(sorted(ground)) + "\nNOBODY", organism="", least="1")
    _agrees(_saved(page), _ranked(content, GENES, ground, 1))
    assert page.locator("#names li").all_inner_texts() == [
        "Not in your background: SLC2A4, IL6, Su(var)3-9.", "Of the background 1 name not known: NOBODY."]


def test_a_word_counts_once(page: Page, site: str, content: Path) -> None:
    _open(page, site, genes="NFKB1,RELA", organism="", least="1")
    both = {r["figid"]: r["overlap"] for r in _saved(page)}
    assert set(both.values()) == {"2"}
    assert page.locator("#hits small").first.inner_text() == "NFKB1 + RELA"
    page.get_by_label("Count a drawn word once").check()
    page.wait_for_function("document.querySelector('#hits td:nth-child(3)')?.textContent.startsWith('1/')")
    assert "words=1" in page.url
    rows = _saved(page)
    assert {r["figid"] for r in rows} == set(both)
    words = {f: len(set(map(frozenset, some.values()))) for f, some in _sets(content).items()}
    genes = len(set().union(*_genes(content).values()))
    for r in rows:
        size = words[r["figid"]]
        assert (r["overlap"], int(r["size"])) == ("1", size)
        miss = (1 - 2 / genes) ** (size - 1) * float(1 - Fraction(2 * genes - 3, math.comb(genes, 2)))
        assert float(r["p"]) == pytest.approx(1 - miss, rel=1e-5)


def test_names_of_all_kinds(page: Page, site: str) -> None:
    mouse = 6517 * 13 + 10090
    _open(page, site, genes=f"GLUT4,{mouse},ncbigene:7157,p53,TGF-β,nobody,ENSG00000141510", least="1")
    assert page.input_value("#organism") == "Homo sapiens"
    assert page.inner_text("#told").startswith("5 of 7 names known: 3 of the ")
    notes = page.locator("#names li").all_inner_texts()
    assert len(notes) == 1 and notes[0].startswith("Not known: nobody, ENSG00000141510. Ensembl ids")
    _open(page, site, genes='TP53|7157\nc("SLC2A4","6517")', least="1")
    assert page.inner_text("#told").startswith("4 of 5 names known: 2 of the ")
    _open(page, site, genes="con,aux", organism="Danio rerio", least="1")
    assert page.input_value("#organism") == "Danio rerio" and page.inner_text("#told").startswith("2 of 2 names known")


def test_an_address_says_it_all_and_no_server_sees_it(page: Page, site: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site}enrichment/", wait_until="networkidle")
    assert not any("/search/" in url for url in asked)
    page.get_by_label("Genes", exact=True).fill("TP53\nSLC2A4; QRX1")
    page.get_by_label("At least").fill("1")
    page.get_by_role("button", name="Rank figures").click()
    page.wait_for_selector("#hits tr")
    assert urlsplit(page.url).fragment == "genes=TP53,SLC2A4,QRX1&least=1"
    assert page.locator("#hits tr").count() == 25
    first = page.locator("#hits a").all_inner_texts()
    page.get_by_role("button", name="Show more").click()
    page.wait_for_function("document.querySelectorAll('#hits tr').length === 50")
    assert page.evaluate("document.activeElement === document.querySelectorAll('#hits a')[25]")
    assert page.locator("#hits a").all_inner_texts()[:25] == first
    page.reload()
    page.wait_for_selector("#hits tr")
    assert page.locator("#hits a").all_inner_texts() == first
    assert page.input_value("#genes").split("\n") == ["TP53", "SLC2A4", "QRX1"]
    assert not any("TP53" in url or "SLC2A4" in url for url in asked)
    assert len({url for url in asked if "/search/g/" in url}) == 2
    page.go_back()
    page.wait_for_selector("#hits tr", state="detached")
    assert page.input_value("#genes") == "" and page.locator("#found").is_hidden()


def test_a_figure_is_opened_with_its_genes_marked(page: Page, site: str) -> None:
    _open(page, site, genes=",".join(NAMES))
    page.locator("#hits a").first.click()
    page.wait_for_selector(".highlighted")
    wanted = parse_qs(urlsplit(page.url).query)["genes"][0].split(",")
    assert len(wanted) >= 2
    assert page.inner_text(".highlighted").startswith(f"{len(wanted)} of {len(wanted)} genes highlighted")


def test_columns_sort_and_the_keyboard_stays_on_them(page: Page, site: str) -> None:
    _open(page, site, genes=",".join(NAMES))
    page.wait_for_selector("#hits tr")
    assert page.get_attribute("#head th[aria-sort]", "aria-sort") == "ascending"
    page.get_by_role("button", name="Year").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#head th:nth-child(2)[aria-sort=descending]")
    page.wait_for_function("document.activeElement.textContent.startsWith('Year')")
    page.wait_for_selector("#hits tr:nth-child(25)")
    years = [int(y or 0) for y in page.locator("#hits td:nth-child(2)").all_inner_texts()]
    assert years == sorted(years, reverse=True) and "sort=year" in page.url
    page.get_by_role("button", name="Genes").click()
    page.wait_for_selector("#head th:nth-child(3)[aria-sort=descending]")
    page.wait_for_selector("#hits tr:nth-child(25)")
    overlaps = [int(o.split("/")[0]) for o in page.locator("#hits td:nth-child(3)").all_inner_texts()]
    assert overlaps == sorted(overlaps, reverse=True)


def test_an_organisms_page_leads_to_a_list_of_its_genes(page: Page, site: str) -> None:
    page.goto(f"{site}organisms/mus_musculus.html")
    page.get_by_role("link", name="rank all figures by a list of its genes").click()
    page.get_by_label("Genes", exact=True).fill("Tp53 Il6")
    page.wait_for_selector("#organism option[value='Mus musculus']", state="attached")
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Rank figures").click()
    page.wait_for_selector("#hits tr")
    assert "organism=Mus+musculus" in page.url and page.input_value("#organism") == "Mus musculus"


def test_a_figure_leads_to_those_with_its_genes(page: Page, site: str, content: Path) -> None:
    page.goto(f"{site}enrichment/#genes={','.join(NAMES)}")
    page.locator("#hits a").first.click()
    page.get_by_role("link", name="Find figures with the same genes").click()
    page.wait_for_selector("#hits tr")
    state = parse_qs(urlsplit(page.url).fragment)
    (figid,), (genes,), (organism,) = state["like"], state["genes"], state["organism"]
    assert page.locator("#names li").first.inner_text() == f"The genes of {figid}, which is not ranked."
    assert page.is_checked("#words") and page.input_value("#organism") == organism
    page.get_by_label("Count a drawn word once").uncheck()
    page.get_by_label("Genes of").select_option("")
    page.wait_for_function("/organism=(&|$)/.test(location.hash) && document.querySelector('#hits tr')")
    rows = _saved(page)
    _agrees(rows, _ranked(content, genes.casefold().split(","), set().union(*_genes(content).values()), 2, figid))
    assert rows and figid not in {r["figid"] for r in rows}
    page.get_by_label("Genes", exact=True).fill("\n".join(NAMES))
    page.get_by_role("button", name="Rank figures").click()
    page.wait_for_function("!location.hash.includes('like=') && document.querySelector('#hits tr')")
    assert figid in {r["figid"] for r in _saved(page)}


def test_an_organism_that_the_menu_has_not_is_told(page: Page, site: str) -> None:
    _open(page, site, genes="TP53,QRX1", organism="Siproeta stelenes")
    assert page.input_value("#organism") == ""
    assert page.locator("#names li").all_inner_texts() == [
        "The menu has the organisms of most figures, and Siproeta stelenes is none of them: genes of all organisms count."]


def test_the_sample_collection_knows_its_families(page: Page, sample: str) -> None:
    _open(page, sample, genes="AKT1,AKT2,AKT3,TP53,MDM2,MTOR,il-6")
    best = page.locator("#hits tr").first
    assert best.locator("a").inner_text() == "PI3K-Akt pathway activity"
    assert best.locator("small").inner_text() == "TP53, MDM2, MTOR, AKT1 + AKT2 + AKT3"


def test_a_phone_shows_it_without_moving_sideways(visit: Open, site: str) -> None:
    page = visit(viewport={"width": 390, "height": 844})
    _open(page, site, genes=",".join(NAMES))
    page.wait_for_selector("#hits tr")
    assert page.locator("#head th").all_inner_texts() == ["Figure", "Genes", "p\xa0↑"]
    assert " · q " in page.locator("#hits small").first.inner_text()
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_a_link_to_a_list_moves_nothing_while_it_is_ranked(page: Page, site: str) -> None:
    page.add_init_script("""window.moved = 0;
        new PerformanceObserver(l => { for (const e of l.getEntries()) window.moved += e.value; })
            .observe({type: 'layout-shift', buffered: true});""")
    _open(page, site, genes=",".join(NAMES))
    page.wait_for_selector("#hits tr")
    page.wait_for_timeout(300)
    assert page.evaluate("window.moved") < 0.1
    assert page.get_by_role("heading", name="How to read it").is_visible()


def test_without_javascript_it_says_what_to_do(visit: Open, site: str) -> None:
    page = visit(java_script_enabled=False)
    page.goto(f"{site}enrichment/")
    assert page.locator("#list").is_hidden() and "How to read it" in page.inner_text("main")
    page.locator("main").get_by_role("link", name="downloads").click()
    assert page.locator("a[href$='.gmt.gz'], a[href$='.gmt']").count() > 0


def test_what_cannot_be_loaded_is_said(visit: Open, site: str) -> None:
    page = visit()
    page.route("**/search/g/sets.bin*", lambda route: route.abort())
    page.goto(f"{site}enrichment/#genes=TP53")
    page.wait_for_function("document.querySelector('#told').textContent.startsWith('The gene sets could not be read')")
    page.unroute("**/search/g/sets.bin*")
    page.get_by_role("button", name="Rank figures").click()
    page.wait_for_function("document.querySelector('#told').textContent.startsWith('1 of 1 name known')")
