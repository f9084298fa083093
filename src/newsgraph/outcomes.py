"""What becomes of articles that are read, in this process or in several."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsgraph.articles import Article
from newsgraph.reader import Outcome, Reader, batches

_CHARACTERS = 20_000
"""Of a batch that several processes share out, so that none has much left to read when the others are done."""


def outcomes_of(articles: Iterable[Article], reader: Reader, jobs: int = 1) -> Iterator[Outcome]:
    """What becomes of each article, in their order, by so many processes; the same for any number.

    An article that breaks the pipeline, or ends the process that reads it, costs no other one.
    """
    if jobs <= 1:
        return reader.outcomes(articles)
    from newsgraph.workers import outcomes_of_processes

    return outcomes_of_processes(batches(articles, _CHARACTERS), reader, jobs)
