"""A proposal in one article, its rejection in another."""

from __future__ import annotations

import msgspec
import pytest

from newsgraph import KnowledgeGraph
from newsgraph.articles import Article
from newsgraph.records import Entity, Event, Mention, Proposal, Record, Span

PROPOSED = "Kenland offered Norland to host talks."
KINDS = {"Kenland": "e1", "Norland": "e2", "Westland": "e3"}


def article(name: str, text: str, day: str, **layers: object) -> Record:
    mentions = tuple(
        Mention(
            id=f"m-{word}", entity=entity, start=text.index(word), end=text.index(word) + 7, text=word, kind="Country",
            form="name",
        )
        for word, entity in KINDS.items()
        if word in text
    )
    entities = tuple(
        Entity(id=m.entity, kind="Country", name=m.text, country=m.text[:2].upper()) for m in mentions
    )
    return Record(
        article=Article(id=name, text=text, published=day), entities=entities, mentions=mentions, **layers  # type: ignore[arg-type]
    )


def offer(name: str = "one", day: str = "2026-05-01", content: str = "host talks") -> Record:
    text = PROPOSED.replace("host talks", content)
    start = text.index(content)
    proposal = Proposal(
        id="p1", start=0, end=len(text) - 1, cue=Span(start=8, end=15, text="offered"),
        content=Span(start=start, end=start + len(content), text=content), act="offer", proposers=("m-Kenland",),
        addressees=("m-Norland",),
    )
    return article(name, text, day, proposals=(proposal,))


def answer(text: str, kind: str, day: str = "2026-05-03", who: str = "Norland", trigger: str = "rejected") -> Record:
    start = text.index(trigger)
    event = Event(
        id="v1", start=start, end=start + len(trigger), text=trigger, kind=kind, agents=(f"m-{who}",),
        targets=("m-Kenland",), factuality="actual",
    )
    return article("two", text, day, events=(event,))


REJECTED = "Norland rejected the offer by Kenland."


@pytest.mark.parametrize(
    ("records", "opponents", "supporters", "status"),
    [
        ([offer(), answer(REJECTED, "REJECT")], "Norland", "", "rejected"),
        ([offer(), answer("Westland rejected Kenland's plan.", "REJECT", who="Westland")], "Westland", "", "proposed"),
        ([offer(), answer("Westland backed Kenland's offer.", "SUPPORT", who="Westland", trigger="backed")], "",
         "Westland", "proposed"),
        ([offer(), answer("Norland rejected the accusation by Kenland.", "REJECT")], "", "", "proposed"),
        ([offer(), answer(REJECTED, "REJECT", day="2026-04-20")], "", "", "proposed"),
        ([offer(), answer(REJECTED, "REJECT", day="2026-09-20")], "", "", "proposed"),
        ([offer(), offer("three", content="buy grain and steel"), answer(REJECTED, "REJECT")], "", "", "proposed"),
    ],
)
def test_answers(records: list[Record], opponents: str, supporters: str, status: str) -> None:
    for row in KnowledgeGraph.from_records(records).proposals().to_dict("records"):
        assert (row["opponents"], row["supporters"], row["status"]) == (opponents, supporters, status)


def test_it_can_be_undone() -> None:
    graph = KnowledgeGraph.from_records([offer(), answer(REJECTED, "REJECT")], merge_proposals=False)
    assert graph.proposals()["opponents"].tolist() == [""]


def deed(text: str, day: str = "2026-05-09", who: str = "Kenland", trigger: str = "hosted", **more: str) -> Record:
    start = text.index(trigger)
    event = Event(
        id="v1", start=start, end=start + len(trigger), text=trigger, kind="CONSULT", agents=(f"m-{who}",),
        **{"factuality": "actual", **more},  # type: ignore[arg-type]
    )
    return article("two", text, day, events=(event,))


@pytest.mark.parametrize(
    ("later", "status"),
    [
        (deed("Kenland hosted peace talks of both states on Friday."), "carried out"),
        (deed("Kenland hosted peace talks of both states on Friday.", day="2026-04-20"), "proposed"),
        (deed("Kenland hosted a music festival on Friday."), "proposed"),
        (deed("Norland hosted peace talks of both states on Friday.", who="Norland"), "proposed"),
        (deed("Kenland hosted peace talks of both states.", factuality="possible"), "proposed"),
    ],
)
def test_deeds(later: Record, status: str) -> None:
    graph = KnowledgeGraph.from_records([offer(content="host peace talks"), later])
    assert graph.proposals()["status"].tolist() == [status]
    assert graph.proposals()["articles"].tolist() == [2 if status == "carried out" else 1]


def test_an_answer_to_what_its_own_sentence_tells_is_none_to_another_article() -> None:
    text = "Norland rejected the offer by Kenland to send boats."
    rejected = answer(text, "REJECT")
    start = text.index("send boats")
    told = Proposal(
        id="p1", start=17, end=len(text) - 1, cue=Span(start=21, end=26, text="offer"),
        content=Span(start=start, end=start + 10, text="send boats"), act="offer", proposers=("m-Kenland",),
    )  # fmt: skip
    first = KnowledgeGraph.from_records([offer(), rejected]).nx
    telling = msgspec.structs.replace(rejected, proposals=(told,), sentences=((0, len(text)),))
    both = KnowledgeGraph.from_records([offer(), telling]).nx
    hosting = next(node for node, data in both.nodes(data=True) if data.get("label") == "host talks")
    assert any(data["type"] == "opposedBy" for _, _, data in first.out_edges(hosting, data=True))
    assert not any(data["type"] == "opposedBy" for _, _, data in both.out_edges(hosting, data=True))
