"""The manifest: which input was read by what into which files of records, and what failed."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec

from newsgraph.cluster.places import hash_of_file, is_there, joined, reading, writing
from newsgraph.errors import ClusterError
from newsgraph.sources.problems import Problem
from newsgraph.sources.written_names import true_name

NAME = "manifest.json"
SCHEMA = 1


class Input(msgspec.Struct, frozen=True):
    """A file of articles."""

    origin: str
    sha256: str
    bytes: int
    articles: int
    """How many it holds, copies of others included."""


class Part(msgspec.Struct, frozen=True):
    """A file of records."""

    file: str
    """Its name, in the folder of the manifest."""
    rows: int
    bytes: int
    sha256: str
    seconds: float
    """That reading took."""
    articles: str
    """Sixteen hexadecimal digits for each article that was read, in order: a hash of all that is in it."""

    def article_keys(self) -> list[str]:
        """The articles that were read."""
        return [self.articles[at : at + _DIGITS] for at in range(0, len(self.articles), _DIGITS)]


class Failed(msgspec.Struct, frozen=True):
    """An article, or a file, that could not be read."""

    id: str
    """Of an article; empty for a file."""
    origin: str
    reason: str
    remedy: str


class Manifest(msgspec.Struct, kw_only=True):
    """All that a run knows; the parts are in the order of the input."""

    newsgraph_manifest: int = SCHEMA
    version: str
    """What read the articles: newsgraph with its rules, model, names and words."""
    format: str
    """`jsonl` or `parquet`."""
    seen_from: str | None = None
    """The folder from which names of the input are seen, as seen from that of the manifest; None of a URL."""
    inputs: list[Input] = []
    parts: list[Part] = []
    failures: list[Failed] = []
    complete: bool = False
    """Whether the run came to its end; what failed is listed all the same."""

    @property
    def rows(self) -> int:
        """The number of records."""
        return sum(part.rows for part in self.parts)


class PartFile(NamedTuple):
    """A file of records that is as it was written."""

    path: Path
    seen_from: Path | None
    """The folder from which the files of its articles are seen, where the manifest tells."""


_DIGITS = 16


def key_of(body: bytes, id: str) -> str:
    """What an article is known by in a manifest: its hash without the id, and its id."""
    return hashlib.sha256(body + id.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def manifest_at(path: str | os.PathLike[str]) -> Path | None:
    """The manifest that a path is, or that is in the folder that it is; None where there is none."""
    named = Path(path)
    file = named if named.name == NAME else named / NAME
    try:
        with file.open("rb") as stream:
            return file if stream.read(40).lstrip(b"{ \n\r\t").startswith(b'"newsgraph_manifest"') else None
    except (OSError, ValueError):
        return None


def read_manifest(place: str) -> Manifest:
    """The manifest of a file.

    Raises:
        ClusterError: it is none, or of a newer newsgraph.
        FileNotFoundError: there is none.
    """
    with reading(place) as file:
        data = file.read()
    try:
        found = msgspec.json.decode(data, type=Manifest)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ClusterError(f"{place}: is no manifest ({error}); take it away, or name another folder") from None
    if found.newsgraph_manifest > SCHEMA:
        raise ClusterError(f"{place}: is of a newer newsgraph (schema {found.newsgraph_manifest}); upgrade newsgraph")
    return found


def former_manifest(folder: str) -> Manifest | None:
    """The manifest that an earlier run has left in a folder.

    Raises:
        ClusterError: what is there is none, or of a newer newsgraph.
    """
    try:
        return read_manifest(joined(folder, NAME))
    except FileNotFoundError:
        return None


def write_manifest(manifest: Manifest, folder: str) -> None:
    """Write it, whole or not at all."""
    with writing(joined(folder, NAME)) as file:
        file.write(msgspec.json.format(msgspec.json.encode(manifest), indent=1))


def whole_parts(manifest: Manifest, folder: str) -> list[Part]:
    """The parts whose files are there."""
    return [part for part in manifest.parts if is_there(joined(folder, part.file), part.bytes)]


def part_files(path: Path) -> Iterator[PartFile | Problem]:
    """The files of records that a manifest lists, as they were written; or the problem of one that is not."""
    try:
        manifest = read_manifest(str(path))
    except ClusterError as error:
        message, _, remedy = str(error).removeprefix(f"{path}: ").partition("; ")
        yield Problem(str(path), message, remedy)
        return
    if not manifest.complete:
        yield Problem(str(path), "the run is not complete", "run `newsgraph extract --dask` again", lost=False)
    for failed in manifest.failures:
        yield Problem(failed.origin or failed.id, failed.reason, failed.remedy)
    for part in manifest.parts:
        file = path.parent / part.file
        if Path(part.file).name != part.file:
            yield Problem(str(path), f"names a file of another folder: {part.file!r}", "take the part out")
        elif not os.path.isfile(file):  # noqa: PTH113 (Path raises where a name is too long for a file)
            yield Problem(str(file), "is missing, and the manifest lists it", "run `newsgraph extract --dask` again")
        elif hash_of_file(str(file))[0] != part.sha256:
            yield Problem(str(file), "is not as it was written", "delete it and run `newsgraph extract --dask` again")
        else:
            yield PartFile(file, None if manifest.seen_from is None else path.parent / true_name(manifest.seen_from))
