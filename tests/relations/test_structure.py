"""The reader as docs/relations.md tells it: steps that know only those before them, words in data files, short functions."""

from __future__ import annotations

import ast
import re
from itertools import pairwise
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "sitegen/relations"
MODULES = sorted(PACKAGE.rglob("*.py"))
STEPS = ("names", "tokens", "tagging", "phrases", "groups", "clauses")
LONGEST = 40
BASES = {"NamedTuple", "Chunk", "dict[K, V]"}
"""What a class may be: a tuple, a chunk with a verb, a dictionary. Steps share state by holding it, not by inheritance."""


def name(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


@pytest.mark.parametrize("path", [p for p in MODULES if p.parent.name in STEPS], ids=name)
def test_a_step_knows_only_those_before_it(path: Path) -> None:
    own = STEPS.index(path.parent.name)
    known = re.findall(r"from sitegen\.relations\.(\w+)[. ]", path.read_text(encoding="utf-8"))
    assert [step for step in known if step in STEPS[own + 1 :]] == []


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_functions_are_short_and_classes_inherit_no_state(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            assert node.end_lineno is not None and node.end_lineno - node.lineno < LONGEST, node.name
        elif isinstance(node, ast.ClassDef):
            assert {ast.unparse(base) for base in node.bases} <= BASES, node.name


def test_each_list_of_single_rules_is_used() -> None:
    code = "\n".join(p.read_text(encoding="utf-8") for p in MODULES if p.name != "rule_tables.py")
    table = (PACKAGE / "rule_tables.py").read_text(encoding="utf-8")
    named = re.findall(r'^([A-Z_]+)\b.*"rules\.toml", "(\w+)", "(\w+)"', table, re.MULTILINE)
    assert [list_ for list_, _, _ in named if not re.search(rf"\b{list_}\b", code)] == []
    suffix = {"small": "WORDS"}
    assert [n for n, section, key in named if n != f"{key.upper()}_{suffix.get(section, section.upper())}"] == []


def test_each_list_of_single_rules_has_a_name_and_a_sentence() -> None:
    text = (PACKAGE / "data/rules.toml").read_text(encoding="utf-8")
    table = (PACKAGE / "rule_tables.py").read_text(encoding="utf-8")
    lines = text.splitlines()
    lists = [(before, line) for before, line in pairwise(lines) if re.match(r"\w+ = \[", line)]
    assert len(lists) == table.count('"rules.toml"') > 100
    told = {"treated_how", "aimed"}  # with the list before them
    assert [line for before, line in lists if not before.startswith("#") and line.split(" ")[0] not in told] == []


def test_each_family_of_patterns_is_told_with_its_sentences() -> None:
    for step in ("groups", "clauses"):
        for path in sorted((PACKAGE / step).glob("*.py")):
            head = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
            notes = re.search(r"\.(?:add|edge)\(", path.read_text(encoding="utf-8"))
            assert not notes or '"' in head, path.name


def test_the_docs_name_the_modules_of_the_steps() -> None:
    docs = (ROOT / "docs/relations.md").read_text(encoding="utf-8")
    for path in MODULES:
        if path.parent.name in STEPS and path.name not in ("__init__.py", "arguments.py"):
            assert re.search(rf"`(?:\w+/)?{path.name}`", docs), name(path)
