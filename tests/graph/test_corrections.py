"""What people decide of a graph, and that it holds when the articles are read again or become more."""

from __future__ import annotations

import msgspec
import pytest

from newsgraph import KnowledgeGraph
from newsgraph.articles import Article
from newsgraph.errors import NewsgraphError
from newsgraph.records import Entity, Event, Mention, Record
from newsgraph.resolve.decisions import Anchor, Decision, locate
from tests.graph.test_knowledge_graph import records


@pytest.fixture
def graph() -> KnowledgeGraph:
    return KnowledgeGraph.from_records(records())


def event(graph: KnowledgeGraph) -> str:
    (key,) = (key for key, data in graph.nx.nodes(data=True) if data.get("kind") == "ASSAULT")
    return key


def told(number: int, name: str, kind: str = "Person", before: str = "", country: str | None = None) -> Record:
    """An article in which somebody resigned."""
    text = f"{before}{name} resigned in May."
    start = len(before)
    end = start + len(name)
    return Record(
        article=Article(id=f"r{number}", text=text),
        entities=(Entity(id="e1", kind=kind, name=name, country=country),),
        mentions=(Mention(id="m1", entity="e1", start=start, end=end, text=name, kind=kind, form="name"),),
        events=(
            Event(
                id="v1", start=end + 1, end=end + 9, text="resigned", kind="RESIGN", agents=("m1",), factuality="actual"
            ),
        ),
    )


def test_merge(graph: KnowledgeGraph) -> None:
    new = graph.merge("Red Front", "Harbour Party", coder="ann")
    assert new.find("Red Front") == new.find("Harbour Party") and graph.find("Red Front") != graph.find("Harbour Party")
    key = str(new.find("Harbour Party"))
    assert new.nx.nodes[key]["decided"][0].startswith("same, says ann, 20")
    (old,) = new.nx.nodes[key]["replaces"]
    assert old in graph.nx and old not in new.nx
    row = new.decisions().iloc[-1] if len(new.decisions()) else None
    assert any("says ann" in reason for reason in new.decisions()["reason"]), row


def test_merge_says_what_cannot_be(graph: KnowledgeGraph) -> None:
    with pytest.raises(KeyError, match="no node goes by the name 'Nobody'"):
        graph.merge("Ana Torv", "Nobody")
    with pytest.raises(NewsgraphError, match="not of one sort"):
        graph.merge("Ana Torv", event(graph))
    with pytest.raises(NewsgraphError, match="are one node already"):
        graph.merge("Ana Torv", "Ana Torv")
    with pytest.raises(NewsgraphError, match="is an article"):
        graph.rename("article/one", "x")


def test_what_is_known_speaks_against_a_merge_and_a_kind() -> None:
    def linked(number: int, name: str, kind: str, wikidata: str | None = None) -> Record:
        record = told(number, name, kind)
        links = {"wikidata": wikidata} if wikidata else {}
        return msgspec.structs.replace(
            record, entities=(msgspec.structs.replace(record.entities[0], links=links),)
        )

    graph = KnowledgeGraph.from_records([
        linked(1, "Varnia", "Place", "Q1"), linked(2, "Osteria", "Place", "Q2"), linked(3, "Lena Marsh", "Person"),
        linked(4, "Red Valley Front", "Group"),
    ])  # fmt: skip
    with pytest.raises(NewsgraphError, match="are two things of wikidata, Q1 and Q2; if they are one all the same"):
        graph.merge("Varnia", "Osteria")
    with pytest.raises(NewsgraphError, match="are of kinds Person and Place; set the kind of one first, or give"):
        graph.merge("Lena Marsh", "Varnia")
    with pytest.raises(NewsgraphError, match="is wikidata Q1, of kind Place; if it is of kind Person, give --force"):
        graph.set_kind("Varnia", "Person")
    assert len(graph.merge("Varnia", "Osteria", force=True).find_all("Varnia")) == 1
    assert graph.set_kind("Varnia", "Person", force=True).find("Varnia")
    assert graph.set_kind("Red Valley Front", "Person").merge("Red Valley Front", "Lena Marsh").find("Lena Marsh")


def test_split_and_what_comes_later_stays_with_the_first() -> None:
    graph = KnowledgeGraph.from_records([told(1, "Lena Marsh"), told(2, "Lena Marsh"), told(3, "Lena Marsh")])
    new = graph.split("Lena Marsh", "r2")
    assert [len(new.evidence(key)) for key in new.find_all("Lena Marsh")] == [2, 1]
    assert new.find_all("Lena Marsh")[0] == graph.find("Lena Marsh")
    later = KnowledgeGraph.from_records([*graph.records, told(4, "Lena Marsh")], decisions=new.corpus.decided.decisions)
    assert sorted(len(later.evidence(key)) for key in later.find_all("Lena Marsh")) == [1, 3]
    again = new.merge(*new.find_all("Lena Marsh"))
    assert len(again.find_all("Lena Marsh")) == 1, "what is decided later goes before"
    with pytest.raises(NewsgraphError, match="none of its articles are named"):
        graph.split("Lena Marsh", "r9")


