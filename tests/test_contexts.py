"""Templates and contexts: each template uses exactly the fields of its context's dataclass."""

from __future__ import annotations

import ast
import inspect
from dataclasses import fields

import pytest
from jinja2 import nodes
from jinja2.meta import find_referenced_templates, find_undeclared_variables

from sitegen.content.theme import read_theme
from sitegen.pages import contexts
from sitegen.pages.environment import make_environment

THEME = read_theme().templates
ENV = make_environment(THEME)


def parsed(name: str) -> nodes.Template:
    assert ENV.loader is not None
    source, _, _ = ENV.loader.get_source(ENV, name)
    return ENV.parse(source)


def used(name: str) -> set[str]:
    """Variables of a template and of all that it extends and includes; an import brings only macros, which take arguments."""
    tree = parsed(name)
    macros = {n if isinstance(n, str) else n[1] for node in tree.find_all(nodes.FromImport) for n in node.names}
    macros |= {node.target for node in tree.find_all(nodes.Import)}
    found = set(find_undeclared_variables(tree)) - macros  # a block's view of the names imported at its template's head
    imported = {n.template.value for n in tree.find_all((nodes.Import, nodes.FromImport)) if isinstance(n.template, nodes.Const)}
    for other in find_referenced_templates(tree):
        assert other is not None, f"{name} names a template that only its context knows"
        if other not in imported:
            found |= used(other)
    return found


def given(kind: type) -> set[str]:
    return {f.name for f in fields(kind)}


@pytest.mark.parametrize(("name", "kind"), contexts.TEMPLATES.items(), ids=lambda v: v if isinstance(v, str) else "")
def test_a_template_uses_only_what_its_context_has(name: str, kind: type) -> None:
    assert sorted(used(name) - given(kind)) == []


@pytest.mark.parametrize(("name", "kind"), contexts.TEMPLATES.items(), ids=lambda v: v if isinstance(v, str) else "")
def test_a_context_has_only_what_its_template_uses(name: str, kind: type) -> None:
    """A field of the frame may be used by some templates alone, but by one at least."""
    frame = given(contexts.Frame)
    assert sorted(given(kind) - frame - used(name)) == []


def test_each_field_of_the_frame_is_used() -> None:
    assert given(contexts.Frame) <= set().union(*(used(name) for name in contexts.TEMPLATES))


def test_every_template_has_a_context_or_is_part_of_one() -> None:
    parts: set[str] = set()
    for name in THEME:
        parts |= {t for t in find_referenced_templates(parsed(name)) if t}
    assert sorted(n for n in THEME if n.endswith((".html", ".xml")) and n not in contexts.TEMPLATES and n not in parts) == []
    assert sorted(set(contexts.TEMPLATES) - set(THEME)) == []


def test_macros_use_their_arguments_alone() -> None:
    """So that an import, which has no context, is safe."""
    for name in THEME:
        if name.startswith("_"):
            assert sorted(find_undeclared_variables(parsed(name))) == [], name


def test_every_dataclass_of_contexts_is_a_templates_or_the_frame() -> None:
    tree = ast.parse(inspect.getsource(contexts))
    classes = {
        node.name for node in tree.body
        if isinstance(node, ast.ClassDef) and any("dataclass" in ast.unparse(d) for d in node.decorator_list)
    }
    assert classes == {kind.__name__ for kind in contexts.TEMPLATES.values()} | {"Frame"}


def test_the_check_sees_a_variable_that_no_context_has() -> None:
    tree = ENV.parse('{% extends "base.html" %}{% block main %}{{ nowhere }}{% endblock %}')
    assert "nowhere" in find_undeclared_variables(tree)
