"""Proposals by modals that a source says: must, should, need to, "it is time to"; by own "will"; by imperatives."""

from __future__ import annotations

from functools import cache

from newsgraph.language.annotations import Annotations
from newsgraph.language.attribution_cues import attribution_cues
from newsgraph.language.parse import Parse
from newsgraph.language.proposal_cues import Draft, limit
from newsgraph.language.proposal_spans import clause_end, clause_parts, has_to, infinitive, negated
from newsgraph.language.proposal_verbs import hypothetical
from newsgraph.language.voices import BODIES, Voice, is_actor, tokens_of

_NECESSITY = frozenset(("must", "should", "ought"))
_FUTURE = frozenset(("will", "shall", "'ll", "’ll", "wo", "would"))
_GENERIC = frozenset(("one", "nobody", "anybody", "anyone", "someone", "somebody", "you"))
_FIRST = frozenset(("we", "i"))
_BE_LIKE = frozenset(
    "be include remain continue stop end cease address reflect contain focus start begin happen cover come go follow "
    "respect apply serve lead protect guarantee ensure take extend comply".split()
)
_ABLE = frozenset("able easy possible ready available enough sure aware unable likely clear careful proud happy true glad".split())
_HOUSES = frozenset(
    "department ministry government administration council commission party agency coalition committee board company "
    "union bank organisation organization alliance office court parliament military army police force team firm".split()
)
_DUTIES = frozenset(("responsibility", "duty", "obligation"))
_DEEDS = frozenset("do take make act".split())


def modal_proposals(parse: Parse, notes: Annotations, i: int, voice: Voice | None) -> Draft | None:
    """What a modal of necessity asks for; in the paper's own voice only of a named body or person."""
    word = parse.lower[i]
    if parse.tag[i] == "MD" and word in _NECESSITY:
        verb = parse.head[i]
        after = i + 1
        if parse.dep[i] not in ("aux", "ROOT") or verb == i:
            return None
        if word == "ought" and after < parse.size and parse.lower[after] == "to":
            after += 1
        cue = (i, after if word == "ought" else i + 1)
    else:
        found = _semi_modal(parse, i)
        if found is None:
            return None
        verb, after, cue = found
    host = verb if parse.tag[i] == "MD" else i
    if not _asserted(parse, host, verb):
        return None
    subject = _subject(parse, host)
    if subject is None or subject > i:
        return None
    if after < parse.size and parse.lower[after] in ("not", "n't", "never", "n’t") and cue[1] == after:
        after += 1
    negative = negated(parse, verb) or (host != verb and negated(parse, host))
    if host != verb and negative and parse.lemma[i] in ("need", "have") and negated(parse, host):
        return None
    lower = parse.lower[subject]
    first_person = lower in _FIRST
    if voice is None and not (_named(parse, notes, subject) and word in (*_NECESSITY, "need", "needs")):
        return None
    if voice is not None and not voice.quoted and parse.tag[i] == "VBD" and word == "had":
        return None
    actor = is_actor(parse, notes, subject) or first_person or (lower == "it" and _is_body(notes, parse, subject))
    passive = parse.is_passive(verb)
    if lower in _GENERIC and lower != "you":
        return None
    if parse.lemma[verb] in limit("courtesy") and first_person and lower == "i":
        return None
    if not actor or passive:
        if not passive and not _may_be_wanted(parse, verb, word):
            return None
        if lower == "there" and not _measure_exists(parse, verb):
            return None
        start = min(parse.left[subject], i)
        return Draft(cue, (start, clause_end(parse, verb, start)), "urge", i, clause=verb, negated=negative)
    if parse.lemma[verb] == "be" and word == "should" and _epistemic(parse, verb):
        return None
    if parse.lemma[subject] in limit("public") and parse.lemma[verb] in limit("reader"):
        return None
    stop = clause_end(parse, verb, after)
    draft = Draft(cue, (after, stop), "urge", i, clause=verb, negated=negative, start=parse.left[subject])
    if first_person:
        draft.proposer, draft.own = subject, True
    else:
        draft.addressees = parse.conjuncts(subject)
    return draft


