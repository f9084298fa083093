"""Accounts of one event that name other agents or places."""

from __future__ import annotations

from itertools import permutations

import msgspec
import pytest

from newsgraph import KnowledgeGraph
from newsgraph.articles import Article
from newsgraph.graph.bases import DEFAULT_BASE
from newsgraph.graph.events.claims import Claim, claim_order
from newsgraph.graph.evidence import Evidence
from newsgraph.graph.ledger import Ledger, keep_keys
from newsgraph.rdf.named_queries import named_query
from newsgraph.rdf.sparql import to_store
from newsgraph.rdf.validation import validate_store
from newsgraph.records import Entity, Event, Mention, Record, Relation
from tests.rdf.closure import closed, conflicts

TEXT = "Ossar said One bombed Marn. Venna said Two bombed Keld."
NORTH = {"lat": 60.0, "lon": 10.0, "links": {"geonames": "1"}}
NEAR = {"lat": 60.1, "lon": 10.1, "links": {"geonames": "2"}}
FAR = {"lat": 63.0, "lon": 10.0, "links": {"geonames": "2"}}


def record(
    agents: tuple[dict[str, object], dict[str, object]], places: tuple[dict[str, object], dict[str, object]],
    relations: tuple[Relation, ...] = (),
) -> Record:
    """Two speakers tell of one event, each with an agent and a place."""
    given = (
        ("Ossar", {"kind": "Person"}), ("One", agents[0]), ("Marn", places[0]), ("Venna", {"kind": "Person"}),
        ("Two", agents[1]), ("Keld", places[1]),
    )
    entities = tuple(
        msgspec.convert({"kind": "Place", **facts, "id": f"e{i}", "name": name}, Entity)
        for i, (name, facts) in enumerate(given, 1)
    )
    mentions = tuple(
        Mention(
            id=f"m{i}", entity=e.id, start=TEXT.index(e.name), end=TEXT.index(e.name) + len(e.name), text=e.name,
            kind=e.kind, form="name",
        )
        for i, e in enumerate(entities, 1)
    )
    first, second = TEXT.index("bombed"), TEXT.rindex("bombed")
    events = (
        Event(
            id="v1", start=first, end=first + 6, text="bombed", kind="ASSAULT", agents=("m2",), places=("m3",),
            factuality="actual", attributed_to="m1",
        ),
        Event(
            id="v2", start=second, end=second + 6, text="bombed", kind="ASSAULT", agents=("m5",), places=("m6",),
            factuality="actual", attributed_to="m4", same_as="v1",
        ),
    )
    return Record(
        article=Article(id="a", text=TEXT), entities=entities, mentions=mentions, events=events, relations=relations,
        sentences=((0, 27), (28, len(TEXT))),
    )


REBELS, ARMY = {"kind": "ArmedGroup"}, {"kind": "Agency", "country": "NO"}


@pytest.mark.parametrize(
    ("one", "other", "disputed"),
    [
        (REBELS, REBELS, True),
        (REBELS, ARMY, True),
        ({"kind": "Person"}, {"kind": "Person"}, True),
        ({"kind": "Country", "country": "NO"}, {"kind": "Agency", "country": "SE"}, True),
        ({"kind": "Country", "country": "NO"}, ARMY, False),  # a state and its army
        ({"kind": "Person"}, ARMY, False),  # who gave the order and who obeyed
        ({"kind": "Group"}, REBELS, False),
        ({"kind": "InternationalOrganization"}, {"kind": "Country", "country": "NO"}, False),  # it may be a member
    ],
)
def test_agents_that_exclude_each_other_are_a_dispute(
    one: dict[str, object], other: dict[str, object], disputed: bool
) -> None:
    graph = KnowledgeGraph.from_records([record((one, other), (NORTH, NEAR))])
    rows = graph.sparql(named_query("conflicts"))
    expected = [["agent", "One", "Ossar"], ["agent", "Two", "Venna"]] if disputed else []
    assert rows[["what", "value", "who"]].values.tolist() == expected
    assert rows["agreed"].isna().all()  # one article, two voices: nobody has agreed


@pytest.mark.parametrize(
    ("other", "disputed"),
    [(FAR, True), (NEAR, False), ({**FAR, "links": {}}, False), ({"country": "SE"}, True), ({"country": "NO"}, False)],
)
def test_places_that_exclude_each_other_are_a_dispute(other: dict[str, object], disputed: bool) -> None:
    graph = KnowledgeGraph.from_records([record((REBELS, ARMY), ({**NORTH, "country": "NO"}, other))])
    rows = graph.sparql(named_query("conflicts"))
    assert sorted(rows[rows.what == "place"]["value"]) == (["Keld", "Marn"] if disputed else [])


