"""Words before a name: "reduced", "the", and "A-induced", which says that A acts on what follows.

"the reduced PTX1" is less PTX1.  "A-induced B", "A induced B", "A activation-mediated B" name A as acting on B,
"B-inducing A" the other way round; "the PKX-specific inhibitor calphostin" says that calphostin inhibits PKX.
"""

from __future__ import annotations

from dataclasses import replace

from sitegen.relations import lexis
from sitegen.relations.names.name import Name, is_process
from sitegen.relations.names.naming import name_of
from sitegen.relations.names.symbols import DASH, UNIT, shaped
from sitegen.relations.phrases.parts import Agent, Parts
from sitegen.relations.phrases.plain import AMOUNTS, is_plain

_INDUCED, _RESPONSIVE = "induced", "responsive"


def read_left(parts: Parts) -> None:
    """Take the words before a phrase's name away, and keep what they say."""
    i, n = 0, len(parts.texts)
    acts = "-" in parts.whole or not parts.whole.isascii() or not lexis.SUFFIXES.keys().isdisjoint(parts.low)
    while i < n and (acts or not is_plain(parts.texts[i])):
        width = _before(parts, i, n)
        if not width:
            break
        i += width
    parts.start_at(i)


def _before(parts: Parts, i: int, n: int) -> int:
    """How many words from `i` on stand before the name; 0 where the name begins."""
    texts, low = parts.texts, parts.low
    word = low[i]
    if i < n - 1 and f"{word} {low[i + 1]}" in lexis.KEPT:
        return 0
    if word in lexis.SCARCE_NOUNS and parts.low[-1] in lexis.AMOUNTS_NOUNS and i == n - 2:
        parts.unsigned = True  # "low levels of A": too few of it, or some
        return 1
    if word in lexis.MINUS and (i or n > 1):
        parts.sign = -parts.sign
        parts.signed = True
        return 1
    if word in lexis.ALTERED:
        parts.altered = True
        return 1
    if word in lexis.PLUS:
        parts.signed = True
        return 1
    opens = parts.opens and i == 0
    if "-" in word and i < n - 2 and low[i + 1] in lexis.BEARING and word.endswith(lexis.SELECTIVE_ENDINGS):
        # "the PKX-specific inhibitor calphostin"
        stem = texts[i].rpartition("-")[0]
        inhibited = name_of([stem], [stem.lower()], opens)
        if inhibited is not None:
            parts.on = (Agent(inhibited, lexis.AGENTS[low[i + 1]]),)
        return 2
    if _says_nothing(texts, low, i, i == n - 1):
        return 1
    leading = acting(texts, low, i, opens) if n - i > 2 or not texts[i].isalnum() else None
    if leading is None:
        # "oncogenic RAX-mediated growth"
        described = i < n - 2 and texts[i].islower() and word.endswith(lexis.DESCRIBING_ENDINGS) and _acts(low[i + 1])
        return int(described)
    found, width = leading
    if found is not None:
        parts.agents.append(Agent(_called(parts, i, width) or found.name, found.effect))
    return width


def _called(parts: Parts, i: int, width: int) -> Name | None:
    """The short name of what acts: "nuclear factor κX (NFκX) mediated", and ER stress in "reticulum (ER) stress-mediated"."""
    for j in range(i + width - 1, i - 1, -1):
        short = parts.short[j] if j < len(parts.short) else ""
        if short:
            rest = DASH.split(parts.low[j + 1])[0] if j == i + width - 2 else ""
            return Name(f"{short} {rest}", "process") if rest in lexis.PROCESSES else Name(short, "shape")
    return None


def _says_nothing(texts: list[str], low: list[str], i: int, last: bool) -> bool:
    """Whether a word before a name is no part of it and does not turn it: determiners, "-ly", residues, amounts."""
    word = low[i]
    if word in lexis.DROPPED or (word in lexis.SMALL and texts[i] != "NO"):
        return True
    if word.endswith("ly") and word not in lexis.NOT_ADVERBS:
        return True
    if last:
        return False
    if word in lexis.RESIDUES and low[i + 1] in lexis.EFFECTS:
        return True
    return texts[i][0] in AMOUNTS and UNIT.fullmatch(texts[i]) is not None


def _acts(word: str) -> bool:
    """Whether a word is "A-induced" or the like."""
    return "-" in word and word.rpartition("-")[2] in lexis.SUFFIXES


