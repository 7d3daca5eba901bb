"""The chunks' rows for the index, as files of the cache that tasks read parts of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from io import FileIO
from typing import NamedTuple

from sitegen.build.cache import Cache
from sitegen.build.mending import Lost
from sitegen.indexes.block import SECTIONS, Damaged, Head, ReadAt, read_head, read_part

ROWS = "rows"


class Marks(NamedTuple):
    """Digests of the parts of a chunk's rows: of ranges of terms, ranges of genes, texts, and of all gene sets and genes."""

    terms: bytes
    genes: bytes
    texts: bytes
    sets: bytes


def blocks(cache: Cache, chunks: Iterable[str]) -> Iterator[tuple[ReadAt, Head]]:
    """The rows of each chunk, of which one is open at a time; raises Lost where the cache has no sound entry."""
    for chunk in chunks:
        try:
            file = FileIO(cache.path(ROWS, chunk))
        except OSError as e:
            raise Lost(f"{ROWS} {chunk}: {e}") from None
        with file:
            read = partial(_read_at, file)
            yield read, read_head(read)


def known_marks(cache: Cache, chunk: str) -> Marks | None:
    """The marks of a chunk's rows, by which a task knows whether its parts are the same as before."""
    try:
        for _, head in blocks(cache, [chunk]):
            return Marks(*map(head.marks_of, range(SECTIONS)))
    except (Lost, Damaged):
        pass
    return None


def are_whole(cache: Cache, chunk: str) -> bool:
    """Whether each part of a chunk's rows is as it was written."""
    try:
        for read, head in blocks(cache, [chunk]):
            for section in range(SECTIONS):
                for number in range(head.sections[section + 1] - head.sections[section]):
                    read_part(read, head, section, number)
    except (Lost, Damaged):
        return False
    return True


def _read_at(file: FileIO, offset: int, length: int) -> bytes:
    file.seek(offset)
    return file.read(length) or b""
