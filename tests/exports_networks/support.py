"""The cases as values of ours, and the page's script run by Node on the same cases."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

from sitegen.exports.network import Network, network
from sitegen.model.figure import GeneMention
from sitegen.model.participants import Participant
from sitegen.model.relation import Relation
from sitegen.text import fold_name
from tests.programs import node

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "templates" / "assets" / "export.js"
CASES: dict[str, Any] = json.loads((Path(__file__).parent / "cases.json").read_text(encoding="utf-8"))
_RUN = """
import {readFileSync} from "node:fs";
const m = await import(process.argv[1]);
const out = JSON.parse(readFileSync(0, "utf8")).map((c) => {
  const net = m.network(c.ident, c.title, c.organism, c.relations, c.people, new Map(c.elsewhere)), given = new Map(c.given);
  return {net, sif: m.sif(net), dot: m.dot(net), cx2: m.cx2(net, given), gpml: m.gpml(net, given)};
});
process.stdout.write(JSON.stringify(out));
"""


def participant(row: dict[str, Any]) -> Participant:
    label = row["label"]
    genes = tuple(GeneMention(None, organism, label, None, symbol, ident) for organism, ident, symbol in row.get("genes", ()))
    names = frozenset(fold_name(n) for n in row["names"])
    return Participant(row["label"], row["kind"], names, genes, row.get("mesh"), row.get("xref"))


def relation(row: list[Any]) -> Relation:
    return Relation(*row[:5], evidence=row[5])


def python_network(case: dict[str, Any]) -> Network:
    return network(case["ident"], case["title"], case["organism"], [relation(r) for r in case["relations"]],
                   [participant(p) for p in case["people"]], case.get("elsewhere", {}))


def given(case: dict[str, Any]) -> dict[int, tuple[int, int]]:
    return {int(i): (x, y) for i, (x, y) in case["given"].items()}


def for_script(case: dict[str, Any]) -> dict[str, Any]:
    """The case as the page's script reads it from a page."""
    people = []
    for p in case["people"]:
        person = participant(p)
        node = network("", "", "", (), [person]).nodes[0]
        names = sorted(person.names)
        people.append({"label": p["label"], "kind": p["kind"], "names": names, "genes": node.genes, "xref": node.xref})
    keys = ("source", "target", "type", "polarity", "hedged", "evidence")
    return {
        "ident": case["ident"], "title": case["title"], "organism": case["organism"], "people": people,
        "relations": [dict(zip(keys, r, strict=True)) for r in case["relations"]],
        "given": [[int(i), p] for i, p in case["given"].items()],
        "elsewhere": list(case.get("elsewhere", {}).items()),
    }


def run_script(cases: list[dict[str, Any]]) -> list[dict[str, Any]]:
    done = subprocess.run(
        [node(), "--input-type=module", "-e", _RUN, SCRIPT.as_uri()], input=json.dumps([for_script(c) for c in cases]),
        capture_output=True, text=True, encoding="utf-8", timeout=60, check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
