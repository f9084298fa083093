"""The modes of demands, refusals and threats, by the act that they are about, as PLOVER has them.

AGREE has no modes in PLOVER. A demand or a threat whose words do not say which mode it is has none.
"""

from __future__ import annotations

from newsgraph.language.english.events.coding import Coded
from newsgraph.language.english.syntax.parse import Parse

_WANTED = {
    "AID": "assist", "COOPERATE": "assist", "SUPPORT": "assist", "RETREAT": "yield", "CONCEDE": "yield",
    "RESIGN": "change", "APPOINT": "change", "ELECT": "change",
}  # fmt: skip
"""What is wanted or refused."""
_MEETING = frozenset(
    "meet talk negotiate discuss visit sit consult meeting negotiation dialogue summit conference consultation".split()
)
"""Words for meeting and talking, which is more than to contact, write to or call somebody."""
_THREATENED = frozenset(("restrict", "ban", "curfew"))
"""Modes of coercion that a threat of it has, too."""
_BROKEN = frozenset(("discontinue", "withdraw", "expel"))
"""Modes of sanctions that reduce relations."""
_ANSWERING = frozenset("retaliate respond react avenge".split())
"""Verbs that do not say by which means."""


def mode_of(kind: str, act: Coded, syntax: Parse) -> str | None:
    """The mode of an event of a kind that is about an act, by the word for that and what it takes: "hold talks"."""
    what, mode = act.event.kind, act.event.mode
    words = {syntax.lemma[i] for i in (act.event.root, *act.frame.object)}
    if kind in ("REQUEST", "REJECT"):
        if what == "CONSULT":
            return "meet" if words & _MEETING and mode != "third-party" else None
        return _WANTED.get(what)
    if kind != "THREATEN":
        return None
    if what == "ASSAULT":
        return "violence" if not words & _ANSWERING else None
    if what == "SANCTION":
        return "relations" if mode in _BROKEN else None
    if what == "COERCE":
        return mode if mode in _THREATENED else None
    return "protest" if what == "PROTEST" else None
