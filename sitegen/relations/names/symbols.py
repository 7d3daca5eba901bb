"""The shapes of names: symbols, indices, chains written with slashes and dashes."""

from __future__ import annotations

import re

from sitegen.relations import lexis
from sitegen.relations.once import once

ROMAN = re.compile(r"[IVX]+[ab]?|[ivx]{2,}")
UNIT = re.compile(
    r"[~≥≤<>]?\d[\d.,]*(?:[-–]fold|h|hr|hrs|d|min|s|%|nm|nM|μM|mM|µM|mg|ml|kDa|kb|bp|°C|C|th|st|nd|rd|D|x|×)?|\d[\d.,–-]*"
)
INDEX = re.compile(
    r"[A-Z]|[A-Z]?\d{1,3}[A-Zα-ω]?|[α-ωΑ-Ω]|I{1,3}|IV|VI?|[A-Z]-?[α-ω]\d?|\d[α-ω]|[αβγδ]\d|2[A-Z]\d|[A-Z]\d[a-z]?|(?:alpha|beta|gamma|delta)(?:-?\d)?"
)
RESIDUE = re.compile(r"(?:[STY]|Ser(?:ine)?|Thr(?:eonine)?|Tyr(?:osine)?)-?(?!100$)\d{2,4}|(?:Ser|Thr|Tyr)-?\d")
"""An amino acid of a protein by its place: a place where something happens, no name."""
DASH = re.compile(r"[-‐‑–—−]|‚Ä[ìîê]")
_SLASH = re.compile(r"/(?!\d+[a-z]?(?:[-‐–/]|$))")
_TAIL = re.compile(r"\d{1,2}[A-Za-zα-ω]{0,2}\d?(?:/\d{1,2})*|[α-ω]\d?")
"""A piece that belongs to the name before its dash: the "1R" of GLP-1R, the "6" of IL-6."""
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
    if word.isalpha() and word.isascii() and word[1:].islower():
        return False
    if word in lexis.NOT_SYMBOLS or len(word) < 2 or UNIT.fullmatch(word) or ROMAN.fullmatch(word):
        return False
    if (word[:2] == "C-" or (len(word) > 5 and word.isupper())) and is_place(word):
        return False
    plain = word.isalnum()
    parts = [word] if plain else DASH.split(word)
    if len(parts) > 1 and parts[-1].lower() in lexis.UNNAMED:
        return False
    if not any(map(str.isalpha, word)):
        return False
    upper = sum(map(str.isupper, word))
    if upper >= 2 or any(map(str.isdigit, word)):
        return True
    if not word.isascii() and _GREEK.search(word):
        return True
    if not plain and _LOWER_SYMBOL.fullmatch(word):
        return True
    return upper == 1 and not word[0].isupper() and not (len(parts) > 1 and any(len(p) > 3 and p.islower() for p in parts))


@once
def has_ending(word: str) -> bool:
    """Whether a lower-case word ends like the name of a substance, enzyme or disease."""
    return (
        len(word) > 4
        and word not in lexis.NOT_NAMES
        and word not in lexis.REJECTED
        and word.endswith(lexis.ENDINGS)
        and word not in lexis.FORMS
        and not ("-" in word and word.rpartition("-")[2] in lexis.UNNAMED)
    )


def spelled_out(low: list[str], short: str) -> int:
    """Where the words begin whose first letters a short name consists of; -1 where there are none."""
    letters = short.lower().removesuffix("s")
    heads: list[tuple[str, int]] = []
    for i, word in enumerate(low):
        heads += [(part[0], i) for part in DASH.split(word) if part]
    n = len(letters)
    if n < 3 or n > len(heads) or "".join(letter for letter, _ in heads[-n:]) != letters:
        return -1
    start = heads[-n][1]
    return start if n == len(heads) or heads[-n - 1][1] < start else -1


def chain_of(text: str) -> tuple[str, ...]:
    """The members of a chain's name: `LKB1/AMPK/AS160` or `p16-CDK4-RB`; none where it is one name."""
    if " " in text:
        # "adenylyl cyclase/cAMP/PKA"
        head, _, last = text.rpartition(" ")
        if head.endswith(" MAP"):
            head, last = head[:-4], "MAP " + last
        if last.removeprefix("MAP ") in ("kinase", "kinases") and " " not in head:
            # "RAX–MEX–MAP kinase"
            members = chain_of(head)
            return (*members[:-1], f"{members[-1]} {last}") if members else ()
        *front, last = text.split("/")
        if front and not any(" " in piece for piece in front) and INDEX.fullmatch(last.rpartition(" ")[2]):
            # "PIX3/AKX/cyclin D1"
            return (*(chain_of("/".join(front)) or front), last)
        first, slash, rest = text.partition("/")
        if slash and any("-" in w and w.rpartition("-")[2] in lexis.SUFFIXES for w in first.split()[:-1]):
            # "type I IFX-activated JAX/STX"
            first = first.split()[-1]
        return (first, *(chain_of(rest) or (rest,))) if slash and " " not in rest and len(rest) > 1 else ()
    if "/" in text:
        parts = [p for p in _SLASH.split(text) if p]
        if {p.lower() for p in parts} == {"pkb", "akt"}:
            return ()  # two names of one kinase
        if len(parts) == 1:
            return _dashes(text)
        if len({p[:3].lower() for p in parts}) == len(parts) and all(
            len(p) > 1
            and not p.isdigit()
            and not (p[0].isdigit() and p[1:].islower())
            and p.lower() not in lexis.PROCESSES
            and not (p.islower() and p.endswith(lexis.ADJECTIVE))
            for p in parts
        ):
            return tuple(p for piece in parts for p in (_dashes(piece) or (piece,)))
        return ()
    return _dashes(text)


_CARRIERS = frozenset({"UDP", "GDP", "CDP", "ADP", "CMP", "GMP", "TDP", "dTDP"})
"""What a sugar hangs on: "UDP-GlcNAc" is one name."""


_NUMBERS = str.maketrans("", "", "0123456789-")


@once
def well_known(text: str) -> bool:
    """Whether the first two of names joined by a slash are steps that everybody knows to follow each other: "JAX/STX"."""
    first, _, rest = text.lower().translate(_NUMBERS).partition("/")
    return (first, rest.partition("/")[0]) in lexis.KNOWN_STEPS


def _dashes(text: str) -> tuple[str, ...]:
    pieces = DASH.split(text)
    if len(pieces) < 2:
        return ()
    parts: list[str] = []
    for piece in pieces:
        if parts and (parts[-1].lower() in lexis.GREEK or _TAIL.fullmatch(piece)):
            parts[-1] += "-" + piece
        else:
            parts.append(piece)
    if len({p[:3].lower() for p in parts}) < len(parts) or parts[0] in _CARRIERS:
        return ()
    if (
        all(
            (len(p) > 2 or (len(parts) > 2 and len(p) == 2 and p[0].isupper() and (p.isupper() or p.isalpha())))
            and (shaped(p) or (p[:1].isupper() and len(p) < 6) or p in lexis.CHEMICALS or has_ending(p))
            and not p.isdigit()
            and not (p[0].isdigit() and p[1:].islower())
            for p in parts
        )
        and len(parts) > 1
    ):
        return tuple(parts)
    return ()
