"""A visitor finds figures: a real browser on a served site of 300 invented figures."""

from __future__ import annotations

import functools
import http.server
import json
import re
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from invented import write_collection

from sitegen.build.progress import Quiet
from sitegen.build.run import build

sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed: pip install playwright")

pytestmark = pytest.mark.browser
FIGURES = 300
CASES = Path(__file__).parents[1] / "indexes" / "cases.json"


class _Handler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_collection(tmp_path_factory.mktemp("visited") / "content", FIGURES)


@pytest.fixture(scope="module")
def site(content: Path) -> Iterator[str]:
    out = content.parent / "site"
    outcome = build(str(content), str(out), base_url="", jobs=2, keep_going=False, cache=None, progress=Quiet())
    assert outcome.published, outcome.problems
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Handler, directory=str(out)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def _open(browser: sync_api.Browser, site: str, **options: object) -> sync_api.Page:
    # the tests' own waiting needs `eval`, which the pages' policy forbids; one test below obeys the policy
    options.setdefault("bypass_csp", True)
    page = browser.new_context(viewport={"width": 1280, "height": 900}, **options).new_page()  # type: ignore[arg-type]
    page.set_default_timeout(20_000)
    page.route("**/*", lambda route: route.continue_() if route.request.url.startswith((site, "blob:")) else route.abort())
    return page


@pytest.fixture
def page(browser: sync_api.Browser, site: str) -> Iterator[sync_api.Page]:
    page = _open(browser, site)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    page.context.close()
    assert errors == []


def _search(page: sync_api.Page, site: str, query: str) -> list[str]:
    """The figids of the results of a query, all of them."""
    page.goto(f"{site}search/?q={quote(query)}&show=1000")
    page.wait_for_function("document.querySelector('#count').textContent !== ''")
    return _results(page)


def _results(page: sync_api.Page) -> list[str]:
    links = page.eval_on_selector_all("#results h2 a", "as => as.map(a => a.href)")
    return [urlsplit(link).path.rsplit("/", 1)[1].removesuffix(".html") for link in links]


def _figures(content: Path, pattern: str, kind: str = "") -> set[str]:
    if kind:
        suffix = f"-{kind}.tsv"
        return {
            p.name.removesuffix(suffix)
            for p in content.glob(f"data/*{suffix}")
            if re.search(pattern, p.read_text(encoding="utf-8"), re.M)
        }
    return {p.stem for p in content.glob("figures/*.md") if re.search(pattern, p.read_text(encoding="utf-8"), re.M)}


def test_the_module_that_makes_terms_runs_the_shared_cases(page: sync_api.Page, site: str, content: Path) -> None:
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
def test_spellings_of_a_name_find_the_same(page: sync_api.Page, site: str, spellings: tuple[str, ...]) -> None:
    found = {s: _search(page, site, s) for s in spellings}
    assert len(found[spellings[0]]) > 20
    assert all(f == found[spellings[0]] for f in found.values())


def test_a_gene_is_found_by_symbol_synonym_and_id(page: sync_api.Page, site: str, content: Path) -> None:
    listed = _figures(content, r"\t(?i:SLC2A4)\t", "genes")
    assert set(_search(page, site, "gene:slc2a4")) == listed
    assert set(_search(page, site, "GLUT4")) == listed
    assert set(_search(page, site, "6517")) == _figures(content, r"\t6517\t", "genes")
    assert set(_search(page, site, "gene:ncbigene:6517")) == _figures(content, r"\t6517\t", "genes")


def test_identifiers_lead_to_their_figure(page: sync_api.Page, site: str, content: Path) -> None:
    path = sorted(content.glob("figures/*.md"))[40]
    text = path.read_text(encoding="utf-8")
    for name in (path.stem, *(re.search(rf"{key}: (\S+)", text)[1] for key in ("figid_alias", "doi"))):  # type: ignore[index]
        assert path.stem in _search(page, site, name)[:2], name
    assert set(_search(page, site, path.stem.split("__")[0])) == _figures(content, f"^pmcid: {path.stem.split('__')[0]}$")


def test_words_are_all_wanted_and_can_be_excluded(page: sync_api.Page, site: str, content: Path) -> None:
    both = _figures(content, "insulin resistance") & _figures(content, r"\t(?i:TP53)\t", "genes")
    assert set(_search(page, site, "insulin gene:TP53")) == both
    assert set(_search(page, site, "insulin -gene:TP53")) == _figures(content, "insulin resistance") - both


def test_phrases_want_the_words_side_by_side(page: sync_api.Page, site: str, content: Path) -> None:
    assert set(_search(page, site, '"light sensing"')) == _figures(content, "light sensing")
    assert _search(page, site, '"sensing light"') == []


