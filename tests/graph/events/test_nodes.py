"""Events of several articles: told as alleged, taken apart and put together by people, never joined at all."""

from __future__ import annotations

import msgspec

from newsgraph import KnowledgeGraph
from newsgraph.records import Record
from tests.graph.events.test_disagreements import FIVE


def articles(graph: KnowledgeGraph) -> list[set[str]]:
    return sorted(
        ({graph.nx.nodes[quoted.article]["identifier"] for quoted in graph.evidence(key)}
         for key in graph.events()["key"]),
        key=sorted,
    )  # fmt: skip


def alleged(record: Record) -> Record:
    return msgspec.structs.replace(
        record, events=tuple(msgspec.structs.replace(e, factuality="possible") for e in record.events)
    )


def test_what_one_paper_alleges_joins_what_another_tells_as_a_fact() -> None:
    graph = KnowledgeGraph.from_records([alleged(FIVE[0]), FIVE[1]])
    assert articles(graph) == [{"a", "b"}]
    assert graph.events()["factuality"].tolist() == ["actual"]


def test_without_merging_each_article_has_its_own_event() -> None:
    graph = KnowledgeGraph.from_records(FIVE[:3], merge_events=False)
    assert articles(graph) == [{"a"}, {"b"}, {"c"}]
    assert graph.decisions().query("joined").empty


def test_a_person_parts_an_event_and_the_score_does_not_join_it_again() -> None:
    graph = KnowledgeGraph.from_records(FIVE[:3])
    (key,) = graph.events()["key"]
    parted = graph.split(key, "b", coder="ada")
    assert articles(parted) == [{"a", "c"}, {"b"}]
    later = KnowledgeGraph.from_records(FIVE[:4], decisions=parted.corpus.decided.decisions)
    assert articles(later) == [{"a", "c", "d"}, {"b"}]


def test_a_person_joins_what_the_score_left_apart() -> None:
    other = msgspec.structs.replace(
        FIVE[3],
        events=tuple(msgspec.structs.replace(e, time="2026-02-01", kind="PROTEST") for e in FIVE[3].events),
    )
    graph = KnowledgeGraph.from_records([FIVE[0], other])
    assert articles(graph) == [{"a"}, {"d"}]
    assert articles(graph.merge(*graph.events()["key"])) == [{"a", "d"}]


def unsure(record: Record, factuality: str = "actual") -> Record:
    events = (msgspec.structs.replace(e, confidence=0.42, factuality=factuality) for e in record.events)
    return msgspec.structs.replace(record, events=tuple(events))


def test_a_deed_that_three_papers_tell_as_a_fact_is_surer_than_each_of_them() -> None:
    three = [unsure(record) for record in FIVE[:3]]
    assert KnowledgeGraph.from_records(three).events()["confidence"].tolist() == [0.52]
    assert KnowledgeGraph.from_records(three[:2]).events().empty
    assert KnowledgeGraph.from_records([unsure(record, "possible") for record in FIVE[:3]]).events().empty


def test_copies_of_one_text_make_nothing_surer() -> None:
    copies = [
        msgspec.structs.replace(unsure(FIVE[0]), article=msgspec.structs.replace(FIVE[0].article, id=name))
        for name in "xyz"
    ]
    assert KnowledgeGraph.from_records(copies).events().empty


def test_where_one_paper_says_in_which_town_and_another_near_which_the_first_counts() -> None:
    near = msgspec.structs.replace(
        FIVE[1], events=tuple(msgspec.structs.replace(e, place_reason="near") for e in FIVE[1].events)
    )
    (alone,) = KnowledgeGraph.from_records([near]).events().to_dict("records")
    (both,) = KnowledgeGraph.from_records([near, FIVE[0]]).events().to_dict("records")
    assert alone["place"] and alone["place_reason"] == "near"
    assert both["place"] and both["place_reason"] is None


