"""What is refused in a record, and that whatever bytes come never end in anything but a line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newsgraph as ng
import newsgraph.records
from newsgraph import KnowledgeGraph
from newsgraph.articles import Article
from newsgraph.errors import RecordError
from newsgraph.made_in_python import checked_article
from newsgraph.record_checks import SCHEMA, problems_of
from newsgraph.record_lines import from_json, to_json
from newsgraph.records import (
    Attribution,
    Content,
    Entity,
    Event,
    Mention,
    Proposal,
    Record,
    Relation,
    Source,
    Span,
    StanceTaken,
    Time,
)
from newsgraph.sources import Problem
from tests.graph.test_knowledge_graph import records

ONE, TWO = records()


def changed(layer: str, number: int = 0, **fields: Any) -> Record:
    items = list(getattr(ONE, layer))
    items[number] = msgspec.structs.replace(items[number], **fields)
    return msgspec.structs.replace(ONE, **{layer: tuple(items)})


def with_article(**fields: Any) -> Record:
    return msgspec.structs.replace(ONE, article=msgspec.structs.replace(ONE.article, **fields))


SAID = Attribution(id="a1", content=Span(start=0, end=8), mode="direct")
BROKEN = [
    (with_article(text=" "), "no text"),
    (with_article(id=" "), "no id"),
    (with_article(published="last week"), "'last week', which is no date"),
    (with_article(published="2026-02-30"), "no date"),
    (changed("entities", 1, id="e1"), "'e1' comes twice"),
    (changed("entities", kind="Ship"), "no kind 'Ship'"),
    (changed("entities", country="Norway"), "no ISO 3166-1 code"),
    (changed("entities", lat=3.0), "one coordinate of two"),
    (changed("entities", 4, lat=91.0), "91.0 is no coordinate"),
    (changed("mentions", kind="ship"), "no kind 'ship'"),
    (changed("mentions", text="Someone"), "has not 'Someone'"),
    (changed("mentions", end=4000), "outside of the text"),
    (changed("mentions", entity="e77"), "entity 'e77' is referred to"),
    (changed("events", kind="WAR"), "no kind 'WAR'"),
    (changed("events", time="2026-13-01"), "no time in TIMEX3"),
    (changed("events", time="yesterday"), "no time in TIMEX3"),
    (changed("events", counts={"killed": -1}), "-1 killed can't be"),
    (changed("events", counts={"eaten": 1}, said_at={}), "'eaten' is nothing that is counted"),
    (changed("events", counts={"killed": 1}, said_at={"killed": (0, 9999)}), "outside of the text"),
    (changed("events", counts={}, said_at={"killed": (0, 2)}), "'killed' has words and no value"),
    (changed("events", confidence=1.5), "not from 0 to 1"),
    (changed("events", attributed_to="m99"), "attributed_to 'm99'"),
    (changed("events", cause_of="v99"), "cause_of 'v99'"),
    (changed("proposals", act="beg"), "no act 'beg'"),
    (changed("proposals", supporters=("m99",)), "supporters 'm99'"),
    (changed("proposals", condition=Span(start=5, end=5)), "outside of the text"),
    (changed("proposals", stances=(StanceTaken(actor="m99", stance="support", start=0, end=3),)), "actor 'm99'"),
    (changed("relations", predicate="likes"), "no predicate 'likes'"),
    (changed("relations", object="e99"), "object 'e99'"),
    (msgspec.structs.replace(ONE, attributions=(SAID, SAID)), "'a1' comes twice"),
    (
        msgspec.structs.replace(
            ONE, attributions=(msgspec.structs.replace(SAID, source=Source(start=0, end=8, mention="m99")),)
        ),
        "source 'm99'",
    ),
    (msgspec.structs.replace(ONE, sentences=((0, 9), (4, 12))), "not behind the one before"),
    (msgspec.structs.replace(ONE, schema=SCHEMA + 1), "newer newsgraph"),
    (msgspec.structs.replace(ONE, schema=0), "the first is 1"),
    (with_article(published="2026-05-06T25:00"), "no date"),
    (with_article(published="2026-05-06T10:00 or so"), "no date"),
    (with_article(language="English, mostly"), "no code of a language"),
    (changed("entities", 1, id=""), "id is empty"),
    (changed("entities", name=" "), "name is empty"),
    (changed("entities", aliases=("Torv", "")), "aliases is empty"),
    (changed("entities", country="ZZ"), "no ISO 3166-1 code"),
    (changed("entities", country="no"), "no ISO 3166-1 code"),
    (changed("entities", sector="\x07"), "is no sector"),
    (changed("entities", links={"wikidata": "javascript:alert(1)"}), "is no item of Wikidata"),
    (changed("entities", links={"geonames": "Oslo"}), "is no number of GeoNames"),
    (changed("entities", links={"wikipedia": " "}), "is no title of a page"),
    (changed("entities", links={"type": "Ship"}), "'Ship' ('type') is no authority for links"),
    (changed("mentions", reason=""), "reason is empty"),
    (changed("events", mode="by air; or not"), "is no mode"),
    (changed("events", time_reason="?"), "is no time reason"),
    (changed("events", place_reason=""), "is no place reason"),
    (changed("events", time="T99:99"), "no time in TIMEX3"),
    (changed("events", time="2026-05-05T24:61"), "no time in TIMEX3"),
    (changed("events", counts_max={"killed": 3}), "the most killed, 3, is less than the least, 14"),
    (changed("events", counts={"killed": 10**11}), "can't be"),
    (changed("events", said_at={"injured": (0, 3)}), "has words and no value"),
    (changed("events", instruments=(" ",)), "instruments is empty"),
    (changed("events", phrase=""), "phrase is empty"),
    (changed("events", part_of="v1"), "'v1' is linked to itself"),
    (changed("proposals", same_as="p1"), "'p1' is the same as itself"),
    (changed("proposals", deadline="soon"), "no time in TIMEX3"),
    (changed("relations", object="e1"), "'e1' is tied to itself"),
    (changed("relations", since="2026-13"), "no year, month or day"),
    (changed("relations", until="2026-W05"), "no year, month or day"),
    (changed("relations", basis="felt"), "no basis 'felt'"),
    (changed("relations", role=""), "role is empty"),
]  # fmt: skip


@pytest.mark.parametrize(("record", "words"), BROKEN, ids=[words for _, words in BROKEN])
def test_each_fault_is_named(record: Record, words: str) -> None:
    with pytest.raises(RecordError) as caught:
        from_json(to_json(record), "r.jsonl, line 3")
    assert words in str(caught.value) and str(caught.value).startswith("r.jsonl, line 3: ")
    assert str(caught.value).isprintable()


WHOLE = msgspec.structs.replace(
    ONE,
    times=(Time(id="t1", start=0, end=3, text=ONE.article.text[:3]),),
    attributions=(Attribution(
        id="a1", mode="direct", cue=Span(start=0, end=3), source=Source(start=0, end=3), content=Content(
            start=0, end=8, parts=(Span(start=0, end=8),),
        ),
    ),),
    proposals=(msgspec.structs.replace(
        ONE.proposals[0], condition=Span(start=0, end=3),
        stances=(StanceTaken(actor="m1", stance="support", start=0, end=3),),
    ),),
)  # fmt: skip
"""A record with an item of each sort."""
STRUCTS: dict[type[msgspec.Struct], tuple[str | int, ...]] = {
    Record: (), Article: ("article",), Entity: ("entities", 0), Mention: ("mentions", 0), Time: ("times", 0),
    Event: ("events", 0), Proposal: ("proposals", 0), Span: ("proposals", 0, "cue"), Relation: ("relations", 0),
    StanceTaken: ("proposals", 0, "stances", 0), Attribution: ("attributions", 0),
    Source: ("attributions", 0, "source"), Content: ("attributions", 0, "content"),
}  # fmt: skip
FIELDS = [(struct, field) for struct in STRUCTS for field in struct.__struct_fields__]


def test_all_structs_are_tried() -> None:
    found = {value for value in vars(newsgraph.records).values() if isinstance(value, type(Record))}
    assert {struct for struct in found if not struct.__name__.startswith("_") and struct is not msgspec.Struct} == {
        *STRUCTS
    }
    assert not list(problems_of(WHOLE))


def with_value(path: Sequence[str | int], value: Any) -> bytes:
    """The record as JSON, with another value at a place."""
    top = msgspec.json.decode(to_json(WHOLE))
    place = top
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return msgspec.json.encode(top)


@pytest.mark.parametrize(("struct", "field"), FIELDS, ids=[f"{s.__name__}.{f}" for s, f in FIELDS])
def test_a_value_of_another_type_is_refused_in_every_field(struct: type[msgspec.Struct], field: str) -> None:
    with pytest.raises(RecordError, match="not a record of newsgraph"):
        from_json(with_value((*STRUCTS[struct], field), {"x": [None]}))


def test_a_bad_record_of_the_caller_does_not_stop_the_others() -> None:
    heard: list[Problem] = []
    bad = [
        changed("mentions", entity="e999"), changed("events", start="3"), changed("entities", name="\udce9"),
        msgspec.structs.replace(ONE, article="?"), with_article(id=5),
    ]  # fmt: skip
    assert list(ng.extract([*bad, ONE, TWO], on_problem=heard.append)) == [ONE, TWO]
    assert len(heard) == len(bad) and all(problem.lost for problem in heard)
    assert str(heard[0]) == (
        "one: mentions: entity 'e999' is referred to and not in the record; extract the article again"
    )


def test_articles_of_the_caller_are_read_as_far_as_they_are_sound() -> None:
    heard: list[Problem] = []
    article = Article(id="a", text="Talks.", published="last week", language="English, mostly")
    assert checked_article(article, heard.append) == Article(id="a", text="Talks.")
    assert checked_article(msgspec.structs.replace(article, title=5), heard.append) is None
    assert [str(problem) for problem in heard] == [
        "a: is published at 'last week', which is no date, and is read without one; write it as in 2026-05-06",
        "a: its title is no text; give it as text, not 5",
    ]


def test_what_newsgraph_extracts_has_no_fault(sample_graph: KnowledgeGraph) -> None:
    assert not [fault for record in sample_graph.records for fault in problems_of(record)]


def test_good_records_have_no_fault() -> None:
    assert not [*problems_of(ONE), *problems_of(TWO)]


@pytest.mark.parametrize(
    "value", ["2026-05-06T14:00", "2026-W23", "PXM", "PAST_REF", "19", "T18:30Z", "2026-SU", "XXXX-XX-XXTMO", "0"]
)
def test_times_of_timex3(value: str) -> None:
    assert not list(problems_of(changed("events", time=value)))


PLACES = [(*path, field) for struct, path in STRUCTS.items() for field in struct.__struct_fields__]
WORDS = st.sampled_from(
    ("m1", "m2", "e1", "e2", "v1", "v2", "p1", "NO", "Q20", "2026", "2026-05-05", "ASSAULT", "actual", "killed")
)
KEYS = st.sampled_from(("killed", "wikidata", "geonames", "type"))
VALUES = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5) | WORDS
    | st.lists(WORDS, max_size=3) | st.dictionaries(KEYS, st.integers(-1, 40) | st.text(max_size=3), max_size=2)
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(PLACES), VALUES)
def test_any_value_in_any_field_is_refused_or_a_graph(path: tuple[str | int, ...], value: Any) -> None:
    try:
        record = from_json(with_value(path, value))
    except RecordError as error:
        assert str(error).isprintable()
    else:
        assert KnowledgeGraph.from_records([record, TWO] if record.article.id != "two" else [record])


LINE = to_json(ONE)


@settings(max_examples=300, deadline=None)
@given(st.integers(0, len(LINE) - 1), st.binary(max_size=6), st.integers(0, 30))
def test_bytes_changed_anywhere_are_a_line_or_a_graph(at: int, new: bytes, length: int) -> None:
    line = LINE[:at] + new + LINE[at + length :]
    try:
        record = from_json(line)
    except RecordError as error:
        assert "\n" not in str(error)
    else:
        assert KnowledgeGraph.from_records([record, TWO] if record.article.id != "two" else [record])


NAMES = st.sampled_from(("m1", "m2", "m5", "e1", "v1", "p1", "", "x")) | st.text(max_size=4)
NUMBERS = st.integers(-3, len(ONE.article.text) + 3) | st.integers()
TIMES = st.none() | st.text(max_size=12) | st.from_regex(r"\d{3,4}(-\d\d){0,2}", fullmatch=True)
EVENTS = st.builds(
    Event, id=NAMES, start=NUMBERS, end=NUMBERS, text=st.text(max_size=9), kind=st.sampled_from(("ASSAULT", "?")),
    agents=st.lists(NAMES, max_size=3).map(tuple), places=st.lists(NAMES, max_size=2).map(tuple), time=TIMES,
    factuality=st.sampled_from(("actual", "possible")), same_as=st.none() | NAMES, cause_of=st.none() | NAMES,
    counts=st.dictionaries(st.sampled_from(("killed", "x")), NUMBERS, max_size=2),
    confidence=st.none() | st.floats(allow_nan=False, allow_infinity=False),
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(EVENTS, max_size=4).map(tuple))
def test_any_events_are_refused_or_a_graph(events: tuple[Event, ...]) -> None:
    record = msgspec.structs.replace(ONE, events=events)
    try:
        checked = from_json(to_json(record))
    except RecordError as error:
        assert str(error).isprintable()
    else:
        assert KnowledgeGraph.from_records([checked, TWO])


def test_an_interrupted_quotation_has_its_words_and_pieces_in_the_text() -> None:
    text = '"We left," Torv said, "and they stayed."'
    pieces = (Span(start=0, end=10, text='"We left,"'), Span(start=22, end=len(text)))
    for parts, count in ((pieces, 0), ((*pieces, Span(start=30, end=99)), 1), ((Span(start=0, end=2, text="We"),), 1)):
        content = Content(start=0, end=len(text), parts=parts, text=text)
        said = Attribution(id="a1", mode="direct", content=content)
        record = Record(article=Article(id="a", text=text), attributions=(said,))
        assert len(list(problems_of(record))) == count
