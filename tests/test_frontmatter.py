"""Front matter: the fence, YAML whose scalars are text, and what a text file needs none of."""

from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.content import frontmatter
from sitegen.content.frontmatter import MAX_FRONT, MAX_VALUES, Block, Document, parse_document, plain
from sitegen.places import Place


def read(front: str) -> dict[str, object]:
    document, problems = parse_document("f.md", f"---\n{front}\n---\n")
    assert document is not None and problems == ()
    value = plain(document.front)
    assert isinstance(value, dict)
    return value


def refused(text: str) -> tuple[int, int, str]:
    """Line, column and code of the one fault of a text that cannot be read."""
    document, problems = parse_document("f.md", text)
    assert document is None
    ((_, line, column, code, _, _),) = problems
    return line, column, code


@pytest.mark.parametrize("symbol", [
    "no", "on", "y", "n", "off", "yes", "true", "False", "1E10", "2001-01-01", "0x1F", "1_000", "0o17", "1e3", ".5", "12:30:45",
    "NaN",
    ".inf", "=", "<<", "NA", "0777", "1.0", "+1", "2001-12-14t21:59:43.10-05:00",
])
def test_a_symbol_stays_the_text_it_is(symbol: str) -> None:
    assert read(f"a: {symbol}\nb: [{symbol}]\nc:\n- {symbol}\nd: {{e: {symbol}}}\n{symbol}: key") == {
        "a": symbol, "b": [symbol], "c": [symbol], "d": {"e": symbol}, symbol: "key",
    }


def test_null_is_missing_where_one_value_stands_and_a_word_in_a_list() -> None:
    assert read("a: null\nb: ~\nc:\nd: 'null'\ne: [null, ~]\nf: {g: null}") == {
        "a": "", "b": "", "c": "", "d": "null", "e": ["null", "~"], "f": {"g": "null"},
    }


def test_quoted_folded_and_literal_texts() -> None:
    front = "a: 'it''s'\nb: \"\\u03b1 \\\"q\\\"\"\nc: >-\n  one\n  two\nd: |\n  one\n  two\ne: one\n  two # comment"
    assert read(front) == {"a": "it's", "b": 'α "q"', "c": "one two", "d": "one\ntwo\n", "e": "one two"}


@pytest.mark.parametrize(("text", "body", "line"), [
    ("---\na: b\n---\nbody\n", "body\n", 4),
    ("---\na: b\n...\nbody", "body", 4),
    ("---  \na: b\n---\t \n\n\nbody", "\n\nbody", 4),
    ("---\r\na: b\r\n---\r\nbody\r\n", "body\r\n", 4),
    ("---\na: b\n---", "", 4),
])
def test_the_fence_and_the_body(text: str, body: str, line: int) -> None:
    document, problems = parse_document("f.md", text)
    assert problems == ()
    assert document is not None and document[:3] == (Block({"a": "b"}, {"a": Place(2, 1)}), body, line)


def test_a_rule_in_the_body_does_not_close_the_front_matter_twice() -> None:
    document, _ = parse_document("f.md", "---\na: b\n---\nabove\n---\nbelow\n")
    assert document is not None and document.body == "above\n---\nbelow\n"


def test_an_empty_block_is_no_fault() -> None:
    document, problems = parse_document("f.md", "---\n---\n")
    assert (document, problems) == (Document(Block(), "", 3, "\n"), ())


@pytest.mark.parametrize("text", ["", "a: b\n", " ---\na: b\n---\n", "----\na: b\n----\n", "---\na: b\n", "--- a\n---\n", "---"])
def test_no_front_matter(text: str) -> None:
    assert refused(text) == (1, 1, "E201")


def test_places_are_the_files_own() -> None:
    document, _ = parse_document("f.md", "---\n\n# note\na: b\nκ: c\nlist:\n- {x: 1, y: 2}\n---\n")
    assert document is not None
    assert document.front.places == {"a": Place(4, 1), "κ": Place(5, 1), "list": Place(6, 1)}
    (row,) = document.front.items["list"]
    assert isinstance(row, Block) and row.places == {"x": Place(7, 4), "y": Place(7, 10)}
    assert document.front.place("absent") == Place(1, 1)


