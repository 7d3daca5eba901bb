"""How a verb is read where it stands, and the arrow that a reading gives of a subject and an object.

"A leads to B", "A switches on B": the preposition or particle chooses the reading.  The sign of the arrow is the product
of the subject's, the verb's and the object's: "loss of A inhibits B" is A + B.
"""

from __future__ import annotations

from sitegen.model.relation import RelationType
from sitegen.relations import lexis
from sitegen.relations.arguments import Arg, Group
from sitegen.relations.clauses.walk import Walk
from sitegen.relations.groups.joining import is_harm, is_process
from sitegen.relations.lexis import Sense
from sitegen.relations.names.name import Name
from sitegen.relations.names.symbols import shaped
from sitegen.relations.phrases.parts import Agent
from sitegen.relations.phrases.phrase import Phrase
from sitegen.relations.tagging.chunks import Chunk

_DOOM = ("for degradation", "for destruction")
_OF_CHANGE = ("activation", "enablement", "production", "requirement")
"""Groups of verbs whose arrow has the type of the noun of change over the object: "activates B expression"."""
_ON_RESIDUES = ("phosphorylation", "dephosphorylation")
_ENABLED = "active: enablement"
_ENTRY = "entry"
_BREAKDOWN = "breakdown"
_WORK = ("phosphorylation", "dephosphorylation", "binding", "modification", "conversion")
_SUBSTANCES = ("chemical", "ending")
_OBJECTS = ("N", "V", "C")
"""Kinds of chunks that may follow a verb's preposition."""


def sense_of(walk: Walk, k: int) -> tuple[Sense | None, int]:
    """The reading of the verb at `k` by what follows it, and the chunk where its object begins."""
    at = walk.at
    for sense in lexis.SENSES.get(walk.chunks[k].verb, ()):
        place = k + 1
        if sense.tail:
            if not _has_tail(walk, place, sense.tail):
                continue
            place += 1
        if sense.prepositions:
            if at.kind(place) == "P" and at.word(place) in sense.prepositions:
                if at.kind(place + 1) in _OBJECTS:
                    return sense, place + 1
                continue
            if not sense.bare:
                continue
        if sense.bare and (at.kind(place) == "N" or at.kind(k + 1) == "C"):
            return sense, place
    return None, k + 1


def _has_tail(walk: Walk, k: int, tail: tuple[str, ...]) -> bool:
    """Whether a verb's other words stand at `k`: "on", or a noun phrase that ends in "rise"."""
    if walk.at.kind(k) == "N":
        return walk.tokens[walk.chunks[k].high - 1].low == tail[-1]
    return walk.at.word(k) == tail[0]


def has_preposition(walk: Walk, k: int) -> bool:
    """Whether a preposition of the verb at `k` follows it."""
    word = walk.at.word(k + 1)
    return any(word in s.prepositions for s in lexis.SENSES.get(walk.chunks[k].verb, ()))


def works(walk: Walk, k: int) -> bool:
    """Whether the verb at `k` says what a molecule does to another one, which its loss cannot do: "phosphorylates"."""
    senses = lexis.SENSES.get(walk.chunks[k].verb, ()) if walk.at.kind(k) == "V" else ()
    return bool(senses) and all(sense.group in _WORK for sense in senses)


def verb_before(walk: Walk, k: int) -> str:
    """The verb of the last group before chunk `k`."""
    return next((c.verb for c in reversed(walk.chunks[:k]) if c.kind == "V"), "")


def verb_with_object(walk: Walk, k: int, *, opens: bool = False) -> tuple[Sense | None, list[Arg], int]:
    """The reading of the verb at `k`, its objects, and the chunk after them.

    Where the verb `opens` the sentence all of the list before the next verb is its: "blocking A and B leads to C".
    """
    sense, place = sense_of(walk, k)
    if walk.at.kind(place) == "N":
        group, after = walk.nouns.group(place) if opens else walk.object_group(place)
        return sense, group.args, after
    return sense, [], place


def relate(walk: Walk, subject: list[Arg] | None, sense: Sense, objects: list[Arg], pattern: str, chunk: Chunk) -> None:
    """Note the arrows of a verb between its subjects and objects."""
    if chunk.negated or not subject:
        return
    if sense.inverse:
        pattern = "active: requirement"
    elif pattern == "active":
        pattern = f"active: {sense.group}"
    mediates = chunk.verb in lexis.MEDIATING_VERBS
    joins = chunk.verb in lexis.JOINING_VERBS
    for s in subject:
        for t in objects:
            if (mediates and is_effect(t)) or (joins and (is_process(s) or is_process(t))):
                continue  # what "associates with" a process does not bind it
            if sense.inverse:
                _relate(walk, t, sense, s, pattern, chunk)
            else:
                told = "active: activation" if pattern == _ENABLED and t.effect is not None else pattern
                _relate(walk, s, sense, t, told, chunk)


