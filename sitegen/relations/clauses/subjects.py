"""Noun groups where no verb governs them: a clause's subject, an apposition, what hangs on a small word.

Edges: "A, an inhibitor of B, …" gives A - B; "A acts on B by activation of C" A + C; "B increases in response to A" A + B.
"""

from __future__ import annotations

from sitegen.model.relation import RelationType
from sitegen.relations import lexis
from sitegen.relations.arguments import Arg, Group
from sitegen.relations.clauses.agents import awaits_after
from sitegen.relations.clauses.predicates import predicate
from sitegen.relations.clauses.relatives import is_whose, singular, whose
from sitegen.relations.clauses.senses import bear, binds, own_agent, relate
from sitegen.relations.clauses.walk import Walk
from sitegen.relations.groups.joining import is_process
from sitegen.relations.names.symbols import RESIDUE

_CHANGING = ("activation", "inhibition", "repression", "breakdown")
"""Groups of nouns of change that say how much there is of something."""
_BEFORE_CLAUSE = (",", ";", "S")
"""Kinds of chunks after which a clause may begin with its subject."""
_CLASSES = ("class", "bare", "unknown")
"""Kinds of names that say of what class something is."""


def read_nouns(walk: Walk, k: int) -> int:
    """Read the noun group at chunk `k`; returns the chunk after it."""
    nouns, at = walk.nouns, walk.at
    if walk.near and is_whose(walk, k) and walk.tokens[walk.chunks[k].high].low in lexis.OF_WHOM_WORDS:
        return whose(walk, k)
    if k and at.kind(k - 1) == "," and at.first(k) in lexis.PREDICATES and at.kind(k + 1) == "P" and len(walk.near) == 1:
        return _is_needed(walk, k)
    nouns.in_object = walk.clause_verb and not at.heads_clause(k)
    nouns.leading = walk.subject is None and not walk.oblique and (k == 0 or at.kind(k - 1) in _BEFORE_CLAUSE)
    nouns.fronted = walk.oblique and k == 1
    group, after = nouns.group(k, commas=not walk.oblique or walk.clause_verb)
    nouns.in_object = nouns.leading = nouns.fronted = False
    if walk.oblique:
        walk.oblique = False
        after = _oblique(walk, k, group, after)
    elif _may_be_subject(walk, k, after):
        if not _stands_beside(walk, k, group, after):
            new_subject(walk, _with_head(walk, k, group, after))
            walk.clause_verb = False
            _keep_near(walk, k, group)
    else:
        if walk.near and at.kind(k - 1) == ",":
            told = group if group.bearer is not None else own_agent(walk, k, group)
            if told is not None and told.theme:
                _named_after(walk, told)
        if after == k + 1 and at.kind(after) == "R" and _is_aside(walk, k):
            walk.nouns.last = walk.near  # "A binds B, a kinase that activates D": B does
        else:
            _keep_near(walk, k, group)
    return after


def _is_needed(walk: Walk, k: int) -> int:
    """ "A, essential for B, activates C", with the adjective at chunk `k`; returns the chunk after B."""
    verb, object_, near = walk.verb, walk.object, walk.near
    needed = [a.unturned() for a in near]
    after = predicate(walk, k + 1, needed, lexis.PREDICATES[walk.at.first(k)], walk.chunks[k], "reduced ")
    walk.verb, walk.object, walk.near = verb, object_, near
    return after


def _is_aside(walk: Walk, k: int) -> bool:
    """Whether the phrase at chunk `k` says after a comma what the object before it is: ", a kinase"."""
    at = walk.at
    said = bool(walk.near) and at.kind(k - 1) == "," and at.first(k) in lexis.INDEFINITE_WORDS and at.kind(k - 2) == "N"
    return said and at.phrase(k - 2).effect is None


def _keep_near(walk: Walk, k: int, group: Group) -> None:
    """The group is the nearest; but of "X, a kinase that …", which names nothing more, X stays it."""
    if not k or walk.at.kind(k - 1) != ",":
        walk.near = group.args
    elif not group.args and not walk.subject and walk.at.kind(k + 1) == "R" and walk.at.first(k) in lexis.DEFINITE_WORDS:
        walk.near = walk.nouns.last = []  # "In addition to genes induced by A, the gene that needs B": A does not
    elif walk.near and _says_what(walk, k, group):
        walk.nouns.last = walk.near
    elif group.args:
        walk.near = group.args


