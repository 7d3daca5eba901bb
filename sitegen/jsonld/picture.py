"""The published picture, as an ImageObject with its address and credit; its licence is the paper's and not named."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sitegen.jsonld.description import LONGEST, cut
from sitegen.jsonld.nodes import Node
from sitegen.jsonld.paper import paper_id
from sitegen.model import external
from sitegen.model.figure import Figure
from sitegen.model.missing import is_missing
from sitegen.text import squeeze

_FORMATS = {"jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png", "gif": "image/gif", "webp": "image/webp",
            "tif": "image/tiff", "tiff": "image/tiff", "svg": "image/svg+xml"}


def picture_node(figure: Figure, template: str) -> Node | None:
    """The picture at its first address, credited to the paper; None for a figure without an image file."""
    if not figure.filename:
        return None
    paper = figure.paper
    credit = next((c for c in (paper.reference, paper.title) if c and not is_missing(c)), paper.pmcid)
    address = external.image(template, paper.pmcid, figure.filename)
    return {"@type": "ImageObject", "contentUrl": address, "creditText": squeeze(credit)}


def picture_format(figure: Figure) -> str | None:
    """The image's media type, by its file's ending."""
    return _FORMATS.get((figure.filename or "").rpartition(".")[2].lower())


def picture_details(figure: Figure, name: str, description: str) -> Iterator[tuple[str, Any]]:
    """What else is known of the picture, the more useful first; the caption where the description is another text."""
    if figure.figlink:
        yield "sameAs", external.figure_at_pmc(figure.figlink)
    yield "subjectOf", _elsewhere(figure)
    yield "isPartOf", {"@id": paper_id(figure.paper)}
    yield "representativeOfPage", True
    yield "name", f"{figure.label}: {name}"
    caption = squeeze(figure.caption or "")
    if not is_missing(caption) and caption != description:
        yield "caption", cut(caption, LONGEST)


def _elsewhere(figure: Figure) -> list[Node]:
    found = []
    if figure.ndex:
        found.append(("NDEx network of this figure", external.ndex(figure.ndex)))
    if figure.wpid:
        found.append((f"WikiPathways pathway {figure.wpid}", external.wikipathways(figure.wpid)))
    return [{"@type": "CreativeWork", "name": name, "url": url} for name, url in found]
