"""Jinja2 over given template sources: strict, autoescaped, lean."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import fields
from difflib import get_close_matches
from functools import lru_cache
from itertools import starmap
from operator import attrgetter
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined, TemplateError, TemplateSyntaxError, UndefinedError, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.meta import find_referenced_templates
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from sitegen.digest import digest
from sitegen.model.external import is_outgoing
from sitegen.output import Output, output
from sitegen.pages.words import thousands
from sitegen.problems import Problem, SiteError

_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)
_OUTGOING = " rel=external"
_HYPHENED = re.compile(r"(?<![\w&#-])(?=[\w-]{3,10}(?![\w-]))[^\W_]+(?:-[^\W_]+)+")
_BARE = re.compile(r"[^\s\"'=<>`]+")
_PLAIN = re.compile(r"[A-Za-z0-9/.#_~%:-]+")
_PASSED_ON = re.compile(r"\byield from ((?:context\.blocks|parent_template\.root_render_func)\S*\(\w+\))$", re.MULTILINE)
_UNDEFINED = re.compile(r"'(\w+)' is undefined")
_OWN_TYPE = re.compile(r"'sitegen\.[\w.]+\.(\w+) object'")
_BLANK_OR_PRE = re.compile(r"(<pre\b.*?</pre>)|\n{2,}", re.DOTALL)


try:
    from markupsafe import _escape_inner as _escape_text  # type: ignore[attr-defined]
except ImportError:  # another release of MarkupSafe: the same text, slower
    def _escape_text(text: str, /) -> str:
        return str(escape(text))


class _Generator(CodeGenerator):
    """Compiles `{{ … }}` to an escape that makes plain text, which what is joined to a page need not be more than.

    In templates of sitegen's own `a.b` is Python's: there is no item `b` of `a` to look for, but among a page's blocks.
    """

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        if self.environment.sandboxed or (isinstance(node.node, nodes.Name) and node.node.name == "self"):
            super().visit_Getattr(node, frame)
        else:
            self.visit(node.node, frame)
            self.write(f".{node.attr}")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.escape_output(")
            if finalize.src is not None:
                self.write(finalize.src)


class _Joining:
    """Compiles a block to one text: each of its many pieces would else climb through the generators of all its parents."""

    def _generate(self, *given: Any, **named: Any) -> str:
        source: str = super()._generate(*given, **named)  # type: ignore[misc]
        return _PASSED_ON.sub(r"yield ''.join(\1)", source)


class _Open(_Joining, Environment):
    pass


class _Sandbox(_Joining, ImmutableSandboxedEnvironment):
    pass


def _escaped(value: Any) -> str:
    kind = type(value)
    if kind is str:
        return _escape_text(value)
    return str.__str__(value) if kind is Markup else escape(value)


def make_environment(templates: Mapping[str, str], own: Collection[str] = ()) -> Environment:
    """An environment over template sources by name; `own` are the names of those that came with the content.

    Indentation in a template is for its reader: it is cut when the template is loaded.  Where templates came
    with the content, a sandbox keeps them from Python's internals.
    """
    def load(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        source = templates.get(name)
        return None if source is None else (_INDENT.sub("", source), f"templates/{name}", lambda: True)

    env: Any = (_Sandbox if own else _Open)(
        loader=FunctionLoader(load), undefined=StrictUndefined, autoescape=True, trim_blocks=True, lstrip_blocks=True,
        auto_reload=False, cache_size=-1,
    )
    env.filters["thousands"] = thousands
    env.filters["q"] = attribute_value
    env.filters["href"] = link_attributes
    env.filters["anchors"] = anchors
    env.filters["together"] = together
    env.code_generator_class = _Generator
    env.escape_output = _escaped
    env.own_files = frozenset(f"templates/{name}" for name in own)
    made: Environment = env
    return made


def closure(env: Environment, templates: Mapping[str, str], *names: str) -> str:
    """The digest of some templates and of all that they extend, include or import.

    All templates count where one of them names another only when it is rendered, or cannot be read.
    """
    found: dict[str, str] = {}
    left: list[str | None] = [*names]
    while left:
        name = left.pop()
        if name is None or name not in templates:
            return _digest_of(templates)
        if name in found:
            continue
        found[name] = templates[name]
        try:
            left += find_referenced_templates(env.parse(templates[name]))
        except TemplateSyntaxError:
            return _digest_of(templates)
    return _digest_of(found)


def _digest_of(templates: Mapping[str, str]) -> str:
    return digest(*(part for item in sorted(templates.items()) for part in item))


def attribute_value(value: str) -> Markup:
    """A value as it stands after an attribute's `=`: escaped, and in quotes only where HTML wants them."""
    if _PLAIN.fullmatch(value):  # most are addresses of the site's own pages
        return str.__new__(Markup, value)
    text = _escaped(value)
    return str.__new__(Markup, text if _BARE.fullmatch(value) else f'"{text}"')


