"""Where a build keeps its results: in the cache that was asked for, or for its own time alone."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from sitegen.build.cache import Cache
from sitegen.build.mending import Unkept
from sitegen.build.outcome import Outcome
from sitegen.publish.staging import Refused, Staging


class Store(NamedTuple):
    """The cache of a build, whether later builds find it, and whether the one that was asked for cannot be written."""

    cache: Cache
    stays: bool
    refused: bool


def with_cache(build: Callable[[str | None], Outcome], directory: str | None) -> Outcome:
    """What a build gives with the cache in a directory; where that keeps nothing any more, all over again without one."""
    try:
        return build(directory)
    except Unkept:
        if directory is None:
            raise
    return replace(build(None), forgotten=True)


def store(directory: str | None, area: Staging) -> Store:
    """The cache in a directory; one that is thrown away with the build where none is wanted or it cannot be written.

    Raises Refused where it would stand in the site, which is replaced.
    """
    if directory:
        if os.path.join(os.path.realpath(directory), "").startswith(os.path.join(area.place, "")):
            raise Refused(f"the cache {directory} lies in the output directory; choose another --cache")
        wanted = Cache(os.path.abspath(directory))
        if wanted.is_writable():
            return Store(wanted, True, False)
    return Store(Cache(os.path.join(area.scratch, "cache")), False, bool(directory))
