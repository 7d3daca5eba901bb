"""What `sitegen serve` says when it cannot begin, and when a build fails."""

from __future__ import annotations

import errno
import socket
from pathlib import Path
from typing import NoReturn

import pytest

from sitegen.serve.site import LiveSite
from tests.sites import MINI
from tests.test_cli import sitegen


def test_a_port_that_is_taken_is_named(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        said = sitegen("serve", str(MINI), "--port", str(port), cwd=tmp_path)
    assert said.returncode == 73 and f"port {port} cannot be used" in said.stderr


def test_a_full_disk_is_not_a_port(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: LiveSite) -> NoReturn:
        raise OSError(errno.ENOSPC, "No space left on device", "somewhere")

    monkeypatch.setattr(LiveSite, "rebuild", full)
    said = sitegen("serve", str(MINI), "--port", "0", cwd=tmp_path)
    assert said.returncode == 74 and "somewhere: No space left on device" in said.stderr and "port" not in said.stderr