def test_filters_narrow(page: sync_api.Page, site: str, content: Path) -> None:
    years = _figures(content, r"^year: '20(15|16|17)'$")
    assert set(_search(page, site, "year:2015..2017")) == years
    assert set(_search(page, site, "organism:mouse")) == _figures(content, r"^- Mus musculus$")
    assert set(_search(page, site, 'organism:"Danio rerio" -year:2015..2017')) == _figures(content, r"^- Danio rerio$") - years
    assert set(_search(page, site, 'journal:"Annals of Boxes"')) == _figures(content, r"^journal_title: Annals of Boxes$")
    assert set(_search(page, site, "chemical:glucose")) == _figures(content, "D005947", "chemicals")
    assert set(_search(page, site, 'disease:"diabetes mellitus"')) == _figures(content, "D003920", "diseases")
    assert _search(page, site, "year:never") == []


def test_beginnings_are_found_while_typing(page: sync_api.Page, site: str, content: Path) -> None:
    assert set(_search(page, site, "insul")) == _figures(content, "(?i:insulin)")
    assert set(_search(page, site, "resis* healing")) == set()


def test_a_gene_or_title_goes_before_a_caption(page: sync_api.Page, site: str, content: Path) -> None:
    found = _search(page, site, "p53")
    strong = _figures(content, r"\t(?i:TP53)\t", "genes")
    assert set(found[: len(strong)]) == strong
    page.goto(f"{site}search/?q=GLUT4")
    page.wait_for_selector("#results .why")
    assert "gene SLC2A4" in page.inner_text("#results li:first-child .why")
    assert page.locator("#results li:first-child mark").count() > 0


def test_typing_and_picking_a_suggestion(page: sync_api.Page, site: str, content: Path) -> None:
    page.goto(site, wait_until="networkidle")
    page.keyboard.press("/")
    page.keyboard.type("glut")
    page.wait_for_selector("[role=option]")
    option = page.locator("[role=option]").first
    assert "SLC2A4" in option.inner_text()
    field, listed = page.locator("main form.find input").bounding_box(), page.locator(".suggest").bounding_box()
    assert field is not None and listed is not None
    assert listed["y"] >= field["y"] + field["height"]
    option.click()
    page.wait_for_selector("#results li")
    assert parse_qs(urlsplit(page.url).query)["q"] == ["gene:SLC2A4"]
    n = len(_figures(content, r"\t(?i:SLC2A4)\t", "genes"))
    assert page.inner_text("#count") == f"{n} figures"


def test_keyboard_alone(page: sync_api.Page, site: str) -> None:
    page.goto(f"{site}years/", wait_until="networkidle")
    page.keyboard.press("/")
    page.keyboard.type("tp5")
    page.wait_for_selector("[role=option]")
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


def test_filtering_sharing_and_going_back(browser: sync_api.Browser, page: sync_api.Page, site: str, content: Path) -> None:
    page.goto(f"{site}search/?q=insulin")
    page.wait_for_selector("#filters label")
    before = page.inner_text("#count")
    page.get_by_role("checkbox", name="Mus musculus").check()
    page.wait_for_function("t => document.querySelector('#count').textContent !== t", arg=before)
    n = len(_figures(content, "(?i:insulin)") & _figures(content, r"^- Mus musculus$"))
    assert page.inner_text("#count").startswith(f"{n} ")
    page.select_option("#sort", "old")
    page.wait_for_url("**sort=old*")
    page.wait_for_selector("#results:not([aria-busy])")
    shared, results = page.url, _results(page)
    other = _open(browser, site)
    other.goto(shared)
    other.wait_for_selector("#results li")
    assert _results(other) == results
    assert other.get_by_role("checkbox", name="Mus musculus").is_checked()
    other.context.close()
    page.go_back()
    page.go_back()
    page.wait_for_function("t => document.querySelector('#count').textContent === t", arg=before)
    assert urlsplit(page.url).query == "q=insulin"


def test_counts_of_facets_are_those_of_the_results(page: sync_api.Page, site: str, content: Path) -> None:
    page.goto(f"{site}search/?q=storage")
    page.wait_for_selector("#filters label")
    n = len(_figures(content, "(?i:iron storage)") & _figures(content, r"^- Mus musculus$"))
    label = page.locator("#filters [data-facet=organism] label", has_text="Mus musculus")
    assert label.inner_text().split()[-1] == str(n)


def test_more_results_keep_their_place(page: sync_api.Page, site: str) -> None:
    page.goto(f"{site}search/?q=drawing")
    page.wait_for_selector("#results li")
    assert page.locator("#results li").count() == 10
    page.click("#more")
    page.wait_for_function("document.querySelectorAll('#results li').length === 20")
    page.reload()
    page.wait_for_function("document.querySelectorAll('#results li').length === 20")


def test_the_pages_work_under_their_own_policy(browser: sync_api.Browser, site: str) -> None:
    page = _open(browser, site, bypass_csp=False)
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
    page.context.close()
    assert [text for text in said if "Content Security Policy" in text and "img-src" not in text] == []


def test_text_of_others_stays_text(page: sync_api.Page, site: str) -> None:
    _search(page, site, '"vivo"')
    assert "<i>in vivo</i> & co" in page.inner_text("#results")
    assert page.locator("#results h2 i").count() == 0


