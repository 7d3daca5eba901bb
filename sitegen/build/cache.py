"""A content-addressed store of results: its keys say everything that a result depends on.

Deleting it changes a build's time, never its bytes.  An entry that is damaged, cut short or of another
format is no entry.  Two builds may share a store, and a killed one leaves it sound: an entry appears
under its name only when it is whole.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import secrets
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

import zstandard

from sitegen.build.packing import Damaged, pack, unpack
from sitegen.build.shapes import fits

Value = TypeVar("Value")

_TRIAL = 1 << 20  # bytes that a disk must have room for to be written to
_FORMAT = "v4"
_FORMATS = re.compile(r"v\d+")
_OWN = re.compile(r"[0-9a-f]{64}(?:-[a-z]+)?(?:\.[0-9a-f]{16}\.tmp)?|[0-9]+\.tmp")
_SEAL = 16
DEFAULT_LIMIT = 4 * 10**9


class Usage(NamedTuple):
    """How much a store holds: entries and bytes by kind of result."""

    kind: str
    entries: int
    size: int


@dataclass(frozen=True, slots=True)
class Cache:
    """A store below a directory; it is a plain value, so that tasks can carry it."""

    root: str

    def path(self, kind: str, key: str) -> str:
        """Where an entry stands."""
        return os.path.join(self.root, _FORMAT, kind, key)

    def get(self, kind: str, key: str) -> bytes | None:
        """An entry's bytes, or None where there is no sound entry."""
        path = self.path(kind, key)
        try:
            with open(path, "rb") as f:
                data = f.read()
            packed = memoryview(data)[_SEAL:]
            if _seal(packed) != data[:_SEAL]:
                return None
            body = _ZSTANDARD.decompress(packed)
        except (OSError, MemoryError, zstandard.ZstdError):  # an entry may say that it unpacks to any number of bytes
            return None
        with contextlib.suppress(OSError):
            os.utime(path)  # what is used stays when the store is cut to size
        return body

    def put(self, kind: str, key: str, body: bytes) -> None:
        """Keeps an entry; a store that cannot be written keeps nothing, and the build goes on."""
        packed = _ZSTANDARD.compress(body)
        self.put_plain(kind, key, _seal(packed) + packed)

    def keep(self, kind: str, key: str, value: object) -> None:
        """Keeps a value made of sitegen's classes and plain ones."""
        self.put(kind, key, pack(value))

    def known(self, kind: str, key: str, shape: type[Value]) -> Value | None:
        """A value of that type that was kept, or None where there is no sound entry, or one of another type."""
        body = self.get(kind, key)
        if body is None:
            return None
        try:
            value: Value = unpack(body)
        except Damaged:
            return None
        return value if fits(value, shape) else None

    def has(self, kind: str, key: str) -> bool:
        """Whether an entry stands there, which counts as used; whether it is sound shows when it is read."""
        path = self.path(kind, key)
        try:
            os.utime(path)
        except FileNotFoundError:
            return False
        except OSError:  # a store that can only be read
            return os.path.exists(path)
        return True

    def put_plain(self, kind: str, key: str, body: bytes) -> None:
        """Keeps an entry as it is, for tasks that read parts of it at its `path`, and look at themselves whether it is sound."""
        path = self.path(kind, key)
        temporary = f"{path}.{secrets.token_hex(8)}.tmp"  # threads share a process, and machines its number
        try:
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(temporary, "wb") as f:
                f.write(body)
            os.replace(temporary, path)
        except OSError:
            with contextlib.suppress(OSError):
                os.remove(temporary)

    def drop(self, kind: str, key: str) -> None:
        """Removes an entry that is not sound."""
        with contextlib.suppress(OSError):
            os.remove(self.path(kind, key))

    def is_writable(self) -> bool:
        """Whether entries can be kept there; a full disk, which still makes empty files, keeps none."""
        place = os.path.join(self.root, _FORMAT)
        trial = os.path.join(place, f"{os.getpid()}.tmp")
        try:
            os.makedirs(place, exist_ok=True)
            with open(trial, "wb") as f:
                f.write(bytes(_TRIAL))
            os.remove(trial)
        except OSError:
            with contextlib.suppress(OSError):
                os.remove(trial)
            return False
        return True

    def usage(self) -> tuple[Usage, ...]:
        """What the store holds, by kind."""
        found: dict[str, list[int]] = {}
        for kind, _, _, size in self._entries():
            found.setdefault(kind, []).append(size)
        return tuple(Usage(kind, len(sizes), sum(sizes)) for kind, sizes in sorted(found.items()))

    def prune(self, limit: int = DEFAULT_LIMIT) -> None:
        """Removes the entries that were not used for longest until the store is within `limit` bytes."""
        entries = sorted(self._entries(), key=lambda e: (e[2], e[1]))
        total = sum(size for _, _, _, size in entries)
        for _, path, _, size in entries:
            if total <= limit:
                break
            try:
                os.remove(path)
            except OSError:
                continue
            total -= size

    def clear(self) -> None:
        """Removes every entry, of older formats too, and nothing else that stands in the directory or in one called `v1`."""
        for name in os.listdir(self.root) if os.path.isdir(self.root) else ():
            if _FORMATS.fullmatch(name):
                for directory, _, files in os.walk(os.path.join(self.root, name), topdown=False):
                    _remove(directory, [file for file in files if _OWN.fullmatch(file)])
        with contextlib.suppress(OSError):
            os.rmdir(self.root)

    def _entries(self) -> list[tuple[str, str, int, int]]:
        """(kind, path, time of last use in ns, bytes) of each entry."""
        found = []
        for directory, _, files in os.walk(os.path.join(self.root, _FORMAT)):
            kind = os.path.relpath(directory, self.root).split(os.sep)
            for name in files:
                path = os.path.join(directory, name)
                try:
                    status = os.stat(path)
                except OSError:
                    continue
                found.append((kind[1] if len(kind) > 1 else "other", path, status.st_mtime_ns, status.st_size))
        return found


def _remove(directory: str, files: Iterable[str]) -> None:
    """Removes files of a directory, and the directory where nothing is left in it."""
    with contextlib.suppress(OSError):
        for file in files:
            os.remove(os.path.join(directory, file))
        os.rmdir(directory)


class _Zstandard(threading.local):
    """What packs and unpacks entries, faster than zlib by four times, and tighter: a thread's own, as no two may use one.

    A worker of a Dask cluster runs tasks in several threads.
    """

    def __init__(self) -> None:
        self.compress = zstandard.ZstdCompressor(level=1).compress
        self.decompress = zstandard.ZstdDecompressor().decompress


_ZSTANDARD = _Zstandard()


def _seal(packed: bytes | memoryview) -> bytes:
    """The seal of an entry as it is stored: a fourth of what it unpacks to, and damage is seen before it is unpacked."""
    return hashlib.blake2b(packed, digest_size=_SEAL).digest()
