"""What chunks give the index, as files of the cache that tasks read parts of."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import partial
from io import FileIO
from typing import NamedTuple

from sitegen.build.cache import Cache
from sitegen.build.mending import Lost
from sitegen.indexes.block import SECTIONS, Damaged, Head, ReadAt, read_head, read_part

ROWS, STATEMENTS = "rows", "statements"
"""Kinds of entries that are such files: a chunk's rows, and what its figures' relations say of genes."""


class Marks(NamedTuple):
    """Digests of the parts of a chunk's rows: of ranges of terms, ranges of genes, texts, and of all gene sets and genes."""

    terms: bytes
    genes: bytes
    texts: bytes
    sets: bytes


def blocks(cache: Cache, names: Iterable[str], kind: str = ROWS) -> Iterator[tuple[ReadAt, Head]]:
    """The entries of these names, of which one is open at a time; raises Lost where the cache has no sound one."""
    for file in _opened(cache, names, kind):
        yield partial(_read_at, file), _head(file)


def known_marks(cache: Cache, chunk: str) -> Marks | None:
    """The marks of a chunk's rows, by which a task knows whether its parts are the same as before."""
    try:
        for file in _opened(cache, [chunk], ROWS):
            return Marks(*map(read_head(partial(_read_at, file)).marks_of, range(SECTIONS)))
    except (Lost, Damaged):
        pass
    return None


def statement_marks(cache: Cache, name: str) -> bytes | None:
    """The marks of what a chunk says of each range of genes."""
    try:
        for file in _opened(cache, [name], STATEMENTS):
            return read_head(partial(_read_at, file)).marks_of(0)
    except (Lost, Damaged):
        pass
    return None


def are_whole(cache: Cache, name: str, kind: str = ROWS) -> bool:
    """Whether each part of an entry is as it was written."""
    try:
        for file in _opened(cache, [name], kind):
            read = partial(_read_at, file)
            head = read_head(read)
            for section in range(SECTIONS):
                for number in range(head.sections[section + 1] - head.sections[section]):
                    read_part(read, head, section, number)
    except (Lost, Damaged):
        return False
    return True


def _opened(cache: Cache, names: Iterable[str], kind: str) -> Iterator[FileIO]:
    for name in names:
        try:
            file = FileIO(cache.path(kind, name))
        except OSError as e:
            raise Lost(f"{kind} {name}: {e}") from None
        with file:
            yield file


_HEADS: dict[tuple[str, int, int, int], Head] = {}
_MOST_HEADS = 4_000


def _head(file: FileIO) -> Head:
    """The head of a chunk's rows, kept for the tasks that follow: each reads other parts, which have their marks in it.

    A chunk's key does not say all of its rows: where a drawing ran out of time they are without that figure.
    """
    status = os.fstat(file.fileno())
    name = str(file.name), status.st_ino, status.st_mtime_ns, status.st_size
    head = _HEADS.get(name)
    if head is None:
        if len(_HEADS) >= _MOST_HEADS:
            _HEADS.clear()
        head = _HEADS[name] = read_head(partial(_read_at, file))
    return head


def _read_at(file: FileIO, offset: int, length: int) -> bytes:
    file.seek(offset)
    return file.read(length) or b""
