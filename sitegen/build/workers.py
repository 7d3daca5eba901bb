"""What workers do, a function a kind of task.

Each imports what it works with when it first runs: whoever hands out tasks, or has none to hand out, does without
Graphviz, the reader of captions and the templates' compiler.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sitegen.build.featured import FeaturedTask, Thumbnail
    from sitegen.build.seen import ChunkKey
    from sitegen.build.tasks import LoadResult, LoadTask, PageResult, PageTask, PartTask, RelationsTask, UnpackTask
    from sitegen.exports.bulk import Part


def load_chunk(task: LoadTask) -> LoadResult:
    """As `reading.load_chunk`."""
    from sitegen.build import reading

    return reading.load_chunk(task)


def read_chunk(task: LoadTask) -> tuple[ChunkKey, LoadResult | None]:
    """As `reading.read_chunk`."""
    from sitegen.build import reading

    return reading.read_chunk(task)


def read_relations(task: RelationsTask) -> None:
    """As `chunk_relations.read_relations`."""
    from sitegen.build import chunk_relations

    chunk_relations.read_relations(task)


def make_pages(task: PageTask) -> PageResult:
    """As `steps.make_pages`."""
    from sitegen.build import steps

    return steps.make_pages(task)


def unpack_pages(task: UnpackTask) -> PageResult:
    """As `steps.unpack_pages`."""
    from sitegen.build import steps

    return steps.unpack_pages(task)


def draw_featured(task: FeaturedTask) -> tuple[Thumbnail, ...]:
    """As `thumbnails.draw_featured`."""
    from sitegen.build import thumbnails

    return thumbnails.draw_featured(task)


def state(task: RelationsTask) -> str:
    """As `statements.state`."""
    from sitegen.build import statements

    return statements.state(task)


def make_part(task: PartTask) -> Part:
    """As `downloads.part_of`."""
    from sitegen.build import downloads

    return downloads.part_of(task)
