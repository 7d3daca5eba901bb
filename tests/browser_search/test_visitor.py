"""A visitor finds figures: a real browser on a served site of 3,134 invented figures."""

from __future__ import annotations

import html
import json
import re
from collections import Counter
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from urllib.parse import parse_qs, quote, unquote, urljoin, urlsplit

import pytest
from playwright.sync_api import Page, Route

pytestmark = pytest.mark.browser
CASES = Path(__file__).parents[1] / "indexes" / "cases.json"
MOST = 1000  # results that an address can ask for
Open = Callable[..., Page]


def _search(page: Page, site: str, query: str) -> list[str]:
    """The figids of the results of a query, all of them: at most as many as an address can ask for."""
    found = _first(page, site, query, MOST)
    assert len(found) == _count(page)
    return found


def _first(page: Page, site: str, query: str, show: int) -> list[str]:
    """The figids of the first results of a query."""
    page.goto(f"{site}search/?q={quote(query)}&show={show}")
    page.wait_for_function("document.querySelector('#count').textContent !== ''")
    return _results(page)


def _count(page: Page) -> int:
    """The number of results that the page tells."""
    text = page.inner_text("#count")
    return int(text.replace("\u202f", "").split()[0]) if text[0].isdigit() else 0


def _told(figures: int) -> str:
    """A number of figures as pages write it."""
    return f"{figures:,} figures".replace(",", "\u202f")


def _results(page: Page) -> list[str]:
    links = page.eval_on_selector_all("#results h2 a", "as => as.map(a => a.href)")
    return [urlsplit(link).path.rsplit("/", 1)[1].removesuffix(".html") for link in links]


@lru_cache
def _texts(content: Path, kind: str) -> dict[str, str]:
    """The figures' own files, or their tables of a kind, by figid."""
    paths = content.glob(f"data/*-{kind}.tsv") if kind else content.glob("figures/*.md")
    return {p.name.removesuffix(f"-{kind}.tsv" if kind else ".md"): p.read_text(encoding="utf-8") for p in paths}


def _figures(content: Path, pattern: str, kind: str = "") -> set[str]:
    return {figid for figid, text in _texts(content, kind).items() if re.search(pattern, text, re.M)}


def _crawl(site: Path, kind: str) -> tuple[set[str], set[str]]:
    """The pages of a kind that links reach from its first page, without JavaScript; and all pages that they link to."""
    pages, linked, queue = set(), set(), [f"{kind}/index.html"]
    while queue:
        page = queue.pop()
        if page in pages:
            continue
        pages.add(page)
        for href in re.findall(r"""<a [^>]*?href=["']?([^"'\s>]+)""", (site / page).read_text(encoding="utf-8")):
            path = unquote(urlsplit(urljoin(f"https://x/{page}", html.unescape(href))).path).lstrip("/")
            path += "index.html" if path.endswith("/") else ""
            linked.add(path)
            if path.startswith(f"{kind}/"):
                queue.append(path)
    return pages, linked


def test_the_module_that_makes_terms_runs_the_shared_cases(page: Page, site: str, content: Path) -> None:
    module = next((content.parent / "site" / "assets").glob("tokens.*.js")).name
    page.goto(site)
    cases = json.loads(CASES.read_text(encoding="utf-8"))
    found = page.evaluate(
        f"""async (cases) => {{ const t = await import('{site}assets/{module}');
        return {{ term: cases.term.map(([x]) => t.term(x)), terms: cases.terms.map(([x]) => [...t.terms(x)].sort()),
                  sequence: cases.sequence.map(([x]) => t.sequence(x)), pairs: cases.pairs.map(([x]) => t.pairCodes(x)) }}; }}""",
        cases,
    )
    assert found == {kind: [expected for _, expected in rows] for kind, rows in cases.items()}


@pytest.mark.parametrize(
    "spellings", [("IL6", "IL-6", "il 6", "il6"), ("NFkB", "NF-κB", "NF-kappa B", "nf kappa b"), ("TGFb", "TGF-β", "TGF-beta")]
)
def test_spellings_of_a_name_find_the_same(page: Page, site: str, spellings: tuple[str, ...]) -> None:
    found = [(_first(page, site, s, 100), _count(page)) for s in spellings]
    assert len(found[0][0]) == 100 < found[0][1]
    assert found == found[:1] * len(found)


