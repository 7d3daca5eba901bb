"""Figures that a reader saves: the buttons on every kind of page, and the page that shows, shares and exports the list."""

from __future__ import annotations

import csv
import gzip
import io
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from benchmarks.served import served
from tests.browser_design.collection import ALIAS, BARE, BIG, HEDGED, SAMPLE, make_collection
from tests.browser_design.conftest import Visitor
from tests.browser_design.test_accessibility import WIDTHS, violations
from tests.browser_design.test_figure_page import _SHIFT as SHIFT
from tests.sites import build

pytestmark = pytest.mark.browser
KEY = "figures /repo/"
OTHER = "PMC5904768__OMCL2018-6918797.003"
SISTER = "PMC5904768__OMCL2018-6918797.005"
NOTCH, NOTCH_OLD = "PMC5871764__41598_2018_23703_Fig2_HTML", "PMC5871764__F2"
PHONE = {"viewport": {"width": 390, "height": 844}}
HOSTILE = "<img src=x onerror=alert(1)>"
FORBIDDEN = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }})"


def opened(visitor: Visitor, *figids: str, fragment: str = "") -> Page:
    """The page of saved figures of a reader who has saved these, when all that it reads is read."""
    page = visitor.open("404.html")
    page.evaluate("([key, value]) => localStorage.setItem(key, value)", [KEY, " ".join(figids)])
    page.goto(f"{visitor.address}saved/{fragment}")
    ready(page)
    return page


def ready(page: Page) -> None:
    expect(page.locator("#count")).not_to_contain_text("Reading")
    expect(page.locator("#results li, #empty:visible, #told:not(:empty)").first).to_be_visible()


def kept(page: Page) -> list[str]:
    return str(page.evaluate(f"localStorage.getItem('{KEY}') ?? ''")).split()


def titles(page: Page) -> list[str]:
    return page.locator("#results h3").all_inner_texts()


def pressed(button: Locator, state: bool) -> None:
    expect(button).to_have_attribute("aria-pressed", str(state).lower())
    expect(button).to_have_text("Saved" if state else "Save")


def file(page: Page, button: str) -> tuple[str, str]:
    """The name and text of the file that a button saves, which is told by its id or its own name."""
    with page.expect_download() as download:
        (page.locator(button) if button.startswith("#") else page.get_by_role("button", name=button, exact=True)).click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes().decode()


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE))


def test_a_figure_is_saved_on_its_page_and_taken_back(visitor: Visitor) -> None:
    page = visitor.open(f"figures/{SAMPLE}.html")
    bar, share = page.locator(".sections button"), page.locator("#use ~ dl [data-figid]")
    way = page.locator("header nav").get_by_role("link", name="My figures")
    pressed(bar, False)
    expect(bar).to_have_accessible_name("Saved in my figures")
    assert way.count() == 0
    bar.click()
    pressed(bar, True)
    pressed(share, True)
    assert page.locator(".status").inner_text() == "Saved in my figures (1)."
    assert way.inner_text() == "My figures (1)"
    assert kept(page) == [SAMPLE]
    page.reload()
    pressed(bar, True)
    share.click()
    pressed(bar, False)
    assert kept(page) == [] and way.count() == 0
    assert page.evaluate("localStorage.length") == 0
    assert visitor.said == []


def test_the_way_to_the_list_is_on_every_page_while_there_is_one(visitor: Visitor) -> None:
    opened(visitor, SAMPLE, OTHER)
    for path in ("", "404.html", "about.html", "genes/", "search/", f"figures/{BARE}.html"):
        page = visitor.open(path)
        page.locator("header nav").get_by_role("link", name="My figures (2)").click()
        page.wait_for_url("**/repo/saved/")
        assert page.locator("header nav [aria-current]").inner_text() == "My figures (2)"


