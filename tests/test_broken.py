"""Each fault and warning: a folder that has it, and the report to the letter."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.problems import CODES
from tests.broken_inputs import BROKEN, EXPECTED, FOLDERS, copy_to, report

ELSEWHERE = {
    "E105": "a file saved while a build runs: tests/test_cache.py",
    "E505": "diagrams are tested in tests/diagram",
    "E601": "lines of captions: tests/relations/test_reader_parts.py",
    "E701": "pictures on other hosts: tests/test_hosts.py",
}


@pytest.mark.parametrize("name", FOLDERS)
def test_the_report_is_exact(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    text, code = report(name, tmp_path)
    assert text == (BROKEN / name / EXPECTED).read_text(encoding="utf-8")
    assert code == (1 if ": E" in text else 0)


def test_every_code_has_a_folder_that_reports_it() -> None:
    """Codes from E600 on belong to packages with tests of their own."""
    reported = {name.split("_")[0]: (BROKEN / name / EXPECTED).read_text(encoding="utf-8") for name in FOLDERS}
    wanted = {code for code in CODES if code not in ELSEWHERE}
    assert sorted(wanted - reported.keys()) == []
    for code in wanted:
        assert f": {code} " in reported[code], f"the folder of {code} does not report it"


def test_a_folder_for_one_code_reports_no_other_fault() -> None:
    """So that each folder stays the example of its code."""
    together = {"E302": {"W301"}, "E103": {"E206"}, "E403": {"W103"}}
    for name in FOLDERS:
        code = name.split("_")[0]
        if code in CODES:
            lines = (BROKEN / name / EXPECTED).read_text(encoding="utf-8").splitlines()
            found = {line.split(": ", 1)[1][:4] for line in lines if ": E" in line or ": W" in line}
            assert found - together.get(code, set()) == {code}, name


def test_all_faults_are_found_in_one_run_and_sorted() -> None:
    lines = (BROKEN / "all_at_once" / EXPECTED).read_text(encoding="utf-8").splitlines()
    heads = [line for line in lines[:-1] if not line.startswith("    ")]
    assert len(heads) == 17
    places = [(h.split(":")[0], *(int(n) if n.strip().isdigit() else 0 for n in h.split(":")[1:3])) for h in heads]
    assert places == sorted(places)
    assert len({h.split(":")[0] for h in heads}) >= 8


def test_check_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    copy_to("all_at_once", tmp_path / "seen")
    report("all_at_once", tmp_path)
    before, after = tmp_path / "seen/all_at_once", tmp_path / "all_at_once"
    assert [p.relative_to(after) for p in sorted(after.rglob("*"))] == [p.relative_to(before) for p in sorted(before.rglob("*"))]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["all_at_once", "seen"]
