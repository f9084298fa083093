"""Deliveries of Nexis Uni and LexisNexis: text, RTF, DOCX, PDF or HTML with hundreds of documents in one file.

Nexis Uni (and Lexis+) heads each document with title, paper, date and copyright, opens the text with a line `Body` and
closes the document with `End of Document`; a cover above the first lists their titles. LexisNexis Academic put
`3 of 120 DOCUMENTS` above each, then paper, date, title and labelled lines up to `LENGTH:`, and broke paragraphs into
lines; where the copyright stands first, the title is labelled `HEADLINE:` and the text `BODY:`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from newsgraph.sources.documents import Document, Labels, blocks_of, is_date_line, joined

END: Final = re.compile(r"End of Document\s*", re.I)
_BODY: Final = re.compile(r"Body\s*")
_COUNT: Final = re.compile(
    r"\s*(?:\d+ of \d+ DOCUMENTS?|Dokument \d+ von \d+|Document \d+ de \d+|Documento \d+ de \d+)\s*"
)
LABEL: Final = re.compile(
    r"(?P<label>Section|Length|Headline|Body|Byline|Highlight|Dateline|Series|Graphic|Load-Date|Language|"
    r"Publication-Type|Subject|Industry|Person|Organization|Company|Ticker|Geographic|City|State|Country|Journal-Code|Document-Type|Category|"
    r"Publication-Code|Correction|Correction-Date|Update|URL|Source|Name|Type|Notes?|ISSN|Photo|Editor-Note|Edition)"
    r"\s*:\s*(?P<value>.*)",
    re.I | re.S,
)
_OPENING: Final = frozenset(
    ("section", "length", "headline", "body", "byline", "highlight", "dateline", "series", "edition", "source")
)
"""Labels that may stand above the text; any other closes it."""
_CLOSING: Final = re.compile(
    r"Graphics?|Classification|Notes|Correction|(?:Load-Date|Publication-Type|Journal-Code|Language):.*"
)
"""Lines that end the text in Nexis Uni; a label such as `Country:` may as well open a paragraph."""
_COPYRIGHT: Final = re.compile(r"(?:Copyright\b.{0,12}\d{4}|©\s*\d{4}|All Rights Reserved)", re.I)
_MONTH: Final = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Spring|Summer|Autumn|"
    r"Fall|Winter)(?:\s*[/–-]\s*[A-Z][a-z]+)?,? \d{4}", re.I,
)  # fmt: skip
"""The date of a journal, which says no day."""
_LISTED: Final = re.compile(r"(?P<number>\d{1,4})\.\s+(?P<title>\S.*)")
_PAGE: Final = re.compile(r"\s*Page \d+ of \d+\s*")
_LINK: Final = re.compile(r"\(?Link to (?:Image|Original)[^)]*\)?|Image \d+ within the article", re.I)


def split_nexis(text: str) -> Sequence[Document] | None:
    """The documents of a delivery of Nexis Uni or LexisNexis; None if the text is none."""
    lines = [line.replace("\xa0", " ").rstrip() for line in text.split("\n")]
    ends = [number for number, line in enumerate(lines) if END.fullmatch(line.strip())]
    bodies = any(_BODY.fullmatch(line.strip()) for line in lines)
    if ends and bodies:
        # What was cut off behind the last end has a text all the same.
        cut_off = any(_BODY.fullmatch(line.strip()) for line in lines[ends[-1] + 1 :])
        starts = [0, *(end + 1 for end in ends)]
        parts = [lines[start:end] for start, end in zip(starts, [*ends, len(lines)] if cut_off else ends, strict=False)]
        parts = [part for part in parts if any(line.strip() for line in part)]
        return [_read_uni(part, title) for part, title in zip(parts, _listed(parts), strict=True)]
    counts = [number for number, line in enumerate(lines) if _COUNT.fullmatch(line)]
    if counts and any(re.match(r"\s*(?:LENGTH|LÄNGE|LONGUEUR|LOAD-DATE):", line) for line in lines):
        parts = [lines[start + 1 : end] for start, end in zip(counts, [*counts[1:], len(lines)], strict=True)]
        return [_read_academic(part) for part in parts]
    return None


def _listed(parts: Sequence[Sequence[str]]) -> Sequence[str | None]:
    """The title of each part by the list on the cover; of none if there is no list of so many."""
    titles: list[str] = []
    for line in parts[0]:
        found = _LISTED.fullmatch(line.strip())
        if found and int(found["number"]) == len(titles) + 1:
            titles.append(" ".join(found["title"].split()))
    # A list inside the text of a delivery without a cover is none of titles: each stands above its document again.
    heads = (" ".join(" ".join(line.split()) for line in part if line.strip()) for part in parts)
    fit = len(titles) == len(parts) and all(title in head for title, head in zip(titles, heads, strict=True))
    return titles if fit else [None] * len(parts)


def _read_uni(lines: Sequence[str], title: str | None) -> Document:
    filled = [line.strip() for line in lines if line.strip() and not _PAGE.fullmatch(line)]
    opening = next((number for number, line in enumerate(filled) if _BODY.fullmatch(line)), len(filled))
    head, rest = filled[:opening], filled[opening + 1 :]
    labels = Labels()
    for line in filled[:opening]:
        if found := LABEL.fullmatch(line):
            labels.add(found["label"], found["value"])
    body: list[str] = []
    closed = False
    for line in rest:
        closed = closed or _CLOSING.fullmatch(line) is not None
        if closed and (found := LABEL.fullmatch(line)):
            labels.add(found["label"], found["value"])
        elif not closed and not _LINK.fullmatch(line):
            body.append(" ".join(line.split()))
    # The cover page of a delivery may stand above, so that the head is read from its end.
    at = next((n for n in range(len(head) - 1, -1, -1) if is_date_line(head[n]) or _MONTH.fullmatch(head[n])), None)
    return Document(
        text="\n".join(body),
        title=title or (head[at - 2] if at is not None and at >= 2 else _first_title(head)),
        published=head[at] if at is not None else None,
        source=head[at - 1] if at else None,
        author=_author(labels),
        url=labels.get("url"),
        language=labels.get("language"),
    )


def _first_title(head: Sequence[str]) -> str | None:
    return head[0] if head and not LABEL.fullmatch(head[0]) else None


def _author(labels: Labels) -> str | None:
    byline = labels.get("byline")
    return re.sub(r"^by\s+", "", byline, flags=re.I) if byline else None


def _read_academic(lines: Sequence[str]) -> Document:
    blocks = [joined(block) for block in blocks_of(lines)]
    labelled = {number: found for number, block in enumerate(blocks) if (found := _capitals(block))}
    labels = Labels()
    for found in labelled.values():
        labels.add(found["label"], found["value"])
    first = min(labelled, default=len(blocks))
    head, body = [block for block in blocks[:first] if not _COPYRIGHT.match(block)], list[str]()
    for number in range(first, len(blocks)):
        found = labelled.get(number)
        if body and ((found and found["label"].lower() not in _OPENING) or _COPYRIGHT.match(blocks[number])):
            break
        if found and found["label"] == "BODY":
            body = [found["value"].strip()] if found["value"].strip() else []
        elif not found and not _COPYRIGHT.match(blocks[number]):
            body.append(blocks[number])
    dated = next((number for number, line in enumerate(head) if is_date_line(line)), None)
    titles = head if dated is None else head[dated + 1 :]
    return Document(
        text="\n".join(body),
        title=labels.get("headline") or (titles[-1] if titles else None),
        published=head[dated] if dated is not None else None,
        source=head[0] if head and dated != 0 else None,
        author=_author(labels),
        url=labels.get("url"),
        language=labels.get("language"),
    )


def _capitals(block: str) -> re.Match[str] | None:
    """The label of a block in capitals, as LexisNexis Academic wrote them, and its value."""
    found = LABEL.fullmatch(block)
    return found if found and found["label"].isupper() else None
