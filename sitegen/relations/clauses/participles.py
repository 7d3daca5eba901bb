"""Participles: ", reducing C", "by reducing C", "in reducing C", "reducing C" as a subject.

Edges: "A inhibits B, reducing C" gives A - B, B + C and A - C; "A activates B by reducing C" A - C; "Reducing A activates
B" A - B; "B is inhibited, leading to C" B - C; "A binding to B activates C" B + C.
"""

from __future__ import annotations

from sitegen.relations import lexis
from sitegen.relations.arguments import Arg, Edge, start_of
from sitegen.relations.clauses.actives import active
from sitegen.relations.clauses.agents import awaits
from sitegen.relations.clauses.conversions import made, turns, unmade
from sitegen.relations.clauses.passives import passive
from sitegen.relations.clauses.senses import has_preposition, verb_before, verb_with_object
from sitegen.relations.clauses.walk import INTRANSITIVE, Listed, Walk
from sitegen.relations.lexis import Sense

_GOES_ON = ("by V-ing", "in V-ing", "listed V-ing")
"""Patterns whose subject the next participle after a comma has too."""
_BINDING = "binding"
_TOUCHING = ("binding", "phosphorylation", "dephosphorylation", "modification")
"""Groups of verbs that say what is done to a molecule, not whether there is more or less of it."""


def participle(walk: Walk, k: int, before: str) -> int:
    """Read the participle at `k`, `before` being the kind of the chunk before it; returns the chunk after what it governs."""
    chunk = walk.chunks[k]
    if chunk.passive:
        if before == "P" and not walk.near and walk.at.word(k + 1) == "by" and walk.at.kind(k + 2) == "N":
            return awaits(walk, k)
        return passive(walk, k, list(walk.near), "")
    if before in ("N", ",") and turns(walk, k) and unmade(walk, k):
        # "A is oxidized by E, producing B"
        return made(walk, k)
    if before == "K":
        # "A grows as a result of activating B": who does is not said
        _, walk.near, after = verb_with_object(walk, k)
        return after
    if before == "P":
        after = _after_preposition(walk, k, walk.at.word(k - 1))
        if after:
            return after
    if before == "N":
        token = walk.tokens[chunk.low - 1]
        if token.tag != "A" or token.low not in lexis.SO_WORDS:
            return _after_noun(walk, k)
        # "A reduces B thus increasing C" goes on as after a comma
        before = ","
    if before == "" or walk.subject is None:
        return _gerund(walk, k, before)
    return _after_clause(walk, k, before, walk.subject)


# --- "by V-ing", "in V-ing" ---------------------------------------------------------------------------------------------


def _after_preposition(walk: Walk, k: int, word: str) -> int:
    """ "By V-ing" keeps the subject, "in V-ing" after a verb too; 0 where the preposition says nothing of it."""
    if word in lexis.MEANS_WORDS:
        if walk.subject is None:
            sense, args, after = verb_with_object(walk, k)
            if sense is not None:
                walk.deferred.append((sense, args, walk.chunks[k]))
            return after
        return active(walk, k, [] if walk.patient and not walk.subject else walk.subject, "by V-ing")
    if word not in lexis.ASIDE_PARTICIPLE_WORDS:
        return 0
    if word in lexis.AWAY_WORDS and _is_kept(walk, k):
        return active(walk, k, [a.itself() for a in walk.object], "object to V")
    if word in ("in", "for") and walk.verb is not None:
        return active(walk, k, walk.subject, "in V-ing")
    if word == "in" and walk.subject and walk.at.kind(k - 2) == "N":
        # "the role of A in reducing B"
        return active(walk, k, walk.subject, "title in V-ing")
    sense, walk.near, after = verb_with_object(walk, k)
    if sense is not None and sense.group == _BINDING and walk.subject is None and word in lexis.UPON_WORDS:
        # "Upon binding to A, B activates C"
        walk.deferred.append((sense, walk.near, walk.chunks[k]))
        walk.near = []
    return after


def _is_kept(walk: Walk, k: int) -> bool:
    """Whether the verb before keeps its object from doing what the participle at `k` says: "A prevents B from activating C"."""
    verb = walk.verb
    kept = verb is not None and verb.sign < 0 and walk.object and walk.object == walk.near
    return bool(kept) and walk.at.kind(k - 2) == "N" and not walk.last_passive and not walk.undone


