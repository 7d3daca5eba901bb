"""How a build or an export ended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.build.report import Totals, count
from sitegen.problems import Problem, in_order
from sitegen.publish.writer import Receipt


@dataclass(frozen=True, slots=True)
class Outcome:
    """Every problem, sorted, what was written, whether that took the old site's place.

    What was made is `forgotten` where the cache that was asked for cannot be written.
    """

    problems: tuple[Problem, ...]
    totals: Totals
    published: bool
    forgotten: bool = False


def outcome(
    figures: int, problems: Sequence[Problem], receipts: Sequence[Receipt], seconds: float, forgotten: bool
) -> Outcome:
    """What came of so many figures; without receipts nothing was published."""
    faults, warnings = count(problems)
    pages = sum(1 for r in receipts if r.path.endswith(".html"))
    totals = Totals(figures if receipts else 0, pages, len(receipts), sum(r.size for r in receipts),
                    seconds, faults, warnings)
    return Outcome(in_order(problems), totals, bool(receipts), forgotten)
