"""RDF is told from news."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from newsgraph.sources.rdf import is_rdf_text, rdf_ending

TURTLE = '@prefix ng: <https://w3id.org/newsgraph/ontology#> .\n<http://a.example/x> a ng:Event .\n'
LINE = '<http://a.example/x> <http://a.example/y> "z" .\n'


@pytest.mark.parametrize(
    ("name", "ending"),
    [("a.ttl", ".ttl"), ("A.TTL.GZ", ".ttl"), ("b.jsonld", ".jsonld"), ("a.txt", None), ("ttl", None)],
)
def test_endings(name: str, ending: str | None) -> None:
    assert rdf_ending(name) == ending


@pytest.mark.parametrize(
    ("head", "rdf"),
    [
        (TURTLE, True),
        ("# made today\n\nPREFIX ng: <http://a.example/>\n", True),
        (LINE, True),
        ("_:b0 <http://a.example/y> _:b1 .", True),
        ('<?xml version="1.0"?>\n<rdf:RDF xmlns:rdf="x">', True),
        ('[{"@id":"http://a.example/x","@type":["http://a.example/T"]}]', True),
        ('{"@id": "http://a.example/x", "@type": "NewsArticle", "articleBody": "Talks."}', False),
        ("<https://news.example/a> says that talks went on.", False),
        ("Prefix: talks went on.", False),
        ("@prefix is a word of Turtle", False),
    ],
)
def test_contents(head: str, rdf: bool) -> None:
    assert is_rdf_text(head) is rdf


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.ttl", TURTLE), ("a.nt", LINE), ("A.NQ", LINE), ("a.trig", TURTLE), ("a.rdf", "<rdf:RDF/>"),
        ("a.jsonld", "[]"), ("a.txt", TURTLE), ("a", LINE), ("a.xml", "<rdf:RDF/>"),
        ("a.json", json.dumps({"@context": {}, "@graph": []})),
    ],
)
def test_rdf_is_no_article(read: Callable, write: Callable, name: str, content: str) -> None:
    path = write(name, content)
    articles, problems = read(path)
    assert articles == []
    assert [str(problem) for problem in problems] == [
        f"{path}: is RDF, not news; ask it with `newsgraph query`, or give the articles that it is from"
    ]


def test_a_page_in_linked_data_is_one(read: Callable, write: Callable) -> None:
    row = {"@context": "https://schema.org", "@type": "NewsArticle", "articleBody": "The ministers met."}
    (article,), problems = read(write("a.json", json.dumps(row)))
    assert (article.text, problems) == ("The ministers met.", [])
