"""The modes of demands, refusals, threats and promises, by the kind of the act that they are about."""

from __future__ import annotations

WANTED = {
    "AID": "assist", "COOPERATE": "assist", "SUPPORT": "assist", "CONSULT": "meet", "RETREAT": "yield",
    "CONCEDE": "yield",
}  # fmt: skip
"""What is wanted or refused."""
_THREATENED = {"ASSAULT": "violence", "SANCTION": "relations", "COERCE": "restrict", "PROTEST": "protest"}


def mode_of(kind: str, act: str) -> str | None:
    """The mode of an event of a kind that is about an act of another."""
    if kind in ("REQUEST", "REJECT"):
        return WANTED.get(act, "change")
    if kind == "THREATEN":
        return _THREATENED.get(act)
    return act.lower() if kind == "AGREE" else None
