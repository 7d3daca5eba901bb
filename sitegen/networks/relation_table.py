"""`<figid>-relations.tsv`: a figure's relations as a table that a curator can correct.

Columns: source, target, type, polarity, hedged, evidence, origin; the first three are required, the order is free.
One header line, tabs, no quoting.  An empty polarity is the type's own, an empty origin `table`; `NA` in the
optional columns is empty.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import get_args

from sitegen.model.relation import POLARITY, RELATION_TYPES, Origin, Polarity, Relation, RelationType
from sitegen.networks.source import MAX_EVIDENCE, Reading, clean, decoded, names_in
from sitegen.problems import Problem

COLUMNS = ("source", "target", "type", "polarity", "hedged", "evidence", "origin")
REQUIRED = COLUMNS[:3]
_TYPES: dict[str, RelationType] = {t: t for t in RELATION_TYPES}
_SIGNS: dict[str, Polarity] = {"+": "+", "-": "-", "−": "-", "–": "-", "0": "0"}
_ORIGINS: dict[str, Origin] = {o: o for o in get_args(Origin)}
_YES = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False, "": False}


def read_relation_table(path: str, data: bytes | str) -> tuple[tuple[Relation, ...], tuple[Problem, ...]]:
    """The relations of a table and its faults, in the order of its rows; a row with a fault is left out."""
    text = decoded(path, data)
    if isinstance(text, Problem):
        return (), (text,)
    reading = Reading(path, "table")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    cells = lines[0].split("\t")
    header = [name.strip().casefold() for name in cells]
    places: dict[str, int] = {}
    for (i, name), column in zip(enumerate(header), _starts(cells), strict=True):
        if reading.full:
            return reading.result()
        if name in places:
            reading.fault(1, "E304", f"column '{names_in(name)}' named twice", column=column)
        elif name and name not in COLUMNS:
            reading.fault(1, "W301", f"unknown column '{names_in(name)}'", column=column)
        places.setdefault(name, i)
    missing = [name for name in REQUIRED if name not in places]
    if missing:
        reading.fault(1, "E302", f"column {', '.join(missing)} missing", column=1)
        return reading.result()
    for number, line in enumerate(lines[1:], 2):
        if not line.strip():
            continue
        cells = line.split("\t")
        if len(cells) != len(header):
            reading.fault(number, "E301", f"{len(cells)} cells where the header has {len(header)}")
        else:
            starts = _starts(cells)
            row = {name: cells[i].strip() for name, i in places.items()}
            _row(reading, number, row, {name: starts[i] for name, i in places.items()})
        if reading.full:
            break
    return reading.result()


def _starts(cells: Sequence[str]) -> list[int]:
    """The column of the line in which each cell starts."""
    return list(accumulate((len(cell) + 1 for cell in cells[:-1]), initial=1))


def _row(reading: Reading, number: int, row: dict[str, str], columns: dict[str, int]) -> None:
    source, target = clean(row["source"]), clean(row["target"])
    kind = _TYPES.get(row["type"].casefold())
    if not source or not target or not row["type"]:
        empty = next(name for name, value in (("source", source), ("target", target), ("type", row["type"])) if not value)
        reading.fault(number, "E309", "source, target or type is empty", column=columns[empty])
        return
    if kind is None:
        reading.fault(number, "E209", f"'{names_in(row['type'])}' is not a relation type", column=columns["type"])
        return
    polarity, hedged, evidence, origin = (
        "" if row.get(name, "") == "NA" else row.get(name, "") for name in ("polarity", "hedged", "evidence", "origin")
    )
    sign = _SIGNS.get(polarity) if polarity else POLARITY.get(kind, "0")
    caution = _YES.get(hedged.casefold())
    source_of = _ORIGINS.get(origin.casefold()) if origin else "table"
    for name, given, value in (("polarity", polarity, sign), ("hedged", hedged, caution), ("origin", origin, source_of)):
        if value is None:
            reading.fault(number, "E310", f"{name} is '{names_in(given)}'", column=columns[name])
    if sign is not None and caution is not None and source_of is not None:
        reading.add(source, target, kind, sign, hedged=caution, evidence=evidence or None, origin=source_of, line=number)


def write_relation_table(relations: Iterable[Relation]) -> str:
    """The table of relations, which `read_relation_table` reads back; cells hold no tabs and no line breaks.

    Places in the caption and confidences are not in it: `evidence.located` finds the places again.
    """
    rows = ["\t".join(COLUMNS)]
    for r in relations:
        evidence = clean(r.evidence, MAX_EVIDENCE) if r.evidence else ""
        cells = (clean(r.source), clean(r.target), r.type, r.polarity, "yes" if r.hedged else "no", evidence, r.origin)
        rows.append("\t".join(cells))
    return "\n".join(rows) + "\n"
