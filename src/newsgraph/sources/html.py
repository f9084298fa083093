"""Web pages saved as HTML: the article in the page, found with trafilatura, without what stands around it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from newsgraph.articles import Article, id_from_content, id_from_url
from newsgraph.sources.clutter import prepare_page, without_clutter
from newsgraph.sources.dates import parse_date, read_date
from newsgraph.sources.deliveries import articles_of, split_delivery
from newsgraph.sources.documents import Document
from newsgraph.sources.encoding import SAMPLE, binary_kind, decode, mended, not_text
from newsgraph.sources.factiva import is_factiva_page, split_factiva_page
from newsgraph.sources.fields import Fields
from newsgraph.sources.files import read_whole
from newsgraph.sources.own_outputs import own_page
from newsgraph.sources.paragraphs import paragraphs_in
from newsgraph.sources.problems import OnProblem, Problem
from newsgraph.unseen import without_unseen

_LARGEST: Final = 10_000_000
_REMEDY: Final = "save the article's text as .txt"
_CONTROLS: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_LONG_TAG: Final = re.compile(r"<(\w{1,20})\b[^<>]{20000,}>")
_SENTENCE_END: Final = re.compile(r"[.!?…][\"”’')]?(?:\s|$)")
_SHORT: Final = 200
"""Characters below which a text is an article only if there is a sentence in it."""
_DELIVERY: Final = re.compile(r">\s*(?:1 of \d+ DOCUMENTS?|End of Document|ProQuest document ID:.{0,20})\s*<")
"""What stands alone in a page that Nexis or ProQuest delivered."""
_XML_DECLARATION: Final = re.compile(r"^\s*<\?xml[^>]{0,300}\?>")
_PUBLISHED: Final = (
    '//meta[@property="article:published_time" or @itemprop="datePublished" or @name="article:published_time"'
    ' or @name="parsely-pub-date" or @name="pubdate" or @name="DC.date.issued" or @name="date"]/@content',
    '//time[@pubdate or @itemprop="datePublished"]/@datetime',
)
_JSON_LD_PUBLISHED: Final = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')


def read_html(
    stream: io.BufferedReader, origin: str, on_problem: OnProblem, fields: Fields | None = None
) -> Iterator[Article]:
    """The article of a web page: its text a paragraph a line, without the headline, which is the title."""
    if kind := binary_kind(stream.peek(SAMPLE)[:SAMPLE]):
        on_problem(not_text(origin, kind))
        return
    data = read_whole(stream, origin, _LARGEST)
    page = data if isinstance(data, Problem) else decode(data, origin, html=True)
    if isinstance(page, Problem):
        on_problem(page)
        return
    if not page.strip():
        on_problem(Problem(origin, "is empty", "give it an article, or take it out"))
        return
    if (own := own_page(page, origin)) is not None:
        on_problem(own)
        return
    page = _CONTROLS.sub(" ", mended(_XML_DECLARATION.sub("", page), origin, on_problem))
    # Pictures inside attributes, or an attack: nothing of it is text, and the parser is slow on it.
    page = _LONG_TAG.sub(r"<\1>", page)
    if (documents := _delivered(page)) is not None:
        yield from articles_of(documents, origin, on_problem, fields.day_first if fields else None)
        return
    try:
        tree, found = _extract(page)
    except Exception as error:  # whatever a hostile page does to the parsers, the other articles go on
        on_problem(Problem(origin, f"the page can't be taken apart ({type(error).__name__})", _REMEDY))
        return
    title = _title(found.title, found.sitename) if found is not None else None
    text = _body(tree, found.text, title) if found is not None and found.text else ""
    if found is None or not text or (len(text) < _SHORT and not _SENTENCE_END.search(text)):
        on_problem(Problem(origin, "no article is found in the page", _REMEDY))
        return
    url = _clean(found.url)
    day_first = fields.day_first if fields else None
    yield Article(
        id=id_from_url(url) if url else id_from_content(text),
        text=text,
        title=title,
        published=read_date(_published(tree, found.date), origin, on_problem, day_first=day_first),
        url=url,
        source=_clean(found.sitename),
        author=_clean(found.author.replace("; ", ", ")) if found.author else None,
        origin=origin,
    )


def _delivered(page: str) -> Sequence[Document] | None:
    """The documents of a page that a database delivered; None if it is the page of an article."""
    from lxml import html

    if is_factiva_page(page):
        return split_factiva_page(html.document_fromstring(page))
    if _DELIVERY.search(page) is None:
        return None
    # Each line of the page is a paragraph of its own, as in a delivery as text.
    return split_delivery("\n\n".join(paragraphs_in(html.document_fromstring(page))))


def _extract(page: str) -> tuple[Any, Any]:
    """The parsed page and what trafilatura finds in it (None if nothing)."""
    import logging

    from trafilatura import bare_extraction, load_html

    for name in ("trafilatura", "htmldate", "courlan", "readability"):
        # They report on pages by logging, which would end on stderr; what matters is said as a problem.
        logging.getLogger(name).addHandler(logging.NullHandler())
    tree = load_html(page)
    if tree is None:
        return None, None
    prepare_page(tree)
    found = bare_extraction(
        tree,
        include_comments=False,
        include_tables=False,
        with_metadata=True,
        # A date from somewhere in the page, such as its copyright notice, is worse than none.
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    return tree, found


def _body(tree: Any, text: str, title: str | None) -> str:
    """The paragraphs, one a line, without the headline where the page repeats it above them."""
    lines = [" ".join(without_unseen(line).split()) for line in text.split("\n")]
    headlines = [str(heading.text_content()) for heading in tree.iter("h1")]
    return "\n".join(without_clutter([line for line in lines if line], [title or "", *headlines]))


def _title(title: str | None, site: str | None) -> str | None:
    """The headline, without the name of the site that many pages add to it."""
    title = _clean(title)
    found = re.fullmatch(r"(\S.*\S)\s+[|–—·-]\s+(\S.*)", title) if title else None
    if not found or not site:
        return title
    headline, last = found.groups()
    plain, plain_site = (re.sub(r"[\W_]+|^the |\.com$", "", name.lower()) for name in (last, site))
    return headline if plain in plain_site or plain_site in plain else title


def _clean(value: str | None) -> str | None:
    return " ".join(without_unseen(value).split()) or None if value else None


def _published(tree: Any, found: str | None) -> str | None:
    """When the page says that it was published, with the time of day where its metadata have it."""
    said = [str(value) for path in _PUBLISHED for value in tree.xpath(path)]
    for script in tree.xpath('//script[@type="application/ld+json"]/text()'):
        said += _JSON_LD_PUBLISHED.findall(str(script))
    for value in said:
        if (date := parse_date(value)) and (found is None or date[:10] == found or "T" in date):
            return value
    return found
