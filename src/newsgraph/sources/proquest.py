"""Deliveries of ProQuest: text, RTF, DOCX or PDF with up to a hundred documents.

As text, a line of underscores parts the documents, whose fields are labelled blocks; `Full text:` opens the text. The
other formats have a line `ProQuest document link` under title and byline, then `FULL TEXT` and `DETAILS` as headings.
Either way the labelled fields close a document, so that the text goes on to the run of labels at its end.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from newsgraph.sources.documents import Document, Labels, blocks_of

_RULE: Final = re.compile(r"^_{20,}[ \t]*$", re.M)
_LABELS: Final = (
    "Title|Publication title|Publication year|Publication date|Publication info|Publication subject|Document URL|"
    "Full text|Links|Section|ISSN|e-ISSN|Copyright|Abstract|Last updated|Place of publication|Location|Author|"
    "Publisher|Identifier / keyword|Source type|ProQuest document ID|Country of publication|Language of publication|"
    "Language|Subject|Database|Document type|Document feature|Volume|Issue|Pages|First page|Number of pages|People|"
    "Company / organization|Classification|Source|Accession number|Publication note|Dateline|Correspondence author|"
    "Column|Supplement|Edition|Start page|Credit|Word count|NAICS|Company|Illustration|Caption|Correction|"
    "Publication frequency|Document status|Country of publication"
)
LABEL: Final = re.compile(rf"(?P<label>{_LABELS})\s*:\s*(?P<value>.*)", re.I | re.S)
_NUMBER: Final = re.compile(r"(?:Document )?\d+ of \d+\s*", re.I)
LINK: Final = re.compile(r"ProQuest document link", re.I)
_PASSED_OVER: Final = re.compile(r"Enlarge this image\.?|LINKS|Check Article Linker.*|Find it!.*", re.I)
_END: Final = re.compile(r"Bibliography|Citation style:.*|Database copyright\b.*|Contact us at:.*", re.I | re.S)
"""What stands below the last document."""
_NOT_THERE: Final = re.compile(r"(?:not available|none available|full text (?:is )?not available)\W*", re.I)


def split_proquest(text: str) -> Sequence[Document] | None:
    """The documents of a delivery of ProQuest; None if the text is none."""
    parts = _RULE.split(text)
    documents = [part for part in parts if re.search(r"^ProQuest document ID:|^Publication info:", part, re.M | re.I)]
    if len(parts) >= 2 and documents:
        return [_read_labelled(part) for part in documents]
    # A row of a table in rich text is between bars.
    lines = [" ".join(line.replace("|", " ").split()) for line in text.split("\n")]
    lines = [line for line in lines if line]
    links = [number for number, line in enumerate(lines) if LINK.fullmatch(line)]
    if not links or not any(line == "DETAILS" or line.startswith("ProQuest document ID:") for line in lines):
        return None
    # Each document ends with the last field before the next link; what follows is the next one's head.
    ends = [_last_field(lines, one, other) for one, other in zip(links, [*links[1:], len(lines)], strict=True)]
    starts = [0, *ends[:-1]]
    return [
        _read_headed(lines[start:link], lines[link + 1 : end])
        for start, link, end in zip(starts, links, ends, strict=True)
    ]


def _last_field(lines: Sequence[str], first: int, last: int) -> int:
    """The line after the last labelled one between two."""
    return next((n + 1 for n in range(last - 1, first, -1) if LABEL.fullmatch(lines[n])), last)


def _read_labelled(part: str) -> Document:
    blocks = [" ".join(" ".join(block).split()) for block in blocks_of(part.split("\n"))]
    blocks = [block for block in blocks if not (_NUMBER.fullmatch(block) or LINK.fullmatch(block))]
    last = next((n for n, block in enumerate(blocks) if _END.fullmatch(block)), len(blocks))
    blocks = blocks[:last]
    opening = next((n for n, block in enumerate(blocks) if block.lower().startswith("full text:")), len(blocks))
    labels = Labels()
    body, tail = _body_and_fields(blocks[opening:])
    for block in (*tail, *blocks[:opening]):
        if found := LABEL.fullmatch(block):
            labels.add(found["label"], found["value"])
    if body:
        body[0] = body[0].partition(":")[2].strip()
    return _document(blocks[0] if blocks and not LABEL.fullmatch(blocks[0]) else None, labels, body)


def _read_headed(head: Sequence[str], rest: Sequence[str]) -> Document:
    """A document by its lines above and below the link: title and byline; text and fields."""
    head = [line for line in head if not (_NUMBER.fullmatch(line) or _RULE.fullmatch(line) or _END.fullmatch(line))]
    byline = head[-1] if len(head) > 1 and re.search(r"\b\d{4}\b", head[-1]) else None
    opening = next((n for n, line in enumerate(rest) if line == "FULL TEXT" or line.startswith("Full text:")), None)
    details = next((n for n in range(len(rest) - 1, -1, -1) if rest[n] == "DETAILS"), None)
    if details is None:
        body, tail = _body_and_fields(rest[(opening or 0) + 1 :])
    else:
        body, tail = list(rest[(opening or 0) + 1 : details]), list(rest[details:])
    labels = Labels()
    for line in tail:
        if found := LABEL.fullmatch(line):
            labels.add(found["label"], found["value"])
    paper = (labels.get("publication title") or "").partition(";")[0].strip()
    if byline and paper and paper in byline and (author := byline.partition(paper)[0].strip(" .;")) != "Anonymous":
        labels.add("author", author)
    title = head[-2 if byline else -1] if head else None
    return _document(title, labels, [] if opening is None else body)


def _body_and_fields(blocks: Sequence[str]) -> tuple[list[str], list[str]]:
    """Text and the run of labelled blocks that ends a document, each label once: it may as well open a paragraph."""
    at = len(blocks)
    seen: set[str] = set()
    while at > 1 and (found := LABEL.fullmatch(blocks[at - 1])) and found["label"].lower() not in seen:
        seen.add(found["label"].lower())
        at -= 1
    return list(blocks[:at]), list(blocks[at:])


def _document(title: str | None, labels: Labels, body: Sequence[str]) -> Document:
    text = [line for line in body if line and not (_PASSED_OVER.fullmatch(line) or _NOT_THERE.fullmatch(line))]
    while text and re.match(r"(?:credit|word count|copyright|\(c\)|©)(?:\s*:|\s.{0,20}\d{4})", text[-1], re.I):
        text.pop()
    place = labels.get("publication info")
    return Document(
        text="\n".join(text),
        title=labels.get("title") or title,
        published=labels.get("publication date"),
        source=labels.get("publication title") or (place.partition(";")[0].strip() if place and ";" in place else None),
        author=labels.get("author"),
        url=labels.get("document url"),
        language=labels.get("language of publication", "language"),
        id=labels.get("proquest document id"),
    )
