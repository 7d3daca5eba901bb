"""The README and the other documentation: what they say is so, and every command in them runs."""

from __future__ import annotations

import os
import re
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from sitegen import cli
from sitegen.config import parse_config
from sitegen.content import documents, tables
from sitegen.content.figures import parse_figure
from sitegen.model.relation import RELATION_TYPES
from sitegen.problems import CODES
from tests import written_docs

ROOT = Path(__file__).resolve().parent.parent
README = written_docs.README.read_text(encoding="utf-8")
_BLOCK = re.compile(
    r"(?:<!-- not run: (?P<reason>[^\n]*) -->\n)?```(?P<language>\w+)\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE
)
BLOCKS = [(m["language"], m["text"], m["reason"]) for m in _BLOCK.finditer(README)]
COMMANDS = [(line.split(" #")[0].strip(), reason) for language, text, reason in BLOCKS if language == "sh"
            for line in text.splitlines() if line.strip()]
COPIED = ("sitegen", "templates", "content", "scripts", "Makefile", "pyproject.toml", "setup.py", "README.md", "MANIFEST.in")


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what the commands need, and a `sitegen` command that runs it."""
    root = tmp_path_factory.mktemp("checkout")
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, root / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, root / name)
    (root / "bin").mkdir()
    for name, module in (("sitegen", "sitegen"), ("pip", "pip")):
        script = root / "bin" / name
        script.write_text(f'#!/bin/sh\nPYTHONPATH="{root}" exec "{sys.executable}" -m {module} "$@"\n')
        script.chmod(script.stat().st_mode | stat.S_IXUSR)
    return root


def shell(checkout: Path, command: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PATH": f"{checkout / 'bin'}{os.pathsep}{os.environ['PATH']}"}
    return subprocess.run(["bash", "-euo", "pipefail", "-c", command], cwd=checkout, env=environment, capture_output=True,
                          text=True, timeout=120, stdin=subprocess.DEVNULL)


def test_the_readme_has_commands() -> None:
    assert len(COMMANDS) >= 7
    assert {reason for _, reason in COMMANDS if reason} == {"a server does not end"}
    assert COMMANDS[0][0] == "make site" and COMMANDS[1][0] == "make test"


@pytest.mark.parametrize("command", [c for c, reason in COMMANDS if not reason])
def test_every_command_of_the_readme_runs(command: str, checkout: Path) -> None:
    """`make` is run dry, because continuous integration runs it for real, and pip without installing."""
    if command.startswith("make "):
        command = command.replace("make ", "make --dry-run ", 1)
    elif command.startswith("pip install"):
        command += " --dry-run --no-deps --no-build-isolation --quiet"
    done = shell(checkout, command)
    assert done.returncode == 0, done.stderr
    for word in command.split():
        if word == ">":
            assert (checkout / command.split()[-1]).stat().st_size > 100
        elif word == "_site":
            assert (checkout / "_site/index.html").is_file()


def test_continuous_integration_runs_the_two_commands() -> None:
    """So that the README's first two commands are run for real."""
    script = (ROOT / ".ci/run").read_text(encoding="utf-8")
    assert [line for line in script.splitlines() if line.startswith("make ")] == ["make test", "make site"]
    assert os.access(ROOT / ".ci/run", os.X_OK)


def test_the_example_figure_has_no_fault() -> None:
    (example,) = [text for language, text, _ in BLOCKS if language == "markdown"]
    figure, problems = parse_figure("figures/PMC1234567__fig2.md", example)
    assert problems == ()
    assert figure is not None
    assert [(r.source, r.type, r.target) for r in figure.interactions] == [
        ("insulin", "activation", "AKT"), ("AKT", "inhibition", "AS160"), ("AS160", "inhibition", "GLUT4"),
    ]
    assert figure.interactions[0].span == (0, 21)


