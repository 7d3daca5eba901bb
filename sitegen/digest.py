"""The only hashing: digests that are equal on every machine and every day."""

from __future__ import annotations

import hashlib
import json
from typing import Any


def digest(*parts: bytes | str) -> str:
    """The hexadecimal SHA-256 of the parts, each preceded by its length so that no two splits agree."""
    h = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        h.update(len(data).to_bytes(8, "big"))
        h.update(data)
    return h.hexdigest()


# kept: `json.dumps` makes an encoder a call where it is given any of these
_encoder = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def canonical_json(value: Any) -> str:
    """JSON with sorted keys and no spaces: one text for one value.  Raises ValueError for NaN."""
    return _encoder.encode(value)
