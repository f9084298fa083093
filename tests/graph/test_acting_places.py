"""Towns and regions act under their names; other places do not."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from newsgraph import KnowledgeGraph
from newsgraph.articles import Article
from newsgraph.on_disk import save_from_disk
from newsgraph.outputs.property_graphs import write_neo4j_nodes
from newsgraph.records import Entity, Event, Mention, Proposal, Record, Span

TEXT = "Port Vell closed the bridge on Monday. Port Vell urged Sandholm to reopen the harbour."


def record(*, known: bool, kind: str = "Place") -> Record:
    links = [{"geonames": number} if known else {} for number in "12"]

    def mention(number: int, words: str, entity: str, start: int = 0) -> Mention:
        at = TEXT.index(words, start)
        return Mention(
            id=f"m{number}", entity=entity, start=at, end=at + len(words), text=words, kind=kind, form="name"  # type: ignore[arg-type]
        )

    closed, urged = TEXT.index("closed"), TEXT.index("urged")
    return Record(
        article=Article(id="one", text=TEXT, title="Bridge", published="2026-05-06"),
        entities=(
            Entity(id="e1", kind=kind, name="Port Vell", country="NO", links=links[0]),  # type: ignore[arg-type]
            Entity(id="e2", kind=kind, name="Sandholm", country="NO", links=links[1]),  # type: ignore[arg-type]
        ),
        mentions=(
            mention(1, "Port Vell", "e1"), mention(2, "Port Vell", "e1", 20), mention(3, "Sandholm", "e2"),
        ),
        events=(
            Event(id="v1", start=closed, end=closed + 6, text="closed", kind="COERCE", agents=("m1",),
                  factuality="actual", time="2026-05-04"),
        ),
        proposals=(
            Proposal(
                id="p1", start=urged - 10, end=len(TEXT) - 1, cue=Span(start=urged, end=urged + 5, text="urged"),
                content=Span(start=TEXT.index("reopen"), end=len(TEXT) - 1, text="reopen the harbour"), act="urge",
                proposers=("m2",), addressees=("m3",),
            ),
        ),
        sentences=((0, 38), (39, len(TEXT))),
    )  # fmt: skip


def parts(graph: KnowledgeGraph) -> list[tuple[str, str]]:
    kinds = ("agent", "proposedBy", "addressedTo")
    return sorted((d["type"], other) for _, other, d in graph.nx.edges(data=True) if d["type"] in kinds)


def classes(graph: KnowledgeGraph, node: str) -> list[str]:
    found = graph.sparql("SELECT ?node ?class { ?node a ?class }")
    own = found[found["node"].str.endswith(f"/{node}")]
    return sorted(iri.rpartition("#")[2] for iri in own["class"])


def test_a_town_that_is_known_acts_and_is_an_actor() -> None:
    graph = KnowledgeGraph.from_records([record(known=True)])
    assert parts(graph) == [
        ("addressedTo", "place/sandholm"), ("agent", "place/port-vell"), ("proposedBy", "place/port-vell"),
    ]  # fmt: skip
    assert classes(graph, "place/port-vell") == ["Actor", "Place", "Polity"]


def test_a_place_that_is_not_known_does_not_act() -> None:
    graph = KnowledgeGraph.from_records([record(known=False)])
    assert parts(graph) == []
    assert classes(graph, "place/port-vell") == ["Place"]


def test_what_acts_and_is_of_no_known_kind_is_an_actor() -> None:
    graph = KnowledgeGraph.from_records([record(known=False, kind="Other")])
    assert ("proposedBy", "thing/port-vell") in parts(graph)
    assert classes(graph, "thing/port-vell") == ["Actor"]


def labels(graph: KnowledgeGraph, node: str) -> str:
    stream = io.BytesIO()
    write_neo4j_nodes(graph.nx, stream)
    (row,) = [row for row in csv.DictReader(stream.getvalue().decode().splitlines()) if row["key:ID"] == node]
    return row[":LABEL"]


def test_what_acts_has_the_label_of_an_actor() -> None:
    known, unknown = (KnowledgeGraph.from_records([record(known=known)]) for known in (True, False))
    assert {labels(known, "place/port-vell"), labels(known, "place/sandholm")} == {"Place;Actor"}
    assert labels(unknown, "place/port-vell") == "Place"
    assert labels(KnowledgeGraph.from_records([record(known=False, kind="Other")]), "thing/port-vell") == "Other;Actor"


SHELLED = "Red Front shelled Port Vell on Monday and killed nine people."


def shelling(number: int, *, misread: bool = False) -> Record:
    """An article on a shelling; one that is misread has the town as the one who did it."""

    def mention(number: int, words: str, kind: str) -> Mention:
        at = SHELLED.index(words)
        return Mention(
            id=f"m{number}", entity=f"e{number}", start=at, end=at + len(words), text=words, kind=kind, form="name"
        )

    at = SHELLED.index("shelled")
    return Record(
        article=Article(id=f"a{number}", text=SHELLED, title="Shelling", published="2026-05-06"),
        entities=(
            Entity(id="e1", kind="ArmedGroup", name="Red Front"),
            Entity(id="e2", kind="Place", name="Port Vell", country="NO", links={"geonames": "1"}),
        ),
        mentions=(mention(1, "Red Front", "ArmedGroup"), mention(2, "Port Vell", "Place")),
        events=(
            Event(id="v1", start=at, end=at + 7, text="shelled", kind="ASSAULT", factuality="actual", time="2026-05-04",
                  agents=("m2",) if misread else ("m1",), targets=() if misread else ("m2",)),
        ),
        sentences=((0, len(SHELLED)),),
    )  # fmt: skip


def test_a_town_that_one_misread_sentence_has_as_an_agent_does_not_act(tmp_path: Path) -> None:
    told = [*map(shelling, range(3)), shelling(3, misread=True)]
    graph = KnowledgeGraph.from_records(told)
    assert parts(graph) == [("agent", "armed-group/red-front")]
    assert "acts" not in graph.nx.nodes["place/port-vell"]
    assert classes(graph, "place/port-vell") == ["Place"]
    alone = KnowledgeGraph.from_records(told[3:])
    assert parts(alone) == [("agent", "place/port-vell")]
    assert classes(alone, "place/port-vell") == ["Actor", "Place", "Polity"]
    for own in (graph, alone, KnowledgeGraph.from_records([record(known=False, kind="Other")])):
        save_from_disk(own.records, [tmp_path / "disk.nt"])
        assert (tmp_path / "disk.nt").read_bytes() == own.save(tmp_path / "memory.nt").read_bytes()
