"""The JSON Schema of a figure's front matter, made from what the reader accepts."""

from __future__ import annotations

from typing import Any

from sitegen.content.figures import KNOWN, REQUIRED
from sitegen.model import ids
from sitegen.model.relation import RELATION_TYPES

_TEXT = {"type": ["string", "number", "null", "boolean"]}
_TEXTS = {"oneOf": [{"type": "array", "items": _TEXT}, _TEXT]}
_DESCRIPTIONS: dict[str, str] = {
    "figid": "Identifier, <pmcid>__<file stem>; equals the file's name without .md. It is the permalink.",
    "figtitle": "Title of the figure, plain text; may be empty.",
    "caption": "The caption in full, plain text; may be empty.",
    "pmcid": "The paper's PubMed Central id.",
    "filename": "File name of the picture at PubMed Central; may be empty.",
    "figid_alias": "Old identifiers; their addresses redirect here.",
    "redirect_from": "Old paths on this site, such as /figures/PMC2584126__F7.",
    "papertitle": "Title of the paper.",
    "reftext": "Citation of the paper, one line.",
    "figlink": "Path of the figure at www.ncbi.nlm.nih.gov.",
    "number": "The figure's number: F7, Fig. 1, Scheme 2.",
    "figtype": "What `number` counts: Figure, Scheme …",
    "year": "Year of the paper, four digits.",
    "organisms": "Organisms the paper is about, Latin names.",
    "organisms_ner": "Organisms read from the paper's text.",
    "doi": "DOI of the paper, starting with 10.",
    "journal_title": "Journal.",
    "journal_nlm_ta": "Journal, NLM abbreviation.",
    "publisher_name": "Publisher of the paper.",
    "keywords": "Keywords of the paper, separated by ' | '.",
    "automl_pathway": "Score of the pathway classifier, 0 to 1.",
    "pathway_score": "Score of an older pathway classifier, 0 to 1.",
    "pmc_ranked_result_index": "Rank of the figure in the search it was found by.",
    "ndex": "UUID of the figure's network at NDEx.",
    "wpid": "Id of the pathway at WikiPathways that was made from the figure.",
    "annotations": "Ontology terms: type, value, parent.",
    "seo": "Type once used for search engines; not shown.",
    "schema-jsonld": "JSON-LD as given; values that are sound are kept.",
    "interactions": "Curated relations, drawn as the figure's diagram.",
    "genes": "Older files: the gene table inline.",
    "chemicals": "Older files: the chemicals' table inline.",
    "diseases": "Older files: the diseases' table inline.",
    "layout": "Layout of another site generator; not used.",
    "title": "Title of another site generator; not used.",
}


def figure_schema() -> dict[str, Any]:
    """The schema, JSON Schema 2020-12; values are text, whatever YAML makes of them."""
    properties: dict[str, Any] = {key: {**_TEXT, "description": _DESCRIPTIONS[key]} for key in KNOWN}
    properties["figid"] = {"type": "string", "pattern": f"^{ids.FIGID.pattern}$", "description": _DESCRIPTIONS["figid"]}
    properties["pmcid"] = {"type": "string", "pattern": f"^{ids.PMCID.pattern}$", "description": _DESCRIPTIONS["pmcid"]}
    for key in ("organisms", "organisms_ner", "figid_alias", "redirect_from", "keywords"):
        properties[key] = {**_TEXTS, "description": _DESCRIPTIONS[key]}
    properties["schema-jsonld"] = {"type": ["object", "string", "null"], "description": _DESCRIPTIONS["schema-jsonld"]}
    properties["interactions"] = _rows("interactions", ("source", "target", "type"), {
        "source": _TEXT, "target": _TEXT, "type": {"enum": list(RELATION_TYPES)}, "evidence": _TEXT,
    }, closed=True)
    properties["annotations"] = _rows("annotations", ("value",), {"type": _TEXT, "value": _TEXT, "parent": _TEXT})
    properties["genes"] = _rows("genes", ("entrez",), {
        key: _TEXT for key in ("word", "symbol", "source", "hgnc_symbol", "entrez")
    })
    for key in ("chemicals", "diseases"):
        properties[key] = _rows(key, ("word",), {name: _TEXT for name in ("word", "source", "identifier")})
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Front matter of a pathway figure",
        "type": "object",
        "required": list(REQUIRED),
        "properties": properties,
    }


def _rows(key: str, required: tuple[str, ...], properties: dict[str, Any], closed: bool = False) -> dict[str, Any]:
    row: dict[str, Any] = {"type": "object", "required": list(required), "properties": properties}
    if closed:
        row["additionalProperties"] = False
    return {"oneOf": [{"type": "array", "items": row}, {"type": ["string", "null"]}], "description": _DESCRIPTIONS[key]}
