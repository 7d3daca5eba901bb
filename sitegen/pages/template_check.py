"""Looks over templates that came with the content: which cannot be compiled, and which fail on pages of invented figures."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from jinja2 import Environment, TemplateSyntaxError, nodes

from sitegen.pages.environment import render
from sitegen.pages.frame import Site
from sitegen.pages.invented import trials
from sitegen.problems import Problem, SiteError

_TAKES_IN = (nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)


def template_problems(env: Environment, names: Iterable[str], known: Container[str]) -> tuple[Problem, ...]:
    """A fault for each template that cannot be compiled, and for each mention of a template that is not `known`.

    They are at `templates/<name>`, as the faults of `environment.render` are.
    """
    return tuple(p for name in names for p in _problems(env, name, known))


def trial_problems(env: Environment, site: Site) -> tuple[Problem, ...]:
    """A fault for each page of the invented figures that cannot be made, all templates being ones that compile."""
    found: list[Problem] = []
    for template, context, page in trials(site):
        try:
            render(env, template, "trial.html", context, page)
        except SiteError as e:
            found.extend(e.problems)
    return tuple(found)


def _problems(env: Environment, name: str, known: Container[str]) -> Iterator[Problem]:
    assert env.loader is not None
    source, filename, _ = env.loader.get_source(env, name)
    place = filename or name
    try:
        tree = env.parse(source, name, filename)
        env.compile(source, name, filename)
    except TemplateSyntaxError as e:
        yield Problem(place, e.lineno, 1, "E504", e.message or "syntax error")
        return
    except Exception as e:  # what is nested too deeply for Jinja or for Python's own compiler
        yield Problem(place, 1, 1, "E504", f"it cannot be compiled: {type(e).__name__}")
        return
    for node in tree.find_all(_TAKES_IN):
        wanted = _names(getattr(node, "template"))  # noqa: B009  (all that take templates in have it)
        if wanted and not getattr(node, "ignore_missing", False) and not any(w in known for w in wanted):
            yield Problem(place, node.lineno, 1, "E504", f"there is no template {' or '.join(wanted)}")


def _names(expression: nodes.Expr) -> list[str]:
    """The templates that a statement names, of which one is enough; none where it names them when it is rendered."""
    try:
        value = expression.as_const()
    except nodes.Impossible:
        return []
    values = [value] if isinstance(value, str) else value
    return [v for v in values if isinstance(v, str)] if isinstance(values, (list, tuple)) else []
