"""The index's tasks: chunks' rows go to files that each task reads its part of."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from operator import or_

from sitegen.build.cache import Cache
from sitegen.build.index_frame import INDEX
from sitegen.build.markup import entity_jsonld
from sitegen.build.rowfiles import ROWS, blocks
from sitegen.build.scratch import NO_DOCUMENT, Documents, documents_of, ledger_in, roll_in
from sitegen.build.tasks import EntitiesTask, IdentifiersTask, Made, RangeExtra, RangeTask, SetsTask, Shared, TextTask
from sitegen.indexes.block import Damaged
from sitegen.indexes.chunk import (
    NumberPart,
    WordPart,
    encode_chunk,
    read_genes,
    read_identifiers,
    read_numbers,
    read_sets,
    read_text,
    read_words,
)
from sitegen.indexes.documents import BLOCK, block_file, block_path
from sitegen.indexes.genesets import Identifier, gather, identifier_files, sets_file
from sitegen.indexes.ranges import PAIRS_FROM, WORDS_FROM
from sitegen.indexes.rows import figure_rows
from sitegen.indexes.shards import FIELD_SHIFT, shards
from sitegen.indexes.suggest import Suggestion, hottest, suggestion_shards
from sitegen.indexes.synonyms import synonym_table
from sitegen.indexes.tokens import term
from sitegen.model.figure import Figure
from sitegen.output import Output, output
from sitegen.pages.contexts import EntityContext
from sitegen.pages.entities import PARTNERS, GeneDetails, entity_page


def keep_rows(cache: Cache, chunk: str, figures: Sequence[Figure]) -> None:
    """Keeps what a chunk gives the index."""
    cache.put_plain(ROWS, chunk, encode_chunk([figure_rows(f) for f in figures]))


def range_outputs(cache: Cache, task: RangeTask) -> tuple[list[Output], Made]:
    """The files of postings and suggestions of some ranges: one run of files, numbered by the first range."""
    names = list(task.names)
    synonyms: dict[str, list[str]] = {}
    postings = _postings(cache, task, names, synonyms)
    made = list(shards(postings, task.genes, synonyms))
    listed = list(suggestion_shards(names))
    outputs = [output(f"{INDEX}/t/{task.start}-{i}.bin", s.body) for i, s in enumerate(made)]
    outputs += [output(f"{INDEX}/s/{task.start}-{i}.bin", s.body) for i, s in enumerate(listed)]
    extra = RangeExtra(task.start, tuple(s.bound for s in made), tuple(s.bound for s in listed), tuple(hottest(names)))
    return outputs, Made(ranges=extra)


def _postings(
    cache: Cache, task: RangeTask, names: list[Suggestion], synonyms: dict[str, list[str]]
) -> Iterator[tuple[str, list[int]]]:
    """The postings of a task, range by range; a range's synonyms are added before its first term."""
    documents = documents_of(cache, task.scratch, task.chunks)
    for number in range(task.start, task.end):
        if WORDS_FROM <= number < PAIRS_FROM:
            pairs: Counter[tuple[str, str]] = Counter()
            found = _word_postings(cache, task.chunks, documents, number, pairs)
            for word, meant in synonym_table(pairs).items():
                synonyms[word] = [term(m.symbol) for m in meant]
                names += [Suggestion(word, m.symbol, "s", m.figures, m.symbol) for m in meant if len(word) > 1]
            yield from found
        else:
            yield from _number_postings(cache, task.chunks, documents, number)


def sets_output(cache: Cache, task: SetsTask) -> Output:
    """The file of gene sets."""
    documents, genes = documents_of(cache, task.scratch, task.chunks), ledger_in(cache, task.scratch, "genes")
    parts = ((read_sets(*block), mine.by_place) for mine, block in zip(documents, blocks(cache, task.chunks), strict=True))
    return output(f"{INDEX}/g/sets.bin", sets_file(gather(parts, genes.names, len(genes.starts) - 1), genes.names))


def identifier_outputs(cache: Cache, task: IdentifiersTask) -> Iterator[Output]:
    """The files of the ids and organisms of genes."""
    names = ledger_in(cache, task.scratch, "genes").names
    known: set[Identifier] = set()
    for block in blocks(cache, task.chunks):
        known.update(read_identifiers(*block))
    for name, body in identifier_files(known, names, task.organisms):
        yield output(f"{INDEX}/g/{name}.bin", body)


def text_outputs(cache: Cache, task: TextTask) -> Iterator[Output]:
    """The files of text rows of a task."""
    wanted: dict[int, list[tuple[int, int]]] = {}
    for i, (number, place) in enumerate(task.places):
        wanted.setdefault(number, []).append((i, place))
    rows = [b""] * len(task.places)
    for mine, block in zip(wanted.values(), blocks(cache, (task.chunks[number] for number in wanted)), strict=True):
        for i, place in mine:
            rows[i] = read_text(*block, place)
    for start in range(0, len(rows), BLOCK):
        number = task.first + start // BLOCK
        yield output(f"{INDEX}/{block_path(number)}", block_file(rows[start : start + BLOCK]))


