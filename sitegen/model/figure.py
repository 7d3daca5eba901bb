"""A published pathway figure and what was read from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, NamedTuple

from sitegen.model.numbering import figure_label
from sitegen.model.relation import Relation
from sitegen.text import fold_name, tidy_word


class GeneMention(NamedTuple):
    """One row of a figure's gene table: a word in the picture and one NCBI gene that it stands for.

    `word` is what OCR read, `match` what it became, `source` the lexicon.  `symbol` is None where
    the data lost it: such a gene is shown by its id.
    """

    organism_id: str | None
    organism: str
    word: str
    match: str | None
    symbol: str | None
    gene_id: str
    source: str | None = None

    @property
    def label(self) -> str:
        """The gene's symbol, or its NCBI Gene id where the symbol is lost."""
        return self.symbol or f"gene {self.gene_id}"


class ChemicalMention(NamedTuple):
    """One row of the chemicals' table; `mesh` and `chebi` are accessions without prefix."""

    word: str
    mesh: str | None = None
    match: str | None = None
    name: str | None = None
    chebi: str | None = None

    @property
    def label(self) -> str:
        """The name it is listed under: what the word became, else its name in a vocabulary, else the word."""
        return self.match or self.name or tidy_word(self.word)

    @property
    def key(self) -> str:
        """What mentions of the same thing share: the MeSH accession, else the folded name."""
        return self.mesh or fold_name(self.label)


class DiseaseMention(NamedTuple):
    """One row of the diseases' table; `mesh` and `doid` are accessions without prefix."""

    word: str
    mesh: str | None = None
    match: str | None = None
    name: str | None = None
    doid: str | None = None

    @property
    def label(self) -> str:
        """The name it is listed under: what the word became, else its name in a vocabulary, else the word."""
        return self.match or self.name or tidy_word(self.word)

    @property
    def key(self) -> str:
        """What mentions of the same thing share: the MeSH accession, else the folded name."""
        return self.mesh or fold_name(self.label)


class Annotation(NamedTuple):
    """An ontology term that a curator gave the figure, as older files hold them."""

    type: str | None
    value: str
    parent: str | None = None


class DataFile(NamedTuple):
    """A table as it stands beside the figure: its path in the content, kind, bytes and length in rows, and digest."""

    path: str
    kind: str
    size: int
    rows: int
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """The article a figure was published in."""

    pmcid: str
    title: str | None = None
    reference: str | None = None
    year: str | None = None
    doi: str | None = None
    journal: str | None = None
    journal_abbreviation: str | None = None
    publisher: str | None = None
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure, checked: every missing value is None or empty, every identifier has its form.

    `path` is the figure's file below the content directory.  `given_jsonld` is the front matter's
    `schema-jsonld` with its values as text.  `dot` is the body's fenced `dot` block and `dot_line`
    the line it starts at; `body` is the rest of the body, Markdown.
    """

    figid: str
    path: str
    paper: Paper
    title: str | None = None
    caption: str | None = None
    number: str | None = None
    figtype: str | None = None
    filename: str | None = None
    figlink: str | None = None
    aliases: tuple[str, ...] = ()
    redirects: tuple[str, ...] = ()
    organisms: tuple[str, ...] = ()
    organisms_ner: tuple[str, ...] = ()
    score: float | None = None
    ndex: str | None = None
    wpid: str | None = None
    annotations: tuple[Annotation, ...] = ()
    given_jsonld: Mapping[str, Any] = field(default_factory=dict)
    jsonld_line: int = 0
    genes: tuple[GeneMention, ...] = ()
    chemicals: tuple[ChemicalMention, ...] = ()
    diseases: tuple[DiseaseMention, ...] = ()
    interactions: tuple[Relation, ...] = ()
    dot: str | None = None
    dot_line: int = 0
    body: str = ""
    data_files: tuple[DataFile, ...] = ()

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickled with its genes as plain tuples: they are most of it, and take a third of the time so."""
        values = {name: value for name in _FIELDS if (value := getattr(self, name)) != ()}
        values["genes"] = tuple(map(tuple, self.genes))
        return _restored, (values,)

    @property
    def label(self) -> str:
        """`Figure 7`: what the paper calls it; its number as given where there is no digit in it."""
        return figure_label((self.number or "", self.figtype or ""))

    @property
    def short_name(self) -> str:
        """`Figure 7 of PMC2584126`: the name of last resort."""
        return f"{self.label} of {self.paper.pmcid}"

    @property
    def display_title(self) -> str:
        """The figure's title, else its paper's, else its number and PMCID; never empty."""
        return self.title or (self.paper.title or "").rstrip(".") or self.short_name


_FIELDS = tuple(f.name for f in fields(Figure))


def _restored(values: dict[str, Any]) -> Figure:
    return Figure(**{**values, "genes": tuple(map(GeneMention._make, values["genes"]))})
