"""What a subject has a part in, and examples of what a subject was told to do.

Edges: "A is involved in the activation of B", "A plays a role in the activation of B" give A + B, "factors that inhibit B
include A", "inhibitors of B include A" A - B.
"""

from __future__ import annotations

from sitegen.relations.arguments import Arg
from sitegen.relations.clauses.senses import bear, relate
from sitegen.relations.clauses.walk import INTRANSITIVE, Walk
from sitegen.relations.tagging.chunks import Chunk

_STATES = ("binding", "expression")
"""Groups of nouns of which who has a part in them does not act."""
_NAMELESS = ("unknown", "class", "bare")
"""Kinds of names that a list of examples stands for."""


def examples(walk: Walk, k: int, chunk: Chunk) -> bool:
    """Whether names of what was told to act stand at chunk `k`: "factors that inhibit B include A"."""
    verb, told = walk.verb, walk.told
    if told is not None and told.theme and not walk.clause_verb:
        bear(walk, walk.object_group(k)[0].args, told, "is an agent of")
        return True
    if walk.pattern != "relative" or verb is None or not walk.object or walk.last_passive or verb.inverse:
        return False
    if walk.at.kind(k - 2) == "R" or any(a.name.kind not in _NAMELESS for a in walk.subject or ()):
        return False
    relate(walk, walk.object_group(k)[0].args, verb, walk.object, "relative", chunk)
    return True


def takes_part(walk: Walk, k: int, subject: list[Arg] | None) -> int:
    """ "A is involved in the activation of B", with "in" at chunk `k`; returns the chunk after B."""
    at = walk.at
    if at.word(k) != "in" or at.kind(k + 1) != "N" or not at.phrase(k + 1).hollow or at.word(k + 2) != "of":
        return k
    group, after = walk.nouns.group(k + 1)
    effect = group.effect
    if effect is not None and effect.group not in _STATES and group.theme and not group.acted:
        for s in subject or ():
            for t in group.args:
                walk.add(s, t, effect.type, s.sign * t.sign if effect.sign else 0, "by noun of Y")
    walk.near = group.args
    walk.verb = INTRANSITIVE
    return after