@pytest.mark.parametrize(("path", "figid", "within"), [
    ("search/?q=notch", NOTCH, "#results"), ("enrichment/#genes=NOTCH1,NOTCH2,NOTCH3", NOTCH, "#hits"),
    ("browse/", NOTCH, "#table"),
])
def test_results_and_the_table_have_a_button_for_each_figure(visitor: Visitor, path: str, figid: str, within: str) -> None:
    page = visitor.open(path)
    button = page.locator(f"{within} [data-figid='{figid}']")
    button.click()
    pressed(button, True)
    assert kept(page) == [figid]
    name = button.get_attribute("aria-label") or ""
    assert name.startswith("Saved in my figures: ") and len(name) > 25
    button.press("Space")
    pressed(button, False)
    assert page.locator(".status").inner_text() == "No longer in my figures."


def test_rows_of_the_table_keep_the_focus_and_its_export_has_no_column_more(visitor: Visitor) -> None:
    page = visitor.open("browse/")
    button = page.locator(f"#table [data-figid='{NOTCH}']")
    button.focus()
    page.locator("#table").evaluate("t => { t.scrollTop += 40; }")
    expect(button).to_be_focused()
    assert "saved" not in table(file(page, "#export")[1])[0]


def test_tabs_agree(visitor: Visitor) -> None:
    figure, search, home = visitor.open(f"figures/{NOTCH}.html"), visitor.open("search/?q=notch"), visitor.open()
    mine = opened(visitor)
    expect(mine.locator("#empty")).to_be_visible()
    figure.locator(".sections button").click()
    pressed(search.locator(f"#results [data-figid='{NOTCH}']"), True)
    expect(home.get_by_role("link", name="My figures (1)")).to_be_visible()
    expect(mine.locator("#results h3")).to_have_text("Notch pathway")
    mine.get_by_role("button", name="Remove: Notch pathway").click()
    pressed(figure.locator(".sections button"), False)
    expect(home.get_by_role("link", name="My figures")).to_have_count(0)


@pytest.mark.parametrize("visitor", [{"viewport": {"width": w, "height": 844}} for w in (390, 1280)], indirect=True)
@pytest.mark.parametrize("path", ["", f"figures/{SAMPLE}.html", "genes/AKT1.html", "years/2018.html", "about.html"])
def test_nothing_jumps_for_what_is_saved(visitor: Visitor, path: str) -> None:
    opened(visitor, SAMPLE, OTHER)
    page = visitor.open(path)
    expect(page.get_by_role("link", name="My figures (2)")).to_be_visible()
    assert page.evaluate(SHIFT) <= 0.02
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_the_list_and_the_table_of_all_figures_count_the_same_genes(visitor: Visitor) -> None:
    mine, browse = opened(visitor, SAMPLE, NOTCH), visitor.open("browse/")
    for figid in (SAMPLE, NOTCH):
        button = browse.locator(f"[data-figid='{figid}']")
        expect(button).to_be_visible()
        row = browse.get_by_role("row").filter(has=button)
        line = mine.locator("#results li").filter(has=mine.locator(f"a[href$='{figid}.html']"))
        said = re.search(r"(\d+) genes?", line.inner_text())
        assert said is not None and said[1] in row.get_by_role("cell").all_inner_texts()


def test_the_list_tells_each_figure(visitor: Visitor) -> None:
    page = opened(visitor, SAMPLE, NOTCH)
    assert titles(page) == ["Notch pathway", "Dual role of IL-6 in modulating insulin sensitivity in skeletal muscle"]
    assert page.locator("#count").inner_text() == "2 figures of 2 papers, 2008 to 2018."
    first, second = page.locator("#results li").all()
    assert first.locator("h3 a").get_attribute("href") == f"{visitor.address}figures/{NOTCH}.html"
    assert second.locator("p").all_inner_texts() == [
        "Figure 7 · Mus musculus, Rattus norvegicus, Homo sapiens, Equus caballus, Siproeta stelenes · 2008 · 51 genes Remove",
        "Dual Role of Interleukin-6 in Regulating Insulin Sensitivity in Murine Skeletal Muscle"]
    assert second.locator("img").evaluate("i => i.src.endsWith('/PMC2584126/bin/zdb0120855210007.jpg')")
    assert visitor.said == []


