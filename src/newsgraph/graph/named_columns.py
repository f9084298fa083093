"""A DataFrame that says what its columns are when one is asked for that it has not."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any

import pandas as pd

from newsgraph.errors import NotInGraphError


class Table(pd.DataFrame):
    """A DataFrame in all; a column that is not there is told of with those that are.

    Raises:
        NotInGraphError: there is no such column; it is a KeyError, as of any DataFrame.
    """

    @property
    def _constructor(self) -> type[pd.DataFrame]:
        return Table

    def __getitem__(self, key: Any) -> Any:
        """As of any DataFrame."""
        try:
            return super().__getitem__(key)
        except KeyError:
            wanted = key if isinstance(key, list) else [key]
            missing = [name for name in wanted if isinstance(name, str) and name not in self.columns]
            if not missing:
                raise
        there = [str(column) for column in self.columns]
        contained = [name for name in there if missing[0].lower() in name or name in missing[0].lower()]
        near = [*contained, *get_close_matches(missing[0].lower(), there)][:1]
        meant = f"perhaps {near[0]!r}; " if near else ""
        raise NotInGraphError(f"there is no column {missing[0]!r}; {meant}the columns are {', '.join(there)}") from None