def _semi_modal(parse: Parse, i: int) -> tuple[int, int, tuple[int, int]] | None:
    """Need to, have to, have got to, be required to, have a responsibility to: verb, first token of content, cue."""
    lemma, tag = parse.lemma[i], parse.tag[i]
    if lemma == "need" and tag in ("VBP", "VBZ", "VBD", "VB"):
        if any(parse.tag[c] == "MD" for c in parse.children[i]):
            return None
    elif lemma == "have" and tag in ("VBP", "VBZ", "VBD", "VB"):
        if any(parse.tag[c] == "MD" for c in parse.children[i]):
            return None
        noun = parse.child(i, "dobj")
        if noun is not None and parse.lemma[noun] in _DUTIES:
            for c in parse.children[noun]:
                if c > noun and parse.is_verb(c) and has_to(parse, c):
                    return c, infinitive(parse, c)[0], (i, noun + 1)
            for c in parse.children[i]:
                if c > noun and parse.is_verb(c) and has_to(parse, c):
                    return c, infinitive(parse, c)[0], (i, noun + 1)
            return None
    elif lemma in ("get", "got") and any(parse.lemma[c] == "have" for c in parse.children[i]):
        have = next(c for c in parse.children[i] if parse.lemma[c] == "have")
        for c in parse.children[i]:
            if c > i and parse.dep[c] in ("xcomp", "ccomp") and has_to(parse, c):
                to = infinitive(parse, c)[0]
                return c, to, (have, to)
        return None
    elif lemma in ("require", "oblige") and tag == "VBN" and parse.child(i, "auxpass") is not None:
        if parse.child(i, "agent") is not None or any(parse.lower[c] in ("was", "were") for c in parse.children[i]):
            return None
    else:
        return None
    for c in parse.children[i]:
        if c > i and parse.dep[c] in ("xcomp", "ccomp") and has_to(parse, c) and parse.child(c, "nsubj") is None:
            to = infinitive(parse, c)[0]
            return c, to, (i, to)
    return None


def _asserted(parse: Parse, host: int, verb: int) -> bool:
    """Not in a question, a condition or a clause that only identifies a thing, and not of the past."""
    if hypothetical(parse, host):
        return False
    top = host
    while parse.dep[top] == "conj" and parse.is_verb(parse.head[top]):
        top = parse.head[top]
    if parse.dep[top] in ("relcl", "pcomp", "csubj", "csubjpass") and top != parse.head[top]:
        return False
    if parse.dep[top] == "acl" and not any(parse.lower[c] == "that" and parse.dep[c] == "mark" for c in parse.children[top]):
        return False
    for c in parse.children[verb]:
        if parse.lemma[c] == "have" and parse.dep[c] == "aux" and parse.tag[verb] == "VBN":
            return False
        if parse.dep[c] == "mark" and parse.lower[c] in ("as", "than"):
            return False
        if parse.dep[c] == "aux" and parse.lemma[c] == "be" and parse.tag[verb] == "VBG" and parse.child(verb, "aux") != c:
            return False
    return parse.lemma[verb] not in ("say", "admit", "confess")


def _subject(parse: Parse, verb: int) -> int | None:
    for _ in range(4):
        found = parse.child(verb, "nsubj", "nsubjpass", "expl", "csubj")
        if found is not None:
            return found
        if parse.dep[verb] not in ("conj", "xcomp") or not parse.is_verb(parse.head[verb]):
            return None
        verb = parse.head[verb]
    return None


def _named(parse: Parse, notes: Annotations, i: int) -> bool:
    return any(m.entity.named and m.kind in BODIES for m in notes.mentions_at(parse.doc[i]))


