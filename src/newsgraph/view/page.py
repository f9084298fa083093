"""One HTML file that works from disk, offline, and lets no text of an article act.

Everything is inlined: the data as JSON, vis-network from the installed pyvis, our style and script. A Content Security
Policy allows exactly these scripts and this style, by their hashes, and no connection at all.
"""

from __future__ import annotations

import base64
import hashlib
import json
from functools import cache
from html import escape
from importlib.resources import files
from typing import Any, Protocol

import networkx as nx

from newsgraph.view.bundle import bundle
from newsgraph.view.encode import encode

_VIS = "lib/vis-9.1.2/vis-network.min.js"


class HasGraph(Protocol):
    """What can be drawn: anything with a networkx graph in `nx`."""

    @property
    def nx(self) -> nx.MultiDiGraph[str]:
        """The graph, with the attributes that `KnowledgeGraph` documents."""


def to_html(graph: HasGraph, *, title: str = "newsgraph") -> str:
    """The interactive page of a graph, as the text of one HTML file (UTF-8)."""
    return page(graph.nx, title)


def page(graph: nx.MultiDiGraph[str], title: str) -> str:
    """The page of a networkx graph with the attributes that `KnowledgeGraph` documents."""
    style, script, library = _asset("page.css"), _script(), _library()
    policy = "; ".join([
        "default-src 'none'",
        f"script-src {_hash(library)} {_hash(script)}",
        f"style-src {_hash(style)}",
        "img-src data: blob:",
        "base-uri 'none'",
        "form-action 'none'",
        # No string becomes markup or script, whoever sets it.
        "require-trusted-types-for 'script'",
    ])  # fmt: skip
    parts = {
        "POLICY": escape(policy, quote=True),
        "TITLE": escape(title),
        "STYLE": style,
        "DATA": _json(encode(graph, title)),
        "WORLD": _json(json.loads(_asset("world.json"))),
        "LIBRARY": library,
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


@cache
def _script() -> str:
    return bundle()


@cache
def _library() -> str:
    """vis-network as pyvis ships it."""
    text = files("pyvis").joinpath(_VIS).read_text(encoding="utf-8")
    # The HTML parser turns CRLF into LF before it hashes, and would end at a closing tag.
    return text.replace("\r\n", "\n").replace("</script", "<\\/script")
