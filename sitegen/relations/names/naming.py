"""Which entity the words of a phrase name, once what surrounds the name is gone.

A name is known by its shape ("IRS-1"), a capital ("Notch"), as a substance ("cholesterol"), by its ending ("plectin"), as a
process ("insulin resistance"), as a telling class ("antioxidant genes"), or with its number ("cyclin D"); `kind` says how.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from sitegen.relations import lexis
from sitegen.relations.names.symbols import INDEX, RESIDUE, ROMAN, has_ending, is_place, shaped
from sitegen.relations.once import once

_WRONG = frozenset({"s", "base"})
"""Forms of a verb that stand between two names by mistake."""
_GENOTYPE = re.compile("[-+−–‐]/[-+−–‐]")
_LETTERED = re.compile(r"(?:[A-Z]\d?[-–/]|\d{1,2}/)\w")
"""A symbol whose first letter or number belongs to the word before it: "cyclin D-CDK6", "thrombospondin 1/TGFB1"."""
_NON = "non-"
_LONGEST = 8
"""Words that can be looked at for one name."""


class Name(NamedTuple):
    """An entity's name in the caption's words, and how it was known."""

    text: str
    kind: str


def is_process(low: list[str]) -> bool:
    """Whether the words end in a process's name."""
    last = low[-1]
    return last in lexis.PROCESSES and (len(low) > 1 or last not in lexis.MODIFIED)


def short_symbol(word: str) -> bool:
    """Whether a word of three letters that opens a sentence is a symbol, as English does not know it: "Cer"."""
    return (
        len(word) == 3
        and word[0].isupper()
        and word[1:].islower()
        and word.isalpha()
        and word.lower() not in lexis.PLAIN_ENGLISH
        and word.lower() not in lexis.ENGLISH_THREE
    )


@once
def may_name(word: str) -> bool:
    """Whether a word can be, or end, an entity's name: a symbol, a capital, a substance, a process, a class."""
    if word[:1].isupper() or shaped(word):
        return True
    low = word.lower()
    return low in lexis.PROCESSES or low in lexis.CHEMICALS or low in lexis.CLASSES or has_ending(low)


def name_of(core: list[str], low: list[str], opens: bool) -> Name | None:
    """The name in the words that are left, or None where they name nothing in particular.

    `low` are the words as the tables know them; `opens` says that the first one opens the sentence.
    """
    if len(core) > _LONGEST:
        core, low, opens = core[-_LONGEST:], low[-_LONGEST:], False
    if _names_nothing(core, low):
        return None
    if len(core) > 1:
        narrower = _narrower(core, low, opens)
        if narrower is not None:
            return name_of(*narrower)
    first = _first_telling(core, opens)
    if first < 0:
        return _of_words(core, low, opens)
    if first < len(core) - 1 and ". " in core[first]:
        # "S. cerevisiae GAL4" is GAL4
        return name_of(core[first + 1 :], low[first + 1 :], False)
    return _of_symbol(core, low, first)


def _names_nothing(core: list[str], low: list[str]) -> bool:
    """Whether the words' first or last one says that they are no name: a cell, a genotype, a residue, "A-induced"."""
    last = low[-1]
    n = len(core)
    if (
        not last
        or last[-1] in "-–/"
        or ("-" in last and _tells_more(core[-1]))
        or last.endswith(lexis.CELLS_ENDINGS)
        or low[0][:4] == _NON
        or ("/" in low[0] and _GENOTYPE.search(core[0]) is not None)
    ):
        return True
    if n == 1:
        return last in lexis.CLASS or (core[0][0] in "STY" and RESIDUE.fullmatch(core[0]) is not None)
    return (
        last == "independent"
        or (low[0] in lexis.RESIDUES and core[1].isdigit())
        or ("/" in last and _GENOTYPE.search(last) is not None)
    )


def _tells_more(word: str) -> bool:
    """Whether a word is no name, but says something of the one before its dash: "A-driven", "A-regulation"."""
    stem, dash, tail = word.rpartition("-")
    return bool(dash) and (tail.lower() in lexis.SUFFIXES or (tail.lower() in lexis.EFFECTS and shaped(stem)))


def _narrower(core: list[str], low: list[str], opens: bool) -> tuple[list[str], list[str], bool] | None:
    """The words that hold the name where the others only say what it is."""
    last = low[-1]
    if last == "dependent":
        # "an A and B dependent pathway"
        return core[:-1], low[:-1], opens
    if len(core) == 2 and last in lexis.APPOSED and (shaped(core[0]) or low[0] in lexis.CHEMICALS or has_ending(low[0])):
        # "the DGK enzyme", "the aldolase enzyme"
        return core[:1], low[:1], opens
    if last in lexis.ACIDS_NOUNS and last in low[1:-2]:
        # "the fatty acid linoleic acid"
        at = low.index(last, 1) + 1
        return core[at:], low[at:], False
    return None


