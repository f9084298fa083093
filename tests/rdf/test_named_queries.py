"""Each query that comes with newsgraph, on the sample articles, which also pass all checks."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path

import pandas as pd
import pyoxigraph as ox
import pytest
from tests.rdf.closure import closed, conflicts

from newsgraph import KnowledgeGraph
from newsgraph.errors import NewsgraphError
from newsgraph.graph.bases import DEFAULT_BASE
from newsgraph.rdf.named_queries import named_queries, named_query
from newsgraph.rdf.sparql import ask, select_from, to_store, turtle_of
from newsgraph.rdf.validation import validate_store
from newsgraph.rdf.writing import all_triples

HOLDS = {
    "who-proposes-what": lambda r: r.who.str.contains("Mengistab") & r.what.str.contains("joint border commission")
    & r.towhom.str.contains("Ethiopia") & r.sentence.str.contains("commission"),
    "events-between-countries": lambda r: (r["from"] == "ER") & (r["to"] == "KE") & (r.kind == "REJECT"),
    "claims-by-source": lambda r: (r.source == "Yared Mengistab") & (r.publisher == "Meridian Wire") & (r.claims > 3),
    "agencies-by-country": lambda r: (r.country == "ET") & (r.agency == "Ethiopian National Defense Force"),
    "who-said-what-of-whom": lambda r: r.who.str.contains("Petrulaitis") & (r.ofwhom == "Russia")
    & r.statement.str.contains("worked for"),
    "conflicts": lambda r: (r.what == "killed") & (r.value == 14) & (r.agreed == 11) & r.sentence.str.contains("14")
    & (r.standing == "withdrawn"),
    "accounts": lambda r: r.event.str.contains("11 people") & r.article.str.contains("Gunmen") & (r.killed == 14)
    & (r.kind == "ASSAULT") & (r.factuality == "actual"),
    "same-words": lambda r: (r.who == "witnesses") & (r.kind == "ASSAULT") & (r.link == "reports")
    & r.what.str.contains("tear gas"),
    "latest-and-majority": lambda r: (r.what == "killed") & (r.latest == "11") & (r.majority == "11")
    & (r.withdrawn == "14") & (r.articles > 4),
    "tolls-by-place": lambda r: (r.place == "Adi Senbet") & (r.killed == 11) & (r.disputed == "killed 14"),
    "denied": lambda r: (r.who == "Eritrea") & r.what.str.contains("role") & r.sentence.str.contains("denied"),
    "stories": lambda r: r.story.str.contains("Adi Senbet") & (r.articles > 5) & (r.events > 20),
    "most-supported-proposals": lambda r: r.proposal.str.contains("joint border commission") & (r["for"] > 1)
    & (r.against > 1),
}
"""A row that each must have."""
LACKS = {
    "who-proposes-what": lambda r: r.what.str.contains("41 Ethiopian traders") & r.towhom.str.contains("Kenya"),
    "events-between-countries": lambda r: (r["from"] == "KE") & (r["to"] == "ER") & (r.kind == "REJECT"),
    "claims-by-source": lambda r: (r.source == "Yared Mengistab") & (r.publisher == "Andean Post")
    | (r.source == "Kiros Habtemaryam") & (r.publisher == "Nordic Chronicle"),
    "agencies-by-country": lambda r: (r.country != "ET") & r.agency.str.contains("Ethiopia"),
    "who-said-what-of-whom": lambda r: r.who == r.ofwhom,
    "conflicts": lambda r: (r.what == "killed") & r.event.str.contains("market") & (r.value == 38),
    "accounts": lambda r: r.article.str.contains("Correction") & (r.killed == 14),
    "same-words": lambda r: (r.link == "expressedIn") & ~r.kind.isin(["REQUEST", "AGREE", "THREATEN"]),
    "latest-and-majority": lambda r: (r.what == "killed") & (r.latest == "14"),
    "tolls-by-place": lambda r: r.event.duplicated() | (r.place != "Adi Senbet") & (r.killed == 11),
    "denied": lambda r: r.who == "Red Valley Front",
    "stories": lambda r: r.story.str.contains("Adi Senbet") & (r.articles > 13),
    "most-supported-proposals": lambda r: r.proposal.str.contains("referendum") & (r["for"] > 0),
}
"""A row that would be wrong."""


@pytest.fixture(scope="module")
def store(sample_graph: KnowledgeGraph) -> ox.Store:
    return to_store(sample_graph, DEFAULT_BASE)


@pytest.mark.parametrize("name", HOLDS)
def test_a_query_finds_what_a_reader_knows(store: ox.Store, name: str) -> None:
    rows = select_from(store, named_query(name), DEFAULT_BASE)
    assert HOLDS[name](rows).fillna(False).any(), rows.to_string()


@pytest.mark.parametrize("name", LACKS)
def test_a_query_finds_nothing_that_is_wrong(store: ox.Store, name: str) -> None:
    rows = select_from(store, named_query(name), DEFAULT_BASE)
    assert not LACKS[name](rows).fillna(False).any(), rows.to_string()


def test_a_source_is_counted_only_where_it_was_quoted(sample_graph: KnowledgeGraph, store: ox.Store) -> None:
    quoted, nodes = set(), sample_graph.nx.nodes
    for _, data in nodes(data=True):
        if data["type"] in ("Event", "Statement"):
            quoted |= {(e.by, e.article) for e in data["evidence"] if e.by}
    for one, who, edge in sample_graph.nx.edges(data=True):
        if edge["type"] == "saidBy":
            quoted |= {(who, e.article) for e in nodes[one]["evidence"]}
    published = {(nodes[who]["label"], nodes[article].get("source", "unknown")) for who, article in quoted}
    rows = select_from(store, named_query("claims-by-source"), DEFAULT_BASE)
    assert set(zip(rows["source"], rows["publisher"], strict=True)) == published


def test_all_queries_are_tested_and_described() -> None:
    assert set(named_queries()) == {*HOLDS, "owl-time"} == {*LACKS, "owl-time"} and all(named_queries().values())


def test_owl_time_is_turtle(store: ox.Store) -> None:
    turtle = turtle_of(ask(store, named_query("owl-time"), DEFAULT_BASE), DEFAULT_BASE)  # type: ignore[arg-type]
    found = {(q.predicate.value.rpartition("#")[2], str(q.object)) for q in ox.parse(turtle, ox.RdfFormat.TURTLE)}
    for name, value, kind in (
        ("inXSDDate", "2026-05-05", "date"), ("inXSDgYearMonth", "2026-04", "gYearMonth"),
        ("inXSDgYear", "2018", "gYear"),
    ):
        assert (name, f'"{value}"^^<http://www.w3.org/2001/XMLSchema#{kind}>') in found
    named = [line.split()[1] for line in turtle.decode().splitlines() if line.startswith("@prefix")]
    assert "time:" in named and not {"skos:", "geo:", "proposal:"} & set(named)


def test_events_without_a_day_are_counted_by_when_they_were_reported(store: ox.Store) -> None:
    rows = select_from(store, named_query("events-between-countries"), DEFAULT_BASE)
    pairs = """SELECT (COUNT(DISTINCT ?e) AS ?n) { ?e a ng:Event ; ng:factuality "actual" ; ng:agent/ng:countryCode ?a ;
        ng:target/ng:countryCode ?b FILTER(?a != ?b) }"""
    whole = select_from(store, pairs, DEFAULT_BASE)["n"].iloc[0]
    assert set(rows["dated"]) == {"told", "reported"} and rows["events"].sum() >= whole


def test_an_unknown_name_is_a_line() -> None:
    with pytest.raises(NewsgraphError, match="--named nobody: there is no such query; use one of accounts, agencies"):
        named_query("nobody")


def test_values_are_of_python(sample_graph: KnowledgeGraph) -> None:
    query = "SELECT ?d ?n { ?e a ng:Event ; ng:date ?d ; ng:killed ?n FILTER(DATATYPE(?d) = xsd:date) }"
    rows = sample_graph.sparql(query)
    assert isinstance(rows["d"].iloc[0], date) and pd.api.types.is_integer_dtype(rows["n"])


def test_whole_numbers_stay_whole_where_some_are_missing(sample_graph: KnowledgeGraph) -> None:
    rows = sample_graph.sparql("SELECT ?e ?n { ?e a ng:Event OPTIONAL { ?e ng:killed ?n } } ORDER BY DESC(?n)")
    assert str(rows["n"].dtype) == "Int64" and rows["n"].isna().any() and ".0" not in rows[["n"]].to_csv()
    huge = sample_graph.sparql("SELECT ?n { VALUES ?n { 99999999999999999999 UNDEF } }")
    assert str(huge["n"].iloc[0]) == "99999999999999999999"


def test_the_samples_pass_all_checks(sample_graph: KnowledgeGraph) -> None:
    assert validate_store(to_store(sample_graph, DEFAULT_BASE), "samples") == []


def test_what_triples_cost_is_what_the_documentation_says(sample_graph: KnowledgeGraph) -> None:
    page = " ".join((Path(__file__).parents[2] / "docs" / "graph.md").read_text(encoding="utf-8").split())
    told = dict(re.findall(r"\ban? (event|proposal|statement|relation|claim) (?:costs )?(\d+)\b", page))
    ((mark, sentence),) = re.findall(r"A mark costs (\d+) triples, a sentence (\d+), once", page)
    subjects = Counter(triple[0] for triple in all_triples(sample_graph, sample_graph.base))
    by_folder: dict[str, list[int]] = defaultdict(list)
    for subject, number in subjects.items():
        by_folder[subject.decode().removeprefix(f"<{sample_graph.base}").partition("/")[0]].append(number)
    found = {name: sum(numbers) / len(numbers) for name, numbers in by_folder.items()}
    assert round(found["evidence"] + found["selector"]) == int(mark)
    assert found["sentence"] + found["selector"] == int(sentence)
    assert len(told) == 5 and all(abs(found[name] - int(number)) < 3 for name, number in told.items()), found


SURE = """
SELECT ?x { VALUES ?sort { ng:Event ng:Proposal ng:Statement ng:Claim ng:Relation } ?x a ?sort
  FILTER NOT EXISTS { ?x ng:confidence ?sure } }
"""


def test_every_claim_of_the_samples_says_how_sure_it_is(sample_graph: KnowledgeGraph) -> None:
    assert sample_graph.sparql(SURE)["x"].tolist() == []


def test_the_samples_contradict_nothing(sample_graph: KnowledgeGraph) -> None:
    assert conflicts(closed(to_store(sample_graph, DEFAULT_BASE), originals=True)) == []
