"""One HTML file that works from disk, offline, and lets no text of an article act.

Everything is inlined: the data as JSON, our style and script (`javascript/` holds its sources). A Content Security
Policy allows exactly this script and this style, by their hashes, and no connection at all.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from functools import cache
from html import escape
from importlib.resources import files
from typing import Any, Protocol

import networkx as nx

from newsgraph.view.encode import Text, encode


class HasGraph(Protocol):
    """What can be drawn: anything with a networkx graph in `nx`."""

    @property
    def nx(self) -> nx.MultiDiGraph[str]:
        """The graph, with the attributes that `KnowledgeGraph` documents."""


def to_html(graph: HasGraph, *, title: str = "newsgraph", texts: bool = True) -> str:
    """The interactive page of a graph, as the text of one HTML file (UTF-8).

    Args:
        graph: what is drawn; where it has `records`, their articles can be read on the page.
        title: of the page.
        texts: whether the page holds the whole articles; without them it has the sentences that something rests on.
    """
    return page(graph.nx, title, _texts(graph) if texts else {})


def _texts(graph: HasGraph) -> dict[str, Text]:
    """The texts of the articles in the graph, by node key."""
    records = {record.article.id: record for record in getattr(graph, "records", ())}
    found = {}
    for node, attributes in graph.nx.nodes(data=True):
        record = records.get(attributes.get("identifier", "")) if attributes.get("type") == "Article" else None
        if record is not None:
            found[node] = record.article.text, record.sentences or ((0, len(record.article.text)),)
    return found


def page(graph: nx.MultiDiGraph[str], title: str, texts: Mapping[str, Text] | None = None) -> str:
    """The page of a networkx graph with the attributes that `KnowledgeGraph` documents; `texts` by article node."""
    style, script = _asset("page.css"), _asset("page.js")
    policy = "; ".join([
        "default-src 'none'",
        f"script-src {_hash(script)}",
        f"style-src {_hash(style)}",
        "img-src data: blob:",
        # The layout of a large network: one worker, of a text that the script holds.
        "worker-src data:",
        "base-uri 'none'",
        "form-action 'none'",
        # No string becomes markup or script, whoever sets it.
        "require-trusted-types-for 'script'",
        "trusted-types newsgraph-layout",
    ])  # fmt: skip
    parts = {
        "POLICY": escape(policy, quote=True),
        "TITLE": escape(title),
        "STYLE": style,
        "DATA": _json(encode(graph, title, texts)),
        "WORLD": _json(json.loads(_asset("world.json"))),
        "SCRIPT": script,
    }
    pieces = _asset("page.html").split("%%")
    return "".join(parts[piece] if i % 2 else piece for i, piece in enumerate(pieces))


def _json(value: Any) -> str:
    """JSON that can stand inside a script element whatever it says."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    # A lone surrogate cannot be written as UTF-8.
    return text.encode("utf-8", "replace").decode("utf-8")


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


@cache
def _asset(name: str) -> str:
    return files("newsgraph.view").joinpath("assets", name).read_text(encoding="utf-8")
