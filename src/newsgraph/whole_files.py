"""Files that are whole or not there: written beside, and named when all is on the disk."""

from __future__ import annotations

import contextlib
import errno
import glob
import gzip
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from pathlib import Path
from typing import IO

from newsgraph.errors import OutputError

BUFFER = 1 << 20
"""Bytes that are gathered before they go to the system."""
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EACCES, errno.EPERM)
_RANDOM = 8
"""Characters that `mkstemp` puts behind the name of a file on the way."""
_OLD = 3600
"""Seconds without a change after which a file on the way that nobody holds was left by a process that was killed."""


@contextmanager
def whole_file(path: Path) -> Iterator[IO[bytes]]:
    """A binary file that takes its name only when all is written; what is no file (a pipe, a device) is written to.

    A link stays one: the file that it leads to is written.

    Raises:
        OutputError: it can't be written.
    """
    with told(path), whole_files([path]) as (stream,):
        yield stream


@contextmanager
def whole_files(paths: Sequence[Path]) -> Iterator[list[IO[bytes]]]:
    """The same for several, of which all take their names or none: when all are written and on the disk.

    Raises:
        OutputError: one can't be written; what was there before is there again.
    """
    with ExitStack() as special, ExitStack() as waiting:
        streams: list[IO[bytes]] = []
        made: list[_Made] = []
        for path in paths:
            if is_special(path):
                special.enter_context(told(path))
                streams.append(special.enter_context(path.open("wb")))
            else:
                one = _Made(path)
                waiting.callback(one.clear_away)
                made.append(one)
                streams.append(one.stream)
        yield streams
        for one in made:
            one.to_disk()
        _name_all(made)


class _Made:
    """A file on the way to its name."""

    def __init__(self, path: Path) -> None:
        self.path, self.target = path, target_of(path)
        self.former: Path | None = None
        """What had the name before, once the new file has it."""
        self.is_named = False
        folder, prefix = self.target.parent, f".{self.target.name}."
        _delete_forsaken(self.target)
        try:
            handle, name = tempfile.mkstemp(dir=folder, prefix=prefix)
        except OSError as error:
            raise OutputError(f"{path}: can't be written ({error.strerror}); choose another folder") from None
        self._temporary = Path(name)
        self._held = _hold(handle)
        """By which others see that this is still written, until it has its name."""
        self.stream: IO[bytes] = os.fdopen(handle, "wb", buffering=BUFFER)

    def to_disk(self) -> None:
        """Make sure that it is whole."""
        with told(self.path):
            synced(self.stream)
            self.stream.close()
            self._temporary.chmod(0o666 & ~_umask())

    def take_name(self, *, keep_former: bool) -> None:
        """Give it its name, and what had it another one, if that is to be kept."""
        with told(self.path):
            if keep_former and self.target.is_file():
                self.former = self._put_aside()
            self._temporary.replace(self.target)
            self.is_named = True

    def _put_aside(self) -> Path:
        handle, name = tempfile.mkstemp(dir=self.target.parent, prefix=f".{self.target.name}.")
        os.close(handle)
        aside = Path(name)
        aside.unlink()
        try:
            aside.hardlink_to(self.target)
        except OSError:  # a file system without links
            self.target.replace(aside)
        return aside

    def put_back(self) -> None:
        """Let the name be as it was before."""
        with contextlib.suppress(OSError):
            if self.former is not None:
                self.former.replace(self.target)
            elif self.is_named:
                self.target.unlink()

    def clear_away(self) -> None:
        """Leave nothing beside it."""
        with contextlib.suppress(OSError):  # what is in the buffer of one that failed
            self.stream.close()
        if self._held is not None:
            os.close(self._held)
        for left in (self._temporary, self.former):
            if left is not None:
                left.unlink(missing_ok=True)


def _name_all(made: Sequence[_Made]) -> None:
    """Give all their names, or, where that fails for one, none."""
    try:
        for one in made:
            one.take_name(keep_former=len(made) > 1)
    except BaseException:
        for one in reversed(made):
            one.put_back()
        raise
    for folder in dict.fromkeys(one.target.parent for one in made):
        _folder_to_disk(folder)


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


def delete_unfinished(folder: Path, pattern: str) -> None:
    """Take away what processes that were killed have left of files on the way to a name of this pattern."""
    for left in _unfinished(folder, pattern):
        left.unlink(missing_ok=True)


def _unfinished(folder: Path, pattern: str) -> Iterator[Path]:
    return folder.glob(f".{pattern}.{'[a-z0-9_]' * _RANDOM}")


def _delete_forsaken(target: Path) -> None:
    """Take away what a process that was killed has left of a file: it is old, and nobody holds it."""
    with contextlib.suppress(OSError):  # what is wrong with the folder is told when the file is made
        for left in list(_unfinished(target.parent, glob.escape(target.name))):
            with contextlib.suppress(OSError), left.open("rb") as stream:
                if time.time() - left.stat().st_mtime > _OLD and (held := _hold(stream.fileno())) is not None:
                    os.close(held)
                    left.unlink()


def _hold(handle: int) -> int | None:
    """Another handle of a file, which is locked as long as that is open; None where it is locked, or can't be."""
    if sys.platform == "win32":
        return None
    import fcntl

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return None
    return os.dup(handle)


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
