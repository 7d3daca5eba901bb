"""An entity's name, and the words in which one is looked for."""

from __future__ import annotations

from typing import NamedTuple

from sitegen.once import once
from sitegen.relations import lexis
from sitegen.text import fold_name

folded = once(fold_name)
"""A name in the form under which its spellings are one; figures name the same things again and again."""


class Name(NamedTuple):
    """An entity's name in the caption's words, and how it was known."""

    text: str
    kind: str


class Words(NamedTuple):
    """Words in which the name stands: as they are, as the tables know them, and whether the first one opens the sentence."""

    core: list[str]
    low: list[str]
    opens: bool = False


def is_process(low: list[str]) -> bool:
    """Whether the words end in a process's name."""
    last = low[-1]
    return last in lexis.PROCESSES and (len(low) > 1 or last not in lexis.MODIFIED)


@once
def is_tinged(pair: tuple[str, str]) -> bool:
    """Whether a noun that says little is told by the adjective before it: "apoptotic pathway", "antiviral state"."""
    return pair[1] in lexis.TINGED_HEADS and pair[0].endswith(lexis.TINGED)
