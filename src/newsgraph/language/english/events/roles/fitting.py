"""Who cannot take part in an event of a kind: what a quake strikes is where it was, not whom it befell."""

from __future__ import annotations

from collections.abc import Sequence

from newsgraph.language.annotations import Mention
from newsgraph.language.english.events.coding import Coded

_LANDS = frozenset(("Country", "Place"))
_UNFIT: dict[tuple[str, str], frozenset[str]] = {
    ("DISASTER", "targets"): _LANDS,
    ("ELECT", "targets"): _LANDS,
    ("MOBILIZE", "targets"): _LANDS,
    ("CONSULT", "targets"): frozenset(("Place",)),
}
"""Kinds of entities that are not in a role of a kind of event, whatever the grammar says."""
_UNFIT_BY_NOUN = {("PROTEST", "agents"): _LANDS | {"Agency"}}
"""Those that are in it with the verb alone: "Ardal protested", but not "the Ardal protests"."""


def fitting(coded: Coded, role: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Those that can be in a role of an event; whom somebody met "with" is no place, whatever its name."""
    if not mentions:
        return []
    key = (coded.event.kind, role)
    unfit = _UNFIT.get(key, frozenset()) | (frozenset() if coded.verb else _UNFIT_BY_NOUN.get(key, frozenset()))
    beside = {word for name, word in (*coded.frame.preps, *coded.context) if name == "with"}
    return [m for m in mentions if m.kind not in unfit or m.root in beside]
