"""Words that are of a name wherever they stand in a phrase: most are, and need not be looked at from its edges."""

from __future__ import annotations

from sitegen.once import once
from sitegen.relations import lexis
from sitegen.relations.names.symbols import DASH, RESIDUE
from sitegen.relations.tokens.words import lowered

AMOUNTS = "0123456789~≥≤<>"
"""What an amount begins with."""


@once
def is_plain(word: str) -> bool:
    """Whether a word turns no sign, states nothing and never falls away, wherever in a phrase it stands."""
    low = lowered(word)
    if low in lexis.EDGES or low.endswith("ly") or word[0] in AMOUNTS or any(map(low.__contains__, lexis.FEEDBACK_NOUNS)):
        return False
    describing = word.islower() and word.endswith(lexis.DESCRIBING_ENDINGS)
    if word.isalnum():
        return not describing and low not in lexis.SUFFIXES and (word[0] not in "STY" or RESIDUE.fullmatch(word) is None)
    if describing or low.endswith(("'s", "’s")):
        return False
    first, *rest = DASH.split(low)
    if not rest:
        return True
    tail = rest[-1]
    return (
        first not in lexis.STATES_NOUNS and tail not in lexis.SUFFIXED and tail not in lexis.CHAIN and tail not in lexis.EFFECTS
    )
