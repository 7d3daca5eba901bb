"""Pass one: reads and checks everything, and folds the summaries into the catalog."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from sitegen.build.cache import Cache
from sitegen.build.keys import key
from sitegen.build.plan import figure_chunks
from sitegen.build.pool import Pool
from sitegen.build.progress import Progress
from sitegen.build.steps import load_chunk
from sitegen.build.tasks import LoadTask
from sitegen.config import Config, parse_config, with_base_url
from sitegen.content.discover import Inventory, SourceRef
from sitegen.content.documents import load_organism, load_page
from sitegen.content.reader import read
from sitegen.indexes.register import FigureFacts
from sitegen.model.catalog import Catalog, build_catalog
from sitegen.model.documents import StaticPage
from sitegen.model.routes import RESERVED_PAGES, Redirect, figure_clashes, page_clashes, pages_of, redirects
from sitegen.model.summary import Summary
from sitegen.problems import Problem, errors, in_order
from sitegen.relations.lexicon import Lexicon

Document = TypeVar("Document")


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

    def publishable(self, keep_going: bool) -> bool:
        """Whether a site may be made of it: there is no fault, or none that concerns every page."""
        faults = errors(self.problems)
        if not faults:
            return True
        return keep_going and bool(self.catalog.figures) and not any(p.path == "site.toml" for p in faults)


def load(
    content: str, inventory: Inventory, base_url: str, pool: Pool, progress: Progress, cache: Cache | None
) -> Collection:
    """The collection in a content directory.

    `base_url` overrides that of site.toml; it must be one that `config.check_base_url` accepts.
    """
    problems = list(inventory.problems)
    config = read_settings(content, inventory, base_url, problems)
    notes = _documents(load_organism, content, inventory.organisms, problems)
    pages = _documents(load_page, content, inventory.pages, problems)
    summaries: list[Summary] = []
    taxa: dict[str, str] = {}
    chunks = list(figure_chunks(inventory.figures))
    loaded: list[Chunk] = []
    lexicon = Lexicon()
    progress.stage("Reading", len(inventory.figures))
    tasks: Iterator[LoadTask] = (LoadTask(content, refs, cache) for refs in chunks)
    for refs, result in zip(chunks, pool.run(load_chunk, tasks), strict=True):
        loaded.append(Chunk(result.key, refs, tuple(s.figid for s in result.summaries), result.facts))
        summaries.extend(result.summaries)
        problems.extend(result.problems)
        lexicon.take(result.names)
        for name, taxon in result.taxa:
            taxa.setdefault(name, taxon)
        progress.advance(result.size)
    clashes = figure_clashes(summaries)
    clashing = {p.path for p in clashes}
    sound = [s for s in summaries if s.path not in clashing]
    catalog = build_catalog(sound, notes, taxa)
    made = [f"{name}.html" for name in RESERVED_PAGES]
    own = [(f"{p.name}.html", p.path) for p in pages]
    old_addresses, alias_problems = redirects(sound, [*made, *(path for path, _ in own), *_lists(config, catalog)])
    problems += [*clashes, *alias_problems, *page_clashes(own, made)]
    names = _keep(lexicon.mapping(), cache) if cache else ""
    return Collection(config, catalog, pages, old_addresses, tuple(loaded), names, in_order(problems))


def _keep(lexicon: Mapping[str, str], cache: Cache) -> str:
    """Keeps the collection's lexicon where the workers find it; gives its key."""
    name = key("lexicon", *(part for item in lexicon.items() for part in item))
    if cache.get("lexicon", name) is None:
        cache.put("lexicon", name, pickle.dumps(dict(lexicon), protocol=5))
    return name


def _lists(config: Config, catalog: Catalog) -> Iterator[str]:
    """The paths of every list of figures and of lists."""
    for section in ("figures", "organisms", "years"):
        yield f"{section}/index.html"
    for year, figures in catalog.years:
        yield from pages_of("years", year, len(figures), config.paging.years)
    for entry in catalog.organisms:
        yield from pages_of("organisms", entry.slug, len(entry.figures), config.paging.organisms)


def read_settings(content: str, inventory: Inventory, base_url: str, problems: list[Problem]) -> Config:
    """The settings of site.toml, with another base URL where one is given; faults go to `problems`."""
    config = Config()
    if inventory.settings:
        source = read(content, inventory.settings)
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
