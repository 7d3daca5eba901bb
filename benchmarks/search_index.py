"""The search index beside Pagefind's: processor time, memory, bytes and files, and our share of a cold build.

    python -m benchmarks.search_index --figures 3134

sitegen builds the index in the pass that makes the pages: its time is that of the index's own functions, in a cold
build of one process, and its memory that of the whole build.  Pagefind (`pip install 'sitegen[bench]'`; without it a column
is left out) reads pages that exist: once the figures' pages of the built site as they are, once trimmed ones that
hold the figure's title, caption, words and symbols and nothing else.
"""

from __future__ import annotations

import argparse
import html
import json
import os
import shutil
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from benchmarks.corpus import write_corpus
from benchmarks.machine import load, machine, versions
from benchmarks.measure import run
from benchmarks.profile_build import Clock, install
from sitegen.content.discover import discover
from sitegen.content.figures import load_figure

CHECKOUT = Path(__file__).resolve().parent.parent
STAGE = "search index"
_BYTES = 25e6 / 20_000  # a figure


class Measured(NamedTuple):
    """An index: seconds of processor time, peak memory, bytes and files; the share of a cold build is ours alone."""

    cpu: float
    memory: int
    size: int
    files: int
    share: float | None = None


def weigh(directory: Path, pattern: str = "*") -> tuple[int, int]:
    """The bytes and the number of files below a directory."""
    sizes = [p.stat().st_size for p in directory.rglob(pattern) if p.is_file()]
    return sum(sizes), len(sizes)


def ours(content: Path, work: Path) -> Measured:
    """A cold build in a process of its own, with a clock around the index's functions."""
    said = work / "times.json"
    program = [sys.executable, "-m", "benchmarks.search_index"]
    done = run([*program, "--clock", str(said), "--content", str(content), "--work", str(work)], cwd=CHECKOUT)
    own, total = json.loads(said.read_text(encoding="utf-8"))
    return Measured(own, done.memory, *weigh(work / "site" / "search", "*.bin"), own / total)


def clocked_build(content: Path, work: Path, said: Path) -> None:
    """Builds, and writes the processor seconds of the index and of all to a file."""
    clock = Clock()
    absent = install(clock)
    if absent:
        raise SystemExit(f"these functions are not there, so the times would be wrong: {', '.join(absent)}")
    import time

    from sitegen.cli import commands  # after the clocks: it takes the functions by name

    os.chdir(work)
    start = time.process_time()
    code = commands.main(
        ["build", str(content), "--out", str(work / "site"), "--jobs", "1", "--no-cache", "--quiet"], standalone_mode=False)
    if code:
        raise SystemExit(f"the build ended with code {code}")
    said.write_text(json.dumps([clock.own[STAGE], time.process_time() - start]), encoding="utf-8")


def pages_of_figures(content: Path, site: Path, whole: Path, trimmed: Path) -> int:
    """Leaves each figure's page of the site in one directory, a trimmed one in another; gives their number.

    Pages at old addresses are not among them.  The trimmed page holds title, caption, words and symbols.
    """
    whole.mkdir(parents=True)
    trimmed.mkdir(parents=True)
    number = 0
    for ref in discover(str(content)).figures:
        figure, _ = load_figure(str(content), ref)
        if figure is None:
            continue
        number += 1
        name = f"{figure.figid}.html"
        shutil.copyfile(site / "figures" / name, whole / name)
        words = dict.fromkeys(n for g in figure.genes for n in (g.word, g.symbol) if n)
        title, caption, listed = (html.escape(t) for t in (figure.display_title, figure.caption or "", " ".join(words)))
        page = f"<!doctype html><html lang=en><title>{title}</title><body><h1>{title}</h1><p>{caption}<p>{listed}"
        (trimmed / name).write_text(page, encoding="utf-8")
    return number


def pagefind(site: Path, out: Path) -> Measured:
    """Pagefind over the pages of a directory."""
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--output-path", str(out), "--quiet"]
    done = run(command, cwd=CHECKOUT)
    return Measured(done.cpu, done.memory, *weigh(out))


def table(figures: int, columns: dict[str, Measured]) -> str:
    """The measurements in Markdown, with the targets."""
    first = next(iter(columns.values()))
    lines = [
        ["", *columns, "target", ""],
        ["---", *("---:" for _ in columns), "---:", "---"],
        ["index, processor time", *(f"{m.cpu:.1f} s" for m in columns.values()), "", ""],
        ["a figure", *(f"{m.cpu * 1e3 / figures:.2f} ms" for m in columns.values()), "", ""],
        ["share of a cold build", *(f"{m.share:.1%}" if m.share else "" for m in columns.values()), "≤ 20 %",
         _verdict((first.share or 1) <= 0.2)],
        ["peak memory", *(f"{m.memory / 1e6:,.0f} MB" for m in columns.values()), "", ""],
        ["bytes", *(f"{m.size / 1e6:.1f} MB" for m in columns.values()), f"≤ {_BYTES * figures / 1e6:.1f} MB",
         _verdict(first.size <= _BYTES * figures)],
        ["files", *(f"{m.files:,}" for m in columns.values()), "", ""],
    ]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _verdict(met: bool) -> str:
    return "met" if met else "missed"


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--figures", type=int, default=3134, help="figures of the made-up collection")
    parser.add_argument("--content", type=Path, help="a content directory to index in its place")
    parser.add_argument("--work", type=Path, help="where collection, site and indexes are left; a temporary directory otherwise")
    parser.add_argument("--clock", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.clock:
        clocked_build(given.content, given.work, given.clock)
        return
    before = load()
    with tempfile.TemporaryDirectory() as temporary:
        work = (given.work or Path(temporary)).resolve()
        work.mkdir(parents=True, exist_ok=True)
        content = given.content.resolve() if given.content else work / "content"
        if not given.content:
            write_corpus(given.figures, content)
        columns = {"sitegen": ours(content, work)}
        figures = pages_of_figures(content, work / "site", work / "whole", work / "trimmed")
        told = versions(CHECKOUT, ())
        if find_spec("pagefind"):
            from importlib.metadata import version

            told["Pagefind"] = version("pagefind")
            columns["Pagefind, pages as they are"] = pagefind(work / "whole", work / "pagefind")
            columns["Pagefind, trimmed pages"] = pagefind(work / "trimmed", work / "pagefind-trimmed")
        else:
            sys.stderr.write("Pagefind is not installed: pip install 'sitegen[bench]'\n")
        out = sys.stdout.write
        out(f"{figures:,} figures\n\n{table(figures, columns)}\n")
        out(", ".join(f"{name} {number}" for name, number in told.items()) + f".\n{machine()}; {before}.\n")


if __name__ == "__main__":
    main()
