"""Names of common words: substances ("cholesterol"), processes ("insulin resistance"), classes ("antioxidant genes"), endings."""

from __future__ import annotations

import re

from sitegen.once import once
from sitegen.relations import lexis
from sitegen.relations.names.name import Name, Words, is_process, is_tinged
from sitegen.relations.names.symbols import ROMAN, has_ending

_NUMBER = re.compile(r"\d{1,2}(?:/\d{1,2})*")
"""What tells one enzyme or protein of a family from another one: the 8 of "caspase 8"."""
_MOST_WORDS = 5
_WRONG = frozenset({"s", "base"})
"""Forms of a verb that stand between two names by mistake."""


def of_words(core: list[str], low: list[str], opens: bool) -> Name | Words | None:
    """The name in words none of which shows by its letters that it names something, or the words in which it stands."""
    n, last = len(core), low[-1]
    if n > 1 and _states(core):
        return None
    text = low[0] if n == 1 else " ".join(low)
    if text in lexis.DRAWN_CLASSES:
        return Name(" ".join(core), "class")
    if text in lexis.CHEMICALS:
        return Name(" ".join(core), "chemical")
    if n > 1:
        if n > 2 and low[0] in lexis.BEARING:
            return Words(core[1:], low[1:])
        if n == 2 and low[0] in lexis.NUMBERED_NOUNS:
            return None
        if _NUMBER.fullmatch(last) and (low[-2] in lexis.CHEMICALS or has_ending(low[-2].removesuffix("s"))):
            return Name(" ".join(core[-2:]), "index")  # "caspase 8"
        if (len(core[-1]) == 1 and core[-1].isupper()) or (core[-1][0] in "IVXivx" and ROMAN.fullmatch(core[-1])):
            return Name(" ".join(core), "index")
        skipped = _classes_before(low)
        if skipped:
            return Words(core[skipped:], low[skipped:])
    if is_process(low):
        return None if n > 1 and _is_no_process(low) else Name(" ".join(core), "process")
    if n > 1 and last in lexis.TINGED_HEADS and is_tinged((low[-2], last)):
        return Name(" ".join(core), "class" if last in lexis.TINGED_THINGS else "process") if n < _MOST_WORDS else None
    if n == 1 and last in lexis.ALONE:
        return Name(core[0], "bare")
    return _of_last_word(core, low, opens)


def _states(core: list[str]) -> bool:
    """Whether the words hold a verb that its sentence bends wrongly: "invasion mediate metastasis", "targeting factors"."""
    if _bends(core[0]) in ("s", "ing"):
        return True
    return len(core) > 2 and not _WRONG.isdisjoint(map(_bends, core[1:-1]))


@once
def _bends(word: str) -> str:
    """The form of a verb that is no noun as well: "base", "s", "ing" where it states something; empty for all other words."""
    if word not in lexis.FORMS or word in lexis.NOUN_TOO:
        return ""
    kinds = lexis.KINDS[word]
    if len(kinds) > 1 or kinds == {"ed"}:
        return ""
    (kind,) = kinds
    told = kind != "ing" or (word not in lexis.TRANSPARENT and any(lexis.SENSES[f.verb] for f in lexis.FORMS[word]))
    return kind if told else ""


def _classes_before(low: list[str]) -> int:
    """How many words before the name only say what it is: "hormone leptin", "the target enzyme aldolase"."""
    last = low[-1]
    if low[0] in lexis.CLASS and last not in lexis.PROCESSES and last not in lexis.CLASSES:
        return 1
    if (
        len(low) == 2
        and low[0] in lexis.SUBSTANCE_CLASSES_NOUNS
        and has_ending(last)
        and last not in lexis.NAMELESS_ENZYMES_NOUNS
    ):
        return 1  # "the steroid pregnenolone"
    if len(low) > 3 and low[-2] in lexis.CLASS and (last in lexis.CHEMICALS or has_ending(last)):
        return len(low) - 1  # "the branch point intermediate chorismate"
    return 2 if len(low) > 2 and low[1] in lexis.CLASS and (last in lexis.CHEMICALS or has_ending(last)) else 0


def _is_no_process(low: list[str]) -> bool:
    """Whether a process is somebody's that is not told, or of a class: "active signaling", "receptor activation"."""
    last, before = low[-1], low[-2]
    if last in lexis.SIGNALING_NOUNS and (before in lexis.UNTELLING or before in lexis.FORMS):
        return True
    if len(low) == 2 and (before in lexis.CLASS or before in lexis.NO_PROCESS_NOUNS) and before not in lexis.WITH_PROCESS_NOUNS:
        return True
    return last in lexis.ACTIVATION_NOUNS and not (before in lexis.STEMS or before.endswith(lexis.CELL_PARTS_ENDINGS))


def _of_last_word(core: list[str], low: list[str], opens: bool) -> Name | None:
    """The name in common words that end in a substance, a class, a telling ending, or nothing known."""
    n, last = len(core), low[-1]
    if last in lexis.CHEMICALS and n <= 3:
        cut = n > 1 and low[-2].endswith(lexis.BEFORE_SUBSTANCE_ENDINGS) and last not in lexis.SUBSTANCES_NOUNS
        kept = core[-1:] if cut else core
        return Name(" ".join(kept), "chemical")
    if last in lexis.CLASSES and n > 1:
        told = [w for w in low[:-1] if w not in lexis.UNTELLING and w not in lexis.DROPPED and w not in lexis.CLASS]
        # "a mechanosensory complex" is not named
        telling = any(not w.endswith(lexis.DESCRIBING_ENDINGS) for w in told) if last in lexis.ASSEMBLIES_NOUNS else bool(told)
        return Name(" ".join(core), "class") if telling and n <= 5 else None
    if last in lexis.REJECTED:
        return None
    if n <= 4 and has_ending(last):
        return Name(" ".join(core), "ending")
    if n == 1 and opens and _may_open(core[0], low[0]):
        return Name(core[0], "opening")
    if (
        n <= 3
        and last not in lexis.CLASS
        and last not in lexis.UNTELLING
        and last not in lexis.TRANSPARENT
        and last not in lexis.EFFECTS
        and len(last) > 2
        and last not in lexis.NOT_NAMES
    ):
        return Name(" ".join(core), "unknown")
    return None


def _may_open(word: str, low: str) -> bool:
    """Whether a capitalised word that opens a sentence may be a name: no ending, verb or noun of change speaks against it."""
    return (
        word[:1].isupper()
        and len(word) > 3
        and low not in lexis.NOT_NAMES
        and low not in lexis.FORMS
        and low not in lexis.EFFECTS
        and not low.endswith(lexis.ADJECTIVAL)
    )
