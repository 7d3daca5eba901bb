"""What a paper calls a figure: `Figure 7` where it is numbered `F7`, `FIG. 7.` or `Fig. (7)`."""

from __future__ import annotations

import re

from sitegen.once import once_of
from sitegen.text import squeeze

_TAG = re.compile(r"</?\w[^<>]*>")
_FIG = re.compile(r"\bF ?ig(?:s|ures?)?\b(?: ?\.)?", re.IGNORECASE)  # PMC sets it in capitals and small capitals: `F<…>ig</…>.`
_DIGITS = r"\d+(?:[.-]\d+)*[a-z]?"
_NUMBERED = re.compile(
    rf"(?P<kind>[^\W\d_]+(?: [^\W\d_]+)*?)[ .]*(?:(?<=[ .])\(?(?P<lettered>[A-Z]{{1,2}}{_DIGITS})|\(?(?P<bare>{_DIGITS}))\)?"
)
_EDGE = " .:;,|—–-"


@once_of(4096)
def figure_label(given: tuple[str, str]) -> str:
    """What a figure is called, of its number as given and the word of its paper for it; neither need be known.

    The word that is known beforehand wins over the one in the number.  The letters of a number are kept, as
    Figure S1 is not Figure 1, and so is a text that is no number alone: `Figure 4—figure supplement 1`.
    """
    number, figtype = given
    text = _FIG.sub("Figure ", squeeze(_TAG.sub("", number)), 1).replace("  ", " ").strip(_EDGE)
    if not any(c.isdigit() for c in text):
        return (_quiet(text) if " " in text else text) or figtype or "Figure"
    found = _NUMBERED.fullmatch(text)
    if found and (len(found["kind"]) > 2 or found["kind"] == "F" or " " in text):
        kind = "Figure" if found["kind"] == "F" else _quiet(found["kind"])
        return f"{figtype or kind} {found['lettered'] or found['bare']}"
    return text if " " in text else f"{figtype or 'Figure'} {text}"


def _quiet(words: str) -> str:
    """Words that are not shouted: `Scheme` for `SCHEME`."""
    return words.capitalize() if words.isupper() else words
