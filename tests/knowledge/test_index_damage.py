"""A damaged or crafted index is a line, and never a traceback or an endless search."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsgraph.errors import KnowledgeError
from newsgraph.knowledge.entries import Entry
from newsgraph.knowledge.index import NameIndex, write_index

NAMES = ("ana torv", "red front", "harbour party", "norland")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("index") / "my.names"
    write_index((((name,), Entry(name, "Person", links={})) for name in NAMES), path)
    return path.read_bytes()


def searched(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    try:
        index = NameIndex(path)
    except KnowledgeError as error:
        assert "\n" not in str(error)
        return
    try:
        for name in (*NAMES, "nobody at all"):
            assert isinstance(index.lookup(name), tuple) and 0 <= index.reach(name.split()[0]) <= 500
    except KnowledgeError as error:
        assert "is damaged; build it anew" in str(error)
    finally:
        index.close()


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0, 10_000), new=st.binary(min_size=1, max_size=9), cut=st.integers(0, 40))
def test_any_bytes_are_a_line_or_an_answer(whole: bytes, tmp_path: Path, at: int, new: bytes, cut: int) -> None:
    at %= len(whole)
    data = whole[:at] + new + whole[at + len(new) :]
    searched(tmp_path / "x.names", data[: len(data) - cut])


def test_a_table_without_an_empty_slot_ends(whole: bytes, tmp_path: Path) -> None:
    full = whole.replace(bytes(8), (1 << 40 | 40).to_bytes(8, "little"))
    searched(tmp_path / "full.names", whole[:32] + full[32:])


def test_a_reach_below_zero_is_none(whole: bytes, tmp_path: Path) -> None:
    below = whole.replace(b"\nharbour\n\x02", b"\nharbour\n\xe0")
    assert below != whole
    searched(tmp_path / "below.names", below)