def test_the_first_of_two_equal_keys_is_kept_and_both_lines_are_told() -> None:
    document, problems = parse_document("f.md", "---\na: 1\nb: 2\na: 3\nb: {c: 1, c: 2}\n---\n")
    assert document is not None and plain(document.front) == {"a": "1", "b": "2"}
    assert [(p.line, p.column, p.code, p.message) for p in problems] == [
        (4, 1, "E203", "duplicate key 'a', first on line 2"),
        (5, 11, "E203", "duplicate key 'c', first on line 5"),
        (5, 1, "E203", "duplicate key 'b', first on line 3"),
    ]


@pytest.mark.parametrize(("front", "line", "column"), [
    ("a: *b", 2, 4), ("a: &x b", 2, 4), ("a: &x [b]", 2, 4), ("a: &x {b: c}", 2, 4), ("&x a: b", 2, 1),
    ("a:\n- &x b\n- *x", 3, 3),
    ("a: *p < 0.05", 2, 4), ("a: &beta catenin", 2, 4), ("a: [&x b]", 2, 5), ("a: !!str b", 2, 4), ("a: !!int 3", 2, 4),
    ("a: !foo b", 2, 4), ("a: !!python/object:os.system b", 2, 4), ("a: !!set {b}", 2, 4), ("!x a: b", 2, 1),
    ("a: !!binary YQ==", 2, 4),
])
def test_anchors_aliases_and_tags_are_refused(front: str, line: int, column: int) -> None:
    if front == "a: !!str b":
        assert read(front) == {"a": "b"}  # says what holds anyway
    else:
        assert refused(f"---\n{front}\n---\n") == (line, column, "E208")


@pytest.mark.parametrize("text", ["p < 0.05 & q", "a &b", "5 * 3", "A*B", "x *p", "Smith & Sons", "C&D", "R&D: 'x'"])
def test_an_ampersand_or_asterisk_inside_a_text_is_no_anchor(text: str) -> None:
    document, problems = parse_document("f.md", f"---\na: {text}\n---\n")
    if ": " in text:
        assert [p.code for p in problems] == ["E202"]
    else:
        assert problems == () and document is not None and document.front.items == {"a": text}


@pytest.mark.parametrize(("front", "line", "column"), [
    ("a: b: c", 2, 5), ("a: 'b", 2, 4), ("a: [b", 3, 1), ("a: b\n\tc: d", 3, 1), ("a: b\n c: d", 3, 3), ("- a\n- b", 2, 1),
    ("text", 2, 1),
    ("? [a]\n: b", 2, 3), ("a: @b", 2, 4), ("a: `b`", 2, 4), ("a: %b", 2, 4), ("κκ: κκ \x07", 2, 8), ("a: \x00", 2, 4),
    ("a: \ufffe", 2, 4),
    ("%YAML 1.1", 3, 1), ("--- b", 2, 5), ('a: "\\ud800"', 2, 7), ("[" * 70 + "]" * 70, 2, 65),
    ("a: " + "{b: " * 70 + "}" * 70, 2, 256),
])
def test_what_is_not_yaml_is_told_at_its_place(front: str, line: int, column: int) -> None:
    assert refused(f"---\n{front}\n---\n") == (line, column, "E202")


@pytest.mark.parametrize("end", ["\x85", "\u2028", "\u2029"])
def test_what_ends_a_line_to_yaml_alone_is_a_space(end: str) -> None:
    """So that an unquoted caption may hold it, and what follows is told at the line that an editor shows."""
    front = f"a: one{end}two\nb: 'three{end}four'\nc: [five{end}six]\n"
    assert read(front) == {"a": "one two", "b": "three four", "c": ["five six"]}
    assert refused(f"---\n{front}d: e: f\n---\n") == (5, 5, "E202")
    _, (cut,) = parse_document("f.md", f"---\n{front}d: G #2\n---\n")
    assert (cut.line, cut.column, cut.code) == (5, 6, "W205")


