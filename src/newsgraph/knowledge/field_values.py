"""What the fields of the user's lists of names may hold."""

from __future__ import annotations

import re
from functools import cache

from newsgraph.knowledge.tables import read_rows

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
