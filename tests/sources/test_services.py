"""What news services and research archives send as JSON and CSV, and what they leave out."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

TEXT = "The ministers of Lomara and Selm met on Monday."


@pytest.mark.parametrize(
    ("value", "found"),
    [
        (  # Europe PMC
            {"hitCount": 1, "resultList": {"result": [{"id": "3", "title": "Talks", "authorString": "Torv A.",
             "journalTitle": "Courier", "firstPublicationDate": "2024-03-05", "abstractText": TEXT}]}},
            ("3", "Talks", "Courier", "2024-03-05", "Torv A."),
        ),
        (  # Europe PMC with everything, whose own `source` is a code and whose abstracts are HTML
            {"hitCount": 1, "resultList": {"result": [{"id": "3", "source": "MED", "title": "Talks", "authorString":
             "Torv A.", "journalInfo": {"issue": "1", "journal": {"title": "Courier"}, "dateOfPublication": "2024 Mar"},
             "firstPublicationDate": "2024-03-05", "abstractText": f"<p>{TEXT}</p>"}]}},
            ("3", "Talks", "Courier", "2024-03-05", "Torv A."),
        ),
        (  # Media Cloud, as it once delivered texts
            [{"stories_id": 7, "guid": "7", "media_name": "Courier", "title": "Talks", "publish_date":
              "2024-03-05 06:30:00.000000", "url": "https://c.example/t", "story_text": TEXT}],
            ("7", "Talks", "Courier", "2024-03-05T06:30", None),
        ),
        (  # The New York Times
            {"status": "OK", "response": {"docs": [{"_id": "nyt://7", "source": "Courier", "abstract": "In short.",
             "headline": {"main": "Talks", "kicker": None}, "byline": {"original": "By Ana Torv"},
             "lead_paragraph": TEXT, "pub_date": "2024-03-05T06:30:00+0000"}]}},
            ("nyt://7", "Talks", "Courier", "2024-03-05T06:30Z", "Ana Torv"),
        ),
        (  # ReliefWeb
            {"data": [{"id": "7", "fields": {"title": "Talks", "body": TEXT, "source": [{"name": "Courier"}], "date":
             {"created": "2024-03-06T00:00:00+00:00", "original": "2024-03-05T06:30:00+00:00"}}}]},
            ("7", "Talks", "Courier", "2024-03-05T06:30Z", None),
        ),
        (  # WordPress
            [{"id": 7, "date": "2024-03-05T06:30:00", "title": {"rendered": "Talks"}, "content":
              {"rendered": f"<p>{TEXT}</p>", "protected": False}}],
            ("7", "Talks", None, "2024-03-05T06:30", None),
        ),
        (  # Elasticsearch and OpenSearch
            {"took": 3, "hits": {"total": {"value": 1}, "hits": [{"_index": "news", "_id": "7", "_source": {
             "id": "7", "headline": "Talks", "publisher": "Courier", "date": "2024-03-05", "author": "Ana Torv",
             "body": TEXT}}]}},
            ("7", "Talks", "Courier", "2024-03-05", "Ana Torv"),
        ),
        (  # The Guardian's Open Platform
            {"response": {"status": "ok", "results": [{"id": "world/talks", "webTitle": "Talks", "webPublicationDate":
             "2024-03-05T06:30:00Z", "fields": {"bodyText": TEXT, "byline": "Ana Torv", "publication": "Courier"}}]}},
            ("world/talks", "Talks", "Courier", "2024-03-05T06:30Z", "Ana Torv"),
        ),
        (  # NewsAPI
            {"status": "ok", "totalResults": 1, "articles": [{"source": {"id": None, "name": "Courier"}, "author":
             "Ana Torv", "title": "Talks", "url": "https://c.example/t", "publishedAt": "2024-03-05T06:30:00Z",
             "content": TEXT}]},
            ("c.example/t", "Talks", "Courier", "2024-03-05T06:30Z", "Ana Torv"),
        ),
    ],
)  # fmt: skip
def test_nested_lists_and_objects(read: Callable, write: Callable, value: object, found: tuple[str, ...]) -> None:
    (article,), problems = read(write("a.json", json.dumps(value)))
    assert (article.id, article.title, article.source, article.published, article.author) == found
    assert article.text == TEXT
    assert problems == []


def test_a_path_names_a_nested_field(read: Callable, write: Callable) -> None:
    row = {"body": {"content": TEXT, "text": "Not this."}, "meta": {"when": "2024-03-05"}, "articles": []}
    fields = {"text": "body.content", "published": "meta.when"}
    (article,), problems = read(write("a.jsonl", json.dumps(row)), fields=fields)
    assert (article.text, article.published) == (TEXT, "2024-03-05")
    assert problems == []


def test_a_caption_is_no_article(read: Callable, write: Callable) -> None:
    row = {"text": "", "image": {"text": "Ministers shake hands."}, "images": [{"text": "A gate."}]}
    articles, problems = read(write("a.json", json.dumps(row)))
    assert articles == []
    assert "its text is empty" in str(problems[0])


def test_a_text_that_was_cut_off_is_said_to_be(read: Callable, write: Callable) -> None:
    (article,), problems = read(write("a.jsonl", json.dumps({"content": f"{TEXT} They agreed… [+2345 chars]"})))
    assert article.text.startswith(TEXT)
    assert "its text was cut off where it comes from: '[+2345 chars]'" in str(problems[0])
    assert not problems[0].lost


def test_media_cloud_lists_stories_without_text(read: Callable, write: Callable) -> None:
    path = write("mc.csv", "id,indexed_date,language,media_name,media_url,publish_date,title,url\n"
                           "9,2024-03-06,en,courier.example,courier.example,2024-03-05,Talks,https://c.example/t\n")
    articles, problems = read(path)
    assert articles == []
    assert [str(problem) for problem in problems] == [
        f"{path}: lists articles without their text (its columns: id, indexed_date, language, media_name, media_url, "
        "publish_date, title, url); fetch the pages under 'url' and give their folder, or say which is the "
        "text, as in --field text=body, or fields={'text': 'body'} in Python"
    ]


def test_gdelt_lists_articles_without_text(read: Callable, write: Callable) -> None:
    row = {"url": "https://c.example/t", "title": "Talks", "seendate": "20240305T063000Z", "domain": "c.example"}
    path = write("doc.json", json.dumps({"articles": [row] * 250}))
    articles, problems = read(path)
    assert articles == [] and len(problems) == 1
    assert "lists articles without their text" in str(problems[0])


@pytest.mark.parametrize(
    ("name", "row", "what"),
    [
        ("20240305.export.CSV", ["1164", "20240305", *["1"] * 59], "table of events"),
        ("20240305063000.gkg.csv", ["20240305063000-12", "20240305063000", *["x"] * 25], "table of the Global"),
        ("20240305063000.mentions.CSV", ["1164", "20240305063000", *["x"] * 14], "table of mentions of events"),
    ],
)
def test_raw_tables_of_gdelt(read: Callable, write: Callable, name: str, row: list[str], what: str) -> None:
    path = write(name, "\t".join(row) + "\n")
    articles, problems = read(path)
    assert articles == []
    assert f"{path}: is GDELT's {what}" in str(problems[0]) and "fetch the pages" in str(problems[0])


@pytest.mark.parametrize("first", ["sep=;", '"sep=;"', "\ufeffsep=;"])
def test_the_separator_line_of_excel(read: Callable, write: Callable, first: str) -> None:
    path = write("a.csv", f"{first}\r\ntitle;text\r\nTalks;{TEXT} They agreed, at last, on all.\r\nStorm; \r\n")
    (article,), problems = read(path)
    assert (article.title, article.origin) == ("Talks", f"{path}, line 3")
    assert [problem.origin for problem in problems] == [f"{path}, line 4"]
