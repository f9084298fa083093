"""The tables of this package: comma-separated, with a header line and comments after #."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files


@cache
def read_table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `NAME.csv`, each a dict by column."""
    text = files("newsgraph.resolve.events").joinpath(f"{name}.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(line for line in text.splitlines() if line and not line.startswith("#")))
