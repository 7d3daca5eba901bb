"""What a page's templates come to: themselves and all that they name."""

from __future__ import annotations

import pytest

from sitegen.pages.environment import closure, make_environment

BASE = {"base.html": "a{% block x %}{% endblock %}", "part.html": "b", "macros.html": "{% macro m() %}{% endmacro %}",
        "page.html": '{% extends "base.html" %}{% block x %}{% include "part.html" %}{% endblock %}',
        "list.html": '{% from "macros.html" import m %}{{ m() }}', "alone.html": "c",
        "dynamic.html": "{% include name %}"}


def changed(name: str, *of: str) -> set[str]:
    """The templates whose digest changes with that of one."""
    edited = {**BASE, name: BASE[name] + "edited"}
    env = make_environment(BASE)
    return {page for page in of if closure(env, BASE, page) != closure(env, edited, page)}


@pytest.mark.parametrize(("edited", "pages"), [
    ("base.html", {"page.html", "dynamic.html"}),
    ("part.html", {"page.html", "dynamic.html"}),
    ("macros.html", {"list.html", "dynamic.html"}),
    ("page.html", {"page.html", "dynamic.html"}),
    ("alone.html", {"dynamic.html"}),
])
def test_a_page_depends_on_what_it_names(edited: str, pages: set[str]) -> None:
    assert changed(edited, "page.html", "list.html", "dynamic.html") == pages


def test_a_template_that_cannot_be_read_depends_on_all() -> None:
    env = make_environment(BASE)
    broken = {**BASE, "broken.html": "{% if"}
    assert closure(env, broken, "broken.html") != closure(env, {**broken, "alone.html": "d"}, "broken.html")
