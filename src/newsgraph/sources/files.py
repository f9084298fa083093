"""Which files an input path stands for, and how they are opened."""

from __future__ import annotations

import io
import os
import stat
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Final

from newsgraph.sources.archives import is_passed_over
from newsgraph.sources.encoding import SAMPLE
from newsgraph.sources.formats import document_ending, format_of_content, format_of_name
from newsgraph.sources.problems import OnProblem, Problem
from newsgraph.sources.readers import endings
from newsgraph.sources.written_names import written_name

LARGEST: Final = 50_000_000
"""Bytes of a file that is read as a whole: plain text, HTML, a JSON document."""
STDIN: Final = "standard input"


@dataclass(frozen=True, slots=True)
class Input:
    """One file to read, or a stream that was opened; without either it is standard input."""

    origin: str
    """Its name as it is written."""
    path: Path | None
    format: str | None
    stream: IO[bytes] | None = None


def find_inputs(paths: Iterable[str | os.PathLike[str]], on_problem: OnProblem) -> Iterator[Input]:
    """The files that paths stand for: directories in depth and in the order of names, `-` for standard input.

    In directories, hidden files, a README and files without a known ending are passed over; documents that can't be
    read, such as `.pdf`, are told of once for each directory that is given. A file that is reached twice is read once.
    """
    seen: set[tuple[int, int]] = set()
    for given in paths:
        name = os.fspath(given)
        if name == "-":
            yield Input(STDIN, None, None)
        elif not name:
            on_problem(Problem("''", "is no file name", "name a file or a directory"))
        elif "://" in name and not os.path.lexists(name):
            message = "is a web address, and newsgraph reads files"
            on_problem(Problem(written_name(name), message, "save the page and give its file"))
        else:
            yield from _find(Path(name), seen, on_problem)


def _find(path: Path, seen: set[tuple[int, int]], on_problem: OnProblem) -> Iterator[Input]:
    try:
        status = path.stat()
    except (OSError, ValueError) as error:
        on_problem(unreadable(written_name(path), error))
        return
    if not stat.S_ISDIR(status.st_mode):
        if _first_time(status, seen):
            yield Input(written_name(path), path, format_of_name(path.name))
        return
    problems = 0

    def count(problem: Problem) -> None:
        nonlocal problems
        problems += 1
        on_problem(problem)

    found = False
    before = len(seen)
    others: Counter[str] = Counter()
    for item in _walk(path, status, seen, count, others):
        found = True
        yield item
    if others:
        count(_unread(written_name(path), others))
    # A directory that was read already under another name is not empty.
    if not found and not problems and len(seen) == before + 1:
        known = " ".join(endings())
        remedy = f"articles are files that end in {known}"
        on_problem(Problem(written_name(path), "the directory holds no article", remedy))


def _unread(folder: str, others: Counter[str]) -> Problem:
    number = others.total()
    what = f"{number} files are" if number > 1 else "1 file is"
    message = f"{what} in no format that newsgraph reads ({', '.join(sorted(others))})"
    return Problem(folder, message, "save the text as .txt, .html, .jsonl or .csv")


def _walk(
    top: Path, status: os.stat_result, seen: set[tuple[int, int]], on_problem: OnProblem, others: Counter[str]
) -> Iterator[Input]:
    """Depth first by a list of its own, so that no nesting is too deep; documents of other formats are counted.

    A link that leads out of the directory is not followed.
    """
    real = os.path.realpath(top)
    waiting: list[tuple[Path, os.stat_result]] = [(top, status)]
    while waiting:
        path, status = waiting.pop()
        if not stat.S_ISDIR(status.st_mode):
            if stat.S_ISREG(status.st_mode) and _first_time(status, seen):
                yield Input(written_name(path), path, format_of_name(path.name))
            continue
        if not _first_time(status, seen):
            continue
        try:
            names = sorted((entry.name for entry in path.iterdir()), reverse=True)
        except OSError as error:
            on_problem(unreadable(written_name(path), error))
            continue
        for name in names:
            if is_passed_over(name):
                continue
            try:
                below = (path / name).stat()
            except OSError as error:
                if format_of_name(name):
                    on_problem(unreadable(written_name(path / name), error))
                continue
            if (path / name).is_symlink() and not _is_within(path / name, real):
                if stat.S_ISDIR(below.st_mode) or format_of_name(name):
                    where = written_name(os.path.realpath(path / name))
                    message = f"is a link that leads out of {written_name(top)}"
                    on_problem(Problem(written_name(path / name), message, f"give {where} as well"))
                continue
            if stat.S_ISDIR(below.st_mode) or format_of_name(name) or _is_feed(path / name, below):
                waiting.append((path / name, below))
            elif ending := document_ending(name):
                others[ending] += 1


def _is_feed(path: Path, status: os.stat_result) -> bool:
    """Whether a file that is called XML is an RSS or Atom feed by its beginning, as feeds are often saved."""
    if path.suffix.lower() != ".xml" or not stat.S_ISREG(status.st_mode):
        return False
    try:
        with path.open("rb") as file:
            return format_of_content(file.read(SAMPLE).decode("utf-8", "replace").lstrip("\ufeff")) == "feed"
    except OSError:
        return False


def _is_within(path: Path, real: str) -> bool:
    target = os.path.realpath(path)
    return target == real or target.startswith(real.rstrip(os.sep) + os.sep)


def _first_time(status: os.stat_result, seen: set[tuple[int, int]]) -> bool:
    key = (status.st_dev, status.st_ino)
    if key in seen and status.st_ino:  # file systems without such numbers say 0
        return False
    seen.add(key)
    return True


@contextmanager
def open_input(source: Input) -> Iterator[io.BufferedReader]:
    """The bytes of an input, decompressed if they are compressed, with a buffer that holds a sample to peek at."""
    if source.path is None:
        stream = source.stream or getattr(sys.stdin, "buffer", None) or io.BytesIO(sys.stdin.read().encode())
        reader = _buffered(stream)
        try:
            with _unpacked(reader) as unpacked:
                yield unpacked
        finally:
            reader.detach()
        return
    with source.path.open("rb", buffering=0) as file, _buffered(file) as reader, _unpacked(reader) as unpacked:
        yield unpacked


@contextmanager
def _unpacked(reader: io.BufferedReader) -> Iterator[io.BufferedReader]:
    if reader.peek(2)[:2] != b"\x1f\x8b":
        yield reader
        return
    import gzip

    with gzip.open(reader) as unpacked, _buffered(unpacked) as unpacked_reader:
        yield unpacked_reader


def _buffered(stream: Any) -> io.BufferedReader:
    return io.BufferedReader(stream, SAMPLE)


def read_whole(stream: IO[bytes], origin: str, largest: int = LARGEST) -> bytes | Problem:
    """All bytes of a stream, or the problem that there are too many."""
    data = stream.read(largest + 1)
    if len(data) > largest:
        size = f"{largest // 1_000_000} MB"
        return Problem(origin, f"is larger than {size}, too large for one article", "divide it, or give it as .jsonl")
    return data


def unreadable(origin: str, error: Exception) -> Problem:
    """The problem of a file that the system does not let us read."""
    if isinstance(error, FileNotFoundError):
        return Problem(origin, "there is no such file", "check the name")
    if isinstance(error, PermissionError):
        return Problem(origin, "may not be read", "ask for permission to read it")
    reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return Problem(origin, f"can't be read ({reason})", "check the file")
