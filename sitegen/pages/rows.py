"""Rows, links and other parts that contexts hold: what a template meets in its lists."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup


class Link(NamedTuple):
    """A text and where it leads."""

    text: str
    href: str


class DataLicence(NamedTuple):
    """The licence of a figure's data: its address, or words where it has none."""

    href: str | None
    words: str | None = None


class NavItem(NamedTuple):
    """An entry of the site's navigation; `current` marks the section that the page is in."""

    text: str
    href: str
    current: bool


class FigureRow(NamedTuple):
    """A figure in a list: its title, link, number and PMCID."""

    title: str
    href: str
    label: str
    pmcid: str


class GeneLink(NamedTuple):
    """A gene's symbol (or its id where the symbol is lost) and its link."""

    symbol: str
    href: str


class WordRow(NamedTuple):
    """A word in the figure and the genes it stands for; `is_symbol` where it is the symbol of its only gene, which says it."""

    word: str
    genes: tuple[GeneLink, ...]

    @property
    def is_symbol(self) -> bool:
        """Whether the only gene's link has the word as its text."""
        return len(self.genes) == 1 and self.genes[0].symbol == self.word


class GeneGroup(NamedTuple):
    """The genes of one organism; a group that the paper does not name is folded."""

    organism: str
    in_paper: bool
    size: int
    words: tuple[WordRow, ...]


class EntityRow(NamedTuple):
    """A chemical or disease: the word in the figure, its name in a vocabulary, and its records there; `is_linked` where the word
    is the text of its only link, which says it.
    """

    word: str
    name: str | None
    links: tuple[Link, ...]

    @property
    def is_linked(self) -> bool:
        """Whether the only link has the word as its text."""
        return len(self.links) == 1 and self.links[0].text == self.word


class RelationRow(NamedTuple):
    """A relation in words, with its evidence and where it was read."""

    source: str
    verb: str
    target: str
    hedged: bool
    evidence: str | None
    """A sentence that is not in the caption."""
    anchor: str | None
    """The id of the piece of the caption that says so."""
    word: str
    """Type, sign and hedging in one word, for the script that makes files of the diagram; empty where the verb says it."""


class CaptionPart(NamedTuple):
    """A piece of the caption; `relations` are the numbers of the relations that it is evidence of, `ident` its id where
    one of them begins.
    """

    text: str
    relations: str
    ident: str | None


class Download(NamedTuple):
    """A file that the page offers: its name, link and length; `here` where the site itself holds it."""

    text: str
    href: str
    note: str
    here: bool


class Count(NamedTuple):
    """A name with its link and how many figures it holds."""

    text: str
    href: str
    figures: int


class Identifier(NamedTuple):
    """A gene's NCBI id in an organism, its record, and in how many figures it stands.

    `first` is false where an organism before it has the same id: of two places of one name links find the first.
    """

    gene_id: str
    organism: str
    href: str
    figures: int
    first: bool = True


class EntityFigure(NamedTuple):
    """A figure in the list of a gene, chemical or disease."""

    title: str
    href: str
    year: str


class Bar(NamedTuple):
    """A name with its link, how many figures it holds, and the length of its bar in percent of the longest."""

    text: str
    href: str
    figures: int
    percent: int


class YearBar(NamedTuple):
    """A year's figures, and the height of its bar in percent; a year without figures has no link."""

    year: str
    href: str | None
    figures: int
    percent: int


class Card(NamedTuple):
    """A figure worth a look, with its diagram as inline SVG where it has one."""

    title: str
    href: str
    label: str
    pmcid: str
    year: str | None
    diagram: Markup | None


class CollectionFile(NamedTuple):
    """A file to take along: its name and link, what it holds, its columns, its rows, and its size in words."""

    name: str
    href: str
    about: str
    columns: tuple[str, ...]
    rows: int
    size: str


class GeneSetFiles(NamedTuple):
    """An organism's gene sets: with symbols, and with NCBI Gene ids."""

    organism: str
    symbols: CollectionFile
    ids: CollectionFile
