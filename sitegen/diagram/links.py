"""Which addresses a diagram may link to."""

from __future__ import annotations

import re

_SAFE_LINK = re.compile(r"(?:https?://|mailto:|[./#?]|[^:]*$)", re.IGNORECASE)


def safe_link(url: str) -> bool:
    """Whether a page may link to an address: http, https, mailto, or relative; browsers skip blanks in a scheme."""
    return _SAFE_LINK.match("".join(c for c in url if c > " ")) is not None
