"""What is unlikely stays in the records and out of the graph."""

import msgspec
import pytest

from newsgraph import KnowledgeGraph
from newsgraph.articles import Article
from newsgraph.graph.claims import corroborated, surest
from newsgraph.records import Entity, Event, Mention, Record, Relation

TEXT = "Norway condemned Sweden. The condemnation was sharp."


def record(first: float | None, second: float | None) -> Record:
    entities = tuple(
        Entity(id=f"e{i}", kind="Country", name=name, country=code)
        for i, (name, code) in enumerate((("Norway", "NO"), ("Sweden", "SE")), 1)
    )
    mentions = tuple(
        Mention(
            id=f"m{i}", entity=f"e{i}", start=TEXT.index(e.name), end=TEXT.index(e.name) + 6, text=e.name,
            kind="Country", form="name",
        )
        for i, e in enumerate(entities, 1)
    )
    verb, noun = TEXT.index("condemned"), TEXT.index("condemnation")
    events = (
        Event(
            id="v1", start=verb, end=verb + 9, text="condemned", kind="ACCUSE", agents=("m1",), targets=("m2",),
            factuality="actual", confidence=first,
        ),
        Event(
            id="v2", start=noun, end=noun + 12, text="condemnation", kind="ACCUSE", factuality="actual",
            same_as="v1", confidence=second,
        ),
    )
    return Record(
        article=Article(id="a", text=TEXT), entities=entities, mentions=mentions, events=events,
        sentences=((0, 24), (25, len(TEXT))),
    )


@pytest.mark.parametrize(
    ("first", "second", "least", "shown"),
    [
        (0.4, None, 0.5, True),  # claimed for sure once
        (0.4, 0.3, 0.5, False),
        (0.4, 0.3, 0.4, True),
        (0.4, 0.6, 0.5, True),
        (0.9, 0.9, 0.95, False),
    ],
)
def test_an_event_is_claimed_by_its_surest_account(
    first: float | None, second: float | None, least: float, shown: bool
) -> None:
    given = record(first, second)
    graph = KnowledgeGraph.from_records([given], min_confidence=least)
    assert (len(graph.events()) == 1) is shown
    assert graph.records == (given,)
    if shown and None not in (first, second):
        assert graph.events().confidence.tolist() == [max(first, second)]  # type: ignore[type-var]


def test_what_has_no_kind_makes_nothing_surer() -> None:
    given = record(0.4, None)
    uncoded = msgspec.structs.replace(given.events[1], kind="OTHER")
    graph = KnowledgeGraph.from_records([msgspec.structs.replace(given, events=(given.events[0], uncoded))])
    assert graph.events().empty


@pytest.mark.parametrize(
    ("confidence", "texts", "surer"), [(0.4, 2, 0.4), (0.4, 3, 0.5), (0.5, 7, 0.6), (1.0, 9, 1.0), (0.0, 9, 0.0)]
)
def test_what_several_tell_is_surer(confidence: float, texts: int, surer: float) -> None:
    assert corroborated(confidence, texts) == surer


def test_a_circle_of_accounts_ends() -> None:
    given = record(0.9, 0.9)
    looped = (msgspec.structs.replace(given.events[0], same_as="v2"), given.events[1])
    KnowledgeGraph.from_records([msgspec.structs.replace(given, events=looped)])


def test_what_only_the_tables_know_stays_in_the_record() -> None:
    given = record(0.9, 0.9)
    known = Relation(subject="e1", predicate="alliedWith", object="e2", start=0, end=24, basis="known")
    told = Relation(subject="e1", predicate="fightingAgainst", object="e2", start=0, end=24)
    graph = KnowledgeGraph.from_records([msgspec.structs.replace(given, relations=(known, told))])
    assert graph.relations()["predicate"].tolist() == ["fightingAgainst"]
    assert graph.records[0].relations == (known, told)


def test_an_account_without_a_confidence_makes_no_event_certain() -> None:
    died = Event(id="v1", start=0, end=4, text="died", kind="OTHER", factuality="actual", confidence=0.83)
    death = Event(id="v2", start=9, end=14, text="death", kind="OTHER", factuality="actual")
    assert surest([died, death]) == 0.83
    assert surest([death]) == 1.0
