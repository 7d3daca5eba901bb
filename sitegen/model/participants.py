"""Who takes part in a figure: its mention tables folded to one entry a word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from sitegen.model.figure import Figure, GeneMention
from sitegen.text import fold_name, tidy_word

Kind = Literal["gene", "family", "chemical", "disease"]


class Participant(NamedTuple):
    """A word in the picture and what it stands for.

    `label` is the word as it is shown; `names` the folded names it may go by in a caption or a
    curated relation: word, match and symbols.  `genes` are those of all organisms, the figure's own
    organisms first; a `family` is a word that stands for several genes of one organism.
    """

    label: str
    kind: Kind
    names: frozenset[str]
    genes: tuple[GeneMention, ...] = ()
    mesh: str | None = None
    xref: str | None = None


@dataclass(frozen=True, slots=True)
class OrganismGenes:
    """The genes of one organism in a figure: `words` holds (word, its genes), in table order."""

    organism: str
    organism_id: str | None
    in_paper: bool
    words: tuple[tuple[str, tuple[GeneMention, ...]], ...]

    @property
    def count(self) -> int:
        """The number of distinct genes."""
        return len({g.gene_id for _, genes in self.words for g in genes})


def organism_rank(figure: Figure) -> Mapping[str, int]:
    """Place of each organism that the paper names: the front matter's order, then the text's."""
    return {name: i for i, name in reversed(list(enumerate((*figure.organisms, *figure.organisms_ner))))}


def by_organism(figure: Figure) -> tuple[OrganismGenes, ...]:
    """A figure's genes by organism and word: the paper's organisms first, the rest in table order.

    Words that differ in brackets, case, hyphens or Greek alone are one; a gene stands once under a word.
    """
    rank = organism_rank(figure)
    groups: dict[str, dict[str, tuple[str, dict[str, GeneMention]]]] = {}
    taxa: dict[str, str | None] = {}
    known: dict[tuple[str, str], dict[str, GeneMention]] = {}
    for gene in figure.genes:
        place = organism, word = gene.organism, gene.word
        genes = known.get(place)
        if genes is None:
            words = groups.setdefault(organism, {})
            genes = known[place] = words.setdefault(fold_name(word) or word, (tidy_word(word), {}))[1]
        if taxa.get(organism) is None:
            taxa[organism] = gene.organism_id
        genes.setdefault(gene.gene_id, gene)
    order = sorted(groups, key=lambda name: rank.get(name, len(rank) + 1))
    return tuple(
        OrganismGenes(name, taxa[name], name in rank, tuple((w, tuple(g.values())) for w, g in groups[name].values()))
        for name in order
    )


def participants(figure: Figure) -> tuple[Participant, ...]:
    """One participant a word, in table order: genes and families, then chemicals, then diseases."""
    rank = organism_rank(figure)
    words: dict[str, tuple[str, list[GeneMention]]] = {}
    for gene in figure.genes:
        words.setdefault(fold_name(gene.word) or gene.word, (tidy_word(gene.word), []))[1].append(gene)
    found = [_gene_participant(label, genes, rank) for label, genes in words.values()]
    seen = set(words)
    for kind, rows in (("chemical", figure.chemicals), ("disease", figure.diseases)):
        for row in rows:
            key = fold_name(row.word) or row.word
            if key not in seen:
                seen.add(key)
                names = frozenset(fold_name(n) for n in (row.word, row.match, row.name) if n)
                found.append(Participant(tidy_word(row.word), "chemical" if kind == "chemical" else "disease",
                                         names - {""}, (), row.mesh, row[4]))
    return tuple(found)


def _gene_participant(label: str, genes: Iterable[GeneMention], rank: Mapping[str, int]) -> Participant:
    ordered = list(dict.fromkeys(genes))
    per_organism: dict[str, set[str]] = {}
    for g in ordered:
        per_organism.setdefault(g.organism, set()).add(g.gene_id)
    if len(per_organism) > 1:
        last = len(rank) + 1
        ordered.sort(key=lambda g: rank.get(g.organism, last))
    family = any(len(ids) > 1 for ids in per_organism.values())
    known = {n for g in ordered for n in (g.word, g.match)}
    if not family:  # a family's word is not the name of each of its members
        known.update(g.symbol for g in ordered)
    names = frozenset(fold_name(n) for n in known if n)
    return Participant(label, "family" if family else "gene", names - {""}, tuple(ordered))
