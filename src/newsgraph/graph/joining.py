"""Graphs put together: one graph of the records of several."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newsgraph.errors import NewsgraphError
from newsgraph.records import Record


def joined_records(ones: Sequence[Record], others: Iterable[Record]) -> list[Record]:
    """The records of both, each article once; of an article that both have, the first one's record counts.

    Raises:
        NewsgraphError: two different articles have one id.
    """
    found = {record.article.id: record for record in ones}
    for record in others:
        known = found.setdefault(record.article.id, record)
        if known.article.digest != record.article.digest:
            message = f"two different articles have the id {record.article.id!r}"
            raise NewsgraphError(f"{message}; give one of them another id, and extract it again")
    return list(found.values())