@pytest.mark.parametrize("visitor", [{"pictures": "second"}], indirect=True)
def test_a_picture_comes_from_the_next_address(visitor: Visitor) -> None:
    page = opened(visitor, SAMPLE)
    expect(page.locator("#results img")).to_have_attribute("src", re.compile("fulltextRepo"))


def test_the_order_can_be_chosen(visitor: Visitor) -> None:
    page = opened(visitor, NOTCH, SAMPLE, BIG)
    short = {"Notch pathway": "N", "A pathway with a thousand rows": "A"}
    seen = {}
    for order in page.locator("#order option").all_inner_texts():
        page.get_by_label("Order").select_option(order)
        seen[order] = "".join(short.get(title, "D") for title in titles(page))
    assert seen == {"last saved first": "ADN", "first saved first": "NDA", "newest first": "AND", "by title": "ADN",
                    "most genes first": "ADN"}


@pytest.mark.parametrize("order", ["last", "first", "title"])
def test_a_figure_is_removed_and_put_back_where_it_was(visitor: Visitor, order: str) -> None:
    page = opened(visitor, NOTCH, SAMPLE, BIG)
    page.get_by_label("Order").select_option(order)
    before = titles(page)
    page.get_by_role("button", name="Remove: Dual role").click()
    assert kept(page) == [NOTCH, BIG]
    assert page.locator("#results li").nth(1).inner_text().startswith("Removed: Dual role of IL-6")
    expect(page.locator("#count")).to_contain_text("2 figures of 2 papers")
    page.get_by_role("button", name="Undo").click()
    assert kept(page) == [NOTCH, SAMPLE, BIG]
    assert titles(page) == before


def test_the_list_is_cleared_and_comes_back(visitor: Visitor) -> None:
    page = opened(visitor, NOTCH, SAMPLE)
    page.get_by_role("button", name="Remove all").click()
    assert kept(page) == []
    assert page.locator("#told").inner_text() == "2 figures removed. Undo"
    expect(page.locator("#empty")).to_be_visible()
    page.keyboard.press("Enter")  # the focus is on it
    assert kept(page) == [NOTCH, SAMPLE]
    expect(page.locator("#results li")).to_have_count(2)
    expect(page.locator("#told")).to_be_empty()


def test_the_keyboard_is_enough(visitor: Visitor) -> None:
    page = opened(visitor, NOTCH, SAMPLE)
    seen = []
    for _ in range(60):
        page.keyboard.press("Tab")
        seen.append(page.evaluate("(document.activeElement.ariaLabel ?? document.activeElement.textContent).trim()"))
        if seen[-1].startswith("Remove: Notch"):  # the last in the order: first saved, last shown
            break
    assert [s for s in seen if s.startswith(("Remove: ", "Figures", "Share and", "Notch"))] == [
        "Figures", "Figures", "Share and export",
        "Remove: Dual role of IL-6 in modulating insulin sensitivity in skeletal muscle", "Notch pathway",
        "Remove: Notch pathway"]
    page.keyboard.press("Enter")
    assert kept(page) == [SAMPLE]
    assert page.evaluate("document.activeElement.textContent") == "Undo"
    page.keyboard.press("Space")
    assert kept(page) == [NOTCH, SAMPLE]
    assert page.evaluate("document.activeElement.ariaLabel") == "Remove: Notch pathway"


