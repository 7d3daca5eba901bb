"""Programs that tests start: those that `make test` installs, which are not skipped where they are missing, and sitegen."""

from __future__ import annotations

import shutil
import sys

_SIGNALS = "import os, signal, sys\nfor s in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP): signal.signal(s, signal.{})\n"
_THEN = "os.execv(sys.executable, [sys.executable, *sys.argv[1:]])"


def node() -> str:
    """The path of Node.js."""
    found = shutil.which("node")
    assert found, "these tests run the pages' scripts with Node.js: scripts/system-packages installs it"
    return found


def heeding(*arguments: str) -> list[str]:
    """The command of a Python that signals end, though who started the tests ignores them, as jobs in a shell's background do."""
    return [sys.executable, "-c", _SIGNALS.format("SIG_DFL") + _THEN, *arguments]


def ignoring(*arguments: str) -> list[str]:
    """The command of a Python that is started with signals ignored, as `nohup` and a shell's background start it."""
    return [sys.executable, "-c", _SIGNALS.format("SIG_IGN") + _THEN, *arguments]
