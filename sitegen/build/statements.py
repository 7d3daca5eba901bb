"""What the figures' relations say of names: a block a chunk beside its pages, and of all blocks the files of the index."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from sitegen.build.cache import Cache
from sitegen.build.chunk_relations import Related, chunk_relations, related_of
from sitegen.build.drawing import genes_elsewhere, relations_graph
from sitegen.build.index_frame import INDEX
from sitegen.build.known import statements_key
from sitegen.build.reading import prepared_figures
from sitegen.build.rowfiles import STATEMENTS, are_whole, blocks
from sitegen.build.scratch import documents_of, ledger_in
from sitegen.build.tasks import Made, Prepared, RelationsTask, StatementsExtra, StatementsTask
from sitegen.diagram.graph import Edge, Graph
from sitegen.indexes.rows import gene_key
from sitegen.indexes.shards import Gene
from sitegen.indexes.statements import (
    ACTS_ON,
    BINDS,
    INHIBITS,
    PROMOTES,
    Arrow,
    End,
    Part,
    encode_statements,
    gather,
    read_statements,
    statement_files,
)
from sitegen.output import Output, output

_SIGNED = {"+": PROMOTES, "-": INHIBITS}


def arrows_of(graph: Graph) -> tuple[Arrow, ...]:
    """The arrows of a figure's graph, each with what its ends are."""
    ends = [End(node.label, node.kind, node.symbols) for node in graph.nodes]
    return tuple(Arrow(ends[e.source], ends[e.target], _verb(e), e.hedged, min(e.relations)) for e in graph.edges)


def _verb(edge: Edge) -> int:
    return _SIGNED.get(edge.polarity, BINDS if edge.type == "binding" else ACTS_ON)


def keep_statements(
    cache: Cache, name: str, figures: Sequence[Prepared], related: Related, known: Mapping[str, Sequence[Arrow]]
) -> None:
    """Keeps what a chunk's figures say; `known` are the arrows of those that were drawn."""
    elsewhere = genes_elsewhere(related.genes, {})
    said = []
    for place, prepared in enumerate(figures):
        figure = prepared.figure
        arrows = known.get(figure.figid)
        relations = related.relations.get(figure.figid)
        if arrows is None and relations:
            arrows = arrows_of(relations_graph(figure, relations, elsewhere=elsewhere))
        said.append((place, arrows or ()))
    cache.put_plain(STATEMENTS, name, encode_statements(said))


def state(task: RelationsTask) -> str:
    """The name of what a chunk's figures say; it is made where the cache has it not."""
    source = task.source
    name = statements_key(source.chunk, related_of(source, task.lexicon))
    if not are_whole(source.cache, name, STATEMENTS):
        keep_statements(source.cache, name, prepared_figures(source), chunk_relations(source, task.lexicon), {})
    return name


def statement_outputs(cache: Cache, task: StatementsTask) -> tuple[list[Output], Made]:
    """The files of what all figures say of the names of some ranges."""
    genes, documents = genes_in(cache, task.scratch), documents_of(cache, task.scratch, task.blocks)

    def parts() -> Iterator[tuple[Part, Sequence[int]]]:
        for mine, (read, head) in zip(documents, blocks(cache, task.blocks, STATEMENTS), strict=True):
            for number in range(task.start, task.end):
                part = read_statements(read, head, number)
                if part is not None:
                    yield part, mine.by_place

    files = list(statement_files(gather(parts(), genes, len(ledger_in(cache, task.scratch, "genes").starts) - 1), genes))
    outputs = [output(f"{INDEX}/r/{task.start}-{i}.bin", file.body) for i, file in enumerate(files)]
    return outputs, Made(statements=StatementsExtra(task.start, tuple(file.bound for file in files)))


@lru_cache(maxsize=2)
def genes_in(cache: Cache, scratch: str) -> Mapping[str, Gene]:
    """The genes that have a page, by key."""
    ledger = ledger_in(cache, scratch, "genes")
    return {gene_key(n): Gene(n, stem) for n, stem in zip(ledger.names, ledger.stems, strict=True) if stem is not None}