def test_the_table_of_figures(visitor: Visitor) -> None:
    page = opened(visitor, SAMPLE, "PMC1__gone")
    name, text = file(page, "#tsv")
    gone, row = table(text)
    assert name == "my-figures.tsv"
    assert gone["figid"] == "PMC1__gone" and gone["note"] == "no figure has this id" and gone["title"] == ""
    assert row["figid"] == SAMPLE and row["pmcid"] == "PMC2584126" and row["url"].endswith(f"/repo/figures/{SAMPLE}.html")
    assert row["figure"] == "Figure 7" and row["year"] == "2008" and row["genes"] == "51"
    assert row["reference"] == "Iria Nieto-Vazquez, et al. Diabetes. 2008 Dec;57(12):3211-3221."
    assert {"IL6", "Il6", "PRKAA1"} <= set(row["symbols"].split())


def test_each_paper_is_in_the_references_once(visitor: Visitor) -> None:
    page = opened(visitor, OTHER, SAMPLE, SISTER)
    name, text = file(page, "Save RIS")
    assert name == "my-papers.ris"
    assert re.findall(r"^C2  - (\S+)\r$", text, re.M) == ["PMC5904768", "PMC2584126"]
    assert len(re.findall(r"^N1  - Figure \d+: https://pages\.example/repo/figures/PMC5904768__\S+\r$", text, re.M)) == 2
    name, text = file(page, "Save BibTeX")
    assert name == "my-papers.bib"
    assert re.findall(r"^@article\{(.*),$", text, re.M) == ["PMC5904768", "PMC2584126"]


def test_gene_sets_are_those_of_the_downloads(visitor: Visitor, site: Path) -> None:
    page = opened(visitor, OTHER, SAMPLE, NOTCH, BARE)
    page.get_by_label("Order").select_option("first")
    for button, kind in (("Save GMT, symbols", "symbols"), ("Save GMT, NCBI Gene ids", "ncbigene")):
        name, text = file(page, button)
        whole, = (site / "downloads").glob(f"[Hh]omo_sapiens.{kind}.gmt*")
        body = whole.read_bytes()
        lines = (gzip.decompress(body) if whole.suffix == ".gz" else body).decode().splitlines()
        wanted = {line.split("\t")[0]: line.split("\t") for line in lines}
        assert name == f"my-figures.homo_sapiens.{kind}.gmt"
        found = [line.split("\t") for line in text.splitlines()]
        assert [f for f, *_ in found] == [OTHER, SAMPLE, NOTCH]
        for figid, title, *genes in found:
            assert [title, *sorted(genes)] == [wanted[figid][1], *sorted(wanted[figid][2:])]


def test_genes_are_counted_and_lead_on(visitor: Visitor) -> None:
    page = opened(visitor, OTHER, SISTER, NOTCH)
    page.wait_for_selector("#counts tr")
    rows = [r.split("\t") for r in page.locator("#counts tr").all_inner_texts()]
    counts = [int(n) for _, n, _ in rows]
    assert counts == sorted(counts, reverse=True) and counts[0] == 3
    common = int(page.locator("#common").inner_text().split()[0])
    page.get_by_role("button", name="Show more").click()
    expect(page.locator("#counts tr").nth(25).locator("a")).to_be_focused()
    genes = table(file(page, "#tally")[1])
    assert sum(int(g["figures"]) > 1 for g in genes) == common
    assert all(len(g["figids"].split()) == int(g["figures"]) for g in genes)
    link = page.get_by_role("link", name="Rank all figures by them")
    assert "organism=Homo+sapiens&words=1" in (link.get_attribute("href") or "")
    page.locator("#counts a").first.click()
    page.wait_for_url("**/repo/genes/*.html*")
    page.go_back()
    ready(page)
    link.click()
    page.wait_for_selector("#hits tr")
    assert f"{common} of {common} names known" in page.locator("#told").inner_text()


