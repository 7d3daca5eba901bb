"""An invented collection of any size: the same number and seed give the same files."""

from __future__ import annotations

import random
from itertools import pairwise
from pathlib import Path

ORGANISMS = {"Homo sapiens": ("9606", str), "Mus musculus": ("10090", str.capitalize), "Danio rerio": ("7955", str.lower)}
RARE = ("Bubo bubo", "Vulpes vulpes")
JOURNALS = ("Journal of Drawn Arrows", "Annals of Boxes", ".na.character")
TOPICS = ("insulin resistance", "wound healing", "lipid uptake", "light sensing", "cell death", "iron storage")
VERBS = ("raises", "lowers", "splits", "moves", "binds")
CHEMICALS = (("glucose", "D005947", "Glucose", "D-glucopyranose", "4167"), ("iron", "D007501", "Iron", None, None))
DISEASES = (("diabetes", "D003920", "Diabetes Mellitus", "diabetes mellitus", "9351"),)
# words as drawn, symbol, NCBI Gene id
GENES = (
    ("GLUT4", "SLC2A4", 6517),
    ("IL-6", "IL6", 3569),
    ("TGF-β", "TGFB1", 7040),
    ("p53", "TP53", 7157),
    ("H1.0", "H1-0", 3005),
    ("DRB1", "HLA-DRB1*15:01", 900001),
    ("a/b", "a/b", 900002),
    ("AUX", "AUX", 900003),
    ("con", "CON", 900004),
    ("Su(var)", "Su(var)3-9", 41483),
    *((f"Q{n}", f"QRX{n}", 910000 + n) for n in range(40)),
)
FAMILY = [("NF-κB", "NFKB1", 4790), ("NF-κB", "RELA", 5970)]
_GENE_HEAD = (
    "organism_id organism_name organism_group word match ncbigene_symbol ncbigene_id source "
    "count_direct count_synonym count_match"
)


def write_collection(root: Path, figures: int = 300, seed: int = 1) -> Path:
    """Writes `figures/` and `data/` of an invented collection below `root`."""
    rng = random.Random(seed)
    for name in ("figures", "data"):
        (root / name).mkdir(parents=True, exist_ok=True)
    (root / "site.toml").write_text('[site]\ntitle = "Invented Figures"\nbase_url = "https://example.org/x/"\n', encoding="utf-8")
    for i in range(figures):
        _figure(root, rng, i)
    return root


def _figure(root: Path, rng: random.Random, i: int) -> None:
    pmcid = f"PMC{7_000_000 + i // 2}"
    stem = f"jda.{i:04d}-g{i % 7}" if i % 5 == 0 else f"jda{i:04d}-g{i % 7}"
    figid = f"{pmcid}__{stem}"
    topic = TOPICS[i % len(TOPICS)]
    genes = rng.sample(GENES, rng.randint(1, 9)) + (FAMILY if i % 4 == 0 else [])
    organisms = (
        ["Homo sapiens"] + (["Mus musculus"] if i % 4 == 1 or i % 9 == 3 else []) + (["Danio rerio"] if i % 10 == 0 else [])
    )
    if i % 50 == 7:
        organisms = [RARE[i % 2]]
    sentences = [f"{a[0]} {rng.choice(VERBS)} {b[0]} in {topic}." for a, b in pairwise(genes)]
    caption = " ".join([f"A drawing of {topic}, number {i}.", *sentences, "Dashed lines are guesses."])
    title = f"{topic.capitalize()} and {genes[0][0]}" + (" <i>in vivo</i> & co" if i % 11 == 0 else "")
    lines = [
        "---",
        f"figid: {figid}",
        f'figtitle: "{title}"',
        f'caption: "{caption}"',
        "organisms:",
        *(f"- {o}" for o in organisms),
        f"pmcid: {pmcid}",
        f"filename: {stem}.jpg",
        f"figlink: /pmc/articles/{pmcid}/figure/f{i % 7}/",
        f"number: F{i % 7 + 1}",
        f"papertitle: What is known of {topic}, part {i // 2}.",
        f"reftext: A. Author, et al. J Drawn Arrows. {1998 + i % 24}.",
        f"year: '{1998 + i % 24}'" if i % 60 else "year: ''",
        f"doi: 10.5555/jda.{i}",
        f"journal_title: {JOURNALS[i % 3]}",
        f"figid_alias: {pmcid}__F{i % 7 + 1}",
        "figtype: Figure",
        f"redirect_from: /figures/{pmcid}__F{i % 7 + 1}",
        "---",
        "",
    ]
    (root / "figures" / f"{figid}.md").write_text("\n".join(lines), encoding="utf-8")
    rows = [
        f"{taxon}\t{name}\tx\t{word}\t{word}\t{spelt(symbol)}\t"
        f"{gene_id if name == 'Homo sapiens' else gene_id * 13 + int(taxon)}\tx\t1\t1\t1"
        for name, (taxon, spelt) in ORGANISMS.items()
        if name in organisms or name == "Homo sapiens"
        for word, symbol, gene_id in genes
    ]
    _table(root / "data" / f"{figid}-genes.tsv", _GENE_HEAD, rows)
    if i % 6 == 2:
        _table(
            root / "data" / f"{figid}-chemicals.tsv",
            "word mesh match name chebi",
            [_row(c, "chebi") for c in CHEMICALS[: 1 + i % 2]],
        )
    if i % 9 == 4:
        _table(root / "data" / f"{figid}-diseases.tsv", "word mesh match name doid", [_row(d, "doid") for d in DISEASES])


def _row(entity: tuple[str | None, ...], vocabulary: str) -> str:
    word, mesh, match, name, xref = entity
    return "\t".join((word or "NA", f"mesh:{mesh}", match or "NA", name or "NA", f"{vocabulary}:{xref}" if xref else "NA"))


def _table(path: Path, head: str, rows: list[str]) -> None:
    path.write_text("\n".join([head.replace(" ", "\t"), *rows, ""]), encoding="utf-8")
