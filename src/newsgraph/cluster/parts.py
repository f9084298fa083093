"""What a worker does: it reads some articles and writes their records in a file of JSON Lines or Parquet."""

from __future__ import annotations

import hashlib
import threading
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from newsgraph.cluster.manifest import Failed, Part
from newsgraph.cluster.places import joined, writing
from newsgraph.cluster.staging import staged_articles
from newsgraph.errors import ClusterError
from newsgraph.record_tables import record_table

if TYPE_CHECKING:
    from newsgraph.reader import Outcome, Reader

FORMATS = ("jsonl", "parquet")
PART = "part-"
"""What the names of files of records begin with."""


class Task(msgspec.Struct, frozen=True):
    """Some articles to read: lines of a file, each with the id that it has in the corpus."""

    staged: str
    articles: tuple[tuple[int, str], ...]
    keys: tuple[str, ...]
    """What they are known by in the manifest."""

    def name(self, version: str, format: str) -> str:
        """The name of the file that it makes: of what is read and what reads."""
        content = "\n".join((version, *self.keys))
        return f"{PART}{hashlib.sha256(content.encode()).hexdigest()[:16]}.{format}"


class Done(msgspec.Struct, frozen=True):
    """What became of a task."""

    part: Part | None
    failures: list[Failed]


_one_at_a_time = threading.Lock()
"""A process reads with one thread, whatever number its worker has: the model is not made for more."""


def read_part(task: Task, reader: Reader, folder: str, format: str, version: str) -> Done:
    """Read the articles of a task, and write their records.

    Raises:
        ClusterError: this machine has another newsgraph or model than the one that gave the task.
    """
    began = time.monotonic()
    return write_part(task, outcomes_of(task, reader, version), folder, format, version, began)


def outcomes_of(task: Task, reader: Reader, version: str) -> list[Outcome]:
    """What becomes of the articles of a task.

    Raises:
        ClusterError: this machine has another newsgraph or model than the one that gave the task.
    """
    if (own := reader.version()) != version:
        raise ClusterError(f"a worker reads with {own}, and not with {version}; install the same on all machines")
    articles = staged_articles(task.staged, task.articles)
    with _one_at_a_time:
        return list(reader.outcomes(articles))


def write_part(
    task: Task, outcomes: Sequence[Outcome], folder: str, format: str, version: str, began: float
) -> Done:
    """Write the records of articles in a file, unless there are none."""
    found = [(outcome.article, outcome.line) for outcome in outcomes if outcome.line is not None]
    failures = [
        Failed(outcome.article.id, problem.origin, problem.message, problem.remedy)
        for outcome in outcomes
        if (problem := outcome.problem) is not None
    ]
    if not found:
        return Done(None, failures)
    data = b"".join(line + b"\n" for _, line in found) if format == "jsonl" else record_table(found)
    name = task.name(version, format)
    with writing(joined(folder, name)) as file:
        file.write(data)
    keys = dict(zip((id for _, id in task.articles), task.keys, strict=True))
    part = Part(
        name, len(found), len(data), hashlib.sha256(data).hexdigest(), round(time.monotonic() - began, 3),
        "".join(keys[article.id] for article, _ in found),
    )  # fmt: skip
    return Done(part, failures)
