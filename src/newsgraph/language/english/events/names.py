"""Named events: "Operation …", "the Battle of …", "the … Summit", "… Accord"."""

from __future__ import annotations

from newsgraph.language.annotations import Annotations, Event, Mention

_KINDS: dict[str, str] = {
    "operation": "ASSAULT", "battle": "ASSAULT", "war": "ASSAULT", "siege": "COERCE", "raid": "ASSAULT",
    "offensive": "ASSAULT", "attack": "ASSAULT", "attacks": "ASSAULT", "bombing": "ASSAULT", "bombings": "ASSAULT",
    "massacre": "ASSAULT", "genocide": "ASSAULT", "coup": "ASSAULT", "invasion": "ASSAULT", "conflict": "ASSAULT",
    "shooting": "ASSAULT", "intifada": "PROTEST", "uprising": "PROTEST", "revolution": "PROTEST", "riots": "PROTEST",
    "protests": "PROTEST", "march": "PROTEST", "rebellion": "PROTEST", "revolt": "PROTEST", "strike": "PROTEST",
    "summit": "CONSULT", "conference": "CONSULT", "talks": "CONSULT", "congress": "CONSULT", "forum": "CONSULT",
    "dialogue": "CONSULT", "convention": "CONSULT", "meeting": "CONSULT", "accord": "AGREE", "accords": "AGREE",
    "agreement": "AGREE", "treaty": "AGREE", "pact": "AGREE", "armistice": "RETREAT", "ceasefire": "RETREAT",
    "election": "ELECT", "elections": "ELECT", "referendum": "ELECT", "primary": "ELECT", "earthquake": "DISASTER",
    "hurricane": "DISASTER", "typhoon": "DISASTER", "cyclone": "DISASTER", "tsunami": "DISASTER",
    "flood": "DISASTER", "floods": "DISASTER", "fire": "DISASTER", "storm": "DISASTER", "crash": "DISASTER",
    "disaster": "DISASTER", "famine": "DISASTER", "pandemic": "DISASTER", "epidemic": "DISASTER",
    "derailment": "DISASTER",
}  # fmt: skip
"""What the head word of a named event says of its kind."""

_DAYS = frozenset("day days week month year anniversary prize award awards cup centenary season commission".split())
"""Names that end so are of a time or a prize: "Election Day"."""
_BLOODLESS = frozenset("cold culture trade price".split())
"""What stands in the name of a war in which nobody fights."""


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
    if lower[mention.end - 1] in _DAYS or (head and lower[head] == "war" and lower[head - 1] in _BLOODLESS):
        head = None
    kind = "OTHER" if head is None else _KINDS[lower[head]]
    if lower[mention.start] == "operation":
        kind = "ASSAULT"
    reason = f"named event: {lower[head]} → {kind}" if head is not None else "named event"
    return Event(mention.start, mention.end, mention.root, kind, name=mention.entity.name, reason=reason)
