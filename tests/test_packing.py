"""A cache's bytes make values of sitegen's, and call nothing."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import Any

import pytest

from sitegen.build.cache import Cache
from sitegen.build.packing import Damaged, pack, unpack
from sitegen.model.figure import Figure, GeneMention, Paper
from sitegen.publish.writer import Receipt

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
    assert cache.get("pages", "ab" * 32) == body and cache.known("pages", "ab" * 32) is None
