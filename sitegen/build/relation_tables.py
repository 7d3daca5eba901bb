"""Writes the relations that captions state beside the figures, as tables for a curator to correct.

This is a door of its own, not `publish`: a site is made whole and replaced, while the content is its curator's, who
gets a file more and never another for one that is there.
"""

from __future__ import annotations

import os

from sitegen.build.relating import Told, learn_names, read_sidecars, relations_of, told
from sitegen.content.discover import SourceRef, discover
from sitegen.content.figures import parse_files, read_files
from sitegen.content.prose import SUSPICIONS
from sitegen.model.routes import is_portable
from sitegen.networks import SIDECARS
from sitegen.networks.relation_table import write_relation_table
from sitegen.problems import Problem, errors, in_order
from sitegen.relations.lexicon import Lexicon

_ENDING = "-relations.tsv"


def write_relation_tables(content: str) -> tuple[int, tuple[Problem, ...]]:
    """Writes `<figid>-relations.tsv` for each figure whose relations come from its caption; gives their number.

    A figure that a curator or a pathway file gave relations, or that has such a table, keeps what it has:
    no file is ever overwritten, and none written outside the content.  Figures with a fault, of a pathway file too,
    are passed over, and their faults returned.
    """
    inventory = discover(content, SIDECARS)
    problems = list(inventory.problems)
    lexicon = Lexicon()
    captions: list[tuple[str, Told]] = []
    for ref in inventory.figures:
        source, faults = _source(content, ref, lexicon)
        problems += faults
        if source is not None:
            captions.append((ref.path, source))
    directory = "_data" if any(path.startswith("_") for path, _ in captions) else "data"
    fault = _unfit(content, directory) if captions else None
    if fault is not None:
        return 0, in_order([*problems, fault])
    labels, written = lexicon.mapping(), 0
    for path, source in captions:
        relations = relations_of(source, labels)
        name = f"{directory}/{source.figid}{_ENDING}"
        if relations and not is_portable(name):
            problems.append(Problem(path, 1, 1, "E210", "the figid is too long for a table beside the figure",
                                    "A file's name holds at most 255 bytes."))
        elif relations:
            written += _write_new(os.path.join(content, name), write_relation_table(relations))
    return written, in_order(problems)


def _source(content: str, ref: SourceRef, lexicon: Lexicon) -> tuple[Told | None, list[Problem]]:
    """What a table of a figure would be made of, None where it gets none; a sound figure's names go to the lexicon.

    Of the figure itself nothing is kept: all of a large collection would not fit in memory.
    """
    files = read_files(content, ref)
    figure, faults = parse_files(files)
    network, sidecar_faults = read_sidecars(files)
    problems = [*(p for p in faults if p.code not in SUSPICIONS), *sidecar_faults]
    if figure is None or errors(sidecar_faults):
        return None, problems
    lexicon.take(learn_names([figure]))
    source = told(figure, network)
    has_table = any(path.endswith(_ENDING) for path in ref.sidecars)
    return (source if source.caption and not has_table else None), problems


def _unfit(content: str, directory: str) -> Problem | None:
    """Makes the directory of tables where there is none, or says why no table can be put there."""
    root, place = os.path.realpath(content), os.path.join(content, directory)
    if os.path.commonpath((root, os.path.realpath(place))) != root:
        return Problem(directory, 0, 0, "E103", f"{directory} links outside the content directory")
    try:
        os.makedirs(place, exist_ok=True)
    except FileExistsError:
        return Problem(directory, 0, 0, "E102", "not a directory", "Tables stand in a directory of this name.")
    return None


def _write_new(place: str, text: str) -> bool:
    """Writes a file where there is none; half of one would be taken for a table, and is removed."""
    try:
        with open(place, "x", encoding="utf-8", newline="") as f:
            try:
                f.write(text)
                f.flush()
            except BaseException:
                os.remove(place)
                raise
    except FileExistsError:
        return False
    return True
