"""Files that are whole or not there: written beside, and named when all is on the disk."""

from __future__ import annotations

import contextlib
import errno
import gzip
import os
import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import IO

from newsgraph.errors import OutputError

BUFFER = 1 << 20
"""Bytes that are gathered before they go to the system."""
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EACCES, errno.EPERM)
_RANDOM = 8
"""Characters that `mkstemp` puts behind the name of a file on the way."""


@contextmanager
def whole_file(path: Path) -> Iterator[IO[bytes]]:
    """A binary file that takes its name only when all is written; what is no file (a pipe, a device) is written to.

    A link stays one: the file that it leads to is written.

    Raises:
        OutputError: it can't be written.
    """
    with told(path), path.open("wb") if is_special(path) else _replacing(target_of(path)) as stream:
        yield stream


@contextmanager
def told(path: Path) -> Iterator[None]:
    """A full or locked disk is told in a line that names the file."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        if error.errno not in _FULL:
            raise
        raise OutputError(f"{path}: can't be written ({error.strerror}); free some space, or choose another") from None


@contextmanager
def _replacing(path: Path) -> Iterator[IO[bytes]]:
    try:
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise OutputError(f"{path}: can't be written ({error.strerror}); choose another folder") from None
    try:
        with os.fdopen(handle, "wb", buffering=BUFFER) as stream:
            yield stream
            synced(stream)
        Path(temporary).chmod(0o666 & ~_umask())
        Path(temporary).replace(path)
        _folder_to_disk(path.parent)
    finally:
        Path(temporary).unlink(missing_ok=True)


def delete_unfinished(folder: Path, pattern: str) -> None:
    """Take away what processes that were killed have left of files on the way to a name of this pattern."""
    for left in folder.glob(f".{pattern}.{'[a-z0-9_]' * _RANDOM}"):
        left.unlink(missing_ok=True)


def synced(stream: IO[bytes]) -> None:
    """Make sure that what was written outlives a power cut; a pipe or a device has no such thing."""
    stream.flush()
    try:
        os.fsync(stream.fileno())
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP, errno.EROFS):
            raise


def _folder_to_disk(folder: Path) -> None:
    """The same for the name of a file; systems that open no folders need not be told."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def zipped(path: Path, stream: IO[bytes]) -> AbstractContextManager[IO[bytes]]:
    """What is written to `.gz` is packed, without the time and name of the file, so that it is the same each time."""
    if not path.name.lower().endswith(".gz"):
        return nullcontext(stream)
    return gzip.GzipFile(filename="", mode="wb", fileobj=stream, mtime=0, compresslevel=6)  # type: ignore[return-value]


def is_special(path: Path) -> bool:
    """Whether it is there and neither a file nor a folder: a pipe, a device, a socket."""
    return path.exists() and not path.is_file() and not path.is_dir()


def target_of(path: Path) -> Path:
    """The file that a link leads to, else the path itself."""
    return Path(os.path.realpath(path)) if path.is_symlink() else path


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
