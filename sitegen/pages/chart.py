"""Small charts as inline SVG."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from sitegen.pages.words import thousands

_STEP, _HEIGHT, _MOST = 16, 6, 60


def year_chart(figures: Mapping[int, int]) -> Markup | None:
    """The outline of figures by year, from the first year to the last, and what it shows in words below it; None for
    fewer than two years.

    The picture is one path without text, which a screen reader passes over: the caption says the same to everyone.
    """
    if len(figures) < 2:
        return None
    first, last = min(figures), max(figures)
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
    busiest = max(figures, key=lambda y: (figures[y], y))
    words = f"Figures by year, {first} to {last}"
    if figures[busiest] > 1:
        words += f"; most in {busiest} ({thousands(figures[busiest])})"
    years = len(heights)
    drawing = f'<svg width={_STEP * years} viewBox="0 0 {years} {_HEIGHT}"><path d="{path}"/></svg>'
    return Markup(f"<figure>{drawing}<figcaption>{words}</figcaption></figure>")


def _height(number: int, peak: int) -> int:
    """A bar's height in tenths; a year with any figure shows."""
    return max(1, round(10 * _HEIGHT * number / peak)) if number else 0


def _tenths(number: int) -> str:
    """So many tenths in the fewest characters of a path."""
    whole, rest = divmod(abs(number), 10)
    return "-" * (number < 0) + (f"{whole or ''}.{rest}" if rest else str(whole))
