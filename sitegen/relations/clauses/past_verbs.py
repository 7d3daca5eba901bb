"""Past verbs one after the other: "A raised B, lowered C and caused D", "A raised B, which blocks C, and caused D"."""

from __future__ import annotations

from sitegen.relations.clauses.walk import Walk


def goes_on(walk: Walk, k: int) -> bool:
    """Whether the past verb after a comma at `k` has the subject of the one before, as an "and V-ed" closes the series."""
    at, chunks = walk.at, walk.chunks
    if walk.last_passive or at.kind(k + 1) != "N":
        return False
    for j in range(k + 1, len(chunks) - 1):
        kind = at.kind(j)
        past = at.kind(j + 1) == "V" and chunks[j + 1].form == "ed" and not chunks[j + 1].passive
        if kind == "C" and past:
            return at.kind(j + 2) == "N"
        if kind not in ("N", "P", "C", ",", "V") or (kind == "V" and chunks[j].form != "ed"):
            return False
    return False


def goes_back(walk: Walk, k: int) -> bool:
    """Whether the past verb at `k` is none of a "which" in the present before it: "A cut B, which blocks C, and raised D"."""
    if not walk.main or not walk.main[-1] or walk.at.kind(k + 1) != "N" or walk.last_form != "fin":
        return False
    verbs = [c for c in walk.chunks[:k] if c.kind == "V"]
    return len(verbs) > 1 and not verbs[-1].passive and verbs[-2].form == "ed" and not verbs[-2].passive