@pytest.mark.parametrize("visitor", [{"permissions": ["clipboard-read", "clipboard-write"]}], indirect=True)
def test_a_shared_list_leaves_ones_own_alone(visitor: Visitor, browser: Browser) -> None:
    page = opened(visitor, SAMPLE, OTHER, SISTER)
    page.get_by_role("button", name="Copy link").click()
    link = page.evaluate("navigator.clipboard.readText()")
    assert link == f"{visitor.address}saved/#figures=5904768:OMCL2018-6918797.005,:OMCL2018-6918797.003,2584126:zdb0120855210007"
    context = browser.new_context()
    guest = Visitor(context, visitor.address)
    context.route("**/*", guest.answer)
    other = opened(guest, NOTCH, SAMPLE, fragment=f"#{urlsplit(link).fragment}")
    assert other.locator("h1").inner_text() == "Shared figures"
    assert other.title().startswith("Shared figures ·")
    assert titles(other) == titles(page)
    assert kept(other) == [NOTCH, SAMPLE]
    expect(other.get_by_role("button", name="Remove")).to_have_count(0)
    pressed(other.locator(f"#results [data-figid='{SAMPLE}']"), True)
    pressed(other.locator(f"#results [data-figid='{OTHER}']"), False)
    other.locator(".sections").get_by_role("link", name="Genes").click()
    expect(other.locator("#results li")).to_have_count(3)
    assert urlsplit(other.url).fragment == urlsplit(link).fragment
    other.get_by_role("button", name="Add all to my figures").click()
    assert kept(other) == [NOTCH, SAMPLE, SISTER, OTHER]
    assert other.locator("#told").inner_text() == (
        "A list of 3 figures that somebody shared; your own is as it was. All of them are in my figures")
    other.locator("#told a").click()
    ready(other)
    expect(other.locator("h1")).to_have_text("My figures")
    expect(other.locator("#results li")).to_have_count(4)
    context.close()


def test_no_id_is_dropped_without_a_word(visitor: Visitor) -> None:
    page = opened(visitor, "PMC1__gone", NOTCH_OLD, ALIAS, SAMPLE, "index")
    assert titles(page)[:1] == ["index"] and "Notch pathway" in titles(page)
    gone = page.locator("#results li", has_text="PMC1__gone")
    assert "No figure of this collection has this id now." in gone.inner_text()
    assert gone.get_by_role("link", name="Search for it").get_attribute("href") == "../search/?q=PMC1__gone"
    old = page.locator("#results li", has_text="Notch pathway")
    assert f"Listed as {NOTCH_OLD}, its old id." in old.inner_text()
    several = page.locator("#results li", has_text="belongs to several figures")
    assert several.locator("p a").evaluate_all("all => all.map(a => a.href.split('/').pop())") == [f"{BIG}.html", f"{BARE}.html"]
    assert kept(page) == ["PMC1__gone", NOTCH, ALIAS, SAMPLE, "index"]
    assert page.locator("#count").inner_text() == "5 figures of 2 papers, 2008 to 2018. 3 could not be found."
    page.reload()
    ready(page)
    assert "its old id" not in page.locator("#results").inner_text()


def test_what_cannot_be_read_is_told_and_can_be_tried_again(visitor: Visitor) -> None:
    visitor.context.route(f"**/figures/{NOTCH}.html", lambda route: route.abort())
    page = opened(visitor, NOTCH, SAMPLE)
    assert page.locator("#count").inner_text() == "2 figures of 1 paper, 2008. 1 could not be read. Read again"
    page.get_by_role("button", name="Save RIS").click()
    expect(page.locator(".status")).to_have_text("The file could not be made (1 figure could not be read).")
    visitor.context.unroute(f"**/figures/{NOTCH}.html")
    page.get_by_role("button", name="Read again").click()
    expect(page.locator("#count")).to_have_text("2 figures of 2 papers, 2008 to 2018. ")
    assert len(re.findall("^TY ", file(page, "Save RIS")[1], re.M)) == 2


