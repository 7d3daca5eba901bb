"""Who acts after a passive verb where no plain "by" tells it.

Edges: "B is upregulated during A infection" gives A + B, "B is targeted for phosphorylation by A" A 0 B; "B is bound in the
cytosol by A or in the nucleus by C" goes on to C; "B is turned off by A" is A - B.
"""

from __future__ import annotations

from collections.abc import Sequence

from sitegen.relations import lexis
from sitegen.relations.arguments import Arg, Group
from sitegen.relations.clauses.walk import Walk
from sitegen.relations.groups.chunked import Chunked
from sitegen.relations.lexis import Effect, Sense

_NOBODY: tuple[list[Arg], None, int] = [], None, 0


def attended(walk: Walk, k: int) -> tuple[list[Arg], None, int]:
    """What happens while something is changed, "during A infection", with the small word at chunk `k`, and the chunk after."""
    phrase = walk.at.phrase(k + 1)
    if walk.at.word(k) not in lexis.ATTENDING_WORDS or phrase.head not in lexis.ATTENDED_NOUNS or not phrase.names:
        return _NOBODY
    group, after = walk.nouns.group(k + 1)
    return group.args, None, after


def targeted(walk: Walk, k: int) -> tuple[list[Arg], Effect | None, int]:
    """Who does what something is targeted for, "for phosphorylation by A", with "for" at chunk `k`, and the chunk after."""
    at = walk.at
    phrase = at.phrase(k + 1)
    if at.word(k) != "for" or phrase.effect is None or not phrase.hollow or at.word(k + 2) != "by" or at.kind(k + 3) != "N":
        return _NOBODY
    group, after = walk.nouns.group(k + 3)
    return group.args, phrase.effect, after


def agent_again(at: Chunked, k: int) -> int:
    """Where the small word before the next agent stands, 0 if none does: "or by B", ", or by B", "or in the nucleus by B"."""
    k += at.kind(k) == "," and at.kind(k + 1) == "C" and at.word(k + 2) == "by"
    if at.kind(k) != "C":
        return 0
    if at.kind(k + 1) == "P" and at.word(k + 1) in lexis.PLACES_WORDS and at.kind(k + 2) == "N" and at.word(k + 3) == "by":
        k += 2
    return k + 1 if at.word(k + 1) in lexis.AGENCY_WORDS and at.kind(k + 2) == "N" else 0


def awaits(walk: Walk, k: int) -> int:
    """ "Once activated by A, B inhibits C", with the verb at chunk `k`: A acts on the next subject; returns the chunk after A."""
    sense = lexis.BARE_SENSES.get(walk.chunks[k].verb)
    group, after = walk.nouns.group(k + 2)
    if sense is not None and walk.at.kind(after) == "," and walk.at.kind(after + 1) == "N":
        walk.awaited.append((sense, group.args, walk.chunks[k]))
    return after


def awaits_after(walk: Walk, k: int, group: Group) -> bool:
    """Whether the phrase at chunk `k` tells who acts on the next subject: "Upon activation by A, B inhibits C"."""
    phrase, effect = walk.at.phrase(k), walk.at.phrase(k).effect
    if effect is None or not phrase.hollow or walk.at.word(k + 1) != "by" or walk.at.word(k - 1) not in lexis.UPON_WORDS:
        return False
    walk.awaited.append((Sense(effect.group, effect.type, effect.sign), group.args, walk.chunks[k]))
    return True


def with_particle(walk: Walk, k: int, senses: Sequence[Sense], finite: bool) -> Sense | None:
    """What the small word at `k` makes of a passive verb: "is broken down into", "is turned off by", "is taken up by"."""
    if walk.at.kind(k) != "P":
        return None
    word = walk.at.word(k)
    stranded = finite and walk.at.kind(k + 1) == "P"
    return next((s for s in senses if s.tail == (word,) or (stranded and word in s.prepositions)), None)
