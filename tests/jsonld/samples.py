"""Invented figures for the markup's tests."""

from __future__ import annotations

from typing import Any

from sitegen.jsonld.context import Download, FigureContext, Link, Site
from sitegen.jsonld.figure import figure_markup
from sitegen.model.figure import ChemicalMention, DiseaseMention, Figure, GeneMention, Paper

BASE = "https://figures.example.org/pathways/"
SITE = Site(BASE, "Figure Garden")
RICH = Site(BASE, "Figure Garden", target_bytes=100_000)
FIGID = "PMC1234567__gr2.v1"
GENE_FILE = f"{BASE}data/{FIGID}-genes.tsv"
CAPTION = (
    "Brief heat wakes kinase alpha, which lifts channel beta to the membrane. Long heat instead wears the channel "
    "down, so that less sugar enters the cell (p < 0.05)."
)
GIVEN = {
    "@context": "https://schema.org/", "@id": f"https://old.example.net/figures/{FIGID}.html", "@type": "Dataset",
    "name": "CreativeWork", "description": CAPTION, "license": "CC0",
    "creator": {"@type": "Organization", "name": "WikiPathways"},
    "keywords": ["HEAT1", "Chb2", "chb2", "Chb2", ".na.character", "no", " sugar "],
}
GENES = (
    GeneMention("9606", "Homo sapiens", "(HEAT1)", "HEAT1", "HEAT1", "101", "ncbigene_symbol"),
    GeneMention("9606", "Homo sapiens", "CHB", "CHB", "CHB2", "102", "famplex_relations"),
    GeneMention("9606", "Homo sapiens", "HEAT-1", "HEAT1", "HEAT1", "101", "ncbigene_symbol"),
    GeneMention("10090", "Mus musculus", "CHB", "CHB", "Chb2", "2102", "famplex_relations"),
    GeneMention("10116", "Rattus norvegicus", "CHB", "CHB", None, "3102", "famplex_relations"),
)


def figure(**changes: Any) -> Figure:
    """A figure with everything a figure can have, with some of it changed."""
    values: dict[str, Any] = {
        "figid": FIGID, "path": f"figures/{FIGID}.md",
        "paper": Paper("PMC1234567", "How heat moves a channel.", "Ann Other, et al. J Invent. 2019;1:2-3.", "2019",
                       "10.5555/invented.1", "Journal of Invented Results", "J Invent", "Example Press",
                       ("heat", "channels")),
        "title": "Heat and the sugar channel", "caption": CAPTION, "number": "F2", "filename": "gr2.v1.jpg",
        "figlink": "/pmc/articles/PMC1234567/figure/F2/", "aliases": ("PMC1234567__F2",),
        "organisms": ("Mus musculus", "Homo sapiens", "Invented beetle"), "score": 0.91,
        "ndex": "00000000-dec7-11ea-99da-0ac135e8bacf", "wpid": "WP1", "given_jsonld": GIVEN, "genes": GENES,
        "chemicals": (ChemicalMention("sugar", "D000001", None, "Sugar", "17"), ChemicalMention("salt")),
        "diseases": (DiseaseMention("chill", "D000002", None, None, "42"),),
    }
    return Figure(**(values | changes))


def context(site: Site = SITE, **changes: Any) -> FigureContext:
    """What the figure's markup is told besides it."""
    values: dict[str, Any] = {
        "downloads": (Download("Gene mentions (TSV)", GENE_FILE, "text/tab-separated-values", 5),),
        "trail": (Link("Home", BASE), Link("2019", f"{BASE}years/2019.html")),
    }
    return FigureContext(site, **(values | changes))


def figure_document(figure: Figure, context: FigureContext) -> dict[str, Any]:
    """The JSON-LD document of a figure's page."""
    return figure_markup(figure, context).document
