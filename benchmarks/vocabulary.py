"""Names and words that the made-up figures are made of."""

from __future__ import annotations

NA = ".na.character"
ORGANISMS = (
    ("9606", "Homo sapiens", "Primates"),
    ("10090", "Mus musculus", "Rodents"),
    ("10116", "Rattus norvegicus", "Rodents"),
    ("7955", "Danio rerio", "Vertebrates"),
    ("7227", "Drosophila melanogaster", "Invertebrates"),
    ("3702", "Arabidopsis thaliana", "Plants"),
    ("559292", "Saccharomyces cerevisiae S288C", "Fungi"),
    ("6239", "Caenorhabditis elegans", "Invertebrates"),
    ("9031", "Gallus gallus", "Vertebrates"),
    ("9913", "Bos taurus", "Mammals"),
    ("9823", "Sus scrofa", "Mammals"),
    ("9796", "Equus caballus", "Mammals"),
)
_GENERA = [
    "Aster",
    "Bacill",
    "Candid",
    "Daphn",
    "Escher",
    "Festuc",
    "Gadus",
    "Hydr",
    "Ips",
    "Junc",
    "Lact",
    "Medic",
    "Neisser",
    "Oryz",
    "Popul",
    "Querc",
    "Ricin",
    "Salmon",
    "Triton",
    "Urtic",
    "Vibr",
    "Xenop",
    "Yersin",
    "Zostera",
]
_ENDS = ("ella", "ium", "us", "opsis", "ia", "omyces", "odes")
_EPITHETS = [
    "vulgaris",
    "minor",
    "elegans",
    "alba",
    "maritima",
    "sativa",
    "montana",
    "fluviatilis",
    "rubra",
    "borealis",
    "lutea",
    "gracilis",
    "communis",
    "pallida",
]
RARE = tuple(f"{g}{e} {s}" for s in _EPITHETS for e in _ENDS for g in _GENERA)
CHEMICALS = (
    ("Glucose", "D005947", "Glucose", "D-glucopyranose", "4167"),
    ("Glycine", "D005998", "Glycine", "glycine", "15428"),
    ("serine", "C047902", "NA", "NA", "NA"),
    ("Fructose", "D005632", "Fructose", "fructose", "28757"),
    ("Acetyl-CoA", "D000105", "Acetyl Coenzyme A", "acetyl-CoA", "15351"),
    ("Pyruvate", "D011773", "NA", "NA", "NA"),
    ("Fatty acids", "D005227", "Fatty Acids", "fatty acid", "35366"),
    ("Citric acid", "D019343", "NA", "NA", "NA"),
    ("Atrazine", "D001280", "Atrazine", "atrazine", "15930"),
)
DISEASES = (
    ("Prostate cancer", "D011471", "NA", "NA", "NA"),
    ("Stroma", "NA", "NA", "NA", "NA"),
    ("Diabetes", "D003920", "Diabetes Mellitus", "diabetes mellitus", "9351"),
    ("Obesity", "D009765", "Obesity", "obesity", "9970"),
    ("Inflammation", "D007249", "NA", "NA", "NA"),
)
JOURNALS = (
    ("Journal of Invented Pathways", "J Invent Pathw", "Example Press"),
    ("Signals", "Signals", "Example Society"),
    ("Open Cell Maps", "Open Cell Maps", "Example Press"),
    ("Letters on Metabolism", "Lett Metab", "Placeholder Publishing"),
    (NA, NA, NA),
)
TAIL_STEMS = [
    "ZNX",
    "TMX",
    "SLY",
    "KIX",
    "FAMX",
    "CCX",
    "OLX",
    "RBX",
    "UBX",
    "COX",
    "PPX",
    "MRX",
    "LRX",
    "ANX",
    "GPX",
    "DNX",
    "TTX",
    "WDX",
    "PHX",
    "SPX",
]
GREEK = {
    "TNF": "TNF-α",
    "IL1B": "IL-1β",
    "IFNG": "IFN-γ",
    "TGFB1": "TGF-β",
    "TGFB": "TGF-β",
    "PPARG": "PPARγ",
    "NFKB": "NF-κB",
    "PRKCD": "PKCδ",
    "CTNNB1": "β-catenin",
    "IL1A": "IL-1α",
    "HIF1A": "HIF-1α",
    "PGC1A": "PGC-1α",
    "IKBKB": "IKKβ",
    "GSK3B": "GSK-3β",
}
STEMS = (
    "fimmu-14-{n}-g{k:03d}",
    "nihms-{n}-f{k:04d}",
    "zdb{n}{k:04d}",
    "ijms-24-{n}-g{k:03d}",
    "41598_2023_{n}_Fig{k}_HTML",
    "gr{k}_{n}",
    "cells-12-{n}-g{k:03d}",
)
DOTTED = ("pone.{n:07d}.g{k:03d}", "nihpp-2023.03.{n}v1-f{k:04d}")
GENE_HEAD = (
    "organism_id\torganism_name\torganism_group\tword\tmatch\tncb"
    "igene_symbol\tncbigene_id\tsource\tcount_direct\tcount_synonym\tcount_match\n"
)
