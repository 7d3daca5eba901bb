"""Front matter: the fenced YAML block at the head of a file, each key with its line.

Plain scalars stay text, whatever YAML 1.1 makes of them: `no`, `1E10` and `2001-01-01` are gene symbols.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from sitegen.content.block import Block as Block
from sitegen.content.block import Value as Value
from sitegen.content.plainyaml import read_plain
from sitegen.content.yamlmistakes import mistake
from sitegen.places import Place, place_of
from sitegen.problems import Problem

try:
    from yaml import CSafeLoader as _BaseLoader
except ImportError:  # PyYAML built without libyaml: the same result, slower
    from yaml import SafeLoader as _BaseLoader  # type: ignore[assignment]

_FENCE = re.compile(r"---[ \t]*\r?\n")
_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE)
_NO_LINE_ENDS = dict.fromkeys((0x85, 0x2028, 0x2029), " ")
"""Characters that end a line to YAML and to no editor, as captions copied from elsewhere hold them."""
_STR = "tag:yaml.org,2002:str"
_SEQ = "tag:yaml.org,2002:seq"
_MAP = "tag:yaml.org,2002:map"
_TAGS: dict[type[Node], str] = {ScalarNode: _STR, SequenceNode: _SEQ, MappingNode: _MAP}
_BARE_RETURNS = "Its lines end with carriage returns alone, as on old Macs: save the file with line feeds."
_CUT_OFF = re.compile(r"[ \t]+#(?=[^\s#])")
MAX_FRONT = 1_000_000
"""Characters of a front matter; the largest that a paper's figure was seen with has a fifth of them."""
MAX_VALUES = 100_000
"""Texts (keys, too), lists and mappings of a front matter: a parser makes an object of each."""
_MAX_DEPTH = 64
_DEEP_INDENT = "\n" + " " * (_MAX_DEPTH - 8)
_MARK = re.compile(r"[\s\[{,:?-][&*]\S")  # where YAML may read an anchor or an alias


class _TooMany(Exception):
    """A front matter of more than MAX_VALUES values."""


class _Loader(_BaseLoader):
    """Resolves no plain scalar to anything but text, and stops where there are too many values."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012  (as the base class has it)
    values = 0

    def resolve(self, kind: type[Node], value: Any, implicit: Any) -> str:
        self.values += 1
        if self.values > MAX_VALUES:
            raise _TooMany
        return _TAGS[kind]


class Document(NamedTuple):
    """A file's front matter and body; `body_line` is the line that the body starts at, `yaml` the front matter as written."""

    front: Block
    body: str
    body_line: int
    yaml: str = ""


class _Refused(Exception):
    def __init__(self, place: Place, code: str, message: str, hint: str = "") -> None:
        self.place, self.code, self.message, self.hint = place, code, message, hint


def parse_document(path: str, text: str) -> tuple[Document | None, tuple[Problem, ...]]:
    """A file's text split into front matter and body, and the problems of its YAML.

    The document is None where the YAML cannot be read at all; a duplicate key leaves it readable
    (the first of the two is kept), so that the rest of the file is checked in the same run.
    """
    opening = _FENCE.match(text)
    if opening is None:
        hint = _BARE_RETURNS if "\r" in text and "\n" not in text else ""
        return None, (Problem(path, 1, 1, "E201", "the file does not start with a line '---'", hint),)
    closing = _CLOSE.search(text, opening.end())
    if closing is None:
        return None, (Problem(path, 1, 1, "E201", "the front matter is not closed by a line '---'"),)
    if closing.start() - opening.end() > MAX_FRONT:
        return None, (Problem(path, 1, 1, "E104", f"the front matter is longer than {MAX_FRONT:,} characters"),)
    # the opening line's end stays in the YAML text, so that its line numbers are the file's
    front = text[opening.end() - 1 : closing.start()].translate(_NO_LINE_ENDS)
    body = text[closing.end() :]
    body = body[1:] if body.startswith("\n") else body
    body_line = text.count("\n", 0, closing.end()) + 2
    plain = read_plain(front[1:], 2)
    if plain is not None:
        return Document(plain, body, body_line, front), ()
    try:
        block, problems = _parse_yaml(path, front)
    except _Refused as e:
        return None, (Problem(path, e.place.line, e.place.column, e.code, e.message, e.hint),)
    return Document(block, body, body_line, front), tuple(problems)


def item_places(yaml: str) -> dict[str, tuple[Place, ...]]:
    """Where the items of each list in a `Document.yaml` stand, by the list's key: worked out only for one who tells a fault."""
    node = _compose(yaml)
    pairs = node.value if isinstance(node, MappingNode) else []
    return {key.value: tuple(map(_place, value.value)) for key, value in reversed(pairs) if isinstance(value, SequenceNode)}


