"""The modes of demands, refusals and threats, by the act that they are about, as PLOVER has them.

AGREE has no modes in PLOVER. A demand or a threat whose words do not say which mode it is has none.
"""

from __future__ import annotations

from newsgraph.language.english.events.coding import Coded
from newsgraph.language.english.events.lexicon.word_classes import word_classes
from newsgraph.language.english.syntax.parse import Parse

_WORDS = word_classes()
_WANTED = {
    "AID": "assist", "COOPERATE": "assist", "SUPPORT": "assist", "RETREAT": "yield", "CONCEDE": "yield",
    "RESIGN": "change", "APPOINT": "change", "ELECT": "change",
}  # fmt: skip
"""What is wanted or refused."""


def mode_of(kind: str, act: Coded, syntax: Parse) -> str | None:
    """The mode of an event of a kind that is about an act, by the word for that and what it takes: "hold talks"."""
    what, mode = act.event.kind, act.event.mode
    words = {syntax.lemma[i] for i in (act.event.root, *act.frame.object)}
    if kind in ("REQUEST", "REJECT"):
        if what == "CONSULT":
            return "meet" if words & _WORDS["meeting"] and mode != "third-party" else None
        return _WANTED.get(what)
    if kind != "THREATEN":
        return None
    if what == "ASSAULT":
        return "violence" if not words & _WORDS["answering"] else None
    if what == "SANCTION":
        return "relations" if mode in ("discontinue", "withdraw", "expel") else None
    if what == "COERCE":
        return mode if mode in ("restrict", "ban", "curfew") else None
    return "protest" if what == "PROTEST" else None
