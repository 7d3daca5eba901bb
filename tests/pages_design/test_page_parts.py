"""Assets under hashed names, lean attribute values, the policy, and what the home page shows."""

from __future__ import annotations

import json
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from sitegen.config import Config, ImageSettings, PublishSettings, SiteSettings
from sitegen.content.theme import read_theme
from sitegen.pages.assets import MANIFEST, fingerprint, imported, manifest, shortened, squeezed, with_settings
from sitegen.pages.environment import attribute_value, together
from sitegen.pages.frame import policy
from sitegen.pages.listings import bars, page_numbers
from sitegen.pages.rows import Count


class _Values(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += attrs


@pytest.mark.parametrize(("value", "written"), [
    ("../figures/x.html", "../figures/x.html"), ("https://a.example/", "https://a.example/"), ("", '""'), ("0 1", '"0 1"'),
    ('say "x"', '"say &#34;x&#34;"'), ("a=b", '"a=b"'), ("a&b", "a&amp;b"), ("x>y", '"x&gt;y"'),
])
def test_quotes_stand_where_html_wants_them(value: str, written: str) -> None:
    assert attribute_value(value) == Markup(written)


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"])))
def test_a_parser_reads_any_value_back(value: str) -> None:
    parser = _Values()
    parser.feed(f"<a href={attribute_value(value)}>x</a>")
    assert parser.found == [("href", value)]


def test_names_of_other_assets_are_replaced_by_the_published_ones() -> None:
    assets = {
        "assets/a.js": b'import "./b.js"; import("./c.js"); fetch("./unknown.js");',
        "assets/b.js": b"1", "assets/c.js": b'import "./b.js"',
        "assets/d.css": b"x{background:url(./e.svg)}", "assets/e.svg": b"<svg/>",
    }
    outputs, names = fingerprint(assets)
    body = {o.path: o.body.decode() for o in outputs}
    name = {path: n.rpartition("/")[2] for path, n in names.items()}
    b, c = name["assets/b.js"], name["assets/c.js"]
    assert body[names["assets/a.js"]] == f'import "./{b}"; import("./{c}"); fetch("./unknown.js");'
    assert body[names["assets/d.css"]] == f"x{{background:url(./{name['assets/e.svg']})}}"
    changed = fingerprint({**assets, "assets/b.js": b"2"})[1]
    assert {p for p in names if names[p] != changed[p]} == {"assets/a.js", "assets/b.js", "assets/c.js"}


def test_a_page_knows_what_its_module_imports_but_not_what_comes_later() -> None:
    assets = {
        "assets/a.js": b'import {\n x,\n y } from "./b.js";\nimport "./lib.js";\n'
                       b'import z from "https://x.org/z.js";\nimport("./late.js");',
        "assets/b.js": b'export { q } from "./c.js";\nconst later = () => import("./late.js");',
        "assets/c.js": b'// "./late.js"',
        "assets/lib.js": b'import { c } from "./c.js"; import d from "./gone.js";', "assets/late.js": b"1",
    }
    assert imported("assets/a.js", assets) == ("assets/b.js", "assets/c.js", "assets/lib.js")
    assert imported("assets/none.js", assets) == ()


def test_assets_in_a_circle_are_refused() -> None:
    with pytest.raises(ValueError, match=r"assets/a\.js.*assets/b\.js"):
        fingerprint({"assets/a.js": b'"./b.js"', "assets/b.js": b'"./a.js"'})


def test_every_script_that_the_built_in_ones_name_is_there() -> None:
    assets = read_theme().assets
    _, names = fingerprint(assets)
    assert sorted(names) == sorted(assets)


@pytest.mark.parametrize(("css", "small"), [
    ("a { color: red; }\n/* why; { */\nb > c , d { margin: 0 auto }", "a{color:red}b>c,d{margin:0 auto}"),
    ("a :hover { x: 1 }", "a :hover{x:1}"),
    ("a { content: \"; }  :\" ; y: 'p,  q' }", "a{content:\"; }  :\";y:'p,  q' }".replace("' }", "'}")),
    ("@media (min-width: 62rem) { a { b: c } }", "@media(min-width:62rem){a{b:c}}"),
    ("a::before, a::after, a::marker { content: \"::before\" }", "a:before,a:after,a::marker{content:\"::before\"}"),
])
def test_a_style_sheet_is_squeezed_and_its_strings_are_kept(css: str, small: str) -> None:
    assert squeezed(css) == small


@pytest.mark.parametrize(("css", "small"), [
    (":root{--space:.5rem;--far:9rem}a{b:var(--space);c:var(--space);d:var(--far)}", ":root{}a{b:.5rem;c:.5rem;d:9rem}"),
    (":root{--ink:light-dark(#fff,#000)}a{b:var(--ink)}", ":root{}a{b:light-dark(#fff,#000)}"),
    (":root{--ink:light-dark(#fff,#1)}a{b:var(--ink);c:var(--ink)}", ":root{--a:light-dark(#fff,#1)}a{b:var(--a);c:var(--a)}"),
    (":root{--ink:red}@media print{:root{--ink:#0}}a{b:var(--ink)}", ":root{--a:red}@media print{:root{--a:#0}}a{b:var(--a)}"),
    ("@media print{:root{--ink:#000}}a{b:var(--ink)}", "@media print{:root{--a:#000}}a{b:var(--a)}"),
    (":root{--gap:1px}a{b:var(--gap,2px);c:var(--gap)}", ":root{--a:1px}a{b:var(--a,2px);c:var(--a)}"),
    (":root{--gap:1px;--gap-wide:2px}a{b:var(--gap-wide)}", ":root{}a{b:2px}"),
    (":root{--mask:url(\"data:x;--gap\")}a{b:var(--mask)}", ":root{--a:url(\"data:x;--gap\")}a{b:var(--a)}"),
    ("b{content:\"{\"}:root{--gap:1px}a{c:var(--gap)}", "b{content:\"{\"}:root{}a{c:1px}"),
    (":root{--width:1px}a{--a:2px;b:var(--width);c:var(--a)}", ":root{--width:1px}a{--a:2px;b:var(--width);c:var(--a)}"),
    ("a{--long:2px;b:var(--width)}", "a{--a:2px;b:var(--width)}"),
])
def test_custom_properties_are_short_or_gone_where_they_are_published(css: str, small: str) -> None:
    assert shortened(css, 'grid.style.setProperty("--width", "3px")') == small


@pytest.mark.parametrize(("text", "shown"), [
    ("Role of IL-6", "Role of <span>IL-6</span>"), ("NF-κB & <b>", "<span>NF-κB</span> &amp; &lt;b&gt;"),
    ("&lt-x", "&amp;<span>lt-x</span>"), ("state-of-the-art", "state-of-the-art"), ("IL- 6 -6", "IL- 6 -6"), ("IL6", "IL6"),
])
def test_short_names_of_a_heading_stay_in_one_line(text: str, shown: str) -> None:
    assert together(text) == shown


def test_the_policy_allows_the_picture_hosts_and_little_else() -> None:
    urls = ("https://a.example/x/{filename}", "https://a.example/y/{filename}", "http://b.example:8080/{filename}")
    config = Config(images=ImageSettings(urls=urls))
    assert policy(config) == (
        "default-src 'self';img-src 'self' data: https://a.example http://b.example:8080;"
        "form-action 'self' https://maayanlab.cloud;base-uri 'none'"
    )


def test_the_script_gets_the_picture_addresses_and_whether_there_is_a_gene_list_page() -> None:
    config = Config(images=ImageSettings(urls=("https://a.example/{filename}",)))
    wanted = b'const IMAGES = ["https://a.example/{filename}"];\nconst GENE_LIST = %s;\nrest'
    assert with_settings(b"rest", config) == wanted % b"true"
    assert with_settings(b"rest", replace(config, publish=PublishSettings(gene_list=False))) == wanted % b"false"


def test_the_manifest_names_its_icons() -> None:
    names = {"assets/icon.svg": "assets/i.svg", "assets/icon-180.png": "assets/i.png"}
    made = manifest(Config(site=SiteSettings(title="A collection")), names)
    document = json.loads(made.body)
    assert made.path == MANIFEST
    assert document["name"] == "A collection"
    assert [i["src"] for i in document["icons"]] == ["assets/i.svg", "assets/i.png"]


def test_bars_are_measured_by_the_longest_and_none_vanishes() -> None:
    assert [b.percent for b in bars([Count("a", "a", 1000), Count("b", "b", 500), Count("c", "c", 1)])] == [100, 50, 1]
    assert bars([]) == ()


@pytest.mark.parametrize(("number", "count", "shown"), [
    (1, 2, [1, 2]),
    (5, 12, [*range(1, 13)]),
    (1, 13, [1, 2, 3, 11, 13]),
    (7, 30, [1, 5, 6, 7, 8, 9, 17, 30]),
    (320, 639, [1, 220, 310, 318, 319, 320, 321, 322, 330, 420, 639]),
    (639, 639, [1, 539, 629, 637, 638, 639]),
])
def test_a_long_list_links_some_of_its_pages(number: int, count: int, shown: list[int]) -> None:
    assert list(page_numbers(number, count)) == shown


@pytest.mark.parametrize("count", [13, 250, 1_200])
def test_every_page_of_a_list_is_reached_from_the_first(count: int) -> None:
    reached, left = set(), [1]
    while left:
        number = left.pop()
        if number not in reached:
            reached.add(number)
            left += page_numbers(number, count)
    assert reached == set(range(1, count + 1))
