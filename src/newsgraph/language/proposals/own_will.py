"""An actor's "will" about its own policy, in its own statement or in "X said it will": a pledge."""

from __future__ import annotations

from functools import cache

from newsgraph.language.annotations import Annotations, Entity
from newsgraph.language.attributions.cues import attribution_cues
from newsgraph.language.names.known_names import demonym_country
from newsgraph.language.proposals.asserted import asserted, clause_subject
from newsgraph.language.proposals.cues import Draft, limit
from newsgraph.language.proposals.spans import clause_end, has_to, infinitive, negated
from newsgraph.language.proposals.voices import BODIES, Voice, tokens_of
from newsgraph.language.syntax.parse import Parse

_FUTURE = frozenset(("will", "shall", "'ll", "’ll", "wo", "would"))
_PROMISING = frozenset(("promise", "pledge", "vow", "guarantee", "assure"))
_FIRST = frozenset(("we", "i"))
_PERSONAL = frozenset("i we you he she it they this that there who which".split())
_HOUSES = frozenset(
    "department ministry government administration council commission party agency coalition committee board company "
    "union bank organisation organization alliance office court parliament military army police force team firm".split()
)
_REFUSING = frozenset("refuse refusal decline fail failure".split())
_SPOKESMEN = frozenset("spokesman spokeswoman spokesperson aide adviser advisor lawyer attorney".split())
_MEANS = frozenset(("with", "by", "through"))
_OWN_BODIES = frozenset("country government party ministry administration company organisation organization".split())


def will_proposal(parse: Parse, notes: Annotations, i: int, voice: Voice | None) -> Draft | None:
    """An actor's own "will" or "is going to", in its own statement or in "X said it will": a pledge."""
    if voice is None or (not voice.quoted and voice.cue not in _speech_verbs()):
        return None
    word = parse.lower[i]
    if parse.tag[i] == "MD":
        if word not in _FUTURE or parse.dep[i] != "aux":
            return None
        verb, host, cue = parse.head[i], parse.head[i], (i, i + 1)
    else:
        clause = parse.child(i, "xcomp")
        if word != "going" or clause is None or not has_to(parse, clause) or parse.child(i, "aux") is None:
            return None
        verb, host, cue = clause, i, (i, i + 2)
    subject = clause_subject(parse, host)
    if subject is None or subject > i or not asserted(parse, host, verb) or _refuses_to_say(parse, verb):
        return None
    if word == "would" and voice.quoted and (parse.lower[subject] in _FIRST or not _is_reported(parse, verb)):
        return None
    negative = negated(parse, verb) or negated(parse, host)
    if _tells_why(parse, verb) or (negative and _tells_how(parse, verb)):
        return None
    if word == "would" and parse.lemma[verb] == "like":
        return _would_like(parse, i, verb, subject)
    if parse.is_passive(verb):
        if not _will_be_done(parse, notes, subject, verb, voice):
            return None
        start = parse.left[subject]
        content = (start, clause_end(parse, verb, start))
        return Draft(cue, content, "pledge", i, clause=verb, negated=negative)
    if not _is_policy(parse, subject, verb) or not _own_policy(parse, notes, subject, voice, _main(parse, verb)):
        return None
    after = cue[1]
    while after < parse.size and parse.lower[after] in ("not", "n't", "n’t", "never"):
        after += 1
    content = (after, clause_end(parse, verb, after))
    draft = Draft(cue, content, "pledge", i, clause=verb, start=parse.left[subject], negated=negative)
    draft.proposer, draft.own = subject, True
    return draft


def _is_reported(parse: Parse, verb: int) -> bool:
    """Whether the words quoted go on with a report, which puts "will" in the past: 'said that "she would sign"'."""
    said = parse.head[verb]
    told = said < verb and parse.tag[said] == "VBD" and parse.lemma[said] in _speech_verbs()
    return told and parse.dep[verb] == "ccomp"


def _refuses_to_say(parse: Parse, verb: int) -> bool:
    """Whether a promise is one that somebody does not make: "his refusal to say that he would"."""
    said = parse.head[verb]
    below = parse.dep[verb] == "ccomp" and parse.dep[said] in ("acl", "xcomp")
    return below and parse.lemma[parse.head[said]] in _REFUSING


def _would_like(parse: Parse, i: int, like: int, subject: int) -> Draft | None:
    """What one would like to do: "she would like to open a school"; not what one would like somebody to do."""
    clause = parse.child(like, "xcomp")
    if clause is None or not has_to(parse, clause) or negated(parse, like) or parse.child(clause, "nsubj") is not None:
        return None
    draft = Draft((i, like + 1), infinitive(parse, clause), "plan", i, clause=clause, start=parse.left[subject])
    draft.proposer, draft.own = subject, True
    return draft


def _main(parse: Parse, verb: int) -> int:
    """What is continued or begun, else the verb itself."""
    if parse.lemma[verb] in ("continue", "keep", "go", "begin", "start"):
        return next((c for c in parse.children[verb] if parse.dep[c] == "xcomp"), verb)
    return verb