def test_the_example_settings_have_no_fault() -> None:
    (example,) = [text for language, text, _ in BLOCKS if language == "toml"]
    config, problems = parse_config(example)
    assert problems == ()
    assert config.site.base_url == "https://name.github.io/repo/" and config.publish.tables is False


def test_links_lead_to_files() -> None:
    targets = [t for t in re.findall(r"\]\(([^)]+)\)", README) if "://" not in t]
    assert targets
    for target in targets:
        assert (ROOT / target.split("#")[0]).exists(), target


def test_the_columns_of_tables_are_documented() -> None:
    page = written_docs.CONTENT.read_text(encoding="utf-8")
    for kind, columns in tables.COLUMNS.items():
        (row,) = [line for line in page.splitlines() if line.startswith(f"| `<figid>-{kind}.tsv` |")]
        needed, others = (re.findall(r"`([^`]+)`", cell) for cell in row.split("|")[2:4])
        assert (sorted(needed), sorted(needed + others)) == (sorted(tables.REQUIRED[kind]), sorted(columns))
    (example,) = re.findall(r"```tsv\n(.*?)```", page, re.DOTALL)
    rows, problems = tables.parse_genes("genes.tsv", example)
    assert [row.symbol for row in rows] == ["AKT1", "AKT2"] and problems == ()
    assert all(kind in page for kind in RELATION_TYPES) and all(f"`{key}`" in page for key in documents._ORGANISM_KEYS[:3])


def test_documentation_made_from_the_code_is_current() -> None:
    """`make golden` writes it anew."""
    assert written_docs.faults_page() == written_docs.FAULTS.read_text(encoding="utf-8")
    assert written_docs.readme() == README
    assert written_docs.content_page() == written_docs.CONTENT.read_text(encoding="utf-8")
    for code in CODES:
        assert f"| {code} |" in written_docs.faults_page()


@pytest.mark.parametrize("name", ["site.yml", "ci.yml", "pictures.yml"])
def test_workflows_are_pinned_and_run_what_exists(name: str, checkout: Path) -> None:
    workflow = yaml.safe_load((ROOT / ".github/workflows" / name).read_text(encoding="utf-8"))
    steps = [step for job in workflow["jobs"].values() for step in job["steps"]]
    for step in steps:
        if "uses" in step:
            assert re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", step["uses"]), step
        else:
            first, *rest = step["run"].split()
            made = first == "make" and re.search(rf"^{rest[0]}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)
            assert made or first in ("pip", "sitegen") or (ROOT / first).exists(), step
    if name == "site.yml":
        (build,) = [s for s in steps if s.get("run", "").startswith("sitegen build")]
        command = f"export BASE_URL=https://name.github.io/repo; {build['run']} --out workflow_site"
        done = shell(checkout, command)
        assert done.returncode == 0, done.stderr
        home = (checkout / "workflow_site/index.html").read_text(encoding="utf-8")
        assert "<link rel=canonical href=https://name.github.io/repo/>" in home
        assert workflow["jobs"]["deploy"]["permissions"] == {"pages": "write", "id-token": "write"}


def test_the_workflow_in_the_readme_is_the_one_that_runs() -> None:
    (shown,) = [yaml.safe_load(text) for language, text, _ in BLOCKS if language == "yaml"]
    workflow = (ROOT / ".github/workflows/site.yml").read_text(encoding="utf-8")
    for step in shown:
        assert step["run"].split("--base-url")[0].strip() in workflow


def test_every_exit_code_is_told_and_where_a_build_can_work() -> None:
    codes = [cli.OK, cli.FAULTS, cli.PARTIAL, cli.MISUSE, cli.CANNOT_CREATE, cli.IO_ERROR, cli.INTERRUPTED]
    (line,) = re.findall(r"^- Exit codes: (.*?)\.", README, re.DOTALL | re.MULTILINE)
    assert [int(part.split()[0]) for part in line.split(";")] == codes
    told = README + "".join(p.read_text(encoding="utf-8") for p in (ROOT / "docs").glob("*.md"))
    assert "--scheduler" in told
