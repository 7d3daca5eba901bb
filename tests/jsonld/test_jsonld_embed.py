"""No text leaves its script element, and every text comes back as it was."""

from __future__ import annotations

import json
import math

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from sitegen.jsonld.embed import embed, size

HOSTILE = ("</script><script>alert(1)</script>", "<!-- <script>", "]]>", "&amp; &lt;", "a\u2028b\u2029c", "</SCRIPT >",
           'quote " and \\ backslash', "tab\tline\nnull\x00", "NF-κB → 🧬")


def parsed(text: str) -> list[str]:
    """The contents of the scripts that an HTML parser finds around an embedded document."""
    soup = BeautifulSoup(f'<p>a<script type="application/ld+json">{text}</script><p>b', "html5lib")
    return ["".join(map(str, s.contents)) for s in soup.find_all("script")]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_stay_inside(text: str) -> None:
    written = embed({"description": text})
    assert not set("<>&\u2028\u2029") & set(written)
    scripts = parsed(written)
    assert len(scripts) == 1
    assert json.loads(scripts[0]) == {"description": text}


@given(st.text(alphabet=st.characters(exclude_categories=("Cs",))))
def test_every_text_comes_back(text: str) -> None:
    assert json.loads(embed({"a": [text]})) == {"a": [text]}


@given(st.text(alphabet=st.characters(exclude_categories=("Cs",))))
def test_size_is_that_of_the_utf8_text(text: str) -> None:
    assert size({"a": text}) == len(embed({"a": text}).encode("utf-8"))


def test_the_form_is_compact_and_keeps_the_order_of_keys() -> None:
    assert embed({"b": 1, "a": [True, None, "µ<"]}) == '{"b":1,"a":[true,null,"µ\\u003c"]}'


@pytest.mark.parametrize("number", [math.nan, math.inf])
def test_numbers_that_json_lacks_are_refused(number: float) -> None:
    with pytest.raises(ValueError):
        embed({"a": number})
