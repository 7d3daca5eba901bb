"""What "is" states: "A is an inhibitor of B" (A - B), "A is essential for B" (A + B), "A is under the control of B" (B 0 A).

Edges besides: "A is dependent on B" gives B + A, "A is an anti-B antibody" A - B, "A has an effect" none.
"""

from __future__ import annotations

from sitegen.relations import lexis
from sitegen.relations.arguments import Arg, Group
from sitegen.relations.clauses.actives import active
from sitegen.relations.clauses.senses import affect, bear, in_order, is_effect, own_agent
from sitegen.relations.clauses.walk import INTRANSITIVE, NEED, Walk
from sitegen.relations.names.name import Name
from sitegen.relations.names.symbols import shaped
from sitegen.relations.tagging.chunks import Chunk

_BACKWARD = "from "
_ANTI = "anti-"
_OF_ENZYMES = "for|in|of"
_DESCRIPTIONS = ("class", "ending", "process", "bare", "unknown")
"""Kinds of names that only say what the subject is: "A is a trigger"."""


def copula(walk: Walk, k: int) -> int:
    """Read "is" at `k` with what it says of the subject; returns the chunk after that."""
    chunk, at = walk.chunks[k], walk.at
    place = k + 1
    first = not walk.last_form
    walk.last_form, walk.last_passive = "fin", False
    while at.kind(place) in ("J", "D") and at.word(place + 1) == "under":
        place += 1
    if at.word(place) == "under" and at.kind(place + 1) == "N":
        return _under(walk, place + 1, chunk)
    if at.word(place) in lexis.ORDER_WORDS and at.kind(place + 1) == "N" and walk.subject and not chunk.negated:
        return in_order(walk, place, walk.subject)
    if _is_unlikely(walk, chunk):
        # "conversion of A to B is unlikely"
        walk.nouns.edges.clear()
    if at.kind(place) != "N":
        walk.verb = walk.verb or INTRANSITIVE
        return place
    noun = walk.chunks[place]
    word = walk.last_word(noun)
    if first and word in lexis.UNKNOWN_NOUNS:
        # "whether A-induced B exists is unknown"
        walk.nouns.edges.clear()
    if word in lexis.PREDICATES and at.kind(place + 1) == "P":
        return predicate(walk, place + 1, walk.subject or [], lexis.PREDICATES[word], chunk)
    if word in lexis.SERVANTS_NOUNS and walk.subject and not noun.negated and _is_of_change(walk, place + 1):
        return predicate(walk, place + 1, walk.subject, _OF_ENZYMES, chunk)
    return _noun(walk, k, place, chunk)


def _noun(walk: Walk, k: int, place: int, chunk: Chunk) -> int:
    """Read the noun phrase at `place` that "is" at `k` says of the subject; returns the chunk after it."""
    at, noun = walk.at, walk.chunks[place]
    group, after = walk.object_group(place)
    told = group if group.bearer is not None else own_agent(walk, place, group)
    denied = chunk.negated or noun.negated  # "is no inhibitor of B"
    if told is not None and told.theme and walk.subject and not denied:
        bear(walk, walk.subject, told, "is an agent of")
    affect(walk, walk.subject or [], group, chunk)
    if at.kind(k - 1) == "J" and at.word(k - 1) == "there":
        # "there is activation of A, inducing B"
        walk.near = walk.object = group.args
        walk.verb = NEED
        return after
    if not denied:
        _opposes(walk, noun)
    _leave(walk, group, chunk, noun, after)
    return after


def _is_of_change(walk: Walk, k: int) -> bool:
    """Whether a change of something stands after the small word at `k`: "is an enzyme for B production"."""
    if walk.at.kind(k) != "P" or walk.at.kind(k + 1) != "N":
        return False
    phrase = walk.at.phrase(k + 1)
    return phrase.effect is not None and phrase.effect.sign != 0


def _is_unlikely(walk: Walk, chunk: Chunk) -> bool:
    """Whether the word after a form of "be" says that what was said hardly happens: "is unlikely", "is not likely"."""
    low = walk.tokens[chunk.high].low if chunk.high < len(walk.tokens) else ""
    return low in lexis.UNLIKELY_NOUNS or (chunk.negated and low in lexis.LIKELY_NOUNS)


