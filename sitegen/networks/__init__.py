"""Pathway and network files beside a figure become relations.  Pure: text or bytes in, values out."""

from __future__ import annotations

from collections.abc import Callable

from sitegen.model.relation import Relation
from sitegen.networks.cx import read_cx
from sitegen.networks.cx2 import read_cx2
from sitegen.networks.gpml import read_gpml
from sitegen.networks.relation_table import read_relation_table
from sitegen.networks.sif import read_sif
from sitegen.problems import Problem

Read = tuple[tuple[Relation, ...], tuple[Problem, ...]]

_READERS: dict[str, Callable[[str, bytes | str], Read]] = {
    ".sif": read_sif,
    ".gpml": read_gpml,
    ".cx2": read_cx2,
    ".cx": read_cx,
    "-relations.tsv": read_relation_table,
}
SIDECARS: tuple[str, ...] = tuple(_READERS)
"""The endings after `<figid>`, the most trusted first: the relations of the first file that has any are used."""


def read_sidecar(name: str, data: bytes | str) -> Read:
    """The relations of a sidecar, told by the ending of its name, and its problems, whose path is `name`.

    What could be read is returned beside the faults.  Raises ValueError for a name with none of the endings.
    """
    for ending, reader in _READERS.items():
        if name.endswith(ending):
            return reader(name, data)
    raise ValueError(f"not a sidecar: {name!r}")