def _is_body(notes: Annotations, parse: Parse, i: int) -> bool:
    return any(m.entity.kind in BODIES and m.entity.named for m in notes.mentions_at(parse.doc[i]))


def _may_be_wanted(parse: Parse, verb: int, word: str) -> bool:
    """Whether a thing can be wanted so: "talks must be inclusive", "the priority must be ...", not "it must be cold"."""
    if parse.lemma[verb] not in _BE_LIKE:
        return False
    if parse.lemma[verb] != "be":
        return True
    for c in parse.children[verb]:
        if parse.dep[c] == "acomp" and parse.tag[c] != "VBN":
            return parse.lemma[c] in limit("virtue")
    return parse.child(verb, "attr", "acomp") is not None


def _epistemic(parse: Parse, verb: int) -> bool:
    for c in parse.children[verb]:
        if parse.dep[c] in ("acomp", "attr") and (parse.lemma[c] in _ABLE or parse.tag[c] == "JJR"):
            return True
    return False


def _measure_exists(parse: Parse, verb: int) -> bool:
    found = parse.child(verb, "attr", "nsubj", "dobj")
    if found is None:
        return False
    return parse.lemma[found] in limit("measure") or any(parse.lower[c] == "no" for c in parse.children[found])


def measure_needed(parse: Parse, notes: Annotations, i: int) -> Draft | None:
    """An investigation is needed; the country needs an overhaul; X needs them to act."""
    if parse.lemma[i] != "need" or parse.tag[i][:1] != "V" or hypothetical(parse, i) or negated(parse, i):
        return None
    if any(parse.tag[c] == "MD" for c in parse.children[i]) or parse.dep[i] in ("relcl", "acl", "amod"):
        return None
    if parse.is_passive(i):
        found = parse.child(i, "nsubjpass")
        if found is None or parse.lemma[found] not in limit("measure"):
            return None
        return Draft((i, i + 1), parse.trim(parse.left[found], min(parse.right[found] + 1, i)), "urge", i)
    for c in parse.children[i]:
        if c > i and parse.dep[c] == "ccomp" and has_to(parse, c):
            inner = parse.child(c, "nsubj")
            if inner is not None and is_actor(parse, notes, inner):
                content, addressees = clause_parts(parse, notes, c, infinitive(parse, c)[0])
                return Draft((i, i + 1), content, "urge", i, addressees=addressees, clause=c)
    found = parse.child(i, "dobj")
    if found is None:
        return None
    for c in parse.children[i]:
        if c > found and has_to(parse, c) and is_actor(parse, notes, found):
            return Draft((i, i + 1), infinitive(parse, c), "urge", i, addressees=[found], clause=c)
    if parse.lemma[found] not in limit("measure"):
        return None
    return Draft((i, i + 1), parse.trim(parse.left[found], parse.right[found] + 1), "urge", i)


def time_proposal(parse: Parse, notes: Annotations, i: int) -> Draft | None:
    """It is time to, it's time that, it is time for X to."""
    verb = parse.head[i]
    if parse.lemma[i] != "time" or parse.dep[i] != "attr" or parse.lemma[verb] != "be" or hypothetical(parse, i):
        return None
    subject = parse.child(verb, "nsubj", "expl")
    if subject is None or parse.lower[subject] not in ("it", "now", "this"):
        return None
    for c in (*parse.children[i], *parse.children[verb]):
        if c > i and parse.dep[c] in ("relcl", "acl", "advcl", "ccomp", "xcomp") and parse.is_verb(c):
            content, addressees = clause_parts(parse, notes, c)
            if has_to(parse, c):
                content = infinitive(parse, c)
                if parse.child(c, "nsubj") is None:
                    addressees = _after_for(parse, notes, i, c)
            return Draft((i, i + 1), content, "urge", i, addressees=addressees, clause=c, start=parse.left[subject])
    return None


