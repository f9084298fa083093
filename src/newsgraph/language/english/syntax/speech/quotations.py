"""Quotations: what stands between quotation marks, over paragraphs where the quotation goes on.

A paragraph that opens with a quotation mark while the one before did not close its own continues it (the rule of
English newspapers); so does a paragraph that closes a quotation without opening one.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from newsgraph.language.english.syntax.parse import Parse
from newsgraph.language.layout import is_wrapped

_MARK = re.compile(r"\"|“|”|„|«|»|''|``|‘(?=\w)|'(?<![\w']')(?=[A-Z][\w' ])|\n(?:[ \t]*\n\s*)?")
_ANY = re.compile(r"\"|“|”|„|«|»|‘|''|``|'(?<!\w')(?=[A-Z])")
"""Each alternative begins with its letter, so that text without marks is passed over at once."""
_OPENING = frozenset("“„«‘") | {"``"}
_CLOSING = frozenset("”»") | {"''"}
_TURNED = {"„": "“", "»": "«"}
"""Marks that open in German and Nordic texts, and what closes them."""
_CLOSES_PLAIN = re.compile(r"(?<=[,.?!…])'(?!\w)|(?<![s\s])'(?!\w)|(?<=s)'(?=\s+[A-Z])")
_CLOSES_SINGLE = re.compile(r"(?<=[,.?!…])’(?!\w)|(?<![s\s])’(?!\w)")
_INNER = re.compile(r"(?<!\w)['‘](?=[a-z])")
"""What opens a quotation of a word or two within another one: "the 'brand' spacing"."""


@dataclass(slots=True)
class Quotation:
    """A quotation with its marks: characters and tokens."""

    begin: int
    end: int
    start: int
    stop: int
    closed: bool = True
    claimed: bool = False

    @property
    def size(self) -> int:
        """Its tokens, marks included."""
        return self.stop - self.start


def find_quotations(parse: Parse) -> list[Quotation]:
    """The quotations of a doc, in their order, the outermost only."""
    text = parse.text
    found: list[Quotation] = []
    if _ANY.search(text) is None:
        return found
    opened: int | None = None
    skip_to = 0
    wrapped = is_wrapped(text)

    def close(end: int, closed: bool = True) -> None:
        nonlocal opened
        if opened is not None and end > opened + 1:
            start = bisect_left(parse.end, opened + 1)
            stop = bisect_left(parse.begin, end)
            found.append(Quotation(opened, end, start, stop, closed))
        opened = None

    for match in _MARK.finditer(text):
        begin, end, mark = match.start(), match.end(), match.group()
        if begin < skip_to:
            continue
        if mark[0] == "\n":
            if opened is None or (mark == "\n" and wrapped):
                continue
            following = _continues(text, end)
            if following is None:
                close(begin, closed=False)
            else:
                skip_to = following
        elif mark in ("‘", "'"):
            if opened is None and (closing := _closes_single(text, end, mark)) is not None:
                opened = begin
                close(closing)
                skip_to = closing
        elif opened is None:
            unclear = mark in ('"', "''", "»") and _may_open(text, begin, end)
            opened = begin if unclear or mark in _OPENING else None
        elif mark in (*_CLOSING, _TURNED.get(text[opened])) or (mark == '"' and not _must_open(text, begin, end)):
            close(end)
    if opened is not None:
        close(len(text.rstrip()), closed=False)
    return found


def stretch(content: tuple[int, int], quotations: list[Quotation], cue: int | None) -> tuple[int, int]:
    """A content that begins with a quotation or ends in one has all of it; one inside of what the cue quotes, too."""
    begin, end = content
    for quotation in quotations[bisect_right(quotations, begin, key=lambda q: q.end) :]:
        if quotation.begin > end:
            break
        if cue is not None and quotation.begin <= cue < quotation.end:
            continue
        if quotation.begin <= begin:
            begin, end = quotation.begin, max(end, quotation.end)
        elif quotation.begin < end < quotation.end:
            end = quotation.end
    return begin, end


def within(content: tuple[int, int], quotations: list[Quotation], cue: int | None) -> tuple[int, int]:
    """A content that begins in the quotation of its cue without what stands behind that quotation: `…," he added`."""
    begin, end = content
    for quotation in quotations[bisect_right(quotations, begin, key=lambda q: q.end) :]:
        if cue is not None and quotation.begin <= cue < begin < quotation.end < end and quotation.closed:
            return begin, quotation.end - 1
        break
    return content


def mode_of(content: tuple[int, int], quotations: list[Quotation], cue: int | None) -> str:
    """Direct where it is all quoted, mixed where a part is, else indirect.

    What a quotation says of others' words and thoughts is no quotation of them.
    """
    begin, end = content
    for quotation in quotations[bisect_right(quotations, begin, key=lambda q: q.end) :]:
        if quotation.begin >= end:
            break
        if cue is None or not quotation.begin <= cue < quotation.end:
            return "direct" if quotation.begin <= begin + 1 and end - 1 <= quotation.end else "mixed"
    return "indirect"


def _may_open(text: str, begin: int, end: int) -> bool:
    return end < len(text) and not text[end].isspace() and (begin == 0 or not text[begin - 1].isalnum())


def _must_open(text: str, begin: int, end: int) -> bool:
    return begin > 0 and text[begin - 1].isspace() and end < len(text) and text[end].isalnum()


def _continues(text: str, start: int) -> int | None:
    """Where the text of a quotation goes on in a new paragraph; None if the paragraph is outside of it."""
    if start >= len(text):
        return None
    if text[start] in '"“„«':
        return start + 1
    stop = text.find("\n", start)
    paragraph = text[start : stop if stop >= 0 else len(text)]
    first = re.search(r'["“”]', paragraph)
    if first is None or first.group() == "“":
        return None
    if first.group() == "”":
        return start
    at = start + first.start()
    return start if at > start and not text[at - 1].isspace() else None


def _closes_single(text: str, start: int, mark: str) -> int | None:
    stop = text.find("\n", start)
    closes = _CLOSES_SINGLE if mark == "‘" else _CLOSES_PLAIN
    stop = stop if stop >= 0 else len(text)
    for match in closes.finditer(text, start, stop):
        if len(_INNER.findall(text, start, match.start())) <= len(closes.findall(text, start, match.start())):
            return match.end()
    return None
