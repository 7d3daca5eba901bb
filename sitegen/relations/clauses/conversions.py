"""Conversions: what something is made of, and who makes it, told by one verb with its objects, by none, or by two verbs.

Edges: "E converts A to B" gives A 0 B and E + B, "A oxidizes to B" A 0 B, "B derives from A" A 0 B, "E hydrolyzes A to produce B"
and "A is oxidized by E to form B" A 0 B and E + B, "A undergoes hydroxylation by E" E 0 A, "A is converted to B, a step catalyzed
by E" E + B.
"""

from __future__ import annotations

from sitegen.relations import lexis
from sitegen.relations.arguments import Arg, Group
from sitegen.relations.clauses.senses import aligned, verb_before
from sitegen.relations.clauses.walk import INTRANSITIVE, Walk
from sitegen.relations.groups.joining import is_process
from sitegen.relations.tagging.chunks import Chunk

_SUBSTANCES = ("chemical", "ending")
_MADE = ("converted to", "conversion", "turns into")
_CHEMISTRY = ("conversion", "regulation", "phosphorylation", "dephosphorylation")
"""Groups of nouns that may tell a reaction: "hydroxylation"."""


def convert(
    walk: Walk, k: int, turned: list[Arg], subject: list[Arg] | None, chunk: Chunk
) -> tuple[list[Arg], int] | None:
    """ "E converts A to B", with B at chunk `k` and the verb `chunk`: what is made in the end, and the chunk after it.

    None where no name is made, or the verb is denied.
    """
    group, after = walk.object_group(k, chunk.form) if walk.at.kind(k) == "N" else (Group([]), k)
    if not group.args or chunk.negated:
        return None
    _turn(walk, turned, group.args, "conversion")
    for makers, products in aligned(walk, group, subject, after, chunk) or [(subject or [], group.args)]:
        for e in makers:
            for b in products:
                walk.add(e, b, "conversion", 1, "conversion by enzyme")
    return _onward(walk, _enzyme(walk, after, group.args), group.args, subject or [])


def _enzyme(walk: Walk, k: int, products: list[Arg]) -> int:
    """ "The pathway converts A to B via E", with the "via" at chunk `k`; returns the chunk after E."""
    at = walk.at
    if at.kind(k) != "P" or at.word(k) not in lexis.MEANS_WORDS or at.kind(k + 1) != "N" or at.phrase(k + 1).effect:
        return k
    group, after = walk.nouns.group(k + 1)
    for e in group.args:
        if e.name.kind == "shape" or e.name.text.endswith(lexis.ENZYMES_ENDINGS):
            for b in products:
                walk.add(e, b, "conversion", 1, "converted by")
    return after


def _onward(walk: Walk, k: int, products: list[Arg], makers: list[Arg]) -> tuple[list[Arg], int]:
    """ "Converts A to B and then to C", with the "and" at chunk `k`: what is made in the end, and the chunk after it."""
    at = walk.at
    if at.kind(k) != "C" or at.word(k + 1) not in lexis.INTO_WORDS or at.kind(k + 2) != "N":
        return products, k
    if not any(t.low in lexis.FURTHER_WORDS for t in walk.tokens[walk.chunks[k].high : walk.chunks[k + 1].low]):
        return products, k
    group, after = walk.object_group(k + 2)
    for b in group.args:
        for a in products:
            walk.add(a, b, "conversion", 0, "conversion")
        for e in makers:
            walk.add(e, b, "conversion", 1, "conversion by enzyme")
    return group.args or products, after


def makes(verb: str) -> bool:
    """Whether a verb says that something is made: "A is degraded to form B"."""
    return any(sense.group == "production" for sense in lexis.SENSES.get(verb, ()))


def turns(walk: Walk, k: int) -> bool:
    """Whether the verb at chunk `k` says what a passive verb before made: "A is oxidized by E to form B"."""
    if not (walk.last_passive and walk.patient and walk.at.kind(k + 1) == "N" and makes(walk.chunks[k].verb)):
        return False
    verb = verb_before(walk, k)
    return not walk.undone and (verb in lexis.UNDERGOING_VERBS or any(s.through for s in lexis.SENSES.get(verb, ())))


def unmade(walk: Walk, k: int) -> bool:
    """Whether nothing is told yet that the verb before made: in "A is oxidized to B, giving C" A does not turn into C."""
    return {a.name for a in walk.object} == {a.name for a in walk.patient} and verb_before(walk, k) not in lexis.ADDING_VERBS


