"""Sentences that say nothing about biology: drawing keys, abbreviation lists, measurements."""

from __future__ import annotations

import re

from sitegen.relations import lexis
from sitegen.relations.tokens import Token

_MEANS = re.compile(r"(?:^|[;.,]\s)\s*[^\s,;:=]{1,14}(?:[,:=]| =)\s[^;]{3,90}(?=;)")


def explains_drawing(tokens: list[Token], text: str) -> bool:
    """Whether the sentence is about the drawing or a measurement, or is a list of abbreviations."""
    low = [t.low for t in tokens]
    for i, word in enumerate(low):
        if word in lexis.DRAWING:
            return True
        if word in lexis.DRAWING_VERBS and "that" not in low[i + 1:i + 2] and not (word in ("shown", "indicated") and "to" in low[i + 1:i + 2]):
            return True
    folded = text.lower()
    if any(mark in folded for mark in lexis.MEASUREMENT):
        return True
    return len(_MEANS.findall(text)) >= 2
