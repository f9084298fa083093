"""The record: round trips, and what is refused."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgraph.articles import Article, content_digest, id_from_content, id_from_url
from newsgraph.errors import RecordError
from newsgraph.record_lines import from_json, read_records, to_json, write_records
from newsgraph.records import Entity, Mention, Record

TEXT = "Anna Berg resigned on Monday."


def record(text: str = TEXT, start: int = 0, end: int = 9) -> Record:
    return Record(
        article=Article(id="a1", text=text),
        entities=(Entity(id="e1", kind="Person", name="Anna Berg"),),
        mentions=(
            Mention(id="m1", entity="e1", start=start, end=end, text=text[start:end], kind="Person", form="name"),
        ),
    )


def test_round_trip() -> None:
    assert from_json(to_json(record())) == record()


def test_unknown_fields_are_ignored_and_unknown_values_left_out() -> None:
    line = to_json(record())
    assert b"null" not in line and b"links" not in line
    assert from_json(line.replace(b'{"article"', b'{"shoe_size":43,"article"')) == record()


def test_several_lines() -> None:
    stream = io.BytesIO()
    write_records([record(), record()], stream)
    assert list(read_records(stream.getvalue().splitlines())) == [record(), record()]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (b"{", "not a record"),
        (b'{"text": "no article"}', "not a record"),
        (to_json(record(start=5, end=400)), "outside of the text"),
        (to_json(record()).replace(b'"entity":"e1"', b'"entity":"e9"'), "'e9' is referred to"),
    ],
)
def test_what_is_no_record_is_said_in_a_line(line: bytes, words: str) -> None:
    with pytest.raises(RecordError, match=words) as caught:
        from_json(line, "records.jsonl, line 7")
    assert str(caught.value).startswith("records.jsonl, line 7: ") and "\n" not in str(caught.value)


@given(st.text(min_size=1).filter(str.strip))
def test_any_text_survives(text: str) -> None:
    one = Record(article=Article(id=id_from_content(text), text=text))
    assert from_json(to_json(one)) == one


def test_ids() -> None:
    assert id_from_url("https://www.example.org/a/b/#top") == id_from_url("http://example.org/a/b") == "example.org/a/b"
    assert content_digest("One  two\n") == content_digest("one two")
    assert id_from_content("One  two\n") != id_from_content("one two")
