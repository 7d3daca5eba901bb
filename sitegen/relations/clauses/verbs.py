"""Which family a verb group is read by, and who its subject is: active, passive, "to V", "it V", past tense or participle.

"B blocks used to build C", "A allows B to bind C" (B 0 C), "A activates B and inhibits C", "the ability of A to bind B".
"""

from __future__ import annotations

from sitegen.relations import lexis
from sitegen.relations.arguments import Arg
from sitegen.relations.clauses.actives import active
from sitegen.relations.clauses.agents import awaits
from sitegen.relations.clauses.conversions import form, made, makes, step_by, substrates, turns
from sitegen.relations.clauses.participles import participle, suffered
from sitegen.relations.clauses.passives import REDUCED, passive
from sitegen.relations.clauses.past_verbs import goes_back, goes_on
from sitegen.relations.clauses.predicates import copula
from sitegen.relations.clauses.senses import has_preposition, verb_before, works
from sitegen.relations.clauses.walk import Walk
from sitegen.relations.groups.joining import is_process

_SETTING = ("activation", "binding")


def read_verb(walk: Walk, k: int) -> int:
    """Read the verb group at chunk `k` with what it governs; returns the chunk after that."""
    chunk = walk.chunks[k]
    before = walk.at.kind(k - 1)
    form = chunk.form
    if chunk.hedged:
        walk.hedged = True
    if before == "C" and walk.denied and (chunk.base or chunk.verb in lexis.OUTCOME_FORMS):
        # "cannot be completed and will result in Y": what is not done leads there
        chunk.negated = True
    if form == "fin":
        walk.denied = chunk.negated
        if walk.main and len(walk.main) > 1 and _ends_relatives(walk, k):
            # "A that binds B that is cut activates C": A does
            walk.subject, walk.pattern = walk.main[0], ""
            walk.main.clear()
    if form == "ing":
        return participle(walk, k, before)
    if form == "ed" and not chunk.passive:
        return _past(walk, k, before)
    if form == "inf":
        return _infinitive(walk, k, before)
    if chunk.verb == "be" or chunk.verb == "":
        return copula(walk, k)
    if chunk.passive:
        return passive(walk, k, _patient(walk, k), "passive")
    coordinated = before in ("C", ",") and walk.verb is not None
    if coordinated and chunk.base and walk.last_form == "inf" and walk.last_subject is not None:
        # "B is inhibited to reduce C and block D": what reduces blocks
        after = active(walk, k, walk.last_subject, walk.last_pattern)
        walk.last_form = "inf"
        return after
    if coordinated and walk.last_passive and walk.patient and chunk.verb in lexis.OUTCOME_VERBS:
        # "A is inhibited and leads to B": less A does
        return active(walk, k, suffered(walk), "coordinated verb")
    return active(walk, k, walk.subject, walk.pattern or ("coordinated verb" if coordinated else "active"))


def _ends_relatives(walk: Walk, k: int) -> bool:
    """Whether the verb at `k` is the second one after the last "that", so that it is none of that one's."""
    for chunk in reversed(walk.chunks[:k]):
        if chunk.kind == "V" and chunk.form == "fin":
            return True
        if chunk.kind not in ("N", "P", "V"):
            return False
    return False


def _patient(walk: Walk, k: int) -> list[Arg] | None:
    """What the passive verb at `k` is said of."""
    if walk.pattern in ("clause, which", "this"):
        # what was said is nothing that can be acted on
        return []
    effect = walk.effect_subject
    if effect is not None and walk.subject is effect.args:
        # "the effect of A on B is mediated by C" is about B
        return [a.turned(effect.on_sign or 1).doubtful(not effect.on_sign) for a in effect.on]
    if walk.subject and walk.chunks[k].verb in lexis.REVERSING_VERBS:
        # "the A pathway is reversed": from what is not said
        return [a for a in walk.subject if a.changed or a.effect or is_process(a)]
    return walk.subject


