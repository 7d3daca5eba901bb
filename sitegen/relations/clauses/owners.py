"""What "its" and "it" after a verb mean: the object of the verb before.

Edges: "A phosphorylates B, promoting its degradation" gives A 0 B and A - B, "A binds B and inhibits its activity" A - B,
"A binds B and activates it" A + B.
"""

from __future__ import annotations

from sitegen.relations import lexis
from sitegen.relations.arguments import Arg
from sitegen.relations.clauses.walk import Walk
from sitegen.relations.phrases.phrase import Phrase

_MANY = ("their", "them")


def owned(walk: Walk, k: int) -> list[Arg]:
    """Whose the phrase at chunk `k` is, where it tells what becomes of the object of the verb before: "its degradation"."""
    at = walk.at
    word, phrase = at.first(k), at.phrase(k)
    if word not in lexis.OWNERS_WORDS or phrase.agents or phrase.bearer is not None or phrase.head in lexis.EFFECT_ON:
        return []
    active = phrase.head in lexis.ACTIVITIES_NOUNS
    if not active and (phrase.effect is None or not phrase.hollow):
        return []
    hanging = at.word(k + 1) if at.kind(k + 1) == "P" else ""
    if hanging in lexis.OWN_OBJECT_WORDS or (hanging and phrase.effect is not None and phrase.effect.group == "binding"):
        return []  # "its inhibition of C", "its binding to C"
    if lexis.OWN_WORDS.intersection(t.low for t in walk.tokens[walk.chunks[k].low : walk.chunks[k].high]):
        return []  # "its own expression"
    phrase = _with_sign(walk, k)
    return [Arg(a.name, phrase.sign, phrase.effect, a.chain, phrase.unsigned, True) for a in meant(walk, word)]


def _with_sign(walk: Walk, k: int) -> Phrase:
    """Of "its recognition and degradation" at chunk `k` the phrase that says a sign: nothing else becomes of it."""
    at = walk.at
    first = at.phrase(k)
    j = k
    while first.effect is not None and not first.effect.sign and at.kind(j + 1) in ("C", ",") and at.kind(j + 2) == "N":
        j += 2
        phrase = at.phrase(j)
        if phrase.effect is None or not phrase.hollow or at.word(j + 1) in lexis.OWN_OBJECT_WORDS:
            break
        if phrase.effect.sign:
            return phrase
    return first


def meant(walk: Walk, word: str) -> list[Arg]:
    """What "its" or "it", "their" or "them" mean: one object of the verb before, or several."""
    objects = walk.object
    several = len(objects) > 1 or (len(objects) == 1 and objects[0].name.text[-1:] == "s")
    if not objects or several != (word in _MANY):
        return []
    return [a.itself() for a in objects]
