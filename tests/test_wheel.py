"""The wheel: templates and data travel, and it works where there is no checkout."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
NOT_SHIPPED = {"__pycache__"}


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "PYTHONHOME")}
    return subprocess.run([str(c) for c in command], cwd=cwd, env=environment, capture_output=True, text=True, timeout=120)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel, built from a copy so that nothing is left in the checkout."""
    source = tmp_path_factory.mktemp("source")
    for name in ("sitegen", "templates"):
        shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "setup.py", "README.md", "MANIFEST.in"):
        shutil.copy(ROOT / name, source)
    out = tmp_path_factory.mktemp("wheel")
    options = ("--quiet", "--no-deps", "--no-build-isolation")
    done = run(sys.executable, "-m", "pip", "wheel", *options, "-w", out, source, cwd=source)
    assert done.returncode == 0, done.stderr
    (found,) = out.glob("sitegen-*.whl")
    return found


def shipped(directory: str) -> set[str]:
    return {
        p.relative_to(ROOT).as_posix() for p in (ROOT / directory).rglob("*")
        if p.is_file() and not NOT_SHIPPED & set(p.parts) and p.suffix != ".pyc"
    }


def test_every_file_of_the_package_is_in_the_wheel(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    wanted = shipped("sitegen") | {f"sitegen/{path}" for path in shipped("templates")}
    assert sorted(wanted - names) == []
    assert sorted(n for n in names if not n.startswith(("sitegen/", "sitegen-"))) == []
    assert not any(n.startswith(("tests/", "content/")) for n in names)


def test_it_builds_a_site_without_the_checkout(wheel: Path, tmp_path: Path) -> None:
    home = tmp_path / "venv"
    venv.create(home, with_pip=False, symlinks=True)
    python = home / "bin" / "python"
    options = ("--quiet", "--no-deps", "--no-index")
    done = run(sys.executable, "-m", "pip", "--python", python, "install", *options, wheel, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    # the libraries come from the environment of this test, the package from the wheel alone
    (site_packages,) = home.glob("lib/python*/site-packages")
    (site_packages / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n" + sysconfig.get_path("platlib") + "\n")
    shutil.copytree(ROOT / "content", tmp_path / "content")
    where = run(python, "-c", "import sitegen; print(sitegen.__file__)", cwd=tmp_path)
    assert where.stdout.startswith(str(home)), where
    done = run(home / "bin" / "sitegen", "build", "--base-url", "https://example.net/", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "_site/index.html").is_file()
    assert list((tmp_path / "_site/assets").glob("site.*.css"))
    page = (tmp_path / "_site/figures/PMC2584126__zdb0120855210007.html").read_text(encoding="utf-8")
    assert "<svg" in page and "application/ld+json" in page
