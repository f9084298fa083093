"""The user's own lists of names: CSV, Turtle or SKOS, a Wikidata dump, a SPARQL result; made into one index file."""

from __future__ import annotations

import bz2
import csv
import gzip
import itertools
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from os import PathLike
from pathlib import Path
from types import MappingProxyType
from typing import IO, Any, cast

import msgspec

from newsgraph.errors import KnowledgeError
from newsgraph.knowledge.entries import NO_LINKS, Entry
from newsgraph.knowledge.field_values import (
    country_code,
    degrees,
    entry_fault,
    is_code,
    is_country_code,
    is_item,
    is_place,
    item_id,
    place_number,
)
from newsgraph.knowledge.index import NameIndex, write_index
from newsgraph.knowledge.rdf_names import read_rdf
from newsgraph.knowledge.tables import read_rows
from newsgraph.records import ENTITY_KINDS
from newsgraph.sources.csv import delimiter_of

Named = tuple[tuple[str, ...], Entry]
"""All names of a thing, and the thing."""

_A_KIND = f"which it is: {', '.join(ENTITY_KINDS)}"
"""What a user is asked for: a name of no kind would be taken for something else than what the text shows it to be."""
_RDF = (".ttl", ".nt", ".nq", ".trig", ".rdf", ".owl")


def build_index(inputs: Iterable[str | PathLike[str]], output: str | PathLike[str]) -> int:
    """Make an index of the names in the inputs and return how many there are.

    The ending of an input says its format: `.csv` and `.tsv` with a header (name, kind, and of aliases, abbreviation,
    country, sector, parent, lat, lon, population, wikidata, wikipedia, geonames those that are known; aliases parted
    by "|"); `.ttl .nt .nq .trig .rdf .owl` with SKOS, RDFS, FOAF or schema.org labels; `.json .jsonl .ndjson` for
    Wikidata's dump of items; `.srj` or `.json` for a SPARQL result in JSON. All may be packed with gzip or bzip2.

    Raises:
        KnowledgeError: an input can't be read, or its ending names no format.
    """
    return write_index(_chain(Path(i) for i in inputs), Path(output))


def open_index(path: str | PathLike[str]) -> NameIndex:
    """Open an index that `build_index` made. Give it to `Gazetteer.attach` to have its names found in articles.

    Raises:
        KnowledgeError: the file is missing, or is no index.
    """
    if not Path(path).exists():
        raise KnowledgeError(f"{path}: there is no such index; `newsgraph knowledge build` makes one of a table")
    return NameIndex(Path(path))


def read_names(path: str | PathLike[str]) -> Iterator[Named]:
    """The names and entries of one input, streamed. For formats and errors see `build_index`."""
    where = Path(path)
    reader = _reader(where)
    try:
        with _open(where) as file:
            for names, entry in reader(file, where):
                if (fault := entry_fault(entry)) is not None:
                    raise KnowledgeError(f"{where}: {entry.name}: {fault}; mend it, or leave it out")
                yield names, entry
    except (OSError, EOFError, UnicodeDecodeError, csv.Error, msgspec.DecodeError) as error:
        reason = getattr(error, "strerror", None) or error
        raise KnowledgeError(f"{where}: can't be read ({reason}); check its name, and that it is in UTF-8") from error


def _chain(paths: Iterable[Path]) -> Iterator[Named]:
    for path in paths:
        yield from read_names(path)


def _open(path: Path) -> IO[bytes]:
    if path.suffix == ".gz":
        return cast("IO[bytes]", gzip.open(path, "rb"))
    if path.suffix == ".bz2":
        return bz2.open(path, "rb")
    return path.open("rb")


def _reader(path: Path) -> Callable[[IO[bytes], Path], Iterator[Named]]:
    plain = path.with_suffix("") if path.suffix in (".gz", ".bz2") else path
    ending = plain.suffix.lower()
    if ending in (".csv", ".tsv"):
        return _read_table
    if ending in _RDF:
        return read_rdf
    if ending in (".json", ".jsonl", ".ndjson", ".srj"):
        return _read_json
    raise KnowledgeError(f"{path}: no format of names ends so; use .csv, .tsv, .ttl, .nt, .rdf, .json, .jsonl or .srj")