def _says_what(walk: Walk, k: int, group: Group) -> bool:
    """Whether the phrase at chunk `k` only says of what class the name before it is: "X, an exchange factor (GEF) that"."""
    if walk.at.first(k) not in lexis.INDEFINITE_WORDS or len(group.args) != 1 or walk.at.kind(k + 1) != "R":
        return False
    last, name = walk.tokens[walk.chunks[k].high - 1], group.args[0].name
    return name.kind in _CLASSES or (name.text == last.abbr and last.low in lexis.CLASS)


def _may_be_subject(walk: Walk, k: int, after: int) -> bool:
    at = walk.at
    if not walk.clause_verb or at.finite_at(after):
        return True
    return at.kind(k - 1) == "C" and (at.heads_clause(k) or (walk.ahead and bool(walk.main) and at.joins_head(k)))


def _with_head(walk: Walk, k: int, group: Group, after: int) -> Group:
    """The group at chunk `k`, and what it joins over a "which": "A, which activates B, and C inhibit D" is about A and C."""
    at = walk.at
    head = walk.main[-1] if walk.main and walk.ahead and walk.clause_verb else None
    if not head or at.kind(k - 1) != "C" or at.kind(k - 2) != "," or singular(walk, after):
        return group
    joined = Group([*head, *group.args])
    joined.units = [len(head), *group.units]
    return joined


def _stands_beside(walk: Walk, k: int, group: Group, after: int) -> bool:
    """Whether the group is no subject, but says what the one before it is, or stands where no subject can."""
    after_comma = k > 0 and walk.at.kind(k - 1) == ","
    if after_comma and walk.near and not walk.at.finite_at(after):
        told = group if group.bearer is not None else own_agent(walk, k, group)
        if told is not None and told.theme and (_has_article(walk, k) or walk.at.kind(after) == ","):
            _named_after(walk, told)
            return True
    if after_comma and walk.subject is not None and not walk.clause_verb and (walk.subject or not group.args):
        walk.near = group.args
        if walk.subject and walk.at.first(k) in lexis.INDEFINITE_WORDS:
            # "A, a cell wall protein that": A it is
            walk.near = walk.nouns.last = list(walk.subject)
        return True
    if walk.clause_verb and walk.chunks[k - 1].kind not in ("C", ",", "S", ";"):
        walk.near = group.args
        return True
    return False


def new_subject(walk: Walk, group: Group) -> None:
    """Begin a clause with its subject."""
    walk.subject = group.args
    walk.verb = None
    walk.subject_units = group.units
    walk.effect_subject = group if group.on else None
    walk.told = group if group.bearer is not None else None
    walk.main.clear()
    walk.pattern = ""
    walk.patient = []
    walk.hedged = False
    if walk.first is None:
        walk.first = group.args
    walk.recent = group.args or walk.recent
    walk.borrowed = []
    for sense, args, chunk in walk.deferred:
        relate(walk, group.args, sense, args, "by V-ing", chunk)
    walk.deferred.clear()
    for sense, agents, chunk in walk.awaited:
        relate(walk, agents, sense, group.args, "passive", chunk)
    walk.awaited.clear()


def _oblique(walk: Walk, k: int, group: Group, after: int) -> int:
    """What hangs on the small word before chunk `k`: "Upon A, …", "via A", "by activation of A"; returns the chunk after it."""
    word = walk.at.word(k - 1)
    if k == 1 and walk.at.kind(after) == "," and not awaits_after(walk, k, group):
        _set_cause(walk, k, word, group)
    if group.args or not RESIDUE.fullmatch(walk.tokens[walk.chunks[k].high - 1].text):
        # "phosphorylation of B at S99, which": B it is
        walk.near = group.args
    if word == "via" and not walk.clause_verb:
        walk.via = group.args
    effect = group.effect
    if word == "with" and effect is not None and walk.clause_verb and not walk.last_passive and _follows(walk, k):
        # "A increases B with subsequent C activation"
        for s in walk.subject or ():
            for t in group.args:
                walk.add(s, t, effect.type, s.sign * t.sign, "subject, V-ing")
    if word not in lexis.MEANS_WORDS or effect is None or group.acted:
        return after
    if any(c.verb in lexis.OCCURRING_VERBS for c in walk.chunks[max(0, k - 3) : k]):
        return after
    if not group.args and binds(walk.at.phrase(after - 1)):
        return _by_binding(walk, after)
    if not group.theme and walk.at.phrase(k).names and effect.group in _CHANGING and after == k + 1:
        _by_change(walk, group)
    for s in walk.subject or () if group.theme else ():
        for t in group.theme:
            walk.add(s, t, effect.type, s.sign * effect.sign * t.sign, "by noun of Y")
        _by_further(walk, s, group)
    return after


