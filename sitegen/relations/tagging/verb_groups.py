"""Verb groups: "is not activated", "may then activate", "to be activated", "having activated"."""

from __future__ import annotations

from typing import NamedTuple

from sitegen.once import once
from sitegen.relations import lexis
from sitegen.relations.lexis import Form
from sitegen.relations.tokens.words import Token


class Verb(NamedTuple):
    """What a verb group says by itself.

    `form` is "fin" (finite), "inf" (with "to"), "ing", or "ed" for a form that may be finite or a participle; `base` says
    that the group is a verb's base form alone; `sign` is that of an adverb in the group ("negatively regulates").
    """

    verb: str = ""
    form: str = ""
    passive: bool = False
    negated: bool = False
    hedged: bool = False
    base: bool = False
    sign: int = 0


PARTICIPLE = Verb(form="ed")
"""What a predicate after its noun is read as: "the factor responsible for Y"."""
_BASE = frozenset({"base"})


def verb_end(tokens: list[Token], i: int) -> int:
    """Where the verb group at `i` ends: after its verb, or after the last auxiliary of one without."""
    j = i
    while j < len(tokens):
        kind = tokens[j].tag
        if kind == "V":
            return j + 1
        if kind not in "BHMXAT" or (kind == "T" and j != i):
            break
        j += 1
    while j > i + 1 and tokens[j - 1].tag == "A":
        j -= 1
    return max(j, i + 1)


@once
def verb_group(group: tuple[Token, ...]) -> Verb:
    """What the words of a verb group say together."""
    last = group[-1]
    sign = 0
    for t in group if len(group) > 1 else ():
        if t.tag == "A":
            sign = lexis.ADVERB_SIGNS.get(t.low, sign)
    negated = any(t.low in lexis.NEGATORS for t in group)
    hedged = any(t.low in lexis.HEDGES for t in group)
    if last.tag != "V":
        infinitive = any(t.tag == "T" for t in group)
        form = "ing" if last.low in lexis.HAVING_FORMS else "inf" if infinitive else "fin"
        return Verb("be" if last.tag == "B" else "", form, False, negated, hedged, False, sign)
    forms = lexis.FORMS.get(last.low) or (Form(last.low, "ed" if last.low.endswith("ed") else "s"),)
    kinds = frozenset([f.kind for f in forms])
    form, passive = _form(group, kinds)
    kind = "ed" if passive or form == "ed" else "ing" if "ing" in kinds else forms[0].kind
    verb = next((f.verb for f in forms if f.kind == kind), forms[0].verb)
    return Verb(verb, form, passive, negated, hedged, len(group) == 1 and kinds == _BASE, sign)


def _form(group: tuple[Token, ...], kinds: frozenset[str]) -> tuple[str, bool]:
    """The form of a group with a verb, and whether it is passive: a participle right after a form of "be"."""
    infinitive = any(t.tag == "T" for t in group)
    auxiliaries = [t for t in group[:-1] if t.tag in "BHMT"]
    if auxiliaries and auxiliaries[-1].tag == "B" and "ed" in kinds:
        lone = sum(t.tag != "T" for t in auxiliaries) == 1
        return "inf" if infinitive else "ing" if auxiliaries[-1].low == "being" and lone else "fin", True
    if infinitive:
        return "inf", False
    if group[0].tag in "BHM":
        return "fin", False
    if "ing" in kinds:
        return "ing", False
    return "ed" if "ed" in kinds and "s" not in kinds else "fin", False
