"""Names of events, and how sure it is that what bears one is one: "the Horn Summit" is, "the Bishops' Conference" acts.

The shares were counted on names of events that were found in four annotated sets (541 passages on politics and 130
articles of news), each name of a set once, wherever the set annotates something there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from newsgraph.records import Record
from newsgraph.resolve import Resolution
from newsgraph.resolve.entities.article_entities import Key

_ELECTIONS = frozenset(("election", "elections", "referendum"))
_BODIES = frozenset("assembly conference congress convention council dialogue forum".split())
"""Words for gatherings by which leagues, churches, treaties and parties are called as well."""

_ELECTION = 0.99  # 317 of 317
_BODY = 0.25  # 4 of 14, seven of them of other news, read one by one
_OTHER = 0.8  # 122 of 149

_TIMED = re.compile(
    r"\b(?:at|during|after|before|since|until|following|ahead of|attend(?:s|ed|ing)?)\s+(?:the\s+)?$", re.IGNORECASE
)
"""Words after which a gathering is an occasion, not a body: "at the … Conference"."""
_OCCASION = re.compile(r"\b(?:1[89]|20)\d\d\b|\b(?:conference|convention|congress|forum|dialogue) on\b", re.IGNORECASE)
"""What a name of an occasion has: a year, or what it is on."""
_BEFORE = 20
"""Characters before a name in which these words are looked for."""


def named_events(records: Iterable[Record], resolution: Resolution) -> Iterator[tuple[Key, int]]:
    """Each event record whose trigger lies in a mention of a named event, with the resolved entity."""
    for record in records:
        article = record.article.id
        mentions = [m for m in record.mentions if m.kind == "Event" and m.form == "name"]
        for event in record.events if mentions else ():
            over = [m for m in mentions if m.start < event.end and event.start < m.end]
            if over:
                yield (article, event.id), resolution.of[article, over[-1].entity]


def name_confidence(mentions: Iterable[tuple[str, int, int]]) -> float:
    """The share of names like these, of one event, that are names of events.

    Args:
        mentions: where it is written: the text of an article, and offsets into it.
    """
    return max((_share(text, start, end) for text, start, end in mentions), default=0.0)


def _share(text: str, start: int, end: int) -> float:
    name = text[start:end]
    words = set(name.lower().split())
    if words & _ELECTIONS:
        return _ELECTION
    if not words & _BODIES or _OCCASION.search(name) or _TIMED.search(text[max(0, start - _BEFORE) : start]):
        return _OTHER
    return _BODY
