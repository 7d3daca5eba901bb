"""The scripts' pure modules under node: the addresses of other sites, citations, and a picture's addresses."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from sitegen.content.theme import BUILT_IN
from sitegen.model import external
from tests.programs import node

HERE = Path(__file__).parent
TEMPLATES = (*external.IMAGES, "https://a.example/{filename}/{pmcid}/{filename}?{pmcid}=$&{filename}")
NAMES = ("fig2.jpg", "a b(1)*'!~-_.jpg", "é€𝄞.png", "{pmcid}$&%20;:@&=+,?#[].gif", "".join(map(chr, range(33, 127))))
"""Names of pictures whose addresses the scripts and the program must agree on."""
CASES = [(t, "PMC12", name, external.image(t, "PMC12", name)) for t in TEMPLATES for name in NAMES]


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
                          env={**os.environ, "ASSETS": str(assets), "CASES": json.dumps(CASES)})
    assert done.returncode == 0, done.stdout
    assert "\n# pass 0\n" not in done.stdout


@pytest.mark.parametrize("name", sorted(p.name for p in (BUILT_IN / "assets").glob("*.js")))
def test_no_script_has_a_lookbehind(name: str) -> None:
    """A browser that knows none (Safari before 16.4) does not run the script, nor any that imports it."""
    assert re.search(r"\(\?<[=!]", (BUILT_IN / "assets" / name).read_text(encoding="utf-8")) is None