def link_attributes(address: str) -> Markup:
    """The attributes of an `<a>` that leads to an address: `rel=external`, too, where it leaves the site."""
    return str.__new__(Markup, f"href={attribute_value(address)}{_OUTGOING if is_outgoing(address) else ''}")


def together(text: str) -> Markup:
    """A heading in which no line ends within a short name such as `IL-6`, as it would after the hyphen."""
    escaped = _escaped(text)
    return str.__new__(Markup, _HYPHENED.sub(r"<span>\g<0></span>", escaped) if "-" in escaped else escaped)


def anchors(links: Iterable[tuple[str, str]]) -> Markup:
    """Links in a row, each (text, address): a page's genes, of which there are too many for a template's loop."""
    return str.__new__(Markup, " ".join(starmap(_anchor, links)))


@lru_cache(maxsize=65536)  # the same genes are on page after page
def _anchor(text: str, href: str) -> str:
    return f"<a {link_attributes(href)}>{_escape_text(text)}</a>"


def render(env: Environment, template: str, path: str, context: Any, source: str = "") -> Output:
    """A page from its template and context; raises SiteError with the template's line where it fails.

    The fault names `source`, what of the content the page is made of, or else the page.
    """
    kind: type = type(context)
    names, values_of = _fields(kind)
    try:
        html = env.get_template(template).render(zip(names, values_of(context), strict=True))
        return output(path, _without_blank_lines(html))
    except TemplateSyntaxError as e:
        raise SiteError([Problem(e.filename or f"templates/{e.name}", e.lineno, 1, "E504", e.message or "syntax error")]) from e
    except Exception as e:  # whatever a template does wrong, its author wants to know the line
        name, line = _place_of(env, e, f"templates/{template}")
        hint = _hint(str(e), template, names) if isinstance(e, UndefinedError) else ""
        raise SiteError([Problem(name, line, 1, "E504", f"{_message(e)} (for {source or path})", hint)]) from e


def _message(error: Exception) -> str:
    """What went wrong, in the same words each time."""
    if isinstance(error, RecursionError):
        return "it takes itself in without end"
    if isinstance(error, TemplateError) and error.message:
        return _OWN_TYPE.sub(r"'\1'", error.message)
    return f"{type(error).__name__}: {error}"


def _hint(message: str, template: str, names: Sequence[str]) -> str:
    """What to write instead of a variable that there is not."""
    unknown = _UNDEFINED.match(message)
    near = get_close_matches(unknown[1], names, n=1) if unknown else []
    listed = f"docs/templates.md lists what {template} is given."
    return f"Did you mean '{near[0]}'? {listed}" if near else listed


@lru_cache(maxsize=64)
def _fields(kind: type) -> tuple[tuple[str, ...], Callable[[object], tuple[Any, ...]]]:
    names = tuple(f.name for f in fields(kind))
    values = attrgetter(*names)
    return names, values if len(names) > 1 else lambda context: (values(context),)


def _without_blank_lines(html: str) -> str:
    """The page without the blank lines that its template's statements leave; those of its own code blocks stay."""
    if "<pre" in html:
        return _BLANK_OR_PRE.sub(lambda m: m.group(1) or "\n", html)
    if "\n\n" not in html:
        return html
    first, *lines, last = html.split("\n")
    return "\n".join([first, *filter(None, lines), last])


def _place_of(env: Environment, error: BaseException, template: str) -> tuple[str, int]:
    """The template and line that failed: those of the traceback's innermost frame in one of the content's, or else in any."""
    own: frozenset[str] = getattr(env, "own_files")  # noqa: B009  (Jinja's class does not know it)
    frames = [(template, 0)]
    trace = error.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if file.startswith("templates/"):
            frames.append((file, trace.tb_lineno))
        trace = trace.tb_next
    return next((frame for frame in reversed(frames) if frame[1] and frame[0] in own), frames[-1])
