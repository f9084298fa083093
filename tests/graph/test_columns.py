"""The data dictionary says what the tables hold."""

from __future__ import annotations

import inspect
import re

import pytest

from newsgraph import KnowledgeGraph
from newsgraph.graph.columns import meanings
from newsgraph.outputs.formats import TABLES

GRAPH = KnowledgeGraph.from_records([])
LOOKUPS = {"nodes": type(GRAPH.nodes).__call__, "edges": type(GRAPH.edges).__call__}


@pytest.mark.parametrize("table", [table for table in TABLES if table != "columns"])
def test_every_column_has_its_meaning(table: str) -> None:
    assert list(meanings()[table]) == list(getattr(GRAPH, table)().columns)
    assert all(meanings()[table].values())


@pytest.mark.parametrize("table", [table for table in TABLES if table not in ("countries", "agencies", "places")])
def test_docstrings_list_the_columns(table: str) -> None:
    docstring = inspect.getdoc(LOOKUPS.get(table) or getattr(KnowledgeGraph, table)) or ""
    listed = re.search(r"Columns: ([^.]+)\.", docstring)
    assert listed
    assert " ".join(listed[1].split()).split(", ") == list(getattr(GRAPH, table)().columns)


def test_the_dictionary_is_a_table() -> None:
    rows = GRAPH.columns()
    assert list(rows.columns) == ["table", "column", "meaning"]
    assert set(rows["table"]) == set(TABLES) - {"columns"}