def test_who_is_the_subject_of_a_happening_has_not_made_a_disaster() -> None:
    """One paper's "the bus burnt" is the other's fire, whose author is the bus for nobody."""
    one, other = FIVE[0], FIVE[1]
    fire, burning = (
        msgspec.structs.replace(r, events=tuple(msgspec.structs.replace(e, kind=kind) for e in r.events))
        for r, kind in ((one, "DISASTER"), (other, "OTHER"))
    )
    graph = KnowledgeGraph.from_records([fire, burning], merge_events=False, min_confidence=0)
    said = {True: set[str](), False: set[str]()}
    for merged in (True, False):
        network = (graph.merge(*graph.events()["key"]) if merged else graph).nx
        said[merged] = {
            network.nodes[quoted.article]["identifier"]
            for _, _, data in network.edges(data=True) if data["type"] == "agent" for quoted in data["evidence"]
        }  # fmt: skip
    assert said == {True: {"a"}, False: {"a", "b"}}


def test_an_event_with_a_name_has_the_date_that_half_of_its_papers_give() -> None:
    """Who says what happened in a war or a league on a day has not dated it."""
    told = [
        msgspec.structs.replace(r, events=tuple(
            msgspec.structs.replace(e, name="Long Tide", time=time, kind="OTHER") for e in r.events))
        for r, time in zip(FIVE[:3], ("2009-02", None, None), strict=True)
    ]
    (of_three,) = KnowledgeGraph.from_records(told).events()["date"].tolist()
    (of_two,) = KnowledgeGraph.from_records(told[:2]).events()["date"].tolist()
    assert (of_three, of_two) == (None, "2009-02")


def test_the_year_in_a_name_outranks_what_articles_recall_it_by() -> None:
    def told(*times: str | None) -> list[str | None]:
        records = [
            msgspec.structs.replace(r, events=tuple(
                msgspec.structs.replace(e, name="1955 Norland election", time=time, kind="ELECT") for e in r.events))
            for r, time in zip(FIVE, times, strict=False)
        ]
        dates: list[str | None] = KnowledgeGraph.from_records(records).events()["date"].tolist()
        return dates

    assert told("1959", None, None) == ["1955"]
    assert told("1955-05-26", None, None) == ["1955-05-26"]


def test_the_year_that_one_of_many_papers_gives_is_that_of_something_else() -> None:
    """"His wife, who died in 1984": no paper is of that year."""
    def dates(*times: str | None) -> list[str | None]:
        records = [
            msgspec.structs.replace(r, events=tuple(msgspec.structs.replace(e, time=time) for e in r.events))
            for r, time in zip(FIVE, times, strict=False)
        ]
        graph = KnowledgeGraph.from_records(records, merge_events=False)
        while len(keys := graph.events()["key"].tolist()) > 1:
            graph = graph.merge(*keys[:2])
        found: list[str | None] = graph.events()["date"].tolist()
        return found

    assert dates("1984", None, None, None) == [None]
    assert dates("1984", None, None) == ["1984"]
    assert dates("1984", "1984", None, None) == ["1984"]
    assert dates("2026", None, None, None) == ["2026"]  # a paper of that year


def turned(record: Record) -> Record:
    """The article, read the wrong way round."""
    return msgspec.structs.replace(record, events=tuple(
        msgspec.structs.replace(e, agents=e.targets, targets=e.agents) for e in record.events))


def of_kind(kind: str, *records: Record) -> list[Record]:
    return [msgspec.structs.replace(r, events=tuple(msgspec.structs.replace(e, kind=kind) for e in r.events))
            for r in records]


def sides(records: list[Record]) -> dict[str, set[str]]:
    network = KnowledgeGraph.from_records(records).nx
    found: dict[str, set[str]] = {"agent": set(), "target": set()}
    for _, node, data in network.edges(data=True):
        if data["type"] in found:
            found[data["type"]].add(node)
    return found


def test_whom_most_accounts_have_as_the_victim_has_not_done_it() -> None:
    assert sides([*FIVE[:4], turned(FIVE[4])]) == sides(FIVE)
    assert all(sides([*FIVE[:2], turned(FIVE[4])]).values())  # two of three may be wrong


def test_to_whom_a_disaster_befalls_has_not_done_it() -> None:
    found = sides(of_kind("DISASTER", FIVE[0], turned(FIVE[1])))
    assert not found["agent"] and found["target"]
