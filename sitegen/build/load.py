"""Pass one: reads and checks everything, and folds the summaries into the catalog."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from sitegen.build.addresses import judged, placed
from sitegen.build.cache import Cache
from sitegen.build.changed import changed
from sitegen.build.chunks import figure_chunks
from sitegen.build.keys import key
from sitegen.build.known import is_kept, known_result
from sitegen.build.mending import Runs
from sitegen.build.pool import Pool
from sitegen.build.progress import Progress
from sitegen.build.seen import ChunkKey, Seen
from sitegen.build.tasks import LoadResult, LoadTask
from sitegen.build.workers import load_chunk, read_chunk
from sitegen.config import Config, parse_config, with_base_url
from sitegen.content.discover import Inventory, SourceRef
from sitegen.content.documents import load_organism, load_page
from sitegen.content.pictures import picture_fault, picture_path
from sitegen.content.reader import MAX_SETTINGS, read
from sitegen.content.stamps import Stamp
from sitegen.model.catalog import Catalog, build_catalog, note_clashes
from sitegen.model.documents import OrganismNote, StaticPage
from sitegen.model.organism_names import doubtful_organisms
from sitegen.model.routes import (
    RESERVED_PAGES,
    Moved,
    Redirect,
    figure_clashes,
    figure_path,
    moved_pages,
    page_clashes,
    page_of,
    pages_of,
    redirects,
)
from sitegen.model.summary import Summary
from sitegen.problems import Problem, SiteError, errors, first_of_each, in_order

if TYPE_CHECKING:
    from sitegen.indexes.register import FigureFacts

Document = TypeVar("Document")
_EVERYWHERE = frozenset({"site.toml", "data", "_data"})  # what is wrong with these concerns every page
_RESERVED = [f"{name}.html" for name in sorted(RESERVED_PAGES)]


class Setting(NamedTuple):
    """Everything of a content directory but its figures: settings, organisms' notes, static pages, and their problems.

    `pictures` are the paths of pictures beside the pages.
    """

    config: Config
    notes: tuple[OrganismNote, ...]
    pages: tuple[StaticPage, ...]
    problems: tuple[Problem, ...]
    pictures: tuple[str, ...] = ()


class Loaded(NamedTuple):
    """A chunk of figures that was read: what it gave is in the cache, or here where that does not keep it."""

    refs: tuple[SourceRef, ...]
    chunk: ChunkKey
    result: LoadResult | None = None


@dataclass(frozen=True, slots=True)
class Chunk:
    """A chunk that was loaded: its key in the cache, its files, and its sound figures' ids and facts."""

    key: str
    refs: tuple[SourceRef, ...]
    figids: tuple[str, ...]
    facts: tuple[FigureFacts, ...]


@dataclass(frozen=True, slots=True)
class Collection:
    """A content directory, loaded and checked: the sound figures and every problem."""

    config: Config
    catalog: Catalog
    pages: tuple[StaticPage, ...]
    redirects: tuple[Redirect, ...]
    chunks: tuple[Chunk, ...]
    lexicon: str
    problems: tuple[Problem, ...]


def publishable(problems: Iterable[Problem], figures: int, keep_going: bool) -> bool:
    """Whether a site may be made of a collection: it has no fault, or none that concerns every page."""
    faults = errors(problems)
    if not faults:
        return True
    return keep_going and figures > 0 and not any(p.path in _EVERYWHERE for p in faults)


def check_content(content: str, inventory: Inventory, pool: Pool, progress: Progress) -> tuple[Problem, ...]:
    """Every problem of a content directory, sorted."""
    from sitegen.build.theming import theme_problems

    chunks = load_chunks(content, inventory, pool, progress, None)
    setting = read_setting(content, inventory, "")
    found = placed(content, collect(content, setting, chunks, None).problems)
    return in_order((*found, *theme_problems(content, setting.config)))


