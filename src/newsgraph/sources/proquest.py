"""Deliveries of ProQuest as text: documents parted by a line of underscores, their fields labelled blocks.

The first block of a document is its title; `Full text:` opens the text, which goes on to the next label.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from newsgraph.sources.documents import Document, Labels

_RULE: Final = re.compile(r"^_{20,}[ \t]*$", re.M)
_LABELS: Final = (
    "Title|Publication title|Publication year|Publication date|Publication info|Publication subject|Document URL|"
    "Full text|Links|Section|ISSN|e-ISSN|Copyright|Abstract|Last updated|Place of publication|Location|Author|"
    "Publisher|Identifier / keyword|Source type|ProQuest document ID|Country of publication|Language of publication|"
    "Language|Subject|Database|Document type|Document feature|Volume|Issue|Pages|First page|Number of pages|People|"
    "Company / organization|Classification|Source|Accession number|Publication note|Dateline|Correspondence author"
)
_LABEL: Final = re.compile(rf"(?P<label>{_LABELS})\s*:\s*(?P<value>.*)", re.I | re.S)
_NUMBER: Final = re.compile(r"Document \d+ of \d+\s*")
_NOT_THERE: Final = re.compile(r"(?:not available|none available|full text (?:is )?not available)\W*", re.I)


def split_proquest(text: str) -> Sequence[Document] | None:
    """The documents of a delivery of ProQuest; None if the text is none."""
    parts = _RULE.split(text)
    documents = [part for part in parts if re.search(r"^ProQuest document ID:|^Publication info:", part, re.M | re.I)]
    if len(parts) < 2 or not documents:
        return None
    return [_read(part) for part in documents]


def _read(part: str) -> Document:
    labels = Labels()
    body: list[str] = []
    title: str | None = None
    inside = False
    for block in re.split(r"\n[ \t]*\n", part):
        line = block.strip()
        if not line or _NUMBER.fullmatch(line):
            continue
        found = _LABEL.fullmatch(line)
        if found is None:
            if inside:
                body.append(" ".join(line.split()))
            elif title is None and not labels.values:
                title = " ".join(line.split())
            continue
        inside = found["label"].lower() == "full text"
        if not inside:
            labels.add(found["label"], found["value"])
        elif found["value"].strip() and not _NOT_THERE.fullmatch(found["value"].strip()):
            body.append(" ".join(found["value"].split()))
    return Document(
        text="\n".join(body),
        title=labels.get("title") or title,
        published=labels.get("publication date"),
        source=labels.get("publication title"),
        author=labels.get("author"),
        url=labels.get("document url"),
        language=labels.get("language of publication", "language"),
        id=labels.get("proquest document id"),
    )