# --- "A V-ing B" --------------------------------------------------------------------------------------------------------


def _after_noun(walk: Walk, k: int) -> int:
    """A participle right after a noun: the noun acts, or what was said before."""
    verb, chunk = walk.verb, walk.chunks[k]
    if chunk.verb in lexis.HOLDING_VERBS:
        return _holds(walk, k)
    if verb is INTRANSITIVE and walk.subject and (not walk.near or _is_strange(walk.main_verb)):
        # "A moves to the nucleus inducing B", "A flurbed B inducing C"
        return active(walk, k, walk.subject, "subject, V-ing")
    if chunk.verb in lexis.OUTCOME_VERBS:
        if verb is not None and verb.group != _BINDING and not walk.last_passive and walk.object and walk.near == walk.object:
            return _outcome(walk, k, verb)
        if verb is not None and verb.group == _BINDING and walk.subject:
            return active(walk, k, list(walk.subject), "subject, V-ing")
        if walk.last_passive and walk.patient:
            if _opens_after_comma(walk, k) and not walk.nouns.last:
                return verb_with_object(walk, k)[2]
            return _goes_on(walk, k, suffered(walk), "patient, V-ing", [], "")
    elif (
        walk.at.kind(k - 2) == "P"
        and walk.at.word(k - 2) in lexis.PLACES_WORDS
        and not (walk.at.kind(k - 3) == "V" and has_preposition(walk, k - 3))
    ):
        # "A in the B cortex inducing C": where it is does nothing; but in "A results in B inducing C" B does
        return verb_with_object(walk, k)[2]
    return _noun_acts(walk, k)


def _is_strange(verb: str) -> bool:
    """Whether no table knows a verb: what its object then does is not seen."""
    return bool(verb) and verb not in lexis.SENSES


def _opens_after_comma(walk: Walk, k: int) -> bool:
    """Whether the noun before chunk `k` begins what comes after a comma: "A is lost, the number of B leading to C is less"."""
    at = walk.at
    j = k - 1
    while at.kind(j) == "N" and at.kind(j - 1) == "P" and at.kind(j - 2) == "N":
        j -= 2
    return j > 0 and at.kind(j - 1) == ","


def _holds(walk: Walk, k: int) -> int:
    """ "A complex holding A and B" is not A and B."""
    near, last = walk.near, walk.nouns.last
    after = walk.nouns.group(k + 1)[1] if walk.at.kind(k + 1) == "N" else k + 1
    walk.near, walk.nouns.last = near, last
    return after


def _outcome(walk: Walk, k: int, verb: Sense) -> int:
    """ "A inhibits B leading to C"."""
    if verb.sign < 0 and walk.at.phrase(k - 1).head in lexis.CHAIN:
        # "A inhibits the B pathways leading to C": that B leads to C is no consequence of A
        return active(walk, k, [a.itself() for a in walk.near], "noun V-ing")
    return _both(walk, k, Listed(list(walk.subject or []), list(walk.object), verb, walk.near))


def _noun_acts(walk: Walk, k: int) -> int:
    """ "The A inhibiting B"; of "A binding to B activates C" it is B that activates."""
    verb, near = walk.verb, list(walk.near)
    phrase = walk.at.phrase(k - 1)
    if walk.at.kind(k - 2) == "C" and not phrase.names and phrase.effect is None:
        # "A and viral proteins interacting with B"
        near = []
    if verb is not None and verb.sign <= 0 and near == walk.object and walk.chunks[k].verb in lexis.CHANGING_VERBS:
        # "A inhibits B increasing C": B or less B
        near = [a.doubtful() for a in near]
    opens = verb is None and bool(walk.subject) and walk.at.kind(k - 2) != "P"
    unnamed = verb is None and not walk.subject and not near and not walk.clause_verb
    binds = walk.chunks[k].verb in lexis.BINDING_VERBS and walk.at.word(k + 1) in lexis.JOINING_WORDS
    if binds and walk.at.kind(k - 2) == "C":
        near = [a for a in near if a.name in phrase.names] or near  # "loss of A and B binding to C"
    after = active(walk, k, near, "noun binding to Y" if binds else "noun V-ing")
    if not walk.at.finite_at(after) or walk.verb is None or not walk.object:
        return after
    if opens and walk.verb.group == _BINDING and walk.chunks[k].verb not in lexis.MUTUAL_VERBS:
        walk.subject, walk.verb = list(walk.object), None
    elif unnamed and walk.verb.sign:
        # "compounds inhibiting A activate B": less A does
        walk.subject, walk.verb = [a.turned(walk.verb.sign, changed=True) for a in walk.object], None
    return after