def _first_telling(core: list[str], opens: bool) -> int:
    """The first word that shows that it names something; -1 where none does.  A sentence's first capital shows nothing."""
    for k, word in enumerate(core):
        if (shaped(word) or word in lexis.SYMBOLS or short_symbol(word)) if opens and k == 0 else _telling(word):
            return k
    return -1


@once
def _telling(word: str) -> bool:
    """Whether a word inside a sentence shows by its letters, or by a capital, that it names something."""
    if shaped(word) or word in lexis.SYMBOLS:
        return True
    if not word[:1].isupper() or len(word) < 3 or word in lexis.NOT_SYMBOLS:
        return False
    low = word.lower()
    if "-" in word and low.rpartition("-")[2] in lexis.UNNAMED:
        return False
    return low not in lexis.REJECTED and not is_place(word) and not (word[1:].islower() and low.endswith(lexis.ADJECTIVE))


# --- names with a symbol or a capital ---------------------------------------------------------------------------------


def _of_symbol(core: list[str], low: list[str], first: int) -> Name | None:
    """The name around the word `first`, which shows that it names something."""
    if first > 0 and "/" in core[first] and core[first].partition("/")[0].islower():
        first -= 1
    if len(core) == 1:
        return Name(core[0], "shape" if shaped(core[0]) else "cap")
    core, low, first = _after_class(core, low, first)
    if _is_of_a_thing(core, low, first):
        return None
    narrower = _enzyme(core, low, first)
    if narrower is not None:
        return name_of(*narrower)
    if low[-1] in lexis.KINASES_NOUNS and first == len(core) - 2 and _names_kinases(core[first]):
        # "the AKX kinases"
        return Name(core[first], "shape")
    start = _start(core, low, first)
    if start == first > 0:
        indexed = _indexed(core, low, first)
        if indexed is not None:
            return indexed
    words, below = core[start:], low[start:]
    return _of_symbol_first(words, below) if len(words) > 1 else Name(words[0], "shape" if shaped(words[0]) else "cap")


def _after_class(core: list[str], low: list[str], first: int) -> tuple[list[str], list[str], int]:
    """What stands after a class noun and before a symbol: "transcription factor c-jun" is c-jun."""
    n = len(core)
    for k in range(n - 2, first - 1, -1):
        if low[k] in lexis.CLASS or low[k] in lexis.CHAIN:
            follows = core[k + 1]
            if shaped(follows) or (k + 2 == n and follows[:1].isupper() and not ROMAN.fullmatch(follows) and len(follows) > 1):
                return core[k + 1 :], low[k + 1 :], 0
    return core, low, first


def _is_of_a_thing(core: list[str], low: list[str], first: int) -> bool:
    """Whether the words end in what names nothing: "FOX2 cells", but not "the DNA repair" or "the FOX2 response"."""
    last = low[-1]
    return (
        last in lexis.REJECTED
        and last not in lexis.CLASSES
        and len(core) > first + 1
        and not INDEX.fullmatch(core[-1])
        and not ROMAN.fullmatch(core[-1])
        and last not in lexis.ANSWERS
        and last not in lexis.SIGNALING_NOUNS
        and not (core[first] in lexis.NUCLEIC_NOUNS and last in lexis.PROCESSES)
    )


def _enzyme(core: list[str], low: list[str], first: int) -> tuple[list[str], list[str], bool] | None:
    """The name of an enzyme without what it does: "RNX8 E3 ubiquitin ligase"."""
    last, n = low[-1], len(core)
    if last in lexis.LIGASES_NOUNS and n - first > 2:
        for word in lexis.LIGASE_OF_NOUNS.intersection(low[first + 1 : -1]):
            at = low.index(word, first + 1)
            at -= core[at - 1] in lexis.LIGASE_STEPS_NOUNS
            if at > first:
                return core[first:at], low[first:at], False
    return None


def _names_kinases(word: str) -> bool:
    """Whether a symbol is a kinase's name without the word "kinases"; "MAP" is none."""
    return word not in lexis.KINASE_NAMES_NOUNS and shaped(word)


def _start(core: list[str], low: list[str], first: int) -> int:
    """Where the name begins that has its first telling word at `first`: "cyclic AMP", "type I IFX"."""
    if first > 0 and (core[first - 1] in lexis.NUCLEIC_NOUNS or low[first - 1] in lexis.BEFORE_SYMBOLS_NOUNS):
        return first - 1
    if first > 1 and ROMAN.fullmatch(core[first - 1]) and low[first - 2] in lexis.ROMAN_NOUNS:
        return first - 2
    return first


