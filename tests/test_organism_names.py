"""Which names of organisms are doubted, and which are not."""

from __future__ import annotations

import pytest

from sitegen.model.catalog import build_catalog
from sitegen.model.documents import OrganismNote
from sitegen.model.organism_names import doubtful_organisms
from tests.test_model import summary

NOTES = (OrganismNote("organisms/clam.md", "Ruditapes philippinarum", "Manila clam"),)


def doubted(name: str) -> list[str]:
    catalog = build_catalog([summary("PMC1__a", organisms=(name,))], NOTES, {"Oryza sativa": "4530"})
    return [p.hint for p in doubtful_organisms(catalog)]


@pytest.mark.parametrize("name, meant", [
    ("Homo sapien", "Homo sapiens"), ("Homo sapeins", "Homo sapiens"), ("Human", "Homo sapiens"), ("mice", "Mus musculus"),
    ("Mus muscullus", "Mus musculus"), ("Manila Clam", "Ruditapes philippinarum"),
    ("ruditapes philipinarum", "Ruditapes philippinarum"), ("Arabidopsis thalania", "Arabidopsis thaliana"),
])
def test_misspelt_and_common_names_are_doubted(name: str, meant: str) -> None:
    assert doubted(name) == [f"Did you mean '{meant}'?"]


@pytest.mark.parametrize("name", [
    "Homo sapiens", "homo sapiens", "Oryza sativa", "Rattus rattus", "Mus spretus", "Bos indicus", "Danio albolineatus",
    "Saccharomyces cerevisiae S288C", "Escherichia coli K-12", "Drosophila simulans", "Hepatitis C virus", "Virus",
    "Caenorhabditis briggsae", "Sus scrofa domesticus", "Equus asinus", "Arabidopsis lyrata",
])
def test_other_species_and_strains_are_not(name: str) -> None:
    assert doubted(name) == []
