"""Themes: a collection's own templates and assets over the built-in ones."""

from __future__ import annotations

import os
import shutil
from dataclasses import fields
from pathlib import Path

import pytest

from sitegen.build import run
from sitegen.build.progress import Quiet
from sitegen.config import Config
from sitegen.content.theme import read_theme
from sitegen.pages.assets import fingerprint
from sitegen.pages.contexts import TEMPLATES
from sitegen.pages.environment import make_environment
from sitegen.pages.frame import Site
from sitegen.pages.invented import trials
from sitegen.pages.template_check import trial_problems
from tests import sites, written_docs


@pytest.fixture
def content(tmp_path: Path) -> Path:
    place = tmp_path / "content"
    shutil.copytree(sites.MINI, place)
    with (place / "site.toml").open("a", encoding="utf-8") as f:
        f.write('\n[theme]\ndirectory = "theme"\n')
    (place / "theme" / "assets").mkdir(parents=True)
    return place


def build(content: Path) -> tuple[Path, list[str]]:
    out = content.parent / "_site"
    outcome = run.build(str(content), str(out), base_url="", jobs=1, keep_going=False, cache=None, progress=Quiet())
    return out, [f"{p.path}:{p.line} {p.code} {p.message}" for p in outcome.problems if p.severity == "error"]


def told(content: Path) -> list[str]:
    """The faults that a build tells, which are those that a check tells."""
    found = [f"{p.path}:{p.line} {p.code} {p.message}" for p in run.check(str(content), 1, Quiet()) if p.severity == "error"]
    assert build(content)[1] == found
    return found


def line(content: Path) -> int:
    """The line of the setting."""
    return (content / "site.toml").read_text(encoding="utf-8").splitlines().index('[theme]') + 2


def test_a_template_wins_and_can_extend_the_built_in_one(content: Path) -> None:
    (content / "theme" / "404.html").write_text(
        '{% extends "built-in/404.html" %}\n{% block main %}<p id=mine>{{ site_title }}</p>{{ super() }}{% endblock %}\n',
        encoding="utf-8")
    out, faults = build(content)
    page = (out / "404.html").read_text(encoding="utf-8")
    assert faults == []
    assert "<p id=mine>" in page
    assert "Page not found" in page
    assert "<p id=mine>" not in (out / "index.html").read_text(encoding="utf-8")


