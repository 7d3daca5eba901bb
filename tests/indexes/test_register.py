"""Pages of genes, chemicals and diseases have names of their own on every file system, whatever the entities are called."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.indexes.register import page_stems
from sitegen.output import output

NAMES = ["TP53", "tp53", "NKX2-5", "HLA-B*27", "α-tubulin", "CON", "con.1", "Aux.2.b", "COM1", "index", "list", "..", ""]


@pytest.mark.parametrize(("name", "stem"), [
    ("TP53", "TP53"), ("HLA-B*27", "HLA-B_27"), ("CON", "CON_"), ("con.1", "con_.1"), ("Aux.2.b", "Aux_.2.b"),
    ("index", "index_"), ("List", "List_"), ("console.1", "console.1"), ("..", "_"),
])
def test_a_page_is_named_as_its_entity_as_far_as_a_file_can_be(name: str, stem: str) -> None:
    assert page_stems([name]) == [stem]


@given(st.lists(st.sampled_from(NAMES) | st.text(max_size=90) | st.none(), max_size=12))
def test_no_two_pages_share_a_file(names: list[str | None]) -> None:
    stems = page_stems(names)
    assert [stem is None for stem in stems] == [name is None for name in names]
    made = [stem for stem in stems if stem is not None]
    assert len({output(f"genes/{stem}.html", "").path.casefold() for stem in made} | {"genes/index.html"}) == len(made) + 1