def _past(walk: Walk, k: int, before: str) -> int:
    """A form with -ed alone: a passive that goes on ("is cut and degraded"), one after its noun, or the past tense."""
    if before == "C" and walk.last_passive and (walk.patient or walk.subject == []):
        # "it is cut by A and moved by B": B does nothing to A
        return passive(walk, k, list(walk.patient), "passive")
    if before == "," and walk.last_passive and walk.patient and walk.chunks[k].verb in lexis.MEDIATING_VERBS:
        # "A is conjugated to B, mediated by C": C acts on A
        return passive(walk, k, list(walk.patient), REDUCED)
    back = before in ("C", ",") and goes_back(walk, k)
    if back:
        walk.subject, walk.pattern = walk.main.pop(), ""
        walk.main.clear()
    if before == "," and walk.subject and (back or walk.last_form == "ed") and goes_on(walk, k):
        return active(walk, k, walk.subject, walk.pattern or "coordinated verb")
    by = walk.at.kind(k + 1) == "P" and walk.at.word(k + 1) == "by"
    if by and before == "S" and walk.at.word(k - 1) in lexis.IN_PASSING_WORDS and not walk.near and walk.at.kind(k + 2) == "N":
        return awaits(walk, k)
    if by and before == "N":
        # the nearest noun, with the sign that "loss of" gives it
        if walk.at.kind(k - 2) == "C" and _is_unnamed(walk, k - 1):
            # "import by A, and export pathways mediated by B"
            return passive(walk, k, [], REDUCED)
        after = step_by(walk, k) if walk.at.kind(k + 2) == "N" else 0
        if after:
            return after
        names = {a.name for a in walk.nouns.last}
        walk.near = [a for a in walk.near if a.name in names] or walk.nouns.last
    if by or not _acts(walk, k, before):
        # "to form A and catalyzed by E": who is said to be catalyzed is not A
        near = [] if by and before == "C" and walk.last_form == "inf" else list(walk.near)
        return passive(walk, k, near, REDUCED if by else "")
    return active(walk, k, walk.subject, walk.pattern or "active")


def _is_unnamed(walk: Walk, k: int) -> bool:
    """Whether the noun phrase at `k` is about pathways, but names none."""
    phrase = walk.at.phrase(k)
    return not phrase.names and not phrase.agents and phrase.head in lexis.CHAIN


def _acts(walk: Walk, k: int, before: str) -> bool:
    """Whether a form with -ed is the past tense of its clause: "A activated B"."""
    return (
        before in ("N", "R", "C", ",")
        and not (before == "N" and walk.chunks[k].verb in lexis.JOINING_VERBS)
        and bool(walk.subject)
        and (walk.verb is None or before in ("C", "R"))
        and (walk.at.kind(k + 1) == "N" or has_preposition(walk, k))
    )


def _infinitive(walk: Walk, k: int, before: str) -> int:
    """ "To V": the subject does it, or who is allowed to."""
    chunk, at = walk.chunks[k], walk.at
    chunk.negated |= k > 0 and walk.denied
    named = before == "N" and at.word(k - 2) == "of" and at.kind(k - 3) == "N"
    if named and walk.last_word(walk.chunks[k - 3]) in lexis.ABLE_NOUNS:
        # "the ability of A to bind B"
        return _enabled(walk, k)
    if before == "N" and walk.last_word(walk.chunks[k - 1]) in lexis.ABLE_NOUNS and walk.verb is not None and walk.verb.sign < 0:
        # "A impairs its ability to inhibit B"
        return active(walk, k, [], "to V")
    if walk.raising and before == "N" and walk.object and walk.tokens[chunk.low].low == "to":
        return active(walk, k, list(walk.object), "object to V")
    if chunk.passive:
        return passive(walk, k, [] if walk.pattern == "this" else walk.subject, "passive")
    if chunk.verb == "be" and before == "V" and walk.last_passive:
        return copula(walk, k)  # "A is known to be an inhibitor of B"
    if before == "J" and at.word(k - 1) in lexis.PRONOUNS_WORDS:
        # "A activates B, causing it to bind C": which of them is not seen
        return active(walk, k, [], "to V")
    if turns(walk, k):
        return made(walk, k)
    sources = substrates(walk, k)
    after = active(walk, k, _doer(walk, k), "to V")
    if sources:
        form(walk, sources)
    return after


