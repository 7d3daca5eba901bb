"""`python -m tests.golden_update`: writes anew what tests compare byte for byte.

Look at the difference (`git diff tests/ docs/`) before you commit it.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

from tests import broken_inputs, sites, written_docs

ROOT = Path(__file__).resolve().parent.parent


def update_reports() -> None:
    """tests/broken/*/expected.txt."""
    for name in broken_inputs.FOLDERS:
        with tempfile.TemporaryDirectory() as directory:
            os.chdir(directory)
            text, _ = broken_inputs.report(name, Path(directory))
        os.chdir(ROOT)
        (broken_inputs.BROKEN / name / broken_inputs.EXPECTED).write_text(text, encoding="utf-8")


def update_site() -> None:
    """tests/golden: the site of tests/mini."""
    with tempfile.TemporaryDirectory() as directory:
        sites.build(sites.MINI, Path(directory, "site"))
        pages = sites.golden_files(Path(directory, "site"))
    shutil.rmtree(sites.GOLDEN, ignore_errors=True)
    for path, body in pages.items():
        target = sites.GOLDEN / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(body)


def main() -> None:
    update_reports()
    update_site()
    written_docs.write()
    sys.stdout.write("written anew: tests/broken, tests/golden, docs/faults.md, README.md\n")


if __name__ == "__main__":
    main()
