"""Files on a disk that all machines see, or under a URL of fsspec: read, written whole, deleted."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from newsgraph.errors import ClusterError


def is_url(name: str) -> bool:
    """Whether a name is a URL rather than a path."""
    return "://" in name


def joined(folder: str, name: str) -> str:
    """A file of a folder."""
    return f"{folder.rstrip('/')}/{name}"


@contextmanager
def reading(place: str) -> Iterator[IO[bytes]]:
    """The bytes of a file.

    Raises:
        OSError: it is not there, or may not be read.
        ClusterError: nothing is installed that opens such URLs.
    """
    if not is_url(place):
        with Path(place).open("rb") as file:
            yield file
        return
    system, path = opened(place)
    with system.open(path, "rb") as file:
        yield file


@contextmanager
def writing(place: str) -> Iterator[IO[bytes]]:
    """A file that is there only when all of it is written, so that two may write the same."""
    if not is_url(place):
        from newsgraph.whole_files import whole_file

        with whole_file(Path(place)) as file:
            yield file
        return
    system, path = opened(place)
    with system.transaction, system.open(path, "wb") as file:
        yield file


def is_there(place: str, size: int) -> bool:
    """Whether there is a file of this size."""
    try:
        if not is_url(place):
            return Path(place).stat().st_size == size
        system, path = opened(place)
        return int(system.size(path) or 0) == size
    except OSError:
        return False


def delete(place: str) -> None:
    """Take a file away, if it is there."""
    with contextlib.suppress(OSError):
        if is_url(place):
            system, path = opened(place)
            system.rm_file(path)
        else:
            Path(place).unlink()


def delete_unfinished(folder: str, pattern: str) -> None:
    """Take away what killed processes have left on the way to names of a pattern; a URL has no such files."""
    if not is_url(folder):
        from newsgraph.whole_files import delete_unfinished as delete_left

        delete_left(Path(folder), pattern)


def names_in(folder: str, pattern: str) -> list[str]:
    """The names in a folder that are of a pattern."""
    try:
        if not is_url(folder):
            return sorted(path.name for path in Path(folder).glob(pattern))
        system, path = opened(folder)
        return sorted(found.rstrip("/").rpartition("/")[2] for found in system.glob(joined(path, pattern)))
    except OSError:
        return []


def make_folder(place: str) -> None:
    """Make a folder, where there are such.

    Raises:
        ClusterError: it can't be made.
    """
    try:
        if is_url(place):
            system, path = opened(place)
            system.makedirs(path, exist_ok=True)
        else:
            Path(place).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ClusterError(f"{place}: the folder can't be made ({error}); choose another") from None


def hash_of_file(place: str) -> tuple[str, int]:
    """SHA-256 and size of a file.

    Raises:
        OSError: it is not there, or may not be read.
    """
    found, size = hashlib.sha256(), 0
    with reading(place) as file:
        while data := file.read(1 << 20):
            found.update(data)
            size += len(data)
    return found.hexdigest(), size


def opened(place: str) -> tuple[Any, str]:
    """The file system of a URL, and the path in it.

    Raises:
        ClusterError: fsspec, or what it needs for such URLs, is not installed, or there is no such protocol.
    """
    try:
        from fsspec.core import url_to_fs
    except ImportError:
        raise ClusterError(f"{place}: needs fsspec to be read; `pip install 'newsgraph[dask]'` brings it") from None
    try:
        system, path = url_to_fs(place)
    except ImportError as error:
        raise ClusterError(f"{place}: {error}") from None
    except ValueError as error:
        raise ClusterError(f"{place}: can't be opened ({error}); check the URL") from None
    return system, path
