"""A JSON-LD document as text that no HTML parser can be led out of."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"))
_ESCAPES = tuple((c, f"\\u{ord(c):04x}") for c in "<>&\u2028\u2029")


def embed(document: Mapping[str, Any]) -> str:
    """The document as compact JSON for the inside of `<script type="application/ld+json">`.

    Keys keep their order.  `<`, `>`, `&`, U+2028 and U+2029 are written as JSON escapes, so the text
    holds no tag, comment, CDATA end or character reference and must not be HTML-escaped again.
    Raises ValueError for NaN and infinities.
    """
    return encode(document)


def encode(value: Any) -> str:
    """Any JSON value in the form that `embed` gives it."""
    text = _ENCODER.encode(value)
    for character, escaped in _ESCAPES:
        if character in text:
            text = text.replace(character, escaped)
    return text


def size(value: Any) -> int:
    """The bytes of a value in UTF-8 as `embed` writes it."""
    kind = type(value)
    if kind is str:
        return _text_size(value)
    if kind is dict and value:  # braces, a colon each and the commas between; adding is faster than writing
        return 2 * len(value) + 1 + sum(map(size, value)) + sum(map(size, value.values()))
    if kind is list and value:
        return len(value) + 1 + sum(map(size, value))
    return _written(value)


@lru_cache(maxsize=8192)
def _text_size(value: str) -> int:
    if value.isascii() and value.isprintable():
        return len(value) + 2 + value.count('"') + value.count("\\") + 5 * sum(map(value.count, "<>&"))
    return _written(value)


def _written(value: Any) -> int:
    text = encode(value)
    return len(text) if text.isascii() else len(text.encode("utf-8", "replace"))
