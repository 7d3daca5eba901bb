"""Names near to one that the index does not know: the browser's module, run by Node."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.programs import node

MODULE = Path(__file__).parents[2] / "templates" / "assets" / "near.js"
KNOWN = [
    {"term": "glut4", "name": "GLUT4", "figures": 90}, {"term": "glut1", "name": "GLUT1", "figures": 30},
    {"term": "glut4", "name": "Glut4", "figures": 2}, {"term": "apoptosis", "name": "apoptosis", "figures": 0},
    {"term": "apoptotic", "name": "apoptotic", "figures": 0}, {"term": "akt1", "name": "AKT1", "figures": 70},
    {"term": "akt2", "name": "AKT2", "figures": 20}, {"term": "tak1", "name": "TAK1", "figures": 9},
]


def _in_node(call: str) -> object:
    script = f"import * as near from {json.dumps(MODULE.as_uri())};\nconsole.log(JSON.stringify({call}));"
    done = subprocess.run([node(), "--input-type=module", "-e", script], capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize(("typed", "names"), [
    ("glut44", ["GLUT4"]), ("gult4", ["GLUT4"]), ("glut", ["GLUT4", "GLUT1"]), ("glut5", ["GLUT4", "GLUT1"]),
    ("apoptossis", ["apoptosis"]), ("apotosis", ["apoptosis"]), ("atk1", ["AKT1", "TAK1"]), ("aktt1", ["AKT1"]),
    ("kt1", ["AKT1"]),
    ("gult44", ["GLUT4"]), ("gltu44", ["GLUT4"]), ("xyzzy", []), ("glut4", ["GLUT1"]), ("ak", []),
])
def test_the_nearest_names_are_offered_those_of_most_figures_first(typed: str, names: list[str]) -> None:
    assert _in_node(f"near.nearest({json.dumps(typed)}, {json.dumps(KNOWN)})") == names


def _distance(a: str, b: str) -> int:
    """Optimal string alignment, as its recurrence says it."""
    if not a or not b:
        return len(a) + len(b)
    found = min(_distance(a[1:], b) + 1, _distance(a, b[1:]) + 1, _distance(a[1:], b[1:]) + (a[0] != b[0]))
    if a[:2] == b[1::-1] and len(a) > 1 and len(b) > 1:
        found = min(found, _distance(a[2:], b[2:]) + 1)
    return found


@settings(max_examples=8)
@given(st.lists(st.tuples(st.text("ab1", max_size=5), st.text("ab1", max_size=5)), min_size=20, max_size=20))
def test_the_distance_is_that_of_its_recurrence(pairs: list[tuple[str, str]]) -> None:
    found = _in_node(f"{json.dumps(pairs)}.map(([a, b]) => near.distance(a, b, 2))")
    assert found == [min(_distance(a, b), 3) for a, b in pairs]
