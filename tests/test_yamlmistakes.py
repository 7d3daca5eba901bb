"""Mistakes in YAML are told in a curator's words, whichever of PyYAML's two parsers found them."""

import pytest
import yaml

from sitegen.content.yamlmistakes import mistake

LINE = "the line fits no line above it"
AFTER = "text after the end of a value"
BLOCK = "text on the line of '|' or '>'"
BACKSLASH = "within double quotes this backslash stands for no character"
MARK = "a value cannot start with '&', '*' or '!'"
LIST = "the list that '[' opens on line 1 lacks a comma or its ']' here"
MAPPING = "the mapping that '{' opens on line 1 lacks a comma or its '}' here"

MISTAKES = [
    ("a: b: c", 1, 5, "a second ': ' in one line"),
    ("a: b\n c: d", 2, 3, "this key continues the text of the line above"),
    ("ab\ncd: e", 2, 3, "this key continues the text of the line above"),
    ("a: b\ncd\ne: f", 2, 1, "no ': ' follows the key"),
    ("a: 'b", 1, 4, "the quotation mark is not closed"),
    ('b: c\na: "x\ny: z', 2, 4, "the quotation mark is not closed"),
    ("a: [b\nc: d", 2, 2, LIST), ("a: [b, 'c' d]", 1, 12, LIST), ("a: {b: 'c' d}", 1, 12, MAPPING),
    ("a: @b", 1, 4, "a value cannot start with '@'"), ("a: `b`", 1, 4, "a value cannot start with '`'"),
    ("a: - b", 1, 4, "a value cannot start with '- '"), ("a: ? b", 1, 4, "a value cannot start with '? '"),
    ("a: &", 1, 4, MARK), ("a: *", 1, 4, MARK),
    ("a: ]", 1, 4, "']' where a value is expected"), ("a: ,b", 1, 4, "',' where a value is expected"),
    ("a: {b c, : }", 1, 10, "':' where a value is expected"),
    ("a: 'x' y", 1, 8, AFTER), ("a: [x] y", 1, 8, AFTER), ("a: 'it's here'", 1, 8, AFTER), ("'a' b: c", 1, 5, AFTER),
    ("  a: b\nc: d", 2, 1, LINE), ("a:\n  - b\n - c", 3, 2, LINE), ("a:\n  b: c\n d: e", 3, 2, LINE),
    ("a: |\n  x\n y", 3, 2, LINE), ("- a\nb: c", 2, 1, LINE), ("a: b\n- c", 2, 1, LINE),
]


@pytest.mark.parametrize("loader", [yaml.SafeLoader, yaml.CSafeLoader])
@pytest.mark.parametrize(("text", "line", "column", "message"), MISTAKES)
def test_both_parsers_lead_to_one_account(
    text: str, line: int, column: int, message: str, loader: type[yaml.SafeLoader | yaml.CSafeLoader],
) -> None:
    with pytest.raises(yaml.MarkedYAMLError) as raised:
        yaml.compose(text, Loader=loader)
    found = mistake(raised.value, text)
    assert (found.place.line, found.place.column, found.message) == (line, column, message) and found.hint


@pytest.mark.parametrize(("text", "message"), [
    ("a: b\n\tc: d", "a tab indents the line"), ('a: "\\q"', BACKSLASH), ("a: !<x b", MARK),
    ("a: >3x\n b", BLOCK), ("a: |x\n b", BLOCK),
])
def test_the_parsers_see_some_mistakes_at_different_columns(text: str, message: str) -> None:
    for loader in (yaml.SafeLoader, yaml.CSafeLoader):
        with pytest.raises(yaml.MarkedYAMLError) as raised:
            yaml.compose(text, Loader=loader)
        assert mistake(raised.value, text).message == message


def test_an_error_that_no_rule_knows_keeps_the_parser_s_words() -> None:
    mark = yaml.Mark("f", 0, 1, 2, "", 0)
    unknown = yaml.MarkedYAMLError("while doing so", mark, "found something new", mark)
    assert mistake(unknown, "a\nbcd") == ((2, 3), "found something new", "")
    assert mistake(yaml.MarkedYAMLError("while doing so"), "a") == ((1, 1), "while doing so", "")
