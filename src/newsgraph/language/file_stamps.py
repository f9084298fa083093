"""Whether a file is still the one that was read: its time and size, so that one that was changed is read again."""

from __future__ import annotations

from pathlib import Path

Stamp = tuple[int, int, int] | None
"""When the file was changed last, in nanoseconds, its size and its number; None for one that can't be looked at."""


def stamp_of(path: str) -> Stamp:
    """The stamp of a file as it is now."""
    try:
        told = Path(path).stat()
    except OSError:
        return None
    return told.st_mtime_ns, told.st_size, told.st_ino