def test_what_is_parted_from_what_is_known_is_not_known() -> None:
    """Two nodes that are the same thing of Wikidata would be one again for whoever reads the RDF."""
    records = []
    for number in (1, 2, 3):
        record = told(number, "Varnia", "Place")
        varnia = msgspec.structs.replace(record.entities[0], links={"wikidata": "Q1"}, country="NO", lat=1.0, lon=2.0)
        records.append(msgspec.structs.replace(record, entities=(varnia,)))
    new = KnowledgeGraph.from_records(records).split("Varnia", "r2")
    known, other = sorted(new.find_all("Varnia"), key=lambda key: -len(new.evidence(key)))
    assert {"wikidata": "Q1", "country": "NO", "lat": 1.0}.items() <= new.nx.nodes[known].items()
    assert not {"wikidata", "country", "lat", "lon"} & new.nx.nodes[other].keys()
    assert [new.nx.nodes[key]["wikidata"] for key in new.merge(known, other).find_all("Varnia")] == ["Q1"]


def test_rename_keeps_the_key_and_the_old_name(graph: KnowledgeGraph) -> None:
    key = str(graph.find("Ana Torv"))
    new = graph.rename("Ana Torv", "Ana María Torv")
    assert new.nx.nodes[key]["label"] == "Ana María Torv" and "Ana Torv" in new.nx.nodes[key]["aliases"]
    called = new.rename(event(new), "Vesper attack")
    assert called.nx.nodes[event(graph)]["label"] == "Vesper attack" and called.find("Vesper attack") == event(graph)


def test_what_several_are_called_is_nobody_to_be_corrected(graph: KnowledgeGraph) -> None:
    """Nor is a person who is none in the graph an event that has the name among its words."""
    both = KnowledgeGraph.from_records([told(1, "Lena Marsh"), told(2, "Lena Marsh")]).split("Lena Marsh", "r2")
    one, other = both.find_all("Lena Marsh")
    words = f"2 nodes go by the name 'Lena Marsh': {one}, {other}; give a key"
    for correct in (both.drop, both.confirm, lambda name: both.rename(name, "x"), lambda name: both.merge(one, name)):
        with pytest.raises(KeyError, match=words):
            correct("Lena Marsh")
    assert both.rename(other, "L. Marsh").find("L. Marsh") == other
    key, label = event(graph), str(graph.nx.nodes[event(graph)]["label"])
    part = " ".join(label.split()[-3:])
    assert graph.find(part) == key
    with pytest.raises(KeyError, match=f"no node is called '{part}'; if .* is meant, give that or {key}"):
        graph.rename(part, "x")
    assert graph.rename(label.upper(), "x").nx.nodes[key]["label"] == "x"


def test_set_kind(graph: KnowledgeGraph) -> None:
    new = graph.set_kind("Harbour Party", "ArmedGroup").set_kind(event(graph), "COERCE")
    assert new.nx.nodes[str(graph.find("Harbour Party"))]["type"] == "ArmedGroup"
    assert new.nx.nodes[event(graph)]["kind"] == "COERCE"
    with pytest.raises(NewsgraphError, match="there is no kind 'WAR' of it; use one of AGREE"):
        graph.set_kind(event(graph), "WAR")


def test_drop_a_node_and_a_tie(graph: KnowledgeGraph) -> None:
    key = event(graph)
    assert key not in graph.drop(key).nx
    party, torv = str(graph.find("Harbour Party")), str(graph.find("Ana Torv"))
    new = graph.drop((torv, "headOf", party))
    assert not new.nx.has_edge(torv, party) and party in new.nx
    front = str(graph.find("Red Front"))
    assert not graph.drop((key, "agent", front)).nx.has_edge(key, front)
    assert front not in graph.drop("Red Front").nx
    with pytest.raises(KeyError, match="no tie 'target' from"):
        graph.drop((key, "target", front))


def test_confirm_is_sure() -> None:
    first, _ = records()
    doubted = msgspec.structs.replace(
        first, events=tuple(msgspec.structs.replace(e, confidence=0.2) for e in first.events)
    )
    low = KnowledgeGraph.from_records([doubted], min_confidence=0.1)
    key = event(low)
    sure = low.confirm(key)
    assert sure.nx.nodes[key]["confidence"] == 1.0
    high = KnowledgeGraph.from_records([doubted], decisions=sure.corpus.decided.decisions)
    assert event(high) == key
    assert len(KnowledgeGraph.from_records([doubted]).events()) == 0


def test_a_part_stays_a_part(graph: KnowledgeGraph) -> None:
    part = graph.around("Ana Torv")
    new = part.rename("Ana Torv", "A. Torv")
    assert new.find("A. Torv") and set(new.nx) == set(part.nx)


def test_decisions_hold_when_the_text_has_moved_and_are_told_when_it_is_gone() -> None:
    graph = KnowledgeGraph.from_records([told(1, "Lena Marsh"), told(2, "Lena Marsh")]).rename("Lena Marsh", "L. Marsh")
    decisions = graph.corpus.decided.decisions
    moved = KnowledgeGraph.from_records(
        [told(1, "Lena Marsh", before="In the north, "), told(2, "Lena Marsh")], decisions=decisions
    )
    assert moved.find("L. Marsh") and not moved.corpus.decided.unfit
    gone = KnowledgeGraph.from_records([told(3, "Lena Marsh")], decisions=decisions)
    assert gone.corpus.decided.unfit == decisions and gone.find("L. Marsh") is None


def test_anchors_are_found_nearest() -> None:
    anchor = Anchor("a", 10, 13, "war")
    assert locate(anchor, "no war, no war, war") == (11, 14)
    assert locate(anchor, "peace") is None


def test_a_decision_reads_as_a_line() -> None:
    decision = Decision(
        verb="rename", sort="entity", one=(), value="X", coder="ann", time="2026-05-01T10:00:00+00:00"
    )
    assert str(decision) == "is called X, says ann, 2026-05-01"