def _parse_yaml(path: str, text: str) -> tuple[Block, list[Problem]]:
    try:
        _refuse_structure(text)
        node = _compose(text)
    except yaml.MarkedYAMLError as e:
        place, message, hint = mistake(e, text)
        raise _Refused(place, "E202", message, hint) from None
    except yaml.reader.ReaderError as e:
        # libyaml gives the place in bytes
        found = yaml.reader.Reader.NON_PRINTABLE.search(text)
        at = found.start() if found else 0
        place = place_of(text, at)
        code = ord(text[at]) if found else 0
        raise _Refused(place, "E202", f"control character U+{code:04X}", "Delete the character.") from e
    except _TooMany:
        place = _place_of_value(text, MAX_VALUES)
        raise _Refused(place, "E104", f"the front matter has more than {MAX_VALUES:,} values") from None
    except (ValueError, RecursionError):
        raise _Refused(Place(1, 1), "E202", "not valid YAML") from None
    if node is None:
        return Block(), []
    if not isinstance(node, MappingNode):
        raise _Refused(_place(node), "E202", "the front matter is not a mapping of keys to values",
                       "Write a line `key: value` for each key, between the two lines '---'.")
    problems: list[Problem] = []
    return _Builder(path, text.split("\n"), problems).mapping(node, 0), problems


def _compose(text: str) -> Node | None:
    loader = _Loader(text)
    try:
        return loader.get_single_node()
    finally:
        loader.dispose()


def _place_of_value(text: str, number: int) -> Place:
    """Where the value of that number begins, the first being number 0."""
    loader = _Loader(text)
    try:
        while loader.check_event():
            event = loader.get_event()
            if isinstance(event, (yaml.ScalarEvent, yaml.CollectionStartEvent)):
                number -= 1
                if number < 0:
                    return _place(event)
    finally:
        loader.dispose()
    return Place(1, 1)


def _refuse_structure(text: str) -> None:
    """Refuses anchors and aliases, and text nested so deep that libyaml's composer, which recurses in C, could fail."""
    openers = text.count("[") + text.count("{") + text.count("- - ") + text.count("? ")
    if openers <= _MAX_DEPTH and _DEEP_INDENT not in text and _MARK.search(text) is None:
        return  # each level takes an opener or one more column of indentation
    loader, depth = _Loader(text), 0
    try:
        while loader.check_event():
            event = loader.get_event()
            if getattr(event, "anchor", None) is not None:
                raise _Refused(_place(event), "E208", "YAML anchors and aliases are not allowed")
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > _MAX_DEPTH:
                    raise _Refused(_place(event), "E202", f"nested more than {_MAX_DEPTH} levels deep",
                                   "Quote the value if its brackets are text.")
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
    finally:
        loader.dispose()


def _place(node: Node | yaml.Event | None) -> Place:
    mark = node.start_mark if node else None
    return Place(mark.line + 1, mark.column + 1) if mark else Place(1, 1)


class _Builder:
    """Turns one file's nodes into values, refusing the tags that a text file needs none of."""

    def __init__(self, path: str, lines: Sequence[str], problems: list[Problem]) -> None:
        self.path, self.lines, self.problems = path, lines, problems

    def mapping(self, node: MappingNode, depth: int) -> Block:
        self.check(node, _MAP)
        items: dict[str, Value] = {}
        places: dict[str, Place] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, ScalarNode):
                raise _Refused(_place(key_node), "E202", "a key is text",
                               "Quote a key that starts with '[', '{' or '? '.")
            self.check(key_node, _STR)
            key, place = key_node.value, _place(key_node)
            value = self.value(value_node, depth)
            if key in items:
                self.problems.append(Problem(self.path, place.line, place.column, "E203",
                                             f"duplicate key '{key}', first on line {places[key].line}"))
                continue
            items[key] = value
            places[key] = place
        return Block(items, places)

    def value(self, node: Node, depth: int) -> Value:
        if isinstance(node, ScalarNode):
            self.check(node, _STR)
            text: str = node.value
            if not node.style:
                self.warn_of_comment(node.end_mark)
            # YAML's null is a missing value where one value stands, but a symbol in a list or table
            return "" if depth == 0 and not node.style and text in ("~", "null") else text
        if isinstance(node, SequenceNode):
            self.check(node, _SEQ)
            return tuple([self.value(n, depth + 1) for n in node.value])
        assert isinstance(node, MappingNode)
        return self.mapping(node, depth + 1)

    def warn_of_comment(self, end: yaml.Mark) -> None:
        """A number sign that a text holds, as in `GLUT4 #2`, cuts the text off there: a comment has a blank after its sign."""
        lost = _CUT_OFF.match(self.lines[end.line], end.column) if end.line < len(self.lines) else None
        if lost:
            self.problems.append(Problem(self.path, end.line + 1, lost.end(), "W205", "what follows ' #' is a comment to YAML"))

    def check(self, node: Node, tag: str) -> None:
        if node.tag not in (tag, "!"):
            raise _Refused(_place(node), "E208", f"YAML tag {node.tag} is not allowed")


def plain(value: Value) -> Any:
    """A value as built-in strings, lists and dicts."""
    if isinstance(value, Block):
        return {k: plain(v) for k, v in value.items.items()}
    return [plain(v) for v in value] if isinstance(value, tuple) else value

