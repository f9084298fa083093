"""Which field of a JSON object or column of a table is the text, which the title, the date, and so on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from newsgraph.articles import Article, id_from_content, id_from_url
from newsgraph.errors import SourceError
from newsgraph.sources.dates import read_date
from newsgraph.sources.encoding import halved, without_surrogates
from newsgraph.sources.language import language_code
from newsgraph.sources.paragraphs import paragraphs_of
from newsgraph.sources.problems import OnProblem, Problem
from newsgraph.sources.rdf import not_news

GUESSES: Final[dict[str, tuple[str, ...]]] = {
    "text": ("text", "fulltext", "articletext", "maintext", "plaintext", "body", "articlebody", "bodytext", "content",
             "contenttext", "articlecontent", "article", "story", "storytext", "document", "rawtext",
             "content.rendered", "abstracttext", "leadparagraph", "abstract"),
    "title": ("title", "headline", "heading", "articletitle", "webtitle", "headline.main", "title.rendered"),
    "published": ("published", "publishedat", "publishedon", "publisheddate", "publishdate", "publicationdate",
                  "datepublished", "pubdate", "pubdatetime", "date", "datetime", "timestamp", "articledate",
                  "webpublicationdate", "firstpublicationdate", "date.original", "date.created"),
    "url": ("url", "link", "weburl", "articleurl", "sourceurl", "permalink", "uri"),
    "id": ("id", "articleid", "docid", "documentid", "guid", "uuid"),
    "source": ("journalinfo.journal.title", "source", "publisher", "outlet", "publication", "newspaper", "sitename",
               "site", "sourcename", "media", "medianame", "journaltitle", "pubtitle"),
    "author": ("author", "authors", "byline", "creator", "authorstring", "byline.original"),
    "language": ("language", "lang"),
}  # fmt: skip
"""The names that are tried for each field, best first, compared without case, blanks and punctuation.

