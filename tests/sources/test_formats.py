"""Formats by ending and by content."""

from __future__ import annotations

import pytest

from newsgraph.sources.formats import format_of_content, format_of_name


@pytest.mark.parametrize(
    ("name", "format"),
    [("a.txt", "text"), ("A.HTML.GZ", "html"), ("a.ndjson", "jsonl"), ("a.md", "text"), ("a.json", "json"),
     ("a.tsv.gz", "csv"), ("a.pdf", "pdf"), ("a.odt", None),
     ("A.TAR.GZ", "tar"), ("a.tgz", "tar"), ("a.rss", "feed"), ("a", None), ("a.gz", None), (".txt", None)],
)  # fmt: skip
def test_names(name: str, format: str | None) -> None:
    assert format_of_name(name) == format


@pytest.mark.parametrize(
    ("head", "format"),
    [
        ("<!DOCTYPE html><html>", "html"),
        ("\n <!-- saved -->\n<html lang=en>", "html"),
        ('<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x">', "html"),
        ('{"text": "a"}\n{"text": "b"}\n', "jsonl"),
        ('{"text": "a"}', "jsonl"),
        ('{"text": "a long line that is cut', "jsonl"),
        ('{"text": "a",\n "title": "b"}', "json"),
        ('{"text": "a"}\n[1]', "json"),
        ('{\n "text": "a"\n}', "json"),
        ('[{"text": "a"}]', "json"),
        ("[LOMARA] Ministers met.", "text"),
        ("{Editor's note} Ministers met.", "text"),
        ("title,text\nTalks,They met\n", "csv"),
        ("Talks, text, and tears\n\nThe ministers met.", "text"),
        ("Date, text\n", "csv"),
        ("5 < 6 and <b> is bold", "text"),
        ("", "text"),
    ],
)
def test_contents(head: str, format: str) -> None:
    assert format_of_content(head) == format
