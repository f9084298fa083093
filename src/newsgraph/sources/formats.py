"""Which format an input is in: by its ending, else by how it begins."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Final, Literal

Format = Literal["text", "html", "jsonl", "json", "csv"]

ENDINGS: Final[dict[str, Format]] = {
    ".txt": "text", ".text": "text", ".md": "text", ".markdown": "text",
    ".html": "html", ".htm": "html", ".xhtml": "html",
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "json",
    ".csv": "csv", ".tsv": "csv",
}  # fmt: skip
"""The format of each file ending; each of them may be followed by `.gz`."""

DOCUMENTS: Final = frozenset(
    ".pdf .doc .docx .docm .odt .rtf .pages .epub .ps .tex .rst .adoc .xml .rss .atom .eml .msg .mbox .mht .mhtml "
    ".maff .webarchive .warc .zip .tar .tgz .bz2 .xz .7z .rar .xls .xlsx .ods .parquet .feather .sqlite .db".split()
)
"""Endings of files that may hold articles and are in no format that is read, unlike pictures and programs."""

_HTML: Final = re.compile(
    r"\s*(?:<!--.{0,2000}?-->\s*|<\?xml[^>]{0,200}\?>\s*){0,9}"
    r"<(?:!doctype\s+html|html|head|body|meta|title|script|link|article|div|p|h1)\b", re.I | re.S
)  # fmt: skip
_JSON: Final = re.compile(r"\s*(?:\{\s*(?:\"|\})|\[\s*(?:\{|\[|\"|\]))")


def format_of_name(name: str) -> Format | None:
    """The format that a file name's ending says, None if it says none."""
    path = PurePath(name.lower())
    if path.suffix == ".gz":
        path = path.with_suffix("")
    return ENDINGS.get(path.suffix)


def document_ending(name: str) -> str | None:
    """The ending of a file that may hold articles and can't be read, without `.gz`; None for any other file."""
    ending = PurePath(name.lower().removesuffix(".gz")).suffix
    return ending if ending in DOCUMENTS else None


def format_of_content(head: str) -> Format:
    """The format of a text that begins with `head`; what looks like nothing else is plain text."""
    if _HTML.match(head):
        return "html"
    if _JSON.match(head):
        first, newline, rest = head.strip().partition("\n")
        # One object a line is JSON Lines; what has one line, as far as we see, may be either and is read the same.
        lines = first.rstrip().endswith("}") and rest.lstrip().startswith("{") if newline else True
        return "jsonl" if first.startswith("{") and lines else "json"
    if _is_table(head):
        return "csv"
    return "text"


def _is_table(head: str) -> bool:
    from newsgraph.sources.csv import delimiter_of
    from newsgraph.sources.fields import Fields

    first = head.lstrip().partition("\n")[0].strip()
    if len(first) > 1000:
        return False
    delimiter = delimiter_of(first)
    names = [name.strip().strip('"') for name in first.split(delimiter)]
    known = Fields().columns(names)
    return len(names) > 1 and "text" in known and len(known) > 1
