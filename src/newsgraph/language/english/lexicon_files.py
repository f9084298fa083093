"""Reading the lexicons: comma-separated tables with a header line and comments after #."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files


@cache
def read_lexicon(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `lexicons/NAME.csv`, each a dict by column."""
    text = files("newsgraph.language.english").joinpath("lexicons", f"{name}.csv").read_text(encoding="utf-8")
    rows = csv.reader([line for line in text.splitlines() if line and not line.startswith("#")])
    columns = next(rows)
    return tuple([dict(zip(columns, row, strict=True)) for row in rows])


@cache
def word_class(name: str) -> frozenset[str]:
    """The words of a class of `lexicons/word_classes.csv`."""
    found = frozenset(row["word"] for row in read_lexicon("word_classes") if row["class"] == name)
    if not found:
        raise KeyError(name)
    return found
