"""The article: one text and what its source says about it."""

from __future__ import annotations

import hashlib
from typing import Final

import msgspec

LONGEST: Final = 250_000
"""Characters of an article, some 40,000 words; the language model would take gigabytes for more."""


class Article(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """One text and what its source says about it.

    All offsets anywhere in newsgraph are Unicode code points into `text`.
    """

    id: str = ""
    """Stable: given by the source, else derived from the URL, else from the content."""
    text: str
    title: str | None = None
    published: str | None = None
    """ISO 8601, `YYYY-MM-DD` or with a time after a `T`."""
    url: str | None = None
    source: str | None = None
    """Name of the newspaper, agency or site."""
    author: str | None = None
    language: str | None = None
    """ISO 639-1 code."""
    origin: str | None = None
    """The file that it was read from, for messages; with a line number where the file holds many."""

    def __post_init__(self) -> None:
        if not self.id:
            made = id_from_url(self.url) if self.url else id_from_content(self.text)
            msgspec.structs.force_setattr(self, "id", made)

    @property
    def digest(self) -> str:
        """Hash of the content, the same for two copies of a text (layout and case do not count)."""
        return content_digest(self.text)


def content_digest(text: str) -> str:
    """SHA-256 of the text without white space and case, in hexadecimal."""
    return hashlib.sha256("".join(text.split()).casefold().encode("utf-8", "surrogatepass")).hexdigest()


def id_from_content(text: str) -> str:
    """An id for a text that has neither an id nor a URL: sixteen hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def id_from_url(url: str) -> str:
    """An id for a page: its URL without scheme, `www.`, fragment and trailing slash."""
    bare = url.split("#", 1)[0].split("://", 1)[-1].removeprefix("www.").rstrip("/")
    return bare or id_from_content(url)
