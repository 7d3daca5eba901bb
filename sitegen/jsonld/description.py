"""The text that stands for a figure's data: long enough, short enough, never padded (rule of 50 to 5,000)."""

from __future__ import annotations

import re

from sitegen.model.figure import Figure
from sitegen.model.missing import is_missing

SHORTEST = 50
LONGEST = 5000
_SENTENCE_END = re.compile(
    r"[.!?](?<![.\s(]\w.)(?<!\b(?:al|vs|eg|ie|cf|no).)(?<!\b(?:Fig|Ref|fig|ref).)[)\]\"'”’]*(?= [^a-z])"
)
_WORD = re.compile(r"[^\W_]")


def describe(figure: Figure, given: str | None) -> str:
    """A description of 50 to 5,000 characters: the given one, else the caption, else a sentence of facts.

    A text that is too short is followed by that sentence; one that is too long is cut by `cut`.
    """
    if given is not None and SHORTEST <= len(given) <= LONGEST and not is_missing(given):
        return given
    text = " ".join((figure.caption or given or "").split())
    if is_missing(text) or not _WORD.search(text):
        text = ""
    if len(text) < SHORTEST:
        stop = "" if not text or text.endswith((".", "!", "?", "…", ":")) else "."
        text = f"{text}{stop} {_facts(figure)}".strip()
    return cut(text, LONGEST)


def cut(text: str, limit: int, shortest: int = SHORTEST) -> str:
    """The text, or its head and an ellipsis in at most `limit` characters.

    Cut after the last sentence that ends within the limit and past `shortest` characters, else at the
    last word break; a single endless word is cut anywhere.
    """
    if len(text) <= limit:
        return text
    end = 0
    for found in _SENTENCE_END.finditer(text, shortest, limit + 2):
        if found.end() <= limit - 1:
            end = found.end()
    if not end:
        end = text.rfind(" ", shortest, limit - 1)
    return text[: end if end > 0 else limit - 1].rstrip(" ,;:–—-(") + "…"


def _facts(figure: Figure) -> str:
    title = " ".join((figure.paper.title or "").split()).rstrip(".")
    pmcid = figure.paper.pmcid
    where = f'"{title}" ({pmcid})' if title and not is_missing(title) else pmcid
    return f"Genes, chemicals and diseases read from {figure.label} of {where}."
