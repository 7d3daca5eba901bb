"""Score the reader of captions on a gold file, earn its confidences, and time it.

    python benchmarks/relations.py GOLD.jsonl                   cross-validated by caption
    python benchmarks/relations.py GOLD.jsonl --write           also write data/confidence.toml
    python benchmarks/relations.py GOLD.jsonl --judged FILE     with arrows judged one by one as well
    python benchmarks/relations.py GOLD.jsonl --shipped         with the confidences as they stand in data/
    python benchmarks/relations.py GOLD.jsonl --predicted FILE  a file of predictions instead of the reader
    python benchmarks/relations.py --read FILE.jsonl            the reader on lines of captions, as lines of edges
    python benchmarks/relations.py --time CONTENT               time a caption, share with relations, mean arrows
                                                                of a collection, or of FILE.jsonl with captions

A gold line is {"figid", "caption", "relations": [{"source", "target", "polarity", "direct"?}], "aliases"?: [[names]]}.
A judged line is one arrow: {"figid", "pattern", "source", "source_kind", "target", "target_kind", "right", "length"?},
length being that of its sentence in characters.
A predicted line is {"figid", "edges": [{"source", "target", "polarity"}]}.

An edge is right where the gold of its figure holds a relation whose ends have the same names and whose
sign does not contradict it (0 contradicts nothing).  Names are the same where case, blanks, hyphens, dashes and
ways to write Greek are all that differ, or where one group of aliases holds both, a plural s apart.  Precision:
right edges among the distinct edges given.  Recall: direct gold relations that an edge agrees with.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from sitegen.build.pool import collect_seldom  # noqa: E402
from sitegen.build.relating import learn_names, names  # noqa: E402
from sitegen.content.discover import discover  # noqa: E402
from sitegen.content.figures import parse_files, read_files  # noqa: E402
from sitegen.model.figure import Figure  # noqa: E402
from sitegen.problems import Problem  # noqa: E402
from sitegen.relations import confidence, read_caption  # noqa: E402
from sitegen.relations.lexicon import Lexicon  # noqa: E402
from sitegen.relations.lines import relations_of_lines  # noqa: E402
from sitegen.relations.reader import Found, candidates, chosen  # noqa: E402

THRESHOLD = 0.72
"""What the site asks of an arrow. At first sight arrows between 0.6 and this were right two times in three."""

GOLD_WEIGHT = 0.25
"""What an arrow of a gold counts beside one judged when it was first read: the rules were mended on the gold."""
MOST_ALIKE = 4
"""How many arrows of one caption and pattern count: they are right or wrong together."""

_LATIN = "a b g d e e z h th i k l u n x o p r s s t y f c ps o"
_GREEK = dict(zip("αβγδεϵζηθικλμνξοπρσςτυφχψω", _LATIN.split(), strict=True))
_SPELLED = {
    "alpha": "a",
    "beta": "b",
    "gamma": "g",
    "delta": "d",
    "epsilon": "e",
    "zeta": "z",
    "theta": "th",
    "kappa": "k",
    "lambda": "l",
    "sigma": "s",
    "omega": "o",
}
_SPELLED_RE = re.compile("|".join(sorted(_SPELLED, key=len, reverse=True)))
_GAPS = re.compile(r"[\s\u00ad\-\u2010-\u2015\u2212\ufe58\ufe63\uff0d]+")
_MANGLED = re.compile("[\u0152\u0153\u00ce\u00cf].")


class Edge(NamedTuple):
    """A relation under its folded names."""

    source: str
    target: str
    sign: str


class Score(NamedTuple):
    """Counts over all captions."""

    edges: int
    right: int
    direct: int
    found: int

    @property
    def precision(self) -> float:
        """Right edges among those given."""
        return self.right / self.edges if self.edges else 0.0

    @property
    def recall(self) -> float:
        """Direct gold relations that were found."""
        return self.found / self.direct if self.direct else 0.0


def _unmangle(match: re.Match[str]) -> str:
    for codec in ("mac_roman", "cp1252"):
        try:
            letter = match.group().encode(codec).decode("utf-8")
        except UnicodeError:
            continue
        if len(letter) == 1 and "\u0370" <= letter <= "\u03ff":
            return letter
    return match.group()


def fold(name: str) -> str:
    """The form under which two spellings of a name are one, by the rule of the gold."""
    text = unicodedata.normalize("NFKC", _MANGLED.sub(_unmangle, name)).casefold()
    text = _SPELLED_RE.sub(lambda m: _SPELLED[m.group()], _GAPS.sub("", text))
    return "".join(_GREEK.get(c, c) for c in text)


def singular(key: str) -> str:
    """A folded name without its plural s."""
    return key[:-1] if len(key) > 3 and key.endswith("s") and not key.endswith("ss") else key


class Gold:
    """The relations of one caption and the judge of edges against them."""

    def __init__(self, row: dict[str, Any], aliases: bool) -> None:
        self.figid: str = row["figid"]
        self.caption: str = row.get("caption", "")
        self.mentions: list[str] = row.get("mentions") or []
        groups = row.get("aliases") or [] if aliases else []
        self._aliases = aliases
        self._groups = [{singular(fold(n)) for n in group} for group in groups]
        self.relations: dict[Edge, bool] = {}
        for r in row.get("relations") or []:
            edge = Edge(fold(r["source"]), fold(r["target"]), sign(r.get("polarity")))
            self.relations[edge] = self.relations.get(edge, False) or bool(r.get("direct", True))

    def same(self, a: str, b: str) -> bool:
        """Whether two folded names are one entity in this caption."""
        if a == b:
            return True
        if not self._aliases:
            return False
        a, b = singular(a), singular(b)
        return a == b or any(a in g and b in g for g in self._groups)

    def agrees(self, edge: Edge, gold: Edge) -> bool:
        """Whether an edge says what a gold relation says."""
        signs = edge.sign == gold.sign or "0" in (edge.sign, gold.sign)
        return signs and self.same(edge.source, gold.source) and self.same(edge.target, gold.target)

    def right(self, edge: Edge) -> bool:
        """Whether any gold relation bears the edge out."""
        return any(self.agrees(edge, g) for g in self.relations)

    def score(self, edges: Iterable[Edge]) -> Score:
        """The counts of one caption."""
        given = set(edges)
        direct = [g for g, is_direct in self.relations.items() if is_direct]
        return Score(
            len(given),
            sum(map(self.right, given)),
            len(direct),
            sum(any(self.agrees(e, g) for e in given) for g in direct),
        )


def sign(value: object) -> str:
    """`+`, `-` or `0` of a gold's or a prediction's polarity."""
    text = str("0" if value is None else value).strip().lower()
    if text in ("+", "+1", "1", "positive"):
        return "+"
    return "-" if text in ("-", "-1", "−", "–", "negative") else "0"


def total(scores: Iterable[Score]) -> Score:
    """The sum of counts."""
    rows = list(scores)
    return Score(*(sum(column) for column in zip(*rows, strict=True))) if rows else Score(0, 0, 0, 0)


def edge_of(found: Found) -> Edge:
    """A candidate as the judge takes it."""
    e = found.edge
    return Edge(fold(e.source.text), fold(e.target.text), "+" if e.sign > 0 else "-" if e.sign < 0 else "0")


def judged(gold: Gold, found: list[Found], weight: float = 1.0) -> list[confidence.Judged]:
    """What each pattern said in a caption and whether that is right; an edge said twice counts once a pattern."""
    out = {}
    for f in found:
        e = f.edge
        if "unknown" not in (e.source.kind, e.target.kind):
            a, b = (confidence.trait(name.text, name.kind) for name in (e.source, e.target))
            told = confidence.sentence_trait(f.span[1] - f.span[0])
            out[(e.pattern, edge_of(f))] = confidence.Judged(e.pattern, a, b, gold.right(edge_of(f)), weight, told)
    return few_alike(out.values())


def few_alike(rows: Iterable[confidence.Judged]) -> list[confidence.Judged]:
    """The judged arrows of one caption, at most `MOST_ALIKE` of a pattern and verdict."""
    out = []
    count: dict[tuple[str, bool], int] = {}
    for row in rows:
        key = (row.pattern, row.right)
        count[key] = count.get(key, 0) + 1
        if count[key] <= MOST_ALIKE:
            out.append(row)
    return out


def one_by_one(path: Path | None) -> dict[str, list[confidence.Judged]]:
    """Arrows judged when they were first read, by caption."""
    out: dict[str, list[confidence.Judged]] = {}
    for r in rows(path) if path else []:
        a = confidence.trait(r["source"], r["source_kind"])
        b = confidence.trait(r["target"], r["target_kind"])
        told = confidence.sentence_trait(r["length"]) if r.get("length") else ""
        out.setdefault(r["figid"], []).append(confidence.Judged(r["pattern"], a, b, bool(r["right"]), sentence=told))
    return {figid: few_alike(found) for figid, found in out.items()}


def shown(gold: Gold, found: list[Found], earned: confidence.Earned) -> list[Edge]:
    """The edges at or above the threshold under given confidences."""
    trust = confidence.Trust(confidence.own_names(gold.mentions), None, earned)
    rated = [f._replace(confidence=trust.of(f.edge, f.span[1] - f.span[0])) for f in found]
    return [Edge(fold(r.source), fold(r.target), r.polarity) for r in chosen(gold.caption, rated, earned.threshold)]


def report(label: str, s: Score) -> None:
    """One line of result."""
    sys.stdout.write(
        f"{label:34} precision {s.precision:.3f} ({s.right}/{s.edges})  recall {s.recall:.3f} ({s.found}/{s.direct})\n"
    )


def write(earned: confidence.Earned, captions: int) -> None:
    """Put confidences into the package's data."""
    lines = [
        "# How far each pattern's arrows can be trusted, and by which factors a trait of the name at either end and of the",
        "# sentence change that.",
        f"# Earned on {captions} captions; written by: python benchmarks/relations.py GOLD.jsonl --judged FILE --write",
        "# An arrow's confidence is its pattern's number times the smaller factor of its two names and that of its sentence.",
        f"threshold = {earned.threshold}",
        "",
        "[patterns]",
        *(f'"{p}" = {value:.3f}' for p, value in earned.patterns.items()),
        "",
        "[sources]",
        *(f'"{k}" = {value:.3f}' for k, value in earned.sources.items()),
        "",
        "[targets]",
        *(f'"{k}" = {value:.3f}' for k, value in earned.targets.items()),
        "",
        "[sentences]",
        *(f'"{k}" = {value:.3f}' for k, value in earned.sentences.items()),
        "",
    ]
    (ROOT / "sitegen" / "relations" / "data" / "confidence.toml").write_text("\n".join(lines), encoding="utf-8")


