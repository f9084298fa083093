"""The data dictionary: what each column of each table holds."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from newsgraph.graph.frames import frame

if TYPE_CHECKING:
    import pandas as pd

ENTITY_TABLES = ("actors", "countries", "agencies", "places")
"""Tables with the same columns, which `columns.csv` calls entities."""


@cache
def meanings() -> dict[str, dict[str, str]]:
    """Table → column → what it holds."""
    text = files("newsgraph.graph").joinpath("columns.csv").read_text("utf-8")
    found: dict[str, dict[str, str]] = {}
    for row in csv.DictReader(text.splitlines()):
        for table in ENTITY_TABLES if row["table"] == "entities" else (row["table"],):
            found.setdefault(table, {})[row["column"]] = row["meaning"]
    return found


def columns_table() -> pd.DataFrame:
    """A row for each column of each table: table, column, meaning."""
    rows = [(table, column, meaning) for table, columns in meanings().items() for column, meaning in columns.items()]
    return frame(rows, columns=["table", "column", "meaning"])
