"""Small charts as inline SVG."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from sitegen.pages.words import thousands

_STEP, _HEIGHT, _MOST = 16, 6, 60
_ALONE = '<svg width=16 viewBox="0 0 1 2"><path d="M0 0h1v2H0"/></svg>'
"""The only bar there is: its height says nothing, so it is low."""


def year_chart(figures: Mapping[int, int]) -> Markup | None:
    """The outline of figures by year, from the first year to the last, and what it shows in words below it; one bar
    where all are of one year, None where there are none.

    The picture is one path without text, which a screen reader passes over: the caption says the same to everyone.
    """
    if not figures:
        return None
    first, last = min(figures), max(figures)
    drawing = _outline(figures, first, last) if first < last else _ALONE
    return Markup(f"<figure>{drawing}<figcaption>Figures by year{_words(figures, first, last)}</figcaption></figure>")


def _outline(figures: Mapping[int, int], first: int, last: int) -> str:
    start = max(first, last - _MOST + 1)
    peak = max(n for year, n in figures.items() if year >= start)
    heights = [_height(figures.get(year, 0), peak) for year in range(start, last + 1)]
    path = f"M0 {_HEIGHT}"
    level = since = 0
    for height in (*heights, 0):
        if height != level:
            path += (f"h{since}" if since else "") + f"v{_tenths(level - height)}"
            level, since = height, 0
        since += 1
    years = len(heights)
    return f'<svg width={_STEP * years} viewBox="0 0 {years} {_HEIGHT}"><path d="{path}"/></svg>'


def _words(figures: Mapping[int, int], first: int, last: int) -> str:
    """What the picture shows."""
    busiest = max(figures, key=lambda y: (figures[y], y))
    if first == last:
        return f": {thousands(figures[first])} in {first}"
    most = f"; most in {busiest} ({thousands(figures[busiest])})" if figures[busiest] > 1 else ""
    return f", {first} to {last}{most}"


def _height(number: int, peak: int) -> int:
    """A bar's height in tenths; a year with any figure shows."""
    return max(1, round(10 * _HEIGHT * number / peak)) if number else 0


def _tenths(number: int) -> str:
    """So many tenths in the fewest characters of a path."""
    whole, rest = divmod(abs(number), 10)
    return "-" * (number < 0) + (f"{whole or ''}.{rest}" if rest else str(whole))
