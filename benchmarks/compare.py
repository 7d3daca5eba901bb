"""Builds one collection with sitegen and with other generators, and prints the targets beside what was measured.

python -m benchmarks.compare --figures 20000 --growth 80000 --runs 3 --peers hugo,jekyll --markdown
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from benchmarks import machine
from benchmarks.corpus import write_corpus
from benchmarks.generators import Generator, Hugo, Jekyll, Sitegen, digests, published
from benchmarks.measure import Run
from benchmarks.table import Row, markdown, plain

STEPS = ("cold", "unchanged", "caption", "template")


@dataclass
class Result:
    """What was measured of one generator with one collection."""

    figures: int
    runs: dict[str, list[Run]] = field(default_factory=dict)
    files: int = 0
    size: int = 0
    same: bool | None = None
    """Whether each rebuild's files were those of a cold build, byte for byte; None where that was not looked at."""

    def seconds(self, step: str) -> float | None:
        """The median wall time of a step."""
        return median(r.wall for r in self.runs[step]) if self.runs.get(step) else None

    def processor(self, step: str) -> float | None:
        """The median processor time of a step."""
        return median(r.cpu for r in self.runs[step]) if self.runs.get(step) else None

    @property
    def memory(self) -> int:
        """The largest memory that a cold build used."""
        return max((r.memory for r in self.runs.get("cold", ())), default=0)


def measure(
    generator: Generator, content: Path, figures: int, runs: int, steps: Iterable[str] = STEPS, verify: bool = False
) -> Result:
    """Runs each step `runs` times: a cold build, then rebuilds after each edit, then all over again."""
    generator.prepare(content)
    result = Result(figures)
    wanted = tuple(steps)
    for number in range(runs):
        generator.forget()
        for step in wanted:
            if step == "caption":
                generator.edit_caption()
            elif step == "template":
                generator.edit_template()
            _say(f"{generator.name}, {figures:,} figures, run {number + 1} of {runs}: {step}")
            made = generator.build()
            result.runs.setdefault(step, []).append(made)
            _say(f"  {made.wall:.2f} s, {made.cpu:.2f} s of processor time, {made.memory / 2**20:.0f} MB")
            if step == "cold" and number == 0:
                result.files, result.size = published(generator.site)
        if verify and number == 0 and len(wanted) > 1:
            rebuilt = digests(generator.site)
            generator.forget()
            generator.build()
            result.same = rebuilt == digests(generator.site)
    generator.forget()
    return result


def compare(
    figures: int,
    runs: int,
    growth: int,
    peers: tuple[str, ...],
    work: Path,
    checkout: Path,
    jobs: int = 0,
    *,
    peer_growth: bool = False,
    jekyll_figures: int = 400,
    peer_rebuilds: bool = True,
) -> dict[tuple[str, int], Result]:
    """Measures everything; the results by generator and number of figures."""
    found: dict[tuple[str, int], Result] = {}
    steps = STEPS if peer_rebuilds else STEPS[:1]
    content = _corpus(work, figures)
    found["sitegen", figures] = measure(
        Sitegen(_place(work, "sitegen", figures), checkout, jobs), content, figures, runs, verify=True
    )
    if "hugo" in peers:
        found["Hugo", figures] = measure(Hugo(_place(work, "hugo", figures)), content, figures, runs, steps)
    if "jekyll" in peers:
        some = min(figures, jekyll_figures)
        found["Jekyll", some] = measure(Jekyll(_place(work, "jekyll", some)), _corpus(work, some), some, 1, steps)
    if growth:
        content = _corpus(work, growth)
        found["sitegen", growth] = measure(
            Sitegen(_place(work, "sitegen", growth), checkout, jobs), content, growth, 1, STEPS[:2]
        )
        if "hugo" in peers and peer_growth:
            found["Hugo", growth] = measure(Hugo(_place(work, "hugo", growth)), content, growth, 1, STEPS[:1])
    return found