def _after_for(parse: Parse, notes: Annotations, noun: int, clause: int) -> list[int]:
    for c in (*parse.children[noun], *parse.children[parse.head[noun]]):
        if parse.lower[c] == "for" and noun < c < clause:
            found = parse.child(c, "pobj")
            if found is not None and is_actor(parse, notes, found):
                return parse.conjuncts(found)
    return []


def will_proposal(parse: Parse, notes: Annotations, i: int, voice: Voice | None) -> Draft | None:
    """An actor's own "will" in its own statement, or in "X said it will": a pledge."""
    word = parse.lower[i]
    if voice is not None and not voice.quoted and voice.cue not in _speech_verbs():
        return None
    if word not in _FUTURE or parse.tag[i] != "MD" or parse.dep[i] != "aux" or voice is None:
        return None
    verb = parse.head[i]
    if (word == "would" and (voice.quoted or parse.tag[verb] == "VBN")) or not _asserted(parse, verb, verb):
        return None
    subject = _subject(parse, verb)
    if subject is None or subject > i:
        return None
    after = i + 1
    while after < parse.size and parse.lower[after] in ("not", "n't", "n’t", "never"):
        after += 1
    passive = parse.is_passive(verb)
    lemma = parse.lemma[verb]
    main = verb
    if lemma in ("continue", "keep", "go", "begin", "start"):
        main = next((c for c in parse.children[verb] if parse.dep[c] == "xcomp"), verb)
    if passive:
        if lemma not in limit("administer") or voice.cue not in limit("announce") or is_actor(parse, notes, subject):
            return None
        start = parse.left[subject]
        draft = Draft((i, i + 1), (start, clause_end(parse, verb, start)), "pledge", i, clause=verb, negated=negated(parse, verb))
        return draft
    if not _own_policy(parse, notes, subject, voice, parse.lemma[main]):
        return None
    if parse.dep[subject] not in ("nsubj", "nsubjpass"):
        return None
    progressive = parse.tag[verb] == "VBG"
    if progressive and lemma not in limit("assist") and parse.lower[subject] not in _FIRST:
        return None
    if lemma == "take" and _takes_no_action(parse, verb):
        return None
    if main == verb and lemma in limit("forecast") or is_scheduling(parse, main):
        return None
    if lemma in ("say", "tell", "ask", "thank"):
        return None
    draft = Draft((i, i + 1), (after, clause_end(parse, verb, after)), "pledge", i, clause=verb, start=parse.left[subject])
    draft.proposer, draft.own, draft.negated = subject, True, negated(parse, verb)
    return draft


def is_scheduling(parse: Parse, verb: int) -> bool:
    """Whether a verb speaks of travel, meetings and the like."""
    lemma = parse.lemma[verb]
    if lemma in limit("appointment"):
        return True
    if lemma == "bring" and parse.has_child(verb, "together", "advmod", "prt"):
        return True
    taken = parse.child(verb, "dobj")
    if taken is None:
        preposition = parse.child(verb, "prep")
        taken = None if preposition is None or parse.lower[preposition] not in ("in", "at") else parse.child(preposition, "pobj")
    return lemma in limit("engagement") and taken is not None and parse.lemma[taken] in limit("gathering")


def _takes_no_action(parse: Parse, verb: int) -> bool:
    taken = parse.child(verb, "dobj")
    return taken is not None and parse.lemma[taken] in ("time", "year", "month", "day", "place", "part", "look", "week", "while")


@cache
def _speech_verbs() -> frozenset[str]:
    return frozenset(
        lemma for lemma, cue in attribution_cues("verb").items() if cue.sort in ("speech", "writing", "commitment")
    )


