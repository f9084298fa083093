"""Whether what somebody "will" do is the policy of the one who says so: the speaker, or a body spoken for."""

from __future__ import annotations

from newsgraph.language.annotations import Entity, Mention
from newsgraph.language.english.coreference.actors import BODIES
from newsgraph.language.english.proposals.cues import limit
from newsgraph.language.english.proposals.table.places import Match
from newsgraph.language.english.proposals.voices import Voice
from newsgraph.language.english.syntax.parse import Parse

_FIRST = frozenset(("we", "i"))
_OURS = frozenset(("our", "my"))
_ACCUSING = frozenset(("claim", "warn", "allege", "fear"))
_PROMISING = frozenset(("promise", "pledge", "vow", "guarantee", "assure"))


def may_be_administered(m: Match, verb: int) -> bool:
    """Whether a passive says what the speaker's side will do: "every claim will be assessed", officials said."""
    cue = "" if m.voice is None else m.voice.cue
    return cue in limit("announce") and (m.parse.lemma[verb] in limit("administer") or cue in _PROMISING)


def is_scheduling(parse: Parse, verb: int) -> bool:
    """Whether a verb speaks of travel, meetings and the like."""
    lemma = parse.lemma[verb]
    if lemma in limit("appointment"):
        return True
    taken = parse.child(verb, "dobj")
    return lemma in limit("engagement") and taken is not None and parse.lemma[taken] in limit("gathering")


def is_own_policy(m: Match, subject: int) -> bool:
    """Whether a subject is the speaker, or a body that the speaker speaks for."""
    parse, voice = m.parse, m.voice
    mentions = m.notes.mentions_at(subject)
    if voice is None or parse.lower[subject] in _FIRST:
        return voice is not None and voice.quoted
    the = parse.left[subject] == subject - 1 and parse.lower[subject - 1] in ("the", "this", "our", "my")
    if the and voice.quoted and parse.lemma[subject] in limit("house"):
        return True  # "the ministry", as those name it who work there
    if not mentions:
        return False
    entity = mentions[0].entity
    speaker = None if voice.mention is None else voice.mention.entity
    if entity is speaker:
        return True
    if parse.pos[subject] == "PRON" and mentions[0].form == "pronoun":
        return parse.lower[subject] in ("it", "he", "she", "they") and not voice.quoted and not entity.named
    owner = parse.child(subject, "poss")
    if owner is not None and (owned := _is_owned(m, subject, owner, speaker)) is not None:
        return owned
    return _is_body_of(m, subject, mentions[0], voice)


def _is_owned(m: Match, subject: int, owner: int, speaker: Entity | None) -> bool | None:
    """Whether a body is the speaker's by "his", "our"; None where the owner does not tell."""
    parse = m.parse
    mine = any(k.entity is speaker for k in m.notes.mentions_at(owner))
    if parse.lemma[subject] in limit("ownbody") and parse.tag[owner] == "PRP$":
        return mine or parse.lower[owner] in _OURS
    if not _is_public(m.notes.mentions_at(subject)[0]):
        return False
    return None if parse.lower[owner] in _OURS else mine


def _is_public(mention: Mention) -> bool:
    armed = mention.entity.kind == "ArmedGroup" or mention.entity.sector == "REB"
    return mention.kind in BODIES and not armed


def _is_body_of(m: Match, subject: int, mention: Mention, voice: Voice) -> bool:
    """Whether a body is of the speaker's country, or announced for by whoever speaks."""
    parse, entity = m.parse, mention.entity
    speaker = None if voice.mention is None else voice.mention.entity
    if not _is_public(mention) or (entity.kind == "Party" and _is_opponent(m, entity, voice)):
        return False
    if not entity.named and not any(parse.lower[c] in ("the", "this", "our", "my") for c in parse.children[subject]):
        return False
    if speaker is not None and speaker.country is not None and entity.country is not None:
        return speaker.country == entity.country
    if entity.kind == "Country":
        helps = m.parse.lemma[m.words["main"]] in limit("assist")
        return helps or voice.cue in limit("announce") - {"say", "tell", "warn", "claim"}
    return voice.quoted or voice.cue in limit("announce")


def _is_opponent(m: Match, party: Entity, voice: Voice) -> bool:
    """Whether a speaker is of another party: "the Greens would raise taxes, a Labour spokesman said"."""
    speaker = None if voice.mention is None else voice.mention.entity
    if speaker is None or voice.cue in _ACCUSING:
        return speaker is not None
    parties = [
        other.entity
        for mention in m.notes.mentions
        if mention.entity is speaker and mention.form != "pronoun"
        for i in range(m.parse.left[mention.root], m.parse.right[mention.root] + 1)
        for other in m.notes.at_root.get(i, ())
        if other.entity.kind == "Party"
    ]
    return bool(parties) and party not in parties
