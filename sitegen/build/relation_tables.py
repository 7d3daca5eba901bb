"""Writes the relations that captions state beside the figures, as tables for a curator to correct."""

from __future__ import annotations

import os

from sitegen.build.relating import learn_names, read_sidecars, relations_of, told
from sitegen.content.discover import discover
from sitegen.content.figures import parse_files, read_files
from sitegen.content.prose import SUSPICIONS
from sitegen.networks import SIDECARS
from sitegen.networks.relation_table import write_relation_table
from sitegen.problems import Problem, in_order
from sitegen.relations.lexicon import Lexicon

_ENDING = "-relations.tsv"


def write_relation_tables(content: str) -> tuple[int, tuple[Problem, ...]]:
    """Writes `<figid>-relations.tsv` for each figure whose relations come from its caption; gives their number.

    A figure that a curator or a pathway file gave relations, or that has such a table, keeps what it has:
    no file is ever overwritten.  Figures with a fault are passed over, and their faults returned.
    """
    inventory = discover(content, SIDECARS)
    problems = list(inventory.problems)
    lexicon = Lexicon()
    figures = []
    for ref in inventory.figures:
        files = read_files(content, ref)
        figure, faults = parse_files(files)
        network, sidecar_faults = read_sidecars(files)
        problems += [*(p for p in faults if p.code not in SUSPICIONS), *sidecar_faults]
        if figure is not None:
            lexicon.take(learn_names([figure]))
            if not any(path.endswith(_ENDING) for path in ref.sidecars):
                figures.append((figure, network))
    labels, written = lexicon.mapping(), 0
    for figure, network in figures:
        relations = relations_of(told(figure, network), labels)
        if not relations or relations[0].origin != "caption":
            continue
        directory = os.path.join(content, "_data" if figure.path.startswith("_") else "data")
        os.makedirs(directory, exist_ok=True)
        try:
            with open(os.path.join(directory, figure.figid + _ENDING), "x", encoding="utf-8", newline="") as f:
                f.write(write_relation_table(relations))
        except FileExistsError:
            continue
        written += 1
    return written, in_order(problems)
