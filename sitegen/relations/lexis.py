"""What the reader knows of words: the tables of `tables`, read from the data files at their first use."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

from sitegen.model.relation import RelationType

if TYPE_CHECKING:
    from sitegen.relations.rule_tables import *  # noqa: F403
    from sitegen.relations.tables import *  # noqa: F403
    from sitegen.relations.verb_tables import *  # noqa: F403


@dataclass(frozen=True, slots=True)
class Sense:
    """One reading of a verb: its arrow, and what follows it (`tail` words, then one of `prepositions` or nothing)."""

    group: str
    type: RelationType
    sign: int
    tail: tuple[str, ...] = ()
    prepositions: frozenset[str] = frozenset()
    bare: bool = True
    inverse: bool = False
    raises: bool = False
    through: bool = False


class Form(NamedTuple):
    """A verb's form: `base`, `s`, `ed` or `ing`."""

    verb: str
    kind: str


@dataclass(frozen=True, slots=True)
class Effect:
    """What a noun or suffix says of a name: an arrow's type and sign."""

    type: RelationType
    sign: int
    group: str = ""


def __getattr__(name: str) -> Any:
    """A table: the first one asked for reads the data files, and all of them are plain attributes from then on."""
    if not name.isupper():
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    tables = vars(import_module("sitegen.relations.tables"))
    globals().update({key: value for key, value in tables.items() if key.isupper()})
    # Python looks names up quickly only in a module without this function
    globals().pop("__getattr__", None)
    return tables[name]
