"""A cluster makes the site that one machine makes; one that does not answer is told from a build that fails."""

from __future__ import annotations

import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from distributed import LocalCluster

from sitegen.build import run
from sitegen.build.cluster import NoCluster, cluster_pool
from sitegen.build.progress import Quiet
from tests.invented import write_collection
from tests.sites import build, files


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


@pytest.fixture
def client(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", SimpleNamespace(Client=_Client))
    monkeypatch.setattr(_Client, "closed", 0)


@pytest.mark.usefixtures("client")
def test_a_build_that_runs_out_of_time_does_not_blame_the_workers() -> None:
    with pytest.raises(TimeoutError), cluster_pool("tcp://x:1"):
        raise TimeoutError
    assert _Client.closed == 1


@pytest.mark.usefixtures("client")
def test_a_scheduler_without_workers_is_no_cluster(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_Client, "workers", False)
    with pytest.raises(NoCluster, match="has no workers"), cluster_pool("tcp://x:1"):
        raise AssertionError("was not refused")
    assert _Client.closed == 1


def test_a_site_made_on_a_cluster_has_the_same_bytes(tmp_path: Path) -> None:
    """A worker as Dask starts it by default: a process of several threads."""
    content = write_collection(tmp_path / "content", 60)
    build(content, tmp_path / "here")
    with LocalCluster(n_workers=1, threads_per_worker=4, processes=False, dashboard_address=None) as cluster:
        there = run.build(str(content), str(tmp_path / "there"), base_url="", jobs=1, keep_going=False, cache=None,
                          progress=Quiet(), scheduler=cluster.scheduler_address)
    assert there.published and files(tmp_path / "there") == files(tmp_path / "here")
