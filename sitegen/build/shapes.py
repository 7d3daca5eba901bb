"""Whether a value is what its type says, field by field: what a cache gives back is not trusted for its seal alone.

Values of one type are looked at a field at a time, not one by one: so it takes a small part of the time that
reading them takes.
"""

from __future__ import annotations

from collections import Counter, OrderedDict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import fields
from functools import cache
from importlib import import_module
from itertools import chain
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from markupsafe import Markup

_DICTS = (dict, Counter, OrderedDict)
_PLAIN = frozenset({str, int, float, bool, NoneType, list, dict})
_DEEPEST = 100
_ELSEWHERE = {
    name: module
    for module, names in {
        "sitegen.content.discover": ("SourceRef",), "sitegen.diagram.curated": ("Curated",),
        "sitegen.indexes.register": ("Entry", "FigureFacts"), "sitegen.indexes.shards": ("Gene",),
        "sitegen.indexes.suggest": ("Suggestion",), "sitegen.model.catalog": ("OrganismEntry", "Surroundings"),
        "sitegen.model.figure": ("Figure",), "sitegen.model.relation": ("Relation",), "sitegen.model.routes": ("Redirect",),
        "sitegen.model.summary": ("Summary",), "sitegen.problems": ("Problem",), "sitegen.publish.writer": ("Receipt",),
    }.items()
    for name in names
}
"""Where the types are that a module of results names and does not import: a build with nothing to make needs none of them."""


def fits(value: object, shape: Any) -> bool:
    """Whether a value, and everything in it, has the type that `shape` is."""
    try:
        return _fit([value], shape)
    except (TypeError, AttributeError):  # a slot without a value, a key that cannot be compared
        return False


def _fit(values: Collection[Any], shape: Any) -> bool:
    """Whether all of the values fit."""
    if shape is Any:
        return _all_plain(values)
    allowed, members = _members(shape)
    if not allowed.issuperset(map(type, values)):
        return False
    for member, kinds in members:
        some = values if len(allowed) == len(kinds) else [v for v in values if type(v) in kinds]
        if some and not _inside(some, member):
            return False
    return True


@cache
def _members(shape: Any) -> tuple[frozenset[type], tuple[tuple[Any, tuple[type, ...]], ...]]:
    """The classes of values that may fit, and those of a union's types of which more than the class is to be looked at."""
    members = [(m, _kinds(m)) for m in (get_args(shape) if get_origin(shape) in (Union, UnionType) else (shape,))]
    return frozenset(kind for _, kinds in members for kind in kinds), tuple(
        (m, kinds) for m, kinds in members if get_origin(m) or hasattr(m, "_fields") or hasattr(m, "__dataclass_fields__")
    )


def _kinds(member: Any) -> tuple[type, ...]:
    """The classes of values that may fit a type."""
    origin = get_origin(member)
    if origin is Literal:
        return tuple({type(a) for a in get_args(member)})
    if origin in (dict, Mapping):
        return _DICTS
    if origin is Sequence:
        return tuple, list
    return (str, Markup) if member is str else (NoneType,) if member is None else (origin or member,)


def _inside(values: Collection[Any], member: Any) -> bool:
    """Whether what the values hold fits, which are of the right class themselves."""
    origin, inner = get_origin(member), get_args(member)
    if origin is Literal:
        return set(inner).issuperset(values)
    if origin is tuple and inner[-1] is not ...:
        return {len(v) for v in values} == {len(inner)} and _columns_fit(zip(*values, strict=True), inner)
    if origin in (dict, Mapping):
        items = [list(chain.from_iterable(values)), list(chain.from_iterable(v.values() for v in values))]
        return _columns_fit(items, inner)
    if origin is not None:
        return _fit(list(chain.from_iterable(values)), inner[0])
    if hasattr(member, "_fields"):
        return _columns_fit(zip(*values, strict=True), _hints(member))
    return _columns_fit(([getattr(v, name) for v in values] for name in _names(member)), _hints(member))


def _columns_fit(columns: Any, shapes: Sequence[Any]) -> bool:
    return all(_fit(column, shape) for column, shape in zip(columns, shapes, strict=True))


def _all_plain(values: Collection[Any]) -> bool:
    """Whether values are what JSON has."""
    for _ in range(_DEEPEST):
        if not _PLAIN.issuperset(map(type, values)):
            return False
        inner = [list(v.values()) if type(v) is dict else v for v in values if type(v) in (list, dict)]
        keys = chain.from_iterable(v for v in values if type(v) is dict)
        if not {str}.issuperset(map(type, keys)):
            return False
        values = list(chain.from_iterable(inner))
        if not values:
            return True
    return False


def _names(kind: Any) -> tuple[str, ...]:
    return getattr(kind, "_fields", ()) or tuple(f.name for f in fields(kind))


@cache
def _hints(kind: Any) -> tuple[Any, ...]:
    """The types of a class's fields, in order."""
    known: dict[str, Any] = {}
    while True:
        try:
            hints = get_type_hints(kind, localns=known)
        except NameError as e:
            name = e.name or ""
            known[name] = getattr(import_module(_ELSEWHERE[name]), name)
        else:
            return tuple(hints[name] for name in _names(kind))
