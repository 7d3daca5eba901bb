"""The diagrams' networks in one archive a format: tar files, whose parts are made figure by figure."""

from __future__ import annotations

import tarfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from sitegen.exports.cx2 import cx2
from sitegen.exports.dot import dot
from sitegen.exports.gpml import gpml
from sitegen.exports.network import Network, figure_network
from sitegen.exports.sif import sif
from sitegen.model.figure import Figure
from sitegen.model.participants import Kind
from sitegen.model.relation import Relation

_BLOCK = 512
END = bytes(2 * _BLOCK)
"""What ends an archive."""


class Format(NamedTuple):
    """A format of networks: the ending of its files, who reads it, and what writes it."""

    ending: str
    about: str
    write: Callable[[Network], str]

    @property
    def file(self) -> str:
        """The name of the archive."""
        return f"networks.{self.ending}.tar.gz"


FORMATS = (
    Format("sif", "SIF, for Cytoscape", sif), Format("cx2", "CX2, for Cytoscape and NDEx", cx2),
    Format("gpml", "GPML 2021, for PathVisio and WikiPathways", gpml), Format("dot", "DOT, for Graphviz", dot),
)


def entries(
    figures: Iterable[tuple[Figure, Sequence[Relation]]], elsewhere: Mapping[str, Kind]
) -> tuple[list[bytes], ...]:
    """For each format the archive's entries (POSIX.1-1988 ustar, GNU's long names) of the figures that have relations."""
    found: tuple[list[bytes], ...] = tuple([] for _ in FORMATS)
    for figure, relations in figures:
        if relations:
            net = figure_network(figure, relations, elsewhere)
            for form, out in zip(FORMATS, found, strict=True):
                out.append(_entry(f"{figure.figid}.{form.ending}", form.write(net).encode("utf-8", "replace")))
    return found


def _entry(name: str, body: bytes) -> bytes:
    """A file of an archive; it knows no time, no owner and no rights but to be read."""
    head = tarfile.TarInfo(name)
    head.size = len(body)
    return head.tobuf(tarfile.GNU_FORMAT, "utf-8", "replace") + body + bytes(-len(body) % _BLOCK)
