"""The name a figure's dataset goes by, on its page and in its markup."""

from __future__ import annotations

from sitegen.jsonld.vocabulary import is_class_name
from sitegen.model.figure import Figure
from sitegen.model.missing import is_missing
from sitegen.text import squeeze


def base_name(figure: Figure) -> str:
    """The name before namesakes are told apart: given name, title, paper's title or `Figure 7 of PMC1`.

    The name of a schema.org class is no figure's name, whatever its letter case.
    """
    for name in (figure.given_jsonld.get("name"), figure.title, (figure.paper.title or "").rstrip(". ")):
        if isinstance(name, str) and is_name(name):
            return squeeze(name)
    return squeeze(figure.short_name)


def dataset_name(figure: Figure, repeats: bool, number_repeats: bool = False) -> str:
    """The unique name: where another figure has the same `base_name`, number and PMCID follow.

    Where these tell nothing, as the figure has no number or another one of its paper has the same, its id follows.
    """
    name = base_name(figure)
    if not repeats:
        return name
    told = figure.number and not number_repeats and name != figure.short_name
    return f"{name} ({figure.label}, {figure.paper.pmcid})" if told else f"{name} ({figure.figid})"


def is_name(text: str) -> bool:
    """Whether a text names a figure or an article: not missing and not a class of schema.org."""
    return not is_missing(text) and not is_class_name(text)
