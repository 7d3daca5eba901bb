"""The few figures that the home page shows with their diagrams, drawn by the workers and kept in the cache."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sitegen.build.drawing import draw_thumbnail
from sitegen.build.keys import key
from sitegen.build.pool import Pool
from sitegen.build.reading import prepared_figures
from sitegen.build.steps import chunk_relations, source_of
from sitegen.build.tasks import FiguresTask, Shared
from sitegen.model.figure import Figure
from sitegen.model.relation import Relation
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
    wanted: Sequence[Summary], sights: Sequence[tuple[FiguresTask, tuple[str, ...]]], shared: Shared, pool: Pool
) -> tuple[tuple[Summary, str], ...]:
    """Six figures for the home page, each with its diagram as inline SVG ('' for none).

    Of those that are wanted those come first whose diagram has some relations, but not too many, then the others that can
    be read when small, most relations first; `sights` are their chunks and which of a chunk's figures they are.
    """
    tasks = [FeaturedTask(shared, chunk, figids) for chunk, figids in sights]
    drawn = {t.figid: t for result in pool.run(draw_featured, tasks) for t in result}
    good = [s for s in wanted if s.figid in drawn and _worth_a_look(drawn[s.figid])]
    legible = {figid: t.relations for figid, t in drawn.items() if _legible(t)}
    rest = sorted((s for s in wanted if s not in good), key=lambda s: -legible.get(s.figid, -1))
    return tuple((s, drawn[s.figid].svg if s.figid in drawn else "") for s in [*good, *rest][:_SHOWN])


def _worth_a_look(thumbnail: Thumbnail) -> bool:
    return _FEWEST <= thumbnail.relations <= _MOST and _legible(thumbnail)


def _legible(thumbnail: Thumbnail) -> bool:
    size = _SIZE.search(thumbnail.svg)
    return size is not None and int(size[1]) <= _WIDEST and int(size[2]) <= _TALLEST


def draw_featured(task: FeaturedTask) -> tuple[Thumbnail, ...]:
    """The thumbnails of some figures, from the cache where it has them."""
    shared = task.shared
    source = source_of(shared, task.chunk)
    relations, seal = chunk_relations(source, shared.lexicon)
    name = key("thumbnails", task.chunk.chunk, seal, *task.figids)
    known: tuple[Thumbnail, ...] | None = shared.cache.known("thumbnails", name)
    if known is not None:
        return known
    drawn = tuple(
        _thumbnail(p.figure, relations.get(p.figure.figid, ()))
        for p in prepared_figures(source) if p.figure.figid in task.figids and p.curated is None
    )
    shared.cache.keep("thumbnails", name, drawn)
    return drawn


def _thumbnail(figure: Figure, relations: tuple[Relation, ...]) -> Thumbnail:
    return Thumbnail(figure.figid, draw_thumbnail(figure, relations), len(relations))
