"""A collection for the browser: the sample figures, and invented ones that strain a page."""

from __future__ import annotations

import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = "PMC2584126__zdb0120855210007"
BIG = "PMC9000001__many_rows"
BARE = "PMC9000002__bare"
HEDGED = "PMC9000003__hedged"
DRAWN = "PMC9000004__drawn"
ALIAS = "PMC9000009__old"
_ORGANISMS = ("Homo sapiens", "Mus musculus", "Rattus norvegicus", "Danio rerio")
_COLUMNS = (
    "organism_id organism_name organism_group word match ncbigene_symbol ncbigene_id source "
    "count_direct count_synonym count_match"
)
_TAXA = (9606, 10090, 10116, 7955)


def make_collection(directory: Path) -> Path:
    """Writes the collection to a directory that does not exist yet."""
    shutil.copytree(ROOT / "content", directory)
    old = f"figid_alias: {ALIAS}\n"
    _figure(directory, BIG, "A pathway with a thousand rows", "BIG1 activates BIG2. BIG3 inhibits BIG4.", "big.jpg", old)
    rows = [_row(_TAXA[i % 4], _ORGANISMS[i % 4], "A group", f"BIG{i // 4}", f"BIG{i // 4}", f"BIG{i}", 900_000 + i, "s", 1, 1, 1)
            for i in range(1000)]
    text = _row(*_COLUMNS.split()) + "".join(rows)
    (directory / "data" / f"{BIG}-genes.tsv").write_text(text, encoding="utf-8")
    _figure(directory, BARE, "", "", "", old)
    _figure(
        directory, HEDGED, "A careful statement",
        "LKB1 may activate AMPK, and AMPK phosphorylates AS160. <b>No tag</b> & no trouble.", "c.jpg",
        "interactions:\n- {source: LKB1, target: AMPK, type: activation, evidence: a note by a reviewer}\n",
        year=1998,  # so long ago that the home page's chart of years is one of many
    )
    _figure(directory, DRAWN, "A chain too long for a phone", "", "d.jpg", "")
    chain = " -> ".join(f"intermediate_{i}" for i in range(4))
    with (directory / "figures" / f"{DRAWN}.md").open("a", encoding="utf-8") as file:
        file.write(f"\n# On the steps\n\nEach is *slow*.\n\n```dot\ndigraph {{ rankdir=LR; {chain} }}\n```\n")
    return directory


def _row(*cells: object) -> str:
    return "\t".join(map(str, cells)) + "\n"


def _figure(directory: Path, figid: str, title: str, caption: str, filename: str, more: str, year: int = 2020) -> None:
    pmcid = figid.split("__")[0]
    (directory / "figures" / f"{figid}.md").write_text(
        f"---\nfigid: {figid}\npmcid: {pmcid}\nfigtitle: '{title}'\nfilename: '{filename}'\n"
        f"figlink: /pmc/articles/{pmcid}/figure/f1/\nnumber: F1\ncaption: '{caption}'\npapertitle: An invented paper\n"
        f"reftext: Ada Author, et al. J Example. {year} Jan;1(1):1-9.\nyear: '{year}'\ndoi: 10.5555/example\n"
        "organisms:\n- Homo sapiens\n"
        f"{more}---\n",
        encoding="utf-8",
    )
