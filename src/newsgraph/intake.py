"""Inputs to articles and records, as they come: files, folders, standard input, articles; each content once."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

import msgspec

from newsgraph.articles import Article, content_digest, id_from_content
from newsgraph.errors import SourceError
from newsgraph.record_files import holds_records, read_record_file
from newsgraph.records import Record
from newsgraph.sources import Fields, OnProblem, Problem, as_inputs, open_articles
from newsgraph.sources.encoding import without_surrogates
from newsgraph.sources.files import Input as File
from newsgraph.sources.files import find_inputs
from newsgraph.sources.stream import LONGEST

Articles = tuple[Literal["articles"], Iterator[Article]]
Records = tuple[Literal["records"], Iterator[tuple[str, Record]]]


@dataclass(frozen=True, slots=True)
class Intake:
    """How inputs are read, and which part of them."""

    on_problem: OnProblem
    fields: Mapping[str, str] | None = None
    day_first: bool | None = None
    shard: tuple[int, int] = (1, 1)
    """The i-th of n parts of equal size, by content, whatever the files: (1, 1) is everything."""

    def groups(self, inputs: Any) -> Iterator[Articles | Records]:
        """The articles and the records of inputs in their order, by runs of one sort; each run is to be read up.

        Inputs are whatever `newsgraph.extract` takes. An article that comes twice, in inputs of any sort, is given
        once; an id that two articles have is changed.
        """
        once = _Once(self.on_problem)
        given = as_inputs(inputs, self.on_problem, Fields(self.fields, day_first=self.day_first))
        for sort, group in itertools.groupby(self._found(given), key=_sort):
            if sort == "records":
                yield "records", once.records(itertools.chain.from_iterable(map(self._records, group)))
            else:
                articles = self._files(group) if sort == "files" else self._held(group)  # noqa: B031 (one of them alone)
                yield "articles", once.articles(filter(self._is_ours, articles))

    def _files(self, files: Iterable[Any]) -> Iterator[Article]:
        names = ("-" if file.path is None else str(file.path) for file in files)
        return open_articles(names, on_problem=self.on_problem, fields=self.fields, day_first=self.day_first)

    def _held(self, articles: Iterable[Any]) -> Iterator[Article]:
        return itertools.chain.from_iterable(map(self._given, articles))

    def _found(self, given: Iterator[Any]) -> Iterator[Article | Record | File]:
        """Articles and records as they are, and the files that paths stand for."""
        for held, group in itertools.groupby(given, key=lambda item: isinstance(item, Article | Record)):
            yield from group if held else find_inputs(group, self.on_problem)  # noqa: B031 (one of them alone)

    def _records(self, item: Article | Record | File) -> Iterator[tuple[str, Record]]:
        if isinstance(item, Record):
            found: Iterable[tuple[str, Record]] = [(item.article.origin or item.article.id, item)]
        else:
            found = read_record_file(item, self.on_problem) if isinstance(item, File) else ()
        return (pair for pair in found if self._is_ours(pair[1].article))

    def _given(self, article: Article) -> Iterator[Article]:
        """An article of the caller's, held to what is asked of those in files."""
        if len(article.text) > LONGEST:
            message = f"its text has {len(article.text):,} characters, over {LONGEST:,}"
            self.on_problem(Problem(article.origin or article.id, message, "divide it into its articles"))
        elif not article.text.strip():
            self.on_problem(Problem(article.origin or article.id, "has no text", "give it one, or take it out"))
        else:
            whole = without_surrogates(article.text)
            yield article if whole == article.text else msgspec.structs.replace(article, text=whole)

    def _is_ours(self, article: Article) -> bool:
        part, parts = self.shard
        return parts == 1 or int(content_digest(article.text)[:12], 16) % parts == part - 1


def _sort(item: Article | Record | File) -> str:
    if isinstance(item, Article):
        return "given"
    if isinstance(item, Record):
        return "records"
    return "records" if holds_records(item) else "files"


def shard_of(text: str) -> tuple[int, int]:
    """What `--shard` says, "2/8" as (2, 8).

    Raises:
        SourceError: it is no part of a whole.
    """
    part, _, parts = text.partition("/")
    if part.isdecimal() and parts.isdecimal() and 1 <= int(part) <= int(parts):
        return int(part), int(parts)
    raise SourceError(f"--shard {text}: write it as PART/PARTS, from 1/8 to 8/8")


class _Once:
    """Lets each content through once, and each id: across files, folders and records."""

    def __init__(self, on_problem: OnProblem) -> None:
        self._on_problem = on_problem
        self._read: dict[bytes, str] = {}
        self._ids: set[str] = set()

    def articles(self, articles: Iterable[Article]) -> Iterator[Article]:
        """Those that did not come before."""
        for article in articles:
            new = self._new(article, article.origin or article.id)
            if new is not None:
                yield new

    def records(self, found: Iterable[tuple[str, Record]]) -> Iterator[tuple[str, Record]]:
        """Those whose article did not come before."""
        for where, record in found:
            new = self._new(record.article, where)
            if new is not None:
                same = new is record.article
                yield where, record if same else msgspec.structs.replace(record, article=new)

    def _new(self, article: Article, where: str) -> Article | None:
        digest = bytes.fromhex(content_digest(article.text))[:16]
        if digest in self._read:
            message = f"left out as the same text as {self._read[digest]}"
            self._on_problem(Problem(where, message, "nothing is lost", lost=False))
            return None
        self._read[digest] = where
        if article.id in self._ids:
            new = f"{article.id}-{id_from_content(article.text)[:8]}"
            message = f"another article has the id {article.id!r} too; this one is called {new!r}"
            self._on_problem(Problem(where, message, "give each article an id of its own", lost=False))
            article = msgspec.structs.replace(article, id=new)
        self._ids.add(article.id)
        return article
