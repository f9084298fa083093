"""The Dask cluster: one that is there, or one of this machine; and what its workers give back."""

from __future__ import annotations

import itertools
import logging
import os
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from newsgraph.errors import ClusterError

if TYPE_CHECKING:
    from distributed import Client, LocalCluster

_ADDRESS = re.compile(r"(?:(?:tcp|tls|ucx|wss?|inproc)://\S+|[\w.-]+:\d+)")
_AHEAD = 500
"""Tasks that are given out before they are asked for, at least."""
_TIMEOUT = 30
"""Seconds that a scheduler has to answer."""


class Killed:
    """A task ended the workers that it was given to."""


def check_address(address: str | None) -> None:
    """Make sure that an address may be one.

    Raises:
        ClusterError: it is none.
    """
    if address is not None and not _ADDRESS.fullmatch(address) and not os.path.isfile(address):  # noqa: PTH113
        remedy = "write tcp://HOST:PORT, or the scheduler file; for a cluster of this machine put --dask last"
        raise ClusterError(f"--dask {address}: is no address of a scheduler; {remedy}")


@contextmanager
def connected(address: str | None, jobs: int) -> Iterator[Client]:
    """A client of a scheduler; without an address, of a cluster of so many processes on this machine.

    Raises:
        ClusterError: Dask is not installed, or no scheduler answers.
    """
    try:
        import dask
        from distributed import Client
    except ImportError:
        raise ClusterError("--dask needs Dask; `pip install 'newsgraph[dask]'` brings it") from None
    check_address(address)
    if address is None:
        with (
            dask.config.set({"distributed.scheduler.allowed-failures": 1}), _local(jobs) as cluster,
            Client(cluster) as client,
        ):  # fmt: skip
            yield client
        return
    place = {"scheduler_file": address} if os.path.isfile(address) else {"address": address}  # noqa: PTH113
    try:
        client = Client(**place, timeout=_TIMEOUT)
    except (OSError, TimeoutError, ValueError) as error:
        remedy = "start one with `dask scheduler`, or check the address"
        raise ClusterError(f"--dask {address}: no scheduler answers ({type(error).__name__}); {remedy}") from None
    with client:
        yield client


def _local(jobs: int) -> LocalCluster:
    """A cluster of so many processes on this machine.

    Raises:
        ClusterError: they do not start.
    """
    from distributed import LocalCluster

    try:
        return LocalCluster(
            n_workers=jobs, threads_per_worker=1, processes=True, dashboard_address=":0", silence_logs=logging.CRITICAL
        )
    except RuntimeError as error:
        remedy = "in a script, call it below `if __name__ == '__main__':`"
        raise ClusterError(f"the processes of this machine did not start ({error}); {remedy}") from None


def results(
    client: Client, function: Callable[..., Any], work: Iterable[tuple[Any, ...]]
) -> Iterator[tuple[int, Any]]:
    """What becomes of each piece of work, by its number, in the order in which they end.

    It is what the function gives or raises; `Killed` if it ended the worker as often as the scheduler lets it.
    """
    from distributed import KilledWorker, as_completed

    ahead = max(_AHEAD, 4 * sum(client.nthreads().values()))
    pieces = enumerate(work)
    numbers: dict[Any, int] = {}

    def give(count: int) -> list[Any]:
        given = []
        for number, arguments in itertools.islice(pieces, count):
            future = client.submit(function, *arguments, pure=False)
            numbers[future.key] = number
            given.append(future)
        return given

    waiting = as_completed(give(ahead))
    for future in waiting:
        number = numbers.pop(future.key)
        error = future.exception() if future.status in ("error", "cancelled", "lost") else None
        if isinstance(error, KilledWorker):
            yield number, Killed()
        elif error is not None:
            yield number, error
        else:
            yield number, future.result()
        future.release()
        waiting.update(give(1))
