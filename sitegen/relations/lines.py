"""Captions as lines of JSON in, relations as lines of JSON out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sitegen.problems import Problem
from sitegen.relations.reader import read_caption


def relations_of_lines(
    lines: Iterable[str],
    path: str,
    *,
    lexicon: Mapping[str, str] | None = None,
    threshold: float | None = None,
) -> Iterator[str | Problem]:
    """For each line `{"figid", "caption", "mentions"?: [words]}` one line `{"figid", "edges": […]}` without line end.

    An edge holds source, target, type, polarity, hedged and evidence, the caption's text that says so.
    A line that is no such object gives a Problem with its number in place of a line; empty lines are passed over.
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        row = _row(line)
        if isinstance(row, str):
            yield Problem(path, number, 0, "E601", row)
            continue
        figid, caption, mentions = row
        edges = [
            {
                "source": r.source,
                "target": r.target,
                "type": r.type,
                "polarity": r.polarity,
                "hedged": r.hedged,
                "evidence": r.evidence,
            }
            for r in read_caption(caption, mentions=mentions, lexicon=lexicon, threshold=threshold)
        ]
        yield json.dumps({"figid": figid, "edges": edges}, ensure_ascii=False)


def _row(line: str) -> tuple[str, str, list[str]] | str:
    """The line's figid, caption and mentions, or what is wrong with it."""
    try:
        data: Any = json.loads(line)
    except (ValueError, RecursionError):
        return "not JSON"
    if not isinstance(data, dict):
        return "not a JSON object"
    for key in ("figid", "caption"):
        if not isinstance(data.get(key), str):
            return f"`{key}` is missing or not text"
    mentions = data.get("mentions") or []
    if not isinstance(mentions, list) or not all(isinstance(m, str) for m in mentions):
        return "`mentions` is not a list of texts"
    return data["figid"], data["caption"], mentions
