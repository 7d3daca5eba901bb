"""What R and spreadsheets write where there is no value, in front matter, tables and given JSON-LD alike."""

from __future__ import annotations

_MISSING = frozenset({"", "NA", "N/A", "[]", "NULL", "NaN", "nan"})


def present(text: str | None) -> str | None:
    """The text without outer whitespace, or None where it stands for a missing value."""
    if text is None:
        return None
    text = text.strip()
    return None if text in _MISSING or text.startswith(".na") else text


def is_missing(text: str) -> bool:
    """Whether a text stands for a missing value."""
    return present(text) is None


def present_symbol(text: str | None) -> str | None:
    """A gene symbol, of which only what R writes and an empty cell are missing: `NaN` and `null` are genes."""
    if text is None:
        return None
    text = text.strip()
    return None if text in ("", "NA", "[]") or text.startswith(".na") else text
