"""Finds a relation's evidence in its figure's caption again."""

from __future__ import annotations

from collections.abc import Iterable

from sitegen.model.relation import Relation
from sitegen.networks.source import clean
from sitegen.text import FORBIDDEN


def located(relations: Iterable[Relation], caption: str | None) -> tuple[Relation, ...]:
    """The relations, each with its evidence's place where the caption holds it word for word.

    Runs of whitespace count as one space and characters that no file keeps do not count; a relation that has
    a place keeps it.
    """
    if not caption:
        return tuple(relations)
    squeezed, places = _squeezed(caption)
    spans: dict[str, tuple[int, int] | None] = {}
    found = []
    for r in relations:
        if r.span is None and r.evidence:
            words = clean(r.evidence, len(r.evidence) + 1)
            if words not in spans:  # a sentence can state many relations
                at = squeezed.find(words) if words else -1
                spans[words] = (places[at], places[at + len(words) - 1] + 1) if at >= 0 else None
            r = r._replace(span=spans[words])
        found.append(r)
    return tuple(found)


def _squeezed(text: str) -> tuple[str, list[int]]:
    """The text with each run of whitespace one space, and where each of its characters stood."""
    chars: list[str] = []
    places: list[int] = []
    for i, char in enumerate(text):
        if FORBIDDEN.match(char):
            continue
        if char.isspace():
            if chars and chars[-1] != " ":
                chars.append(" ")
                places.append(i)
        else:
            chars.append(char)
            places.append(i)
    return "".join(chars), places
