"""What tasks read of the index from files: damaged bytes are refused, and bytes that somebody made up do no more than that."""

from __future__ import annotations

import contextlib
import hashlib
from array import array
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.indexes.block import MARK, Damaged, Head, assemble, read_head, read_part
from sitegen.indexes.chunk import (
    GENES,
    PLACES,
    SETS,
    TERMS,
    TEXTS,
    encode_chunk,
    read_genes,
    read_identifiers,
    read_numbers,
    read_sets,
    read_text,
    read_words,
)
from sitegen.indexes.columns import pack_columns, unpack_columns
from sitegen.indexes.genesets import decode_identifiers, decode_sets, encode_identifiers, encode_sets, gather, sets_file
from sitegen.indexes.ledger import decode_ledger, encode_ledger
from sitegen.indexes.ranges import PAIRS_FROM, WORDS_FROM, word_range
from sitegen.indexes.register import Register
from sitegen.indexes.roll import decode_roll
from sitegen.indexes.rows import FigureRows

ROWS = [
    FigureRows({"il6": 3, "tp53": 8}, {6: 4, 5: 1}, [7157, 3569], {("p53", "TP53")},
               {("TP53", "7157", "9606", "Homo sapiens"), ("IL6", "3569", None, "odd\nname")},
               {("tp53", "p53"), ("il6", "")}, {("tp53",), ("il6", "il6r")}, b"[1]"),
    FigureRows({"il6": 1}, {0xFFFF: 2}, [], set(), set(), set(), {("tp53",)}, b""),
]


def reader(block: bytes) -> Any:
    return lambda offset, length: block[offset : offset + length]


def test_a_chunk_is_read_as_it_was_written() -> None:
    read = reader(encode_chunk(ROWS))
    head = read_head(read)
    words = read_words(read, head, word_range("il6"))
    assert (words.terms, list(words.counts), list(words.places), list(words.fields)) == (["il6"], [2], [0, 1], [3, 1])
    assert read_words(read, head, word_range("p53")).synonyms == {("p53", "TP53"): 1}
    assert read_genes(read, head, word_range("tp53")).identifiers == {("TP53", "7157", "9606", "Homo sapiens"): 1}
    genes = read_genes(read, head, word_range("il6"))
    assert genes.identifiers == {("IL6", "3569", None, "odd\nname"): 1} and genes.words == {("il6", ""): 1}
    assert read_numbers(read, head, PAIRS_FROM) == ([5, 6], b"\0\0", b"\1\4")
    assert read_numbers(read, head, PAIRS_FROM + 63) == ([0xFFFF], b"\1", b"\2")
    assert [v for n in range(WORDS_FROM) for v in read_numbers(read, head, n).values] == [3569, 7157]
    assert [read_text(read, head, place) for place in range(2)] == [b"[1]", b""]
    with pytest.raises(Damaged):
        read_text(read, head, 2)
    sets = read_sets(read, head)
    assert (sets.keys, *map(list, sets[1:])) == (["il6", "il6r", "tp53"], [2, 1], [0, 1, 2], [2, 1], [0, 1, 1])
    assert set(read_identifiers(read, head)) == {("TP53", "7157", "Homo sapiens"), ("IL6", "3569", "odd\nname")}


def test_each_bit_counts() -> None:
    block = encode_chunk(ROWS)
    for place in range(0, len(block), 7):
        changed = bytearray(block)
        changed[place] ^= 4
        with pytest.raises(Damaged):
            _read_all(reader(bytes(changed)))
    for end in range(0, len(block), 97):
        with pytest.raises(Damaged):
            _read_all(reader(block[:end]))


def _read_all(read: Any) -> Head:
    head = read_head(read)
    for section in (TERMS, GENES, TEXTS, SETS):
        for number in range(head.sections[section + 1] - head.sections[section]):
            read_part(read, head, section, number)
    return head


def test_a_part_that_did_not_change_has_its_mark() -> None:
    other = [ROWS[0]._replace(text=b"[2]"), ROWS[1]]
    heads = [read_head(reader(encode_chunk(rows))) for rows in (ROWS, other)]
    for section in (TERMS, GENES, SETS):
        assert heads[0].marks_of(section) == heads[1].marks_of(section)
    marks = [head.marks_of(TEXTS) for head in heads]
    assert marks[0][:MARK] != marks[1][:MARK] and marks[0][MARK:] == marks[1][MARK:]


@given(st.lists(st.text(st.characters(), max_size=4)), st.lists(st.integers(0, 2**32 - 1)), st.binary())
def test_columns_come_back(texts: list[str], numbers: list[int], raw: bytes) -> None:
    packed = pack_columns(texts, array("I", numbers), raw)
    assert unpack_columns(packed, "tIb") == [texts, array("I", numbers), raw]
    with pytest.raises(Damaged):
        unpack_columns(packed + b"x", "tIb")