def entity_contexts(shared: Shared, task: EntitiesTask) -> Iterator[tuple[str, EntityContext]]:
    """Path and context of each page of some genes, chemicals or diseases."""
    cache = shared.cache
    genes, roll = ledger_in(cache, task.scratch, "genes"), roll_in(cache, task.scratch)
    ledger = genes if task.kind == "genes" else ledger_in(cache, task.scratch, task.kind)
    if not len(roll.starts) == len(genes.starts) == len(ledger.starts):
        raise Damaged("the registers are of other documents than the roll")
    if max((number for number, _ in task.entries), default=-1) >= len(ledger.names):
        raise Damaged("a register has fewer names")
    details = _gene_details(cache, task) if task.kind == "genes" else {}
    for number, entry in task.entries:
        documents = ledger.of_entity(number)
        company = genes.company(documents, PARTNERS, number if task.kind == "genes" else -1)
        partners = [(genes.names[g], genes.stems[g], n) for g, n in company]
        known = details.get(entry.key)
        jsonld = entity_jsonld(shared.site, task.kind, entry, documents, roll, known)
        yield entity_page(shared.site, task.kind, entry, documents, roll, partners, known, jsonld)


def _gene_details(cache: Cache, task: EntitiesTask) -> Mapping[str, GeneDetails]:
    wanted = {entry.key for _, entry in task.entries}
    identifiers: dict[str, dict[tuple[str, str, str | None], int]] = {key: {} for key in wanted}
    words: dict[str, dict[str, int]] = {key: {} for key in wanted}
    ranges = task.ranges
    for read, head in blocks(cache, task.chunks):
        for number in ranges:
            part = read_genes(read, head, number)
            for (symbol, gene_id, organism_id, organism), n in part.identifiers.items():
                if (known := identifiers.get(symbol.casefold())) is not None:
                    identifier = organism, gene_id, organism_id
                    known[identifier] = known.get(identifier, 0) + n
            for (key, word), n in part.words.items():
                if (drawn := words.get(key)) is not None:
                    drawn[word] = drawn.get(word, 0) + n
    return {
        key: GeneDetails(
            tuple((*row, n) for row, n in sorted(identifiers[key].items(), key=_most_figures)),
            tuple(sorted(words[key].items(), key=lambda i: (-i[1], i[0]))),
        )
        for key in wanted
    }


def _most_figures(item: tuple[tuple[str, str, str | None], int]) -> tuple[int, str, str, str]:
    (organism, gene_id, organism_id), figures = item
    return -figures, organism, gene_id, organism_id or ""


def _word_postings(
    cache: Cache, chunks: Sequence[str], documents: Sequence[Documents], number: int,
    synonyms: Counter[tuple[str, str]],
) -> list[tuple[str, list[int]]]:
    found: dict[str, list[int]] = {}
    for (mine, all_sound), (read, head) in zip(documents, blocks(cache, chunks), strict=True):
        part = read_words(read, head, number)
        values = list(_in_documents(part, mine))
        start = 0
        for word, n in zip(part.terms, part.counts, strict=True):
            postings = values[start : start + n]
            start += n
            if not all_sound:
                postings = [p for p in postings if p != NO_DOCUMENT]
                if not postings:
                    continue
            if word in found:
                found[word] += postings
            else:
                found[word] = postings
        for pair, n in part.synonyms.items():
            synonyms[pair] += n
    return [(word, sorted(found[word])) for word in sorted(found)]


def _number_postings(
    cache: Cache, chunks: Sequence[str], documents: Sequence[Documents], number: int
) -> Iterator[tuple[str, list[int]]]:
    form = "#{:012d}" if number < WORDS_FROM else "~{:04x}"
    found: defaultdict[int, list[int]] = defaultdict(list)
    for (mine, all_sound), (read, head) in zip(documents, blocks(cache, chunks), strict=True):
        part = read_numbers(read, head, number)
        for value, posting in zip(part.values, _in_documents(part, mine), strict=True):
            if all_sound or posting != NO_DOCUMENT:
                found[value].append(posting)
    for value in sorted(found):
        yield form.format(value), sorted(found[value])


_SHIFTED = tuple(fields << FIELD_SHIFT for fields in range(256))


def _in_documents(part: WordPart | NumberPart, documents: Sequence[int]) -> Iterator[int]:
    """The postings of a part with their documents in the place of places: `fields << 24 | document`, or NO_DOCUMENT."""
    return map(or_, map(_SHIFTED.__getitem__, part.fields), map(documents.__getitem__, part.places))