def acting(words: list[str], low: list[str], i: int, opens: bool) -> tuple[Agent | None, int] | None:
    """The acting name of "A-induced" or "A induced", and how many words it takes; None where there is none.

    Where there is no name, but the words are none of the phrase's own ("LPS-stimulated macrophages"), they are taken alone.
    """
    text = words[i]
    if text.isalnum():
        if len(words) - i < 3:
            return None
        if low[i + 1] in lexis.SUFFIXES or not (opens and text[:1].isupper() and text[1:].islower()):
            return _acting_words(words, low, i, opens)
        return None
    pieces = DASH.split(text)
    if len(pieces) > 1:
        return _acting_word(words, low, i, opens, pieces)
    if opens and text[:1].isupper() and text[1:].islower():
        return None
    return _acting_words(words, low, i, opens)


def _acting_word(words: list[str], low: list[str], i: int, opens: bool, pieces: list[str]) -> tuple[Agent | None, int] | None:
    """The acting name of "A-induced" in one word, with nothing but the suffix after a dash."""
    last = i == len(words) - 1
    suffix = pieces[-1].lower()
    if not last and suffix in lexis.NAMING and _names_with(suffix, DASH.split(low[i + 1])[0]):
        return None
    if suffix in lexis.TREATED and low[-1] in lexis.KINDS_NOUNS:
        # "the stress-activated group of MAP kinases"
        return None, 1
    if not last and _only_treated(suffix, pieces[0], low[-1]):
        return None, 1
    effect = lexis.SUFFIXES.get(suffix)
    if effect is not None and suffix == _RESPONSIVE and pieces[0].lower() in lexis.PROCESSES:
        return None, 1  # "stress-responsive": of which stress?
    if effect is not None:
        stem = words[i][: len(words[i]) - len(suffix) - 1]
        name = name_of([stem], [stem.lower()], opens)
        return (Agent(name, effect) if name else None), 1
    # "X-associated Y1" is Y1, but "X-like receptor" is one name
    apart = not last and (suffix not in lexis.COMPOUND or (shaped(words[i + 1]) and words[i + 1][0].isupper()))
    if suffix in lexis.UNNAMED and apart:
        return None, 1
    # "IL-6 receptor-mediated"
    return _acting_words(words, low, i, opens)


def _names_with(suffix: str, head: str) -> bool:
    """Whether "A-activated B" is a name of its own; "A-induced phosphatase" is a phosphatase that A induces."""
    return head in lexis.NAMED_BY and not (suffix == _INDUCED and head.endswith("ase") and not head.endswith("kinase"))


def _only_treated(suffix: str, stem: str, head: str) -> bool:
    """Whether "LPS-stimulated" says where, not what: "LPS-stimulated macrophages", but not "LPS-stimulated growth"."""
    if suffix not in lexis.TREATED and not (suffix == "dependent" and stem in lexis.CHEMICAL_SYMBOLS):
        return False
    return head not in lexis.EFFECTS and head not in lexis.PROCESSES and head not in lexis.TRANSPARENT


def _acting_words(words: list[str], low: list[str], i: int, opens: bool) -> tuple[Agent | None, int] | None:
    """The acting name of "oxidative stress-induced" or "A activation-mediated", two or three words long."""
    for k in range(i + 1, min(i + 3, len(words) - 1)):
        if words[k].isalnum():
            if low[k] in lexis.SUFFIXES and low[k] not in lexis.TREATED and (low[k].endswith("ed") or low[k] == "dependent"):
                # "attenuates A induced B"
                name = name_of(words[i:k], low[i:k], opens)
                return (Agent(name, lexis.SUFFIXES[low[k]]) if name else None), k - i + 1
            continue
        pieces = DASH.split(words[k])
        suffix = pieces[-1].lower() if len(pieces) == 2 else ""
        if suffix not in lexis.SUFFIXES or suffix in lexis.TREATED:
            continue
        if suffix in lexis.NAMING and DASH.split(low[k + 1])[0] in lexis.NAMED_BY:
            return None
        return _acting_change(words[i:k], pieces[0], suffix, opens), k - i + 1
    return None


def _acting_change(before: list[str], stem: str, suffix: str, opens: bool) -> Agent | None:
    """The acting name of "A activation-mediated", less of it in "A inhibition-mediated"."""
    effect = lexis.SUFFIXES[suffix]
    change = lexis.EFFECTS.get(stem.lower())
    below = [w.lower() for w in before]
    # of the words before it the process's name is made: "protein synthesis-mediated"
    changed = change is not None and (shaped(before[-1]) or not is_process([*below, stem.lower()]))
    core = before if changed else [*before, stem]
    name = name_of(core, [w.lower() for w in core], opens)
    if name is None:
        return None
    turned = change is not None and change.sign < 0
    return Agent(name, replace(effect, sign=-effect.sign) if turned else effect)
