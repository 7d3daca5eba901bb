"""The relations in a front matter: what a curator says, each once."""

from __future__ import annotations

from sitegen.content.fields import Fields
from sitegen.content.frontmatter import Block
from sitegen.model.relation import POLARITY, RELATION_TYPES, Relation
from sitegen.places import Place

MAX_INTERACTIONS = 1000  # nobody can follow so many in one figure
_FORM = "An interaction is {source: AKT, target: AS160, type: inhibition}."
_BARE = "A comma ends a text in { }: quote the text that has one."
_ALSO = " … "  # between the evidence of a relation that is given twice


def read_interactions(fields: Fields, caption: str | None) -> tuple[Relation, ...]:
    """The rows of `interactions:`; one that is given twice stands once, with the evidence of both."""
    blocks = fields.blocks("interactions", _FORM)
    if len(blocks) > MAX_INTERACTIONS:
        fields.report("interactions", "E205", f"more than {MAX_INTERACTIONS} interactions",
                      place=fields.start("interactions", blocks[MAX_INTERACTIONS]))
        return ()
    found: dict[Relation, list[str]] = {}
    lines: dict[Relation, int] = {}
    for block in blocks:
        start = fields.start("interactions", block)
        read = _interaction(Fields(fields.path, block, fields.problems), start)
        if read is None:
            continue
        relation, evidence = read
        if relation in found:
            shown = f"'{relation.source[:40]}' {relation.type} '{relation.target[:40]}'"
            fields.report("interactions", "W207", f"{shown} is given twice, first on line {lines[relation]}", place=start)
        lines.setdefault(relation, start.line)
        said = found.setdefault(relation, [])
        if evidence and evidence not in said:
            said.append(evidence)
    return tuple(
        relation._replace(evidence=_ALSO.join(said) or None, span=_span(said, caption)) for relation, said in found.items()
    )


def _interaction(inner: Fields, start: Place) -> tuple[Relation, str | None] | None:
    """A row's relation without evidence, and its evidence; None where it has a fault."""
    block: Block = inner.block
    inner.warn_unknown(("source", "target", "type", "evidence"), _BARE)
    source, target, kind = inner.text("source"), inner.text("target"), inner.text("type")
    for key, value in (("source", source), ("target", target), ("type", kind)):
        if value is None:
            given = block.items.get(key)
            why = f"; '{given[:40]}' stands for a missing value" if isinstance(given, str) and given.strip() else ""
            inner.report(key, "E204", f"an interaction needs '{key}'{why}", _FORM, place=block.places.get(key, start))
    known = next((t for t in RELATION_TYPES if t == kind), None)
    if kind is not None and known is None:
        inner.report("type", "E209", f"'{kind[:40]}' is not a relation type")
    if source and target and known:
        return Relation(source, target, known, POLARITY.get(known, "0")), inner.text("evidence")
    return None


def _span(said: list[str], caption: str | None) -> tuple[int, int] | None:
    """The place of the evidence in the caption: of the first, where the caption holds all of it."""
    places = [caption.find(evidence) if caption else -1 for evidence in said]
    return (places[0], places[0] + len(said[0])) if places and min(places) >= 0 else None