def test_a_gene_is_found_by_symbol_synonym_and_id(page: Page, site: str, content: Path) -> None:
    listed = _figures(content, r"\t(?i:SLC2A4)\t", "genes")
    assert set(_search(page, site, "gene:slc2a4")) == listed
    assert set(_search(page, site, "GLUT4")) == listed
    assert set(_search(page, site, "6517")) == _figures(content, r"\t6517\t", "genes")
    assert set(_search(page, site, "gene:ncbigene:6517")) == _figures(content, r"\t6517\t", "genes")


def test_identifiers_lead_to_their_figure(page: Page, site: str, content: Path) -> None:
    figid, text = sorted(_texts(content, "").items())[40]
    for name in (figid, *(re.search(rf"{key}: (\S+)", text)[1] for key in ("figid_alias", "doi"))):  # type: ignore[index]
        assert figid in _search(page, site, name)[:2], name
    pmcid = figid.partition("__")[0]
    assert set(_search(page, site, pmcid)) == _figures(content, f"^pmcid: {pmcid}$")


def test_words_are_all_wanted_and_can_be_excluded(page: Page, site: str, content: Path) -> None:
    both = _figures(content, "insulin resistance") & _figures(content, r"\t(?i:TP53)\t", "genes")
    assert set(_search(page, site, "insulin gene:TP53")) == both
    assert set(_search(page, site, "insulin -gene:TP53")) == _figures(content, "insulin resistance") - both


def test_phrases_want_the_words_side_by_side(page: Page, site: str, content: Path) -> None:
    assert set(_search(page, site, '"light sensing"')) == _figures(content, "light sensing")
    assert _search(page, site, '"sensing light"') == []


def test_filters_narrow(page: Page, site: str, content: Path) -> None:
    years = _figures(content, r"^year: '20(15|16|17)'$")
    assert set(_search(page, site, "year:2015..2017")) == years
    mice = _figures(content, r"^- Mus musculus$")
    assert set(_search(page, site, "organism:mouse year:2015..2017")) == mice & years
    assert set(_search(page, site, 'organism:"Danio rerio" -year:2015..2017')) == _figures(content, r"^- Danio rerio$") - years
    boxes = _figures(content, r"^journal_title: Annals of Boxes$")
    assert set(_search(page, site, 'journal:"Annals of Boxes" year:2015..2017')) == boxes & years
    assert set(_search(page, site, "chemical:glucose")) == _figures(content, "D005947", "chemicals")
    assert set(_search(page, site, 'disease:"diabetes mellitus"')) == _figures(content, "D003920", "diseases")
    assert _search(page, site, "year:never") == []


def test_beginnings_are_found_while_typing(page: Page, site: str, content: Path) -> None:
    assert set(_search(page, site, "insul")) == _figures(content, "(?i:insulin)")
    assert set(_search(page, site, "resis* healing")) == set()


def test_a_beginning_with_a_star_is_looked_for_in_all_files(page: Page, site: str, content: Path) -> None:
    _first(page, site, "pmc7*", 10)
    assert page.inner_text("#count") == _told(len(_texts(content, "")))


def test_a_gene_or_title_goes_before_a_caption(page: Page, site: str, content: Path) -> None:
    found = _search(page, site, "p53")
    strong = _figures(content, r"\t(?i:TP53)\t", "genes")
    assert set(found[: len(strong)]) == strong
    page.goto(f"{site}search/?q=GLUT4")
    page.wait_for_selector("#results .why")
    assert "gene SLC2A4" in page.inner_text("#results li:first-child .why")
    assert page.locator("#results li:first-child mark").count() > 0


def test_typing_and_picking_a_suggestion(page: Page, site: str, content: Path) -> None:
    page.goto(site, wait_until="networkidle")
    page.keyboard.press("/")
    page.keyboard.type("glut")
    option = page.locator("[role=option]:first-child", has_text="SLC2A4")
    option.wait_for()
    field, listed = page.locator("main form.find input").bounding_box(), page.locator(".suggest").bounding_box()
    assert field is not None and listed is not None
    assert listed["y"] >= field["y"] + field["height"]
    option.click()
    page.wait_for_selector("#results li")
    assert parse_qs(urlsplit(page.url).query)["q"] == ["gene:SLC2A4"]
    n = len(_figures(content, r"\t(?i:SLC2A4)\t", "genes"))
    assert page.inner_text("#count") == _told(n)


