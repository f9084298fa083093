"""JSON Lines and JSON documents."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgraph.articles import content_digest
from newsgraph.sources import is_record, open_articles
from newsgraph.sources.fields import say_which


def lines(*values: object) -> str:
    return "".join(json.dumps(value, ensure_ascii=False) + "\n" for value in values)


def test_texts_are_verbatim_and_ids_kept(read: Callable, write: Callable) -> None:
    rows = [{"id": 7, "text": " Talks\r\n went\ton.\u2028 Then  they ended.\n"}, {"id": "b-2", "text": "Nobody came."}]
    articles, problems = read(write("a.jsonl", lines(*rows)))
    assert [(article.id, article.text) for article in articles] == [("7", rows[0]["text"]), ("b-2", rows[1]["text"])]
    assert problems == []


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ({"body": "Talks went on.", "headline": "Talks", "pubDate": "Tue, 05 Mar 2024 09:07:00 GMT"},
         {"text": "Talks went on.", "title": "Talks", "published": "2024-03-05T09:07Z"}),
        ({"Article Text": "Talks went on.", "Published At": "2024-03-05", "LINK": "https://www.a.example/1/"},
         {"text": "Talks went on.", "published": "2024-03-05", "id": "a.example/1"}),
        ({"content": "Talks went on.", "source": {"id": None, "name": "Harbour Times"}, "author": ["A. Moll", "B. Ek"]},
         {"source": "Harbour Times", "author": "A. Moll, B. Ek"}),
        ({"text": "", "content": "Talks went on.", "lang": "en-GB"}, {"text": "Talks went on.", "language": "en"}),
        ({"text": ["Talks went on.", "Then they ended."]}, {"text": "Talks went on.\nThen they ended."}),
        ({"text": "Talks went on.", "datetime": 1709629620}, {"published": "2024-03-05T09:07Z"}),
        ({"text": "Talks went on.\x00"}, {"text": "Talks went on.\x00"}),
        ({"text": "Talks went on.", "title": None, "url": "", "id": "", "source": []}, {"title": None, "url": None}),
    ],
)  # fmt: skip
def test_names_of_fields_are_guessed(read: Callable, write: Callable, row: dict, found: dict) -> None:
    (article,), problems = read(write("a.jsonl", json.dumps(row)))
    assert {name: getattr(article, name) for name in found} == found
    assert problems == []


def test_names_of_fields_are_given(read: Callable, write: Callable) -> None:
    row = {"text": "teaser", "Volltext": "Talks went on.", "meta": {"day": "5 March 2024"}}
    (article,), _ = read(write("a.jsonl", lines(row)), fields={"text": "Volltext", "date": "meta.day"})
    assert (article.text, article.published) == ("Talks went on.", "2024-03-05")


def test_records_give_their_article(read: Callable, write: Callable) -> None:
    record = {"article": {"id": "x", "text": "Talks went on."}, "entities": [], "text": "not this"}
    assert is_record(record)
    assert not is_record({"article": "Talks went on."})
    assert not is_record(["article"])
    (article,), _ = read(write("a.jsonl", lines(record)), fields={"text": "Volltext"})
    assert (article.id, article.text) == ("x", "Talks went on.")


def test_a_service_may_send_a_list_in_an_object_on_one_line(read: Callable, write: Callable) -> None:
    answer = {"status": "ok", "articles": [{"content": "Talks went on."}, {"content": "They ended."}]}
    path = write("answer", lines(answer))
    articles, problems = read(path)
    assert [article.origin for article in articles] == [f"{path}, line 1, item 1", f"{path}, line 1, item 2"]
    assert problems == []


def test_each_bad_line_is_named_and_the_rest_goes_on(read: Callable, write: Callable) -> None:
    content = (
        '{"text": "Talks went on."}\n{"text": "Talks\n\n[1]\n{"title": "No text"}\n{"text": " "}\n"x"\n'
        '{"text": "They ended."}\n' + "[" * 100_000 + "\n{}\n"
    )
    path = write("a.jsonl", content)
    articles, problems = read(path)
    assert [article.text for article in articles] == ["Talks went on.", "They ended."]
    assert [article.origin for article in articles] == [f"{path}, line 1", f"{path}, line 8"]
    assert [str(problem).removeprefix(str(path)) for problem in problems] == [
        ", line 2: is broken JSON (Unterminated string starting at at character 10); mend it, or take it out",
        ', line 4: is no JSON object; write {"text": "…"}',
        f", line 5: no field is the text among title; {say_which()}",
        ", line 6: its text is empty; give it one, or take it out",
        ', line 7: is no JSON object; write {"text": "…"}',
        ", line 9: is broken JSON (nested too deeply); mend it, or take it out",
        f", line 10: no field is the text among none at all; {say_which()}",
    ]
    assert all(problem.lost for problem in problems)


@pytest.mark.parametrize(("value", "kind"), [("5", "a number"), ("true", "true or false"), ('{"a": 1}', "an object")])
def test_a_text_that_is_none(read: Callable, write: Callable, value: str, kind: str) -> None:
    path = write("a.jsonl", f'{{"text": {value}}}\n')
    assert [str(p) for p in read(path)[1]] == [
        f"{path}, line 1: its text is {kind}, not text; give it one, or take it out"
    ]


def test_a_field_that_is_named_and_missing(read: Callable, write: Callable) -> None:
    path = write("a.jsonl", '{"body": "Talks went on."}\n')
    _, problems = read(path, fields={"text": "Volltext"})
    assert str(problems[0]) == f"{path}, line 1: has no field 'Volltext'; name the one with the text; it has body"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_other_encodings(read: Callable, write: Callable, encoding: str) -> None:
    rows = [{"id": str(number), "text": f"The envoy’s visit {number} — his first — ended."} for number in range(3)]
    articles, problems = read(write("a.jsonl", lines(*rows).encode(encoding)))
    assert [article.text for article in articles] == [row["text"] for row in rows]
    assert problems == []


def test_a_binary_file_with_the_ending(read: Callable, write: Callable) -> None:
    path = write("a.jsonl", b"\x7fELF" + bytes(100))
    articles, problems = read(path)
    assert articles == []
    assert "is a program, not text" in str(problems[0])


@pytest.mark.parametrize(
    ("content", "texts"),
    [
        ('{"text": "Talks went on."}', ["Talks went on."]),
        ('[{"text": "Talks went on."}, {"text": "They ended."}]', ["Talks went on.", "They ended."]),
        ('{"status": "ok", "articles": [\n{"content": "Talks went on."}\n]}', ["Talks went on."]),
        ('{"version": "1.1", "items": [{"content_text": "Talks went on."}]}', ["Talks went on."]),
        ('{"text": "Talks went on."}\n{"text": "They ended."}\n', ["Talks went on.", "They ended."]),
        ('{\n  "text": "Talks went on."\n}\n', ["Talks went on."]),
    ],
)
def test_json_documents(read: Callable, write: Callable, content: str, texts: list[str]) -> None:
    articles, problems = read(write("a.json", content))
    assert [article.text for article in articles] == texts
    assert problems == []


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('[{"text": "Talks went on."}', ": is broken JSON (Expecting ',' delimiter at character 28)"),
        ('[{"text": "Talks"}, 5]', ", item 2: is no JSON object"),
        ("[]", ": is an empty list"),
        ("", ": is empty"),
        ("3", ": is no JSON object"),
    ],
)
def test_bad_json_documents(read: Callable, write: Callable, content: str, message: str) -> None:
    path = write("a.json", content)
    _, problems = read(path)
    assert [str(problem).split(";")[0] for problem in problems] == [f"{path}{message}"]


def test_the_file_is_streamed(write: Callable) -> None:
    path = write("a.jsonl", lines({"text": "Talks went on."}) + "broken\n")
    problems: list = []
    articles = open_articles([path], on_problem=problems.append)
    assert next(articles).text == "Talks went on."
    assert problems == []
    assert list(articles) == []
    assert len(problems) == 1


texts = st.text(st.characters(codec="utf-8"), min_size=1).filter(lambda text: bool(text.strip()))


@given(st.lists(texts, min_size=1, max_size=5, unique_by=content_digest), st.booleans())
def test_every_text_is_read_back_verbatim(tmp_path_factory: pytest.TempPathFactory, rows: list, ascii_: bool) -> None:
    path = Path(tmp_path_factory.mktemp("jsonl")) / "a.jsonl"
    path.write_text("".join(json.dumps({"text": row}, ensure_ascii=ascii_) + "\n" for row in rows), "utf-8")
    assert [article.text for article in open_articles([path], on_problem=_none_is_lost)] == rows


def _none_is_lost(problem: object) -> None:
    assert not getattr(problem, "lost"), problem  # noqa: B009
