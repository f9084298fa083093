"""Feeds that were saved: RSS and Atom, an article for each entry, with the full text where the feed carries it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any, Final

from newsgraph.articles import Article, id_from_content, id_from_url
from newsgraph.sources.dates import read_date
from newsgraph.sources.fields import Fields
from newsgraph.sources.files import read_whole
from newsgraph.sources.language import language_code
from newsgraph.sources.paragraphs import paragraphs_of
from newsgraph.sources.problems import OnProblem, Problem

_SHORT: Final = 500
"""Characters below which an entry's text is taken for a summary if the feed has no full text."""


def read_feed(
    stream: io.BufferedReader, origin: str, on_problem: OnProblem, fields: Fields | None = None
) -> Iterator[Article]:
    """The entries of an RSS or Atom feed as articles; one warning if they are summaries."""
    import feedparser

    data = read_whole(stream, origin)
    if isinstance(data, Problem):
        on_problem(data)
        return
    # Without sanitizing: markup is taken off by us. Addresses in a saved feed have nothing to be resolved against.
    parsed = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    if not parsed.entries:
        reason = f" ({parsed.bozo_exception})" if parsed.bozo else ""
        on_problem(Problem(origin, f"no entry is found in the feed{reason}", "save the feed anew"))
        return
    source, language = parsed.feed.get("title"), parsed.feed.get("language")
    short = 0
    for number, entry in enumerate(parsed.entries, 1):
        where = f"{origin}, entry {number}"
        markup, whole = _markup(entry)
        text = "\n".join(paragraphs_of(markup))
        if not text:
            on_problem(Problem(where, "has no text", "save the page that it links to"))
            continue
        short += not whole and len(text) < _SHORT
        url = entry.get("link") or None
        day_first = fields.day_first if fields else None
        yield Article(
            id=id_from_url(url) if url else entry.get("id") or id_from_content(text),
            text=text,
            title=" ".join(paragraphs_of(entry.get("title", ""))) or None,
            published=read_date(entry.get("published") or entry.get("updated"), where, on_problem, day_first=day_first),
            url=url,
            source=(entry.get("source") or {}).get("title") or source or None,
            author=entry.get("author") or None,
            language=language_code(entry.get("language") or language),
            origin=where,
        )
    if short:
        message = f"{short} of its {len(parsed.entries)} entries are summaries, not articles"
        on_problem(Problem(origin, message, "for more, save the pages that they link to", lost=False))


def _markup(entry: Any) -> tuple[str, bool]:
    """The fullest text of an entry, and whether the feed gives it as the content."""
    contents = [str(content.get("value", "")) for content in entry.get("content", ())]
    summary = str(entry.get("summary", ""))
    fullest = max(contents, key=len, default="")
    return (fullest, True) if len(fullest) >= len(summary) and fullest else (summary, False)