def test_a_suggestion_tells_its_figures(page: Page, site: str, content: Path) -> None:
    page.goto(site, wait_until="networkidle")
    page.keyboard.press("/")
    page.keyboard.type("mus")
    option = page.locator("[role=option]", has_text="Mus musculus")
    assert option.locator("small").inner_text() == f"organism · {_told(len(_figures(content, r'^- Mus musculus$')))}"


def test_keyboard_alone(page: Page, site: str) -> None:
    page.goto(f"{site}years/", wait_until="networkidle")
    page.keyboard.press("/")
    page.keyboard.type("tp5")
    page.locator("[role=option]:first-child", has_text="TP53").wait_for()
    box = page.locator("form.find input")
    assert box.get_attribute("aria-expanded") == "true"
    page.keyboard.press("ArrowDown")
    active = box.get_attribute("aria-activedescendant")
    assert page.locator(f"#{active}").get_attribute("aria-selected") == "true"
    page.keyboard.press("Escape")
    assert box.get_attribute("aria-expanded") == "false"
    page.keyboard.press("ArrowDown")
    page.wait_for_selector("[role=option]")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_selector("#results li")
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('#results') !== null"):
            break
    page.keyboard.press("Enter")
    page.wait_for_selector("article.figure")
    assert "genes=TP53" in page.url


def test_filtering_sharing_and_going_back(visit: Open, page: Page, site: str, content: Path) -> None:
    page.goto(f"{site}search/?q=insulin")
    page.wait_for_selector("#filters label")
    before = page.inner_text("#count")
    page.get_by_role("checkbox", name="Mus musculus").check()
    page.wait_for_function("t => document.querySelector('#count').textContent !== t", arg=before)
    assert _count(page) == len(_figures(content, "(?i:insulin)") & _figures(content, r"^- Mus musculus$"))
    page.select_option("#sort", "old")
    page.wait_for_url("**sort=old*")
    page.wait_for_selector("#results:not([aria-busy])")
    shared, results = page.url, _results(page)
    other = visit()
    other.goto(shared)
    other.wait_for_selector("#results li")
    assert _results(other) == results
    assert other.get_by_role("checkbox", name="Mus musculus").is_checked()
    page.go_back()
    page.go_back()
    page.wait_for_function("t => document.querySelector('#count').textContent === t", arg=before)
    assert urlsplit(page.url).query == "q=insulin"


def test_of_a_filter_several_values_can_be_chosen(visit: Open, page: Page, site: str, content: Path) -> None:
    insulin, mice, fish = (_figures(content, p) for p in ("(?i:insulin)", r"^- Mus musculus$", r"^- Danio rerio$"))
    arrows = _figures(content, r"^journal_title: Journal of Drawn Arrows$")
    page.goto(f"{site}search/?q=insulin")
    page.wait_for_selector("#filters label")
    told = []
    for name, wanted in (("Mus musculus", mice), ("Danio rerio", mice | fish)):
        box = page.get_by_role("checkbox", name=name)
        box.focus()
        page.keyboard.press("Space")
        page.wait_for_function("t => document.querySelector('#count').textContent === t", arg=_told(len(insulin & wanted)))
        page.wait_for_function("n => document.activeElement.dataset.value === `organism:${n}`", arg=name)  # the focus stays
        told.append(page.get_by_role("checkbox", name="Danio rerio").locator("..").locator("small").inner_text())
    assert told == [str(len(insulin & fish)).replace(",", "")] * 2  # what the value has, whether or not another is chosen
    page.get_by_role("checkbox", name="Journal of Drawn Arrows").check()
    page.wait_for_function("t => document.querySelector('#count').textContent === t",
                           arg=_told(len(insulin & (mice | fish) & arrows)))
    assert parse_qs(urlsplit(page.url).query) == {
        "q": ["insulin"], "organism": ["Mus musculus", "Danio rerio"], "journal": ["Journal of Drawn Arrows"]}
    other = visit()
    other.goto(page.url)
    other.wait_for_selector("#filters label")
    assert other.locator("#filters :checked").count() == 3
    assert _count(other) == len(insulin & (mice | fish) & arrows)
    page.get_by_role("checkbox", name="Mus musculus").uncheck()
    page.wait_for_function("t => document.querySelector('#count').textContent === t", arg=_told(len(insulin & fish & arrows)))
    page.go_back()
    page.go_back()
    page.wait_for_function("t => document.querySelector('#count').textContent === t", arg=_told(len(insulin & (mice | fish))))
    assert page.get_by_role("checkbox", name="Mus musculus").is_checked()


