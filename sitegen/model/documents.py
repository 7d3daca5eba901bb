"""Pages about the collection itself: organisms' descriptions and static pages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OrganismNote:
    """What a curator says of an organism: its Latin and common name, NCBI taxonomy id, group and prose."""

    path: str
    latin: str
    common: str | None = None
    ncbi: str | None = None
    group: str | None = None
    body: str = ""
    redirects: tuple[str, ...] = ()
    """Addresses that the organism's page had, such as that of its file's name."""


@dataclass(frozen=True, slots=True)
class StaticPage:
    """A page of prose such as `about`; `name` is its file's stem and `body` Markdown."""

    path: str
    name: str
    title: str
    description: str | None = None
    body: str = ""
    redirects: tuple[str, ...] = ()
