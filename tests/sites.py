"""Builds made-up collections in this process, and reads the sites."""

from __future__ import annotations

import re
from pathlib import Path

from sitegen.build import relating, run, scratch, statements, stems
from sitegen.build.outcome import Outcome
from sitegen.build.progress import Quiet

TESTS = Path(__file__).parent
ROOT = TESTS.parent
MINI = TESTS / "mini"
GOLDEN = TESTS / "golden"
_FINGERPRINT = re.compile(rb"(assets/[\w./-]+?)\.[0-9a-f]{8}\.(\w+)")
_COMPARED = (".html", ".xml", ".txt")


def build(
    content: Path, out: Path, base_url: str = "", jobs: int = 1, cache: Path | None = None, keep_going: bool = False
) -> Outcome:
    """A build without a word, which knows as little of builds before as one in a process of its own."""
    for remembered in (relating.lexicon_in, stems.stems_in, scratch.documents_in, scratch.ledger_in,
                       scratch.roll_in, statements.genes_in):
        remembered.cache_clear()
    return run.build(str(content), str(out), base_url=base_url, jobs=jobs, keep_going=keep_going,
                     cache=str(cache) if cache else None, progress=Quiet())


def files(site: Path) -> dict[str, bytes]:
    """Every file of a site by its path."""
    return {p.relative_to(site).as_posix(): p.read_bytes() for p in sorted(site.rglob("*")) if p.is_file()}


def golden_files(site: Path) -> dict[str, bytes]:
    """What tests/golden holds of a site: its pages, and the list of its files.

    Assets change with every stroke of a designer: their content and the digest in their names stay out.
    """
    found = {}
    names = []
    for path, body in files(site).items():
        plain = _FINGERPRINT.sub(rb"\1.00000000.\2", path.encode()).decode()
        names.append(plain)
        if path.endswith(_COMPARED) and not path.startswith("assets/"):
            found[plain] = _FINGERPRINT.sub(rb"\1.00000000.\2", body)
    found["files.txt"] = "".join(f"{name}\n" for name in sorted(names)).encode()
    return found
