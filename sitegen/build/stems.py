"""The names of genes' pages, for genes that a figure's relations name and its tables do not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from sitegen.build.cache import Cache
from sitegen.build.known import scratch_entry
from sitegen.build.mending import Lost
from sitegen.digest import digest
from sitegen.indexes.block import Damaged
from sitegen.indexes.columns import pack_columns, unpack_columns


def encode_stems(stems: Mapping[str, str]) -> bytes:
    """The bytes of pages' names by gene key."""
    return pack_columns(list(stems), list(stems.values()))


@lru_cache(maxsize=2)
def stems_in(cache: Cache, scratch: str) -> Mapping[str, str]:
    """The names of genes' pages by gene key; raises Lost where the cache has lost them, Damaged where they are none."""
    body = cache.get("scratch", scratch_entry(scratch, "stems"))
    if body is None:
        raise Lost(f"scratch {scratch} stems")
    keys, stems = unpack_columns(body, "tt")
    if len(keys) != len(stems):
        raise Damaged("the columns of pages' names do not belong together")
    return dict(zip(keys, stems, strict=True))


def stems_of(cache: Cache, scratch: str, symbols: Iterable[str]) -> dict[str, str]:
    """The names of the pages of these genes, by symbol; those without a page are left out."""
    known = stems_in(cache, scratch) if symbols else {}
    return {s: stem for s in symbols if (stem := known.get(s.casefold()))}


def links_digest(stems: Mapping[str, str]) -> str:
    """The digest of such names: what pages depend on that link them."""
    return digest("\n".join(f"{symbol} {stem}" for symbol, stem in sorted(stems.items()))) if stems else ""
