"""The tables of the package, read into entries. Where each comes from stands in tables/SOURCES.md."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from newsgraph.knowledge.entries import NO_LINKS, Entry, EntryForm, is_abbreviation, key_words

Named = tuple[str, Entry]
"""A name and what it stands for."""

ORGANISATIONS = (
    ("international.csv", "InternationalOrganization", "IGO"),
    ("agencies.csv", "Agency", "GOV"),
    ("intelligence.tsv", "Agency", "SPY"),
    ("parties.csv", "Party", "PTY"),
    ("armed_groups.csv", "ArmedGroup", "REB"),
    ("media.csv", "Organization", "MED"),
    ("societies.csv", "Organization", "NGO"),
    ("companies.csv", "Organization", "BUS"),
    ("events.csv", "Event", None),
    ("documents.csv", "Document", None),
)
"""Tables of named things, with the kind and the sector of their rows where a row does not say otherwise."""


def read_lines(name: str) -> list[str]:
    """The lines of a table without comments, the header first."""
    text = files("newsgraph.knowledge").joinpath("tables", name).read_text("utf-8")
    return [line for line in text.split("\n") if line and not line.startswith("#")]


def read_rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of a table, tab- or comma-separated by its ending."""
    lines = read_lines(name)
    if name.endswith(".tsv"):
        header = lines[0].split("\t")
        return (dict(zip(header, line.split("\t"), strict=True)) for line in lines[1:])
    return csv.DictReader(lines)


@cache
def common_names() -> dict[str, str]:
    """Keys of names that are also something else, and what: `word`, `given`, `surname`."""
    return dict(line.split("\t") for line in read_lines("common_names.tsv")[1:])


def is_common(name: str) -> bool:
    """Whether a name is also a common English word, a given name or a surname."""
    return not is_abbreviation(name) and " ".join(key_words(name)).lower() in common_names()


def city(row: str) -> Entry:
    """The city of a row of cities.tsv."""
    key, name, country, region, lat, lon, population, geonames, capital = row.split("\t")
    return Entry(
        name, "Place", country, MappingProxyType({"geonames": geonames}), float(lat), float(lon), int(population),
        parent=region or None, feature="capital" if capital == "1" else "city", common=key in common_names(),
    )  # fmt: skip


def country_entries() -> Iterator[Named]:
    """States and territories of today and before, under all their names; not their peoples, and not their seats."""
    by_code: dict[str, Entry] = {}
    for row in read_rows("countries.tsv"):
        entry = _country(row)
        by_code[row["code"]] = entry
        yield entry.name, entry
        if row["official"]:
            yield row["official"], entry
    for row in read_rows("country_names.csv"):
        entry = by_code[row["code"]]
        yield row["name"], _as(entry, "abbreviation" if row["form"] == "abbreviation" else "name")
    for row in read_rows("former_states.csv"):
        # The state of today is another one: the code would make them the same.
        today = by_code[row["country"]].name if row["country"] else None
        yield from _under(Entry(row["name"], "Country", sector="GOV", parent=today), row["aliases"])


def demonym_entries() -> Iterator[Named]:
    """Peoples, by noun and adjective."""
    names = {row["code"]: row["name"] for row in read_rows("countries.tsv")}
    for row in read_rows("demonyms.csv"):
        code, words = row["code"], demonym_words(row)
        plural = words[-1]
        for word in dict.fromkeys(words):
            yield word, Entry(plural, "Group", code, form="demonym", parent=names[code], common=is_common(word))
    for row in read_rows("peoples.csv"):
        entry = Entry(row["name"], "Group", row["country"] or None, form="demonym")
        for word in (row["name"], *_parts(row["aliases"])):
            yield word, _as(entry, "demonym", common=is_common(word))


def demonym_words(row: dict[str, str]) -> list[str]:
    """Adjectives, singulars and plurals of a row of demonyms.csv, the plural of the people last."""
    singulars = [] if row["singular"] == "-" else row["singular"].split("|")
    if row["plural"] == "=":
        plurals = singulars
    elif row["plural"]:
        plurals = row["plural"].split("|")
    else:
        plurals = [word + "s" for word in singulars]
    words = [*row["adjective"].split("|"), *singulars, *plurals]
    return [*words, plurals[0]] if plurals else words


