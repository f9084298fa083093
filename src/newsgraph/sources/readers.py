"""The readers: one a format, each a function in a module of its own; others add theirs by an entry point.

A package adds a format with an entry point of the group `newsgraph.readers` that leads to a `Reader`::

    [project.entry-points."newsgraph.readers"]
    minutes = "council_minutes.reader:READER"
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Final

from newsgraph.articles import Article
from newsgraph.errors import SourceError
from newsgraph.sources.fields import Fields
from newsgraph.sources.problems import OnProblem, Problem

Read = Callable[[io.BufferedReader, str, OnProblem, Fields], Iterator[Article]]
"""Takes the bytes, the name for messages, what to call with problems, and the user's field names; gives articles."""

GROUP: Final = "newsgraph.readers"


@dataclass(frozen=True, slots=True)
class Reader:
    """How files of one format are read."""

    format: str
    """A short name, as in `open_articles(…, format="pdf")`."""
    endings: tuple[str, ...]
    """Endings of its files, in small letters."""
    function: str
    """The module of the function of type `Read`, a colon, and its name; it is imported when first used."""
    needs: tuple[str, ...] = ()
    """Modules that it imports and that may be missing."""
    extra: str | None = None
    """What to install to have them, as in `newsgraph[pdf]`."""
    single: bool = False
    """Whether a file is one article as a rule, so that a date in its name is the article's."""

    def missing(self, origin: str) -> Problem | None:
        """The problem that a module is not installed, if it is not."""
        for module in self.needs:
            if find_spec(module) is None:
                remedy = f"`pip install '{self.extra}'` brings it" if self.extra else f"install {module}"
                return Problem(origin, f"needs the Python package {module} to be read", remedy)
        return None

    def load(self) -> Read:
        """The function."""
        module, _, name = self.function.partition(":")
        function: Read = getattr(import_module(module), name)
        return function


def _own(format: str, endings: str, module: str, **options: object) -> Reader:
    function = f"newsgraph.sources.{module}:read_{format}"
    return Reader(format, tuple(endings.split()), function, **options)  # type: ignore[arg-type]


_OWN: Final = (
    _own("text", ".txt .text .md .markdown", "text", single=True),
    _own("html", ".html .htm .xhtml", "html", single=True),
    _own("jsonl", ".jsonl .ndjson", "jsonl"),
    _own("json", ".json", "jsonl"),
    _own("csv", ".csv .tsv", "csv"),
    _own("feed", ".rss .atom", "feed"),
    _own("rtf", ".rtf", "rtf", single=True),
    _own("docx", ".docx .docm", "docx", single=True),
    _own("epub", ".epub", "epub"),
    _own("pdf", ".pdf", "pdf", needs=("pdfminer",), extra="newsgraph[pdf]", single=True),
    _own("warc", ".warc", "warc", needs=("fastwarc",), extra="newsgraph[warc]"),
    _own("parquet", ".parquet", "parquet", needs=("pyarrow",), extra="newsgraph[parquet]"),
    _own("excel", ".xlsx .xlsm", "excel", needs=("openpyxl",), extra="newsgraph[excel]"),
)

ARCHIVES: Final[dict[str, tuple[str, ...]]] = {
    "zip": (".zip",),
    "tar": (".tar", ".tgz", ".tbz2", ".txz"),
}
"""Formats that hold files of the others, and their endings."""


@cache
def readers() -> dict[str, Reader]:
    """Format → its reader: newsgraph's own, then those of other packages, which may not take the place of one."""
    from importlib.metadata import entry_points

    found = {reader.format: reader for reader in _OWN}
    for point in sorted(entry_points(group=GROUP), key=lambda point: point.name):
        reader = point.load()
        if not isinstance(reader, Reader):
            raise SourceError(f"{point.value}: is no newsgraph.sources.Reader; mend or remove that package")
        found.setdefault(reader.format, reader)
    return found


@cache
def endings() -> dict[str, str]:
    """Ending → format, of all readers and archives."""
    known: dict[str, str] = {}
    for reader in readers().values():
        for ending in reader.endings:
            known.setdefault(ending, reader.format)
    return known | {ending: format for format, these in ARCHIVES.items() for ending in these}