def _read_table(file: IO[bytes], path: Path) -> Iterator[Named]:
    lines = (line.decode().removeprefix("\ufeff") for line in file if not line.startswith(b"#"))
    header = next(lines, "")
    delimiter = "\t" if ".tsv" in path.suffixes else delimiter_of(header)
    rows = csv.DictReader(itertools.chain([header], lines), delimiter=delimiter)
    if "name" not in (rows.fieldnames or ()):
        raise KnowledgeError(f"{path}: has no column `name`; give it a header line such as name,kind,country,aliases")
    if "kind" not in (rows.fieldnames or ()):
        raise KnowledgeError(f"{path}: has no column `kind`; add one that says for each name {_A_KIND}")
    for number, row in enumerate(rows, 2):
        try:
            yield _row(row)
        except ValueError as error:
            raise KnowledgeError(f"{path}: row {number}: {error}; mend or leave out the row") from error


def _row(row: dict[str, str | None]) -> Named:
    value = {key: (field or "").strip() for key, field in row.items() if key and isinstance(field, str)}
    name, kind = value.get("name"), value.get("kind")
    if not name:
        raise ValueError("no name")
    if not kind:
        raise ValueError(f"`{name}` has no kind ({_A_KIND})")
    aliases = [a.strip() for a in value.get("aliases", "").split("|") if a.strip()]
    short = value.get("abbreviation") or None
    links = {
        "wikidata": item_id(value.get("wikidata")), "wikipedia": value.get("wikipedia"),
        "geonames": place_number(value.get("geonames")),
    }  # fmt: skip
    entry = Entry(
        name, kind, country_code(value.get("country", "")), _links(links),
        degrees("lat", value.get("lat")), degrees("lon", value.get("lon")), int(value.get("population") or 0),
        value.get("sector") or None, "name", short, value.get("parent") or None,
    )  # fmt: skip
    if (fault := entry_fault(entry)) is not None:
        raise ValueError(fault)
    return tuple(n for n in (name, short, *aliases) if n), entry


def _read_json(file: IO[bytes], path: Path) -> Iterator[Named]:
    """A dump of Wikidata, one item a line, or a SPARQL result."""
    first = file.readline()
    while first.strip() in (b"", b"["):
        if not first:
            return
        first = file.readline()
    start = first.lstrip()
    if b'"head"' in start or (start.startswith(b"{") and b'"labels"' not in start and b'"id"' not in start):
        yield from _read_result(first + file.read(), path)
        return
    yield from _items(first)
    for line in file:
        yield from _items(line)


def _items(line: bytes) -> Iterator[Named]:
    line = line.strip(b"[], \t\r\n")  # the list that the lines of a dump make, one item a line
    if not line:
        return
    item = _decode_item(line)
    names = [label.value for label in (item.labels.get("en"), item.labels.get("mul")) if label and label.value.strip()]
    if not names or not is_item(item.id):
        return
    names += [alias.value for language in ("en", "mul") for alias in item.aliases.get(language, ())]
    country = next(filter(None, map(_country_codes().get, item.ids("P27") + item.ids("P17"))), None)
    at = next((value for value in item.values("P625") if isinstance(value, dict)), {})
    lat, lon = at.get("latitude"), at.get("longitude")  # on other planets they are counted otherwise
    lat, lon = (lat, lon) if is_place(lat, lon) else (None, None)
    page = item.sitelinks.get("enwiki")
    entry = Entry(
        names[0], item.kind(), country, _links({"wikidata": item.id, "wikipedia": page.title if page else None}),
        lat, lon,
    )  # fmt: skip
    yield tuple(dict.fromkeys(names)), entry


class _Text(msgspec.Struct):
    value: str


class _Page(msgspec.Struct):
    title: str


