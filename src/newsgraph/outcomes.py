"""What becomes of articles that are read, in this process or in several."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsgraph.articles import Article
from newsgraph.reader import Outcome, Reader, batches

_CHARACTERS = 20_000
"""Of a batch that several processes share out, so that none has much left to read when the others are done."""


def outcomes_of(
    articles: Iterable[Article], reader: Reader, jobs: int = 1, *, apart: bool = False
) -> Iterator[Outcome]:
    """What becomes of each article, in their order, by so many processes; the same for any number.

    An article that breaks the pipeline costs no other one; nor does one that ends the process that reads it, if that
    is not this one: one process alone is another one only if it is to be `apart`.
    """
    if jobs <= 1 and not apart:
        return reader.outcomes(articles)
    from newsgraph.workers import outcomes_of_processes

    return outcomes_of_processes(batches(articles, _CHARACTERS), reader, jobs)
