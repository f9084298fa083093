"""How surely a pronoun or a description is of whom it is taken for: how far back that is told of, and who else is."""

from __future__ import annotations

from newsgraph.language.annotations import Annotations, Mention
from newsgraph.language.english.syntax.parse import Parse

_FAR = 100
"""So many words back it is as far as it can be."""
_MOST = 3


def reference_features(syntax: Parse, notes: Annotations, mention: Mention) -> dict[str, float]:
    """What speaks for and against a mention that is no name being of its entity; nothing for a name."""
    if mention.form == "name":
        return {}
    entity, form = mention.entity, mention.form
    start, kind = mention.start, mention.kind
    own = max([m.start for m in entity.mentions if m.start < start and m.form != "pronoun"], default=-1)
    since = [m for m in notes.mentions if own < m.start < start and m.kind == kind and m.form != "pronoun"]
    others = {id(m.entity) for m in since}
    return {
        f"{form}: others told of since": float(min(_MOST, len(others))),
        f"{form}: last told of far": min(1.0, (mention.start - own) / _FAR) if own >= 0 else 1.0,
        f"{form}: told of in the sentence": float(own >= syntax.sent_start[mention.start]),
        f"{form}: it has a name": float(entity.named),
    }
