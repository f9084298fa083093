"""Web pages."""

from __future__ import annotations

import gzip
import io
import json
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from newsgraph.sources import read_html

PARAGRAPHS = [
    "The trade ministers of Norland and Lomara met on Tuesday in the harbour town of Selm and agreed to reopen the "
    "border crossing that was closed nine months ago, officials of both countries said after the talks.",
    "“We don’t expect every question to be settled this year,” said Ada Moll, who leads the delegation of Norland, "
    "“but lorries will roll again from the first of May, and that is what people have been waiting for.”",
    "Lomara had shut the crossing after a dispute over fishing rights. Its prime minister called the agreement a first "
    "step and urged parliament to ratify it before the summer.",
]
PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<title>Ministers agree to reopen border - Harbour Times</title>
<meta property="og:title" content="Ministers agree to reopen border">
<meta property="og:site_name" content="Harbour Times">
<meta property="article:published_time" content="2024-03-05T21:07:00+01:00">
<meta name="author" content="Bo Ek">
<link rel="canonical" href="https://www.harbour.example/world/border-reopens">
</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<div class="cookie-banner"><p>We use cookies to make this site work. Accept all cookies?</p></div>
<main><article>
<h1>Ministers agree to reopen border</h1>
<p class="byline">By Bo Ek</p>
<div class="article-body">
<p>{0}</p>
<p>Read more: Fishermen block the harbour of Selm</p>
<aside class="newsletter-box"><h3>Harbour Briefing</h3><p>The day's news in your inbox.</p></aside>
</div>
<div class="advert">Advertisement</div>
<div class="article-body"><p>{1}</p><p>{2}</p><p>Follow us on Twitter</p></div>
<section class="related"><h2>Most read</h2><ul><li><a href="/1">Storm hits the coast of Norland</a></li></ul></section>
</article></main>
<footer><p>© 2024 Harbour Times. All rights reserved.</p></footer>
<script>document.write("<p>Not an article</p>")</script>
</body></html>"""


def test_the_article_and_nothing_else(read: Callable, write: Callable) -> None:
    (article,), problems = read(write("a.html", PAGE.format(*PARAGRAPHS)))
    assert article.text == "\n".join(PARAGRAPHS)
    assert article.title == "Ministers agree to reopen border"
    assert article.published == "2024-03-05T21:07+01:00"
    assert (article.source, article.author, article.language) == ("Harbour Times", "Bo Ek", "en")
    assert (article.url, article.id) == (
        "https://www.harbour.example/world/border-reopens",
        "harbour.example/world/border-reopens",
    )
    assert problems == []


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
def test_encodings(read: Callable, write: Callable, encoding: str) -> None:
    page = PAGE.format(*PARAGRAPHS).replace("utf-8", "iso-8859-1" if encoding == "cp1252" else encoding)
    (article,), _ = read(write("a.htm", page.encode(encoding)))
    assert article.text == "\n".join(PARAGRAPHS)


def test_xhtml_with_a_declaration(read: Callable, write: Callable) -> None:
    page = '<?xml version="1.0" encoding="utf-8"?>\n' + PAGE.format(*PARAGRAPHS)
    (article,), _ = read(write("a.xhtml", page))
    assert article.text == "\n".join(PARAGRAPHS)


def test_a_copyright_notice_is_no_date(read: Callable, write: Callable) -> None:
    page = PAGE.format(*PARAGRAPHS).replace('property="article:published_time" content="2024-03-05T21:07:00+01:00"', "")
    assert read(write("a.html", page))[0][0].published is None


def test_a_date_in_linked_data(read: Callable, write: Callable) -> None:
    data = '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2024-03-06T08:00Z"}</script>'
    page = PAGE.format(*PARAGRAPHS).replace("article:published_time", "x").replace("</head>", f"{data}</head>")
    assert read(write("a.html", page))[0][0].published == "2024-03-06T08:00Z"


@pytest.mark.parametrize(
    "page",
    [
        "<html><head><title>Nothing</title></head><body></body></html>",
        "<html><body><script>let a = 1</script></body></html>",
        "<html>",
        "<!DOCTYPE html><html><body><nav><a href='/'>Home</a></nav></body></html>",
    ],
)
def test_a_page_without_an_article(read: Callable, write: Callable, page: str) -> None:
    path = write("a.html", page)
    articles, problems = read(path)
    assert articles == []
    assert [str(problem) for problem in problems] == [
        f"{path}: no article is found in the page; save the article's text as .txt"
    ]


def test_an_empty_page(read: Callable, write: Callable) -> None:
    assert "is empty" in str(read(write("a.html", " \n"))[1][0])


BODY = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
HOSTILE = {
    "deep": "<html><body>" + "<div>" * 100_000 + BODY,
    "deep inline": "<html><body>" + "<b><i>" * 50_000 + BODY,
    "deep lists": "<html><body><article>" + "<ul><li>" * 20_000 + BODY,
    "deep tables": "<html><body>" + "<table><tr><td>" * 20_000 + BODY,
    "attribute": f"<html><body><div class='{'x' * 3_000_000}'>{BODY}</div>",
    "many attributes": "<html><body><div " + " ".join(f"a{n}=1" for n in range(50_000)) + f">{BODY}</div>",
    "many elements": f"<html><body>{BODY}" + "<p>x</p>" * 30_000,
    "comment": f"<html><body>{BODY}<!-- " + "x" * 1_000_000,
    "script": f"<html><body>{BODY}<script>" + "<p>" * 100_000,
    "brackets": "<" * 500_000,
    "entities": f"<html><body>{BODY}" + "&#0;&#xD800;&#x110000;&amp" * 10_000,
    "controls": f"<html><body>{BODY.replace('Tuesday', 'Tues\x00\x01day')}",
    "doctype": '<!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><html><body>&b;' + BODY,
    "xml comments": "<!--" * 100_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_neither_crash_nor_hang(read: Callable, write: Callable, name: str) -> None:
    path = write("a.html", HOSTILE[name])
    good = write("b.txt", "Ministers met.")
    start = time.monotonic()
    articles, problems = read(path, good)
    assert time.monotonic() - start < 30
    assert articles[-1].text == "Ministers met."
    assert len(articles) + len(problems) == 2


def test_unclosed_elements(read: Callable, write: Callable) -> None:
    page = "<article><h1>Ministers agree" + "".join(f"<p>{paragraph}" for paragraph in PARAGRAPHS)
    (article,), _ = read(write("a.html", page))
    assert article.text.split("\n")[-3:] == PARAGRAPHS


def test_nothing_is_written_to_stderr(read: Callable, write: Callable, capfd: pytest.CaptureFixture[str]) -> None:
    read(write("a.html", "<html><body></body></html>"), write("b.html", "<" * 1000))
    assert capfd.readouterr() == ("", "")


def shingles(text: str) -> Counter[tuple[str, ...]]:
    words = text.lower().split()
    return Counter(zip(*(words[start:] for start in range(4)), strict=False))


def test_real_pages(shared: Path) -> None:
    """The share of runs of four words that are right, on the pages of the shared gold file."""
    rows = [json.loads(line)["article"] for line in (shared / "gold/html.jsonl").read_text("utf-8").splitlines()]
    precisions, recalls = [], []
    for row in rows:
        page = gzip.decompress((shared / "gold/html" / f"{row['id']}.html.gz").read_bytes())
        texts = [article.text for article in read_html(io.BufferedReader(io.BytesIO(page)), row["id"], print)]
        gold, found = shingles(row["text"]), shingles(" ".join(texts))
        both = (gold & found).total()
        precisions.append(both / max(1, found.total()))
        recalls.append(both / max(1, gold.total()))
    assert sum(precisions) / len(rows) > 0.95
    assert sum(recalls) / len(rows) > 0.95
