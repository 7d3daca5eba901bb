"""A word by itself: the form under which the tables know it, and its first tag."""

from __future__ import annotations

from functools import lru_cache

from sitegen.relations import lexis


def lowered(text: str) -> str:
    """A word as the tables know it: small letters, one kind of hyphen."""
    low = text.lower()
    return low if low.isascii() else low.replace("‐", "-").replace("‑", "-")


@lru_cache(maxsize=65536)
def known(text: str) -> tuple[str, str]:
    """A word's lowered form and the tag that it has by itself; `?` for what may be a verb (see `tagging`)."""
    low = lowered(text)
    return low, _first_tag(text, low)


def _first_tag(text: str, low: str) -> str:
    if text in ",;:":
        return "," if text == "," else ";"
    if low in lexis.TAGS and (text == low or (text[1:] == low[1:] and len(text) > 2)):
        return lexis.TAGS[low]
    if low in lexis.FORMS and not text.isupper():
        return "?"
    if len(low) > 4 and low.endswith("ly") and low not in lexis.NOT_ADVERBS:
        return "A"
    return "N"