def test_reading_can_be_stopped(visitor: Visitor) -> None:
    waiting = []
    visitor.context.route("**/figures/*.html", lambda route: waiting.append(route))
    page = visitor.open("404.html")
    page.evaluate(f"localStorage.setItem('{KEY}', '{NOTCH} {SAMPLE} {BIG} {BARE} {OTHER} {SISTER}')")
    page.goto(f"{visitor.address}saved/")
    expect(page.locator("#count")).to_contain_text("Reading 0 of 6 figures")
    expect(page.locator("#results li")).to_have_count(6)
    assert len(waiting) == 4
    page.get_by_role("button", name="Stop").click()
    expect(page.locator("#count")).to_contain_text("6 could not be read")
    assert len(waiting) == 4
    visitor.context.unroute("**/figures/*.html")
    page.get_by_role("button", name="Read again").click()
    expect(page.locator("#count")).to_contain_text("6 figures of 5 papers")


@pytest.mark.parametrize("fragment", [
    "", "#figures=", f"#figures={HOSTILE},..,../x,%2e%2e,javascript:alert(1),1:%3Cb%3E", "#figures=%E0%A4%A"])
def test_an_address_or_a_storage_that_lies_is_no_markup(visitor: Visitor, fragment: str) -> None:
    lies = (HOSTILE, "../../x", "%2e%2e", '"onfocus=alert(1)', SAMPLE, SAMPLE, "x" * 300)
    page = opened(visitor, *lies, fragment=fragment)
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    if fragment:
        assert page.locator("#told").inner_text().startswith("This address names no figure.")
        assert page.locator("#results li").count() == 0
        page.goto("about:blank")
        page.goto(f"{visitor.address}saved/")
        ready(page)
    assert page.locator("#results li").count() == 1
    assert page.get_by_role("link", name="My figures (1)").is_visible()
    assert page.locator("img[src=x]").count() == 0
    page.evaluate(f"localStorage.setItem('{KEY}', '\\u0000')")
    page.reload()
    expect(page.locator("#empty")).to_be_visible()
    assert [text for text in visitor.said if "404" not in text] == []


def test_a_title_that_looks_like_markup_is_text(visitor: Visitor) -> None:
    body = f"<article class=figure><p class=kicker>Figure 1<h1>{HOSTILE.replace('<', '&lt;')}</h1></article>"
    visitor.context.route(f"**/figures/{HEDGED}.html", lambda route: route.fulfill(content_type="text/html", body=body))
    page = opened(visitor, HEDGED)
    assert titles(page) == [HOSTILE]
    page.get_by_role("button", name=f"Remove: {HOSTILE}").click()
    assert HOSTILE in page.locator("#results li").inner_text()
    assert page.locator("#results img").count() == 0


def test_where_nothing_may_be_kept_it_is_said(visitor: Visitor) -> None:
    visitor.context.add_init_script(FORBIDDEN)
    page = visitor.open(f"figures/{SAMPLE}.html")
    button = page.locator(".sections button")
    button.click()
    assert page.locator(".status").inner_text() == "Not saved: your browser lets this page keep nothing."
    pressed(button, False)
    page = visitor.open("saved/")
    expect(page.locator("#empty")).to_contain_text("Your browser lets this page keep nothing")
    page.goto("about:blank")
    page.goto(f"{visitor.address}saved/#figures={SAMPLE}")
    ready(page)
    assert len(titles(page)) == 1
    assert visitor.said == []


def test_a_list_has_an_end(visitor: Visitor) -> None:
    page = visitor.open(f"figures/{SAMPLE}.html")
    page.evaluate(f"localStorage.setItem('{KEY}', Array.from({{length: 1000}}, (_, i) => `PMC${{i + 1}}__x`).join(' '))")
    page.locator(".sections button").click()
    assert page.locator(".status").inner_text() == "Not saved: no more than 1000 figures can be saved."
    assert len(kept(page)) == 1000


