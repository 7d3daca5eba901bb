"""The fast reader of plain YAML takes only what a YAML parser reads the same way."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from sitegen.content.block import Block
from sitegen.content.frontmatter import _parse_yaml, _Refused, item_places
from sitegen.content.plainyaml import read_plain
from sitegen.places import Place

_WORDS = st.sampled_from(
    [
        "a",
        "Il6",
        "no",
        "null",
        "~",
        "1E10",
        "NF-κB",
        "x y",
        "a: b",
        "a:",
        ":b",
        "-",
        "- a",
        "-1",
        "?",
        "? a",
        "#c",
        "a #c",
        "a#c",
        "'",
        "''",
        "'a'",
        "'it''s'",
        "'a' b",
        "'a",
        "b'",
        '"',
        '"a"',
        '"a\\"b"',
        '"a\\nb"',
        '"a\\\\"',
        '"a',
        'b"',
        "[]",
        "[a]",
        "{}",
        "{a: b}",
        "&x",
        "*x",
        "!t",
        "|",
        ">",
        "%",
        "@",
        "`",
        ",",
        "=",
        "<",
        "<<",
        "...",
        "---",
        "(a)",
        ".na",
        "a\u00a0b",
        "\u00a0a",
        "a\u2028b",
        "\u3000a",
        "\ufeffa",
        "a\tb",
        "",
        " ",
        "é",
        "→",
        "𝛼",
        "\u0085",
        "\x7f",
        "\\",
        "a\\",
    ]
)
_KEYS = st.sampled_from(
    ["a:", "b:", "c-d:", "e_f:", "'@id':", "'g':", '"h":', "no:", "a b:", "?", "- a:", "-", "k:v", "<<:", "1:", "é:", ": ", ""]
)
_LINE = st.builds(
    lambda indent, dash, key, gap, words, end: " " * indent + dash + key + gap + " ".join(words) + end,
    st.integers(0, 5),
    st.sampled_from(["", "", "- ", "-   ", "-"]),
    _KEYS,
    st.sampled_from(["", " ", "  "]),
    st.lists(_WORDS, max_size=3),
    st.sampled_from(["", "", " "]),
)
_GOOD = st.builds(
    lambda indent, kind, key, word: (
        " " * indent + {"key": f"{key}: {word}", "open": f"{key}:", "item": f"- {word}", "more": word}[kind]
    ),
    st.sampled_from([0, 0, 2, 2, 4]),
    st.sampled_from(["key", "key", "open", "item", "more"]),
    st.sampled_from("abcdefgh"),
    _WORDS,
)


@settings(max_examples=600, deadline=None)
@given(st.lists(st.one_of(_LINE, _GOOD, _GOOD, _GOOD), max_size=8).map("\n".join), st.sampled_from(["", "\n"]))
@example("a: 'x\n  y'", "\n")
@example("a: x\n  y", "\n")
@example("a:\n- b\n  c\n- d", "\n")
@example("a:\n  b:\n  - no\n  - null\nc: null", "\n")
@example("a: b\n\nc: d", "\n")
@example("a: 'b'\n  'c'", "\n")
@example("a: [", "")
def test_what_it_takes_a_parser_reads_the_same_way(text: str, end: str) -> None:
    found = read_plain(text + end, 2)
    if found is None:
        return
    try:
        block, problems = _parse_yaml("x.md", "\n" + text + end)
    except _Refused as e:
        raise AssertionError(f"taken, though a parser refuses it: {text!r}: {e.message}") from e
    assert (found, list(found.items), problems) == (block, list(block.items), [])
    lines = ("\n" + text + end).split("\n")
    places = item_places("\n" + text + end)
    for key, value in found.items.items():
        if isinstance(value, tuple):
            assert len(places[key]) == len(value)
            assert all(lines[p.line - 1][: p.column - 1].strip(" ") == "-" for p in places[key])


def test_it_takes_what_figure_files_hold() -> None:
    text = (
        "figid: PMC1__f1\n"
        "caption: Two words\n"
        "  and more\n"
        "organisms:\n"
        "- Homo sapiens\n"
        "- no\n"
        "ndex: ''\n"
        "schema-jsonld:\n"
        "  '@type': Dataset\n"
        "  creator:\n"
        "    name: 'It''s'\n"
        "  keywords:\n"
        '  - "a \\"b\\""\n'
        "annotations: []\n"
    )
    creator = Block({"name": "It's"}, {"name": Place(12, 5)})
    markup = Block(
        {"@type": "Dataset", "creator": creator, "keywords": ('a "b"',)},
        {"@type": Place(10, 3), "creator": Place(11, 3), "keywords": Place(13, 3)},
    )
    assert read_plain(text, 2) == Block(
        {
            "figid": "PMC1__f1",
            "caption": "Two words and more",
            "organisms": ("Homo sapiens", "no"),
            "ndex": "",
            "schema-jsonld": markup,
            "annotations": (),
        },
        {
            "figid": Place(2, 1),
            "caption": Place(3, 1),
            "organisms": Place(5, 1),
            "ndex": Place(8, 1),
            "schema-jsonld": Place(9, 1),
            "annotations": Place(15, 1),
        },
    )


def test_it_bounds_its_depth() -> None:
    deep = "".join(f"{' ' * i}a:\n" for i in range(3000))
    assert read_plain(deep, 2) is None
