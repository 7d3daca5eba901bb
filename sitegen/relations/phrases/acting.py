"""Words at the edges of a noun phrase: "A-induced" before a name, nouns that belong to a process's name."""

from __future__ import annotations

from typing import NamedTuple

from sitegen.relations import lexis
from sitegen.relations.lexis import Effect
from sitegen.relations.names.naming import Name, is_process, name_of
from sitegen.relations.names.symbols import DASH, has_ending, shaped

_KINDS = frozenset({"group", "family", "class", "subset", "member", "members", "subfamily"})


def _names_with(suffix: str, head: str) -> bool:
    """Whether "A-activated B" is a name of its own; "A-induced phosphatase" is a phosphatase that A induces."""
    return head in lexis.NAMED_BY and not (suffix == "induced" and head.endswith("ase") and not head.endswith("kinase"))


class Agent(NamedTuple):
    """A name that acts on the phrase: `LPS` of "LPS-induced apoptosis"."""

    name: Name
    effect: Effect


def acting(words: list[str], low: list[str], i: int, j: int, opens: bool) -> tuple[Agent | None, int] | None:
    """The acting name of "A-induced" or "A induced", and how many words it takes; None where there is none."""
    text = words[i]
    if text.isalnum():
        if j - i < 3:
            return None
        if low[i + 1] in lexis.SUFFIXES:
            return _acting_words(words, low, i, j, opens)
        m = [text]
    else:
        m = DASH.split(text)
    if len(m) == 1 and not (opens and text[:1].isupper() and text[1:].islower()):
        return _acting_words(words, low, i, j, opens)
    if len(m) > 1:
        suffix = m[-1].lower()
        if i + 1 < j and suffix in lexis.NAMING and _names_with(suffix, DASH.split(low[i + 1])[0]):
            return None
        effect = lexis.SUFFIXES.get(suffix)
        if suffix in lexis.TREATED and low[-1] in _KINDS:
            # "the stress-activated group of MAP kinases"
            return None, 1
        if (
            (suffix in lexis.TREATED or (suffix == "dependent" and m[0] in lexis.CHEMICAL_SYMBOLS))
            and i < j - 1
            and low[-1] not in lexis.EFFECTS
            and low[-1] not in lexis.PROCESSES
            and low[-1] not in lexis.TRANSPARENT
        ):
            return None, 1
        if effect is not None:
            stem = text[: len(text) - len(suffix) - 1]
            name = name_of([stem], [stem.lower()], opens)
            return (Agent(name, effect) if name else None), 1
        # "X-associated Y1" is Y1, but "X-like receptor" is one name
        if suffix in lexis.UNNAMED and i < j - 1 and (suffix not in lexis.COMPOUND or shaped(words[i + 1])):
            return None, 1
        # "IL-6 receptor-mediated"
        return _acting_words(words, low, i, j, opens)
    return None


def _acting_words(words: list[str], low: list[str], i: int, j: int, opens: bool) -> tuple[Agent | None, int] | None:
    """The acting name of "oxidative stress-induced" or "A activation-mediated", two or three words long."""
    for k in range(i + 1, min(i + 3, j - 1)):
        if words[k].isalnum():
            effect = lexis.SUFFIXES.get(low[k]) if low[k].endswith("ed") or low[k] == "dependent" else None
            if effect is not None and low[k] not in lexis.TREATED:
                # "attenuates A induced B"
                name = name_of(words[i:k], low[i:k], opens)
                return (Agent(name, effect) if name else None), k - i + 1
            continue
        stem, *middle, suffix = DASH.split(words[k]) if DASH.search(words[k]) else (words[k], "")
        effect = lexis.SUFFIXES.get(suffix.lower())
        if effect is None or middle or suffix.lower() in lexis.TREATED:
            continue
        if k + 1 < j and suffix.lower() in lexis.NAMING and DASH.split(low[k + 1])[0] in lexis.NAMED_BY:
            return None
        change = lexis.EFFECTS.get(stem.lower())
        core = words[i:k] if change is not None and not is_process([*low[i:k], stem.lower()]) else [*words[i:k], stem]
        name = name_of(core, [w.lower() for w in core], opens)
        if name is not None and change is not None and change.sign < 0:
            effect = effect._replace(sign=-effect.sign)
        return (Agent(name, effect) if name else None), k - i + 1
    return None


def initials(words: list[str], short: str) -> bool:
    """Whether a short name's first and last letters are those of the first and last word."""
    letters = [c for c in short.lower() if c.isalpha()]
    heads = [p[0].lower() for w in words for p in DASH.split(w) if p]
    return bool(letters) and letters[-1] == heads[-1] and letters[0] == heads[0]


def keeps(low: list[str], end: int, texts: list[str]) -> bool:
    """Whether a noun of change belongs to a process's name: "protein synthesis", but not "IL-6 synthesis"."""
    word = low[end - 1]
    if word not in lexis.PROCESSES:
        return False
    if end == 1:
        return word not in lexis.MODIFIED
    before = low[end - 2]
    if (
        before in lexis.RESIDUES
        or before in lexis.BEFORE
        or (before not in lexis.STEMS and any(shaped(t) for t in texts[: end - 1]))
    ):
        return False
    return before in lexis.STEMS or (
        not shaped(texts[end - 2]) and before not in lexis.CHEMICALS and texts[end - 2].islower() and not has_ending(before)
    )