def rows(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSONL file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def bench(args: argparse.Namespace) -> None:
    """Score, and write where asked to."""
    data = rows(args.file)
    threshold = THRESHOLD if args.threshold is None else args.threshold
    for aliases in (False, True):
        golds = [Gold(row, aliases) for row in data]
        name = "with aliases" if aliases else "without aliases"
        if args.predicted:
            given: dict[str, list[Edge]] = {}
            for row in rows(args.predicted):
                edges = row.get("edges", row.get("relations")) or []
                given.setdefault(row["figid"], []).extend(
                    Edge(fold(e["source"]), fold(e["target"]), sign(e.get("polarity"))) for e in edges
                )
            report(name, total(g.score(given.get(g.figid, [])) for g in golds))
            continue
        found = [candidates(g.caption, mentions=g.mentions) for g in golds]
        if args.shipped:
            earned = confidence.shipped()
            earned = earned if args.threshold is None else earned._replace(threshold=threshold)
            report(
                f"{name}, as shipped", total(g.score(shown(g, f, earned)) for g, f in zip(golds, found, strict=True))
            )
            continue
        first = one_by_one(args.judged)
        verdicts = [judged(g, f, GOLD_WEIGHT if first else 1.0) for g, f in zip(golds, found, strict=True)]
        scores = []
        for i, (g, f) in enumerate(zip(golds, found, strict=True)):
            others = [v for j, part in enumerate(verdicts) if j != i for v in part]
            others += [v for figid, part in first.items() if figid != g.figid for v in part]
            scores.append(g.score(shown(g, f, confidence.earn(others, threshold))))
        everything = confidence.earn([v for part in (*verdicts, *first.values()) for v in part], 0.0)
        report(
            f"{name}, all patterns", total(g.score(shown(g, f, everything)) for g, f in zip(golds, found, strict=True))
        )
        report(f"{name}, cross-validated", total(scores))
        empty = [s for g, s in zip(golds, scores, strict=True) if not g.relations]
        if aliases:
            sys.stdout.write(
                f"{len(empty)} captions without a relation, {sum(s.edges for s in empty)} edges read from them\n"
            )
            _patterns(verdicts)
            _errors(golds, found, everything._replace(threshold=threshold), args.errors)
            if args.write:
                write(everything._replace(threshold=threshold), len({g.figid for g in golds} | set(first)))


def _patterns(verdicts: list[list[confidence.Judged]]) -> None:
    counts: dict[str, list[int]] = {}
    for part in verdicts:
        for row in part:
            entry = counts.setdefault(row.pattern, [0, 0])
            entry[0] += row.right
            entry[1] += 1
    for pattern, (right, n) in sorted(counts.items(), key=lambda item: -item[1][1]):
        sys.stdout.write(f"  {pattern:32} {right:4} of {n}\n")


def _errors(golds: list[Gold], found: list[list[Found]], earned: confidence.Earned, limit: int) -> None:
    for g, f in zip(golds, found, strict=True):
        for edge in shown(g, f, earned):
            if limit > 0 and not g.right(edge):
                limit -= 1
                sys.stdout.write(f"  wrong {g.figid}: {edge.source} -> {edge.target} ({edge.sign})\n")


def read(path: Path) -> None:
    """The reader on lines of captions."""
    with path.open(encoding="utf-8") as lines:
        for line in relations_of_lines(lines, str(path)):
            if isinstance(line, Problem):
                sys.stderr.write(f"{line.path}:{line.line}: {line.message}\n")
            else:
                sys.stdout.write(line + "\n")


def timing(path: Path) -> None:
    """Time a caption on one core, and how much the reader finds.

    The captions of a collection are read as a build reads them: with the names of each figure's tables and
    the lexicon of all tables, and the garbage collector as seldom as in a worker.  Reading the data files is left out,
    the caches start empty.
    """
    lexicon = Lexicon()
    figures: list[Figure] = []
    if path.is_dir():
        for ref in discover(str(path)).figures:
            figure, _ = parse_files(read_files(str(path), ref))
            if figure is not None and figure.caption:
                figures.append(figure)
                lexicon.take(learn_names([figure]))
        captions = [figure.caption or "" for figure in figures]
    else:
        captions = [row["caption"] for row in rows(path)]
    labels = lexicon.mapping() or None
    confidence.shipped()
    collect_seldom()
    start = time.process_time()
    mentions = [names(figure) for figure in figures] or [()] * len(captions)
    named = time.process_time() - start
    arrows = [len(read_caption(c, mentions=m, lexicon=labels)) for c, m in zip(captions, mentions, strict=True)]
    spent = time.process_time() - start
    some = [n for n in arrows if n]
    count = max(1, len(captions))
    sys.stdout.write(
        f"{len(captions)} captions, {1000 * spent / count:.2f} ms each ({1000 * named / count:.2f} for the names of tables); "
        f"{100 * len(some) / count:.0f} % with relations, {sum(some) / max(1, len(some)):.1f} arrows each\n"
    )


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--shipped", action="store_true")
    parser.add_argument("--predicted", type=Path)
    parser.add_argument("--judged", type=Path)
    parser.add_argument("--threshold", type=float)
    parser.add_argument("--errors", type=int, default=0, metavar="N")
    parser.add_argument("--read", action="store_true")
    parser.add_argument("--time", action="store_true")
    args = parser.parse_args()
    if args.read:
        read(args.file)
    elif args.time:
        timing(args.file)
    else:
        bench(args)


if __name__ == "__main__":
    main()