# --- "V-ing B activates C" ----------------------------------------------------------------------------------------------


def _gerund(walk: Walk, k: int, before: str) -> int:
    """ "Inhibiting A reduces B": the gerund's object is what acts."""
    chunk, at = walk.chunks[k], walk.at
    sense, args, after = verb_with_object(walk, k, opens=before == "")
    end = after
    while at.kind(end) == "P" and at.kind(end + 1) == "N":
        end += 2
    gives = sense is None and chunk.verb in lexis.GIVING_VERBS
    # "In contrast, inhibiting A reduces B"
    opens = before != "," or not walk.last_form
    if (sense is not None or gives) and opens and at.finite_at(end):
        turn = -1 if chunk.verb in lexis.TARGETING_VERBS else sense.sign if sense is not None and sense.sign else 1
        walk.subject = [a.turned(turn, changed=True) for a in args]
        walk.pattern = "gerund"
        return end
    if sense is not None and before != ",":
        walk.deferred.append((sense, args, chunk))
    return after


# --- ", V-ing" ----------------------------------------------------------------------------------------------------------


def _after_clause(walk: Walk, k: int, before: str, subject: list[Arg]) -> int:
    """A participle after a comma, a semicolon or an "and": what was said goes on."""
    chunk, at = walk.chunks[k], walk.at
    averted = walk.averted and walk.last_passive and walk.patient and chunk.verb in lexis.OUTCOME_VERBS
    if before == "," and walk.undone and not averted:
        # "unable to inhibit A, leading to B"
        chunk.negated = True
    if before in (";", "E") and sum(c.kind == "V" and c.form == "ing" for c in walk.chunks) < 2:
        # "three groups: activating E2Fs …" lists no deeds
        return verb_with_object(walk, k)[2]
    if before in (";", "E") or (before == "C" and at.kind(k - 2) == ";"):
        return active(walk, k, subject, "listed V-ing")
    listed = before == "C" or (before == "," and _participles_end(walk, k))
    if listed and walk.last_form == "ing" and walk.listed is not None:
        return _both(walk, k, walk.listed)
    if before == "," and not listed and walk.last_pattern == "by V-ing" and _comes_of(walk, k):
        return _both(walk, k, Listed(list(walk.last_subject or []), list(walk.object), walk.verb, walk.near))
    if (listed and walk.last_form in ("ing", "inf")) or (
        before == "," and walk.last_form == "ing" and walk.last_pattern in _GOES_ON
    ):
        return active(walk, k, walk.last_subject, walk.last_pattern)
    if before == "C" and walk.verb is not None and not walk.last_passive:
        # "A inhibits B as well as enhancing C"
        return active(walk, k, subject, "subject, V-ing")
    return _goes_on_from(walk, k, subject)


def _comes_of(walk: Walk, k: int) -> bool:
    """Whether the participle at `k` tells what comes of the deed before: "by inhibiting A, leading to B", "thereby V-ing B"."""
    chunk, verb = walk.chunks[k], walk.verb
    if walk.last_form != "ing" or verb is None or not verb.sign or not walk.object or walk.object != walk.near:
        return False
    return chunk.verb in lexis.OUTCOME_VERBS or walk.tokens[chunk.low - 1].low in lexis.SO_WORDS


