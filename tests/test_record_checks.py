"""What is refused in a record, and that whatever bytes come never end in anything but a line."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsgraph import KnowledgeGraph
from newsgraph.articles import Article
from newsgraph.errors import RecordError
from newsgraph.record_checks import SCHEMA, problems_of
from newsgraph.record_lines import from_json, to_json
from newsgraph.records import Attribution, Content, Event, Record, Source, Span, StanceTaken
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
]  # fmt: skip


@pytest.mark.parametrize(("record", "words"), BROKEN, ids=[words for _, words in BROKEN])
def test_each_fault_is_named(record: Record, words: str) -> None:
    with pytest.raises(RecordError) as caught:
        from_json(to_json(record), "r.jsonl, line 3")
    assert words in str(caught.value) and str(caught.value).startswith("r.jsonl, line 3: ")
    assert str(caught.value).isprintable()


def test_good_records_have_no_fault() -> None:
    assert not [*problems_of(ONE), *problems_of(TWO)]


@pytest.mark.parametrize(
    "value", ["2026-05-06T14:00", "2026-W23", "PXM", "PAST_REF", "19", "T18:30Z", "2026-SU", "XXXX-XX-XXTMO", "0"]
)
def test_times_of_timex3(value: str) -> None:
    assert not list(problems_of(changed("events", time=value)))


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