def seat_entries(bodies: Iterable[Named]) -> Iterator[Named]:
    """Places and buildings as what they stand for: capitals for their countries, the Kremlin, the White House."""
    countries: dict[str, Entry] = {}
    for row in read_rows("countries.tsv"):
        countries[row["code"]] = _country(row)
        if row["capital"] and row["kind"] == "Country":
            yield row["capital"], _as(countries[row["code"]], "seat")
    for line in read_lines("cities.tsv")[1:]:
        if line.endswith("\t1"):  # a capital, perhaps under another name: "Kiev"
            key, _, code, _ = line.split("\t", 3)
            if countries[code].kind == "Country":
                yield key.title(), _as(countries[code], "seat")
    known = {name: entry for name, entry in bodies if name == entry.name}
    for row in read_rows("seats.csv"):
        code, name = row["country"], row["stands_for"]
        if row["kind"] == "Country":
            entry = countries[code]
        else:
            entry = known.get(name) or Entry(name, row["kind"], code or None, sector="GOV")
        yield row["seat"], _as(entry, "seat", common=is_common(row["seat"]))


def region_entries() -> Iterator[Named]:
    """Continents, regions, seas, and the first-level divisions of states."""
    divisions: dict[tuple[str, str], Entry] = {}
    for row in read_rows("subdivisions.tsv"):
        entry = _place(row, "region", int(row["population"] or 0))
        divisions[row["name"], row["country"]] = entry
        yield from _under(entry, row["aliases"])
    for row in read_rows("subdivision_abbreviations.csv"):
        # Alone such a word is more often something else, so it counts as common.
        short = _as(divisions[row["name"], row["country"]], "abbreviation", common=True)
        for abbreviation in _parts(row["abbreviations"]):
            yield abbreviation, short
    for row in read_rows("regions.tsv"):
        known = divisions.get((row["name"], row["country"]))
        yield from _under(known or _place(row, row["feature"]), row["aliases"])


def _place(row: dict[str, str], feature: str, population: int = 0) -> Entry:
    links = {key: row[key] for key in ("geonames", "wikidata") if row.get(key)}
    return Entry(
        row["name"], "Place", row["country"] or None, MappingProxyType(links) if links else NO_LINKS,
        _number(row["lat"]), _number(row["lon"]), population, feature=feature, common=is_common(row["name"]),
    )  # fmt: skip


def organisation_entries() -> Iterator[Named]:
    """Bodies of all sorts, and named events and documents."""
    for table, kind, sector in ORGANISATIONS:
        for row in read_rows(table):
            short = row["abbreviation"] or None
            entry = Entry(
                row["name"], row.get("kind") or kind, row.get("country") or None, _links(row),
                sector=row.get("sector") or sector, abbreviation=short, parent=row.get("parent") or None,
                common=is_common(row["name"]),
            )  # fmt: skip
            yield from _under(entry, row["aliases"])
            if short:
                yield short, _as(entry, "abbreviation")


def _links(row: dict[str, str]) -> MappingProxyType[str, str] | dict[str, str]:
    title = row.get("wikipedia")
    return MappingProxyType({"wikipedia": title}) if title else dict(NO_LINKS)


def _country(row: dict[str, str]) -> Entry:
    links = {key: row[key] for key in ("wikidata", "geonames") if row[key]}
    # A capitalised word that is a country's name too means the country; a person's name need not.
    also = common_names().get(row["name"].lower(), "word")
    return Entry(
        row["name"], row["kind"], row["code"], MappingProxyType(links), _number(row["lat"]), _number(row["lon"]),
        int(row["population"] or 0), sector="GOV", common=also != "word",
    )  # fmt: skip


def _under(entry: Entry, aliases: str) -> Iterator[Named]:
    yield entry.name, entry
    if entry.name.endswith(")"):  # "National Guard (Mexico)" is written "National Guard"
        yield entry.name[: entry.name.index(" (")], entry
    for alias in (*_parts(aliases), *_short_of_the_union(entry.name, aliases)):
        yield alias, _as(entry, "abbreviation" if is_abbreviation(alias) else "name", common=is_common(alias))


def _short_of_the_union(name: str, aliases: str) -> list[str]:
    """The names of a body of the United Nations as papers write them: "Office of the UN High Commissioner for …"."""
    names = (name, *_parts(aliases))
    longer = [one for one in names if "United Nations " in one]
    short = [one.replace("United Nations", form) for one in longer for form in ("UN", "U.N.")]
    return [one for one in dict.fromkeys(short) if one not in names]


def _as(entry: Entry, form: EntryForm, *, common: bool | None = None) -> Entry:
    common = entry.common if common is None else common
    if entry.form == form and entry.common == common:
        return entry
    return Entry(
        entry.name, entry.kind, entry.country, entry.links, entry.lat, entry.lon, entry.population, entry.sector, form,
        entry.abbreviation, entry.parent, entry.feature, common,
    )  # fmt: skip


def _parts(field: str) -> list[str]:
    return field.split("|") if field else []


def _number(field: str) -> float | None:
    return float(field) if field else None
