"""A curator's own DOT, drawn as it is: laid out in a process of its own, within limits of size and time."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

from sitegen.diagram.remainder import remainder
from sitegen.diagram.xdot import draw_xdot, xdot_words
from sitegen.places import place_of
from sitegen.problems import Problem

MAX_BYTES = 64_000
MAX_SVG = 500_000
TIME_LIMIT = 10.0
"""Seconds of wall time for one graph."""
_OUT_OF_TIME = tuple(-number for name in ("SIGXCPU", "SIGKILL") if (number := getattr(signal, name, 0)))
"""How a child ends that has used up its processor time, or that the system ended for want of memory."""
_SYNTAX = re.compile(r"syntax error in line (\d+)(?: near '([^'\n]{1,60})')?")
_MOST_BRACES = 5000  # Graphviz takes what is nested deeper than it can read for the end
_CONTROL = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f]")  # what no answer of Graphviz's can hold
_ROOT = Path(__file__).resolve().parents[2]


class Curated(NamedTuple):
    """A drawn DOT block: inline SVG ('' where it could not be drawn), it in words, and what is wrong with it.

    What is wrong may be that it was not given enough time, which another time it may be: such an answer is `hasty`.
    """

    svg: str
    words: str = ""
    problems: tuple[Problem, ...] = ()
    hasty: bool = False


def draw_curated(
    dot: str, *, path: str, line: int, title: str, description: str = "", seconds: float = TIME_LIMIT
) -> Curated:
    """A fenced `dot` block as inline SVG, or problem E505 at its line; W206 where more than a graph is in it.

    `line` is the line of the file at which the DOT itself starts.  Images, files and scripts are refused; a graph
    that takes longer than `seconds` or crashes Graphviz is a problem like any other.
    """
    def fault(message: str, at: int = 1) -> Curated:
        return Curated("", "", (Problem(path, line + at - 1, 0, "E505", f"dot block cannot be drawn: {message}"),))

    source = dot.encode("utf-8", "replace")
    if len(source) > MAX_BYTES:
        return fault(f"it is larger than {MAX_BYTES // 1000} kB")
    if b"\0" in source:
        return fault("it holds a NUL character", place_of(dot, dot.index("\0")).line)
    control = _CONTROL.search(dot)
    if control is not None:
        return fault(f"it holds the character U+{ord(control[0]):04X}", place_of(dot, control.start()).line)
    if dot.count("{") > _MOST_BRACES:
        return fault(f"it has more than {_MOST_BRACES:,} braces")
    try:
        done = subprocess.run(
            [sys.executable, "-m", "sitegen.diagram.sandbox"], input=source, capture_output=True, timeout=seconds,
            env=_environment(), check=False,
        )
    except subprocess.TimeoutExpired:
        return fault(f"its layout takes longer than {seconds:g} seconds")._replace(hasty=True)
    if done.returncode in _OUT_OF_TIME:
        return fault("its layout takes too long")._replace(hasty=True)
    try:
        answer: dict[str, Any] = json.loads(done.stdout)
    except ValueError:
        return fault("Graphviz failed on it")
    if "drawing" not in answer:
        return fault(*_reason(answer, done.stderr.decode("utf-8", "replace"), dot))
    drawing = answer["drawing"]
    if not drawing.get("objects"):
        return fault("it is empty")
    words = xdot_words(drawing)
    try:
        svg = draw_xdot(drawing, title=title, description=description or words)
    except (KeyError, ValueError, TypeError, IndexError, OverflowError):
        return fault("Graphviz failed on it")
    if len(svg) > MAX_SVG:
        return fault(f"its picture is larger than {MAX_SVG // 1000} kB")
    rest = remainder(dot)
    if rest is None:
        return Curated(svg, words)
    place = place_of(dot, rest, line)
    return Curated(svg, words, (Problem(path, *place, "W206", "what follows the first graph of the dot block is not drawn"),))


def _environment() -> dict[str, str]:
    """What the child sees: no fonts, so that text is measured alike everywhere, and no files for images."""
    kept = {k: v for k, v in os.environ.items() if k in ("PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SYSTEMROOT")}
    return kept | {
        "PYTHONPATH": str(_ROOT), "PYTHONDONTWRITEBYTECODE": "1",
        "FONTCONFIG_FILE": os.devnull, "SERVER_NAME": "sitegen",
    }


def _reason(answer: dict[str, Any], noise: str, dot: str) -> tuple[str, int]:
    """Why it was refused and at which line of the DOT."""
    found = _SYNTAX.search(noise)
    if found is not None:
        near = f" near '{found.group(2)}'" if found.group(2) else ""
        return f"syntax error{near}", int(found.group(1))
    why, name = str(answer.get("refused") or "Graphviz failed on it"), str(answer.get("name") or "")
    if name:
        place = re.search(rf"(?i)\b{re.escape(name)}\b\"?\s*=", dot)
        if place is not None:
            return why, place_of(dot, place.start()).line
    return why, 1
