"""What "which", "who" and "that" mean: the noun before, or what was said.

Edges: "A activates B, which inhibits C" gives B - C; "A inhibits B, which leads to C" B - C too, as it is less B that leads
there; "A is lowered, which activates B" A - B; "loss of A, which is involved in B" is about A.
"""

from __future__ import annotations

from sitegen.relations import lexis
from sitegen.relations.arguments import Arg
from sitegen.relations.clauses.participles import suffered
from sitegen.relations.clauses.senses import verb_before, works
from sitegen.relations.clauses.walk import Walk

_THIRD = frozenset({"s"})


def read_relative(walk: Walk, k: int) -> None:
    """Make what the relative at chunk `k` means the subject of what follows."""
    walk.main.append(walk.subject)
    walk.ahead = not walk.clause_verb
    if not walk.near and walk.subject and walk.at.kind(k - 1) == ",":
        walk.pattern = "clause, which"
        if _needs(walk, k + 1):
            # "A results in an unnamed thing, which depends on B"
            walk.subject = []
        return
    walk.pattern = "relative"
    if _is_nameless(walk, k - 1) or _is_last_nameless(walk, k):
        # "A in cells that express B"
        walk.subject = []
        return
    known = {a.name for a in walk.near}
    subject = list(walk.near if all(a.name in known for a in walk.nouns.last) else walk.nouns.last)
    if walk.at.word(k) == "that":
        subject = _of_last_noun(walk, k, subject)
    if not subject and _by_pathway(walk, k) and not _describes(walk, k + 1):
        subject = list(walk.main[-1] or [])
    if len(subject) > 1 and singular(walk, k + 1) and not _of_all(walk, k, subject):
        subject = [] if _listed_examples(walk, k) else subject[-1:]
    walk.subject = _meant(walk, k, subject)


def _of_all(walk: Walk, k: int, nouns: list[Arg]) -> bool:
    """Whether what becomes of all `nouns` leads somewhere: "loss of A and B that results in C"."""
    effect = nouns[0].effect
    told = effect is not None and walk.chunks[k + 1].verb in lexis.OUTCOME_VERBS
    return told and all(a.changed and a.effect is effect for a in nouns)


def is_whose(walk: Walk, k: int) -> bool:
    """Whether the phrase at chunk `k` names what becomes of the noun before it: "A, whose expression is induced"."""
    at = walk.at
    if at.kind(k) != "N" or not at.phrase(k).hollow or at.phrase(k).effect is None or at.kind(k + 1) != "V":
        return False
    j = k - 1
    while at.kind(j) in (",", "S"):
        j -= 1
    names = at.phrase(j).names if at.kind(j) == "N" else ()
    return any(a.name in names for a in walk.near)


def whose(walk: Walk, k: int) -> int:
    """Make what becomes of the noun before the phrase at `k` the subject of what follows; returns the chunk after `k`."""
    phrase = walk.at.phrase(k)
    walk.main.append(walk.subject)
    walk.subject = [Arg(a.name, phrase.sign, phrase.effect, a.chain, phrase.unsigned, True) for a in walk.near]
    walk.pattern, walk.patient, walk.clause_verb = "relative", [], False
    return k + 1


def _by_pathway(walk: Walk, k: int) -> bool:
    """Whether the relative at `k` means an unnamed pathway that was activated: "A activates a cascade that leads to B"."""
    verb = walk.verb
    return (
        walk.at.kind(k - 1) == "N"
        and walk.at.kind(k - 2) == "V"
        and walk.at.phrase(k - 1).head in lexis.CHAIN
        and verb is not None
        and verb.sign > 0
        and not walk.last_passive
        and not walk.undone
    )


def _of_last_noun(walk: Walk, k: int, nouns: list[Arg]) -> list[Arg]:
    """Of "B activation and secretion of C that" C alone, of "B and C that" both."""
    at = walk.at
    if at.kind(k - 1) != "N" or at.word(k - 2) != "of" or at.kind(k - 3) != "N" or at.kind(k - 4) != "C":
        return nouns
    last = {name for name in at.phrase(k - 1).names}
    return [a for a in nouns if a.name in last]


def _meant(walk: Walk, k: int, nouns: list[Arg]) -> list[Arg]:
    """What the relative at `k` means, where `nouns` stand before it."""
    after_comma = walk.at.kind(k - 1) == ","
    if walk.at.kind(k - 1 - after_comma) == "V" and walk.last_passive and walk.patient:
        # "A is lowered, which activates B": less A does
        return suffered(walk)
    if _describes(walk, k + 1) or works(walk, k + 1):
        # "loss of A, which is involved in B", "loss of A, which phosphorylates B": A is, A does
        return [a.unturned() for a in nouns]
    if _disagrees(walk, k) and _acted_against(walk):
        walk.pattern = "object, which"
        return _event(walk)
    if not after_comma and walk.at.kind(k + 1) == "V" and _acted_against(walk):
        verb = walk.chunks[k + 1].verb
        able = walk.tokens[walk.chunks[k + 1].low].low in lexis.ABLE_FORMS
        if verb in lexis.STOPPING_VERBS or (walk.at.word(k) == "which" and not able and verb in lexis.OUTCOME_VERBS):
            # "A inhibits B that in turn prevents C": B, or that there is less of it
            return []
    if after_comma and walk.at.kind(k + 1) == "V":
        if _tells_event(walk, k):
            walk.pattern = "object, which"
            return _event(walk)
        verb = walk.chunks[k + 1].verb
        if (verb in lexis.STOPPING_VERBS and _lessened(walk, k)) or (
            (verb in lexis.EITHER_VERBS or verb in lexis.LESSENING_VERBS) and _acted_against(walk)
        ):
            # "A reduces B, which blocks C": B, or that there is less of it
            return []
    does = after_comma and walk.at.kind(k + 1) == "V" and not walk.chunks[k + 1].passive and not _acted_against(walk)
    return [_modified(a) for a in nouns] if does else nouns


