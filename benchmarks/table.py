"""Tables of measurements as text or Markdown; a column in which nothing stands is left out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Row(NamedTuple):
    """A target: what was measured of each generator, the ratio, the limit and whether it is met."""

    what: str
    sitegen: str | None
    hugo: str | None
    jekyll: str | None
    ratio: str | None
    target: str
    met: bool | None

    @staticmethod
    def of(what: str, ours: float | None, theirs: float | None, jekyll: float | None, base: float | None, target: float) -> Row:
        """A row of seconds with the ratio of ours to `base`."""
        ratio = ours / base if ours is not None and base else None
        return Row(
            what,
            _seconds(ours),
            _seconds(theirs),
            _seconds(jekyll),
            f"{ratio:.3f}" if ratio is not None else None,
            f"≤ {target:g}",
            ratio <= target if ratio is not None else None,
        )

    @staticmethod
    def plain(what: str, ours: str | None, theirs: str | None, jekyll: str | None, target: str, met: bool | None = None) -> Row:
        """A row without a ratio."""
        return Row(what, ours, theirs, jekyll, None, target, met)

    def cells(self) -> tuple[str, ...]:
        """The row as texts."""
        verdict = "" if self.met is None else "met" if self.met else "missed"
        return (self.what, self.sitegen or "", self.hugo or "", self.jekyll or "", self.ratio or "", self.target, verdict)


def _seconds(value: float | None) -> str | None:
    return f"{value:.2f} s" if value is not None else None


def _columns(heads: Sequence[str | None], rows: Sequence[Row]) -> list[tuple[str, ...]]:
    lines = [tuple(h or "" for h in heads), *(r.cells() for r in rows)]
    kept = [i for i in range(len(heads)) if any(line[i] for line in lines[1:])]
    return [tuple(line[i] for i in kept) for line in lines]


def plain(heads: Sequence[str | None], rows: Sequence[Row]) -> str:
    """The table with aligned columns."""
    lines = _columns(heads, rows)
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "".join("  ".join(c.ljust(w) for c, w in zip(line, widths, strict=True)).rstrip() + "\n" for line in lines)


def markdown(heads: Sequence[str | None], rows: Sequence[Row]) -> str:
    """The table in Markdown."""
    first, *rest = _columns(heads, rows)
    rule = "|---|" + "---:|" * (len(first) - 1)
    return "".join(f"{line}\n" for line in (_line(first), rule, *map(_line, rest)))


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
