"""Cytoscape's simple interaction format: `source relation target [target …]` on a line, or a node alone.

After the Cytoscape manual, Supported Network File Formats: where a file holds any tab, tabs alone divide its
fields and names may hold spaces; else every run of spaces divides.
"""

from __future__ import annotations

import re

from sitegen.model.relation import Relation
from sitegen.networks.arrows import SILENT, SILENT_HINT, VERBS, interaction_meaning
from sitegen.networks.source import Reading, clean, decoded, names_in
from sitegen.problems import Problem

_WORDS = re.compile(r"[\s,;]+")
_TABS = "Names that hold spaces need tabs: source, tab, relation, tab, target."


def read_sif(path: str, data: bytes | str) -> tuple[tuple[Relation, ...], tuple[Problem, ...]]:
    """The relations of a SIF file and its faults; nodes that stand alone give nothing.

    Where spaces divide, a line in which a verb stands where a name would is left out with a warning: spaces in names
    were taken for gaps.
    """
    text = decoded(path, data)
    if isinstance(text, Problem):
        return (), (text,)
    reading = Reading(path, "sif")
    divider = "\t" if "\t" in text else None
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        cells = [c.strip() for c in line.split(divider)]
        while cells and not cells[-1]:
            cells.pop()
        if divider is None and not VERBS.isdisjoint(cells[2:]):
            reading.leave_out("left out: a relation stands where a name would", number, _TABS)
        elif len(cells) > 1:
            _line(reading, number, cells)
        elif cells and not VERBS.isdisjoint(_WORDS.split(cells[0])[1:-1]):
            reading.leave_out("left out: a relation in words without the tabs that part it", number, _TABS)
        if reading.full:
            break
    return reading.result()


def _line(reading: Reading, number: int, cells: list[str]) -> None:
    if len(cells) == 2:
        reading.fault(number, "E309", f"'{names_in(cells[1])}' stands where a relation would, and no target follows")
        return
    source, *targets = map(clean, (cells[0], *cells[2:]))
    if not source or not cells[1] or not all(targets):
        reading.fault(number, "E309", "an empty name or relation")
        return
    meaning = interaction_meaning(cells[1])
    for target in targets:
        if meaning is None:
            reading.leave_out(SILENT, number, SILENT_HINT)
        else:
            reading.add(source, target, meaning[0], meaning[1], hedged=meaning[2], line=number)