def _indexed(core: list[str], low: list[str], first: int) -> Name | None:
    """A name that ends in its number or letter: "cyclin D-CDK6", "protein kinase C"."""
    word, before = core[first], low[first - 1]
    if _LETTERED.match(word) and (before in lexis.CHEMICALS or has_ending(before)):
        # "cyclin D-CDK6"
        return Name(" ".join(core[first - 1 :]), "index")
    n = len(core)
    if (
        first != n - 1
        or not INDEX.fullmatch(word)
        or before in lexis.DROPPED
        or before in lexis.AGENTS
        or (before in lexis.CLASS and shaped(word))
    ):
        return None
    k = first - 1
    while k > 0 and low[k - 1] not in lexis.DROPPED and low[k - 1] not in lexis.CLASS and not shaped(core[k - 1]) and n - k < 6:
        k -= 1
    return Name(" ".join(core[k:]), "index")


def _of_symbol_first(words: list[str], low: list[str]) -> Name | None:
    """The name in two or more words whose first one is a symbol or has a capital."""
    last, tail, n = low[-1], words[-1], len(words)
    if last in lexis.SIGNALING_NOUNS:
        return name_of(words[:-1], low[:-1], False)
    if last in lexis.PROCESSES:
        return Name(" ".join(words), "process")
    numbered = n == 2 and bool(ROMAN.fullmatch(tail) or INDEX.fullmatch(tail))
    if not numbered and last not in lexis.CLASSES and not shaped(tail) and not lexis.REJECTED.isdisjoint(low[1:]):
        return None
    if any(map(_is_bent, words[1:-1])):
        return None
    if n > 2 and shaped(tail) and words[-2].isalpha() and words[-2].islower() and _stands_alone(tail, low[-2]):
        # "the MET antisense oligonucleotide AZX915", "the P53 target gene PUMX"
        return Name(tail, "shape")
    text = " ".join(words)
    kind = "shape" if shaped(words[0]) else "cap"
    if n == 2 and kind == "shape" and _two_names(words[0], tail):
        return Name(text, "unknown")
    if numbered:
        return Name(text, "index")
    return Name(text, kind if last in lexis.CLASSES or shaped(tail) or has_ending(last) else "long")


def _is_bent(word: str) -> bool:
    """Whether a word is a verb that its sentence bends wrongly: "enabling A phosphorylate B", "A signal increase B"."""
    return (
        word in lexis.FORMS
        and (word not in lexis.NOUN_TOO or word in lexis.BENT_FORMS)
        and not lexis.KINDS[word].isdisjoint(_WRONG)
    )


def _stands_alone(symbol: str, before: str) -> bool:
    """Whether a symbol after a common noun is a name without it: the word only says what it is."""
    return (
        symbol not in lexis.FAMILIES
        and INDEX.fullmatch(symbol) is None
        and RESIDUE.fullmatch(symbol) is None
        and before not in lexis.WITH_SYMBOL_NOUNS
    )


def _two_names(first: str, second: str) -> bool:
    """Whether two symbols side by side are two names: "TLR4 MYD88", but not "p38 MAPK" or "BRAF V600E"."""
    return (
        shaped(second)
        and second not in lexis.FAMILIES
        and not INDEX.fullmatch(second)
        and not (second.isalnum() and second[1:-1].isdigit())
        and first not in lexis.NOT_SYMBOLS
    )


# --- names of common words --------------------------------------------------------------------------------------------


def _of_words(core: list[str], low: list[str], opens: bool) -> Name | None:
    """The name in words none of which shows by its letters that it names something."""
    n, last = len(core), low[-1]
    if n > 1 and _states(core):
        return None
    if " ".join(low) in lexis.CHEMICALS:
        return Name(" ".join(core), "chemical")
    if n > 1:
        if n > 2 and low[0] in lexis.BEARING:
            return name_of(core[1:], low[1:], False)
        if n == 2 and low[0] in lexis.NUMBERED_NOUNS:
            return None
        if (len(core[-1]) == 1 and core[-1].isupper()) or (core[-1][0] in "IVXivx" and ROMAN.fullmatch(core[-1])):
            return Name(" ".join(core), "index")
        skipped = _classes_before(low)
        if skipped:
            return name_of(core[skipped:], low[skipped:], False)
    if is_process(low):
        return None if n > 1 and _is_no_process(low) else Name(" ".join(core), "process")
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
        kept = core[-1:] if n > 1 and low[-2].endswith(lexis.BEFORE_SUBSTANCE_ENDINGS) else core
        return Name(" ".join(kept), "chemical")
    if last in lexis.CLASSES and n > 1:
        telling = any(w not in lexis.UNTELLING and w not in lexis.DROPPED and w not in lexis.CLASS for w in low[:-1])
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
