"""Web crawls in WARC files."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable

import brotli
import pytest

STORY = "The ministers of Lomara and Selm met on Monday and agreed to reopen the border, officials said on Tuesday. "


def page(title: str, *paragraphs: str) -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{body}</article></body></html>"


def record(url: str, content: str, *, status: str = "200 OK", kind: str = "text/html", type: str = "response") -> bytes:
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}; charset=utf-8\r\n\r\n{content}".encode()
    head = (
        f"WARC/1.0\r\nWARC-Type: {type}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2025-01-01T00:00:00Z\r\n"
        "WARC-Record-ID: <urn:uuid:12345678-1234-1234-1234-123456789abc>\r\n"
        f"Content-Type: application/http;msgtype={type}\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


CRAWL = [
    record("https://courier.example/border", page("Border to reopen", STORY * 2, STORY[::-1])),
    record("https://courier.example/gone", page("Gone", STORY), status="404 Not Found"),
    record("https://courier.example/picture.png", "png", kind="image/png"),
    record("https://courier.example/", "<html><body><a href='/border'>Border</a></body></html>"),
]


def test_a_crawl_gives_the_articles_of_its_pages(read: Callable, write: Callable) -> None:
    for name, content in {
        "crawl.warc": b"".join(CRAWL), "crawl.warc.gz": b"".join(map(gzip.compress, CRAWL)), "x": b"".join(CRAWL),
    }.items():  # fmt: skip
        path = write(name, content)
        (article,), problems = read(path)
        assert (article.id, article.url, article.title, article.published) == (
            "courier.example/border", "https://courier.example/border", "Border to reopen", None,
        )  # fmt: skip
        assert article.text.startswith(STORY.strip())
        assert [str(problem) for problem in problems] == [
            f"{path}: 1 of its 2 pages hold no article; lists and searches of a site are none"
        ]


def test_a_crawl_without_pages(read: Callable, write: Callable) -> None:
    path = write("a.warc", CRAWL[2])
    articles, problems = read(path)
    assert articles == [] and str(problems[0]).startswith(f"{path}: no page is in the crawl")


def sent(headers: str, body: bytes) -> bytes:
    """A record of a response with further headers."""
    http = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{headers}\r\n\r\n".encode() + body
    head, _, _ = record("https://courier.example/border", "").partition(b"Content-Length: ")
    return head + b"Content-Length: %d\r\n\r\n%s\r\n\r\n" % (len(http), http)


PAGE = page("Border to reopen", STORY * 2, STORY[::-1]).encode()
PACKED = gzip.compress(PAGE)


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ("Content-Encoding: gzip", PACKED), ("Content-Encoding: br", brotli.compress(PAGE)),
        ("Content-Encoding: gzip\r\nTransfer-Encoding: chunked",
         b"a\r\n%s\r\n%x;x=y\r\n%s\r\n0\r\n\r\n" % (PACKED[:10], len(PACKED) - 10, PACKED[10:])),
        ("Content-Encoding: deflate", zlib.compress(PAGE)), ("Content-Encoding: deflate", zlib.compress(PAGE)[2:-4]),
        # kept unpacked under the headers that came with it
        ("Content-Encoding: gzip\r\nTransfer-Encoding: chunked", PAGE), ("Content-Encoding: br", PAGE),
    ],
)  # fmt: skip
def test_pages_are_read_as_they_were_sent(read: Callable, write: Callable, headers: str, body: bytes) -> None:
    path = write("a.warc", sent(headers, body) + record("https://a.example", page("A", STORY)))
    (article, other), problems = read(path)
    assert (article.title, article.url, other.title) == ("Border to reopen", "https://courier.example/border", "A")
    assert problems == []
