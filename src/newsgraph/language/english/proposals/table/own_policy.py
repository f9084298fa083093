"""Whether what somebody "will" do is the policy of the one who says so: the speaker, or a body spoken for."""

from __future__ import annotations

from functools import cache

from newsgraph.language.annotations import Annotations, Entity, Mention
from newsgraph.language.english.coreference.actors import BODIES
from newsgraph.language.english.proposals.cues import limit
from newsgraph.language.english.proposals.table.places import Match
from newsgraph.language.english.proposals.voices import Voice, tokens_of
from newsgraph.language.english.syntax.parse import Parse
from newsgraph.language.english.syntax.speech.cues import attribution_cues
from newsgraph.language.known_names import demonym_country

_FIRST = frozenset(("we", "i"))
_OURS = frozenset(("our", "my"))
_SPOKESMEN = frozenset("spokesman spokeswoman spokesperson aide adviser advisor lawyer attorney".split())
_ACCUSING = frozenset(("claim", "warn", "allege", "fear"))
_PROMISING = frozenset(("promise", "pledge", "vow", "guarantee", "assure"))


@cache
def speech_verbs() -> frozenset[str]:
    """The verbs by which somebody says something, not only thinks it."""
    return frozenset(
        lemma for lemma, cue in attribution_cues("verb").items() if cue.sort in ("speech", "writing", "commitment")
    )


def may_be_administered(m: Match, verb: int) -> bool:
    """Whether a passive says what the speaker's side will do: "every claim will be assessed", officials said."""
    cue = "" if m.voice is None else m.voice.cue
    return cue in limit("announce") and (m.parse.lemma[verb] in limit("administer") or cue in _PROMISING)


def is_scheduling(parse: Parse, verb: int) -> bool:
    """Whether a verb speaks of travel, meetings and the like."""
    lemma = parse.lemma[verb]
    if lemma == "go" and any(parse.lower[c] in ("ahead", "further", "forward") for c in parse.children[verb]):
        return False
    if lemma in limit("appointment"):
        return True
    if lemma == "bring" and parse.has_child(verb, "together", "advmod", "prt"):
        return True
    taken = parse.child(verb, "dobj")
    if taken is None:
        preposition = parse.child(verb, "prep")
        inside = preposition is not None and parse.lower[preposition] in ("in", "at")
        taken = parse.child(preposition, "pobj") if preposition is not None and inside else None
    return lemma in limit("engagement") and taken is not None and parse.lemma[taken] in limit("gathering")


def is_own_policy(m: Match, subject: int) -> bool:
    """Whether a subject is the speaker, or a body that the speaker speaks for."""
    parse, voice = m.parse, m.voice
    if voice is None:
        return False
    if parse.lower[subject] in _FIRST:
        return voice.quoted
    if voice.quoted and _is_own_house(parse, subject):
        return True
    mentions = m.notes.mentions_at(subject)
    if not mentions or (parse.lower[subject] in ("it", "they") and _is_beside(parse, subject)):
        return False
    entity = mentions[0].entity
    speaker = None if voice.mention is None else voice.mention.entity
    if entity is speaker or _speaks_for(parse, m.notes, voice, entity):
        return True
    if parse.pos[subject] == "PRON" and mentions[0].form == "pronoun":
        if _says_of_itself(parse, subject, speaker):
            return True
        return parse.lower[subject] in ("it", "he", "she", "they") and not voice.quoted and not entity.named
    owner = parse.child(subject, "poss")
    if owner is not None and (owned := _is_owned(m, subject, owner, speaker)) is not None:
        return owned
    return _is_body_of(m, subject, mentions[0], voice)


def _is_own_house(parse: Parse, subject: int) -> bool:
    """Whether a speaker names the house spoken for: "the ministry", "our council"."""
    before = [parse.lower[c] for c in parse.children[subject] if c < subject]
    return parse.lemma[subject] in limit("house") and before in (["the"], ["this"], ["our"], ["my"])


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
    if entity.country is not None and _source_country(parse, m.notes, voice) == entity.country:
        return True
    if entity.kind == "Country":
        helps = m.parse.lemma[m.words["main"]] in limit("assist")
        return helps or voice.cue in limit("announce") - {"say", "tell", "warn", "claim"}
    return voice.quoted or voice.cue in limit("announce")


def _is_opponent(m: Match, party: Entity, voice: Voice) -> bool:
    """Whether a speaker is of another party: "the Greens would raise taxes, a Labour spokesman said"."""
    speaker = None if voice.mention is None else voice.mention.entity
    if voice.cue in _ACCUSING:
        return speaker is not party
    if speaker is None or speaker.kind == "Party":
        return speaker is not None and speaker is not party
    parties = [
        other.entity
        for mention in m.notes.mentions
        if mention.entity is speaker and mention.form != "pronoun"
        for i in range(m.parse.left[mention.root], m.parse.right[mention.root] + 1)
        for other in m.notes.at_root.get(i, ())
        if other.entity.kind == "Party"
    ]
    return bool(parties) and party not in parties


def _is_beside(parse: Parse, subject: int) -> bool:
    """Whether "it" may be what is spoken of: "welcomed the deal, saying it would help", "as police said it would"."""
    saying = parse.head[parse.head[subject]]
    taken = parse.child(parse.head[saying], "dobj") if parse.dep[saying] == "advcl" else None
    if taken is None or parse.doc[taken].ent_type_ in ("PERSON", "NORP") or parse.pos[taken] == "PROPN":
        return False
    plural = parse.tag[taken] in ("NNS", "NNPS")
    if plural != (parse.lower[subject] == "they") or taken > saying:
        return False
    return parse.tag[saying] == "VBG" or any(
        parse.dep[c] == "mark" and parse.lower[c] in ("as", "because", "since") for c in parse.children[saying]
    )


def _says_of_itself(parse: Parse, subject: int, speaker: Entity | None) -> bool:
    """Whether "it" or "they" stands right under what a body says: "the paper stated that they will keep it"."""
    clause = parse.head[subject]
    said = parse.head[clause]
    body = speaker is not None and speaker.kind in BODIES
    return body and parse.dep[clause] == "ccomp" and said < subject and parse.lower[subject] in ("it", "they")


def _speaks_for(parse: Parse, notes: Annotations, voice: Voice, entity: Entity) -> bool:
    """Whether a spokesman speaks for somebody: "Weber spokeswoman Ida Lund said she would sign"."""
    if voice.source is None or not entity.named:
        return False
    start, stop = tokens_of(parse, voice.source)
    if not any(parse.lemma[i] in _SPOKESMEN for i in range(start, stop)):
        return False
    return any(m.entity is entity for i in range(start, stop) for m in notes.at_root.get(i, ()))


def _source_country(parse: Parse, notes: Annotations, voice: Voice) -> str | None:
    """The country that the words for the speaker name: "a spokesman for the Israeli government"."""
    if voice.source is None:
        return None
    start, stop = tokens_of(parse, voice.source)
    for i in range(start, min(stop + 1, parse.size)):
        mention = notes.covering.get(i)
        if mention is not None and mention.entity.country is not None:
            return mention.entity.country
        if parse.doc[i].is_title and (code := demonym_country(parse.doc[i].text)) is not None:
            return code
    return None
