"""Values become HTML: frames, lists, captions, prose, templates that fail, and text that stays text."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.config import Config, parse_config
from sitegen.content.repair import without_controls
from sitegen.content.theme import read_theme
from sitegen.model.catalog import Neighbour, Surroundings, build_catalog
from sitegen.model.documents import OrganismNote, StaticPage
from sitegen.model.figure import Annotation, ChemicalMention, DataFile, DiseaseMention, Figure, GeneMention, Paper
from sitegen.model.missing import present
from sitegen.model.relation import Relation
from sitegen.model.routes import Redirect, figure_path
from sitegen.model.summary import Summary, summarise
from sitegen.output import Output
from sitegen.pages.assets import fingerprint
from sitegen.pages.contexts import AliasContext, RedirectContext
from sitegen.pages.environment import _without_blank_lines, make_environment, render
from sitegen.pages.figure import caption_parts, downloads, figure_context, images
from sitegen.pages.frame import Site, frame, link
from sitegen.pages.listings import home_context, not_found_context, organism_pages, redirect_context, static_context, year_pages
from sitegen.pages.markdown import to_html
from sitegen.pages.rows import DataLicence
from sitegen.pages.words import counted, source_sentence
from sitegen.problems import SiteError
from sitegen.text import squeeze, tidy_word

THEME = read_theme()
ENV = make_environment(THEME.templates)
_, NAMES = fingerprint(THEME.assets)


UNDER_A_PATH = '[site]\nbase_url = "https://name.github.io/repo/"\ntitle = "T"\n'


def site_of(toml: str = UNDER_A_PATH, pages: tuple[str, ...] = ("about",)) -> Site:
    config, problems = parse_config(toml)
    assert problems == ()
    return Site(config, NAMES, tuple((p.capitalize(), f"{p}.html") for p in pages))


SITE = site_of()
CC0 = DataLicence("https://creativecommons.org/publicdomain/zero/1.0/")


def summary(n: int, year: str | None = "2020", **changed: object) -> Summary:
    figid, organisms = f"PMC{n}__f1", ("Homo sapiens",)
    base = Summary(figid, f"figures/{figid}.md", f"Title {n}", "Figure 1", f"PMC{n}", year, organisms, (), (), 3, 4, False)
    return base._replace(**changed)


# frames


@pytest.mark.parametrize(("path", "root", "canonical", "home", "years"), [
    ("index.html", "./", "https://name.github.io/repo/", "./", "years/"),
    ("about.html", "./", "https://name.github.io/repo/about.html", "./", "years/"),
    ("figures/PMC1__f1.html", "../", "https://name.github.io/repo/figures/PMC1__f1.html", "../", "../years/"),
    ("old/path/index.html", "../../", "https://name.github.io/repo/old/path/", "../../", "../../years/"),
    ("figures/a b.html", "../", "https://name.github.io/repo/figures/a%20b.html", "../", "../years/"),
])
def test_links_of_a_frame_are_relative(path: str, root: str, canonical: str, home: str, years: str) -> None:
    found = frame(SITE, path, "Title", "d" * 300)
    links = {n.text: n.href for n in (*found["nav"], *found["footer"])}
    assert (found["root"], found["canonical"], links["Years"]) == (root, canonical, years)
    assert link("" if root == "./" else root, "index.html") == home
    assert len(found["description"]) <= 160 and found["stylesheet"].startswith("" if root == "./" else root)


@pytest.mark.parametrize(("base", "root"), [
    ("https://example.net/", "/"), ("https://name.github.io/repo/", "/repo/"), ("http://localhost:8000/a/b/", "/a/b/"),
])
def test_the_page_without_address_links_from_the_root(base: str, root: str) -> None:
    context = not_found_context(site_of(f'[site]\nbase_url = "{base}"\n'))
    assert (context.root, context.canonical) == (root, None)
    assert context.stylesheet.startswith(root + "assets/") and all(n.href.startswith(root) for n in context.nav)


def test_the_section_of_a_page_is_marked() -> None:
    assert [n.text for n in frame(SITE, "years/2020.html", "", "")["nav"] if n.current] == ["Years"]
    assert [n.text for n in frame(SITE, "about.html", "", "")["nav"] if n.current] == ["About"]
    assert [n.text for n in frame(SITE, "index.html", "", "")["nav"] if n.current] == []


# words and captions


def test_numbers_in_words() -> None:
    assert [counted(n, "figure") for n in (0, 1, 2, 91117)] == ["0 figures", "1 figure", "2 figures", "91\u202f117 figures"]
    assert counted(2, "entry", "entries") == "2 entries"


def test_where_relations_come_from_is_said() -> None:
    relation = Relation("A", "B", "activation")
    assert source_sentence((relation,), False) == "Relations as a curator entered them."
    assert source_sentence((relation,) * 1121, False).endswith("entered them. Drawn are the first 120 of 1\u202f121.")
    assert source_sentence((), False).endswith("no relations are known.")
    assert "caption" in source_sentence((relation._replace(origin="caption"),), False)


SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda s: (min(s), max(s))) | st.none(), max_size=6)


@given(st.text(max_size=40), SPANS)
def test_the_parts_of_a_caption_are_the_caption(caption: str, spans: list[tuple[int, int] | None]) -> None:
    relations = [Relation("A", "B", "activation", span=span) for span in spans]
    parts, anchors = caption_parts(caption, relations)
    assert "".join(p.text for p in parts) == caption
    assert all(p.text for p in parts)
    place = 0
    for part in parts:
        over = [str(i) for i, s in enumerate(spans) if s and s[0] <= place and place + len(part.text) <= s[1]]
        assert part.relations.split() == over
        place += len(part.text)
    known = [p.ident for p in parts if p.ident]
    assert len(known) == len(set(known))
    for i in range(len(relations)):
        said = [p for p in parts if str(i) in p.relations.split()]
        assert anchors.get(i) == (said[0].ident if said else None)


# lists


@pytest.mark.parametrize(("figures", "sizes"), [(0, []), (1, [1]), (2, [2]), (3, [2, 1]), (5, [2, 2, 1])])
def test_lists_are_paged(figures: int, sizes: list[int]) -> None:
    site = site_of('[paging]\nyears = 2\n')
    pages = list(year_pages(site, "2020", [summary(n) for n in range(figures)]))
    assert [path for path, _ in pages] == ["years/2020.html", *(f"years/2020-{n}.html" for n in range(2, len(sizes) + 1))]
    assert [len(c.figures) for _, c in pages] == (sizes or [0])
    assert [c.start for _, c in pages] == [1 + 2 * n for n in range(max(1, len(sizes)))]
    assert {c.total for _, c in pages} == {figures}
    for number, (_, context) in enumerate(pages):
        assert [n.text for n in context.pages if n.current] == ([str(number + 1)] if len(sizes) > 1 else [])
        assert [n.href for n in context.pages] == ([p.rsplit("/", 1)[1] for p, _ in pages] if len(sizes) > 1 else [])
    assert len({c.title for _, c in pages}) == len(pages)


def test_an_organism_page_has_its_note_on_the_first_page_alone() -> None:
    site = site_of("[paging]\norganisms = 1\n")
    catalog = build_catalog([summary(1), summary(2)], [OrganismNote("o.md", "Homo sapiens", "human", "9606", "Primates",
        "*People*")])
    pages = list(organism_pages(site, catalog.organisms[0], "{}"))
    assert [path for path, _ in pages] == ["organisms/homo_sapiens.html", "organisms/homo_sapiens-2.html"]
    assert str(pages[0][1].note) == "<p><em>People</em></p>" and pages[1][1].note is None
    assert pages[0][1].jsonld == "{}" and pages[1][1].jsonld is None
    assert pages[0][1].facts[0].href == "https://www.ncbi.nlm.nih.gov/datasets/taxonomy/9606/"


def test_an_organisms_list_ends_and_says_where_the_older_figures_are() -> None:
    site = site_of("[paging]\norganisms = 2\norganism_pages = 2\n")
    catalog = build_catalog([summary(n) for n in range(7)])
    pages = list(organism_pages(site, catalog.organisms[0], "{}"))
    assert [path for path, _ in pages] == ["organisms/homo_sapiens.html", "organisms/homo_sapiens-2.html"]
    assert {(c.total, c.beyond) for _, c in pages} == {(7, 3)}
    assert [n.href for n in pages[0][1].pages] == ["homo_sapiens.html", "homo_sapiens-2.html"]
    page = render(ENV, "list.html", *pages[0]).body.decode()
    assert 'class=quiet>3 older figures are in the <a href="../browse/?organism=Homo+sapiens">table of all figures</a>' in page


@pytest.mark.parametrize(("settings", "wanted"), [
    ("", "Licence of the data"),
    ('version = "7"', "Data release 7. Licence of the data"),
    ('version = "7"\ndate = "2023-11-01"\ncitation_doi = "10.5555/x"',
     "Data release 7, 2023-11-01. To cite the collection: 10.5555/x. Licence of the data"),
    ('citation_doi = "10.5555/x"\ncitation_title = "<All>"', "To cite the collection: <All>. Licence of the data"),
])
def test_the_home_page_says_which_release_it_is_and_how_to_cite_it(settings: str, wanted: str) -> None:
    config, problems = parse_config(f"[site]\n{settings}\n")
    context = home_context(Site(config, SITE.assets, ()), build_catalog([]), "{}")
    html = render(ENV, "home.html", "index.html", context).body.decode()
    assert not problems and [t.strip() for t in text_of(html, "p", **{"class": "quiet"})] == [wanted]
    links = [a.get("href") for a in html5lib.parse(html, namespaceHTMLElements=False).iter("a") if a.text == "<All>"]
    assert links == ["https://doi.org/10.5555/x"] * ("<All>" in wanted)


def test_the_home_page_counts() -> None:
    catalog = build_catalog([summary(1), summary(2, "2019"), summary(2, None, figid="PMC2__f2", path="x")])
    context = home_context(SITE, catalog, "{}")
    assert (context.figure_count, context.paper_count, context.organism_count, context.mention_count) == (3, 2, 1, 12)
    assert [(y.year, y.figures) for y in context.years] == [("2019", 1), ("2020", 1)]


def test_old_addresses_go_on_or_list() -> None:
    titles = {"PMC1__f1": summary(1), "PMC2__f1": summary(2)}
    one = redirect_context(SITE, Redirect("figures/PMC1__F1.html", ("PMC1__f1",)), titles)
    assert one == RedirectContext(href="PMC1__f1.html")
    deep = redirect_context(SITE, Redirect("old/index.html", ("PMC1__f1",)), titles)
    assert deep.href == "../figures/PMC1__f1.html"
    top = redirect_context(SITE, Redirect("old.html", ("PMC1__f1",)), titles)
    assert top.href == "figures/PMC1__f1.html"
    two = redirect_context(SITE, Redirect("figures/F1.html", ("PMC1__f1", "PMC2__f1")), titles)
    assert isinstance(two, AliasContext) and [f.href for f in two.figures] == ["../figures/PMC1__f1.html",
        "../figures/PMC2__f1.html"]


# prose


@pytest.mark.parametrize("text", [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "[x](javascript:alert(1))",
    "<a href=\"javascript:alert(1)\">x</a>",
    "<a href=\"  jAvAsCrIpT:alert(1)\">x</a>", "<a href=\"java&#10;script:alert(1)\">x</a>",
    "[x](data:text/html;base64,PHNjcmlwdD4=)", "<iframe src=//evil.example>",
    "<style>*{display:none}</style>", "<p style=\"position:fixed\">x</p>", "<form action=//evil.example><input name=q></form>",
    "<meta http-equiv=refresh content=0>",
    "<base href=//evil.example>", "<object data=x></object>", "<embed src=x>", "<math><mi xlink:href=javascript:alert(1)>",
    "<a href='vbscript:x'>x</a>",
    "![x](x\" onerror=\"alert(1))", "<template><script>1</script></template>",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">", "<a target=_blank href=x>y</a>",
    "<div onclick=x>y</div>", "<b/onmouseover=alert(1)>x</b>", "<img src=\"x` `<script>alert(1)</script>\"` `>",
    "<!--<img src=--><img src=x onerror=alert(1)>",
    "<link rel=stylesheet href=//evil.example>", "<video src=x onerror=alert(1)>", "`<script>`",
    "[a](//evil.example \"t\" onclick=x)",
])
def test_nothing_in_prose_can_run(text: str) -> None:
    tree = html5lib.parseFragment(str(to_html(text)), namespaceHTMLElements=False)
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        assert element.tag in {"DOCUMENT_FRAGMENT", "p", "a", "b", "img", "code", "em", "ul", "li"}, element.tag
        for name, value in element.attrib.items():
            assert not name.startswith("on") and name in {"href", "src", "alt", "title", "rel"}
            assert "script:" not in value.replace("\n", "").casefold() and not value.casefold().startswith("data:")


@given(st.text() | st.text(st.sampled_from(list("<>/=\"'a&#;:!-[]()`* \n")), max_size=60))
def test_prose_never_fails_and_never_holds_a_script(text: str) -> None:
    html = str(to_html(text))
    tree = html5lib.parseFragment(html, namespaceHTMLElements=False)
    assert not [e for e in tree.iter() if e.tag in ("script", "style", "iframe")]


def test_prose_keeps_its_structure() -> None:
    html = str(to_html("# Head\n\n## Sub\n\n| a |\n|---|\n| 1 |\n\n```\ncode <b>\n\nmore\n```\n\n"
                       "1. one\n2. two\n\nTerm\n: what it means\n"))
    assert '<h2 id="head">Head</h2>' in html and '<h3 id="sub">Sub</h3>' in html and "<h1" not in html
    assert "<th>a</th>" in html and "code &lt;b&gt;\n\nmore" in html and "<ol>" in html and "<dt>Term</dt>" in html


def test_headings_cannot_take_the_ids_of_the_page() -> None:
    around = ("base.html", "figure.html", "list.html", "page.html")
    own = {name for template in around for name in re.findall(r"\bid=\"?([a-z]+)", THEME.templates[template])}
    assert {"main", "genes", "caption"} <= own
    for name in sorted(own):
        assert f'id="{name}"' not in str(to_html(f"# {name}\n\n<h2 id={name}>x</h2>"))
    html = str(to_html("# Genes\n\n# Main\n\n# Other\n\n# Genes\n"))
    assert [part.split('"')[0] for part in html.split('id="')[1:]] == ["genes-section", "main-section", "other", "genes_1"]


def test_a_code_block_keeps_its_empty_lines_on_the_page() -> None:
    page = StaticPage("pages/a.md", "a", "A", None, "```\none\n\n\ntwo\n```\n")
    html = render(ENV, "page.html", "a.html", static_context(SITE, "a.html", page)).body.decode()
    assert "one\n\n\ntwo" in html and "\n\n" not in html.replace("one\n\n\ntwo", "")


# templates


@dataclass(frozen=True)
class Small:
    word: str = "x"
    many: tuple[int, ...] = (1, 2)


@pytest.mark.parametrize(("template", "line", "message"), [
    ("a\n{{ nothing }}", 2, "'nothing' is undefined (for p.html)"),
    ("a\n\n{{ word.nothing }}", 3, "'str object' has no attribute 'nothing' (for p.html)"),
    ("{{ word }}\n{% for n in many %}\n{{ n / 0 }}\n{% endfor %}", 3, "ZeroDivisionError: division by zero (for p.html)"),
    ("{{ word + 1 }}", 1, 'TypeError: can only concatenate str (not "int") to str (for p.html)'),
    ("a\n{% if %}", 2, "Expected an expression, got 'end of statement block'"),
    ("a\n{% endblock %}", 2, "Encountered unknown tag 'endblock'."), ("{{ word | nofilter }}", 1, "No filter named 'nofilter'."),
    ("a\n{% include 'gone.html' %}", 2, "gone.html (for p.html)"),
    ("{% include 't.html' %}", 1, "it takes itself in without end"),
])
def test_a_template_that_fails_is_told_with_its_line(template: str, line: int, message: str) -> None:
    with pytest.raises(SiteError) as error:
        render(make_environment({"t.html": template}, ("t.html",)), "t.html", "p.html", Small())
    (problem,) = error.value.problems
    assert (problem.path, problem.line, problem.code) == ("templates/t.html", line, "E504")
    assert problem.message.startswith(message)


def test_a_fault_in_an_included_template_names_that_one() -> None:
    env = make_environment({"t.html": "a\n{% include 'part.html' %}", "part.html": "\n\n{{ nothing }}"})
    with pytest.raises(SiteError) as error:
        render(env, "t.html", "p.html", Small())
    assert error.value.problems[0][:2] == ("templates/part.html", 3)


def test_a_page_is_escaped_and_has_no_blank_lines_or_indentation() -> None:
    env = make_environment({"t.html": "<p>\n  {% if many %}\n    <b>{{ word }}</b>\n  {% endif %}\n\n\n</p>"})
    assert render(env, "t.html", "p.html", Small("<&\"'")) == Output("p.html", b"<p>\n<b>&lt;&amp;&#34;&#39;</b>\n</p>")


@given(st.text(st.sampled_from("a\n")))
def test_no_blank_line_is_left(html: str) -> None:
    assert _without_blank_lines(html) == re.sub("\n+", "\n", html)


# a figure's page


def figure(
    title: str = "x", caption: str = "x", word: str = "x", symbol: str = "x", organism: str = "x", filename: str = "x"
) -> Figure:
    """A figure with a text in every place that takes one."""
    paper = Paper("PMC1", title, caption, "2020", "10.1/x", title, title, title, (word,))
    return Figure(
        "PMC1__f1", "figures/PMC1__f1.md", paper, title=title, caption=caption, number=word, figtype=word, filename=filename,
        organisms=(organism,), annotations=(Annotation(word, symbol, word),),
        data_files=(DataFile("data/PMC1__f1-genes.tsv", "genes", 9, 1),),
        genes=(
            GeneMention("9606", organism, word, word, symbol, "207"), GeneMention("9606", organism, "other", None, None, "208"),
        ),
        chemicals=(ChemicalMention(word, "D1", None, symbol, "1"),), diseases=(DiseaseMention(word, None, None, symbol, "2"),),
    )


def page(figure: Figure, same_paper: str = "x") -> str:
    around = Surroundings(False, (Neighbour("PMC1__f2", same_paper, same_paper),))
    context = figure_context(SITE, figure, around, None, "{}", figure.display_title, CC0)
    return render(ENV, "figure.html", figure_path(figure.figid), context).body.decode()


def shape(html: str) -> Counter[str]:
    """How often each element with its attributes' names stands in a page."""
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    return Counter(f"{e.tag} {sorted(e.attrib)}" for e in tree.iter() if isinstance(e.tag, str))


