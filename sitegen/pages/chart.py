"""Small charts as inline SVG."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from sitegen.pages.words import counted

_BAR, _STEP, _HEIGHT, _FOOT = 8, 10, 60, 14


def year_chart(figures: Mapping[int, int]) -> Markup | None:
    """Bars of figures by year, from the first year to the last; None for fewer than two years."""
    if len(figures) < 2:
        return None
    first, last = min(figures), max(figures)
    first = max(first, last - 59)
    peak = max(n for year, n in figures.items() if year >= first)
    bars = "".join(
        f"M{(year - first) * _STEP} {_HEIGHT}v-{max(1, round(_HEIGHT * n / peak))}h{_BAR}V{_HEIGHT}"
        for year, n in sorted(figures.items()) if year >= first
    )
    width = (last - first + 1) * _STEP
    busiest = max(figures, key=lambda y: (figures[y], y))
    label = f"Figures by year, {min(figures)} to {last}; most in {busiest}: {counted(figures[busiest], 'figure')}"
    return Markup(
        f'<svg class=chart role=img aria-label="{label}" viewBox="0 0 {max(width, 60)} {_HEIGHT + _FOOT}">'
        f'<path d="{bars}"/><text y={_HEIGHT + _FOOT - 2}>{first}</text>'
        f'<text x={max(width, 60)} y={_HEIGHT + _FOOT - 2} text-anchor=end>{last}</text></svg>'
    )
