"""Figures as the plain records that the peers' templates show: checked, grouped and counted beforehand.

Reading TSV tables, leaving out missing values, grouping genes by organism and word and finding the figures of
the same paper are done here, outside the clock, in the peers' favour.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sitegen.config import Config, parse_config
from sitegen.content.discover import discover
from sitegen.content.figures import load_figure
from sitegen.model import external
from sitegen.model.figure import Figure
from sitegen.model.participants import by_organism
from sitegen.model.routes import organism_slug
from sitegen.text import shorten

MENTIONS = 12


def records(content: Path, only: str | None = None) -> Iterator[dict[str, Any]]:
    """A record for each figure of a content directory, or for the one whose id is `only`.

    A record of one figure alone does not know the figures of the same paper.
    """
    config = parse_config((content / "site.toml").read_text(encoding="utf-8"))[0]
    inventory = discover(str(content))
    papers: dict[str, list[tuple[str, str, str]]] = {}
    if only is None:
        for figure in _figures(content, inventory.figures):
            papers.setdefault(figure.paper.pmcid, []).append((figure.figid, figure.display_title, figure.label))
    refs = [r for r in inventory.figures if only in (None, r.figid)]
    for figure in _figures(content, refs):
        yield record(figure, config, [n for n in papers.get(figure.paper.pmcid, ()) if n[0] != figure.figid])


def _figures(content: Path, refs: Any) -> Iterator[Figure]:
    for ref in refs:
        figure, _ = load_figure(str(content), ref)
        if figure is not None:
            yield figure


def record(figure: Figure, config: Config, same_paper: list[tuple[str, str, str]]) -> dict[str, Any]:
    """What a figure's page shows, as strings, numbers, lists and mappings."""
    paper = figure.paper
    groups = by_organism(figure)
    described = figure.caption or paper.title or ""
    found = {
        "title": figure.display_title,
        "description": shorten(described, 160),
        "figid": figure.figid,
        "label": figure.label,
        "images": [external.image(t, paper.pmcid, figure.filename) for t in config.images.urls] if figure.filename else [],
        "alt": f"{figure.short_name}: {figure.display_title}",
        "caption": figure.caption,
        "paper": paper.title,
        "reference": paper.reference,
        "year": paper.year,
        "journal": paper.journal,
        "pmcid": paper.pmcid,
        "paper_href": external.paper(paper.pmcid),
        "doi": paper.doi,
        "pmc_figure": external.figure_at_pmc(figure.figlink) if figure.figlink else None,
        "ndex": external.ndex(figure.ndex) if figure.ndex else None,
        "wpid": figure.wpid,
        "organisms": list(figure.organisms),
        "organism_pages": [{"name": o, "slug": organism_slug(o)} for o in figure.organisms],
        "gene_count": len({g.gene_id for g in figure.genes}),
        "genes": [
            {
                "organism": g.organism,
                "taxon": g.organism_id,
                "size": g.count,
                "in_paper": g.in_paper,
                "words": [{"word": w, "genes": [{"symbol": m.label, "id": m.gene_id} for m in genes]} for w, genes in g.words],
            }
            for g in groups
        ],
        "mentions": [
            {"symbol": m.label, "id": m.gene_id, "taxon": m.organism_id} for m in {m.gene_id: m for m in figure.genes}.values()
        ][:MENTIONS],
        "keywords": list(dict.fromkeys(m.label for m in figure.genes))[:MENTIONS],
        "chemicals": [
            {"word": c.word, "name": c.name or c.match, "mesh": c.mesh, "chebi": c.chebi} for c in dict.fromkeys(figure.chemicals)
        ],
        "diseases": [
            {"word": d.word, "name": d.name or d.match, "mesh": d.mesh, "doid": d.doid} for d in dict.fromkeys(figure.diseases)
        ],
        "downloads": [
            {"name": f"{f.kind.capitalize()} (TSV)", "href": config.source.raw.replace("{path}", f.path), "rows": f.rows}
            for f in figure.data_files
        ],
        "same_paper": [{"figid": f, "title": t, "label": n} for f, t, n in same_paper],
        "old": [f"/figures/{a}.html" for a in figure.aliases],
        "score": figure.score,
    }
    return {k: v for k, v in found.items() if v not in (None, [], "")}