def _modified(arg: Arg) -> Arg:
    """ "Ubiquitination of A, which activates B": that, or A, does so."""
    told = arg.unsigned and arg.sign > 0 and arg.effect is not None and arg.effect.group == "regulation"
    return arg._replace(unsigned=False) if told else arg


def _disagrees(walk: Walk, k: int) -> bool:
    """Whether a plural stands before the relative at `k`, and a verb with -s after it: "blocks the channels, which raises A"."""
    before = k - 1 - (walk.at.kind(k - 1) == ",")
    if walk.at.word(k) != "which" or walk.at.kind(before) != "N" or not singular(walk, k + 1):
        return False
    return walk.last_word(walk.chunks[before]) in lexis.SEVERAL_NOUNS


def _is_nameless(walk: Walk, k: int) -> bool:
    """Whether the phrase at `k` is about something, but names nothing that could act."""
    if walk.at.kind(k) != "N" or walk.at.kind(k - 1) not in ("P", "C"):
        return False
    phrase = walk.at.phrase(k)
    return not phrase.names and not phrase.hollow and phrase.effect is None and phrase.head not in lexis.TRANSPARENT


def _is_last_nameless(walk: Walk, k: int) -> bool:
    """Whether the relative at `k` means one unnamed thing that an "and" joins to names: "A and its B domain, which binds C".

    So it does in "A and a region containing B that binds C", where it may mean B too.
    """
    at = walk.at
    before = k - 1 - (at.kind(k - 1) == ",")
    if at.kind(before - 1) == "V" and walk.chunks[before - 1].verb in lexis.HOLDING_VERBS:
        return at.kind(before - 3) == "C" and _is_nameless(walk, before - 2)
    if at.kind(before - 1) != "C" or at.kind(before) != "N" or not singular(walk, k + 1):
        return False
    phrase = at.phrase(before)
    return _is_nameless(walk, before) or (not phrase.names and phrase.head in lexis.DOMAINS_NOUNS)


def _describes(walk: Walk, k: int) -> bool:
    """Whether the verb group at `k` says what something is or is for: "is", "is involved", "is required"."""
    chunk = walk.chunks[k] if walk.at.kind(k) == "V" else None
    return chunk is not None and (chunk.verb == "be" or (chunk.passive and chunk.verb in lexis.DESCRIBING_VERBS))


def _needs(walk: Walk, k: int) -> bool:
    """Whether the verb at `k` says what something comes of: "depends on", "requires"."""
    senses = lexis.SENSES.get(walk.chunks[k].verb, ()) if walk.at.kind(k) == "V" else ()
    return bool(senses) and all(sense.inverse for sense in senses)


def _tells_event(walk: Walk, k: int) -> bool:
    """Whether "which" at chunk `k` means what was said: "A inhibits B, which leads to C" is about less B.

    So is "A reduces B, which lowers C"; in "A inhibits B, which inhibits C" it is B itself.
    """
    verb = walk.chunks[k + 1].verb
    return (
        (verb in lexis.OUTCOME_VERBS or verb in lexis.LETTING_VERBS or (verb in lexis.EASING and _lessened(walk, k)))
        and walk.verb is not None
        and (walk.verb.sign < 0 or walk.verb.group == "binding")
        and not walk.last_passive
        and bool(walk.object)
        and walk.object == walk.near
    )


def _acted_against(walk: Walk) -> bool:
    """Whether the verb before acts against its object, after which "which" stands."""
    verb = walk.verb
    return verb is not None and verb.sign < 0 and not walk.last_passive and bool(walk.object) and walk.object == walk.near


def _event(walk: Walk) -> list[Arg]:
    """What a verb did, as a subject: its object with the verb's sign; who binds, where it binds."""
    verb = walk.verb
    if verb is None or verb.group == "binding":
        return list(walk.main[-1] or []) if walk.main else []
    return [a.turned(verb.sign) for a in walk.object]


def _lessened(walk: Walk, k: int) -> bool:
    """Whether the verb before chunk `k` says that there is less of something."""
    return verb_before(walk, k) in lexis.LESSENING_VERBS


def _listed_examples(walk: Walk, k: int) -> bool:
    """Whether what stands before chunk `k` is a list of examples, so that "which" may mean what they are of."""
    for chunk in reversed(walk.chunks[:k]):
        if chunk.kind == "E":
            return True
        if chunk.kind not in ("N", ",", "C"):
            return False
    return False


def singular(walk: Walk, k: int) -> bool:
    """Whether the verb group at `k` has the -s of one subject: "A, B and C, which activates D"."""
    if walk.at.kind(k) != "V":
        return False
    chunk = walk.chunks[k]
    first = next((t for t in walk.tokens[chunk.low : chunk.high] if t.tag != "A"), walk.tokens[chunk.low])
    return first.low in lexis.ONE_FORMS or (first.tag == "V" and lexis.KINDS.get(first.low) == _THIRD)
