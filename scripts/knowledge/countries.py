"""countries.tsv: states and territories from rigour (MIT), ids from GeoNames (CC BY 4.0), centres as for divisions."""

from __future__ import annotations

from geonames import countries as geonames_countries
from geonames import country_centres
from rigour.territories import Territory, get_territories
from subdivisions import areas
from tables import read_table

# ISO 3166-3: codes of states that are no more, as alpha-2 codes that no other country has now.
FORMER = {"suhh": "SU", "yucs": "YU", "cshh": "CS", "dd": "DD"}
# Territories that are no states, though the source has them as countries of their own.
DEPENDENT = frozenset("ai aw ax bm cc cw cx eh fk fo gg gi gl gs im io je ky ms nf nu ck pn sh sx tc vg wf".split())
STATES = frozenset(["ps"])
SKIPPED = frozenset(["ip", "zz", "un", "eu", "zr", "csxx"])
TABLE = "countries.tsv"
TITLE = "States and territories. lat, lon: the middle of the area of the main parts, or of the settled area."
HEADER = (
    "code", "alpha3", "name", "official", "kind", "lat", "lon", "population", "wikidata", "geonames", "capital",
    "parent",
)  # fmt: skip


def rows() -> list[tuple[object, ...]]:
    """A row for every state, former state and territory with a code."""
    heads = {row["code"]: row["name"] for row in read_table("country_names.csv") if row["form"] == "head"}
    centres, known = country_centres(), geonames_countries()
    found: list[tuple[object, ...]] = []
    for territory in sorted(get_territories(), key=lambda t: t.code):
        if "-" in territory.code or territory.code in SKIPPED:
            continue
        code = FORMER.get(territory.code, territory.code.upper())
        if len(code) != 2:
            continue
        state = (territory.is_country and territory.code not in DEPENDENT) or territory.code in STATES
        source = known.get(code, {}) if not territory.is_historical else {}
        lat, lon = areas().get((code, ""), centres.get(code, ("", ""))) if source else ("", "")
        name = heads.get(code, territory.name)
        found.append((
            code, (territory.alpha3 or "").upper(), name, _official(territory, name), "Country" if state else "Place",
            lat, lon, source.get("population", ""), _item(territory), source.get("geonameid", ""),
            source.get("capital", ""), territory.parent.code.upper() if territory.parent else "",
        ))  # fmt: skip
    return found


COUNTRIES_OF_REALMS = {"dk": "Q35", "nl": "Q55"}
"""Wikidata has the kingdoms and, apart from them, the countries in Europe, which alone GeoNames and the codes mean."""


def _item(territory: Territory) -> str:
    """The item of Wikidata that has the code of a territory: of Denmark and the Netherlands not that of the realm."""
    found = COUNTRIES_OF_REALMS.get(territory.code, territory.qid)
    assert found in territory.qids
    return found


def _official(territory: Territory, name: str) -> str:
    official = territory.full_name.split(" (")[0]
    return "" if official == name else official
