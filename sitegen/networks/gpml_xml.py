"""GPML as XML: its nodes, groups, lines and anchors, 2013a and 2021 brought to one form.

Read with expat, one event at a time, no tree.  A document type is refused, so that no entity can be declared:
neither a billion laughs nor a file of this machine gets in.  (defusedxml would refuse the same, but its parsers
build trees without line numbers, and its last release is of 2021.)

The formats: GPML2013a.xsd and GPML2021.xsd of PathVisio's libGPML.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple
from xml.parsers import expat

from sitegen.networks.source import MAX_BYTES, clean, names_in
from sitegen.problems import Problem

VERSIONS = {"http://pathvisio.org/GPML/2013a": "2013a", "http://pathvisio.org/GPML/2021": "2021"}
MAX_DEPTH = 64
MAX_ELEMENTS = 200_000
_NODES = frozenset({"DataNode", "Label", "Shape"})
_READ = _NODES | {"State", "Group", "Interaction", "Point", "Anchor", "Comment", "Property", "Attribute"}
_COMMENTED = 4000  # characters of a comment that are kept


class Node(NamedTuple):
    """A DataNode, Label or Shape with text; `kind` is its Type in lower case."""

    label: str
    kind: str


class Group(NamedTuple):
    """A group and the ids of its members; `style` in lower case, such as `complex`."""

    label: str
    style: str
    members: list[str]


class Line(NamedTuple):
    """An Interaction: what its ends are attached to and the arrowheads there, its comment and our own note on it."""

    number: int
    start: str
    end: str
    start_head: str
    end_head: str
    comment: str
    note: str


@dataclass(slots=True)
class Drawing:
    """A pathway as it is drawn; `states` maps a state to its node and label, `anchors` an anchor to its line."""

    nodes: dict[str, Node] = field(default_factory=dict)
    groups: dict[str, Group] = field(default_factory=dict)
    states: dict[str, tuple[str, str]] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)
    anchors: dict[str, int] = field(default_factory=dict)


class _Refused(Exception):
    def __init__(self, code: str, message: str) -> None:
        self.code, self.message = code, message


def parse_gpml(path: str, data: bytes | str) -> Drawing | Problem:
    """What a GPML file draws, or the problem that keeps it from being read."""
    if len(data) > MAX_BYTES:
        return Problem(path, 0, 0, "E306", f"larger than {MAX_BYTES // 2**20} MB")
    try:
        raw = data.encode("utf-8") if isinstance(data, str) else data
    except UnicodeEncodeError:
        return Problem(path, 0, 0, "E101", "holds half a surrogate pair")
    handler = _Handler("utf-8" if isinstance(data, str) else None)
    parser = handler.parser
    try:
        parser.Parse(raw, True)
    except _Refused as e:
        return Problem(path, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1, e.code, e.message)
    except expat.ExpatError as e:
        return Problem(path, e.lineno, e.offset + 1, "E305", f"not well-formed XML: {expat.ErrorString(e.code)}")
    except (LookupError, ValueError) as e:  # an encoding that Python does not know
        return Problem(path, 1, 1, "E305", f"encoding cannot be read: {names_in(str(e))}")
    return handler.drawing()


class _Handler:
    """Expat's events gathered to a Drawing."""

    def __init__(self, encoding: str | None) -> None:
        self.parser = p = expat.ParserCreate(encoding, namespace_separator=" ")
        p.buffer_text = True
        p.ordered_attributes = False
        p.StartDoctypeDeclHandler = self._doctype
        p.StartElementHandler = self._start
        p.EndElementHandler = self._end
        p.CharacterDataHandler = self._text
        self._drawing = Drawing()
        self._stack: list[str] = []
        self._count = 0
        self._membership: list[tuple[str, str]] = []
        self._group_names: dict[str, str] = {}
        self._node = ""
        self._interaction: dict[str, str] | None = None
        self._points: list[tuple[str, str]] = []
        self._anchor_ids: list[str] = []
        self._comment: list[str] | None = None
        self._comment_size = 0

    def drawing(self) -> Drawing:
        """The drawing, its groups with their members in file order."""
        for group, member in self._membership:
            known = self._drawing.groups.get(self._group_names.get(group, group))
            if known is not None:
                known.members.append(member)
        return self._drawing

    def _doctype(self, *_: object) -> None:
        raise _Refused("E308", "a document type is declared")

    def _start(self, name: str, given: dict[str, str]) -> None:
        self._count += 1
        if len(self._stack) >= MAX_DEPTH or self._count > MAX_ELEMENTS:
            raise _Refused("E306", "nested too deeply" if self._count <= MAX_ELEMENTS else f"more than {MAX_ELEMENTS} elements")
        space, _, tag = name.rpartition(" ")
        if not self._stack:
            if tag != "Pathway" or space not in VERSIONS:
                what = f"GPML {space.rsplit('/', 1)[-1]}" if "GPML" in space else f"<{tag}>"
                raise _Refused("E307", f"{names_in(what)} is not GPML 2013a or 2021")
        elif space not in VERSIONS:
            tag = ""  # BioPAX and other vocabularies within GPML
        self._stack.append(tag)
        if tag in _READ:
            self._element(tag, {k.lower(): v for k, v in given.items()})

    def _element(self, tag: str, given: dict[str, str]) -> None:
        ident = given.get("elementid") or given.get("graphid") or ""
        if tag in _NODES:
            # what no line names needs no id in 2013a, and is a member of its group all the same
            self._node = ident = ident or f"node {self._count}"
            label = clean(given.get("textlabel", ""))
            if label:
                self._drawing.nodes.setdefault(ident, Node(label, given.get("type", "").casefold()))
            self._member(given, ident)
        elif tag == "State" and ident:
            self._drawing.states.setdefault(ident, (given.get("graphref") or self._node, clean(given.get("textlabel", ""))))
        elif tag == "Group":
            self._group(given, ident)
        elif tag == "Interaction":
            self._interaction = {"line": str(self.parser.CurrentLineNumber), "comment": "", "note": ""}
            self._points, self._anchor_ids = [], []
        elif self._interaction is not None:
            if tag == "Point":
                self._points.append((given.get("elementref") or given.get("graphref") or "", given.get("arrowhead", "")))
            elif tag == "Anchor" and ident:  # nothing can be attached to one without: a loose end names none, either
                self._anchor_ids.append(ident)
            elif tag == "Comment":
                self._comment, self._comment_size = [], 0
            elif tag in ("Property", "Attribute") and given.get("key") == "relation":
                self._interaction["note"] = given.get("value", "")

    def _member(self, given: dict[str, str], ident: str) -> None:
        if given.get("groupref"):
            self._membership.append((given["groupref"], ident))

    def _group(self, given: dict[str, str], ident: str) -> None:
        name = given.get("groupid", "")  # 2013a: what members name; lines name its GraphId
        ident = ident or f"group {name}"
        if name:
            self._group_names.setdefault(name, ident)
        style = (given.get("style") or given.get("type") or "").casefold()
        self._drawing.groups.setdefault(ident, Group(clean(given.get("textlabel", "")), style, []))
        self._member(given, ident)

    def _text(self, text: str) -> None:
        if self._comment is not None and self._comment_size < _COMMENTED:
            self._comment.append(text)
            self._comment_size += len(text)

    def _end(self, _: str) -> None:
        tag = self._stack.pop()
        if tag == "Comment" and self._comment is not None and self._interaction is not None:
            self._interaction["comment"] = self._interaction["comment"] or "".join(self._comment).strip()
            self._comment = None
        elif tag == "Interaction" and self._interaction is not None:
            for anchor in self._anchor_ids:
                self._drawing.anchors.setdefault(anchor, len(self._drawing.lines))
            (start, start_head), (end, end_head) = (self._points[0], self._points[-1]) if self._points else (("", ""), ("", ""))
            about = self._interaction
            self._drawing.lines.append(
                Line(int(about["line"]), start, end, start_head, end_head, about["comment"], about["note"])
            )
            self._interaction = None
