"""Inputs to records: articles go through the pipeline, records pass as they are."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from newsgraph.arguments import READING, takes
from newsgraph.intake import Intake
from newsgraph.outcomes import outcomes_of
from newsgraph.reader import DEFAULT_MODEL, Reader
from newsgraph.record_lines import from_own_json
from newsgraph.records import Record
from newsgraph.sources import OnProblem
from newsgraph.sources.problems import warn


@takes(**READING)
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
    shard: tuple[int, int] = (1, 1),
) -> Iterator[Record]:
    """The record of each article, in the order of the inputs, one at a time.

    Args:
        inputs: a path of a file or folder in any format that is read, `-` for standard input, an `Article`, a
            dictionary with a text, an open file, a DataFrame with a column of texts; or a list of such, in which a
            string that is no file is a text. Records pass as they are, once they are checked.
        model: an installed spaCy pipeline with a parser and an entity recogniser.
        knowledge: indexes of names of your own, made with `newsgraph knowledge build`.
        lexicon: CSV files of event words of your own, which go before the package's.
        jobs: processes that read articles; the result is the same for any number.
        on_problem: is called with what was left out, and with warnings; without it, Python warnings are issued.
        fields: column names of JSON Lines and CSV, as in `{"text": "Volltext"}`.
        day_first: whether 03/04/2026 is the third of April; None leaves such dates unread.
        progress: whether to show a progress bar.
        shard: which part of how many, by content: (2, 8) reads the second eighth of the articles.

    Raises:
        ModelError: the model is missing.
        KnowledgeError: an index is missing, or is none.
        SourceError: `fields` name something that there is not, or articles can't be read from what was given.
    """
    reader = Reader(model, tuple(map(str, knowledge)), tuple(map(str, lexicon)))
    records = _records(inputs, Intake(on_problem, fields, day_first, shard), reader, jobs)
    if not progress:
        return records
    from tqdm.auto import tqdm

    return iter(tqdm(records, unit=" articles", desc="reading"))


def _records(inputs: Any, intake: Intake, reader: Reader, jobs: int) -> Iterator[Record]:
    for group in intake.groups(inputs):
        if group[0] == "records":
            yield from (record for _, record in group[1])
            continue
        for outcome in outcomes_of(group[1], reader, jobs):
            if outcome.problem is not None:
                intake.on_problem(outcome.problem)
            if outcome.line is not None:
                yield outcome.record or from_own_json(outcome.line)
