"""Programs that `make test` installs: a test that uses one fails where it is missing, and is not skipped."""

from __future__ import annotations

import shutil


def node() -> str:
    """The path of Node.js."""
    found = shutil.which("node")
    assert found, "these tests run the pages' scripts with Node.js: scripts/system-packages installs it"
    return found