def test_texts_may_hold_what_stands_between_texts() -> None:
    texts = ["a\nb", "\n", "", "\ud800", "\ue000"]
    assert unpack_columns(pack_columns(texts), "t") == [texts]
    assert [unpack_columns(pack_columns(some), "t") for some in ([], [""], ["", ""])] == [[[]], [[""]], [["", ""]]]


# bytes that somebody made up, under the right seal

SMALL = st.lists(st.integers(0, 5), max_size=8)


@given(SMALL, st.lists(st.integers(0, 2**16 - 1), max_size=6), st.lists(st.text(max_size=2), max_size=8), st.binary(max_size=40))
def test_made_up_parts_do_no_harm(numbers: list[int], postings: list[int], texts: list[str], raw: bytes) -> None:
    for part in (pack_columns(array("I", numbers), array("H", postings), texts), pack_columns(array("I", numbers), texts), raw):
        read = reader(assemble([part] * PAIRS_FROM, [part] * (PAIRS_FROM - WORDS_FROM), [], [part]))
        head = read_head(read)
        for function, number in ((read_words, WORDS_FROM), (read_genes, WORDS_FROM), (read_numbers, 0)):
            try:
                found = function(read, head, number)
            except Damaged:
                continue
            if function is read_words:
                assert len(found.terms) == len(found.counts) and sum(found.counts) == len(found.places) == len(found.fields)
                assert all(p < PLACES for p in found.places)


def test_sets_are_those_of_documents_alone() -> None:
    part = decode_sets(encode_sets(ROWS))
    sets = gather([(part, [7, 1])], ["TP53"], 2)  # the first figure, whose IL6 no other has, is none
    assert [[sets.boxes[place] for place in mine] for mine in sets.documents] == [[], [(0,)]]
    assert sets_file(sets, ["TP53"])
    with pytest.raises(Damaged):
        sets_file(gather([(part, [0, 1])], ["TP53"], 2), ["TP53"])


@given(*[SMALL] * 4, st.lists(st.text(max_size=2), max_size=3), st.binary(max_size=40))
def test_made_up_sets_hold_nothing_beyond_them(
    sizes: list[int], members: list[int], counts: list[int], boxes: list[int], keys: list[str], raw: bytes
) -> None:
    for part in (pack_columns(keys, *(array("I", c) for c in (sizes, members, counts, boxes))), raw):
        with contextlib.suppress(Damaged):
            sets = gather([(decode_sets(part), [2, 0, 9])], ["A", "B"], 3)
            assert all(place < len(sets.boxes) for mine in sets.documents for place in mine)
            sets_file(sets, ["A", "B"])


@given(st.lists(st.text(max_size=2), max_size=3), st.lists(st.integers(0, 4), max_size=4), st.binary(max_size=40))
def test_made_up_identifiers_have_an_organism_each(texts: list[str], places: list[int], raw: bytes) -> None:
    for part in (pack_columns(texts, array("I", places), texts, texts), raw):
        with contextlib.suppress(Damaged):
            assert all(organism in texts for _, _, organism in decode_identifiers(part))


def test_figures_of_a_chunk_may_name_as_many_organisms_as_their_tables_hold() -> None:
    """A table has a thousand at most, and a chunk up to 128 figures."""
    genes = [("A", "1", None, f"o{number}") for number in range(128_000)]
    assert sorted(decode_identifiers(encode_identifiers(genes))) == sorted((s, i, o) for s, i, _, o in genes)


@given(st.binary(max_size=80))
def test_a_made_up_head_is_refused(raw: bytes) -> None:
    for body in (raw, hashlib.blake2b(raw, digest_size=16).digest() + raw):
        with contextlib.suppress(Damaged):
            _read_all(reader(body))


@given(*[SMALL] * 4, st.lists(st.text(max_size=2), max_size=3), st.binary(max_size=30))
def test_made_up_registers_name_nothing_beyond_them(
    members: list[int], starts: list[int], documents: list[int], others: list[int], names: list[str], raw: bytes
) -> None:
    columns = [array("I", c) for c in (members, starts, documents, others)]
    for body in (pack_columns(names, names, *columns), raw):
        try:
            ledger = decode_ledger(body)
        except Damaged:
            continue
        for entity in range(len(names)):
            ledger.company(ledger.of_entity(entity), 3)
    for body in (pack_columns(columns[0], columns[1], raw), raw):
        try:
            roll = decode_roll(body)
        except Damaged:
            continue
        for document in range(len(roll.years)):
            roll.line(document)


def test_a_register_comes_back() -> None:
    register = Register()
    for genes in (["TP53", "IL6"], ["IL6"], []):
        register.add(genes)
    listing = register.listing([2, 0, 1])
    ledger = decode_ledger(encode_ledger(listing))
    assert (ledger.names, ledger.stems) == (["IL6", "TP53"], ["IL6", None])
    assert [list(ledger.of_document(d)) for d in range(3)] == [[], [0, 1], [0]]
    assert [list(ledger.of_entity(e)) for e in range(2)] == [[1, 2], [1]]