def told_by(name: str, day: str, event: int) -> Record:
    """An article of its own with one of the two accounts."""
    whole = record((REBELS, ARMY), (NORTH, FAR))
    only = msgspec.structs.replace(whole.events[event], attributed_to=None, same_as=None)
    article = Article(id=name, text=TEXT, published=day, source=name)
    return msgspec.structs.replace(whole, article=article, events=(only,))


@pytest.mark.parametrize(
    ("accounts", "agreed", "standing"),
    [
        ((0, 0, 1), "One", {("One", "majority"), ("Two", "latest")}),
        ((0, 1), "Two", {("Two", "latest")}),
        ((0, 1, 1), "Two", {("Two", "latest; majority"), ("One", "")}),
    ],
)
def test_what_most_or_the_latest_say_is_agreed(
    accounts: tuple[int, ...], agreed: str, standing: set[tuple[str, str]]
) -> None:
    records = [told_by(f"paper {i}", f"2026-05-0{i + 1}", event) for i, event in enumerate(accounts)]
    graph = KnowledgeGraph.from_records(records)
    graph.nx.graph["texts"] = {r.article.id: number for number, r in enumerate(records)}  # none copies another
    first, *others = [key for key in graph if key.startswith("event/")]
    for other in others:
        graph = graph.merge(first, other)
        graph.nx.graph["texts"] = {r.article.id: number for number, r in enumerate(records)}
    rows = graph.sparql(named_query("conflicts"))
    rows = rows[rows.what == "agent"].fillna("")
    assert set(rows["agreed"]) == {agreed}
    found = set(zip(rows["value"], rows["standing"], strict=True))
    assert found >= standing and {value for value, _ in found} == {"One", "Two"}
    table = graph.sparql(named_query("latest-and-majority"))
    assert list(table[table.what == "agent"]["latest"]) == ["Two"]
    places = graph.sparql("SELECT ?l { ?e ng:agreedPlace/rdfs:label ?l }")
    assert set(places["l"]) == {"Marn" if agreed == "One" else "Keld"}
    store = to_store(graph, DEFAULT_BASE)
    assert validate_store(store, "graph") == [] and conflicts(closed(store, originals=True)) == []


def test_who_says_another_thing_disputes_no_deed() -> None:
    given = record((REBELS, REBELS), (NORTH, FAR))
    spoken = tuple(msgspec.structs.replace(event, kind="REJECT") for event in given.events)
    graph = KnowledgeGraph.from_records([msgspec.structs.replace(given, events=spoken)])
    assert len(graph.events()) == 1 and graph.sparql(named_query("conflicts")).empty


def test_who_belongs_together_does_not_exclude_each_other() -> None:
    tie = Relation(subject="e2", predicate="partOf", object="e5", start=0, end=len(TEXT))
    graph = KnowledgeGraph.from_records([record((REBELS, REBELS), (NORTH, NEAR), (tie,))])
    assert graph.sparql(named_query("conflicts")).empty


def test_a_part_describes_those_whose_word_it_is_and_whom_claims_name() -> None:
    graph = KnowledgeGraph.from_records([record((REBELS, ARMY), (NORTH, FAR))])
    part = graph.only("Event")
    assert validate_store(to_store(part, part.base), "part") == []
    rows = part.only("ASSAULT").sparql(named_query("conflicts"))
    assert {"One", "Two", "Keld", "Marn"} == set(rows["value"]) and set(rows["who"]) == {"Ossar", "Venna"}
    assert set(part) == {"article/a", *(key for key in graph if key.startswith("event/"))}


def test_claims_of_nodes_are_valid_and_follow_their_keys() -> None:
    graph = KnowledgeGraph.from_records([record((REBELS, ARMY), (NORTH, FAR))])
    ledger = keep_keys(graph.nx.copy(), Ledger())
    places = {
        article: {
            sort: {at: "armed-group/renamed" if key == "armed-group/one" else key for at, key in offsets.items()}
            for sort, offsets in found.items()
        }
        for article, found in ledger.places.items()
    }
    kept = KnowledgeGraph.from_records(graph.records, ledger=Ledger(places, ledger.keys | {"armed-group/renamed"}))
    store = to_store(kept, DEFAULT_BASE)
    assert validate_store(store, "graph") == [] and conflicts(closed(store, originals=True)) == []
    rows = kept.sparql("SELECT ?node { ?c ng:claimedProperty ng:agent ; ng:claimedNode ?node }")
    assert {node.removeprefix(kept.base) for node in rows["node"]} == {"armed-group/renamed", "agency/two"}


def test_claims_of_one_place_have_one_order() -> None:
    quoted = Evidence("article/a", 0, 5, "Ossar", TEXT[:27], 0, 27)
    longer = msgspec.structs.replace(quoted, end=10, text=TEXT[:10])
    claims = [
        Claim("agent", "person/one", evidence)
        for evidence in (quoted, longer, msgspec.structs.replace(longer, by="person/ossar"))
    ]
    assert all(sorted(some, key=claim_order) == claims for some in permutations(claims))
