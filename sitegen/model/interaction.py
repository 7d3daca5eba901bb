"""A relation's kind in one word: type, sign where it is not the type's own, and `?` where it is hedged.

`activation`, `phosphorylation(+)`, `binding?`: the word that files and pages use where they have room for one.
"""

from __future__ import annotations

import re

from sitegen.model.relation import POLARITY, RELATION_TYPES, Polarity, Relation, RelationType

_FORM = re.compile(r"([a-z]+)(?:\(([+0-])\))?(\?)?")
_TYPES: dict[str, RelationType] = {t: t for t in RELATION_TYPES}
_SIGNS: dict[str, Polarity] = {"+": "+", "-": "-", "0": "0"}


def interaction(relation: Relation) -> str:
    """The word of a relation; `parse_interaction` reads it back."""
    own = POLARITY.get(relation.type, "0")
    sign = "" if relation.polarity == own else f"({relation.polarity})"
    return f"{relation.type}{sign}{'?' if relation.hedged else ''}"


def parse_interaction(word: str) -> tuple[RelationType, Polarity, bool] | None:
    """Type, polarity and whether it is hedged; None where the word is not one that `interaction` writes."""
    m = _FORM.fullmatch(word)
    kind = _TYPES.get(m.group(1)) if m else None
    if m is None or kind is None:
        return None
    sign = _SIGNS[m.group(2)] if m.group(2) else POLARITY.get(kind, "0")
    return kind, sign, m.group(3) is not None