def read_setting(content: str, inventory: Inventory, base_url: str) -> Setting:
    """The content's settings and documents.

    `base_url` overrides that of site.toml; it must be one that `config.check_base_url` accepts.
    """
    problems = list(inventory.problems)
    config = read_settings(content, inventory, base_url, problems)
    notes = _documents(load_organism, content, inventory.organisms, problems)
    pages = _documents(load_page, content, inventory.pages, problems)
    faults = [fault for path in inventory.pictures if (fault := picture_fault(content, path))]
    unfit = {fault.path for fault in faults}
    pictures = tuple(path for path in inventory.pictures if path not in unfit)
    own = [*((f"{p.name}.html", p.path) for p in pages), *((picture_path(path), path) for path in pictures)]
    clashes = page_clashes(own, _RESERVED)
    second = {p.path for p in clashes}
    return Setting(
        config, notes, tuple(p for p in pages if p.path not in second), (*problems, *faults, *clashes),
        tuple(path for path in pictures if path not in second),
    )


def load_chunks(
    content: str, inventory: Inventory, pool: Pool, progress: Progress, cache: Cache | None
) -> tuple[Loaded, ...]:
    """The chunks of a collection, read by the workers; those whose files nobody touched are taken as they were."""
    progress.stage("Reading", len(inventory.figures))
    chunks = list(figure_chunks(inventory.figures))
    loaded: list[Loaded] = []
    if cache is None:
        for refs, result in zip(chunks, pool.run(load_chunk, (LoadTask(content, refs, None) for refs in chunks)), strict=True):
            loaded.append(Loaded(refs, ChunkKey(result.key, result.fold), result))
            progress.advance(result.size)
        return tuple(loaded)
    seen = Seen(cache, content)
    stamps: list[Stamp | None] = []
    known: list[ChunkKey | None] = []
    for refs in chunks:
        stamp, chunk = seen.look(refs)
        stamps.append(stamp)
        known.append(chunk if chunk and is_kept(cache, chunk.key) else None)
        if known[-1] is None:  # the workers start while the other chunks are looked at
            pool.start("sitegen.build.steps")
    unread = [LoadTask(content, refs, cache) for refs, chunk in zip(chunks, known, strict=True) if chunk is None]
    read_now = pool.run_few(read_chunk, unread)
    for refs, chunk in zip(chunks, known, strict=True):
        loaded.append(Loaded(refs, chunk) if chunk else Loaded(refs, *next(read_now)))
        progress.advance(len(refs))
    seen.keep((stamp, one.chunk) for stamp, one in zip(stamps, loaded, strict=True))
    return tuple(loaded)


def collect(content: str, setting: Setting, chunks: Sequence[Loaded], cache: Cache | None) -> Collection:
    """The collection that chunks make up."""
    from sitegen.relations.lexicon import Lexicon  # brings the reader of captions

    config, notes, pages, known, pictures = setting
    problems = list(known)
    summaries: list[Summary] = []
    taxa: dict[str, str] = {}
    loaded: list[Chunk] = []
    lexicon = Lexicon()
    for one in chunks:
        result = _result(content, one, cache)
        loaded.append(Chunk(result.key, one.refs, tuple(s.figid for s in result.summaries), result.facts))
        summaries.extend(result.summaries)
        problems.extend(result.problems)
        lexicon.take(result.names)
        for name, taxon in result.taxa:
            taxa.setdefault(name, taxon)
    clashes = figure_clashes(ref for one in chunks for ref in one.refs)
    clashing = {p.path for p in figure_clashes(summaries)}
    sound = [s for s in summaries if s.path not in clashing]
    catalog = build_catalog(sound, notes, taxa)
    own = [*(f"{p.name}.html" for p in pages), *map(picture_path, pictures)]
    lists = tuple(_lists(config, catalog))
    held = [*_RESERVED, *own, *lists]
    old_addresses, alias_problems = redirects(sound, held)
    figure_pages = [figure_path(s.figid) for s in sound]
    moved, moved_problems = moved_pages(_moved(catalog, pages), [*held, *figure_pages, *(r.path for r in old_addresses)])
    old_addresses = tuple(sorted((*old_addresses, *moved)))
    problems += [*clashes, *alias_problems, *moved_problems, *note_clashes(notes), *doubtful_organisms(catalog)]
    served = ("404.html", *own, *lists, *figure_pages, *(r.path for r in old_addresses))
    problems = list(first_of_each(judged(problems, config, served)))
    names = _keep(lexicon.mapping(), cache) if cache else ""
    return Collection(config, catalog, pages, old_addresses, tuple(loaded), names, in_order(problems))


