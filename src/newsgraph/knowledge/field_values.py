"""What the fields of names and of records may hold: countries, coordinates, identifiers, codes."""

from __future__ import annotations

import math
import re
from functools import cache
from typing import Final

from newsgraph.knowledge.entries import Entry
from newsgraph.knowledge.tables import read_rows
from newsgraph.records import ENTITY_KINDS

AUTHORITIES: Final = ("wikidata", "wikipedia", "geonames")
"""What the links of an entity may lead to."""

_CODE = re.compile(r"\w+(?:[ _-]\w+){0,5}", re.A)
_LONGEST_CODE = 40
_HIGHEST = {"lat": 90.0, "lon": 180.0}


def is_code(value: str) -> bool:
    """Whether it is a word, or a few, as codes are: `GOV`, `suicide-attack`, `clause above`."""
    return len(value) <= _LONGEST_CODE and bool(_CODE.fullmatch(value))


def place_number(value: str | None) -> str | None:
    """The number of a place of GeoNames that is given by its number or address.

    Raises:
        ValueError: it is neither.
    """
    if not value:
        return None
    number = value.strip().rstrip("/").rsplit("geonames.org/", 1)[-1].split("/", 1)[0]
    if not is_place_number(number):
        raise ValueError(f"geonames `{value}` is no place of GeoNames; write its number, as in 2988507")
    return number


def is_place_number(number: str) -> bool:
    """Whether it is the number of a place of GeoNames, such as 2988507."""
    return number.isascii() and number.isdecimal()


def country_code(value: str) -> str | None:
    """The ISO 3166-1 alpha-2 code of a country that is given by a code or a name.

    Raises:
        ValueError: there is no such country.
    """
    text = " ".join(value.split())
    if not text:
        return None
    code = _codes().get(text.casefold())
    if code is None:
        raise ValueError(f"`{text}` is no country; use its name or its ISO code, as in Ethiopia or ET")
    return code


def degrees(field: str, value: str | None) -> float | None:
    """The latitude (field `lat`) or longitude (`lon`), in degrees.

    Raises:
        ValueError: it is no number, or beyond the poles or the antimeridian.
    """
    if not value:
        return None
    highest = _HIGHEST[field]
    try:
        number = float(value)
    except ValueError:
        raise ValueError(f"{field} `{value}` is no number; write degrees, as in -0.5") from None
    if not -highest <= number <= highest:
        raise ValueError(f"{field} `{value}` is not between -{highest:g} and {highest:g}; write degrees, as in -0.5")
    return number


def item_id(value: str | None) -> str | None:
    """The number of a Wikidata item that is given by its number or address.

    Raises:
        ValueError: it is neither.
    """
    if not value:
        return None
    number = value.strip().rstrip("/").rsplit("/", 1)[-1]
    if not is_item(number):
        raise ValueError(f"wikidata `{value}` is no item of Wikidata; write it as in Q115")
    return number


def is_item(number: str) -> bool:
    """Whether it is the number of a Wikidata item, such as Q115."""
    return number[:1] == "Q" and number[1:].isascii() and number[1:].isdigit()


def link_fault(authority: str, name: str) -> str | None:
    """What is wrong with a link of an entity; None if nothing is."""
    if authority not in AUTHORITIES:
        return f"is no authority for links, as {', '.join(AUTHORITIES)} are"
    if authority == "wikidata" and not is_item(name):
        return "is no item of Wikidata, such as Q115"
    if authority == "geonames" and not is_place_number(name):
        return "is no number of GeoNames"
    if authority == "wikipedia" and not is_title(name):
        return "is no title of a page of Wikipedia"
    return None


def is_title(name: str) -> bool:
    """Whether it may be the title of a page of Wikipedia."""
    return bool(name.strip()) and name.isprintable()


def is_place(lat: float | None, lon: float | None) -> bool:
    """Whether two numbers are a latitude and a longitude, or neither is given."""
    if lat is None or lon is None:
        return lat is lon
    return math.isfinite(lat) and math.isfinite(lon) and abs(lat) <= _HIGHEST["lat"] and abs(lon) <= _HIGHEST["lon"]


def entry_fault(entry: Entry) -> str | None:
    """What is wrong with an entry of an index, so that no record could have it; None if nothing is."""
    if not entry.name.strip():
        return "it has no name"
    if entry.kind not in ENTITY_KINDS:
        return f"`{entry.kind}` is no kind of entity; use one of {', '.join(ENTITY_KINDS)}"
    if entry.country is not None and not is_country_code(entry.country):
        return f"`{entry.country}` is no code of a country"
    if entry.sector is not None and not is_code(entry.sector):
        return f"`{entry.sector}` is no sector; write a word, as in GOV"
    if not is_place(entry.lat, entry.lon):
        return f"lat {entry.lat} and lon {entry.lon} are no place"
    faults = ((name, link_fault(authority, name)) for authority, name in entry.links.items())
    return next((f"`{name}` {fault}" for name, fault in faults if fault is not None), None)


def is_country_code(code: str) -> bool:
    """Whether it is the ISO 3166-1 alpha-2 code of a country or territory."""
    return code in _known_codes()


@cache
def _known_codes() -> frozenset[str]:
    return frozenset(row["code"] for row in read_rows("countries.tsv"))


@cache
def _codes() -> dict[str, str]:
    """Codes of countries by their names, codes of two and of three letters, all in small letters."""
    rows = list(read_rows("countries.tsv"))
    found = {row["name"].casefold(): row["code"] for row in read_rows("country_names.csv")}
    for field in ("official", "alpha3", "name", "code"):
        found |= {row[field].casefold(): row["code"] for row in rows if row[field]}
    return found
