"""Which format an input is in: by its first bytes, by its ending, or by how its text begins."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Final

from newsgraph.sources.readers import endings

DOCUMENTS: Final = frozenset(
    ".doc .odt .pages .ps .tex .rst .adoc .xml .eml .msg .mbox .mht .mhtml .maff .webarchive .bz2 .xz .7z .rar .xls "
    ".ods .feather .sqlite .db .mobi .azw3".split()
)
"""Endings of files that may hold articles and are in no format that is read, unlike pictures and programs."""

_COMPRESSED: Final = (".gz", ".bz2", ".xz")
_MAGIC: Final = (
    (b"%PDF-", "pdf"), (b"{\\rtf", "rtf"), (b"PAR1", "parquet"), (b"WARC/", "warc"), (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
)  # fmt: skip
_USTAR: Final = 257
"""Where a TAR archive says `ustar`."""
_HTML: Final = re.compile(
    r"\s*(?:<!--.{0,2000}?-->\s*|<\?xml[^>]{0,200}\?>\s*){0,9}"
    r"<(?:!doctype\s+html|html|head|body|meta|title|script|link|article|div|p|h1)\b", re.I | re.S
)  # fmt: skip
_FEED: Final = re.compile(
    r"\s*(?:<!--.{0,2000}?-->\s*|<\?.{0,500}?\?>\s*|<!DOCTYPE\b.{0,2000}?>\s*){0,9}"
    r"<(?:rss\b|(?:\w+:)?feed\b|rdf:RDF\b[^>]*purl\.org/rss)", re.S
)  # fmt: skip
_JSON: Final = re.compile(r"\s*(?:\{\s*(?:\"|\})|\[\s*(?:\{|\[|\"|\]))")


def format_of_name(name: str) -> str | None:
    """The format that a file name's ending says, None if it says none; a `.gz` behind it does not count."""
    path = PurePath(name.lower())
    if path.suffix in _COMPRESSED and path.with_suffix("").suffix == ".tar":
        return "tar"
    if path.suffix == ".gz":
        path = path.with_suffix("")
    return endings().get(path.suffix)


def document_ending(name: str) -> str | None:
    """The ending of a file that may hold articles and can't be read, without `.gz`; None for any other file."""
    ending = PurePath(name.lower().removesuffix(".gz")).suffix
    return ending if ending in DOCUMENTS else None


def format_of_bytes(head: bytes, named: str | None) -> str | None:
    """The format that bytes begin as, whatever the file is called; None where they say nothing.

    Word documents, books and workbooks are ZIP archives, so that for those the name decides.
    """
    for magic, format in _MAGIC:
        if head.startswith(magic):
            return named if format == "zip" and named in ("docx", "epub", "excel") else format
    if head[_USTAR : _USTAR + 5] == b"ustar":
        return "tar"
    return None


def format_of_content(head: str) -> str:
    """The format of a text that begins with `head`; what looks like nothing else is plain text."""
    if _FEED.match(head):
        return "feed"
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
    if re.fullmatch(r'"?sep=.?"?', first, re.I):
        return True
    delimiter = delimiter_of(first)
    names = [name.strip().strip('"') for name in first.split(delimiter)]
    known = Fields().columns(names)
    return len(names) > 1 and "text" in known and len(known) > 1
