"""Where a caption's sentences begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.relations import lexis

_BOUNDARY = re.compile(
    r"[.?!](?:[\"”’*]*(?:\s+|(?=\(\w\)))(?=\S)|(?<=[a-z]{4}\.)(?=[A-Z][A-Za-z0-9]+[ :])"
    r"|(?<=\.)(?=[A-Z]: ?[A-Z“]|[A-H]\) ?[A-Z][a-z]|(?:Note|Abbreviation)s?:)|(?<=\)\.)(?=[A-Z][\w/-]*[ :,;])"
    r"|(?<=[a-z]{4}\.)(?=\d{1,2}\. [A-Z]))"
)
"""Begins with one class of characters, which is looked for quickly."""

_PANEL = re.compile(r" \(([B-Hb-h2-9])\) (?=[A-Z][A-Za-z0-9]{2,})")
"""Where a panel's text, or that of a numbered step, may begin without a full stop before it."""

_SHORT = 3  # letters of an abbreviation: "spp."
_LONGEST = 200  # characters of a word; those of a caption may be one


def sentences(caption: str) -> Iterator[tuple[int, int]]:
    """The place of each sentence, as (start, end).

    A full stop ends a sentence before a capital, a digit or a bracket, unless it belongs to an
    abbreviation (`Fig.`, `e.g.`, `S. cerevisiae`) or stands in brackets.  So does a panel's letter in its turn.
    """
    return _at_panels(caption) if "(B) " in caption or "(b) " in caption or "(2) " in caption else _stopped(caption)


def _at_panels(caption: str) -> Iterator[tuple[int, int]]:
    """The place of each sentence where panels' letters begin some."""
    for start, end in _stopped(caption):
        for m in _PANEL.finditer(caption, start, end):
            if _comes_next(caption, m):
                yield start, m.start()
                start = m.start() + 1
        yield start, end


def _comes_next(caption: str, m: re.Match[str]) -> bool:
    """Whether the letter in brackets is a panel's: the one before it stands before it, and no small word right before."""
    before = caption[m.start() - 1 : m.start()]
    if not (before.islower() or before.isdigit() or before == ")"):
        return False
    word = caption[: m.start()].rsplit(None, 1)[-1].lower()
    return f"({chr(ord(m[1]) - 1)})" in caption[: m.start()] and word not in lexis.TAGS


def _stopped(caption: str) -> Iterator[tuple[int, int]]:
    """The place of each sentence that a full stop ends."""
    start = seen = depth = 0  # brackets are counted from `start` on, each once
    bracketed = "(" in caption
    for m in _BOUNDARY.finditer(caption):
        stop, after = m.span()
        small = caption[after].islower() and not _opens(caption, after) and not _closes(caption, start, stop, after)
        if small or _abbreviated(caption, start, stop):
            continue
        if bracketed:
            depth += caption.count("(", seen, stop) - caption.count(")", seen, stop)
            seen = stop
            if depth > 0 and _closes_soon(caption, after):
                continue
        if stop > start:
            yield start, stop + len(m.group().rstrip())
        start = seen = after
        depth = 0
    end = len(caption.rstrip())
    if end > start:
        yield start, end


def _abbreviated(caption: str, start: int, stop: int) -> bool:
    """Whether the full stop at `stop` belongs to the word before it: an abbreviation, a genus, somebody's initial."""
    if stop == start or caption[stop - 1].isspace():
        return False
    last = caption[max(start, stop - _LONGEST) : stop].rsplit(None, 1)[-1]
    spelled = last.lstrip("([{")
    word = spelled.lower()
    if word in lexis.ABBREVIATIONS and not (spelled.isupper() and len(spelled) > 2 and not word.startswith("fig")):
        return True
    place = stop - len(last)
    if len(word) > 1 or not spelled.isupper() or place <= start or caption[place - 2 : place - 1] == ",":
        return False
    following = caption[stop + 1 : stop + 6].lstrip()[:2]
    opening = caption[stop + 1 : stop + 20].split(None, 1)[:1]
    if caption[place - 2 : place - 1].islower() and opening and opening[0].istitle() and opening[0].lower() in lexis.TAGS:
        return False  # "antimycin A. After"
    # "cyclin E. CDK2 activates", but "J. A. Smith", "S. aureus"
    return not (following.isalnum() and following.upper() == following and caption[place - 2 : place - 1].islower())


def _opens(caption: str, place: int) -> bool:
    """Whether a small letter opens a sentence: "gga-miR-155 activates", "p53 activates", "β-catenin binds", a panel's "b"."""
    rest = caption[place : place + 14].split(" ", 1)[0].rstrip(",")
    return len(rest) == 1 or "α" <= rest[:1] <= "ω" or (rest[-1].isalnum() and any(c.isupper() or c.isdigit() for c in rest))


def _closes(caption: str, start: int, stop: int, after: int) -> bool:
    """Whether the word before the full stop at `stop` is no abbreviation by its length: a sentence may begin small after it.

    None begins with a verb; there a symbol was left out.
    """
    last = caption[max(start, stop - _LONGEST) : stop].rsplit(None, 1)[-1:]
    if not last or len(last[0]) <= _SHORT or not (last[0].isalpha() and last[0].islower()):
        return False
    return caption[after : after + _LONGEST].split(None, 1)[0] not in lexis.FORMS


def _closes_soon(caption: str, place: int) -> bool:
    closing = caption.find(")", place, place + 200)
    opening = caption.find("(", place, place + 200)
    return closing >= 0 and (opening < 0 or closing < opening)
