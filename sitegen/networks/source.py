"""What every reader shares: a file's text, the names in it, and the relations and problems found so far."""

from __future__ import annotations

from sitegen.model.relation import Origin, Polarity, Relation, RelationType
from sitegen.problems import Problem, not_utf8
from sitegen.text import one_line, shorten

MAX_BYTES = 8 * 2**20
MAX_RELATIONS = 5000
MAX_FAULTS = 100
MAX_NAME = 200
MAX_EVIDENCE = 2000


def decoded(path: str, data: bytes | str) -> str | Problem:
    """A file's text without byte-order mark, or the problem that it is too large or not UTF-8."""
    if len(data) > MAX_BYTES:
        return Problem(path, 0, 0, "E306", f"larger than {MAX_BYTES // 2**20} MB")
    if isinstance(data, str):
        return data.removeprefix("\ufeff")
    try:
        return data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as e:
        return not_utf8(path, data, e.start)


def clean(text: str, limit: int = MAX_NAME) -> str:
    """The text on one line, without characters that no page may hold, cut at `limit` characters."""
    return shorten(one_line(text), limit)


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
        self._left_out: dict[str, tuple[int, int, str]] = {}
        self._said = 0
        self._full = False

    def add(
        self, source: str, target: str, type: RelationType, polarity: Polarity, *,
        hedged: bool = False, evidence: str | None = None, origin: Origin | None = None, line: int = 0,
    ) -> None:
        """Adds a relation whose names are clean; a fault where the file holds more than MAX_RELATIONS."""
        self._said += 1
        if len(self._relations) >= MAX_RELATIONS or self._said > 4 * MAX_RELATIONS:
            if not self._full:
                self.fault(line, "E306", f"more than {MAX_RELATIONS} relations")
            self._full = True
            return
        said = clean(evidence, MAX_EVIDENCE) if evidence else None
        self._relations[Relation(source, target, type, polarity, hedged, said or None, origin or self.origin)] = None

    @property
    def full(self) -> bool:
        """Whether more relations or faults were met than are kept; a reader may stop."""
        return self._full

    def fault(self, line: int, code: str, message: str, *, column: int = 0, hint: str = "") -> None:
        """Adds a problem; those after the first MAX_FAULTS are not kept."""
        if len(self.problems) < MAX_FAULTS:
            self.problems.append(Problem(self.path, line, column, code, message, hint))
        else:
            self._full = True

    def leave_out(self, reason: str, line: int, hint: str = "") -> None:
        """Counts a line of the picture that is no relation; `reason` follows its number: `3 lines <reason>`."""
        count, first, _ = self._left_out.get(reason, (0, line, hint))
        self._left_out[reason] = count + 1, first, hint

    def result(self) -> tuple[tuple[Relation, ...], tuple[Problem, ...]]:
        """The distinct relations in file order, and the problems with the warnings of what was left out."""
        warnings = (
            Problem(self.path, first, 0, "W304", f"{count} line{'' if count == 1 else 's'} {reason}", hint)
            for reason, (count, first, hint) in self._left_out.items()
        )
        return tuple(self._relations), (*self.problems, *warnings)


def names_in(text: str) -> str:
    """The text for a message: short and on one line."""
    return one_line(text[:200])[:60]
