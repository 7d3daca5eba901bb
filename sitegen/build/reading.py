"""Pass one over a chunk: its files become checked figures, and what the collection needs to know of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sitegen.build.changed import changed
from sitegen.build.indexing import keep_rows
from sitegen.build.keys import sources_key
from sitegen.build.known import is_kept, known_result
from sitegen.build.markup import markup_problems
from sitegen.build.relating import Told, learn_names, read_sidecars, told
from sitegen.build.seen import ChunkKey
from sitegen.build.tasks import ChunkSource, LoadResult, LoadTask, Prepared
from sitegen.content.figures import Files, dot_of, parse_files, read_files
from sitegen.digest import digest
from sitegen.indexes.register import figure_facts
from sitegen.jsonld.naming import base_name
from sitegen.model.summary import summarise
from sitegen.problems import Problem, SiteError, errors

if TYPE_CHECKING:
    from sitegen.diagram.curated import Curated
    from sitegen.model.figure import Figure


def read_chunk(task: LoadTask) -> tuple[ChunkKey, LoadResult | None]:
    """Reads and checks a chunk's figures and leaves the result in the cache, where it may be already.

    One that may be another the next time is not kept: the caller gets it.
    """
    result = load_chunk(task)
    return ChunkKey(result.key, result.fold), None if result.lasting else result


def load_chunk(task: LoadTask) -> LoadResult:
    """A chunk's figures, read and checked, or the result for the same bytes from the cache."""
    files = [read_files(task.root, ref) for ref in task.refs]
    chunk = sources_key(_bytes(files))
    if task.cache is not None and is_kept(task.cache, chunk):
        known = known_result(task.cache, chunk)
        if known is not None:
            return known
    result, prepared = _load(chunk, task, files)
    if task.cache is not None:
        task.cache.keep("figures", chunk, prepared)
        task.cache.keep("told", chunk, [told(p.figure, p.network) for p in prepared])
        keep_rows(task.cache, chunk, [p.figure for p in prepared])
        if result.lasting:
            task.cache.keep("loaded", chunk, result)
        else:
            task.cache.drop("loaded", chunk)  # what an earlier build kept does not go with these rows
    return result


def prepared_figures(source: ChunkSource) -> list[Prepared]:
    """A chunk's figures, from the cache or else from their files; raises SiteError where these are others now."""
    prepared = source.cache.known("figures", source.chunk, list[Prepared])
    if prepared is not None:
        return prepared
    files = [read_files(source.root, ref) for ref in source.refs]
    if sources_key(_bytes(files)) != source.chunk:
        raise SiteError([changed(source.refs)])
    return _load(source.chunk, LoadTask(source.root, source.refs, None), files)[1]


def told_by(source: ChunkSource) -> list[Told]:
    """What a chunk's relations are taken from: a small part of its figures, and read much sooner than they are."""
    known = source.cache.known("told", source.chunk, list[Told])
    return known if known is not None else [told(p.figure, p.network) for p in prepared_figures(source)]


def _bytes(files: list[Files]) -> Iterator[tuple[str, bytes | str]]:
    for document, tables, sidecars in files:
        for path, body in (document, *((name, data) for _, name, data in tables), *sidecars):
            yield path, f"{body.code} {body.message}" if isinstance(body, Problem) else body


def _load(chunk: str, task: LoadTask, files: list[Files]) -> tuple[LoadResult, list[Prepared]]:
    found: list[Prepared] = []
    problems: list[Problem] = []
    lasting = True
    taxa: dict[str, str] = {}
    for some in files:
        figure, faults = parse_files(some)
        problems.extend(faults)
        network, sidecar_faults = read_sidecars(some)
        problems.extend(sidecar_faults)
        curated = _curated(figure, some)
        undrawable = curated.problems if curated else ()
        lasting = lasting and not (curated and curated.hasty)
        problems.extend(undrawable)
        if figure is None:
            continue
        problems.extend(markup_problems(figure))
        if errors((*undrawable, *sidecar_faults)):
            continue
        found.append(Prepared(figure, network, curated))
        for gene in figure.genes:
            if gene.organism_id:
                taxa.setdefault(gene.organism, gene.organism_id)
    figures = [p.figure for p in found]
    summaries = tuple(summarise(f, base_name(f)) for f in figures)
    given = (summaries, tuple(problems), tuple(sorted(taxa.items())), learn_names(figures), tuple(map(figure_facts, figures)))
    fold = digest(repr((task.refs, *given)))
    return LoadResult(chunk, len(files), fold, *given, lasting=lasting), found


def _curated(figure: Figure | None, files: Files) -> Curated | None:
    """The curator's own drawing; where figures have none, Graphviz is not imported."""
    dot, line = (figure.dot, figure.dot_line) if figure else dot_of(files) or (None, 0)
    if dot is None:
        return None
    from sitegen.build import drawing

    return drawing.draw_dot(dot, files.document[0], line, figure)
