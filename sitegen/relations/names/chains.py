"""Names that are several: "the LKB1/AMPK/AS160 pathway", "p16-CDK4-RB".

Each member acts on the next one; "ERK1/2", "TGF-beta" and "MKX1/MKX2" are one name, or names of one family.
"""

from __future__ import annotations

import re

from sitegen.once import once
from sitegen.relations import lexis
from sitegen.relations.names.symbols import DASH, INDEX, has_ending, shaped

_SLASH = re.compile(r"/(?!\d+[a-z]?(?:[-‐–/]|$))")
_TAIL = re.compile(r"\d{1,2}[A-Za-zα-ω]{0,2}\d?(?:/\d{1,2})*|[α-ω]\d?|L\d|[IVX]{1,4}s?")
_LETTER = re.compile(r"[A-Z]\d{1,2}")
"""A piece that belongs to the name before its dash: the "1R" of GLP-1R, the "6" of IL-6, the L1 of PD-L1, the VII of EX-VII."""
_PREFIXED = re.compile(r"[cpv]-[A-Za-z]{3}")
"""A name whose family does not begin with its first letter: "c-Fos"."""
_NUMBERS = str.maketrans("", "", "0123456789-")


@once
def chain_of(text: str) -> tuple[str, ...]:
    """The members of a chain's name: `LKB1/AMPK/AS160` or `p16-CDK4-RB`; none where it is one name."""
    members = _members(text)
    return _in_order(_joined(members)) if members else ()


def _members(text: str) -> tuple[str, ...]:
    if " " in text:
        return _of_words(text)
    return _slashes(text) if "/" in text else _dashes(text)


def _joined(members: tuple[str, ...]) -> list[str]:
    """The members with those joined that are one step: of "Ras-ERK/MAPK" ERK/MAPK, of "insulin/IGF-1/PIX3" insulin/IGF-1."""
    out: list[str] = []
    for member in members:
        if out and (_bare(out[-1]), _bare(member)) in lexis.ALIKE_STEPS:
            out[-1] += "/" + member
        else:
            out.append(member)
    return out if len(out) > 1 else []


def _bare(member: str) -> str:
    return member.lower().replace("-", "").replace("‐", "").replace(" ", "")


def _in_order(members: list[str]) -> tuple[str, ...]:
    """The members in the order of their steps where that is known: "ERK/MEK" are MEK and ERK."""
    low = [member.lower().translate(_NUMBERS) for member in members]
    for i in range(len(members) - 1):
        if (low[i + 1], low[i]) in lexis.ORDERED_STEPS and (low[i], low[i + 1]) not in lexis.ORDERED_STEPS:
            members[i : i + 2] = members[i + 1], members[i]
            low[i : i + 2] = low[i + 1], low[i]
    return tuple(members)


@once
def well_known(text: str) -> bool:
    """Whether the first two of names joined by a slash are steps that everybody knows to follow each other: "JAX/STX"."""
    first, _, rest = text.lower().translate(_NUMBERS).partition("/")
    return (first, rest.partition("/")[0]) in lexis.KNOWN_STEPS


def _of_words(text: str) -> tuple[str, ...]:
    """The members of "adenylyl cyclase/cAMP/PKA", "RAX–MEX–MAP kinase", "PIX3/AKX/cyclin D1"."""
    if "- " in text:
        return ()  # "A- B/C"
    head, _, last = text.rpartition(" ")
    if head.endswith(" MAP"):
        head, last = head.removesuffix(" MAP"), "MAP " + last
    if last in lexis.FAMILIES and " " not in head and head.count("-") > 1:
        return chain_of(head)  # "the RAX-MEX-ERX MAPK cascade"
    if last.removeprefix("MAP ") in lexis.CHAIN_ENDS_NOUNS and " " not in head:
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


def _slashes(text: str) -> tuple[str, ...]:
    """The members of "A/B/C-D"."""
    parts = [p for p in _SLASH.split(text) if p]
    if {p.lower() for p in parts} == lexis.ONE_KINASE_NOUNS:
        return ()  # two names of one kinase
    if len(parts) == 1:
        return _dashes(text)
    if not _all_differ(parts) or not all(map(_may_be_step, parts)):
        return ()
    return tuple(p for piece in parts for p in (_dashes(piece) or (piece,)))


def _may_be_step(part: str) -> bool:
    """Whether a piece between slashes can be a name: no number, process or adjective."""
    return (
        len(part) > 1
        and not part.isdigit()
        and not (part[0].isdigit() and part[1:].islower())
        and part.lower() not in lexis.PROCESSES
        and part not in lexis.DROPPED
        and part not in lexis.REJECTED
        and part not in lexis.NUCLEIC_SYMBOLS_NOUNS
        and not (part.islower() and part.endswith(lexis.ADJECTIVE))
    )


def _dashes(text: str) -> tuple[str, ...]:
    """The members of "A-B-C"; a number or Greek letter after a dash belongs to the name before it."""
    pieces = DASH.split(text)
    if len(pieces) < 2:
        return ()
    parts: list[str] = []
    for piece in pieces:
        tail = parts and (_TAIL.fullmatch(piece) or _is_letter_of(parts[-1], piece) or piece.lower() in lexis.KINDS_OF_NOUNS)
        if parts and (tail or parts[-1].lower() in lexis.GREEK):
            parts[-1] += "-" + piece
        else:
            parts.append(piece)
    if len(parts) < 2 or not (_all_differ(parts) or _goes_on(parts)) or parts[0] in lexis.CARRIERS_NOUNS:
        return ()
    return tuple(parts) if all(_is_link(p, len(parts)) for p in parts) else ()


def _is_letter_of(word: str, piece: str) -> bool:
    """Whether a letter with a number belongs to the word before its dash: the "B1" of "Plexin-B1"."""
    return len(word) > 3 and word.isalpha() and word[1:].islower() and _LETTER.fullmatch(piece) is not None


def _is_link(part: str, count: int) -> bool:
    """Whether a piece between dashes is a name of its own; one of two letters only in a longer chain."""
    short = count > 2 and len(part) == 2 and part[0].isupper() and (part.isupper() or part.isalpha())
    return (
        (len(part) > 2 or short)
        and (shaped(part) or (part[:1].isupper() and len(part) < 6) or part in lexis.CHEMICALS or has_ending(part))
        and not part.isdigit()
        and not (part[0].isdigit() and part[1:].islower())
    )


def _goes_on(parts: list[str]) -> bool:
    """Whether names of one family are steps on the way to another one: "RIPX1-RIPX3-MLX"."""
    return len(parts) > 2 and len(set(parts)) == len(parts) and parts[-1][:3] not in {p[:3] for p in parts[:-1]}


def _all_differ(parts: list[str]) -> bool:
    """Whether no two names are of one family, by their first letters."""
    bare = [p[2:] if _PREFIXED.match(p) else p for p in parts]
    return len({p[: 3 if len(p) > 2 else 1].lower() for p in bare}) == len(parts)
