"""Clauses: which group is the subject of which verb, what it acts on, and the arrows that follow.

A walk goes over the chunks of a sentence from left to right.  Each kind of chunk has its reader here or in the module of
its family: noun groups in `subjects`, verbs in `verbs`, "which" in `relatives`.
"""

from __future__ import annotations

from collections.abc import Callable

from sitegen.model.relation import RelationType
from sitegen.relations import lexis
from sitegen.relations.arguments import Arg, Edge
from sitegen.relations.clauses.actives import active
from sitegen.relations.clauses.relatives import is_whose, read_relative, whose
from sitegen.relations.clauses.senses import verb_before
from sitegen.relations.clauses.subjects import read_nouns, read_response
from sitegen.relations.clauses.verbs import read_verb
from sitegen.relations.clauses.walk import Memory, Walk
from sitegen.relations.tagging.chunks import Chunk
from sitegen.relations.tokens.words import Token


def read(tokens: list[Token], chunks: list[Chunk], memory: Memory) -> list[Edge]:
    """The arrows that one sentence states, in the order of the text."""
    walk = Walk(tokens, chunks, memory)
    k, n = 0, len(chunks)
    while k < n:
        reader = _READERS.get(chunks[k].kind)
        k = reader(walk, k) if reader is not None else k + 1
    edges = walk.edges
    if walk.nouns.edges:
        edges = _without_contradicted(edges, walk.nouns.edges)
        doubt = any(c.hedged for c in chunks if c.kind == "V")
        edges += [e._replace(hedged=True) for e in walk.nouns.edges] if doubt else walk.nouns.edges
    memory.subject = walk.first or []
    memory.chains.update(walk.nouns.chains)
    memory.object = walk.object or walk.near
    return edges


def _without_contradicted(edges: list[Edge], of_nouns: list[Edge]) -> list[Edge]:
    """The arrows of clauses without those of "B, which suppresses B-induced C": not B does, but what was said."""
    told = {(e.source, e.target): e.sign for e in of_nouns if e.pattern == "name-induced"}
    return [e for e in edges if e.pattern != "relative" or told.get((e.source, e.target), 0) * e.sign >= 0]


def _verb(walk: Walk, k: int) -> int:
    k = read_verb(walk, k)
    walk.clause_verb = True
    walk.oblique = False
    return k


def _preposition(walk: Walk, k: int) -> int:
    """What follows hangs on the small word."""
    walk.oblique = walk.at.kind(k + 1) == "N"
    if walk.oblique and walk.patient and walk.chunks[k].kind == "K":
        return read_response(walk, k)
    return k + 1


def _relative(walk: Walk, k: int) -> int:
    at = walk.at
    if at.word(k) == "which" and at.kind(k + 1) == "N" and at.kind(k - 1) != ",":
        # "it is unknown which part of A acts on B"
        walk.subject = None
        walk.clause_verb = False
        walk.void = True
    else:
        read_relative(walk, k)
        if at.kind(k + 1) == "C" and at.word(k + 1) in lexis.COMPANY_WORDS and at.kind(k + 2) == "N":
            return _with_company(walk, k + 2)
    return k + 1


def _with_company(walk: Walk, k: int) -> int:
    """ "A, which together with B activates C", with B at chunk `k`: B does so too; returns the chunk after it."""
    meant = list(walk.subject or [])
    group, after = walk.nouns.group(k)
    if walk.at.finite_at(after):
        walk.subject = [*meant, *group.args]
    return after


def _subordinator(walk: Walk, k: int) -> int:
    """ "While", "because", "that": a new clause, but for "while activating B" and ", once activated,"."""
    word = walk.at.word(k)
    if walk.subject:
        doing = walk.clause_verb and walk.at.kind(k + 1) == "V" and walk.chunks[k + 1].form == "ing"
        if doing and word in lexis.DURING_WORDS and not _opens_clause(walk, k + 2):
            return active(walk, k + 1, walk.subject, "subject, V-ing")
        if walk.clause_verb and word in lexis.DURING_WORDS and walk.at.kind(k + 1) == "V" and walk.at.third_person(k + 1):
            return active(walk, k + 1, walk.subject, "coordinated verb")  # "A activates B, while inhibits C"
        if not walk.clause_verb and _in_passing(walk, k):
            return k + 3
    if word in lexis.OF_WHOM_WORDS and walk.near and is_whose(walk, k + 1):
        return whose(walk, k + 1)
    walk.main.clear()
    walk.subject = None
    walk.clause_verb = False
    walk.patient = []
    walk.void = word == "whether" or (word in lexis.ASKED_WORDS and _is_unknown(walk, k))
    walk.hedged = walk.hedged and word == "that"
    walk.oblique = False
    return k + 1


def _is_unknown(walk: Walk, k: int) -> bool:
    """Whether what "how" or "if" at chunk `k` asks is said to be unknown: "it is unclear if A", "how A acts is unknown"."""
    low = walk.chunks[k].low
    before = [t.low for t in walk.tokens[max(0, low - 4) : low]]
    if walk.at.word(k) == "if" and any(w in lexis.INQUIRING_FORMS for w in before[-1:]):
        return True
    told = before if before else [t.low for t in walk.tokens[low:]]
    return not lexis.UNKNOWN_NOUNS.isdisjoint(told) or (
        not lexis.KNOWN_FORMS.isdisjoint(told) and not lexis.NEGATORS.isdisjoint(told)
    )


