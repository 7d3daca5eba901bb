"""The frame around a page: navigation, addresses, metadata."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup

from sitegen.config import Config
from sitegen.model.routes import href, root_of
from sitegen.pages.rows import NavItem
from sitegen.text import shorten

SECTIONS = (
    ("Figures", "browse/index.html"), ("Genes", "genes/index.html"), ("Organisms", "organisms/index.html"),
    ("Years", "years/index.html"),
)

_WITHOUT_SEARCH = (("Figures", "figures/index.html"), *SECTIONS[1:])
_MANY = frozenset({"genes", "chemicals", "diseases"})
"""Sections of so many pages that in a large collection each goes without a card: its title and description serve."""


@dataclass(frozen=True, slots=True)
class Site:
    """What all pages share: settings, published asset names, and the static pages (title, path).

    `large`: so many figures that each page must be lean.  `modules`: for modules of pages, what they import.
    """

    config: Config
    assets: Mapping[str, str]
    static_pages: tuple[tuple[str, str], ...]
    large: bool = False
    modules: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def address(self, path: str) -> str:
        """The absolute address of an output path."""
        return self.config.site.base + href(path)


def frame(
    site: Site, path: str, title: str, description: str, *, jsonld: str | None = None, canonical: bool = True,
    pictures: bool = True,
) -> dict[str, Any]:
    """The fields of `contexts.Frame` for the page at an output path.

    A page without `pictures` shows none of other hosts and sends nothing to them, and its policy says so.
    A page without canonical address (404) is served at any depth, so its links start at the site's base path.
    """
    root = root_of(path) if canonical else urlsplit(site.config.site.base).path
    publish = site.config.publish
    entries = (*(SECTIONS if publish.search else _WITHOUT_SEARCH), *site.static_pages)
    section = path.split("/", 1)[0]
    here = path if any(target == path for _, target in entries) else ""
    items = _items(entries, root, section, here)
    return {
        "language": site.config.site.language,
        "site_title": site.config.site.title,
        "title": title,
        "description": shorten(description, 100),
        "root": root or "./",
        "canonical": site.address(path) if canonical else None,
        "policy": policy(site.config) if pictures else _OWN_POLICY,
        "icon": root + site.assets["assets/icon.svg"],
        "stylesheet": root + site.assets["assets/site.css"],
        "script": root + site.assets["assets/site.js"],
        "social_image": None if site.large and section in _MANY else site.address(site.assets["assets/social.png"]),
        "has_search": publish.search,
        "has_gene_list": publish.ranking,
        "nav": items[:6],
        "footer": items[6:],
        "jsonld": Markup(jsonld) if jsonld is not None else None,
    }


@lru_cache(maxsize=4)
def policy(config: Config) -> Markup:
    """The Content-Security-Policy of a page with pictures, as it stands between double quotes.

    Own files only; pictures from the hosts of `[images] urls`, and `data:` for the style sheet's own small ones.
    A gene list may be sent to Enrichr, which takes it by a form alone.
    """
    hosts = dict.fromkeys(f"{u.scheme}://{u.netloc}" for u in map(urlsplit, config.images.urls))
    return Markup(_POLICY) % " ".join(hosts)


_OWN_POLICY = Markup("default-src 'self';form-action 'self';base-uri 'none'")
_POLICY = (
    "default-src 'self';img-src 'self' data: %s;form-action 'self' https://maayanlab.cloud;base-uri 'none'"
)


@lru_cache(maxsize=1024)
def _items(entries: tuple[tuple[str, str], ...], root: str, section: str, here: str) -> tuple[NavItem, ...]:
    """The site's entries as links from a page in `section`; `here` is the page itself where it is one of them."""
    return tuple(
        NavItem(text, link(root, target), target == here or ("/" in target and target.split("/", 1)[0] == section))
        for text, target in entries
    )


def link(root: str, path: str) -> str:
    """A link from a page whose way to the root is `root`; `./` where both are the root itself."""
    return root + href(path) or "./"
