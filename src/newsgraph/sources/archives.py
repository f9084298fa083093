"""ZIP and TAR archives: the files in them, read where they are. Nothing is ever unpacked onto the disk."""

from __future__ import annotations

import io
import lzma
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import IO, Any, Final

from newsgraph.sources.encoding import SAMPLE
from newsgraph.sources.problems import OnProblem, Problem
from newsgraph.sources.written_names import written_name

LARGEST: Final = 4_000_000_000
"""Bytes that an archive may unpack to, all its files together."""
_RATIO: Final = 1000
"""How many times its own size a file may unpack to, from a megabyte on; news compresses to a fourth."""
DEEPEST: Final = 3
"""How deep archives may stand in archives."""
_REMEDY: Final = "unpack it yourself, and give the folder"
_BROKEN: Final = (zipfile.BadZipFile, RuntimeError, ValueError, OSError, EOFError)
"""What a damaged or unusual ZIP archive raises; a RuntimeError also for a compression that zipfile does not know."""


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive."""

    name: str
    """As it is written."""
    stream: io.BufferedReader


class UnpackingError(OSError):
    """An archive unpacks to more than is safe."""


class _Bounded(io.RawIOBase):
    """A stream that gives no more than its archive has left to give."""

    def __init__(self, stream: IO[bytes], left: list[int]) -> None:
        self._stream = stream
        self._left = left

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        try:
            data = self._stream.read(len(buffer))
        except (zipfile.BadZipFile, tarfile.TarError, lzma.LZMAError) as error:
            raise OSError(f"damaged: {error}") from None
        self._left[0] -= len(data)
        if self._left[0] < 0:
            raise UnpackingError(f"it unpacks to more than {LARGEST // 1_000_000_000} GB")
        buffer[: len(data)] = data
        return len(data)


def is_passed_over(name: str) -> bool:
    """Whether a file of an archive or a folder is none of its articles: hidden, a README, of a Macintosh."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return (
        any(part.startswith(".") and part not in (".", "..") for part in parts)
        or "__MACOSX" in parts
        or (bool(parts) and PurePosixPath(parts[-1].lower()).stem == "readme")
    )


def is_bomb(info: zipfile.ZipInfo) -> bool:
    """Whether a file in a ZIP archive is packed as no news is."""
    return info.file_size > max(1_000_000, _RATIO * info.compress_size)


def zip_format(stream: IO[bytes]) -> str:
    """What a ZIP archive is: a Word document, a book, a workbook, or an archive."""
    try:
        with zipfile.ZipFile(stream) as packed:
            names = set(packed.namelist())
    except _BROKEN:
        return "zip"
    marks = {"word/document.xml": "docx", "META-INF/container.xml": "epub", "xl/workbook.xml": "excel"}
    return next((format for name, format in marks.items() if name in names), "zip")


def open_members(stream: io.BufferedReader, format: str, origin: str, on_problem: OnProblem) -> Iterator[Member]:
    """The files in an archive, each with a name, to be read before the next one is asked for."""
    if format == "tar":
        yield from _tar(stream, origin, on_problem)
    else:
        yield from _zip(stream, origin, on_problem)


def _zip(stream: io.BufferedReader, origin: str, on_problem: OnProblem) -> Iterator[Member]:
    try:
        packed = zipfile.ZipFile(stream)
    except _BROKEN as error:
        on_problem(Problem(origin, f"is no ZIP archive that can be read ({error})", "pack it anew, or give the files"))
        return
    left = [LARGEST]
    with packed:
        for info in sorted(packed.infolist(), key=lambda info: info.filename):
            # Links are no files, wherever they lead.
            if info.is_dir() or stat.S_ISLNK(info.external_attr >> 16) or is_passed_over(info.filename):
                continue
            name = written_name(info.filename)
            where = f"{origin}, {name}"
            if info.flag_bits & 1:
                on_problem(Problem(where, "is locked by a password", _REMEDY))
            elif is_bomb(info):
                on_problem(Problem(where, "is packed as no news is, as in an attack", "take it out"))
            else:
                try:
                    with packed.open(info) as file:
                        yield Member(name, io.BufferedReader(_Bounded(file, left), SAMPLE))
                except _BROKEN as error:
                    on_problem(Problem(where, f"can't be unpacked ({error})", _REMEDY))


def _tar(stream: io.BufferedReader, origin: str, on_problem: OnProblem) -> Iterator[Member]:
    left = [LARGEST]
    try:
        with tarfile.open(fileobj=_Bounded(stream, left), mode="r|*") as packed:
            for info in packed:
                # Links and devices are no files, wherever they lead.
                if info.isfile() and not is_passed_over(info.name) and (file := packed.extractfile(info)) is not None:
                    yield Member(written_name(info.name), io.BufferedReader(_Bounded(file, left), SAMPLE))
    except (tarfile.TarError, lzma.LZMAError, EOFError, ValueError, zlib.error) as error:
        on_problem(Problem(origin, f"is no TAR archive that can be read ({error})", "pack it anew, or give the files"))
