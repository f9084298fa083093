"""Make subdivisions.tsv: centres from GeoNames (CC BY 4.0), Wikidata ids from rigour (MIT)."""

from __future__ import annotations

from geonames import region_centres
from regions import codes, states, wikidata
from tables import read_table, write_table

from newsgraph.knowledge.entries import fold

HEADER = ("name", "country", "lat", "lon", "population", "geonames", "wikidata", "aliases")


def rows() -> list[tuple[object, ...]]:
    """A row for every division, by country and name. The population is that of its towns of 500 or more."""
    named = {(row["country"], row["name"]): row["aliases"] for row in read_table("subdivisions.csv")}
    ids = {("US", name): number for name, number in states().values()}
    named.update(dict.fromkeys(ids, ""))
    found: list[tuple[object, ...]] = []
    for (country, name), aliases in sorted(named.items()):
        code = codes().get((country, name), "")
        lat, lon, population = region_centres().get((country, code), ("", "", ""))
        qid = wikidata().get((country, fold(name)), "")
        found.append((name, country, lat, lon, population, ids.get((country, name), ""), qid, aliases))
    return found


if __name__ == "__main__":
    write_table("subdivisions.tsv", HEADER, rows(), "First-level divisions. lat, lon: the middle of the settled area.")
