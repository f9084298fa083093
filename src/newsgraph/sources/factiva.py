"""Deliveries of Factiva: RTF, text or a saved page with up to a hundred documents.

A document ends with `Document` and its accession number. With indexing, its fields begin with two- or three-lettered
codes (HD headline, PD publication date, SN source name, LP lead paragraph, TD text …); without, they stand in a fixed
order: section, headline, author, number of words, date, time, source, its code, page, language, copyright, text,
publisher. In a saved page their classes say what is the headline and what the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from newsgraph.sources.documents import Document, is_date_line

END: Final = re.compile(r"Do[ck]ument\s+[A-Z][A-Z0-9]{9,}[a-z0-9]*", re.I)
_CODES: Final = "PUB|IPC|IPD|DLN|CLM|ART|RST|VOL|AN|BY|CO|CR|CT|CX|CY|ED|ET|HD|IN|LA|LP|NS|PD|PG|RE|RF|SC|SE|SN|TD|WC"
_CODE: Final = re.compile(rf"\s*(?P<code>{_CODES})(?:\s*\||[ \t]{{2,}}|\t|$)\s*(?P<value>.*?)[\s|]*")
"""A code and its value, in a cell of a table or behind more than one blank: "IN a speech" is no industry."""
WORDS: Final = re.compile(r"[\d,.]+ (?:words|mots|Wörter|palabras|parole|palavras|woorden|ord)", re.I)
_COPYRIGHT: Final = re.compile(r"(?:\(c\)|©|copyright\b|all rights reserved)", re.I)
_COVER: Final = re.compile(r"(?:Page \d+ of \d+\s*)?(?:©|\(c\))\s*\d{4} Factiva.*", re.I)
_CLOCK: Final = re.compile(r"\d{1,2}[:.]\d\d(?:\s*[AP]\.?M\.?)?(?:\s*[A-Z]{2,5})?", re.I)
_SECTIONS: Final = frozenset(
    "analysis|business|business news|comment|culture|economy|editorial|features|foreign|foreign desk|general news|"
    "international|leader|letters|local|main|main news|money|national|national news|news|op-ed|opinion|politics|sport|"
    "sports|top stories|world|world news".split("|")
)
"""What newspapers call their sections, which may stand above a headline."""
_LANGUAGES: Final = frozenset("english french german spanish arabic russian chinese portuguese italian dutch".split())
_PAGE: Final = re.compile(r'class="article\b[^"]*"', re.I)
_ARTICLE: Final = 'div[contains(concat(" ", @class, " "), " article ")]'
_SENTENCE_END: Final = re.compile(r"[.!?…:;][\"”’')\]]*$")


def split_factiva(text: str) -> Sequence[Document] | None:
    """The documents of a delivery of Factiva; None if the text is none."""
    lines = [line.replace("\xa0", " ").strip(" |\r") for line in text.split("\n")]
    ends = [number for number, line in enumerate(lines) if END.fullmatch(line)]
    if not ends or not any(WORDS.fullmatch(line) or re.match(r"WC\b", line) for line in lines):
        return None
    starts = [0, *(end + 1 for end in ends)]
    return [_read(lines[start : end + 1]) for start, end in zip(starts, ends, strict=False)]


def is_factiva_page(page: str) -> bool:
    """Whether a page is a saved list of articles of Factiva, rather than the page of a newspaper."""
    return "articleParagraph" in page and _PAGE.search(page) is not None


def split_factiva_page(tree: Any) -> list[Document]:
    """The documents of a saved page of Factiva, parsed by lxml."""
    found = []
    for article in tree.xpath(f"//{_ARTICLE}[not(.//{_ARTICLE})]"):
        document = _read_page(article)
        if document.text or document.title:
            found.append(document)
    return found


def _read_page(article: Any) -> Document:
    """The document of a box: without indexing, its headline, author and paragraphs by their classes."""
    document = _read(_lines_of(article))
    paragraphs = [_line(part) for part in article.xpath('.//p[contains(@class, "articleParagraph")]')]
    if article.find(".//td") is not None or not any(paragraphs):
        return document
    headline = next(iter(article.xpath('.//span[contains(@class, "Headline")]')), None)
    author = next(iter(article.xpath('.//div[contains(concat(" ", @class, " "), " author ")]')), None)
    return replace(
        document, text="\n".join(line for line in paragraphs if line),
        title=document.title if headline is None else _line(headline),
        author=_author(_line(author)) if author is not None else document.author if headline is None else None,
    )


def _line(element: Any) -> str:
    return " ".join(element.text_content().split())


def _lines_of(article: Any) -> list[str]:
    """The innermost blocks as lines; in a table of fields, a code and its value are two of them."""
    blocks = (b for b in article.iter("div", "p", "td") if next(b.iterdescendants("div", "p", "td"), None) is None)
    return [line for line in map(_line, blocks) if line]


def _read(lines: Sequence[str]) -> Document:
    filled = [line for line in lines if line and not _COVER.fullmatch(line)]
    end = filled[-1] if filled and END.fullmatch(filled[-1]) else None
    accession = end.split()[-1] if end else None
    if end:
        filled = filled[:-1]
    codes = {found["code"] for line in filled if (found := _CODE.fullmatch(line))}
    if {"HD"} < codes and codes & {"LP", "TD"}:
        return _read_coded(filled, accession)
    return _read_plain(filled, accession)


def _read_coded(lines: Sequence[str], accession: str | None) -> Document:
    fields: dict[str, list[str]] = {}
    code = ""
    for line in lines:
        found = _CODE.fullmatch(line)
        if found and found["code"] not in fields:
            code = found["code"]
            fields[code] = [found["value"]] if found["value"] else []
        elif code:
            fields[code].append(line)

    def said(name: str) -> str | None:
        return " ".join(fields.get(name, ())) or None

    published = " ".join(part for part in (said("PD"), said("ET")) if part)
    return Document(
        text="\n".join([*fields.get("LP", ()), *fields.get("TD", ())]),
        title=said("HD"), published=published or None, source=said("SN"), author=_author(said("BY")),
        language=said("LA"), id=accession,
    )


def _read_plain(lines: Sequence[str], accession: str | None) -> Document:
    words = next((n for n, line in enumerate(lines) if WORDS.fullmatch(line)), None)
    if words is None:
        return Document(text="\n".join(lines[1:]), title=lines[0] if lines else None, id=accession)
    title, author = _headline(lines[:words])
    at = words + 1
    published = source = language = None
    if at < len(lines) and is_date_line(lines[at]):
        published = lines[at]
        at += 1
    if at < len(lines) and _CLOCK.fullmatch(lines[at]):
        published = f"{published} {lines[at]}" if published else None
        at += 1
    if at < len(lines):
        source = lines[at]
        at += 1
    for number in range(at, min(at + 8, len(lines))):
        if lines[number].lower() in _LANGUAGES:
            language, at = lines[number], number + 1
    while at < len(lines) and _COPYRIGHT.match(lines[at]):
        at += 1
    body = lines[at:]
    return Document(
        text="\n".join(body[:-1] if accession and _is_publisher(body) else body),
        title=title, published=published, source=source, author=_author(author),
        language=language, id=accession,
    )


def _is_publisher(body: Sequence[str]) -> bool:
    """Whether the last line of several is the publisher's name, which stands below the text."""
    return len(body) > 1 and len(body[-1].split()) <= 9 and _SENTENCE_END.search(body[-1]) is None


def _headline(head: Sequence[str]) -> tuple[str | None, str | None]:
    """Headline and author out of the lines above the number of words: section, headline, author."""
    if head and head[0].lower() in _SECTIONS:
        head = head[1:]
    if len(head) >= 3:
        return head[-2], head[-1]
    if len(head) == 2:
        first, second = head
        section = len(first.split()) <= 3 and len(second.split()) > 4 and not second.lower().startswith("by ")
        return (second, None) if section else (first, second)
    return (head[0], None) if head else (None, None)


def _author(said: str | None) -> str | None:
    return re.sub(r"^by\s+", "", said, flags=re.I) if said else None
