"""Links that send a figure's genes to other sites: the browser's module, run by Node."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.programs import node

MODULE = Path(__file__).parents[1] / "templates" / "assets" / "send.js"


def _in_node(call: str) -> Any:
    script = f"import * as send from {json.dumps(MODULE.as_uri())};\nconsole.log(JSON.stringify({call}));"
    done = subprocess.run([node(), "--input-type=module", "-e", script], capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize(("organism", "name", "served"), [
    ("Homo sapiens", "hsapiens", {"g:Profiler", "STRING", "Enrichr", "NDEx iQuery", "Drugst.One"}),
    ("Rattus norvegicus", "rnorvegicus", {"g:Profiler", "STRING", "Enrichr", "NDEx iQuery"}),
    ("Canis lupus familiaris", "cfamiliaris", {"g:Profiler", "STRING"}),
    ("Saccharomyces cerevisiae S288C", "scerevisiae", {"g:Profiler", "STRING"}),
    ("Oryza sativa Japonica Group", "osativa", {"g:Profiler", "STRING"}),
    ("Escherichia coli str. K-12 substr. MG1655", "ecoli", {"g:Profiler", "STRING"}),
    ("Abelmoschus esculentus", "aesculentus", {"g:Profiler"}),
    ("Bacteria", "b", set()), ("constructor", "c", set()),
])
def test_each_site_is_sent_the_organisms_it_knows_by_its_own_name(organism: str, name: str, served: set[str]) -> None:
    assert _in_node(f"send.profiler({json.dumps(organism)})") == name
    assert set(_in_node(f"send.SERVICES.filter((s) => s.serves({json.dumps(organism)})).map((s) => s.name)")) == served


def test_an_address_holds_the_genes_of_yeast() -> None:
    genes = json.dumps([{"symbol": "CDC42", "id": "850930"}, {"symbol": "a&b", "id": "2"}])
    links = _in_node(f"send.SERVICES.slice(0, 2).map((s) => s.href({genes}, 'Saccharomyces cerevisiae S288C'))")
    profiler, string = (parse_qs(urlsplit(link).query) for link in links)
    assert profiler["organism"] == ["scerevisiae"] and profiler["query"] == ["850930\n2"]
    assert string["species"] == ["4932"] and string["identifiers"] == ["CDC42\ra&b"]
