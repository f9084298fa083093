"""A document as a news database delivers it, and what the layouts of all databases share: labels, paragraphs, dates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from newsgraph.sources.dates import parse_date


@dataclass(frozen=True, slots=True)
class Document:
    """One document of a delivery, its fields as they are written there."""

    text: str
    title: str | None = None
    published: str | None = None
    source: str | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None
    id: str | None = None


@dataclass(slots=True)
class Labels:
    """Fields of a document by the small-lettered label that stands before them; the first of each counts."""

    values: dict[str, str] = field(default_factory=dict)

    def add(self, label: str, value: str) -> None:
        """Enter a field, unless there is one of that label."""
        if value := " ".join(value.split()):
            self.values.setdefault(label.lower(), value)

    def get(self, *labels: str) -> str | None:
        """The field with the first of these labels that is there."""
        return next((self.values[label] for label in labels if label in self.values), None)


_DATE_LINE: Final = re.compile(
    r"\W{0,2}(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
    r"(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2}\b|\d{1,2}(?:st|nd|rd|th)?\.?\s+[^\W\d_]|\d{4}-\d)",
    re.I,
)


def is_date_line(line: str) -> bool:
    """Whether a line begins with a full date and has little beside it: a weekday, a time, an edition."""
    return len(line) <= 100 and _DATE_LINE.match(line) is not None and parse_date(line) is not None


def joined(block: Sequence[str]) -> str:
    """The lines of a paragraph as one; a word that is cut at a hyphen keeps it."""
    text = ""
    for line in block:
        line = " ".join(line.split())
        cut = text.endswith("-") and text[-2:-1].isalpha()
        text += line if cut or not text else f" {line}"
    return text


def blocks_of(lines: Sequence[str]) -> list[list[str]]:
    """Lines with something in them, parted where a line is empty."""
    found: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            found[-1].append(line)
        elif found[-1]:
            found.append([])
    return found if found[-1] else found[:-1]
