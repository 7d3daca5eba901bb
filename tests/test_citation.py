"""A figure's citation: what is read of its paper's reference, and the forms made of it; the browser's module, run by Node."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.programs import node

MODULE = Path(__file__).parents[1] / "templates" / "assets" / "cite.js"
PAPER = {
    "name": "On arrows.", "datePublished": "2018", "identifier": ["pmc:PMC1", "doi:10.5555/x_1"],
    "isPartOf": {"@type": "Periodical", "name": "Journal of Drawn Arrows", "alternateName": "J Drawn Arrows"},
}


def _in_node(call: str) -> Any:
    script = f"import * as cite from {json.dumps(MODULE.as_uri())};\nconsole.log(JSON.stringify({call}));"
    done = subprocess.run([node(), "--input-type=module", "-e", script], capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize(("reference", "parts"), [
    ("Iria Nieto-Vazquez, et al. Diabetes. 2008 Dec;57(12):3211-3221.",
     {"authors": ["Iria Nieto-Vazquez"], "more": True, "journal": "Diabetes", "year": "2008", "volume": "57", "issue": "12",
      "pages": "3211-3221"}),
    ("Richard J. White, et al. Dev Dyn. 2008;237(10):2775-2790.",
     {"authors": ["Richard J. White"], "more": True, "journal": "Dev Dyn", "year": "2008", "volume": "237"}),
    ("Ada B. Author. Dev Dyn. 2008;237.", {"authors": ["Ada B. Author"], "more": False, "journal": "Dev Dyn", "volume": "237"}),
    ("Ada B. Author, C. Other, and D. Third. J. Biol. Chem. 2008;2:1-3.",
     {"authors": ["Ada B. Author", "C. Other", "D. Third"], "journal": "J. Biol. Chem", "year": "2008", "pages": "1-3"}),
    ("Elizabeth Pierce, et al. Environ Microbiol. ;10(10):2550-2573.",
     {"authors": ["Elizabeth Pierce"], "more": True, "journal": "Environ Microbiol", "year": "", "volume": "10", "issue": "10",
      "pages": "2550-2573"}),
    ("Int J Mol Sci. 2018;19(1):238.",
     {"authors": [], "more": False, "journal": "Int J Mol Sci", "year": "2018", "volume": "19", "issue": "1", "pages": "238"}),
    ("Mol Cell Biol. 2018;38.", {"authors": [], "journal": "Mol Cell Biol", "year": "2018", "volume": "38", "pages": ""}),
    ("A. Author, et al. J Drawn Arrows. 1998.",
     {"authors": ["A. Author"], "more": True, "journal": "J Drawn Arrows", "year": "1998"}),
    ("Notch signaling and neuronal death in stroke.", {"authors": [], "more": False, "journal": "", "year": "", "volume": ""}),
    ("", {"authors": [], "journal": "", "year": ""}),
])
def test_the_parts_of_a_reference_are_told_apart(reference: str, parts: dict[str, object]) -> None:
    found = _in_node(f"cite.reading({json.dumps(reference)})")
    assert {key: found[key] for key in parts} == parts


def _work(title: str, reference: str) -> str:
    graph = {"@type": "Dataset", "name": title, "identifier": "PMC1__f1", "url": "https://example.org/f.html",
             "citation": [PAPER], "isBasedOn": [{"creditText": reference}]}
    return f"cite.work({json.dumps({'@graph': [graph]})}, {{ label: 'Figure 1', site: 'Figures' }})"


def test_a_title_that_ends_with_a_full_stop_gets_no_second() -> None:
    work = _work("How arrows are drawn.", "")
    assert _in_node(f"cite.text({work})") == (
        "How arrows are drawn. Figure 1 in: On arrows. 2018. https://doi.org/10.5555/x_1. Redrawn at Figures, https://example.org/f.html")
    assert "title = {{How arrows are drawn}}" in _in_node(f"cite.bibtex({work})")


def test_the_journal_is_known_where_the_reference_does_not_say_it() -> None:
    work = _work("Arrows", "A reference that nobody can read.")
    assert "journal = {Journal of Drawn Arrows}" in _in_node(f"cite.bibtex({work})")
    assert "T2  - Journal of Drawn Arrows\r\n" in _in_node(f"cite.ris({work})")
    assert json.loads(_in_node(f"cite.csl({work})"))[0]["container-title"] == "Journal of Drawn Arrows"
