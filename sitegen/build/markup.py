"""Brings settings, figures and JSON-LD together."""

from __future__ import annotations

from sitegen.model.catalog import Catalog, OrganismEntry, Surroundings
from sitegen.model.figure import Figure
from sitegen.pages.frame import Site


def figure_jsonld(site: Site, figure: Figure, around: Surroundings) -> tuple[str, str]:
    return "{}", figure.display_title


def organism_jsonld(site: Site, entry: OrganismEntry) -> str | None:
    return None


def home_jsonld(site: Site, catalog: Catalog) -> str:
    return "{}"
