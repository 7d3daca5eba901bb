"""The parts of the documentation that are made from the code."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Any

import sitegen.config
from sitegen.config import SECTIONS
from sitegen.content.schema import figure_schema
from sitegen.pages import contexts, rows
from sitegen.problems import CODES

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = ROOT / "docs" / "templates.md"
FAULTS = ROOT / "docs" / "faults.md"
README = ROOT / "README.md"
CONTENT = ROOT / "docs" / "content.md"
_KEYS = re.compile(r"(<!-- keys: [^\n]*-->\n).*?(<!-- /keys -->\n)", re.DOTALL)
_SETTINGS = re.compile(r"(<!-- settings: [^\n]*-->\n).*?(<!-- /settings -->\n)", re.DOTALL)
_PARTS = {
    "E1": "The file as bytes", "E2": "Front matter", "E3": "Tables", "E4": "The collection",
    "E5": "Settings, templates, diagrams", "E6": "Lines of captions",
    "E7": "Pictures, which `sitegen pictures` asks for", "W": "Warnings: published all the same",
}


def faults_page() -> str:
    """docs/faults.md."""
    lines = [
        "# Faults and warnings", "",
        "`sitegen check` lists them as `path:line:column: CODE message`, with a hint below. A fault (E) keeps its figure from",
        "being published; a warning (W) does not. `tests/broken/` has examples. This page is written by `make golden`.",
    ]
    part = ""
    for code, (_, title, hint) in CODES.items():
        head = code[:1] if code.startswith("W") else code[:2]
        if head != part:
            part = head
            lines += ["", f"## {_PARTS[head]}", "", "| code | what | how to mend it |", "|---|---|---|"]
        lines.append(f"| {code} | {_cell(title)} | {_cell(hint)} |")
    return "\n".join(lines) + "\n"


def settings_tables() -> str:
    """The README's table of each section of site.toml, from the docstrings of sitegen/config.py."""
    tree = ast.parse(Path(sitegen.config.__file__).read_text(encoding="utf-8"))
    classes = {node.name: node for node in tree.body if isinstance(node, ast.ClassDef)}
    lines = []
    for kind in SECTIONS.values():
        node = classes[kind.__name__]
        lines += [f"**{(ast.get_docstring(node) or '').splitlines()[0]}**", "", "| key | default | what |", "|---|---|---|"]
        defaults = kind()
        for field, doc in _fields(node):
            lines.append(f"| `{field}` | {_default(getattr(defaults, field))} | {_cell(doc)} |")
        lines.append("")
    return "\n".join(lines)


def templates_page() -> str:
    """docs/templates.md, from the docstrings of sitegen/pages/contexts.py and rows.py."""
    trees = [ast.parse(Path(module.__file__).read_text(encoding="utf-8")) for module in (contexts, rows)]
    classes = {node.name: node for tree in trees for node in tree.body if isinstance(node, ast.ClassDef)}
    lines = [
        "# Templates", "",
        "A theme is a directory in the content, named in `site.toml`:", "",
        "```toml", "[theme]", 'directory = "theme"', "```", "",
        "A template in it wins over the built-in one of the same name, and a file below its `assets/` over the built-in asset.",
        "The built-in template is still there as `built-in/<name>`, to extend or include:", "",
        "```jinja", '{% extends "built-in/page.html" %}',
        "{% block foot %}Maintained by the department of examples.{% endblock %}", "```", "",
        "Templates are [Jinja](https://jinja.palletsprojects.com/templates/), with autoescaping, in which an unknown",
        "variable is a fault; those of a theme run in Jinja's sandbox. `sitegen check` compiles them, looks over the",
        "assets, and makes every kind of page of two invented figures, one that has everything and one that has only what it",
        "must have; so does a build before its first page. What only a figure of yours brings to light is a fault that names the",
        "template's line and the figure's file, and nothing is published. Below are the variables of each template. Links are",
        "ready to print: relative to the page and percent-encoded. This page is written by `make golden`.", "",
        "## In every template with a frame", "", *_rows(classes["Frame"]),
    ]
    for template, kind in contexts.TEMPLATES.items():
        node = classes[kind.__name__]
        framed = "; with the frame's variables" if any(ast.unparse(b) == "Frame" for b in node.bases) else ""
        lines += ["", f"## {template}", "", f"{ast.get_docstring(node)}"[:-1] + framed + ".", "", *_rows(node)]
    lines += ["", "## What stands in them", ""]
    for name, node in classes.items():
        if any(ast.unparse(b) == "NamedTuple" for b in node.bases):
            inner = ", ".join(f"`{field}`: {_cell(_annotation(node, field))}" for field, _ in _fields(node))
            lines.append(f"- **{name}**: {' '.join((ast.get_docstring(node) or '').split())} ({inner})")
    return "\n".join(lines) + "\n"


def _rows(node: ast.ClassDef) -> list[str]:
    rows = [f"| `{field}` | {_cell(_annotation(node, field))} | {_cell(doc)} |" for field, doc in _fields(node)]
    return ["| variable | type | what |", "|---|---|---|", *rows]


def _annotation(node: ast.ClassDef, field: str) -> str:
    return next(ast.unparse(s.annotation) for s in node.body
                if isinstance(s, ast.AnnAssign) and isinstance(s.target, ast.Name) and s.target.id == field)


def _fields(node: ast.ClassDef) -> list[tuple[str, str]]:
    found = []
    for statement, after in zip(node.body, [*node.body[1:], None], strict=True):
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            said = isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant)
            found.append((statement.target.id, str(after.value.value) if said else ""))  # type: ignore[union-attr]
    return found


def _default(value: Any) -> str:
    if isinstance(value, tuple):
        return "<br>".join(f"`{_cell(v)}`" for v in value)
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    return f"`{_cell(str(value))}`" if value != "" else "none"


def _cell(text: str) -> str:
    text = " ".join(text.split())  # a row is one line
    return text.replace("|", "\\|").replace("<", "&lt;") if "`" not in text else text.replace("|", "\\|")


def readme() -> str:
    """README.md with its settings tables made anew."""
    text = README.read_text(encoding="utf-8")
    return _SETTINGS.sub(lambda m: m.group(1) + "\n" + settings_tables() + m.group(2), text)


def content_page() -> str:
    """docs/content.md with its table of keys made anew."""
    schema = figure_schema()
    rows = ["| key | what |", "|---|---|"]
    for key, value in schema["properties"].items():
        must = " Required." if key in schema["required"] else ""
        rows.append(f"| `{key}` | {_cell(value['description'])}{must} |")
    text = CONTENT.read_text(encoding="utf-8")
    return _KEYS.sub(lambda m: m.group(1) + "\n" + "\n".join(rows) + "\n" + m.group(2), text)


def write() -> None:
    """Writes docs/faults.md, docs/templates.md, the keys of docs/content.md and the README's settings."""
    TEMPLATES.write_text(templates_page(), encoding="utf-8")
    FAULTS.write_text(faults_page(), encoding="utf-8")
    CONTENT.write_text(content_page(), encoding="utf-8")
    README.write_text(readme(), encoding="utf-8")
