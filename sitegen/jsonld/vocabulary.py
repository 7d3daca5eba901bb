"""What schema.org lets a Dataset say, so that given values are kept only where they are valid."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from sitegen.jsonld import schema_org
from sitegen.model.missing import is_missing

URL = re.compile(r"https?://[^\s\x00-\x1f\x7f<>\"{}|\\^`]+")
_DEVELOPMENT = re.compile(r"https?://(?:[^/?#]*@)?(?:localhost|127\.[0-9.]+|0\.0\.0\.0|\[::1?\])(?![^/?#:])", re.IGNORECASE)
"""Hosts of a site that its author tries out: no reader reaches them."""
# `re.ASCII`: the digits of other scripts are no number to a machine
DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", re.ASCII)
_DATE_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)?", re.ASCII)
_DURATION = re.compile(r"P(?=.)(\d+[YMWD])*(T(\d+[HMS])+)?", re.ASCII)
_INTEGER = re.compile(r"[+-]?\d{1,15}", re.ASCII)
_NUMBER = re.compile(r"[+-]?\d{1,15}(\.\d{1,15})?([eE][+-]?\d{1,2})?", re.ASCII)
_BOOLEANS = {"true": True, "false": False}
_DEPTH = 4


class Property(NamedTuple):
    """A property's domain and range, as class names."""

    domains: frozenset[str]
    ranges: frozenset[str]


def _properties() -> dict[str, Property]:
    table = {}
    for entry in schema_org.PROPERTIES.split(";"):
        name, _, rest = entry.partition("=")
        domains, _, ranges = rest.partition(":")
        table[name] = Property(frozenset(domains.split()), frozenset(ranges.split()))
    return table


def _ancestors() -> dict[str, frozenset[str]]:
    parents = {line.split()[0]: line.split()[1:] for line in schema_org.PARENTS.split(";")}
    table = {}
    for name in parents:
        line = [name]
        for one in line:
            line += [p for p in parents.get(one, ()) if p not in line]
        table[name] = frozenset(line)
    return table


PROPERTIES = _properties()
ANCESTORS = _ancestors()
_CLASS_NAMES = frozenset(schema_org.CLASSES.casefold().split())
_NESTED = frozenset(schema_org.NESTED)


def is_class_name(text: str) -> bool:
    """Whether a text is the name of a schema.org class, in any letter case."""
    return text.strip().casefold() in _CLASS_NAMES


def is_url(text: str) -> bool:
    """Whether a text is an absolute http(s) URL without spaces and control characters, and not on the author's own machine."""
    return URL.fullmatch(text) is not None and _DEVELOPMENT.match(text) is None


def form(value: Any) -> str:
    """What values have in common that say the same: a list's are told apart by it in one pass."""
    return json.dumps(value, sort_keys=True)


def fit(owner: str, key: str, value: Any, depth: int = 0) -> tuple[Any, str]:
    """A given value as the property takes it, and why what was left out was: (None, reason) where nothing fits.

    `owner` is the node's class.  Text becomes a Boolean or a number where the property takes nothing
    else; nested nodes are followed four deep, and only the classes of `schema_org.NESTED` are known.
    Missing values vanish without a reason.
    """
    known = PROPERTIES.get(key)
    if known is None or not known.domains & ANCESTORS.get(owner, frozenset()):
        return None, f"{key} is no property of a {owner}"
    return _fit(key, known.ranges, value, depth)


def _fit(key: str, ranges: frozenset[str], value: Any, depth: int) -> tuple[Any, str]:
    if isinstance(value, (list, tuple)):
        found: dict[str, Any] = {}
        reason = ""
        for item in value:
            if isinstance(item, (list, tuple)):
                kept, why = None, f"{key} holds a list in a list"
            else:
                kept, why = _fit(key, ranges, item, depth)
            reason = reason or why
            if kept is not None:
                found.setdefault(form(kept), kept)
        return (list(found.values()) or None), reason
    if isinstance(value, Mapping):
        return _fit_node(key, ranges, value, depth)
    if isinstance(value, bool):
        return (value, "") if "Boolean" in ranges else (None, f"{key} takes no Boolean")
    if isinstance(value, (int, float)):
        if ranges & {"Number", "Integer", "Float"} and value == value and abs(value) != float("inf"):
            return value, ""
        value = str(value)
    if not isinstance(value, str):
        return None, "" if value is None else f"{key} has a value of an unknown kind"
    return _fit_text(key, ranges, " ".join(value.split()))


def _fit_text(key: str, ranges: frozenset[str], text: str) -> tuple[Any, str]:
    if is_missing(text):
        return None, ""
    if "Text" in ranges or ("URL" in ranges and is_url(text)):
        return text, ""
    if "Boolean" in ranges and text.casefold() in _BOOLEANS:
        return _BOOLEANS[text.casefold()], ""
    if "Integer" in ranges and _INTEGER.fullmatch(text):
        return int(text), ""
    if ranges & {"Number", "Float"} and _NUMBER.fullmatch(text):
        return (int(text) if _INTEGER.fullmatch(text) else float(text)), ""
    if ranges & {"Date", "DateTime"} and (DATE.fullmatch(text) or _DATE_TIME.fullmatch(text)):
        return text, ""
    if "Duration" in ranges and _DURATION.fullmatch(text):
        return text, ""
    return None, f"{key} takes {' or '.join(sorted(ranges))}, not this text"


def _fit_node(key: str, ranges: frozenset[str], node: Mapping[str, Any], depth: int) -> tuple[Any, str]:
    kind = node.get("@type")
    address = node.get("@id")
    if kind is None and isinstance(address, str) and len(node) == 1:
        return _fit_text(key, ranges, address.strip())
    if not isinstance(kind, str) or kind not in _NESTED or depth >= _DEPTH:
        return None, f"{key} holds a node of an unknown type"
    if not ANCESTORS[kind] & ranges:
        return None, f"{key} takes {' or '.join(sorted(ranges))}, not {kind}"
    found: dict[str, Any] = {"@type": kind}
    reason = ""
    if isinstance(address, str) and is_url(address.strip()):
        found["@id"] = address.strip()
    for name, value in node.items():
        if name in ("@type", "@id", "@context"):
            continue
        kept, why = fit(kind, str(name), value, depth + 1)
        reason = reason or why
        if kept is not None:
            found[str(name)] = kept
    return (found, reason) if len(found) > 1 else (None, reason)
