"""The prepositions behind which the target of an event stands, kind by kind: "talks with", "a ban on"."""

from __future__ import annotations

TARGET_PREPOSITIONS: dict[str, tuple[str, ...]] = {
    "AGREE": ("with", "to", "for"),
    "CONSULT": ("with", "to", "between", "among"),
    "SUPPORT": ("for", "with", "to", "of", "behind"),
    "CONCEDE": ("to", "for", "on", "from", "of"),
    "COOPERATE": ("with", "to", "alongside"),
    "AID": ("to", "for"),
    "RETREAT": ("from", "out of", "to", "with", "of"),
    "REQUEST": ("on", "upon", "of", "from", "to", "with", "for"),
    "ACCUSE": ("against", "with", "at", "of", "to", "on", "over", "for", "into"),
    "REJECT": ("from", "by", "of", "with", "to", "against"),
    "THREATEN": ("against", "to", "with", "on"),
    "PROTEST": ("against", "over", "at", "with"),
    "SANCTION": ("on", "against", "with", "to", "for", "from", "of"),
    "MOBILIZE": ("against", "on", "to"),
    "COERCE": ("on", "against", "of", "from", "into"),
    "ASSAULT": ("on", "against", "at", "of", "with", "into", "upon", "to"),
    "SAY": ("to",),
    "ELECT": ("of",),
    "APPOINT": ("of",),
    "RESIGN": (),
    "DISASTER": ("of",),
    "OTHER": ("of",),
}
"""Where targets stand behind a verb or noun of each kind, the likeliest first."""
