"""What a figure is called."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.model.numbering import figure_label


@pytest.mark.parametrize(("number", "label"), [
    ("F7", "Figure 7"), ("7", "Figure 7"), ("Fig. 7", "Figure 7"), ("Fig 7", "Figure 7"), ("Fig.7", "Figure 7"),
    ("FIG. 7.", "Figure 7"), ("FIGURE 7:", "Figure 7"), ("Figure 7 |", "Figure 7"), ("Figs 7", "Figure 7"),
    ("Fig. (7)", "Figure 7"), ("<b>FIG. 7.</b>", "Figure 7"),
    ('F <span style="font-variant: small-caps" class="small-caps">ig</span> . 7.—', "Figure 7"),
    ("Fig. 4.3", "Figure 4.3"), ("Fig 2a", "Figure 2a"), ("Fig. S1", "Figure S1"), ("FIG. S1", "Figure S1"),
    ("Figure A1", "Figure A1"), ("Figure EV2", "Figure EV2"), ("S1.2", "Figure S1.2"), ("Scheme 2", "Scheme 2"),
    ("SCHEME 2", "Scheme 2"), ("Chart2", "Chart 2"), ("Extended Data Fig. 3", "Extended Data Figure 3"),
    ("Extended Data Figure 3", "Extended Data Figure 3"), ("Supplementary Figure 2", "Supplementary Figure 2"),
    ("Appendix figure 1", "Appendix Figure 1"), ("Figure Box 1", "Figure Box 1"),
    ("Figure 5—figure supplement 2", "Figure 5—figure supplement 2"), ("Figure 7²", "Figure 7²"), ("Figure ٣", "Figure ٣"),
    ("Box A", "Box A"), ("Graphical abstract", "Graphical abstract"), ("GRAPHICAL ABSTRACT", "Graphical abstract"),
    ("TOC", "TOC"), ("", "Figure"), (" . ", "Figure"),
])
def test_a_number_as_papers_give_it(number: str, label: str) -> None:
    assert figure_label((number, "")) == label


@pytest.mark.parametrize(("number", "figtype", "label"), [
    ("F7", "Scheme", "Scheme 7"), ("Scheme 2", "Scheme", "Scheme 2"), ("S3", "Scheme", "Scheme S3"), ("", "Scheme", "Scheme"),
    ("Extended Data Fig. 3", "Figure", "Figure 3"),
])
def test_a_word_given_beside_the_number_wins(number: str, figtype: str, label: str) -> None:
    assert figure_label((number, figtype)) == label


@given(st.text(), st.sampled_from(["", "Scheme"]))
def test_a_figure_is_always_called_something_and_all_digits_stay(number: str, figtype: str) -> None:
    label = figure_label((number, figtype))
    assert label.strip()
    if "<" not in number:
        assert [c for c in label if c.isdigit()] == [c for c in number if c.isdigit()]
