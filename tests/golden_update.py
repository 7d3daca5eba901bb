"""`python -m tests.golden_update`: writes anew what tests compare byte for byte.

Look at the difference (`git diff tests/ docs/`) before you commit it.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from tests import broken_inputs, written_docs

ROOT = Path(__file__).resolve().parent.parent


def update_reports() -> None:
    """tests/broken/*/expected.txt."""
    for name in broken_inputs.FOLDERS:
        with tempfile.TemporaryDirectory() as directory:
            os.chdir(directory)
            text, _ = broken_inputs.report(name, Path(directory))
        os.chdir(ROOT)
        (broken_inputs.BROKEN / name / broken_inputs.EXPECTED).write_text(text, encoding="utf-8")


def main() -> None:
    update_reports()
    written_docs.write()
    sys.stdout.write("written anew: tests/broken, docs/faults.md, README.md\n")


if __name__ == "__main__":
    main()
