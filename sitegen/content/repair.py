"""Mends text that a release decoded wrongly, where the repair is certain, and drops what no page may hold."""

from __future__ import annotations

import re
from functools import cache

from sitegen.text import UNFIT

_BYTES = bytes(range(0x80, 0xC0))  # those that continue a character in UTF-8
# Mac Roman's reading of them
_TAIL = re.escape(_BYTES.decode("mac_roman"))
# lead bytes C2, C3 (Latin), CE, CF (Greek) with one more byte, and E2 (punctuation, arrows) with two
_MAC_ROMAN = re.compile(f"[¬√Œœ][{_TAIL}]|‚[{_TAIL}]{{2}}")
# the same of Windows-1252, or of Latin-1 with its control characters
_WINDOWS_TAIL = re.escape(_BYTES.decode("cp1252", "ignore") + _BYTES[:32].decode("latin-1"))
_WINDOWS = re.compile(f"[ÎÏÃÂ][{_WINDOWS_TAIL}]|â[{_WINDOWS_TAIL}]{{2}}")


def repair_encoding(text: str) -> str:
    """The text with UTF-8 that was read as Mac Roman or Windows-1252 put right: `NF-Œ∫B` is `NF-κB`."""
    if text.isascii():
        return text
    if _MAC_ROMAN.search(text):
        text = _MAC_ROMAN.sub(_from_mac_roman, text)
    if _WINDOWS.search(text):
        text = _WINDOWS.sub(_from_windows, text)
    return text


def _from_windows(match: re.Match[str]) -> str:
    return _fixed(match.group(0))


@cache  # there are some ten thousand that the pattern fits
def _fixed(text: str) -> str:
    import ftfy  # slow to load, and seldom needed

    fixed: str = ftfy.fix_encoding(text)
    return fixed


def _from_mac_roman(match: re.Match[str]) -> str:
    try:
        return match.group(0).encode("mac_roman").decode("utf-8")
    except UnicodeError:
        return match.group(0)


def first_control(text: str) -> int | None:
    """Where the first of the characters is that `without_controls` leaves out."""
    found = UNFIT.search(text)
    return found.start() if found else None


def without_controls(text: str) -> str:
    """The text without control characters, direction overrides, surrogates and noncharacters."""
    return text if text.isprintable() else UNFIT.sub("", text)
