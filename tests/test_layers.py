"""The architecture as docs/architecture.md states it, read from the source: imports go one way, the core is pure."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "sitegen"
MODULES = sorted(p for p in PACKAGE.rglob("*.py") if p.name not in ("__init__.py", "__main__.py") or p.stat().st_size > 200)
MAX_LINES = 400
VAGUE = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "managers"}

_ROW = re.compile(r"^\| (\d) \| ([^|]+) \| [^|]+ \| ([^|]+) \|$", re.MULTILINE)
ROWS = [
    (int(level), name, world.strip())
    for level, names, world in _ROW.findall((ROOT / "docs/architecture.md").read_text(encoding="utf-8"))
    for name in re.findall(r"`(\w+)`", names)
]
LEVEL = {name: level for level, name, _ in ROWS}
PURE = {name for _, name, world in ROWS if world.startswith("no")}

FILES = {"os", "io", "shutil", "tempfile", "glob", "fileinput", "mmap", "socket", "urllib.request", "http", "ctypes", "fcntl"}
CLOCKS = {"time", "random", "secrets", "uuid"}
PROCESSES = {"subprocess", "multiprocessing", "concurrent", "threading", "signal", "asyncio"}
CALLS = {"open", "print", "input", "exec", "eval", "compile", "breakpoint", "hash"}
METHODS = {"read_text", "read_bytes", "write_text", "write_bytes", "mkdir", "unlink", "rename", "touch", "iterdir", "rglob",
           "now", "today", "utcnow"}
# Graphviz: its library writes a layout to a file only, and a DOT text that somebody else wrote is drawn in a process
# of its own, which may die.  Nothing else in a pure package touches the world.
GRAPHVIZ = {
    "diagram/layout.py": {"atexit", "os", "tempfile", "threading"},
    "diagram/curated.py": {"os", "signal", "subprocess", "pathlib"},
}


def unit(path: Path) -> str:
    """The package or top-level module of a file: the unit that has a level."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return parts[0]


def imports(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Each imported module with its line; `from sitegen.x import y` counts as sitegen.x.y where that is a module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, node.lineno
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0 and node.module is not None, "relative imports hide the layer"
            if node.module == "sitegen":
                for alias in node.names:
                    yield f"sitegen.{alias.name}", node.lineno
            else:
                yield node.module, node.lineno


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def test_every_package_has_a_level() -> None:
    units = {unit(p) for p in PACKAGE.rglob("*.py")} - {"__init__", "__main__"}
    assert sorted(units - LEVEL.keys()) == [], "docs/architecture.md does not name them"
    stale = {name for name in LEVEL if not (PACKAGE / name).is_dir() and not (PACKAGE / f"{name}.py").is_file()}
    assert not stale, "docs/architecture.md names what is not there"
    assert {"model", "content", "pages", "problems"} <= LEVEL.keys() and "publish" not in PURE


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_imports_go_down_only(path: Path) -> None:
    own = unit(path)
    if own not in ("__main__", "__init__"):
        assert list(upwards(own, parsed(path))) == []


def upwards(own: str, tree: ast.AST) -> Iterator[str]:
    """The imports of a module of the unit `own` that do not go down."""
    for name, line in imports(tree):
        parts = name.split(".")
        if parts[0] != "sitegen" or len(parts) == 1 or parts[1] == own or parts[1] == "__version__":
            continue
        other = parts[1]
        downwards = LEVEL[other] < LEVEL[own] or (LEVEL[other] == LEVEL[own] == 0)
        if not downwards:
            yield f"{line}: {own} imports {other}"


def test_level_0_has_no_circle() -> None:
    edges = {
        unit(path): {n.split(".")[1] for n, _ in imports(parsed(path)) if n.startswith("sitegen.")}
        for path in MODULES if LEVEL.get(unit(path)) == 0
    }

    def reach(name: str, seen: frozenset[str]) -> None:
        assert name not in seen, f"circle at {name}"
        for other in edges.get(name, ()):
            if other != name:
                reach(other, seen | {name})

    for name in edges:
        reach(name, frozenset())


@pytest.mark.parametrize("path", [p for p in MODULES if unit(p) in PURE], ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_pure_packages_touch_nothing(path: Path) -> None:
    tree = parsed(path)
    excepted = GRAPHVIZ.get(path.relative_to(PACKAGE).as_posix(), set())
    met = set()
    for name, line in imports(tree):
        root = name.split(".")[0]
        if root in excepted:
            met.add(root)
            continue
        assert name not in FILES and root not in FILES | CLOCKS | PROCESSES | {"pathlib"}, f"{path.name}:{line}: imports {name}"
    assert met == excepted, "an exception that is no longer needed"
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Name):
                assert node.func.id not in CALLS, f"{path.name}:{node.lineno}: calls {node.func.id}"
            elif isinstance(node.func, ast.Attribute) and node.func.attr in METHODS:
                source = ast.unparse(node.func.value)
                own_data = source.startswith(("files(", "resources.files(")) or "resources" in source or "_DATA" in source
                assert own_data, f"{path.name}:{node.lineno}: calls {source}.{node.func.attr}"


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_modules_are_small_and_named_for_what_they_do(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MAX_LINES
    assert path.stem not in VAGUE and (path.parent == PACKAGE or path.parent.name not in VAGUE)


def test_only_the_command_line_prints() -> None:
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print":
                raise AssertionError(f"{path.name}:{node.lineno}: print")


def test_a_wrong_import_is_seen() -> None:
    """The check itself: a module of pages that imported content would be told."""
    tree = ast.parse("from sitegen.content.reader import read\nimport os.path\nfrom sitegen import cli\nimport sitegen.text\n")
    assert list(upwards("pages", tree)) == ["1: pages imports content", "3: pages imports cli"]
    assert list(upwards("build", tree)) == ["3: build imports cli"]
