"""Tables of GDELT: coded events, mentions and themes of articles, with addresses and without a text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from newsgraph.sources.problems import Problem

_TABLES: Final = (
    ((57, 58, 61), re.compile(r"\d+"), re.compile(r"\d{8}"), "events", "the last column"),
    ((16,), re.compile(r"\d+"), re.compile(r"\d{14}"), "mentions of events", "the sixth column"),
    ((27,), re.compile(r"\d{14}-T?\d+"), re.compile(r"\d{14}"), "the Global Knowledge Graph", "the fifth column"),
)
"""Numbers of columns, what the first and second cell are, what the table holds, and where the addresses stand."""


def gdelt_table(first_row: Sequence[str], origin: str) -> Problem | None:
    """The problem of a table of GDELT, which has no header and no text; None if the first row is of another table."""
    for counts, one, two, what, where in _TABLES:
        if len(first_row) in counts and one.fullmatch(first_row[0]) and two.fullmatch(first_row[1]):
            message = f"is GDELT's table of {what}, which has no text of articles"
            return Problem(origin, message, f"fetch the pages whose addresses are in {where}, and give their folder")
    return None
