"""Brings a figure, its relations and its diagram together."""

from __future__ import annotations

from sitegen.model.figure import Figure
from sitegen.pages.figure import Drawing
from sitegen.problems import Problem


def draw_figure(figure: Figure) -> Drawing | None:
    return None


def dot_problems(figure: Figure) -> tuple[Problem, ...]:
    return ()