def _enabled(walk: Walk, k: int) -> int:
    """ "The ability of A to bind B"; after "X reduces the ability of A to bind B, leading to C" it is X that leads to C."""
    before = walk.subject, walk.verb, walk.object, walk.pattern, walk.listed
    last = walk.last_form, walk.last_subject, walk.last_pattern, walk.last_passive, walk.patient
    walk.subject = list(walk.nouns.last)
    after = active(walk, k, walk.subject, "to V")
    goes_on = walk.at.kind(after) in (",", "C") and walk.at.kind(after + 1) == "V" and walk.chunks[after + 1].form == "ing"
    if last[0] and goes_on:
        walk.subject, walk.verb, walk.object, walk.pattern, walk.listed = before
        walk.last_form, walk.last_subject, walk.last_pattern, walk.last_passive, walk.patient = last
    return after


def _binds(walk: Walk, k: int) -> bool:
    """Whether the verb at chunk `k` is one of binding."""
    senses = lexis.SENSES.get(walk.chunks[k].verb, ())
    return bool(senses) and all(sense.group == "binding" for sense in senses)


def _doer(walk: Walk, k: int) -> list[Arg] | None:
    """Who does what the "to V" at chunk `k` says."""
    before = walk.chunks[k - 1] if k else None
    if before is not None and before.form == "ed" and before.verb in lexis.USING_VERBS:
        # "B blocks used to build C": the user is not named
        return list(walk.near)
    if walk.verb is not None and walk.verb.group == "conversion" and walk.object and _binds(walk, k):
        return list(walk.object)  # "A converts B to C to bind D": C does
    if _is_set_to_work(walk, k):
        return list(walk.object)
    if walk.last_passive and walk.patient and makes(walk.chunks[k].verb) and _is_made(walk, k):
        return list(walk.agents)  # "A is synthesized from B by E to form C": E does, and not A
    if walk.last_passive and walk.agents and not lexis.SENSES.get(walk.main_verb, ()):
        # "A is characterized by B to make C"
        return walk.agents
    if walk.last_passive and walk.patient and walk.patient_sign < 0 and not makes(walk.chunks[k].verb):
        # "A is inhibited to reduce B": less A does
        return [a.turned(walk.patient_sign) for a in walk.patient]
    if walk.subject and _with_partner(walk, k):
        return [*walk.subject, *walk.near]
    return walk.subject


def _is_set_to_work(walk: Walk, k: int) -> bool:
    """Whether the object before the "to V" at `k` does it: "A activates B to phosphorylate C"."""
    led = walk.verb is not None and walk.verb.group in _SETTING and verb_before(walk, k) in lexis.SETTING_VERBS
    return led and bool(walk.object) and walk.object == walk.near and not walk.last_passive and works(walk, k)


def _is_made(walk: Walk, k: int) -> bool:
    """Whether the verb group before chunk `k` says of its subject that it is made: "A is synthesized"."""
    before = next((c for c in reversed(walk.chunks[:k]) if c.kind == "V"), None)
    return before is not None and before.passive and makes(before.verb)


def _with_partner(walk: Walk, k: int) -> bool:
    """Whether who is named before the "to V" at `k` does it too: "A cooperates with B to activate C"."""
    together = walk.at.kind(k - 1) == "N" and walk.at.word(k - 2) == "with" and not walk.undone
    return together and verb_before(walk, k) in lexis.COOPERATING_VERBS