def rows(found: dict[tuple[str, int], Result], figures: int, growth: int) -> list[Row]:
    """The targets, each with what was measured."""
    ours, theirs = found["sitegen", figures], found.get(("Hugo", figures))
    large, their_large = found.get(("sitegen", growth)), found.get(("Hugo", growth))
    jekyll = next((r for (name, _), r in found.items() if name == "Jekyll"), None)
    base = theirs.seconds("cold") if theirs else None
    made = []
    for step, what, target in (
        ("cold", f"cold build of {figures:,} figures", 1.0),
        ("unchanged", "rebuild, nothing changed", 0.05),
        ("caption", "rebuild, one caption edited", 0.08),
        ("template", "rebuild, one template edited", 0.5),
    ):
        made.append(Row.of(what, ours.seconds(step), _seconds(theirs, step), _seconds(jekyll, step), base, target))
    made.append(
        Row.plain("processor time a figure, cold", _per(ours, 1e3, "ms"), _per(theirs, 1e3, "ms"), _per(jekyll, 1e3, "ms"), "")
    )
    if large:
        ratio = (large.seconds("cold") or 0) / (ours.seconds("cold") or 1)
        theirs_ratio = (their_large.seconds("cold") or 0) / (base or 1) if their_large else None
        limit = 4.3 / 4 * growth / figures
        made.append(
            Row.plain(
                f"growth: {growth:,} against {figures:,}, cold",
                f"{ratio:.2f} ×",
                f"{theirs_ratio:.2f} ×" if theirs_ratio else None,
                None,
                f"≤ {limit:.1f} ×",
                ratio <= limit,
            )
        )
        made.append(
            Row.plain(
                f"cold build of {growth:,} figures",
                f"{large.seconds('cold'):.1f} s",
                f"{their_large.seconds('cold'):.1f} s" if their_large else None,
                None,
                "",
            )
        )
    last, their_last = large or ours, their_large or theirs
    made.append(
        Row.plain(
            f"peak memory of all processes, {last.figures:,} figures",
            _megabytes(last.memory),
            _megabytes(their_last.memory if their_last else 0),
            _megabytes(jekyll.memory if jekyll else 0),
            "≤ 1,200 MB",
            last.memory / 1e6 <= 1200 if last.memory else None,
        )
    )
    size = last.size / last.figures
    made.append(
        Row.plain(
            f"published bytes a figure, {last.figures:,} figures",
            f"{size / 1000:.2f} kB",
            f"{theirs.size / theirs.figures / 1000:.2f} kB" if theirs else None,
            f"{jekyll.size / jekyll.figures / 1000:.2f} kB" if jekyll else None,
            "≤ 12 kB",
            size <= 12_000,
        )
    )
    if ours.same is not None:
        made.append(
            Row.plain(
                "a rebuild's bytes",
                "those of a cold build" if ours.same else "DIFFERENT from a cold build's",
                None,
                None,
                "the same",
                ours.same,
            )
        )
    return made


def _seconds(result: Result | None, step: str) -> float | None:
    return result.seconds(step) if result else None


def _per(result: Result | None, factor: float, unit: str) -> str | None:
    seconds = result.processor("cold") if result else None
    return f"{seconds * factor / result.figures:.2f} {unit}" if result and seconds is not None else None


def _megabytes(size: int) -> str | None:
    return f"{size / 1e6:,.0f} MB" if size else None


def _corpus(work: Path, figures: int) -> Path:
    out = work / f"corpus-{figures}"
    if not (out / "complete").exists():
        _say(f"writing {figures:,} figures")
        shutil.rmtree(out, ignore_errors=True)
        write_corpus(figures, out)
        (out / "complete").touch()
    return out


def _place(work: Path, name: str, figures: int) -> Path:
    place = work / f"{name}-{figures}"
    if name == "sitegen":  # its edited checkout and content are of no use again
        shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True, exist_ok=True)
    return place


def _say(line: str) -> None:
    sys.stderr.write(line + "\n")


def main() -> int:
    """Measures and prints the table; the code is 1 where a target of sitegen alone is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--figures", type=int, default=20_000)
    parser.add_argument("--runs", type=int, default=3, help="runs of each step; the table has medians")
    parser.add_argument("--growth", type=int, default=0, metavar="FIGURES", help="also build a collection of this size, once")
    parser.add_argument("--peers", default="hugo", help="hugo, jekyll, both with a comma, or none")
    parser.add_argument("--peer-growth", action="store_true", help="Hugo builds the large collection, too")
    parser.add_argument("--no-peer-rebuilds", action="store_true", help="peers make cold builds alone")
    parser.add_argument(
        "--jekyll-figures",
        type=int,
        default=400,
        help="Jekyll's time a page grows with the collection: it gets no more than this",
    )
    parser.add_argument(
        "--checkout", type=Path, default=Path(__file__).resolve().parent.parent, help="where sitegen's source stands"
    )
    parser.add_argument("--jobs", type=int, default=0, help="passed to sitegen")
    parser.add_argument("--work", type=Path, help="directory to work in, kept for the next time; default: a temporary one")
    parser.add_argument("--markdown", action="store_true", help="print a Markdown table")
    given = parser.parse_args()
    peers = tuple(p for p in given.peers.lower().split(",") if p and p != "none")
    for peer, program in (("hugo", machine.hugo()), ("jekyll", machine.jekyll())):
        if peer in peers and program is None:
            parser.error(f"{peer} is not installed")
    when = machine.load()
    with tempfile.TemporaryDirectory() as temporary:
        work = (given.work or Path(temporary)).resolve()
        found = compare(
            given.figures,
            given.runs,
            given.growth,
            peers,
            work,
            given.checkout.resolve(),
            given.jobs,
            peer_growth=given.peer_growth,
            jekyll_figures=given.jekyll_figures,
            peer_rebuilds=not given.no_peer_rebuilds,
        )
    table = rows(found, given.figures, given.growth)
    names = machine.versions(given.checkout, peers)
    jekyll = next((r.figures for (name, _), r in found.items() if name == "Jekyll"), None)
    heads = (
        "",
        "sitegen",
        "Hugo",
        f"Jekyll ({jekyll:,} figures)" if jekyll else None,
        "sitegen / Hugo’s cold build",
        "target",
        "",
    )
    sys.stdout.write((markdown if given.markdown else plain)(heads, table))
    sys.stdout.write(
        f"\n{', '.join(f'{k} {v}' for k, v in names.items())}.\n"
        f"{machine.machine()}; {when}; median of {given.runs} run{'s' * (given.runs > 1)}.\n"
    )
    return 1 if any(r.met is False for r in table) else 0


if __name__ == "__main__":
    sys.exit(main())
