"""Builds one collection with sitegen and with other generators, and prints the targets beside what was measured.

python -m benchmarks.compare --figures 20000 --growth 80000 --runs 3 --peers hugo,hugo-files,jekyll --markdown
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
from benchmarks.generators import Generator, Hugo, HugoFiles, Jekyll, Sitegen, digests, published
from benchmarks.measure import Run
from benchmarks.table import Row, markdown, plain

STEPS = ("cold", "unchanged", "caption", "template")
HUGOS: dict[str, type[Hugo]] = {"hugo": Hugo, "hugo-files": HugoFiles}
"""The peers that targets are ratios to."""
PEERS = (*HUGOS, "jekyll")

Results = dict[tuple[str, int], "Result"]
"""What was measured, by generator (`sitegen` or a peer) and number of figures."""


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
) -> Results:
    """Measures everything; the results by generator and number of figures."""
    found: Results = {}
    steps = STEPS if peer_rebuilds else STEPS[:1]
    content = _corpus(work, figures)
    found["sitegen", figures] = measure(
        Sitegen(_place(work, "sitegen", figures), checkout, jobs), content, figures, runs, verify=True
    )
    for peer in _hugos(peers):
        found[peer, figures] = measure(HUGOS[peer](_place(work, peer, figures)), content, figures, runs, steps)
    if "jekyll" in peers:
        some = min(figures, jekyll_figures)
        found["jekyll", some] = measure(Jekyll(_place(work, "jekyll", some)), _corpus(work, some), some, 1, steps)
    if growth:
        content = _corpus(work, growth)
        found["sitegen", growth] = measure(
            Sitegen(_place(work, "sitegen", growth), checkout, jobs), content, growth, 1, STEPS[:2]
        )
        for peer in _hugos(peers) if peer_growth else ():
            found[peer, growth] = measure(HUGOS[peer](_place(work, peer, growth)), content, growth, 1, STEPS[:1])
    return found


def _hugos(peers: Iterable[str]) -> list[str]:
    return [p for p in HUGOS if p in peers]


def columns(found: Results) -> list[str]:
    """The generators of a table, ours first, in the order of its columns."""
    return ["sitegen", *(p for p in PEERS if any(p == name for name, _ in found))]


def rows(found: Results, figures: int, growth: int) -> list[Row]:
    """The targets, each with what was measured."""
    names = columns(found)
    made = [next(r for (n, _), r in found.items() if n == name) for name in names]  # the first of each: its own number of figures
    grown = [found.get((name, growth)) for name in names]
    last = [large or small for small, large in zip(made, grown, strict=True)]
    ours, large = made[0], grown[0]
    bases = [found[p, figures].seconds("cold") for p in _hugos(names)]
    table = [
        Row.of(what, [r.seconds(step) for r in made], bases, limit)
        for step, what, limit in (
            ("cold", f"cold build of {figures:,} figures", 1.0),
            ("unchanged", "rebuild, nothing changed", 0.05),
            ("caption", "rebuild, one caption edited", 0.08),
            ("template", "rebuild, one template edited", 0.5),
        )
    ]
    table.append(Row("processor time a figure, cold", [_per_figure(r) for r in made]))
    if large:
        times = [_growth(small, more) for small, more in zip(made, grown, strict=True)]
        limit = 4.3 / 4 * growth / figures
        what = f"growth: {growth:,} against {figures:,}, cold"
        values = [f"{t:.2f} ×" if t is not None else None for t in times]
        table.append(Row(what, values, f"≤ {limit:.1f} ×", met=times[0] is not None and times[0] <= limit))
        seconds = [r.seconds("cold") if r else None for r in grown]
        table.append(Row(f"cold build of {growth:,} figures", [f"{s:.1f} s" if s is not None else None for s in seconds]))
    memory, size = last[0].memory, last[0].size / last[0].figures
    table.append(
        Row(
            f"peak memory of all processes, {last[0].figures:,} figures",
            [_megabytes(r.memory) for r in last],
            "≤ 1,200 MB",
            met=memory / 1e6 <= 1200 if memory else None,
        )
    )
    sizes = [f"{r.size / r.figures / 1000:.2f} kB" for r in (last[0], *made[1:])]
    what = f"published bytes a figure, {last[0].figures:,} figures"
    table.append(Row(what, sizes, "≤ 12 kB", met=size <= 12_000))
    if ours.same is not None:
        value = "those of a cold build" if ours.same else "DIFFERENT from a cold build's"
        table.append(Row("a rebuild's bytes", [value, *([None] * (len(made) - 1))], "the same", met=ours.same))
    return table


def _growth(small: Result, large: Result | None) -> float | None:
    before, after = small.seconds("cold"), large.seconds("cold") if large else None
    return after / before if before and after is not None else None


def _per_figure(result: Result) -> str | None:
    seconds = result.processor("cold")
    return f"{seconds * 1e3 / result.figures:.2f} ms" if seconds is not None else None


def _megabytes(size: int) -> str | None:
    return f"{size / 1e6:,.0f} MB" if size else None


def report(found: Results, figures: int, growth: int, as_markdown: bool = False) -> str:
    """The table, and below it what each generator did not do."""
    names = columns(found)
    kinds: dict[str, type[Generator]] = {"sitegen": Sitegen, **HUGOS, "jekyll": Jekyll}
    heads = [
        f"Jekyll ({next(n for p, n in found if p == 'jekyll'):,} figures)" if name == "jekyll" else kinds[name].name
        for name in names
    ]
    table = (markdown if as_markdown else plain)(heads, [kinds[p].name for p in _hugos(names)], rows(found, figures, growth))
    mark = "- " if as_markdown else ""
    return f"{table}\nWhat was not done:\n\n" + "".join(f"{mark}{kinds[name].name}: {kinds[name].left_out}.\n" for name in names)


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
    parser.add_argument("--peers", default="hugo", help=f"any of {', '.join(PEERS)}, with commas; or none")
    parser.add_argument("--peer-growth", action="store_true", help="Hugo builds the large collection, too (in each of its forms)")
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
    for peer in peers:
        if peer not in PEERS:
            parser.error(f"{peer} is not a peer")
        if (machine.jekyll if peer == "jekyll" else machine.hugo)() is None:
            parser.error(f"{peer.partition('-')[0]} is not installed")
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
    names = machine.versions(given.checkout, peers)
    sys.stdout.write(report(found, given.figures, given.growth, given.markdown))
    sys.stdout.write(
        f"\n{', '.join(f'{k} {v}' for k, v in names.items())}.\n"
        f"{machine.machine()}; {when}; median of {given.runs} run{'s' * (given.runs > 1)}.\n"
    )
    return 1 if any(r.missed for r in rows(found, given.figures, given.growth)) else 0


if __name__ == "__main__":
    sys.exit(main())