def _under(walk: Walk, k: int, chunk: Chunk) -> int:
    """ "A is under the control of B"."""
    group, after = walk.nouns.group(k)
    if group.effect is not None and group.effect.group == "regulation" and group.theme and not chunk.negated:
        for s in group.theme:
            for t in walk.subject or []:
                walk.add(s, t, "other", 0, "under control of")
    walk.verb = INTRANSITIVE
    return after


def _opposes(walk: Walk, noun: Chunk) -> None:
    """ "A is an anti-B antibody"."""
    for token in walk.tokens[noun.low : noun.high]:
        if token.low.startswith(_ANTI) and shaped(token.text[len(_ANTI) :]):
            for s in walk.subject or []:
                opposed = Arg(Name(token.text[len(_ANTI) :], "shape"))
                walk.add(s, opposed, "inhibition", -s.sign, "is an agent of")


def _lessen(walk: Walk, chunk: Chunk, noun: Chunk) -> None:
    """ "A is absent, resulting in B": less A does."""
    if chunk.verb == "be" and noun.high - noun.low == 1 and not chunk.negated:
        walk.patient, walk.patient_sign, walk.last_passive = list(walk.subject or []), -1, True
        walk.near = walk.nouns.last = [a.turned(-1) for a in walk.patient]
        walk.undone = walk.averted = False


def _leave(walk: Walk, group: Group, chunk: Chunk, noun: Chunk, after: int) -> None:
    """What a later verb may point back to: the subject where what it is said to be names nothing; chunk `after` comes next."""
    walk.near = group.args
    word = walk.last_word(noun)
    which = walk.at.kind(after) == "R"
    plain = all(a.name.kind in _DESCRIPTIONS for a in group.args)
    classed = group.bearer is not None or word in lexis.CLASS or word in lexis.CLASSES
    if group.theme and group.bearer is not None and walk.at.kind(after) == "," and walk.at.kind(after + 1) == "R":
        walk.near = walk.nouns.last = [a.itself().unturned() for a in group.theme]  # "A is an inhibitor of B, which": B it is
    elif (plain and group.bearer is None) or (which and classed):
        # "X is a trigger, which", "X is a kinase inhibitor that": X it is
        walk.near = walk.nouns.last = list(walk.subject or [])
    walk.object = []
    walk.verb = INTRANSITIVE
    if word in lexis.MINUS:
        _lessen(walk, chunk, noun)


def predicate(walk: Walk, k: int, subject: list[Arg], options: str, chunk: Chunk, reduced: str = "") -> int:
    """ "Essential for B", with its preposition at `k`, said of the subject; returns the chunk after it."""
    at = walk.at
    small = options.removeprefix(_BACKWARD).split("|")
    if at.word(k) in lexis.PLACES_WORDS and at.kind(k + 1) == "N" and at.kind(k + 2) == "P" and at.word(k + 2) in small:
        k += 2  # "is required in A cells for B"
    if at.word(k) not in small:
        return k
    k += 1
    if at.kind(k) == "V" and walk.chunks[k].form == "ing":
        walk.chunks[k].negated |= chunk.negated  # "is not capable of binding B"
        return active(walk, k, subject, "required for V-ing")
    if at.kind(k) != "N":
        return k
    group, after = walk.object_group(k)
    if not chunk.negated:
        if walk.pattern == "relative":
            # "loss of A, which is needed for B": A is
            subject = [a.unturned() for a in subject]
        if group.on:
            # "A is needed for the effect of B on C": for what becomes of C
            group.args = [t.turned(group.on_sign or 1).doubtful(not group.on_sign) for t in group.on]
        for s in subject:
            if options.startswith(_BACKWARD) and is_effect(s):
                continue  # "the effect of A depends on B", not A
            for t in group.args:
                a, b = (t, s) if options.startswith(_BACKWARD) else (s, t)
                walk.add(a, b, "activation", a.sign * b.sign, f"{reduced}required for", chunk.hedged)
    walk.near = walk.object = group.args
    walk.verb = NEED
    return after
