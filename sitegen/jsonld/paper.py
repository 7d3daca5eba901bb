"""The article a figure was published in, as a ScholarlyArticle."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from sitegen.jsonld.naming import is_name
from sitegen.jsonld.nodes import IDENTIFIERS, Node
from sitegen.model import external
from sitegen.model.figure import Paper
from sitegen.model.ids import YEAR
from sitegen.model.missing import is_missing
from sitegen.text import squeeze

_DOI = re.compile(r"10\.[0-9]{2,9}/\S+")


def paper_id(paper: Paper) -> str:
    """The article's identifier, by its PMCID."""
    return f"{IDENTIFIERS}pmc:{paper.pmcid}"


def paper_node(paper: Paper) -> Node:
    """The article with its title and identifiers; without a title it goes by its PMCID."""
    title = squeeze(paper.title or "").rstrip(". ")
    identifiers = [f"pmc:{paper.pmcid}"]
    if _doi(paper):
        identifiers.append(f"doi:{paper.doi}")
    return {"@type": "ScholarlyArticle", "@id": paper_id(paper), "name": title if is_name(title) else paper.pmcid,
            "identifier": identifiers}


def paper_date(paper: Paper) -> str | None:
    """The year of publication, where it is one."""
    return paper.year if paper.year and YEAR.fullmatch(paper.year) else None


def paper_details(paper: Paper) -> Iterator[tuple[str, Any]]:
    """What else is known of the article, the more useful first.  Nothing about rights: those are the paper's own."""
    yield "url", external.paper(paper.pmcid)
    if _doi(paper):
        yield "sameAs", external.doi(paper.doi or "")
    if paper.journal and not is_missing(paper.journal):
        journal: Node = {"@type": "Periodical", "name": squeeze(paper.journal)}
        short = squeeze(paper.journal_abbreviation or "")
        if short and not is_missing(short) and short != journal["name"]:
            journal["alternateName"] = short
        yield "isPartOf", journal
    if paper.publisher and not is_missing(paper.publisher):
        yield "publisher", {"@type": "Organization", "name": squeeze(paper.publisher)}
    yield "keywords", list(dict.fromkeys(squeeze(k) for k in paper.keywords if not is_missing(k)))


def _doi(paper: Paper) -> bool:
    return paper.doi is not None and _DOI.fullmatch(paper.doi) is not None