def _relate(walk: Walk, a: Arg, sense: Sense, b: Arg, pattern: str, chunk: Chunk) -> None:
    verb = chunk.verb
    group = "" if a.effect is None else a.effect.group
    told = sense.group == "production" or (a.name.kind in _SUBSTANCES and b.name.kind in _SUBSTANCES)
    broken = group == _BREAKDOWN or (group == "conversion" and told)
    if broken and b.effect is None and b.name.kind != "process" and verb in lexis.YIELDING_VERBS:
        # "A degradation leads to B": A turns into B
        walk.add(a, b, "conversion", 0, "conversion", chunk.hedged)
        return
    if verb in lexis.MENDING_VERBS and is_harm(b):
        kind: RelationType = "inhibition"
        sign = -a.sign
    else:
        kind, sign = type_of(sense, b), a.sign * sense.sign
    if verb in lexis.FREEING_VERBS and b.effect is not None and b.effect.sign < 0:
        # "A releases the inhibition of B"
        kind, sign = "activation", -sign
    if sense.type in _ON_RESIDUES and b.name.text.lower() in lexis.RESIDUES:
        return  # "A phosphorylates a tyrosine"
    if sense.group == _ENTRY and (b.effect is not None or not _is_fed(b)):
        return  # "A enters the nucleus", "the cell cycle"
    if sense.group == "binding" and pattern == "by V-ing" and b.name.text in lexis.NO_SOURCES_NOUNS:
        return  # "A activates B by binding to DNA": what it does so by, and to all DNA
    # "A restores the lost B": there is more B
    restored = b.sign < 0 and verb in lexis.RESTORING_VERBS
    walk.add(a, b, kind, sign if restored else sign * b.sign, pattern, chunk.hedged)


def bear(walk: Walk, subject: list[Arg], group: Group, pattern: str) -> None:
    """Note the arrows of "X is an inhibitor of Y"; of "X is a target of Y" those from Y."""
    effect = group.bearer
    assert effect is not None
    for s in subject:
        for t in group.theme:
            if effect.group == "inverse" and _is_fed(t):
                walk.add(s, t, "conversion", 0, pattern)  # "A is a substrate for B synthesis"
            elif effect.group == "inverse":
                walk.add(t, s, "other", 0, pattern)
            else:
                walk.add(s, t, effect.type, s.sign * effect.sign, pattern)


def _is_fed(arg: Arg) -> bool:
    """Whether something takes substrates in, and is none that acts on them: a cycle, a chain, a synthesis."""
    made = arg.effect is not None and arg.effect.group == "production"
    name = arg.name.text.lower() if arg.name.kind == "process" else ""
    made = made or arg.name.text in lexis.FED_NOUNS
    return made or (name.endswith(lexis.FED_ENDINGS) and not name.endswith(lexis.UNFED_ENDINGS))


def own_agent(walk: Walk, k: int, group: Group) -> Group | None:
    """What "a B agonist" at chunk `k` says where it tells what something is; elsewhere it is a name of its own."""
    if walk.at.first(k) not in lexis.INDEFINITE_WORDS:
        return None
    chunk = walk.chunks[k]
    text = group.args[-1].name.text if group.args else " ".join([t.text for t in walk.tokens[chunk.high - 2 : chunk.high]])
    stem, _, head = text.rpartition(" ")
    effect = lexis.AGENTS.get(head.lower()) if head.lower() in lexis.OWN_AGENTS_NOUNS else None
    if effect is None or stem.endswith(lexis.DESCRIBING_ENDINGS) or not (shaped(stem) or stem.lower() in lexis.CHEMICALS):
        return None
    told = Group([])
    told.bearer, told.theme = effect, [*group.args[:-1], Arg(Name(stem, "shape"))]
    return told


def in_order(walk: Walk, k: int, subject: list[Arg]) -> int:
    """ "A acts upstream of B", with the small word at chunk `k`; returns the chunk after B."""
    group, after = walk.nouns.group(k + 1)
    before = walk.at.word(k) in lexis.EARLIER_WORDS
    for s in subject:
        for t in group.args:
            a, b = (s, t) if before else (t, s)
            walk.add(a, b, "other", 0, "upstream of")
    walk.near = group.args
    return after


