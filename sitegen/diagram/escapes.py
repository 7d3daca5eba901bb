"""Graphviz's escapes in addresses and labels: `\\N` is the node's name, as in its manual under escString."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import quote

_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_IN_ADDRESSES = "%:/?#[]@!$&'()*+,;=-._~"


def expanded_label(label: str, values: Mapping[str, str]) -> str:
    """A label with the names that it stands for; its line ends stay escapes, as Graphviz keeps them in `\\L`."""
    return _ESCAPE.sub(lambda m: values.get(m[1], m[0]) if m[1] != "L" else m[0], label)


def expanded_address(address: str, values: Mapping[str, str]) -> str:
    """An address with the names that it stands for, by letter; what no address can hold in a name is percent-encoded."""
    def value(match: re.Match[str]) -> str:
        known = values.get(match[1])
        return quote(known, safe=_IN_ADDRESSES) if known is not None else "\\" if match[1] == "\\" else match[0]

    return _ESCAPE.sub(value, address)
