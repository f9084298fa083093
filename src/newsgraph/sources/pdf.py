"""PDF: an article, or what a news database delivers, by columns, without the headers and hyphens of its pages."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, Final, Literal

from newsgraph.articles import Article
from newsgraph.sources import factiva, nexis, proquest
from newsgraph.sources.deliveries import read_documents
from newsgraph.sources.encoding import mended
from newsgraph.sources.fields import Fields
from newsgraph.sources.files import read_whole
from newsgraph.sources.problems import OnProblem, Problem

_EDGE: Final = 0.12
"""The share of a page's height, above and below, in which headers and footers stand."""
_HYPHEN: Final = re.compile(r"(?<=[a-z])[-\u00ad\u2010]$")
_FIELDS: Final = (nexis.LABEL, factiva.WORDS, proquest.LABEL)
_PAGE_NUMBER: Final = re.compile(r"(?:page\s*)?\d+(?:\s*(?:of|/)\s*\d+)?", re.I)


def read_pdf(
    stream: io.BufferedReader, origin: str, on_problem: OnProblem, fields: Fields | None = None
) -> Iterator[Article]:
    """The articles of a PDF: one, or those of a database's delivery.

    A scan without recognised text gives nothing, and is told of.
    """
    data = read_whole(stream, origin)
    if isinstance(data, Problem):
        on_problem(data)
        return
    try:
        pages = list(_pages(data))
    except Exception as error:  # whatever a broken PDF does to the library, the other articles go on
        name = type(error).__name__
        locked = "Password" in name or "Encryption" in name
        message = "is locked by a password" if locked else f"can't be taken apart ({name})"
        on_problem(Problem(origin, message, "save its text as .txt"))
        return
    text = "\n".join(_paragraphs(_by_fields(list(_without_edges(pages)))))
    if not text.strip():
        on_problem(Problem(origin, "has no text, as a scan", "recognise its text (OCR) first"))
        return
    text = mended(text, origin, on_problem)
    yield from read_documents(text, origin, on_problem, fields.day_first if fields else None)


_Block = tuple[Literal["upper", "lower", ""], list[str]]
"""At which edge of the page it stands, if at one, and its lines."""


def _pages(data: bytes) -> Iterator[list[_Block]]:
    import logging

    from pdfminer.high_level import extract_pages
    from pdfminer.layout import LAParams, LTTextContainer

    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    # By columns rather than by rows: text boxes one under the other belong together.
    for page in extract_pages(io.BytesIO(data), laparams=LAParams(boxes_flow=-0.3)):
        height = page.height or 1
        blocks: list[_Block] = []
        for box in page:
            if isinstance(box, LTTextContainer):
                lines = [" ".join(line.split()) for line in _lines(box)]
                upper, lower = box.y0 > height * (1 - _EDGE), box.y1 < height * _EDGE
                edge: Literal["upper", "lower", ""] = "upper" if upper else "lower" if lower else ""
                blocks.append((edge, [line for line in lines if line]))
        yield [block for block in blocks if block[1]]


def _lines(box: Any) -> list[str]:
    return str(box.get_text()).split("\n")


def _without_edges(pages: Sequence[Sequence[_Block]]) -> Iterator[list[str]]:
    """The blocks of all pages without page numbers and what several pages repeat at their edges."""
    seen = Counter(key for page in pages for key in {_key(lines) for edge, lines in page if edge})
    for page in pages:
        above = Counter(_key(lines) for edge, lines in page if edge == "upper")
        left = above.copy()
        for edge, lines in page:
            key = _key(lines)
            left[key] -= edge == "upper"
            # Of a headline that the header of its page repeats, the last is the headline.
            repeated = left[key] > 0 if edge == "upper" and above[key] > 1 else seen[key] > 1
            if not (edge and (repeated or (len(lines) == 1 and _PAGE_NUMBER.fullmatch(lines[0])))):
                yield lines


def _by_fields(blocks: list[list[str]]) -> Iterator[list[str]]:
    """The blocks; in what a database delivered, the lines of one with labels each as a block of its own."""
    lines = [line for block in blocks for line in block]
    delivered = any(end.fullmatch(line) for line in lines for end in (nexis.END, factiva.END, proquest.LINK))
    for block in blocks:
        if delivered and any(field.fullmatch(line) for line in block for field in _FIELDS):
            yield from ([line] for line in block)
        else:
            yield block


def _key(lines: Sequence[str]) -> str:
    """The words of a header or footer, whatever the number of its page."""
    return re.sub(r"\d+", "#", " ".join(lines))


def _paragraphs(blocks: Iterator[list[str]]) -> Iterator[str]:
    """Each block as a paragraph; one that goes on in the next column or page is put together."""
    waiting = ""
    for lines in blocks:
        text = _joined(lines)
        if waiting and _goes_on(waiting, text):
            waiting = _joined([waiting, text])
            continue
        if waiting:
            yield waiting
        waiting = text
    if waiting:
        yield waiting


def _goes_on(before: str, after: str) -> bool:
    """Whether a block breaks off inside a sentence that the next one goes on with."""
    return after[0].islower() and (before[-1].isalpha() or before[-1] in ",;-\u00ad\u2010")


def _joined(lines: Sequence[str]) -> str:
    text = ""
    for line in lines:
        if not text:
            text = line
        elif _HYPHEN.search(text) and line[0].islower():
            # A compound that is cut at its own hyphen loses it; a word that is cut is far more frequent.
            text = text[:-1] + line
        else:
            text = f"{text} {line}"
    return text