def _is_policy(parse: Parse, subject: int, verb: int) -> bool:
    """Whether it is something that one does: no forecast, meeting, courtesy."""
    lemma = parse.lemma[verb]
    main = _main(parse, verb)
    if parse.dep[subject] not in ("nsubj", "nsubjpass"):
        return False
    if parse.tag[verb] == "VBG" and lemma not in limit("assist") and parse.lower[subject] not in _FIRST:
        return False
    if lemma == "take" and _takes_no_action(parse, verb):
        return False
    if (main == verb and lemma in limit("forecast")) or is_scheduling(parse, main):
        return False
    if parse.lower[subject] == "i" and lemma in limit("personal"):
        return False
    alone = main == verb and parse.child(verb, "dobj") is None and not parse.has_child(verb, "up", "prt")
    if alone and lemma in limit("posture"):
        return False
    if lemma == "ask" and parse.lower[subject] in _FIRST:
        return False
    if lemma == "ask":
        asked = parse.child(verb, "dobj", "dative")
        wanted = parse.has_child(verb, "for", "prep") or (asked is not None and parse.has_child(asked, "for", "prep"))
        return wanted or parse.child(verb, "xcomp") is not None
    return lemma not in ("say", "tell", "thank", "miss")


def _will_be_done(parse: Parse, notes: Annotations, subject: int, verb: int, voice: Voice) -> bool:
    """Whether a passive says what the speaker's side will do: "every claim will be assessed", officials said."""
    if voice.cue not in limit("announce") or parse.lower[subject] in _PERSONAL:
        return False
    if any(m.kind == "Person" and m.entity.named for m in notes.mentions_at(parse.doc[subject])):
        return False
    return parse.lemma[verb] in limit("administer") or voice.cue in _PROMISING


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
        taken = (
            None
            if preposition is None or parse.lower[preposition] not in ("in", "at")
            else parse.child(preposition, "pobj")
        )
    return lemma in limit("engagement") and taken is not None and parse.lemma[taken] in limit("gathering")


def _takes_no_action(parse: Parse, verb: int) -> bool:
    taken = parse.child(verb, "dobj")
    return taken is not None and parse.lemma[taken] in (
        "time",
        "year",
        "month",
        "day",
        "place",
        "part",
        "look",
        "week",
        "while",
    )


@cache
def _speech_verbs() -> frozenset[str]:
    return frozenset(
        lemma for lemma, cue in attribution_cues("verb").items() if cue.sort in ("speech", "writing", "commitment")
    )


def _own_policy(parse: Parse, notes: Annotations, subject: int, voice: Voice, main: int) -> bool:
    """Whether a subject is the speaker, or a body that the speaker speaks for."""
    if parse.lower[subject] in _FIRST:
        return voice.quoted
    mentions = notes.mentions_at(parse.doc[subject])
    if parse.lemma[subject] in _HOUSES and voice.quoted:
        before = [parse.lower[c] for c in parse.children[subject] if c < subject]
        if before in (["the"], ["this"], ["our"], ["my"]):
            return True
    if not mentions:
        return False
    speaker = None if voice.mention is None else voice.mention.entity
    entity = mentions[0].entity
    if parse.lower[subject] == "it" and _is_beside(parse, subject):
        return False
    if entity is speaker or _speaks_for(parse, notes, voice, entity):
        return True
    if parse.pos[subject] == "PRON" and mentions[0].form == "pronoun":
        if _says_of_itself(parse, subject, speaker):
            return True
        return parse.lower[subject] in ("it", "he", "she", "they") and not voice.quoted and not entity.named
    owner = parse.child(subject, "poss")
    if parse.lemma[subject] in _OWN_BODIES and owner is not None and parse.tag[owner] == "PRP$":
        owners = notes.mentions_at(parse.doc[owner])
        return any(m.entity is speaker for m in owners) or parse.lower[owner] in ("our", "my")
    if mentions[0].kind not in BODIES or (entity.kind == "ArmedGroup" or entity.sector == "REB"):
        return False
    if owner is not None and parse.lower[owner] not in ("our", "my"):
        return any(m.entity is speaker for m in notes.mentions_at(parse.doc[owner]))
    if not entity.named and not any(parse.lower[c] in ("the", "this", "our", "my") for c in parse.children[subject]):
        return False
    if speaker is not None and speaker.country is not None and entity.country is not None:
        return speaker.country == entity.country
    if entity.country is not None and _source_country(parse, notes, voice) == entity.country:
        return True
    if entity.kind == "Country":
        return parse.lemma[main] in limit("assist") or voice.cue in limit("announce") - {"say", "tell", "warn", "claim"}
    return voice.quoted or voice.cue in limit("announce")


def _tells_why(parse: Parse, verb: int) -> bool:
    """Whether a clause gives a reason: "because the road will be closed" promises nothing."""
    return any(parse.dep[c] == "mark" and parse.lower[c] in ("because", "since", "as") for c in parse.children[verb])


def _tells_how(parse: Parse, verb: int) -> bool:
    """Whether a clause says how something is not done: "we will not beat it with closed eyes"."""
    if parse.child(verb, "dobj") is None:
        return False
    return any(parse.lower[c] in _MEANS and parse.dep[c] == "prep" for c in parse.children[verb])


def _is_beside(parse: Parse, subject: int) -> bool:
    """Whether "it" may be what is spoken of: "welcomed the deal, saying it would help"."""
    saying = parse.head[parse.head[subject]]
    taken = parse.child(parse.head[saying], "dobj") if parse.dep[saying] == "advcl" else None
    return taken is not None and parse.tag[saying] == "VBG"


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