A name with dots is a path into objects.
"""


_CUT: Final = re.compile(r"\[\+\d+ chars\]\s*\Z")
"""How news services end a text that they cut off."""


_MARKUP: Final = re.compile(r"</(?:p|div|h[1-6]|li|ul|span|strong|em|b|i|a|blockquote)>|<br ?/?>", re.I)
"""What tells a text that is a piece of HTML."""


_DEEPEST: Final = 3
"""Levels of objects in a row at which a text is looked for."""


class Fields:
    """The names that the user gave for fields, and the guesses for the others."""

    def __init__(self, names: Mapping[str, str] | None = None, *, day_first: bool | None = None) -> None:
        """Take the user's names, as field → name in the file (`date` may be said for `published`).

        Raises:
            SourceError: there is no such field.
        """
        self.names = {"published" if field == "date" else field: name for field, name in (names or {}).items()}
        self.day_first = day_first
        for field in self.names:
            if field not in GUESSES:
                raise SourceError(f"{field}: articles have no such field; name one of {', '.join(GUESSES)}")

    def columns(self, names: Iterable[str]) -> dict[str, str]:
        """Field → the name that it has among `names`; fields that are not there are left out."""
        present = list(names)
        plain: dict[str, str] = {}
        for name in present:
            plain.setdefault(_plain(name), name)
        found: dict[str, str] = {}
        for field, guesses in GUESSES.items():
            if field in self.names:
                if self.names[field] in present:
                    found[field] = self.names[field]
                continue
            for guess in guesses:
                if guess in plain:
                    found[field] = plain[guess]
                    break
        return found

    def article(self, row: dict[str, Any], origin: str, on_problem: OnProblem) -> Article | None:
        """The article in one object or row, its text verbatim; None, and a problem, if it has no text."""
        plain = {_plain(name): name for name in reversed(row)}
        values = {field: self._value(field, row, plain) for field in GUESSES}
        text = values["text"]
        if text is None or not text.strip():
            on_problem(self._textless(row, origin))
            return None
        if broken := [field for field, value in values.items() if value and without_surrogates(value) is not value]:
            on_problem(halved(broken, origin))
        text = without_surrogates(text)
        if _MARKUP.search(text):
            text = "\n".join(paragraphs_of(text))
        if cut := _CUT.search(text):
            message = f"its text was cut off where it comes from: {cut[0]!r}"
            on_problem(Problem(origin, message, "fetch the page for the rest", lost=False))
        url = _line(values["url"])
        given = _line(values["id"])
        return Article(
            id=given or (id_from_url(url) if url else id_from_content(text)),
            text=text,
            title=_line(values["title"]),
            published=read_date(values["published"], origin, on_problem, day_first=self.day_first),
            url=url,
            source=_line(values["source"]),
            author=re.sub(r"^[Bb]y\s+", "", _line(values["author"]) or "") or None,
            language=language_code(values["language"]),
            origin=origin,
        )

    def has_text(self, row: Mapping[str, Any]) -> bool:
        """Whether an object has a text in one of the fields that are looked at."""
        return bool((self._value("text", row, {_plain(name): name for name in reversed(list(row))}) or "").strip())

    def claims_text(self, row: Mapping[str, Any]) -> bool:
        """Whether an object has a field for a text, be it empty; one that is an object itself is none."""
        name = self.names.get("text") or self.columns(row).get("text")
        value = None if name is None else _at(row, name)
        return value is not None and not isinstance(value, Mapping)

    def missing_text(self, names: Iterable[str], origin: str) -> Problem | None:
        """The problem of a table whose columns hold no text; None if one of them does."""
        present = [name for name in names if name]
        known = self.columns(present)
        if "text" in known:
            return None
        shown = ", ".join(name[:40] for name in present[:12])
        wanted = self.names.get("text")
        if wanted is None and "url" in known:
            message = f"lists articles without their text (its columns: {shown})"
            pages = f"fetch the pages under {known['url']!r} and give their folder"
            remedy = f"{pages}, or {say_which()}"
            return Problem(origin, message, remedy)
        missing = f"column {wanted!r} is not" if wanted else "no column is the text"
        return Problem(origin, f"{missing} among {shown}", say_which())

    def _value(self, field: str, row: Mapping[str, Any], plain: dict[str, str]) -> str | None:
        if field in self.names:
            return _string(_at(row, self.names[field]), field)
        for guess in GUESSES[field]:
            value = _string(row[plain[guess]] if guess in plain else _along(row, guess), field)
            if value is not None and value.strip():
                return value
        return None

    def _textless(self, row: dict[str, Any], origin: str) -> Problem:
        name = self.names.get("text")
        if "@graph" in row or "@id" in row:
            return not_news(origin)
        if name is not None and _at(row, name) is None:
            return Problem(origin, f"has no field {name!r}", f"name the one with the text; it has {_some(row)}")
        column = name if name is not None else self.columns(row).get("text")
        nested = _nested_text(row)
        if column is not None and (kind := _kind(_at(row, column))) is not None:
            if nested:
                return Problem(origin, f"its text is {kind}, not text", say_which(nested))
            return Problem(origin, f"its text is {kind}, not text", "give it one, or take it out")
        if column is not None:
            return Problem(origin, "its text is empty", "give it one, or take it out")
        return Problem(origin, f"no field is the text among {_some(row)}", say_which(nested or "body"))


def say_which(name: str = "body") -> str:
    """The remedy where the text is not found, for those who type a command and for those who write Python."""
    return f"say which is the text, as in --field text={name}, or fields={{'text': {name!r}}} in Python"


def _nested_text(row: Mapping[str, Any]) -> str | None:
    """The path to the longest text of several words inside objects of a row; None if there is none."""
    found: list[tuple[int, str]] = []
    level = [(str(name), value) for name, value in row.items()]
    for _ in range(_DEEPEST):
        objects = [(at, held) for at, held in level if isinstance(held, Mapping)]
        level = [(f"{at}.{name}", item) for at, held in objects for name, item in held.items()]
        found += [(len(text), at) for at, text in level if isinstance(text, str) and len(text.split()) > 4]
    return max(found, default=(0, None))[1]


def _kind(value: Any) -> str | None:
    """What a value is that can be no text; None if it can, or if there is none."""
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, int | float):
        return "a number"
    return "an object" if isinstance(value, Mapping) else None


def _some(row: Mapping[str, Any]) -> str:
    names = [str(name)[:40] for name in row]
    return ", ".join(names[:12]) + (", …" if len(names) > 12 else "") if names else "none at all"


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", "", name).lower()


def _at(row: Mapping[str, Any], name: str) -> Any:
    """The value under a name, or along a path such as `body.text`."""
    if name in row:
        return row[name]
    value: Any = row
    for part in name.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    return value


def _along(row: Mapping[str, Any], path: str) -> Any:
    """The value along a path of plain names; None where it leads nowhere, or is a plain name itself."""
    value: Any = row if "." in path else None
    for part in path.split("."):
        inner = value if isinstance(value, Mapping) else {}
        value = next((inner[name] for name in inner if _plain(str(name)) == part), None)
    return value


def _string(value: Any, field: str) -> str | None:
    """A value as text: numbers as written, lists of paragraphs or authors joined, `{"name": …}` by its name."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return None if field == "text" else str(value)
    if isinstance(value, list):
        parts = [part for part in (_string(item, field) for item in value) if part]
        return ("\n" if field == "text" else ", ").join(parts) or None
    if isinstance(value, Mapping) and field in ("source", "author"):
        return _string(value.get("name") or value.get("title"), field)
    return None


def _line(value: str | None) -> str | None:
    """A value on one line, None if there is nothing in it."""
    return without_surrogates(" ".join(value.split())) or None if value else None
