"""Telling what newsgraph wrote from news: its tables and pages often lie in the folder of the articles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from newsgraph.sources.problems import Problem

_COLUMNS: Final = (
    {"sentence", "article"}, {"actor_key", "concept_key"}, {"joined", "one", "other", "reason"},
    {"key", "type", "label"}, {"table", "column", "meaning"}, {"id", "events", "proposals", "key"},
    {"key:ID", ":LABEL"}, {":START_ID", ":END_ID", ":TYPE"}, {"verb", "sort", "label", "one", "other"},
)  # fmt: skip
"""Columns that its tables have together, and tables of articles do not."""
_PAGE: Final = re.compile(r'<meta name="generator" content="newsgraph|trusted-types newsgraph')


def own_table(names: Iterable[str], origin: str) -> Problem | None:
    """The problem of a table that newsgraph wrote; None if its columns are of another one."""
    present = set(names)
    return None if "text" in present or not any(own <= present for own in _COLUMNS) else _own(origin, "a table")


def own_page(page: str, origin: str) -> Problem | None:
    """The problem of a page that newsgraph wrote; None if it is another one."""
    return _own(origin, "a page") if _PAGE.search(page[:4000]) else None


def own_network(value: Mapping[str, Any], origin: str) -> Problem | None:
    """The problem of a graph in node-link JSON that newsgraph wrote; None if it is something else."""
    nodes = value.get("nodes")
    if not ({"directed", "multigraph", "edges"} <= value.keys() and isinstance(nodes, list) and nodes):
        return None
    ours = isinstance(nodes[0], Mapping) and {"id", "type", "evidence"} <= nodes[0].keys()
    return _own(origin, "a graph") if ours else None


def _own(origin: str, what: str) -> Problem:
    remedy = "keep what it writes apart from the articles"
    return Problem(origin, f"passed over as {what} that newsgraph wrote", remedy, lost=False)
