"""The parts of the documentation that are made from the code."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Any

import sitegen.config
from sitegen.config import SECTIONS
from sitegen.problems import CODES

ROOT = Path(__file__).resolve().parent.parent
FAULTS = ROOT / "docs" / "faults.md"
README = ROOT / "README.md"
_SETTINGS = re.compile(r"(<!-- settings: [^\n]*-->\n).*?(<!-- /settings -->\n)", re.DOTALL)
_PARTS = {
    "E1": "The file as bytes", "E2": "Front matter", "E3": "Tables", "E4": "The collection",
    "E5": "Settings, templates, diagrams", "E6": "Sidecars", "W": "Warnings: published all the same",
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
    return text.replace("|", "\\|").replace("<", "&lt;") if "`" not in text else text.replace("|", "\\|")


def readme() -> str:
    """README.md with its settings tables made anew."""
    text = README.read_text(encoding="utf-8")
    return _SETTINGS.sub(lambda m: m.group(1) + "\n" + settings_tables() + m.group(2), text)


def write() -> None:
    """Writes docs/faults.md and the README's settings."""
    FAULTS.write_text(faults_page(), encoding="utf-8")
    README.write_text(readme(), encoding="utf-8")
