"""The names that are known beforehand, as the layers ask for them: the package's, and those that a pipeline adds.

Which names a doc is read with stands on the doc (`Annotations.knowledge`); each layer has them in use while it reads
that doc, so that pipelines with other names can be used side by side, also in threads.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from pathlib import Path

from newsgraph.knowledge import known
from newsgraph.knowledge.gazetteer import Gazetteer
from newsgraph.knowledge.index import NameIndex
from newsgraph.language.file_stamps import Stamp, stamp_of

_IN_USE: ContextVar[Gazetteer | None] = ContextVar("names in use", default=None)
_GAZETTEERS = 8
"""Choices of indexes that are kept open."""


def known_names() -> Gazetteer:
    """The gazetteer of the package, with the names of one's own that are in use."""
    return _IN_USE.get() or known.gazetteer()


@contextmanager
def names_in_use(indexes: tuple[str, ...]) -> Iterator[None]:
    """Let `known_names` find the names of these indexes, too, and of no others.

    Raises:
        KnowledgeError: an index is missing, or is none.
    """
    before = _IN_USE.set(own_names(indexes) if indexes else None)
    try:
        yield
    finally:
        _IN_USE.reset(before)


def own_names(indexes: tuple[str, ...]) -> Gazetteer:
    """The gazetteer of the package with the names of indexes, those of the first one first.

    Raises:
        KnowledgeError: an index is missing, or is none.
    """
    return _own_names(tuple((path, stamp_of(path)) for path in indexes))


@lru_cache(_GAZETTEERS)
def _own_names(indexes: tuple[tuple[str, Stamp], ...]) -> Gazetteer:
    return known.gazetteer().with_indexes(_index(path, stamp) for path, stamp in indexes)


@lru_cache(_GAZETTEERS)
def _index(path: str, stamp: Stamp) -> NameIndex:
    from newsgraph.knowledge.user import open_index  # brings all formats of names

    return open_index(Path(path))


@lru_cache(maxsize=16384)
def demonym_country(word: str) -> str | None:
    """The country of an adjective of nationality or a people, by one word."""
    return known.demonym_country(word)


@lru_cache(maxsize=16384)
def country_of(name: str) -> str | None:
    """The country of that name."""
    return known.country_of(name)