def _by_change(walk: Walk, group: Group) -> None:
    """ "A induces C through B inhibition": A acts on B."""
    for s in walk.subject if walk.subject and walk.clause_verb and not walk.last_passive else ():
        for t in group.args:
            if t.effect is not None and not t.unsigned:
                walk.add(s, t, t.effect.type, s.sign * t.sign, "by noun of Y")


def _by_further(walk: Walk, s: Arg, group: Group) -> None:
    """ "Through inactivation of A and activation of B": what becomes of B, whose noun is its own."""
    themes = {t.name for t in group.theme}
    for t in group.args:
        if t.effect is not None and t.changed and t.effect is not group.effect and t.name not in themes:
            walk.add(s, t, t.effect.type, s.sign * t.sign if t.effect.sign else 0, "by noun of Y")


def _by_binding(walk: Walk, k: int) -> int:
    """ "A acts through its interaction with B", with the small word at chunk `k`; returns the chunk after B."""
    at = walk.at
    if at.kind(k) != "P" or at.word(k) not in lexis.JOINING_WORDS or at.kind(k + 1) != "N":
        return k
    partner, after = walk.nouns.group(k + 1)
    # "activation of A through its interaction with B" is done by B
    for s in walk.subject if walk.subject and walk.clause_verb and not walk.last_passive else ():
        for t in partner.args:
            if not is_process(s) and not is_process(t) and t.name.text not in lexis.NO_SOURCES_NOUNS:
                walk.add(s, t, "binding", 0, "by noun of Y")
    walk.near = partner.args
    return after


def _follows(walk: Walk, k: int) -> bool:
    """Whether the phrase at chunk `k` is told as what follows: "subsequent B activation"."""
    return walk.at.first(k) in lexis.LATER_WORDS and not walk.undone


def _set_cause(walk: Walk, k: int, word: str, group: Group) -> None:
    """ "Upon A, …", "In the presence of A, …", "In hypoxia, …", "Without A, …"."""
    head = walk.at.phrase(k).head
    if word in lexis.UPON or head in lexis.BEING_THERE_NOUNS or (word == "in" and head in lexis.CONDITIONS_NOUNS):
        walk.cause = group.args
    elif word in lexis.LACKING_WORDS:
        walk.cause = [a.turned(-1) for a in group.args]


def _has_article(walk: Walk, k: int) -> bool:
    """Whether the phrase at chunk `k` begins with an article or the like; in a list of short names none does."""
    return walk.tokens[walk.chunks[k].low].tag == "D"


def _named_after(walk: Walk, group: Group) -> None:
    """ "Loss of X, an inhibitor of Y": what X is has nothing to do with its loss."""
    named = [Arg(a.name, chain=a.chain, changed=a.changed) for a in walk.near]
    theme = group.theme
    if len(theme) < 2 or not walk.respectively(0, len(walk.tokens)):
        bear(walk, named[-1:], group, "apposition")
    elif len(named) >= len(theme):
        # "A and B, precursors of C and D, respectively"
        for a, t in zip(named[-len(theme) :], theme, strict=True):
            told = Group([])
            told.bearer, told.theme = group.bearer, [t]
            bear(walk, [a], told, "apposition")


def read_response(walk: Walk, k: int) -> int:
    """ "B is increased in response to A": the cause at chunk `k` acts on what the verb was said of."""
    word = walk.chunks[k].word
    group, after = walk.object_group(k + 1)
    for s in group.args:
        for t in walk.patient:
            if word in lexis.AFTER_TREATMENT and not walk.changed and t.effect is None:
                continue  # "A was stained after treatment with B"
            if walk.averted and word in lexis.SETTING_OFF_WORDS:
                continue  # "A is not activated in response to B"
            sign = s.sign * walk.patient_sign * t.sign
            kind: RelationType = "activation" if sign > 0 else "inhibition" if sign < 0 else "other"
            walk.add(s, t, kind, sign, "in response to")
    walk.near = group.args
    walk.oblique = False
    return after
