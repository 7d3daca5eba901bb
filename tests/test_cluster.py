"""A cluster that does not answer is told from a build that fails."""

from __future__ import annotations

import sys
from types import SimpleNamespace

import pytest

from sitegen.build.cluster import NoCluster, cluster_pool


class _Client:
    """A Dask client of a scheduler with or without workers."""

    workers = True
    closed = 0

    def __init__(self, *_: object, **__: object) -> None:
        pass

    def wait_for_workers(self, *_: object, **__: object) -> None:
        if not self.workers:
            raise TimeoutError

    def nthreads(self) -> dict[str, int]:
        return {"a": 2}

    def close(self) -> None:
        type(self).closed += 1


@pytest.fixture(autouse=True)
def client(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", SimpleNamespace(Client=_Client))
    monkeypatch.setattr(_Client, "closed", 0)


def test_a_build_that_runs_out_of_time_does_not_blame_the_workers() -> None:
    with pytest.raises(TimeoutError), cluster_pool("tcp://x:1"):
        raise TimeoutError
    assert _Client.closed == 1


def test_a_scheduler_without_workers_is_no_cluster(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_Client, "workers", False)
    with pytest.raises(NoCluster, match="has no workers"), cluster_pool("tcp://x:1"):
        raise AssertionError("was not refused")
    assert _Client.closed == 1
