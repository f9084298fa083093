"""Layout: headings, list items and other lines that end a sentence without a full stop.

A component before the parser. It starts a sentence at every line that stands alone, so that no sentence, and so no
name, spans two lines of layout. Text that is wrapped at a fixed width is left together.
"""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc

from newsgraph.language.annotations import annotations_of

_ENDS_SENTENCE = re.compile(r"[.!?…:;][\"'”’)\]]*\s*$")
_NUMBERED = re.compile(r"\s*(?:\d{1,2}[.)]|[-–—*•●▪])\s+\S")


def is_wrapped(text: str) -> bool:
    """Whether the lines of a text are broken at a fixed width, so that a newline says nothing."""
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) < 6:
        return False
    longest = max(map(len, lines))
    if longest > 132:
        return False
    running = sum(
        1 for one, other in zip(lines, lines[1:], strict=False)
        if len(one) > 0.6 * longest and not _ENDS_SENTENCE.search(one) and other[:1].islower()
    )
    return running >= 0.25 * len(lines)


@Language.component("newsgraph_layout", assigns=["token.is_sent_start"])
def mark_layout(doc: Doc) -> Doc:
    """Start a sentence at each line of layout, and note which lines are headings."""
    notes = annotations_of(doc)
    wrapped = is_wrapped(doc.text)
    start = 0
    size = len(doc)
    while start < size:
        end = start
        while end < size and "\n" not in doc[end].text_with_ws:
            end += 1
        after = min(end + 1, size)
        blank_line = end < size and doc[end].text_with_ws.count("\n") > 1
        first = start
        while first < after and doc[first].is_space:
            first += 1
        if first < end:
            if first:
                previous_open = wrapped and not blank_before
                doc[first].is_sent_start = None if previous_open else True
            line = doc.text[doc[first].idx : doc[end].idx if end < size else len(doc.text)]
            if not _ENDS_SENTENCE.search(line) and (not wrapped or blank_line) and len(line) < 160:
                notes.headings.add(first)
            if _NUMBERED.match(line) and len(line) < 160:
                notes.headings.add(first)
        blank_before = blank_line
        start = after
    return doc
