"""Inputs to records: articles go through the pipeline, records pass as they are."""

from __future__ import annotations

import itertools
import os
import re
import sys
import warnings
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import nullcontext
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsgraph.articles import Article
from newsgraph.errors import RecordError, SourceError
from newsgraph.records import Record, from_json, to_json
from newsgraph.sources import Fields, OnProblem, Problem, as_inputs, open_articles

if TYPE_CHECKING:
    from spacy.language import Language

    from newsgraph.graph import KnowledgeGraph
    from newsgraph.knowledge.index import NameIndex

DEFAULT_MODEL = "en_core_web_md"
Input = str | os.PathLike[str] | Article
_BATCH = 16
_RECORD = re.compile(rb'\s*\{\s*"article"\s*:\s*\{')


def warn(problem: Problem) -> None:
    """Tell of a problem by a Python warning: what `on_problem` does unless it is given."""
    warnings.warn_explicit(str(problem), UserWarning, "newsgraph", 1)


def extract(
    inputs: Any,
    *,
    model: str = DEFAULT_MODEL,
    knowledge: Iterable[str | os.PathLike[str]] = (),
    lexicon: Iterable[str | os.PathLike[str]] = (),
    jobs: int = 1,
    on_problem: OnProblem = warn,
    fields: Mapping[str, str] | None = None,
    day_first: bool | None = None,
    progress: bool = False,
) -> Iterator[Record]:
    """The record of each article, in the order of the inputs, one at a time.

    Args:
        inputs: a path of a file or folder in any format that is read, `-` for standard input, an `Article`, a
            dictionary with a text, an open file, a DataFrame with a column of texts; or a list of such, in which a
            string that is no file is a text. Records pass as they are.
        model: an installed spaCy pipeline with a parser and an entity recogniser.
        knowledge: indexes of names of your own, made with `newsgraph knowledge build`.
        lexicon: CSV files of event words of your own, which go before the package's, from then on in this process.
        jobs: processes that read articles; the result is the same for any number.
        on_problem: is called with what was left out, and with warnings; without it, Python warnings are issued.
        fields: column names of JSON Lines and CSV, as in `{"text": "Volltext"}`.
        day_first: whether 03/04/2026 is the third of April; None leaves such dates unread.
        progress: whether to show a progress bar.

    Raises:
        ModelError: the model is missing.
        KnowledgeError: an index is missing, or is none.
        SourceError: `fields` name something that there is not, or articles can't be read from what was given.
    """
    several = as_inputs(inputs, on_problem, Fields(fields, day_first=day_first))
    reading = _Reading(
        model, tuple(map(str, knowledge)), tuple(map(str, lexicon)), jobs, on_problem, fields, day_first
    )
    records = _records(several, reading)
    if not progress:
        return records
    from tqdm.auto import tqdm

    return iter(tqdm(records, unit=" articles", desc="reading"))


def build(
    inputs: Any,
    *,
    model: str = DEFAULT_MODEL,
    knowledge: Iterable[str | os.PathLike[str]] = (),
    lexicon: Iterable[str | os.PathLike[str]] = (),
    jobs: int = 1,
    on_problem: OnProblem = warn,
    fields: Mapping[str, str] | None = None,
    day_first: bool | None = None,
    progress: bool | None = None,
    min_confidence: float = 0.5,
) -> KnowledgeGraph:
    """The knowledge graph of articles; the arguments are those of `extract`.

    What is less likely than `min_confidence` (from 0 to 1) stays out of the graph, and in `graph.records`.

    `progress=None` shows a bar in a notebook and in a terminal.

    Raises:
        SourceError: no article could be read.
    """
    from newsgraph.graph import KnowledgeGraph

    shown = (sys.stderr.isatty() or "ipykernel" in sys.modules) if progress is None else progress
    graph = KnowledgeGraph.from_records(
        extract(
            inputs, model=model, knowledge=knowledge, lexicon=lexicon, jobs=jobs, on_problem=on_problem,
            fields=fields, day_first=day_first, progress=shown,
        ),
        min_confidence=min_confidence,
    )
    if not graph.records:
        raise SourceError("no article could be read; to read a text of your own, give newsgraph.Article(text=…)")
    return graph


@dataclass(frozen=True, slots=True)
class _Reading:
    """How inputs are read."""

    model: str
    knowledge: tuple[str, ...]
    lexicon: tuple[str, ...]
    jobs: int
    on_problem: OnProblem
    fields: Mapping[str, str] | None
    day_first: bool | None


