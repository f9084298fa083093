"""What a news database delivers: a file of many documents, or of one, with what the database says of each.

Text, RTF, DOCX and PDF all come here as plain text; each database has a module that knows its layout.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from newsgraph.articles import Article, id_from_content, id_from_url
from newsgraph.sources.dates import read_date
from newsgraph.sources.documents import Document
from newsgraph.sources.header import read_header
from newsgraph.sources.language import language_code
from newsgraph.sources.problems import OnProblem, Problem

_DIVIDERS: Final = re.compile(
    r"^[ \t]*(?:(?:document|article|story|item)?[ \t]*\d+ (?:of|/) \d+(?: documents?)?"
    r"|end of (?:document|article|story)|[-=_*#]{20,})[ \t]*$", re.M | re.I
)  # fmt: skip
"""Lines that exports put between documents."""


def read_documents(text: str, origin: str, on_problem: OnProblem, day_first: bool | None) -> Iterator[Article]:
    """The articles in a plain text: those of a database's delivery, or the text as one article with its header."""
    if not text.strip():
        on_problem(Problem(origin, "is empty", "give it an article, or take it out"))
        return
    if (documents := split_delivery(text)) is not None:
        yield from articles_of(documents, origin, on_problem, day_first)
        return
    if len(_DIVIDERS.findall(text)) > 1:
        message = "read as one article, though it looks like several in one file"
        on_problem(Problem(origin, message, "divide it, or export it in a format that is known", lost=False))
    header = read_header(text)
    yield Article(
        id=id_from_url(header.url) if header.url else id_from_content(text),
        text=text,
        title=header.title,
        published=read_date(header.published or header.updated, origin, on_problem, day_first=day_first),
        url=header.url,
        source=header.source,
        author=header.author,
        origin=origin,
    )


def split_delivery(text: str) -> Sequence[Document] | None:
    """The documents of a text that a database delivered; None if it is of none that is known."""
    from newsgraph.sources.factiva import split_factiva
    from newsgraph.sources.nexis import split_nexis
    from newsgraph.sources.proquest import split_proquest

    found = (split(text) for split in (split_nexis, split_factiva, split_proquest))
    return next((documents for documents in found if documents is not None), None)


def articles_of(
    documents: Sequence[Document], origin: str, on_problem: OnProblem, day_first: bool | None
) -> Iterator[Article]:
    """The articles of a delivery, each with its number in messages where there are several."""
    if not documents:
        on_problem(Problem(origin, "no document in it has a text", "export the full text, not a list of results"))
    for number, document in enumerate(documents, 1):
        where = f"{origin}, document {number}" if len(documents) > 1 else origin
        article = article_of(document, where, on_problem, day_first)
        if article is not None:
            yield article


def article_of(document: Document, where: str, on_problem: OnProblem, day_first: bool | None) -> Article | None:
    """The article of a document; None, and a problem, if the database gave no text with it."""
    if not document.text.strip():
        title = f" ({document.title[:60]!r})" if document.title else ""
        on_problem(Problem(where, f"has no text{title}", "export its full text, or take it out"))
        return None
    url = document.url
    return Article(
        id=document.id or (id_from_url(url) if url else id_from_content(f"{document.title or ''}\n{document.text}")),
        text=document.text,
        title=document.title,
        published=read_date(document.published, where, on_problem, day_first=day_first),
        url=url,
        source=document.source,
        author=document.author,
        language=language_code(document.language),
        origin=where,
    )
