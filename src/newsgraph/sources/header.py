"""The first lines of an article's text: headline, dates, author, and the dateline that opens the body."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from newsgraph.sources.dates import is_ambiguous, is_date_only, parse_date

_LINES: Final = 8
"""Lines with something in them that may precede the body."""
_LABEL: Final = re.compile(
    r"[(\[]?(?P<label>(?:first |originally )?(?:published|posted|released|issued)(?: (?:on|at))?|publication date"
    r"|pub(?:lish)? ?date|date(?: published)?|dateline"
    r"|last (?:updated|modified)(?: (?:on|at))?|updated(?: (?:on|at))?|modified"
    r"|title|headline|source|publisher|outlet|url|link|author|byline|by)"
    r"(?P<colon>\s*:\s*|\s+(?=\S*\d)|\s+(?=(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov"
    r"|dec)))(?P<value>\S.*?)[)\]]?",
    re.I,
)
_BYLINE: Final = re.compile(r"(?:by|By|BY)\s+((?:\S+\s+){0,9}\S+)")
_DATELINE: Final = re.compile(
    r"""(?P<city>[A-ZÀ-ÞĀ-Ž][A-ZÀ-ÞĀ-Ž.'’]+(?:[ /-][A-ZÀ-ÞĀ-Ž][A-ZÀ-ÞĀ-Ž.'’]*){0,4}   # ISLAMABAD, UNITED NATIONS
               |[A-Z][\w.'’-]+(?:\ [A-Z][\w.'’-]+){0,3}(?=[^()\n]{0,60}\([A-Z]))   # Islamabad, before an agency
        (?:,\ (?P<region>(?![A-Z][a-z]+\.?\ \d)[A-Z][\w.]*(?:\ [A-Z][\w.]*){0,2}))?
        (?P<date>,?\ +(?:[A-Z][a-z]+day,\ )?(?:[A-Z][a-z]{2,8}\.?\ \d{1,2}|\d{1,2}\ [A-Z][a-z]{2,8}\.?)(?:,?\ \d{4})?)?
        (?:,?\ *\((?P<agency>[A-Z][\w.&'’-]*(?:[ /][A-Z][\w.&'’-]*){0,3})\))?
        \s*(?:[-–—]+|:)\s*(?=\S)""",
    re.X,
)
_DIVIDERS: Final = re.compile(r"\s*[|•·]\s*|\s+[-–—]\s+")
# A line that ends in one of these goes on in the next.
_OPEN_ENDINGS: Final = frozenset(
    "a an and as at because between but by for from had has have if in into is its of on or said than that the their "
    "they to was were when which while who will with".split()
)


@dataclass(slots=True)
class Header:
    """What the first lines of a text say about the article; dates as they are written."""

    title: str | None = None
    published: str | None = None
    updated: str | None = None
    url: str | None = None
    source: str | None = None
    author: str | None = None


def read_header(text: str) -> Header:
    """Read the lines above the body and the dateline that opens it; a labelled date may also end the text."""
    header = Header()
    lines = text[:20_000].split("\n")
    filled = [number for number, line in enumerate(lines) if line.strip()][: _LINES + 1]
    for position, number in enumerate(filled[:_LINES]):
        line = lines[number].strip()
        if _read_label(line, header) or _read_byline(line, header) or _read_date(line, header):
            continue
        dateline = _DATELINE.match(line)
        if dateline and (dateline["date"] or dateline["agency"]):
            _read_dateline(dateline, header)
            break
        last = position == len(filled) - 1
        if not last and is_headline(lines, number):
            # Above the headline there may be the name of a section: WORLD NEWS.
            if header.title is None or (header.title.isupper() and len(header.title.split()) <= 3):
                header.title = line.lstrip("# ")
        elif dateline or len(line) > 160 or line.endswith((".", "”", '"')):
            break
    if header.published is None:
        _read_last_lines(text, header)
    return header


def is_headline(lines: list[str], number: int) -> bool:
    """Whether a line reads as a headline: short, no sentence, no line of a paragraph that goes on below."""
    line = lines[number].strip()
    words = line.split()
    if not 2 <= len(words) <= 30 or len(line) > 200 or line.endswith((",", ";", ":")) or line[0] in "-*•–—":
        return False
    if line.endswith(".") and not _is_abbreviated(line):
        return False
    below = lines[number + 1].strip() if number + 1 < len(lines) else ""
    if words[-1].lower() in _OPEN_ENDINGS or below[:1].islower():
        return False
    # In a file whose paragraphs are broken into lines of like length, the first line is one of them.
    block = []
    for following in lines[number : number + 4]:
        if not following.strip():
            break
        block.append(len(following.strip()))
    return not (len(block) == 4 and min(block) >= 50 and max(block) <= 100)


def _is_abbreviated(line: str) -> bool:
    """A headline may end in "U.S.", and then no other stop is in it."""
    return len(line) <= 120 and len(line.split()) >= 3 and re.search(r"^[^.]*\b(?:[A-Z]\.){2,}$", line) is not None


def _read_label(line: str, header: Header) -> bool:
    found = _LABEL.fullmatch(line) if len(line) <= 300 else None
    if found is None:
        return False
    label, value, colon = found["label"].lower(), found["value"].strip(), ":" in found["colon"]
    if label in ("title", "headline", "url", "link", "source", "publisher", "outlet", "author", "byline", "by"):
        if not colon:
            return False
        if label in ("title", "headline"):
            header.title = header.title or value
        elif label in ("url", "link"):
            header.url = header.url or value.split()[0]
        elif label in ("author", "byline", "by"):
            header.author = header.author or _name(value)
        else:
            header.source = header.source or value
        return True
    if len(value) > 80 or not (colon or re.search(r"\d", value)):
        return False
    # "Posted 3 hours ago" is a line of this sort, and says nothing.
    if re.search(r"\d{4}", value) or is_ambiguous(value):
        if "updated" in label or "modified" in label:
            header.updated = header.updated or value
        else:
            header.published = header.published or value
    return True


def _read_byline(line: str, header: Header) -> bool:
    found = _BYLINE.fullmatch(line) if len(line) <= 120 else None
    if found is None or line[-1] in ".!?:" or not re.match(r"[^\W\d_]", found[1]):
        return False
    header.author = header.author or _name(found[1])
    if parse_date(line):
        header.published = header.published or line
    return True


def _read_date(line: str, header: Header) -> bool:
    """A date alone, or with a place or a paper beside it: `Lomara | 5 March 2024`."""
    if len(line) > 80 or not re.search(r"\d{4}", line):
        return False
    if is_date_only(line) or any(is_date_only(part) for part in _DIVIDERS.split(line)[:3]):
        header.published = header.published or line
        return True
    return False


def _read_dateline(found: re.Match[str], header: Header) -> None:
    if found["agency"]:
        header.source = header.source or found["agency"]
    if found["date"] and re.search(r"\d{4}", found["date"]):
        header.published = header.published or found["date"].strip(", ")


def _read_last_lines(text: str, header: Header) -> None:
    for line in [line.strip() for line in text[-2_000:].split("\n") if line.strip()][-3:]:
        label = _LABEL.fullmatch(line) if len(line) <= 100 else None
        dated = label and label["label"].lower().startswith(("published", "posted", "first", "originally"))
        if label and dated and parse_date(label["value"]):
            header.published = label["value"]


def _name(value: str) -> str:
    """An author's name without what follows it on the line: place, paper, time."""
    return re.split(r"\s*(?:[|•,]|\s[-–—]\s)", value)[0].strip()