class _Item(msgspec.Struct):
    """An item of Wikidata, of which only what we need is decoded."""

    id: str
    labels: dict[str, _Text] | list[Any] = {}
    aliases: dict[str, list[_Text]] | list[Any] = {}
    claims: dict[str, list[dict[str, Any]]] | list[Any] = {}
    sitelinks: dict[str, _Page] | list[Any] = {}

    def __post_init__(self) -> None:
        # Wikidata writes an empty mapping as an empty list.
        for field in ("labels", "aliases", "claims", "sitelinks"):
            if isinstance(getattr(self, field), list):
                setattr(self, field, {})

    def values(self, prop: str) -> list[Any]:
        """The values of a property, the preferred ones if there are any, without those that are deprecated."""
        claims = [c for c in self.claims.get(prop, ()) if c.get("rank") != "deprecated"]  # type: ignore[union-attr]
        best = [c for c in claims if c.get("rank") == "preferred"] or claims
        return [c.get("mainsnak", {}).get("datavalue", {}).get("value") for c in best]

    def ids(self, prop: str) -> list[str]:
        """The items that are values of a property."""
        return [v["id"] for v in self.values(prop) if isinstance(v, dict) and "id" in v]

    def kind(self) -> str:
        """The kind by class, else by the properties that only such things have."""
        kinds = _classes()
        for one in self.ids("P31"):
            if one in kinds:
                return kinds[one]
        if "P27" in self.claims or "P569" in self.claims:  # citizenship, date of birth
            return "Person"
        if "P625" in self.claims:  # coordinates
            return "Place"
        return "Organization" if "P571" in self.claims else "Other"  # inception


def _decode_item(line: bytes) -> Any:
    return _ITEM.decode(line)


_ITEM = msgspec.json.Decoder(_Item)


def _read_result(data: bytes, path: Path) -> Iterator[Named]:
    """A SPARQL result: item, itemLabel, and of alias, kind, class, country, lat, lon, article what is known."""
    result = msgspec.json.decode(data)
    try:
        rows = result["results"]["bindings"]
    except (KeyError, TypeError) as error:
        raise KnowledgeError(f"{path}: is neither a dump of Wikidata nor a SPARQL result in JSON") from error
    if rows and not any(name in row for row in rows for name in ("kind", "class")):
        raise KnowledgeError(f"{path}: tells no `kind`; let the query select one, as in (\"Person\" AS ?kind)")
    groups: dict[str, list[dict[str, str]]] = {}
    for row in rows:
        plain = {name: str(cell["value"]) for name, cell in row.items()}
        groups.setdefault(plain.get("item") or plain.get("itemLabel", ""), []).append(plain)
    for item, group in groups.items():
        merged = {key: value for row in reversed(group) for key, value in row.items()}
        name = (merged.get("itemLabel") or merged.get("name") or "").strip()
        if not name:
            continue
        qid = item.rsplit("/", 1)[-1]
        fields = [row.get(key, "") for row in group for key in ("alias", "aliases", "itemAltLabel")]
        others = [part for field in fields for part in field.split("|")]
        kind = merged.get("kind", "")
        kind = kind if kind in ENTITY_KINDS else _classes().get(merged.get("class", "").rsplit("/", 1)[-1], "Other")
        country = merged.get("country", "").rsplit("/", 1)[-1]
        try:
            at = degrees("lat", merged.get("lat")), degrees("lon", merged.get("lon"))
        except ValueError as error:
            raise KnowledgeError(f"{path}: {name}: {error}; mend or leave out the row") from error
        sector = merged.get("sector", "")
        page = merged.get("article", "").rsplit("/wiki/", 1)
        links = {"wikidata": qid if is_item(qid) else None, "wikipedia": page[1] if len(page) == 2 else None}
        entry = Entry(
            name, kind, country if is_country_code(country) else _country_codes().get(country), _links(links),
            *at, sector=sector if is_code(sector) else None,
        )  # fmt: skip
        yield tuple(n for n in dict.fromkeys([name, *map(str.strip, others)]) if n), entry


def _links(links: dict[str, str | None]) -> MappingProxyType[str, str]:
    known = {key: value for key, value in links.items() if value}
    return MappingProxyType(known) if known else MappingProxyType(dict(NO_LINKS))


@cache
def _classes() -> dict[str, str]:
    return {row["class"]: row["kind"] for row in read_rows("wikidata_classes.csv")}


@cache
def _country_codes() -> dict[str, str]:
    known = {row["wikidata"]: row["code"] for row in read_rows("countries.tsv") if row["wikidata"]}
    return {**_REALMS, **known}


_REALMS = {"Q756617": "DK", "Q29999": "NL"}
"""The kingdoms of Denmark and of the Netherlands, of which Wikidata has people as citizens; from rigour."""
