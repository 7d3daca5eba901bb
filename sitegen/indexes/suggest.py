"""Names to suggest while someone types: genes, chemicals, diseases, organisms, and words that mean a gene."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sitegen.digest import canonical_json
from sitegen.indexes.shards import Shard, boundary, compress

_TARGET = 24_000
HOT = 1200
"""Names in the file for the first one or two letters."""


class Suggestion(NamedTuple):
    """A name: its term, how it is shown, its kind (`g`, `c`, `d`, `o`; `s` for a synonym of a gene), and figures."""

    term: str
    name: str
    kind: str
    figures: int
    stem: str


def suggestion_shards(rows: Iterable[Suggestion]) -> Iterator[Shard]:
    """Files of suggestions by ascending term."""
    some: list[Suggestion] = []
    size = 0
    before = ""
    for row in sorted(rows):
        if size > _TARGET and row.term != some[-1].term:
            yield _shard(before, some)
            before, some, size = some[-1].term, [], 0
        some.append(row)
        size += len(row.term) + len(row.name) + 16
    if some:
        yield _shard(before, some)


def _shard(before: str, rows: list[Suggestion]) -> Shard:
    return Shard(boundary(before, rows[0].term), suggestion_file(rows))


def suggestion_file(rows: Iterable[Suggestion]) -> bytes:
    """Suggestions as a file: rows of term, name, kind, figures, and the page's name where the name is not it."""
    kept = [[r.term, r.name, r.kind, r.figures, *([r.stem] if r.stem != r.name else [])] for r in rows]
    return compress(canonical_json(kept).encode("utf-8", "replace"))


def hottest(rows: Iterable[Suggestion], limit: int = HOT) -> list[Suggestion]:
    """The names of most figures."""
    return sorted(rows, key=lambda r: (-r.figures, r.kind != "g", r))[:limit]
