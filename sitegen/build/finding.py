"""Makes the collection findable: from what the chunks say of their figures to the tasks that write the search index."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sitegen.build.cache import Cache
from sitegen.build.chunks import runs
from sitegen.build.index_frame import INDEX, IndexFrame
from sitegen.build.load import Chunk, Collection
from sitegen.build.scratch import NO_DOCUMENT, keep_scratch
from sitegen.build.stems import encode_stems
from sitegen.build.tasks import EntitiesTask, IdentifiersTask, RangeTask, SetsTask, StatementsTask, TextTask
from sitegen.indexes.columns import pack_columns
from sitegen.indexes.documents import (
    BLOCK,
    Ordered,
    count_file,
    in_index_order,
    journal_file,
    organism_file,
    rank_file,
    title_ranks,
    years,
)
from sitegen.indexes.ledger import encode_ledger
from sitegen.indexes.ranges import spans, word_range
from sitegen.indexes.register import Listing, Register
from sitegen.indexes.roll import encode_roll
from sitegen.indexes.rows import gene_key
from sitegen.indexes.shards import Gene
from sitegen.indexes.statements import RANGES
from sitegen.indexes.suggest import Suggestion
from sitegen.indexes.table import table_files
from sitegen.indexes.tokens import term
from sitegen.model.catalog import Catalog, EntityPages, OrganismEntry
from sitegen.output import output

KINDS = ("genes", "chemicals", "diseases")
_TEXT_FILES = 128
_ENTITIES = 500
_TOP = 24
_ORGANISMS = 40  # that a list of genes can be meant for


@dataclass(frozen=True, slots=True)
class Finding:
    """The collection as the index sees it: documents, and registers of genes, chemicals and diseases."""

    catalog: Catalog
    ordered: Ordered
    listings: Mapping[str, Listing]
    stems: Mapping[str, Mapping[str, str]]
    chunks: tuple[Chunk, ...]
    documents: Mapping[str, int]
    scratch: str

    def pages(self, chunk: Chunk) -> dict[str, EntityPages]:
        """The pages of genes, chemicals and diseases that the pages of a chunk's figures link."""
        genes, chemicals, diseases = (self.stems[k] for k in KINDS)
        return {
            figid: EntityPages(
                {s: genes[key] for s in facts.genes if (key := gene_key(s)) in genes},
                {e.key: chemicals[e.key] for e in facts.chemicals if e.key in chemicals},
                {e.key: diseases[e.key] for e in facts.diseases if e.key in diseases},
            )
            for figid, facts in zip(chunk.figids, chunk.facts, strict=True)
        }

    def top_genes(self, organism: OrganismEntry) -> tuple[tuple[str, str | None, int], ...]:
        """The genes that most figures of an organism name: symbol, page's name, figures."""
        listing = self.listings["genes"]
        found: Counter[int] = Counter()
        for s in organism.figures:
            document = self.documents[s.figid]
            found.update(listing.members[listing.starts[document] : listing.starts[document + 1]])
        best = sorted(found.items(), key=lambda item: (-item[1], item[0]))[:_TOP]
        return tuple((listing.entries[i].name, listing.entries[i].stem, n) for i, n in best if n > 1)

    def tasks(self) -> Iterator[SetsTask | IdentifiersTask | RangeTask | TextTask | EntitiesTask | StatementsTask]:
        """The tasks that write the search index, and pages of genes, chemicals and diseases."""
        yield SetsTask(self.scratch, ())  # first: one task each, whatever the number of figures
        yield IdentifiersTask(self.scratch, (), tuple(o.name for o in self.catalog.organisms[:_ORGANISMS]))
        genes = _genes_by_range(self.listings["genes"])
        names = _names_by_range(self)
        for start, end in spans(len(self.ordered.figures)):
            span = range(start, end)
            yield RangeTask(self.scratch, (), start, end, {t: g for i in span for t, g in genes.get(i, {}).items()},
                            tuple(n for i in span for n in names.get(i, ())))
        places = _places(self.chunks, self.ordered)
        for first in range(0, len(places), _TEXT_FILES * BLOCK):
            some = places[first : first + _TEXT_FILES * BLOCK]
            yield TextTask((), first // BLOCK, tuple(some))
        for kind in KINDS:
            entries = [(i, e) for i, e in enumerate(self.listings[kind].entries) if e.stem is not None]
            for some_entries in runs(entries, _ENTITIES):
                yield EntitiesTask(kind, self.scratch, (), some_entries)
        for start, end in spans(len(self.ordered.figures), RANGES):
            yield StatementsTask(self.scratch, (), start, end)

    def frame(self) -> IndexFrame:
        """What the index's files that concern all documents hold of the collection."""
        figures = self.ordered.figures
        names = {o.slug: o.name for o in self.catalog.organisms}
        other = {o.slug: [n for n in (o.note and o.note.common, o.taxon_id) if n] for o in self.catalog.organisms}
        return IndexFrame(
            tuple(s.figid for s in figures),
            tuple((year, first) for year, first in years(figures)),
            (
                output(f"{INDEX}/f/organisms.bin", organism_file(figures, names, other)),
                output(f"{INDEX}/f/journals.bin", journal_file(self.ordered.journals)),
                output(f"{INDEX}/f/genes.bin", count_file(s.genes for s in figures)),
                output(f"{INDEX}/f/titles.bin", rank_file(title_ranks(figures))),
                *(output(f"{INDEX}/b/{name}.bin", body) for name, body in table_files(figures)),
            ),
        )


def find(collection: Collection, cache: Cache) -> Finding:
    """Numbers the documents, folds the registers, and leaves both for the tasks in the cache."""
    by_id = {s.figid: s for s in collection.catalog.figures}
    known = [(by_id[f], facts) for c in collection.chunks for f, facts in zip(c.figids, c.facts, strict=True) if f in by_id]
    ordered = in_index_order([s for s, _ in known], [facts.journal for _, facts in known])
    registers = {kind: Register() for kind in KINDS}
    for _, facts in known:
        for kind in KINDS:
            registers[kind].add(getattr(facts, kind))
    listings = {kind: registers[kind].listing(ordered.places) for kind in KINDS}
    stems = {kind: {e.key: e.stem for e in listings[kind].entries if e.stem is not None} for kind in KINDS}
    documents = {s.figid: d for d, s in enumerate(ordered.figures)}
    scratch = _leave(cache, collection.chunks, ordered, documents, listings)
    return Finding(collection.catalog, ordered, listings, stems, collection.chunks, documents, scratch)


def _leave(
    cache: Cache, chunks: Sequence[Chunk], ordered: Ordered, documents: Mapping[str, int], listings: Mapping[str, Listing]
) -> str:
    numbers = array("I", (documents.get(f, NO_DOCUMENT) for c in chunks for f in c.figids))
    starts = array("I", [0])
    for c in chunks:
        starts.append(starts[-1] + len(c.figids))
    return keep_scratch(cache, {
        "numbers": pack_columns(numbers), "starts": pack_columns(starts), "roll": encode_roll(ordered.figures),
        **{kind: encode_ledger(listing) for kind, listing in listings.items()},
        "stems": encode_stems({e.key: e.stem for e in listings["genes"].entries if e.stem is not None}),
    })


def _places(chunks: Sequence[Chunk], ordered: Ordered) -> list[tuple[int, int]]:
    """Where each document's text row is: (chunk, place in it)."""
    places = {f: (i, place) for i, c in enumerate(chunks) for place, f in enumerate(c.figids)}
    return [places[s.figid] for s in ordered.figures]


def _genes_by_range(listing: Listing) -> dict[int, dict[str, Gene]]:
    """By range of words, the gene that a term is shown as: the one of most figures where symbols share a term."""
    best: dict[str, tuple[int, Gene]] = {}
    for e in listing.entries:
        t = term(e.name)
        if t and (t not in best or best[t][0] < e.figures):
            best[t] = (e.figures, Gene(e.name, e.stem))
    found: dict[int, dict[str, Gene]] = {}
    for t, (_, gene) in best.items():
        found.setdefault(word_range(t), {})[t] = gene
    return found


def _names_by_range(finding: Finding) -> dict[int, list[Suggestion]]:
    found: dict[int, list[Suggestion]] = {}
    rows = [(kind[0], e.name, e.figures, e.stem or "") for kind in KINDS for e in finding.listings[kind].entries]
    rows += [("o", o.name, len(o.figures), o.slug) for o in finding.catalog.organisms if o.figures]
    for letter, name, figures, stem in rows:
        t = term(name)
        if t:
            found.setdefault(word_range(t), []).append(Suggestion(t, name, letter, figures, stem))
    return found
