"""How wide a text is drawn: advance widths of Helvetica and its metric-compatible fonts.

Boxes are sized from this table and not from a machine's fonts, so that every machine draws the same
picture.  Arial, Helvetica, Liberation Sans and Nimbus Sans, which the style sheet asks for, share these widths.
"""

from __future__ import annotations

import unicodedata

FONT_SIZE = 12
ELLIPSIS = "…"
_BREAKS = " -/,;:–—_|"
_ASCII = (  # thousandths of the font size, from space to tilde (Adobe's metrics of Helvetica)
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
)
_OTHER = {
    "α": 578, "β": 575, "γ": 500, "δ": 557, "ε": 446, "ζ": 441, "η": 556, "θ": 557, "ι": 222, "κ": 500, "λ": 500,
    "μ": 576, "ν": 500, "ξ": 448, "ο": 556, "π": 690, "ρ": 569, "σ": 617, "τ": 395, "υ": 547, "φ": 648, "χ": 525,
    "ψ": 713, "ω": 781, "Δ": 668, "Γ": 551, "µ": 576, "–": 556, "—": 1000, "−": 584, "…": 1000, "·": 278, "•": 350,
    "’": 222, "‘": 222, "“": 333, "”": 333, "→": 1000, "←": 1000, "↑": 1000, "↓": 1000, "±": 584, "°": 400,
}


class _Widths(dict[str, int]):
    """Advance widths by character; those of no table are estimated from the character's class."""

    def __missing__(self, char: str) -> int:
        if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf"):
            width = 0
        elif unicodedata.east_asian_width(char) in "WF":
            width = 1000
        else:
            base = unicodedata.normalize("NFD", char)[0]
            width = self[base] if base != char else (740 if char.isupper() else 640)
        self[char] = width
        return width


_WIDTHS = _Widths({chr(32 + i): w for i, w in enumerate(_ASCII)} | _OTHER)


def text_width(text: str, size: float = FONT_SIZE) -> float:
    """The width in pixels of one line of text at a font size in pixels."""
    return sum(map(_WIDTHS.__getitem__, text)) * size / 1000


def fit(text: str, width: float, size: float = FONT_SIZE) -> str:
    """The text, or as much of its beginning as fits the width in pixels with an ellipsis after it."""
    if len(text) * size <= width or text_width(text, size) <= width:
        return text
    room = width * 1000 / size - _WIDTHS[ELLIPSIS]
    used = 0
    for i, char in enumerate(text):
        used += _WIDTHS[char]
        if used > room:
            return text[:i].rstrip(_BREAKS) + ELLIPSIS
    return text


def wrap(text: str, width: float, most: int = 2, size: float = FONT_SIZE) -> tuple[str, ...]:
    """The text on one line, or on lines of about the same length, at most `most`; what is too long is cut off.

    Lines break after a space, hyphen, slash, comma, colon or underscore.
    """
    if len(text) * size <= width or text_width(text, size) <= width:
        return (text,)
    text = text[:200]
    lines = _broken(text, width, most, size)
    for share in (0.55, 0.65, 0.75, 0.87):
        even = _broken(text, width * share, most, size)
        if len(even) == len(lines) and ELLIPSIS not in "".join(even).replace(ELLIPSIS, "", text.count(ELLIPSIS)):
            return even
    return lines


def _broken(text: str, width: float, most: int, size: float) -> tuple[str, ...]:
    lines: list[str] = []
    room = width * 1000 / size
    start = last = 0
    used = 0.0
    i = 0
    while i < len(text) and len(lines) < most - 1:
        used += _WIDTHS[text[i]]
        if used > room and last > start:
            lines.append(text[start:last].rstrip())
            start = i = last
            used = 0.0
            continue
        i += 1
        if text[i - 1] in _BREAKS:
            last = i
            if used > room:
                lines.append(fit(text[start:last].rstrip(), width, size))
                start, used = last, 0.0
    rest = text[start:].strip()
    return (*lines, fit(rest, width, size)) if rest else tuple(lines)
