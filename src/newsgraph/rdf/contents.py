"""Whether what statements and proposals have as their content stands in the sentences that they rest on.

SPARQL has no way to say it: a content may go over several sentences, and has other blanks than these.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pyoxigraph as ox

from newsgraph.rdf.quotations import Misquoted
from newsgraph.rdf.vocabulary import PREFIXES

_CONTENTS = """SELECT DISTINCT ?node ?content ?article ?start ?words {
    ?node ng:content ?content ; ng:evidence ?part . ?part ng:sentence? ?sentence .
    ?sentence a ng:Sentence ; oa:hasSource ?article ; oa:hasSelector ?selector .
    ?selector oa:exact ?words ; oa:start ?start
}"""
_DROPPED = """ASK { ?merged prov:wasDerivedFrom ?dropped . ?dropped a prov:Entity
    FILTER NOT EXISTS { ?dropped prov:wasDerivedFrom ?any } }"""
_PIECES = " … "
"""What stands between the pieces of a content."""


def contents_not_said(store: ox.Store) -> Iterator[Misquoted]:
    """The nodes whose content no sentences of theirs have, piece by piece.

    What was put together from articles of which one was dropped may have its words.
    """
    if store.query(_DROPPED, prefixes=PREFIXES):
        return
    rows: Any = store.query(_CONTENTS, prefixes=PREFIXES)
    found: dict[Any, list[tuple[str, int, str]]] = defaultdict(list)
    for row in rows:
        start = row["start"].value
        place = (row["article"].value, int(start) if start.isdecimal() else 0, row["words"].value)
        found[row["node"], row["content"]].append(place)
    for (node, content), sentences in found.items():
        said = _plain(" ".join(words for _, _, words in sorted(sentences)))
        if not all(_is_in(piece, said) for piece in content.value.split(_PIECES)):
            yield Misquoted(node, "its content is not in the words of its sentences", content)


def _is_in(piece: str, said: str) -> bool:
    """Whether a piece is said; of an attitude its word and what it is on may stand apart: "support: the plan"."""
    return _plain(piece) in said or all(_plain(part) in said for part in piece.split(": ", 1))


def _plain(text: str) -> str:
    """Letters and digits: a quotation mark may stand outside of the sentence that it ends."""
    return "".join(filter(str.isalnum, text))
