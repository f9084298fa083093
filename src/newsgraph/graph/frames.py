"""DataFrames of rows; pandas takes half a second to import, and is not needed before the first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd


def frame(rows: Iterable[Any], columns: Sequence[str]) -> pd.DataFrame:
    """Rows (tuples, or dictionaries by column) under the names of their columns."""
    from newsgraph.graph.named_columns import Table

    return Table(list(rows), columns=list(columns))