def _goes_on_from(walk: Walk, k: int, subject: list[Arg]) -> int:
    """ ", V-ing" of a single participle: from the object, from what a passive was said of, or from the subject."""
    verb = walk.verb
    if verb is not None and verb.group == "conversion" and walk.chunks[k].verb in lexis.USING_UP_VERBS:
        # "A converts B to C, depleting B": A does
        return active(walk, k, subject, "subject, V-ing")
    if verb is not None and verb.group in _TOUCHING and not walk.last_passive and walk.chunks[k].verb in lexis.FREEING_VERBS:
        return active(walk, k, subject, "subject, V-ing")  # "A phosphorylates B, releasing C": A does
    if verb is not None and walk.object and verb.group != _BINDING and not walk.last_passive:
        # the subject reaches the end through the object
        return _both(walk, k, Listed(subject, list(walk.object), verb, walk.near))
    if walk.last_passive and walk.agents and walk.chunks[k].verb in lexis.USING_UP_VERBS:
        return active(walk, k, walk.agents, "agent, V-ing")  # "B is formed by A, catalyzing C"
    if walk.last_passive and walk.patient:
        # "A is not cut by B, leading to C" says nothing of B
        return _goes_on(walk, k, suffered(walk), "patient, V-ing", [] if walk.undone else walk.agents, "agent, V-ing")
    if verb is INTRANSITIVE and walk.last_pattern == "object to V" and walk.last_subject:
        # "A allows B to accumulate, resulting in C": B does
        subject = walk.last_subject
    if verb is INTRANSITIVE and walk.main_verb in lexis.LEAVING_VERBS:
        # "A dissociates from B, resulting in C": less A there, more C
        subject = [a.doubtful() for a in subject]
    return active(walk, k, subject, "subject, V-ing")


def _participles_end(walk: Walk, k: int) -> bool:
    """Whether participles go on to an "and V-ing", so that they are one list: "by A-ing X, B-ing Y and C-ing Z"."""
    at = walk.at
    for j in range(k + 1, min(k + 30, len(walk.chunks) - 1)):
        kind = at.kind(j)
        if kind == "C" and at.kind(j + 1) == "V":
            return walk.chunks[j + 1].form == "ing"
        if kind not in ("N", ",", "P", "C", "V") or at.finite_at(j):
            return False
    return False


def _both(walk: Walk, k: int, told: Listed) -> int:
    """ ", V-ing" after an object: an arrow from the object, and one from the subject."""
    if _owned_effect(walk, k + 1) or verb_before(walk, k) in lexis.RELOCATING_VERBS:
        # "A activates B, reducing its effect on C": A does, however it be B's effect; "A removes B, inducing C": or less B
        return active(walk, k, told.subject, "subject, V-ing")
    turn = told.verb.sign if told.verb is not None and told.verb.sign else 1
    flow = [a.turned(turn) for a in told.result]
    after = _goes_on(walk, k, flow, "object, V-ing", told.subject, "subject, V-ing")
    if flow:
        walk.listed = told
        walk.last_form = "ing"
    return after


def _owned_effect(walk: Walk, k: int) -> bool:
    """Whether the phrase at chunk `k` is "its effect" or the like."""
    return walk.at.kind(k) == "N" and walk.at.first(k) in lexis.OWNERS_WORDS and walk.at.phrase(k).head in lexis.EFFECT_ON


def suffered(walk: Walk) -> list[Arg]:
    """What the passive verb before was said of, with the verb's sign: after "B is inhibited" there is less B."""
    unsigned = walk.verb is not None and walk.verb.group in ("regulation", "modification")
    return [a.turned(walk.patient_sign).doubtful(unsigned) for a in walk.patient]


def _goes_on(walk: Walk, k: int, flow: list[Arg], pattern: str, subject: list[Arg], subject_pattern: str) -> int:
    """An arrow from what was acted on, and with the same end one from each of what acted on it."""
    mark = len(walk.edges)
    doubtful = {start_of(a) for a in flow if a.unsigned} if subject else set()
    # "A alters B, leading to more C": what B does has no sign, what A does has one
    after = active(walk, k, [a._replace(unsigned=False) for a in flow] if doubtful else flow, pattern)
    for i, edge in enumerate(walk.edges[mark:], mark):
        if edge.pattern != pattern:
            continue
        if edge.source in doubtful:
            walk.edges[i] = edge._replace(sign=0)
        for a in flow:
            if start_of(a) == edge.source:
                for s in subject:
                    sign = 0 if s.unsigned else s.sign * edge.sign * a.sign
                    told = "this" if any(s.name == a.name for a in walk.borrowed) else subject_pattern
                    walk.edges.append(Edge(start_of(s), edge.target, edge.type, sign, told, edge.hedged))
    return after
