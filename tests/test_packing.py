"""A cache's bytes make values of sitegen's, and call nothing."""

from __future__ import annotations

import pickle
import pickletools
import re
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from sitegen.build.cache import Cache
from sitegen.build.packing import Damaged, pack, unpack
from sitegen.model.figure import Figure, GeneMention, Paper
from sitegen.output import Output
from sitegen.publish.writer import Receipt
from tests.sites import ROOT

GENE = GeneMention("9606", "Homo sapiens", "A", None, "A1", "1")
FIGURE = Figure("PMC1__f1", "figures/PMC1__f1.md", Paper("PMC1"), genes=(GENE,))


@pytest.mark.parametrize("value", [FIGURE, [Receipt("a.html", 1, "0" * 64)], {"a": (1, 2.5, None, True, b"x", {"y"})}])
def test_values_come_back(value: Any) -> None:
    assert unpack(pack(value)) == value


class _Calls:
    def __init__(self, function: Any, *arguments: Any) -> None:
        self.given = function, arguments

    def __reduce__(self) -> tuple[Any, ...]:
        return self.given


def _named(module: str, name: str, *arguments: str) -> bytes:
    """A pickle that calls what a module holds under a name with dots."""
    calls = b"".join(b"X" + len(a.encode()).to_bytes(4, "little") + a.encode() for a in arguments)
    names = b"".join(b"\x8c" + bytes([len(n)]) + n.encode() for n in (module, name))
    return b"\x80\x04" + names + b"\x93(" + calls + b"tR."


@pytest.mark.parametrize("body", [
    pickle.dumps(_Calls(eval, "1")),
    pickle.dumps(_Calls(Path.unlink, Path("x"))),
    _named("os", "system", "true"),
    _named("sitegen.build.cache", "os.system", "true"),
    _named("sitegen.diagram.curated", "subprocess.Popen", "true"),
    _named("sitegen.publish.spare", "shutil.rmtree", "x"),
    _named("sitegen.serve.server", "Server", "1", "2"),
    _named("sitegen.content.theme", "read_theme"),
    b"", b"\x80", b"not a pickle", pack(FIGURE)[:-9],
])
def test_bytes_that_somebody_else_wrote_call_nothing(body: bytes, tmp_path: Path) -> None:
    with pytest.raises(Damaged):
        unpack(body)
    cache = Cache(str(tmp_path))
    cache.put("pages", "ab" * 32, body)
    assert cache.get("pages", "ab" * 32) == body and cache.known("pages", "ab" * 32, list[Output]) is None


@pytest.mark.parametrize("name", [
    ("sitegen.publish.writer", "Receipt"), ("sitegen.model.figure", "Paper"), ("sitegen.model.figure", "Figure"),
    ("sitegen.model.figure", "_restored"), ("sitegen.build.tasks", "Made"), ("markupsafe", "Markup"),
    ("collections", "Counter"), ("collections", "OrderedDict"), ("builtins", "set"),
])
@pytest.mark.parametrize("state", [
    {"path": "evil"}, (None, {"path": "evil"}), (None, {"__defaults__": ("evil",)}), (None, {"__new__": set}),
    (None, {"__doc__": "evil"}), {"__doc__": "evil"},
])
def test_bytes_that_somebody_else_wrote_change_no_class(name: tuple[str, str], state: Any) -> None:
    """The pickle's opcode BUILD gives what stands before it a state: of a class, the attributes."""
    found = getattr(import_module(name[0]), name[1])
    before = {k: getattr(found, k, None) for k in (*vars(found), "__defaults__", "__doc__")} if name[0] != "builtins" else {}
    names = b"".join(b"\x8c" + bytes([len(n)]) + n.encode() for n in name)
    body = b"\x80\x04" + names + b"\x93" + _plain(state) + b"b."
    with pytest.raises(Damaged):
        unpack(body)
    assert {k: getattr(found, k, None) for k in before} == before
    unpack(pack(FIGURE))


def _plain(value: Any) -> bytes:
    """A value as a pickle's opcodes, without its start and end."""
    return pickletools.optimize(pickle.dumps(value, 2))[2:-1]


def test_a_value_of_another_size_is_none() -> None:
    names = b"".join(b"\x8c" + bytes([len(n)]) + n.encode() for n in ("sitegen.publish.writer", "Receipt"))
    with pytest.raises(Damaged):
        unpack(b"\x80\x04" + names + b"\x93" + _plain(("a.html",)) + b"\x81.")


def test_one_module_alone_reads_pickles_and_none_reads_code() -> None:
    """Python's marshal is not safe with bytes that somebody else wrote, and pickle only where it is held to values."""
    imported = {
        (path.stem, name) for path in (ROOT / "sitegen").rglob("*.py")
        for name in re.findall(r"^\s*(?:import|from) (marshal|pickle|shelve)\b", path.read_text(encoding="utf-8"), re.M)
    }
    assert imported == {("packing", "pickle")}
