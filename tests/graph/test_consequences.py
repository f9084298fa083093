"""A decision does what it says, whatever the node or the tie follows from, and what else goes is told."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from newsgraph import KnowledgeGraph
from newsgraph.articles import Article
from newsgraph.errors import NewsgraphError
from newsgraph.graph import consequences as found_in
from newsgraph.graph.consequences import Consequences
from newsgraph.graph.corrections import MOST_ANCHORS
from newsgraph.language.pipeline import load_pipeline, read_articles
from newsgraph.on_disk import save_from_disk
from newsgraph.resolve.decisions import Anchor, Decision, event_names
from tests.graph.test_corrections import event, told
from tests.graph.test_knowledge_graph import records

TEXT = (
    "Operation Stone Shield began in Norland on Monday. The army said Operation Stone Shield would go on. "
    "“The road to Vesper is closed. Norland will not open it. But Ana Torv denied that the port was closed,” said Bo "
    "Lund. Police arrested six people in response to the killing of Ana Torv on Friday."
)


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    article = Article(id="a", text=TEXT, published="2026-05-05")
    return KnowledgeGraph.from_records(read_articles([article], load_pipeline()))


def consequences(before: KnowledgeGraph, after: KnowledgeGraph, decision: Decision) -> Consequences:
    return found_in.consequences(before.nx, after.nx, after.corpus.ledger, decision)


def check_done(before: KnowledgeGraph, after: KnowledgeGraph, decision: Decision) -> Consequences:
    return found_in.check_done(before.nx, after.nx, after.corpus.ledger, decision)


def the(graph: KnowledgeGraph, begins: str) -> str:
    (key,) = (key for key in graph.nx if key.startswith(begins))
    return key


def test_an_event_with_a_name_is_dropped_with_the_name(graph: KnowledgeGraph) -> None:
    after = graph.drop("Operation Stone Shield")
    assert not [key for key in after.nx if key.startswith("event/operation")]
    assert [data["label"] for _, data in after.nx.nodes(data=True) if "would go on" in data["label"]]


def test_a_name_by_which_another_event_goes_stays() -> None:
    name = "The Horn Summit"
    record = told(1, name, kind="Event")
    (deed,) = record.events
    summit = msgspec.structs.replace(deed, id="v2", start=9, end=15, text="Summit", kind="CONSULT", agents=())
    graph = KnowledgeGraph.from_records([msgspec.structs.replace(record, events=(deed, summit))])
    name_of = event_names(record)[0]
    wrong = Decision(verb="drop", sort="event", one=(Anchor("r1", deed.start, deed.end, deed.text),))
    both = msgspec.structs.replace(wrong, one=(*wrong.one, Anchor("r1", name_of.start, name_of.end, name)))
    for decision in (wrong, both):
        after = graph.with_decisions([decision])
        assert after.find(name) == graph.find(name) is not None and len(graph.events()) == len(after.events()) + 1


def test_an_event_known_by_its_name_alone_is_confirmed_called_and_dropped() -> None:
    record = msgspec.structs.replace(told(1, "The Horn Summit", kind="Event"), events=())
    graph = KnowledgeGraph.from_records([record])
    assert graph.nx.nodes[the(graph, "event/")]["confidence"] < 1
    sure = graph.confirm("The Horn Summit")
    assert sure.nx.nodes[the(sure, "event/")]["confidence"] == 1
    assert graph.rename("The Horn Summit", "The Second Summit").find("The Second Summit")
    assert not list(graph.drop("The Horn Summit").events()["key"])
    with pytest.raises(NewsgraphError, match="to set the kind of it leaves the graph as it is"):
        graph.set_kind("The Horn Summit", "CONSULT")


@pytest.mark.parametrize(
    ("one", "tie", "other"),
    [
        ("statement/the-road", "about", "place/norland"),
        ("event/police-arrested", "responseTo", "event/2026-05-01-killing"),
        ("event/police-arrested", "agent", "agency/police"),
    ],
)
def test_any_tie_is_dropped(graph: KnowledgeGraph, one: str, tie: str, other: str) -> None:
    claim = the(graph, one), tie, the(graph, other)
    after = graph.drop(claim)
    assert tie not in {data["type"] for data in (after.nx.get_edge_data(claim[0], claim[2]) or {}).values()}
    again = after.with_decisions([graph.to_judge("confirm", claim)])
    assert tie in {data["type"] for data in again.nx[claim[0]][claim[2]].values()}, "the later word counts"


def test_ties_go_on_the_disk_as_in_memory(sample_graph: KnowledgeGraph, tmp_path: Path) -> None:
    ties = {data["type"]: (one, data["type"], other) for one, other, data in sample_graph.nx.edges(data=True)}
    made = [sample_graph.to_judge("drop", ties[kind]) for kind in ("about", "responseTo", "agent", "supportedBy")]
    made.append(sample_graph.to_judge("drop", "Operation Stone Shield"))
    graph = KnowledgeGraph.from_records(sample_graph.records, decisions=made)
    save_from_disk(sample_graph.records, [tmp_path / "disk.nt"], decisions=made)
    assert (tmp_path / "disk.nt").read_bytes() == graph.save(tmp_path / "memory.nt").read_bytes()
    assert graph.nx.number_of_edges() < sample_graph.nx.number_of_edges()


def test_a_quotation_of_several_sentences_is_one_and_what_is_said_in_it_another(graph: KnowledgeGraph) -> None:
    statements = {key for key, data in graph.nx.nodes(data=True) if data["type"] == "Statement"}
    whole, inner = the(graph, "statement/the-road"), the(graph, "statement/that-the-port")
    assert len(graph.evidence(whole)) == 3
    for key in statements:
        assert statements - set(graph.drop(key).nx) == {key}
    for key in (whole, inner):
        sure = graph.confirm(key)
        assert [key for key in statements if sure.nx.nodes[key].get("decided")] == [key]


def test_the_later_word_counts() -> None:
    graph = KnowledgeGraph.from_records(records())
    key = event(graph)
    party, torv = str(graph.find("Harbour Party")), str(graph.find("Ana Torv"))
    for claim in (key, "Ana Torv", (torv, "headOf", party)):
        right, wrong = (graph.to_judge(verb, claim) for verb in ("confirm", "drop"))
        for said, there in (([wrong, right], True), ([right, wrong], False), ([wrong, right, wrong], False)):
            after = graph.with_decisions(said)
            assert consequences(graph, after, wrong).is_done is not there, (claim, said)


def test_more_articles_than_names_need(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsgraph.graph.corrections.MOST_ANCHORS", 3)
    graph = KnowledgeGraph.from_records([told(number, "Bo Lund") for number in range(6)])
    assert MOST_ANCHORS > 3 and len(graph.to_rename("Bo Lund", "B. Lund").one) == 3
    assert graph.drop("Bo Lund").find("Bo Lund") is None
    parted = graph.split("Bo Lund", "r5", "r4")
    assert [len(parted.evidence(key)) for key in parted.find_all("Bo Lund")] == [4, 2]


def test_what_else_is_gone_is_told(graph: KnowledgeGraph) -> None:
    key = the(graph, "statement/the-road")
    decision = graph.to_judge("drop", (key, "saidBy", "Bo Lund"))
    found = check_done(graph, graph.with_decisions([decision]), decision)
    assert found.gone == (key,)
    whole = graph.to_judge("drop", key)
    assert check_done(graph, graph.with_decisions([whole]), whole).gone == ()


def test_what_changes_nothing_is_refused(graph: KnowledgeGraph) -> None:
    key = the(graph, "statement/the-road")
    decision: Decision = graph.to_judge("drop", key)
    with pytest.raises(NewsgraphError, match="to drop it leaves the graph as it is; see its evidence"):
        check_done(graph, graph, decision)