def made(walk: Walk, k: int) -> int:
    """ "A is oxidized by E to form B": A turns into B, and E makes B."""
    group, after = walk.object_group(k + 1)
    _turn(walk, walk.patient, group.args, "converted to")
    for e in walk.agents:
        for b in group.args:
            walk.add(e, b, "conversion", 1, "converted by")
    walk.object = walk.near = group.args
    return after


def substrates(walk: Walk, k: int) -> list[Arg]:
    """What the verb before the "to form" at chunk `k` turns into what is formed: "E hydrolyzes A to form B"."""
    if walk.last_passive or walk.undone or not makes(walk.chunks[k].verb):
        return []
    verb = verb_before(walk, k)
    if verb in lexis.ADDING_VERBS or not any(sense.through for sense in lexis.SENSES.get(verb, ())):
        return []
    if verb in lexis.CATALYZING_VERBS:
        return [a for a in walk.object if a.effect is not None and a.effect.group in _CHEMISTRY]
    return list(walk.object)


def form(walk: Walk, sources: list[Arg]) -> None:
    """What the verb just read made is made of `sources`."""
    if walk.object is not sources:
        _turn(walk, sources, [b for b in walk.object if b.effect is None], "converted to")


def _turn(walk: Walk, sources: list[Arg], products: list[Arg], pattern: str) -> None:
    for a in sources:
        for b in products:
            walk.add(a, b, "conversion", 0, pattern)


def turn_into(walk: Walk, k: int, subject: list[Arg], verb: str) -> int:
    """ "A oxidizes to B", "B derives from A" with the preposition at chunk `k`; returns `k` where none is told."""
    word = walk.at.word(k)
    group: Group
    if verb in lexis.TURNING_VERBS and word in lexis.INTO_WORDS:
        group, after = walk.nouns.group(k + 1)
        sources, products = subject, group.args
    elif verb in lexis.ORIGINATING_VERBS and word == "from":
        group, after = walk.nouns.group(k + 1)
        sources, products = group.args, subject
    else:
        return k
    if any(a.name.kind in _SUBSTANCES or a.name.text in lexis.CHEMICAL_SYMBOLS for a in (*sources, *products)):
        plain = [a for a in sources if not is_process(a)], [b for b in products if not is_process(b)]
        _turn(walk, *plain, "turns into")
    walk.object = walk.near = group.args
    return after


def undergo(walk: Walk, k: int, subject: list[Arg]) -> int:
    """ "A undergoes hydroxylation by E to B", with the noun at chunk `k`; returns the chunk after it."""
    at = walk.at
    group, after = walk.nouns.group(k)
    effect = group.effect
    walk.verb, walk.object, walk.near = INTRANSITIVE, [], subject
    if effect is None or effect.group not in _CHEMISTRY or group.theme:
        return after
    agents = group.args if at.phrase(k).hollow else []
    if at.kind(after) == "P" and at.word(after) in lexis.INTO_WORDS and at.kind(after + 1) == "N":
        products, after = walk.nouns.group(after + 1)
        _turn(walk, subject, products.args, "converted to")
        for e in agents:
            for b in products.args:
                walk.add(e, b, "conversion", 1, "converted by")
        if at.kind(after) == "P" and at.word(after) == "by" and at.kind(after + 1) == "N":
            by, after = walk.nouns.group(after + 1)
            for e in by.args:
                for b in products.args:
                    walk.add(e, b, "conversion", 1, "converted by")
        walk.object = walk.near = products.args
        return after
    for e in agents:
        for a in subject:
            walk.add(e, a, effect.type, effect.sign, "noun by agent")
    walk.patient, walk.agents, walk.last_passive, walk.undone = subject, agents, True, False
    return after


def step_by(walk: Walk, k: int) -> int:
    """ "A is converted to B, a step catalyzed by E", with the verb at chunk `k`; returns the chunk after E, or 0."""
    if walk.last_word(walk.chunks[k - 1]) not in lexis.STEPS_NOUNS or walk.chunks[k].verb not in lexis.CATALYZING_VERBS:
        return 0
    products = []
    for edge in reversed(walk.edges):
        if edge.pattern not in _MADE:
            break
        if edge.target not in products:
            products.append(edge.target)
    if not products:
        return 0
    group, after = walk.nouns.group(k + 2)
    for e in group.args:
        for name in products:
            walk.add(e, Arg(name), "conversion", 1, "converted by")
    return after