def test_a_quote_that_does_not_end_names_the_line_it_starts_on() -> None:
    _, (problem,) = parse_document("f.md", "---\na: b\nc: 'd\ne: f\n---\n")
    assert problem.message == "the quotation mark is not closed"
    assert (problem.line, problem.column) == (3, 4), "where it is opened"


@pytest.mark.parametrize("front", [
    "[" * 100_000, "{a: " * 50_000, "- " * 100_000, "? " * 50_000, "\n".join(" " * i + "-" for i in range(3000)),
    "\n".join(" " * i + "a:" for i in range(3000)), "a: " + "[" * 5000 + "]" * 5000, "a: &a [x]\nb: &b [*a,*a]\nc: &c [*b,*b]",
    "a: " + "x" * 1_000_000, "\n".join(f"k{i}: v" for i in range(20_000)), "a: '" + "''" * 200_000 + "'",
])
def test_a_bomb_costs_neither_time_nor_the_stack(front: str) -> None:
    start = time.perf_counter()
    parse_document("f.md", f"---\n{front}\n---\n")
    assert time.perf_counter() - start < 10


YAML = st.text(st.sampled_from(list("ab:-?[]{}#&*!|>'\"%@`,~ \n\t\r\\0.κ\x07\x85\u2028\ufeff<=")), max_size=60)


@given(YAML | st.text())
def test_the_parser_never_raises(front: str) -> None:
    for text in (front, f"---\n{front}\n---\nbody"):
        document, problems = parse_document("f.md", text)
        assert document is not None or problems
        for problem in problems:
            assert problem.code in ("E201", "E202", "E203", "E208") and problem.line >= 1 and problem.column >= 1


TEXT = st.text(st.characters(blacklist_categories=["Cs", "Cc"], blacklist_characters="\ufeff\ufffe\uffff\u2028\u2029\x85"))


@given(st.dictionaries(TEXT.filter(bool), TEXT, max_size=5))
def test_any_text_in_quotes_is_read_as_it_is(values: dict[str, str]) -> None:
    def quoted(text: str) -> str:
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'

    values = {k: v for k, v in values.items() if len(k) < 100 and "\ufdd0" not in k + v and all(ord(c) < 0xFFFE for c in k + v)}
    assert read("\n".join(f"? {quoted(k)}\n: {quoted(v)}" for k, v in values.items())) == values


@pytest.mark.parametrize(("front", "line", "column", "message"), [
    ("a: " + "x" * MAX_FRONT, 1, 1, "the front matter is longer than 1,000,000 characters"),
    ("a: [" + "b," * (MAX_VALUES - 3) + "c, d]", 2, 199_999, "the front matter has more than 100,000 values"),
    ("a:\n" + "- b\n" * MAX_VALUES, 100_000, 3, "the front matter has more than 100,000 values"),
    ("a: b\n" * MAX_VALUES, 50_001, 4, "the front matter has more than 100,000 values"),
])
def test_a_front_matter_without_end_is_refused(front: str, line: int, column: int, message: str) -> None:
    document, (problem,) = parse_document("f.md", f"---\n{front}\n---\n")
    assert document is None
    assert problem[:5] == ("f.md", line, column, "E104", message)


def test_the_largest_front_matter_is_read() -> None:
    assert parse_document("f.md", "---\na: [" + "b," * (MAX_VALUES - 4) + "c]\n---\n")[1] == ()


def test_no_more_values_are_made_than_may_be(monkeypatch: pytest.MonkeyPatch) -> None:
    """The parser stops at the bound, whatever comes after it."""
    made: list[int] = []

    class Counting(frontmatter._Loader):
        def resolve(self, kind: Any, value: Any, implicit: Any) -> str:
            made.append(1)
            return super().resolve(kind, value, implicit)

    monkeypatch.setattr(frontmatter, "_Loader", Counting)
    parse_document("f.md", "---\na: [" + "b," * (3 * MAX_VALUES) + "]\n---\n")
    assert len(made) == MAX_VALUES + 1