def test_highlighting_by_address(page: sync_api.Page, site: str, content: Path) -> None:
    figid = sorted(_figures(content, r"\t(?i:TP53)\t", "genes") & _figures(content, r"\t6517\t", "genes"))[0]
    page.goto(f"{site}figures/{figid}.html?genes=tp53,ncbigene:6517,NOSUCH")
    page.wait_for_selector(".highlighted")
    assert page.inner_text(".highlighted").startswith("2 of 3 genes highlighted")
    lit = set(page.eval_on_selector_all("dd a.lit", "as => as.map(a => a.textContent.toUpperCase())"))
    assert lit == {"TP53", "SLC2A4"}
    ids = page.eval_on_selector_all(
        "dd a.lit", "as => as.filter(a => /slc2a4/i.test(a.textContent)).map(a => a.hash || a.pathname)"
    )
    assert all("6517" in i for i in ids)
    assert page.locator("svg.dg a.lit").count() >= 2
    assert page.get_attribute("link[rel=canonical]", "href") == f"https://example.org/x/figures/{figid}.html"


def test_gene_pages_lead_to_highlighted_figures(page: sync_api.Page, site: str) -> None:
    page.goto(f"{site}genes/TP53.html#7157")
    assert page.locator("li:target").inner_text().startswith("7157 Homo sapiens")
    page.wait_for_selector("ol.figs a[href*='genes=TP53']")
    page.locator("ol.figs a").first.click()
    page.wait_for_selector(".highlighted")
    other = page.locator("#more ~ ul a").first  # the figure's paper has two figures
    assert other.get_attribute("href").endswith("?genes=TP53")  # type: ignore[union-attr]
    page.locator("dd a.lit").first.click()
    page.wait_for_selector("#ids")
    assert page.inner_text("h1") == "TP53"


def test_the_table_filters_sorts_and_exports_what_it_shows(page: sync_api.Page, site: str, content: Path) -> None:
    page.goto(f"{site}browse/")
    page.wait_for_selector(".body .row a")
    assert page.inner_text("#count") == f"{FIGURES} figures"
    assert page.locator(".body .row").count() < 80
    page.evaluate("document.querySelector('#table').scrollTop = 1e6")
    page.wait_for_selector(f".body .row[aria-rowindex='{FIGURES + 1}'] a")
    page.select_option("#organism", "Mus musculus")
    mice = _figures(content, r"^- Mus musculus$")
    page.wait_for_function("n => document.querySelector('#count').textContent.startsWith(n + ' ')", arg=str(len(mice)))
    page.get_by_role("button", name="Title").click()
    page.wait_for_selector("[aria-sort=ascending]")
    page.locator("summary", has_text="Columns").click()
    page.get_by_role("checkbox", name="Figure id").check()
    page.wait_for_function("document.querySelector('.head').textContent.includes('Figure id')")
    with page.expect_download() as download:
        page.click("#export")
    rows = [line.split("\t") for line in Path(download.value.path()).read_text(encoding="utf-8").splitlines()]
    assert rows[0] == ["title", "year", "organisms", "journal", "genes", "figid"]
    assert {r[5] for r in rows[1:]} == mice
    assert [r[0].casefold() for r in rows[1:]] == sorted(r[0].casefold() for r in rows[1:])
    assert "organism=Mus+musculus" in page.url and "sort=title" in page.url


def test_without_javascript_every_figure_is_reached(browser: sync_api.Browser, site: str, content: Path) -> None:
    page = _open(browser, site, java_script_enabled=False)
    page.goto(f"{site}search/?q=anything")
    assert "needs JavaScript" in page.inner_text("main")
    for start in ("genes/", "organisms/", "years/"):
        queue, seen, reached = [site + start], set(), set()
        section = site + start
        while queue:
            address = queue.pop()
            if address in seen:
                continue
            seen.add(address)
            page.goto(address)
            for link in page.eval_on_selector_all("main a", "as => as.map(a => a.href.split('#')[0])"):
                if link.startswith(f"{site}figures/") and link.endswith(".html"):
                    reached.add(link.rsplit("/", 1)[1].removesuffix(".html"))
                elif link.startswith(section) and "?" not in link:
                    queue.append(link)
        missing = {p.stem for p in content.glob("figures/*.md")} - reached
        if start == "genes/":  # a gene's page shows its newest figures and goes on in the search
            assert len(reached) > 50
        else:
            assert missing == set(), start
    page.context.close()


def test_no_page_asks_a_third_party_for_more_than_the_picture(browser: sync_api.Browser, site: str) -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.route("**/*", lambda route: route.continue_() if route.request.url.startswith(site) else route.abort())
    for path in ("", "search/?q=insulin", "browse/", "genes/TP53.html"):
        page.goto(site + path)
        page.wait_for_load_state("networkidle")
    page.close()
    assert {urlsplit(u).netloc for u in asked if not u.startswith(site)} <= {"europepmc.org"}