@pytest.mark.parametrize("visitor", WIDTHS, indirect=True)
def test_axe_finds_nothing_among_saved_figures(visitor: Visitor) -> None:
    page = opened(visitor, SAMPLE, NOTCH_OLD, "PMC1__gone", BIG)
    page.wait_for_selector("#counts tr")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    page.get_by_role("button", name="Remove: A pathway").click()
    assert violations(page) == []
    page.get_by_role("button", name="Remove all").click()
    assert violations(page) == []
    page.goto("about:blank")
    page.goto(f"{visitor.address}saved/#figures={SAMPLE},{HEDGED},<b>")
    ready(page)
    assert violations(page) == []


@pytest.mark.parametrize("visitor", WIDTHS, indirect=True)
def test_axe_finds_nothing_on_a_page_with_what_is_saved(visitor: Visitor) -> None:
    opened(visitor, SAMPLE, NOTCH)
    for path in (f"figures/{SAMPLE}.html", "search/?q=notch", "browse/"):
        page = visitor.open(path)
        page.wait_for_selector("[data-figid][aria-pressed=true]")
        assert violations(page) == [], path


@pytest.mark.parametrize("visitor", [PHONE], indirect=True)
def test_on_a_phone_the_button_stays_in_view(visitor: Visitor) -> None:
    page = visitor.open(f"figures/{SAMPLE}.html")
    button = page.locator(".sections button")
    for scroll in ("b => b.scrollTo(0, 0)", "b => b.scrollTo(999, 0)"):
        page.locator(".sections").evaluate(scroll)
        box = button.bounding_box()
        assert box is not None and box["x"] > 290 and box["x"] + box["width"] <= 374.5
    page.mouse.wheel(0, 1500)
    expect(button).to_be_in_viewport()


@pytest.mark.parametrize("visitor", [{"forced_colors": "active"}], indirect=True)
def test_forced_colours_tell_saved_from_not_saved(visitor: Visitor) -> None:
    page = visitor.open(f"figures/{SAMPLE}.html")
    button = page.locator(".sections button")
    button.click()
    pressed(button, True)
    assert button.evaluate("b => getComputedStyle(b).borderTopStyle") == "solid"


@pytest.mark.parametrize("visitor", [{"java_script_enabled": False}], indirect=True)
def test_without_javascript_it_says_where_figures_are(visitor: Visitor) -> None:
    page = visitor.open("saved/")
    assert "needs JavaScript" in page.inner_text("main")
    assert page.locator("main button:visible").count() == 0
    page.locator("main").get_by_role("link", name="gene").click()
    page.wait_for_url("**/repo/genes/")


@pytest.mark.parametrize("path", ["", "saved/", "search/", "browse/", "enrichment/", "genes/AKT1.html", f"figures/{SAMPLE}.html"])
def test_a_page_loads_few_bytes_of_scripts(visitor: Visitor, path: str) -> None:
    page = visitor.context.new_page()
    sizes = {}
    page.on("response", lambda r: r.url.endswith(".js") and sizes.update({r.url: len(gzip.compress(r.body()))}))
    page.goto(visitor.address + path)
    page.wait_for_load_state("networkidle")
    assert 0 < sum(sizes.values()) <= 30_000


def test_a_site_without_search_has_its_other_tools(browser: Browser, tmp_path: Path) -> None:
    content = make_collection(tmp_path / "content")
    with (content / "site.toml").open("a", encoding="utf-8") as settings:
        settings.write("\n[publish]\nsearch = false\n")
    assert build(content, tmp_path / "site").published
    context = browser.new_context()
    with served(tmp_path / "site") as address:
        visitor = Visitor(context, address)
        context.route("**/*", visitor.answer)
        page = visitor.open(f"figures/{SAMPLE}.html")
        assert page.get_by_role("button", name="Copy link").is_visible()
        assert page.locator("[data-figid]").count() == 0
        page = visitor.open("years/2018.html")
        page.wait_for_load_state("networkidle")
        assert page.locator("[data-figid]").count() == 0
    assert visitor.said == []
    context.close()
