"""The packed table of towns: every row is found again, and what is no table is refused."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from newsgraph.knowledge.town_table import Town, TownTable, write_towns


def town(key: str, number: int = 1, name: str = "") -> Town:
    return Town(key, name, "XY", "North" if number % 2 else "", -number / 100, number / 100, number, number)


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> TownTable:
    """Six hundred towns of one name among others, so that the name fills a block and parts of its neighbours."""
    rows = [*(town(f"a{n:03}", n) for n in range(200)), *(town("bab", n) for n in range(600, 0, -1))]
    rows += [town("bab el", 7, "Bab-el"), town("zürau", 8)]
    path = tmp_path_factory.mktemp("towns") / "towns.packed"
    write_towns(path, rows)
    assert list(TownTable(path)) == rows
    return TownTable(path)


def test_all_towns_of_a_name_the_greatest_first(table: TownTable) -> None:
    found = table.find("Bab")
    assert [e.population for e in found] == list(range(600, 0, -1))
    assert {(e.name, e.country, e.lat == -e.population / 100) for e in found} == {("Bab", "XY", True)}


@pytest.mark.parametrize(("name", "found"), [
    ("A000", "A000"), ("a199", "A199"), ("Bab el", "Bab-el"), ("Bab-El", "Bab-el"), ("Zürau", None), ("Ba", None),
    ("babe", None), ("", None), ("0", None), ("zz", None), ("\t", None), ("a000\ta001", None),
])  # fmt: skip
def test_a_name_is_found_as_a_whole_or_not_at_all(table: TownTable, name: str, found: str | None) -> None:
    # Keys are without accents, so that one with them is never asked for.
    assert [e.name for e in table.find(name)] == ([found] if found else [])


def test_regions_and_ids_are_kept(table: TownTable) -> None:
    one, none = table.find("a001")[0], table.find("a002")[0]
    assert (one.parent, one.links["geonames"]) == ("North", "1")
    assert (none.parent, none.links["geonames"]) == (None, "2")


def test_a_file_of_another_version_is_refused(tmp_path: Path) -> None:
    (tmp_path / "towns.packed").write_bytes(b"newsgraph towns 0 12\n" + b"x" * 12)
    with pytest.raises(ValueError, match="install newsgraph anew"):
        TownTable(tmp_path / "towns.packed")


def test_towns_out_of_order_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="not sorted"):
        write_towns(tmp_path / "towns.packed", [town("b"), town("a")])


def test_the_table_of_the_package_is_small_and_in_order() -> None:
    from importlib.resources import as_file, files

    with as_file(files("newsgraph.knowledge").joinpath("tables", "towns.packed")) as path:
        assert path.stat().st_size < 4_500_000
        table = TownTable(path)
        rows = list(table)
    assert len(rows) == len(table) > 200_000
    assert all(one.key <= other.key for one, other in pairwise(rows))