def test_a_filter_leaves_the_last_word_open(page: Page, site: str, content: Path) -> None:
    page.goto(f"{site}search/?q=insul&organism=Mus+musculus")
    page.wait_for_selector("#results li")
    assert _count(page) == len(_figures(content, "(?i:insulin)") & _figures(content, r"^- Mus musculus$"))


def test_counts_of_facets_are_those_of_the_results(page: Page, site: str, content: Path) -> None:
    page.goto(f"{site}search/?q=storage")
    page.wait_for_selector("#filters label")
    texts = _texts(content, "")
    results = _figures(content, "(?i:iron storage)")
    assert _count(page) == len(results)
    while page.locator("#filters button").count():
        page.locator("#filters button").first.click()
    for facet, pattern in (("organism", "^- (.+)$"), ("year", r"^year: '(\d+)'$"), ("journal", r"^journal_title: (\w.+)$")):
        labels = page.locator(f"#filters [data-facet={facet}] label")
        told = labels.evaluate_all("ls => ls.map(l => [l.childNodes[1].textContent.trim(), l.lastChild.textContent])")
        counted = Counter(value for figid in results for value in re.findall(pattern, texts[figid], re.M))
        assert {name: int(n.replace("\u202f", "")) for name, n in told} == counted, facet


def test_more_results_keep_their_place(page: Page, site: str) -> None:
    page.goto(f"{site}search/?q=drawing")
    page.wait_for_selector("#results li")
    assert page.locator("#results li").count() == 10
    page.click("#more")
    page.wait_for_function("document.querySelectorAll('#results li').length === 20")
    title = page.locator("#results li").nth(10).locator("h2 a")
    assert title.evaluate("a => a === document.activeElement")
    page.reload()
    page.wait_for_function("document.querySelectorAll('#results li').length === 20")


def test_results_go_on_where_an_address_ends(page: Page, site: str, content: Path) -> None:
    mice = _figures(content, r"^- Mus musculus$")
    assert len(mice) > MOST
    page.goto(f"{site}search/?q=organism:mouse&show={MOST}")
    page.wait_for_function("n => document.querySelectorAll('#results li').length === n", arg=MOST)
    assert page.inner_text("#count") == _told(len(mice))
    while page.locator("#more").is_visible():
        shown = page.locator("#results li").count()
        page.click("#more")
        page.wait_for_function("n => document.querySelectorAll('#results li').length > n", arg=shown)
    found = _results(page)
    assert len(found) == len(mice) and set(found) == mice


def test_a_query_reads_a_small_part_of_the_index(visit: Open, site: str, collection: Path) -> None:
    page = visit()
    asked: set[str] = set()
    page.on("request", lambda request: asked.add(urlsplit(request.url).path))
    page.goto(f"{site}search/?q=GLUT4", wait_until="networkidle")
    assert page.locator("#results li").count() == 10
    for kind in ("t", "d"):
        files = list((collection / "site" / "search" / kind).rglob("*.bin"))
        read = [path for path in asked if path.startswith(f"/search/{kind}/")]
        assert 0 < len(read) <= (3 if kind == "t" else 10) < len(files)


@pytest.mark.parametrize("path", ["search/", "browse/"])
def test_modules_and_the_index_are_asked_for_at_once(visit: Open, site: str, path: str) -> None:
    page = visit()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto(site + path, wait_until="networkidle")
    early = page.eval_on_selector_all("link[rel=modulepreload], link[rel=preload]", "ls => ls.map(l => l.href)")
    later = {urlsplit(url).path for url in asked if url.endswith(".js") and url not in early}
    assert {re.sub(r".*/|\.\w+\.js", "", name) for name in later} <= {"site", "box", "suggest", "export"}
    assert all(asked.count(url) == 1 for url in early)
    assert not [text for text in said if "preload" in text]


def test_the_pages_work_under_their_own_policy(visit: Open, site: str) -> None:
    page = visit(bypass_csp=False)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"{site}search/?q=insulin")
    page.wait_for_selector("#results li")
    page.wait_for_selector("#filters label")
    page.locator("main form.find input").fill("gene:tp5")
    page.wait_for_selector("[role=option]")
    page.goto(f"{site}browse/")
    page.wait_for_selector(".body .row a")
    page.goto(f"{site}genes/TP53.html")
    page.locator("ol.figs a").first.click()
    page.wait_for_selector(".highlighted")
    page.goto(f"{site}genes/TP53.html")
    page.locator("#relations ~ table button").first.click()
    page.wait_for_selector(".relations q")
    assert [text for text in said if "Content Security Policy" in text and "img-src" not in text] == []


