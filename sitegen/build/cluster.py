"""Runs a build's tasks on a Dask cluster: the same tasks, on machines that see the same files.

Needs the extra `sitegen[dask]` here and sitegen itself on the workers; content, output and cache lie on a
file system that all of them share, under the same path.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from sitegen.build.pool import Pool


class NoCluster(Exception):
    """The cluster cannot be used; the text says why."""


@contextlib.contextmanager
def cluster_pool(address: str, seconds: float = 30) -> Iterator[Pool]:
    """A pool of the workers of the Dask scheduler at `address` (`tcp://HOST:PORT`).

    A worker that is lost costs time alone: its tasks run again elsewhere.  Raises NoCluster where the
    library is not installed, or no scheduler with workers answers within `seconds`.
    """
    try:
        from distributed import Client
    except ImportError:
        raise NoCluster("install the extra: pip install 'sitegen[dask]'") from None
    try:
        client = Client(address, timeout=seconds, set_as_default=False)
    except (OSError, ValueError) as e:
        raise NoCluster(f"no scheduler answers at {address}: {e}") from None
    try:
        try:
            client.wait_for_workers(1, timeout=seconds)
        except TimeoutError:
            raise NoCluster(f"the scheduler at {address} has no workers") from None
        yield Pool(lambda: client.get_executor(pure=False), max(1, sum(client.nthreads().values())))
    finally:
        client.close()
