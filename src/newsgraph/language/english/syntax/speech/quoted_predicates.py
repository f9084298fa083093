"""Quotations that begin in the middle of a clause, whose subject the paper says: `banks have "warned us"`."""

from __future__ import annotations

from bisect import bisect_left

from newsgraph.language.english.syntax.parse import Parse

_MARKS = "\"“‘«'`"


def with_subject(parse: Parse, content: tuple[int, int], first: int = 0) -> tuple[int, int]:
    """The characters of a quotation from the subject of its verb, if that stands before it, at `first` or later."""
    begin, end = content
    start, stop = bisect_left(parse.begin, begin + 1), bisect_left(parse.begin, end)
    if parse.text[begin] not in _MARKS or start >= stop or not parse.doc[start].text[:1].islower():
        return content
    for i in range(start, stop):
        if not parse.is_verb(i) or start <= parse.head[i] < i:
            continue
        subject = parse.child(i, "nsubj", "nsubjpass", "csubj", "expl")
        if subject is None or not max(first, parse.sent_start[i]) <= subject < start:
            return content
        if any(parse.lower[k] in (":", ";") or parse.tag[k] == "_SP" for k in range(subject, start)):
            return content
        return parse.begin[max(first, parse.left[subject])], end
    return content
