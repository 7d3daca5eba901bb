"""Who takes part in a figure: its mention tables folded to one entry a word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from operator import itemgetter
from typing import Literal, NamedTuple

from sitegen.model.figure import Figure, GeneMention
from sitegen.text import fold_name, one_of, tidy_word

_WORDS = itemgetter(2, 3)  # of a gene: word and match
_NAMES = itemgetter(2, 3, 4)  # and its symbol
_EMPTY = frozenset([""])
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
    known: dict[str, list[GeneMention]] = {}
    for gene in figure.genes:
        word = gene.word
        genes = known.get(word)
        if genes is None:
            genes = known[word] = words.setdefault(fold_name(word) or word, (tidy_word(word), []))[1]
        genes.append(gene)
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


def by_name(people: Iterable[Participant]) -> dict[str, int]:
    """The number of each participant by the folded names it goes by; of several with one name the first has it."""
    found: dict[str, int] = {}
    for number, person in enumerate(people):
        for name in (fold_name(person.label), *person.names):
            found.setdefault(name, number)
    return found


def participant_of(end: str, known: Mapping[str, int]) -> int | str:
    """The number of the participant that an end of a relation names, one of `by_name`'s, or else the folded end.

    A symbol in the plural names the participant that its singular names: `MAPKs` is the figure's own MAPK.
    """
    folded, one = fold_name(end) or end, one_of(end)
    return known.get(folded, known.get(one, folded) if one else folded)


def _gene_participant(label: str, genes: Sequence[GeneMention], rank: Mapping[str, int]) -> Participant:
    first = genes[0]
    if len(genes) == 1:  # as are the most
        return Participant(label, "gene", _folded(first[2:5]), (first,))
    ordered = list(dict.fromkeys(genes))
    identities = {g[1:6:4] for g in ordered}  # organism and gene id
    organisms = {organism for organism, _ in identities}
    family = len(identities) > len(organisms)
    if len(organisms) > 1:
        last = len(rank) + 1
        ordered.sort(key=lambda g: rank.get(g.organism, last))
    known = set(map(_WORDS, ordered) if family else map(_NAMES, ordered))  # a family's word is no name of each member
    return Participant(label, "family" if family else "gene", _folded(chain.from_iterable(known)), tuple(ordered))


def _folded(names: Iterable[str | None]) -> frozenset[str]:
    return frozenset([fold_name(n) for n in names if n]) - _EMPTY
