"""Named events: "Operation …", "the Battle of …", "the … Summit", "… Accord"."""

from __future__ import annotations

from newsgraph.language.annotations import Annotations, Event, Mention
from newsgraph.language.english.events.lexicon.word_classes import word_classes

_WORDS = word_classes()
_KINDS = {word: name[6:].upper() for name, words in _WORDS.items() if name.startswith("named_") for word in words}
"""What the head word of a named event says of its kind."""


def find_named(notes: Annotations, lower: list[str]) -> dict[int, Event]:
    """The events that event names stand for, by their head word."""
    found: dict[int, Event] = {}
    for mention in notes.mentions:
        if mention.kind == "Event" and mention.form == "name":
            event = _of_mention(mention, lower)
            found[event.root] = event
    return found


def _of_mention(mention: Mention, lower: list[str]) -> Event:
    words = [*range(mention.start, mention.end)]
    head = next((i for i in reversed(words) if lower[i] in _KINDS), None)
    bloodless = head and lower[head] == "war" and lower[head - 1] in ("cold", "culture", "trade", "price")
    if bloodless or lower[mention.end - 1] in _WORDS["end_of_day_names"]:
        head = None
    kind = "OTHER" if head is None else _KINDS[lower[head]]
    if lower[mention.start] == "operation":
        kind = "ASSAULT"
    reason = f"named event: {lower[head]} → {kind}" if head is not None else "named event"
    return Event(mention.start, mention.end, mention.root, kind, name=mention.entity.name, reason=reason)
