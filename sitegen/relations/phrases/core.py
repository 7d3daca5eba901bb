"""What is left of a phrase once the words at its edges are read: its name, without a state, an owner or a class before it.

"active-STX5" is STX5, "MTX3 protein's kinase activity" is MTX3's, "the A inhibitor B" is B, which inhibits A.
"""

from __future__ import annotations

from sitegen.relations import lexis
from sitegen.relations.names.name import Name
from sitegen.relations.names.naming import name_of
from sitegen.relations.names.symbols import shaped
from sitegen.relations.phrases.parts import Agent, Parts
from sitegen.relations.phrases.right_edge import told_bearer
from sitegen.relations.tokens.words import lowered

_OWNERS = ("'s", "’s")


def read_core(parts: Parts) -> None:
    """Find a phrase's name; without words that could name something `core` is empty."""
    end = parts.end
    parts.core, parts.core_low = parts.texts[:end], parts.low[:end]
    if end == 1 and len(parts.texts) > 1 and _is_a_part(parts):
        parts.core = []
    if "-" in parts.whole or parts.short:
        _without_state(parts)
    if "'" in parts.whole or "’" in parts.whole or parts.short:
        _without_owner(parts)
    start = 0
    while start < len(parts.core) - 1 and parts.core_low[start] in lexis.LIGHT and not _kept(parts.core_low, start):
        start += 1
    if start:
        parts.core, parts.core_low = parts.core[start:], parts.core_low[start:]
    if parts.core:
        _name(parts)


def _kept(low: list[str], i: int) -> bool:
    """Whether a word that else falls away is of the name: "extracellular matrix"."""
    return f"{low[i]} {low[i + 1]}" in lexis.KEPT


def _is_a_part(parts: Parts) -> bool:
    """Whether the phrase is about a part of something: "the UBX domain", "serine residues"."""
    head, core = parts.low[-1], parts.core[0]
    if head in lexis.DOMAINS_NOUNS and len(parts.texts) == 2 and shaped(core) and core.isalnum():
        return True
    placed = head in lexis.RESIDUE_PLACES_NOUNS or head in lexis.DOMAINS_NOUNS
    return placed and (parts.core_low[0] in lexis.RESIDUES or parts.core_low[0] in lexis.ACIDS_OF_PROTEINS_NOUNS)


def _without_state(parts: Parts) -> None:
    """ "Active-STX5" is STX5."""
    core = parts.core
    for k, word in enumerate(core):
        if "-" in word:
            state, _, rest = word.partition("-")
            if state.lower() in lexis.STATES_NOUNS and shaped(rest):
                core[k], parts.core_low[k] = rest, lowered(rest)


def _without_owner(parts: Parts) -> None:
    """ "MTX3 protein's kinase activity" is MTX3's, of "PTX1's target FOX2" the name is FOX2."""
    core, low = parts.core, parts.core_low
    for k in range(len(core) - 1, -1, -1):
        if not core[k].endswith(_OWNERS):
            continue
        core[k], low[k] = core[k][:-2], low[k][:-2]
        if all(w in lexis.CLASS or w in lexis.DROPPED or w in lexis.TRANSPARENT for w in low[k + 1 :]):
            end = k + 1
            while end > 1 and low[end - 1] in lexis.TRANSPARENT:
                end -= 1
            parts.core, parts.core_low = core[:end], low[:end]
        elif k < len(core) - 1:
            parts.core, parts.core_low = core[k + 1 :], low[k + 1 :]
        return


def _name(parts: Parts) -> None:
    """Name the phrase by the words that are left."""
    head, words = parts.head, parts.words
    if len(parts.core) == 1:
        if head in lexis.AGENTS and parts.effect is None and parts.bearer is None and not parts.chain_word:
            parts.bearer = told_bearer(lexis.AGENTS[head], parts.all_low)
        if parts.opens and words[0][:1].isupper() and parts.core[0] == words[0].lower():
            parts.core = [words[0]]
    elif len(parts.core) > 2 and not lexis.BEARING.isdisjoint(parts.core_low):
        _named_by_bearer(parts)
    elif len(parts.core) > 2 and not lexis.AIMED_AT_NOUNS.isdisjoint(parts.core_low):
        _named_as_target(parts)
    if any(map(parts.whole.__contains__, lexis.FEEDBACK_NOUNS)):
        return
    name = name_of(parts.core, parts.core_low, parts.opens)
    if name is None or (parts.core_low[-1] in lexis.TINGED_THINGS and not lexis.PAIRING_WORDS.isdisjoint(parts.all_low)):
        return  # "their corresponding antiviral proteins"
    if name.kind == "unknown" and len(parts.core) == 1 and parts.bearer is not None and parts.bearer.sign:
        return  # "an inducer of B" names no inducer
    if parts.on and name.kind == "unknown":
        name = Name(name.text, "opening")
    text, whole = name.text, parts.whole
    if text in lexis.NO_SOURCES_NOUNS and parts.effect is not None and parts.effect.group == "binding":
        return  # "more DNA binding" is no more DNA
    if parts.opens and text[:1].islower() and not whole.startswith(text) and whole.lower().startswith(text.lower()):
        name = Name(text[0].upper() + text[1:], name.kind)
    parts.name = name


def _named_by_bearer(parts: Parts) -> None:
    """ "The JNK inhibitor SP600125": the name after the noun inhibits the one before it."""
    core, low = parts.core, parts.core_low
    k = next((k for k in range(1, len(core) - 1) if low[k] in lexis.BEARING), 0)
    if not k:
        return
    inhibited = name_of(core[:k], low[:k], parts.opens)
    if low[-1] in lexis.PROCESSES:
        return  # "AKX inhibitor resistance"
    if inhibited is None or inhibited.kind == "unknown" or name_of(core[k + 1 :], low[k + 1 :], False) is None:
        return
    parts.on = (Agent(inhibited, lexis.AGENTS[low[k]]),)
    parts.core, parts.core_low = core[k + 1 :], low[k + 1 :]


def _named_as_target(parts: Parts) -> None:
    """ "The BCX6 target gene DUX6": the name at the end is acted on by the one before."""
    core, low = parts.core, parts.core_low
    k = next((k for k in range(1, len(core) - 1) if low[k] in lexis.AIMED_AT_NOUNS), 0)
    named = core[k + 1 + (low[k + 1] in lexis.CLASS or low[k + 1] in lexis.TRANSPARENT) :] if k else []
    if len(named) != 1 or not shaped(named[0]):
        return
    acting = name_of(core[:k], low[:k], parts.opens)
    if acting is not None and acting.kind in ("shape", "cap", "chemical", "index"):
        parts.on = (Agent(acting, lexis.AGENTS[low[k]]),)
        parts.core, parts.core_low = named, [named[0].lower()]
