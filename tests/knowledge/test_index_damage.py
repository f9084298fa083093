"""A damaged or crafted index is a line, and never a traceback or an endless search."""

from __future__ import annotations

import os
import random
import socket
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import newsgraph as ng
from newsgraph.errors import KnowledgeError
from newsgraph.knowledge.entries import Entry
from newsgraph.knowledge.field_values import entry_fault
from newsgraph.knowledge.index import NameIndex, write_index
from newsgraph.knowledge.user import open_index
from newsgraph.sources import Problem

NAMES = ("ana torv", "red front", "harbour party", "norland")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("index") / "my.names"
    write_index((((name,), Entry(name, "Person", links={})) for name in NAMES), path)
    return path.read_bytes()


def searched(path: Path, data: bytes, *, read_whole: bool = True) -> None:
    path.write_bytes(data)
    try:
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr("newsgraph.knowledge.index._SMALL", 60_000 if read_whole else 0)
            index = NameIndex(path)
    except KnowledgeError as error:
        assert "\n" not in str(error)
        return
    try:
        for name in (*NAMES, "nobody at all"):
            assert not any(map(entry_fault, index.lookup(name)))
            assert 0 <= index.reach(name.split()[0]) <= 500
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


def test_a_byte_or_some_changed_anywhere_is_a_line_or_an_answer(whole: bytes, tmp_path: Path) -> None:
    chance = random.Random(14)
    for _ in range(250):
        data = bytearray(whole)
        for _ in range(chance.choice((1, 1, 1, 4, 30))):
            data[chance.randrange(len(data))] = chance.choice((0, 1, 0x7F, 0x80, 0xFF, chance.randrange(256)))
        searched(tmp_path / "x.names", bytes(data), read_whole=chance.random() < 0.5)


@pytest.mark.parametrize(
    "entry",
    [
        Entry("Ana Torv", "Perso "), Entry("Ana Torv", "Person", "\x01\x02"), Entry(" ", "Person"),
        Entry("Ana Torv", "Person", "ZZ"), Entry("Oslo", "Place", lat=1.0), Entry("Oslo", "Place", lat=91.0, lon=0.0),
        Entry("Oslo", "Place", links={"geonames": "Oslo"}), Entry("Oslo", "Place", links={"type": "Ship"}),
        Entry("Ana Torv", "Person", sector="\x07"), Entry("Oslo", "Place", lat=float("nan"), lon=0.0),
    ],
)  # fmt: skip
@pytest.mark.parametrize("small", [60_000, 0])
def test_entries_that_no_record_may_have_are_damage(
    entry: Entry, small: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_index([(("ana torv",), entry)], tmp_path / "x.names")
    monkeypatch.setattr("newsgraph.knowledge.index._SMALL", small)
    with pytest.raises(KnowledgeError, match="is damaged; build it anew"):
        NameIndex(tmp_path / "x.names").lookup("Ana Torv")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
def test_what_is_no_file_is_refused_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    with socket.socket(socket.AF_UNIX) as listening:
        monkeypatch.chdir(tmp_path)  # the path of a socket must be short
        listening.bind("socket")
        for name in ("pipe", "folder", "socket"):
            with pytest.raises(KnowledgeError, match=rf"{name}: can't be read as an index of names \(it is no file\)"):
                open_index(tmp_path / name)
    with pytest.raises(KnowledgeError, match=r"pipe: .*it is no file"):
        list(ng.extract([ng.Article(text="Talks.")], knowledge=[tmp_path / "pipe"]))


def test_damage_that_is_found_while_reading_ends_the_run_with_one_line(tmp_path: Path) -> None:
    path = tmp_path / "large.names"
    names = ("ana torv", *(f"x{number} y" for number in range(20_000)))
    write_index((((name,), Entry(name, "Person", links={})) for name in names), path)
    path.write_bytes(path.read_bytes().replace(b"ana torv\xa6Person", b"ana torv\xa6Perso "))
    heard: list[Problem] = []
    articles = [ng.Article(id=f"a{number}", text=f"Ana Torv met {number} people.") for number in range(3)]
    with pytest.raises(KnowledgeError, match=r"large\.names: is damaged; build it anew"):
        list(ng.extract(articles, knowledge=[path], jobs=2, on_problem=heard.append))
    assert not heard


def test_a_table_without_an_empty_slot_ends(whole: bytes, tmp_path: Path) -> None:
    full = whole.replace(bytes(8), (1 << 40 | 40).to_bytes(8, "little"))
    searched(tmp_path / "full.names", whole[:32] + full[32:])


def test_a_reach_below_zero_is_none(whole: bytes, tmp_path: Path) -> None:
    below = whole.replace(b"\nharbour\n\x02", b"\nharbour\n\xe0")
    assert below != whole
    searched(tmp_path / "below.names", below)
