"""Pages of genes and the chart of years: what a gene in few figures of a large collection still shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

import pytest

from sitegen.config import parse_config
from sitegen.content.theme import read_theme
from sitegen.indexes.register import Entry
from sitegen.pages.assets import fingerprint
from sitegen.pages.chart import year_chart
from sitegen.pages.entities import PARTNERS, GeneDetails, entity_page
from sitegen.pages.environment import make_environment, render
from sitegen.pages.frame import Site

_, NAMES = fingerprint(read_theme().assets)
SITE = Site(parse_config("")[0], NAMES, ())
COMPANY = [(f"GENE{i}", f"GENE{i}" if i else None, 2) for i in range(12)]


class Line(NamedTuple):
    figid: str
    title: str
    year: str


class Lines(NamedTuple):
    years: Sequence[int]

    def line(self, document: int, /) -> Line:
        return Line(f"PMC{document}__f", f"Figure {document}", str(self.years[document]))


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize(("years", "partners"), [([2020, 2018], 5), ([2020, 2018, 2018, 2017], PARTNERS)])
def test_a_gene_in_few_figures_has_its_years_and_its_company(large: bool, years: list[int], partners: int) -> None:
    entry = Entry("aka1", "AKA1", None, None, "AKA1", len(years))
    path, page = entity_page(
        replace(SITE, large=large), "genes", entry, range(len(years)), Lines(years), COMPANY, None,
    )
    assert path == "genes/AKA1.html"
    assert page.chart is not None
    assert f"Figures by year, {min(years)} to 2020" in page.chart
    shown = partners if large else PARTNERS
    assert [(p.text, p.href, p.figures) for p in page.partners] == [
        (name, f"{stem}.html" if stem else "", n) for name, stem, n in COMPANY[:shown]
    ]


def test_an_id_that_two_organisms_have_is_one_place_on_the_page() -> None:
    entry = Entry("aka1", "AKA1", None, None, "AKA1", 2)
    details = GeneDetails((("Homo sapiens", "7", "9606", 2), ("H. sapiens", "7", None, 1), ("Mus musculus", "8", None, 1)), ())
    _, page = entity_page(SITE, "genes", entry, range(2), Lines([2020, 2018]), COMPANY, details)
    assert [(i.gene_id, i.first) for i in page.identifiers] == [("7", True), ("7", False), ("8", True)]
    theme = read_theme()
    html = render(make_environment(theme.templates), "entity.html", "genes/AKA1.html", page).body.decode()
    assert [part.partition(">")[0] for part in html.split("<li")[1:] if "/gene/" in part[:60]] == [" id=7", "", " id=8"]


def test_a_chart_is_one_outline_and_its_words() -> None:
    assert year_chart({2018: 4, 2020: 1, 2021: 1}) == (
        '<figure><svg width=64 viewBox="0 0 4 6"><path d="M0 6v-6h1v6h1v-1.5h2v1.5"/></svg>'
        "<figcaption>Figures by year, 2018 to 2021; most in 2018 (4)</figcaption></figure>"
    )


def test_a_year_with_any_figure_shows_and_the_number_has_its_spaces() -> None:
    chart = year_chart({2018: 12345, 2019: 1})
    assert chart == (
        '<figure><svg width=32 viewBox="0 0 2 6"><path d="M0 6v-6h1v5.9h1v.1"/></svg>'
        "<figcaption>Figures by year, 2018 to 2019; most in 2018 (12\u202f345)</figcaption></figure>"
    )


def test_no_year_has_most_where_each_has_one() -> None:
    assert str(year_chart({2018: 1, 2019: 1})).endswith("<figcaption>Figures by year, 2018 to 2019</figcaption></figure>")


@pytest.mark.parametrize(("number", "told"), [(1, "1"), (1234, "1\u202f234")])
def test_one_year_is_one_low_bar(number: int, told: str) -> None:
    assert year_chart({2020: number}) == (
        '<figure><svg width=16 viewBox="0 0 1 2"><path d="M0 0h1v2H0"/></svg>'
        f"<figcaption>Figures by year: {told} in 2020</figcaption></figure>"
    )


def test_no_year_is_no_chart() -> None:
    assert year_chart({}) is None


def test_a_chart_shows_the_last_sixty_years() -> None:
    assert 'viewBox="0 0 60 6"' in str(year_chart({1900: 3, 2020: 1, 2021: 2}))