def _opens_clause(walk: Walk, k: int) -> bool:
    """Whether what stands from chunk `k` on is the subject of a finite verb: "while blocking A reduces B"."""
    at = walk.at
    while at.kind(k) in ("N", "P", "C"):
        k += 1
    return at.finite_at(k) and walk.chunks[k].form == "fin"


def _in_passing(walk: Walk, k: int) -> bool:
    """Whether at chunk `k` begins what is said of the subject before its verb: "A, once activated, inhibits B"."""
    at = walk.at
    if at.word(k) not in lexis.IN_PASSING_WORDS or at.kind(k - 1) != "," or at.kind(k + 2) != ",":
        return False
    said = walk.chunks[k + 1]
    return said.high - said.low == 1 and walk.tokens[said.low].low.endswith("ed")


def _semicolon(walk: Walk, k: int) -> int:
    """A new clause, unless the subject goes on: "A inhibits B; activates C"."""
    if not (walk.subject and walk.at.kind(k + 1) == "V" and walk.chunks[k + 1].form in ("ing", "fin")):
        walk.main.clear()
        walk.subject = None
        walk.clause_verb = False
        walk.hedged = False
    return k + 1


def _pronoun(walk: Walk, k: int) -> int:
    """ "It" is the subject of the sentence or of the one before, "this" the last object of the one before."""
    if walk.at.kind(k + 1) != "V":
        return k + 1
    word = walk.at.word(k)
    if word == "it" and walk.at.kind(k + 2) == "N" and _means_nothing(walk, k + 2):
        walk.subject = []
    elif word in lexis.PRONOUNS_WORDS:
        subject = _moved(walk, k) or list(walk.recent or (walk.first if walk.first is not None else walk.memory.subject))
        if word == "they" and len(subject) == 1 and subject[0].name.text[-1] != "s":
            subject = []
        walk.subject, walk.pattern = subject, "it"
    elif walk.first is None:
        walk.subject = walk.borrowed = list(walk.memory.object)
        walk.pattern = "this"
    else:
        walk.subject = []
    walk.clause_verb = False
    return k + 1


def _means_nothing(walk: Walk, k: int) -> bool:
    """Whether "it" stands for what follows the adjective at chunk `k`: "it is important to inhibit A"."""
    after = walk.at.kind(k + 1) == "V" and walk.chunks[k + 1].form == "inf"
    return after and walk.last_word(walk.chunks[k]) in lexis.EXPLETIVE_NOUNS


def _moved(walk: Walk, k: int) -> list[Arg]:
    """What was said to move to where "it" does something: "translocation of A to the nucleus, where it activates B"."""
    if walk.at.word(k - 1) not in lexis.WHITHER_WORDS:
        return []
    at = walk.at
    for j in range(k - 2, max(-1, k - 10), -1):
        effect = at.phrase(j).effect if at.kind(j) == "N" else None
        if effect is not None and effect.group == "transport":
            names = at.phrase(j).names or (at.phrase(j + 2).names if at.word(j + 1) == "of" else ())
            return [Arg(name) for name in names if name.kind != "unknown"]
    return []


def _arrow(walk: Walk, k: int) -> int:
    """ "A → B"."""
    at = walk.at
    sign = lexis.ARROWS.get(walk.tokens[walk.chunks[k].low].text, "")
    if sign and at.kind(k - 1) == "N" and at.kind(k + 1) == "N":
        kind: RelationType = "activation" if sign == "+" else "inhibition"
        for x in at.phrase(k - 1).names:
            walk.edges += [Edge(x, y, kind, lexis.SIGN[sign], "arrow") for y in at.phrase(k + 1).names]
    return k + 1


def _leaves_relative(walk: Walk, k: int) -> bool:
    """Whether the verb after the comma at `k` is none of the "which" before: a finite one, or "to V" after "which is"."""
    if walk.chunks[k + 1].form == "inf":
        return verb_before(walk, k) == "be"
    return walk.chunks[k + 1].form == "fin"


def _closes_aside(walk: Walk, k: int) -> bool:
    """Whether the comma at `k` closes what stands between "which" and its verb: "which, via B, activates C"."""
    kind, j = walk.at.kind, k - 1
    while kind(j) in ("N", "P", "C", "J") or (kind(j) == "V" and walk.chunks[j].form == "ed"):
        j -= 1
    return kind(j) == "," and kind(j - 1) == "R"


def _comma(walk: Walk, k: int) -> int:
    """ "A, which activates B, inhibits C": the subject of the clause before "which" goes on."""
    if walk.main and walk.at.kind(k + 1) == "V" and walk.at.kind(k - 1) != "R" and _leaves_relative(walk, k):
        if _closes_aside(walk, k):
            return k + 1
        walk.subject = walk.main.pop()
        walk.main.clear()
        walk.pattern = ""
    return k + 1


_READERS: dict[str, Callable[[Walk, int], int]] = {
    "N": read_nouns,
    "V": _verb,
    "P": _preposition,
    "K": _preposition,
    "R": _relative,
    "S": _subordinator,
    ";": _semicolon,
    "J": _pronoun,
    ">": _arrow,
    ",": _comma,
}
