"""Tables of measurements as text or Markdown; a column in which nothing stands is left out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Row(NamedTuple):
    """A target: what was measured of each generator, the limit, and whether it is met.

    `values` stand by generator, `ratios` by the peer that ours is compared with; a limit that is not a ratio has
    its verdict in `met`.
    """

    what: str
    values: Sequence[str | None]
    target: str = ""
    ratios: Sequence[float | None] = ()
    limit: float | None = None
    met: bool | None = None

    @staticmethod
    def of(what: str, seconds: Sequence[float | None], bases: Sequence[float | None], limit: float) -> Row:
        """A row of seconds, ours first, with the ratio of ours to each of `bases`."""
        ours = seconds[0]
        ratios = [ours / base if ours is not None and base else None for base in bases]
        return Row(what, [_seconds(s) for s in seconds], f"≤ {limit:g}", ratios, limit)

    @property
    def missed(self) -> bool:
        """Whether a target was looked at and missed, against any of the peers."""
        return self.met is False or any(r is not None and self.limit is not None and r > self.limit for r in self.ratios)

    def cells(self, bases: int) -> tuple[str, ...]:
        """The row as texts: values, target, a ratio and its verdict for each of `bases` peers, the row's own verdict."""
        ratios = [self._ratio(self.ratios[i]) if i < len(self.ratios) else "" for i in range(bases)]
        return (self.what, *(v or "" for v in self.values), self.target, *ratios, _verdict(self.met))

    def _ratio(self, ratio: float | None) -> str:
        if ratio is None:
            return ""
        return f"{ratio:.3f} {_verdict(ratio <= self.limit if self.limit is not None else None)}".rstrip()


def _verdict(met: bool | None) -> str:
    return "" if met is None else "met" if met else "missed"


def _seconds(value: float | None) -> str | None:
    return f"{value:.2f} s" if value is not None else None


def _columns(generators: Sequence[str], bases: Sequence[str], rows: Sequence[Row]) -> list[tuple[str, ...]]:
    heads = ("", *generators, "target", *(f"sitegen / {base}, cold" for base in bases), "")
    lines = [heads, *(r.cells(len(bases)) for r in rows)]
    kept = [i for i in range(len(heads)) if any(line[i] for line in lines[1:])]
    return [tuple(line[i] for i in kept) for line in lines]


def plain(generators: Sequence[str], bases: Sequence[str], rows: Sequence[Row]) -> str:
    """The table with aligned columns."""
    lines = _columns(generators, bases, rows)
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "".join("  ".join(c.ljust(w) for c, w in zip(line, widths, strict=True)).rstrip() + "\n" for line in lines)


def markdown(generators: Sequence[str], bases: Sequence[str], rows: Sequence[Row]) -> str:
    """The table in Markdown."""
    first, *rest = _columns(generators, bases, rows)
    rule = "|---|" + "---:|" * (len(first) - 1)
    return "".join(f"{line}\n" for line in (_line(first), rule, *map(_line, rest)))


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
