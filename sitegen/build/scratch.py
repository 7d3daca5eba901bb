"""What tasks need of all documents, which the cache holds from the fold of the collection on.

What reads it raises Lost where the cache has lost it, Damaged where the bytes are none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from sitegen.build.cache import Cache
from sitegen.build.known import scratch_entry
from sitegen.build.mending import Lost
from sitegen.digest import digest
from sitegen.indexes.block import Damaged
from sitegen.indexes.chunk import PLACES
from sitegen.indexes.columns import unpack_columns
from sitegen.indexes.ledger import Ledger, decode_ledger
from sitegen.indexes.roll import Roll, decode_roll

NO_DOCUMENT = 0xFFFFFFFF
"""What stands for the document of a figure that is not published."""


class Documents(NamedTuple):
    """The documents of a chunk's figures by their place, and whether each figure is one; a place without figure has none."""

    by_place: list[int]
    all_sound: bool


@lru_cache(maxsize=2)
def documents_in(cache: Cache, scratch: str) -> list[Documents]:
    """The documents of each chunk."""
    numbers, starts = (unpack_columns(_scratch(cache, scratch, name), "I")[0] for name in ("numbers", "starts"))
    found = []
    for a, b in pairwise(starts):
        mine = numbers[a:b].tolist()
        found.append(Documents(mine + [NO_DOCUMENT] * (PLACES - len(mine)), NO_DOCUMENT not in mine))
    return found


def documents_of(cache: Cache, scratch: str, chunks: Sequence[str]) -> list[Documents]:
    """The documents of each of these chunks; raises Damaged where they are of others."""
    documents = documents_in(cache, scratch)
    if len(documents) != len(chunks):
        raise Damaged("the documents are of other chunks")
    return documents


@lru_cache(maxsize=4)
def ledger_in(cache: Cache, scratch: str, kind: str) -> Ledger:
    """The ledger of a kind."""
    return decode_ledger(_scratch(cache, scratch, kind))


@lru_cache(maxsize=2)
def roll_in(cache: Cache, scratch: str) -> Roll:
    """The roll of all documents."""
    return decode_roll(_scratch(cache, scratch, "roll"))


def keep_scratch(cache: Cache, files: Mapping[str, bytes]) -> str:
    """Keeps what tasks need of all documents; gives its key."""
    scratch = digest(*(part for name, body in files.items() for part in (name, body)))
    for name, body in files.items():
        cache.put("scratch", scratch_entry(scratch, name), body)
    return scratch


def _scratch(cache: Cache, scratch: str, name: str) -> bytes:
    body = cache.get("scratch", scratch_entry(scratch, name))
    if body is None:
        raise Lost(f"scratch {scratch} {name}")
    return body