def test_text_of_others_stays_text(page: Page, site: str) -> None:
    _search(page, site, '"vivo"')
    assert "<i>in vivo</i> & co" in page.inner_text("#results")
    assert page.locator("#results h2 i").count() == 0


def test_highlighting_by_address(page: Page, site: str, content: Path) -> None:
    figid = sorted(_figures(content, r"\t(?i:TP53)\t", "genes") & _figures(content, r"\t6517\t", "genes"))[0]
    page.goto(f"{site}figures/{figid}.html?genes=tp53,ncbigene:6517,NOSUCH")
    page.wait_for_selector(".highlighted")
    assert page.inner_text(".highlighted") == "2 of 3 genes highlighted. Show without. Not in this figure: NOSUCH."
    lit = set(page.eval_on_selector_all("li a.lit", "as => as.map(a => a.textContent.toUpperCase())"))
    assert lit == {"TP53", "SLC2A4"}
    ids = page.eval_on_selector_all(
        "li a.lit", "as => as.filter(a => /slc2a4/i.test(a.textContent)).map(a => a.hash || a.pathname)"
    )
    assert all("6517" in i for i in ids)
    assert page.locator("svg.dg a.lit").count() >= 2
    assert page.get_attribute("link[rel=canonical]", "href") == f"https://example.org/x/figures/{figid}.html"


@pytest.mark.parametrize(("genes", "told"), [
    ("Notch1%2C3,nobody", "1 of 2"), ("BAX,MYC,nobody", "2 of 3"), ("BAX%2CMYC%2Cnobody", "2 of 3"), ("*,BAX", "1 of 2"),
    ("581,ncbigene:4609,%zz", "2 of 3"),
])
def test_a_comma_of_a_name_is_no_comma_of_the_list(page: Page, sample: str, genes: str, told: str) -> None:
    page.goto(f"{sample}figures/PMC4816186__cddis2015413f6.html?genes={genes}")
    page.wait_for_selector(".highlighted")
    assert page.inner_text(".highlighted").startswith(f"{told} genes highlighted")


def test_genes_that_a_figure_does_not_hold_are_named_up_to_a_dozen(page: Page, sample: str) -> None:
    page.goto(f"{sample}figures/PMC4816186__cddis2015413f6.html?genes=BAX," + ",".join(f"<i>{n}</i>" for n in range(14)))
    told = page.inner_text(".highlighted")
    assert told.startswith("1 of 15 genes highlighted. Show without. Not in this figure: <i>0</i>, <i>1</i>, ")
    assert told.endswith(" <i>11</i> and 2 more.")
    page.goto(f"{sample}figures/PMC4816186__cddis2015413f6.html?genes=BAX")
    assert page.inner_text(".highlighted") == "1 of 1 gene highlighted. Show without"


def test_gene_pages_lead_to_highlighted_figures(page: Page, site: str) -> None:
    page.goto(f"{site}genes/TP53.html#7157")
    assert page.locator("li:target").inner_text().startswith("7157 Homo sapiens")
    page.wait_for_selector("ol.figs a[href*='genes=TP53']")
    page.locator("ol.figs a").first.click()
    page.wait_for_selector(".highlighted")
    other = page.locator("#more ~ ul a").first  # the figure's paper has two figures
    assert other.get_attribute("href").endswith("?genes=TP53")  # type: ignore[union-attr]
    page.locator("li a.lit").first.click()
    page.wait_for_selector("#ids")
    assert page.inner_text("h1") == "TP53"


