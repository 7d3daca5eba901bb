"""The scripts' pure modules under node: the addresses of other sites, citations, and a picture's addresses."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from sitegen.content.theme import BUILT_IN
from tests.programs import node

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def assets(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The scripts where node takes them for modules."""
    place = tmp_path_factory.mktemp("assets")
    shutil.copytree(BUILT_IN / "assets", place, dirs_exist_ok=True)
    (place / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    return place


@pytest.mark.parametrize("name", sorted(p.name for p in HERE.glob("*.test.mjs")))
def test_under_node(name: str, assets: Path) -> None:
    done = subprocess.run([node(), "--test", str(HERE / name)], capture_output=True, text=True, timeout=120,
                          env={**os.environ, "ASSETS": str(assets)})
    assert done.returncode == 0, done.stdout
    assert "\n# pass 0\n" not in done.stdout
