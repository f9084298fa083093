"""Names from RDF: SKOS, RDFS, FOAF and schema.org labels, with what links and types say."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import IO

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, parse

from newsgraph.errors import KnowledgeError
from newsgraph.knowledge.entries import Entry
from newsgraph.knowledge.field_values import country_code, degrees, is_place, link_fault, place_number
from newsgraph.records import ENTITY_KINDS

_FORMATS = {
    ".ttl": RdfFormat.TURTLE, ".nt": RdfFormat.N_TRIPLES, ".nq": RdfFormat.N_QUADS, ".trig": RdfFormat.TRIG,
    ".rdf": RdfFormat.RDF_XML, ".owl": RdfFormat.RDF_XML,
}  # fmt: skip
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_SCHEMA = ("http://schema.org/", "https://schema.org/")
_GEO = "http://www.w3.org/2003/01/geo/wgs84_pos#"
_FOAF = "http://xmlns.com/foaf/0.1/"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_OWL = "http://www.w3.org/2002/07/owl#"
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_ONTOLOGY = "https://w3id.org/newsgraph/ontology#"
# What a property tells, by its rank: a preferred label before a plain one.
_TELLS = {
    _SKOS + "prefLabel": "1 name", _RDFS + "label": "2 name", _FOAF + "name": "3 name", _SCHEMA[0] + "name": "3 name",
    _SCHEMA[1] + "name": "3 name", _SKOS + "altLabel": "4 alias", _SKOS + "hiddenLabel": "4 alias",
    _SCHEMA[0] + "alternateName": "4 alias", _SCHEMA[1] + "alternateName": "4 alias", _FOAF + "nick": "4 alias",
    _OWL + "sameAs": "same", _SKOS + "exactMatch": "same", _TYPE: "type", _GEO + "lat": "lat", _GEO + "long": "lon",
    _ONTOLOGY + "country": "country",
}  # fmt: skip
# Kinds by the local name of a class in any vocabulary.
_KINDS = {
    "Person": "Person", "Country": "Country", "Place": "Place", "City": "Place", "SpatialThing": "Place",
    "Group": "Group",
    "Organization": "Organization", "Organisation": "Organization", "Corporation": "Organization",
    "NGO": "Organization",
    "NewsMediaOrganization": "Organization", "GovernmentOrganization": "Agency", "PoliticalParty": "Party",
    "Event": "Event",
    "AdministrativeArea": "Place", "Legislation": "Document",
} | {kind: kind for kind in ENTITY_KINDS}  # fmt: skip
_BATCH = 20_000


def read_rdf(file: IO[bytes], path: Path) -> Iterator[tuple[tuple[str, ...], Entry]]:
    """The named things of an RDF file, by subject; labels in English or without language.

    Raises:
        KnowledgeError: the file is not in the format that its ending names.
    """
    plain = path.with_suffix("") if path.suffix in (".gz", ".bz2") else path
    with (
        TemporaryDirectory() as folder,
        closing(sqlite3.connect(str(Path(folder) / "triples.sqlite"), isolation_level=None)) as database,
    ):
        database.execute("PRAGMA journal_mode = OFF")
        database.execute("CREATE TABLE triple (subject TEXT, tells TEXT, value TEXT)")
        database.execute("BEGIN")
        try:
            _stage(file, _FORMATS[plain.suffix.lower()], database)
        except (SyntaxError, ValueError) as error:
            raise KnowledgeError(f"{path}: is not valid RDF ({error}); mend it or change its ending") from error
        rows = database.execute("SELECT subject, tells, value FROM triple ORDER BY subject, tells, rowid")
        for subject, group in groupby(rows, key=itemgetter(0)):
            found = _named(subject, [(tells, value) for _, tells, value in group])
            if found is not None:
                yield found


def _stage(file: IO[bytes], form: RdfFormat, database: sqlite3.Connection) -> None:
    batch: list[tuple[str, str, str]] = []
    for quad in parse(file, form):
        tells = _TELLS.get(quad.predicate.value)
        subject, value = quad.subject, quad.object
        if tells is None or not isinstance(subject, NamedNode | BlankNode):
            continue
        if isinstance(value, Literal):
            if value.language and not value.language.lower().startswith("en"):
                continue
            batch.append((str(subject), tells, value.value))
        elif isinstance(value, NamedNode):
            batch.append((str(subject), tells, value.value))
        if len(batch) >= _BATCH:
            database.executemany("INSERT INTO triple VALUES (?, ?, ?)", batch)
            batch.clear()
    database.executemany("INSERT INTO triple VALUES (?, ?, ?)", batch)


def _named(subject: str, facts: list[tuple[str, str]]) -> tuple[tuple[str, ...], Entry] | None:
    names = [value for tells, value in facts if tells.endswith(("name", "alias")) and value.strip()]
    if not names:
        return None
    told: dict[str, list[str]] = {}
    for tells, value in facts:
        told.setdefault(tells, []).append(value)
    kinds = [_KINDS[local] for value in told.get("type", ()) if (local := _local(value)) in _KINDS]
    links: dict[str, str] = {}
    for iri in (subject.strip("<>"), *told.get("same", ())):
        for authority, mark in (("wikidata", "wikidata.org/entity/"), ("wikipedia", "en.wikipedia.org/wiki/")):
            name = iri.partition(mark)[2]
            if name and link_fault(authority, name) is None:
                links.setdefault(authority, name)
        if "geonames.org/" in iri and (number := _known(place_number, [iri])):
            links.setdefault("geonames", number)
    lat, lon = _known(partial(degrees, "lat"), told.get("lat")), _known(partial(degrees, "lon"), told.get("lon"))
    lat, lon = (lat, lon) if is_place(lat, lon) else (None, None)
    kind = kinds[0] if kinds else "Other"
    entry = Entry(names[0], kind, _known(country_code, told.get("country")), MappingProxyType(links), lat, lon)
    return tuple(dict.fromkeys(names)), entry


def _local(iri: str) -> str:
    return iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1]


def _known[Value](read: Callable[[str], Value | None], values: list[str] | None) -> Value | None:
    """The first value as `read` gives it; None if there is none that it takes."""
    try:
        return read(values[0]) if values else None
    except ValueError:
        return None
