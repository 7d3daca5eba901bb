"""The few figures that the home page shows with their diagrams, chosen by what the diagrams look like."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sitegen.build.keys import key
from sitegen.build.known import known_related
from sitegen.build.mending import Runs
from sitegen.build.tasks import FiguresTask, Shared
from sitegen.build.workers import draw_featured
from sitegen.model.summary import Summary

_SHOWN = 6
_FEWEST, _MOST = 4, 24  # arrows of a diagram that is worth a look
_WIDEST, _TALLEST = 560, 400  # pixels that can still be read when small
_SIZE = re.compile(r'viewBox="0 0 (\d+) (\d+)"')


class Thumbnail(NamedTuple):
    """A figure's diagram without links, and how many relations it shows."""

    figid: str
    svg: str
    relations: int


@dataclass(frozen=True, slots=True)
class FeaturedTask:
    """Some figures of a chunk to draw."""

    shared: Shared
    chunk: FiguresTask
    figids: tuple[str, ...]


def featured(
    wanted: Sequence[Summary], sights: Sequence[tuple[FiguresTask, tuple[str, ...]]], shared: Shared, pool: Runs
) -> tuple[tuple[Summary, str], ...]:
    """Six figures for the home page, each with its diagram as inline SVG ('' for none).

    Of those that are wanted those come first whose diagram has some relations, but not too many, then the others that can
    be read when small, most relations first; `sights` are their chunks and which of a chunk's figures they are.
    """
    tasks = [FeaturedTask(shared, chunk, figids) for chunk, figids in sights]
    known = [_known(task) for task in tasks]  # looked up here: a build with nothing to make starts no worker
    made = pool.run(draw_featured, [task for task, found in zip(tasks, known, strict=True) if found is None])
    drawn = {t.figid: t for found in known for t in (next(made) if found is None else found)}
    good = [s for s in wanted if s.figid in drawn and _worth_a_look(drawn[s.figid])]
    legible = {figid: t.relations for figid, t in drawn.items() if _legible(t)}
    rest = sorted((s for s in wanted if s not in good), key=lambda s: -legible.get(s.figid, -1))
    return tuple((s, drawn[s.figid].svg if s.figid in drawn else "") for s in [*good, *rest][:_SHOWN])


def _worth_a_look(thumbnail: Thumbnail) -> bool:
    return _FEWEST <= thumbnail.relations <= _MOST and _legible(thumbnail)


def _legible(thumbnail: Thumbnail) -> bool:
    size = _SIZE.search(thumbnail.svg)
    return size is not None and int(size[1]) <= _WIDEST and int(size[2]) <= _TALLEST


def _known(task: FeaturedTask) -> tuple[Thumbnail, ...] | None:
    """The thumbnails of a task whose captions were read and drawn before."""
    related = known_related(task.shared.cache, task.chunk.chunk, task.shared.lexicon)
    if related is None:
        return None
    return task.shared.cache.known("thumbnails", thumbnails_key(task, related.digest), tuple[Thumbnail, ...])


def thumbnails_key(task: FeaturedTask, related: str) -> str:
    """The key of a task's thumbnails, drawn from relations of that digest."""
    return key("thumbnails", task.chunk.chunk, related, *task.figids)