def test_an_asset_wins_and_is_published_under_its_own_digest(content: Path) -> None:
    (content / "theme" / "assets" / "site.css").write_text("body{color:teal}", encoding="utf-8")
    (content / "theme" / "assets" / "mark.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
    out, faults = build(content)
    assert faults == []
    (style,) = out.glob("assets/site.*.css")
    assert style.read_text(encoding="utf-8").startswith("body{color:teal}")
    assert style.name in (out / "index.html").read_text(encoding="utf-8")
    assert len(list(out.glob("assets/mark.*.svg"))) == 1


def test_a_template_with_a_mistake_is_told_with_its_line(content: Path) -> None:
    (content / "theme" / "404.html").write_text("<p>one\n{{ no_such_thing }}\n", encoding="utf-8")
    _, faults = build(content)
    assert faults == ["theme/404.html:2 E504 'no_such_thing' is undefined (for 404.html)"]


@pytest.mark.parametrize(("name", "text", "fault"), [
    ("404.html", "{{ site_titel }}", "theme/404.html:1 E504 'site_titel' is undefined (for 404.html)"),
    ("figure.html", "{% if chemicals %}\n{{ chemicals[0].nmae }}{% endif %}",
     "theme/figure.html:2 E504 'EntityRow' has no attribute 'nmae' (for a figure that has everything)"),
    ("figure.html", "\n\n{{ doi.href }}",
     "theme/figure.html:3 E504 'None' has no attribute 'href' (for a figure that has only what it must have)"),
    ("page.html", "{{ title | truncate('x') }}", "theme/page.html:1 E504 TypeError: "),
    ("home.html", "{{ 'a' | indent(1, 2, 3, 4) }}", "theme/home.html:1 E504 TypeError: do_indent() takes from 1 to 4"),
    ("base.html", "\n{% block main %}{% endblock %}{{ wrong }}", "theme/base.html:2 E504 'wrong' is undefined (for "),
    ("entity.html", '{% from "_figures.html" import figure_items %}\n{{ figure_items(1) }}',
     "theme/entity.html:2 E504 TypeError: 'int' object is not iterable (for a gene)"),
    ("entities.html", '\n{% include "figure.html" %}', "theme/entities.html:2 E504 'images' is undefined (for a list of genes)"),
    ("list.html", "{% if next_page and number > 1 %}{% endif %}",
     "theme/list.html:1 E504 'number' is undefined (for a list of several pages)"),
    ("list.html", "{{ previous_page[9999] if beyond and previous_page }}",
     "theme/list.html:1 E504 str object has no element 9999 (for a list of several pages)"),
    ("entities.html", "{% for page in pages %}{{ page.txt }}{% endfor %}",
     "theme/entities.html:1 E504 'NavItem' has no attribute 'txt' (for a list of several pages)"),
    ("404.html", "{{ '\\ud800' }}", "theme/404.html:0 E504 UnicodeEncodeError: "),
    ("404.html", '{% extends "404.html" %}', "theme/404.html:1 E504 it takes itself in without end (for 404.html)"),
    ("404.html", "{% macro a() %}{{ a() }}{% endmacro %}\n{{ a() }}", "theme/404.html:1 E504 it takes itself in without end"),
])
def test_what_fails_on_a_page_is_told_without_the_collection_s_pages(content: Path, name: str, text: str, fault: str) -> None:
    if "entities" in name:
        text = text.replace("figure.html", "built-in/figure.html")
    (content / "theme" / name).write_text(text, encoding="utf-8")
    (found,) = told(content)
    assert found.startswith(fault)
    assert not (content.parent / "_site").exists()


def test_an_undefined_name_is_told_with_the_one_that_was_meant(content: Path) -> None:
    (content / "theme" / "404.html").write_text("{{ site_titel }}", encoding="utf-8")
    (content / "theme" / "page.html").write_text("{{ xyz }}", encoding="utf-8")
    (content / "theme" / "home.html").write_text("{{ 1 // 0 }}", encoding="utf-8")
    hints = [p.advice for p in run.check(str(content), 1, Quiet()) if p.severity == "error"]
    assert hints == [
        "Did you mean 'site_title'? docs/templates.md lists what 404.html is given.", "Mend the template at this line.",
        "docs/templates.md lists what page.html is given.",
    ]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_template_that_fails_for_one_figure_names_its_file(content: Path, jobs: int) -> None:
    (content / "theme" / "figure.html").write_text(
        '{% extends "built-in/figure.html" %}\n{% block main %}\n{{ super() }}'
        '{{ {"PMC9000004": missing_word}[pmcid] if figid == "PMC9000004__d2" }}{% endblock %}', encoding="utf-8")
    out = content.parent / "_site"
    outcome = run.build(str(content), str(out), base_url="", jobs=jobs, keep_going=True, cache=None, progress=Quiet())
    assert [f"{p.path}:{p.line} {p.message}" for p in outcome.problems if p.severity == "error"] == [
        "theme/figure.html:3 'missing_word' is undefined (for figures/PMC9000004__d2.md)",
    ]
    assert not outcome.published
    assert not out.exists()


def test_faults_of_figures_and_theme_are_told_in_one_build(content: Path) -> None:
    (content / "theme" / "404.html").write_text("{{ wrong }}", encoding="utf-8")
    (content / "figures/PMC9000004__d1.md").write_text("no figure", encoding="utf-8")
    assert [fault.split(" ")[:2] for fault in told(content)] == [
        ["figures/PMC9000004__d1.md:1", "E201"], ["theme/404.html:1", "E504"],
    ]


def test_every_built_in_template_is_tried() -> None:
    theme = read_theme()
    site = Site(Config(), {path: path for path in theme.assets}, ())
    made = list(trials(site))
    assert {t.template for t in made} == set(TEMPLATES)
    assert [t for t in made if type(t.context) is not TEMPLATES[t.template] and t.template != "search.html"] == []
    assert trial_problems(make_environment(theme.templates), site) == ()


def test_an_invented_figure_has_everything() -> None:
    """No branch of a template may go untried because a list of the invented figure is empty."""
    full = next(t.context for t in trials(Site(Config(), {path: path for path in read_theme().assets}, (("About", "a.html"),))))
    empty = [f.name for f in fields(full) if getattr(full, f.name) in (None, (), "")]
    assert empty == ["footer", "edit_href", "report_href"]  # which settings and pages make


def test_a_fault_in_a_template_of_many_pages_is_told_once(content: Path) -> None:
    (content / "theme" / "base.html").write_text("{{ no_such_thing }}\n", encoding="utf-8")
    assert [f.split(" (for ")[0] for f in build(content)[1]] == ["theme/base.html:1 E504 'no_such_thing' is undefined"]


def test_a_template_cannot_reach_python_s_internals(content: Path) -> None:
    (content / "theme" / "404.html").write_text("{{ ''.__class__.__mro__[1].__subclasses__() }}", encoding="utf-8")
    _, faults = build(content)
    assert len(faults) == 1
    assert "unsafe" in faults[0]


def test_a_theme_lies_in_the_content(content: Path) -> None:
    shutil.rmtree(content / "theme")
    assert told(content) == [f"site.toml:{line(content)} E503 [theme] directory: there is no directory theme"]
    (content / "theme").symlink_to(content.parent)
    assert told(content) == [f"site.toml:{line(content)} E503 [theme] directory: theme is not inside the content"]


def test_a_theme_s_files_do_not_lead_out_of_it(content: Path) -> None:
    secret = content.parent / "secret.css"
    secret.write_text("secret", encoding="utf-8")
    (content / "theme" / "assets" / "site.css").symlink_to(secret)
    assert told(content) == ["theme/assets/site.css:0 E103 site.css links outside the theme"]


def test_a_directory_of_a_name_that_is_none(content: Path) -> None:
    settings = content / "site.toml"
    settings.write_text(settings.read_text(encoding="utf-8").replace('"theme"', '"the\\u0000me"'), encoding="utf-8")
    assert told(content) == [f"site.toml:{line(content)} E503 [theme] directory: the character U+0000 cannot stand in a page"]


@pytest.mark.parametrize(("files", "faults"), [
    ({"assets/a:b.png": b"x"}, ["theme/assets/a:b.png:0 E506 'a:b.png' cannot be a file name everywhere"]),
    ({"assets/" + "a" * 250: b"x"}, ["E506"]),
    ({"assets/ends.": b"x"}, ["theme/assets/ends.:0 E506 'ends.' cannot be a file name everywhere"]),
    ({"assets/site.css": b"a{}\nb\xff{}"}, ["theme/assets/site.css:2 E101 byte 0xff is not UTF-8"]),
    ({"assets/own.js": b"\xff"}, ["theme/assets/own.js:1 E101 byte 0xff is not UTF-8"]),
    ({"404.html": b"\n\xff"}, ["theme/404.html:2 E101 byte 0xff is not UTF-8"]),
    ({"assets/a.js": b'\nimport "./b.js";', "assets/b.js": b'import "./a.js";'},
     ["theme/assets/a.js:2 E506 assets that name each other in a circle: a.js, b.js"]),
    ({"assets/a.js": b'import "./a.js";', "assets/b.js": b'import "./c.js";', "assets/c.js": b'import "./b.js";'},
     ["theme/assets/a.js:1 E506 assets that name each other in a circle: a.js",
      "theme/assets/b.js:1 E506 assets that name each other in a circle: b.js, c.js"]),
    ({"assets/cite.js": b'\n\nimport "./figure.js";'},
     ["theme/assets/cite.js:3 E506 assets that name each other in a circle: cite.js, figure.js"]),
    ({"404.html": b"one\n{% if %}"}, ["theme/404.html:2 E504 Expected an expression, got 'end of statement block'"]),
    ({"404.html": b"{{ 1 | no_such }}"}, ["theme/404.html:1 E504 No filter named 'no_such'."]),
    ({"404.html": b'\n{% extends "no.html" %}'}, ["theme/404.html:2 E504 there is no template no.html"]),
    ({"404.html": b"{% for a in [] %}" * 40 + b"{% endfor %}" * 40}, ["E504"]),
    ({"own.html": b"{{ 1 | no_such }}"}, ["theme/own.html:1 E504 No filter named 'no_such'."]),
])
def test_check_and_build_tell_the_same_faults(content: Path, files: dict[str, bytes], faults: list[str]) -> None:
    for name, body in files.items():
        (content / "theme" / name).write_bytes(body)
    found = told(content)
    assert found == faults or (len(found) == 1 and faults[0] in found[0] and " " not in faults[0])


def test_what_a_template_may_do_without_is_no_fault(content: Path) -> None:
    (content / "theme" / "404.html").write_text(
        '{% extends "built-in/404.html" %}{% set other = "no.html" %}{% block main %}'
        '{% include "no.html" ignore missing %}{% include ["no.html", "own.html"] %}{% include other ignore missing %}'
        '{% endblock %}', encoding="utf-8")
    (content / "theme" / "own.html").write_text("<p>Mine", encoding="utf-8")
    assert told(content) == []


def test_a_pipe_is_no_asset(content: Path) -> None:
    os.mkfifo(content / "theme/assets/pipe.png")
    assert told(content) == ["theme/assets/pipe.png:0 E102 not a regular file"]


def test_a_file_s_name_that_is_not_utf_8(content: Path) -> None:
    Path(os.fsdecode(os.fsencode(content / "theme/assets") + b"/\xff.png")).write_bytes(b"")
    assert told(content) == ["theme/assets/\\udcff.png:0 E101 file name is not UTF-8"]


def test_assets_without_an_ending_stay_among_the_assets(content: Path) -> None:
    for name in ("LICENSE", "fonts.v2/OFL", "fonts.v2/one.two.woff2"):
        (content / "theme/assets" / name).parent.mkdir(exist_ok=True)
        (content / "theme/assets" / name).write_text(name, encoding="utf-8")
    out, faults = build(content)
    assert faults == []
    for pattern in ("LICENSE.????????", "fonts.v2/OFL.????????", "fonts.v2/one.two.????????.woff2"):
        assert len(list(out.glob(f"assets/{pattern}"))) == 1, pattern
    assert [p.name for p in out.iterdir() if p.name.startswith(".")] == []


def test_the_ending_is_that_of_the_file_s_own_name() -> None:
    names = fingerprint({"assets/a.b/c": b"", "assets/.hidden": b"", "assets/a.b/.c": b"", "assets/d.e.js": b""})[1]
    mark = names["assets/a.b/c"].rpartition(".")[2]
    assert list(names.values()) == [
        f"assets/.hidden.{mark}", f"assets/a.b/.c.{mark}", f"assets/a.b/c.{mark}", f"assets/d.e.{mark}.js",
    ]


def test_the_documentation_of_templates_is_that_of_the_code() -> None:
    """After a change of sitegen/pages/contexts.py: `make golden`."""
    assert written_docs.TEMPLATES.read_text(encoding="utf-8") == written_docs.templates_page()
