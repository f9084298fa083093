"""What sort of article an event stands in: public affairs, sport, advice, somebody's own story."""

from __future__ import annotations

from newsgraph.language.english.events.kinds.sport import sports_words
from newsgraph.language.english.events.roles.actors import Actors

_PUBLIC = frozenset(("Country", "Agency", "Party", "ArmedGroup", "InternationalOrganization"))
_OFFICIAL = frozenset(("GOV", "MIL", "REB", "LEG", "COP", "SPY", "JUD", "OPP", "PTY", "IGO"))


def article_features(who: Actors) -> dict[str, float]:
    """Shares, each from 0 to 1, that are the same for all events of an article."""
    notes, syntax = who.notes, who.syntax
    words = max(1, syntax.size)
    mentions = [m for m in notes.mentions if m.form != "pronoun"]
    actors = max(1, len(mentions))
    sport = len(syntax.at(*sports_words()))
    return {
        "article: public bodies": sum(m.kind in _PUBLIC for m in mentions) / actors,
        "article: officials": sum(m.entity.sector in _OFFICIAL for m in mentions) / actors,
        "article: names": min(1.0, 5 * sum(m.form == "name" for m in mentions) / words),
        "article: sport": min(1.0, 40 * sport / words),
        "article: you": min(1.0, 40 * len(syntax.at("you", "your")) / words),
        "article: me": min(1.0, 40 * len(syntax.at("i", "my", "me")) / words),
        "article: said": min(1.0, 10 * len(notes.attributions) / words),
        "article: length": min(1.0, words / 800),
    }
