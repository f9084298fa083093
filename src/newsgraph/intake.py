"""Inputs to articles and records, as they come: files, folders, standard input, articles; each content once."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import msgspec

from newsgraph.articles import Article
from newsgraph.cluster.manifest import manifest_at, part_files
from newsgraph.errors import RecordError, SourceError
from newsgraph.made_in_python import checked_article, checked_record, place_of
from newsgraph.record_files import holds_records, problem_of, read_record_file
from newsgraph.records import Record
from newsgraph.sources import Fields, OnProblem, Problem, as_inputs
from newsgraph.sources.files import Input as File
from newsgraph.sources.files import find_inputs
from newsgraph.sources.once import Once, digest
from newsgraph.sources.shards import WHOLE, in_shard
from newsgraph.sources.stream import all_articles, with_language
from newsgraph.sources.written_names import written_name

Articles = tuple[Literal["articles"], Iterator[Article]]
Records = tuple[Literal["records"], Iterator[tuple[str, Record]]]


@dataclass(frozen=True, slots=True)
class Intake:
    """How inputs are read, and which part of them."""

    on_problem: OnProblem
    fields: Mapping[str, str] | None = None
    day_first: bool | None = None
    shard: tuple[int, int] = WHOLE
    """The i-th of n parts of equal size, by content, whatever the files: (1, 1) is everything."""
    on_copy: Callable[[Article], None] = lambda article: None
    """Is called with each article whose text came before."""
    seen_from: dict[str, Path] = field(default_factory=dict)
    """Of files of records, by name: the folder from which the files of their articles are seen, where it is known."""

    def __post_init__(self) -> None:
        part, parts = self.shard
        if not 1 <= part <= parts:
            raise SourceError(f"shard {self.shard}: is no part of a whole; give (PART, PARTS), from (1, 8) to (8, 8)")

    def groups(self, inputs: Any) -> Iterator[Articles | Records]:
        """The articles and the records of inputs in their order, by runs of one sort; each run is to be read up.

        Inputs are whatever `newsgraph.extract` takes. An article that comes twice, in inputs of any sort, is given
        once; an id that two articles have is changed.
        """
        once = Once(self.on_problem)
        given = as_inputs(inputs, self.on_problem, Fields(self.fields, day_first=self.day_first))
        for sort, group in itertools.groupby(self._found(given), key=_sort):
            if sort == "records":
                yield "records", self._records_once(itertools.chain.from_iterable(map(self._records, group)), once)
            elif sort == "files":
                found = filter(self._is_ours, self._articles_once(self._files(group), once))
                yield "articles", with_language(found, self.on_problem)
            else:
                yield "articles", self._articles_once(filter(self._is_ours, self._held(group)), once)

    def articles(self, inputs: Any) -> Iterator[Article]:
        """The articles of inputs, also those that records are of."""
        for group in self.groups(inputs):
            if group[0] == "articles":
                yield from group[1]
            else:
                yield from (record.article for _, record in group[1])

    def _files(self, files: Iterable[Any]) -> Iterator[Article]:
        names = ("-" if file.path is None else str(file.path) for file in files)
        return all_articles(names, self.on_problem, Fields(self.fields, day_first=self.day_first))

    def _held(self, articles: Iterable[Any]) -> Iterator[Article]:
        found = (checked_article(article, self.on_problem) for article in articles)
        return (article for article in found if article is not None)

    def _found(self, given: Iterator[Any]) -> Iterator[Article | Record | File]:
        """Articles and records as they are, and the files that paths stand for."""
        for held, group in itertools.groupby(given, key=lambda item: isinstance(item, Article | Record)):
            yield from group if held else find_inputs(self._listed(group), self.on_problem)  # noqa: B031 (one of them)

    def _listed(self, paths: Iterable[Any]) -> Iterator[Any]:
        """Paths, with the files of records that a manifest lists in its place, and in that of its folder."""
        for path in paths:
            manifest = manifest_at(path)
            if manifest is None:
                yield path
                continue
            for found in part_files(manifest):
                if isinstance(found, Problem):
                    self.on_problem(found)
                    continue
                if found.seen_from is not None:
                    self.seen_from[written_name(str(found.path))] = found.seen_from
                yield found.path

    def _records(self, item: Article | Record | File) -> Iterator[tuple[str, Record]]:
        if isinstance(item, Record):
            found: Iterable[tuple[str, Record]] = self._made(item)
        else:
            found = read_record_file(item, self.on_problem) if isinstance(item, File) else ()
        return (pair for pair in found if self._is_ours(pair[1].article))

    def _made(self, record: Record) -> Iterator[tuple[str, Record]]:
        """A record that was made in Python, if it can be used."""
        where = place_of(record.article)
        try:
            yield where, checked_record(record, where)
        except RecordError as error:
            self.on_problem(problem_of(error, where))

    def _is_ours(self, article: Article) -> bool:
        return self.shard == WHOLE or in_shard(digest(article.text), self.shard)

    def _articles_once(self, articles: Iterable[Article], once: Once) -> Iterator[Article]:
        for article in articles:
            new = once.article(article, article.origin or article.id)
            if new is None:
                self.on_copy(article)
            else:
                yield new

    def _records_once(
        self, found: Iterable[tuple[str, Record]], once: Once
    ) -> Iterator[tuple[str, Record]]:
        for where, record in found:
            new = once.article(record.article, where)
            if new is None:
                self.on_copy(record.article)
            else:
                same = new is record.article
                yield where, record if same else msgspec.structs.replace(record, article=new)


def _sort(item: Article | Record | File) -> str:
    if isinstance(item, Article):
        return "given"
    if isinstance(item, Record):
        return "records"
    return "records" if holds_records(item) else "files"
