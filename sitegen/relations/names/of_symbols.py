"""Names with a symbol or a capital: "IRS-1", "the FOX2 response", "cyclin D-CDK6", "type I IFX", "transcription factor c-jun"."""

from __future__ import annotations

import re

from sitegen.relations import lexis
from sitegen.relations.names.name import Name, Words
from sitegen.relations.names.symbols import GREEK_LETTER, INDEX, LOCANT, RESIDUE, ROMAN, has_ending, shaped

_WRONG = frozenset({"s", "base"})
"""Forms of a verb that stand between two names by mistake."""
_VIRUS = re.compile(r"[A-Z]{2,4}V(?:-?\d{1,2})?")
_RECEPTOR = "receptor-"
_FACTOR = "factor-"
_LETTERED = re.compile(r"(?:[A-Z]\d?[-–/]|\d{1,2}/)\w")
"""A symbol whose first letter or number belongs to the word before it: "cyclin D-CDK6", "thrombospondin 1/TGFB1"."""


def of_symbol(core: list[str], low: list[str], first: int) -> Name | Words | None:
    """The name around the word `first`, which shows that it names something, or the words in which that stands."""
    if "/" in core[first] and (stem := core[first].partition("/"))[0] in lexis.TRANSPARENT and shaped(stem[2]):
        return Words([stem[2], *core[first + 1 :]], [stem[2].lower(), *low[first + 1 :]])  # "signaling/ABX"
    if first > 0 and "/" in core[first] and core[first].partition("/")[0].islower():
        first -= 1
    if len(core) == 1:
        return Name(core[0], "shape" if shaped(core[0]) else "cap")
    core, low, first = _after_class(core, low, first)
    if _is_of_a_thing(core, low, first):
        return None
    narrower = _enzyme(core, low, first)
    if narrower is not None:
        return narrower
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


def _enzyme(core: list[str], low: list[str], first: int) -> Words | None:
    """The name of an enzyme without what it does: "RNX8 E3 ubiquitin ligase"."""
    last, n = low[-1], len(core)
    if last in lexis.LIGASES_NOUNS and n - first > 2:
        for word in lexis.LIGASE_OF_NOUNS.intersection(low[first + 1 : -1]):
            at = low.index(word, first + 1)
            at -= core[at - 1] in lexis.LIGASE_STEPS_NOUNS
            if at > first:
                return Words(core[first:at], low[first:at])
    return None


def _names_kinases(word: str) -> bool:
    """Whether a symbol is a kinase's name without the word "kinases"; "MAP" is none."""
    return word not in lexis.KINASE_NAMES_NOUNS and shaped(word)


def _start(core: list[str], low: list[str], first: int) -> int:
    """Where the name begins that has its first telling word at `first`: "cyclic AMP", "type I IFX"."""
    if first > 0 and (core[first - 1] in lexis.NUCLEIC_NOUNS or low[first - 1] in lexis.BEFORE_SYMBOLS_NOUNS):
        return first - 1
    if (
        first > 0
        and core[first][0].isdigit()
        and "-" in core[first]
        and (low[first - 1] in lexis.CHEMICALS or has_ending(low[first - 1]))
    ):
        return first - 1  # "cyanidin 3-O-glucoside"
    if first > 0 and f"{low[first - 1]} {low[first]}" in lexis.KEPT:
        return first - 1  # "Receptor Tyrosine Kinase"
    if first > 0 and (GREEK_LETTER.fullmatch(core[first - 1]) or (core[first] == "CoA" and low[first - 1].endswith("yl"))):
        return first - 1  # "β 2AR", "acyl CoA"
    if first > 0 and LOCANT.fullmatch(low[first]) and low[first - 1] not in lexis.DROPPED and low[first - 1] not in lexis.CLASS:
        # "sphingoid base 1-phosphates"
        return first - 2 if first > 1 and low[first - 2] not in lexis.DROPPED else first - 1
    if first > 0 and low[first].startswith(_RECEPTOR) and "-" in core[first - 1]:
        return first - 1  # "Toll-like receptor-7"
    if 0 < first < 4 and low[first].startswith(_FACTOR):
        return 0  # "transforming growth factor-β1"
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


def _of_symbol_first(words: list[str], low: list[str]) -> Name | Words | None:
    """The name in two or more words whose first one is a symbol or has a capital."""
    last, tail, n = low[-1], words[-1], len(words)
    if last in lexis.SIGNALING_NOUNS or (n == 2 and tail in lexis.NUCLEIC_NOUNS and shaped(words[0])):
        # "the FOX2 signaling", "more FOX2 RNA"
        return Words(words[:-1], low[:-1])
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
    if n == 2 and tail.isdigit() and words[0][-1] == "s" and words[0][:-1].isalpha() and last.isdigit():
        # "MKXs 1 and 2" are MKX1 and MKX2
        return Name(words[0][:-1] + tail, "index")
    text = " ".join(words)
    if n == 3 and low[0] in lexis.ROMAN_NOUNS and ROMAN.fullmatch(words[1]) and (shaped(tail) or has_ending(last)):
        return Name(text, "index")  # "type I IFX"
    kind = "shape" if shaped(words[0]) else "cap"
    if n == 2 and kind == "shape" and _two_names(words[0], tail):
        # "HCV NS5A" is the virus's NS5A, "the GPCR CB1R" CB1R
        owned = words[0] in lexis.CLASS_SYMBOLS or _VIRUS.fullmatch(words[0]) is not None
        return Name(tail, "shape") if owned else Name(text, "unknown")
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
        and LOCANT.fullmatch(symbol) is None
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