def manner(walk: Walk, k: int) -> tuple[list[Agent], int]:
    """Who something depends on by the phrases from chunk `k` on, "an A- and B-dependent manner", and the chunk after them."""
    at = walk.at
    agents: list[Agent] = []
    while at.kind(k) == "N" and at.phrase(k).agents:
        phrase = at.phrase(k)
        agents += phrase.agents
        k += 1
        if walk.last_word(walk.chunks[k - 1]) in lexis.MANNERS_NOUNS:
            return agents, k
        if phrase.names or at.kind(k) != "C":
            break
        k += 1
    return [], k


def affect(walk: Walk, subject: list[Arg], group: Group, chunk: Chunk) -> None:
    """Note the arrows of "X has an inhibitory effect on Y"."""
    if group.on_sign and not chunk.negated:
        kind: RelationType = "activation" if group.on_sign > 0 else "inhibition"
        for s in subject:
            for t in group.on:
                walk.add(s, t, kind, s.sign * group.on_sign * t.sign, "effect of A on B")


def aligned(
    walk: Walk, group: Group, subject: list[Arg] | None, after: int, verb: Chunk, place: int = -1
) -> list[tuple[list[Arg], list[Arg]]]:
    """Subjects and objects pairwise where "respectively" closes the list that ends before `after`, or stands beside the verb.

    So are those of which the phrase at `place` says that they correspond.
    """
    high = walk.chunks[after - 1].high
    if not subject or subject is not walk.subject:
        return []
    if walk.at.word(after) == "in" and walk.at.kind(after + 1) == "N":
        high = walk.chunks[after + 1].high  # "A and B activate C and D in cancer, respectively"
    told = walk.respectively(high, high + 3) or (place >= 0 and walk.corresponding(place))
    if not told and not (len(subject) > 1 < len(group.args) and is_paired(walk, verb)):
        return []
    objects, sizes, own = group.args, group.units, walk.subject_units
    if len(sizes) == len(own) and sum(sizes) == len(objects) and sum(own) == len(subject):
        out, i, j = [], 0, 0
        for a, b in zip(own, sizes, strict=True):
            out.append((subject[i : i + a], objects[j : j + b]))
            i, j = i + a, j + b
        return out
    if len(subject) > 1 and len(subject) == len(objects):
        return [([s], [t]) for s, t in zip(subject, objects, strict=True)]
    # which belongs to which is not seen: none of many with none of many
    return [([], [])] if len(subject) > 1 and len(objects) > 1 else []


def in_pairs(
    walk: Walk, left: list[Arg], right: list[Arg], verb: Chunk, after: int, reach: int = 3
) -> list[tuple[list[Arg], list[Arg]]]:
    """Two lists, pairwise where "respectively" is beside the verb or within `reach` words from chunk `after` on."""
    low = walk.chunks[after - 1].high
    if not len(left) > 1 < len(right) or not (walk.respectively(low, low + reach) or is_paired(walk, verb)):
        return [(left, right)]
    return [([a], [b]) for a, b in zip(left, right, strict=True)] if len(left) == len(right) else []


def is_paired(walk: Walk, verb: Chunk) -> bool:
    """Whether "respectively" stands in a verb's group or beside it: "A and B are respectively activated by C and D"."""
    return walk.respectively(max(0, verb.low - 1), verb.high + 1)


def is_redox(walk: Walk, low: int, high: int) -> bool:
    """Whether the tokens from `low` to `high` name a reductase or something oxidized: what "reduces" is chemistry there."""
    return any(t.low.endswith(lexis.REDOX_ENDINGS) for t in walk.tokens[low:high])


def is_doomed(walk: Walk, high: int) -> bool:
    """Whether "for degradation" stands at token `high` or after it."""
    return any(t.low in _DOOM for t in walk.tokens[high : high + 2])


def is_effect(arg: Arg) -> bool:
    """Whether a phrase named the effects of an entity, not the entity."""
    return arg.effect is not None and any(arg.effect is lexis.EFFECTS.get(noun) for noun in lexis.EFFECTS_NOUNS)


def binds(phrase: Phrase) -> bool:
    """Whether a phrase only says that something is bound: "its interaction"."""
    return phrase.hollow and phrase.effect is not None and phrase.effect.group == "binding"


def type_of(sense: Sense, target: Arg) -> RelationType:
    """The type of a verb's arrow to an entity under its noun of change."""
    effect = target.effect
    if effect is not None:
        if sense.group in _OF_CHANGE:
            return effect.type
        if sense.type == "inhibition" and effect.type == "expression":
            return "repression"
    return sense.type
