"""WARC: web crawls as archives keep them, an article for each page in which one is found."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import msgspec

from newsgraph.articles import Article, id_from_url
from newsgraph.sources.encoding import SAMPLE
from newsgraph.sources.fields import Fields
from newsgraph.sources.files import LARGEST
from newsgraph.sources.html import read_html
from newsgraph.sources.http_bodies import decoded
from newsgraph.sources.problems import OnProblem, Problem


def read_warc(
    stream: io.BufferedReader, origin: str, on_problem: OnProblem, fields: Fields | None = None
) -> Iterator[Article]:
    """The articles of a crawl. Its pages without an article (lists, searches) are counted, in one note at the end.

    The day of the crawl says nothing about when an article was published, and is not used.
    """
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    pages = found = 0
    for record in ArchiveIterator(stream, record_types=WarcRecordType.response, parse_http=True):
        if not _is_page(record):
            continue
        pages += 1
        url = (record.headers.get("WARC-Target-URI") or "").strip("<>")
        data = decoded(record.reader.read(LARGEST + 1), record.http_headers, LARGEST + 1)
        body: Any = io.BufferedReader(io.BytesIO(data), SAMPLE)
        lost: list[Problem] = []
        for article in read_html(body, f"{origin}, {url}", lost.append, fields):
            found += 1
            if not article.url and url:
                article = msgspec.structs.replace(article, url=url, id=id_from_url(url))
            yield article
        for problem in lost:
            if not problem.lost:
                on_problem(problem)
    if not pages:
        on_problem(Problem(origin, "no page is in the crawl", "give a WARC file with responses of the type text/html"))
    elif not found:
        on_problem(Problem(origin, f"no article is found in its {pages} pages", "check what was crawled"))
    elif found < pages:
        message = f"{pages - found} of its {pages} pages hold no article"
        on_problem(Problem(origin, message, "lists and searches of a site are none", lost=False))


def _is_page(record: Any) -> bool:
    headers = record.http_headers
    return bool(headers) and headers.status_code == 200 and "html" in (record.http_content_type or "")