def text_of(html: str, tag: str, **attributes: str) -> list[str]:
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    return ["".join(e.itertext()) for e in tree.iter(tag) if all(e.get(k) == v for k, v in attributes.items())]


def as_read(text: str) -> str:
    """A text as the content's reader lets it through: one line, no controls, not missing."""
    return present(without_controls(squeeze(text))) or "x"


HOSTILE = st.sampled_from([
    "</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\" onmouseover=\"x", "' x='", "</title>", "<!--",
    "-->", "]]>", "&lt;", "&amp;lt;",
    "{{ 7 * 7 }}", "{% endblock %}", "</textarea></style>", "<b>", "javascript:alert(1)", "a&b", "<>", "\\u003c", "α→β ↑",
    "</p><h1>", "<svg/onload=1>",
])
WORDS = (st.text(max_size=40) | HOSTILE | st.tuples(HOSTILE, st.text(max_size=9)).map("".join)).map(as_read)


@settings(max_examples=60)
@given(WORDS, WORDS, WORDS, WORDS, WORDS, WORDS)
def test_any_text_is_shown_as_it_is_and_is_nothing_but_text(
    title: str, caption: str, word: str, symbol: str, organism: str, filename: str
) -> None:
    made = figure(title, caption, word, symbol, organism, filename)
    html = page(made, title)
    name = "x" if symbol == word else "y"
    plain = page(replace(made, title="x", caption="x", filename="x", number="x", figtype="x", organisms=("y",), paper=Paper(
        "PMC1", "x", "x", "2020", "10.1/x", "x", "x", "x", ("x",)), annotations=(Annotation("x", "x", "x"),),
        genes=tuple(g._replace(organism="y" if g.organism else "", word="x" if g.word == word else g.word,
                               symbol="x" if g.symbol else None) for g in made.genes),
        chemicals=(ChemicalMention("x", "D1", None, name, "1"),), diseases=(DiseaseMention("x", None, None, name, "2"),)), "x")
    if len({g.word for g in made.genes}) == 2:
        assert shape(html) == shape(plain)
    assert text_of(html, "h1") == [title]
    assert [t.strip() for t in text_of(html, "figcaption", id="caption")] == [caption]
    assert text_of(html, "cite") == [title]
    rows = [row.strip() for row in text_of(html, "li")]
    assert any(row.startswith((tidy_word(word), word)) for row in rows[-4:])
    assert title in text_of(html, "title")[0]
    assert symbol in text_of(html, "a", href="https://www.ncbi.nlm.nih.gov/gene/207")
    assert organism in text_of(html, "a") and organism in text_of(html, "b")
    assert title in [t.strip() for t in text_of(html, "a", href="PMC1__f2.html")]


