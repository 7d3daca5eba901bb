"""Results as bytes and back; reading them back makes nothing but sitegen's own values.

A cache may stand in a directory that other people write to.  Python's pickle lets its bytes call any function;
here they can name sitegen's classes and a few plain ones, and no function.
"""

from __future__ import annotations

import io
import pickle
from dataclasses import is_dataclass
from typing import Any

from markupsafe import Markup

_PLAIN = {("collections", "Counter"), ("collections", "OrderedDict"), ("builtins", "frozenset"), ("builtins", "set")}


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
        if (module, name) == ("markupsafe", "Markup"):
            return Markup
        if module.startswith("sitegen.") or (module, name) in _PLAIN:
            found = super().find_class(module, name)
            if (module, name) in _PLAIN or (module, name) == ("sitegen.model.figure", "_restored"):
                return found
            # a name with dots could reach what a module of sitegen's imports
            if isinstance(found, type) and found.__module__ == module and (issubclass(found, tuple) or is_dataclass(found)):
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is no value of sitegen's")