def test_the_table_filters_sorts_and_exports_what_it_shows(page: Page, site: str, content: Path) -> None:
    page.goto(f"{site}browse/")
    page.wait_for_selector(".body .row a")
    figures = len(_texts(content, ""))
    assert page.inner_text("#count") == _told(figures)
    assert page.locator(".body .row").count() < 80
    page.evaluate("document.querySelector('#table').scrollTop = 1e6")
    page.wait_for_selector(f".body .row[aria-rowindex='{figures + 1}'] a")
    page.select_option("#organism", "Mus musculus")
    mice = _figures(content, r"^- Mus musculus$")
    page.wait_for_function("t => document.querySelector('#count').textContent === t", arg=_told(len(mice)))
    page.get_by_role("button", name="Title").click()
    page.wait_for_selector("[aria-sort=ascending]")
    page.locator("summary", has_text="Columns").click()
    page.get_by_role("checkbox", name="Figure id").check()
    page.wait_for_function("document.querySelector('.head').textContent.includes('Figure id')")
    with page.expect_download() as download:
        page.click("#export")
    rows = [line.split("\t") for line in Path(download.value.path()).read_text(encoding="utf-8").splitlines()]
    assert rows[0] == ["figid", "pmcid", "url", "title", "year", "organisms", "journal", "genes"]
    assert {r[0] for r in rows[1:]} == mice
    assert all(r[1] == r[0].split("__")[0] and r[2] == f"{site}figures/{r[0]}.html" for r in rows[1:])
    assert [r[3].casefold() for r in rows[1:]] == sorted(r[3].casefold() for r in rows[1:])
    assert "organism=Mus+musculus" in page.url and "sort=title" in page.url


def test_the_table_says_where_the_index_cannot_be_read_and_goes_on_where_it_can(page: Page, site: str) -> None:
    page.goto(f"{site}browse/")
    page.wait_for_selector(".body .row a")
    page.route("**/search/t/**", lambda route: route.abort())
    page.fill("#words", "insulin")
    page.wait_for_function("document.querySelector('#count').textContent.startsWith('The index could not be read')")
    page.unroute("**/search/t/**")
    page.fill("#words", "insulin ")
    page.wait_for_function("/^[0-9].* figures$/.test(document.querySelector('#count').textContent)")


def _again(page: Page, pattern: str, status: str, word: str) -> None:
    """The status says that files cannot be read; when they can, its button reads them."""
    page.wait_for_function(f"/could not be read/.test(document.querySelector('{status}').textContent)")
    page.unroute(pattern)
    page.locator(status).get_by_role("button", name="Try again").click()
    page.wait_for_function("([status, word]) => document.querySelector(status).textContent.includes(word)", arg=[status, word])


@pytest.mark.parametrize(("pattern", "path", "status", "word"), [
    ("**/search/start.bin*", "search/", "#count", "Type to search 3\u202f134 figures."),
    ("**/search/start.bin*", "search/?q=insulin", "#count", "figures"),
    ("**/search/t/**", "search/?q=insulin", "#count", "figures"),
    ("**/search/d/**", "search/?q=insulin", "#count", "figures"),
    ("**/search/f/journals.bin*", "search/?q=insulin", "#filters", "Journal of Drawn Arrows"),
    ("**/search/start.bin*", "browse/", "#count", "3\u202f134 figures"),
    ("**/search/f/journals.bin*", "browse/", "#count", "3\u202f134 figures"),
    ("**/search/b/**", "browse/", "#count", "3\u202f134 figures"),
    ("**/search/t/**", "browse/?q=insulin", "#count", "figures"),
    ("**/search/g/genes.bin*", "enrichment/#genes=TP53", "#told", "1 of 1 name known"),
    ("**/search/d/**", "enrichment/#genes=TP53&least=1", "#told", "1 of 1 name known"),
    ("**/search/d/**", "genes/TP53.html", "#relations ~ table td[colspan]", "TP53"),
])
def test_what_cannot_be_read_is_said_and_can_be_tried_again(
    visit: Open, site: str, pattern: str, path: str, status: str, word: str,
) -> None:
    page = visit()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.route(pattern, lambda route: route.abort())
    page.goto(site + path)
    if path.startswith("genes/"):
        page.locator("#relations ~ table button").first.click()
    _again(page, pattern, status, word)
    assert errors == []


def test_more_results_that_cannot_be_read_can_be_tried_again(visit: Open, site: str) -> None:
    page = visit()
    page.goto(f"{site}search/?q=drawing")
    page.wait_for_selector("#results li")
    page.route("**/search/d/**", lambda route: route.abort())
    page.click("#more")
    _again(page, "**/search/d/**", "#count", "figures")
    page.wait_for_function("document.querySelectorAll('#results li').length === 20")


def test_a_search_that_takes_long_says_so(visit: Open, site: str) -> None:
    page = visit()
    held: list[Route] = []
    page.route("**/search/t/**", lambda route: held.append(route))
    page.goto(f"{site}search/?q=insulin")
    page.wait_for_function("document.querySelector('.status')?.textContent === 'Searching…'")
    for route in held:
        route.continue_()
    page.unroute("**/search/t/**")
    page.wait_for_selector("#results li")


