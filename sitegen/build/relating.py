"""A figure's relations from the source that is trusted most, and the lexicon that helps to read captions."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Mapping
from functools import lru_cache

from sitegen.build.cache import Cache
from sitegen.content.figures import Files
from sitegen.model.figure import Figure
from sitegen.model.relation import Relation
from sitegen.networks import SIDECARS, read_sidecar
from sitegen.problems import Problem
from sitegen.relations import read_caption
from sitegen.relations.lexicon import learn


def read_sidecars(files: Files) -> tuple[tuple[Relation, ...], tuple[Problem, ...]]:
    """The relations of a figure's most trusted sidecar that has any, and the problems of them all."""
    found: list[tuple[int, tuple[Relation, ...]]] = []
    problems: list[Problem] = []
    for path, data in files.sidecars:
        if isinstance(data, Problem):
            problems.append(data)
            continue
        relations, faults = read_sidecar(path, data)
        problems.extend(faults)
        if relations:
            trust = next(i for i, ending in enumerate(SIDECARS) if path.endswith(ending))
            found.append((trust, relations))
    return min(found)[1] if found else (), tuple(problems)


def relations_of(figure: Figure, network: tuple[Relation, ...], lexicon: Mapping[str, str] | None) -> tuple[Relation, ...]:
    """A figure's relations: a curator's, else those of a sidecar, else those that its caption states.

    A figure with a `dot` block is drawn as its curator drew it, and has none.
    """
    if figure.interactions or figure.dot is not None:
        return figure.interactions
    if network:
        return network
    return read_caption(figure.caption, mentions=names(figure), lexicon=lexicon) if figure.caption else ()


def names(figure: Figure) -> tuple[str, ...]:
    """The words, matches, names and symbols of a figure's own tables, each once."""
    found: dict[str | None, None] = {}
    for gene in figure.genes:
        found[gene.symbol] = found[gene.match] = found[gene.word] = None
    for chemical in figure.chemicals:
        found[chemical.name] = found[chemical.match] = found[chemical.word] = None
    for disease in figure.diseases:
        found[disease.name] = found[disease.match] = found[disease.word] = None
    return tuple([name for name in found if name])


def rows(figure: Figure) -> Iterable[tuple[str, ...]]:
    """What each row of a figure's tables names: a symbol or a vocabulary's name first, then other names of it."""
    for gene in figure.genes:
        yield tuple(n for n in (gene.symbol, gene.match, gene.word) if n)
    for chemical in figure.chemicals:
        yield tuple(n for n in (chemical.name, chemical.match, chemical.word) if n)
    for disease in figure.diseases:
        yield tuple(n for n in (disease.name, disease.match, disease.word) if n)


def learn_names(figures: Iterable[Figure]) -> Mapping[str, str]:
    """The lexicon of some figures: folded name -> label."""
    return learn(row for figure in figures for row in rows(figure)).labels


@lru_cache(maxsize=2)
def lexicon_in(cache: Cache, key: str) -> Mapping[str, str] | None:
    """The collection's lexicon, read once in each process; None where the cache has lost it."""
    body = cache.get("lexicon", key)
    if body is None:
        return None
    labels: Mapping[str, str] = pickle.loads(body)
    return labels
