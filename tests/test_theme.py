"""Themes: a collection's own templates and assets over the built-in ones."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sitegen.build import run
from sitegen.build.progress import Quiet
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
    assert faults == ["templates/404.html:2 E504 'no_such_thing' is undefined (for 404.html)"]


def test_a_template_cannot_reach_python_s_internals(content: Path) -> None:
    (content / "theme" / "404.html").write_text("{{ ''.__class__.__mro__[1].__subclasses__() }}", encoding="utf-8")
    _, faults = build(content)
    assert len(faults) == 1
    assert "unsafe" in faults[0]


def test_a_theme_lies_in_the_content(content: Path) -> None:
    shutil.rmtree(content / "theme")
    assert build(content)[1] == ["site.toml:1 E503 [theme] directory: there is no directory theme"]
    (content / "theme").symlink_to(content.parent)
    assert build(content)[1] == ["site.toml:1 E503 [theme] directory: theme is not inside the content"]


def test_a_theme_s_files_do_not_lead_out_of_it(content: Path) -> None:
    secret = content.parent / "secret.css"
    secret.write_text("secret", encoding="utf-8")
    (content / "theme" / "assets" / "site.css").symlink_to(secret)
    assert build(content)[1] == ["theme/assets/site.css:0 E103 site.css links outside the theme"]


def test_the_documentation_of_templates_is_that_of_the_code() -> None:
    """After a change of sitegen/pages/contexts.py: `make golden`."""
    assert written_docs.TEMPLATES.read_text(encoding="utf-8") == written_docs.templates_page()