@given(st.text(min_size=1, max_size=60))
def test_a_file_name_in_an_image_address_is_percent_encoded(name: str) -> None:
    name = as_read(name)
    for address in images(Config(), replace(figure(), filename=name)):
        assert address.isascii() and not set(address) & set(" \"'<>\\^`{|}\n#")
        assert address.count("?") == (1 if "fulltextRepo" in address else 0)


def test_tables_are_linked_on_the_site_or_at_their_source() -> None:
    here = downloads(Config(), figure(), "../")
    assert [(d.href, d.note) for d in here] == [("../data/PMC1__f1-genes.tsv", "1 row")] and "genes" in here[0].text.casefold()
    raw, _ = parse_config('[source]\nraw = "https://raw.example/{path}"\n[publish]\ntables = false\n')
    assert [d.href for d in downloads(raw, figure(), "../")] == ["https://raw.example/data/PMC1__f1-genes.tsv"]
    none, _ = parse_config("[publish]\ntables = false\n")
    assert downloads(none, figure(), "../") == ()


@pytest.mark.parametrize(("settings", "wanted"), [
    ("", []),
    ('url = "https://edit.example/{path}"', [("https://edit.example/figures/PMC1__f1.md", "Edit this figure")]),
    ('report = "https://a.example/new?title={figid}"', [("https://a.example/new?title=PMC1__f1", "Report a mistake")]),
    ('url = "https://edit.example/{path}"\nreport = "https://a.example/new?title={figid}&body={path}"', [
        ("https://edit.example/figures/PMC1__f1.md", "Edit this figure"),
        ("https://a.example/new?title=PMC1__f1&body=figures/PMC1__f1.md", "Report a mistake"),
    ]),
])
def test_a_reader_can_mend_or_report_where_the_settings_say_where(settings: str, wanted: list[tuple[str, str]]) -> None:
    config, problems = parse_config(f"[source]\n{settings}\n")
    site = Site(config, SITE.assets, ())
    made = figure_context(site, figure(), Surroundings(False, ()), None, "{}", "A title", CC0)
    tree = html5lib.parse(render(ENV, "figure.html", "figures/PMC1__f1.html", made).body.decode(), namespaceHTMLElements=False)
    links = [(a.get("href"), a.text) for a in tree.iter("a") if (a.text or "").split(" ")[0] in ("Edit", "Report")]
    assert not problems and links == wanted