def _records(inputs: Iterable[Any], how: _Reading) -> Iterator[Record]:
    def sort(item: Input | Record) -> str:
        if isinstance(item, Article | Record):
            return "article" if isinstance(item, Article) else "known"
        return "record" if is_records(item) else "path"

    for kind, group in itertools.groupby(inputs, key=sort):
        articles: Iterable[Any] = group
        if kind == "known":
            yield from articles
            continue
        if kind == "record":
            for item in articles:
                yield from _read_records(str(item), how.on_problem)
            continue
        if kind == "path":
            articles = open_articles(
                articles, on_problem=how.on_problem, fields=how.fields, day_first=how.day_first
            )
        if how.jobs > 1:
            yield from _in_processes(articles, how)
        else:
            yield from _in_batches(articles, how)


def is_records(path: str | os.PathLike[str]) -> bool:
    """Whether a file, or standard input for `-`, holds records rather than articles."""
    if str(path) == "-":
        head = getattr(sys.stdin.buffer, "peek", lambda size: b"")(4096)
        return bool(_RECORD.match(head))
    if not str(path).endswith(".jsonl") or not Path(path).is_file():
        return False
    try:
        with Path(path).open("rb") as stream:
            return bool(_RECORD.match(stream.read(4096).lstrip(b"\xef\xbb\xbf")))
    except OSError:
        return False


def _read_records(path: str, on_problem: OnProblem) -> Iterator[Record]:
    name = "standard input" if path == "-" else path
    seen: set[str] = set()
    with nullcontext(sys.stdin.buffer) if path == "-" else Path(path).open("rb") as stream:
        for number, line in enumerate(stream, 1):
            if not line.strip():
                continue
            where = f"{name}, line {number}"
            try:
                record = from_json(line, where)
            except RecordError as error:
                message, _, remedy = str(error).removeprefix(f"{where}: ").partition("; ")
                on_problem(Problem(where, message, remedy or "extract the article again"))
                continue
            if record.article.id in seen:
                message = f"article {record.article.id!r} comes again"
                on_problem(Problem(where, message, "keep one record of it"))
                continue
            seen.add(record.article.id)
            yield record


def _in_batches(articles: Iterable[Article], how: _Reading) -> Iterator[Record]:
    for batch in itertools.batched(articles, _BATCH):
        yield from _read_batch(batch, _pipeline(how.model, how.knowledge, how.lexicon), how.on_problem)


def _pipeline(model: str, knowledge: tuple[str, ...], lexicon: tuple[str, ...]) -> Language:
    """The pipeline, which is loaded once, with the user's names and words in use."""
    from newsgraph.knowledge import gazetteer
    from newsgraph.language.pipeline import load_pipeline

    gazetteer().use(map(_index, knowledge))
    for path in lexicon:
        _add_words(path)
    return load_pipeline(model)


@cache
def _add_words(path: str) -> int:
    from newsgraph.language.events.lexicon import extend_event_lexicon

    return extend_event_lexicon(Path(path))


@cache
def _index(path: str) -> NameIndex:
    from newsgraph.knowledge.user import open_index

    return open_index(path)


def _read_batch(batch: Sequence[Article], nlp: Language, on_problem: OnProblem) -> list[Record]:
    """The records of some articles; if one of them breaks the pipeline, the others are read all the same."""
    from newsgraph.language.pipeline import read_articles

    try:
        return list(read_articles(batch, nlp))
    except Exception as error:
        if len(batch) == 1:
            article = batch[0]
            on_problem(
                Problem(
                    article.origin or article.id,
                    f"this article broke the pipeline ({type(error).__name__}: {error})",
                    "take it out, and please report it",
                )
            )
            return []
        return [record for article in batch for record in _read_batch([article], nlp, on_problem)]


def _in_processes(articles: Iterable[Article], how: _Reading) -> Iterator[Record]:
    """As `_in_batches`, in several processes; the order stays."""
    waiting: deque[Future[tuple[list[bytes], list[Problem]]]] = deque()

    def collect(future: Future[tuple[list[bytes], list[Problem]]]) -> Iterator[Record]:
        lines, problems = future.result()
        for problem in problems:
            how.on_problem(problem)
        yield from map(from_json, lines)

    pool = ProcessPoolExecutor(how.jobs)
    try:
        for batch in itertools.batched(articles, _BATCH):
            waiting.append(pool.submit(_in_worker, batch, how.model, how.knowledge, how.lexicon))
            if len(waiting) > 3 * how.jobs:
                yield from collect(waiting.popleft())
        while waiting:
            yield from collect(waiting.popleft())
    finally:
        pool.shutdown(cancel_futures=True)


def _in_worker(
    batch: Sequence[Article], model: str, knowledge: tuple[str, ...], lexicon: tuple[str, ...]
) -> tuple[list[bytes], list[Problem]]:
    problems: list[Problem] = []
    records = _read_batch(batch, _pipeline(model, knowledge, lexicon), problems.append)
    return [to_json(record) for record in records], problems