def test_a_search_is_one_step_back_whether_typed_or_sent(page: Page, site: str) -> None:
    page.goto(f"{site}years/")
    page.goto(f"{site}search/")
    box = page.locator("main form.find input")
    box.fill("storage")
    page.wait_for_url("**?q=storage")
    box.press("Enter")
    page.wait_for_selector("#results li")
    page.go_back()
    page.wait_for_url("**/years/")


@pytest.mark.parametrize("show", ["-5", "0.5", "0", "x"])
def test_an_address_that_asks_for_no_number_of_results_gives_the_first_ten(page: Page, site: str, show: str) -> None:
    page.goto(f"{site}search/?q=storage&show={show}")
    page.wait_for_selector("#results li")
    assert page.locator("#results > li").count() == 10


@pytest.mark.parametrize(("typed", "chosen"), [
    ("-gene:tp5", "-gene:TP53"), ("storage -tp5", "storage -gene:TP53"), ("chemical:gl", "chemical:Glucose"),
    ("disease:dia", 'disease:"Diabetes Mellitus"'), ("organism:mus", 'organism:"Mus musculus"'), ("Gene:tp5", "gene:TP53"),
])
def test_a_suggestion_keeps_what_was_typed_before_it(page: Page, site: str, typed: str, chosen: str) -> None:
    page.goto(f"{site}search/", wait_until="networkidle")
    page.locator("main form.find input").press_sequentially(typed)
    page.locator("[role=option]:first-child", has_text=re.sub(r'.*:|"', "", chosen.rsplit(":")[1])).wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.input_value("main form.find input") == chosen


def test_the_columns_that_are_ticked_are_those_of_the_table(page: Page, site: str) -> None:
    page.goto(f"{site}browse/")
    page.wait_for_selector(".body .row a")
    page.select_option("#organism", "Mus musculus")
    page.locator("summary", has_text="Columns").click()
    page.get_by_role("checkbox", name="Figure id").check()
    page.wait_for_url("**columns=*")
    page.go_back()
    page.wait_for_function("!document.querySelector('.head').textContent.includes('Figure id')")
    assert not page.get_by_role("checkbox", name="Figure id").is_checked()


@pytest.mark.parametrize(("query", "offered", "then"), [
    ("SLC2A44 ", "No figure has SLC2A44. Did you mean SLC2A4?", "SLC2A4"),
    ("drawing SCL2A4 ", "No figure has SCL2A4. Did you mean SLC2A4?", "drawing SLC2A4"),
    ("gene:TPP53 year:..2020", "No figure has TPP53. Did you mean TP53?", "gene:TP53 year:..2020"),
    ("PMC9999999", "No figure has PMC9999999.", ""),
    ("xyzzyxyzzy ", "No figure has xyzzyxyzzy.", ""),
    ("year:1066", "No figure has all of that.", ""),
])
def test_where_a_word_is_in_no_figure_the_nearest_names_are_offered(
    page: Page, site: str, query: str, offered: str, then: str,
) -> None:
    page.goto(f"{site}search/?q={quote(query)}")
    page.wait_for_function("t => document.querySelector('#count').textContent === t", arg=offered)
    assert page.is_hidden("#save")
    if then:
        page.locator("#count a").first.click()
        page.wait_for_selector("#results li")
        assert parse_qs(urlsplit(page.url).query)["q"][0].strip() == then


@pytest.mark.parametrize(("query", "told", "offered"), [
    ("mus musculus", "No figure has mus. Did you mean the organism Mus musculus?", ['organism:"Mus musculus"']),
    ("TP53 Mus musculus xyzzyxyzzy", "No figure has Mus. Did you mean the organism Mus musculus?",
     ['TP53 organism:"Mus musculus" xyzzyxyzzy']),
    ('organism:"Mus musculus" xyzzyxyzzy', "No figure has xyzzyxyzzy.", []),
    ("Mus musculusculus", "No figure has Mus.", []),
])
def test_an_organism_among_the_words_is_offered_as_one(
    page: Page, site: str, query: str, told: str, offered: list[str],
) -> None:
    page.goto(f"{site}search/?q={quote(query)}")
    page.wait_for_function("t => document.querySelector('#count').textContent === t", arg=told)
    links = page.locator("#count a").evaluate_all("all => all.map(a => a.href)")
    assert [parse_qs(urlsplit(link).query)["q"][0] for link in links] == offered


