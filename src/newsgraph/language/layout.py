"""Layout: headings, list items, datelines and other words that end a sentence without a full stop.

A component before the parser. It starts a sentence at every line that stands alone, so that no sentence, and so no
name, spans two lines of layout. Text that is wrapped at a fixed width is left together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from newsgraph.language.annotations import annotations_of
from newsgraph.language.words import spelled

_ENDS_SENTENCE = re.compile(r"[.!?…:;][\"'”’)\]]*\s*$")
_NUMBERED = re.compile(r"\s*(?:\d{1,2}[.)]|[-–—*•●▪])\s+\S")
_DATELINE = re.compile(
    r"""(?: [A-Z][A-Z'’.\u2011-]+ (?:[ ,/][ ]?[A-Z][\w'’.-]*){0,5}          # GENEVA; PORT HARCOURT, Nigeria, May
        (?: ,?[ ]\d{1,2} (?:[ ][A-Z][a-z]+\.?)? (?:,?[ ]\d{4})? )?          # 6, 2026 or, 6 May 2026
        (?: [ ,]* \([^()\n]{2,40}\) )?                                     # (Wire)
      | [A-Z][\w'’.-]+ (?:,?[ ](?:[A-Z][\w'’.-]*|\d{1,4})){0,7} [ ,]* \([^()\n]{2,40}\)   # Paris, 6 May (Wire)
      | [A-Z][\w'’.-]+ (?:,?[ ][A-Z][\w'’.-]*){0,4} ,[ ] (?:\d{1,2}[ ][A-Z][a-z]+\.? | [A-Z][a-z]+\.?[ ]\d{1,2})
        (?: ,?[ ]\d{4})?                                                   # Paris, 6 May 2026
      | \([^()\n]{2,40}\) )
      \s* (?: [-–—]{1,2} ) \s+ (?=["“‘']?[A-Z0-9])""",
    re.X,
)
_CREDIT = re.compile(r"\([^()\n]{3,60}\)\s+(?=[\"“‘']?[A-Z])")
"""Who took the picture, before the text: "(Lena Marsh/The Ledger) The council ..."."""
_LONGEST_HEADING = 160
"""In characters; what is longer is running text."""


class Line(NamedTuple):
    """A line of a doc: tokens `first` (no white space) to `end`; whether an empty line follows."""

    first: int
    end: int
    alone: bool


def is_wrapped(text: str) -> bool:
    """Whether the lines of a text are broken at a fixed width, so that a newline says nothing."""
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) < 6:
        return False
    longest = max(map(len, lines))
    if longest > 132:
        return False
    running = sum(
        len(one) > 0.6 * longest and not _ENDS_SENTENCE.search(one) and other[:1].islower()
        for one, other in pairwise(lines)
    )
    return running >= 0.25 * len(lines)


def lines_of(doc: Doc) -> Iterator[Line]:
    """The lines of a doc that are not empty."""
    keys = doc.to_array("ORTH").tolist()
    texts = list(map(spelled(doc.vocab.strings).__getitem__, keys))
    size = len(texts)
    start = 0
    for i, text in enumerate(texts):
        if "\n" not in text and i < size - 1:
            continue
        breaks = text.count("\n")
        end = i if breaks else size
        first = start
        while first < end and texts[first].isspace():
            first += 1
        if first < end:
            yield Line(first, end, breaks > 1)
        start = i + 1


@Language.component("newsgraph_layout", assigns=["token.is_sent_start"])
def mark_layout(doc: Doc) -> Doc:
    """Start a sentence at each line of layout, and note which lines are headings."""
    notes = annotations_of(doc)
    headings = notes.headings
    text = notes.article.text
    wrapped = is_wrapped(text)
    runs_on = False
    title = _letters(notes.article.title or "")
    for line in lines_of(doc):
        if line.first and not runs_on:
            doc[line.first].is_sent_start = True
        runs_on = wrapped and not line.alone
        words = text[doc[line.first].idx : doc[line.end].idx if line.end < len(doc) else len(text)]
        before, title = title, _without(title, words)
        if title != before or (
            len(words) < _LONGEST_HEADING
            and (_NUMBERED.match(words) or (not _ENDS_SENTENCE.search(words) and not runs_on))
        ):
            headings.add(line.first)
        elif dateline := _DATELINE.match(words) or _CREDIT.match(words):
            _end_dateline(doc, line, dateline.end())
    return doc


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).lower()


def _without(title: str, line: str) -> str:
    """What is left of the letters of a title when it stands in a line, or goes on from one line to the next."""
    letters = _letters(line)
    return title.removeprefix(letters) if letters else title


def _end_dateline(doc: Doc, line: Line, length: int) -> None:
    """Let "GENEVA, May 6 (Wire) -" be a sentence of its own, so that the place is no part of the next one's grammar."""
    after = doc[line.first].idx + length
    for i in range(line.first + 1, line.end):
        doc[i].is_sent_start = doc[i].idx >= after
        if doc[i].is_sent_start:
            return
