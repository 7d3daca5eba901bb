"""What the markup is told besides the figure itself: the site, its files and its pages' addresses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from sitegen.model import external


class Party(NamedTuple):
    """An organisation: its name and, where it has one, its home page."""

    name: str
    url: str | None = None


class Work(NamedTuple):
    """An article that describes the collection: its title, DOI (`10.…`) and date (`YYYY-MM-DD`)."""

    name: str
    doi: str
    date: str | None = None


class Download(NamedTuple):
    """A file that the site really holds or links: `url` absolute, `size` in bytes, `sha256` as hex digits."""

    name: str
    url: str
    encoding_format: str
    size: int | None = None
    sha256: str | None = None


class Link(NamedTuple):
    """A page by its visible name and absolute address."""

    name: str
    url: str


WIKIPATHWAYS = Party("WikiPathways", "https://www.wikipathways.org/")
PFOCR_PAPER = Work("Pathway information extracted from 25 years of pathway figures", "10.1186/s13059-020-02181-2",
                   "2020-11-09")

LEAN = 1000
"""A fitting `Site.target_bytes` for a large collection, which has to fit a host's limit (1 GB on GitHub Pages)."""
RICH = 8000
"""The same for one of up to `SMALL_COLLECTION` figures, which can say all that is known."""
SMALL_COLLECTION = 1000


@dataclass(frozen=True, slots=True)
class Site:
    """What all documents of a site share.

    `base_url` is absolute and ends with `/`.  `target_bytes` is the size, in bytes of UTF-8, up to which
    a figure's document takes in what is not required (see `figure.py`); `max_mentions` caps its genes,
    chemicals and diseases together, whatever room is left.  `license` is that of the extracted data, an
    absolute URL.  `images` are address templates with `{pmcid}` and `{filename}`.  `released` (a date)
    and `version` are those of a known data release, else None: never the time of the build.
    """

    base_url: str
    name: str
    description: str | None = None
    language: str = "en"
    license: str = external.CC0
    creator: Party = WIKIPATHWAYS
    publisher: Party | None = None
    images: tuple[str, ...] = external.IMAGES
    target_bytes: int = LEAN
    max_mentions: int = 100
    released: str | None = None
    version: str | None = None
    citation: Work | None = PFOCR_PAPER

    def __post_init__(self) -> None:
        if not self.base_url.endswith("/") or not self.base_url.startswith(("https://", "http://")):
            raise ValueError(f"base_url is not an absolute address that ends with '/': {self.base_url!r}")

    @property
    def catalog_id(self) -> str:
        """The node of the site as a catalogue of datasets."""
        return self.base_url + "#catalog"

    @property
    def corpus_id(self) -> str:
        """The node of all figures' data as one dataset."""
        return self.base_url + "#corpus"

    @property
    def creator_id(self) -> str:
        """The node of who made the data."""
        return self.base_url + "#creator"

    @property
    def publisher_id(self) -> str:
        """The node of who publishes the site."""
        return self.base_url + "#publisher"


@dataclass(frozen=True, slots=True)
class FigureContext:
    """What one figure's document is told besides the figure.

    `name_repeats`: another figure's `base_name` is the same, letter case aside; `number_repeats`: another figure of its
    paper has its number.  `trail` are the pages above the
    figure's in the breadcrumb, the home page first; without it there is no breadcrumb.  `taxa` are organisms by name
    with the NCBI Taxonomy id that the collection's own notes give them.
    """

    site: Site
    name_repeats: bool = False
    number_repeats: bool = False
    downloads: tuple[Download, ...] = ()
    trail: tuple[Link, ...] = ()
    taxa: tuple[tuple[str, str], ...] = ()
