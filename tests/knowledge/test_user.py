"""The user's own lists: read, indexed, found in text."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsgraph.errors import KnowledgeError
from newsgraph.knowledge import Entry, Gazetteer
from newsgraph.knowledge.entries import key_words
from newsgraph.knowledge.index import write_index
from newsgraph.knowledge.user import build_index, open_index, read_names

CSV = """# people of the lake
name,kind,country,aliases,abbreviation,wikidata,lat,lon
Amina Okello,Person,ke,A. Okello|Amina A. Okello,,Q900001,,
Kisima Water Board,Agency,KE,,KWB,,-0.5,34.25
"""
TURTLE = """
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix ng: <https://w3id.org/newsgraph/ontology#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix geo: <http://www.w3.org/2003/01/geo/wgs84_pos#> .
<http://example.org/1> a ng:ArmedGroup ; skos:prefLabel "Lake Front"@en, "Front du Lac"@fr ;
    skos:altLabel "LF", "Front of the Lake"@en ; ng:country "ke" ;
    owl:sameAs <http://www.wikidata.org/entity/Q900002> .
<http://example.org/2> a skos:Concept ; skos:prefLabel "Kisima" ; geo:lat "-0.25" ; geo:long "34.5" .
<http://example.org/3> a skos:Concept ; skos:prefLabel "Lac"@fr .
"""


def _item(qid: str, name: str, claims: dict[str, object], aliases: tuple[str, ...] = ()) -> str:
    item = {
        "id": qid, "type": "item", "labels": {"en": {"language": "en", "value": name}},
        "aliases": {"en": [{"language": "en", "value": a} for a in aliases]} if aliases else [], "claims": claims,
        "sitelinks": {"enwiki": {"site": "enwiki", "title": name}},
    }  # fmt: skip
    return json.dumps(item)


def _value(value: object, rank: str = "normal") -> dict[str, object]:
    return {"mainsnak": {"datavalue": {"value": value}}, "rank": rank}


def _index(folder: Path, *inputs: Path) -> Path:
    build_index(inputs, folder / "own.names")
    return folder / "own.names"


def test_csv(tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text(CSV, "utf-8")
    index = open_index(_index(tmp_path, tmp_path / "own.csv"))
    assert len(index) == 5
    (person,) = index.lookup("A Okello")
    assert (person.name, person.kind, person.country, dict(person.links)) == (
        "Amina Okello", "Person", "KE", {"wikidata": "Q900001"},
    )  # fmt: skip
    assert index.lookup("KWB")[0].lat == -0.5
    assert index.lookup("kwb") == ()
    assert index.lookup("Okello") == ()


def test_countries_by_name_and_items_by_address(tmp_path: Path) -> None:
    rows = ["Ethiopia", "ethiopia", "ET", "eth", "Republic of Kosovo", "UK", ""]
    table = "name;kind;country;wikidata\n" + "".join(
        f"N{number};Place;{row};http://www.wikidata.org/entity/Q{number}\n" for number, row in enumerate(rows)
    )
    (tmp_path / "own.csv").write_text("# semicolons\n" + table, "utf-8")
    found = [entry for _, entry in read_names(tmp_path / "own.csv")]
    codes = [entry.country for entry in found]
    assert codes[:4] == ["ET"] * 4 and codes[4:] == ["XK", "GB", None]
    assert found[3].links["wikidata"] == "Q3"


def test_rdf_with_impossible_values_leaves_them_out(tmp_path: Path) -> None:
    (tmp_path / "own.ttl").write_text(
        "@prefix geo: <http://www.w3.org/2003/01/geo/wgs84_pos#> .\n"
        "<http://www.wikidata.org/entity/P31> <http://www.w3.org/2000/01/rdf-schema#label> 'Kisima' ;"
        " geo:lat '95' ; geo:long '34.5' ; <https://w3id.org/newsgraph/ontology#country> 'Kenya' ."
    )
    ((_, entry),) = read_names(tmp_path / "own.ttl")
    assert (entry.lat, entry.lon, entry.country, dict(entry.links)) == (None, None, "KE", {})


def test_turtle(tmp_path: Path) -> None:
    (tmp_path / "own.ttl").write_text(TURTLE, "utf-8")
    found = {entry.name: (names, entry) for names, entry in read_names(tmp_path / "own.ttl")}
    assert set(found) == {"Lake Front", "Kisima"}
    names, group = found["Lake Front"]
    assert set(names) == {"Lake Front", "LF", "Front of the Lake"}
    assert (group.kind, group.country, group.links["wikidata"]) == ("ArmedGroup", "KE", "Q900002")
    assert (found["Kisima"][1].lat, found["Kisima"][1].lon) == (-0.25, 34.5)


def test_wikidata_dump(tmp_path: Path) -> None:
    item_of = lambda q: {"entity-type": "item", "id": q}  # noqa: E731
    citizen = {"P31": [_value(item_of("Q5"))], "P27": [_value(item_of("Q114"))]}
    lines = [
        "[",
        _item("Q900003", "Amina Okello", citizen, ("A. Okello",)) + ",",
        _item("Q900004", "Lake Party", {"P31": [_value(item_of("Q7278"))], "P17": [_value(item_of("Q843"))]}) + ",",
        _item("Q900005", "Kisima", {"P625": [_value({"latitude": -0.25, "longitude": 34.5})]}) + ",",
        _item("Q900006", "Zed", {"P569": [_value({"time": "+1960"})]}),
        "]",
    ]
    path = tmp_path / "dump.json.gz"
    path.write_bytes(gzip.compress("\n".join(lines).encode()))
    found = {entry.name: (names, entry) for names, entry in read_names(path)}
    assert {name: entry.kind for name, (_, entry) in found.items()} == {
        "Amina Okello": "Person", "Lake Party": "Party", "Kisima": "Place", "Zed": "Person",
    }  # fmt: skip
    names, person = found["Amina Okello"]
    assert names == ("Amina Okello", "A. Okello")
    assert (person.country, dict(person.links)) == ("KE", {"wikidata": "Q900003", "wikipedia": "Amina Okello"})
    assert (found["Kisima"][1].lat, found["Kisima"][1].lon) == (-0.25, 34.5)
    assert found["Lake Party"][1].country == "PK"


def test_sparql_result(tmp_path: Path) -> None:
    def cell(value: str) -> dict[str, str]:
        return {"type": "literal", "value": value}

    rows = [
        {"item": cell("http://www.wikidata.org/entity/Q900007"), "itemLabel": cell("Lake Union"), "alias": cell(alias),
         "class": cell("http://www.wikidata.org/entity/Q7278"), "country": cell("http://www.wikidata.org/entity/Q843")}
        for alias in ("LU", "Union of the Lake")
    ]  # fmt: skip
    path = tmp_path / "result.srj"
    path.write_text(json.dumps({"head": {"vars": []}, "results": {"bindings": rows}}, indent=1))
    ((names, entry),) = read_names(path)
    assert names == ("Lake Union", "LU", "Union of the Lake")
    assert (entry.kind, entry.country, entry.links["wikidata"]) == ("Party", "PK", "Q900007")


def test_an_index_is_found_in_text(tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text(CSV, "utf-8")
    known = Gazetteer([("Kisima", Entry("Kisima", "Place", "KE"))])
    assert known.longest("the Kisima Water Board".split(), 1) == (2, known.lookup("Kisima"))
    known.attach(open_index(_index(tmp_path, tmp_path / "own.csv")))
    found = known.longest("the Kisima Water Board".split(), 1)
    assert found is not None
    assert (found[0], found[1][0].name) == (4, "Kisima Water Board")


def test_the_same_inputs_make_the_same_file(tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text(CSV, "utf-8")
    (tmp_path / "own.ttl").write_text(TURTLE, "utf-8")
    inputs = [tmp_path / "own.csv", tmp_path / "own.ttl"]
    build_index(inputs, tmp_path / "a.names")
    build_index(inputs, tmp_path / "b.names")
    assert (tmp_path / "a.names").read_bytes() == (tmp_path / "b.names").read_bytes()


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text(min_size=1, max_size=30), max_size=40))
def test_every_name_that_went_in_comes_out(names: list[str]) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "own.names"
        write_index((((name,), Entry(name, "Other")) for name in names), path)
        index = open_index(path)
        for name in names:
            if key_words(name):
                assert name in [entry.name for entry in index.lookup(name)]
        index.close()


@pytest.mark.parametrize(
    ("file", "text", "says"),
    [
        ("own.csv", "title,kind\nX,Person\n", "has no column `name`"),
        ("own.csv", "name,country\nX,NO\n", "no column `kind`; add one that says for each name which it is: Person,"),
        ("own.csv", "name,kind\nX,Person\nY,\n", "row 3: `Y` has no kind (which it is: Person, "),
        ("own.csv", "name,country,kind\nY\n", "row 2: `Y` has no kind (which it is: Person, "),
        ("own.csv", "kind,name\nPerson\n", "row 2: no name; mend or leave out the row"),
        ("own.csv", "name,kind\nX,Human\n", "row 2: `Human` is no kind of entity"),
        ("own.csv", "name,kind,lat\nX,Place,north\n", "row 2: lat `north` is no number"),
        ("own.csv", "name,kind,lat\nX,Place,95\n", "row 2: lat `95` is not between -90 and 90"),
        ("own.csv", "name,kind,lon\nX,Place,200\n", "row 2: lon `200` is not between -180 and 180"),
        ("own.csv", "name,kind,lon\nX,Place,nan\n", "row 2: lon `nan` is not between"),
        ("own.csv", "name,kind,country\nX,Place,Nowhere\n", "row 2: `Nowhere` is no country; use its name or its ISO"),
        ("own.csv", "name,kind,wikidata\nX,Place,notaqid\n", "row 2: wikidata `notaqid` is no item of Wikidata"),
        ("own.ttl", "this is no turtle", "is not valid RDF"),
        ("own.json", '{"a": 1}', "neither a dump of Wikidata nor a SPARQL result"),
        ("own.json", '{"id": "Q1", "labels": {', "can't be read"),
        (
            "own.srj", '{"head": {}, "results": {"bindings": [{"name": {"value": "X"}, "kind": {"value": "Place"}, '
            '"lat": {"value": "95"}}]}}',
            "X: lat `95` is not between",
        ),
        (
            "own.srj", '{"head": {}, "results": {"bindings": [{"name": {"value": "X"}}]}}',
            'tells no `kind`; let the query select one, as in ("Person" AS ?kind)',
        ),
        ("own.doc", "", "no format of names ends so"),
    ],
)
def test_mistakes_name_the_file(tmp_path: Path, file: str, text: str, says: str) -> None:
    path = tmp_path / file
    path.write_text(text)
    with pytest.raises(KnowledgeError) as error:
        list(read_names(path))
    assert str(path) in str(error.value)
    assert says in str(error.value)
    assert "\n" not in str(error.value)


def test_what_is_no_index(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match=r"missing\.names: there is no such index; `newsgraph knowledge build`"):
        open_index(tmp_path / "missing.names")
    (tmp_path / "other.names").write_bytes(b"x" * 100)
    with pytest.raises(KnowledgeError, match="is no index of names"):
        open_index(tmp_path / "other.names")


def test_many_things_of_one_name_come_in_the_order_of_the_input(tmp_path: Path) -> None:
    things = [Entry("Kisima", "Place", "KE", {"geonames": str(n)}, n / 8, -n / 8, n, feature="city") for n in range(70)]
    write_index((((thing.name, "Kisima Town"), thing) for thing in things), tmp_path / "own.names")
    index = open_index(tmp_path / "own.names")
    assert index.lookup("the Kisima") == index.lookup("Kisima-Town") == tuple(things[:64])
    assert (index.reach("kisima"), index.reach("town")) == (2, 0)
    index.close()


def test_an_index_that_is_cut_short_or_of_an_older_version_is_one_clear_line(tmp_path: Path) -> None:
    whole = tmp_path / "own.names"
    write_index([(("Kisima",), Entry("Kisima", "Place"))], whole)
    for data in (whole.read_bytes()[:-8], whole.read_bytes()[:10], b"", b"NGNAMES1" + whole.read_bytes()[8:]):
        (tmp_path / "cut.names").write_bytes(data)
        with pytest.raises(KnowledgeError, match=r"cut\.names: .*build"):
            open_index(tmp_path / "cut.names")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("U.S. Department of State", "US Department of State"),
        ("Jean-Marie Ñandú", "Jean Marie Nandu"),
        ("the Moody’s", "Moody"),
        ("Tom & Jerry's AT&T", "Tom and Jerry AT&T"),
        ("Al-`Ula", "Al Ula"),
        ("“O'Hara” (Łódź)", "OHara Lodz"),
        ("محمد بن سلمان", "محمد بن سلمان"),
        ("…'", ""),
        ("The", "The"),
    ],
)
def test_keys(name: str, words: str) -> None:
    assert " ".join(key_words(name)) == words


def test_what_folds_to_nothing_is_not_found(tmp_path: Path) -> None:
    write_index([((f"Kisima {n}",), Entry(f"Kisima {n}", "Place")) for n in range(50)], tmp_path / "own.names")
    known = Gazetteer()
    known.attach(open_index(tmp_path / "own.names"))
    for text in ("", "'s", "...", "\ud800"):
        assert known.lookup(text) == ()
