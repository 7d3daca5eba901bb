"""The shapes of names: symbols, indices, units, residues."""

from __future__ import annotations

import re

from sitegen.once import once
from sitegen.relations import lexis

ROMAN = re.compile(r"[IVX]+[ab]?|[ivx]{2,}")
NUMBERS = re.compile(r"[IVX]+[ab]?(?:/[IVX]+[ab]?)*|\d{1,2}|[A-D]")
"""What tells one of a kind from the others: "class I", "type 2"."""
UNIT = re.compile(
    r"[~≥≤<>]?\d[\d.,]*(?:[-–]fold|h|hr|hrs|d|min|s|%|nm|nM|μM|mM|µM|mg|ml|kDa|kb|bp|°C|C|th|st|nd|rd|D|x|×)?|\d[\d.,–-]*"
)
INDEX = re.compile(
    r"[A-Z]|[A-Z]?\d{1,3}[A-Zα-ω]?|\d{1,2}(?:/\d{1,2})+|[α-ωΑ-Ω]|I{1,3}|IV|VI?|[A-Z]-?[α-ω]\d?|\d[α-ω]|[αβγδ]\d|2[A-Z]\d|[A-Z]\d[a-z]?|(?:alpha|beta|gamma|delta)(?:-?\d)?|Œ.\d?"
)
RESIDUE = re.compile(r"(?:[STY]|Ser(?:ine)?|Thr(?:eonine)?|Tyr(?:osine)?)-?(?!100$)\d{2,4}|(?:Ser|Thr|Tyr)-?\d")
"""An amino acid of a protein by its place: a place where something happens, no name."""
GREEK_LETTER = re.compile(r"[α-ω]|Œ\S")
"""A Greek letter by itself, also one decoded wrongly: the end of a name that stands elsewhere."""
LOCANT = re.compile(r"\d-[a-z]*phosphates?")
"""A word that tells a place on what is named before it: "1-phosphates"."""
DASH = re.compile(r"[-‐‑–—−]|‚Ä[ìîê]")
_GREEK = re.compile("[\u0370-\u03ffŒ]")
"""A Greek letter, or how one begins that was decoded wrongly."""
_LOWER_SYMBOL = re.compile(r"c-[a-z]{3}|p-[A-Za-z]\w+")
_CARBON = re.compile(r"C-\d{1,2}")
_BASES = frozenset("ACGTU")


def is_place(word: str) -> bool:
    """Whether a word is a piece of DNA or RNA, written out, or an atom of a molecule by its place: "C-1"."""
    return (len(word) > 5 and _BASES.issuperset(word)) or _CARBON.fullmatch(word) is not None


@once
def shaped(word: str) -> bool:
    """Whether a word looks like a symbol: capitals inside, a digit beside letters, or Greek."""
    if word.isascii() and word.isalpha() and word[1:].islower():
        return False
    if len(word) < 2 or not any(map(str.isalpha, word)) or not _has_sign_of_symbol(word):
        return False
    if word in lexis.NOT_SYMBOLS or UNIT.fullmatch(word) or ROMAN.fullmatch(word):
        return False
    if word.endswith(lexis.CELL_SYMBOLS_ENDINGS):
        return False
    if (word[:2] == "C-" or (len(word) > 5 and word.isupper())) and is_place(word):
        return False
    return word.isalnum() or DASH.split(word)[-1].lower() not in lexis.UNNAMED or DASH.search(word) is None


def _has_sign_of_symbol(word: str) -> bool:
    """Whether two capitals, a digit, a Greek letter or one capital past the first letter make a symbol of a word."""
    upper = sum(map(str.isupper, word))
    if upper >= 2 or any(map(str.isdigit, word)):
        return True
    if not word.isascii() and _GREEK.search(word):
        return True
    plain = word.isalnum()
    if not plain and _LOWER_SYMBOL.fullmatch(word):
        return True
    if upper != 1 or word[0].isupper():
        return False
    parts = [] if plain else DASH.split(word)
    return len(parts) < 2 or not any(len(p) > 3 and p.islower() for p in parts)


@once
def has_ending(word: str) -> bool:
    """Whether a lower-case word ends like the name of a substance, enzyme or disease."""
    return (
        len(word) > 4
        and word.endswith(lexis.ENDINGS)
        and word not in lexis.NOT_NAMES
        and word not in lexis.REJECTED
        and word not in lexis.FORMS
        and not ("-" in word and word.rpartition("-")[2] in lexis.UNNAMED)
    )


def spelled_out(low: list[str], short: str) -> int:
    """Where the words begin whose first letters a short name consists of; -1 where there are none."""
    letters = short.lower().removesuffix("s")
    if len(letters) < 3 or letters[-1] not in low[-1]:
        return -1
    heads: list[tuple[str, int]] = []
    for i, word in enumerate(low):
        heads += [(part[0], i) for part in DASH.split(word) if part]
    n = len(letters)
    if n > len(heads) or "".join([letter for letter, _ in heads[-n:]]) != letters:
        return -1
    start = heads[-n][1]
    return start if n == len(heads) or heads[-n - 1][1] < start else -1


def initials(words: list[str], short: str) -> bool:
    """Whether a short name's first and last letters are those of the first and last word."""
    letters = [c for c in short.lower() if c.isalpha()]
    heads = [p[0].lower() for w in words for p in DASH.split(w) if p]
    return bool(letters) and letters[-1] == heads[-1] and letters[0] == heads[0]
