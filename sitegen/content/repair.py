"""Mends text that a release decoded wrongly, where the repair is certain, and drops what no page may hold."""

from __future__ import annotations

import re

# Mac Roman's reading of the UTF-8 continuation bytes 0x80 to 0xBF
_TAIL = re.escape(bytes(range(0x80, 0xC0)).decode("mac_roman"))
# lead bytes C2, C3 (Latin), CE, CF (Greek) with one more byte, and E2 (punctuation, arrows) with two
_MAC_ROMAN = re.compile(f"[¬√Œœ][{_TAIL}]|‚[{_TAIL}]{{2}}")
_WINDOWS = re.compile("[ÎÏÃÂâ][^\x00-\x7f]{1,2}")
# C0 and C1 controls, surrogates, noncharacters, and marks that turn the reading direction of what follows
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]"
)


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
    import ftfy  # slow to load, and seldom needed

    fixed: str = ftfy.fix_encoding(match.group(0))
    return fixed


def _from_mac_roman(match: re.Match[str]) -> str:
    try:
        return match.group(0).encode("mac_roman").decode("utf-8")
    except UnicodeError:
        return match.group(0)


def first_control(text: str) -> int | None:
    """Where the first of the characters is that `without_controls` leaves out."""
    found = _FORBIDDEN.search(text)
    return found.start() if found else None


def without_controls(text: str) -> str:
    """The text without control characters, direction overrides, surrogates and noncharacters."""
    return text if text.isprintable() else _FORBIDDEN.sub("", text)