@pytest.mark.parametrize(("query", "begins", "parts"), [
    ("xyzzyxyzzy gene:TP53 ", "No figure has xyzzyxyzzy. Alone: TP53 in ", ["gene:TP53"]),
    ("tp53 -tp53", "No figure has all of that. Alone: tp53 in ", ["tp53"]),
    ('TP53 "light sensing" year:1066', "No figure has all of that. Alone: TP53 in ", ["TP53", '"light sensing"']),
])
def test_where_no_figure_has_all_each_part_that_some_have_is_offered_alone(
    page: Page, site: str, query: str, begins: str, parts: list[str],
) -> None:
    page.goto(f"{site}search/?organism=Mus+musculus&q={quote(query)}")
    page.wait_for_selector("#count a")
    told = page.inner_text("#count")
    assert told.startswith(begins)
    links = page.locator("#count a").evaluate_all("all => all.map(a => a.href)")
    assert [parse_qs(urlsplit(link).query) for link in links] == [{"q": [part]} for part in parts]
    page.locator("#count a").first.click()
    page.wait_for_selector("#results li")
    assert f"{_count(page):,}".replace(",", "\u202f") in told


def test_back_from_a_figure_the_list_stands_where_it_was_left(page: Page, site: str) -> None:
    page.goto(f"{site}search/?q=drawing&show=30")
    page.wait_for_selector("#results li:nth-child(30)")
    link = page.locator("#results h2 a").nth(25)
    link.scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    assert before > 1000
    link.click()
    page.wait_for_selector("article.figure")
    page.go_back()
    page.wait_for_selector("#results li:nth-child(30)")
    page.wait_for_function("y => Math.abs(scrollY - y) < 200", arg=before)


def test_the_results_are_saved_as_they_are_ranked(page: Page, site: str, content: Path) -> None:
    found = _first(page, site, "SLC2A4 organism:mus", 10)
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as TSV").click()
    rows = [line.split("\t") for line in Path(download.value.path()).read_text(encoding="utf-8").splitlines()]
    assert rows[0] == ["figid", "url", "title", "year", "organisms"] and len(rows) - 1 == _count(page) > 10
    assert [r[0] for r in rows[1:11]] == found
    texts = _texts(content, "")
    for figid, url, title, year, organisms in rows[1:]:
        assert url == f"{site}figures/{figid}.html" and f'figtitle: "{title}"' in texts[figid] and "Mus musculus" in organisms
        assert f"year: '{year}'" in texts[figid]


def test_without_javascript_a_figure_is_reached_by_lists(visit: Open, site: str) -> None:
    page = visit(java_script_enabled=False)
    page.goto(f"{site}search/?q=anything")
    assert "needs JavaScript" in page.inner_text("main")
    page.locator("main").get_by_role("link", name="organism").click()
    page.locator("main").get_by_role("link", name="Homo sapiens").first.click()
    pages = page.locator("nav.pages a")
    pages.nth(1).wait_for()  # a long list: its end comes later than its beginning
    pages.last.click()
    page.wait_for_load_state()
    last = page.locator("main a[href*='/figures/PMC']").last
    title = last.inner_text()
    last.click()
    page.wait_for_selector("article.figure")
    assert title in page.inner_text("h1")


@pytest.mark.parametrize("kind", ["organisms", "years"])
def test_lists_lead_to_every_figure(collection: Path, content: Path, kind: str) -> None:
    _, linked = _crawl(collection / "site", kind)
    assert {Path(path).stem for path in linked if path.startswith("figures/PMC")} == set(_texts(content, ""))


def test_lists_lead_to_every_gene_and_its_page_to_figures(collection: Path) -> None:
    pages, linked = _crawl(collection / "site", "genes")
    assert pages == {p.relative_to(collection / "site").as_posix() for p in (collection / "site" / "genes").rglob("*.html")}
    assert any(path.startswith("figures/PMC") for path in linked)


def test_no_page_asks_a_third_party_for_more_than_the_picture(page: Page, site: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for path in ("", "search/?q=insulin", "browse/", "genes/TP53.html"):
        page.goto(site + path, wait_until="networkidle")
    assert {urlsplit(u).netloc for u in asked if not u.startswith(site)} <= {"europepmc.org"}
