"""Results as bytes and back; reading them back makes nothing but sitegen's own values.

A cache may stand in a directory that other people write to.  Python's pickle lets its bytes call any function and
set what a class holds; here they can name sitegen's classes and a few plain ones, no function, and change none.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable
from dataclasses import is_dataclass
from functools import cache
from typing import Any, NoReturn

from markupsafe import Markup

_PLAIN = {("collections", "Counter"), ("collections", "OrderedDict"), ("builtins", "frozenset"), ("builtins", "set")}
_RESTORED = ("sitegen.model.figure", "_restored")


class Damaged(ValueError):
    """The bytes are no result of sitegen's."""


def pack(value: object) -> bytes:
    """A value as bytes."""
    return pickle.dumps(value, protocol=5)


def unpack(body: bytes | memoryview) -> Any:
    """The value that `pack` made bytes of; raises Damaged where the bytes hold anything else."""
    try:
        return _Reader(io.BytesIO(body)).load()
    except Exception as e:  # whatever stands in bytes that somebody else wrote
        raise Damaged(str(e)) from e


class _Reader(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        if module.startswith("sitegen.") or (module, name) in _PLAIN or (module, name) == ("markupsafe", "Markup"):
            maker = _maker(module, name, super().find_class(module, name))
            if maker is not None:
                return maker
        raise pickle.UnpicklingError(f"{module}.{name} is no value of sitegen's")


class _Maker(type):
    """A class that makes another's values and holds nothing: a pickle can set attributes of each class that it can name."""

    def __setattr__(cls, name: str, value: object) -> NoReturn:
        raise pickle.UnpicklingError("a class is to be changed")


@cache
def _maker(module: str, name: str, found: Any) -> Any:
    """What stands for a class or function in a pickle; None where it makes no value of sitegen's."""
    if (module, name) in _PLAIN or (module, name) == _RESTORED or found is Markup:
        return _making(name, found)
    # a name with dots could reach what a module of sitegen's imports
    if not isinstance(found, type) or found.__module__ != module:
        return None
    if issubclass(found, tuple) and hasattr(found, "_fields"):
        return _making(name, _of_cells(found))
    # one that is frozen and has slots takes no state itself, its values alone do
    return found if is_dataclass(found) and "__setstate__" in vars(found) else None


def _making(name: str, make: Callable[..., Any]) -> type:
    return _Maker(name, (), {"__slots__": (), "__new__": lambda _, *cells: make(*cells)})


def _of_cells(kind: Any) -> Callable[..., Any]:
    size, new = len(kind._fields), tuple.__new__

    def make(*cells: Any) -> Any:
        if len(cells) != size:
            raise pickle.UnpicklingError(f"{kind.__name__} of another size")
        return new(kind, cells)

    return make
