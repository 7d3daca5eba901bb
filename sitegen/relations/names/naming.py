"""Which entity the words of a phrase name, once what surrounds the name is gone.

A name is known by its shape ("IRS-1"), a capital ("Notch"), as a substance ("cholesterol"), by its ending ("plectin"), as a
process ("insulin resistance"), as a telling class ("antioxidant genes"), or with its number ("cyclin D"); `kind` says how.
"""

from __future__ import annotations

import re

from sitegen.once import once
from sitegen.relations import lexis
from sitegen.relations.names.name import Name, Words
from sitegen.relations.names.of_symbols import of_symbol
from sitegen.relations.names.of_words import of_words
from sitegen.relations.names.symbols import GREEK_LETTER, NUMBERS, RESIDUE, has_ending, is_place, shaped

_GENOTYPE = re.compile("[-+−–‐]/[-+−–‐]")
_NON = "non-"
_LONGEST = 8
"""Words that can be looked at for one name."""


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
    if len(core) == 1 and not opens:
        return _of_one((core[0], low[0]))
    found = _look(core, low, opens)
    while isinstance(found, Words):
        found = _look(*found)
    return found


@once
def _of_one(word: tuple[str, str]) -> Name | None:
    """The name in one word, as it stands and as the tables know it."""
    found = _look([word[0]], [word[1]], False)
    while isinstance(found, Words):
        found = _look(*found)
    return found


def _look(core: list[str], low: list[str], opens: bool) -> Name | Words | None:
    """The name, or fewer words in which it stands."""
    if len(core) > _LONGEST:
        core, low, opens = core[-_LONGEST:], low[-_LONGEST:], False
    if _names_nothing(core, low):
        return None
    if len(core) > 1:
        narrower = _narrower(core, low, opens)
        if narrower is not None:
            return narrower
    first = _first_telling(core, opens)
    if first < 0:
        return of_words(core, low, opens)
    if first < len(core) - 1 and ". " in core[first]:
        # "S. cerevisiae GAL4" is GAL4
        return Words(core[first + 1 :], low[first + 1 :])
    return of_symbol(core, low, first)


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
        return (
            (last in lexis.CLASS and last not in lexis.DRAWN_CLASSES)
            or last in lexis.NAMELESS_ENZYMES_NOUNS
            or GREEK_LETTER.fullmatch(core[0]) is not None
            or (core[0][0] in "STY" and RESIDUE.fullmatch(core[0]) is not None)
        )
    return (
        last == "independent"
        or last in lexis.SHORT_OF_CELLS_NOUNS
        or (
            low[-2] in lexis.ROMAN_NOUNS
            and NUMBERS.fullmatch(core[-1]) is not None
            and (n == 2 or (n == 3 and core[0].islower() and low[0].endswith(lexis.DESCRIBING_ENDINGS)))
        )
        or (n == 2 and last in lexis.CLASS and "/" in core[0] and NUMBERS.fullmatch(core[0]) is not None)
        or (low[-2] in lexis.RESIDUE_PLACES_NOUNS and RESIDUE.fullmatch(core[-1]) is not None)
        or (low[0] in lexis.RESIDUES and core[1].isdigit())
        or ("/" in last and _GENOTYPE.search(last) is not None)
    )


def _tells_more(word: str) -> bool:
    """Whether a word is no name, but says something of the one before its dash: "A-driven", "A-regulation"."""
    stem, dash, tail = word.rpartition("-")
    return bool(dash) and (tail.lower() in lexis.SUFFIXES or (tail.lower() in lexis.EFFECTS and shaped(stem)))


def _narrower(core: list[str], low: list[str], opens: bool) -> Words | None:
    """The words that hold the name where the others only say what it is."""
    last = low[-1]
    if last == "dependent":
        # "an A and B dependent pathway"
        return Words(core[:-1], low[:-1], opens)
    if len(core) == 2 and last in lexis.APPOSED and (shaped(core[0]) or low[0] in lexis.CHEMICALS or has_ending(low[0])):
        # "the DGK enzyme", "the aldolase enzyme"
        return Words(core[:1], low[:1], opens)
    if last in lexis.ACIDS_NOUNS and last in low[1:-2]:
        # "the fatty acid linoleic acid"
        at = low.index(last, 1) + 1
        return Words(core[at:], low[at:])
    return None


def _first_telling(core: list[str], opens: bool) -> int:
    """The first word that shows that it names something; -1 where none does.  A sentence's first capital shows nothing."""
    start = 0
    if opens:
        word = core[0]
        if shaped(word) or word in lexis.SYMBOLS or short_symbol(word):
            return 0
        start = 1
    for k in range(start, len(core)):
        word = core[k]
        plain = word.islower() and word.isascii() and word.isalpha()  # most words
        if word in lexis.SYMBOLS if plain else _telling(word):
            return k
    return -1


@once
def _telling(word: str) -> bool:
    """Whether a word inside a sentence shows by its letters, or by a capital, that it names something."""
    if shaped(word) or word in lexis.SYMBOLS:
        return True
    if not word[:1].isupper() or len(word) < 3 or word in lexis.NOT_SYMBOLS or word.endswith(lexis.CELL_SYMBOLS_ENDINGS):
        return False
    low = word.lower()
    if "-" in word and low.rpartition("-")[2] in lexis.UNNAMED:
        return False
    return low not in lexis.REJECTED and not is_place(word) and not (word[1:].islower() and low.endswith(lexis.ADJECTIVE))
