"""What every reader shares: a file's text, the names in it, and the relations and problems found so far."""

from __future__ import annotations

import re

from sitegen.model.relation import Origin, Polarity, Relation, RelationType
from sitegen.problems import Problem
from sitegen.text import shorten, squeeze

MAX_BYTES = 8 * 2**20
MAX_RELATIONS = 5000
MAX_NAME = 200
MAX_EVIDENCE = 2000
# C0 and C1 controls, surrogates, noncharacters, and marks that turn the reading direction of what follows
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]"
)


def decoded(path: str, data: bytes | str) -> str | Problem:
    """A file's text without byte-order mark, or the problem that it is too large or not UTF-8."""
    if len(data) > MAX_BYTES:
        return Problem(path, 0, 0, "E306", f"larger than {MAX_BYTES // 2**20} MB")
    if isinstance(data, str):
        return data.removeprefix("\ufeff")
    try:
        return data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as e:
        line = data.count(b"\n", 0, e.start) + 1
        column = len(data[data.rfind(b"\n", 0, e.start) + 1 : e.start].decode("utf-8", "replace")) + 1
        return Problem(path, line, column, "E101", f"byte 0x{data[e.start]:02x} is not UTF-8")


def clean(text: str, limit: int = MAX_NAME) -> str:
    """The text on one line, without characters that no page may hold, cut at `limit` characters."""
    return shorten(_FORBIDDEN.sub("", text), limit)


class Reading:
    """The relations and problems of one file, in the order of the file.

    A relation that is said twice stands once.  What a format can say and a relation cannot (a line without an
    arrowhead) is counted by `leave_out` and becomes one warning for each reason, at the first place.
    """

    def __init__(self, path: str, origin: Origin) -> None:
        self.path = path
        self.origin = origin
        self.problems: list[Problem] = []
        self._relations: dict[Relation, None] = {}
        self._left_out: dict[str, tuple[int, int]] = {}
        self._full = False

    def add(
        self, source: str, target: str, type: RelationType, polarity: Polarity, *,
        hedged: bool = False, evidence: str | None = None, origin: Origin | None = None, line: int = 0,
    ) -> None:
        """Adds a relation whose names are clean; a fault where the file holds more than MAX_RELATIONS."""
        if len(self._relations) >= MAX_RELATIONS:
            if not self._full:
                self.fault(line, "E306", f"more than {MAX_RELATIONS} relations")
                self._full = True
            return
        said = clean(evidence, MAX_EVIDENCE) if evidence else None
        self._relations[Relation(source, target, type, polarity, hedged, said or None, origin or self.origin)] = None

    @property
    def full(self) -> bool:
        """Whether relations beyond the limit were met; a reader may stop."""
        return self._full

    def fault(self, line: int, code: str, message: str, *, column: int = 0, hint: str = "") -> None:
        """Adds a problem."""
        self.problems.append(Problem(self.path, line, column, code, message, hint))

    def leave_out(self, reason: str, line: int) -> None:
        """Counts a line of the picture that is no relation; `reason` follows its number: `3 lines <reason>`."""
        count, first = self._left_out.get(reason, (0, line))
        self._left_out[reason] = count + 1, first

    def result(self) -> tuple[tuple[Relation, ...], tuple[Problem, ...]]:
        """The distinct relations in file order, and the problems with the warnings of what was left out."""
        warnings = (
            Problem(self.path, first, 0, "W304", f"{count} line{'' if count == 1 else 's'} {reason}")
            for reason, (count, first) in self._left_out.items()
        )
        return tuple(self._relations), (*self.problems, *warnings)


def names_in(text: str) -> str:
    """The text for a message: short and on one line."""
    return squeeze(_FORBIDDEN.sub("", text[:200]))[:60]
