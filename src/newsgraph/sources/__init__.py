"""Sources: files, directories and standard input → articles.

One module a format; each reader takes a stream of bytes and gives articles, and what it can't read goes to
`on_problem`, so that the other articles go on.
"""

from __future__ import annotations

from newsgraph.sources.csv import read_csv
from newsgraph.sources.fields import GUESSES, Fields
from newsgraph.sources.files import STDIN
from newsgraph.sources.given import as_inputs
from newsgraph.sources.html import read_html
from newsgraph.sources.jsonl import is_record, read_json, read_jsonl
from newsgraph.sources.problems import OnProblem, Problem
from newsgraph.sources.rdf import RDF_ENDINGS, is_rdf_text, rdf_ending
from newsgraph.sources.readers import Reader, endings, readers
from newsgraph.sources.stream import open_articles
from newsgraph.sources.text import read_text

__all__ = [
    "GUESSES",
    "RDF_ENDINGS",
    "STDIN",
    "Fields",
    "OnProblem",
    "Problem",
    "Reader",
    "as_inputs",
    "endings",
    "is_rdf_text",
    "is_record",
    "open_articles",
    "rdf_ending",
    "read_csv",
    "read_html",
    "read_json",
    "read_jsonl",
    "read_text",
    "readers",
]
