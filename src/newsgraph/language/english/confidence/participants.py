"""Who is left out of an event because it is not likely enough that they took part as it says.

An empty slot beats a wrong one: what is left out is as if the text did not tell. The weights stand in
`lexicons/participant_confidence.csv`, learnt by `scripts/learn_events.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsgraph.language.annotations import Mention
from newsgraph.language.english.confidence.references import reference_features
from newsgraph.language.english.confidence.routes import path, route
from newsgraph.language.english.confidence.weights import confidence_weights
from newsgraph.language.english.events.coding import Coded
from newsgraph.language.english.events.roles.actors import Actors
from newsgraph.language.english.events.roles.modifiers import ALSO_SUFFERED, BY_STATES

Features = dict[str, float]
LEAST = 0.35
"""The share of right participants from which one is kept."""
_ROLES = ("agents", "targets")


def participants_of(who: Actors, order: Iterable[Coded]) -> Iterator[tuple[Coded, str, Mention, Features]]:
    """The agents and targets of events without a name, each with its role and what speaks for and against it."""
    for coded in order:
        if coded.event.kind in ("OTHER", "SAY") or coded.event.name:
            continue
        for role in _ROLES:
            for mention in getattr(coded.event, role):
                yield coded, role, mention, _features(who, coded, role[:-1], mention)


def leave_out_unlikely(who: Actors, order: Iterable[Coded]) -> None:
    """Leave out the agents and targets that are not likely enough, and note how sure the others are."""
    weights = confidence_weights("participant_confidence")
    unlikely = []
    for coded, role, mention, features in participants_of(who, order):
        share = weights.share(features)
        if share < LEAST and not _is_own_deed(who, coded, role, mention):
            unlikely.append((coded, role, mention))
        else:
            key = role, id(mention.entity)
            coded.sure[key] = max(coded.sure.get(key, 0.0), share)
    for coded, role, mention in unlikely:
        setattr(coded.event, role, [m for m in getattr(coded.event, role) if m is not mention])


def least_sure(chain: Iterable[Coded]) -> float:
    """How sure the most doubtful participant of an event is, each by the record that tells it best; 1 without any."""
    best: dict[tuple[str, int], float] = {}
    for coded in chain:
        for key, share in coded.sure.items():
            best[key] = max(best.get(key, 0.0), share)
    return min(best.values(), default=1.0)


def _is_own_deed(who: Actors, coded: Coded, role: str, mention: Mention) -> bool:
    """Whether an adjective of nationality stands before a deed that only its author's nation can: "Kenyan shelling"."""
    deed = who.syntax.lemma[coded.event.root]
    before = not coded.verb and who.syntax.head[mention.root] == coded.event.root and mention.form == "name"
    return role == "agents" and before and deed in BY_STATES and deed not in ALSO_SUFFERED


def _features(who: Actors, coded: Coded, role: str, mention: Mention) -> Features:
    syntax, event = who.syntax, coded.event
    by = _slot(coded, mention.root) or route(syntax, mention.root, (event.root,))
    form, entity = mention.form, mention.entity
    rule = event.reason.partition(":")[0] if ":" in event.reason else "lexicon"
    word = "verb" if coded.verb else "noun"
    names = [
        role, f"{role} {event.kind}", f"{role} by {by}", f"{event.kind} {role} by {by}", f"{role} {word} by {by}",
        f"{role} {form}", f"{role} {entity.kind}", f"{role} {'named' if entity.named else 'nameless'}",
        f"{role} {form} {entity.kind}", f"{event.kind} {role} {entity.kind}", f"{role} rule {rule}", f"{word} {role}",
        f"{role} {event.factuality}", f"why {mention.reason.split(':')[0]}", f"{form} by {by}",
        f"{role} {word} {syntax.lemma[event.root]}", f"{role} {word} {syntax.lemma[event.root]} by {by}",
    ]  # fmt: skip
    names += [
        f"{role} path {path(syntax, mention.root, event.root)}",
        f"{role} tag {syntax.tag[mention.root]}", f"{role} noun {syntax.lemma[mention.root]}",
        f"{role} noun {syntax.lemma[mention.root]} by {by}",
        f"{role} as {syntax.dep[mention.root]}", f"{role} of event as {syntax.dep[event.root]}",
        f"{event.kind} {role} of event as {syntax.dep[event.root]}",
    ]
    if (way := coded.ways.get(mention.root)) is not None:
        names += [f"{role} way {way}", f"{event.kind} {role} way {way}", f"{form} way {way}"]
    if form == "pronoun":
        names += [f"pronoun {syntax.lower[mention.root]}", f"pronoun {syntax.lower[mention.root]} is {entity.kind}"]
    if coded.verb and coded.frame.passive:
        names.append(f"{role} of a passive")
    if coded.carrier is not None:
        names.append(f"{role} of a carried noun")
    found = dict.fromkeys(names, 1.0)
    found["mentions"] = min(1.0, len(entity.mentions) / 12)
    found["words in it"] = min(1.0, (mention.end - mention.start) / 6)
    found[f"{role} before"] = float(mention.root < event.root)
    found["how far"] = min(1.0, abs(mention.root - event.root) / 25)
    found[f"{role}s beside"] = min(4.0, len(getattr(event, f"{role}s")) - 1) / 2
    found["in the other role, too"] = float(_is_in_other_role(coded, role, mention))
    if form == "pronoun":
        found["rivals"] = min(6.0, len(_rivals(who, mention))) / 3
    return found | reference_features(syntax, who.notes, mention)


def _slot(coded: Coded, word: int) -> str:
    """The argument of the clause that a word is, controlled ones among them; empty if it is none."""
    slot = _argument(coded, word)
    entries = (c.entry for c in (coded, coded.carrier) if c is not None)
    undergone = any(entry is not None and entry.is_undergone for entry in entries)
    return f"undergone, {slot}" if slot and undergone else slot


def _argument(coded: Coded, word: int) -> str:
    frame, carrier, speaker = coded.frame, coded.carrier, coded.speaker
    slots = (("subject", frame.subject), ("by", frame.by), ("object", frame.object), ("dative", frame.dative))
    if slot := next((name for name, words in slots if word in words), ""):
        return slot
    if carrier is not None and word in carrier.frame.logical_subject:
        return "subject of its verb"
    if speaker is not None and word in speaker.frame.subject:
        return "speaker"
    return next((f"behind {name}" for name, other in frame.preps if other == word), "")


def _is_in_other_role(coded: Coded, role: str, mention: Mention) -> bool:
    others = coded.event.targets if role == "agent" else coded.event.agents
    return any(other.entity is mention.entity for other in others)


def _rivals(who: Actors, mention: Mention) -> set[int]:
    """The other entities of the kind (by id) that are mentioned shortly before a pronoun."""
    since = mention.start - 40
    return {
        id(m.entity)
        for m in who.notes.mentions
        if since <= m.start < mention.start and m.kind == mention.kind and m.entity is not mention.entity
    }
