"""Under which names a caption's arrows stand: one for each entity, and no arrow from a name to itself."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sitegen.relations import lexis
from sitegen.relations.abbreviations import of_cells, short_names
from sitegen.relations.arguments import Edge, entry
from sitegen.relations.choice import Found
from sitegen.relations.names.name import Name, folded

_MEMBER = re.compile(r"-?\d[\dA-Za-z/]{0,3}")
"""What of a name tells a member of a family."""
_JOINTS, _SLASHES = re.compile(r"[-‐‑–—−·:]|‚Ä[ìîê]"), re.compile("[/·:]")
"""What joins two names to a third."""
_SPELLED = re.compile("[a-z]{4}|[A-Z]{6}")
"""What a long name has and a short one seldom."""


def is_loop(edge: Edge) -> bool:
    """Whether an arrow leads from a name to itself, or to one that it is joined with."""
    a, b = edge.source.text, edge.target.text
    if folded(a) == folded(b):
        return True
    if a not in b and b not in a:
        return False
    made = edge.type in ("binding", "conversion")
    return _one_holds(a, b) or (_is_class_of(a, b) and not _is_receptor_of(edge)) or (not made and _is_member_of(a, b))


def _is_member_of(a: str, b: str) -> bool:
    """Whether one name is that of the other one's family: what "activates TLR" is not TLR4."""
    if len(a) < len(b):
        a, b = b, a
    return a.startswith(b) and b[-1].isalpha() and _MEMBER.fullmatch(a[len(b) :]) is not None


def _is_receptor_of(edge: Edge) -> bool:
    """Whether an arrow says that something binds to its receptor: "AKX2 binds to the AKX2 receptor"."""
    last = edge.target.text.rpartition(" ")[2].lower().removesuffix("s")
    return (
        edge.type == "binding"
        and edge.sign == 0
        and last in lexis.RECEIVERS_NOUNS
        and edge.target.text.startswith(edge.source.text)
    )


def _is_class_of(a: str, b: str) -> bool:
    """Whether two names are of one thing: "KIT" and "KIT receptors", "LD" and "LDs", "HBV" and "HBV replication"."""
    if len(a) < len(b):
        a, b = b, a
    rest = a.removeprefix(b) if a.startswith(b) else a
    last = rest.rpartition(" ")[2].lower()
    return rest == "s" or (rest[:1] == " " and (rest[1:].lower() in lexis.CLASS or last in lexis.PROCESSES))


def _one_holds(a: str, b: str) -> bool:
    """Whether one name joins the other one to a third: no arrow leads from A to "A-B".

    "A-reductase" is no such name.
    """
    if len(a) < len(b):
        a, b = b, a
    if " " in a or len(a) == len(b):
        return False
    parts = _JOINTS.split(a)
    return b in _SLASHES.split(a) or (b in parts and not (parts[-1].islower() and len(parts[-1]) > 2))


def at_chains(out: list[Found], chains: Mapping[str, tuple[str, ...]]) -> list[Found]:
    """The arrows at the ends of the chains that the caption names anywhere: one to "A/B" ends at A, one from it starts at B."""
    return [_at_chain(found, chains) for found in out] if chains else out


def _at_chain(found: Found, chains: Mapping[str, tuple[str, ...]]) -> Found:
    edge = found.edge
    if edge.source.text in chains:
        edge = edge._replace(source=Name(chains[edge.source.text][-1], "chain"))
    if edge.target.text in chains:
        edge = edge._replace(target=Name(entry(chains[edge.target.text]), "chain"))
    return found if edge is found.edge else found._replace(edge=edge)


def without_cells(caption: str, out: list[Found]) -> list[Found]:
    """The arrows without those at a short name of cells or of a place."""
    if not out or ("cell" not in caption and "(" not in caption):
        return out
    cells = of_cells(caption)
    if not cells:
        return out
    return [f for f in out if not _stands_for(f.edge.source.text, cells) and not _stands_for(f.edge.target.text, cells)]


def _stands_for(name: str, cells: frozenset[str]) -> bool:
    return " " not in name and folded(name.removesuffix("s")) in cells


def under_short_names(caption: str, out: list[Found]) -> list[Found]:
    """The arrows under the short names that the caption gives: interleukin-6 is IL-6 in all of one that says so once."""
    if "(" not in caption:
        return out
    long = list(filter(_SPELLED.search, {f.edge.source.text for f in out} | {f.edge.target.text for f in out}))
    if not long:
        return out
    short = short_names(caption, set(map(folded, long)))
    if not short:
        return out
    renamed = [_shortened(found, short) for found in out]
    return [f for f in renamed if folded(f.edge.source.text) != folded(f.edge.target.text)]


def _shortened(found: Found, short: Mapping[str, str]) -> Found:
    source, target = found.edge.source, found.edge.target
    a, b = short.get(folded(source.text), source.text), short.get(folded(target.text), target.text)
    if a == source.text and b == target.text:
        return found
    return found._replace(edge=found.edge._replace(source=source._replace(text=a), target=target._replace(text=b)))