@pytest.mark.parametrize(("name", "licence", "wanted"), [
    ("A title", CC0, ["Data; picture: its paper’s"]), ("A\u00a0 title", CC0, ["Data; picture: its paper’s"]),
    ("A title (Figure 1, PMC1)", CC0, ["A title (Figure 1, PMC1)", "Data; picture: its paper’s"]),
    ("A title", DataLicence(None, "ask <me>"), ["Data (ask <me>); picture: its paper’s"]),
    ("A title", DataLicence("https://a.example/1.0/", "Mine"), ["Data (Mine); picture: its paper’s"]),
])
def test_a_page_shows_the_name_and_the_licence_that_its_markup_states(name: str, licence: DataLicence, wanted: list[str]) -> None:
    made = figure_context(SITE, figure(title="A title"), Surroundings(False, ()), None, "{}", name, licence)
    html = render(ENV, "figure.html", "figures/PMC1__f1.html", made).body.decode()
    terms, rows = text_of(html, "dt"), [text.strip() for text in text_of(html, "dd")]
    assert [row for term, row in zip(terms, rows, strict=True) if term in ("Data", "Licence")] == wanted
    links = [a.get("href") for a in html5lib.parse(html, namespaceHTMLElements=False).iter("a") if a.get("rel") == "license"]
    assert links == [licence.href] * (licence.href is not None)


def test_a_figure_without_anything_has_a_page() -> None:
    html = page(Figure("PMC1__f1", "figures/PMC1__f1.md", Paper("PMC1")))
    assert text_of(html, "h1") == ["Figure of PMC1"] and "<img" not in html and "None" not in html
    assert summarise(Figure("PMC1__f1", "figures/PMC1__f1.md", Paper("PMC1"))).label == "Figure"


@pytest.mark.parametrize(("body", "headed"), [
    ("## Aims\n\nText", True), ("Text\n\n## Aims", False), ("***\n\nText", False), ("", False),
])
def test_notes_that_begin_with_a_heading_need_no_other(body: str, headed: bool) -> None:
    made = figure_context(SITE, replace(figure(), body=body), Surroundings(False, ()), None, "{}", "A title", CC0)
    assert made.note_headed == headed
