"""Short names that a caption gives for long ones: "interleukin-6 (IL-6)", "TNF (tumor necrosis factor)".

Its letters are the first ones of the words beside it, or else, after Schwartz and Hearst (2003), are looked for in them from
the right to the left, and its first letter has to begin a word.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from sitegen.once import once
from sitegen.relations import lexis
from sitegen.relations.names.name import folded
from sitegen.relations.names.symbols import ROMAN

_BRACKET = re.compile(r"\(([^()]{2,100})\)")
_WORD = re.compile(r"[^\W_]+")
_LONGEST = 10
"""Characters of a short name."""
_REACH = 100
"""How many characters before a bracket a long name can begin."""
_PAUSE = re.compile(r"[;:=()\[\]]|[.,](?=\s)")
"""A long name does not go on over one of these."""
_SPELLED = re.compile("[a-z]{4}|[A-Z]{6}")
"""What a long name has; names of plant genes are spelled out in capitals."""
_PARTS = re.compile(r"[\s-]")
_SHORT = re.compile(r" \(([A-Za-z][\w-]{1,7})[,;)]")
"""What may be a short name in brackets."""
_LONGEST_HEAD = 20
"""Letters of what stands for cells or a place before them."""
_CELLS = re.compile(r" (cells?)(?=[;.,]|$)")
"""The end of what a list of short names may say of one."""
_CALLED = re.compile(r"(?<![\w-])([A-Z][\w-]{1,6})[,:=] ?[a-z-]{3,}(?: [a-z-]{3,})?$")
"""A short name with what it means, up to that end."""
_LATIN = str.maketrans("αβγδεζηθικλμνξοπρσςτυφχψω", "abgdezhtiklmnxoprsstyfcpo")
"""Greek letters as the first letter of their name: `NF-κB` is nuclear factor kappa B."""


def short_names(caption: str, wanted: Collection[str] | None = None) -> dict[str, str]:
    """The short name of each long name, folded, for which the caption gives one; the first where it gives more.

    Where only some folded names are `wanted`, brackets beside other words are passed over.
    """
    out: dict[str, str] = {}
    for m in _BRACKET.finditer(caption):
        start = m.start()
        inside = _PAUSE.split(m[1], 1)[0].strip()
        last = caption[max(0, start - _LONGEST - 2) : start].rstrip().rpartition(" ")[2]
        if not _is_short(inside) and not _is_short(last):
            continue  # most brackets hold another thing
        if wanted is not None and folded(inside) not in wanted and not _ends_one(wanted, folded(last)):
            continue
        before = _PAUSE.split(caption[max(0, start - _REACH) : start])[-1].strip()
        if not before or not inside:
            continue
        long, short = long_name(inside, before), inside
        if not long:
            short = before.rsplit(None, 1)[-1]
            # in brackets stands the long name and nothing else
            long = inside if long_name(short, inside) == inside else ""
        if long:
            out.setdefault(folded(long), short)
    return out


def of_cells(caption: str) -> frozenset[str]:
    """The short names that a caption gives for cells and places, folded: "satellite glial cells (SGCs)", "SGC, glial cell"."""
    found: list[tuple[str, str]] = []
    for m in _SHORT.finditer(caption):
        found.append((m[1], caption[max(0, m.start() - _LONGEST_HEAD) : m.start()].rpartition(" ")[2].lower()))
    for m in _CELLS.finditer(caption) if " cell" in caption else ():
        called = _CALLED.search(caption, max(0, m.start() - _REACH // 2), m.start())
        if called:
            found.append((called[1], m[1]))
    # "nuclear factor of activated T cells (NFAT)" is none
    return frozenset(
        folded(short.removesuffix("s"))
        for short, of in found
        if _is_of_cells(short.rstrip("s").lower(), of)
    )


def _is_of_cells(short: str, of: str) -> bool:
    """Whether a short name is that of cells or of a place: it ends in the letter of their last word, or is made of that word."""
    if of in lexis.SHORT_OF_CELLS_NOUNS or of.endswith(lexis.CELLS_ENDINGS):
        letters = iter(of)
        return short[-1:] == of[0] or (of[0] == short[:1] and 1 < len(short) < 4 and all(c in letters for c in short))
    return False


def _ends_one(names: Collection[str], last: str) -> bool:
    return any(name.endswith(last) for name in names)


def long_name(short: str, text: str) -> str:
    """The end of a text that a short name stands for; empty where it stands for none of it."""
    if not _is_short(short):
        return ""
    letters, low = short.lower().translate(_LATIN), text.lower().translate(_LATIN)
    if len(low) != len(text):
        return ""
    place = _initials(letters, low)
    if place >= 0 and _fits(short, text[place:], len(low)):
        return text[place:]
    place = len(low)
    last = 0
    for at in range(len(letters) - 1, -1, -1):
        if not letters[at].isalnum():
            continue
        place = low.rfind(letters[at], 0, place)
        while at == 0 and place > 0 and low[place - 1].isalnum():
            place = low.rfind(letters[0], 0, place)
        if place < 0:
            return ""
        last = last or len(low) - place
    long = text[place:]
    return long if _fits(short, long, last) else ""


def _initials(letters: str, text: str) -> int:
    """Where the words begin whose first letters are the short name's, the last of the text's; -1 where they are not."""
    wanted = list(filter(str.isalnum, letters))
    starts = [m.start() for m in _WORD.finditer(text)][-len(wanted) :]
    return starts[0] if [text[start] for start in starts] == wanted else -1


def _fits(short: str, long: str, last: int) -> bool:
    """Whether a short name with its letters in a long one is its short name; `last` is where its last letter stands, from
    the end."""
    words = long.split()
    n = sum(map(str.isalnum, short))
    if len(words) > min(n + 5, 2 * n) or len(long) < len(short) + 2 or not _SPELLED.search(long):
        return False
    if short.lower() in _PARTS.split(long.lower()):
        # "basal-like (Basal)"
        return False
    # "retinoid signaling (RA)": what has a letter somewhere in a word begins no word
    return len(words) == 1 or last > len(words[-1]) or words[-1][0].lower().translate(_LATIN) in short.lower().translate(_LATIN)


@once
def _is_short(text: str) -> bool:
    """Whether a text can be a short name: one word of two to ten characters with a capital or a digit."""
    return (
        1 < len(text) <= _LONGEST
        and text[0].isalnum()
        and not any(map(str.isspace, text))
        and any(map(str.isalpha, text))
        and any(c.isupper() or c.isdigit() for c in text)
        and not ROMAN.fullmatch(text)
    )
