"""A figure's relations from the source that is trusted most, and the lexicon that helps to read captions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import chain
from operator import itemgetter
from typing import NamedTuple

from sitegen.build.cache import Cache
from sitegen.build.mending import Lost
from sitegen.content.figures import Files
from sitegen.model.figure import Figure
from sitegen.model.relation import Relation
from sitegen.networks import SIDECARS, read_sidecar
from sitegen.networks.evidence import located
from sitegen.problems import Problem
from sitegen.relations import read_caption
from sitegen.relations.lexicon import SEVERAL, learn
from sitegen.text import fold_name, one_line, one_of

_GENE = itemgetter(4, 3, 2)  # symbol, match, word
_OTHER = itemgetter(3, 2, 0)  # name, match, word


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


class Told(NamedTuple):
    """What a figure's relations are taken from: those that somebody gave, else a caption, with the names of its tables."""

    figid: str
    given: tuple[Relation, ...]
    caption: str
    names: tuple[str, ...]


def told(figure: Figure, network: tuple[Relation, ...]) -> Told:
    """A figure's relations are a curator's, else those of a sidecar, else those that its caption states.

    Those of a sidecar are tied to the caption where it holds their evidence, as the caption's own are.  A figure with
    a `dot` block is drawn as its curator drew it, and has none.
    """
    if figure.interactions or figure.dot is not None or network:
        given = figure.interactions or (located(network, figure.caption) if figure.dot is None else ())
        return Told(figure.figid, given, "", names(figure) if given else ())
    return Told(figure.figid, (), figure.caption or "", names(figure) if figure.caption else ())


def relations_of(source: Told, lexicon: Mapping[str, str] | None) -> tuple[Relation, ...]:
    """A figure's relations."""
    return source.given or (read_caption(source.caption, mentions=source.names, lexicon=lexicon) if source.caption else ())


def names(figure: Figure) -> tuple[str, ...]:
    """The words, matches, names and symbols of a figure's own tables, each once."""
    return tuple(filter(None, dict.fromkeys(chain.from_iterable(_rows(figure)))))


def _rows(figure: Figure) -> Iterator[tuple[str | None, ...]]:
    """What the rows of a figure's tables name: a symbol or a vocabulary's name first, then other names of it."""
    return chain(map(_GENE, figure.genes), map(_OTHER, figure.chemicals), map(_OTHER, figure.diseases))


def learn_names(figures: Iterable[Figure]) -> Mapping[str, str]:
    """The lexicon of some figures: folded name -> symbol of the gene it stands for."""
    figures = list(figures)
    genes = chain.from_iterable(map(_GENE, f.genes) for f in figures)
    others = chain.from_iterable(map(_OTHER, (*f.chemicals, *f.diseases)) for f in figures)
    return learn(genes, others).symbols


def known_genes(relations: Iterable[Relation], names: Iterable[str], lexicon: Mapping[str, str]) -> dict[str, str]:
    """The genes that the collection knows the ends of a figure's relations as, by folded name: symbols, or `SEVERAL`.

    `names` are those of the figure's own tables, which know better.  Symbols in the plural, as "MAPKs", are several genes,
    but for those of words that the tables have.
    """
    found: dict[str, str] = {}
    own: set[str] | None = None
    for end in dict.fromkeys(chain.from_iterable((r.source, r.target) for r in relations)):
        label = one_line(end)
        name = fold_name(label)
        one = one_of(label)
        symbol = (lexicon.get(one) and SEVERAL) if one else lexicon.get(name)
        if symbol:
            own = set(map(fold_name, names)) if own is None else own
            if name not in own and one not in own:
                found[name] = symbol
    return found


@lru_cache(maxsize=2)
def lexicon_in(cache: Cache, key: str) -> Mapping[str, str]:
    """The collection's lexicon, read once in each process; raises Lost where the cache has lost it."""
    symbols = cache.known("lexicon", key, dict[str, str])
    if symbols is None:
        raise Lost(f"lexicon {key}")
    return symbols
