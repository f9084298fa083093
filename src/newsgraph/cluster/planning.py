"""The corpus as a whole: each content once, each id once, and what of it is still to be read, in tasks."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from newsgraph.cluster.manifest import Part, key_of
from newsgraph.cluster.parts import Task
from newsgraph.cluster.staging import Laid
from newsgraph.sources import OnProblem
from newsgraph.sources.once import Once
from newsgraph.sources.shards import WHOLE, in_shard


class Planned(NamedTuple):
    """An article of the corpus."""

    staged: str
    line: int
    id: str
    key: str


def planned(
    staged: Iterable[tuple[str, Sequence[Laid]]], shard: tuple[int, int], on_problem: OnProblem
) -> Iterator[Planned]:
    """The articles of a corpus in their order, without copies, each under the id that it has in it."""
    once = Once(on_problem)
    for place, articles in staged:
        for line, laid in enumerate(articles):
            id = once.id_of(laid.digest, laid.id, laid.mark, laid.where)
            if id is not None and (shard == WHOLE or in_shard(laid.digest, shard)):
                yield Planned(place, line, id, key_of(laid.body, id))


def kept_parts(parts: Iterable[Part], wanted: Iterable[str]) -> list[Part]:
    """The parts of an earlier run that hold nothing but what is wanted, no article of which is in two."""
    left, kept = set(wanted), []
    for part in parts:
        keys = part.article_keys()
        if left.issuperset(keys):
            left.difference_update(keys)
            kept.append(part)
    return kept


def tasks_of(articles: Iterable[Planned], size: int) -> Iterator[Task]:
    """Tasks of so many articles at most, in the order of the corpus."""
    for place, group in itertools.groupby(articles, key=lambda article: article.staged):
        for chosen in itertools.batched(group, size):
            yield Task(place, tuple((a.line, a.id) for a in chosen), tuple(a.key for a in chosen))
