"""Text forms: whitespace, search folding, slugs; every function is str -> str."""

from __future__ import annotations

import re
import unicodedata

from sitegen.once import once, once_of

GREEK = {
    "α": "a", "β": "b", "γ": "g", "δ": "d", "ε": "e", "ϵ": "e", "ζ": "z", "η": "h", "θ": "th", "ι": "i",
    "κ": "k", "ĸ": "k", "λ": "l", "μ": "u", "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s", "ς": "s",
    "τ": "t", "υ": "y", "φ": "f", "χ": "c", "ψ": "ps", "ω": "o",
}
"""The Latin letters that a Greek letter counts as."""
GREEK_NAMES = {
    "alpha": "a", "beta": "b", "gamma": "g", "delta": "d", "epsilon": "e", "zeta": "z", "theta": "th",
    "kappa": "k", "lambda": "l", "sigma": "s", "omega": "o",
}
"""The same of Greek letters' names, as far as they stand in names."""
_GREEK_NAME = re.compile("|".join(sorted(GREEK_NAMES, key=len, reverse=True)))
_NOT_FOLDED = re.compile(r"[\s\u00ad\-\u2010-\u2015\u2212\ufe58\ufe63\uff0d_./,()\[\]{}:;*'\"+]+")
_GREEK_TABLE = str.maketrans(GREEK)
_MANGLED = re.compile("[\u0152\u0153\u00ce\u00cf].")
_LONGEST = 200  # characters of a name; a longer one would take a pass for each Greek letter that hides in it
_PLURAL = re.compile(".*[A-Z0-9]s")
_SLUG_GAP = re.compile(r"[^a-z0-9]+")
# C0 and C1 controls, surrogates, noncharacters, and marks that turn the reading direction of what follows
_UNFIT = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff"
_UNFIT += "".join(chr(plane + last) for plane in range(0x10000, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF))
FORBIDDEN = re.compile(f"[{_UNFIT}]")
"""The characters that no page may hold, but for those that Python takes for white space."""
UNFIT = re.compile(f"[{_UNFIT}\x0b\x0c]")
"""All of them: XML has no vertical tab and no form feed, either."""
_EDGE = re.compile(r"^[\s(\[{<,;:.*'\"/\\|\-–—]+|[\s\])}>,;:.'\"/\\|\-–—]+$")


def squeeze(text: str) -> str:
    """The text without outer whitespace, each inner run of whitespace one space."""
    # the only whitespace that is printable is a space, and most texts have no two of them
    if text.isprintable() and "  " not in text and text[:1] != " " and text[-1:] != " ":
        return text
    return " ".join(text.split())


def one_line(text: str) -> str:
    """The text squeezed, without characters that no file or page may hold (controls, direction overrides)."""
    return squeeze(text if text.isprintable() else FORBIDDEN.sub("", text))


def _letter(match: re.Match[str]) -> str:
    """The Greek letter whose UTF-8 bytes were read as Mac Roman or Windows text, or the text as it is."""
    for codec in ("mac_roman", "cp1252"):
        try:
            letter = match.group().encode(codec).decode("utf-8")
        except UnicodeError:
            continue
        if len(letter) == 1 and "\u0370" <= letter <= "\u03ff":
            return letter
    return match.group()


@once
def fold_name(name: str) -> str:
    """The form under which two spellings of an entity's name are one.

    Case, spaces, hyphens and brackets fall away; a Greek letter, its name and its Latin letter are
    one, so `IL-6`, `il 6` and `IL6` agree, as do `NF-κB`, `NFkB`, `NF-kappa B` and the mis-decoded `NF-Œ∫B`.
    Of a text that is longer than any name only the beginning counts.
    """
    text = name if len(name) <= _LONGEST else _NOT_FOLDED.sub("", name)[:_LONGEST]
    while True:
        before = text
        # most names are ASCII, of which only case, gaps and the names of Greek letters can fall away
        plain = before.isascii()
        text = before.lower() if plain else unicodedata.normalize("NFKC", _MANGLED.sub(_letter, before)).casefold()
        if not text.isalnum():
            text = _NOT_FOLDED.sub("", text)
        if _GREEK_NAME.search(text):
            text = _GREEK_NAME.sub(lambda m: GREEK_NAMES[m.group(0)], text)
        elif plain:
            return text
        text = text.translate(_GREEK_TABLE)
        # what fell away can have parted letters that now make one: a folded name is its own form
        if text == before or (text.isascii() and not _GREEK_NAME.search(text)):
            return text[:_LONGEST]


@once
def one_of(label: str) -> str:
    """The folded name of one of what a symbol in the plural names, `MAPKs` of `MAPK`; empty for any other name."""
    return fold_name(label[:-1]) if _PLURAL.fullmatch(label) else ""


@once
def tidy_word(word: str) -> str:
    """A word that OCR read, without the brackets and commas around it: `(IL-6R)` is `IL-6R`."""
    word = squeeze(word)
    tidy = _EDGE.sub("", word)
    if "(" in tidy and ")" not in tidy:
        tidy += ")"
    elif ")" in tidy and "(" not in tidy:
        tidy = tidy.replace(")", "")
    return tidy or word


@once_of(16_384)
def slug(text: str) -> str:
    """Lower-case ASCII letters and digits joined by `_`: a file name that every file system keeps.

    Accents are dropped and Greek letters named by their Latin letter; a text that leaves nothing gives ``.
    """
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_GREEK_TABLE))
    plain = plain.encode("ascii", "ignore").decode("ascii")
    return _SLUG_GAP.sub("_", plain).strip("_")


def shorten(text: str, limit: int) -> str:
    """The text, or as many of its words as fit in `limit` characters with an ellipsis after them."""
    start = squeeze(text[: 2 * limit])  # of a long text, such as a caption, the rest is not looked at
    text = start if len(start) > limit else squeeze(text)
    if len(text) <= limit:
        return text
    head = text[: limit - 1]
    cut = head.rfind(" ")
    if cut > limit // 2:
        head = head[:cut]
    return head.rstrip(" ,;:-–—(") + "…"
