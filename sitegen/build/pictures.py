"""Whether the hosts of the pictures still serve them: the one look at a collection that needs the network."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

from sitegen.build.load import read_settings
from sitegen.content.discover import SourceRef, discover
from sitegen.content.fields import Fields
from sitegen.content.figures import parse_figure
from sitegen.content.frontmatter import parse_document
from sitegen.content.reader import read
from sitegen.digest import digest
from sitegen.model.figure import Figure
from sitegen.pages.figure import images
from sitegen.problems import Problem, errors, in_order

_AT_ONCE = 4  # requests: a host is asked for a sample, not stormed


class Served(NamedTuple):
    """Of an address template: how many of the figures that were looked at have their picture there."""

    template: str
    pictures: int


class Look(NamedTuple):
    """What was found: how many figures were looked at, what each template serves, and a fault a figure without a picture."""

    figures: int
    served: tuple[Served, ...]
    problems: tuple[Problem, ...]


def look_at_pictures(content: str, sample: int, seed: str, refusal: Callable[[str], str]) -> Look:
    """Asks for the pictures of at most `sample` figures of a collection, the same ones for the same `seed` and figures.

    `refusal` says why an address gives no picture, or nothing where it gives one.  A figure that `check` finds fault with, or
    whose picture has no name, is passed over.
    """
    inventory = discover(content)
    faults: list[Problem] = []
    config = read_settings(content, inventory, "", faults)
    if errors(faults):
        return Look(0, (), in_order(errors(faults)))
    chosen = sorted(inventory.figures, key=lambda ref: digest(f"{seed}\n{ref.figid}".encode()))
    named = _first_named(content, chosen, sample)
    pool = ThreadPoolExecutor(_AT_ONCE)
    try:
        answers = list(pool.map(lambda one: [refusal(address) for address in images(config, one.figure)], named))
    finally:
        pool.shutdown(wait=False, cancel_futures=True)  # who interrupts waits for no host
    problems = [_fault(one, said) for one, said in zip(named, answers, strict=True) if all(said)]
    served = tuple(
        Served(template, sum(not said[i] for said in answers)) for i, template in enumerate(config.images.urls)
    )
    return Look(len(named), served, in_order(problems))


class _Named(NamedTuple):
    figure: Figure
    line: int
    column: int


def _first_named(content: str, refs: list[SourceRef], most: int) -> list[_Named]:
    found: list[_Named] = []
    for ref in refs:
        if len(found) == most:
            break
        found += _named(content, ref)
    return found


def _named(content: str, ref: SourceRef) -> Iterator[_Named]:
    """A figure whose picture has a name, and where the name stands."""
    source = read(content, ref.path)
    if isinstance(source, Problem):
        return
    figure, _ = parse_figure(ref.path, source.text, ())
    document, _ = parse_document(ref.path, source.text)
    if figure is not None and document is not None and figure.filename:
        yield _Named(figure, *Fields(ref.path, document.front, []).place("filename"))


def _fault(one: _Named, said: list[str]) -> Problem:
    return Problem(one.figure.path, one.line, one.column, "E701", f"{one.figure.filename} is served nowhere: {'; '.join(said)}")