def _own_policy(parse: Parse, notes: Annotations, subject: int, voice: Voice, main: str) -> bool:
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
    speaker = voice.mention.entity
    entity = mentions[0].entity
    if entity is speaker:
        return True
    if parse.pos[subject] == "PRON" and mentions[0].form == "pronoun":
        return parse.lower[subject] in ("it", "he", "she", "they") and not voice.quoted and not entity.named
    if mentions[0].kind not in BODIES:
        return False
    owner = parse.child(subject, "poss")
    if owner is not None and parse.lower[owner] not in ("our", "my"):
        return any(m.entity is speaker for m in notes.mentions_at(parse.doc[owner]))
    if not entity.named and not any(parse.lower[c] in ("the", "this", "our", "my") for c in parse.children[subject]):
        return False
    if speaker.country is not None and entity.country is not None:
        return speaker.country == entity.country
    if entity.country is not None and _source_country(parse, notes, voice) == entity.country:
        return True
    if entity.kind == "Country":
        return main in limit("assist") or voice.cue in limit("announce") - {"say", "tell", "warn", "claim"}
    return voice.quoted or voice.cue in limit("announce")


def _source_country(parse: Parse, notes: Annotations, voice: Voice) -> str | None:
    """The country that the words for the speaker name: "a spokesman for the Israeli government"."""
    if voice.source is None:
        return None
    start, stop = tokens_of(parse, voice.source)
    for i in range(start, min(stop + 1, parse.size)):
        mention = notes.covering.get(i)
        if mention is not None and mention.entity.country is not None:
            return mention.entity.country
    return None


def imperative(parse: Parse, notes: Annotations, i: int, voice: Voice | None) -> Draft | None:
    """An imperative in somebody's speech, addressed to an actor or to whom it concerns."""
    if voice is None or not voice.marked or parse.tag[i] != "VB" or parse.dep[i] != "ROOT":
        return None
    lefts = [c for c in parse.children[i] if c < i]
    if any(parse.dep[c] in ("nsubj", "aux", "nsubjpass", "mark", "expl") and not _vocative(parse, c, i) for c in lefts):
        if not any(parse.dep[c] == "aux" and parse.lower[c] in ("do", "don") for c in lefts):
            return None
        if any(parse.dep[c] in ("nsubj", "mark") for c in lefts):
            return None
    if any(parse.tag[c] == "TO" for c in lefts):
        return None
    if parse.lemma[i] == "let":
        return _let_us(parse, i)
    if parse.lemma[i] in limit("idle") - _DEEDS or parse.lemma[i] in limit("reader"):
        return None
    if parse.lemma[i] in _DEEDS and parse.child(i, "dobj") is None:
        return None
    vocative = next((c for c in lefts if _vocative(parse, c, i)), None)
    if parse.sent_start[i] != i and vocative is None:
        before = [k for k in range(parse.sent_start[i], i) if parse.pos[k] not in ("PUNCT", "SPACE", "ADV", "INTJ", "CCONJ")]
        if before and not all(parse.lower[k] in ("do", "n't", "not", "please", "never") for k in before):
            return None
    if hypothetical(parse, i) or len(range(i, parse.right[i])) < 2:
        return None
    draft = Draft((i, i + 1), (i, clause_end(parse, i, i)), "urge", i, clause=i, negated=negated(parse, i))
    if vocative is not None:
        draft.addressees = [vocative]
    return draft


def _vocative(parse: Parse, c: int, verb: int) -> bool:
    if c >= verb or parse.tag[verb] != "VB" or parse.dep[c] not in ("npadvmod", "nsubj", "intj", "dep"):
        return False
    return parse.lower[parse.right[c] + 1] == "," and parse.right[c] - parse.left[c] < 4 and parse.right[c] + 2 >= verb - 2


def _let_us(parse: Parse, i: int) -> Draft | None:
    clause = parse.child(i, "ccomp", "xcomp")
    if clause is None or parse.lemma[clause] in limit("idle") - _DEEDS or parse.lemma[clause] == "be":
        return None
    us = next((k for k in range(i + 1, clause) if parse.lower[k] in ("us", "'s", "’s")), None)
    if us is None:
        return None
    return Draft((i, us + 1), (us + 1, clause_end(parse, clause, us + 1)), "urge", i, clause=clause, own=True)
