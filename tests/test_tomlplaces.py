"""The places of keys and values in a TOML text, held together with the parser of the standard library."""

from __future__ import annotations

import json
import tomllib
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from sitegen.places import Place, place_of
from sitegen.tomlplaces import Path, begun, places

GAPS = st.sampled_from(["", " ", "\t ", "  "])
WIDE = st.sampled_from(["", " ", "\n", " # no = 1, [x]\n ", "\r\n\t"])
WORDS = st.text(st.sampled_from(list("ab\"'\\#=[]{},.é\U0001f600 ")), max_size=5)
LEAVES = st.one_of(
    st.sampled_from(["1", "-0.5", "1_000", "inf", "true", "2001-01-01", "1979-05-27 07:32:00", "0xff", "1e9"]),
    WORDS.map(lambda s: json.dumps(s, ensure_ascii=False)),
    WORDS.filter(lambda s: "'" not in s).map(lambda s: f"'{s}'"),
    WORDS.filter(lambda s: "'" not in s).map(lambda s: f"'''\n{s}\n x = 1'''"),
    WORDS.map(lambda s: '"""a\n' + s.replace("\\", "\\\\") .replace('"', '\\"') + '\n""'),
).map(lambda s: s if not s.endswith('\n""') else s + '"""')
KEYS = st.sampled_from(["a", "b-1", "c_", "'d e'", '"f\\"g"', '"\\u0041"', "''", "7"])


class Written:
    """A TOML text as it is written, and where each key and value was put."""

    def __init__(self, data: st.DataObject) -> None:
        self.draw = data.draw
        self.text = ""
        self.keys: dict[Path, int] = {}
        self.values: dict[Path, int] = {}

    def key(self, path: Path, taken: set[str]) -> Path:
        shown = self.draw(KEYS.filter(lambda k: plain(k) not in taken))
        taken.add(plain(shown))
        path = (*path, plain(shown))
        self.keys[path] = len(self.text)
        self.text += shown
        return path

    def value(self, path: Path, depth: int) -> None:
        self.values[path] = len(self.text)
        kind = self.draw(st.integers(0, 4 if depth < 3 else 2))
        if kind == 3:
            self.text += "["
            for number in range(self.draw(st.integers(0, 3))):
                self.text += ("," if number else "") + self.draw(WIDE)
                self.value((*path, number), depth + 1)
                self.text += self.draw(WIDE)
            self.text += "]"
        elif kind == 4:
            taken: set[str] = set()
            self.text += "{"
            for number in range(self.draw(st.integers(0, 3))):
                self.text += ("," if number else "") + self.draw(GAPS)
                self.pair(path, taken, depth + 1)
                self.text += self.draw(GAPS)
            self.text += "}"
        else:
            self.text += self.draw(LEAVES)

    def pair(self, path: Path, taken: set[str], depth: int) -> None:
        inner = self.key(path, taken)
        if self.draw(st.booleans()):
            self.text += f"{self.draw(GAPS)}.{self.draw(GAPS)}"
            inner = self.key(inner, set())
        self.text += f"{self.draw(GAPS)}={self.draw(GAPS)}"
        self.value(inner, depth)

    def table(self, path: Path, taken: set[str]) -> None:
        for _ in range(self.draw(st.integers(0, 3))):
            self.text += self.draw(WIDE)
            self.pair(path, taken, 0)
            self.text += "\n"

    def document(self) -> None:
        taken: set[str] = set()
        self.table((), taken)
        for _ in range(self.draw(st.integers(0, 2))):
            several = self.draw(st.booleans())
            start = len(self.text) + 1 + several
            shown = self.draw(KEYS.filter(lambda k: plain(k) not in taken))
            taken.add(plain(shown))
            path: Path = (plain(shown),)
            self.keys[path] = start
            for number in range(self.draw(st.integers(1, 2)) if several else 1):
                if several:
                    self.values[(*path, number)] = len(self.text) + 2
                self.text += f"[[{shown}]]\n" if several else f"[{shown}]\n"
                self.table((*path, number) if several else path, set())


def plain(key: str) -> str:
    return next(iter(tomllib.loads(f"{key} = 1")))


def paths(value: Any, path: Path = ()) -> set[Path]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return {path, *(p for key, v in inner for p in paths(v, (*path, key)))}


@given(st.data())
def test_each_key_and_value_is_found_where_it_was_written(data: st.DataObject) -> None:
    written = Written(data)
    written.document()
    text = written.text
    found = places(text)
    assert found.keys == {path: place_of(text, at) for path, at in written.keys.items()}
    assert found.values == {path: place_of(text, at) for path, at in written.values.items()}
    assert paths(tomllib.loads(text)) == {(), *found.keys, *found.values}


@given(st.text(st.sampled_from(list("[]{}='\"\n.,#ab 0-:\\")), max_size=60), st.integers(0, 70))
def test_of_any_text_places_are_in_it(text: str, end: int) -> None:
    for found in (*places(text).keys.values(), *places(text).values.values()):
        assert 1 <= found.line <= text.count("\n") + 1
        assert 1 <= found.column <= len(text.split("\n")[found.line - 1]) + 1
    key, last = begun(text, end)
    assert 0 <= key <= last <= max(0, end - 1)


@given(st.text(st.sampled_from(list("[]{}='\"\n.,#ab 1")), max_size=40))
def test_what_the_parser_takes_has_places(text: str) -> None:
    try:
        value = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    found = places(text)
    assert paths(value) <= {(), *found.keys, *found.values}


def test_what_is_not_there_is_on_line_1() -> None:
    assert places("").key("site") == places("a = 1").value("b", 0) == Place(1, 1)