def _moved(catalog: Catalog, pages: Iterable[StaticPage]) -> Iterator[Moved]:
    """The pages of organisms and the static ones, with the addresses that they had."""
    for entry in catalog.organisms:
        if entry.note and entry.note.redirects:
            yield Moved(page_of("organisms", entry.slug, 1), entry.note.path, entry.note.redirects)
    for page in pages:
        if page.redirects:
            yield Moved(f"{page.name}.html", page.path, page.redirects)


def _result(content: str, one: Loaded, cache: Cache | None) -> LoadResult:
    """What a chunk gave: where a cache has lost it, or could not be written, the files are read again."""
    known = one.result or (known_result(cache, one.chunk.key) if cache else None)
    if known is None:
        known = load_chunk(LoadTask(content, one.refs, cache))
        _same(one, ChunkKey(known.key, known.fold))
    return known


def load_again(content: str, chunks: Sequence[Loaded], pool: Runs, cache: Cache) -> None:
    """Reads chunks again of which the cache lost something; raises SiteError where their files are others now."""
    tasks = (LoadTask(content, one.refs, cache) for one in chunks)
    for one, (read_now, _) in zip(chunks, pool.run(read_chunk, tasks), strict=True):
        _same(one, read_now)


def _same(one: Loaded, now: ChunkKey) -> None:
    if now != one.chunk:
        raise SiteError([changed(one.refs)])


def _keep(lexicon: Mapping[str, str], cache: Cache) -> str:
    """Keeps the collection's lexicon where the workers find it; gives its key."""
    name = key("lexicon", *(part for item in lexicon.items() for part in item))
    if cache.known("lexicon", name, dict[str, str]) is None:
        cache.keep("lexicon", name, dict(lexicon))
    return name


def _lists(config: Config, catalog: Catalog) -> Iterator[str]:
    """The paths of every list of figures and of lists."""
    for section in ("figures", "organisms", "years"):
        yield f"{section}/index.html"
    paging = config.paging
    for year, figures in catalog.years:
        yield from pages_of("years", year, len(figures), paging.years)
    for entry in catalog.organisms:
        yield from pages_of("organisms", entry.slug, len(entry.figures), paging.organisms, paging.organism_pages)


def read_settings(content: str, inventory: Inventory, base_url: str, problems: list[Problem]) -> Config:
    """The settings of site.toml, with another base URL where one is given; faults go to `problems`."""
    config = Config()
    if inventory.settings:
        source = read(content, inventory.settings, MAX_SETTINGS)
        if isinstance(source, Problem):
            problems.append(source)
        else:
            config, faults = parse_config(source.text, inventory.settings)
            problems.extend(faults)
    if base_url:
        config, fault = with_base_url(config, base_url)
        if fault:
            raise ValueError(f"{base_url}: {fault}")
    if not config.site.base_url and not any(p.path == "site.toml" for p in errors(problems)):
        problems.append(Problem("site.toml", 0, 0, "W501", "no base_url is set"))
    if not config.site.publisher:
        config = replace(config, site=replace(config.site, publisher=config.site.title))
    return config


def _documents(
    loader: Callable[[str, str], tuple[Document | None, tuple[Problem, ...]]], content: str, paths: Sequence[str],
    problems: list[Problem],
) -> tuple[Document, ...]:
    found = []
    for path in paths:
        value, faults = loader(content, path)
        problems.extend(faults)
        if value is not None:
            found.append(value)
    return tuple(found)
