"""The style sheet: readable in both modes, complete, small."""

from __future__ import annotations

import re

import pytest

from sitegen.diagram import diagram_css
from sitegen.diagram.style import _DARK, _LIGHT

FILLS = ("gene", "family", "chemical", "disease", "bg")


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(c * 2 for c in colour[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a: str, b: str) -> float:
    high, low = sorted((luminance(a), luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [_LIGHT, _DARK], ids=["light", "dark"])
def test_text_and_lines_stand_out_as_wcag_asks(theme: dict[str, str]) -> None:
    for text in ("text", "small"):
        assert all(contrast(theme[text], theme[fill]) >= 4.5 for fill in FILLS)
    for line in ("gene-line", "family-line", "chemical-line", "disease-line", "up", "down", "none", "hit"):
        assert contrast(theme[line], theme["bg"]) >= 4.5  # names in the quiet group take these colours


def test_both_themes_set_the_same_properties_and_every_one_used_is_set() -> None:
    assert _LIGHT.keys() == _DARK.keys()
    css = diagram_css()
    used = set(re.findall(r"var\(--dg-([\w-]+)\)", css)) - {"in", "line", "m", "y"}
    assert used <= _LIGHT.keys()


def test_colours_stand_in_properties_alone() -> None:
    rules = re.sub(r":root[^{]*\{[^}]*\}|url\([^)]*\)", "", diagram_css())
    assert re.findall(r"#[0-9a-f]{3,6}\b", rules) == ["#16202a", "#fff"]  # on colours that a curator chose


def test_the_sheet_is_small_and_its_braces_match() -> None:
    css = diagram_css()
    assert len(css) < 10_000
    assert css.count("{") == css.count("}")
