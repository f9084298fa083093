"""What the package knows: the gazetteer of its tables, and questions about countries."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import as_file, files

from newsgraph.knowledge.entries import NO_LINKS, Entry, name_key
from newsgraph.knowledge.gazetteer import Gazetteer
from newsgraph.knowledge.tables import (
    Named,
    country_entries,
    demonym_entries,
    demonym_words,
    organisation_entries,
    read_lines,
    read_rows,
    region_entries,
    seat_entries,
)
from newsgraph.knowledge.town_table import TownTable


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer of all tables, one for the process."""
    found = Gazetteer(_entries())
    found.enter_rows(read_lines("cities.tsv")[1:])
    for row in read_rows("preferred.csv"):
        found.prefer(row["abbreviation"], row["name"])
    return found


@lru_cache(maxsize=16384)
def towns(name: str) -> tuple[Entry, ...]:
    """The smaller towns of that name, the greatest first.

    They are no part of the gazetteer: most names of small towns are better known as something else, so they say where
    a place lies that a text names as a place, and never that a word is one.
    """
    return _towns().find(name)


@lru_cache(maxsize=16384)
def divisions(name: str) -> tuple[Entry, ...]:
    """The provinces, counties and districts of that name, those with most towns first; they have no identifiers.

    Like `towns` they say where a place lies that a text names as one.
    """
    first, _, last = name.rpartition(" ")
    written = [name, f"province of {name}", *([first] if first and last.lower() in _SORTS else [])]
    return tuple(
        Entry(e.name, "Place", e.country, NO_LINKS, e.lat, e.lon, parent=e.parent, feature="region")
        for form in written
        for e in _divisions().find(form)
    )


_SORTS = frozenset("province region county district governorate prefecture department state".split())


@cache
def _divisions() -> TownTable:
    with as_file(files("newsgraph.knowledge").joinpath("tables", "divisions.packed")) as path:
        return TownTable(path)


@cache
def _towns() -> TownTable:
    with as_file(files("newsgraph.knowledge").joinpath("tables", "towns.packed")) as path:
        return TownTable(path)


def _entries() -> Iterator[Named]:
    bodies = list(organisation_entries())
    yield from country_entries()
    yield from bodies
    yield from region_entries()
    yield from demonym_entries()
    yield from seat_entries(bodies)


def country(code: str) -> Entry:
    """The country or territory of an ISO 3166-1 alpha-2 code.

    Raises:
        KeyError: there is no such code.
    """
    return _by_code()[code.upper()]


def country_of(name: str) -> str | None:
    """The code of the state or territory of that name, short form or abbreviation; not of a people or a capital."""
    return _by_name().get(name_key(name))


@lru_cache(maxsize=16384)
def demonym_country(word: str) -> str | None:
    """The code of the country of a people or an adjective: `Pakistani`, `Britons`, `Dutch`."""
    return _by_demonym().get(name_key(word))


def demonyms(code: str) -> tuple[str, ...]:
    """The adjectives, singulars and plurals of the people of a country; the plural last. Empty where none is known."""
    return _words().get(code.upper(), ())


@cache
def _by_code() -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for _, entry in country_entries():
        if entry.country:
            found.setdefault(entry.country, entry)
    return found


@cache
def _by_name() -> dict[str, str]:
    found: dict[str, str] = {}
    for name, entry in country_entries():
        if entry.country:
            found.setdefault(name_key(name), entry.country)
    return found


@cache
def _words() -> dict[str, tuple[str, ...]]:
    return {row["code"]: tuple(demonym_words(row)) for row in read_rows("demonyms.csv")}


@cache
def _by_demonym() -> dict[str, str]:
    found: dict[str, str] = {}
    for code, words in _words().items():
        for word in words:
            found.setdefault(name_key(word), code)
    return found


@lru_cache(maxsize=16384)
def names_country(written: str) -> bool:
    """Whether words are a name of a country and not what only stands for it: "French" for France, "Kremlin" for Russia.

    What is neither an adjective of nationality nor a seat of government is taken for a name.
    """
    return country_of(written) is not None or (demonym_country(written) is None and name_key(written) not in _seats())


@cache
def _seats() -> frozenset[str]:
    capitals = (row["capital"] for row in read_rows("countries.tsv") if row["capital"])
    return frozenset(name_key(seat) for seat in (*capitals, *(row["seat"] for row in read_rows("seats.csv"))))
